/*
title = "Med men inte bedömd"
title_en = "Involved but not assessed"
question = "Vilka är kända för att arbeta med en fråga som har analyserats, utan att vara bedömda i någon känd analys av den?"
question_en = "Who is known to work on an issue that has been analysed, without being assessed in any known analysis of it?"
view = "table"
rests_on = ["Actor.ASSESSED_IN"]

[returns.issue]
term = "Fråga"
term_en = "Issue"

[returns.analyses]
term = "Analyser"
term_en = "Analyses"
doc = "Kända analyser av frågan."
doc_en = "Known analyses of the issue."

[returns.actor]
term = "Aktör"
term_en = "Actor"

[returns.reasons]
term = "Skäl"
term_en = "Reasons"
doc = "Hur aktören är knuten till frågan, ett skäl för varje nod i nästa kolumn."
doc_en = "How the actor is tied to the issue, a reason for each node in the next column."

[returns.through]
term = "Till eller genom"
term_en = "To or through"
doc = "Frågan själv, eller det nätverk, projekt, uppdrag, mål eller tillfälle som ligger ett steg från den."
doc_en = "The issue itself, or the network, project, mandate, goal or event one step from it."

[returns.sector]
term = "Sektor"
term_en = "Sector"

[returns.inferred]
term = "Härledda skäl"
term_en = "Inferred reasons"
doc = "Skäl som ingen källa säger rent ut."
doc_en = "Reasons that no source states."

[returns.type]
term = "Slag"
term_en = "Type"

[returns.issue_id]
term = "Frågans id"
term_en = "Issue's id"

[returns.actor_id]
term = "Aktörens id"
term_en = "Actor's id"
*/
MATCH (x:StakeholderAnalysis)-[c:CONCERNS]->(i)
WHERE $only_seed IS NULL OR c.seed = $only_seed
OPTIONAL MATCH (assessed:Actor)-[s:ASSESSED_IN]->(x)
WHERE $only_seed IS NULL OR s.seed = $only_seed
WITH i, count(DISTINCT x) AS analyses, collect(DISTINCT assessed.id) AS assessed
// None or one step from the issue to a place, where somebody is at home: a member, a leader, an owner.
MATCH (i)-[links:WORKS_ON|ADDRESSES|CONTRIBUTES_TO|SERVES|CARRIES|PARTNERS_IN|FOLLOWS_UP*0..1]-(place)
  <-[r:OWNS_ISSUE|LEADS|PARTNERS_IN|FUNDS|MEMBER_OF|HOSTS|HOLDS|ORGANISES|TOOK_PART_IN]-(a:Actor)
WHERE NOT a.id IN assessed
  AND all(each IN links + [r] WHERE ($only_seed IS NULL OR each.seed = $only_seed))
  AND all(each IN links + [r] WHERE (NOT $stated_only OR coalesce(each.basis, '') <> 'inferred'))
  AND ($at IS NULL OR all(period IN [[r.since, r.until], [a.valid_from, a.valid_to],
      [links[0].since, links[0].until], [place.valid_from, place.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
// The same reason counts once, and is stated if any source states it.
WITH i, analyses, a, place, type(r) AS reason,
  min(CASE WHEN any(each IN links + [r] WHERE each.basis = 'inferred') THEN 1 ELSE 0 END) AS doubt
ORDER BY reason, place.name, place.id
WITH i, analyses, a, collect(reason) AS reasons, collect(place.name) AS through, sum(doubt) AS inferred
RETURN i.name AS issue, analyses, a.name AS actor, reasons, through, a.sector AS sector, inferred, labels(i)[0] AS type,
  i.id AS issue_id, a.id AS actor_id
ORDER BY issue, issue_id, size(reasons) DESC, actor, actor_id
