"use strict";
// What a map says in numbers: how many of what, who has most ties, what hangs together, what is loose or uncertain.
((app) => {
  const counted = (items) => {
    const found = new Map();
    for (const { type } of items) found.set(type, (found.get(type) || 0) + 1);
    return found;
  };
  // The neighbours of each node along these relations, itself not counted.
  const neighbours = (nodes, edges) => {
    const near = new Map(nodes.map((node) => [node, new Set()]));
    for (const { from, to } of edges)
      if (from !== to) {
        near.get(from).add(to);
        near.get(to).add(from);
      }
    return near;
  };
  const parts = (near) => {
    const seen = new Set();
    const found = [];
    for (const start of near.keys()) {
      if (seen.has(start)) continue;
      const part = new Set([start]);
      for (const node of part) for (const next of near.get(node)) part.add(next);
      for (const node of part) seen.add(node);
      found.push(part);
    }
    return found.sort((a, b) => b.size - a.size);
  };
  const byTies = (near) => (a, b) => near.get(b).size - near.get(a).size || a.index - b.index;
  const communities = (nodes, near) => {
    const found = new Map();
    for (const node of nodes) if (node.block !== null) found.set(node.block, [...(found.get(node.block) || []), node]);
    return [...found]
      .sort(([a, some], [b, others]) => others.length - some.length || a - b)
      .map(([, members]) => members.sort(byTies(near)));
  };

  const inferred = (items) => items.filter(({ facts }) => facts.basis === "inferred").length;

  // Of the nodes and relations given, in the order of the data.
  const summarise = (nodes, edges) => {
    const near = neighbours(nodes, edges);
    const all = parts(near);
    return {
      nodes: nodes.length,
      edges: edges.length,
      nodeTypes: counted(nodes),
      edgeTypes: counted(edges),
      most: [...nodes].sort(byTies(near)).filter((node) => near.get(node).size),
      ties: (node) => near.get(node).size,
      communities: communities(nodes, near),
      largest: all.length ? all[0].size : 0,
      others: all.slice(1).filter((part) => part.size > 1).length,
      loose: nodes.filter((node) => !near.get(node).size),
      inferred: [inferred(nodes), inferred(edges)],
      undated: edges.filter(({ years }) => years[0] === null && years[1] === null).length,
    };
  };

  app.summary = { summarise };
})((window.gronagraf = window.gronagraf || {}));
