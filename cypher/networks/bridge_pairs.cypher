/*
title = "Vad som bär broarna"
title_en = "What carries the bridges"
question = "Vilka aktörer bär bron mellan två nätverk, i vilka roller och genom vilka projekt?"
question_en = "Which actors carry the bridge between two networks, in which roles and by which projects?"
view = "table"

[params.at_most]
kind = "integer"
default = 1
lowest = 1
highest = 1000
doc = "Högsta antal aktörer som bär bron; 1 visar broar som hänger på en enda."
doc_en = "Largest number of actors that carry the bridge; 1 shows bridges that hang on a single one."

[returns.first]
term = "Nätverk"
term_en = "Network"

[returns.second]
term = "Nätverk i andra änden"
term_en = "Network at the other end"

[returns.carriers]
term = "Bärare"
term_en = "Carriers"
doc = "Så många kända medlemmar delar de två nätverken. Alla roller räknas, även finansiärer och sökande."
doc_en = "So many known members do the two networks share. Every role counts, funders and applicants too."

[returns.carrier]
term = "Bärs av"
term_en = "Carried by"

[returns.first_roles]
of = "MEMBER_OF.role"
term = "Roll i det första"
term_en = "Role in the first"

[returns.second_roles]
of = "MEMBER_OF.role"
term = "Roll i det andra"
term_en = "Role in the second"

[returns.first_projects]
term = "Projekt med det första"
term_en = "Projects with the first"
doc = "Projekt som det första nätverket bär eller är part i, och som aktören leder, är part i eller finansierar."
doc_en = "Projects that the first network carries or is a partner in, and that the actor leads, is a partner in or funds."

[returns.second_projects]
term = "Projekt med det andra"
term_en = "Projects with the second"
doc = "Projekt som det andra nätverket bär eller är part i, och som aktören leder, är part i eller finansierar."
doc_en = "Projects that the second network carries or is a partner in, and that the actor leads, is a partner in or funds."

[returns.inferred]
term = "Härledda kopplingar"
term_en = "Inferred links"
doc = "Medlemskap och projekt som ingen källa säger rent ut."
doc_en = "Memberships and projects that no source states."

[returns.carrier_id]
term = "Bärarens id"
term_en = "Carrier's id"

[returns.first_id]
term = "Id"
term_en = "Id"

[returns.second_id]
term = "Id i andra änden"
term_en = "Id at the other end"
*/
// An actor sits in a network, or has a part in a project that the network carries or is a partner in.
MATCH way = (a:Actor)-[t:MEMBER_OF|LEADS|PARTNERS_IN|FUNDS]->(x)<-[:CARRIES|PARTNERS_IN*0..1]-(n:Network)
WHERE all(r IN relationships(way) WHERE ($only_seed IS NULL OR r.seed = $only_seed)
    AND (NOT $stated_only OR coalesce(r.basis, '') <> 'inferred'))
  AND ($at IS NULL OR all(period IN
    [r IN relationships(way) | [r.since, r.until]] + [node IN nodes(way) | [node.valid_from, node.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
WITH way, a, n, t, x ORDER BY t.role, x.name, x.id
WITH a, n, x, collect(DISTINCT t.role) AS roles,
  min(CASE WHEN any(r IN relationships(way) WHERE r.basis = 'inferred') THEN 1 ELSE 0 END) AS doubt
ORDER BY x.name, x.id
WITH a, n, sum(doubt) AS inferred,
  collect(CASE WHEN x:Network THEN roles END) AS seats, collect(CASE WHEN x:Project THEN x.name END) AS projects
// Only who sits in both networks is a bridge: a project alone is none.
WHERE size(seats) = 1
WITH a, collect({network: n, roles: seats[0], projects: projects, inferred: inferred}) AS own
UNWIND own AS one
UNWIND own AS other
WITH a, one, other
WHERE one.network.id < other.network.id
WITH one.network AS first, other.network AS second, collect({actor: a, one: one, other: other}) AS bridge
WHERE size(bridge) <= $at_most
UNWIND bridge AS each
WITH first, second, size(bridge) AS carriers, each.actor AS a, each.one AS one, each.other AS other
RETURN first.name AS first, second.name AS second, carriers, a.name AS carrier,
  one.roles AS first_roles, other.roles AS second_roles,
  one.projects AS first_projects, other.projects AS second_projects, one.inferred + other.inferred AS inferred,
  a.id AS carrier_id, first.id AS first_id, second.id AS second_id
ORDER BY carriers, first, second, first_id, second_id, carrier, carrier_id
