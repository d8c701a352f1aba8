// Rows of a table: sorted by numbers and words with what is empty last, and found by words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./script.mjs";

const { ordering } = load(["reckoning/matching", "reckoning/ordering"]);
const by = (rows, down) => Array.from(ordering.sorted(rows, (row) => row, down));

test("words stand as in a Swedish word list, numbers by size, what is empty last either way", () => {
  assert.deepEqual(by(["Örebro", "", "alm", "Ås", "Ek", "Ängelholm"], false), [
    "alm",
    "Ek",
    "Ås",
    "Ängelholm",
    "Örebro",
    "",
  ]);
  assert.deepEqual(by([10, 9, undefined, 100, 0], false), [0, 9, 10, 100, undefined]);
  assert.deepEqual(by([10, 9, null, 100, 0], true), [100, 10, 9, 0, null]);
  assert.deepEqual(by(["Mål 10", "Mål 9"], false), ["Mål 9", "Mål 10"]);
});

test("what is alike stays in its order, whichever way", () => {
  const rows = ["a1", "a2", "a3"];
  for (const down of [false, true]) assert.deepEqual(Array.from(ordering.sorted(rows, () => "a", down)), rows);
});

test("every word must be somewhere in the row, case and accents aside", () => {
  const rows = [
    ["Växjö kommun", "Aktör"],
    ["Fler i arbete", "Mål"],
  ];
  const found = (words) =>
    Array.from(
      ordering.holding(rows, words, (row) => row),
      ([name]) => name,
    );
  assert.deepEqual(found("vaxjo AKTÖR"), ["Växjö kommun"]);
  assert.deepEqual(found("växjö mål"), []);
  assert.deepEqual(found("  "), ["Växjö kommun", "Fler i arbete"]);
});
