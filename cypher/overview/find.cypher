/*
title = "Sök på namn"
title_en = "Find by name"
question = "Vilka noder har det här i sitt namn, sitt andra namn eller sitt id?"
question_en = "Which nodes have this in their name, their other name or their id?"
view = "table"

[params.text]
kind = "text"
doc = "En del av namnet; stora och små bokstäver är lika."
doc_en = "Any part of the name, in any case."

[returns.type]
term = "Slag"
term_en = "Type"

[returns.name]
term = "Namn"
term_en = "Name"

[returns.also_known_as]
term = "Kallas även"
term_en = "Also known as"

[returns.id]
term = "Id"
term_en = "Id"

[returns.seed]
term = "Frö"
term_en = "Seed"
*/
MATCH (n)
WHERE n.seed IS NOT NULL AND ($only_seed IS NULL OR n.seed = $only_seed)
  AND (toLower(n.name) CONTAINS toLower($text)
    OR toLower(coalesce(n.also_known_as, '')) CONTAINS toLower($text)
    OR toLower(n.id) CONTAINS toLower($text))
RETURN labels(n)[0] AS type, n.name AS name, n.also_known_as AS also_known_as, n.id AS id, n.seed AS seed
ORDER BY name, id
