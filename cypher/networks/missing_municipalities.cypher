/*
title = "Nästan alla kommuner"
title_en = "Nearly all of the municipalities"
question = "Vilka nätverk har med alla regionens kommuner utom några få, och vilka saknas?"
question_en = "Which networks have all of the region's municipalities but a few, and which are missing?"
view = "table"

[params.at_most]
kind = "integer"
default = 3
doc = "Högsta antal kommuner som saknas."
doc_en = "Largest number of municipalities missing."

[returns.network]
term = "Nätverk"
term_en = "Network"

[returns.missing]
term = "Saknade kommuner"
term_en = "Missing municipalities"
doc = "Inte kända som medlemmar i någon roll."
doc_en = "Not known as members in any role."

[returns.present]
term = "Kommuner med"
term_en = "Municipalities present"

[returns.members_known]
term = "Kända medlemmar"
term_en = "Members known"
doc = "Alla, en del eller inga av medlemmarna namnges i källan; tomt när det är okänt."
doc_en = "All, part or none of the members are named in the source; empty when unknown."

[returns.inferred]
term = "Härledda medlemskap"
term_en = "Inferred memberships"
doc = "Kommuner vars medlemskap ingen källa säger rent ut."
doc_en = "Municipalities whose membership no source states."

[returns.id]
term = "Id"
term_en = "Id"
*/
MATCH (k:Actor)
WHERE k.kind = 'municipality' AND k.in_region = true
WITH k ORDER BY k.name, k.id
WITH collect(k) AS municipalities
MATCH (n:Network)<-[m:MEMBER_OF]-(a:Actor)
WHERE a IN municipalities AND ($only_seed IS NULL OR m.seed = $only_seed)
  AND ($at IS NULL OR all(period IN [[m.since, m.until], [a.valid_from, a.valid_to], [n.valid_from, n.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
WITH n, municipalities, a, min(CASE WHEN m.basis = 'inferred' THEN 1 ELSE 0 END) AS doubt
WITH n, municipalities, collect(a) AS present, sum(doubt) AS inferred
WITH n, size(present) AS present, inferred, [k IN municipalities WHERE NOT k IN present | k.name] AS missing
WHERE size(missing) >= 1 AND size(missing) <= $at_most
RETURN n.name AS network, missing, present, n.members_known AS members_known, inferred, n.id AS id
ORDER BY size(missing), network, id
