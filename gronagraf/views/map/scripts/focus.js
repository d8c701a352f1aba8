"use strict";
// What stands out: one node with its neighbours, one relation with its ends, or what a search found.
((app) => {
  const state = { node: null, edge: null, found: null };
  const listeners = [];
  const MOST_FOUND = 400;

  // Where buttons and the panel lie over the map: no name is written there.
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
    return { x, y, scale: network.getScale(), ...size, ratio, covered: coveredIn(canvas) };
  };

  const shownTies = (node) => node.ties.filter((edge) => !edge.hidden);
  const lit = () => {
    if (state.node) {
      const edges = shownTies(state.node);
      const near = new Set(edges.map((edge) => app.data.otherEnd(edge, state.node)));
      near.delete(state.node);
      const nodes = [...near].sort((a, b) => b.degree - a.degree || a.index - b.index);
      return { nodes: [state.node, ...nodes].filter((node) => !node.hidden), edges };
    }
    if (state.edge) return { nodes: [state.edge.from, state.edge.to], edges: [state.edge] };
    return { nodes: state.found.slice(0, MOST_FOUND), edges: [] };
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

  const paint = (context) => {
    const look = view();
    let candidates = app.data.ranked;
    if (state.node || state.edge || state.found) {
      const { nodes, edges } = lit();
      candidates = nodes;
      veil(context, look);
      app.picture.drawAgain(context, nodes, edges, app.theme.colour("accent"), Math.min(3, 1.4 / look.scale + 0.4));
      if (state.node) ring(context, look, state.node);
    }
    inWindow(context, look, () => app.labels.draw(context, look, candidates, state.node));
  };

  const set = (node, edge, found) => {
    Object.assign(state, { node, edge, found });
    app.picture.redraw();
    for (const listener of listeners) listener();
  };

  app.focus = {
    node: () => state.node,
    edge: () => state.edge,
    found: () => state.found,
    active: () => Boolean(state.node || state.edge || state.found),
    onNode: (node) => set(node, null, null),
    onEdge: (edge) => set(null, edge, null),
    onFound: (nodes) => set(null, null, nodes),
    clear: () => set(null, null, null),
    onChange: (listener) => listeners.push(listener),
    start: () => app.picture.network().on("afterDrawing", paint),
  };
})((window.gronagraf = window.gronagraf || {}));
