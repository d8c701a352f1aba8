/*
title = "Där kedjan saknar en länk"
title_en = "Where the chain lacks a link"
question = "Vilka utmaningar, projekt, resurser, aktiviteter, effekter och mål saknar nästa länk i förändringslogiken?"
question_en = "Which challenges, projects, resources, activities, effects and goals lack the next link of the change logic?"
view = "table"
rests_on = ["Challenge.OWNS_ISSUE", "Project.ADDRESSES", "Project.USES", "Project.CONTRIBUTES_TO", "Effect.LEADS_TO"]

[returns.type]
term = "Slag"
term_en = "Type"

[returns.name]
term = "Namn"
term_en = "Name"

[returns.missing]
term = "Saknad länk"
term_en = "Missing link"
doc = "Det slag av nod som borde stå i kedjan här. Saknas i grafen: bruten eller bara okänd."
doc_en = "The kind of node that should stand in the chain here. Missing in the graph: broken, or only unknown."

[returns.horizon]
term = "Tidshorisont"
term_en = "Horizon"
doc = "Där effekten stannar. En kort eller medellång effekt ska leda till nästa effekt, en lång till ett mål."
doc_en = "Where the effect stops. A short or medium effect should lead to the next effect, a long one to a goal."

[returns.basis]
term = "Grund"
term_en = "Basis"
doc = "Hur säkert det är att noden finns."
doc_en = "How certain it is that the node exists."

[returns.id]
term = "Id"
term_en = "Id"
*/
CALL {
  MATCH way = (n:Challenge|Project|Resource|Activity|Effect|Goal)
  RETURN n, way, '' AS linked
  UNION ALL
  // What stands next to it, and on which side. A goal is also served by the projects of the goals below it.
  MATCH way = (n:Challenge|Project|Resource|Activity|Effect|Goal)<-[:PART_OF*0..4]-(under)
    -[r:ADDRESSES|OWNS_ISSUE|CONTRIBUTES_TO|USES|RUNS|LEADS_TO|SUCCEEDED_BY]-(next)
  RETURN n, way, CASE WHEN length(way) > 1 THEN 'below: ' ELSE '' END
    + CASE WHEN startNode(r) = under THEN 'to ' ELSE 'from ' END + labels(next)[0] AS linked
}
WITH n, way, linked
// One test for the node itself and for every way from it to something else.
WHERE all(x IN [n] + relationships(way) WHERE
    ($only_seed IS NULL OR x.seed = $only_seed) AND (NOT $stated_only OR coalesce(x.basis, '') <> 'inferred'))
  // Dates are compared at the precision that both have: 2018 holds all of 2018-03.
  AND ($at IS NULL OR all(period IN [x IN nodes(way) | [x.valid_from, x.valid_to]] + [x IN relationships(way) | [x.since, x.until]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
WITH n, labels(n)[0] + coalesce(' ' + n.horizon, '') AS kind, collect(linked) AS linked
UNWIND [
  {place: 1, of: ['Challenge'], missing: 'Project', by: ['from Project']},
  {place: 1, of: ['Challenge'], missing: 'Actor', by: ['from Actor']},
  {place: 2, of: ['Project'], missing: 'Challenge', by: ['to Challenge']},
  {place: 2, of: ['Project'], missing: 'Resource', by: ['to Resource']},
  {place: 2, of: ['Project'], missing: 'Activity', by: ['to Activity']},
  {place: 2, of: ['Project'], missing: 'Goal', by: ['to Goal']},
  {place: 3, of: ['Resource'], missing: 'Activity', by: ['to Activity']},
  {place: 4, of: ['Activity'], missing: 'Resource', by: ['from Resource']},
  {place: 4, of: ['Activity'], missing: 'Effect', by: ['to Effect']},
  {place: 5, of: ['Effect short', 'Effect medium'], missing: 'Effect', by: ['to Effect']},
  {place: 5, of: ['Effect long', 'Effect'], missing: 'Goal', by: ['to Effect', 'to Goal']},
  // A goal that leads to a goal was succeeded by it, and is no longer sought.
  {place: 6, of: ['Goal'], missing: 'Project', by: ['from Project', 'below: from Project', 'to Goal']}
] AS link
WITH n, kind, linked, link
WHERE kind IN link.of AND none(side IN link.by WHERE side IN linked)
RETURN labels(n)[0] AS type, n.name AS name, link.missing AS missing, n.horizon AS horizon, n.basis AS basis, n.id AS id
ORDER BY link.place, missing, name, id
