"use strict";
// Walking along relations: the neighbours of a node clockwise from the top, and the one that lies most in a direction.
((app) => {
  const LEAST = 0.35; // cosine: beyond about 70° to either side a neighbour does not lie in that direction

  const other = (edge, node) => (edge.from === node ? edge.to : edge.from);
  const clock = (node, from) => (Math.atan2(node.x - from.x, from.y - node.y) + 2 * Math.PI) % (2 * Math.PI);

  // Each neighbour that is shown once, with the relations that lead there.
  const neighbours = (node) => {
    const found = new Map();
    for (const edge of node.ties) {
      const next = other(edge, node);
      if (edge.hidden || next.hidden || next === node) continue;
      if (found.has(next)) found.get(next).edges.push(edge);
      else found.set(next, { node: next, edges: [edge] });
    }
    return [...found.values()].sort((a, b) => clock(a.node, node) - clock(b.node, node) || a.node.index - b.node.index);
  };

  // Near and straight ahead is best; null where none lies in the direction [x, y].
  const towards = (node, list, [right, down]) => {
    let best = null;
    for (const each of list) {
      const [x, y] = [each.node.x - node.x, each.node.y - node.y];
      const distance = Math.hypot(x, y) || 1;
      const cosine = (x * right + y * down) / distance;
      const cost = distance / cosine ** 3;
      if (cosine > LEAST && (best === null || cost < best.cost)) best = { each, cost };
    }
    return best && best.each;
  };

  // The next one round, or the first (the last) where `now` is not among them.
  const beside = (list, now, step) => {
    const at = list.findIndex(({ node }) => node === now);
    if (at < 0) return list.at(step > 0 ? 0 : -1) || null;
    return list[(at + step + list.length) % list.length];
  };

  const mostConnected = (nodes) =>
    nodes.reduce((best, node) => (node.hidden || (best && best.degree >= node.degree) ? best : node), null);

  app.walking = { neighbours, towards, beside, mostConnected };
})((window.gronagraf = window.gronagraf || {}));
