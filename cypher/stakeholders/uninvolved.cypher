/*
title = "Bedömd men inte känd som delaktig"
title_en = "Assessed but not known to be involved"
question = "Vilka är bedömda som intressenter utan att vara kända i något nätverk, projekt, uppdrag, lärtillfälle eller samarbete?"
question_en = "Who has been assessed as a stakeholder without being known in any network, project, mandate, learning event or collaboration?"
view = "table"
rests_on = ["Actor.MEMBER_OF", "Actor.PARTNERS_IN", "Actor.TOOK_PART_IN"]

[returns.actor]
term = "Aktör"
term_en = "Actor"

[returns.sector]
term = "Sektor"
term_en = "Sector"

[returns.power]
term = "Makt"
term_en = "Power"
doc = "Det högsta värdet i någon analys, 1–5; tomt betyder inte bedömt."
doc_en = "The highest score in any analysis, 1–5; empty means not assessed."

[returns.relevance]
term = "Relevans"
term_en = "Relevance"

[returns.interest]
term = "Intresse"
term_en = "Interest"

[returns.stake]
term = "Intressentroller"
term_en = "Stakes"

[returns.analyses]
term = "Intressentanalyser"
term_en = "Stakeholder analyses"

[returns.inferred]
term = "Härledda bedömningar"
term_en = "Inferred assessments"

[returns.id]
term = "Id"
term_en = "Id"
*/
MATCH (a:Actor)-[s:ASSESSED_IN]->(x:StakeholderAnalysis)
WHERE ($only_seed IS NULL OR s.seed = $only_seed) AND (NOT $stated_only OR coalesce(s.basis, '') <> 'inferred')
  AND ($at IS NULL OR all(period IN [[a.valid_from, a.valid_to]] WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
  AND NOT EXISTS {
    MATCH (a)-[r:OWNS_ISSUE|LEADS|PARTNERS_IN|FUNDS|MEMBER_OF|HOSTS|HOLDS|ORGANISES|TOOK_PART_IN|COLLABORATES_WITH]-(other)
    WHERE ($only_seed IS NULL OR r.seed = $only_seed) AND (NOT $stated_only OR coalesce(r.basis, '') <> 'inferred')
      AND ($at IS NULL OR all(period IN [[r.since, r.until], [other.valid_from, other.valid_to]] WHERE
        (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
        (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1]))))) }
WITH a, s, x ORDER BY x.date, x.name, x.id
RETURN a.name AS actor, a.sector AS sector, max(s.power) AS power, max(s.relevance) AS relevance, max(s.interest) AS interest,
  collect(DISTINCT s.stake) AS stake, collect(x.name) AS analyses,
  sum(CASE WHEN s.basis = 'inferred' THEN 1 ELSE 0 END) AS inferred, a.id AS id
ORDER BY coalesce(power, 0) + coalesce(relevance, 0) DESC, actor, id
