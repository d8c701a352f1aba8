/*
title = "Lärtillfällen och beslut"
title_en = "Learning events and decisions"
question = "Vilka lärtillfällen och beslut är kända för varje mål, projekt och nätverk?"
question_en = "Which learning events and decisions are known for each goal, project and network?"
view = "table"
rests_on = ["LearningEvent.FOLLOWS_UP", "LearningEvent.valid_from", "LearningEvent.phase"]

[params.node]
kind = "id"
labels = ["Goal", "Project", "Network"]
required = false
doc = "Målets, projektets eller nätverkets id; alla om det utelämnas."
doc_en = "The goal's, project's or network's id; all when left out."

[returns.type]
term = "Slag"
term_en = "Type"

[returns.name]
term = "Namn"
term_en = "Name"

[returns.event]
term = "Lärtillfälle"
term_en = "Learning event"

[returns.date]
term = "Datum"
term_en = "Date"
doc = "Tomt när tillfället är odaterat."
doc_en = "Empty when the event is undated."

[returns.kind]
of = "LearningEvent.kind"
term = "Slags tillfälle"
term_en = "Kind of event"

[returns.phase]
term = "Fas"
term_en = "Phase"
doc = "Tomt när källan inte säger den."
doc_en = "Empty when the source does not say it."

[returns.organisers]
term = "Ordnades av"
term_en = "Organised by"
doc = "Tom lista: ingen känd."
doc_en = "Empty list: none known."

[returns.lessons]
term = "Lärdomar"
term_en = "Lessons"
doc = "Kända lärdomar som tillfället gav."
doc_en = "Known lessons that the event gave."

[returns.basis]
term = "Belägg"
term_en = "Basis"
doc = "Om en källa säger att tillfället gällde just detta."
doc_en = "Whether a source says that the event concerned this."

[returns.id]
term = "Id"
term_en = "Id"

[returns.event_id]
term = "Tillfällets id"
term_en = "Event's id"
*/
MATCH (n:Goal|Project|Network)<-[f:FOLLOWS_UP]-(e:LearningEvent)
WHERE ($node IS NULL OR n.id = $node)
  AND ($only_seed IS NULL OR f.seed = $only_seed) AND (NOT $stated_only OR coalesce(f.basis, '') <> 'inferred')
OPTIONAL MATCH (a:Actor)-[o:ORGANISES]->(e)
WHERE $only_seed IS NULL OR o.seed = $only_seed
WITH DISTINCT n, f, e, a ORDER BY a.name, a.id
WITH n, f, e, collect(a.name) AS organisers
OPTIONAL MATCH (e)-[p:PRODUCED]->(l:Lesson)
WHERE ($only_seed IS NULL OR p.seed = $only_seed) AND (NOT $stated_only OR coalesce(p.basis, '') <> 'inferred')
WITH n, f, e, organisers, count(DISTINCT l) AS lessons
RETURN labels(n)[0] AS type, n.name AS name, e.name AS event, e.valid_from AS date, e.kind AS kind, e.phase AS phase,
  organisers, lessons, f.basis AS basis, n.id AS id, e.id AS event_id
ORDER BY type, name, id, date IS NULL, date, event, event_id
