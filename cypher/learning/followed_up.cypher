/*
title = "Vad som har följts upp"
title_en = "What has been followed up"
question = "Vilka mål, projekt och nätverk har följts upp eller beslutats om, hur ofta och när senast?"
question_en = "Which goals, projects and networks have been followed up or decided on, how often and when last?"
view = "table"
rests_on = ["LearningEvent.FOLLOWS_UP", "LearningEvent.valid_from"]

[params.at_least]
kind = "integer"
default = 1
lowest = 0
highest = 1000
doc = "Minsta antal tillfällen; 0 visar också det som inte är känt för att ha följts upp."
doc_en = "Smallest number of events; 0 also shows what is not known to have been followed up."

[returns.type]
term = "Slag"
term_en = "Type"

[returns.name]
term = "Namn"
term_en = "Name"

[returns.events]
term = "Tillfällen"
term_en = "Events"
doc = "Kända tillfällen; 0 betyder att inget är känt."
doc_en = "Known events; 0 means that none is known."

[returns.inferred]
term = "Härledda"
term_en = "Inferred"
doc = "Tillfällen vars koppling hit är härledd."
doc_en = "Events whose link to this is inferred."

[returns.first]
term = "Första"
term_en = "First"

[returns.latest]
term = "Senaste"
term_en = "Latest"
doc = "Tomt när inget tillfälle är daterat."
doc_en = "Empty when no event is dated."

[returns.id]
term = "Id"
term_en = "Id"
*/
MATCH (n:Goal|Project|Network)
WHERE $only_seed IS NULL OR n.seed = $only_seed
OPTIONAL MATCH (e:LearningEvent)-[f:FOLLOWS_UP]->(n)
WHERE ($only_seed IS NULL OR f.seed = $only_seed) AND (NOT $stated_only OR coalesce(f.basis, '') <> 'inferred')
WITH n, e, min(CASE WHEN f.basis = 'inferred' THEN 1 ELSE 0 END) AS doubt
WITH n, count(e) AS events, sum(doubt) AS inferred, min(e.valid_from) AS first, max(e.valid_from) AS latest
WHERE events >= $at_least
RETURN labels(n)[0] AS type, n.name AS name, events, inferred, first, latest, n.id AS id
ORDER BY events DESC, type, name, id
