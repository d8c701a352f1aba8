/*
title = "Inte känt för att ha följts upp på n år"
title_en = "Not known to have been followed up in n years"
question = "Vilka gällande mål och pågående projekt är inte kända för att ha följts upp de senaste åren?"
question_en = "Which goals in force and projects under way are not known to have been followed up in the last years?"
view = "table"
rests_on = ["LearningEvent.FOLLOWS_UP", "LearningEvent.valid_from"]

[params.years]
kind = "integer"
default = 1
lowest = 0
highest = 100
doc = "Antal år: 1 för det som följs upp varje år, 4 för vart fjärde. Räknas bakåt från --at, annars från det senaste kända lärtillfället."
doc_en = "Number of years: 1 for what is followed up yearly, 4 for every fourth. Counted back from --at, else from the latest known learning event."

[returns.type]
term = "Slag"
term_en = "Type"

[returns.name]
term = "Namn"
term_en = "Name"

[returns.since]
term = "Inte sedan"
term_en = "Not since"
doc = "Dagen så många år före den valda dagen, annars före det senaste kända lärtillfället."
doc_en = "The day so many years before the day chosen, else before the latest known learning event."

[returns.latest]
term = "Senaste uppföljning"
term_en = "Latest follow-up"
doc = "Tomt när ingen daterad är känd."
doc_en = "Empty when no dated one is known."

[returns.events]
term = "Tillfällen"
term_en = "Events"
doc = "Kända tillfällen till och med den valda dagen; odaterade räknas med."
doc_en = "Known events up to the day chosen; undated ones count."

[returns.inferred]
term = "Härledda"
term_en = "Inferred"
doc = "Tillfällen vars koppling hit är härledd."
doc_en = "Events whose link to this is inferred."

[returns.id]
term = "Id"
term_en = "Id"
*/
// Counted back from the day asked about, else from the latest event that is known: never from the clock.
MATCH (e:LearningEvent)
WHERE $only_seed IS NULL OR e.seed = $only_seed
WITH coalesce($at, max(e.valid_from)) AS today
WITH today, toString(toInteger(left(today, 4)) - $years) + substring(today, 4) AS since
MATCH (n:Goal|Project)
WHERE ($only_seed IS NULL OR n.seed = $only_seed)
  // What was over by then, or had not begun, need not have been followed up.
  AND (n.valid_from IS NULL OR left(n.valid_from, size(today)) <= left(today, size(n.valid_from)))
  AND (n.valid_to IS NULL OR left(n.valid_to, size(today)) >= left(today, size(n.valid_to)))
OPTIONAL MATCH (e:LearningEvent)-[f:FOLLOWS_UP]->(n)
WHERE ($only_seed IS NULL OR f.seed = $only_seed) AND (NOT $stated_only OR coalesce(f.basis, '') <> 'inferred')
  AND (e.valid_from IS NULL OR left(e.valid_from, size(today)) <= left(today, size(e.valid_from)))
WITH n, since, e, min(CASE WHEN f.basis = 'inferred' THEN 1 ELSE 0 END) AS doubt
WITH n, since, count(e) AS events, sum(doubt) AS inferred, max(e.valid_from) AS latest
// At the precision that both have: a follow-up in 2018 may lie on either side of 2018-03.
WHERE latest IS NULL OR left(latest, size(since)) < left(since, size(latest))
RETURN labels(n)[0] AS type, n.name AS name, since, latest, events, inferred, n.id AS id
ORDER BY latest IS NOT NULL, latest, type, name, id
