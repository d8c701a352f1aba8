"use strict";
// What is shown as rows of two tables: nodes and relations, with every field that any of them has.
((app) => {
  const { say, pick } = app.language;
  const { value, fieldName, typeName, relationName } = app.text;

  // What goes with a field has no term of its own: the wording of the source, and whether a value is inferred.
  const twinOf = (type, name) => {
    const { fields } = app.data.nodeTypes[type] || app.data.edgeTypes[type];
    for (const field of Object.values(fields)) {
      if (field.wording === name) return { field, word: say("wording") };
      if (field.doubt === name) return { field, word: say("inferred_or_not") };
    }
    return null;
  };
  const headingOf = (type, name) => {
    const twin = twinOf(type, name);
    return twin ? `${pick(twin.field.term)} (${twin.word})` : fieldName(type, name);
  };
  const words = (type, name, raw) => {
    if (raw === undefined || typeof raw === "number") return raw;
    if (raw === "inferred" && twinOf(type, name)) return say("inferred");
    return value(type, name, raw);
  };
  // The fields that occur, the source last, each with a heading that no other has.
  const fieldsOf = (items, taken) => {
    const found = new Map();
    for (const { type, facts } of items)
      for (const name of Object.keys(facts)) if (!found.has(name)) found.set(name, headingOf(type, name));
    const names = [...found.keys()].filter((name) => name !== "source");
    if (found.has("source")) names.push("source");
    const seen = new Set(taken);
    return names.map((name) => {
      const heading = seen.has(found.get(name)) ? `${found.get(name)} (${name})` : found.get(name);
      seen.add(heading);
      return [name, heading];
    });
  };
  const table = (items, first, cells) => {
    const headings = first.map(([heading]) => heading);
    const fields = fieldsOf(items, headings);
    const rows = items.map((item) => [
      ...first.map(([, of]) => of(item)),
      ...fields.map(([name]) => words(item.type, name, item.facts[name])),
    ]);
    return [[...headings, ...fields.map(([, heading]) => heading), ...cells.map(([heading]) => heading)]].concat(
      rows.map((row, at) => [...row, ...cells.map(([, of]) => of(items[at]))]),
    );
  };

  const nodes = () => {
    const first = [
      [say("id"), ({ id }) => id],
      [say("name"), ({ label }) => label],
      [say("type"), ({ type }) => typeName(type)],
    ];
    const measured = [...app.data.scales.values()].filter((scale) => scale.network || scale.key === "ties");
    return table(
      app.shown.nodes(),
      first,
      measured.map((scale) => [pick(scale.term), (node) => scale.of(node)]),
    );
  };
  const edges = () => {
    const first = [
      [`${say("from")} (${say("id")})`, ({ from }) => from.id],
      [say("from"), ({ from }) => from.label],
      [say("relation"), (edge) => relationName(edge, edge.from)],
      [`${say("to")} (${say("id")})`, ({ to }) => to.id],
      [say("to"), ({ to }) => to.label],
    ];
    return table(app.shown.edges(), first, []);
  };

  app.rows = { nodes, edges };
})((window.gronagraf = window.gronagraf || {}));
