"use strict";
// Search in names, ids, notes and types, forgiving of case and accents; a list to choose from by keys or pointer.
((app) => {
  const { byId, make, on } = app.dom;
  const { say, count, pick } = app.language;
  const MOST = 12;
  let index = null;
  let hits = [];
  let active = -1;

  const entry = (node) => {
    const { term, plural } = app.data.nodeTypes[node.type];
    const { also_known_as: known, note, topic } = node.facts;
    return app.matching.entry(node, node.label, [node.id, known, note, topic, ...term, ...plural]);
  };
  const find = (query) => {
    index = index || app.data.ranked.map(entry);
    return app.matching.match(index, query).filter((node) => !node.hidden);
  };

  const option = (node, at) => {
    const item = make(
      "li",
      { role: "option", id: `hit-${at}`, "aria-selected": at === active ? "true" : "false" },
      app.shapes.icon(node.type),
      make("span", { class: "hit-name" }, node.label),
      make("span", { class: "hit-type" }, pick(app.data.nodeTypes[node.type].term)),
    );
    on(item, "pointerdown", (event) => event.preventDefault());
    on(item, "click", () => choose(node));
    return item;
  };

  const summary = () => {
    if (!hits.length) return say("no_hits");
    return hits.length > MOST ? say("results_shown", hits.length, MOST) : count("results", hits.length);
  };

  const close = () => {
    active = -1;
    byId("hits").hidden = true;
    byId("search").setAttribute("aria-expanded", "false");
    byId("search").removeAttribute("aria-activedescendant");
  };

  const render = () => {
    const field = byId("search");
    const note = make("li", { class: "hit-note", role: "option", "aria-disabled": "true" }, summary());
    byId("hits").replaceChildren(...hits.slice(0, MOST).map(option), note);
    byId("hits").hidden = false;
    field.setAttribute("aria-expanded", "true");
    if (active >= 0) field.setAttribute("aria-activedescendant", `hit-${active}`);
    else field.removeAttribute("aria-activedescendant");
    const chosen = byId(`hit-${active}`);
    if (chosen) chosen.scrollIntoView({ block: "nearest" });
  };

  const search = () => {
    const query = byId("search").value;
    active = -1;
    hits = find(query);
    if (!query.trim()) {
      close();
      if (app.focus.found()) app.focus.onFound(null);
      return;
    }
    render();
    app.status.announce(summary());
    app.state.change({ node: null, edge: null, way: null });
    app.focus.onFound(hits.length ? hits : null);
  };

  const choose = (node) => {
    clear();
    app.details.open(node);
  };

  const onKey = (event) => {
    const last = Math.min(hits.length, MOST) - 1;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!hits.length) return;
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      active = active < 0 && step < 0 ? last : (active + step + last + 1) % (last + 1);
      render();
    } else if (event.key === "Enter" && hits.length) {
      event.preventDefault();
      choose(hits[Math.max(0, active)]);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (byId("hits").hidden) clear();
      else close();
    }
  };

  const clear = () => {
    byId("search").value = "";
    hits = [];
    close();
    if (app.focus.found()) app.focus.onFound(null);
  };

  const start = () => {
    const field = byId("search");
    on(field, "input", search);
    on(field, "keydown", onKey);
    on(field, "focus", () => hits.length && field.value.trim() && render());
    on(field, "blur", close);
    app.language.onChange(() => !byId("hits").hidden && render());
  };

  app.search = { start, find, clear };
})((window.gronagraf = window.gronagraf || {}));
