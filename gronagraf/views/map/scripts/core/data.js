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

  // Places and sizes of a layout by the node's number.
  const unpacked = ({ points, sizes, ...rest }) => {
    const places = new Map();
    const large = new Map();
    for (let at = 0; at < points.length; at += 3) {
      places.set(points[at], [points[at + 1], points[at + 2]]);
      if (sizes) large.set(points[at], sizes[at / 3]);
    }
    return { ...rest, points: places, sizes: sizes && large };
  };

  const nodes = read("data-nodes").map(([id, label, type, x, y, size, facts, more], index) => {
    const node = {
      measured: {},
      ...more,
      id,
      label,
      type,
      x,
      y,
      size,
      shape: about.nodes[type].shape,
      index,
      facts: withSource(facts),
      block: about.blocks[index],
      years: yearsOf(facts),
      home: [x, y],
      ties: [],
      placed: true,
      hidden: false,
    };
    byId.set(id, node);
    return node;
  });

  // What names a relation in an address: its ends and type, and its number among those that are alike in these.
  const keyOf = (from, type, to) => {
    const key = `${from.id}~${type}~${to.id}`;
    for (let number = 0; ; number += 1) {
      const tried = number ? `${key}~${number}` : key;
      if (!edgeByKey.has(tried)) return tried;
    }
  };
  const edges = read("data-edges").map(([start, end, type, bend, facts, more], index) => {
    const [from, to] = [nodes[start], nodes[end]];
    const key = keyOf(from, type, to);
    const hidden = false;
    const edge = { ...more, key, index, type, from, to, bend, facts: withSource(facts), years: yearsOf(facts), hidden };
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
    // The story of the file, or an empty one that may be filled in the page.
    story: about.story || { title: ["", ""], steps: [] },
    options: read("data-options"),
    nodeTypes: about.nodes,
    edgeTypes: about.edges,
    layouts: new Map([
      ["network", { key: "network", term: about.words.network }],
      ...about.layouts.map((each) => [each.key, unpacked(each)]),
    ]),
    nodes,
    edges,
    byId,
    edgeByKey,
    years,
    otherEnd,
  };
})((window.gronagraf = window.gronagraf || {}));
