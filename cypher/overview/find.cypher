/*
title = "Sök på namn"
title_en = "Find by name"
question = "Vilka noder har det här i sitt namn, sitt andra namn eller sitt id?"
question_en = "Which nodes have this in their name, their other name or their id?"
view = "table"

[params.text]
kind = "text"
doc = "En del av namnet, eller flera ord i valfri ordning; stora och små bokstäver är lika."
doc_en = "Any part of the name, or several words in any order; in any case."

[params.plain]
kind = "boolean"
default = false
doc = "Läs å och ä som a, ö som o och é som e, både i texten och i namnen."
doc_en = "Read å and ä as a, ö as o and é as e, in the text and in the names."

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
WHERE n.seed = coalesce($only_seed, n.seed)
// All names of a node as one text, a line each: nothing that is sought for runs over from one to the next.
WITH n, toLower(n.name + '\n' + coalesce(n.also_known_as, '') + '\n' + n.id) AS names, toLower($text) AS sought
WITH n, CASE WHEN $plain THEN [text IN [names, sought] |
    replace(replace(replace(replace(text, 'å', 'a'), 'ä', 'a'), 'ö', 'o'), 'é', 'e')] ELSE [names, sought] END AS texts
WHERE all(word IN split(texts[1], ' ') WHERE texts[0] CONTAINS word)
RETURN labels(n)[0] AS type, n.name AS name, n.also_known_as AS also_known_as, n.id AS id, n.seed AS seed
ORDER BY name, id
