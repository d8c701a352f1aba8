/*
title = "Vad som har ändrats"
title_en = "What has changed"
question = "Vad började och vad tog slut mellan två dagar: aktörer, nätverk, mål, projekt, lärtillfällen, medlemskap och allt annat med en tid?"
question_en = "What began and what ended between two days: actors, networks, goals, projects, learning events, memberships and all else with a date?"
view = "table"

[params.first]
kind = "date"
doc = "Från och med denna dag, månad eller detta år."
doc_en = "From this day, month or year on."

[params.last]
kind = "date"
doc = "Till och med denna dag, månad eller detta år."
doc_en = "Up to and including this day, month or year."

[returns.date]
term = "När"
term_en = "When"
doc = "Så noga som det är känt. Ett år hör till varje tid inom det."
doc_en = "At the precision known. A year belongs to every time within it."

[returns.began]
term = "Började"
term_en = "Began"
doc = "Falskt: det tog slut, och detta är sista dagen."
doc_en = "False: it ended, and this is its last day."

[returns.type]
term = "Slag"
term_en = "Type"

[returns.name]
term = "Namn"
term_en = "Name"
doc = "Nodens namn; för en relation den som den går från."
doc_en = "The node's name; of a relation, the one that it leads from."

[returns.other]
term = "Till"
term_en = "To"

[returns.basis]
term = "Belägg"
term_en = "Basis"
doc = "Härlett när uppgiften eller dess tid är det."
doc_en = "Inferred when the fact is, or its date."

[returns.source]
term = "Källa"
term_en = "Source"

[returns.id]
term = "Id"
term_en = "Id"

[returns.other_id]
term = "Till, id"
term_en = "To, id"
*/
CALL {
  MATCH (n)
  WHERE n.seed = coalesce($only_seed, n.seed)
  UNWIND [[n.valid_from, true], [n.valid_to, false]] AS change
  WITH n, change[0] AS date, change[1] AS began
  // Dates are compared at the precision that both have: 2018 holds all of 2018-03. One that is not known is never within.
  WHERE (date >= $first OR $first STARTS WITH date) AND (date <= $last OR date STARTS WITH $last)
    // A learning event is held; that it is over is no change.
    AND (began OR labels(n)[0] <> 'LearningEvent')
  RETURN 'node' AS part, labels(n)[0] AS type, n, null AS other, n AS fact, date, began
  UNION ALL
  MATCH (n)-[r]->(other)
  WHERE r.seed = coalesce($only_seed, r.seed)
  UNWIND [[r.since, true], [r.until, false]] AS change
  WITH n, r, other, change[0] AS date, change[1] AS began
  WHERE (date >= $first OR $first STARTS WITH date) AND (date <= $last OR date STARTS WITH $last)
  RETURN 'relation' AS part, type(r) AS type, n, other, r AS fact, date, began
}
WITH part, type, n, other, fact, date, began, 'inferred' IN [coalesce(fact.basis, ''), coalesce(fact.date_basis, '')] AS in_doubt,
  // Tells relations of one type between the same two apart, as the model does.
  [key IN ['role', 'programme', 'amount_kind', 'about'] | coalesce(fact[key], '')] AS apart
WHERE NOT ($stated_only AND in_doubt)
RETURN date, began, type, n.name AS name, other.name AS other, CASE WHEN in_doubt THEN 'inferred' ELSE fact.basis END AS basis,
  fact.source AS source, n.id AS id, other.id AS other_id
ORDER BY date, began, part, type, name, id, coalesce(other, ''), coalesce(other_id, ''), apart, coalesce(source, '')
