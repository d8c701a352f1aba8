"use strict";
// Values in the reader's words, and sources as links when they are web addresses.
((app) => {
  const { make } = app.dom;
  const { pick, say, number } = app.language;
  const ADDRESS = /^https?:\/\/[^\s<>"']+$/i;

  const fieldOf = (type, name) => {
    const { fields } = app.data.nodeTypes[type] || app.data.edgeTypes[type];
    return Object.hasOwn(fields, name) ? fields[name] : null;
  };
  const fieldName = (type, name) => {
    const field = fieldOf(type, name);
    return field ? pick(field.term) : name;
  };

  const value = (type, name, raw) => {
    const field = fieldOf(type, name);
    if (field && field.choices && Object.hasOwn(field.choices, raw)) return pick(field.choices[raw]);
    if (typeof raw === "boolean") return say(raw ? "yes" : "no");
    if (typeof raw === "number") return number(raw);
    return String(raw);
  };

  const address = (text) => {
    if (!ADDRESS.test(text)) return null;
    try {
      const url = new URL(text);
      return url.protocol === "https:" || url.protocol === "http:" ? url : null;
    } catch {
      return null;
    }
  };

  const readable = (url, short) => {
    if (short) return url.hostname.replace(/^www\./, "");
    let path = url.pathname.replace(/\/$/, "");
    try {
      path = decodeURIComponent(path);
    } catch {
      // A path that is not valid UTF-8 is shown as it stands.
    }
    return url.hostname.replace(/^www\./, "") + path;
  };

  // A text in which each web address is a link and everything else is text.
  const linked = (text, short) =>
    text.split(/(\s+)/).map((word) => {
      const bare = word.replace(/[;,.)]+$/, "");
      const url = address(bare);
      if (!url) return word;
      const link = make("a", { href: url.href, rel: "noopener noreferrer", target: "_blank" }, readable(url, short));
      return [link, word.slice(bare.length)];
    });

  // The value of a node on a scale, in words; empty where it has none.
  const scaled = (scale, node) => {
    const found = scale.of(node);
    if (found === undefined) return "";
    return scale.kind === "group" ? pick(scale.word(found)) : number(found);
  };

  app.text = {
    scaled,
    fieldOf,
    fieldName,
    value,
    linked: (text, short = false) => linked(String(text), short).flat(),
    typeName: (type) => pick(app.data.nodeTypes[type].term),
    relationName: (edge, node) => {
      const type = app.data.edgeTypes[edge.type];
      return pick(edge.from === node || type.symmetric ? type.term : type.inverse);
    },
  };
})((window.gronagraf = window.gronagraf || {}));
