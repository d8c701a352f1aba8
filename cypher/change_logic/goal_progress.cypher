/*
title = "Är målet på väg?"
title_en = "Is the goal on its way?"
question = "Vilket är det senaste värdet för varje mål, mot utgångsvärde, målvärde och den raka linjen mellan dem?"
question_en = "What is the latest value for each goal, against its baseline, its target and the straight line between them?"
view = "table"
rests_on = ["Goal.MEASURED_BY", "Indicator.HAS_VALUE"]

[params.goal]
kind = "id"
labels = ["Goal"]
required = false
doc = "Målets id; alla mål om det utelämnas."
doc_en = "The goal's id; all goals when left out."

[returns.goal]
term = "Mål"
term_en = "Goal"

[returns.indicator]
term = "Indikator"
term_en = "Indicator"
doc = "Tomt: ingen indikator är känd."
doc_en = "Empty: no indicator is known."

[returns.unit]
term = "Enhet"
term_en = "Unit"

[returns.actor]
term = "Uppmätt hos"
term_en = "Observed at"

[returns.baseline]
term = "Utgångsvärde"
term_en = "Baseline"

[returns.latest]
term = "Senaste värde"
term_en = "Latest value"
doc = "Tomt: ingen mätning är känd."
doc_en = "Empty: no observation is known."

[returns.date]
term = "Datum"
term_en = "Date"

[returns.expected]
term = "Väntat då"
term_en = "Expected then"
doc = "Den raka linjen från utgångsvärdet till målvärdet, i det senaste värdets år; tomt när något är okänt."
doc_en = "The straight line from baseline to target, in the year of the latest value; empty when something is unknown."

[returns.on_track]
term = "På väg"
term_en = "On track"
doc = "Är värdet minst lika bra som den raka linjen? Tomt när det inte går att säga, och för en bland flera uppmätta som inte är regionen."
doc_en = "Is the value at least as good as the straight line? Empty when it cannot be told, and for one among several observed that is not the region."

[returns.target]
term = "Målvärde"
term_en = "Target"

[returns.target_year]
term = "Målår"
term_en = "Target year"

[returns.progress]
term = "Del av vägen, procent"
term_en = "Part of the way, percent"
doc = "Från utgångsvärde till målvärde; tomt av samma skäl."
doc_en = "From baseline to target; empty for the same reasons."

[returns.reached]
term = "Nått"
term_en = "Reached"
doc = "Tomt när det inte går att säga, av samma skäl."
doc_en = "Empty when it cannot be told, for the same reasons."

[returns.inferred]
term = "Härledda länkar"
term_en = "Inferred links"
doc = "Av två: målets koppling till indikatorn, och det senaste värdet."
doc_en = "Of two: the goal's tie to the indicator, and the latest value."

[returns.id]
term = "Id"
term_en = "Id"
*/
CALL {
  MATCH way = (g:Goal)
  RETURN g, null AS m, null AS v, way
  UNION ALL
  MATCH way = (g:Goal)-[m:MEASURED_BY]->(:Indicator)
  RETURN g, m, null AS v, way
  UNION ALL
  MATCH way = (g:Goal)-[m:MEASURED_BY]->(:Indicator)<-[v:HAS_VALUE]-(:Actor)
  RETURN g, m, v, way
}
WITH g, m, v, way
WHERE ($goal IS NULL OR g.id = $goal) AND all(x IN [g] + relationships(way) WHERE
    ($only_seed IS NULL OR x.seed = $only_seed) AND (NOT $stated_only OR coalesce(x.basis, '') <> 'inferred'))
  // Dates are compared at the precision that both have: 2018 holds all of 2018-03.
  AND ($at IS NULL OR all(period IN [x IN nodes(way) | [x.valid_from, x.valid_to]] + [x IN relationships(way) | [x.since, x.until]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
  AND ($at IS NULL OR v IS NULL OR left(v.date, size($at)) <= left($at, size(v.date)))
WITH g, m, v ORDER BY v.date DESC, v.value
WITH g, m, startNode(v) AS a, collect(v)[0] AS last
WITH g, m, collect(CASE WHEN last IS NOT NULL THEN {actor: a, tie: last} END) AS observed
// A goal without indicator, and an indicator without value, still has its row.
WITH g, collect(CASE WHEN m IS NOT NULL THEN {tie: m, observed: observed} END) AS measures
UNWIND CASE WHEN measures = [] THEN [{tie: null, observed: []}] ELSE measures END AS measure
UNWIND CASE WHEN measure.observed = [] THEN [{actor: null, tie: null}] ELSE measure.observed END AS last
WITH g, measure.tie AS m, endNode(measure.tie) AS i, last.actor AS a, last.tie AS v, size(measure.observed) AS observers
// Baseline and target are the whole region's: one municipality among several cannot be held against them.
WITH *, CASE WHEN observers = 1 OR a.kind = 'region' THEN v.value END AS own,
  CASE WHEN m.target_year > m.baseline_year
    THEN m.baseline + (m.target - m.baseline)
      * toFloat(toInteger(left(v.date, 4)) - m.baseline_year) / (m.target_year - m.baseline_year) END AS expected
RETURN g.name AS goal, i.name AS indicator, i.unit AS unit, a.name AS actor, m.baseline AS baseline, v.value AS latest, v.date AS date,
  round(10.0 * expected) / 10 AS expected,
  CASE i.better WHEN 'higher' THEN own >= expected WHEN 'lower' THEN own <= expected END AS on_track,
  m.target AS target, m.target_year AS target_year,
  CASE WHEN m.target <> m.baseline THEN toInteger(round(100.0 * (own - m.baseline) / (m.target - m.baseline))) END AS progress,
  CASE i.better WHEN 'higher' THEN own >= m.target WHEN 'lower' THEN own <= m.target END AS reached,
  size([x IN [m, v] WHERE x.basis = 'inferred']) AS inferred, g.id AS id
ORDER BY i.id IS NULL, goal, id, i.id, target_year, actor, a.id
