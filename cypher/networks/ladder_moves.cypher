/*
title = "Upp och ned på Samverkanstrappan"
title_en = "Up and down the collaboration ladder"
question = "Vilka par av aktörer har flyttat upp eller ned på Samverkanstrappan, från vilket steg till vilket och när?"
question_en = "Which pairs of actors have moved up or down the collaboration ladder, from which step to which and when?"
view = "table"
rests_on = ["Actor.COLLABORATES_WITH"]

[params.actor]
kind = "id"
labels = ["Actor"]
required = false
doc = "En av de två aktörerna; alla par om den utelämnas."
doc_en = "One of the two actors; all pairs when left out."

[params.earliest]
kind = "date"
required = false
doc = "Bara steg som togs då eller senare."
doc_en = "Only moves made then or later."

[returns.moved]
term = "När"
term_en = "When"
doc = "Dagen då det nya steget började, så noga som den är känd."
doc_en = "The day on which the new step began, at the precision known."

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

[returns.from_step]
of = "COLLABORATES_WITH.step"
term = "Från"
term_en = "From"

[returns.to_step]
of = "COLLABORATES_WITH.step"
term = "Till"
term_en = "To"

[returns.up]
term = "Uppåt"
term_en = "Upwards"

[returns.rungs]
term = "Antal steg"
term_en = "Number of steps"
doc = "Minus när det gick nedåt."
doc_en = "Minus when it went down."

[returns.held_until]
term = "Det förra steget till och med"
term_en = "The former step until"
doc = "Tomt när slutet är okänt."
doc_en = "Empty when the end is unknown."

[returns.inferred]
term = "Härledda av de två stegen"
term_en = "Inferred of the two steps"
doc = "Steg som ingen källa säger rent ut."
doc_en = "Steps that no source states."

[returns.source]
term = "Källa till det nya steget"
term_en = "Source of the new step"

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
WHERE ($actor IS NULL OR $actor IN [a.id, b.id]) AND ($only_seed IS NULL OR c.seed = $only_seed)
  AND (NOT $stated_only OR coalesce(c.basis, '') <> 'inferred')
// Each step held is a period; a move is where one period follows another with another step.
WITH a, b, c
ORDER BY coalesce(c.since, ''), coalesce(c.until, '9999')
WITH a, b, c.about AS about, collect(c) AS periods
UNWIND range(1, size(periods) - 1) AS place
WITH a, b, about, periods[place - 1] AS former, periods[place] AS latter,
  {samtal: 1, samsyn: 2, samarbete: 3, samverkan: 4} AS rung
WITH a, b, about, former, latter, rung[latter.step] - rung[former.step] AS rungs
WHERE rungs <> 0 AND ($earliest IS NULL OR left(latter.since, size($earliest)) >= left($earliest, size(latter.since)))
  AND ($at IS NULL OR all(period IN [[latter.since, latter.until], [a.valid_from, a.valid_to], [b.valid_from, b.valid_to]]
    WHERE (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
          (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
// An issue that is unknown is looked for as an id that no node has, which every engine finds in its index.
OPTIONAL MATCH (goal:Goal {id: coalesce(about, '')})
OPTIONAL MATCH (challenge:Challenge {id: coalesce(about, '')})
RETURN latter.since AS moved, a.name AS first, b.name AS second, coalesce(goal.name, challenge.name) AS issue,
  former.step AS from_step, latter.step AS to_step, rungs > 0 AS up, rungs, former.until AS held_until,
  size([basis IN [former.basis, latter.basis] WHERE basis = 'inferred']) AS inferred, latter.source AS source,
  a.id AS first_id, b.id AS second_id, about AS issue_id
ORDER BY coalesce(moved, ''), first, second, coalesce(issue, ''), first_id, second_id, coalesce(issue_id, ''), from_step
