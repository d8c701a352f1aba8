/*
title = "Ledarskapets principer"
title_en = "The principles of leadership"
question = "Vid vilka lärtillfällen övas varje princip, och vilka övas aldrig?"
question_en = "At which learning events is each principle practised, and which never?"
view = "table"

[returns.principle]
term = "Princip"
term_en = "Principle"

[returns.events]
term = "Tillfällen"
term_en = "Events"
doc = "0: inget känt tillfälle."
doc_en = "0: no known event."

[returns.latest]
term = "Senast"
term_en = "Latest"

[returns.practised_at]
term = "Övas vid"
term_en = "Practised at"

[returns.id]
term = "Id"
term_en = "Id"
*/
MATCH (p:Principle)
WHERE $only_seed IS NULL OR p.seed = $only_seed
OPTIONAL MATCH (e:LearningEvent)-[:PRACTISES]->(p)
WITH p, e ORDER BY e.valid_from, e.name, e.id
WITH p, collect(e.name) AS practised_at, max(e.valid_from) AS latest
RETURN p.name AS principle, size(practised_at) AS events, latest, practised_at, p.id AS id
ORDER BY events, principle, id
