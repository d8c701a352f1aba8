/*
title = "Med i flest nätverk"
title_en = "Members of most networks"
question = "Vilka aktörer är med i flest nätverk, och i vilka roller?"
question_en = "Which actors take part in most networks, and in which roles?"
view = "table"

[params.at_least]
kind = "integer"
default = 2
lowest = 1
highest = 1000
doc = "Minsta antal nätverk."
doc_en = "Smallest number of networks."

[params.role]
kind = "choice"
choices = "MEMBER_OF.role"
required = false
doc = "Räkna bara den här rollen; alla roller räknas om den utelämnas."
doc_en = "Count this role only; every role counts when left out."

[returns.actor]
term = "Aktör"
term_en = "Actor"

[returns.sector]
term = "Sektor"
term_en = "Sector"

[returns.networks]
term = "Nätverk"
term_en = "Networks"
doc = "Alla roller räknas, även finansiärer och sökande."
doc_en = "Every role counts, funders and applicants too."

[returns.convenor]
term = "Sammankallande"
term_en = "Convenor"

[returns.member]
term = "Medlem"
term_en = "Member"

[returns.representative]
term = "Representant"
term_en = "Representative"

[returns.associate]
term = "Associerad"
term_en = "Associate"

[returns.funder]
term = "Finansiär"
term_en = "Funder"

[returns.supporter]
term = "Stödjer"
term_en = "Supporter"

[returns.applicant]
term = "Har ansökt"
term_en = "Applicant"

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
  AND ($role IS NULL OR m.role = $role)
  AND ($at IS NULL OR all(period IN [[m.since, m.until], [a.valid_from, a.valid_to], [n.valid_from, n.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
// Two periods in one network count as one: first by actor and network, then by actor.
WITH a, n, collect(m.role) AS roles, min(CASE WHEN m.basis = 'inferred' THEN 1 ELSE 0 END) AS doubt
WITH a, count(n) AS networks, sum(doubt) AS inferred, sum(CASE WHEN 'convenor' IN roles THEN 1 ELSE 0 END) AS convenor,
  sum(CASE WHEN 'member' IN roles THEN 1 ELSE 0 END) AS member,
  sum(CASE WHEN 'representative' IN roles THEN 1 ELSE 0 END) AS representative,
  sum(CASE WHEN 'associate' IN roles THEN 1 ELSE 0 END) AS associate,
  sum(CASE WHEN 'funder' IN roles THEN 1 ELSE 0 END) AS funder,
  sum(CASE WHEN 'supporter' IN roles THEN 1 ELSE 0 END) AS supporter,
  sum(CASE WHEN 'applicant' IN roles THEN 1 ELSE 0 END) AS applicant
WHERE networks >= $at_least
RETURN a.name AS actor, a.sector AS sector, networks,
  convenor, member, representative, associate, funder, supporter, applicant, inferred, a.id AS id
ORDER BY networks DESC, convenor DESC, actor, id
