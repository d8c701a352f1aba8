// Steps around a node and the shortest way, against computing every distance by repeated relaxation.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dice, load, randomGraph } from "./script.mjs";

const { around, between } = load("reckoning/ways").ways;

// How far each shown node is from the start, worked out by relaxing every relation until nothing changes.
const distances = ({ nodes, edges }, start) => {
  const far = nodes.map((node) => (node === start ? 0 : Infinity));
  for (let changed = true; changed;) {
    changed = false;
    for (const { from, to, hidden } of edges) {
      if (hidden) continue;
      for (const [a, b] of [
        [from, to],
        [to, from],
      ])
        if (!b.hidden && far[a.index] + 1 < far[b.index]) {
          far[b.index] = far[a.index] + 1;
          changed = true;
        }
    }
  }
  return far;
};

test("random graphs: nodes within so many steps, nearest first", () => {
  const random = dice(11);
  for (let round = 0; round < 60; round += 1) {
    const graph = randomGraph(random, 25, 35);
    const start = random.pick(graph.nodes);
    const far = distances(graph, start);
    for (const steps of [1, 2, 3]) {
      const found = [...around(start, steps)];
      const expected = graph.nodes.filter((node) => far[node.index] <= steps);
      assert.deepEqual(new Set(found.map(([node]) => node.index)), new Set(expected.map((node) => node.index)));
      for (const [node, distance] of found) assert.equal(distance, far[node.index]);
      assert.deepEqual(
        found.map(([, distance]) => distance),
        found.map(([, distance]) => distance).sort((a, b) => a - b),
      );
    }
  }
});

test("random graphs: a shortest way of shown relations, or none", () => {
  const random = dice(12);
  let none = 0;
  for (let round = 0; round < 150; round += 1) {
    const graph = randomGraph(random, 25, 32);
    const [start, end] = [random.pick(graph.nodes), random.pick(graph.nodes)];
    const far = distances(graph, start)[end.index];
    const way = between(start, end);
    if (far === Infinity) {
      none += 1;
      assert.equal(way, null);
      continue;
    }
    assert.equal(way.edges.length, far);
    assert.equal(way.nodes.length, far + 1);
    assert.ok(way.nodes[0] === start && way.nodes[far] === end);
    way.edges.forEach((edge, at) => {
      assert.equal(edge.hidden, false);
      assert.deepEqual(
        new Set([edge.from.index, edge.to.index]),
        new Set([way.nodes[at].index, way.nodes[at + 1].index]),
      );
    });
  }
  assert.ok(none > 10, "some pairs must lie apart, or the test shows less than it says");
});

test("the way to oneself has no relation, and the same way is found each time", () => {
  const graph = randomGraph(dice(13), 12, 30, 0);
  assert.deepEqual(between(graph.nodes[0], graph.nodes[0]).edges.length, 0);
  const keys = () =>
    between(graph.nodes[0], graph.nodes[7])
      ?.edges.map((edge) => edge.index)
      .join();
  assert.equal(keys(), keys());
});

test("a way by what is hidden is found only when it is asked for", () => {
  const [a, b, c] = [0, 1, 2].map((index) => ({ index, ties: [], hidden: index === 1 }));
  for (const [from, to] of [
    [a, b],
    [b, c],
  ]) {
    const edge = { from, to, hidden: false };
    from.ties.push(edge);
    to.ties.push(edge);
  }
  assert.equal(between(a, c), null);
  const found = between(a, c, { all: true }).nodes.map(({ index }) => index);
  assert.deepEqual([...found], [0, 1, 2]);
});
