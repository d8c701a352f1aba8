// The colours of the types stand out from the paper, light and dark, whatever colour the model gives.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dice, load } from "./script.mjs";

// As a browser gives a computed colour.
const rgb = (hex) => `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(", ")})`;
const themed = (isDark, types) => {
  const paper = isDark ? { paper: "#14181c", ink: "#f1f3f4" } : { paper: "#ffffff", ink: "#1b1f23" };
  const button = { dataset: {}, setAttribute: () => null };
  const app = load(
    "core/theme",
    {
      dom: { byId: () => button, on: () => null },
      language: { say: (key) => key },
      data: { nodeTypes: Object.fromEntries(types.map((colour) => [colour, { colour }])) },
    },
    {
      document: {
        documentElement: { dataset: {} },
        body: { append: () => null },
        createElement: () => ({ style: {}, remove: () => null }),
      },
      matchMedia: () => ({ matches: isDark }),
      getComputedStyle: ({ style }) => ({ color: rgb(paper[style.color.slice(6, -1)] ?? "#808080") }),
    },
  );
  app.theme.start();
  return { theme: app.theme, paper: paper.paper };
};

// By the definition in WCAG 2.1.
const light = (hex) => {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
  const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

for (const isDark of [false, true])
  test(`any colour stands out by 3:1 from ${isDark ? "dark" : "light"} paper`, () => {
    const random = dice(51);
    const hex = () => `#${random.below(16777216).toString(16).padStart(6, "0")}`;
    const colours = ["#000000", "#ffffff", "#ffff00", "#0000ff", ...Array.from({ length: 200 }, hex)];
    const { theme, paper } = themed(isDark, colours);
    for (const colour of colours) assert.ok(contrast(theme.ofType(colour), paper) >= 3, colour);
  });

test("a colour that stands out already is kept", () => {
  assert.equal(themed(false, ["#6a1b9a"]).theme.ofType("#6a1b9a"), "#6a1b9a");
});

test("a mixture has its share of both", () => {
  const { theme } = themed(false, []);
  assert.equal(theme.mix("#000000", "#ffffff", 0), "#000000");
  assert.equal(theme.mix("#000000", "#ffffff", 1), "#ffffff");
  assert.equal(theme.mix("#000000", "#ff8000", 0.5), "#804000");
});
