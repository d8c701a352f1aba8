"use strict";
// The legend of a picture that is taken away: what is in it with its number, and how size and colour are to be read.
((app) => {
  const { draw, byId } = app.dom;
  const { say, pick, number } = app.language;
  const { wrap, set } = app.lettering;

  const counts = (items) => {
    const found = new Map();
    for (const { type } of items) found.set(type, (found.get(type) || 0) + 1);
    return found;
  };
  const tie = (symmetric) => {
    const svg = draw("svg", { viewBox: "0 0 20 20" });
    const look = { fill: "none", stroke: app.theme.colour("muted"), "stroke-width": 1.5 };
    svg.append(draw("path", { d: symmetric ? "M2 10h16" : "M2 10h15m-4-4 4 4-4 4", ...look }));
    return svg;
  };
  // A sign of the page as it stands by itself: its colour written on it, without the page's style.
  const sign = (icon, colour) => {
    const svg = draw(
      "svg",
      { viewBox: icon.getAttribute("viewBox") },
      ...[...icon.children].map((each) => each.cloneNode(true)),
    );
    svg.setAttribute("fill", colour);
    return svg;
  };

  const typeRows = (types, items, word, icon) => {
    const found = counts(items);
    return Object.entries(types)
      .filter(([type]) => found.has(type))
      .map(([type, each]) => ({ icon: icon(type, each), text: pick(word(each)), count: number(found.get(type)) }));
  };
  // What the page's legend says of size and colour, row by row.
  const scaleRows = () =>
    [...byId("scale-legend").querySelectorAll("p, li")].map((row) => {
      if (row.matches("p")) return { [row.matches(".measure") ? "heading" : "note"]: row.textContent };
      const icon = row.querySelector("svg");
      const colour = icon.style.color || app.theme.colour("muted");
      const [term, count] = [row.querySelector(".term"), row.querySelector(".count")];
      return {
        icon: sign(icon, colour),
        big: icon.matches(".sample"),
        text: term.textContent,
        count: count?.textContent,
      };
    });
  // Changes and breaks, where the map marks them, with the signs that they have in the page.
  const markRows = () =>
    [...document.querySelectorAll("#changes, #breaks")].flatMap((part) => {
      const rows = [...part.querySelectorAll("li")].filter((row) => row.querySelector(".sign"));
      const entries = rows.map((row) => ({
        icon: marked(row.querySelector(".sign")),
        text: row.querySelector(".term").textContent,
        count: row.querySelector(".count")?.textContent,
      }));
      return entries.length ? [{ heading: part.querySelector("legend").textContent.trim() }, ...entries] : [];
    });
  const marked = (span) => {
    const kind = [...span.classList].find((name) => name.startsWith("is-")).slice(3);
    const letters = set([span.textContent], {
      x: 10,
      y: 14.5,
      size: 13,
      weight: 700,
      fill: app.theme.colour("paper"),
      anchor: "middle",
    });
    const disc = draw("circle", { cx: 10, cy: 10, r: 9, fill: app.theme.colour(kind) || app.theme.colour("muted") });
    return draw("svg", { viewBox: "0 0 20 20" }, disc, ...letters);
  };
  const entries = () => {
    const { nodeTypes, edgeTypes } = app.data;
    const [nodes, edges] = [app.shown.nodes(), app.shown.edges()];
    const shape = (type) => sign(app.shapes.icon(type), app.looks.ofType(type));
    const found = [
      ...scaleRows(),
      ...markRows(),
      { heading: say("nodes") },
      ...typeRows(nodeTypes, nodes, ({ plural }) => plural, shape),
    ];
    if (!edges.length) return found;
    const ties = typeRows(
      edgeTypes,
      edges,
      ({ term }) => term,
      (_type, each) => tie(each.symmetric),
    );
    return [...found, { heading: say("relations") }, ...ties, { note: say("basis_note") }];
  };

  const height = (entry, size, width) => {
    const room = width - (entry.icon ? size * 2 + (entry.big ? size : 0) + size * 2.4 : 0);
    const weight = entry.heading ? 640 : 450;
    const font = entry.note ? size * 0.9 : size;
    const lines = wrap(entry.heading || entry.note || entry.text, room, font, weight);
    const above = entry.heading ? size * 0.9 : size * 0.24;
    return {
      lines,
      font,
      weight,
      above,
      high: above + Math.max(entry.big ? size * 2.3 : 0, lines.length * font * 1.3),
    };
  };
  const row = (entry, { lines, font, weight, above, high }, x, y, width, size) => {
    const indent = entry.icon ? size * 2 + (entry.big ? size : 0) : 0;
    const side = entry.big ? size * 2.2 : size * 1.3;
    const baseline = entry.big ? y + above + (high - above) / 2 + font * 0.35 : y + above + font;
    const fill = app.theme.colour(entry.note ? "muted" : "ink");
    const found = set(lines, { x: x + indent, y: baseline, size: font, weight, fill, pitch: font * 1.3 });
    if (entry.icon) {
      const place = { x, y: baseline - font * 0.35 - side / 2, width: side, height: side };
      for (const [name, value] of Object.entries(place)) entry.icon.setAttribute(name, value);
      found.unshift(entry.icon);
    }
    const muted = app.theme.colour("muted");
    if (entry.count)
      found.push(...set([entry.count], { x: x + width, y: baseline, size: font, fill: muted, anchor: "end" }));
    return found;
  };

  // The entries in columns of this width and at most this height; null where they do not fit in so many columns.
  const flow = (size, columns, width, gap, most) => {
    const group = draw("g", { class: "legend" });
    let [column, y, tallest] = [0, 0, 0];
    for (const entry of entries()) {
      const found = height(entry, size, width);
      // A heading is not left alone at the foot of a column.
      const needed = entry.heading ? found.high + 3 * size : found.high;
      if (y && y + needed > most) [column, y] = [column + 1, 0];
      if (!y) Object.assign(found, { above: 0, high: found.high - found.above });
      if (column >= columns) return null;
      group.append(...row(entry, found, column * (width + gap), y, width, size));
      y += found.high;
      tallest = Math.max(tallest, y);
    }
    return { group, height: tallest, width: columns * width + (columns - 1) * gap };
  };

  app.key = { flow };
})((window.gronagraf = window.gronagraf || {}));
