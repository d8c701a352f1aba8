"use strict";
// The shapes of the types as small pictures for legend, lists and details.
((app) => {
  const { draw } = app.dom;
  const polygon = (count, radius, turn) =>
    Array.from({ length: count }, (_, at) => {
      const angle = turn + (2 * Math.PI * at) / count;
      const reach = typeof radius === "function" ? radius(at) : radius;
      return `${(10 + reach * Math.cos(angle)).toFixed(2)},${(10 + reach * Math.sin(angle)).toFixed(2)}`;
    }).join(" ");
  const UP = -Math.PI / 2;
  const POINTS = {
    diamond: polygon(4, 8, UP),
    square: polygon(4, 8.6, UP / 2),
    triangle: polygon(3, 8.6, UP),
    triangleDown: polygon(3, 8.6, -UP),
    hexagon: polygon(6, 7.8, 0),
    star: polygon(10, (at) => (at % 2 ? 3.8 : 8.8), UP),
  };

  app.shapes = {
    icon: (label) => {
      const shape = app.data.nodeTypes[label].shape;
      const svg = draw("svg", { class: "shape", viewBox: "0 0 20 20", "aria-hidden": "true", focusable: "false" });
      svg.append(POINTS[shape] ? draw("polygon", { points: POINTS[shape] }) : draw("circle", { cx: 10, cy: 10, r: 7 }));
      svg.dataset.type = label;
      svg.style.color = app.looks.ofType(label);
      return svg;
    },
    recolour: () => {
      for (const svg of document.querySelectorAll("svg.shape")) svg.style.color = app.looks.ofType(svg.dataset.type);
    },
  };
})((window.gronagraf = window.gronagraf || {}));
