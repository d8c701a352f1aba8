/*
title = "Sektorer och nivåer bakom målen"
title_en = "Sectors and levels behind the goals"
question = "Vilka sektorer och nivåer är kända bakom varje mål och utmaning, genom nätverk, projekt och ägare?"
question_en = "Which sectors and levels are known behind each goal and challenge, by networks, projects and owners?"
view = "table"
rests_on = ["Goal.OWNS_ISSUE", "Goal.WORKS_ON", "Goal.CONTRIBUTES_TO", "Network.MEMBER_OF", "Actor.level"]

[params.issue]
kind = "id"
labels = ["Goal", "Challenge"]
required = false
doc = "Målets eller utmaningens id; alla om det utelämnas."
doc_en = "The id of the goal or challenge; all when left out."

[returns.issue]
term = "Mål eller utmaning"
term_en = "Goal or challenge"

[returns.sector]
term = "Sektor"
term_en = "Sector"
doc = "Tomt där sektorn är okänd."
doc_en = "Empty where the sector is unknown."

[returns.actors]
term = "Aktörer"
term_en = "Actors"
doc = "Varje aktör räknas en gång, vilken väg den än är känd."
doc_en = "Each actor counts once, whichever way it is known."

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

[returns.owners]
term = "Äger frågan"
term_en = "Own the issue"

[returns.in_networks]
term = "I nätverk"
term_en = "In networks"
doc = "Medlemmar, i alla roller, i nätverk som arbetar med målet."
doc_en = "Members, in any role, of networks that work on the goal."

[returns.in_projects]
term = "I projekt"
term_en = "In projects"
doc = "De som leder, är part i eller finansierar projekt som bidrar till målet eller möter utmaningen."
doc_en = "Those who lead, are partners in or fund projects that contribute to the goal or address the challenge."

[returns.inferred]
term = "Härledda"
term_en = "Inferred"
doc = "Aktörer vars väg till målet, sektor eller nivå ingen källa säger rent ut."
doc_en = "Actors whose way to the goal, sector or level no source states."

[returns.type]
term = "Slag"
term_en = "Type"

[returns.id]
term = "Id"
term_en = "Id"
*/
// From the issue to its owners, networks and projects, and on to the actors of these; no step at all keeps the issue that
// has none.
MATCH way = (issue:Goal|Challenge)<-[:OWNS_ISSUE|WORKS_ON|CONTRIBUTES_TO|ADDRESSES*0..1]-(x)
  <-[:MEMBER_OF|LEADS|PARTNERS_IN|FUNDS*0..1]-(a)
WHERE ($only_seed IS NULL OR issue.seed = $only_seed)
  AND ($issue IS NULL OR issue.id = $issue)
  AND all(r IN relationships(way) WHERE ($only_seed IS NULL OR r.seed = $only_seed)
    AND (NOT $stated_only OR coalesce(r.basis, '') <> 'inferred'))
  AND ($at IS NULL OR all(period IN
    [r IN relationships(way) | [r.since, r.until]] + [node IN nodes(way) | [node.valid_from, node.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
WITH issue, a, collect(DISTINCT type(relationships(way)[0])) AS ties,
  min(CASE WHEN NOT $stated_only AND 'inferred' IN [r IN relationships(way) | r.basis] + [a.sector_basis, a.level_basis]
    THEN 1 ELSE 0 END) AS doubt,
  // Under $stated_only an inferred sector or level is not known.
  CASE WHEN $stated_only AND a.sector_basis = 'inferred' THEN null ELSE a.sector END AS sector,
  CASE WHEN $stated_only AND a.level_basis = 'inferred' THEN null ELSE a.level END AS level
WITH issue, collect(CASE WHEN a:Actor THEN
  {sector: coalesce(sector, 'unknown'), level: coalesce(level, 'unknown'), ties: ties, doubt: doubt} END) AS known
UNWIND ['public', 'private', 'academia', 'civil', 'unknown'] AS sector
WITH issue, sector, [who IN known WHERE who.sector = sector] AS here
// The known sectors are always shown, so that a gap is seen.
WHERE sector <> 'unknown' OR size(here) > 0
RETURN issue.name AS issue, nullIf(sector, 'unknown') AS sector, size(here) AS actors,
  size([who IN here WHERE who.level = 'local']) AS local,
  size([who IN here WHERE who.level = 'regional']) AS regional,
  size([who IN here WHERE who.level = 'national']) AS national,
  size([who IN here WHERE who.level = 'international']) AS international,
  size([who IN here WHERE who.level = 'unknown']) AS no_level,
  size([who IN here WHERE 'OWNS_ISSUE' IN who.ties]) AS owners, size([who IN here WHERE 'WORKS_ON' IN who.ties]) AS in_networks,
  size([who IN here WHERE 'CONTRIBUTES_TO' IN who.ties OR 'ADDRESSES' IN who.ties]) AS in_projects,
  size([who IN here WHERE who.doubt = 1]) AS inferred, labels(issue)[0] AS type, issue.id AS id
ORDER BY issue, id, coalesce(sector, 'unknown')
