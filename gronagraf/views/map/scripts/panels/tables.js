"use strict";
// The same as the picture says, as two tables; made when they are asked for, a part at a time.
((app) => {
  const { byId, make, on } = app.dom;
  const { say } = app.language;
  const { linked, typeName, relationName } = app.text;
  const STEP = 400;

  const marked = () => Boolean(app.data.compared || app.data.breaks);
  const headingOfMarks = () => (marked() ? [say("mark")] : []);
  const marks = (item) => {
    const words = [app.changes.word(item), ...app.breaks.words(item)].filter(Boolean);
    return marked() ? make("td", {}, words.join("; ")) : null;
  };
  const measured = () => [...app.data.scales.values()].filter((scale) => scale.network);

  const goTo = (node) => {
    const button = make("button", { type: "button", class: "go is-inline" }, node.label);
    on(button, "click", () => app.details.open(node));
    return button;
  };
  const cell = (content) => make("td", {}, ...(content ? linked(content) : []));
  const nodeRow = (node) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, goTo(node)),
      make("td", {}, typeName(node.type)),
      cell(node.facts.note),
      cell(node.facts.source),
      marks(node),
      ...measured().map((scale) => make("td", {}, app.text.scaled(scale, node))),
    );
  const edgeRow = (edge) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, goTo(edge.from)),
      make("td", {}, relationName(edge, edge.from)),
      make("td", {}, goTo(edge.to)),
      cell(edge.facts.source),
      marks(edge),
    );

  const table = (heading, headings, items, row) => {
    const body = make("tbody");
    const more = make("button", { type: "button", class: "tool" }, say("more_rows"));
    let at = 0;
    const add = () => {
      body.append(...items.slice(at, at + STEP).map(row));
      at += STEP;
      more.hidden = at >= items.length;
    };
    on(more, "click", add);
    add();
    const top = make("thead", {}, make("tr", {}, ...headings.map((text) => make("th", { scope: "col" }, text))));
    const whole = make("table", {}, make("caption", {}, heading), top, body);
    return [make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": heading }, whole), more];
  };

  const render = () => {
    const [nodes, edges] = [app.shown.nodes(), app.shown.edges()];
    const compare = new Intl.Collator("sv").compare;
    nodes.sort((a, b) => compare(a.label, b.label));
    edges.sort((a, b) => compare(a.from.label, b.from.label) || compare(a.to.label, b.to.label));
    const ofNodes = table(
      `${say("nodes")} (${app.language.number(nodes.length)})`,
      [
        say("name"),
        say("type"),
        say("details"),
        say("source"),
        ...headingOfMarks(),
        ...measured().map((scale) => app.language.pick(scale.term)),
      ],
      nodes,
      nodeRow,
    );
    const ofEdges = table(
      `${say("relations")} (${app.language.number(edges.length)})`,
      [say("from"), say("relation"), say("to"), say("source"), ...headingOfMarks()],
      edges,
      edgeRow,
    );
    byId("tables-body").replaceChildren(...ofNodes, ...ofEdges);
  };

  app.tables = {
    start: () => {
      on(byId("open-tables"), "click", () => {
        render();
        byId("tables").showModal();
      });
      on(byId("close-tables"), "click", () => byId("tables").close());
      app.language.onChange(() => byId("tables").open && render());
    },
  };
})((window.gronagraf = window.gronagraf || {}));
