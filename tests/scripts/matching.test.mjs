// Search: what is found, and in which order.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dice, load, plainly } from "./script.mjs";

const { plain, entry, match } = load("reckoning/matching").matching;
const found = (entries, query) => [...match(entries, query)];
const names = (...all) => all.map((name) => entry(name, name, []));

test("case and accents make no difference", () => {
  assert.equal(plain("Växjö ÅRSTA École"), "vaxjo arsta ecole");
  const entries = names("Växjö kommun", "Älmhult");
  for (const query of ["vaxjo", "VÄXJÖ", "växjö", "va\u0308xjo\u0308"])
    assert.deepEqual(found(entries, query), ["Växjö kommun"]);
});

test("numbers and other values are searched as they are written", () => {
  assert.deepEqual(found([entry("a", "A", [2030, null, undefined, ""])], "2030"), ["a"]);
});

test("every word must be there, in any of the texts", () => {
  const entries = [
    entry("a", "Region Kronoberg", ["landsting", "regional plan"]),
    entry("b", "Region Skåne", ["plan"]),
  ];
  assert.deepEqual(found(entries, "plan region"), ["a", "b"]);
  assert.deepEqual(found(entries, "plan landsting"), ["a"]);
  assert.deepEqual(found(entries, "plan kalmar"), []);
});

test("nothing asked for finds nothing", () => {
  for (const query of ["", "   ", "\n\t"]) assert.deepEqual(found(names("A"), query), []);
});

test("what begins with the words comes first, then words of the name, then inside it, then elsewhere", () => {
  const entries = [
    entry("elsewhere", "Nätverk", ["om skog"]),
    entry("inside", "Storskogen", []),
    entry("word", "Vår skog", []),
    entry("begins", "Skogsbruk", []),
  ];
  assert.deepEqual(found(entries, "skog"), ["begins", "word", "inside", "elsewhere"]);
});

test("what is alike keeps its order", () => {
  assert.deepEqual(found(names("Skog 3", "Skog 1", "Skog 2"), "skog"), ["Skog 3", "Skog 1", "Skog 2"]);
});

test("signs of patterns are only signs", () => {
  assert.deepEqual(found(names("a.c", "abc", "(x)", "[y"), "a.c"), ["a.c"]);
  assert.deepEqual(found(names("a.c", "abc", "(x)", "[y"), "("), ["(x)"]);
});

test("random texts: the same as looking through each", () => {
  const random = dice(5);
  const text = () => Array.from({ length: 1 + random.below(6) }, () => random.pick([..."aåbö "])).join("");
  for (let round = 0; round < 200; round += 1) {
    const entries = Array.from({ length: 30 }, (_, at) => ({ at, name: text(), other: text() }));
    const query = text();
    const words = query.replaceAll("å", "a").replaceAll("ö", "o").split(" ").filter(Boolean);
    const bare = (each) => `${each.name}\n${each.other}`.replaceAll("å", "a").replaceAll("ö", "o");
    const expected = words.length ? entries.filter((each) => words.every((word) => bare(each).includes(word))) : [];
    const hits = found(
      entries.map((each) => entry(each.at, each.name, [each.other])),
      query,
    );
    assert.deepEqual(
      [...hits].sort((a, b) => a - b),
      expected.map((each) => each.at),
    );
  }
});

test("why it is found: the first part with a word that the name lacks, about where it is", () => {
  const { why } = load("reckoning/matching").matching;
  const parts = [
    ["kind", "kommun", "municipality"],
    ["note", `${"ord ".repeat(40)}Skogen brann ${"mer ".repeat(40)}`],
  ];
  assert.equal(why("Älmhults kommun", parts, "kommun alm"), null);
  assert.deepEqual(plainly(why("Älmhult", parts, "alm MUNICI")), { label: "kind", text: "kommun" });
  const { label, text } = why("Älmhult", parts, "skogen");
  assert.equal(label, "note");
  assert.match(text, /^… .*Skogen brann.* …$/);
  assert.ok(text.length < 120, text);
  assert.equal(why("Älmhult", [["note", undefined]], "skogen"), null);
});
