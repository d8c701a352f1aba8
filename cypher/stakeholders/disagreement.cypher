/*
title = "När bedömare är oense"
title_en = "When assessors disagree"
question = "Om vilka intressenter är två bedömare av samma fråga oense, vid samma tid och i samma fas?"
question_en = "On which stakeholders do two assessors of the same issue disagree, at the same time and in the same phase?"
view = "table"

[params.months]
kind = "integer"
default = 6
lowest = 0
highest = 120
doc = "Högst så många månader får skilja analyserna åt, så noga som datumen är kända."
doc_en = "At most so many months may lie between the analyses, at the precision known."

[params.any_phase]
kind = "boolean"
default = false
doc = "Jämför också analyser från olika faser."
doc_en = "Compare analyses of different phases too."

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

[returns.difference]
term = "Skillnad"
term_en = "Difference"

[returns.first_assessor]
term = "Ena bedömaren"
term_en = "One assessor"

[returns.first_score]
term = "Enas värde"
term_en = "The one's score"

[returns.second_assessor]
term = "Andra bedömaren"
term_en = "Other assessor"

[returns.second_score]
term = "Andras värde"
term_en = "The other's score"

[returns.first_date]
term = "Enas datum"
term_en = "The one's date"

[returns.second_date]
term = "Andras datum"
term_en = "The other's date"

[returns.phase]
term = "Faser"
term_en = "Phases"
doc = "Den enas och den andras."
doc_en = "The one's and the other's."

[returns.inferred]
term = "Härledda bedömningar"
term_en = "Inferred assessments"
doc = "Hur många av de två som ingen källa säger rent ut."
doc_en = "How many of the two no source states."

[returns.first_id]
term = "Den ena analysens id"
term_en = "Id of the one analysis"

[returns.second_id]
term = "Den andra analysens id"
term_en = "Id of the other analysis"

[returns.actor_id]
term = "Aktörens id"
term_en = "Actor's id"
*/
MATCH (x:StakeholderAnalysis)-[c:CONCERNS]->(issue)<-[d:CONCERNS]-(y:StakeholderAnalysis)
WHERE x.id < y.id AND x.assessor <> y.assessor
  // In different phases of the work two assessments may well differ: that is no disagreement.
  AND ($any_phase OR coalesce(x.phase = y.phase, true))
  AND ($only_seed IS NULL OR (c.seed = $only_seed AND d.seed = $only_seed))
WITH DISTINCT x, y, issue ORDER BY issue.name, issue.id
// The first and last month that each date can mean, counted from year 0: 2018 may be any of twelve months.
WITH x, y, collect(issue.name) AS issues,
  [each IN [x.date, y.date] | toInteger(left(each, 4)) * 12 + coalesce(toInteger(substring(each + '-01', 5, 2)), 1)] AS early,
  [each IN [x.date, y.date] | toInteger(left(each, 4)) * 12 + coalesce(toInteger(substring(each + '-12', 5, 2)), 12)] AS late
WHERE none(apart IN [early[0] - late[1], early[1] - late[0]] WHERE apart > $months)
MATCH (x)<-[s:ASSESSED_IN]-(a:Actor)-[t:ASSESSED_IN]->(y)
WHERE ($only_seed IS NULL OR (s.seed = $only_seed AND t.seed = $only_seed))
  AND (NOT $stated_only OR (coalesce(s.basis, '') <> 'inferred' AND coalesce(t.basis, '') <> 'inferred'))
UNWIND [['power', s.power, t.power], ['relevance', s.relevance, t.relevance],
  ['interest', s.interest, t.interest]] AS pair
WITH x, y, issues, a, s, t, pair, abs(pair[1] - pair[2]) AS difference
WHERE difference >= $at_least
RETURN issues, a.name AS actor, pair[0] AS score, difference, x.assessor AS first_assessor, pair[1] AS first_score,
  y.assessor AS second_assessor, pair[2] AS second_score, x.date AS first_date, y.date AS second_date,
  [x.phase, y.phase] AS phase,
  size([each IN [s, t] WHERE each.basis = 'inferred']) AS inferred, x.id AS first_id, y.id AS second_id, a.id AS actor_id
ORDER BY difference DESC, actor, actor_id, score, first_id, second_id
