"use strict";
// The graph as Python wrote it, with what is looked up often worked out once.
((app) => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const about = read("data-about");
  const byId = new Map();
  const edgeByKey = new Map();

  const withSource = (facts) =>
    facts.source === undefined ? facts : { ...facts, source: about.sources[facts.source] };
  const yearOf = (value) => (value === undefined ? null : Number(String(value).slice(0, 4)) || null);
  // The first and the last year of what is so for a time; null where an end is open or not known.
  const yearsOf = (facts) => {
    for (const [first, last] of about.periods)
      if (facts[first] !== undefined || facts[last] !== undefined) return [yearOf(facts[first]), yearOf(facts[last])];
    return [null, null];
  };

  const nodes = read("data-nodes").map((raw, index) => {
    const { facts, seed, measured = {}, ...marks } = raw.own;
    const node = {
      ...raw,
      ...marks,
      index,
      type: raw.group,
      facts: withSource(facts),
      seed,
      measured,
      block: about.blocks[index],
      years: yearsOf(facts),
      home: [raw.x, raw.y],
      ties: [],
      placed: true,
      hidden: false,
    };
    byId.set(node.id, node);
    return node;
  });

  // What names a relation in an address: its ends and type, and its number among those that are alike in these.
  const keyOf = (raw, type) => {
    const key = `${raw.from}~${type}~${raw.to}`;
    for (let number = 0; ; number += 1) {
      const tried = number ? `${key}~${number}` : key;
      if (!edgeByKey.has(tried)) return tried;
    }
  };
  const edges = read("data-edges").map((raw, index) => {
    const { type, facts, seed, ...marks } = raw.own;
    const edge = { raw, ...marks, index, type, facts: withSource(facts), seed, years: yearsOf(facts), hidden: false };
    edge.from = byId.get(raw.from);
    edge.to = byId.get(raw.to);
    edge.key = keyOf(raw, type);
    edgeByKey.set(edge.key, edge);
    edge.from.ties.push(edge);
    if (edge.to !== edge.from) edge.to.ties.push(edge);
    return edge;
  });

  const otherEnd = (edge, node) => (edge.from === node ? edge.to : edge.from);
  for (const node of nodes) node.degree = new Set(node.ties.map((edge) => otherEnd(edge, node))).size;

  // The span of all years that are known of anything; null where none is.
  const known = [...nodes, ...edges].flatMap((item) => item.years).filter((year) => year !== null);
  const years = known.length ? [known.reduce((a, b) => Math.min(a, b)), known.reduce((a, b) => Math.max(a, b))] : null;

  app.data = {
    ...about,
    options: read("data-options"),
    nodeTypes: about.nodes,
    edgeTypes: about.edges,
    layouts: new Map([
      ["network", { key: "network", term: about.words.network }],
      ...about.layouts.map((each) => [each.key, each]),
    ]),
    nodes,
    edges,
    byId,
    edgeByKey,
    years,
    otherEnd,
  };
})((window.gronagraf = window.gronagraf || {}));
