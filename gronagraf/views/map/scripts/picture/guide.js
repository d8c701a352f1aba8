"use strict";
// What lies under the nodes: the communities of the network, or the boxes, lines and headings of another layout.
((app) => {
  const { FAMILY } = app.theme;

  const cells = (context, scale) => {
    const { discs, tray } = app.data;
    context.fillStyle = app.theme.colour("cell");
    if (discs.length > 1)
      for (const [x, y, wide, high] of discs) {
        context.beginPath();
        context.ellipse(x, y, wide, high, 0, 0, 2 * Math.PI);
        context.fill();
      }
    if (tray === null) return;
    const left = Math.min(...discs.map(([x, , wide]) => x - wide));
    const right = Math.max(...discs.map(([x, , wide]) => x + wide));
    line(context, scale, [left, tray, right, tray]);
    if (scale < 0.3) return;
    context.fillStyle = app.theme.colour("muted");
    context.textAlign = "left";
    context.font = `450 ${12 / scale}px ${FAMILY}`;
    context.fillText(app.language.say("tray"), left, tray - 6 / scale);
  };

  const line = (context, scale, [x1, y1, x2, y2]) => {
    context.strokeStyle = app.theme.colour("line");
    context.lineWidth = Math.max(1.5, 1 / scale);
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  };
  // Headings keep a size that can be read when the whole layout is in view, and never outgrow the names.
  const SIZES = { heading: [24, 13, 20], axis: [18, 12, 16], note: [14, 11, 14] };
  const sizeOf = (role, scale) => {
    const [own, least, most] = SIZES[role];
    return Math.min(own * 3, most / scale, Math.max(own, least / scale));
  };
  const text = (context, scale, [x, y, words, align, role]) => {
    const size = sizeOf(role, scale);
    context.fillStyle = app.theme.colour(role === "heading" ? "ink" : "muted");
    context.textAlign = align;
    context.font = `${role === "heading" ? 650 : 450} ${size}px ${FAMILY}`;
    context.fillText(app.language.pick(words), x, y);
  };

  // What is missing is told by more than a faint ground.
  const emptyPlaces = (context, scale, boxes) => {
    context.strokeStyle = app.theme.colour("muted");
    context.lineWidth = 1 / scale;
    context.setLineDash([4 / scale, 4 / scale]);
    for (const [x, y, wide, high] of boxes) context.strokeRect(x, y, wide, high);
    context.setLineDash([]);
  };

  const draw = (context, scale) => {
    const { key, guide } = app.placing.layout();
    if (key === "network") return cells(context, scale);
    context.fillStyle = app.theme.colour("cell");
    for (const [x, y, wide, high] of guide.boxes || []) context.fillRect(x, y, wide, high);
    if (key === "thread") emptyPlaces(context, scale, guide.boxes || []);
    for (const each of guide.lines || []) line(context, scale, each);
    for (const each of fitting(scale)) text(context, scale, each);
    return undefined;
  };

  // About where a text lies, on the wide side: [left, top, right, bottom].
  const around = ([x, y, words, align, role], scale) => {
    const size = sizeOf(role, scale);
    const width = (role === "heading" ? 0.6 : 0.53) * size * app.language.pick(words).length;
    const left = align === "left" ? x : align === "right" ? x - width : x - width / 2;
    return [left, y - 0.85 * size, left + width, y + 0.22 * size];
  };
  const reach = (boxes) => [
    boxes.reduce((least, box) => Math.min(least, box[0]), Infinity),
    boxes.reduce((least, box) => Math.min(least, box[1]), Infinity),
    boxes.reduce((most, box) => Math.max(most, box[2]), -Infinity),
    boxes.reduce((most, box) => Math.max(most, box[3]), -Infinity),
  ];
  // What a layout with a guide takes together with the nodes in it; null for the network, which is its nodes alone.
  const bounds = (scale) => {
    const { guide, points } = app.placing.layout();
    if (!guide) return null;
    const boxes = (guide.boxes || []).map(([x, y, wide, high]) => [x, y, x + wide, y + high]);
    const lines = (guide.lines || []).map(([x1, y1, x2, y2]) => [
      Math.min(x1, x2),
      Math.min(y1, y2),
      Math.max(x1, x2),
      Math.max(y1, y2),
    ]);
    const nodes = [];
    for (const [x, y] of points.values()) nodes.push([x - 60, y - 32, x + 60, y + 60]);
    return reach([...boxes, ...lines, ...nodes, ...(guide.texts || []).map((each) => around(each, scale))]);
  };

  // The texts that have room at this scale, headings first: none is written over another.
  const fitting = (scale) => {
    const { guide } = app.placing.layout();
    const texts = (guide && guide.texts) || [];
    const order = ["heading", "axis", "note"].flatMap((role) => texts.filter((each) => each[4] === role));
    const taken = [];
    return order.filter((each) => {
      const box = around(each, scale);
      const free = taken.every((other) => !overlap(box, other));
      if (free) taken.push(box);
      return free;
    });
  };
  const overlap = (one, other) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
  // Where they are written.
  const written = (scale) => fitting(scale).map((each) => around(each, scale));

  app.guide = { draw, bounds, written };
})((window.gronagraf = window.gronagraf || {}));
