"use strict";
// Keys: on the map arrows move, plus and minus zoom, 0 shows all; anywhere Escape steps back and / searches.
((app) => {
  const { byId, on } = app.dom;
  const STEP = 90;
  const KEYS = {
    ArrowLeft: () => app.picture.pan(-STEP, 0),
    ArrowRight: () => app.picture.pan(STEP, 0),
    ArrowUp: () => app.picture.pan(0, -STEP),
    ArrowDown: () => app.picture.pan(0, STEP),
    "+": () => app.picture.zoom(1.35),
    "-": () => app.picture.zoom(1 / 1.35),
    0: () => app.picture.fit(),
  };

  app.keyboard = {
    start: () => {
      on(byId("map"), "keydown", (event) => {
        const act = event.ctrlKey || event.metaKey || event.altKey ? null : KEYS[event.key];
        if (!act) return;
        event.preventDefault();
        act();
      });
      on(document, "keydown", (event) => {
        if (byId("tables").open) return;
        if (event.key === "Escape") {
          if (byId("details").hidden) app.search.clear();
          else app.details.close();
        }
        if (event.key === "/" && !event.target.closest("input, textarea")) {
          event.preventDefault();
          byId("search").focus();
        }
      });
    },
  };
})((window.gronagraf = window.gronagraf || {}));
