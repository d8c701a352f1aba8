"use strict";
// Marks on the picture: a ring and a sign at nodes, and lines of their own for relations that are new, gone or changed.
((app) => {
  const SIGNS = { new: "+", gone: "−", changed: "~", broken: "✕" };
  const TURN = 2 * Math.PI;
  // Signs of many marks are left out where the whole map is seen, and come as one zooms in.
  const MANY = 120;
  const READABLE = 0.35;

  // What a node is marked as, each with its place around it: changes above to the right, breaks above to the left.
  const marksOf = (node) => {
    const found = node.change ? [[node.change, 1]] : [];
    if (app.data.breaks && app.marking.isBroken(node, app.data.breaks)) found.push(["broken", -1]);
    return found;
  };
  const reachOf = (node, at, scale) => node.size * 1.15 + (3 + 3 * at) / scale;
  // The rings of one kind in one stroke: of thousands each by itself would cost seconds a frame.
  const rings = (context, kind, some, scale) => {
    context.beginPath();
    for (const [node, at] of some) {
      const reach = reachOf(node, at, scale);
      context.moveTo(node.x + reach, node.y);
      context.arc(node.x, node.y, reach, 0, TURN);
    }
    context.setLineDash(kind === "gone" ? [2 / scale, 3 / scale] : []);
    context.lineWidth = 1.6 / scale;
    context.strokeStyle = app.theme.colour(kind);
    context.stroke();
    context.setLineDash([]);
  };
  // Smaller where the whole map is seen, so that signs do not hide it.
  const badge = (context, x, y, kind, scale) => {
    const radius = Math.min(7.5, 4.5 + 2 * scale);
    context.beginPath();
    context.arc(x, y, radius / scale, 0, TURN);
    context.fillStyle = app.theme.colour(kind);
    context.fill();
    context.lineWidth = 1.5 / scale;
    context.strokeStyle = app.theme.colour("paper");
    context.stroke();
    context.fillStyle = app.theme.colour("paper");
    context.font = `700 ${((kind === "broken" ? 1.25 : 1.7) * radius) / scale}px system-ui, sans-serif`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(SIGNS[kind], x, y);
  };

  const keep = (found, kind, entry) => {
    if (!found.has(kind)) found.set(kind, []);
    found.get(kind).push(entry);
  };
  const paintNodes = (context, some, scale) => {
    const byKind = new Map();
    for (const node of some) node.marks.forEach(([kind], at) => keep(byKind, kind, [node, at]));
    for (const [kind, found] of byKind) rings(context, kind, found, scale);
    if (scale < READABLE && nodes.length > MANY) return;
    for (const node of some)
      node.marks.forEach(([kind, side], at) => {
        const away = reachOf(node, at, scale) * Math.SQRT1_2 + 2 / scale;
        badge(context, node.x + side * away, node.y - away, kind, scale);
      });
  };
  const paintEdge = (context, edge, scale, body) => {
    const { x, y } = body.edges[edge.index].edgeType.getPoint(0.5);
    badge(context, x, y, edge.change, scale);
  };

  // Whether a node is in the window, or so near it that its mark is.
  const inSight = (network, scale, canvas) => {
    const { x, y } = network.getViewPosition();
    const { clientWidth, clientHeight } = canvas;
    const [wide, high] = [clientWidth / 2 / scale + 60, clientHeight / 2 / scale + 60];
    return (node) => Math.abs(node.x - x) < wide && Math.abs(node.y - y) < high;
  };
  let nodes = [];
  let edges = [];
  const paint = (context) => {
    if (app.focus.active()) return;
    const network = app.picture.network();
    const scale = network.getScale();
    const seen = inSight(network, scale, context.canvas);
    context.save();
    if (scale >= READABLE * 1.6)
      for (const edge of edges)
        if (!edge.hidden && edge.drawn && (seen(edge.from) || seen(edge.to)))
          paintEdge(context, edge, scale, network.body);
    paintNodes(
      context,
      nodes.filter((node) => !node.hidden && node.inside === null && seen(node)),
      scale,
    );
    context.restore();
  };

  app.marks = {
    SIGNS,
    marksOf,
    isGone: (item) => item.change === "gone",
    // The colour, width and dashes of a marked relation; nothing for one that is as before.
    ofEdge: (edge) => {
      if (!edge.change) return null;
      const colour = app.theme.colour(edge.change);
      return {
        color: { color: colour, highlight: colour, hover: colour, opacity: 1, inherit: false },
        width: 2,
        dashes: edge.change === "gone" ? [2, 5] : app.looks.isInferred(edge) && [5, 4],
      };
    },
    paintNodes,
    start: () => {
      for (const node of app.data.nodes) node.marks = marksOf(node);
      nodes = app.data.nodes.filter((node) => node.marks.length);
      edges = app.data.edges.filter((edge) => edge.change);
      if (nodes.length || edges.length) app.picture.network().on("afterDrawing", paint);
    },
  };
})((window.gronagraf = window.gronagraf || {}));
