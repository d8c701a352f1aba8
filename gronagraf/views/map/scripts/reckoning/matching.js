"use strict";
// Search: which of many texts hold all the words asked for, forgiving of case and accents, the best first.
((app) => {
  const plain = (text) => String(text).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  // An entry for something with a name and other texts to be found by; made plain at once, which is what costs.
  const entry = (item, name, others) => {
    const all = plain([name, ...others.filter(Boolean)].join("\n"));
    return { item, name: plain(name), all };
  };

  // 0 where the name begins with what was asked, 1 where its words do, 2 where the name holds it, 3 elsewhere.
  const score = ({ name }, words) => {
    if (name.startsWith(words.join(" "))) return 0;
    if (words.every((word) => name.startsWith(word) || name.includes(` ${word}`))) return 1;
    return words.every((word) => name.includes(word)) ? 2 : 3;
  };

  // The items that hold every word, by score and then in the order of the entries.
  const match = (entries, query) => {
    const words = plain(query).split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    return entries
      .filter(({ all }) => words.every((word) => all.includes(word)))
      .map((each) => ({ item: each.item, score: score(each, words) }))
      .sort((a, b) => a.score - b.score)
      .map(({ item }) => item);
  };

  app.matching = { plain, entry, match };
})((window.gronagraf = window.gronagraf || {}));
