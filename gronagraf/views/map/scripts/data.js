"use strict";
// The graph as Python wrote it, with what is looked up often worked out once.
((app) => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const about = read("data-about");
  const byId = new Map();

  const withSource = (facts) =>
    facts.source === undefined ? facts : { ...facts, source: about.sources[facts.source] };

  const nodes = read("data-nodes").map((raw, index) => {
    const node = {
      ...raw,
      index,
      type: raw.group,
      facts: withSource(raw.own.facts),
      seed: raw.own.seed,
      measured: raw.own.measured || {},
      ties: [],
      hidden: false,
    };
    byId.set(node.id, node);
    return node;
  });

  const edges = read("data-edges").map((raw, index) => {
    const { type, facts, seed } = raw.own;
    const edge = { raw, index, type, facts: withSource(facts), seed, hidden: false };
    edge.from = byId.get(raw.from);
    edge.to = byId.get(raw.to);
    edge.from.ties.push(edge);
    if (edge.to !== edge.from) edge.to.ties.push(edge);
    return edge;
  });

  const otherEnd = (edge, node) => (edge.from === node ? edge.to : edge.from);
  for (const node of nodes) node.degree = new Set(node.ties.map((edge) => otherEnd(edge, node))).size;
  // Whose names come first: the largest, where size is a measure; else the most connected.
  const weight = ({ measured }) => (measured.size === undefined ? -1 : measured.size);
  const ranked = [...nodes].sort((a, b) => weight(b) - weight(a) || b.degree - a.degree || a.index - b.index);

  app.data = {
    ...about,
    options: read("data-options"),
    nodeTypes: about.nodes,
    edgeTypes: about.edges,
    nodes,
    edges,
    byId,
    ranked,
    otherEnd,
  };
})((window.gronagraf = window.gronagraf || {}));
