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

  const what = (found) => {
    const { nodeTypes, edgeTypes, nodes, edges } = app.data;
    const told = [say("in_words_size", count("nodes_count", found.nodes), count("relations_count", found.edges))];
    if (found.nodes < nodes.length || found.edges < edges.length)
      told.push(say("in_words_chosen", number(nodes.length), number(edges.length)));
    if (found.nodes)
      told.push(
        say(
          "in_words_types",
          perType(nodeTypes, found.nodeTypes, ({ plural }) => pick(plural)),
        ),
      );
    if (found.edges)
      told.push(
        say(
          "in_words_relations",
          perType(edgeTypes, found.edgeTypes, ({ term }) => pick(term)),
        ),
      );
    return told;
  };
  const who = ({ most, ties, communities }) => {
    const leader = (node) => `${node.label} (${typeName(node.type)}, ${number(ties(node))})`;
    const told = most.length ? [say("in_words_most", most.slice(0, MOST).map(leader).join(", "))] : [];
    if (communities.length < 2) return told;
    const some = communities.slice(0, COMMUNITIES).map(community).join("; ");
    const rest = communities.length - COMMUNITIES;
    const all = rest > 0 ? `${some} ${say("and_others", number(rest))}` : some;
    return [...told, say("in_words_communities", number(communities.length), all)];
  };
  const loose = ({ largest, others, loose: alone }) => {
    const key = others ? "in_words_apart" : "in_words_together";
    const told = largest > 1 ? [say(key, count("nodes_count", largest), number(others))] : [];
    if (!alone.length) return told;
    const names = alone.map(({ label }) => label);
    return [...told, say("in_words_loose", number(alone.length), first(names, LOOSE))];
  };
  const doubts = ({ inferred, undated, edges }) => {
    const told = inferred[0] + inferred[1] ? [say("in_words_inferred", ...inferred.map(number))] : [];
    if (undated) told.push(say("in_words_undated", number(undated), number(edges)));
    if (app.data.fictional) told.push(say("fictional_text"));
    return told;
  };
  // Statements, a line each.
  const lines = () => {
    const found = app.summary.summarise(app.shown.nodes(), app.shown.edges());
    return [what, who, loose, doubts].flatMap((tell) => tell(found));
  };

  app.inwords = {
    lines,
    render: () => byId("in-words").replaceChildren(...lines().map((line) => make("p", {}, line))),
  };
})((window.gronagraf = window.gronagraf || {}));
