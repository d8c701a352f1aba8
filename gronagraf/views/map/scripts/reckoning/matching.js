"use strict";
// Search: which of many texts hold all the words asked for, forgiving of case and accents, the best first.
((app) => {
  const plain = (text) => String(text).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  // An entry for something with a name and other texts to be found by; made plain at once, which is what costs.
  const entry = (item, name, others) => {
    const all = plain([name, ...others.filter(Boolean)].join("\n"));
    return { item, name: plain(name), all };
  };

  const wordsOf = (query) => plain(query).split(/\s+/).filter(Boolean);

  // The part of a text about the place given, cut at words.
  const BEFORE = 24;
  const LENGTH = 84;
  const excerpt = (text, at) => {
    const start = at <= BEFORE ? 0 : text.indexOf(" ", at - BEFORE) + 1;
    const rest = text.slice(Math.min(start, at));
    const cut =
      rest.length > LENGTH ? `${rest.slice(0, rest.lastIndexOf(" ", LENGTH) + 1 || LENGTH).trimEnd()} …` : rest;
    return start ? `… ${cut}` : cut;
  };
  // Why a query finds what has this name: the first of the parts [label, text, …] that holds a word which the name
  // lacks, and about where, or the first where there are several texts for the same; null where the name has them all.
  const why = (name, parts, query) => {
    const lacking = wordsOf(query).filter((word) => !plain(name).includes(word));
    for (const [label, ...texts] of parts)
      for (const text of texts.filter(Boolean)) {
        const places = lacking.map((word) => plain(text).indexOf(word)).filter((at) => at >= 0);
        if (places.length) return { label, text: texts.length > 1 ? texts[0] : excerpt(text, Math.min(...places)) };
      }
    return null;
  };

  // 0 where the name begins with what was asked, 1 where its words do, 2 where the name holds it, 3 elsewhere.
  const score = ({ name }, words) => {
    if (name.startsWith(words.join(" "))) return 0;
    if (words.every((word) => name.startsWith(word) || name.includes(` ${word}`))) return 1;
    return words.every((word) => name.includes(word)) ? 2 : 3;
  };

  // The items that hold every word, by score and then in the order of the entries.
  const match = (entries, query) => {
    const words = wordsOf(query);
    if (!words.length) return [];
    return entries
      .filter(({ all }) => words.every((word) => all.includes(word)))
      .map((each) => ({ item: each.item, score: score(each, words) }))
      .sort((a, b) => a.score - b.score)
      .map(({ item }) => item);
  };

  app.matching = { plain, entry, match, why };
})((window.gronagraf = window.gronagraf || {}));
