/*
title = "Alla gör allt: belastning per aktör"
title_en = "Everybody does everything: load per actor"
question = "Hur många nätverk, projekt, uppdrag, frågor och lärtillfällen har varje aktör på sitt bord?"
question_en = "How many networks, projects, mandates, issues and learning events has each actor on its table?"
view = "table"
rests_on = ["LearningEvent.TOOK_PART_IN", "Network.MEMBER_OF"]

[params.at_least]
kind = "integer"
default = 1
lowest = 1
highest = 1000
doc = "Minsta antal åtaganden."
doc_en = "Smallest number of commitments."

[returns.actor]
term = "Aktör"
term_en = "Actor"

[returns.sector]
term = "Sektor"
term_en = "Sector"

[returns.networks]
term = "Nätverk"
term_en = "Networks"
doc = "Är med i eller är värd för."
doc_en = "Member or host of."

[returns.projects]
term = "Projekt"
term_en = "Projects"
doc = "Leder, är part i eller finansierar."
doc_en = "Leads, partners in or funds."

[returns.mandates]
term = "Uppdrag"
term_en = "Mandates"

[returns.issues]
term = "Frågor"
term_en = "Issues"
doc = "Mål och utmaningar som aktören äger."
doc_en = "Goals and challenges that the actor owns."

[returns.events]
term = "Lärtillfällen"
term_en = "Learning events"
doc = "Ordnade eller deltog i."
doc_en = "Organised or took part in."

[returns.total]
term = "Summa"
term_en = "Total"
doc = "Kända åtaganden; fler kan finnas."
doc_en = "Known commitments; there may be more."

[returns.inferred]
term = "Härledda"
term_en = "Inferred"
doc = "Åtaganden som ingen källa säger rent ut."
doc_en = "Commitments that no source states."

[returns.id]
term = "Id"
term_en = "Id"
*/
MATCH (a:Actor)-[r:MEMBER_OF|HOSTS|LEADS|PARTNERS_IN|FUNDS|HOLDS|OWNS_ISSUE|ORGANISES|TOOK_PART_IN]->(n)
WHERE ($only_seed IS NULL OR r.seed = $only_seed) AND (NOT $stated_only OR coalesce(r.basis, '') <> 'inferred')
  AND ($at IS NULL OR all(period IN [[r.since, r.until], [a.valid_from, a.valid_to], [n.valid_from, n.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
// Host and member of a network is one commitment; it is in doubt when no source states either.
WITH a, n, labels(n)[0] AS type, min(CASE WHEN r.basis = 'inferred' THEN 1 ELSE 0 END) AS doubt
WITH a, sum(CASE WHEN type = 'Network' THEN 1 ELSE 0 END) AS networks,
  sum(CASE WHEN type = 'Project' THEN 1 ELSE 0 END) AS projects,
  sum(CASE WHEN type = 'Mandate' THEN 1 ELSE 0 END) AS mandates,
  sum(CASE WHEN type IN ['Goal', 'Challenge'] THEN 1 ELSE 0 END) AS issues,
  sum(CASE WHEN type = 'LearningEvent' THEN 1 ELSE 0 END) AS events, count(*) AS total, sum(doubt) AS inferred
WHERE total >= $at_least
RETURN a.name AS actor, a.sector AS sector, networks, projects, mandates, issues, events, total, inferred, a.id AS id
ORDER BY total DESC, actor, id
