/*
title = "Ledarskapets principer"
title_en = "The principles of leadership"
question = "Vid vilka lärtillfällen tillämpas varje princip, och vilka är inte kända för att ha tillämpats?"
question_en = "At which learning events is each principle practised, and which are not known to have been?"
view = "table"
rests_on = ["LearningEvent.PRACTISES"]

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
doc = "Tomt när inget tillfälle är daterat."
doc_en = "Empty when no event is dated."

[returns.practised_at]
term = "Tillämpas vid"
term_en = "Practised at"

[returns.inferred]
term = "Härledda"
term_en = "Inferred"
doc = "Tillfällen där ingen källa säger att principen tillämpades."
doc_en = "Events of which no source says that the principle was practised."

[returns.id]
term = "Id"
term_en = "Id"
*/
MATCH (p:Principle)
WHERE $only_seed IS NULL OR p.seed = $only_seed
OPTIONAL MATCH (e:LearningEvent)-[r:PRACTISES]->(p)
WHERE ($only_seed IS NULL OR r.seed = $only_seed) AND (NOT $stated_only OR coalesce(r.basis, '') <> 'inferred')
WITH p, e, r ORDER BY e.valid_from, e.name, e.id
// collect and max leave out the null of a principle without events.
WITH p, collect(e.name) AS practised_at, max(e.valid_from) AS latest, sum(CASE WHEN r.basis = 'inferred' THEN 1 ELSE 0 END) AS inferred
RETURN p.name AS principle, size(practised_at) AS events, latest, practised_at, inferred, p.id AS id
ORDER BY events, principle, id
