"use strict";
// What the state shows at present: kept up to date, and told to those who draw or count it.
((app) => {
  const { PARTS, CHOSEN, mark } = app.visible;
  const listeners = [];

  const markAll = () => {
    mark(app.state.get(), app.data);
    app.together.mark(app.state.get(), app.data);
  };
  const apply = () => {
    markAll();
    for (const listener of listeners) listener();
  };

  const nothingChosen = () => Object.fromEntries(CHOSEN.map((key) => [key, app.state.START[key]]));

  app.shown = {
    onChange: (listener) => listeners.push(listener),
    nodes: () => app.data.nodes.filter((node) => !node.hidden),
    edges: () => app.data.edges.filter((edge) => !edge.hidden),
    // Whether anything is chosen that hides something.
    active: () => CHOSEN.some((key) => !app.address.same(app.state.get()[key], app.state.START[key])),
    nothingChosen,
    clear: () => app.state.change(nothingChosen()),
    start: () => {
      app.state.on([...PARTS, ...app.together.PARTS], apply);
      markAll();
    },
  };
})((window.gronagraf = window.gronagraf || {}));
