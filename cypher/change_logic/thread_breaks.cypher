/*
title = "Där kedjan saknar en länk"
title_en = "Where the chain lacks a link"
question = "Vilka utmaningar, projekt, resurser, aktiviteter, effekter och mål saknar nästa länk i förändringslogiken?"
question_en = "Which challenges, projects, resources, activities, effects and goals lack the next link of the change logic?"
view = "table"

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

[returns.id]
term = "Id"
term_en = "Id"
*/
CALL {
  MATCH (n:Challenge)
  WHERE ($only_seed IS NULL OR n.seed = $only_seed) AND NOT EXISTS { (n)<-[:ADDRESSES]-(:Project) }
  RETURN n, 1 AS place, 'Project' AS missing
  UNION ALL
  MATCH (n:Challenge)
  WHERE ($only_seed IS NULL OR n.seed = $only_seed) AND NOT EXISTS { (n)<-[:OWNS_ISSUE]-(:Actor) }
  RETURN n, 1 AS place, 'Actor' AS missing
  UNION ALL
  MATCH (n:Project)
  WHERE ($only_seed IS NULL OR n.seed = $only_seed) AND NOT EXISTS { (n)-[:CONTRIBUTES_TO]->(:Goal) }
  RETURN n, 2 AS place, 'Goal' AS missing
  UNION ALL
  MATCH (n:Resource)
  WHERE ($only_seed IS NULL OR n.seed = $only_seed) AND NOT EXISTS { (n)-[:LEADS_TO]->(:Activity) }
  RETURN n, 3 AS place, 'Activity' AS missing
  UNION ALL
  MATCH (n:Activity)
  WHERE ($only_seed IS NULL OR n.seed = $only_seed) AND NOT EXISTS { (n)-[:LEADS_TO]->(:Effect) }
  RETURN n, 4 AS place, 'Effect' AS missing
  UNION ALL
  // An effect leads on to another effect or to a goal.
  MATCH (n:Effect)
  WHERE ($only_seed IS NULL OR n.seed = $only_seed)
    AND NOT EXISTS { (n)-[:LEADS_TO]->(:Effect) } AND NOT EXISTS { (n)-[:LEADS_TO]->(:Goal) }
  RETURN n, 5 AS place, 'Goal' AS missing
  UNION ALL
  // A goal is also served by the projects of the goals that belong under it; one that was succeeded is no longer sought.
  MATCH (n:Goal)
  WHERE ($only_seed IS NULL OR n.seed = $only_seed)
    AND NOT EXISTS { (n)<-[:PART_OF*0..3]-(:Goal)<-[:CONTRIBUTES_TO]-(:Project) }
    AND NOT EXISTS { (n)-[:SUCCEEDED_BY]->(:Goal) }
  RETURN n, 6 AS place, 'Project' AS missing
}
RETURN labels(n)[0] AS type, n.name AS name, missing, n.id AS id
ORDER BY place, missing, name, id
