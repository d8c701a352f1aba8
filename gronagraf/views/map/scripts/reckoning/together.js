"use strict";
// Communities that are closed and drawn as one mark each: which nodes are inside, and the ties between marks, counted.
((app) => {
  // Above so many nodes a page starts with its communities closed.
  const MOST_APART = 10000;

  // Sets `inside` of every node: the number of the closed community that it is inside, or null.
  const mark = (state, { nodes, groups }) => {
    const opened = new Set(state.opened);
    const closed = groups.map((_, number) => state.together && state.layout === "network" && !opened.has(number));
    for (const node of nodes) node.inside = closed[node.group] ? node.group : null;
  };

  // How many shown nodes each closed community has; nothing for one that is open or has none.
  const tally = ({ nodes }) => {
    const counts = new Map();
    for (const { hidden, inside } of nodes)
      if (!hidden && inside !== null) counts.set(inside, (counts.get(inside) || 0) + 1);
    return counts;
  };

  // The shown relations from or to closed communities, as one tie for each two ends: [end, end, number]. An end is a
  // node, or the number of a community; relations within one community are none.
  const ties = ({ edges, nodes, groups }) => {
    const found = new Map();
    const place = (node) => (node.inside === null ? groups.length + node.index : node.inside);
    const end = (at) => (at < groups.length ? at : nodes[at - groups.length]);
    const wide = groups.length + nodes.length;
    for (const { from, to, hidden } of edges) {
      if (hidden || (from.inside === null && to.inside === null)) continue;
      const [one, other] = [place(from), place(to)];
      if (one === other) continue;
      const key = Math.min(one, other) * wide + Math.max(one, other);
      found.set(key, (found.get(key) || 0) + 1);
    }
    return [...found].map(([key, number]) => [end(Math.floor(key / wide)), end(key % wide), number]);
  };

  app.together = { MOST_APART, PARTS: ["together", "opened", "layout"], mark, tally, ties };
})((window.gronagraf = window.gronagraf || {}));
