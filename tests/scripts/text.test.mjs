// Which words of a text become links, and values in the reader's words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./script.mjs";

const make = (tag, attributes, ...children) => ({ tag, ...attributes, words: children.flat().join("") });
const app = load("core/text", {
  dom: { make },
  language: { pick: ([swedish]) => swedish, say: (key) => `<${key}>`, number: (value) => `n${value}` },
  data: {
    nodeTypes: {
      Actor: { fields: { kind: { term: ["Slag", "Kind"], choices: { a: ["Ett", "One"] } } }, term: ["Aktör", "Actor"] },
    },
    edgeTypes: {
      FUNDS: {
        fields: {},
        term: ["finansierar", "funds"],
        inverse: ["finansieras av", "is funded by"],
        symmetric: false,
      },
    },
  },
});
const { linked, value, fieldOf, fieldName, relationName } = app.text;
const links = (text, short) => [...linked(text, short)].filter((part) => part.tag === "a");

test("an address of the web is a link, with the sentence's own signs left outside", () => {
  const [link] = links("Se https://www.example.org/k%C3%A4lla, sidan 3.");
  assert.equal(link.href, "https://www.example.org/k%C3%A4lla");
  assert.equal(link.words, "example.org/källa");
  assert.equal([...linked("Se https://example.org/a).")].at(-1), ").");
  assert.equal(links("https://www.example.org/lång/väg", true)[0].words, "example.org");
  assert.equal(link.rel, "noopener noreferrer");
});

test("no other scheme ever is", () => {
  const bad = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:https://a/b",
    "\u0001javascript:alert(1)",
    "java\tscript:x",
    "//example.org",
    "ftp://example.org",
    "https:",
    "https://",
    "https://<b>",
    'https://a"onclick=x',
    "mailto:a@example.org",
    "xhttps://example.org",
  ];
  for (const text of bad) assert.deepEqual(links(text), [], text);
});

test("a path that is not valid is shown as it stands", () => {
  assert.equal(links("https://example.org/%E0%A4%A")[0].words, "example.org/%E0%A4%A");
});

test("values are in the model's words, and names from the data are not taken for the model's", () => {
  assert.equal(value("Actor", "kind", "a"), "Ett");
  assert.equal(value("Actor", "kind", "constructor"), "constructor");
  assert.equal(value("Actor", "x", true), "<yes>");
  assert.equal(value("Actor", "x", 5), "n5");
  assert.equal(fieldOf("Actor", "constructor"), null);
  assert.equal(fieldName("Actor", "__proto__"), "__proto__");
  assert.equal(fieldName("Actor", "kind"), "Slag");
});

test("a relation is named from where one stands", () => {
  const edge = { type: "FUNDS", from: {}, to: {} };
  assert.equal(relationName(edge, edge.from), "finansierar");
  assert.equal(relationName(edge, edge.to), "finansieras av");
});
