"use strict";
// The menu of what can be taken away; arrows move in it, Escape and a click beside it close it.
((app) => {
  const { byId, on } = app.dom;
  const ACTS = {
    "take-png": () => app.files.asPng(),
    "take-svg": () => app.files.asSvg(),
    "take-nodes": () => app.files.nodes(),
    "take-edges": () => app.files.edges(),
    "copy-link": () => app.link.copy(),
    "tell-view": () => app.telling.open(),
  };
  const STEPS = { ArrowDown: 1, ArrowUp: -1 };

  const close = (back) => {
    const menu = byId("take");
    if (!menu.open) return;
    menu.open = false;
    if (back) menu.querySelector("summary").focus();
  };
  const onKey = (event) => {
    const menu = byId("take");
    if (event.key === "Escape" && menu.open) {
      event.stopPropagation();
      close(true);
    }
    if (!(event.key in STEPS)) return;
    event.preventDefault();
    menu.open = true;
    const items = [...menu.querySelectorAll("button:not([hidden])")];
    const at = items.indexOf(document.activeElement);
    const next = at < 0 ? (STEPS[event.key] > 0 ? 0 : items.length - 1) : at + STEPS[event.key];
    items[(next + items.length) % items.length].focus();
  };
  // A word beside the button of what has just been done.
  let telling = 0;
  const tell = (text) => {
    const place = byId("take-done");
    place.textContent = text;
    clearTimeout(telling);
    telling = setTimeout(() => (place.textContent = ""), 4000);
  };

  app.menu = {
    tell,
    start: () => {
      const menu = byId("take");
      for (const [id, act] of Object.entries(ACTS))
        on(byId(id), "click", () => {
          close(true);
          act();
        });
      byId("copy-link").hidden = !app.link.possible();
      on(menu, "keydown", onKey);
      on(menu, "focusout", ({ relatedTarget }) => relatedTarget && !menu.contains(relatedTarget) && close(false));
      on(document, "pointerdown", ({ target }) => !menu.contains(target) && close(false));
    },
  };
})((window.gronagraf = window.gronagraf || {}));
