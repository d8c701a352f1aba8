/*
title = "Hur målen stärker eller hindrar varandra"
title_en = "How goals strengthen or hinder each other"
question = "Hur mycket stärker (+) eller hindrar (−) varje mål de andra, och hur mycket påverkas det själv, direkt och i andra ledet?"
question_en = "How much does each goal strengthen (+) or hinder (−) the others, and how much is it influenced itself, directly and in second order?"
view = "table"
rests_on = ["Goal.INFLUENCES"]

[returns.goal]
term = "Mål"
term_en = "Goal"

[returns.gives]
term = "Ger"
term_en = "Gives"
doc = "Summan av målets kända direkta påverkan på andra mål, från −3 till +3 för varje."
doc_en = "The sum of the goal's known direct influence on other goals, from −3 to +3 for each."

[returns.gives_second]
term = "Ger i andra ledet"
term_en = "Gives in second order"
doc = "Summan över vägar genom ett mål till ett tredje: styrkorna gånger varandra, delat med 3, så att två starka led väger som ett."
doc_en = "The sum over ways by one goal to a third: the strengths multiplied, divided by 3, so that two strong steps weigh as one."

[returns.receives]
term = "Tar emot"
term_en = "Receives"

[returns.receives_second]
term = "Tar emot i andra ledet"
term_en = "Receives in second order"

[returns.links]
term = "Direkta kopplingar"
term_en = "Direct ties"
doc = "Åt båda hållen. Styrkor från två perioder räknas var för sig; med at bara den som gällde då."
doc_en = "Both ways. Strengths of two periods count each by itself; with at only the one that held then."

[returns.unknown]
term = "Utan känd styrka"
term_en = "Without a known strength"

[returns.inferred]
term = "Härledda kopplingar"
term_en = "Inferred ties"
doc = "Av de direkta."
doc_en = "Of the direct ones."

[returns.id]
term = "Id"
term_en = "Id"
*/
// A way back to the goal itself is a loop, and is told by the recipe influence_loops.
MATCH way = (a:Goal)-[:INFLUENCES*1..2]->(b:Goal)
WHERE a.id <> b.id AND all(x IN relationships(way) WHERE
    ($only_seed IS NULL OR x.seed = $only_seed) AND (NOT $stated_only OR coalesce(x.basis, '') <> 'inferred'))
  // Dates are compared at the precision that both have: 2018 holds all of 2018-03.
  AND ($at IS NULL OR all(period IN [x IN nodes(way) | [x.valid_from, x.valid_to]] + [x IN relationships(way) | [x.since, x.until]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
WITH a, b, length(way) AS steps, reduce(product = 1, x IN relationships(way) | product * x.strength) AS effect,
  size([x IN relationships(way) WHERE x.basis = 'inferred']) AS inferred
UNWIND [{goal: a, place: steps}, {goal: b, place: -steps}] AS side
// What is not known is left out of the effects; where none is known their sum is unknown too.
WITH side.goal AS g, side.place AS place, collect(effect) AS effects, count(*) AS ways,
  count(CASE WHEN inferred > 0 THEN inferred END) AS inferred
WITH g, collect({place: place, total: reduce(so_far = effects[0], x IN effects[1..] | so_far + x), ways: ways,
  known: size(effects), inferred: inferred}) AS sums
WITH g, sums, [x IN sums WHERE x.place IN [1, -1]] AS direct
RETURN g.name AS goal, [x IN sums WHERE x.place = 1 | x.total][0] AS gives,
  round(10.0 * [x IN sums WHERE x.place = 2 | x.total][0] / 3) / 10 AS gives_second,
  [x IN sums WHERE x.place = -1 | x.total][0] AS receives,
  round(10.0 * [x IN sums WHERE x.place = -2 | x.total][0] / 3) / 10 AS receives_second,
  reduce(so_far = 0, x IN direct | so_far + x.ways) AS links,
  reduce(so_far = 0, x IN direct | so_far + x.ways - x.known) AS unknown,
  reduce(so_far = 0, x IN direct | so_far + x.inferred) AS inferred, g.id AS id
ORDER BY coalesce(gives, 0) + coalesce(gives_second, 0) DESC, goal, id
