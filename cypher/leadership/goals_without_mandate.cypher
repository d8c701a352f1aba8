/*
title = "Mål utan uppdrag"
title_en = "Goals without a mandate"
question = "Vilka mål är inte kända för att stödjas av något uppdrag, vem äger dem, och stöds något mål under dem?"
question_en = "Which goals are not known to be served by any mandate, who owns them, and is any goal under them served?"
view = "table"
rests_on = ["Mandate.SERVES", "Goal.OWNS_ISSUE"]

[params.level]
kind = "choice"
choices = "Goal.level"
required = false
doc = "Bara mål på denna nivå; alla om den utelämnas."
doc_en = "Only goals of this level; all when left out."

[returns.goal]
term = "Mål"
term_en = "Goal"

[returns.level]
of = "Goal.level"
term = "Målnivå"
term_en = "Goal level"

[returns.owners]
term = "Äger frågan"
term_en = "Own the issue"
doc = "Tom lista: ingen ägare är känd."
doc_en = "Empty list: no owner is known."

[returns.below]
term = "Uppdrag för mål under det"
term_en = "Mandates for goals under it"
doc = "Uppdrag som stöder mål som hör hit, högst tre nivåer ned. Tom lista: inte heller något sådant är känt."
doc_en = "Mandates that serve goals that belong here, at most three levels down. Empty list: no such one is known either."

[returns.inferred]
term = "Härledda"
term_en = "Inferred"
doc = "Ägare och uppdrag i raden som vilar på något härlett."
doc_en = "Owners and mandates of the row that rest on something inferred."

[returns.id]
term = "Id"
term_en = "Id"
*/
MATCH (g:Goal)
WHERE ($only_seed IS NULL OR g.seed = $only_seed) AND ($level IS NULL OR g.level = $level)
  // Dates are compared at the precision that both have: 2018 holds all of 2018-03.
  AND ($at IS NULL OR all(period IN [[g.valid_from, g.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
  // A goal that another has succeeded is no longer sought.
  AND NOT EXISTS { (g)-[n:SUCCEEDED_BY]->(:Goal) WHERE ($only_seed IS NULL OR n.seed = $only_seed)
    AND ($at IS NULL OR n.since IS NULL OR left(n.since, size($at)) <= left($at, size(n.since))) }
// A mandate that serves the goal or one under it; the steps down to it count like the link itself.
OPTIONAL MATCH (x:Mandate)-[s:SERVES]->(:Goal)-[steps:PART_OF*0..3]->(g)
WHERE all(tie IN [s] + steps WHERE ($only_seed IS NULL OR tie.seed = $only_seed)
    AND (NOT $stated_only OR coalesce(tie.basis, '') <> 'inferred'))
  AND ($at IS NULL OR all(period IN [[x.valid_from, x.valid_to]] + [tie IN [s] + steps | [tie.since, tie.until]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
WITH g, x, size(steps) AS depth, CASE WHEN any(tie IN [s] + steps WHERE tie.basis = 'inferred') THEN 1 ELSE 0 END AS doubt
WITH g, x, min(depth) AS depth, min(doubt) AS doubt ORDER BY x.name, x.id
WITH g, min(depth) AS nearest, collect(x.name) AS below, sum(doubt) AS doubts
// None at all, or none nearer than a step down.
WHERE coalesce(nearest, 1) > 0
OPTIONAL MATCH (a:Actor)-[o:OWNS_ISSUE]->(g)
WHERE ($only_seed IS NULL OR o.seed = $only_seed) AND (NOT $stated_only OR coalesce(o.basis, '') <> 'inferred')
  AND ($at IS NULL OR all(period IN [[o.since, o.until], [a.valid_from, a.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
WITH g, below, doubts, a, min(CASE WHEN o.basis = 'inferred' THEN 1 ELSE 0 END) AS doubt ORDER BY a.name, a.id
WITH g, below, doubts, collect(a.name) AS owners, sum(doubt) AS doubtful_owners
RETURN g.name AS goal, g.level AS level, owners, below, doubts + doubtful_owners AS inferred, g.id AS id
ORDER BY size(below), goal, id
