/*
title = "Vilka som deltar, och vilka som inte är kända för att göra det"
title_en = "Who takes part, and who is not known to"
question = "Vilka deltar i och ordnar lärtillfällen, hur ofta, och vilka är inte kända för att ha varit med ens om det som är deras?"
question_en = "Who takes part in and organises learning events, how often, and who is not known to have been there even at what is theirs?"
view = "table"
rests_on = ["LearningEvent.TOOK_PART_IN", "LearningEvent.ORGANISES", "LearningEvent.FOLLOWS_UP"]

[params.at_most]
kind = "integer"
lowest = 0
highest = 1000
required = false
doc = "Bara de som är kända vid högst så många tillfällen; 0: de som inte är kända vid något."
doc_en = "Only those known at no more than so many events; 0: those not known at any."

[returns.actor]
term = "Aktör"
term_en = "Actor"

[returns.sector]
term = "Sektor"
term_en = "Sector"

[returns.took_part]
term = "Deltog i"
term_en = "Took part in"
doc = "Kända tillfällen; 0 betyder att inget är känt."
doc_en = "Known events; 0 means that none is known."

[returns.organised]
term = "Ordnade"
term_en = "Organised"

[returns.own_events]
term = "Tillfällen om det egna"
term_en = "Events about its own"
doc = "Tillfällen som följer upp nätverk, projekt och mål som aktören är med i, leder, är värd för eller äger."
doc_en = "Events that follow up networks, projects and goals that the actor is a member of, leads, hosts or owns."

[returns.not_there]
term = "Inte känd vid"
term_en = "Not known at"
doc = "De av tillfällena om det egna där aktören inte är känd som deltagare eller arrangör."
doc_en = "Those of the events about its own where the actor is not known as participant or organiser."

[returns.latest]
term = "Senast med"
term_en = "Last there"

[returns.inferred]
term = "Härledda"
term_en = "Inferred"
doc = "Deltaganden och arrangemang som ingen källa säger rent ut."
doc_en = "Participations and organisings that no source states."

[returns.id]
term = "Id"
term_en = "Id"
*/
MATCH (a:Actor)
WHERE ($only_seed IS NULL OR a.seed = $only_seed)
  AND ($at IS NULL OR all(period IN [[a.valid_from, a.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
OPTIONAL MATCH (a)-[t:TOOK_PART_IN|ORGANISES]->(e:LearningEvent)
WHERE ($only_seed IS NULL OR t.seed = $only_seed) AND (NOT $stated_only OR coalesce(t.basis, '') <> 'inferred')
  AND ($at IS NULL OR all(period IN [[t.since, t.until], [e.valid_from, e.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
WITH a, collect(DISTINCT e.id) AS there, max(e.valid_from) AS latest,
  count(DISTINCT CASE WHEN type(t) = 'TOOK_PART_IN' THEN e.id END) AS took_part,
  count(DISTINCT CASE WHEN type(t) = 'ORGANISES' THEN e.id END) AS organised,
  sum(CASE WHEN t.basis = 'inferred' THEN 1 ELSE 0 END) AS inferred
WHERE $at_most IS NULL OR size(there) <= $at_most
OPTIONAL MATCH (a)-[m:MEMBER_OF|HOSTS|LEADS|PARTNERS_IN|OWNS_ISSUE]->(n)<-[f:FOLLOWS_UP]-(own:LearningEvent)
WHERE all(each IN [m, f] WHERE ($only_seed IS NULL OR each.seed = $only_seed))
  AND all(each IN [m, f] WHERE (NOT $stated_only OR coalesce(each.basis, '') <> 'inferred'))
  AND ($at IS NULL OR all(period IN [[m.since, m.until], [n.valid_from, n.valid_to], [own.valid_from, own.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
WITH a, there, latest, took_part, organised, inferred, collect(DISTINCT own.id) AS own
RETURN a.name AS actor, a.sector AS sector, took_part, organised, size(own) AS own_events,
  size([each IN own WHERE NOT each IN there]) AS not_there, latest, inferred, a.id AS id
ORDER BY took_part DESC, organised DESC, not_there DESC, actor, id
