// Walking along relations: clockwise round a node, towards a side, and to the node with most ties.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./script.mjs";

const { walking } = load("reckoning/walking");
const node = (index, x, y) => ({ index, x, y, ties: [], hidden: false, degree: 0 });
const tie = (from, to) => {
  const edge = { from, to, hidden: false };
  from.ties.push(edge);
  if (to !== from) to.ties.push(edge);
  from.degree += 1;
  to.degree += 1;
  return edge;
};
const star = () => {
  const middle = node(0, 0, 0);
  const [up, right, down, left] = [node(1, 0, -9), node(2, 9, 0), node(3, 0, 9), node(4, -9, 0)];
  for (const each of [left, down, right, up]) tie(middle, each);
  return { middle, up, right, down, left };
};
const indices = (list) => Array.from(list, (each) => each.node.index);

test("neighbours come clockwise from the top, each once, without oneself and what is hidden", () => {
  const { middle, up, left } = star();
  tie(up, middle);
  tie(middle, middle);
  assert.deepEqual(indices(walking.neighbours(middle)), [1, 2, 3, 4]);
  assert.equal(walking.neighbours(middle)[0].edges.length, 2);
  left.hidden = true;
  middle.ties[1].hidden = true;
  assert.deepEqual(indices(walking.neighbours(middle)), [1, 2]);
});

test("an arrow leads to what lies that way, the nearest of those as straight ahead, or nowhere", () => {
  const { middle, right, up } = star();
  const list = walking.neighbours(middle);
  assert.equal(walking.towards(middle, list, [1, 0]).node, right);
  assert.equal(walking.towards(middle, list, [0, -1]).node, up);
  const near = node(5, 4, 0.5);
  tie(middle, near);
  assert.equal(walking.towards(middle, walking.neighbours(middle), [1, 0]).node, near);
  assert.equal(walking.towards(up, walking.neighbours(up), [0, -1]), null);
});

test("one goes round in both ways, from the first or the last where one stands elsewhere", () => {
  const { middle, up, left, right } = star();
  const list = walking.neighbours(middle);
  assert.equal(walking.beside(list, up, 1).node, right);
  assert.equal(walking.beside(list, up, -1).node, left);
  assert.equal(walking.beside(list, middle, 1).node, up);
  assert.equal(walking.beside(list, middle, -1).node, left);
  assert.equal(walking.beside([], middle, 1), null);
});

test("the walk starts at the shown node with most ties, the first of several", () => {
  const { middle, up, right } = star();
  assert.equal(walking.mostConnected([right, middle, up]), middle);
  middle.hidden = true;
  assert.equal(walking.mostConnected([right, middle, up]), right);
  assert.equal(walking.mostConnected([]), null);
});
