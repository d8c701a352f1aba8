"use strict";
// Names beside the nodes: the most connected first, none over another, more of them as one zooms in.
((app) => {
  const CELL = 5;
  const NODE = 1;
  const HUB = 2;
  const NAME = 4;
  const MOST = 260;
  const BOLD = 12;
  const LEADING = 28;
  const MOST_TRIED = 900;
  const NARROW = 17;
  const WIDEST = 23;
  const { FAMILY } = app.theme;
  const widths = new Map();
  const lines = new Map();

  // The name in one line, or two of about the same length when it is long; cut when it is very long.
  const wrapped = (name, widest) => {
    const key = `${widest} ${name}`;
    let result = lines.get(key);
    if (result === undefined) {
      const text = name.replace(/\s+/g, " ").trim();
      const most = 2 * widest;
      const short = text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
      lines.set(key, (result = short.length <= widest ? [short] : halves(short)));
    }
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

  // Setting a font costs more than all else here, so widths are kept.
  const fontOf = (size, bold) => `${bold ? 650 : 450} ${size}px ${FAMILY}`;
  const widthOf = (context, text, size, bold) => {
    const key = `${size}${bold ? "b" : ""} ${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      context.font = fontOf(size, bold);
      widths.set(key, (width = context.measureText(text).width));
    }
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
    const count = (box, kind) => {
      let found = 0;
      each(box, (at) => {
        if (taken[at] & kind) found += 1;
        return false;
      });
      return found;
    };
    return {
      isFree: (box, kinds) => !each(box, (at) => (taken[at] & kinds) !== 0),
      count,
      take: (box, kind) => each(box, (at) => ((taken[at] |= kind), false)),
    };
  };

  const boxAt = (x, y, width, height) => ({ left: x - 3, top: y - 1, right: x + width + 3, bottom: y + height + 1 });
  const places = (spot, width, height) => {
    const gap = spot.radius + 4;
    const slant = spot.radius * 0.7 + 3;
    return [
      boxAt(spot.x - width / 2, spot.y + gap, width, height),
      boxAt(spot.x - width / 2, spot.y - gap - height, width, height),
      boxAt(spot.x + gap, spot.y - height / 2, width, height),
      boxAt(spot.x - gap - width, spot.y - height / 2, width, height),
      boxAt(spot.x + slant, spot.y + slant, width, height),
      boxAt(spot.x + slant, spot.y - slant - height, width, height),
      boxAt(spot.x - slant - width, spot.y + slant, width, height),
      boxAt(spot.x - slant - width, spot.y - slant - height, width, height),
    ];
  };
  const inside = (box, view) => box.left >= 0 && box.right <= view.width && box.top >= 0 && box.bottom <= view.height;

  // The place that covers least. No name covers another; those of leading nodes may cover nodes, best small ones.
  const bestPlace = (grid, options, view, leading, must) => {
    const open = options.filter((box) => inside(box, view) && grid.isFree(box, leading ? NAME : NAME | HUB | NODE));
    if (!open.length) return must ? options[0] : null;
    if (!leading) return open[0];
    const costs = open.map((box, at) => grid.count(box, NODE) + 5 * grid.count(box, HUB) + at / 10);
    return open[costs.indexOf(Math.min(...costs))];
  };

  const spotsIn = (view, candidates) => {
    const spots = [];
    for (const node of candidates) {
      if (node.hidden || node.inside !== null) continue;
      const x = (node.x - view.x) * view.scale + view.width / 2;
      const y = (node.y - view.y) * view.scale + view.height / 2;
      if (x < -40 || y < -40 || x > view.width + 40 || y > view.height + 40) continue;
      spots.push({ node, x, y, radius: node.size * view.scale });
    }
    return spots;
  };

  const sizeOf = (rank, scale, chosen) => {
    const grown = Math.min(3, Math.max(0, Math.round(2.5 * (scale - 0.8))));
    return (chosen ? 14 : rank < BOLD ? 13 : 12) + grown;
  };

  const write = (context, label) => {
    const { box, size, words, bold } = label;
    context.font = fontOf(size, bold);
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
    spots.forEach(({ x, y, radius }, rank) => {
      const reach = radius * 0.8;
      const box = { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
      if (radius >= 2.5) grid.take(box, rank < LEADING ? HUB : NODE);
    });
    for (const box of view.covered) grid.take(box, NAME);
    const chosen = [];
    const widest = view.scale < 0.75 ? NARROW : WIDEST;
    const tries = Math.min(spots.length, MOST_TRIED);
    for (let rank = 0; rank < tries && chosen.length < MOST; rank += 1) {
      const spot = spots[rank];
      const isFirst = spot.node === first;
      const size = sizeOf(rank, view.scale, isFirst);
      const bold = isFirst || rank < BOLD;
      const words = wrapped(spot.node.label, widest);
      const width = Math.max(...words.map((line) => widthOf(context, line, size, bold)));
      const options = places(spot, width, size * 1.16 * words.length);
      const box = bestPlace(grid, options, view, rank < LEADING, isFirst);
      if (!box) continue;
      grid.take(box, NAME);
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
