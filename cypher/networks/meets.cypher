/*
title = "Vilka aktören möter"
title_en = "Whom the actor meets"
question = "Vilka möter den här aktören, genom vilka nätverk, projekt och lärtillfällen?"
question_en = "Whom does this actor meet, through which networks, projects and learning events?"
view = "table"
rests_on = ["Network.MEMBER_OF", "Project.PARTNERS_IN", "LearningEvent.TOOK_PART_IN"]

[params.actor]
kind = "id"
labels = ["Actor"]
doc = "Aktörens id."
doc_en = "The actor's id."

[returns.other]
term = "Möter"
term_en = "Meets"
doc = "Alla roller räknas, även finansiärer och sökande."
doc_en = "Every role counts, funders and applicants too."

[returns.sector]
term = "Sektor"
term_en = "Sector"

[returns.arenas]
term = "Antal sammanhang"
term_en = "Number of arenas"
doc = "Olika nätverk, projekt och lärtillfällen där båda är med."
doc_en = "Different networks, projects and learning events that both are in."

[returns.networks]
term = "Nätverk"
term_en = "Networks"

[returns.projects]
term = "Projekt"
term_en = "Projects"

[returns.events]
term = "Lärtillfällen"
term_en = "Learning events"

[returns.inferred]
term = "Härledda sammanhang"
term_en = "Inferred arenas"
doc = "Sammanhang där ingen källa säger rent ut att båda är med."
doc_en = "Arenas where no source states that both are in."

[returns.id]
term = "Id"
term_en = "Id"
*/
MATCH (a:Actor)-[r:MEMBER_OF|LEADS|PARTNERS_IN|ORGANISES|TOOK_PART_IN]->(arena:Network|Project|LearningEvent)
  <-[q:MEMBER_OF|LEADS|PARTNERS_IN|ORGANISES|TOOK_PART_IN]-(other:Actor)
WHERE a.id = $actor AND other.id <> $actor
  AND all(tie IN [r, q] WHERE ($only_seed IS NULL OR tie.seed = $only_seed)
    AND (NOT $stated_only OR coalesce(tie.basis, '') <> 'inferred'))
  AND ($at IS NULL OR all(period IN [[r.since, r.until], [q.since, q.until], [a.valid_from, a.valid_to],
    [other.valid_from, other.valid_to], [arena.valid_from, arena.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
// A meeting is in doubt when no source states that both are there.
WITH other, arena, min(CASE WHEN 'inferred' IN [r.basis, q.basis] THEN 1 ELSE 0 END) AS doubt
ORDER BY arena.name, arena.id
WITH other, collect(arena) AS places, sum(doubt) AS inferred
RETURN other.name AS other, other.sector AS sector, size(places) AS arenas,
  [arena IN places WHERE arena:Network | arena.name] AS networks,
  [arena IN places WHERE arena:Project | arena.name] AS projects,
  [arena IN places WHERE arena:LearningEvent | arena.name] AS events, inferred, other.id AS id
ORDER BY arenas DESC, other, id
