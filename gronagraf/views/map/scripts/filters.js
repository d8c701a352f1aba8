"use strict";
// Which nodes and relations are shown: types that are switched off hide what is of them.
((app) => {
  const off = { nodes: new Set(), edges: new Set() };
  const listeners = [];

  const apply = () => {
    for (const node of app.data.nodes) node.hidden = off.nodes.has(node.type);
    for (const edge of app.data.edges) edge.hidden = off.edges.has(edge.type) || edge.from.hidden || edge.to.hidden;
    for (const listener of listeners) listener();
  };

  app.filters = {
    onChange: (listener) => listeners.push(listener),
    active: () => off.nodes.size + off.edges.size > 0,
    isOff: (kind, type) => off[kind].has(type),
    set: (kind, types, shown) => {
      for (const type of types) {
        if (shown) off[kind].delete(type);
        else off[kind].add(type);
      }
      apply();
    },
    clear: () => {
      off.nodes.clear();
      off.edges.clear();
      apply();
    },
    shown: () => ({
      nodes: app.data.nodes.filter((node) => !node.hidden),
      edges: app.data.edges.filter((edge) => !edge.hidden),
    }),
  };
})((window.gronagraf = window.gronagraf || {}));
