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
doc = "Målets id, också för målen under det; alla mål om det utelämnas."
doc_en = "The goal's id, also for the goals below it; all goals when left out."

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
doc = "Projektet genomför den, eller använder en resurs till den och inget annat projekt genomför den."
doc_en = "The project runs it, or uses a resource for it and no other project runs it."

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
// The chain itself, and what its ends need: a challenge to meet, a goal that the project says it contributes to.
// Above its goal the chain goes on to the one asked for.
CALL {
  MATCH way = (p:Project)-[:RUNS|USES]->()-[:LEADS_TO*0..1]->(a:Activity)-[:LEADS_TO]->(:Effect)-[:LEADS_TO*0..3]->
    (:Effect)-[:LEADS_TO]->(g:Goal)-[:PART_OF*0..4]->(top:Goal)
  WHERE top.id = coalesce($goal, g.id)
  RETURN p, a, 'chain' AS part, way
  UNION ALL
  MATCH way = (p:Project)-[:ADDRESSES]->(:Challenge)
  RETURN p, null AS a, 'challenge' AS part, way
  UNION ALL
  MATCH way = (p:Project)-[:CONTRIBUTES_TO]->(:Goal)
  RETURN p, null AS a, 'goal' AS part, way
}
WITH p, a, part, way
WHERE all(x IN relationships(way) WHERE
    ($only_seed IS NULL OR x.seed = $only_seed) AND (NOT $stated_only OR coalesce(x.basis, '') <> 'inferred'))
  // Dates are compared at the precision that both have: 2018 holds all of 2018-03.
  AND ($at IS NULL OR all(period IN [x IN nodes(way) | [x.valid_from, x.valid_to]] + [x IN relationships(way) | [x.since, x.until]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
WITH p, a, part, way, [x IN relationships(way) WHERE type(x) <> 'PART_OF'] AS ties
WITH DISTINCT p, a, part, nodes(way)[..size(ties) + 1] AS nodes, ties
// An activity that projects run is theirs alone; one that nobody runs is of all who use a resource that leads to it.
WITH a, collect({p: p, part: part, nodes: nodes, ties: ties}) AS parts
WITH a, parts, [x IN parts WHERE type(x.ties[0]) = 'RUNS' | x.p.id] AS runners
UNWIND [x IN parts WHERE runners = [] OR x.p.id IN runners] AS x
WITH x.p AS p, collect({part: x.part, a: a, nodes: x.nodes, ties: x.ties}) AS parts
UNWIND [x IN parts WHERE x.part = 'chain'] AS chain
WITH p, parts, chain, chain.a AS a, last(chain.nodes) AS g, [x IN parts WHERE x.a.id = chain.a.id] AS same
WITH *, [x IN same WHERE type(x.ties[0]) = 'RUNS'] AS runs, [x IN same WHERE type(x.ties[0]) = 'USES'] AS uses
// The chain goes by a resource where there is one; that the project runs the activity too is a link more.
WHERE type(chain.ties[0]) = 'USES' OR uses = []
WITH p, a, g, chain.nodes AS nodes, CASE WHEN uses <> [] THEN chain.nodes[1] END AS r,
  chain.ties + CASE WHEN uses <> [] AND runs <> [] THEN [runs[0].ties[0]] ELSE [] END AS ties,
  [x IN parts WHERE x.part = 'challenge'] AS challenges,
  [x IN parts WHERE x.part = 'goal' AND last(x.nodes).id = g.id] AS said
UNWIND CASE WHEN challenges = [] THEN [null] ELSE challenges END AS u
WITH p, a, g, r, u.nodes[1] AS u, said, ties + coalesce(u.ties, []) AS ties,
  CASE WHEN r IS NULL THEN nodes[2..size(nodes) - 1] ELSE nodes[3..size(nodes) - 1] END AS effects
WITH *, [x IN [u, p, r, a] + effects + [g] WHERE x IS NOT NULL | x.id] AS ids
RETURN g.name AS goal, u.name AS challenge, p.name AS project, r.name AS resource, a.name AS activity,
  [x IN effects | x.name] AS effects, [x IN effects | x.horizon] AS horizon, size(said) > 0 AS contributes,
  size([x IN ties WHERE x.basis = 'inferred']) AS inferred, ids
ORDER BY goal, g.id, project, p.id, activity, reduce(key = '', x IN ids | key + x + ' ')
