"use strict";
// The keys of the map, where it is from, how it was made and whose work it holds: a dialog.
((app) => {
  const { byId, make, on } = app.dom;

  // Long lists of sources are made when they are asked for.
  const fill = () => {
    const items = app.data.sources.map((source) => make("li", {}, ...app.text.linked(source)));
    byId("all-sources").replaceChildren(...items);
  };
  const open = () => {
    if (byId("about").open) return;
    byId("about").showModal();
    byId("about").scrollTop = 0;
  };

  app.about = {
    open,
    start: () => {
      on(byId("open-about"), "click", open);
      on(byId("close-about"), "click", () => byId("about").close());
      on(byId("sources-fold"), "toggle", () => byId("sources-fold").open && fill());
    },
  };
})((window.gronagraf = window.gronagraf || {}));
