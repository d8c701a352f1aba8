// States as fragments of addresses: every state comes back, and no text does harm.
import assert from "node:assert/strict";
import { test } from "node:test";
import { START, dice, load, plainly } from "./script.mjs";

const { PARTS, encode, decode } = load("core/address").address;
const back = (state) => plainly(decode(`#${encode(state, START)}`, START));

test("each part has a word of its own", () => {
  const words = Object.values(PARTS).map(([word]) => word);
  assert.equal(new Set(words).size, words.length);
  assert.deepEqual(new Set(Object.keys(PARTS)), new Set(Object.keys(START)));
});

test("the start is an empty fragment", () => {
  assert.equal(encode(START, START), "");
  assert.deepEqual(plainly(decode("", START)), START);
  assert.deepEqual(plainly(decode("#", START)), START);
});

test("random states come back as they were", () => {
  const random = dice(41);
  const text = () =>
    Array.from({ length: 1 + random.below(8) }, () => random.pick([..."aÅ.,:=&#%_~ /?+\"'<>\\😀"])).join("");
  const texts = () => Array.from({ length: random.below(4) }, text);
  const maybe = (make) => (random.next() < 0.5 ? null : make());
  for (let round = 0; round < 500; round += 1) {
    const state = {
      layout: text(),
      node: maybe(text),
      edge: maybe(text),
      steps: 1 + random.below(3),
      way: maybe(text),
      nodesOff: texts(),
      edgesOff: texts(),
      fieldsOff: Object.fromEntries(texts().map((key) => [key, [text(), text()]])),
      stated: random.below(2) === 1,
      time: maybe(() => [1990 + random.below(9), 2000 + random.below(9)]),
      least: maybe(() => [text(), random.below(1000) / 8]),
      marksOff: texts(),
      brokenOnly: random.below(2) === 1,
      moved: Object.fromEntries(texts().map((id) => [id, [random.below(900) / 8 - 50, random.below(900)]])),
      size: maybe(text),
      colour: maybe(text),
      camera: maybe(() => [random.below(999) - 500, random.below(999), 0.125]),
      together: random.below(2) === 1,
      opened: Array.from({ length: random.below(3) }, () => random.below(40)),
      language: maybe(() => "en"),
      story: maybe(() => 1 + random.below(9)),
    };
    assert.deepEqual(back(state), state);
    assert.match(encode(state, START), /^[\x21-\x7e]*$/);
  }
});

test("a threshold of a large sum or of a very small share comes back as it was", () => {
  for (const amount of [1_234_567_890, 0.123456789012, 1e-7, 2.5e-9, -40.5])
    assert.deepEqual(back({ ...START, least: ["sum", amount] }).least, ["sum", amount]);
});

test("what cannot be read is left as it starts, and the rest is read", () => {
  for (const bad of [
    "node=%E0%A4%A",
    "steps=1e9",
    "steps=",
    "view=1_x_2",
    "without=:a",
    "least=a:b",
    "years=NaN_2",
    "open=x",
  ])
    assert.deepEqual(plainly(decode(`#${bad}&size=degree`, START)), { ...START, size: "degree" }, bad);
});

test("unknown and hostile words set nothing", () => {
  const before = plainly(START);
  for (const bad of ["__proto__=1", "constructor=x", "toString=x", "&&&", "=", "node", "x=y", "without=__proto__:a"]) {
    const state = decode(`#${bad}`, START);
    assert.equal({}.polluted, undefined);
    assert.equal(Object.getPrototypeOf(plainly(state)), Object.prototype);
    assert.deepEqual({ ...plainly(state), fieldsOff: {} }, { ...before, fieldsOff: {} }, bad);
  }
  assert.deepEqual(START, before);
});
