// Rows that a spreadsheet opens: what it would run begins with an apostrophe.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./script.mjs";

const { write } = load("reckoning/delimited", {}).delimited;

test("what a spreadsheet would take for a formula is marked, also behind what has no width", () => {
  for (const begins of ["=", "+", "-", "@", "\t", " =", "＝", "\ufeff=", "\u200b @", "\u2060+"])
    assert.equal(write([[`${begins}1`, -1.5]], "sv"), `\ufeff'${begins}1;-1,5\r\n`);
  assert.equal(write([["a=1"]], "en"), "\ufeffa=1\r\n");
});
