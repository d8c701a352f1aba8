/*
title = "Representanten och ägaren"
title_en = "The representative and the owner"
question = "Sitter de som äger frågan i de nätverk som arbetar med den?"
question_en = "Do those who own the issue sit in the networks that work on it?"
view = "table"

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
doc = "Inte kända som medlemmar i något av nätverken."
doc_en = "Not known as members of any of the networks."

[returns.representatives]
term = "Aktörer i nätverken"
term_en = "Actors in the networks"

[returns.inferred]
term = "Härledda kopplingar"
term_en = "Inferred links"
doc = "Nätverk vars koppling till frågan ingen källa säger rent ut."
doc_en = "Networks whose link to the issue no source states."

[returns.type]
term = "Slag"
term_en = "Type"

[returns.id]
term = "Id"
term_en = "Id"
*/
MATCH (n:Network)-[w:WORKS_ON]->(issue)
WHERE ($only_seed IS NULL OR w.seed = $only_seed)
  AND ($at IS NULL OR all(period IN [[w.since, w.until], [n.valid_from, n.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
WITH issue, n, min(CASE WHEN w.basis = 'inferred' THEN 1 ELSE 0 END) AS doubt
ORDER BY n.name, n.id
WITH issue, collect(n) AS networks, sum(doubt) AS inferred
UNWIND networks AS n
OPTIONAL MATCH (a:Actor)-[m:MEMBER_OF]->(n)
WHERE ($only_seed IS NULL OR m.seed = $only_seed)
  AND ($at IS NULL OR all(period IN [[m.since, m.until], [a.valid_from, a.valid_to], [n.valid_from, n.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
WITH issue, networks, inferred, collect(DISTINCT a.id) AS sitting
OPTIONAL MATCH (owner:Actor)-[o:OWNS_ISSUE]->(issue)
WHERE ($only_seed IS NULL OR o.seed = $only_seed)
  AND ($at IS NULL OR all(period IN [[o.since, o.until], [owner.valid_from, owner.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
WITH DISTINCT issue, networks, inferred, sitting, owner
ORDER BY owner.name, owner.id
WITH issue, networks, inferred, sitting, collect(owner) AS owners
RETURN issue.name AS issue, [n IN networks | n.name] AS networks, [o IN owners | o.name] AS owners,
  [o IN owners WHERE NOT o.id IN sitting | o.name] AS absent, size(sitting) AS representatives, inferred,
  labels(issue)[0] AS type, issue.id AS id
ORDER BY size(absent) DESC, issue, id
