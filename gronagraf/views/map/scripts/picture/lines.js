"use strict";
// The relations of a large map as plain lines, hundreds in one stroke: as items of vis-network each costs many times more.
((app) => {
  const MANY = 4000;
  const TOGETHER = 256;
  // From afar arrows and dashes are less than three pixels.
  const DETAILS_SEEN = 0.3;
  const ARROW = { long: 9, half: 3.4 };
  const NEAR = 5;
  const { isInferred } = app.looks;
  let lines = [];

  const isLine = (edge) => app.data.edges.length > MANY && !edge.bend && !edge.change && edge.from !== edge.to;

  // What is in the window: a box of the map.
  const seenOf = (network, look) => {
    if (look) return { x: look.x, y: look.y, wide: look.width / 2 / look.scale, high: look.height / 2 / look.scale };
    const { x, y } = network.getViewPosition();
    const { clientWidth, clientHeight } = network.canvas.frame.canvas;
    const scale = network.getScale();
    return { x, y, wide: clientWidth / 2 / scale, high: clientHeight / 2 / scale };
  };
  const meets = (box, { from, to }) =>
    Math.abs((from.x + to.x) / 2 - box.x) <= box.wide + Math.abs(from.x - to.x) / 2 &&
    Math.abs((from.y + to.y) / 2 - box.y) <= box.high + Math.abs(from.y - to.y) / 2;

  const line = (context, { from, to }) => {
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
  };
  const arrow = (context, { from, to }) => {
    const far = Math.hypot(to.x - from.x, to.y - from.y);
    if (far < to.size + ARROW.long) return;
    const [dx, dy] = [(to.x - from.x) / far, (to.y - from.y) / far];
    const [x, y] = [to.x - dx * to.size, to.y - dy * to.size];
    const [back, side] = [ARROW.long, ARROW.half];
    context.moveTo(x, y);
    context.lineTo(x - dx * back - dy * side, y - dy * back + dx * side);
    context.lineTo(x - dx * back + dy * side, y - dy * back - dx * side);
  };
  const inParts = (context, some, add, end) => {
    for (let at = 0; at < some.length; at += TOGETHER) {
      context.beginPath();
      for (const edge of some.slice(at, at + TOGETHER)) add(context, edge);
      context[end]();
    }
  };
  const points = (edge) => !app.data.edgeTypes[edge.type].symmetric;

  const paint = (context, some, scale, colour) => {
    context.strokeStyle = colour;
    context.fillStyle = colour;
    const dashed = scale >= DETAILS_SEEN ? some.filter(isInferred) : [];
    inParts(context, dashed.length ? some.filter((edge) => !isInferred(edge)) : some, line, "stroke");
    context.setLineDash([5, 4]);
    inParts(context, dashed, line, "stroke");
    context.setLineDash([]);
    if (scale >= DETAILS_SEEN) inParts(context, some.filter(points), arrow, "fill");
  };

  const distance = ({ from, to }, { x, y }) => {
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const along = Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1)));
    return Math.hypot(from.x + along * dx - x, from.y + along * dy - y);
  };

  app.lines = {
    isLine,
    // Those that are open to be seen, whether or not they are hidden.
    set: (some) => (lines = some),
    draw: (context, network, opacity) => {
      const { dragging, zooming } = network.renderer;
      // Below a veil they would hardly be seen.
      if (!lines.length || dragging || zooming || app.focus.active()) return;
      const [scale, box] = [network.getScale(), seenOf(network, context.look)];
      context.save();
      context.globalAlpha = opacity;
      context.lineWidth = Math.max(1, 0.3 / scale);
      const some = lines.filter((edge) => !edge.hidden && meets(box, edge));
      paint(context, some, scale, app.theme.colour("tie"));
      context.restore();
    },
    // One over what is already there.
    again: (context, edge, colour, width) => {
      context.lineWidth = width;
      paint(context, [edge], app.picture.network().getScale(), colour);
    },
    at: (spot, scale) => {
      let best = null;
      for (const edge of lines) {
        const far = edge.hidden ? Infinity : distance(edge, spot);
        if (far * scale <= NEAR && !(best && best.far <= far)) best = { edge, far };
      }
      return best && best.edge;
    },
  };
})((window.gronagraf = window.gronagraf || {}));
