"use strict";
// Which marks a state shows: what is new, gone and changed, what is as before, and where the thread breaks.
((app) => {
  const KINDS = ["new", "gone", "changed"];
  const kindOf = (item) => item.change || "same";
  const isBroken = (node, breaks) => (node.breaks || []).some((at) => breaks[at].state === "broken");

  app.marking = {
    KINDS,
    kindOf,
    isBroken,
    // A node that is as before stays for a relation of it that is shown for its mark.
    nodeTests: ({ marksOff, brokenOnly }, { breaks }) => {
      const off = new Set(marksOff);
      const held = (node) => node.ties.some((edge) => edge.change && !off.has(edge.change));
      const tests = [];
      if (off.size) tests.push((node) => !off.has(kindOf(node)) || (!node.change && held(node)));
      if (brokenOnly) tests.push((node) => isBroken(node, breaks));
      return tests;
    },
    edgeTests: ({ marksOff }) => (marksOff.length ? [(edge) => !marksOff.includes(kindOf(edge))] : []),
    // How many nodes and relations there are of each kind.
    counts: ({ nodes, edges }) => {
      const found = new Map([...KINDS, "same"].map((kind) => [kind, { nodes: 0, edges: 0 }]));
      for (const node of nodes) found.get(kindOf(node)).nodes += 1;
      for (const edge of edges) found.get(kindOf(edge)).edges += 1;
      return found;
    },
  };
})((window.gronagraf = window.gronagraf || {}));
