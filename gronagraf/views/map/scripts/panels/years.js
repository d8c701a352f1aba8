"use strict";
// The years shown: two ends that slide, and a button that goes through them year by year.
((app) => {
  const { byId, on } = app.dom;
  const { say, count } = app.language;
  const PACE = 1100;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const ENDS = ["from", "to"];
  const slider = (end) => byId(`year-${end}`);
  let playing = 0;

  const whole = () => app.data.years;
  const span = () => app.state.get().time || whole();
  const inWords = ([from, to]) => (from === to ? String(from) : say("year_span", from, to));
  // The whole span is no choice at all.
  const asTime = (years) => (app.address.same(years, whole()) ? null : years);

  const undated = (items) => items.filter(({ years }) => years[0] === null && years[1] === null).length;
  const render = () => {
    const [nodes, edges] = [undated(app.data.nodes), undated(app.data.edges)];
    byId("undated").textContent =
      nodes + edges ? say("undated", count("nodes_count", nodes), count("relations_count", edges)) : "";
    sync();
  };
  const sync = () => {
    // Who takes away the choice of years does not want to see more of them.
    if (playing && !app.state.get().time) pause();
    const years = span();
    ENDS.forEach((end, at) => {
      slider(end).value = years[at];
      byId(`year-${end}-said`).textContent = years[at];
    });
    byId("years-said").textContent = app.state.get().time ? inWords(years) : "";
    byId("play").textContent = say(playing ? "pause" : calm.matches ? "next_year" : "play");
  };

  // The end that is moved takes the other along when they meet. At most one change a frame: the picture is drawn once.
  let asked = 0;
  const moved = (end) => {
    pause();
    if (asked) return;
    asked = requestAnimationFrame(() => {
      asked = 0;
      take(end);
    });
  };
  const take = (end) => {
    const value = Number(slider(end).value);
    const [from, to] = span();
    app.state.slide({ time: asTime(end === "from" ? [value, Math.max(value, to)] : [Math.min(value, from), value]) });
  };
  const settled = (end) => {
    if (asked) cancelAnimationFrame(asked);
    asked = 0;
    take(end);
    app.state.settle();
    app.status.announce(`${say("years")}: ${inWords(span())}. ${byId("shown").textContent}`);
  };

  const step = () => app.state.slide({ time: app.choosing.nextSpan(app.state.get().time, whole()) });
  const play = () => {
    step();
    playing = setInterval(() => (span()[1] >= whole()[1] ? pause() : step()), PACE);
    sync();
  };
  const pause = () => {
    if (!playing) return;
    clearInterval(playing);
    playing = 0;
    app.state.settle();
    sync();
  };
  // With reduced motion nothing moves by itself: each press is a year.
  const press = () => {
    if (playing) return pause();
    if (!calm.matches) return play();
    step();
    app.state.settle();
    app.status.announce(`${inWords(span())}. ${byId("shown").textContent}`);
    return undefined;
  };

  app.years = {
    inWords,
    start: () => {
      byId("by-year").hidden = !whole() || whole()[0] === whole()[1];
      if (!whole()) return;
      for (const end of ENDS) {
        [slider(end).min, slider(end).max] = whole();
        on(slider(end), "input", () => moved(end));
        on(slider(end), "change", () => settled(end));
      }
      on(byId("play"), "click", press);
      on(calm, "change", () => (pause(), sync()));
      app.state.on(["time"], sync);
      app.language.onChange(render);
      render();
    },
  };
})((window.gronagraf = window.gronagraf || {}));
