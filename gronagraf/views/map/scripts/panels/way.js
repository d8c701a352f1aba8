"use strict";
// In the panel about a node: how many steps around it are lit, and the way from it to another.
((app) => {
  const { byId, make, on } = app.dom;
  const { say, count, number } = app.language;
  const { relationName } = app.text;
  const MOST = 6;
  let picking = false;

  const button = (attributes, act, ...children) => {
    const made = make("button", { type: "button", ...attributes }, ...children);
    on(made, "click", act);
    return made;
  };
  const option = (node, act) => button({ class: "go" }, act, app.shapes.icon(node.type), make("span", {}, node.label));

  // Steps
  const step = (steps) => {
    const box = make("input", { type: "radio", name: "steps", value: steps });
    box.checked = app.state.get().steps === steps;
    on(box, "change", () => app.state.change({ steps }));
    return make("label", {}, box, make("span", {}, number(steps)));
  };
  const steps = () =>
    make("fieldset", { class: "steps" }, make("legend", {}, say("surroundings")), make("div", {}, [1, 2, 3].map(step)));
  const onSteps = () => {
    const chosen = app.state.get().steps;
    for (const box of document.querySelectorAll("[name=steps]")) box.checked = Number(box.value) === chosen;
    const lit = app.focus.lit();
    if (!app.focus.node() || app.focus.way() || !lit) return;
    const others = count("nodes_count", lit.nodes.length - 1);
    app.status.announce(chosen === 1 ? say("within_one", others) : say("within", others, chosen));
    app.picture.frame(lit.nodes);
  };

  // Choosing the other end
  const found = (query) => {
    const from = app.focus.node();
    return app.search
      .find(query)
      .filter((node) => node !== from && !node.hidden)
      .slice(0, MOST);
  };
  const picker = () => {
    const hits = make("ul", { class: "way-hits" });
    const field = make("input", {
      type: "search",
      id: "way-search",
      autocomplete: "off",
      spellcheck: "false",
      "aria-label": say("way_search"),
    });
    on(field, "input", () => {
      const nodes = found(field.value);
      hits.replaceChildren(
        ...nodes.map((node) =>
          make(
            "li",
            {},
            option(node, () => take(node)),
          ),
        ),
      );
      if (field.value.trim()) app.status.announce(nodes.length ? count("results", nodes.length) : say("no_hits"));
    });
    on(field, "keydown", (event) => {
      if (event.key === "Enter" && found(field.value).length) take(found(field.value)[0]);
    });
    const body = make("div", { class: "picker" }, field, make("p", { class: "key" }, say("way_hint")), hits);
    on(body, "keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      setPicking(false);
      byId("way-to").focus();
    });
    return body;
  };
  const setPicking = (on_) => {
    picking = on_;
    renew();
    if (picking) byId("way-search").focus();
  };
  // The node as the other end, if one is being chosen.
  const take = (node) => {
    if (!picking || !app.focus.node() || node === app.focus.node()) return false;
    picking = false;
    app.state.change({ way: node.id });
    return true;
  };

  // The way
  const leg = (edge, from, to) => [
    make("li", { class: "by" }, relationName(edge, from)),
    make(
      "li",
      {},
      option(to, () => app.details.open(to)),
    ),
  ];
  const legs = ({ nodes, edges }) => [
    make(
      "li",
      {},
      option(nodes[0], () => app.details.open(nodes[0])),
    ),
    ...edges.flatMap((edge, at) => leg(edge, nodes[at], nodes[at + 1])),
  ];
  // A layout without a place for all hides as much as a filter does.
  const showAll = () => {
    app.state.change({ ...app.shown.nothingChosen(), layout: "network" });
    tellWay();
  };
  // Where there is none, whether what is hidden stands in the way.
  const noWay = (start, end) => {
    if (!app.ways.between(start, end, { all: true })) return [make("p", {}, say("no_way_at_all"))];
    return [
      make("p", {}, say("no_way")),
      make("p", {}, say("hidden_way"), " ", button({ class: "small" }, showAll, say("clear"))),
    ];
  };
  const heading = (end, way) => {
    const length = way ? count("way_length", way.edges.length) : "";
    const title = make(
      "h3",
      { id: "way-heading", tabindex: "-1" },
      say("way_between", end.label),
      " ",
      make("span", { class: "count" }, length),
    );
    return make(
      "div",
      { class: "way-top" },
      title,
      button({ class: "small" }, () => app.state.change({ way: null }), say("end_way")),
    );
  };
  const section = (start, end) => {
    const way = app.ways.between(start, end);
    const body = way ? [make("ol", {}, ...legs(way))] : noWay(start, end);
    return make("section", { class: "way", "aria-labelledby": "way-heading" }, heading(end, way), ...body);
  };

  const parts = (node) => {
    const end = app.focus.way();
    if (end) return [section(node, end)];
    const open = button(
      { class: "small", id: "way-to", "aria-expanded": String(picking) },
      () => setPicking(!picking),
      say("way_to"),
    );
    return [make("div", { class: "around-row" }, steps(), open), picking ? picker() : null].filter(Boolean);
  };
  const renew = () => {
    const node = app.focus.node();
    const place = byId("way-part");
    if (node && place) place.replaceChildren(...parts(node));
  };
  const onWay = (_state, changed) => {
    if (changed.has("node")) return;
    renew();
    const [node, end] = [app.focus.node(), app.focus.way()];
    if (!node) return;
    if (!end) {
      byId("way-to").focus({ preventScroll: true });
      return;
    }
    const way = app.ways.between(node, end);
    app.picture.frame(way ? way.nodes : [node, end]);
    tellWay();
  };
  const tellWay = () => {
    const [node, end] = [app.focus.node(), app.focus.way()];
    const way = app.ways.between(node, end);
    byId("way-heading").focus({ preventScroll: true });
    app.status.announce(
      way ? `${say("way_between", end.label)}: ${count("way_length", way.edges.length)}` : say("no_way"),
    );
  };

  app.way = {
    part: (node) => make("div", { id: "way-part" }, ...parts(node)),
    take,
    picking: () => picking,
    start: () => {
      app.state.on(["node", "edge"], () => (picking = false));
      app.state.on(["steps"], onSteps);
      app.state.on(["way"], onWay);
      app.shown.onChange(() => app.focus.way() && renew());
    },
  };
})((window.gronagraf = window.gronagraf || {}));
