"use strict";
// The part of the map that is in view, drawn by the same code as on the canvas, as one group of an SVG.
((app) => {
  // What is in view, in an area of this size: the whole of it, in the same middle; all of the map if nobody moved it.
  const viewIn = (width, height) => {
    const network = app.picture.network();
    const { clientWidth, clientHeight } = network.canvas.frame.canvas;
    const found = app.state.get().camera === null ? app.picture.whole(width, height) : null;
    const scale = network.getScale() * Math.min(width / clientWidth, height / clientHeight);
    return found || { ...network.getViewPosition(), scale };
  };
  const lookIn = ({ width, height }) => {
    const { x, y, scale } = viewIn(width, height);
    const across = (at) => (at - x) * scale + width / 2;
    const down = (at) => (at - y) * scale + height / 2;
    const covered = [...app.guide.written(scale), ...app.closed.written(scale)].map(([left, top, right, bottom]) => ({
      left: across(left),
      top: down(top),
      right: across(right),
      bottom: down(bottom),
    }));
    return { x, y, scale, width, height, ratio: 1, covered };
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

  // Of thousands of relations those that look alike are one shape: as many shapes take minutes to print.
  const MANY = 3000;
  const merge = (group) => {
    const alike = new Map();
    for (const path of [...group.querySelectorAll(":scope > path")]) {
      const key = path.getAttributeNames().map((name) => (name === "d" ? "" : `${name}=${path.getAttribute(name)}`));
      const first = alike.get(key.join());
      if (first) {
        first.push(path.getAttribute("d"));
        path.remove();
      } else alike.set(key.join(), [path, path.getAttribute("d")]);
    }
    for (const [path, ...parts] of alike.values()) path.setAttribute("d", parts.join(""));
  };

  const drawAll = (pen, look, body) => {
    const edges = app.shown.edges().filter((edge) => edge.drawn && edgeInside(look, edge));
    const nodes = app.shown.nodes().filter((node) => node.drawn && nodeInside(look, node));
    pen.group({ class: "ties" }, "", () => {
      for (const edge of edges) body.edges[edge.index].draw(pen);
      for (const edge of edges) body.edges[edge.index].drawArrows(pen);
    });
    if (edges.length > MANY) merge(pen.root.querySelector(".ties"));
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
    const { clientWidth, clientHeight } = app.picture.network().canvas.frame.canvas;
    const translation = { x: clientWidth / 2 - look.x * look.scale, y: clientHeight / 2 - look.y * look.scale };
    Object.assign(body.view, { scale: look.scale, translation });
    pen.at = [look.scale, look.width / 2 - look.x * look.scale, look.height / 2 - look.y * look.scale];
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
