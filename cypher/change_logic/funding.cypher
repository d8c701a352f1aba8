/*
title = "Pengar per projekt och finansiär"
title_en = "Money per project and funder"
question = "Vem betalar vad i vilket projekt, i vilket slags belopp?"
question_en = "Who pays what in which project, in which kind of amount?"
view = "table"
rests_on = ["Project.FUNDS"]

[params.project]
kind = "id"
labels = ["Project"]
required = false
doc = "Projektets id; alla projekt om det utelämnas."
doc_en = "The project's id; all projects when left out."

[params.funder]
kind = "id"
labels = ["Actor"]
required = false
doc = "Finansiärens id; alla om det utelämnas."
doc_en = "The funder's id; all when left out."

[returns.project]
term = "Projekt"
term_en = "Project"

[returns.funder]
term = "Finansiär"
term_en = "Funder"

[returns.amount_kind]
term = "Slags belopp"
term_en = "Kind of amount"
doc = "Olika slag läggs aldrig ihop."
doc_en = "Different kinds are never added up."

[returns.amount_sek]
term = "Belopp, kr"
term_en = "Amount, SEK"
doc = "Tomt betyder okänt, inte noll."
doc_en = "Empty means unknown, not zero."

[returns.amount_sek_text]
term = "Belopp, källans ord"
term_en = "Amount, in the source's words"

[returns.programme]
term = "Program"
term_en = "Programme"

[returns.since]
term = "Sedan"
term_en = "Since"

[returns.basis]
term = "Belägg"
term_en = "Basis"

[returns.source]
term = "Källa"
term_en = "Source"

[returns.project_id]
term = "Projektets id"
term_en = "Project's id"

[returns.funder_id]
term = "Finansiärens id"
term_en = "Funder's id"
*/
MATCH way = (a:Actor)-[f:FUNDS]->(p:Project)
WHERE ($project IS NULL OR p.id = $project) AND ($funder IS NULL OR a.id = $funder)
  AND ($only_seed IS NULL OR f.seed = $only_seed) AND (NOT $stated_only OR coalesce(f.basis, '') <> 'inferred')
  // Dates are compared at the precision that both have: 2018 holds all of 2018-03.
  AND ($at IS NULL OR all(period IN [x IN nodes(way) | [x.valid_from, x.valid_to]] + [x IN relationships(way) | [x.since, x.until]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
RETURN p.name AS project, a.name AS funder, f.amount_kind AS amount_kind, f.amount_sek AS amount_sek,
  f.amount_sek_text AS amount_sek_text, f.programme AS programme, f.since AS since, f.basis AS basis, f.source AS source,
  p.id AS project_id, a.id AS funder_id
ORDER BY project, project_id, funder, funder_id, coalesce(amount_kind, ''), coalesce(programme, ''), coalesce(since, '')
