// What a state shows, against asking every condition of every node and relation anew.
import assert from "node:assert/strict";
import { test } from "node:test";
import { START, dice, load } from "./script.mjs";

const { mark, during } = load(["reckoning/marking", "reckoning/visible"]).visible;
const FACETS = new Map(
  ["kind", "level"].map((name) => [
    name,
    { has: ({ type }) => type === "Actor", of: ({ facts }) => facts[name] ?? null },
  ]),
);
const BREAKS = [{ state: "broken" }, { state: "unknown" }];
const SCALES = new Map([["degree", { of: ({ degree }) => degree }]]);

const makeData = (random) => {
  const years = () => [random.pick([null, 2015, 2018, 2022]), random.pick([null, 2019, 2023, 2030])];
  const nodes = Array.from({ length: 40 }, (_, index) => ({
    index,
    type: random.pick(["Actor", "Network", "Goal"]),
    facts: {
      kind: random.pick(["a", "b", undefined]),
      level: random.pick(["x", "y"]),
      basis: random.pick(["stated", "inferred", undefined]),
    },
    degree: random.pick([undefined, 0, 1, 5]),
    change: random.pick([undefined, undefined, "new", "gone", "changed"]),
    breaks: random.pick([undefined, [0], [1]]),
    ties: [],
    years: years(),
    placed: random.next() < 0.8,
    hidden: random.next() < 0.5,
  }));
  const edges = Array.from({ length: 70 }, () => ({
    change: random.pick([undefined, undefined, "new", "gone"]),
    type: random.pick(["MEMBER_OF", "FUNDS"]),
    facts: { basis: random.pick(["stated", "inferred", undefined]) },
    from: random.pick(nodes),
    to: random.pick(nodes),
    years: years(),
    hidden: random.next() < 0.5,
  }));
  for (const edge of edges) for (const end of new Set([edge.from, edge.to])) end.ties.push(edge);
  return { nodes, edges, facets: FACETS, scales: SCALES, breaks: BREAKS };
};

const makeState = (random) => ({
  nodesOff: random.pick([[], ["Goal"], ["Actor", "Network"]]),
  edgesOff: random.pick([[], ["FUNDS"]]),
  fieldsOff: random.pick([{}, { kind: ["a"] }, { kind: ["b"], level: ["x"] }, { level: ["x", "y"] }]),
  stated: random.pick([false, true]),
  time: random.pick([null, [2016, 2017], [2020, 2020]]),
  least: random.pick([null, ["degree", 0], ["degree", 2]]),
  marksOff: random.pick([[], ["same"], ["new"], ["same", "gone"]]),
  brokenOnly: random.pick([false, false, true]),
  layout: random.pick(["network", "thread"]),
});

const touches = ([first, last], time) => !((first !== null && first > time[1]) || (last !== null && last < time[0]));
const kindOf = ({ change }) => change || "same";
// What is as before stays where one of its relations is shown for its mark.
const isUnmarked = (node, { marksOff }) =>
  marksOff.includes(kindOf(node)) &&
  (node.change || !node.ties.some(({ change }) => change && !marksOff.includes(change)));
const isShown = (node, state) => {
  const off = Object.entries(state.fieldsOff).some(
    ([name, values]) => node.type === "Actor" && values.includes(node.facts[name]),
  );
  const little = state.least && !(node.degree >= state.least[1]);
  const early = state.time && !touches(node.years, state.time);
  const elsewhere = state.layout !== "network" && !node.placed;
  const doubtful = state.stated && node.facts.basis === "inferred";
  const whole = state.brokenOnly && !(node.breaks || []).includes(0);
  return !(
    isUnmarked(node, state) ||
    whole ||
    state.nodesOff.includes(node.type) ||
    off ||
    little ||
    early ||
    elsewhere ||
    doubtful
  );
};
const isTie = (edge, state) =>
  isShown(edge.from, state) &&
  isShown(edge.to, state) &&
  !state.marksOff.includes(kindOf(edge)) &&
  !state.edgesOff.includes(edge.type) &&
  !(state.stated && edge.facts.basis === "inferred") &&
  !(state.time && !touches(edge.years, state.time));

test("nothing chosen shows all, whatever was hidden before", () => {
  const data = makeData(dice(31));
  mark(START, data);
  assert.ok([...data.nodes, ...data.edges].every((item) => item.hidden === false));
});

test("random states: all that is chosen holds at once", () => {
  const random = dice(32);
  const sizes = new Set();
  for (let round = 0; round < 400; round += 1) {
    const data = makeData(random);
    const state = makeState(random);
    mark(state, data);
    for (const node of data.nodes)
      assert.equal(node.hidden, !isShown(node, state), JSON.stringify([state, node.index]));
    for (const edge of data.edges) assert.equal(edge.hidden, !isTie(edge, state), JSON.stringify(state));
    sizes.add(data.edges.filter((edge) => !edge.hidden).length);
  }
  assert.ok(sizes.size > 12, "the states must differ in what they show");
});

test("years touch at their ends, and an end that is not known is open", () => {
  assert.ok(during([2010, 2015], [2015, 2020]));
  assert.ok(during([2020, null], [2015, 2020]));
  assert.ok(during([null, null], [1900, 1900]));
  assert.ok(!during([2010, 2014], [2015, 2020]));
  assert.ok(!during([2021, null], [2015, 2020]));
});

test("a threshold on a field of one type leaves the other types", () => {
  const scales = new Map([["Project.total", { type: "Project", of: ({ total }) => total }]]);
  const node = (type, total) => ({ type, total, facts: {}, years: [null, null], placed: true });
  const nodes = [node("Project", 5), node("Project", 50), node("Project", undefined), node("Actor", undefined)];
  mark({ ...START, least: ["Project.total", 10] }, { nodes, edges: [], facets: new Map(), scales });
  assert.deepEqual(
    nodes.map(({ hidden }) => hidden),
    [true, false, true, false],
  );
});
