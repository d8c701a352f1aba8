/*
title = "Nätverk efter samhandlingsform"
title_en = "Networks by form"
question = "Vilka nätverk är chefsnätverk, uppdragsnätverk eller tematiska samtal, och sägs det av en källa?"
question_en = "Which networks are executive networks, assignment networks or thematic talks, and does a source say so?"
view = "table"
rests_on = ["Network.form", "Network.MEMBER_OF"]

[params.form]
kind = "choice"
choices = "Network.form"
required = false
doc = "Bara nätverk av den här formen."
doc_en = "Only networks of this form."

[returns.form]
term = "Samhandlingsform"
term_en = "Form"
doc = "Tomt när formen är okänd."
doc_en = "Empty when the form is unknown."

[returns.network]
term = "Nätverk"
term_en = "Network"

[returns.form_text]
term = "Form, källans ord"
term_en = "Form, in the source's words"

[returns.basis]
term = "Formens grund"
term_en = "Basis of the form"

[returns.members]
term = "Medlemmar"
term_en = "Members"
doc = "Kända medlemmar. Alla roller räknas, även finansiärer och sökande."
doc_en = "Known members. Every role counts, funders and applicants too."

[returns.inferred]
term = "Härledda medlemskap"
term_en = "Inferred memberships"
doc = "Medlemskap som ingen källa säger rent ut."
doc_en = "Memberships that no source states."

[returns.members_known]
term = "Kända medlemmar"
term_en = "Members known"
doc = "Alla, en del eller inga av medlemmarna namnges i källan; tomt när det är okänt."
doc_en = "All, part or none of the members are named in the source; empty when unknown."

[returns.id]
term = "Id"
term_en = "Id"
*/
// A way of no step keeps the network without known members.
MATCH way = (n:Network)<-[:MEMBER_OF*0..1]-(a)
WHERE ($only_seed IS NULL OR n.seed = $only_seed)
  AND ($form IS NULL OR n.form = $form)
  // A field without a basis of its own has its node's.
  AND (NOT $stated_only OR coalesce(n.form_basis, n.basis, '') <> 'inferred')
  AND all(r IN relationships(way) WHERE ($only_seed IS NULL OR r.seed = $only_seed)
    AND (NOT $stated_only OR coalesce(r.basis, '') <> 'inferred'))
  AND ($at IS NULL OR all(period IN
    [r IN relationships(way) | [r.since, r.until]] + [node IN nodes(way) | [node.valid_from, node.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
WITH n, a, min(CASE WHEN 'inferred' IN [r IN relationships(way) | r.basis] THEN 1 ELSE 0 END) AS doubt
// The network itself, at no step, is no member.
WITH n, count(a) - 1 AS members, sum(doubt) AS inferred
RETURN n.form AS form, n.name AS network, n.form_text AS form_text, coalesce(n.form_basis, n.basis) AS basis, members, inferred,
  n.members_known AS members_known, n.id AS id
ORDER BY coalesce(form, 'unknown'), network, id
