"use strict";
// How the map is laid out, and by what its nodes are sized and coloured, with the legend of both.
((app) => {
  const { byId, make, draw, on } = app.dom;
  const { say, pick, number } = app.language;
  const CHOICES = ["layout", "size", "colour"];

  const box = (name) => byId(`choose-${name}`);
  const scales = (...kinds) => [...app.data.scales.values()].filter(({ kind }) => kinds.includes(kind));
  const option = (key, text) => make("option", { value: key }, text);
  const group = (label, found) => {
    const options = found.map(({ key, short, term }) => option(key, pick(short || term)));
    return options.length ? make("optgroup", { label }, ...options) : null;
  };
  // Measures and communities first, then the fields of each type.
  const fillSelect = (select, first, found) => {
    const whole = found.filter(({ type }) => !type);
    const types = Object.entries(app.data.nodeTypes).map(([label, { term }]) =>
      group(
        pick(term),
        found.filter(({ type }) => type === label),
      ),
    );
    const parts = [
      option("", first),
      group(
        say("counts"),
        whole.filter(({ kind }) => kind === "amount"),
      ),
      group(
        say("communities"),
        whole.filter(({ kind }) => kind === "group"),
      ),
      ...types,
    ];
    select.replaceChildren(...parts.filter(Boolean));
  };
  // A layout with sizes of its own is a grid, where they are the relevance that was assessed.
  const sizedBy = () => (app.placing.layout().sizes ? "by_relevance" : "by_ties");
  const FILLS = {
    layout: (select) =>
      select.replaceChildren(...[...app.data.layouts.values()].map(({ key, term }) => option(key, pick(term)))),
    size: (select) => fillSelect(select, say(sizedBy()), scales("amount")),
    colour: (select) => fillSelect(select, say("by_type"), scales("amount", "group")),
  };

  const fill = (name) => {
    FILLS[name](box(name));
    byId(`choose-${name}-row`).hidden = box(name).options.length < 2;
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
    const quarter = Number.isInteger(most) ? Math.round(most / 4) : most / 4;
    const samples = [...new Set([most, quarter, 0])];
    return [
      make("p", { class: "measure" }, say("size_by", pick(scale.term))),
      make(
        "ul",
        { class: "samples" },
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
  // A community has no name of its own: it is told by its most connected node.
  const wordOf = (scale, value) => {
    const lead = scale.unnamed ? scale.leads().get(String(value)) : null;
    const around = lead ? make("span", { class: "around" }, say("around_node", lead.label)) : null;
    return [pick(scale.word(value)), around];
  };
  const groupRows = (scale) => {
    const [own, rest] = [[], []];
    for (const each of scale.groups()) (each.place > app.scales.GROUPS ? rest : own).push(each);
    const rows = own.map(({ value, place, count }) => row(swatch(scale, place), wordOf(scale, value), count));
    const more = rest.reduce((sum, { count }) => sum + count, 0);
    return more ? [...rows, row(swatch(scale, undefined), say("small_groups", number(rest.length)), more)] : rows;
  };
  const missingOf = ({ type, unnamed }) => (type ? "no_such_value" : unnamed ? "no_community" : "not_measured");
  const colourLegend = (scale) => {
    const rows = scale.kind === "group" ? groupRows(scale) : amountRows(scale);
    if (scale.missing()) rows.push(row(swatch(scale, undefined), say(missingOf(scale)), scale.missing()));
    return [
      make("p", { class: "measure" }, say("colour_by", pick(scale.term))),
      make("ul", {}, ...rows),
      scale.kind === "group" ? null : make("p", { class: "key" }, say("colour_note")),
    ];
  };
  const legend = () => {
    const [size, colour] = [app.looks.size(), app.looks.colour()];
    const parts = [...(size ? sizeLegend(size) : []), ...(colour ? colourLegend(colour) : [])];
    const measured = [size, colour].filter((scale) => scale && scale.network);
    // Said once where both are measured in the same network.
    for (const network of new Set(measured.map((scale) => pick(scale.network))))
      parts.push(make("p", { class: "key" }, say("measured_on", network)));
    byId("scale-legend").replaceChildren(...parts.filter(Boolean));
  };
  const render = () => {
    for (const name of CHOICES) fill(name);
    legend();
  };

  // Another layout is looked at whole.
  const choose = (name, key) => app.state.change(name === "layout" ? { layout: key, camera: null } : { [name]: key });
  const announce = (name) => {
    const { layout, [name]: key } = app.state.get();
    const term = name === "layout" ? app.data.layouts.get(layout).term : key && app.data.scales.get(key).term;
    const words = term ? pick(term) : say(name === "size" ? sizedBy() : "by_type");
    app.status.announce(`${say(name)}: ${words}`);
  };

  app.appearance = {
    fillSelect,
    start: () => {
      render();
      for (const name of CHOICES) {
        on(box(name), "change", () => choose(name, box(name).value || null));
        app.state.on([name], () => announce(name));
      }
      app.state.on(CHOICES, render);
      app.language.onChange(render);
      app.theme.onChange(legend);
    },
  };
})((window.gronagraf = window.gronagraf || {}));
