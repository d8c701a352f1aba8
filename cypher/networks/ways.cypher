/*
title = "Kortaste vägarna"
title_en = "The shortest ways"
question = "Vilka är de kortaste vägarna mellan de här två noderna, och hur vet vi varje steg?"
question_en = "Which are the shortest ways between these two nodes, and how do we know each step?"
view = "map"

[params.first]
kind = "id"
doc = "Nodens id."
doc_en = "The node's id."

[params.second]
kind = "id"
doc = "Den andra nodens id."
doc_en = "The other node's id."

[returns.way]
term = "Väg"
term_en = "Way"
doc = "Vägarna är lika långa, högst fyra steg, och står efter namnen längs vägen."
doc_en = "The ways are equally long, four steps at most, and stand by the names along the way."

[returns.step]
term = "Steg"
term_en = "Step"

[returns.start]
term = "Från"
term_en = "From"

[returns.relation]
term = "Relation"
term_en = "Relation"
doc = "Går längs vägen eller emot den; mätvärden räknas inte som en väg."
doc_en = "Leads along the way or against it; measured values do not count as a way."

[returns.target]
term = "Till"
term_en = "To"

[returns.since]
term = "Sedan"
term_en = "Since"

[returns.until]
term = "Till och med"
term_en = "Until"

[returns.basis]
term = "Belägg"
term_en = "Basis"

[returns.source]
term = "Källa"
term_en = "Source"
*/
// Half the way from each end, two steps at most, to meet in the middle: cheap where some nodes have very many ties.
UNWIND [0, 1] AS end
MATCH (n) WHERE n.id = [$first, $second][end]
MATCH half = (n)-[*0..2]-(middle)
WHERE all(tie IN relationships(half) WHERE type(tie) <> 'HAS_VALUE' AND ($only_seed IS NULL OR tie.seed = $only_seed)
  AND (NOT $stated_only OR coalesce(tie.basis, '') <> 'inferred')
  AND ($at IS NULL OR all(period IN [[tie.since, tie.until], [startNode(tie).valid_from, startNode(tie).valid_to],
    [endNode(tie).valid_from, endNode(tie).valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1]))))))
WITH middle, end, min(length(half)) AS away, collect(half) AS halves
WITH middle, end, away, [half IN halves WHERE length(half) = away] AS halves
ORDER BY end
WITH middle, sum(away) AS steps, collect(halves) AS halves
WHERE size(halves) = 2
WITH min(steps) AS least, collect({steps: steps, halves: halves}) AS meetings
UNWIND meetings AS meeting
WITH meeting, least
WHERE meeting.steps = least
UNWIND meeting.halves[0] AS p
UNWIND meeting.halves[1] AS q
WITH nodes(p) + tail(reverse(nodes(q))) AS way, relationships(p) + reverse(relationships(q)) AS ties
// A way is the nodes along it; where two of them have several ties, each is a row of its own.
WITH way, reduce(words = '', n IN way | words + n.name + ' ' + n.id + ' ') AS words, collect(ties) AS bundles
ORDER BY words
WITH collect({nodes: way, bundles: bundles}) AS ways
UNWIND range(1, size(ways)) AS number
WITH number, ways[number - 1].nodes AS way, ways[number - 1].bundles AS bundles
UNWIND bundles AS ties
UNWIND range(1, size(ties)) AS step
WITH DISTINCT number, step, way[step - 1] AS start, ties[step - 1] AS relation, way[step] AS target
// What tells parallel relations apart, so that they always stand in the same order.
WITH *, reduce(key = '', part IN [relation.since, relation.role, relation.about, relation.programme, relation.amount_kind] |
  key + coalesce(part, '') + ' ') AS key
RETURN number AS way, step, start, relation, target, relation.since AS since, relation.until AS until,
  relation.basis AS basis, relation.source AS source
ORDER BY way, step, type(relation), startNode(relation).id, key
