"use strict";
// Keys: on the map arrows walk along relations, with Shift they move the picture; Escape steps back from anywhere.
((app) => {
  const { byId, on } = app.dom;
  const STEP = 90;
  const WALKS = {
    ArrowLeft: () => app.walk.towards([-1, 0]),
    ArrowRight: () => app.walk.towards([1, 0]),
    ArrowUp: () => app.walk.towards([0, -1]),
    ArrowDown: () => app.walk.towards([0, 1]),
    n: () => app.walk.round(1),
    p: () => app.walk.round(-1),
    " ": () => app.walk.here(),
    Enter: () => app.walk.enter(),
    "+": () => app.picture.zoom(1.35),
    "-": () => app.picture.zoom(1 / 1.35),
    0: () => app.picture.fit(),
    "/": () => byId("search").focus(),
    "?": () => app.about.open(),
  };
  const MOVES = {
    ArrowLeft: () => app.picture.pan(-STEP, 0),
    ArrowRight: () => app.picture.pan(STEP, 0),
    ArrowUp: () => app.picture.pan(0, -STEP),
    ArrowDown: () => app.picture.pan(0, STEP),
  };
  // Keys of one letter or sign count only while the map has the keyboard: elsewhere somebody may be dictating.
  const onMap = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !byId("map").contains(event.target)) return;
    const act = (event.shiftKey && MOVES[event.key]) || WALKS[event.key] || WALKS[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  };
  // From the panel back to the map, if it was there that the panel was entered; else the panel closes.
  const onEscape = (event) => {
    if (event.key !== "Escape" || document.querySelector("dialog[open]")) return;
    if (byId("details").hidden) app.search.clear();
    else if (app.details.cameByMap() && byId("details").contains(event.target))
      byId("map").focus({ preventScroll: true });
    else app.details.close();
  };

  app.keyboard = {
    start: () => {
      on(byId("map"), "keydown", onMap);
      on(document, "keydown", onEscape);
    },
  };
})((window.gronagraf = window.gronagraf || {}));
