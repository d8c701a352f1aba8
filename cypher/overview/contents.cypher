/*
title = "Innehåll"
title_en = "Contents"
question = "Vad finns i grafen, av varje slag och från varje frö, och hur mycket är härlett eller saknar källa?"
question_en = "What is in the graph, of each type and from each seed, and how much is inferred or lacks a source?"
view = "table"

[returns.type]
term = "Slag"
term_en = "Type"
doc = "Slag av nod eller relation."
doc_en = "Type of node or relation."

[returns.seed]
term = "Frö"
term_en = "Seed"

[returns.count]
term = "Antal"
term_en = "Count"

[returns.inferred]
term = "Härledda"
term_en = "Inferred"
doc = "Uppgifter som inte sägs rent ut i källan."
doc_en = "Facts that the source does not say outright."

[returns.without_source]
term = "Utan källa"
term_en = "Without source"

[returns.without_year]
term = "Utan källans år"
term_en = "Without the source's year"
doc = "Källan är odaterad eller saknas."
doc_en = "The source is undated or missing."
*/
CALL {
  // What belongs to no seed is no fact: the program's own notes of what was loaded.
  MATCH (n)
  WHERE n.seed = coalesce($only_seed, n.seed)
  RETURN 'node' AS part, labels(n)[0] AS type, n.seed AS seed, count(*) AS count,
    sum(CASE WHEN n.basis = 'inferred' THEN 1 ELSE 0 END) AS inferred,
    sum(CASE WHEN n.source IS NULL THEN 1 ELSE 0 END) AS without_source,
    sum(CASE WHEN n.source_year IS NULL THEN 1 ELSE 0 END) AS without_year
  UNION ALL
  MATCH ()-[r]->()
  WHERE r.seed = coalesce($only_seed, r.seed)
  RETURN 'relation' AS part, type(r) AS type, r.seed AS seed, count(*) AS count,
    sum(CASE WHEN r.basis = 'inferred' THEN 1 ELSE 0 END) AS inferred,
    sum(CASE WHEN r.source IS NULL THEN 1 ELSE 0 END) AS without_source,
    sum(CASE WHEN r.source_year IS NULL THEN 1 ELSE 0 END) AS without_year
}
RETURN type, seed, count, inferred, without_source, without_year
ORDER BY part, count DESC, type, seed
