"use strict";
// Rows of a table: which hold the words that were asked for, and in what order they stand.
((app) => {
  // The rows whose cells hold every word, forgiving of case and accents; `cells` gives a row's texts.
  const holding = (rows, words, cells) => {
    const asked = app.matching.plain(words).split(/\s+/).filter(Boolean);
    if (!asked.length) return rows;
    return rows.filter((row) => {
      const text = app.matching.plain(cells(row).join("\n"));
      return asked.every((word) => text.includes(word));
    });
  };

  const compare = new Intl.Collator("sv", { numeric: true }).compare;
  // By one value each: numbers by size, texts as in a word list, what is empty last whichever way; else as they stood.
  const sorted = (rows, value, down) => {
    const keyed = rows.map((row, at) => ({ row, at, key: value(row) }));
    const isEmpty = (key) => key === undefined || key === null || key === "";
    const order = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b)));
    keyed.sort((a, b) => {
      if (isEmpty(a.key) || isEmpty(b.key)) return isEmpty(a.key) - isEmpty(b.key) || a.at - b.at;
      return (down ? -1 : 1) * order(a.key, b.key) || a.at - b.at;
    });
    return keyed.map(({ row }) => row);
  };

  app.ordering = { holding, sorted };
})((window.gronagraf = window.gronagraf || {}));
