/*
title = "Nätverk som liknar varandra"
title_en = "Networks that are alike"
question = "Vilka nätverk har samma medlemmar och mål, så att ett av dem kanske kan avslutas eller slås ihop med det andra?"
question_en = "Which networks have the same members and goals, so that one of them could perhaps end or be merged into the other?"
view = "table"
rests_on = ["Network.MEMBER_OF", "Network.WORKS_ON"]

[params.at_least]
kind = "integer"
default = 2
lowest = 1
highest = 1000
doc = "Minsta antal gemensamma medlemmar."
doc_en = "Smallest number of shared members."

[params.least_overlap]
kind = "number"
default = 0.5
lowest = 0
highest = 1
doc = "Minsta överlapp, från 0 till 1."
doc_en = "Smallest overlap, from 0 to 1."

[returns.first]
term = "Nätverk"
term_en = "Network"

[returns.second]
term = "Nätverk att jämföra med"
term_en = "Network to compare with"

[returns.shared]
term = "Gemensamma medlemmar"
term_en = "Shared members"
doc = "Alla roller räknas, även finansiärer och sökande."
doc_en = "Every role counts, funders and applicants too."

[returns.first_members]
term = "Medlemmar i det första"
term_en = "Members of the first"

[returns.second_members]
term = "Medlemmar i det andra"
term_en = "Members of the second"

[returns.overlap]
term = "Överlapp"
term_en = "Overlap"
doc = "Gemensamma medlemmar som del av det minsta nätverket; 1 betyder att det ryms i det andra."
doc_en = "Shared members as a part of the smaller network; 1 means that the other holds it."

[returns.jaccard]
term = "Likhet (Jaccard)"
term_en = "Likeness (Jaccard)"
doc = "Gemensamma medlemmar som del av alla i något av nätverken."
doc_en = "Shared members as a part of all in either network."

[returns.contained]
term = "Ryms i det andra"
term_en = "Lies within the other"
doc = "Det av de två vars alla kända medlemmar är med i det andra; båda när de har samma medlemmar."
doc_en = "The one of the two whose known members all sit in the other; both when they have the same members."

[returns.same_goals]
term = "Gemensamma mål"
term_en = "Goals in common"
doc = "Mål och utmaningar som båda är kända för att arbeta med."
doc_en = "Goals and challenges that both are known to work on."

[returns.inferred]
term = "Härledda bland det gemensamma"
term_en = "Inferred among what is shared"
doc = "Gemensamma medlemmar och mål vars koppling till något av nätverken ingen källa säger rent ut."
doc_en = "Shared members and goals whose link to either network no source states."

[returns.members_known]
term = "Kända medlemmar"
term_en = "Members known"
doc = "I det ena och i det andra: alla, en del eller inga namnges i källan, tomt när det är okänt. Annars än alla är talen minst så stora."
doc_en = "In the one and in the other: all, part or none are named in the source, empty when unknown. Unless all, numbers are at least so large."

[returns.first_id]
term = "Id"
term_en = "Id"

[returns.second_id]
term = "Id att jämföra med"
term_en = "Id to compare with"
*/
MATCH (n:Network)-[t:MEMBER_OF|WORKS_ON]-(x)
WHERE ($only_seed IS NULL OR t.seed = $only_seed)
  AND (NOT $stated_only OR coalesce(t.basis, '') <> 'inferred')
  AND ($at IS NULL OR all(period IN [[t.since, t.until], [x.valid_from, x.valid_to], [n.valid_from, n.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
// What a network has, members and goals, is in doubt when no source states it.
WITH n, x, min(CASE WHEN t.basis = 'inferred' THEN 1 ELSE 0 END) AS doubt
WITH n, count(CASE WHEN x:Actor THEN 1 END) AS members, collect({it: x, doubt: doubt}) AS has
// Turned round: by what is shared, then by pair of networks.
UNWIND has AS one
WITH one.it AS it, collect({network: n, members: members, doubt: one.doubt}) AS own
UNWIND own AS one
UNWIND own AS other
WITH it, one, other
WHERE one.network.id < other.network.id
WITH one.network AS a, other.network AS b, one.members AS first_members, other.members AS second_members,
  count(CASE WHEN it:Actor THEN 1 END) AS shared, count(CASE WHEN it:Goal OR it:Challenge THEN 1 END) AS same_goals,
  sum(CASE WHEN one.doubt + other.doubt > 0 THEN 1 ELSE 0 END) AS inferred
WITH *, CASE WHEN first_members < second_members THEN first_members ELSE second_members END AS smaller
WHERE shared >= $at_least AND shared >= $least_overlap * smaller
RETURN a.name AS first, b.name AS second, shared, first_members, second_members,
  round(100.0 * shared / smaller) / 100 AS overlap,
  round(100.0 * shared / (first_members + second_members - shared)) / 100 AS jaccard,
  [part IN [{name: a.name, members: first_members}, {name: b.name, members: second_members}]
    WHERE part.members = shared | part.name] AS contained,
  same_goals, inferred, [a.members_known, b.members_known] AS members_known, a.id AS first_id, b.id AS second_id
ORDER BY overlap DESC, shared DESC, jaccard DESC, first, second, first_id, second_id
