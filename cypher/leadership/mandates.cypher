/*
title = "Uppdrag och mål"
title_en = "Mandates and goals"
question = "Vem har vilket uppdrag, sedan när, och vilka mål stöder det, om något?"
question_en = "Who holds which mandate, since when, and which goals does it serve, if any?"
view = "table"
rests_on = ["Mandate.HOLDS", "Mandate.SERVES"]

[params.holder]
kind = "id"
labels = ["Actor"]
required = false
doc = "Innehavarens id; alla uppdrag om det utelämnas."
doc_en = "The holder's id; all mandates when left out."

[params.without_goal]
kind = "boolean"
default = false
doc = "Bara uppdrag som inte är kända för att stödja något mål."
doc_en = "Only mandates that are not known to serve a goal."

[returns.holder]
term = "Innehavare"
term_en = "Holder"
doc = "Tomt när ingen är känd."
doc_en = "Empty when none is known."

[returns.mandate]
term = "Uppdrag"
term_en = "Mandate"

[returns.goals]
term = "Mål som det stöder"
term_en = "Goals that it serves"
doc = "Tom lista: ingen känd koppling till ett mål."
doc_en = "Empty list: no known link to a goal."

[returns.inferred_goals]
term = "Härledda mål"
term_en = "Inferred goals"
doc = "Mål som ingen källa säger att uppdraget stöder."
doc_en = "Goals that no source says that the mandate serves."

[returns.since]
term = "Sedan"
term_en = "Since"

[returns.until]
term = "Till och med"
term_en = "Until"
doc = "När innehavarens tid slutade; annars när uppdraget gjorde det."
doc_en = "When the holder's time ended; otherwise when the mandate did."

[returns.basis]
term = "Belägg"
term_en = "Basis"
doc = "Om källan säger att innehavaren har uppdraget."
doc_en = "Whether the source says that the holder has the mandate."

[returns.holder_id]
term = "Innehavarens id"
term_en = "Holder's id"

[returns.id]
term = "Uppdragets id"
term_en = "Mandate's id"
*/
MATCH (x:Mandate)
WHERE ($only_seed IS NULL OR x.seed = $only_seed)
  // Dates are compared at the precision that both have: 2018 holds all of 2018-03.
  AND ($at IS NULL OR all(period IN [[x.valid_from, x.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
OPTIONAL MATCH (x)-[s:SERVES]->(g:Goal)
WHERE ($only_seed IS NULL OR s.seed = $only_seed) AND (NOT $stated_only OR coalesce(s.basis, '') <> 'inferred')
  AND ($at IS NULL OR all(period IN [[s.since, s.until], [g.valid_from, g.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
WITH x, s, g ORDER BY g.name, g.id
WITH x, collect(g.name) AS goals, sum(CASE WHEN s.basis = 'inferred' THEN 1 ELSE 0 END) AS inferred_goals
WHERE NOT $without_goal OR size(goals) = 0
OPTIONAL MATCH (a:Actor)-[h:HOLDS]->(x)
WHERE ($only_seed IS NULL OR h.seed = $only_seed) AND (NOT $stated_only OR coalesce(h.basis, '') <> 'inferred')
  AND ($at IS NULL OR all(period IN [[h.since, h.until], [a.valid_from, a.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
WITH x, goals, inferred_goals, a, h
WHERE $holder IS NULL OR a.id = $holder
RETURN a.name AS holder, x.name AS mandate, goals, inferred_goals, coalesce(h.since, x.valid_from) AS since,
  coalesce(h.until, x.valid_to) AS until, h.basis AS basis, a.id AS holder_id, x.id AS id
ORDER BY holder IS NULL, coalesce(holder, ''), coalesce(holder_id, ''), mandate, id, coalesce(since, '')
