"use strict";
// The part of the map that is in view, drawn by the same code as on the canvas, as one group of an SVG.
((app) => {
  const EDGE = 60;

  // What is in view, in an area of this size: the whole of it, in the same middle.
  const lookIn = ({ width, height }) => {
    const network = app.picture.network();
    const { clientWidth, clientHeight } = network.canvas.frame.canvas;
    const { x, y } = network.getViewPosition();
    const scale = network.getScale() * Math.min(width / clientWidth, height / clientHeight);
    return app.state.get().camera === null
      ? whole(width, height)
      : { x, y, scale, width, height, ratio: 1, covered: [] };
  };
  // Where nobody has moved the map, all that is shown.
  const whole = (width, height) => {
    const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    for (const { x, y, size } of app.shown.nodes()) {
      Object.assign(box, { left: Math.min(box.left, x - size), right: Math.max(box.right, x + size) });
      Object.assign(box, { top: Math.min(box.top, y - size), bottom: Math.max(box.bottom, y + size) });
    }
    const [wide, high] = [Math.max(1, box.right - box.left), Math.max(1, box.bottom - box.top)];
    const scale = Math.min(1.6, (width - 2 * EDGE) / wide, (height - 2 * EDGE) / high);
    const [x, y] = [(box.left + box.right) / 2 || 0, (box.top + box.bottom) / 2 || 0];
    return { x, y, scale, width, height, ratio: 1, covered: [] };
  };

  const inside = (look, left, top, right, bottom) => {
    const [wide, high] = [look.width / 2 / look.scale, look.height / 2 / look.scale];
    return left < look.x + wide && right > look.x - wide && top < look.y + high && bottom > look.y - high;
  };
  const nodeInside = (look, { x, y, size }) => inside(look, x - size, y - size, x + size, y + size);
  const edgeInside = (look, { from, to }) => {
    const room = 40 + Math.hypot(from.x - to.x, from.y - to.y) * 0.2;
    const [left, right] = [Math.min(from.x, to.x) - room, Math.max(from.x, to.x) + room];
    return inside(look, left, Math.min(from.y, to.y) - room, right, Math.max(from.y, to.y) + room);
  };

  const drawAll = (pen, look, body) => {
    const edges = app.shown.edges().filter((edge) => edgeInside(look, edge));
    const nodes = app.shown.nodes().filter((node) => nodeInside(look, node));
    pen.group({ class: "ties" }, "", () => {
      for (const edge of edges) body.edges[edge.index].draw(pen);
      for (const edge of edges) body.edges[edge.index].drawArrows(pen);
    });
    for (const node of nodes)
      pen.group({ class: "node" }, `${node.label} (${app.text.typeName(node.type)})`, () =>
        body.nodes[node.index].draw(pen),
      );
  };

  const picture = (size) => {
    const { body } = app.picture.network();
    const look = lookIn(size);
    const pen = app.pen.make(look);
    // Widths of lines and sizes of texts are asked of vis-network's own view, which is another for so long.
    const before = { scale: body.view.scale, translation: body.view.translation };
    const translation = { x: look.width / 2 - look.x * look.scale, y: look.height / 2 - look.y * look.scale };
    Object.assign(body.view, { scale: look.scale, translation });
    pen.at = [look.scale, translation.x, translation.y];
    try {
      body.emitter.emit("beforeDrawing", pen);
      drawAll(pen, look, body);
      body.emitter.emit("afterDrawing", pen);
    } finally {
      Object.assign(body.view, before);
    }
    return pen.root;
  };

  app.scene = { picture };
})((window.gronagraf = window.gronagraf || {}));
