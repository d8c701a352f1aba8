"use strict";
// What nodes can be sized, coloured and chosen by: ties, measures, fields of numbers and choices, communities.
((app) => {
  const { nodes, words, nodeTypes } = app.data;
  const AMOUNTS = ["integer", "number"];
  // Where a fact is from says nothing about the region.
  const PROVENANCE = ["source_year", "basis"];
  const isProvenance = (name) => PROVENANCE.includes(name) || name.endsWith("_basis");

  const leads = (of) => {
    const found = new Map();
    for (const node of nodes) {
      const value = of(node);
      if (value !== undefined && !(found.get(String(value))?.degree >= node.degree)) found.set(String(value), node);
    }
    return found;
  };

  // A scale with what is worked out of all its values once, when first asked for.
  const scale = (parts) => {
    const kept = new Map();
    const once = (name, make) => () => {
      if (!kept.has(name)) kept.set(name, make());
      return kept.get(name);
    };
    const values = once("values", () => nodes.map(parts.of).filter((value) => value !== undefined));
    const groups = once("groups", () => app.scales.groups(values(), parts.order));
    return {
      ...parts,
      values,
      groups,
      missing: () => nodes.length - values().length,
      most: once("most", () => values().reduce((one, other) => Math.max(one, other), 0)),
      bounds: once("bounds", () => app.scales.bounds(values())),
      classes: once("classes", () => app.scales.classes(values())),
      // The most connected node of each group, by which a community without a name is known.
      leads: once("leads", () => leads(parts.of)),
      places: once("places", () => new Map(groups().map(({ value, place }) => [value, place]))),
    };
  };
  const numbered =
    ([sv, en]) =>
    (value) => [`${sv} ${value}`, `${en} ${value}`];

  // A database may hold text where the model has a number.
  const fits = (field, value) => Boolean(field.choices) || typeof value === "number";
  const fieldScales = Object.entries(nodeTypes).flatMap(([type, { term, fields }]) =>
    Object.entries(fields)
      .filter(([name, field]) => !isProvenance(name) && (field.choices || AMOUNTS.includes(field.kind)))
      .map(([name, field]) => ({
        key: `${type}.${name}`,
        term: field.term.map((word, at) => `${word} (${term[at]})`),
        short: field.term,
        type,
        kind: field.choices ? "group" : "amount",
        of: (node) => (node.type === type && fits(field, node.facts[name]) ? node.facts[name] : undefined),
        order: field.choices ? Object.keys(field.choices) : undefined,
        word: (value) => (field.choices && Object.hasOwn(field.choices, value) ? field.choices[value] : [value, value]),
      })),
  );
  const measured = app.data.scales.map((each) => ({
    ...each,
    of: (node) => node.measured[each.key],
    word: numbered(words.community_word),
    unnamed: each.kind === "group",
  }));
  const found = [
    { key: "ties", term: words.ties_on_map, kind: "amount", of: (node) => node.degree },
    ...measured,
    ...fieldScales,
  ];
  if (app.data.discs.length > 1)
    found.push({
      key: "block",
      term: words.block,
      kind: "group",
      of: (node) => (node.block === null ? undefined : node.block + 1),
      word: numbered(words.community_word),
      unnamed: true,
    });

  app.data.scales = new Map(found.map((each) => [each.key, scale(each)]));
  // Those by which nodes are chosen: `has` says whether a node has the field at all, `of` its value or "".
  app.data.facets = new Map(
    [...app.data.scales.values()]
      .filter(({ kind, key }) => kind === "group" && !app.data.start.hidden?.includes(key))
      .map((each) => {
        const has = (node) => !each.type || node.type === each.type;
        const of = (node) => String(each.of(node) ?? "");
        return [
          each.key,
          { ...each, has, of, occurs: (value) => nodes.some((node) => has(node) && of(node) === value) },
        ];
      }),
  );
})((window.gronagraf = window.gronagraf || {}));
