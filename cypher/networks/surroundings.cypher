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
CALL {
  MATCH (s) WHERE s.id = $node AND s.seed IS NOT NULL
  RETURN 0 AS step, s AS start, null AS relation, null AS target
  UNION
  MATCH (s)-[r]-() WHERE s.id = $node AND s.seed IS NOT NULL AND ($only_seed IS NULL OR r.seed = $only_seed)
  RETURN DISTINCT 1 AS step, startNode(r) AS start, r AS relation, endNode(r) AS target
  UNION
  // Each step goes on from the distinct nodes of the one before: ways are never counted.
  MATCH (s)-[q]-(a) WHERE s.id = $node AND s.seed IS NOT NULL AND $most_steps >= 2 AND ($only_seed IS NULL OR q.seed = $only_seed)
  WITH DISTINCT a
  MATCH (a)-[r]-() WHERE $only_seed IS NULL OR r.seed = $only_seed
  RETURN DISTINCT 2 AS step, startNode(r) AS start, r AS relation, endNode(r) AS target
  UNION
  MATCH (s)-[q]-(a) WHERE s.id = $node AND s.seed IS NOT NULL AND $most_steps >= 3 AND ($only_seed IS NULL OR q.seed = $only_seed)
  WITH DISTINCT a
  MATCH (a)-[p]-(b) WHERE $only_seed IS NULL OR p.seed = $only_seed
  WITH DISTINCT b
  MATCH (b)-[r]-() WHERE $only_seed IS NULL OR r.seed = $only_seed
  RETURN DISTINCT 3 AS step, startNode(r) AS start, r AS relation, endNode(r) AS target
}
WITH start, relation, target, min(step) AS step
RETURN step, start, relation, target
ORDER BY step, type(relation), start.id, target.id, coalesce(relation.since, ''), coalesce(relation.role, ''), coalesce(relation.date, '')
