"use strict";
// What is chosen, in words below the map: each choice is a button that takes it away.
((app) => {
  const { byId, make, draw, on } = app.dom;
  const { say, pick, number } = app.language;

  const inWords = (name, values, off, word) => {
    const { how, named, more } = app.choosing.phrase(values, off);
    const list = named.map(word).join(", ");
    return say(`${how}_of`, name, more ? say("and_more", list, number(more)) : list);
  };
  const types = (key, name, vocabulary, term) => {
    const off = app.state.get()[key];
    if (!off.length) return [];
    const text = inWords(say(name), Object.keys(vocabulary), off, (type) => pick(vocabulary[type][term]));
    return [[text, () => app.state.change({ [key]: [] })]];
  };
  // What the marks of changes and of breaks leave out.
  const marks = () => {
    const { marksOff, brokenOnly } = app.state.get();
    const { KINDS } = app.marking;
    const kinds = marksOff.filter((kind) => KINDS.includes(kind));
    const found = [];
    if (kinds.length) {
      const text = inWords(say("changes"), KINDS, kinds, (kind) => say(`is_${kind}`));
      found.push([text, () => app.state.change({ marksOff: marksOff.filter((kind) => !kinds.includes(kind)) })]);
    }
    if (marksOff.includes("same")) found.push([say("changes_only"), () => app.state.change({ marksOff: kinds })]);
    if (brokenOnly) found.push([say("breaks_only"), () => app.state.change({ brokenOnly: false })]);
    return found;
  };
  const choices = () => {
    const { stated, time, least } = app.state.get();
    const { nodeTypes, edgeTypes } = app.data;
    const found = [
      ...types("nodesOff", "nodes", nodeTypes, "plural"),
      ...types("edgesOff", "relations", edgeTypes, "term"),
      ...app.filters.chosen().map(({ name, values, off, word, clear }) => [inWords(name, values, off, word), clear]),
    ];
    if (stated) found.push([say("stated_only"), () => app.state.change({ stated: false })]);
    if (time) found.push([`${say("years")}: ${app.years.inWords(time)}`, () => app.state.change({ time: null })]);
    if (least) found.push([app.least.inWords(), () => app.state.change({ least: null })]);
    return [...found, ...marks()];
  };

  const cross = () => {
    const icon = draw("svg", { class: "icon", viewBox: "0 0 20 20", "aria-hidden": "true", focusable: "false" });
    icon.append(draw("path", { d: "m6 6 8 8M14 6l-8 8" }));
    return icon;
  };
  const chip = ([text, clear], at) => {
    const button = make(
      "button",
      { type: "button", "aria-label": say("take_away", text), title: text },
      make("span", {}, text),
      cross(),
    );
    on(button, "click", () => {
      clear();
      const left = byId("chips").querySelectorAll("button");
      (left[Math.min(at, left.length - 1)] || byId("map")).focus({ preventScroll: true });
    });
    return make("li", {}, button);
  };
  const render = () => {
    const found = choices();
    byId("chips").replaceChildren(...found.map(chip));
    byId("chips").hidden = !found.length;
  };

  app.chips = {
    inWords: () => choices().map(([text]) => text),
    start: () => {
      render();
      app.state.on(app.visible.CHOSEN, render);
      app.language.onChange(render);
    },
  };
})((window.gronagraf = window.gronagraf || {}));
