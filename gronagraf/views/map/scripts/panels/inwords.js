"use strict";
// The map in words: the same as `inwords.py` writes for readers without scripts, but of what is shown.
((app) => {
  const { byId, make } = app.dom;
  const { say, pick, number, count } = app.language;
  const { typeName } = app.text;
  const [MOST, COMMUNITIES, LEADING, LOOSE] = [5, 6, 3, 12];

  const perType = (types, counts, word) =>
    Object.entries(types)
      .filter(([key]) => counts.has(key))
      .map(([key, type]) => `${word(type)} ${number(counts.get(key))}`)
      .join(", ");
  const community = (members) => {
    const names = members.slice(0, LEADING).map(({ label }) => label);
    return say("in_words_community", names.join(", "), count("nodes_count", members.length));
  };
  const first = (names, most) => {
    const rest = names.length - most;
    return names.slice(0, most).join(", ") + (rest > 0 ? ` ${say("and_others", number(rest))}` : "");
  };

  // Lines of text, each a statement of its own.
  const lines = () => {
    const [nodes, edges] = [app.shown.nodes(), app.shown.edges()];
    const found = app.summary.summarise(nodes, edges);
    const told = [say("in_words_size", count("nodes_count", found.nodes), count("relations_count", found.edges))];
    const add = (key, ...values) => told.push(say(key, ...values));
    if (app.shown.active() || nodes.length < app.data.nodes.length) add("in_words_chosen", number(app.data.nodes.length), number(app.data.edges.length));
    if (nodes.length) add("in_words_types", perType(app.data.nodeTypes, found.nodeTypes, (type) => pick(type.plural)));
    if (edges.length) add("in_words_relations", perType(app.data.edgeTypes, found.edgeTypes, (type) => pick(type.term)));
    const leaders = found.most.slice(0, MOST);
    const leader = (node) => `${node.label} (${typeName(node.type)}, ${number(found.ties(node))})`;
    if (leaders.length) add("in_words_most", leaders.map(leader).join(", "));
    if (found.communities.length > 1) {
      const some = found.communities.slice(0, COMMUNITIES).map(community).join("; ");
      const rest = found.communities.length - COMMUNITIES;
      add("in_words_communities", number(found.communities.length), rest > 0 ? `${some} ${say("and_others", number(rest))}` : some);
    }
    if (found.largest > 1) add(found.others ? "in_words_apart" : "in_words_together", count("nodes_count", found.largest), number(found.others));
    if (found.loose.length) add("in_words_loose", number(found.loose.length), first(found.loose.map(({ label }) => label), LOOSE));
    if (found.inferred[0] + found.inferred[1]) add("in_words_inferred", ...found.inferred.map(number));
    if (found.undated) add("in_words_undated", number(found.undated), number(found.edges));
    if (app.data.fictional) add("fictional_text");
    return told;
  };

  app.inwords = {
    lines,
    render: () => byId("in-words").replaceChildren(...lines().map((line) => make("p", {}, line))),
  };
})((window.gronagraf = window.gronagraf || {}));
