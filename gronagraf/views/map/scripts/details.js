"use strict";
// The panel about one node or one relation: every field in words, where it comes from, and ways on to the neighbours.
((app) => {
  const { byId, make, draw, on } = app.dom;
  const { say, pick, number } = app.language;
  const { fieldOf, fieldName, value, linked, typeName, relationName } = app.text;
  let opener = null;

  const goButton = (node, className = "go") => {
    const button = make("button", { type: "button", class: className }, app.shapes.icon(node.type), make("span", {}, node.label));
    on(button, "click", () => open(node));
    return button;
  };

  const shownValue = (type, name, raw) => {
    const field = fieldOf(type, name);
    const target = field && field.kind === "reference" ? app.data.byId.get(raw) : null;
    if (target) return [goButton(target, "go is-inline")];
    const text = value(type, name, raw);
    return name === "source" || typeof raw === "string" ? linked(text) : [text];
  };

  const ordered = (type, facts) => {
    const known = Object.keys((app.data.nodeTypes[type] || app.data.edgeTypes[type]).fields);
    const names = known.filter((name) => Object.hasOwn(facts, name) && name !== "name");
    return [...names, ...Object.keys(facts).filter((name) => !known.includes(name)).sort()];
  };

  const factList = (item) => {
    const list = make("dl", { class: "facts" });
    for (const name of ordered(item.type, item.facts)) {
      if (name === "note" && app.data.nodeTypes[item.type]) continue;
      const holder = make("dd", name === "basis" ? { class: `basis is-${item.facts[name]}` } : {});
      holder.append(...shownValue(item.type, name, item.facts[name]));
      list.append(make("div", {}, make("dt", {}, fieldName(item.type, name)), holder));
    }
    if (item.seed !== undefined)
      list.append(make("div", {}, make("dt", {}, say("seed")), make("dd", {}, pick(app.data.seeds[item.seed]))));
    if (app.data.nodeTypes[item.type])
      list.append(make("div", {}, make("dt", {}, say("id")), make("dd", { class: "id" }, item.id)));
    return list;
  };

  // The facts of a relation in one line: what is its own first, then period and source.
  const tieFacts = (edge) => {
    const parts = [];
    for (const name of ordered(edge.type, edge.facts)) {
      if (name === "basis" && edge.facts.basis === "stated") continue;
      const words = shownValue(edge.type, name, edge.facts[name]);
      const label = name === "basis" ? [] : [make("span", { class: "key" }, `${fieldName(edge.type, name)}: `)];
      parts.push(make("span", { class: name === "basis" ? "part is-basis" : "part" }, ...label, ...words));
    }
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
    const items = sorted.map((edge) => make("li", {}, goButton(app.data.otherEnd(edge, node)), tieFacts(edge)));
    const heading = make("h3", {}, name, make("span", { class: "count" }, number(ties.length)));
    return make("section", { class: "ties" }, heading, make("ul", {}, ...items));
  };

  const closeButton = () => {
    const icon = draw("svg", { class: "icon", viewBox: "0 0 20 20", "aria-hidden": "true", focusable: "false" });
    icon.append(draw("path", { d: "m5 5 10 10M15 5 5 15" }));
    const button = make("button", { type: "button", class: "tool is-icon", id: "close-details", "aria-label": say("close") }, icon);
    on(button, "click", close);
    return button;
  };

  const aboutNode = (node) => {
    const type = make("p", { class: "kind" }, app.shapes.icon(node.type), typeName(node.type));
    const found = groups(node);
    const ties = found.length ? found.map((each) => group(node, each)) : [make("p", { class: "quiet" }, say("no_ties"))];
    return [
      make("div", { class: "details-top" }, type, closeButton()),
      make("h2", { id: "details-heading", tabindex: "-1" }, node.label),
      node.facts.note ? make("p", { class: "note" }, ...linked(node.facts.note)) : null,
      factList(node),
      make("div", { class: "all-ties" }, ...ties),
    ];
  };

  const aboutEdge = (edge) => [
    make("div", { class: "details-top" }, make("p", { class: "kind" }, say("relation")), closeButton()),
    make("h2", { id: "details-heading", tabindex: "-1" }, relationName(edge, edge.from)),
    make("p", { class: "note" }, pick(app.data.edgeTypes[edge.type].doc)),
    make("ul", { class: "ends" }, make("li", {}, goButton(edge.from)), make("li", {}, goButton(edge.to))),
    factList(edge),
  ];

  const render = () => {
    const node = app.focus.node();
    const edge = app.focus.edge();
    const parts = node ? aboutNode(node) : edge ? aboutEdge(edge) : [];
    byId("details").replaceChildren(...parts.filter(Boolean));
  };

  const reveal = (announcement) => {
    const panel = byId("details");
    if (panel.hidden) opener = document.activeElement;
    panel.hidden = false;
    render();
    panel.scrollTop = 0;
    byId("details-heading").focus({ preventScroll: true });
    app.status.announce(announcement);
  };

  const open = (node, { move = true } = {}) => {
    if (byId("tables").open) byId("tables").close();
    if (node.hidden) app.filters.set("nodes", [node.type], true);
    app.focus.onNode(node);
    reveal(say("focused", node.label, typeName(node.type), node.ties.length));
    if (move) app.picture.goTo(node);
  };
  const openEdge = (edge) => {
    app.focus.onEdge(edge);
    reveal(`${edge.from.label} ${relationName(edge, edge.from)} ${edge.to.label}`);
  };

  const hide = () => {
    byId("details").hidden = true;
  };
  const close = () => {
    if (byId("details").hidden) return;
    hide();
    app.focus.clear();
    const back = opener && opener.isConnected && opener !== document.body ? opener : byId("map");
    back.focus({ preventScroll: true });
  };

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
    hide,
    close,
    covers,
    start: () => app.language.onChange(() => !byId("details").hidden && render()),
  };
})((window.gronagraf = window.gronagraf || {}));
