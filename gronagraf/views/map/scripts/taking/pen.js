"use strict";
/* eslint max-lines-per-function: off, max-params: off, no-unused-vars: off --
   one object that answers as a canvas does, whose methods take what they take */
// A pen with which whatever draws on the canvas draws an SVG instead: the same calls, kept as shapes, lines and text.
((app) => {
  const { draw } = app.dom;
  const KEPT = [
    "fillStyle", "strokeStyle", "lineWidth", "globalAlpha", "font", "textAlign", "textBaseline", "lineJoin", "lineCap", "dash", "at",
  ]; // prettier-ignore
  const ANCHORS = { center: "middle", right: "end", end: "end" };
  const FULL = 2 * Math.PI;
  const round = (value) => Math.round(value * 100) / 100;

  // A colour of the canvas as SVG has it: opacity apart.
  const paint = (name, colour, alpha) => {
    const parts = /^rgba\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*,\s*([\d.]+)\s*\)$/.exec(colour);
    const opacity = alpha * (parts ? Number(parts[4]) : 1);
    return {
      [name]: parts ? `rgb(${parts.slice(1, 4).join(",")})` : colour,
      [`${name}-opacity`]: opacity < 1 ? round(opacity) : null,
    };
  };
  const fontOf = (font, scale) => {
    const [, weight, size, family] = /^(?:(\w+) )?([\d.]+)px (.*)$/.exec(font);
    return { "font-weight": weight || null, "font-size": round(size * scale), "font-family": family };
  };

  // `look` is the part of the map that is drawn: what is measured against the window asks it instead.
  const make = (look) => {
    const root = draw("g");
    const measuring = document.createElement("canvas").getContext("2d");
    const kept = [];
    let place = root;
    let path = [];
    let last = null;
    const pen = {
      look,
      canvas: { width: look.width, height: look.height, clientWidth: look.width, clientHeight: look.height },
      fillStyle: "#000000",
      strokeStyle: "#000000",
      lineWidth: 1,
      globalAlpha: 1,
      font: "10px sans-serif",
      textAlign: "start",
      textBaseline: "alphabetic",
      lineJoin: "miter",
      lineCap: "butt",
      dash: [],
      at: [1, 0, 0],
    };
    const put = (element) => {
      place.append(element);
      return element;
    };
    const spot = (x, y) => `${round(pen.at[0] * x + pen.at[1])} ${round(pen.at[0] * y + pen.at[2])}`;
    const long = (length) => round(pen.at[0] * length);
    const add = (letter, ...points) => {
      path.push(letter + points.map(([x, y]) => spot(x, y)).join(" "));
      last = null;
    };
    const lines = () => ({
      ...paint("stroke", pen.strokeStyle, pen.globalAlpha),
      "stroke-width": long(pen.lineWidth),
      "stroke-dasharray": pen.dash.length ? pen.dash.map(long).join(" ") : null,
      "stroke-linejoin": pen.lineJoin === "miter" ? null : pen.lineJoin,
    });
    const text = (words, x, y, attributes) => {
      const [left, top] = spot(x, y).split(" ");
      const anchor = ANCHORS[pen.textAlign] || null;
      const font = fontOf(pen.font, pen.at[0]);
      // Not every program knows another base of a line than the letters' own.
      const lowered = pen.textBaseline === "middle" ? round(Number(top) + font["font-size"] * 0.35) : top;
      put(draw("text", { x: left, y: lowered, "text-anchor": anchor, ...font, ...attributes }, words));
    };
    const curve = (x, y, wide, high, from, to) => {
      const point = (angle) => [x + wide * Math.cos(angle), y + high * Math.sin(angle)];
      const whole = Math.abs(to - from) >= FULL - 1e-6;
      const middle = (from + to) / 2;
      add(path.length ? "L" : "M", point(from));
      const sweep = to > from ? 1 : 0;
      for (const angle of [middle, whole ? from : to])
        path.push(`A${long(wide)} ${long(high)} 0 0 ${sweep} ${spot(...point(angle))}`);
    };
    const drawn = {
      beginPath: () => {
        path = [];
        last = null;
      },
      moveTo: (x, y) => add("M", [x, y]),
      lineTo: (x, y) => add(path.length ? "L" : "M", [x, y]),
      quadraticCurveTo: (a, b, x, y) => add("Q", [a, b], [x, y]),
      bezierCurveTo: (a, b, c, d, x, y) => add("C", [a, b], [c, d], [x, y]),
      arc: (x, y, radius, from, to, back) => curve(x, y, radius, radius, from, back && to > from ? to - FULL : to),
      ellipse: (x, y, wide, high, turn, from, to) => curve(x, y, wide, high, from, to),
      rect: (x, y, wide, high) => {
        add("M", [x, y]);
        add("L", [x + wide, y], [x + wide, y + high], [x, y + high]);
        path.push("Z");
      },
      closePath: () => path.push("Z"),
      fill: () => {
        last = put(draw("path", { d: path.join(""), ...paint("fill", pen.fillStyle, pen.globalAlpha) }));
      },
      // The rim of what was just filled is part of the same shape.
      stroke: () => {
        const element = last || put(draw("path", { d: path.join(""), fill: "none" }));
        for (const [name, value] of Object.entries(lines())) if (value !== null) element.setAttribute(name, value);
        last = null;
      },
      fillRect: (x, y, wide, high) => {
        const [left, top] = spot(x, y).split(" ");
        const size = { width: long(wide), height: long(high) };
        put(draw("rect", { x: left, y: top, ...size, ...paint("fill", pen.fillStyle, pen.globalAlpha) }));
      },
      strokeRect: (x, y, wide, high) => {
        const [left, top] = spot(x, y).split(" ");
        put(draw("rect", { x: left, y: top, width: long(wide), height: long(high), fill: "none", ...lines() }));
      },
      // The rim round a name keeps it legible and says nothing of its own.
      strokeText: (words, x, y) => text(words, x, y, { fill: "none", ...lines(), "aria-hidden": "true" }),
      fillText: (words, x, y) => text(words, x, y, paint("fill", pen.fillStyle, pen.globalAlpha)),
    };
    const states = {
      save: () => kept.push(KEPT.map((name) => pen[name])),
      restore: () => kept.pop()?.forEach((value, index) => (pen[KEPT[index]] = value)),
      setTransform: (scale, b, c, d, x, y) => (pen.at = [scale, x, y]),
      translate: (x, y) => (pen.at = [pen.at[0], pen.at[1] + pen.at[0] * x, pen.at[2] + pen.at[0] * y]),
      scale: (factor) => (pen.at = [pen.at[0] * factor, pen.at[1], pen.at[2]]),
      setLineDash: (dash) => (pen.dash = dash),
      getLineDash: () => pen.dash,
      clearRect: () => undefined,
      clip: () => undefined,
      measureText: (words) => {
        measuring.font = pen.font;
        return measuring.measureText(words);
      },
    };
    // What `act` draws lies in a group of its own, with a title when it has one.
    const group = (attributes, title, act) => {
      const outer = place;
      place = draw("g", attributes, title ? draw("title", {}, title) : null);
      outer.append(place);
      act();
      place = outer;
    };
    return Object.assign(pen, drawn, states, { group, root });
  };

  app.pen = { make };
})((window.gronagraf = window.gronagraf || {}));
