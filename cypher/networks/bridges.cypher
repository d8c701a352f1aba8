/*
title = "Broar mellan nätverk"
title_en = "Bridges between networks"
question = "Vilka aktörer knyter ensamma ihop nätverk som annars inte delar någon känd medlem, och vilka nätverk är det?"
question_en = "Which actors alone tie together networks that otherwise share no known member, and which networks are they?"
view = "table"
rests_on = ["Network.MEMBER_OF", "Network.members_known"]

[params.at_least]
kind = "integer"
default = 1
lowest = 1
highest = 1000
doc = "Minsta antal par av nätverk som aktören ensam knyter ihop."
doc_en = "Smallest number of pairs of networks that the actor alone ties together."

[returns.actor]
term = "Aktör"
term_en = "Actor"

[returns.pairs]
term = "Par som bara aktören knyter ihop"
term_en = "Pairs that only the actor ties together"

[returns.networks]
term = "Nätverk i paren"
term_en = "Networks in the pairs"

[returns.memberships]
term = "Nätverk totalt"
term_en = "Networks in all"
doc = "Alla roller räknas, även finansiärer och sökande."
doc_en = "Every role counts, funders and applicants too."

[returns.inferred]
term = "Härledda medlemskap"
term_en = "Inferred memberships"
doc = "Medlemskap som ingen källa säger rent ut."
doc_en = "Memberships that no source states."

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
// A membership is in doubt when no source states it.
WITH a, n, min(CASE WHEN m.basis = 'inferred' THEN 1 ELSE 0 END) AS doubt
WITH a, collect(n) AS own, sum(doubt) AS inferred
UNWIND own AS first
UNWIND own AS second
WITH a, size(own) AS memberships, inferred, first, second
WHERE first.id < second.id
WITH first, second, collect(a) AS shared, collect(memberships) AS counts, collect(inferred) AS doubts
// A pair with one shared member hangs on that member alone.
WHERE size(shared) = 1
WITH shared[0] AS a, counts[0] AS memberships, doubts[0] AS inferred, first, second
WITH a, memberships, inferred, count(*) AS pairs, collect(first) + collect(second) AS ends
WHERE pairs >= $at_least
UNWIND ends AS n
WITH DISTINCT a, memberships, inferred, pairs, n
ORDER BY n.name, n.id
RETURN a.name AS actor, pairs, collect(n.name) AS networks, memberships, inferred, a.id AS id
ORDER BY pairs DESC, memberships DESC, actor, id
