/*
title = "Medlemmar"
title_en = "Members"
question = "Vilka är med i nätverket, i vilken roll och hur säkert är det?"
question_en = "Who takes part in the network, in which role and how certain is it?"
view = "table"

[params.network]
kind = "id"
labels = ["Network"]
required = false
doc = "Nätverkets id; alla nätverk om det utelämnas."
doc_en = "The network's id; all networks when left out."

[returns.network]
term = "Nätverk"
term_en = "Network"

[returns.actor]
term = "Aktör"
term_en = "Actor"

[returns.role]
term = "Roll"
term_en = "Role"
doc = "Alla roller visas, även finansiärer och sökande."
doc_en = "Every role is shown, funders and applicants too."

[returns.role_text]
term = "Roll, källans ord"
term_en = "Role, in the source's words"

[returns.sector]
term = "Sektor"
term_en = "Sector"

[returns.since]
term = "Sedan"
term_en = "Since"

[returns.until]
term = "Till och med"
term_en = "Until"

[returns.basis]
term = "Belägg"
term_en = "Basis"

[returns.actor_id]
term = "Aktörens id"
term_en = "Actor's id"

[returns.network_id]
term = "Nätverkets id"
term_en = "Network's id"
*/
MATCH (a:Actor)-[m:MEMBER_OF]->(n:Network)
WHERE ($network IS NULL OR n.id = $network)
  AND ($only_seed IS NULL OR m.seed = $only_seed)
  AND (NOT $stated_only OR coalesce(m.basis, '') <> 'inferred')
  // Dates are compared at the precision that both have: 2018 holds all of 2018-03.
  AND ($at IS NULL OR all(period IN [[m.since, m.until], [a.valid_from, a.valid_to], [n.valid_from, n.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
RETURN n.name AS network, a.name AS actor, m.role AS role, m.role_text AS role_text, a.sector AS sector,
  m.since AS since, m.until AS until, m.basis AS basis, a.id AS actor_id, n.id AS network_id
ORDER BY network, network_id, actor, actor_id, coalesce(since, ''), coalesce(role, '')
