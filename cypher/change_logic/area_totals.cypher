/*
title = "Projekt och pengar per målområde"
title_en = "Projects and money per goal area"
question = "Hur många projekt och hur mycket pengar ryms under varje målområde, för varje slags belopp för sig?"
question_en = "How many projects and how much money lie under each goal area, each kind of amount by itself?"
view = "table"
rests_on = ["Project.CONTRIBUTES_TO", "Project.FUNDS", "Goal.level"]

[params.level]
kind = "choice"
choices = "Goal.level"
default = "area"
doc = "Den målnivå som allt räknas upp till."
doc_en = "The goal level that everything is added up to."

[returns.area]
term = "Område"
term_en = "Area"
doc = "Tomt: projekt som inte är kända under något område."
doc_en = "Empty: projects not known to lie under any area."

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
doc = "Varje projekt räknas en gång i området, hur många av dess mål det än bidrar till."
doc_en = "Each project counts once in the area, however many of its goals it contributes to."

[returns.fundings]
term = "Finansieringar"
term_en = "Fundings"

[returns.without_amount]
term = "Utan känt belopp"
term_en = "Without a known amount"
doc = "Finansieringar vars belopp inte är känt."
doc_en = "Fundings whose amount is not known."

[returns.inferred]
term = "Härledda kopplingar till området"
term_en = "Inferred links to the area"
doc = "Projekt vars alla vägar till området har en härledd länk."
doc_en = "Projects whose every way to the area has an inferred link."

[returns.inferred_fundings]
term = "Härledda finansieringar"
term_en = "Inferred fundings"

[returns.id]
term = "Id"
term_en = "Id"
*/
CALL {
  MATCH way = (p:Project)
  RETURN p, null AS area, null AS f, way
  UNION ALL
  MATCH way = (p:Project)-[:CONTRIBUTES_TO]->(:Goal)-[:PART_OF*0..4]->(area:Goal)
  WHERE area.level = $level
  RETURN p, area, null AS f, way
  UNION ALL
  MATCH way = (p:Project)<-[f:FUNDS]-(:Actor)
  RETURN p, null AS area, f, way
}
WITH p, area, f, way
WHERE all(x IN [p] + relationships(way) WHERE
    ($only_seed IS NULL OR x.seed = $only_seed) AND (NOT $stated_only OR coalesce(x.basis, '') <> 'inferred'))
  // Dates are compared at the precision that both have: 2018 holds all of 2018-03.
  AND ($at IS NULL OR all(period IN [x IN nodes(way) | [x.valid_from, x.valid_to]] + [x IN relationships(way) | [x.since, x.until]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
// Once per project and area: the surest way to an area tells whether the link is inferred.
WITH p, area, collect(f) AS money, min(size([x IN relationships(way) WHERE x.basis = 'inferred'])) AS doubt
WITH p, collect(CASE WHEN area IS NOT NULL THEN {node: area, doubt: doubt} END) AS areas,
  reduce(all = [], part IN collect(money) | all + part) AS money
UNWIND CASE WHEN areas = [] THEN [{node: null, doubt: 0}] ELSE areas END AS held
UNWIND CASE WHEN money = [] THEN [null] ELSE money END AS f
WITH held.node AS area, held.doubt AS doubt, p, f
WITH area, f.amount_kind AS amount_kind, count(DISTINCT p.id) AS projects, count(f) AS fundings,
  count(f.amount_sek) AS known, sum(f.amount_sek) AS total,
  count(DISTINCT CASE WHEN doubt > 0 THEN p.id END) AS inferred, count(CASE WHEN f.basis = 'inferred' THEN f.basis END) AS inferred_fundings
RETURN area.name AS area, amount_kind, CASE WHEN known > 0 THEN total END AS amount_sek, projects, fundings,
  fundings - known AS without_amount, inferred, inferred_fundings, area.id AS id
ORDER BY id IS NULL, area, id, amount_kind IS NULL, amount_kind
