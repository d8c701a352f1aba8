"use strict";
// Where the thread breaks: the legend with its toggle, a list of all breaks, and those of a node with who can mend them.
((app) => {
  const { byId, make, on } = app.dom;
  const { say, pick, number } = app.language;

  const all = () => app.data.breaks || [];
  const proven = () => all().filter((each) => each.state === "broken");
  const mark = (state) =>
    make(
      "span",
      { class: `sign is-${state}`, "aria-hidden": "true" },
      state === "broken" ? app.marks.SIGNS.broken : "?",
    );
  const go = (node, ...words) => {
    const button = make("button", { type: "button", class: "go is-inline" }, make("span", {}, ...words));
    on(button, "click", () => app.details.open(node));
    return button;
  };
  // A node by its id and a link, or by its name where it is not on this map.
  const named = ([id, name]) => (id ? go(app.data.byId.get(id), app.data.byId.get(id).label) : name);
  const between = (items) => items.flatMap((item, at) => (at ? [", ", item] : [item]));

  const row = (state, term, count, toggle) =>
    make(
      "li",
      {},
      make(
        toggle ? "label" : "span",
        { class: "row" },
        toggle,
        state && mark(state),
        make("span", { class: "term" }, term),
        count === null ? null : make("span", { class: "count" }, number(count)),
      ),
    );
  const item = (each) => {
    const node = app.data.byId.get(each.of);
    return make("li", {}, go(node, node.label), ` ${pick(each.text)}`);
  };
  const list = () => {
    const items = proven().map(item);
    if (!items.length) return make("p", { class: "key" }, say("breaks_none"));
    return make("details", { class: "break-list" }, make("summary", {}, say("breaks_list")), make("ul", {}, ...items));
  };
  const render = () => {
    const toggle = make("input", { type: "checkbox", id: "breaks-only" });
    toggle.checked = app.state.get().brokenOnly;
    on(toggle, "change", () => app.state.change({ brokenOnly: toggle.checked }));
    const unknown = all().length - proven().length;
    const rows = [row("broken", say("broken"), proven().length)];
    if (unknown) rows.push(row("unknown", say("unknown"), unknown));
    if (proven().length) rows.push(row(null, say("breaks_only"), null, toggle));
    const note = unknown ? make("p", { class: "key" }, say("unknown_note")) : null;
    byId("breaks-list").replaceChildren(...[make("ul", {}, ...rows), note, list()].filter(Boolean));
  };

  const mender = ({ who, why, through }) =>
    make("li", {}, named(who), ` (${pick(why)}`, ...(through ? [say("break_through"), named(through)] : []), ")");
  const told = (each) =>
    make(
      "li",
      { class: `break is-${each.state}` },
      make("p", { class: "break-text" }, mark(each.state), make("strong", {}, `${say(each.state)}: `), pick(each.text)),
      make("p", { class: "quiet" }, pick(each.strand)),
      each.missing ? make("p", {}, say("break_missing"), ...between(each.missing.map(named))) : null,
      each.menders
        ? [make("p", {}, say("break_menders")), make("ul", {}, ...each.menders.map(mender))]
        : make("p", { class: "quiet" }, say("break_nobody")),
    );

  app.breaks = {
    details: (node) =>
      node.breaks
        ? [
            make(
              "section",
              { class: "breaks" },
              make("h3", {}, say("breaks")),
              make("ul", {}, ...node.breaks.map((at) => told(all()[at]))),
            ),
          ]
        : [],
    words: (node) => (node.breaks || []).map((at) => `${say(all()[at].state)}: ${pick(all()[at].text)}`),
    start: () => {
      if (!byId("breaks")) return;
      render();
      app.language.onChange(render);
      app.state.on(["brokenOnly"], () => {
        if (byId("breaks-only")) byId("breaks-only").checked = app.state.get().brokenOnly;
      });
    },
  };
})((window.gronagraf = window.gronagraf || {}));
