/*
title = "Vilka som bör bjudas in"
title_en = "Whom to invite"
question = "Vilka bör bjudas in till ett möte om frågan, varför, och vilka sektorer, nivåer, roller och kommuner saknas då?"
question_en = "Who should be invited to a meeting on the issue, why, and which sectors, levels, stakes and municipalities are then missing?"
view = "table"
rests_on = ["Actor.sector", "Actor.level", "Actor.municipality", "Actor.ASSESSED_IN", "Network.MEMBER_OF"]

[params.issue]
kind = "id"
labels = ["Challenge", "Goal", "Project", "LearningEvent"]
doc = "Den utmaning, det mål, det projekt eller det lärtillfälle som mötet gäller."
doc_en = "The challenge, goal, project or learning event that the meeting is about."

[params.high]
kind = "integer"
default = 4
lowest = 1
highest = 5
doc = "Från och med vilket värde något räknas som högt."
doc_en = "From which score something counts as high."

[returns.represented]
term = "Företrädd"
term_en = "Represented"
doc = "Nej: ingen av aktörerna ovan är känd för att höra till den sektor, nivå, intressentroll eller kommun som raden nämner."
doc_en = "No: none of the actors above is known to belong to the sector, level, stake or municipality that the row names."

[returns.actor]
term = "Aktör"
term_en = "Actor"

[returns.reasons]
term = "Skäl"
term_en = "Reasons"
doc = "Hur aktören är knuten till frågan, ett skäl för varje nod i nästa kolumn. Bedömd: stor makt eller relevans, eller målgrupp."
doc_en = "How the actor is tied to the issue, a reason for each node in the next column. Assessed: much power or relevance, or target group."

[returns.through]
term = "Till eller genom"
term_en = "To or through"
doc = "Frågan själv, eller det nätverk, projekt, uppdrag, mål, tillfälle eller den analys som ligger ett steg från den."
doc_en = "The issue itself, or the network, project, mandate, goal, event or analysis one step from it."

[returns.high_in]
of = "ASSESSED_IN"
term = "Högt på"
term_en = "High in"
doc = "Makt, relevans och intresse som är höga i någon analys av frågan. Tom lista: inget högt, eller inte bedömt."
doc_en = "Power, relevance and interest that are high in any analysis of the issue. Empty list: none high, or not assessed."

[returns.stake]
term = "Intressentroll"
term_en = "Stake"

[returns.sector]
term = "Sektor"
term_en = "Sector"

[returns.level]
term = "Nivå"
term_en = "Level"

[returns.municipality]
term = "Kommun"
term_en = "Municipality"

[returns.inferred]
term = "Härledda skäl"
term_en = "Inferred reasons"
doc = "Skäl som ingen källa säger rent ut."
doc_en = "Reasons that no source states."

[returns.id]
term = "Id"
term_en = "Id"
*/
MATCH (i:Challenge|Goal|Project|LearningEvent)
WHERE i.id = $issue
// None or one step from the issue to a place, where somebody is at home: a member, a leader, an owner, an assessed one.
MATCH (i)-[links:WORKS_ON|ADDRESSES|CONTRIBUTES_TO|SERVES|CARRIES|PARTNERS_IN|FOLLOWS_UP|CONCERNS*0..1]-(place)
  <-[r:OWNS_ISSUE|LEADS|PARTNERS_IN|FUNDS|MEMBER_OF|HOSTS|HOLDS|ORGANISES|TOOK_PART_IN|ASSESSED_IN]-(a:Actor)
WHERE (type(r) <> 'ASSESSED_IN' OR r.power >= $high OR r.relevance >= $high OR r.stake = 'target_group')
  AND all(each IN links + [r] WHERE ($only_seed IS NULL OR each.seed = $only_seed))
  AND all(each IN links + [r] WHERE (NOT $stated_only OR coalesce(each.basis, '') <> 'inferred'))
  // The issue's own period, the fourth where no step is taken, is left out: a meeting is planned before it is held.
  AND ($at IS NULL OR all(period IN [[r.since, r.until], [a.valid_from, a.valid_to],
      [links[0].since, links[0].until], [coalesce(place.valid_from, place.date), place.valid_to]][..3 + size(links)] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
// The same reason counts once: a member in two periods is one. It is stated if any source states it.
WITH a, place, type(r) AS reason, max(r.power) AS power, max(r.relevance) AS relevance, max(r.interest) AS interest,
  max(CASE WHEN type(r) = 'OWNS_ISSUE' AND size(links) = 0 THEN 'issue_owner' ELSE r.stake END) AS stake,
  min(CASE WHEN any(each IN links + [r] WHERE each.basis = 'inferred') THEN 1 ELSE 0 END) AS doubt
ORDER BY reason, place.name, place.id
WITH a, collect(reason) AS reasons, collect(place.name) AS through, collect(DISTINCT stake) AS stakes,
  sum(doubt) AS inferred, [word IN [CASE WHEN max(power) >= $high THEN 'power' END, CASE WHEN max(relevance) >= $high THEN 'relevance' END,
    CASE WHEN max(interest) >= $high THEN 'interest' END] WHERE word IS NOT NULL] AS high_in
WITH collect({place: 0, represented: true, actor: a.name, reasons: reasons, through: through,
    high_in: high_in, stake: stakes, sector: a.sector, level: a.level, home: a.municipality,
    inferred: inferred, id: a.id}) AS invited,
  collect(DISTINCT a.sector) AS sectors, collect(DISTINCT a.level) AS levels, collect(DISTINCT a.municipality) AS homes
// Where nobody is known, nothing more can be said.
WHERE size(invited) > 0
OPTIONAL MATCH (town:Actor) WHERE town.kind = 'municipality'
WITH invited, sectors, levels, homes, collect(town) AS towns
UNWIND invited
  + [each IN ['public', 'private', 'academia', 'civil'] WHERE NOT each IN sectors
     | {place: 1, represented: false, sector: each}]
  + [each IN ['local', 'regional', 'national', 'international'] WHERE NOT each IN levels
     | {place: 2, represented: false, level: each}]
  // Other stakes than the owner's are known from analyses only.
  + [each IN ['issue_owner', 'target_group', 'funder', 'decision_maker', 'implementer', 'expert', 'affected']
     WHERE any(row IN invited WHERE 'ASSESSED_IN' IN row.reasons) AND none(row IN invited WHERE each IN row.stake)
     | {place: 3, represented: false, stake: [each]}]
  + [town IN towns WHERE town.in_region AND NOT town.id IN homes AND ($only_seed IS NULL OR town.seed = $only_seed)
     | {place: 4, represented: false, home: town.id, id: town.id}] AS row
WITH row, [town IN towns WHERE town.id = row.home | town.name][0] AS municipality
RETURN row.represented AS represented, row.actor AS actor, row.reasons AS reasons, row.through AS through,
  row.high_in AS high_in, row.stake AS stake, row.sector AS sector, row.level AS level, municipality,
  row.inferred AS inferred, row.id AS id
ORDER BY row.place, size(row.reasons) DESC, coalesce(row.actor, row.sector, row.level, row.stake[0], municipality), id
