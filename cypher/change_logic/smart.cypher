/*
title = "Mål som inte är kända som SMART"
title_en = "Goals not known to be SMART"
question = "Vilka mål saknar känd indikator, utgångsvärde, målvärde, målår eller ägare?"
question_en = "Which goals lack a known indicator, baseline, target, year or owner?"
view = "table"
rests_on = ["Goal.MEASURED_BY", "Goal.OWNS_ISSUE", "Goal.target_year"]

[params.level]
kind = "choice"
choices = "Goal.level"
required = false
doc = "Bara mål på den nivån. Utelämnad: alla utom vision, område, program, ramverk och understrategi, som mäts genom målen under sig."
doc_en = "Only goals of that level. Left out: all but vision, area, programme, framework and sub-strategy, which are measured by the goals below them."

[returns.goal]
term = "Mål"
term_en = "Goal"

[returns.level]
term = "Målnivå"
term_en = "Goal level"

[returns.indicator]
term = "Indikator"
term_en = "Indicator"
doc = "En rad för varje. Tomt: ingen är känd."
doc_en = "A row for each. Empty: none is known."

[returns.baseline]
term = "Utgångsvärde"
term_en = "Baseline"

[returns.target]
term = "Målvärde"
term_en = "Target"
doc = "Som tal; orden står bredvid."
doc_en = "As a number; the words stand beside."

[returns.target_text]
term = "Målvärde i ord"
term_en = "Target in words"

[returns.target_year]
term = "Målår"
term_en = "Target year"

[returns.owners]
term = "Ägare"
term_en = "Owners"
doc = "De som äger frågan."
doc_en = "Those who own the issue."

[returns.missing]
term = "Delar som saknas"
term_en = "Parts missing"
doc = "Av de fem: indikator, utgångsvärde, målvärde, målår och ägare."
doc_en = "Of the five: indicator, baseline, target, target year and owner."

[returns.inferred]
term = "Härledda länkar"
term_en = "Inferred links"
doc = "Så många av länkarna i raden är härledda och inte sagda av en källa."
doc_en = "So many of the row's links are inferred and not stated by a source."

[returns.id]
term = "Id"
term_en = "Id"
*/
CALL {
  MATCH way = (g:Goal)
  RETURN g, null AS m, null AS o, null AS owner, way
  UNION ALL
  MATCH way = (g:Goal)-[m:MEASURED_BY]->(:Indicator)
  RETURN g, m, null AS o, null AS owner, way
  UNION ALL
  MATCH way = (g:Goal)<-[o:OWNS_ISSUE]-(owner:Actor)
  RETURN g, null AS m, o, owner, way
}
WITH g, m, o, owner, way
WHERE CASE WHEN $level IS NULL THEN NOT coalesce(g.level, '') IN ['vision', 'area', 'programme', 'framework', 'substrategy']
    ELSE g.level = $level END
  AND all(x IN [g] + relationships(way) WHERE
    ($only_seed IS NULL OR x.seed = $only_seed) AND (NOT $stated_only OR coalesce(x.basis, '') <> 'inferred'))
  // Dates are compared at the precision that both have: 2018 holds all of 2018-03.
  AND ($at IS NULL OR all(period IN [x IN nodes(way) | [x.valid_from, x.valid_to]] + [x IN relationships(way) | [x.since, x.until]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
WITH g, m, o, owner ORDER BY owner.name, owner.id
WITH g, collect(m) AS measures, collect(DISTINCT owner.name) AS owners, count(CASE WHEN o.basis = 'inferred' THEN 1 END) AS inferred
UNWIND CASE WHEN measures = [] THEN [null] ELSE measures END AS m
WITH g, m, endNode(m) AS i, owners, coalesce(m.target_year, g.target_year) AS target_year,
  inferred + CASE WHEN m.basis = 'inferred' THEN 1 ELSE 0 END AS inferred
WITH *, size([part IN [i.id, m.baseline, m.target, target_year, owners[0]] WHERE part IS NULL]) AS missing
WHERE missing > 0
RETURN g.name AS goal, g.level AS level, i.name AS indicator, m.baseline AS baseline, m.target AS target,
  coalesce(m.target_text, g.target_text) AS target_text, target_year, owners, missing, inferred, g.id AS id
ORDER BY missing DESC, goal, id, coalesce(i.id, ''), coalesce(m.target_year, 0)
