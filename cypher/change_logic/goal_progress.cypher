/*
title = "Är målet på väg?"
title_en = "Is the goal on its way?"
question = "Vilket är det senaste värdet för varje mål, mot utgångsvärde och målvärde?"
question_en = "What is the latest value for each goal, against its baseline and its target?"
view = "table"

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

[returns.target]
term = "Målvärde"
term_en = "Target"

[returns.target_year]
term = "Målår"
term_en = "Target year"

[returns.progress]
term = "Del av vägen, procent"
term_en = "Part of the way, percent"
doc = "Från utgångsvärde till målvärde; tomt när något är okänt, och för en bland flera uppmätta som inte är regionen."
doc_en = "From baseline to target; empty when something is unknown, and for one among several observed that is not the region."

[returns.reached]
term = "Nått"
term_en = "Reached"
doc = "Tomt när det inte går att säga, av samma skäl."
doc_en = "Empty when it cannot be told, for the same reasons."

[returns.id]
term = "Id"
term_en = "Id"
*/
MATCH (g:Goal)
WHERE ($goal IS NULL OR g.id = $goal) AND ($only_seed IS NULL OR g.seed = $only_seed)
OPTIONAL MATCH (g)-[m:MEASURED_BY]->(i:Indicator)
OPTIONAL MATCH (a:Actor)-[v:HAS_VALUE]->(i)
WHERE $only_seed IS NULL OR v.seed = $only_seed
WITH g, m, i, a, v ORDER BY v.date DESC
WITH g, m, i, a, collect({value: v.value, date: v.date})[0] AS last
WITH g, m, i, collect({actor: a, value: last.value, date: last.date}) AS observed
UNWIND observed AS last
// Baseline and target are the whole region's: one municipality among several cannot be held against them.
WITH g, m, i, last.actor AS a, last.value AS latest, last.date AS date,
  CASE WHEN size(observed) = 1 OR last.actor.kind = 'region' THEN last.value END AS own
RETURN g.name AS goal, i.name AS indicator, i.unit AS unit, a.name AS actor, m.baseline AS baseline, latest, date,
  m.target AS target, m.target_year AS target_year,
  CASE WHEN m.target <> m.baseline THEN toInteger(round(100.0 * (own - m.baseline) / (m.target - m.baseline))) END AS progress,
  CASE i.better WHEN 'higher' THEN own >= m.target WHEN 'lower' THEN own <= m.target END AS reached, g.id AS id
ORDER BY i.id IS NULL, goal, id, i.id, target_year, actor, a.id
