/*
title = "Vilket mål påverkar vilket"
title_en = "Which goal influences which"
question = "Vilket mål stärker (+) eller hindrar (−) vilket, direkt eller genom ett annat mål?"
question_en = "Which goal strengthens (+) or hinders (−) which, directly or by another goal?"
view = "table"
rests_on = ["Goal.INFLUENCES"]

[params.goal]
kind = "id"
labels = ["Goal"]
required = false
doc = "Bara par med det här målet; alla om det utelämnas."
doc_en = "Only pairs with this goal; all when left out."

[returns.goal]
term = "Mål"
term_en = "Goal"

[returns.influenced]
term = "Påverkat mål"
term_en = "Influenced goal"

[returns.direct]
term = "Direkt"
term_en = "Direct"
doc = "Från −3 till +3; tomt: ingen känd direkt påverkan, eller av okänd styrka."
doc_en = "From −3 to +3; empty: no known direct influence, or of unknown strength."

[returns.second]
term = "I andra ledet"
term_en = "Second order"
doc = "Summan över vägar genom ett annat mål: styrkorna gånger varandra, delat med 3."
doc_en = "The sum over ways by another goal: the strengths multiplied, divided by 3."

[returns.through]
term = "Genom"
term_en = "Through"

[returns.inferred]
term = "Härledda vägar"
term_en = "Inferred ways"

[returns.id]
term = "Målets id"
term_en = "The goal's id"

[returns.influenced_id]
term = "Det påverkade målets id"
term_en = "The influenced goal's id"
*/
MATCH way = (a:Goal)-[:INFLUENCES*1..2]->(b:Goal)
WHERE a.id <> b.id AND ($goal IS NULL OR $goal IN [a.id, b.id])
  AND all(x IN relationships(way) WHERE
    ($only_seed IS NULL OR x.seed = $only_seed) AND (NOT $stated_only OR coalesce(x.basis, '') <> 'inferred'))
  // Dates are compared at the precision that both have: 2018 holds all of 2018-03.
  AND ($at IS NULL OR all(period IN [x IN nodes(way) | [x.valid_from, x.valid_to]] + [x IN relationships(way) | [x.since, x.until]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
WITH a, b, nodes(way)[1] AS middle, length(way) AS steps, reduce(product = 1, x IN relationships(way) | product * x.strength) AS effect,
  size([x IN relationships(way) WHERE x.basis = 'inferred']) AS inferred
ORDER BY middle.name, middle.id
WITH a, b, count(CASE WHEN inferred > 0 THEN inferred END) AS inferred, collect(CASE steps WHEN 2 THEN middle.name END) AS through,
  collect(CASE steps WHEN 1 THEN effect END) AS direct, collect(CASE steps WHEN 2 THEN effect END) AS second
// Where no effect is known their sum is unknown too.
WITH a, b, inferred, through, reduce(so_far = direct[0], x IN direct[1..] | so_far + x) AS direct,
  reduce(so_far = second[0], x IN second[1..] | so_far + x) AS second
RETURN a.name AS goal, b.name AS influenced, direct, round(10.0 * second / 3) / 10 AS second, through,
  inferred, a.id AS id, b.id AS influenced_id
ORDER BY goal, id, influenced, influenced_id
