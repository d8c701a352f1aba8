"use strict";
// What the reader has chosen, all of it in one plain object: whatever shows it listens, nothing else remembers it.
((app) => {
  const { encode, decode, same } = app.address;
  const listeners = [];

  const START = Object.freeze({
    layout: "network",
    node: null,
    edge: null,
    steps: 1,
    way: null,
    nodesOff: [],
    edgesOff: [],
    fieldsOff: {},
    stated: false,
    time: null,
    least: null,
    marksOff: [],
    brokenOnly: false,
    moved: {},
    size: null,
    colour: null,
    camera: null,
    together: app.groups.possible && app.data.nodes.length > app.together.MOST_APART,
    opened: [],
    language: null,
    story: null,
    ...app.data.start,
  });
  // Checks of what an address or a file may hold; each gives the value back, or that of the start.
  const CHECKS = {
    layout: (key) => (app.data.layouts.has(key) ? key : START.layout),
    node: (id) => (app.data.byId.has(id) ? id : null),
    edge: (key) => (app.data.edgeByKey.has(key) ? key : null),
    steps: (steps) => ([1, 2, 3].includes(steps) ? steps : 1),
    way: (id) => (app.data.byId.has(id) ? id : null),
    nodesOff: (types) => types.filter((type) => Object.hasOwn(app.data.nodeTypes, type)),
    edgesOff: (types) => types.filter((type) => Object.hasOwn(app.data.edgeTypes, type)),
    fieldsOff: (fields) =>
      Object.fromEntries(
        Object.entries(fields)
          .filter(([key]) => app.data.facets.has(key))
          .map(([key, off]) => [key, off.filter(app.data.facets.get(key).occurs)])
          .filter(([, off]) => off.length),
      ),
    time: (years) => (years && years.length === 2 && app.data.years ? [...years].sort((a, b) => a - b) : null),
    least: (least) => (least && app.data.scales.has(least[0]) ? least : null),
    marksOff: (kinds) =>
      app.data.compared ? kinds.filter((kind) => [...app.marking.KINDS, "same"].includes(kind)) : [],
    brokenOnly: (only) => only && (app.data.breaks || []).some((each) => each.state === "broken"),
    moved: (places) => Object.fromEntries(Object.entries(places).filter(([id]) => app.data.byId.has(id))),
    size: (key) =>
      key !== null && app.data.scales.has(key) && app.data.scales.get(key).kind === "amount" ? key : null,
    colour: (key) => (key !== null && app.data.scales.has(key) ? key : null),
    camera: (view) => (view && view.length === 3 && view[2] > 0.001 && view[2] < 50 ? view : null),
    together: (together) => together && app.groups.possible,
    opened: (some) => [...new Set(some)].filter((at) => Object.hasOwn(app.data.groups, at)).sort((a, b) => a - b),
    language: (language) => (["sv", "en"].includes(language) ? language : null),
    story: (step) => (Number.isInteger(step) && step >= 1 && step <= app.data.story.steps.length ? step : null),
  };
  const checked = (state) => {
    const result = { ...state };
    for (const [key, check] of Object.entries(CHECKS)) result[key] = check(state[key]);
    if (result.node === null || result.way === result.node) result.way = null;
    return result;
  };

  let state = checked(START);

  // While something slides the address waits, so that the way back leads to what was before the slide.
  let waiting = false;
  const write = (step) => {
    if (waiting && !step) return;
    waiting = false;
    const fragment = encode(state, START);
    const here = window.location.href.replace(/#.*$/s, "");
    if (window.location.hash.replace(/^#/, "") === fragment) return;
    // A page inside another (srcdoc) has no address of its own to change.
    if (here.startsWith("about:")) return;
    window.history[step ? "pushState" : "replaceState"](null, "", `${here}#${fragment}`);
  };
  const tell = (before) => {
    const changed = new Set(Object.keys(state).filter((key) => !same(state[key], before[key])));
    for (const [keys, listener] of listeners) if (keys.some((key) => changed.has(key))) listener(state, changed);
  };

  // `step`: whether the browser's way back leads to what was before.
  const change = (parts, { step = true } = {}) => {
    const before = state;
    state = Object.freeze(checked({ ...state, ...parts }));
    if (same(state, before)) return;
    write(step);
    tell(before);
  };
  // One of many changes in a row that are one step of the way back, which `settle` ends.
  const slide = (parts) => {
    waiting = true;
    change(parts, { step: false });
  };
  const settle = () => waiting && write(true);
  const goTo = (fragment, { step = true } = {}) => change({ ...START, ...decode(fragment, START) }, { step });
  const fromAddress = () => {
    // A place in the page, such as where a skip link leads, is no state.
    if (/^#[\w-]+$/.test(window.location.hash)) return;
    waiting = false;
    const before = state;
    state = Object.freeze(checked(decode(window.location.hash, START)));
    tell(before);
  };

  app.state = {
    START,
    get: () => state,
    change,
    slide,
    settle,
    sliding: () => waiting,
    goTo,
    fragment: () => encode(state, START),
    // `keys` are those parts of the state on whose change the listener is called, in the order of asking.
    on: (keys, listener) => listeners.push([keys, listener]),
    start: () => {
      window.addEventListener("popstate", fromAddress);
      state = Object.freeze(checked(decode(window.location.hash, START)));
    },
  };
})((window.gronagraf = window.gronagraf || {}));
