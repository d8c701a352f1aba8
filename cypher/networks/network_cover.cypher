/*
title = "Sektorer och nivåer i nätverken"
title_en = "Sectors and levels in the networks"
question = "Hur många kända medlemmar har varje nätverk av varje sektor på varje nivå?"
question_en = "How many known members of each sector and level does each network have?"
view = "table"
rests_on = ["Network.MEMBER_OF", "Actor.sector", "Actor.level"]

[params.network]
kind = "id"
labels = ["Network"]
required = false
doc = "Nätverkets id; alla nätverk om det utelämnas."
doc_en = "The network's id; all networks when left out."

[returns.network]
term = "Nätverk"
term_en = "Network"

[returns.sector]
term = "Sektor"
term_en = "Sector"
doc = "Tomt där sektorn är okänd."
doc_en = "Empty where the sector is unknown."

[returns.members]
term = "Medlemmar"
term_en = "Members"
doc = "Alla roller räknas, även finansiärer och sökande."
doc_en = "Every role counts, funders and applicants too."

[returns.local]
term = "Lokala"
term_en = "Local"

[returns.regional]
term = "Regionala"
term_en = "Regional"

[returns.national]
term = "Nationella"
term_en = "National"

[returns.international]
term = "Internationella"
term_en = "International"

[returns.no_level]
term = "Nivån okänd"
term_en = "Level unknown"

[returns.inferred]
term = "Härledda"
term_en = "Inferred"
doc = "Aktörer vars medlemskap, sektor eller nivå ingen källa säger rent ut."
doc_en = "Actors whose membership, sector or level no source states."

[returns.members_known]
term = "Kända medlemmar"
term_en = "Members known"
doc = "Alla, en del eller inga av medlemmarna namnges i källan; tomt när det är okänt."
doc_en = "All, part or none of the members are named in the source; empty when unknown."

[returns.id]
term = "Id"
term_en = "Id"
*/
MATCH (a:Actor)-[m:MEMBER_OF]->(n:Network)
WHERE ($only_seed IS NULL OR m.seed = $only_seed)
  AND (NOT $stated_only OR coalesce(m.basis, '') <> 'inferred')
  AND ($network IS NULL OR n.id = $network)
  AND ($at IS NULL OR all(period IN [[m.since, m.until], [a.valid_from, a.valid_to], [n.valid_from, n.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
WITH n, a, min(CASE WHEN NOT $stated_only AND 'inferred' IN [m.basis, a.sector_basis, a.level_basis] THEN 1 ELSE 0 END) AS doubt,
  // Under $stated_only an inferred sector or level is not known.
  CASE WHEN $stated_only AND a.sector_basis = 'inferred' THEN null ELSE a.sector END AS sector,
  CASE WHEN $stated_only AND a.level_basis = 'inferred' THEN null ELSE a.level END AS level
WITH n, collect({sector: coalesce(sector, 'unknown'), level: coalesce(level, 'unknown'), doubt: doubt}) AS known
UNWIND ['public', 'private', 'academia', 'civil', 'unknown'] AS sector
WITH n, sector, [who IN known WHERE who.sector = sector] AS here
// The known sectors are always shown, so that a gap is seen.
WHERE sector <> 'unknown' OR size(here) > 0
RETURN n.name AS network, nullIf(sector, 'unknown') AS sector, size(here) AS members,
  size([who IN here WHERE who.level = 'local']) AS local,
  size([who IN here WHERE who.level = 'regional']) AS regional,
  size([who IN here WHERE who.level = 'national']) AS national,
  size([who IN here WHERE who.level = 'international']) AS international,
  size([who IN here WHERE who.level = 'unknown']) AS no_level,
  size([who IN here WHERE who.doubt = 1]) AS inferred, n.members_known AS members_known, n.id AS id
ORDER BY network, id, coalesce(sector, 'unknown')
