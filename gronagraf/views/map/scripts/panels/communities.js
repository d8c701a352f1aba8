"use strict";
// Communities closed or open: all at once, or one by one from a list, from the map, or by the keys of the map.
((app) => {
  const { byId, make, on } = app.dom;
  const { say, count, number } = app.language;
  // All of so many open at once would be neither seen nor fast.
  const MOST_OPEN = 20000;
  let boxes = [];

  const tell = (at, key) => {
    const group = app.data.groups[at];
    app.status.announce(`${say(key, app.groups.name(group))}. ${byId("shown").textContent}`);
  };
  const open = (at) => {
    app.groups.open(at);
    const [x, y, , high] = app.data.groups[at].disc;
    app.picture.frame([{ x, y, size: high }]);
    tell(at, "group_opened");
  };
  const close = (at) => {
    app.groups.close(at);
    tell(at, "group_closed");
  };

  const row = (group, at) => {
    const box = make("input", { type: "checkbox" });
    on(box, "change", () => (box.checked ? open : close)(at));
    const words = make("span", { class: "term" }, app.groups.name(group));
    const size = make("span", { class: "count" }, number(group.nodes.length));
    boxes[at] = box;
    return make("li", {}, make("label", {}, box, words, size));
  };
  const render = () => {
    boxes = [];
    byId("groups").replaceChildren(...app.data.groups.map(row));
    sync();
  };
  const sync = () => {
    const { together, opened, layout } = app.state.get();
    byId("by-group").hidden = layout !== "network";
    byId("together").checked = together;
    byId("groups").hidden = !together;
    byId("close-groups").hidden = !together || !opened.length;
    boxes.forEach((box, at) => (box.checked = opened.includes(at)));
    byId("groups-said").textContent = together && opened.length ? say("groups_open", number(opened.length)) : "";
  };

  const hold = (step) => {
    const marks = app.closed.all();
    if (!marks.length) return;
    const now = marks.findIndex(({ at }) => at === app.closed.held());
    const mark = marks[now < 0 ? (step > 0 ? 0 : marks.length - 1) : (now + step + marks.length) % marks.length];
    take(mark);
    app.picture.frame([mark]);
  };
  const take = (mark) => {
    app.closed.hold(mark.at);
    app.status.announce(say("group_held", app.groups.name(mark.group), count("nodes_count", mark.count)));
  };
  const press = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !app.closed.all().length) return;
    if (event.key === "PageDown" || event.key === "PageUp") {
      event.preventDefault();
      hold(event.key === "PageDown" ? 1 : -1);
    } else if (event.key === "Enter" && app.closed.held() !== null) {
      event.preventDefault();
      event.stopImmediatePropagation();
      open(app.closed.held());
    }
  };
  const doubleClick = ({ pointer }) => {
    if (app.picture.nodeAt(pointer.DOM)) return;
    const mark = app.closed.at(pointer.DOM);
    const ground = mark ? null : app.closed.openAt(pointer.DOM);
    if (mark) open(mark.at);
    else if (ground !== null) close(ground);
  };

  app.communities = {
    take,
    about: (mark) => say("group_about", count("nodes_count", mark.count)),
    start: () => {
      if (!app.groups.possible) return;
      byId("by-group").open = app.state.get().together;
      byId("together-row").hidden = app.data.nodes.length > MOST_OPEN;
      on(byId("together"), "change", () => app.state.change({ together: byId("together").checked, opened: [] }));
      on(byId("close-groups"), "click", () => {
        app.state.change({ opened: [], node: null, way: null });
        byId("by-group").querySelector("summary").focus();
      });
      // Before the keys by which one walks, which take Enter too.
      byId("map").addEventListener("keydown", press, true);
      app.state.on(["node"], () => app.closed.held() !== null && app.closed.hold(null));
      app.picture.network().on("doubleClick", doubleClick);
      app.state.on(app.together.PARTS, sync);
      app.language.onChange(render);
      render();
    },
  };
})((window.gronagraf = window.gronagraf || {}));
