/*
title = "Mål på ett ben"
title_en = "Goals on one leg"
question = "Vilka mål bärs av ett enda känt projekt, ett enda nätverk eller en enda aktör?"
question_en = "Which goals are carried by a single known project, a single network or a single actor?"
view = "table"
rests_on = ["Goal.CONTRIBUTES_TO", "Goal.WORKS_ON", "Project.LEADS"]

[returns.goal]
term = "Mål"
term_en = "Goal"

[returns.level]
term = "Målnivå"
term_en = "Goal level"

[returns.leg]
term = "Ben"
term_en = "Leg"
doc = "Projekt som bidrar, nätverk som arbetar med målet, eller aktörer som leder projekten; även för målen under."
doc_en = "Projects that contribute, networks that work on the goal, or actors that lead the projects; for the goals below it too."

[returns.carrier]
term = "Enda bärare"
term_en = "Only carrier"

[returns.projects]
term = "Projekt"
term_en = "Projects"

[returns.networks]
term = "Nätverk"
term_en = "Networks"

[returns.actors]
term = "Ledande aktörer"
term_en = "Leading actors"

[returns.inferred]
term = "Härledda länkar"
term_en = "Inferred links"
doc = "Så många av länkarna i raden är härledda och inte sagda av en källa."
doc_en = "So many of the row's links are inferred and not stated by a source."

[returns.carrier_id]
term = "Bärarens id"
term_en = "Carrier's id"

[returns.id]
term = "Id"
term_en = "Id"
*/
CALL {
  MATCH way = (g:Goal)<-[:PART_OF*0..4]-(:Goal)<-[:CONTRIBUTES_TO]-(carrier:Project)
  RETURN g, carrier, way
  UNION ALL
  MATCH way = (g:Goal)<-[:PART_OF*0..4]-(:Goal)<-[:WORKS_ON]-(carrier:Network)
  RETURN g, carrier, way
  UNION ALL
  MATCH way = (g:Goal)<-[:PART_OF*0..4]-(:Goal)<-[:CONTRIBUTES_TO]-(:Project)<-[:LEADS]-(carrier:Actor)
  RETURN g, carrier, way
}
WITH g, carrier, way
WHERE all(x IN relationships(way) WHERE
    ($only_seed IS NULL OR x.seed = $only_seed) AND (NOT $stated_only OR coalesce(x.basis, '') <> 'inferred'))
  // Dates are compared at the precision that both have: 2018 holds all of 2018-03.
  AND ($at IS NULL OR all(period IN [x IN nodes(way) | [x.valid_from, x.valid_to]] + [x IN relationships(way) | [x.since, x.until]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
// Of several ways to a carrier the surest one counts.
WITH g, carrier, min(size([x IN relationships(way) WHERE x.basis = 'inferred'])) AS inferred
WITH g, collect({kind: labels(carrier)[0], node: carrier, inferred: inferred}) AS carriers
UNWIND ['Project', 'Network', 'Actor'] AS leg
WITH g, leg, carriers, [x IN carriers WHERE x.kind = leg] AS only
WHERE size(only) = 1
RETURN g.name AS goal, g.level AS level, leg, only[0].node.name AS carrier,
  size([x IN carriers WHERE x.kind = 'Project']) AS projects, size([x IN carriers WHERE x.kind = 'Network']) AS networks,
  size([x IN carriers WHERE x.kind = 'Actor']) AS actors, only[0].inferred AS inferred, only[0].node.id AS carrier_id, g.id AS id
ORDER BY goal, id, leg
