"use strict";
// What is printed: the map with its legend on one page, what is opened, then the tables of what is shown, and sources.
((app) => {
  const { byId, make, on } = app.dom;
  const { say, number, pick } = app.language;
  const { typeName, relationName, scaled } = app.text;
  const PAGE = [1026, 694];
  const MOST = 2000;
  let before = null;

  const numbered = (items) => {
    const found = new Map();
    for (const { facts } of items)
      if (facts.source !== undefined && !found.has(facts.source)) found.set(facts.source, found.size + 1);
    return found;
  };
  const table = (heading, headings, items, cells) => {
    const row = (item) => {
      const [first, ...rest] = cells(item);
      return make("tr", {}, make("th", { scope: "row" }, first), ...rest.map((each) => make("td", {}, each ?? "")));
    };
    const top = make("thead", {}, make("tr", {}, ...headings.map((each) => make("th", { scope: "col" }, each))));
    const body = make("tbody", {}, ...items.slice(0, MOST).map(row));
    const missing = items.length - MOST;
    return [
      make("h2", {}, `${heading} (${number(items.length)})`),
      make("table", {}, top, body),
      missing > 0 ? make("p", {}, say("missing_rows", number(missing))) : null,
    ];
  };
  const tables = () => {
    const compare = new Intl.Collator("sv").compare;
    const nodes = app.shown.nodes().sort((a, b) => compare(a.label, b.label));
    const ends = (a, b) => compare(a.from.label, b.from.label) || compare(a.to.label, b.to.label);
    const edges = app.shown.edges().sort(ends);
    const cited = numbered([...nodes.slice(0, MOST), ...edges.slice(0, MOST)]);
    const source = ({ facts }) => (facts.source === undefined ? "" : String(cited.get(facts.source) ?? ""));
    const measured = [...app.data.scales.values()].filter((scale) => scale.network);
    const columns = [
      say("name"),
      say("type"),
      say("details"),
      ...measured.map((scale) => pick(scale.term)),
      say("source"),
    ];
    const ofNode = (node) => [
      node.label,
      typeName(node.type),
      String(node.facts.note ?? ""),
      ...measured.map((scale) => scaled(scale, node)),
      source(node),
    ];
    const ofEdge = (edge) => [edge.from.label, relationName(edge, edge.from), edge.to.label, source(edge)];
    const sources = [...cited.keys()].map((text) => make("li", {}, String(text)));
    return [
      ...table(say("nodes"), columns, nodes, ofNode),
      ...table(say("relations"), [say("from"), say("relation"), say("to"), say("source")], edges, ofEdge),
      ...(sources.length ? [make("h2", {}, say("sources")), make("ol", {}, ...sources)] : []),
    ];
  };
  const opened = () => {
    if (byId("details").hidden) return null;
    const copy = byId("details").cloneNode(true);
    for (const each of copy.querySelectorAll("[id]")) each.removeAttribute("id");
    return make("section", { class: "opened" }, ...copy.childNodes);
  };

  const lay = () => {
    before = app.theme.force("light");
    byId("paper")?.remove();
    const map = app.sheet.ofPage(...PAGE);
    document.body.append(make("section", { id: "paper" }, make("figure", {}, map), opened(), ...tables()));
  };
  const away = () => {
    byId("paper")?.remove();
    app.theme.force(before);
  };

  app.paper = {
    start: () => {
      on(byId("print"), "click", () => window.print());
      on(window, "beforeprint", lay);
      on(window, "afterprint", away);
    },
  };
})((window.gronagraf = window.gronagraf || {}));
