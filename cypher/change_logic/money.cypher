/*
title = "Pengar per finansiär, program och år"
title_en = "Money per funder, programme and year"
question = "Vem finansierar genom vilket program, vilket år, med hur mycket och tillsammans med andra?"
question_en = "Who funds by which programme, in which year, with how much and together with others?"
view = "table"
rests_on = ["Project.FUNDS"]

[params.funder]
kind = "id"
labels = ["Actor"]
required = false
doc = "Finansiärens id; alla om det utelämnas."
doc_en = "The funder's id; all when left out."

[returns.funder]
term = "Finansiär"
term_en = "Funder"

[returns.programme]
term = "Program"
term_en = "Programme"
doc = "Det som finansieringen sker genom; tomt när inget är känt."
doc_en = "What the funding goes through; empty when none is known."

[returns.year]
term = "År"
term_en = "Year"
doc = "När pengarna börjar gälla; är det okänt året då projektet beslutades, annars då det började."
doc_en = "When the money begins to hold; where unknown the year the project was decided, else the year it began."

[returns.amount_kind]
term = "Slags belopp"
term_en = "Kind of amount"
doc = "Olika slag läggs aldrig ihop. Tomt: pengar av okänt slag, eller inga kända pengar."
doc_en = "Different kinds are never added up. Empty: money of an unknown kind, or no known money."

[returns.amount_sek]
term = "Belopp, kr"
term_en = "Amount, SEK"
doc = "Summan av de kända beloppen; tomt när inget är känt."
doc_en = "The sum of the known amounts; empty when none is known."

[returns.projects]
term = "Projekt"
term_en = "Projects"

[returns.shared]
term = "Med flera finansiärer"
term_en = "With several funders"
doc = "Så många av projekten har fler kända finansiärer."
doc_en = "So many of the projects have other known funders too."

[returns.fundings]
term = "Finansieringar"
term_en = "Fundings"

[returns.without_amount]
term = "Utan känt belopp"
term_en = "Without a known amount"
doc = "Finansieringar vars belopp inte är känt."
doc_en = "Fundings whose amount is not known."

[returns.inferred_fundings]
term = "Härledda finansieringar"
term_en = "Inferred fundings"

[returns.funder_id]
term = "Finansiärens id"
term_en = "Funder's id"
*/
MATCH way = (a:Actor)-[f:FUNDS]->(p:Project)
WHERE ($only_seed IS NULL OR f.seed = $only_seed) AND (NOT $stated_only OR coalesce(f.basis, '') <> 'inferred')
  // Dates are compared at the precision that both have: 2018 holds all of 2018-03.
  AND ($at IS NULL OR all(period IN [x IN nodes(way) | [x.valid_from, x.valid_to]] + [x IN relationships(way) | [x.since, x.until]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
// All funders of a project are counted before the asker's own choice among them.
WITH p, collect({actor: a, tie: f}) AS fundings, count(DISTINCT a.id) AS funders
UNWIND fundings AS funding
WITH p, funders, funding.actor AS a, funding.tie AS f
WHERE $funder IS NULL OR a.id = $funder
WITH a, f.programme AS programme, toInteger(left(coalesce(f.since, p.decided, p.valid_from), 4)) AS year, f.amount_kind AS amount_kind,
  count(DISTINCT p.id) AS projects, count(DISTINCT CASE WHEN funders > 1 THEN p.id END) AS shared, count(f) AS fundings,
  count(f.amount_sek) AS known, sum(f.amount_sek) AS total, count(CASE WHEN f.basis = 'inferred' THEN f.basis END) AS inferred_fundings
RETURN a.name AS funder, programme, year, amount_kind, CASE WHEN known > 0 THEN total END AS amount_sek, projects, shared,
  fundings, fundings - known AS without_amount, inferred_fundings, a.id AS funder_id
ORDER BY funder, funder_id, programme IS NULL, programme, year IS NULL, year, amount_kind IS NULL, amount_kind
