/*
title = "Intressenter utan känd åtgärd"
title_en = "Stakeholders without a known action"
question = "För vilka bedömda intressenter är ingen åtgärd planerad, så vitt källorna säger?"
question_en = "For which assessed stakeholders is no action planned, as far as the sources say?"
view = "table"

[returns.analysis]
term = "Intressentanalys"
term_en = "Stakeholder analysis"

[returns.date]
term = "Datum"
term_en = "Date"

[returns.assessor]
term = "Bedömare"
term_en = "Assessor"

[returns.issues]
term = "Gäller"
term_en = "Concerns"

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

[returns.stake]
term = "Intressentroll"
term_en = "Stake"

[returns.motive]
term = "Motiv"
term_en = "Motive"

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
WHERE s.action IS NULL AND ($only_seed IS NULL OR s.seed = $only_seed) AND (NOT $stated_only OR coalesce(s.basis, '') <> 'inferred')
OPTIONAL MATCH (x)-[c:CONCERNS]->(issue)
WHERE $only_seed IS NULL OR c.seed = $only_seed
WITH a, s, x, issue ORDER BY issue.name, issue.id
WITH a, s, x, collect(issue.name) AS issues
RETURN x.name AS analysis, x.date AS date, x.assessor AS assessor, issues, a.name AS actor, s.power AS power,
  s.relevance AS relevance, s.interest AS interest, s.stake AS stake, s.motive AS motive, s.basis AS basis,
  x.id AS analysis_id, a.id AS actor_id
// The weightiest first.
ORDER BY coalesce(power, 0) + coalesce(relevance, 0) DESC, coalesce(interest, 0) DESC, actor, actor_id, date, analysis_id
