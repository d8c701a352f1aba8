/*
title = "Står still på Samverkanstrappan"
title_en = "Standing still on the collaboration ladder"
question = "Vilka par av aktörer har stått på samma steg av Samverkanstrappan i minst så här många år?"
question_en = "Which pairs of actors have stood on the same step of the collaboration ladder for at least so many years?"
view = "table"
rests_on = ["Actor.COLLABORATES_WITH"]

[params.years]
kind = "integer"
default = 3
lowest = 0
highest = 100
doc = "Minsta antal hela år."
doc_en = "Smallest number of whole years."

[params.actor]
kind = "id"
labels = ["Actor"]
required = false
doc = "En av de två aktörerna; alla par om den utelämnas."
doc_en = "One of the two actors; all pairs when left out."

[returns.first]
term = "Aktör"
term_en = "Actor"

[returns.second]
term = "Med"
term_en = "With"

[returns.issue]
term = "Om"
term_en = "About"
doc = "Tomt när frågan är okänd."
doc_en = "Empty when the issue is unknown."

[returns.step]
term = "Steg"
term_en = "Step"

[returns.since]
term = "Sedan"
term_en = "Since"

[returns.years]
term = "Hela år"
term_en = "Whole years"
doc = "Så noga som båda dagarna är kända; den som har en okänd början är inte med."
doc_en = "At the precision that both days have; what has an unknown beginning is left out."

[returns.counted_to]
term = "Räknat till"
term_en = "Counted to"
doc = "Den dag som anges, annars då det senaste kända steget på trappan togs."
doc_en = "The day given, else when the latest known step of the ladder was taken."

[returns.inferred]
term = "Härledda perioder"
term_en = "Inferred periods"
doc = "Perioder på steget som ingen källa säger rent ut."
doc_en = "Periods on the step that no source states."

[returns.source]
term = "Källa"
term_en = "Source"

[returns.first_id]
term = "Id"
term_en = "Id"

[returns.second_id]
term = "Id, den andra"
term_en = "Id of the other"

[returns.issue_id]
term = "Frågans id"
term_en = "Issue's id"
*/
MATCH (a:Actor)-[c:COLLABORATES_WITH]->(b:Actor)
WHERE ($only_seed IS NULL OR c.seed = $only_seed) AND (NOT $stated_only OR coalesce(c.basis, '') <> 'inferred')
// Years are counted to the day given, else to the latest step that anybody is known to have taken; never to the clock.
WITH collect({a: a, c: c, b: b}) AS ties, coalesce($at, max(c.since)) AS day
UNWIND ties AS tie
WITH tie.a AS a, tie.c AS c, tie.b AS b, day
WHERE ($actor IS NULL OR $actor IN [a.id, b.id])
  AND all(start IN [c.since, a.valid_from, b.valid_from] WHERE start IS NULL OR left(start, size(day)) <= left(day, size(start)))
WITH a, b, c, day
ORDER BY coalesce(c.since, ''), coalesce(c.until, '9999')
WITH a, b, c.about AS about, day, collect(c) AS periods
WITH a, b, about, day, periods, last(periods) AS now
WHERE all(end IN [now.until, a.valid_to, b.valid_to] WHERE end IS NULL OR left(end, size(day)) >= left(day, size(end)))
// The pair has stood there since the first period after the last one on another step.
WITH a, b, about, day, now, periods, [i IN range(0, size(periods) - 1) WHERE periods[i].step <> now.step | i] AS others
WITH a, b, about, day, now, periods[coalesce(last(others) + 1, 0)..] AS still
WITH a, b, about, day, now, still, head(still).since AS since
// The last year is whole when its day has come again, as far as both days are known: 2019-03 to 2024 are five.
WITH a, b, about, day, now, still, since, toInteger(left(day, 4)) - toInteger(left(since, 4)) -
  CASE WHEN left(substring(since, 4), size(day) - 4) > left(substring(day, 4), size(since) - 4) THEN 1 ELSE 0 END AS years
WHERE years >= $years
// An issue that is unknown is looked for as an id that no node has, which every engine finds in its index.
OPTIONAL MATCH (goal:Goal {id: coalesce(about, '')})
OPTIONAL MATCH (challenge:Challenge {id: coalesce(about, '')})
RETURN a.name AS first, b.name AS second, coalesce(goal.name, challenge.name) AS issue, now.step AS step, since, years, day AS counted_to,
  size([period IN still WHERE period.basis = 'inferred']) AS inferred, now.source AS source,
  a.id AS first_id, b.id AS second_id, about AS issue_id
ORDER BY years DESC, since, first, second, coalesce(issue, ''), first_id, second_id, coalesce(issue_id, '')
