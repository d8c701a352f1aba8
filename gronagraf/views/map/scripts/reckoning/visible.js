"use strict";
// Which nodes and relations a state shows: everything that is chosen must hold at once.
((app) => {
  // Whether the years [first, last] of an item touch those chosen; an end that is not known is open.
  const during = ([first, last], [from, to]) => (first === null || first <= to) && (last === null || last >= from);

  const nodeTests = (state, data) => {
    const { facets, scales } = data;
    const off = new Set(state.nodesOff);
    const tests = app.marking.nodeTests(state, data);
    if (off.size) tests.push((node) => !off.has(node.type));
    for (const [key, values] of Object.entries(state.fieldsOff)) {
      const [facet, without] = [facets.get(key), new Set(values)];
      tests.push((node) => !facet.has(node) || !without.has(facet.of(node)));
    }
    if (state.stated) tests.push((node) => node.facts.basis !== "inferred");
    if (state.time) tests.push((node) => during(node.years, state.time));
    if (state.least) {
      const [key, least] = state.least;
      const { of, type } = scales.get(key);
      // A field of one type says nothing of the others, which stay.
      tests.push((node) => (type && node.type !== type) || (of(node) ?? -Infinity) >= least);
    }
    if (state.layout !== "network") tests.push((node) => node.placed);
    return tests;
  };
  const edgeTests = (state) => {
    const off = new Set(state.edgesOff);
    const tests = [(edge) => !edge.from.hidden && !edge.to.hidden, ...app.marking.edgeTests(state)];
    if (off.size) tests.push((edge) => !off.has(edge.type));
    if (state.stated) tests.push((edge) => edge.facts.basis !== "inferred");
    if (state.time) tests.push((edge) => during(edge.years, state.time));
    return tests;
  };
  const hide = (items, tests) => {
    for (const item of items) item.hidden = !tests.every((test) => test(item));
  };

  app.visible = {
    // The parts of a state that decide what is shown; without them nothing is hidden.
    PARTS: ["nodesOff", "edgesOff", "fieldsOff", "stated", "time", "least", "marksOff", "brokenOnly", "layout"],
    CHOSEN: ["nodesOff", "edgesOff", "fieldsOff", "stated", "time", "least", "marksOff", "brokenOnly"],
    during,
    // Sets `hidden` of every node and relation of the data.
    mark: (state, data) => {
      hide(data.nodes, nodeTests(state, data));
      hide(data.edges, edgeTests(state));
    },
  };
})((window.gronagraf = window.gronagraf || {}));
