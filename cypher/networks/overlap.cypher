/*
title = "Nätverk som liknar varandra"
title_en = "Networks that are alike"
question = "Vilka nätverk har samma medlemmar, så att ett av dem kanske kan avslutas eller slås ihop med det andra?"
question_en = "Which networks have the same members, so that one of them could perhaps end or be merged into the other?"
view = "table"

[params.at_least]
kind = "integer"
default = 2
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

[returns.inferred]
term = "Härledda bland de gemensamma"
term_en = "Inferred among the shared"
doc = "Gemensamma medlemmar vars medlemskap i något av nätverken ingen källa säger rent ut."
doc_en = "Shared members whose membership in either network no source states."

[returns.same_goals]
term = "Gemensamma mål"
term_en = "Goals in common"
doc = "Mål och utmaningar som båda är kända för att arbeta med."
doc_en = "Goals and challenges that both are known to work on."

[returns.members_known]
term = "Kända medlemmar"
term_en = "Members known"
doc = "Alla, om källorna namnger alla i båda; annars är talen minst så stora. Tomt när det är okänt."
doc_en = "All, if the sources name everyone in both; else the numbers are at least so large. Empty when unknown."

[returns.first_id]
term = "Id"
term_en = "Id"

[returns.second_id]
term = "Id att jämföra med"
term_en = "Id to compare with"
*/
MATCH (n:Network)<-[m:MEMBER_OF]-(a:Actor)
WHERE ($only_seed IS NULL OR m.seed = $only_seed)
  AND ($at IS NULL OR all(period IN [[m.since, m.until], [a.valid_from, a.valid_to], [n.valid_from, n.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
WITH n, a, min(CASE WHEN m.basis = 'inferred' THEN 1 ELSE 0 END) AS doubt
// A membership is in doubt when no source states it; collect leaves out the nulls.
WITH n, collect(a.id) AS members, collect(CASE WHEN doubt = 1 THEN a.id END) AS doubtful
WITH collect({network: n, members: members, doubtful: doubtful}) AS all
UNWIND all AS one
UNWIND all AS other
WITH one, other
WHERE one.network.id < other.network.id
WITH one.network AS a, other.network AS b, size(one.members) AS first_members, size(other.members) AS second_members,
  [member IN one.members WHERE member IN other.members] AS both, one.doubtful + other.doubtful AS doubtful
WITH a, b, first_members, second_members, size(both) AS shared, size([member IN both WHERE member IN doubtful]) AS inferred,
  CASE WHEN first_members < second_members THEN first_members ELSE second_members END AS smaller
WHERE shared >= $at_least AND shared >= $least_overlap * smaller
OPTIONAL MATCH (a)-[w:WORKS_ON]->(issue)<-[v:WORKS_ON]-(b)
WHERE $only_seed IS NULL OR (w.seed = $only_seed AND v.seed = $only_seed)
WITH a, b, first_members, second_members, shared, inferred, smaller, count(DISTINCT issue) AS same_goals
RETURN a.name AS first, b.name AS second, shared, first_members, second_members,
  round(100.0 * shared / smaller) / 100 AS overlap,
  round(100.0 * shared / (first_members + second_members - shared)) / 100 AS jaccard, inferred, same_goals,
  CASE WHEN a.members_known IS NULL OR b.members_known IS NULL THEN null
       WHEN a.members_known = 'all' AND b.members_known = 'all' THEN 'all' ELSE 'part' END AS members_known,
  a.id AS first_id, b.id AS second_id
ORDER BY overlap DESC, shared DESC, jaccard DESC, first, second, first_id, second_id
