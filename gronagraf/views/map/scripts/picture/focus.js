"use strict";
// What stands out: one node with what is around it, a way between two, one relation with its ends, or search hits.
((app) => {
  let hits = null;
  const listeners = [];
  const MOST_FOUND = 400;

  // Where buttons and the panel lie over the map: no name is written there, nor over a heading.
  const coveredIn = (canvas) => {
    const origin = canvas.getBoundingClientRect();
    return [...document.querySelectorAll(".zoom, .details:not([hidden])")].map((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return {
        left: left - origin.left,
        top: top - origin.top,
        right: right - origin.left,
        bottom: bottom - origin.top,
      };
    });
  };

  const view = () => {
    const network = app.picture.network();
    const canvas = network.canvas.frame.canvas;
    const { x, y } = network.getViewPosition();
    const ratio = canvas.width / canvas.clientWidth;
    const size = { width: canvas.clientWidth, height: canvas.clientHeight };
    const scale = network.getScale();
    const onWindow = ([left, top, right, bottom]) => ({
      left: (left - x) * scale + size.width / 2,
      top: (top - y) * scale + size.height / 2,
      right: (right - x) * scale + size.width / 2,
      bottom: (bottom - y) * scale + size.height / 2,
    });
    const covered = [
      ...coveredIn(canvas),
      ...[...app.guide.written(scale), ...app.closed.written(scale)].map(onWindow),
    ];
    return { x, y, scale, ...size, ratio, covered };
  };

  const chosen = () => {
    const { node, edge, way } = app.state.get();
    const { byId, edgeByKey } = app.data;
    return {
      node: node === null ? null : byId.get(node),
      way: way === null ? null : byId.get(way),
      edge: edge === null ? null : edgeByKey.get(edge),
    };
  };
  const byDegree = (a, b) => b.degree - a.degree || a.index - b.index;
  const surroundings = (node, steps) => {
    const far = app.ways.around(node, steps);
    const near = [...far.keys()].filter((each) => each !== node).sort(byDegree);
    const between = (edge) => !edge.hidden && far.has(edge.from) && far.has(edge.to);
    // Of one step only the node's own ties: those among its neighbours would hide them.
    const inside = steps === 1 ? node.ties.filter((edge) => !edge.hidden) : app.data.edges.filter(between);
    return { nodes: [node, ...near].filter((each) => !each.hidden), edges: inside };
  };
  const lit = () => {
    const { node, way, edge } = chosen();
    if (way) {
      const found = app.ways.between(node, way);
      return found || { nodes: [node, way], edges: [] };
    }
    if (node) return surroundings(node, app.state.get().steps);
    if (edge) return { nodes: [edge.from, edge.to], edges: [edge] };
    return { nodes: hits.slice(0, MOST_FOUND), edges: [] };
  };
  // What has come to be hidden since it was chosen, by a filter or by a layout without a place for it, is not drawn.
  const seen = (items) => items.filter((each) => !each.hidden);
  let kept = null;
  const litOnce = () => {
    if (kept) return kept;
    const { nodes, edges } = lit();
    kept = { nodes: seen(nodes), edges: seen(edges) };
    return kept;
  };

  const inWindow = (context, { ratio }, paint) => {
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    paint();
    context.restore();
  };
  const veil = (context, look) =>
    inWindow(context, look, () => {
      context.globalAlpha = 0.84;
      context.fillStyle = app.theme.colour("paper");
      context.fillRect(0, 0, look.width, look.height);
    });
  const ring = (context, look, node) => {
    context.beginPath();
    context.arc(node.x, node.y, node.size * 1.15 + 5 / look.scale, 0, 2 * Math.PI);
    context.lineWidth = 2.5 / look.scale;
    context.strokeStyle = app.theme.colour("accent");
    context.stroke();
  };

  const active = () => {
    const { node, edge } = app.state.get();
    return node !== null || edge !== null || hits !== null;
  };
  const paint = (context) => {
    const look = context.look || view();
    let candidates = [...app.closed.names(look.scale), ...app.data.ranked];
    const { node, way } = chosen();
    if (active()) {
      const { nodes, edges } = litOnce();
      candidates = [...nodes, ...app.closed.names(look.scale, nodes)];
      veil(context, look);
      app.picture.drawAgain(context, nodes, edges, app.theme.colour("accent"), Math.min(3, 1.4 / look.scale + 0.4));
      const scale = look.scale;
      app.marks.paintNodes(
        context,
        nodes.filter((each) => each.inside === null),
        scale,
      );
      for (const each of [node, way]) if (each && !each.hidden) ring(context, look, each);
    }
    inWindow(context, look, () => app.labels.draw(context, look, candidates, node));
  };

  const renew = () => {
    kept = null;
    app.picture.redraw();
    for (const listener of listeners) listener();
  };
  const found = (nodes) => {
    hits = nodes;
    renew();
  };

  app.focus = {
    node: () => chosen().node,
    edge: () => chosen().edge,
    way: () => chosen().way,
    lit: () => (active() ? litOnce() : null),
    found: () => hits,
    active,
    onFound: found,
    onChange: (listener) => listeners.push(listener),
    start: () => {
      app.state.on(["node", "edge", "way", "steps"], renew);
      app.shown.onChange(() => (kept = null));
      app.picture.network().on("afterDrawing", paint);
    },
  };
})((window.gronagraf = window.gronagraf || {}));
