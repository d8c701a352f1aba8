"use strict";
// Size and colour by what was measured: the colour of a node, its values in words, and the legend of both.
((app) => {
  const { byId, make, draw } = app.dom;
  const { say, pick, number } = app.language;
  const { measured } = app.data;
  const colour = measured && measured.colour;
  const size = measured && measured.size;
  const LAST = 8;

  // The colour of a class: a shade, a community, or neutral for the small communities and for what is not measured.
  const ofClass = (place) => {
    if (place === undefined || (colour.grouped && place > LAST)) return app.theme.colour("plain");
    return app.theme.colour(`${colour.grouped ? "group" : "step"}-${place}`);
  };

  const inWords = (scale, value) => (scale.grouped ? say("community", value) : number(value));
  // Each measure once, though it may be both size and colour.
  const scales = () => {
    const found = [
      ["size", size],
      ["colour", colour],
    ].filter(([, scale]) => scale);
    return found.length === 2 && pick(size.term) === pick(colour.term) ? found.slice(0, 1) : found;
  };
  const cells = (node) =>
    scales().map(([name, scale]) => (node.measured[name] === undefined ? "" : inWords(scale, node.measured[name])));

  const circle = (radius, className) => {
    const svg = draw("svg", { class: className, viewBox: "-34 -34 68 68", "aria-hidden": "true", focusable: "false" });
    svg.append(draw("circle", { r: radius }));
    return svg;
  };
  const swatch = (place) => {
    const svg = circle(24, "swatch");
    if (place === undefined || (colour.grouped && place > LAST)) svg.classList.add("is-plain");
    svg.style.color = ofClass(place);
    svg.dataset.place = place === undefined ? "" : place;
    return svg;
  };
  const row = (icon, text, count) =>
    make(
      "li",
      {},
      icon,
      make("span", { class: "term" }, text),
      count === undefined ? null : make("span", { class: "count" }, number(count)),
    );

  const span = ([place, low, high]) => {
    if (colour.grouped) return place > LAST ? say("small_communities") : say("community", place);
    return low === high ? number(low) : say("span", number(low), number(high));
  };
  const sizeLegend = () => [
    make("p", { class: "measure" }, say("size_by", pick(size.term))),
    make("ul", {}, ...size.samples.map(([value, radius]) => row(circle(radius, "sample"), number(value)))),
    make("p", { class: "key" }, say("size_note")),
  ];
  const colourLegend = () => {
    const rows = [...colour.classes].reverse().map((each) => row(swatch(each[0]), span(each), each[3]));
    if (colour.grouped) rows.reverse();
    if (colour.missing) rows.push(row(swatch(undefined), say("not_measured"), colour.missing));
    return [
      make("p", { class: "measure" }, say("colour_by", pick(colour.term))),
      make("ul", {}, ...rows),
      colour.grouped ? null : make("p", { class: "key" }, say("colour_note")),
    ];
  };
  const render = () => {
    const parts = [...(size ? sizeLegend() : []), ...(colour ? colourLegend() : [])];
    parts.push(make("p", { class: "key" }, say("measured_on", pick(measured.network))));
    byId("measured-list").replaceChildren(...parts.filter(Boolean));
  };
  const recolour = () => {
    for (const svg of document.querySelectorAll("svg.swatch"))
      svg.style.color = ofClass(svg.dataset.place === "" ? undefined : Number(svg.dataset.place));
  };

  app.measured = {
    ofNode: (node) => (colour ? ofClass(node.measured.class) : null),
    // Where colour says something else, the shapes of the types are neutral.
    ofType: (label) => (colour ? app.theme.colour("muted") : app.theme.ofType(label)),
    rows: (node) =>
      scales()
        .map(([, scale], at) => [pick(scale.term), cells(node)[at]])
        .filter(([, text]) => text !== ""),
    headings: () => scales().map(([, scale]) => pick(scale.term)),
    cells,
    start: () => {
      if (!measured) return;
      render();
      app.language.onChange(render);
      if (colour) app.theme.onChange(recolour);
    },
  };
})((window.gronagraf = window.gronagraf || {}));
