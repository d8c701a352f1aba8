/*
title = "Omgivning"
title_en = "Surroundings"
question = "Vad finns ett, två eller tre steg från den här noden?"
question_en = "What lies one, two or three steps from this node?"
view = "map"

[params.node]
kind = "id"
doc = "Nodens id."
doc_en = "The node's id."

[params.most_steps]
kind = "integer"
default = 1
lowest = 1
highest = 3
doc = "Högsta antal steg."
doc_en = "Largest number of steps."

[returns.step]
term = "Steg"
term_en = "Step"
doc = "Hur många steg bort relationen leder; 0 är noden själv."
doc_en = "How many steps away the relation leads; 0 is the node itself."

[returns.start]
term = "Från"
term_en = "From"

[returns.relation]
term = "Relation"
term_en = "Relation"

[returns.target]
term = "Till"
term_en = "To"
*/
MATCH (s) WHERE s.id = $node
CALL {
  WITH s
  RETURN s AS start, null AS relation, null AS target, 0 AS step
  UNION
  // Each node within the last step but one is reached once, then all its relations follow: ways are never counted.
  WITH s
  MATCH way = (s)-[*0..2]-(near)
  WHERE length(way) < $most_steps
    AND all(tie IN relationships(way) WHERE ($only_seed IS NULL OR tie.seed = $only_seed)
    AND (NOT $stated_only OR coalesce(tie.basis, '') <> 'inferred')
    AND ($at IS NULL OR all(period IN [[tie.since, tie.until], [startNode(tie).valid_from, startNode(tie).valid_to],
      [endNode(tie).valid_from, endNode(tie).valid_to]] WHERE
      (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
      (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1]))))))
  WITH near, min(length(way)) + 1 AS step
  MATCH (near)-[r]-()
  WHERE ($only_seed IS NULL OR r.seed = $only_seed)
    AND (NOT $stated_only OR coalesce(r.basis, '') <> 'inferred')
    AND ($at IS NULL OR all(period IN [[r.since, r.until], [startNode(r).valid_from, startNode(r).valid_to],
      [endNode(r).valid_from, endNode(r).valid_to]] WHERE
      (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
      (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
  RETURN startNode(r) AS start, r AS relation, endNode(r) AS target, min(step) AS step
}
// What tells parallel relations apart, so that they always stand in the same order.
WITH step, start, relation, target, reduce(key = '', part IN [relation.since, relation.role, relation.date, relation.about,
  relation.programme, relation.amount_kind] | key + coalesce(part, '') + ' ') AS key
RETURN step, start, relation, target
ORDER BY step, type(relation), start.id, target.id, key
