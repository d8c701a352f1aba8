/*
title = "När en bedömning har ändrats"
title_en = "When an assessment has changed"
question = "Vad har ändrats i en intressents makt, relevans och intresse mellan två analyser av samma fråga, av samma bedömare?"
question_en = "What has changed in a stakeholder's power, relevance and interest between two analyses of the same issue, by the same assessor?"
view = "table"

[params.at_least]
kind = "integer"
default = 1
lowest = 0
highest = 4
doc = "Minsta skillnad som visas; 0 visar också det som är lika."
doc_en = "Smallest difference that is shown; 0 also shows what is the same."

[returns.issues]
term = "Gäller"
term_en = "Concerns"

[returns.actor]
term = "Aktör"
term_en = "Actor"

[returns.score]
of = "ASSESSED_IN"
term = "Vad som bedöms"
term_en = "What is assessed"
doc = "Makt, relevans eller intresse."
doc_en = "Power, relevance or interest."

[returns.change]
term = "Ändring"
term_en = "Change"
doc = "Plus när värdet har ökat."
doc_en = "Plus when the score has risen."

[returns.earlier]
term = "Tidigare värde"
term_en = "Earlier score"

[returns.later]
term = "Senare värde"
term_en = "Later score"

[returns.earlier_date]
term = "Tidigare datum"
term_en = "Earlier date"

[returns.later_date]
term = "Senare datum"
term_en = "Later date"

[returns.assessor]
term = "Bedömare"
term_en = "Assessor"

[returns.earlier_action]
term = "Åtgärd då"
term_en = "Action then"
doc = "Den åtgärd som var planerad före ändringen; tomt: ingen känd."
doc_en = "The action that was planned before the change; empty: none known."

[returns.inferred]
term = "Härledda bedömningar"
term_en = "Inferred assessments"
doc = "Hur många av de två som ingen källa säger rent ut."
doc_en = "How many of the two no source states."

[returns.earlier_id]
term = "Den tidigare analysens id"
term_en = "Earlier analysis's id"

[returns.later_id]
term = "Den senare analysens id"
term_en = "Later analysis's id"

[returns.actor_id]
term = "Aktörens id"
term_en = "Actor's id"
*/
MATCH (x:StakeholderAnalysis)-[c:CONCERNS]->(issue)<-[d:CONCERNS]-(y:StakeholderAnalysis)
// At the precision that both dates have: 2018 is not before 2018-03.
WHERE x.assessor = y.assessor AND left(x.date, size(y.date)) < left(y.date, size(x.date))
  AND ($only_seed IS NULL OR (c.seed = $only_seed AND d.seed = $only_seed))
MATCH (x)<-[s:ASSESSED_IN]-(a:Actor)-[t:ASSESSED_IN]->(y)
WHERE ($only_seed IS NULL OR (s.seed = $only_seed AND t.seed = $only_seed))
  AND (NOT $stated_only OR (coalesce(s.basis, '') <> 'inferred' AND coalesce(t.basis, '') <> 'inferred'))
WITH a, x, s, issue, y, t ORDER BY y.date, y.id
// Only the next analysis, not those after it.
WITH a, x, s, issue, collect({analysis: y, scores: t})[0] AS next
WITH a, x, s, issue, next.analysis AS y, next.scores AS t ORDER BY issue.name, issue.id
WITH a, x, s, y, t, collect(issue.name) AS issues
UNWIND [['power', s.power, t.power], ['relevance', s.relevance, t.relevance],
  ['interest', s.interest, t.interest]] AS pair
WITH a, x, s, y, t, issues, pair, pair[2] - pair[1] AS change
WHERE abs(change) >= $at_least
RETURN issues, a.name AS actor, pair[0] AS score, change, pair[1] AS earlier, pair[2] AS later, x.date AS earlier_date,
  y.date AS later_date, x.assessor AS assessor, s.action AS earlier_action,
  size([each IN [s, t] WHERE each.basis = 'inferred']) AS inferred, x.id AS earlier_id, y.id AS later_id, a.id AS actor_id
ORDER BY abs(change) DESC, actor, actor_id, score, earlier_id, later_id
