/*
title = "Representanten och ägaren"
title_en = "The representative and the owner"
question = "Sitter de som äger frågan i de nätverk som arbetar med den, själva eller genom ett organ, och vilka representerar där?"
question_en = "Do those who own the issue sit in the networks that work on it, themselves or by a body, and who represents there?"
view = "table"
rests_on = ["Network.WORKS_ON", "Network.MEMBER_OF", "Goal.OWNS_ISSUE"]

[returns.issue]
term = "Mål eller utmaning"
term_en = "Goal or challenge"

[returns.networks]
term = "Nätverk som arbetar med den"
term_en = "Networks that work on it"

[returns.owners]
term = "Äger frågan"
term_en = "Own the issue"
doc = "Tomt när ingen ägare är känd."
doc_en = "Empty when no owner is known."

[returns.absent]
term = "Ägare som inte sitter med"
term_en = "Owners who do not sit there"
doc = "Varken själva eller genom ett organ kända som medlemmar i något av nätverken."
doc_en = "Neither themselves nor by a body known as members of any of the networks."

[returns.by_body]
term = "Ägare som sitter genom ett organ"
term_en = "Owners who sit by a body"
doc = "Inte själva medlemmar, men ett organ som är del av dem är det."
doc_en = "Not members themselves, but a body that is part of them is."

[returns.representatives]
term = "Representanter"
term_en = "Representatives"
doc = "Aktörer som i något av nätverken har rollen representant."
doc_en = "Actors with the role of representative in any of the networks."

[returns.actors]
term = "Aktörer i nätverken"
term_en = "Actors in the networks"
doc = "Alla roller räknas, även finansiärer och sökande."
doc_en = "Every role counts, funders and applicants too."

[returns.inferred]
term = "Härledda kopplingar"
term_en = "Inferred links"
doc = "Nätverk och ägare vars koppling till frågan, och aktörer vars medlemskap, ingen källa säger rent ut."
doc_en = "Networks and owners whose link to the issue, and actors whose membership, no source states."

[returns.type]
term = "Slag"
term_en = "Type"

[returns.id]
term = "Id"
term_en = "Id"
*/
// From the issue to the networks and owners tied to it, on to the actors that sit in a network, and to those that they are
// a body of: an owner may sit there by one of its bodies.
MATCH way = (issue)<-[:WORKS_ON|OWNS_ISSUE]-(x)<-[:MEMBER_OF*0..1]-(a)-[:PART_OF*0..4]->(top)
WHERE all(r IN relationships(way) WHERE ($only_seed IS NULL OR r.seed = $only_seed)
    AND (NOT $stated_only OR coalesce(r.basis, '') <> 'inferred'))
  AND ($at IS NULL OR all(period IN
    [r IN relationships(way) | [r.since, r.until]] + [node IN nodes(way) | [node.valid_from, node.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
WITH issue, a, top, CASE WHEN a = x THEN labels(x)[0] ELSE 'seat' END AS part,
  relationships(way)[CASE WHEN a = x THEN 0 ELSE 1 END] AS tie
WITH issue, a, part, collect(top) AS tops, collect(tie.role) AS roles,
  min(CASE WHEN tie.basis = 'inferred' THEN 1 ELSE 0 END) AS doubt
ORDER BY a.name, a.id
WITH issue, sum(doubt) AS inferred,
  collect(CASE WHEN part = 'Network' THEN a END) AS networks, collect(CASE WHEN part = 'Actor' THEN a END) AS owners,
  collect(CASE WHEN part = 'seat' THEN a END) AS actors, collect(CASE WHEN part = 'seat' THEN tops END) AS near,
  collect(CASE WHEN part = 'seat' AND 'representative' IN roles THEN a.name END) AS representatives
WHERE size(networks) > 0
RETURN issue.name AS issue, [n IN networks | n.name] AS networks, [o IN owners | o.name] AS owners,
  [o IN owners WHERE none(tops IN near WHERE o IN tops) | o.name] AS absent,
  [o IN owners WHERE any(tops IN near WHERE o IN tops) AND NOT o IN actors | o.name] AS by_body,
  representatives, size(actors) AS actors, inferred, labels(issue)[0] AS type, issue.id AS id
ORDER BY size(absent) DESC, issue, id
