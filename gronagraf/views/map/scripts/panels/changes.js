"use strict";
// What is new, gone and changed since an older graph: the legend with its toggles, and old and new values in details.
((app) => {
  const { byId, make, on } = app.dom;
  const { say, number } = app.language;
  const { fieldName, typeName, value } = app.text;
  const { KINDS, kindOf } = app.marking;

  const sign = (kind) => make("span", { class: `sign is-${kind}`, "aria-hidden": "true" }, app.marks.SIGNS[kind]);
  const isOff = (kind) => app.state.get().marksOff.includes(kind);
  const set = (kind, shown) => {
    const others = app.state.get().marksOff.filter((each) => each !== kind);
    app.state.change({ marksOff: shown ? others : [...others, kind].sort() });
  };

  const box = (kind, checked, act, ...words) => {
    const input = make("input", { type: "checkbox", "data-mark": kind });
    input.checked = checked;
    on(input, "change", () => act(input.checked));
    return make("li", {}, make("label", {}, input, ...words));
  };
  const render = () => {
    const found = app.marking.counts(app.data);
    const rows = KINDS.map((kind) => {
      const { nodes, edges } = found.get(kind);
      const term = make("span", { class: "term" }, say(`is_${kind}`));
      const counted = make("span", { class: "count" }, number(nodes + edges));
      return box(kind, !isOff(kind), (shown) => set(kind, shown), sign(kind), term, counted);
    });
    const only = make("span", { class: "term" }, say("changes_only"));
    const any = KINDS.some((kind) => found.get(kind).nodes + found.get(kind).edges > 0);
    const last = any ? box("same", isOff("same"), (alone) => set("same", !alone), only) : null;
    byId("changes-list").replaceChildren(...[...rows, last].filter(Boolean));
    byId("changes-none").hidden = any;
  };

  const told = (item, name, raw) => (raw === null || raw === undefined ? say("nothing") : value(item.type, name, raw));
  const freshOf = (item, name) =>
    name === "id" ? typeName(item.type) : told(item, name, name === "name" ? item.label : item.facts[name]);
  const oldOf = (item, name, old) => (name === "id" ? typeName(old) : told(item, name, old));
  const headingOf = (item, name) => (name === "id" ? say("type") : fieldName(item.type, name));
  const both = (item, name, old) => [
    make("del", {}, oldOf(item, name, old)),
    " → ",
    make("ins", {}, freshOf(item, name)),
  ];
  // What an item is marked as, and each field that differs with its old and its new value.
  const row = (item, name, old) =>
    make("div", {}, make("dt", {}, headingOf(item, name)), make("dd", {}, ...both(item, name, old)));
  // The same in one line, for lists.
  const line = (item) => {
    const parts = Object.entries(item.was || {}).map(([name, old]) =>
      make("span", { class: "part" }, `${headingOf(item, name)}: `, ...both(item, name, old)),
    );
    return parts.length ? make("p", { class: "tie-facts changed" }, ...parts) : null;
  };
  const details = (item) => {
    if (!item.change) return [];
    const heading = make("p", { class: "change" }, sign(item.change), say(`is_${item.change}`));
    const rows = Object.entries(item.was || {}).map(([name, old]) => row(item, name, old));
    return [heading, rows.length ? make("dl", { class: "facts changed" }, ...rows) : null];
  };

  app.changes = {
    sign,
    details,
    // A sign for lists, with the word for those who do not see it.
    inline: (item) => {
      if (!item.change) return null;
      const word = say(`is_${item.change}`);
      return make(
        "span",
        { class: "change-sign", title: word },
        sign(item.change),
        make("span", { class: "unseen" }, word),
      );
    },
    line,
    start: () => {
      if (!byId("changes")) return;
      render();
      app.language.onChange(render);
      app.state.on(["marksOff"], () => {
        for (const input of byId("changes-list").querySelectorAll("input"))
          input.checked = (input.dataset.mark === "same") === isOff(input.dataset.mark);
      });
    },
    word: (item) => (kindOf(item) === "same" ? "" : say(`is_${item.change}`)),
  };
})((window.gronagraf = window.gronagraf || {}));
