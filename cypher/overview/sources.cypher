/*
title = "Källor"
title_en = "Sources"
question = "Varifrån kommer uppgifterna, hur stor del är härledd och från vilka år är de?"
question_en = "Where do the facts come from, which share is inferred and from which years are they?"
view = "table"

[params.at_least]
kind = "integer"
default = 1
lowest = 1
highest = 100000
doc = "Minsta antal uppgifter från källan."
doc_en = "Smallest number of facts from the source."

[returns.source]
term = "Källa"
term_en = "Source"
doc = "Webbplatsen, eller källan i ord; tomt där ingen källa är angiven."
doc_en = "The web site, or the source in words; empty where none is given."

[returns.facts]
term = "Uppgifter"
term_en = "Facts"
doc = "Noder och relationer."
doc_en = "Nodes and relations."

[returns.inferred]
term = "Härledda"
term_en = "Inferred"

[returns.share_inferred]
term = "Andel härledda, procent"
term_en = "Share inferred, percent"

[returns.first_year]
term = "Första år"
term_en = "First year"
doc = "Tomt när inget år är känt."
doc_en = "Empty when no year is known."

[returns.last_year]
term = "Senaste år"
term_en = "Last year"

[returns.without_year]
term = "Utan år"
term_en = "Without year"
*/
CALL {
  // What belongs to no seed is no fact: the program's own notes of what was loaded.
  MATCH (n)
  WHERE n.seed = coalesce($only_seed, n.seed)
  RETURN n.source AS given, n.source_year AS year, n.basis AS basis
  UNION ALL
  MATCH ()-[r]->()
  WHERE r.seed = coalesce($only_seed, r.seed)
  RETURN r.source AS given, r.source_year AS year, r.basis AS basis
}
// The host of a web address says who publishes; a source in words stands as it is.
WITH year, basis,
  CASE WHEN given STARTS WITH 'http' THEN replace(split(given, '/')[2], 'www.', '') ELSE given END AS source
WITH source, count(*) AS facts, min(year) AS first_year, max(year) AS last_year,
  sum(CASE WHEN basis = 'inferred' THEN 1 ELSE 0 END) AS inferred,
  sum(CASE WHEN year IS NULL THEN 1 ELSE 0 END) AS without_year
WHERE facts >= $at_least
RETURN source, facts, inferred, toInteger(round(100.0 * inferred / facts)) AS share_inferred, first_year, last_year, without_year
ORDER BY facts DESC, source
