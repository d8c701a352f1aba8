/*
title = "Utan källa eller år"
title_en = "Without source or year"
question = "Vilka uppgifter saknar källa, eller källans år?"
question_en = "Which facts lack a source, or the year of their source?"
view = "table"

[params.undated]
kind = "boolean"
default = false
doc = "Visa också uppgifter som inte säger när de gällde: utan start och utan slut."
doc_en = "Also show facts that do not say when they held: with neither start nor end."

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

[returns.without_source]
term = "Utan källa"
term_en = "Without source"

[returns.without_year]
term = "Utan källans år"
term_en = "Without the source's year"

[returns.year_text]
term = "Källans år, källans ord"
term_en = "Year of the source, in the source's words"

[returns.without_date]
term = "Utan tid"
term_en = "Without date"

[returns.basis]
term = "Belägg"
term_en = "Basis"
doc = "Tomt när det inte heller sägs om uppgiften är enligt källan eller härledd."
doc_en = "Empty when neither is it said whether the fact is stated or inferred."

[returns.seed]
term = "Frö"
term_en = "Seed"

[returns.id]
term = "Id"
term_en = "Id"

[returns.other_id]
term = "Till, id"
term_en = "To, id"
*/
CALL {
  MATCH (n)
  WHERE n.seed = coalesce($only_seed, n.seed) AND (NOT $stated_only OR coalesce(n.basis, '') <> 'inferred')
    AND (n.source IS NULL OR n.source_year IS NULL OR ($undated AND coalesce(n.valid_from, n.valid_to) IS NULL))
  RETURN 'node' AS part, labels(n)[0] AS type, n, null AS other, n AS fact, coalesce(n.valid_from, n.valid_to) AS dated
  UNION ALL
  MATCH (n)-[r]->(other)
  // What was measured on a day is dated by that day.
  WHERE r.seed = coalesce($only_seed, r.seed) AND (NOT $stated_only OR coalesce(r.basis, '') <> 'inferred')
    AND (r.source IS NULL OR r.source_year IS NULL OR ($undated AND coalesce(r.since, r.until, r.date) IS NULL))
  RETURN 'relation' AS part, type(r) AS type, n, other, r AS fact, coalesce(r.since, r.until, r.date) AS dated
}
WITH part, type, n, other, fact, dated, [key IN ['source_year_text', 'basis'] | coalesce(fact[key], '')] AS told
RETURN type, n.name AS name, other.name AS other, fact.source IS NULL AS without_source, fact.source_year IS NULL AS without_year,
  fact.source_year_text AS year_text, dated IS NULL AS without_date, fact.basis AS basis, fact.seed AS seed, n.id AS id, other.id AS other_id
ORDER BY without_source DESC, without_year DESC, part, type, name, id, coalesce(other, ''), coalesce(other_id, ''), coalesce(dated, ''), told
