"use strict";
// A story as the file that `gronagraf map --story` reads: TOML, every text as one quoted line.
((app) => {
  // What JSON escapes TOML escapes alike; DEL it must escape too.
  const quoted = (text) => JSON.stringify(text.toWellFormed()).replaceAll("\x7f", "\\u007f");
  // A text in both languages: the English one where it says something else.
  const both = (key, [sv, en]) => [`${key} = ${quoted(sv)}`, ...(en && en !== sv ? [`${key}_en = ${quoted(en)}`] : [])];
  const step = ({ title, text, view }) => [
    "",
    "[[step]]",
    ...both("title", title),
    ...both("text", text),
    `view = ${quoted(view)}`,
  ];

  app.toml = { story: ({ title, steps }) => `${[...both("title", title), ...steps.flatMap(step)].join("\n")}\n` };
})((window.gronagraf = window.gronagraf || {}));
