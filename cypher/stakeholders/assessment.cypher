/*
title = "Intressenternas makt, relevans och intresse"
title_en = "The stakeholders' power, relevance and interest"
question = "Hur bedöms varje intressent i en analys, i vilken klass, av vilket motiv, och vad ska göras?"
question_en = "How is each stakeholder assessed in an analysis, in which class, for what motive, and what is to be done?"
view = "table"

[params.analysis]
kind = "id"
labels = ["StakeholderAnalysis"]
required = false
doc = "Analysens id; alla analyser om det utelämnas."
doc_en = "The analysis's id; all analyses when left out."

[params.high]
kind = "integer"
default = 4
lowest = 1
highest = 5
doc = "Från och med vilket värde något räknas som högt."
doc_en = "From which score something counts as high."

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

[returns.class]
of = "ASSESSED_IN"
term = "Högt på"
term_en = "High in"
doc = "Vilka av makt, relevans och intresse som är höga: åtta klasser, från inget till alla tre. Tomt när något inte är bedömt."
doc_en = "Which of power, relevance and interest are high: eight classes, from none to all three. Empty when something is not assessed."

[returns.stake]
term = "Intressentroll"
term_en = "Stake"

[returns.motive]
term = "Motiv"
term_en = "Motive"

[returns.action]
term = "Åtgärd"
term_en = "Action"

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
WHERE ($analysis IS NULL OR x.id = $analysis) AND ($only_seed IS NULL OR s.seed = $only_seed)
  AND (NOT $stated_only OR coalesce(s.basis, '') <> 'inferred')
OPTIONAL MATCH (x)-[c:CONCERNS]->(issue)
WHERE $only_seed IS NULL OR c.seed = $only_seed
WITH a, s, x, issue ORDER BY issue.name, issue.id
WITH a, s, x, collect(issue.name) AS issues
WITH a, s, x, issues, [word IN [CASE WHEN s.power >= $high THEN 'power' END, CASE WHEN s.relevance >= $high THEN 'relevance' END,
    CASE WHEN s.interest >= $high THEN 'interest' END] WHERE word IS NOT NULL] AS words
RETURN x.name AS analysis, x.date AS date, x.assessor AS assessor, issues, a.name AS actor, s.power AS power,
  s.relevance AS relevance, s.interest AS interest,
  // A sum with a missing score is null: then the class is not known either.
  CASE WHEN s.power + s.relevance + s.interest IS NULL THEN null
       WHEN size(words) = 0 THEN ['none'] ELSE words END AS class,
  s.stake AS stake, s.motive AS motive, s.action AS action, s.basis AS basis, x.id AS analysis_id, a.id AS actor_id
ORDER BY date, analysis, analysis_id, coalesce(power, 0) + coalesce(relevance, 0) + coalesce(interest, 0) DESC, actor, actor_id
