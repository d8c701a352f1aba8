"use strict";
// What is chosen of several, said in as few words as can be; and the years that follow those shown.
((app) => {
  const MOST_NAMED = 2;

  // `how` is "only", "without" or "none"; `named` the first of those meant, `more` how many are left unnamed.
  const phrase = (all, off) => {
    const without = all.filter((each) => off.includes(each));
    const only = all.filter((each) => !off.includes(each));
    if (!only.length) return { how: "none", named: [], more: 0 };
    const [how, meant] = only.length <= without.length ? ["only", only] : ["without", without];
    // The last one is named rather than counted.
    const count = meant.length === MOST_NAMED + 1 ? meant.length : MOST_NAMED;
    return { how, named: meant.slice(0, count), more: Math.max(0, meant.length - count) };
  };

  // The span shown after this one: as wide, a year on; the whole or the last of it starts over with the first year.
  const nextSpan = (span, [first, last]) => {
    if (span === null || span[1] >= last) {
      const wide = span === null || span[0] <= first ? 0 : span[1] - span[0];
      return [first, Math.min(last, first + wide)];
    }
    return span.map((year) => year + 1);
  };

  app.choosing = { phrase, nextSpan };
})((window.gronagraf = window.gronagraf || {}));
