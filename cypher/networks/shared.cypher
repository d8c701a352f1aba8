/*
title = "Gemensamt för två aktörer"
title_en = "What two actors share"
question = "Vad har de här två aktörerna gemensamt, och hur vet vi det om var och en?"
question_en = "What do these two actors share, and how do we know it of each?"
view = "table"
rests_on = ["Network.MEMBER_OF", "Project.PARTNERS_IN", "LearningEvent.TOOK_PART_IN"]

[params.first]
kind = "id"
labels = ["Actor"]
doc = "Den ena aktörens id."
doc_en = "The one actor's id."

[params.second]
kind = "id"
labels = ["Actor"]
doc = "Den andra aktörens id."
doc_en = "The other actor's id."

[returns.type]
term = "Slag"
term_en = "Type"

[returns.shared]
term = "Gemensamt"
term_en = "Shared"
doc = "Det som båda har en relation till, eller den andra aktören där de två har en egen; mått räknas inte."
doc_en = "What both have a relation to, or the other actor where the two have one of their own; measures do not count."

[returns.actor]
term = "Aktör"
term_en = "Actor"

[returns.relations]
term = "Relationer"
term_en = "Relations"
doc = "Från aktören till det gemensamma."
doc_en = "From the actor to what is shared."

[returns.through]
term = "Genom"
term_en = "Through"
doc = "Det nätverk, projekt eller uppdrag som leder till målet eller utmaningen."
doc_en = "The network, project or mandate that leads to the goal or challenge."

[returns.outgoing]
term = "Från aktören"
term_en = "From the actor"
doc = "Falskt när relationen går till aktören."
doc_en = "False when the relation leads to the actor."

[returns.since]
term = "Sedan"
term_en = "Since"

[returns.until]
term = "Till och med"
term_en = "Until"

[returns.basis]
term = "Belägg"
term_en = "Basis"
doc = "En för varje relation."
doc_en = "One for each relation."

[returns.sources]
term = "Källor"
term_en = "Sources"
doc = "En för varje relation; tomt när källan är okänd."
doc_en = "One for each relation; empty when the source is unknown."

[returns.shared_id]
term = "Id"
term_en = "Id"

[returns.actor_id]
term = "Aktörens id"
term_en = "Actor's id"
*/
CALL {
  MATCH (a:Actor)-[r]-(thing)
  WHERE a.id IN [$first, $second] AND NOT thing:Indicator
  RETURN a, [r] AS ties, null AS via, thing
  UNION ALL
  // What an actor works for it also reaches through its networks, projects and mandates.
  MATCH (a:Actor)-[r:MEMBER_OF|LEADS|PARTNERS_IN|HOLDS]->(via)-[q:WORKS_ON|CONTRIBUTES_TO|ADDRESSES|SERVES]->(thing)
  WHERE a.id IN [$first, $second]
  RETURN a, [r, q] AS ties, via, thing
}
WITH a, ties, via, thing
WHERE all(tie IN ties WHERE ($only_seed IS NULL OR tie.seed = $only_seed)
    AND (NOT $stated_only OR coalesce(tie.basis, '') <> 'inferred')
    AND ($at IS NULL OR all(period IN [[tie.since, tie.until], [startNode(tie).valid_from, startNode(tie).valid_to],
      [endNode(tie).valid_from, endNode(tie).valid_to]] WHERE
      (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
      (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1]))))))
WITH thing, count(DISTINCT a.id) AS sharing, collect({actor: a, ties: ties, via: via}) AS rows
// What both reach; or the other actor itself, where the two have a relation of their own.
WHERE sharing = 2 OR thing.id = $second
UNWIND rows AS row
WITH thing, row.actor AS a, row.ties AS ties, row.via AS via, row.ties[0] AS tie
// What tells parallel relations apart, so that they always stand in the same order.
WITH thing, a, ties, via, tie, reduce(key = type(tie) + ' ', part IN [via.id, tie.since, tie.role, tie.about, tie.programme,
  tie.amount_kind] | key + coalesce(part, '') + ' ') AS key
RETURN labels(thing)[0] AS type, thing.name AS shared, a.name AS actor, [tie IN ties | type(tie)] AS relations,
  via.name AS through, startNode(tie).id = a.id AS outgoing, tie.since AS since, tie.until AS until,
  [tie IN ties | coalesce(tie.basis, '')] AS basis, [tie IN ties | coalesce(tie.source, '')] AS sources,
  thing.id AS shared_id, a.id AS actor_id
ORDER BY type, shared, shared_id, actor, actor_id, coalesce(through, ''), outgoing, key
