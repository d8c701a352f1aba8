/*
title = "Mål utan färskt värde"
title_en = "Goals without a fresh value"
question = "Vilka mål har en indikator men inget känt värde de senaste åren?"
question_en = "Which goals have an indicator but no known value of the last years?"
view = "table"
rests_on = ["Indicator.HAS_VALUE"]

[params.years]
kind = "integer"
default = 3
lowest = 0
highest = 100
doc = "Så många år räknas bakåt, från dagen i at; utelämnas den, från det senaste kända värdet för något mål."
doc_en = "So many years are counted back, from the day of at; when that is left out, from the latest known value of any goal."

[returns.goal]
term = "Mål"
term_en = "Goal"

[returns.level]
term = "Målnivå"
term_en = "Goal level"

[returns.indicator]
term = "Indikator"
term_en = "Indicator"

[returns.latest]
term = "Senaste värdet"
term_en = "Latest value"
doc = "Datumet; tomt när inget värde är känt."
doc_en = "The date; empty when no value is known."

[returns.years_since]
term = "År sedan dess"
term_en = "Years since"
doc = "Mellan årtalen."
doc_en = "Between the calendar years."

[returns.values]
term = "Kända värden"
term_en = "Known values"

[returns.inferred]
term = "Härledda"
term_en = "Inferred"
doc = "Så många av värdena, och målets koppling till indikatorn, som är härledda."
doc_en = "So many of the values, and the goal's tie to the indicator, as are inferred."

[returns.indicator_id]
term = "Indikatorns id"
term_en = "Indicator's id"

[returns.id]
term = "Id"
term_en = "Id"
*/
CALL {
  MATCH way = (g:Goal)-[:MEASURED_BY]->(i:Indicator)
  RETURN g, i, null AS v, way
  UNION ALL
  MATCH way = (g:Goal)-[:MEASURED_BY]->(i:Indicator)<-[v:HAS_VALUE]-(:Actor)
  RETURN g, i, v, way
}
WITH g, i, v, way
WHERE all(x IN relationships(way) WHERE
    ($only_seed IS NULL OR x.seed = $only_seed) AND (NOT $stated_only OR coalesce(x.basis, '') <> 'inferred'))
  // Dates are compared at the precision that both have: 2018 holds all of 2018-03.
  AND ($at IS NULL OR all(period IN [x IN nodes(way) | [x.valid_from, x.valid_to]] + [x IN relationships(way) | [x.since, x.until]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
  // A value is of its date: it counts when it was there by that day.
  AND ($at IS NULL OR v IS NULL OR left(v.date, size($at)) <= left($at, size(v.date)))
WITH g, i, max(v.date) AS latest, count(DISTINCT v) AS values,
  count(DISTINCT CASE WHEN v.basis = 'inferred' THEN v END)
    + max(CASE WHEN relationships(way)[0].basis = 'inferred' THEN 1 ELSE 0 END) AS inferred
WITH coalesce($at, max(latest)) AS day,
  collect({goal: g, indicator: i, latest: latest, values: values, inferred: inferred}) AS measured
// The same day so many years before: a date before it is not fresh.
WITH day, toString(toInteger(left(day, 4)) - $years) + substring(day, 4) AS oldest, measured
UNWIND measured AS m
WITH day, oldest, m, m.latest AS latest, m.goal AS g, m.indicator AS i
WHERE latest IS NULL OR left(latest, size(oldest)) < left(oldest, size(latest))
RETURN g.name AS goal, g.level AS level, i.name AS indicator, latest,
  toInteger(left(day, 4)) - toInteger(left(latest, 4)) AS years_since,
  m.values AS values, m.inferred AS inferred, i.id AS indicator_id, g.id AS id
ORDER BY latest IS NOT NULL, latest, goal, id, indicator, indicator_id
