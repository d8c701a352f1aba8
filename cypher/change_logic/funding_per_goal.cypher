/*
title = "Pengar per mål"
title_en = "Money per goal"
question = "Hur mycket pengar går till projekten under varje mål, för varje slags belopp för sig?"
question_en = "How much money goes to the projects under each goal, each kind of amount by itself?"
view = "table"
rests_on = ["Project.CONTRIBUTES_TO", "Project.FUNDS"]

[params.goal]
kind = "id"
labels = ["Goal"]
required = false
doc = "Målets id; alla mål om det utelämnas."
doc_en = "The goal's id; all goals when left out."

[returns.goal]
term = "Mål"
term_en = "Goal"

[returns.amount_kind]
term = "Slags belopp"
term_en = "Kind of amount"
doc = "Olika slag läggs aldrig ihop. Tomt: pengar av okänt slag, eller inga kända pengar."
doc_en = "Different kinds are never added up. Empty: money of an unknown kind, or no known money."

[returns.amount_sek]
term = "Belopp, kr"
term_en = "Amount, SEK"
doc = "Summan av de kända beloppen; tomt när inget är känt. Ett projekt med flera mål räknas under vart och ett."
doc_en = "The sum of the known amounts; empty when none is known. A project with several goals counts under each."

[returns.projects]
term = "Projekt"
term_en = "Projects"

[returns.fundings]
term = "Finansieringar"
term_en = "Fundings"

[returns.without_amount]
term = "Utan känt belopp"
term_en = "Without a known amount"
doc = "Finansieringar vars belopp inte är känt."
doc_en = "Fundings whose amount is not known."

[returns.inferred]
term = "Härledda kopplingar till målet"
term_en = "Inferred links to the goal"
doc = "Projekt vars koppling till målet är härledd."
doc_en = "Projects whose link to the goal is inferred."

[returns.inferred_fundings]
term = "Härledda finansieringar"
term_en = "Inferred fundings"

[returns.id]
term = "Id"
term_en = "Id"
*/
CALL {
  MATCH way = (g:Goal)<-[:CONTRIBUTES_TO]-(p:Project)
  RETURN g, p, null AS f, way
  UNION ALL
  MATCH way = (g:Goal)<-[:CONTRIBUTES_TO]-(p:Project)<-[f:FUNDS]-(:Actor)
  RETURN g, p, f, way
}
WITH g, p, f, way
WHERE ($goal IS NULL OR g.id = $goal) AND all(x IN relationships(way) WHERE
    ($only_seed IS NULL OR x.seed = $only_seed) AND (NOT $stated_only OR coalesce(x.basis, '') <> 'inferred'))
  // Dates are compared at the precision that both have: 2018 holds all of 2018-03.
  AND ($at IS NULL OR all(period IN [x IN nodes(way) | [x.valid_from, x.valid_to]] + [x IN relationships(way) | [x.since, x.until]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
WITH g, p, collect(DISTINCT f) AS money, min(CASE WHEN relationships(way)[0].basis = 'inferred' THEN 1 ELSE 0 END) AS doubt
// A project without known money still counts, in a row of its own kind.
UNWIND CASE WHEN money = [] THEN [null] ELSE money END AS f
WITH g, f.amount_kind AS amount_kind, count(DISTINCT p.id) AS projects, count(f) AS fundings,
  count(f.amount_sek) AS known, sum(f.amount_sek) AS total,
  count(DISTINCT CASE WHEN doubt > 0 THEN p.id END) AS inferred, count(CASE WHEN f.basis = 'inferred' THEN f.basis END) AS inferred_fundings
RETURN g.name AS goal, amount_kind, CASE WHEN known > 0 THEN total END AS amount_sek, projects, fundings,
  fundings - known AS without_amount, inferred, inferred_fundings, g.id AS id
ORDER BY goal, id, amount_kind IS NULL, amount_kind
