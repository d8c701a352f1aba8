/*
title = "Kedjor till målen"
title_en = "Chains to the goals"
question = "Vilka kedjor leder från utmaning över projekt, resurs, aktivitet och effekter till ett mål?"
question_en = "Which chains lead from a challenge by project, resource, activity and effects to a goal?"
view = "table"
rests_on = ["Project.RUNS", "Project.USES", "Project.ADDRESSES", "Activity.LEADS_TO"]

[params.goal]
kind = "id"
labels = ["Goal"]
required = false
doc = "Målets id; alla mål om det utelämnas."
doc_en = "The goal's id; all goals when left out."

[returns.goal]
term = "Mål"
term_en = "Goal"

[returns.challenge]
term = "Utmaning"
term_en = "Challenge"
doc = "Tomt: ingen utmaning är känd, där är kedjan bruten."
doc_en = "Empty: no challenge is known, the chain is broken there."

[returns.project]
term = "Projekt"
term_en = "Project"

[returns.resource]
term = "Resurs"
term_en = "Resource"
doc = "Den som projektet använder i aktiviteten. Tomt: ingen är känd, där är kedjan bruten."
doc_en = "The one that the project uses in the activity. Empty: none is known, the chain is broken there."

[returns.activity]
term = "Aktivitet"
term_en = "Activity"

[returns.effects]
term = "Effekter"
term_en = "Effects"
doc = "I den ordning de leder till varandra, högst fyra."
doc_en = "In the order in which they lead to each other, four at most."

[returns.horizon]
term = "Tidshorisont"
term_en = "Horizon"
doc = "Effekternas, i samma ordning."
doc_en = "Of the effects, in the same order."

[returns.contributes]
term = "Bidrar till målet"
term_en = "Contributes to the goal"
doc = "Nej: effekterna leder hit, men projektet säger sig inte bidra till målet."
doc_en = "No: the effects lead here, but the project is not said to contribute to the goal."

[returns.inferred]
term = "Härledda länkar"
term_en = "Inferred links"
doc = "Så många av länkarna i raden är härledda och inte sagda av en källa."
doc_en = "So many of the row's links are inferred and not stated by a source."

[returns.ids]
term = "Id"
term_en = "Ids"
doc = "Kedjans noder, från utmaning till mål."
doc_en = "The chain's nodes, from challenge to goal."
*/
// The chain itself, and what its ends need: a challenge to meet, a resource to use. These may be missing.
CALL {
  MATCH way = (p:Project)-[:RUNS]->(:Activity)-[:LEADS_TO]->(:Effect)-[:LEADS_TO*0..3]->(:Effect)-[:LEADS_TO]->(:Goal)
  RETURN p, 'chain' AS part, way
  UNION ALL
  MATCH way = (p:Project)-[:ADDRESSES]->(:Challenge)
  RETURN p, 'challenge' AS part, way
  UNION ALL
  MATCH way = (p:Project)-[:USES]->(:Resource)-[:LEADS_TO]->(:Activity)
  RETURN p, 'resource' AS part, way
  UNION ALL
  MATCH way = (p:Project)-[:CONTRIBUTES_TO]->(:Goal)
  RETURN p, 'goal' AS part, way
}
WITH p, part, way
WHERE all(x IN relationships(way) WHERE
    ($only_seed IS NULL OR x.seed = $only_seed) AND (NOT $stated_only OR coalesce(x.basis, '') <> 'inferred'))
  // Dates are compared at the precision that both have: 2018 holds all of 2018-03.
  AND ($at IS NULL OR all(period IN [x IN nodes(way) | [x.valid_from, x.valid_to]] + [x IN relationships(way) | [x.since, x.until]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
WITH p, collect({part: part, nodes: nodes(way), ties: relationships(way)}) AS parts
UNWIND [x IN parts WHERE x.part = 'chain'] AS chain
WITH p, parts, chain, chain.nodes[1] AS a, last(chain.nodes) AS g
WHERE $goal IS NULL OR g.id = $goal
WITH p, a, g, chain, [x IN parts WHERE x.part = 'challenge' OR last(x.nodes).id IN [a.id, g.id]] AS near
WITH p, a, g, chain, [x IN near WHERE x.part = 'goal'] AS said,
  [x IN near WHERE x.part = 'challenge'] AS challenges, [x IN near WHERE x.part = 'resource'] AS resources
UNWIND CASE WHEN challenges = [] THEN [null] ELSE challenges END AS u
UNWIND CASE WHEN resources = [] THEN [null] ELSE resources END AS r
WITH p, a, g, said, u.nodes[1] AS u, r.nodes[1] AS r, chain.nodes[2..size(chain.nodes) - 1] AS effects,
  chain.ties + coalesce(u.ties, []) + coalesce(r.ties, []) AS ties
WITH *, [x IN [u, p, r, a] + effects + [g] WHERE x IS NOT NULL | x.id] AS ids
RETURN g.name AS goal, u.name AS challenge, p.name AS project, r.name AS resource, a.name AS activity,
  [x IN effects | x.name] AS effects, [x IN effects | x.horizon] AS horizon, size(said) > 0 AS contributes,
  size([x IN ties WHERE x.basis = 'inferred']) AS inferred, ids
ORDER BY goal, g.id, project, p.id, activity, reduce(key = '', x IN ids | key + x + ' ')
