"use strict";
// The panel about one node or one relation: every field in words, where it comes from, and ways on to the neighbours.
((app) => {
  const { byId, make, draw, on } = app.dom;
  const { say, pick, number, count } = app.language;
  const { fieldOf, fieldName, value, linked, typeName, relationName } = app.text;
  let opener = null;
  // What is told instead of the usual while somebody walks by keys on the map, where the keyboard then stays.
  let told = null;

  const goButton = (node, className = "go") => {
    const button = make(
      "button",
      { type: "button", class: className },
      app.shapes.icon(node.type),
      make("span", {}, node.label),
    );
    on(button, "click", () => open(node));
    return button;
  };

  const shownValue = (type, name, raw) => {
    const field = fieldOf(type, name);
    const target = field && field.kind === "reference" ? app.data.byId.get(raw) : null;
    if (target) return [goButton(target, "go is-inline")];
    return typeof raw === "string" ? linked(value(type, name, raw)) : [value(type, name, raw)];
  };

  // The names of the facts in the model's order; a twin (the source's words, a doubt) goes with the field it is about.
  const ordered = (type, facts) => {
    const fields = (app.data.nodeTypes[type] || app.data.edgeTypes[type]).fields;
    const has = (name) => name !== undefined && Object.hasOwn(facts, name);
    const known = Object.keys(fields).filter((name) => has(name) || has(fields[name].wording));
    const covered = new Set(known.flatMap((name) => [name, fields[name].wording, fields[name].doubt]));
    const unknown = Object.keys(facts).filter((name) => !covered.has(name));
    return [...known, ...unknown.sort()].filter((name) => name !== "name");
  };

  // A value, the source's own words for it, and whether it is inferred.
  const wholeValue = (item, name) => {
    const field = fieldOf(item.type, name) || {};
    const { facts } = item;
    const doubtful = facts[field.doubt] === "inferred" || (name === "basis" && facts.basis === "inferred");
    const parts = [];
    if (facts[name] !== undefined)
      parts.push(make("span", doubtful ? { class: "doubt" } : {}, ...shownValue(item.type, name, facts[name])));
    if (facts[field.doubt] === "inferred") parts.push(` (${say("inferred")})`);
    if (facts[field.wording] !== undefined)
      parts.push(
        make("span", { class: "wording" }, ...(parts.length ? [" "] : []), say("quoted", facts[field.wording])),
      );
    return parts;
  };

  // What was measured of a node, in words.
  const measured = (node) =>
    [...app.data.scales.values()]
      .filter((scale) => Object.hasOwn(node.measured, scale.key))
      .map((scale) => [pick(scale.term), app.text.scaled(scale, node)]);

  const factList = (item) => {
    const list = make("dl", { class: "facts" });
    const isNode = Object.hasOwn(app.data.nodeTypes, item.type);
    const row = (term, parts, className) =>
      list.append(make("div", {}, make("dt", {}, term), make("dd", { class: className }, ...parts)));
    for (const name of ordered(item.type, item.facts))
      if (!(isNode && name === "note")) row(fieldName(item.type, name), wholeValue(item, name));
    if (isNode) for (const [term, text] of measured(item)) row(term, [text]);
    if (item.seed !== undefined) row(say("seed"), [pick(app.data.seeds[item.seed])]);
    if (isNode) row(say("id"), [item.id], "id");
    return list;
  };

  // Where a relation is from, as one part: the source by its short name, its year, and whether it is inferred.
  const provenance = ({ facts }) => {
    const year = facts.source_year === undefined ? facts.source_year_text : facts.source_year;
    const parts = [];
    if (facts.basis === "inferred")
      parts.push(make("span", { class: "part" }, make("span", { class: "doubt" }, say("inferred"))));
    if (facts.source !== undefined) {
      const words = linked(facts.source, true);
      parts.push(
        make("span", { class: "part" }, `${say("source")}: `, ...words, year === undefined ? "" : `, ${year}`),
      );
    }
    return parts;
  };

  // The facts of a relation in one line: what is its own first, then where it is from.
  const tieFacts = (edge) => {
    const own = ordered(edge.type, edge.facts).filter((name) => !["source", "source_year", "basis"].includes(name));
    const parts = own.map((name) =>
      make("span", { class: "part" }, `${fieldName(edge.type, name)}: `, ...wholeValue(edge, name)),
    );
    parts.push(...provenance(edge));
    return parts.length ? make("p", { class: "tie-facts" }, ...parts) : null;
  };

  const groups = (node) => {
    const found = new Map();
    for (const edge of node.ties) {
      const name = relationName(edge, node);
      const key = `${edge.type} ${name}`;
      if (!found.has(key)) found.set(key, { name, ties: [] });
      found.get(key).ties.push(edge);
    }
    const order = Object.keys(app.data.edgeTypes);
    return [...found.values()].sort((a, b) => order.indexOf(a.ties[0].type) - order.indexOf(b.ties[0].type));
  };

  const group = (node, { name, ties }) => {
    const compare = new Intl.Collator("sv").compare;
    const sorted = [...ties].sort((a, b) =>
      compare(app.data.otherEnd(a, node).label, app.data.otherEnd(b, node).label),
    );
    const items = sorted.map((edge) =>
      make(
        "li",
        {},
        goButton(app.data.otherEnd(edge, node)),
        app.changes.inline(edge),
        tieFacts(edge),
        app.changes.line(edge),
      ),
    );
    const heading = make("h3", {}, name, make("span", { class: "count" }, number(ties.length)));
    return make("section", { class: "ties" }, heading, make("ul", {}, ...items));
  };

  const closeButton = () => {
    const icon = draw("svg", { class: "icon", viewBox: "0 0 20 20", "aria-hidden": "true", focusable: "false" });
    icon.append(draw("path", { d: "m5 5 10 10M15 5 5 15" }));
    const button = make(
      "button",
      { type: "button", class: "tool is-icon", id: "close-details", "aria-label": say("close") },
      icon,
    );
    on(button, "click", close);
    return button;
  };

  const aboutNode = (node) => {
    const type = make("p", { class: "kind" }, app.shapes.icon(node.type), typeName(node.type));
    const found = groups(node);
    const ties = found.length
      ? found.map((each) => group(node, each))
      : [make("p", { class: "quiet" }, say("no_ties"))];
    return [
      make("div", { class: "details-top" }, type, closeButton()),
      make("h2", { id: "details-heading", tabindex: "-1" }, node.label),
      node.facts.note ? make("p", { class: "note" }, ...linked(node.facts.note)) : null,
      ...app.changes.details(node),
      ...app.breaks.details(node),
      app.way.part(node),
      factList(node),
      make("div", { class: "all-ties" }, ...ties),
    ];
  };

  const aboutEdge = (edge) => [
    make("div", { class: "details-top" }, make("p", { class: "kind" }, say("relation")), closeButton()),
    make("h2", { id: "details-heading", tabindex: "-1" }, relationName(edge, edge.from)),
    make("p", { class: "note" }, pick(app.data.edgeTypes[edge.type].doc)),
    make("ul", { class: "ends" }, make("li", {}, goButton(edge.from)), make("li", {}, goButton(edge.to))),
    ...app.changes.details(edge),
    factList(edge),
  ];

  const render = () => {
    const node = app.focus.node();
    const edge = app.focus.edge();
    const parts = node ? aboutNode(node) : edge ? aboutEdge(edge) : [];
    byId("details").replaceChildren(...parts.filter(Boolean));
  };

  // Shows what the state has chosen, and moves the keyboard to it when it was opened from here.
  const show = () => {
    const [node, edge] = [app.focus.node(), app.focus.edge()];
    const panel = byId("details");
    if (!node && !edge) {
      if (!panel.hidden) leave();
      return;
    }
    if (panel.hidden) opener = document.activeElement;
    panel.hidden = false;
    render();
    panel.scrollTop = 0;
    if (told === null) byId("details-heading").focus({ preventScroll: true });
    const usual = node
      ? say("focused", node.label, typeName(node.type), count("ties_count", node.ties.length))
      : `${edge.from.label} ${relationName(edge, edge.from)} ${edge.to.label}`;
    app.status.announce(told === null ? usual : told);
  };
  const leave = () => {
    const panel = byId("details");
    // Whoever is writing in the search or walks on the map keeps the keyboard.
    const inside = document.activeElement === document.body || panel.contains(document.activeElement);
    panel.hidden = true;
    if (!inside) return;
    const back = opener && opener.isConnected && opener !== document.body ? opener : byId("map");
    back.focus({ preventScroll: true });
  };

  const open = (node, { move = true } = {}) => {
    if (byId("tables").open) byId("tables").close();
    if (app.way.take(node)) return;
    if (node.hidden) reach(node);
    app.state.change({ node: node.id, edge: null, way: null });
    app.state.settle();
    if (move) app.picture.goTo(node);
  };
  const follow = (node, words) => {
    const same = app.focus.node() === node;
    told = words;
    app.state.change({ node: node.id, edge: null, way: null });
    told = null;
    if (same) app.status.announce(words);
  };
  // Takes away what hides a node: its type first, and if that is not it, all that is chosen. With the choice of the
  // node it is one step of the way back.
  const reach = (node) => {
    app.state.slide({ nodesOff: app.state.get().nodesOff.filter((type) => type !== node.type) });
    if (node.hidden) app.state.slide(app.shown.nothingChosen());
    if (node.hidden) app.state.slide({ layout: "network" });
  };
  const openEdge = (edge) => app.state.change({ node: null, edge: edge.key, way: null });
  const close = () => app.state.change({ node: null, edge: null, way: null });

  // How much of the map the panel lies over, in pixels from the right and from below.
  const covers = () => {
    const panel = byId("details");
    if (panel.hidden) return { right: 0, bottom: 0 };
    const [map, box] = [byId("map").getBoundingClientRect(), panel.getBoundingClientRect()];
    const below = box.width > map.width * 0.7;
    return {
      right: below ? 0 : Math.max(0, map.right - box.left),
      bottom: below ? Math.max(0, map.bottom - box.top) : 0,
    };
  };

  app.details = {
    open,
    openEdge,
    follow,
    close,
    // Whether the keyboard was on the map when the panel opened.
    cameByMap: () => opener === byId("map"),
    covers,
    start: () => {
      app.state.on(["node", "edge"], show);
      app.language.onChange(() => !byId("details").hidden && render());
      if (app.state.get().node !== null || app.state.get().edge !== null) show();
    },
  };
})((window.gronagraf = window.gronagraf || {}));
