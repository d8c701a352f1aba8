// How the page's scripts must be written: plain browser scripts that fill one namespace, and nothing that makes text run.
import js from "@eslint/js";
import globals from "globals";
import unsanitized from "eslint-plugin-no-unsanitized";

const RUNS_TEXT = "Text must stay text: use make, draw or textContent.";
const LEAVES = "The page asks nothing of any network and keeps nothing in the browser.";
const banned = (properties) => properties.map((property) => ({ property, message: RUNS_TEXT }));

const TASTE = {
  "array-callback-return": "error",
  "arrow-body-style": "error",
  complexity: ["error", 16],
  "consistent-return": "error",
  "default-case-last": "error",
  eqeqeq: "error",
  "func-style": "error",
  "max-depth": ["error", 4],
  "max-lines": ["error", 300],
  "max-lines-per-function": ["error", { max: 40, IIFEs: false }],
  "max-params": ["error", 6],
  "no-alert": "error",
  "no-array-constructor": "error",
  "no-bitwise": "off",
  "no-console": "error",
  "no-else-return": "error",
  "no-extend-native": "error",
  "no-implicit-globals": "error",
  "no-lonely-if": "error",
  "no-multi-assign": "off",
  "no-shadow": ["error", { builtinGlobals: false }],
  "no-throw-literal": "error",
  "no-unneeded-ternary": "error",
  "no-unused-expressions": ["error", { allowShortCircuit: true, allowTernary: true }],
  "no-unused-vars": ["error", { args: "all", caughtErrors: "all", argsIgnorePattern: "^_" }],
  "no-useless-return": "error",
  "no-var": "error",
  "object-shorthand": "error",
  "prefer-const": "error",
  "prefer-object-has-own": "error",
  "prefer-rest-params": "error",
  "prefer-spread": "error",
  "prefer-template": "off",
  strict: ["error", "global"],
  "symbol-description": "error",
};

const SAFE = {
  "no-eval": "error",
  "no-implied-eval": "error",
  "no-new-func": "error",
  "no-script-url": "error",
  "no-unsanitized/method": "error",
  "no-unsanitized/property": "error",
  "no-restricted-properties": [
    "error",
    ...banned(["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe", "createContextualFragment", "srcdoc"]),
    { object: "document", property: "write", message: RUNS_TEXT },
    { object: "document", property: "writeln", message: RUNS_TEXT },
    { object: "document", property: "cookie", message: LEAVES },
    { object: "navigator", property: "sendBeacon", message: LEAVES },
  ],
  "no-restricted-globals": [
    "error",
    ...["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "localStorage", "sessionStorage", "indexedDB"].map(
      (name) => ({ name, message: LEAVES }),
    ),
    { name: "DOMParser", message: RUNS_TEXT },
    ...["event", "name", "status", "length", "open", "close", "find", "print"].map((name) => ({
      name,
      message: "This is a property of the window; a variable of one's own was meant.",
    })),
  ],
};

export default [
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  {
    plugins: { "no-unsanitized": unsanitized },
    rules: { ...TASTE, ...SAFE },
    languageOptions: { ecmaVersion: 2023 },
  },
  {
    files: ["**/*.js"],
    languageOptions: { sourceType: "script", globals: { ...globals.browser, vis: "readonly" } },
  },
  {
    files: ["**/*.mjs"],
    languageOptions: { sourceType: "module", globals: globals.node },
    rules: { strict: "off", "max-lines-per-function": "off", "no-script-url": "off", "no-console": "off" },
  },
];
