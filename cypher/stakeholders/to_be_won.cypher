/*
title = "Att vinna för frågan"
title_en = "To be won for the issue"
question = "Vilka har stor makt eller relevans men visar lågt intresse, och är någon åtgärd planerad?"
question_en = "Who has much power or relevance but shows little interest, and is any action planned?"
view = "table"

[params.high]
kind = "integer"
default = 4
lowest = 1
highest = 5
doc = "Från och med vilket värde makt eller relevans är stor."
doc_en = "From which score power or relevance is high."

[params.low]
kind = "integer"
default = 2
lowest = 1
highest = 5
doc = "Till och med vilket värde intresset är lågt."
doc_en = "Up to which score the interest is low."

[returns.analysis]
term = "Intressentanalys"
term_en = "Stakeholder analysis"

[returns.date]
term = "Datum"
term_en = "Date"

[returns.assessor]
term = "Bedömare"
term_en = "Assessor"

[returns.actor]
term = "Aktör"
term_en = "Actor"

[returns.power]
term = "Makt"
term_en = "Power"
doc = "1–5; tomt betyder inte bedömt."
doc_en = "1–5; empty means not assessed."

[returns.relevance]
term = "Relevans"
term_en = "Relevance"

[returns.interest]
term = "Intresse"
term_en = "Interest"

[returns.action]
term = "Åtgärd"
term_en = "Action"
doc = "Tomt: ingen åtgärd är känd."
doc_en = "Empty: no action is known."

[returns.issues]
term = "Gäller"
term_en = "Concerns"

[returns.basis]
term = "Belägg"
term_en = "Basis"

[returns.analysis_id]
term = "Analysens id"
term_en = "Analysis's id"

[returns.actor_id]
term = "Aktörens id"
term_en = "Actor's id"
*/
MATCH (a:Actor)-[s:ASSESSED_IN]->(x:StakeholderAnalysis)
WHERE ($only_seed IS NULL OR s.seed = $only_seed) AND (NOT $stated_only OR coalesce(s.basis, '') <> 'inferred')
  AND s.interest <= $low AND (s.power >= $high OR s.relevance >= $high)
OPTIONAL MATCH (x)-[c:CONCERNS]->(issue)
WHERE $only_seed IS NULL OR c.seed = $only_seed
WITH a, s, x, issue ORDER BY issue.name, issue.id
WITH a, s, x, collect(issue.name) AS issues
RETURN x.name AS analysis, x.date AS date, x.assessor AS assessor, a.name AS actor, s.power AS power,
  s.relevance AS relevance, s.interest AS interest, s.action AS action, issues, s.basis AS basis,
  x.id AS analysis_id, a.id AS actor_id
ORDER BY coalesce(power, 0) + coalesce(relevance, 0) DESC, interest, actor, actor_id, date, analysis_id
