"use strict";
// The least that a node must have of a measure to be shown.
((app) => {
  const { byId, on } = app.dom;
  const { say, pick, number } = app.language;
  const STEPS = 100;

  const amounts = () =>
    [...app.data.scales.values()].filter(({ kind, values }) => kind === "amount" && values().length);
  const lowest = (scale) => scale.values().reduce((one, other) => Math.min(one, other));
  const isWhole = (scale) => scale.values().every(Number.isInteger);
  // A step that can be written: of amounts that are no whole numbers, a power of ten.
  const stepOf = (scale) =>
    isWhole(scale) ? 1 : 10 ** Math.floor(Math.log10((scale.most() - lowest(scale)) / STEPS || 1));
  const chosen = () => {
    const { least } = app.state.get();
    return least && app.data.scales.get(least[0]);
  };

  const fill = () => {
    const box = byId("least-measure");
    app.appearance.fillSelect(box, say("no_threshold"), amounts());
    sync();
  };
  const bound = (scale) => {
    for (const input of [byId("least"), byId("least-number")]) {
      input.min = Math.floor(lowest(scale));
      input.max = scale.most();
      input.step = input.type === "range" ? stepOf(scale) : "any";
    }
  };
  const sync = () => {
    const [scale, { least }] = [chosen(), app.state.get()];
    byId("least-measure").value = least ? least[0] : "";
    byId("least-row").hidden = !scale;
    byId("least-note").hidden = !scale || !(scale.type || scale.missing());
    byId("least-said").textContent = scale ? say("span_from", number(least[1])) : "";
    if (!scale) return;
    bound(scale);
    byId("least").value = least[1];
    if (document.activeElement !== byId("least-number")) byId("least-number").value = least[1];
    byId("least-note").textContent = say(scale.type ? "others_stay" : "without_value");
  };

  // A new measure begins at its lowest value, where it hides only what has none.
  const choose = () => {
    const key = byId("least-measure").value;
    app.state.change({ least: key ? [key, Math.floor(lowest(app.data.scales.get(key)))] : null });
  };
  let asked = 0;
  const slide = () => {
    if (asked) return;
    asked = requestAnimationFrame(() => {
      asked = 0;
      app.state.slide({ least: [app.state.get().least[0], Number(byId("least").value)] });
    });
  };
  const settle = () => {
    if (asked) cancelAnimationFrame(asked);
    asked = 0;
    app.state.slide({ least: [app.state.get().least[0], Number(byId("least").value)] });
    app.state.settle();
    app.status.announce(`${inWords()}. ${byId("shown").textContent}`);
  };
  const type = () => {
    const value = byId("least-number").valueAsNumber;
    if (Number.isFinite(value)) app.state.change({ least: [app.state.get().least[0], value] });
  };
  const inWords = () => say("at_least", pick(chosen().short || chosen().term), number(app.state.get().least[1]));

  app.least = {
    inWords,
    start: () => {
      byId("by-least").hidden = !amounts().length;
      fill();
      on(byId("least-measure"), "change", choose);
      on(byId("least"), "input", slide);
      on(byId("least"), "change", settle);
      on(byId("least-number"), "change", type);
      app.state.on(["least"], sync);
      app.language.onChange(fill);
    },
  };
})((window.gronagraf = window.gronagraf || {}));
