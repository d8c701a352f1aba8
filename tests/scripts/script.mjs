// Loads scripts of the map page into a window that has nothing but what is given, and makes numbers for random cases.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";

const FOLDER = new URL("../../gronagraf/views/map/scripts/", import.meta.url);

// What the scripts of these names have filled; `app` and `window` are what must be there before.
export const load = (names, app = {}, window = {}) => {
  const context = createContext({ URL, console, ...window });
  context.window = context;
  context.gronagraf = app;
  for (const name of [names].flat())
    runInContext(readFileSync(fileURLToPath(new URL(`${name}.js`, FOLDER)), "utf8"), context, {
      filename: `${name}.js`,
    });
  return app;
};

// Values made inside the page's own context have other prototypes: as plain data they can be compared.
export const plainly = (value) => JSON.parse(JSON.stringify(value));

// A generator of the same numbers each time (mulberry32): in [0, 1), or whole below `limit`.
export const dice = (seed) => {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    pick: (items) => items[Math.floor(next() * items.length)],
  };
};

// A random graph in the page's own form: nodes with ties, relations with ends, some of both hidden.
export const randomGraph = (random, count, ties, hidden = 0.15) => {
  const nodes = Array.from({ length: count }, (_, index) => ({ index, ties: [], hidden: random.next() < hidden }));
  const edges = Array.from({ length: ties }, (_, index) => {
    const [from, to] = [random.pick(nodes), random.pick(nodes)];
    const edge = { index, from, to, hidden: random.next() < hidden };
    from.ties.push(edge);
    if (to !== from) to.ties.push(edge);
    return edge;
  });
  return { nodes, edges };
};

// A state in which nothing is chosen.
export const START = {
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
  together: false,
  opened: [],
  language: null,
  story: null,
};
