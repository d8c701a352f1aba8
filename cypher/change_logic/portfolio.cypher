/*
title = "Projektportföljen"
title_en = "The project portfolio"
question = "Hur fördelar sig projekten och pengarna på målen och över tiden, och var är det mycket eller inget känt?"
question_en = "How are projects and money spread over the goals and over time, and where is there much or nothing known?"
view = "table"
rests_on = ["Project.CONTRIBUTES_TO", "Project.FUNDS", "Project.valid_from"]

[params.level]
kind = "choice"
choices = "Goal.level"
required = false
doc = "Bara mål på den nivån; alla nivåer om den utelämnas."
doc_en = "Only goals of that level; all levels when left out."

[params.amount_kind]
kind = "choice"
choices = "FUNDS.amount_kind"
default = "granted"
doc = "Det slags belopp som summeras; olika slag läggs aldrig ihop."
doc_en = "The kind of amount that is summed; different kinds are never added up."

[params.years]
kind = "integer"
default = 4
lowest = 1
highest = 30
doc = "Så många år är en period; perioderna räknas från år 0, så att fyra år blir 2020–2023."
doc_en = "So many years make a period; periods count from the year 0, so that four years give 2020–2023."

[returns.first_year]
term = "Från år"
term_en = "From year"
doc = "Perioden då projekten började eller beslutades. Tomt: året är okänt."
doc_en = "The period in which the projects began or were decided. Empty: the year is unknown."

[returns.last_year]
term = "Till och med år"
term_en = "To year"

[returns.goal]
term = "Mål"
term_en = "Goal"

[returns.level]
term = "Målnivå"
term_en = "Goal level"

[returns.projects]
term = "Projekt"
term_en = "Projects"
doc = "För målet och målen under det, varje projekt en gång. 0: inget känt."
doc_en = "For the goal and the goals below it, each project once. 0: none known."

[returns.times_mean]
term = "Gånger medel"
term_en = "Times the mean"
doc = "Projekten delade med medeltalet för målen på samma nivå i samma period: 2 är dubbelt så många."
doc_en = "The projects divided by the mean of the goals of the same level in the same period: 2 is twice as many."

[returns.amount_sek]
term = "Belopp, kr"
term_en = "Amount, SEK"
doc = "Summan av de kända beloppen; tomt när inget är känt."
doc_en = "The sum of the known amounts; empty when none is known."

[returns.without_amount]
term = "Utan känt belopp"
term_en = "Without a known amount"
doc = "Projekt utan känt belopp av det slaget."
doc_en = "Projects without a known amount of that kind."

[returns.inferred]
term = "Härledda kopplingar till målet"
term_en = "Inferred links to the goal"
doc = "Projekt vars alla vägar till målet har en härledd länk."
doc_en = "Projects whose every way to the goal has an inferred link."

[returns.id]
term = "Id"
term_en = "Id"
*/
CALL {
  MATCH way = (g:Goal)
  RETURN [g] AS goals, null AS p, null AS f, way
  UNION ALL
  MATCH way = (p:Project)-[:CONTRIBUTES_TO]->(:Goal)-[:PART_OF*0..4]->(g:Goal)
  RETURN [g] AS goals, p, null AS f, way
  UNION ALL
  MATCH way = (p:Project)<-[f:FUNDS]-(:Actor)
  WHERE f.amount_kind = $amount_kind
  RETURN [] AS goals, p, f, way
}
WITH goals, p, f, way
WHERE all(x IN goals + relationships(way) WHERE
    ($only_seed IS NULL OR x.seed = $only_seed) AND (NOT $stated_only OR coalesce(x.basis, '') <> 'inferred'))
  // Dates are compared at the precision that both have: 2018 holds all of 2018-03.
  AND ($at IS NULL OR all(period IN [x IN nodes(way) | [x.valid_from, x.valid_to]] + [x IN relationships(way) | [x.since, x.until]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
// Once per project and goal: the surest way to the goal tells whether the link is inferred.
WITH p, goals[0] AS g, collect(f.amount_sek) AS amounts, min(size([x IN relationships(way) WHERE x.basis = 'inferred'])) AS doubt
WITH p, collect(CASE WHEN g IS NOT NULL THEN {node: g, doubt: doubt} END) AS goals,
  reduce(all = [], part IN collect(amounts) | all + part) AS amounts
WITH p, goals, amounts, toInteger(left(coalesce(p.valid_from, p.decided), 4)) AS year
UNWIND goals AS goal
WITH goal.node AS g, collect(CASE WHEN p IS NOT NULL
  THEN {period: coalesce(toString(year - year % $years), ''), amounts: amounts, doubt: goal.doubt} END) AS held
WHERE $level IS NULL OR g.level = $level
// Every goal is shown in every period of any project, also where nothing is known.
WITH collect({goal: g, held: held}) AS goals
WITH goals, reduce(periods = [], one IN goals | reduce(found = periods, project IN one.held |
  CASE WHEN project.period IN found THEN found ELSE found + project.period END)) AS periods
UNWIND periods AS period
UNWIND goals AS one
WITH period, one.goal AS g, [x IN one.held WHERE x.period = period] AS held
WITH period, g.level AS level, avg(size(held)) AS mean, collect({goal: g, held: held}) AS peers
UNWIND peers AS peer
WITH period, mean, peer.goal AS g, peer.held AS held
WITH period, mean, g, held, size([x IN held WHERE x.amounts = []]) AS unknown,
  reduce(total = 0, x IN held | reduce(so_far = total, amount IN x.amounts | so_far + amount)) AS total
RETURN toInteger(period) AS first_year, toInteger(period) + $years - 1 AS last_year,
  g.name AS goal, g.level AS level, size(held) AS projects,
  CASE WHEN mean > 0 THEN round(10.0 * size(held) / mean) / 10 END AS times_mean,
  CASE WHEN unknown < size(held) THEN total END AS amount_sek, unknown AS without_amount,
  size([x IN held WHERE x.doubt > 0]) AS inferred, g.id AS id
ORDER BY first_year IS NULL, first_year, projects DESC, goal, id
