"use strict";
// The map as one sheet in SVG: title and date, what is said of the whole, the picture with its legend, the sources.
((app) => {
  const { draw } = app.dom;
  const { say, pick } = app.language;
  const { wrap, set } = app.lettering;
  const MARGIN = 24;
  const GAP = 20;
  const WHITE = "#ffffff";
  const FEWEST = [760, 520];
  const MOST = [2400, 1600];

  // A heading or a note of any length takes three lines at most: the picture is what the sheet is for.
  const LINES = 3;
  const LONG = 900;
  const few = (words, ...how) => {
    const lines = wrap(words.slice(0, LONG), ...how);
    const last = lines[LINES - 1];
    return lines.length > LINES ? [...lines.slice(0, LINES - 1), `${last.slice(0, -1)}…`] : lines;
  };

  const texts = (selector) =>
    [...document.querySelectorAll(selector)]
      .map((each) => each.textContent.replace(/\s+/g, " ").trim())
      .filter(Boolean);
  const sourcesOf = (items) => {
    const found = new Map();
    for (const { facts } of items)
      for (const word of String(facts.source ?? "").split(/[\s;]+/)) {
        const host = URL.canParse(word) ? new URL(word).hostname.replace(/^www\./, "") : "";
        if (host) found.set(host, (found.get(host) || 0) + 1);
      }
    return [...found].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([host]) => host);
  };
  const below = () => {
    const { layout } = app.state.get();
    const hosts = sourcesOf([...app.shown.nodes(), ...app.shown.edges()]);
    const more = hosts.length > 8 ? ` ${say("and_others", hosts.length - 8)}` : "";
    const chosen = app.chips.inWords();
    return [
      [document.getElementById("shown").textContent, ...chosen].join("; "),
      layout === "network" ? "" : `${say("layout")}: ${pick(app.data.layouts.get(layout).term)}`,
      hosts.length ? `${say("sources")}: ${hosts.slice(0, 8).join(", ")}${more}` : "",
    ].filter(Boolean);
  };

  // The heading of a notice ends with a full stop where what follows stands on the same line.
  const notices = () =>
    [...document.querySelectorAll(".app > .notice")].map((notice) => {
      const heading = notice.querySelector("strong").textContent.trim();
      return notice.textContent.replace(/\s+/g, " ").trim().replace(heading, `${heading}.`);
    });
  const head = (room, margin) => {
    const [ink, muted, warn] = ["ink", "muted", "warn"].map(app.theme.colour);
    const group = draw("g", { class: "head" });
    let y = margin;
    const add = (words, size, weight, fill) => {
      const lines = few(words, room, size, weight);
      group.append(...set(lines, { x: margin, y: y + size, size, weight, fill }));
      y += lines.length * size * 1.35 + size * 0.2;
    };
    add(texts("h1").join(" "), 22, 680, ink);
    add(texts(".provenance > span").join(" · "), 12.5, 450, muted);
    for (const notice of notices()) add(notice, 12.5, 560, warn);
    return { group, height: y + 6 };
  };
  const foot = (room, margin, y) => {
    const fill = app.theme.colour("muted");
    const lines = below().flatMap((line) => few(line, room, 11));
    return {
      group: draw("g", { class: "foot" }, ...set(lines, { x: margin, y: y + 11, size: 11, fill })),
      high: lines.length * 15,
    };
  };

  // The picture cut to its area; with `detail` times as much room for names, which are so much smaller.
  const cut = (x, y, { width, height, detail = 1 }) => {
    const size = { width: width * detail, height: height * detail };
    const viewBox = `0 0 ${size.width} ${size.height}`;
    const inner = draw("svg", { x, y, width, height, viewBox, overflow: "hidden" });
    inner.append(app.scene.picture(size));
    return inner;
  };

  // Puts the parts together; `legend` has its own size, `area` is that of the picture.
  const compose = (top, area, legend, { margin, paper }) => {
    const width = Math.ceil(2 * margin + area.width + GAP + legend.width);
    const bottom = top.height + area.height + 10;
    const end = foot(width - 2 * margin, margin, bottom);
    const height = Math.ceil(bottom + end.high + margin);
    const svg = draw("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img" });
    legend.group.setAttribute("transform", `translate(${margin + area.width + GAP} ${top.height})`);
    svg.append(
      draw("title", {}, texts("h1").join(" ")),
      draw("desc", {}, [...texts(".provenance > span"), ...notices(), ...below()].join(". ")),
      draw("rect", { width, height, fill: paper }),
      top.group,
      cut(margin, top.height, area),
      legend.group,
      end.group,
    );
    return svg;
  };

  const clamp = (value, at) => Math.min(MOST[at], Math.max(FEWEST[at], Math.round(value)));
  // As large as the map is on the screen, and never so small that nothing can be read.
  const ofView = () => {
    const { clientWidth, clientHeight } = app.picture.network().canvas.frame.canvas;
    const legend = app.key.flow(12.5, 1, 240, GAP, Infinity);
    const area = { width: clamp(clientWidth, 0), height: Math.max(clamp(clientHeight, 1), Math.ceil(legend.height)) };
    const top = head(area.width + GAP + legend.width, MARGIN);
    return compose(top, area, legend, { margin: MARGIN, paper: app.theme.colour("paper") });
  };

  // A page of this size: the legend in as few columns and as large as fits beside the picture.
  const TRIES = [
    [12, 1, 200], [11, 1, 190], [10, 1, 175], [9.5, 1, 165], [9, 1, 160],
    [10, 2, 150], [9.5, 2, 142], [9, 2, 136], [8.5, 3, 125], [8, 4, 120],
  ]; // prettier-ignore
  const DETAIL = 1.35;
  // What has the colour of the page's own paper has that of the sheet.
  const whiten = (svg) => {
    for (const name of ["fill", "stroke"])
      for (const each of svg.querySelectorAll(`[${name}="${app.theme.colour("paper")}"]`))
        each.setAttribute(name, WHITE);
    return svg;
  };
  const ofPage = (width, height) => {
    const top = head(width, 0);
    const high = Math.floor(height - top.height - foot(width, 0, 0).high - 10);
    const page = { margin: 0, paper: WHITE };
    for (const [size, columns, wide] of TRIES) {
      const legend = app.key.flow(size, columns, wide, GAP, high);
      if (!legend) continue;
      const area = { width: Math.floor(width - GAP - legend.width), height: high, detail: DETAIL };
      return whiten(compose(top, area, legend, page));
    }
    const area = { width: width - GAP, height: high, detail: DETAIL };
    return whiten(compose(top, area, { group: draw("g"), width: 0 }, page));
  };

  app.sheet = { ofView, ofPage };
})((window.gronagraf = window.gronagraf || {}));
