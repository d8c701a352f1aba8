/*
title = "Samverkanstrappan"
title_en = "The collaboration ladder"
question = "Vilket steg på Samverkanstrappan har varje par av aktörer nått, i vilken fråga och sedan när?"
question_en = "Which step of the collaboration ladder has each pair of actors reached, on which issue and since when?"
view = "table"
rests_on = ["Actor.COLLABORATES_WITH"]

[params.actor]
kind = "id"
labels = ["Actor"]
required = false
doc = "En av de två aktörerna; alla par om den utelämnas."
doc_en = "One of the two actors; all pairs when left out."

[params.issue]
kind = "id"
labels = ["Goal", "Challenge"]
required = false
doc = "Målet eller utmaningen som samarbetet gäller; alla om den utelämnas."
doc_en = "The goal or challenge that the collaboration is about; all when left out."

[returns.first]
term = "Aktör"
term_en = "Actor"

[returns.second]
term = "Med"
term_en = "With"

[returns.issue]
term = "Om"
term_en = "About"
doc = "Tomt när frågan är okänd."
doc_en = "Empty when the issue is unknown."

[returns.step]
term = "Steg"
term_en = "Step"
doc = "Det senaste kända steget, eller det som gällde vid den dag som anges."
doc_en = "The latest step known, or the one that held on the day given."

[returns.rung]
term = "Steg, 1–4"
term_en = "Step, 1–4"
doc = "Samtal är 1, samsyn 2, samarbete 3 och samverkan 4."
doc_en = "Dialogue is 1, shared view 2, cooperation 3 and joint action 4."

[returns.since]
term = "Sedan"
term_en = "Since"

[returns.until]
term = "Till och med"
term_en = "Until"
doc = "Tomt när steget ännu gäller eller slutet är okänt."
doc_en = "Empty when the step still holds or its end is unknown."

[returns.basis]
term = "Belägg"
term_en = "Basis"

[returns.source]
term = "Källa"
term_en = "Source"

[returns.first_id]
term = "Id"
term_en = "Id"

[returns.second_id]
term = "Id, den andra"
term_en = "Id of the other"

[returns.issue_id]
term = "Frågans id"
term_en = "Issue's id"
*/
// The relation has no direction: it is stored once, so that reading it one way finds each pair once.
MATCH (a:Actor)-[c:COLLABORATES_WITH]->(b:Actor)
WHERE ($actor IS NULL OR $actor IN [a.id, b.id]) AND ($issue IS NULL OR c.about = $issue)
  AND ($only_seed IS NULL OR c.seed = $only_seed)
  AND (NOT $stated_only OR coalesce(c.basis, '') <> 'inferred')
  AND ($at IS NULL OR all(period IN [[c.since, c.until], [a.valid_from, a.valid_to], [b.valid_from, b.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
// A step moved is a new period: the one that began last tells where the pair stands on the issue.
WITH a, b, c
ORDER BY coalesce(c.since, ''), coalesce(c.until, '9999')
WITH a, b, c.about AS about, last(collect(c)) AS now
// An issue that is unknown is looked for as an id that no node has, which every engine finds in its index.
OPTIONAL MATCH (goal:Goal {id: coalesce(about, '')})
OPTIONAL MATCH (challenge:Challenge {id: coalesce(about, '')})
WITH a, b, about, coalesce(goal.name, challenge.name) AS issue, now, {samtal: 1, samsyn: 2, samarbete: 3, samverkan: 4} AS rungs
RETURN a.name AS first, b.name AS second, issue, now.step AS step, rungs[now.step] AS rung,
  now.since AS since, now.until AS until, now.basis AS basis, now.source AS source,
  a.id AS first_id, b.id AS second_id, about AS issue_id
ORDER BY coalesce(rung, 0) DESC, first, second, coalesce(issue, ''), first_id, second_id, coalesce(issue_id, '')
