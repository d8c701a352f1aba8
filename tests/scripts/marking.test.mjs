// Which marks a state shows: kinds on and off, the ends of marked relations, and only where it breaks.
import assert from "node:assert/strict";
import { test } from "node:test";
import { START, load } from "./script.mjs";

const { marking, visible } = load(["reckoning/marking", "reckoning/visible"]);

const makeData = () => {
  const node = (id, marks = {}) => ({ id, type: "Actor", facts: {}, placed: true, ties: [], ...marks });
  const nodes = [
    node("a"),
    node("b"),
    node("c", { change: "gone", breaks: [1] }),
    node("d", { breaks: [0] }),
    node("e"),
  ];
  const tie = (from, to, change) => {
    const edge = { type: "X", facts: {}, from: nodes[from], to: nodes[to], ...(change ? { change } : {}) };
    edge.from.ties.push(edge);
    edge.to.ties.push(edge);
    return edge;
  };
  const edges = [tie(0, 1, "new"), tie(1, 4), tie(2, 3, "gone")];
  return { nodes, edges, breaks: [{ state: "broken" }, { state: "unknown" }], facets: new Map(), scales: new Map() };
};
const shown = (state) => {
  const data = makeData();
  visible.mark({ ...START, ...state }, data);
  const left = (items) => items.filter(({ hidden }) => !hidden);
  return [
    left(data.nodes)
      .map(({ id }) => id)
      .join(""),
    left(data.edges).length,
  ];
};

test("only what has changed keeps the ends of what is marked", () => {
  assert.deepEqual(shown({ marksOff: ["same"] }), ["abcd", 2]);
});

test("a kind that is off takes its nodes and relations, and ends that nothing else holds", () => {
  assert.deepEqual(shown({ marksOff: ["gone"] }), ["abde", 2]);
  assert.deepEqual(shown({ marksOff: ["gone", "same"] }), ["ab", 1]);
});

test("what is unknown is not where it breaks", () => {
  assert.deepEqual(shown({ brokenOnly: true }), ["d", 0]);
});

test("each kind is counted, nodes and relations apart", () => {
  const counts = marking.counts(makeData());
  assert.deepEqual(JSON.parse(JSON.stringify([...counts])), [
    ["new", { nodes: 0, edges: 1 }],
    ["gone", { nodes: 1, edges: 1 }],
    ["changed", { nodes: 0, edges: 0 }],
    ["same", { nodes: 4, edges: 1 }],
  ]);
});
