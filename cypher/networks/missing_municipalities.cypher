/*
title = "Nästan alla kommuner"
title_en = "Nearly all of the municipalities"
question = "Vilka nätverk har med alla regionens kommuner utom några få, och vilka är inte kända som medlemmar?"
question_en = "Which networks have all of the region's municipalities but a few, and which are not known as members?"
view = "table"
rests_on = ["Network.MEMBER_OF", "Network.members_known"]

[params.at_most]
kind = "integer"
default = 3
lowest = 0
highest = 1000
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
// A way of no step keeps the municipality that is in no network: it is missing in all of them.
MATCH way = (k:Actor)-[:MEMBER_OF*0..1]->(n)
WHERE k.kind = 'municipality' AND k.in_region = true AND ($only_seed IS NULL OR k.seed = $only_seed)
  AND all(r IN relationships(way) WHERE ($only_seed IS NULL OR r.seed = $only_seed)
    AND (NOT $stated_only OR coalesce(r.basis, '') <> 'inferred'))
  AND ($at IS NULL OR all(period IN
    [r IN relationships(way) | [r.since, r.until]] + [node IN nodes(way) | [node.valid_from, node.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
WITH k, n, min(CASE WHEN 'inferred' IN [r IN relationships(way) | r.basis] THEN 1 ELSE 0 END) AS doubt
ORDER BY k.name, k.id
WITH collect(DISTINCT k) AS municipalities,
  collect({municipality: k, network: CASE WHEN n:Network THEN n END, doubt: doubt}) AS seats
UNWIND seats AS seat
WITH municipalities, seat.network AS n, collect(seat.municipality) AS present, sum(seat.doubt) AS inferred
// Nothing is missing where there is no network.
WITH n, size(present) AS present, inferred, [k IN municipalities WHERE NOT k IN present | k.name] AS missing
WHERE size(missing) >= 1 AND size(missing) <= $at_most
RETURN n.name AS network, missing, present, n.members_known AS members_known, inferred, n.id AS id
ORDER BY size(missing), network, id
