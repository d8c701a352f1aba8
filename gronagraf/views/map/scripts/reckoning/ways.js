"use strict";
// Steps around a node and the shortest way between two, along relations that are shown and whichever way they point.
((app) => {
  const other = (edge, node) => (edge.from === node ? edge.to : edge.from);

  // Nodes within so many steps, nearest first, with how far each is.
  const around = (start, steps) => {
    const far = new Map([[start, 0]]);
    for (const [node, distance] of far) {
      if (distance === steps) continue;
      for (const edge of node.ties) {
        const next = other(edge, node);
        if (!edge.hidden && !next.hidden && !far.has(next)) far.set(next, distance + 1);
      }
    }
    return far;
  };

  const isShown = (edge, next) => !edge.hidden && !next.hidden;
  const always = () => true;

  // One of the shortest ways as nodes and the relations between them, the same each time; null where there is none.
  // `all` is whether it may go by what is hidden.
  const between = (start, end, { all = false } = {}) => {
    const open = all ? always : isShown;
    const cameBy = new Map([[start, null]]);
    for (const [node] of cameBy) {
      if (node === end) break;
      for (const edge of node.ties) {
        const next = other(edge, node);
        if (!cameBy.has(next) && open(edge, next)) cameBy.set(next, edge);
      }
    }
    if (!cameBy.has(end)) return null;
    const nodes = [end];
    const edges = [];
    for (let node = end; cameBy.get(node); node = nodes[0]) {
      edges.unshift(cameBy.get(node));
      nodes.unshift(other(cameBy.get(node), node));
    }
    return { nodes, edges };
  };

  app.ways = { around, between };
})((window.gronagraf = window.gronagraf || {}));
