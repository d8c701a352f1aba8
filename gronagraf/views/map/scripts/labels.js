"use strict";
// Names beside the nodes: the most connected first, none over another, more of them as one zooms in.
((app) => {
  const CELL = 6;
  const MOST = 260;
  const WIDEST = 23;
  const FAMILY = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
  const widths = new Map();
  const lines = new Map();

  // The name in one line, or two of about the same length when it is long; cut when it is very long.
  const wrapped = (name) => {
    const known = lines.get(name);
    if (known) return known;
    const text = name.replace(/\s+/g, " ").trim();
    const most = 2 * WIDEST;
    const short = text.length > most ? text.slice(0, most - 1).trimEnd() + "…" : text;
    const result = short.length <= WIDEST ? [short] : halves(short);
    lines.set(name, result);
    return result;
  };
  const halves = (text) => {
    let best = null;
    for (let at = text.indexOf(" "); at > 0; at = text.indexOf(" ", at + 1)) {
      const longest = Math.max(at, text.length - at - 1);
      if (best === null || longest < best.longest) best = { at, longest };
    }
    return best === null ? [text] : [text.slice(0, best.at), text.slice(best.at + 1)];
  };

  const widthOf = (context, text) => {
    const key = context.font + text;
    let width = widths.get(key);
    if (width === undefined) widths.set(key, (width = context.measureText(text).width));
    return width;
  };

  // Which cells of the window are taken, as a coarse grid.
  const makeGrid = (width, height) => {
    const columns = Math.ceil(width / CELL);
    const rows = Math.ceil(height / CELL);
    const taken = new Uint8Array(columns * rows);
    const each = (box, visit) => {
      const left = Math.max(0, Math.floor(box.left / CELL));
      const right = Math.min(columns - 1, Math.floor(box.right / CELL));
      const bottom = Math.min(rows - 1, Math.floor(box.bottom / CELL));
      for (let row = Math.max(0, Math.floor(box.top / CELL)); row <= bottom; row += 1)
        for (let column = left; column <= right; column += 1) if (visit(row * columns + column)) return true;
      return false;
    };
    return {
      isFree: (box) => !each(box, (at) => taken[at] !== 0),
      take: (box) => each(box, (at) => ((taken[at] = 1), false)),
    };
  };

  const boxAt = (x, y, width, height) => ({ left: x - 3, top: y - 1, right: x + width + 3, bottom: y + height + 1 });
  const places = (spot, width, height) => {
    const gap = spot.radius + 4;
    return [
      boxAt(spot.x - width / 2, spot.y + gap, width, height),
      boxAt(spot.x - width / 2, spot.y - gap - height, width, height),
      boxAt(spot.x + gap, spot.y - height / 2, width, height),
      boxAt(spot.x - gap - width, spot.y - height / 2, width, height),
    ];
  };
  const inside = (box, view) => box.left >= 0 && box.right <= view.width && box.top >= 0 && box.bottom <= view.height;

  const spotsIn = (view, candidates) => {
    const spots = [];
    for (const node of candidates) {
      if (node.hidden) continue;
      const x = (node.x - view.x) * view.scale + view.width / 2;
      const y = (node.y - view.y) * view.scale + view.height / 2;
      if (x < -40 || y < -40 || x > view.width + 40 || y > view.height + 40) continue;
      spots.push({ node, x, y, radius: node.size * view.scale });
    }
    return spots;
  };

  const sizeOf = (rank, scale, chosen) => {
    const grown = Math.min(3, Math.max(0, Math.round(2.5 * (scale - 0.8))));
    return (chosen ? 14 : rank < 14 ? 13 : 12) + grown;
  };

  const write = (context, label) => {
    const { box, size, words, bold } = label;
    context.font = `${bold ? 650 : 450} ${size}px ${FAMILY}`;
    const middle = (box.left + box.right) / 2;
    words.forEach((line, at) => {
      const y = box.top + 1 + size * (0.92 + at * 1.16);
      context.strokeText(line, middle, y);
      context.fillText(line, middle, y);
    });
  };

  // Draws names in window coordinates over the picture; `first` come before all others.
  const drawLabels = (context, view, candidates, first) => {
    const grid = makeGrid(view.width, view.height);
    const spots = spotsIn(view, candidates);
    for (const { x, y, radius } of spots)
      if (radius >= 4.5) grid.take({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
    const chosen = [];
    for (let rank = 0; rank < spots.length && chosen.length < MOST; rank += 1) {
      const spot = spots[rank];
      const isFirst = spot.node === first;
      const size = sizeOf(rank, view.scale, isFirst);
      const bold = isFirst || rank < 14;
      context.font = `${bold ? 650 : 450} ${size}px ${FAMILY}`;
      const words = wrapped(spot.node.label);
      const width = Math.max(...words.map((line) => widthOf(context, line)));
      const options = places(spot, width, size * 1.16 * words.length);
      const box = options.find((each) => inside(each, view) && grid.isFree(each)) || (isFirst ? options[0] : null);
      if (!box) continue;
      grid.take(box);
      chosen.push({ box, size, words, bold });
    }
    context.textAlign = "center";
    context.textBaseline = "alphabetic";
    context.lineJoin = "round";
    context.lineWidth = 3.5;
    context.strokeStyle = app.theme.colour("paper");
    context.fillStyle = app.theme.colour("ink");
    for (const label of chosen.reverse()) write(context, label);
  };

  app.labels = { draw: drawLabels };
})((window.gronagraf = window.gronagraf || {}));
