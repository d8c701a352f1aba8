"use strict";
// Puts the parts together when the page opens.
((app) => {
  const { byId, on } = app.dom;
  const { say, number, count } = app.language;

  app.status = {
    announce: (text) => {
      byId("status").textContent = text;
    },
  };

  const summarise = () => {
    const { nodes, edges } = app.data;
    byId("size").textContent = `${count("nodes_count", nodes.length)}, ${count("relations_count", edges.length)}`;
  };
  const tell = () => {
    const { nodes, edges } = { nodes: app.shown.nodes(), edges: app.shown.edges() };
    const numbers = [nodes.length, app.data.nodes.length, edges.length, app.data.edges.length].map(number);
    byId("shown").textContent = say("shown", ...numbers);
    byId("clear").hidden = !(app.shown.active() || app.focus.active());
  };

  // The button goes when nothing is chosen any longer, and the keyboard with it, unless it is taken to the map.
  const clearAll = () => {
    app.search.clear();
    app.state.change({ node: null, edge: null, way: null, ...app.shown.nothingChosen() });
    app.picture.fit();
    byId("map").focus({ preventScroll: true });
  };

  // What one points at stays where it is, unless the panel comes to lie over it.
  const openHere = (node) => {
    app.details.open(node, { move: false });
    if (app.focus.node() === node && app.framing.covered(node)) app.picture.goTo(node);
  };
  const startTools = () => {
    on(byId("zoom-in"), "click", () => app.picture.zoom(1.35));
    on(byId("zoom-out"), "click", () => app.picture.zoom(1 / 1.35));
    on(byId("fit"), "click", () => app.picture.fit());
    on(byId("clear"), "click", clearAll);
    app.picture.network().on("click", ({ pointer }) => {
      const node = app.picture.nodeAt(pointer.DOM);
      const mark = node ? null : app.closed.at(pointer.DOM);
      const edge = node || mark ? null : app.picture.edgeAt(pointer.DOM);
      if (node) openHere(node);
      else if (mark) app.communities.take(mark);
      else if (edge) app.details.openEdge(edge);
      else app.details.close();
    });
  };

  app.state.start();
  app.theme.start();
  app.language.start();
  app.language.onChange(summarise);
  summarise();
  if (!app.data.nodes.length) return;
  app.placing.start();
  app.groups.start();
  app.looks.start();
  app.shown.start();
  app.picture.start();
  app.marks.start();
  app.focus.start();
  for (const part of [
    "legend",
    "appearance",
    "filters",
    "years",
    "least",
    "chips",
    "search",
    "way",
    "details",
    "tables",
    "about",
    "keyboard",
    "tooltip",
    "changes",
    "breaks",
    "moving",
    "communities",
  ])
    app[part].start();
  app.theme.onChange(app.shapes.recolour);
  app.state.on(["colour"], app.shapes.recolour);
  app.shown.onChange(tell);
  // What slides is announced at its end.
  app.shown.onChange(() => app.state.sliding() || app.status.announce(byId("shown").textContent));
  app.focus.onChange(tell);
  app.language.onChange(tell);
  startTools();
  tell();
  for (const part of ["menu", "paper", "telling", "story"]) app[part].start();
  // The picture was put in place before there was a panel beside it.
  if (app.focus.active() && app.state.get().camera === null) app.framing.first();
})((window.gronagraf = window.gronagraf || {}));
