/*
title = "Lärtillfällen per år"
title_en = "Learning events per year"
question = "Hur många lärtillfällen hölls varje år, i vilka faser av lärandecykeln?"
question_en = "How many learning events were held each year, in which phases of the learning cycle?"
view = "table"
rests_on = ["LearningEvent.phase", "LearningEvent.valid_from"]

[returns.year]
term = "År"
term_en = "Year"
doc = "Tomt: odaterade tillfällen."
doc_en = "Empty: undated events."

[returns.events]
term = "Lärtillfällen"
term_en = "Learning events"
doc = "De som källorna nämner; fler kan ha hållits."
doc_en = "Those that the sources mention; more may have been held."

[returns.decisions]
term = "Beslut"
term_en = "Decisions"

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
doc = "Tillfällen som ingen källa säger rent ut."
doc_en = "Events that no source states."
*/
MATCH (e:LearningEvent)
WHERE ($only_seed IS NULL OR e.seed = $only_seed) AND (NOT $stated_only OR coalesce(e.basis, '') <> 'inferred')
RETURN toInteger(left(e.valid_from, 4)) AS year, count(*) AS events,
  sum(CASE WHEN e.kind = 'decision' THEN 1 ELSE 0 END) AS decisions,
  sum(CASE WHEN e.phase = 'plan' THEN 1 ELSE 0 END) AS plan,
  sum(CASE WHEN e.phase = 'apply' THEN 1 ELSE 0 END) AS apply,
  sum(CASE WHEN e.phase = 'evaluate' THEN 1 ELSE 0 END) AS evaluate,
  sum(CASE WHEN e.phase = 'improve' THEN 1 ELSE 0 END) AS improve,
  sum(CASE WHEN e.phase IS NULL THEN 1 ELSE 0 END) AS phase_unknown,
  sum(CASE WHEN e.basis = 'inferred' THEN 1 ELSE 0 END) AS inferred
ORDER BY year IS NULL, year
