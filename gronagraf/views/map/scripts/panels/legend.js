"use strict";
// The legend, which is also the filter: one box for each type of node and of relation, with its number.
((app) => {
  const { byId, make, draw, on } = app.dom;
  const { say, pick, number } = app.language;

  const PARTS = { nodes: "nodesOff", edges: "edgesOff" };
  const isOff = (kind, type) => app.state.get()[PARTS[kind]].includes(type);
  const set = (kind, types, shown) => {
    const others = app.state.get()[PARTS[kind]].filter((type) => !types.includes(type));
    app.state.change({ [PARTS[kind]]: shown ? others : [...others, ...types].sort() });
  };

  const counts = (items) => {
    const found = new Map();
    for (const { type } of items) found.set(type, (found.get(type) || 0) + 1);
    return found;
  };
  const line = (symmetric) => {
    const svg = draw("svg", { class: "line", viewBox: "0 0 20 20", "aria-hidden": "true", focusable: "false" });
    svg.append(draw("path", { d: symmetric ? "M2 10h16" : "M2 10h15m-4-4 4 4-4 4" }));
    return svg;
  };

  const row = (kind, type, term, icon, count, first) => {
    const box = make("input", { type: "checkbox", "data-type": type, "data-measure": first ? "toggle" : null });
    box.checked = !isOff(kind, type);
    on(box, "change", () => set(kind, [type], box.checked));
    const about = pick(app.data[kind === "nodes" ? "nodeTypes" : "edgeTypes"][type].doc);
    const words = make("span", { class: "term" }, term);
    return make(
      "li",
      { title: about },
      make("label", {}, box, icon, words, make("span", { class: "count" }, number(count))),
    );
  };

  const render = () => {
    const { nodeTypes, edgeTypes, nodes, edges } = app.data;
    const [nodeCounts, edgeCounts] = [counts(nodes), counts(edges)];
    const shapes = Object.entries(nodeTypes).map(([label, type], at) =>
      row("nodes", label, pick(type.plural), app.shapes.icon(label), nodeCounts.get(label), at === 0),
    );
    const lines = Object.entries(edgeTypes).map(([name, type]) =>
      row("edges", name, pick(type.term), line(type.symmetric), edgeCounts.get(name), false),
    );
    byId("node-types").replaceChildren(...shapes);
    byId("edge-types").replaceChildren(...lines);
    tell();
  };
  // Beside each heading, how many types are shown when some are not.
  const tell = () => {
    for (const [kind, types, id] of [
      ["nodes", app.data.nodeTypes, "node-types-said"],
      ["edges", app.data.edgeTypes, "edge-types-said"],
    ]) {
      const [all, off] = [Object.keys(types).length, app.state.get()[PARTS[kind]].length];
      byId(id).textContent = off ? say("some_of", all - off, all) : "";
    }
  };

  const sync = () => {
    tell();
    for (const [kind, id] of [
      ["nodes", "node-types"],
      ["edges", "edge-types"],
    ])
      for (const box of byId(id).querySelectorAll("input")) box.checked = !isOff(kind, box.dataset.type);
  };

  const start = () => {
    render();
    app.language.onChange(render);
    app.state.on(Object.values(PARTS), sync);
    const typesOf = (kind) => Object.keys(kind === "nodes" ? app.data.nodeTypes : app.data.edgeTypes);
    for (const button of document.querySelectorAll("[data-all]"))
      on(button, "click", () => set(button.dataset.all, typesOf(button.dataset.all), true));
    for (const button of document.querySelectorAll("[data-none]"))
      on(button, "click", () => set(button.dataset.none, typesOf(button.dataset.none), false));
    if (window.matchMedia("(max-width: 760px)").matches) byId("filters").open = false;
  };

  app.legend = { start, set };
})((window.gronagraf = window.gronagraf || {}));
