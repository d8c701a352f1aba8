/*
title = "Lärdomar och om de används"
title_en = "Lessons and whether they are used"
question = "Vad har vi lärt, när, används lärdomen någonstans, och hur lång tid tog det?"
question_en = "What have we learned, when, is the lesson put to use anywhere, and how long did it take?"
view = "table"
rests_on = ["Lesson.PRODUCED", "Lesson.INFORMS"]

[returns.lesson]
term = "Lärdom"
term_en = "Lesson"

[returns.learned_at]
term = "Lärdes vid"
term_en = "Learned at"

[returns.date]
term = "Datum"
term_en = "Date"
doc = "Första tillfället; tomt när det är okänt."
doc_en = "The first event; empty when unknown."

[returns.used_in]
term = "Används i"
term_en = "Used in"
doc = "Tom lista: ingen känd användning."
doc_en = "Empty list: no known use."

[returns.closed]
term = "Slingan sluten"
term_en = "Loop closed"

[returns.first_used]
term = "Användes först"
term_en = "First used"
doc = "Tomt när det är okänt."
doc_en = "Empty when unknown."

[returns.months]
term = "Månader till användning"
term_en = "Months to its use"
doc = "Från första tillfället; tomt när någon av månaderna är okänd."
doc_en = "From the first event; empty when either month is unknown."

[returns.years]
term = "Hela år till användning"
term_en = "Whole years to its use"
doc = "När bara åren är kända: skillnaden mellan dem."
doc_en = "When only the years are known: the difference between them."

[returns.inferred]
term = "Härledda"
term_en = "Inferred"
doc = "Tillfällen och användningar som ingen källa säger rent ut."
doc_en = "Events and uses that no source states."

[returns.id]
term = "Id"
term_en = "Id"
*/
MATCH (l:Lesson)
WHERE $only_seed IS NULL OR l.seed = $only_seed
OPTIONAL MATCH (e:LearningEvent)-[p:PRODUCED]->(l)
WHERE ($only_seed IS NULL OR p.seed = $only_seed) AND (NOT $stated_only OR coalesce(p.basis, '') <> 'inferred')
WITH l, e, min(CASE WHEN p.basis = 'inferred' THEN 1 ELSE 0 END) AS doubt
ORDER BY e.valid_from, e.name, e.id
WITH l, collect(e.name) AS learned_at, min(e.valid_from) AS date, sum(doubt) AS doubtful
OPTIONAL MATCH (l)-[i:INFORMS]->(used)
WHERE ($only_seed IS NULL OR i.seed = $only_seed) AND (NOT $stated_only OR coalesce(i.basis, '') <> 'inferred')
WITH l, learned_at, date, doubtful, used, min(i.since) AS since, min(CASE WHEN i.basis = 'inferred' THEN 1 ELSE 0 END) AS doubt
ORDER BY used.name, used.id
WITH l, learned_at, date, collect(used.name) AS used_in, min(since) AS first_used, doubtful, sum(doubt) AS doubt
// A date without a month gives no number of months.
WITH *, toInteger(left(first_used, 4)) - toInteger(left(date, 4)) AS calendar_years
WITH *, 12 * calendar_years + toInteger(substring(first_used, 5, 2)) - toInteger(substring(date, 5, 2)) AS months
RETURN l.name AS lesson, learned_at, date, used_in, size(used_in) > 0 AS closed, first_used, months,
  CASE WHEN months IS NULL THEN calendar_years ELSE months / 12 END AS years, doubtful + doubt AS inferred,
  l.id AS id
ORDER BY closed, coalesce(date, ''), lesson, id
