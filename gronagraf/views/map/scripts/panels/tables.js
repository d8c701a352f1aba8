"use strict";
// The same as the picture says, in words and as two tables to sort and search; made when asked for, a part at a time.
((app) => {
  const { byId, make, on } = app.dom;
  const { say, pick, number } = app.language;
  const { linked, typeName, relationName, fieldName, value, scaled } = app.text;
  const STEP = 400;
  const chosen = { nodes: { key: "name", down: false }, edges: { key: "from", down: false } };
  const marks = (item) => [app.changes.word(item), ...app.breaks.words(item)].filter(Boolean).join("; ");

  const goTo = (node) => {
    const button = make("button", { type: "button", class: "go is-inline" }, node.label);
    on(button, "click", () => app.details.open(node));
    return button;
  };
  const fact =
    (name) =>
    ({ type, facts }) =>
      facts[name] === undefined ? "" : value(type, name, facts[name]);
  // A period as it is written in the data: a day, or from and to, either of which may not be known.
  const period = ({ facts }) => {
    for (const [first, last] of app.data.periods) {
      const [from, to] = [facts[first], facts[last]];
      if (from === undefined && to === undefined) continue;
      return first === last ? String(from) : `${from ?? ""}–${to ?? ""}`;
    }
    return "";
  };
  // The relation's own facts in one line: what no other column says.
  const ELSEWHERE = new Set([...app.data.periods.flat(), "source", "source_year", "basis"]);
  const own = (edge) =>
    Object.keys(edge.facts)
      .filter((name) => !ELSEWHERE.has(name))
      .map((name) => `${fieldName(edge.type, name)}: ${value(edge.type, name, edge.facts[name])}`)
      .join("; ");
  const sector = () => Object.values(app.data.nodeTypes).find(({ fields }) => Object.hasOwn(fields, "sector"));

  const nodeColumns = () => [
    { key: "name", head: say("name"), text: (node) => node.label, cell: (node) => [goTo(node)] },
    { key: "type", head: say("type"), text: (node) => typeName(node.type) },
    { key: "sector", head: sector() ? pick(sector().fields.sector.term) : "", text: fact("sector") },
    { key: "note", head: say("details"), text: fact("note"), links: true },
    { key: "period", head: say("period"), text: period },
    { key: "basis", head: say("basis"), text: fact("basis") },
    { key: "source", head: say("source"), text: fact("source"), links: true, short: true },
    { key: "mark", head: say("mark"), text: marks },
    ...[...app.data.scales.values()]
      .filter(({ key, network }) => network || key === "ties")
      .map((scale) => ({ key: scale.key, head: pick(scale.term), text: (node) => scaled(scale, node), by: scale.of })),
  ];
  const edgeColumns = () => [
    { key: "from", head: say("from"), text: (edge) => edge.from.label, cell: (edge) => [goTo(edge.from)] },
    { key: "relation", head: say("relation"), text: (edge) => relationName(edge, edge.from) },
    { key: "to", head: say("to"), text: (edge) => edge.to.label, cell: (edge) => [goTo(edge.to)] },
    { key: "own", head: say("details"), text: own, links: true },
    { key: "period", head: say("period"), text: period },
    { key: "basis", head: say("basis"), text: fact("basis") },
    { key: "source", head: say("source"), text: fact("source"), links: true, short: true },
    { key: "mark", head: say("mark"), text: marks },
  ];

  const row = (columns) => (item) =>
    make(
      "tr",
      {},
      ...columns.map(({ text, cell, links, short }, at) => {
        const inside = cell ? cell(item) : links ? linked(text(item), short) : [text(item)];
        return at === 0 ? make("th", { scope: "row" }, ...inside) : make("td", {}, ...inside);
      }),
    );

  // A table that is sorted by the headings' buttons; `part` is where in `chosen` the order is kept.
  const table = (part, heading, items, every) => {
    const columns = every.filter(({ text }, at) => at < 3 || items.some((item) => text(item) !== ""));
    const body = make("tbody");
    const more = make("button", { type: "button", class: "tool" }, say("more_rows"));
    let ordered = [];
    let at = 0;
    const add = () => {
      body.append(...ordered.slice(at, at + STEP).map(row(columns)));
      at += STEP;
      more.hidden = at >= ordered.length;
    };
    const heads = columns.map(({ key, head }) => {
      const button = make("button", { type: "button", class: "sort" }, head);
      on(button, "click", () => {
        chosen[part] = { key, down: chosen[part].key === key && !chosen[part].down };
        order();
        app.tables.tell(say(chosen[part].down ? "sorted_down" : "sorted_up", head));
      });
      return make("th", { scope: "col" }, button);
    });
    const order = () => {
      const { key, down } = chosen[part];
      const column = columns.find((each) => each.key === key) || columns[0];
      ordered = app.ordering.sorted(items, column.by || column.text, down);
      heads.forEach((head, place) => {
        if (columns[place] === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
      body.replaceChildren();
      at = 0;
      add();
    };
    on(more, "click", add);
    order();
    const whole = make("table", {}, make("caption", {}, heading), make("thead", {}, make("tr", {}, ...heads)), body);
    return [make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": heading }, whole), more];
  };

  const found = (items, columns) => {
    const words = byId("tables-filter").value;
    return app.ordering.holding(items, words, (item) => columns.map(({ text }) => text(item)));
  };
  const titled = (key, some, all) => `${say(key)} (${say("of", number(some), number(all))})`;
  const renderRows = () => {
    const [ofNodes, ofEdges] = [nodeColumns(), edgeColumns()];
    const [nodes, edges] = [found(app.shown.nodes(), ofNodes), found(app.shown.edges(), ofEdges)];
    const { nodes: allNodes, edges: allEdges } = app.data;
    byId("tables-body").replaceChildren(
      ...table("nodes", titled("nodes", nodes.length, allNodes.length), nodes, ofNodes),
      ...table("edges", titled("relations", edges.length, allEdges.length), edges, ofEdges),
    );
    return say("shown", ...[nodes.length, allNodes.length, edges.length, allEdges.length].map(number));
  };
  const render = () => {
    app.inwords.render();
    byId("tables-count").textContent = renderRows();
  };

  // Words are waited for a moment, so that a long table is not made for each letter.
  let waiting = 0;
  const onWords = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => (byId("tables-count").textContent = renderRows()), 180);
  };

  app.tables = {
    // Told inside the dialog: what lies behind it is silent while it is open.
    tell: (words) => (byId("tables-told").textContent = words),
    start: () => {
      on(byId("open-tables"), "click", () => {
        render();
        byId("tables").showModal();
      });
      on(byId("close-tables"), "click", () => byId("tables").close());
      on(byId("tables-filter"), "input", onWords);
      app.language.onChange(() => byId("tables").open && render());
    },
  };
})((window.gronagraf = window.gronagraf || {}));
