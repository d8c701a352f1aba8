// Classes, sizes and groups of values.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dice, load, plainly } from "./script.mjs";

const { STEPS, GROUPS, bounds, shade, classes, radius, groups } = load("reckoning/scales").scales;

test("zero is a class by itself, and as few values as classes have one each", () => {
  assert.deepEqual(plainly(bounds([0, 0, 3, 1, 2])), [0, 1, 2, 3]);
  assert.deepEqual(plainly(bounds([5])), [5]);
  assert.deepEqual(plainly(bounds([0])), [0]);
  assert.deepEqual(plainly(bounds([])), []);
});

test("shades lie as far apart as can be", () => {
  assert.equal(shade(0, 1), STEPS);
  for (let count = 2; count <= STEPS; count += 1) {
    const all = Array.from({ length: count }, (_, place) => shade(place, count));
    assert.equal(all[0], 1);
    assert.equal(all.at(-1), STEPS);
    assert.equal(new Set(all).size, count);
  }
});

test("random values: each value is in the one class that spans it, and none is lost", () => {
  const random = dice(21);
  for (let round = 0; round < 200; round += 1) {
    const values = Array.from({ length: 1 + random.below(60) }, () =>
      random.next() < 0.2 ? 0 : random.below(2) ? random.below(9) : random.next() * 50,
    );
    const found = classes(values);
    assert.ok(found.length >= 1 && found.length <= STEPS);
    assert.equal(
      found.reduce((sum, each) => sum + each.count, 0),
      values.length,
    );
    for (const { low, high, count } of found)
      assert.equal(count, values.filter((value) => value >= low && value <= high).length);
    for (let at = 1; at < found.length; at += 1) assert.ok(found[at - 1].high < found[at].low);
    assert.equal(found.at(-1).high, Math.max(...values));
    if (values.includes(0)) assert.deepEqual([found[0].low, found[0].high], [0, 0]);
  }
});

test("the area of a mark grows evenly with its value", () => {
  assert.equal(radius(undefined, 10, 6, 30), 6);
  assert.equal(radius(0, 10, 6, 30), 6);
  assert.equal(radius(3, 0, 6, 30), 6);
  assert.equal(radius(10, 10, 6, 30), 30);
  const area = (value) => radius(value, 10, 6, 30) ** 2;
  assert.ok(Math.abs(area(7) - area(5) - (area(5) - area(3))) < 1e-9);
});

test("groups stand by how many they are; the last share a place", () => {
  const values = Array.from({ length: 11 }, (_, group) => Array(12 - group).fill(`g${group}`)).flat();
  const found = plainly(groups([...values].reverse()));
  assert.deepEqual(
    found.map((each) => each.value),
    Array.from({ length: 11 }, (_, group) => `g${group}`),
  );
  assert.deepEqual(
    found.map((each) => each.place),
    [1, 2, 3, 4, 5, 6, 7, 8, GROUPS + 1, GROUPS + 1, GROUPS + 1],
  );
  assert.deepEqual(
    found.map((each) => each.count),
    [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2],
  );
});

test("groups of one size stand in the order of the model, else by name", () => {
  assert.deepEqual(
    plainly(groups(["b", "a", "c"], ["c", "b", "a"])).map((each) => each.value),
    ["c", "b", "a"],
  );
  assert.deepEqual(
    plainly(groups(["b", "a", "c"])).map((each) => each.value),
    ["a", "b", "c"],
  );
});
