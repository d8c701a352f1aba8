"use strict";
// The story: saved views with a text each, one after the other, in a bar above the map.
((app) => {
  const { byId, make, on } = app.dom;
  const { say, pick } = app.language;
  const { START } = app.state;
  const steps = () => app.data.story.steps;
  const place = () => app.state.get().story;

  // A step is a view and its number; the reader's language stays.
  const go = (number, { step = true } = {}) => {
    if (number < 1 || number > steps().length) return;
    const view = app.address.decode(steps()[number - 1].view, START);
    app.search.clear();
    app.state.change({ ...view, story: number, language: app.state.get().language }, { step });
    frame();
    if (!step) return;
    byId("story").focus({ preventScroll: true });
    byId("story").scrollIntoView({ block: "start" });
    tell();
  };
  // A view that says nothing of where one looks shows the whole, also after the bar has taken its room.
  const frame = () => {
    if (app.state.get().camera === null) app.framing.first();
  };
  const leave = () => {
    app.state.change({ story: null });
    byId(steps().length ? "open-story" : "map").focus({ preventScroll: true });
  };
  const where = () => say("story_step", place(), steps().length);
  const tell = () => {
    const { title, text } = steps()[place() - 1];
    const ended = (words) => (/[.!?…]$/.test(words) ? words : `${words}.`);
    app.status.announce([where(), pick(title), pick(text)].filter(Boolean).map(ended).join(" "));
  };

  const button = (words, sign, act, off) => {
    const made = make("button", { type: "button", class: "tool is-icon", "aria-label": words, disabled: off }, sign);
    on(made, "click", act);
    return made;
  };
  const render = () => {
    const { title } = app.data.story;
    const at = place();
    byId("story").hidden = at === null;
    byId("open-story").hidden = at !== null || !steps().length;
    byId("open-story").textContent = pick(title) ? say("story_of", pick(title)) : say("story");
    if (at === null) return;
    const step = steps()[at - 1];
    const moves = [
      button(say("previous"), "←", () => go(at - 1), at === 1),
      button(say("next"), "→", () => go(at + 1), at === steps().length),
      button(say("leave_story"), "×", leave, false),
    ];
    byId("story").replaceChildren(
      make(
        "div",
        { class: "story-words" },
        make("p", { class: "kind" }, [pick(title), where()].filter(Boolean).join(" · ")),
        make("h2", {}, pick(step.title)),
        ...pick(step.text)
          .split(/\n{2,}/)
          .map((text) => make("p", {}, text)),
      ),
      make("div", { class: "story-moves" }, ...moves),
    );
  };

  const ARROWS = { ArrowLeft: -1, ArrowRight: 1 };
  const PAGES = { PageUp: -1, PageDown: 1 };
  const onKey = (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      leave();
    } else if (event.key in ARROWS) {
      event.preventDefault();
      go(place() + ARROWS[event.key]);
    }
  };
  const onPage = (event) => {
    if (place() === null || !(event.key in PAGES) || event.target.closest("input, textarea, select, dialog")) return;
    event.preventDefault();
    go(place() + PAGES[event.key]);
  };

  app.story = {
    go,
    // After the steps have changed: a step that is no more is left.
    renew: () => {
      if (place() > steps().length) app.state.change({ story: null });
      render();
    },
    start: () => {
      app.state.on(["story"], render);
      app.language.onChange(render);
      on(byId("story"), "keydown", onKey);
      on(document, "keydown", onPage);
      app.picture.network().on("resize", () => requestAnimationFrame(() => place() !== null && frame()));
      on(byId("open-story"), "click", () => go(1));
      if (steps().length && app.state.fragment() === "") go(1, { step: false });
      else render();
    },
  };
})((window.gronagraf = window.gronagraf || {}));
