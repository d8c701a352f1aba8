/*
title = "Före och efter"
title_en = "Before and after"
question = "Vad hette en organisation eller en strategi förut, och vad blev den?"
question_en = "What was an organisation or a strategy before, and what did it become?"
view = "table"

[params.node]
kind = "id"
labels = ["Actor", "Goal"]
required = false
doc = "Bara det som kom före eller efter denna; alla om den utelämnas."
doc_en = "Only what came before or after this one; all when left out."

[returns.type]
term = "Slag"
term_en = "Type"

[returns.before]
term = "Före"
term_en = "Before"

[returns.after]
term = "Efter"
term_en = "After"

[returns.steps]
term = "Led"
term_en = "Steps"
doc = "Högst fyra led följs."
doc_en = "At most four steps are followed."

[returns.since]
term = "Sedan"
term_en = "Since"
doc = "När det sista ledet ägde rum; tomt när det är okänt."
doc_en = "When the last step took place; empty when unknown."

[returns.chain]
term = "Kedjan"
term_en = "The chain"

[returns.inferred]
term = "Härledda led"
term_en = "Inferred steps"

[returns.sources]
term = "Källor"
term_en = "Sources"
doc = "En för varje led; tomt där ingen är angiven."
doc_en = "One for each step; empty where none is given."

[returns.before_id]
term = "Före, id"
term_en = "Before, id"

[returns.after_id]
term = "Efter, id"
term_en = "After, id"
*/
MATCH way = (a:Actor|Goal)-[changes:SUCCEEDED_BY*1..4]->(b)
WHERE ($node IS NULL OR $node IN [a.id, b.id])
  AND all(c IN changes WHERE ($only_seed IS NULL OR c.seed = $only_seed)
    AND (NOT $stated_only OR coalesce(c.basis, '') <> 'inferred'))
RETURN labels(a)[0] AS type, a.name AS before, b.name AS after, size(changes) AS steps, last(changes).since AS since,
  [n IN nodes(way) | n.name] AS chain, size([c IN changes WHERE c.basis = 'inferred']) AS inferred,
  [c IN changes | c.source] AS sources, a.id AS before_id, b.id AS after_id
// Two chains of one length between the same two are told apart by the nodes on the way.
ORDER BY type, before, before_id, steps, after, after_id, reduce(ids = '', n IN nodes(way) | ids + ' ' + n.id)
