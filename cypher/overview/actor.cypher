/*
title = "Allt om en aktör"
title_en = "Everything about an actor"
question = "Vad vet grafen om den här aktören: dess egna uppgifter, vilka som har sitt säte där, och varje relation, till vem och enligt vilken källa?"
question_en = "What does the graph know of this actor: its own facts, who has its seat there, and every relation, to whom and by which source?"
view = "table"

[params.actor]
kind = "id"
labels = ["Actor"]
doc = "Aktörens id."
doc_en = "The actor's id."

[returns.relation]
term = "Relation"
term_en = "Relation"
doc = "Tomt för aktörens egna uppgifter, som står först, och för dem som har sitt säte hos den."
doc_en = "Empty for the actor's own facts, which come first, and for those that have their seat with it."

[returns.outgoing]
term = "Från aktören"
term_en = "From the actor"
doc = "Falskt när relationen går till aktören."
doc_en = "False when the relation leads to the actor."

[returns.other]
term = "Till eller från"
term_en = "To or from"

[returns.other_type]
term = "Slag"
term_en = "Type"

[returns.facts]
term = "Uppgifter"
term_en = "Facts"
doc = "Fält i modellen och deras värden."
doc_en = "Fields of the model and their values."

[returns.since]
term = "Sedan"
term_en = "Since"

[returns.until]
term = "Till och med"
term_en = "Until"

[returns.other_from]
term = "Den andra, från"
term_en = "The other, from"
doc = "Från när den andra finns: lärtillfällets eller analysens dag."
doc_en = "From when the other is there: the day of the learning event or the analysis."

[returns.other_to]
term = "Den andra, till"
term_en = "The other, to"

[returns.basis]
term = "Belägg"
term_en = "Basis"

[returns.source]
term = "Källa"
term_en = "Source"

[returns.source_year]
term = "Källans år"
term_en = "Year of the source"

[returns.other_id]
term = "Id"
term_en = "Id"
*/
MATCH (a:Actor)
WHERE a.id = $actor
CALL (a) {
  // Its own facts: where one field is in doubt, that field says so.
  WITH a, [{place: 1, facts: {kind: a.kind}, basis: a.basis},
    {place: 2, facts: {kind_text: a.kind_text}, basis: a.basis},
    {place: 3, facts: {sector: a.sector}, basis: coalesce(a.sector_basis, a.basis)},
    {place: 4, facts: {level: a.level}, basis: coalesce(a.level_basis, a.basis)},
    {place: 5, facts: {municipality: a.municipality}, basis: coalesce(a.municipality_basis, a.basis)},
    {place: 6, facts: {place: a.place}, basis: a.basis},
    {place: 7, facts: {in_region: a.in_region}, basis: coalesce(a.in_region_basis, a.basis)},
    {place: 8, facts: {also_known_as: a.also_known_as}, basis: a.basis},
    {place: 9, facts: {valid_from: a.valid_from}, basis: coalesce(a.date_basis, a.basis)},
    {place: 10, facts: {valid_to: a.valid_to}, basis: coalesce(a.date_basis, a.basis)},
    {place: 11, facts: {date_text: a.date_text}, basis: a.basis},
    {place: 12, facts: {note: a.note}, basis: a.basis}] AS own
  UNWIND own AS fact
  WITH a, fact
  WHERE any(key IN keys(fact.facts) WHERE fact.facts[key] IS NOT NULL)
  RETURN 1 AS part, fact.place AS place, null AS r, null AS other, [fact.facts] AS facts, fact.basis AS basis, a AS said
  UNION ALL
  MATCH (other:Actor)
  WHERE other.municipality = a.id AND other.id <> a.id
  RETURN 2 AS part, 0 AS place, null AS r, other, [{municipality: other.municipality}] AS facts,
    coalesce(other.municipality_basis, other.basis) AS basis, other AS said
  UNION ALL
  MATCH (a)-[r]-(other)
  RETURN 3 AS part, 0 AS place, r, other, [fact IN [{role: r.role}, {role_text: r.role_text}, {step: r.step}, {about: r.about},
      {strength: r.strength}, {share: r.share}, {share_text: r.share_text}, {via: r.via}, {amount_sek: r.amount_sek},
      {amount_sek_text: r.amount_sek_text}, {amount_kind: r.amount_kind}, {programme: r.programme}, {value: r.value},
      {date: r.date}, {power: r.power}, {relevance: r.relevance}, {interest: r.interest}, {stake: r.stake},
      {expectations: r.expectations}, {motive: r.motive}, {action: r.action}, {date_text: r.date_text}, {note: r.note}]
    WHERE any(key IN keys(fact) WHERE fact[key] IS NOT NULL)] AS facts, r.basis AS basis, r AS said
}
// What is measured or assessed held on its day, and a learning event without an end lasted as long as its date says.
WITH a, part, place, r, other, facts, basis, said, coalesce(other.valid_from, other.date) AS other_from,
  coalesce(other.valid_to, other.date, CASE WHEN labels(other)[0] = 'LearningEvent' THEN other.valid_from END) AS other_to,
  // Tells relations of one type to the same node apart, as the model does.
  [key IN ['since', 'date', 'role', 'programme', 'amount_kind', 'about'] | coalesce(r[key], '')] AS apart
WHERE ($only_seed IS NULL OR said.seed = $only_seed)
  AND (NOT $stated_only OR coalesce(basis, '') <> 'inferred')
  // Dates are compared at the precision that both have: 2018 holds all of 2018-03.
  AND ($at IS NULL OR all(period IN [[a.valid_from, a.valid_to], [coalesce(r.since, r.date), coalesce(r.until, r.date)], [other_from, other_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
RETURN type(r) AS relation, startNode(r).id = a.id AS outgoing, other.name AS other, labels(other)[0] AS other_type, facts,
  r.since AS since, r.until AS until, other_from, other_to, basis, said.source AS source,
  said.source_year AS source_year, other.id AS other_id
ORDER BY part, place, relation, outgoing DESC, other, other_id, apart, coalesce(source, '')
