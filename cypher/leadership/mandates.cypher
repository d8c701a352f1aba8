/*
title = "Uppdrag och mål"
title_en = "Mandates and goals"
question = "Vem har vilket uppdrag, och vilka mål tjänar det?"
question_en = "Who holds which mandate, and which goals does it serve?"
view = "table"

[returns.mandate]
term = "Uppdrag"
term_en = "Mandate"

[returns.holders]
term = "Innehavare"
term_en = "Holders"

[returns.goals]
term = "Mål som det tjänar"
term_en = "Goals that it serves"
doc = "Tom lista: ingen känd koppling till ett mål."
doc_en = "Empty list: no known link to a goal."

[returns.valid_from]
term = "Från"
term_en = "From"

[returns.valid_to]
term = "Till"
term_en = "To"

[returns.id]
term = "Id"
term_en = "Id"
*/
MATCH (x:Mandate)
WHERE ($only_seed IS NULL OR x.seed = $only_seed)
  AND ($at IS NULL OR all(period IN [[x.valid_from, x.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
OPTIONAL MATCH (a:Actor)-[h:HOLDS]->(x)
WHERE ($at IS NULL OR all(period IN [[h.since, h.until], [a.valid_from, a.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
WITH x, a ORDER BY a.name, a.id
WITH x, collect(DISTINCT a.name) AS holders
OPTIONAL MATCH (x)-[:SERVES]->(g:Goal)
WITH x, holders, g ORDER BY g.name, g.id
WITH x, holders, collect(g.name) AS goals
RETURN x.name AS mandate, holders, goals, x.valid_from AS valid_from, x.valid_to AS valid_to, x.id AS id
ORDER BY mandate, id
