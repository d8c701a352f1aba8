/*
title = "Allt om en aktör"
title_en = "Everything about an actor"
question = "Vad vet grafen om den här aktören: vilka relationer har den, till vem och enligt vilken källa?"
question_en = "What does the graph know of this actor: which relations has it, to whom and by which source?"
view = "table"

[params.actor]
kind = "id"
labels = ["Actor"]
doc = "Aktörens id."
doc_en = "The actor's id."

[returns.relation]
term = "Relation"
term_en = "Relation"

[returns.outgoing]
term = "Från aktören"
term_en = "From the actor"
doc = "Falskt när relationen går till aktören."
doc_en = "False when the relation leads to the actor."

[returns.other]
term = "Till eller från"
term_en = "To or from"

[returns.other_type]
term = "Slag"
term_en = "Type"

[returns.other_id]
term = "Id"
term_en = "Id"

[returns.role]
term = "Roll"
term_en = "Role"

[returns.since]
term = "Sedan"
term_en = "Since"

[returns.until]
term = "Till och med"
term_en = "Until"

[returns.basis]
term = "Grund"
term_en = "Basis"

[returns.source]
term = "Källa"
term_en = "Source"
*/
MATCH (a:Actor)-[r]-(other)
WHERE a.id = $actor AND ($only_seed IS NULL OR r.seed = $only_seed)
RETURN type(r) AS relation, startNode(r).id = a.id AS outgoing, other.name AS other, labels(other)[0] AS other_type,
  other.id AS other_id, r.role AS role, r.since AS since, r.until AS until, r.basis AS basis, r.source AS source
ORDER BY relation, outgoing DESC, other, other_id, coalesce(since, ''), coalesce(role, ''), coalesce(source, '')
