"use strict";
// What nodes are chosen by beside their type: a foldable group of boxes for each field of choices, and for communities.
((app) => {
  const { byId, make, on } = app.dom;
  const { say, pick, number } = app.language;
  const LISTED = 5;
  const FIELDS_FIRST = 3;
  const MOST_ROWS = 14;
  const OWN_ROWS = 8;
  let facets = [];

  const tally = (facet) => {
    const counts = new Map();
    for (const node of app.data.nodes)
      if (facet.has(node)) counts.set(facet.of(node), (counts.get(facet.of(node)) || 0) + 1);
    return counts;
  };
  // The values that occur: in the model's order, communities by size, and last those that are not stated.
  const valuesOf = (facet, counts) => {
    const place = (value) => (facet.order ? facet.order.indexOf(value) : -counts.get(value));
    const known = [...counts.keys()].filter((value) => value !== "");
    known.sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
    return counts.has("") ? [...known, ""] : known;
  };
  // Each row stands for one value; where there are many, the last for all the small ones.
  const rowsOf = (values, counts) => {
    if (values.length <= MOST_ROWS) return values.map((value) => [value]);
    const large = [...values].sort((a, b) => counts.get(b) - counts.get(a)).slice(0, OWN_ROWS);
    return [
      ...values.filter((value) => large.includes(value)).map((value) => [value]),
      values.filter((value) => !large.includes(value)),
    ];
  };
  // Those that say something of the most nodes come first; communities, which say it of all, after a few fields.
  const use = ({ counts, values }) =>
    values.filter((value) => value !== "").reduce((sum, value) => sum + counts.get(value), 0);
  const inOrder = (found) => {
    const fields = found.filter(({ unnamed }) => !unnamed).sort((a, b) => use(b) - use(a));
    return [...fields.slice(0, FIELDS_FIRST), ...found.filter(({ unnamed }) => unnamed), ...fields.slice(FIELDS_FIRST)];
  };
  const gather = () => {
    const all = [...app.data.facets.values()].map((facet) => {
      const counts = tally(facet);
      const values = valuesOf(facet, counts);
      return { ...facet, counts, values, rows: rowsOf(values, counts) };
    });
    return inOrder(all.filter(({ values }) => values.length > 1));
  };

  const offOf = (facet) => app.state.get().fieldsOff[facet.key] || [];
  const set = (facet, off) => {
    const others = { ...app.state.get().fieldsOff };
    delete others[facet.key];
    app.state.change({ fieldsOff: off.length ? { ...others, [facet.key]: [...off].sort() } : others });
  };
  const toggle = (facet, values, shown) => {
    const others = offOf(facet).filter((value) => !values.includes(value));
    set(facet, shown ? others : [...others, ...values]);
  };

  const word = (facet, value) =>
    value === "" ? say(facet.unnamed ? "no_community" : "not_stated") : pick(facet.word(value));
  const label = (facet, values) => {
    if (values.length > 1) return [say("the_rest", number(values.length))];
    const lead = facet.unnamed ? facet.leads().get(values[0]) : null;
    const around = lead ? make("span", { class: "around" }, say("around_node", lead.label)) : null;
    return [word(facet, values[0]), around];
  };
  const row = (facet, values) => {
    const box = make("input", { type: "checkbox" });
    on(box, "change", () => toggle(facet, values, box.checked));
    const count = values.reduce((sum, value) => sum + facet.counts.get(value), 0);
    const parts = [
      make("span", { class: "term" }, label(facet, values)),
      make("span", { class: "count" }, number(count)),
    ];
    return { box, values, element: make("li", {}, make("label", {}, box, ...parts)) };
  };
  const quick = (text, act) => {
    const button = make("button", { type: "button" }, text);
    on(button, "click", act);
    return button;
  };

  const named = (facet) =>
    facet.short ? say("of_type", pick(facet.short), pick(app.data.nodeTypes[facet.type].term)) : pick(facet.term);
  const heading = (facet, said) => {
    const type = facet.short ? make("span", { class: "of-type" }, pick(app.data.nodeTypes[facet.type].term)) : null;
    return make("summary", {}, pick(facet.short || facet.term), " ", type, " ", said);
  };
  // The group of one field, and how it follows the state.
  const group = (facet) => {
    const rows = facet.rows.map((values) => row(facet, values));
    const said = make("span", { class: "said" });
    const all = make(
      "p",
      { class: "quick" },
      quick(say("all"), () => set(facet, [])),
      " ",
      quick(say("none"), () => set(facet, facet.values)),
    );
    const list = make("ul", {}, ...rows.map(({ element }) => element));
    const body = make("div", { role: "group", "aria-label": named(facet) }, all, list);
    const element = make("details", { class: "section", "data-facet": facet.key }, heading(facet, said), body);
    const sync = () => {
      const off = offOf(facet);
      said.textContent = off.length ? say("some_of", facet.values.length - off.length, facet.values.length) : "";
      for (const { box, values } of rows) {
        const count = values.filter((value) => off.includes(value)).length;
        box.checked = count < values.length;
        box.indeterminate = count > 0 && count < values.length;
      }
    };
    return { element, sync };
  };

  let groups = [];
  const render = () => {
    const open = new Set([...byId("facets").querySelectorAll("details[open]")].map((each) => each.dataset.facet));
    groups = facets.map(group);
    const elements = groups.map(({ element }) => element);
    const rest = elements.length > LISTED + 1 ? elements.splice(LISTED) : [];
    if (rest.length) {
      const summary = make(
        "summary",
        {},
        say("more_fields"),
        " ",
        make("span", { class: "count" }, number(rest.length)),
      );
      elements.push(make("details", { class: "section is-more", "data-facet": "more" }, summary, ...rest));
    }
    byId("facets").replaceChildren(...elements);
    for (const each of byId("facets").querySelectorAll("details")) each.open = open.has(each.dataset.facet);
    sync();
  };
  const sync = () => {
    for (const each of groups) each.sync();
    byId("stated").checked = app.state.get().stated;
  };

  app.filters = {
    // What the fields hide, for those who say it: [key, name, values, those that are off, how a value is called].
    chosen: () =>
      facets
        .filter((facet) => offOf(facet).length)
        .map((facet) => ({
          name: pick(facet.short || facet.term),
          values: facet.values,
          off: offOf(facet),
          word: (value) => word(facet, value),
          clear: () => set(facet, []),
        })),
    start: () => {
      facets = gather();
      render();
      const inferred = ({ facts }) => facts.basis === "inferred";
      byId("stated-row").hidden = !app.data.nodes.some(inferred) && !app.data.edges.some(inferred);
      on(byId("stated"), "change", () => app.state.change({ stated: byId("stated").checked }));
      app.state.on(["fieldsOff", "stated"], sync);
      app.language.onChange(render);
    },
  };
})((window.gronagraf = window.gronagraf || {}));
