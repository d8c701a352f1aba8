// Closed communities: who is inside one, and their ties, against counting each relation anew.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dice, load, randomGraph } from "./script.mjs";

const { mark, tally, ties } = load("reckoning/together").together;
const GROUPS = 5;

const makeData = (random) => {
  const graph = randomGraph(random, 60, 220);
  // A few are in no community at all, as where a map has no tray.
  for (const node of graph.nodes) node.group = random.below(GROUPS + 1);
  return { ...graph, groups: Array.from({ length: GROUPS }, () => ({})) };
};
const makeState = (random) => ({
  together: random.next() < 0.9,
  layout: random.next() < 0.9 ? "network" : "thread",
  opened: [0, 1, 2, 3, 4].filter(() => random.next() < 0.4),
});
const nameOf = (node) => (node.inside === null ? `node ${node.index}` : `group ${node.inside}`);
const endOf = (end) => (typeof end === "number" ? `group ${end}` : `node ${end.index}`);

test("a node is inside its community when that is closed, in the network alone", () => {
  const random = dice(3);
  for (let round = 0; round < 50; round += 1) {
    const [data, state] = [makeData(random), makeState(random)];
    mark(state, data);
    for (const node of data.nodes) {
      const closed = state.together && state.layout === "network" && node.group < GROUPS;
      assert.equal(node.inside, closed && !state.opened.includes(node.group) ? node.group : null);
    }
  }
});

test("a mark counts what is shown inside it", () => {
  const random = dice(5);
  for (let round = 0; round < 50; round += 1) {
    const data = makeData(random);
    mark({ ...makeState(random), together: true, layout: "network" }, data);
    const counts = tally(data);
    for (let at = 0; at < GROUPS; at += 1) {
      const shown = data.nodes.filter((node) => node.inside === at && !node.hidden).length;
      assert.equal(counts.get(at), shown || undefined);
    }
  }
});

test("each shown relation that reaches a mark is counted in one tie, and no other is", () => {
  const random = dice(7);
  for (let round = 0; round < 50; round += 1) {
    const data = makeData(random);
    mark(makeState(random), data);
    const wanted = new Map();
    for (const { from, to, hidden } of data.edges) {
      const ends = [nameOf(from), nameOf(to)].sort();
      if (hidden || ends[0] === ends[1] || ends.every((end) => end.startsWith("node"))) continue;
      wanted.set(ends.join(), (wanted.get(ends.join()) || 0) + 1);
    }
    const found = ties(data).map(([one, other, number]) => [[endOf(one), endOf(other)].sort().join(), number]);
    assert.equal(new Set(found.map(([key]) => key)).size, found.length);
    assert.deepEqual(new Map(found), wanted);
  }
});
