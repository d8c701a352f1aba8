"use strict";
// What lies under the nodes: the communities of the network, or the boxes, lines and headings of another layout.
((app) => {
  const FAMILY = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

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
  // Headings keep a size that can be read when the whole layout is in view, and grow no further than the map's own.
  const SIZES = { heading: [24, 13], axis: [18, 12], note: [14, 11] };
  const text = (context, scale, [x, y, words, align, role]) => {
    const [own, least] = SIZES[role];
    const size = Math.min(own * 3, Math.max(own, least / scale));
    context.fillStyle = app.theme.colour(role === "heading" ? "ink" : "muted");
    context.textAlign = align;
    context.font = `${role === "heading" ? 650 : 450} ${size}px ${FAMILY}`;
    context.fillText(app.language.pick(words), x, y);
  };

  const draw = (context, scale) => {
    const { key, guide } = app.placing.layout();
    if (key === "network") return cells(context, scale);
    context.fillStyle = app.theme.colour("cell");
    for (const [x, y, wide, high] of guide.boxes || []) context.fillRect(x, y, wide, high);
    for (const each of guide.lines || []) line(context, scale, each);
    for (const each of guide.texts || []) text(context, scale, each);
    return undefined;
  };

  app.guide = { draw };
})((window.gronagraf = window.gronagraf || {}));
