/*
title = "Vem äger vad, direkt och indirekt"
title_en = "Who owns what, directly and indirectly"
question = "Hur stor del av vad äger varje aktör, direkt och genom andra, och på vilka vägar?"
question_en = "How large a share of what does each actor own, directly and through others, and by which ways?"
view = "table"

[params.owner]
kind = "id"
labels = ["Actor"]
required = false
doc = "Bara vad denna aktör äger; alla om den utelämnas."
doc_en = "Only what this actor owns; all when left out."

[params.owned]
kind = "id"
labels = ["Actor"]
required = false
doc = "Bara vilka som äger denna aktör; alla om den utelämnas."
doc_en = "Only who owns this actor; all when left out."

[returns.owner]
term = "Ägare"
term_en = "Owner"

[returns.owned]
term = "Ägd"
term_en = "Owned"

[returns.steps]
term = "Led"
term_en = "Steps"
doc = "1: direkt. Högst fyra led följs."
doc_en = "1: directly. At most four steps are followed."

[returns.direct]
term = "Direkt, procent"
term_en = "Direct, percent"
doc = "0: ingen direkt andel är känd. Tomt: det finns en, men inte hur stor den är."
doc_en = "0: no direct share is known. Empty: there is one, but not how large it is."

[returns.indirect]
term = "Indirekt, procent"
term_en = "Indirect, percent"
doc = "Andelarna längs varje väg multiplicerade, och vägarna lagda ihop. Tomt: någon andel är okänd."
doc_en = "The shares along each way multiplied, and the ways added up. Empty: some share is unknown."

[returns.share]
term = "Sammanlagt, procent"
term_en = "In all, percent"
doc = "Tomt: någon andel är okänd. Utan en dag läggs andelar från olika tider ihop."
doc_en = "Empty: some share is unknown. Without a day, shares of different times are added up."

[returns.ways]
term = "Vägar"
term_en = "Ways"
doc = "Från ägaren, med andelen i procent före varje ägd; ? är okänd."
doc_en = "From the owner, with the share in percent before each owned; ? is unknown."

[returns.inferred]
term = "Härledda vägar"
term_en = "Inferred ways"
doc = "Vägar där någon andel är härledd."
doc_en = "Ways on which some share is inferred."

[returns.owner_id]
term = "Ägarens id"
term_en = "Owner's id"

[returns.owned_id]
term = "Den ägdas id"
term_en = "The owned one's id"
*/
MATCH way = (a:Actor)-[shares:OWNS_SHARE_OF*1..4]->(b:Actor)
WHERE ($owner IS NULL OR a.id = $owner) AND ($owned IS NULL OR b.id = $owned)
  AND all(o IN shares WHERE ($only_seed IS NULL OR o.seed = $only_seed)
    AND (NOT $stated_only OR coalesce(o.basis, '') <> 'inferred'))
  // Dates are compared at the precision that both have: 2018 holds all of 2018-03.
  AND ($at IS NULL OR all(period IN [o IN shares | [o.since, o.until]] + [n IN nodes(way) | [n.valid_from, n.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
// One unknown share makes the product unknown: null.
WITH a, b, size(shares) AS steps, reduce(percent = 100.0, o IN shares | percent * o.share / 100) AS percent,
  reduce(text = a.name, i IN range(1, size(shares)) |
    text + ' –' + coalesce(toString(shares[i - 1].share), '?') + '→ ' + nodes(way)[i].name) AS text,
  CASE WHEN any(o IN shares WHERE o.basis = 'inferred') THEN 1 ELSE 0 END AS doubt
ORDER BY steps, text
WITH a, b, min(steps) AS steps, collect(CASE WHEN steps = 1 THEN [percent] END) AS straight,
  collect(CASE WHEN steps > 1 THEN [percent] END) AS round_about, collect(text) AS ways, sum(doubt) AS inferred
// An unknown share makes the sum unknown too; a list of none is 0.
WITH a, b, steps, ways, inferred, reduce(sum = 0.0, each IN straight | sum + each[0]) AS direct,
  reduce(sum = 0.0, each IN round_about | sum + each[0]) AS indirect
RETURN a.name AS owner, b.name AS owned, steps, round(100.0 * direct) / 100 AS direct, round(100.0 * indirect) / 100 AS indirect,
  round(100.0 * (direct + indirect)) / 100 AS share, ways, inferred, a.id AS owner_id, b.id AS owned_id
ORDER BY owner, owner_id, steps, owned, owned_id
