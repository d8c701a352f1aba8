/*
title = "Vilka som saknas"
title_en = "Who is missing"
question = "Vilka sektorer och nivåer är inte kända i varje nätverk?"
question_en = "Which sectors and levels are not known in each network?"
view = "table"
rests_on = ["Network.MEMBER_OF", "Actor.sector", "Actor.level"]

[params.at_most]
kind = "integer"
default = 4
lowest = 0
highest = 4
doc = "Högsta antal sektorer, av fyra, som saknas; 1 visar nätverk med alla sektorer utom en."
doc_en = "Largest number of sectors, of four, that are missing; 1 shows networks with all sectors but one."

[params.without_sector]
kind = "choice"
choices = "Actor.sector"
required = false
doc = "Bara nätverk där den här sektorn saknas."
doc_en = "Only networks where this sector is missing."

[params.without_level]
kind = "choice"
choices = "Actor.level"
required = false
doc = "Bara nätverk där den här nivån saknas."
doc_en = "Only networks where this level is missing."

[returns.network]
term = "Nätverk"
term_en = "Network"

[returns.sector]
term = "Sektorer som saknas"
term_en = "Sectors missing"
doc = "Ingen medlem, i någon roll, är känd för att höra dit."
doc_en = "No member, in any role, is known to belong there."

[returns.level]
term = "Nivåer som saknas"
term_en = "Levels missing"
doc = "Ingen medlem, i någon roll, är känd för att verka där."
doc_en = "No member, in any role, is known to work there."

[returns.members]
term = "Medlemmar"
term_en = "Members"
doc = "Kända medlemmar; ett nätverk utan någon känd medlem visas inte."
doc_en = "Known members; a network without any known member is not shown."

[returns.no_sector]
term = "Sektorn okänd"
term_en = "Sector unknown"
doc = "Medlemmar som kan höra till en sektor som saknas."
doc_en = "Members that may belong to a sector that is missing."

[returns.no_level]
term = "Nivån okänd"
term_en = "Level unknown"
doc = "Medlemmar som kan höra till en nivå som saknas."
doc_en = "Members that may belong to a level that is missing."

[returns.members_known]
term = "Kända medlemmar"
term_en = "Members known"
doc = "Alla, en del eller inga av medlemmarna namnges i källan; tomt när det är okänt."
doc_en = "All, part or none of the members are named in the source; empty when unknown."

[returns.inferred]
term = "Härledda"
term_en = "Inferred"
doc = "Aktörer vars medlemskap, sektor eller nivå ingen källa säger rent ut."
doc_en = "Actors whose membership, sector or level no source states."

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
WITH n, a, min(CASE WHEN NOT $stated_only AND 'inferred' IN [m.basis, a.sector_basis, a.level_basis] THEN 1 ELSE 0 END) AS doubt,
  // Under $stated_only an inferred sector or level is not known.
  CASE WHEN $stated_only AND a.sector_basis = 'inferred' THEN null ELSE a.sector END AS sector,
  CASE WHEN $stated_only AND a.level_basis = 'inferred' THEN null ELSE a.level END AS level
WITH n, count(a) AS members, sum(doubt) AS inferred, collect(DISTINCT sector) AS sectors, collect(DISTINCT level) AS levels,
  count(a) - count(sector) AS no_sector, count(a) - count(level) AS no_level
WITH n, members, inferred, no_sector, no_level,
  [sector IN ['public', 'private', 'academia', 'civil'] WHERE NOT sector IN sectors] AS sector,
  [level IN ['local', 'regional', 'national', 'international'] WHERE NOT level IN levels] AS level
WHERE size(sector) <= $at_most AND ($without_sector IS NULL OR $without_sector IN sector)
  AND ($without_level IS NULL OR $without_level IN level)
RETURN n.name AS network, sector, level, members, no_sector, no_level, n.members_known AS members_known, inferred, n.id AS id
ORDER BY size(sector), size(level), network, id
