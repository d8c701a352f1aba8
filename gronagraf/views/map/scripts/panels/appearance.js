"use strict";
// How the map is laid out, and by what its nodes are sized and coloured, with the legend of both.
((app) => {
  const { byId, make, draw, on } = app.dom;
  const { say, pick, number } = app.language;
  const CHOICES = ["layout", "size", "colour"];

  const box = (name) => byId(`choose-${name}`);
  const options = {
    layout: () => [...app.data.layouts.values()].map(({ key, term }) => [key, pick(term)]),
    size: () => [["", say("by_ties")], ...scales("amount")],
    colour: () => [["", say("by_type")], ...scales("amount", "group")],
  };
  const scales = (...kinds) =>
    [...app.data.scales.values()].filter(({ kind }) => kinds.includes(kind)).map(({ key, term }) => [key, pick(term)]);

  const fill = (name) => {
    const found = options[name]();
    box(name).replaceChildren(...found.map(([key, text]) => make("option", { value: key }, text)));
    byId(`choose-${name}-row`).hidden = found.length < 2;
    box(name).value = app.state.get()[name] || "";
  };

  const circle = (radius, className) => {
    const svg = draw("svg", { class: className, viewBox: "-34 -34 68 68", "aria-hidden": "true", focusable: "false" });
    svg.append(draw("circle", { r: radius }));
    return svg;
  };
  const swatch = (scale, place) => {
    const svg = circle(24, "swatch");
    svg.style.color = app.looks.ofPlace(scale, place);
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

  const sizeLegend = (scale) => {
    const most = scale.most();
    const samples = [...new Set([most, most / 4, 0])];
    return [
      make("p", { class: "measure" }, say("size_by", pick(scale.term))),
      make(
        "ul",
        {},
        ...samples.map((value) =>
          row(circle(app.scales.radius(value, most, ...app.looks.range), "sample"), number(value)),
        ),
      ),
      make("p", { class: "key" }, say("size_note")),
    ];
  };
  const amountRows = (scale) =>
    [...scale.classes()]
      .reverse()
      .map(({ place, low, high, count }) =>
        row(swatch(scale, place), low === high ? number(low) : say("span", number(low), number(high)), count),
      );
  const groupRows = (scale) => {
    const [own, rest] = [[], []];
    for (const each of scale.groups()) (each.place > app.scales.GROUPS ? rest : own).push(each);
    const rows = own.map(({ value, place, count }) => row(swatch(scale, place), pick(scale.word(value)), count));
    const more = rest.reduce((sum, { count }) => sum + count, 0);
    return more ? [...rows, row(swatch(scale, undefined), say("small_groups", number(rest.length)), more)] : rows;
  };
  const colourLegend = (scale) => {
    const rows = scale.kind === "group" ? groupRows(scale) : amountRows(scale);
    if (scale.missing()) rows.push(row(swatch(scale, undefined), say("not_measured"), scale.missing()));
    return [
      make("p", { class: "measure" }, say("colour_by", pick(scale.term))),
      make("ul", {}, ...rows),
      scale.kind === "group" ? null : make("p", { class: "key" }, say("colour_note")),
    ];
  };
  const legend = () => {
    const [size, colour] = [app.looks.size(), app.looks.colour()];
    const parts = [...(size ? sizeLegend(size) : []), ...(colour ? colourLegend(colour) : [])];
    const networks = new Set([size, colour].filter((scale) => scale && scale.network).map(({ network }) => network));
    for (const network of networks) parts.push(make("p", { class: "key" }, say("measured_on", pick(network))));
    byId("scale-legend").replaceChildren(...parts.filter(Boolean));
  };
  const render = () => {
    for (const name of CHOICES) fill(name);
    legend();
  };

  // Another layout is looked at whole.
  const choose = (name, key) => app.state.change(name === "layout" ? { layout: key, camera: null } : { [name]: key });

  app.appearance = {
    start: () => {
      render();
      for (const name of CHOICES) on(box(name), "change", () => choose(name, box(name).value || null));
      app.state.on(CHOICES, render);
      app.language.onChange(render);
      app.theme.onChange(legend);
    },
  };
})((window.gronagraf = window.gronagraf || {}));
