/*
title = "Nätverk av en enda sektor"
title_en = "Networks of a single sector"
question = "I vilka nätverk kommer alla kända medlemmar från samma sektor?"
question_en = "In which networks do all known members come from the same sector?"
view = "table"
rests_on = ["Network.MEMBER_OF", "Actor.sector"]

[params.at_least]
kind = "integer"
default = 2
lowest = 1
highest = 1000
doc = "Minsta antal kända medlemmar."
doc_en = "Smallest number of known members."

[returns.network]
term = "Nätverk"
term_en = "Network"

[returns.sector]
term = "Sektor"
term_en = "Sector"

[returns.members]
term = "Medlemmar"
term_en = "Members"
doc = "Alla roller räknas, även finansiärer och sökande."
doc_en = "Every role counts, funders and applicants too."

[returns.no_sector]
term = "Sektorn okänd"
term_en = "Sector unknown"
doc = "Medlemmar som kan höra till en annan sektor."
doc_en = "Members that may belong to another sector."

[returns.members_known]
term = "Kända medlemmar"
term_en = "Members known"
doc = "Alla, en del eller inga av medlemmarna namnges i källan; tomt när det är okänt."
doc_en = "All, part or none of the members are named in the source; empty when unknown."

[returns.inferred]
term = "Härledda"
term_en = "Inferred"
doc = "Medlemmar vars medlemskap eller sektor ingen källa säger rent ut."
doc_en = "Members whose membership or sector no source states."

[returns.id]
term = "Id"
term_en = "Id"
*/
MATCH (a:Actor)-[m:MEMBER_OF]->(n:Network)
WHERE ($only_seed IS NULL OR m.seed = $only_seed)
  AND (NOT $stated_only OR coalesce(m.basis, '') <> 'inferred')
  AND ($at IS NULL OR all(period IN [[m.since, m.until], [a.valid_from, a.valid_to], [n.valid_from, n.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
WITH n, a, min(CASE WHEN NOT $stated_only AND 'inferred' IN [m.basis, a.sector_basis] THEN 1 ELSE 0 END) AS doubt,
  // Under $stated_only an inferred sector is not known.
  CASE WHEN $stated_only AND a.sector_basis = 'inferred' THEN null ELSE a.sector END AS sector
WITH n, count(a) AS members, count(a) - count(sector) AS no_sector, collect(DISTINCT sector) AS sectors, sum(doubt) AS inferred
WHERE size(sectors) = 1 AND members >= $at_least
RETURN n.name AS network, sectors[0] AS sector, members, no_sector, n.members_known AS members_known, inferred, n.id AS id
ORDER BY members DESC, network, id
