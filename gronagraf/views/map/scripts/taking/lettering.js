"use strict";
// Lines of text in an SVG: measured, broken where they are too long, and set one below another.
((app) => {
  const { draw } = app.dom;
  const { FAMILY } = app.theme;
  const measuring = document.createElement("canvas").getContext("2d");

  const width = (words, size, weight) => {
    measuring.font = `${weight} ${size}px ${FAMILY}`;
    return measuring.measureText(words).width;
  };
  // A word that is longer than a line is cut into parts that are not.
  const pieces = (word, room, size, weight) => {
    if (width(word, size, weight) <= room) return [word];
    const found = [""];
    for (const letter of word)
      if (width(found.at(-1) + letter, size, weight) <= room || found.at(-1) === "") found[found.length - 1] += letter;
      else found.push(letter);
    return found;
  };
  const wrap = (words, room, size, weight = 450) => {
    const found = [];
    for (const word of String(words)
      .split(/\s+/)
      .filter(Boolean)
      .flatMap((each) => pieces(each, room, size, weight))) {
      const longer = found.length ? `${found.at(-1)} ${word}` : word;
      if (found.length && width(longer, size, weight) <= room) found[found.length - 1] = longer;
      else found.push(word);
    }
    return found;
  };
  // The lines as text elements with their first baseline at y; `pitch` apart.
  const set = (lines, { x, y, size, weight = 450, fill, pitch = size * 1.35, anchor = null }) =>
    lines.map((line, at) => {
      const font = { "font-size": size, "font-weight": weight, "font-family": FAMILY };
      return draw("text", { x, y: y + at * pitch, ...font, fill, "text-anchor": anchor }, line);
    });

  app.lettering = { FAMILY, width, wrap, set };
})((window.gronagraf = window.gronagraf || {}));
