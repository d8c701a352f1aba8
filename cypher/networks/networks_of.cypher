/*
title = "En aktörs nätverk"
title_en = "Networks of an actor"
question = "Vilka nätverk är aktören med i eller värd för, själv eller genom ett av sina organ?"
question_en = "Which networks does the actor sit in or host, itself or by one of its bodies?"
view = "table"

[params.actor]
kind = "id"
labels = ["Actor"]
doc = "Aktörens id."
doc_en = "The actor's id."

[returns.network]
term = "Nätverk"
term_en = "Network"

[returns.tie]
term = "Relation"
term_en = "Relation"
doc = "Att vara värd är inte i sig att vara med."
doc_en = "To host is not by itself to take part."

[returns.role]
term = "Roll"
term_en = "Role"

[returns.role_text]
term = "Roll, källans ord"
term_en = "Role, in the source's words"

[returns.body]
term = "Genom organet"
term_en = "By the body"
doc = "Tomt när aktören själv är med."
doc_en = "Empty when the actor itself takes part."

[returns.since]
term = "Sedan"
term_en = "Since"

[returns.until]
term = "Till och med"
term_en = "Until"

[returns.basis]
term = "Belägg"
term_en = "Basis"
doc = "Härledd också när det är härlett att organet hör till aktören."
doc_en = "Inferred also when it is inferred that the body belongs to the actor."

[returns.network_id]
term = "Nätverkets id"
term_en = "Network's id"
*/
// The way goes from the actor, perhaps by a body that is part of it, to a network.
MATCH way = (owner:Actor)<-[:PART_OF*0..4]-(a:Actor)-[t:MEMBER_OF|HOSTS]->(n:Network)
WHERE owner.id = $actor
  AND all(r IN relationships(way) WHERE ($only_seed IS NULL OR r.seed = $only_seed)
    AND (NOT $stated_only OR coalesce(r.basis, '') <> 'inferred'))
  AND ($at IS NULL OR all(period IN
    [r IN relationships(way) | [r.since, r.until]] + [node IN nodes(way) | [node.valid_from, node.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
RETURN DISTINCT n.name AS network, type(t) AS tie, t.role AS role, t.role_text AS role_text,
  CASE WHEN a <> owner THEN a.name END AS body, t.since AS since, t.until AS until,
  CASE WHEN any(r IN relationships(way) WHERE r.basis = 'inferred') THEN 'inferred' ELSE t.basis END AS basis, n.id AS network_id
ORDER BY network, network_id, coalesce(body, ''), tie DESC, coalesce(since, ''), coalesce(role, '')
