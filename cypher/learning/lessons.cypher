/*
title = "Lärdomar och om de används"
title_en = "Lessons and whether they are used"
question = "Vad har vi lärt, när, och används lärdomen någonstans?"
question_en = "What have we learned, when, and is the lesson put to use anywhere?"
view = "table"

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

[returns.id]
term = "Id"
term_en = "Id"
*/
MATCH (l:Lesson)
WHERE $only_seed IS NULL OR l.seed = $only_seed
OPTIONAL MATCH (e:LearningEvent)-[:PRODUCED]->(l)
WITH l, e ORDER BY e.valid_from, e.name, e.id
WITH l, collect(e.name) AS learned_at, min(e.valid_from) AS date
OPTIONAL MATCH (l)-[:INFORMS]->(used)
WITH l, learned_at, date, used ORDER BY used.name, used.id
WITH l, learned_at, date, collect(used.name) AS used_in
RETURN l.name AS lesson, learned_at, date, used_in, size(used_in) > 0 AS closed, l.id AS id
ORDER BY closed, coalesce(date, ''), lesson, id
