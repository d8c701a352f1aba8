"use strict";
// Search in names, ids, notes and types, forgiving of case and accents; a list to choose from by keys or pointer.
((app) => {
  const { byId, make, on } = app.dom;
  const { say, count, pick } = app.language;
  const MOST = 12;
  // Of so few the texts are made ready while nobody waits for them.
  const FEW = 3000;
  let index = null;
  let hits = [];
  let active = -1;

  // What a node is found by beside its name, each with what it is called; choices by their words in both languages.
  const UNSAID = ["name", "source"];
  const isSaid = (node, name) => !UNSAID.includes(name) && app.text.fieldOf(node.type, name)?.kind !== "reference";
  const partsOf = (node) => {
    const { term, plural } = app.data.nodeTypes[node.type];
    const facts = Object.entries(node.facts).filter(([name, value]) => typeof value === "string" && isSaid(node, name));
    const parts = facts.map(([name, value]) => {
      const field = app.text.fieldOf(node.type, name);
      const choice = field && field.choices && Object.hasOwn(field.choices, value) ? field.choices[value] : null;
      // What is shown comes first.
      return [name, ...(choice ? [pick(choice), ...choice] : [value])];
    });
    return [[null, ...term, ...plural], ...parts, ["id", node.id]];
  };
  const entry = (node) =>
    app.matching.entry(
      node,
      node.label,
      partsOf(node).flatMap(([, ...texts]) => texts),
    );
  // Those that are shown come first.
  const ready = () => (index = index || app.data.ranked.map(entry));
  const find = (query) => {
    ready();
    const found = app.matching.match(index, query);
    return [...found.filter((node) => !node.hidden), ...found.filter((node) => node.hidden)];
  };
  // What a hit says of itself: its type, why it is found where its name does not tell, and whether it is hidden.
  const about = (node) => {
    const type = pick(app.data.nodeTypes[node.type].term);
    const why = app.matching.why(node.label, partsOf(node), byId("search").value);
    const told = why && why.label !== null ? ` · ${app.text.fieldName(node.type, why.label)}: ${why.text}` : "";
    return [type, told, node.hidden ? make("span", { class: "is-hidden" }, ` (${say("hidden_hit")})`) : null];
  };

  const option = (node, at) => {
    const item = make(
      "li",
      { role: "option", id: `hit-${at}`, "aria-selected": at === active ? "true" : "false" },
      app.shapes.icon(node.type),
      make("span", { class: "hit-name" }, node.label),
      make("span", { class: "hit-type" }, about(node)),
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
    const seen = hits.filter((node) => !node.hidden);
    app.focus.onFound(seen.length ? seen : null);
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
    if (app.data.nodes.length <= FEW) setTimeout(ready, 200);
    on(field, "keydown", onKey);
    on(field, "focus", () => hits.length && field.value.trim() && render());
    on(field, "blur", close);
    app.language.onChange(() => !byId("hits").hidden && render());
  };

  app.search = { start, find, clear };
})((window.gronagraf = window.gronagraf || {}));
