/*
title = "Ringar av påverkan"
title_en = "Loops of influence"
question = "Vilka mål påverkar varandra i en ring, och förstärker (+) eller dämpar (−) ringen sig själv?"
question_en = "Which goals influence each other in a loop, and does the loop reinforce (+) or dampen (−) itself?"
view = "table"
rests_on = ["Goal.INFLUENCES"]

[returns.goals]
term = "Mål i ringen"
term_en = "Goals in the loop"
doc = "I den ordning de påverkar varandra; det sista påverkar det första."
doc_en = "In the order in which they influence each other; the last influences the first."

[returns.length]
term = "Längd"
term_en = "Length"

[returns.strength]
term = "Styrka"
term_en = "Strength"
doc = "Varje leds, i samma ordning."
doc_en = "Of each step, in the same order."

[returns.sign]
term = "Tecken"
term_en = "Sign"
doc = "+ förstärker sig själv, − dämpar sig själv; tomt när en styrka är okänd eller 0."
doc_en = "+ reinforces itself, − dampens itself; empty when a strength is unknown or 0."

[returns.basis]
term = "Grund"
term_en = "Basis"
doc = "Varje leds, i samma ordning."
doc_en = "Of each step, in the same order."

[returns.ids]
term = "Id"
term_en = "Ids"
*/
// Each loop once: it begins at the goal with the lowest id, and no goal stands in it twice.
MATCH way = (a:Goal)-[:INFLUENCES*1..3]->(:Goal)-[:INFLUENCES]->(a)
WHERE all(x IN nodes(way)[1..length(way)] WHERE x.id > a.id)
  AND (length(way) < 4 OR nodes(way)[1].id <> nodes(way)[3].id)
  AND all(x IN relationships(way) WHERE
    ($only_seed IS NULL OR x.seed = $only_seed) AND (NOT $stated_only OR coalesce(x.basis, '') <> 'inferred'))
  // Dates are compared at the precision that both have: 2018 holds all of 2018-03.
  AND ($at IS NULL OR all(period IN [x IN nodes(way) | [x.valid_from, x.valid_to]] + [x IN relationships(way) | [x.since, x.until]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
WITH nodes(way)[0..length(way)] AS ring, relationships(way) AS ties
WITH ring, ties, reduce(product = 1, x IN ties | product * x.strength) AS product
RETURN [x IN ring | x.name] AS goals, size(ties) AS length, [x IN ties | x.strength] AS strength,
  CASE sign(product) WHEN 1 THEN '+' WHEN -1 THEN '−' END AS sign,
  [x IN ties | x.basis] AS basis, [x IN ring | x.id] AS ids
ORDER BY length, reduce(key = '', x IN ring | key + x.name + ' '), reduce(key = '', x IN ring | key + x.id + ' ')
