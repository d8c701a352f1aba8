/*
title = "Faser som hoppas över"
title_en = "Phases that are skipped"
question = "Vilka faser av lärandecykeln är kända för varje mål, projekt och nätverk som har följts upp, och vilka är inte det?"
question_en = "Which phases of the learning cycle are known for each goal, project and network that has been followed up, and which are not?"
view = "table"
rests_on = ["LearningEvent.phase", "LearningEvent.FOLLOWS_UP"]

[returns.type]
term = "Slag"
term_en = "Type"

[returns.name]
term = "Namn"
term_en = "Name"

[returns.not_met]
term = "Faser utan känt tillfälle"
term_en = "Phases without a known event"
doc = "Av fyra. Är fasen okänd för något tillfälle kan det vara färre."
doc_en = "Of four. Where the phase of an event is unknown it may be fewer."

[returns.plan]
term = "Planera"
term_en = "Plan"

[returns.apply]
term = "Införa och tillämpa"
term_en = "Apply"

[returns.evaluate]
term = "Utvärdera och redovisa"
term_en = "Evaluate and report"

[returns.improve]
term = "Analysera och förbättra"
term_en = "Analyse and improve"

[returns.phase_unknown]
term = "Okänd fas"
term_en = "Phase unknown"

[returns.inferred]
term = "Härledda"
term_en = "Inferred"
doc = "Tillfällen vars koppling hit är härledd."
doc_en = "Events whose link to this is inferred."

[returns.id]
term = "Id"
term_en = "Id"
*/
MATCH (n:Goal|Project|Network)<-[f:FOLLOWS_UP]-(e:LearningEvent)
WHERE ($only_seed IS NULL OR f.seed = $only_seed) AND (NOT $stated_only OR coalesce(f.basis, '') <> 'inferred')
WITH n, e, e.phase AS phase, min(CASE WHEN f.basis = 'inferred' THEN 1 ELSE 0 END) AS doubt
WITH n, 4 - count(DISTINCT phase) AS not_met,
  sum(CASE WHEN phase = 'plan' THEN 1 ELSE 0 END) AS plan,
  sum(CASE WHEN phase = 'apply' THEN 1 ELSE 0 END) AS apply,
  sum(CASE WHEN phase = 'evaluate' THEN 1 ELSE 0 END) AS evaluate,
  sum(CASE WHEN phase = 'improve' THEN 1 ELSE 0 END) AS improve,
  sum(CASE WHEN phase IS NULL THEN 1 ELSE 0 END) AS phase_unknown,
  sum(doubt) AS inferred
RETURN labels(n)[0] AS type, n.name AS name, not_met, plan, apply, evaluate, improve, phase_unknown, inferred, n.id AS id
ORDER BY not_met DESC, type, name, id
