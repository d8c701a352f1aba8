// What is chosen said in few words, and the years that follow those shown.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dice, load, plainly } from "./script.mjs";

const { phrase, nextSpan } = load("reckoning/choosing").choosing;
const said = (all, off) => plainly(phrase(all, off));

test("the fewer are named: those that are shown, or those that are not", () => {
  assert.deepEqual(said(["a", "b", "c"], ["b", "c"]), { how: "only", named: ["a"], more: 0 });
  assert.deepEqual(said(["a", "b", "c"], ["c"]), { how: "without", named: ["c"], more: 0 });
  assert.deepEqual(said(["a", "b"], ["b"]), { how: "only", named: ["a"], more: 0 });
  assert.deepEqual(said(["a", "b"], ["a", "b"]), { how: "none", named: [], more: 0 });
});

test("of many the first are named and the others counted, never a single one", () => {
  assert.deepEqual(said([..."abcdefgh"], [..."abcd"]), { how: "only", named: ["e", "f"], more: 2 });
  assert.deepEqual(said([..."abcdefgh"], [..."abc"]), { how: "without", named: ["a", "b", "c"], more: 0 });
});

test("random choices: the words and the count are all of one side", () => {
  const random = dice(3);
  for (let round = 0; round < 200; round += 1) {
    const all = Array.from({ length: 1 + random.below(9) }, (_, at) => at);
    const off = all.filter(() => random.next() < 0.5);
    const { how, named, more } = phrase(all, off);
    const meant = how === "without" ? off : all.filter((each) => !off.includes(each));
    assert.equal(named.length + more, meant.length);
    for (const each of named) assert.ok(meant.includes(each));
    assert.notEqual(more, 1);
  }
});

test("the years go on as wide as they are, and start over at the end", () => {
  const whole = [2015, 2020];
  assert.deepEqual(plainly(nextSpan(null, whole)), [2015, 2015]);
  assert.deepEqual(plainly(nextSpan([2015, 2015], whole)), [2016, 2016]);
  assert.deepEqual(plainly(nextSpan([2016, 2018], whole)), [2017, 2019]);
  assert.deepEqual(plainly(nextSpan([2018, 2020], whole)), [2015, 2017]);
});
