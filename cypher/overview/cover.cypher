/*
title = "Vad källorna inte kan visa"
title_en = "What the sources cannot show"
question = "Hur många av varje slag av nod har det som metodens frågor vilar på, det tunnaste först?"
question_en = "How many nodes of each type have what the method's questions rest on, thinnest first?"
view = "table"

[returns.type]
term = "Slag"
term_en = "Type"

[returns.seed]
term = "Frö"
term_en = "Seed"

[returns.relation]
term = "Relation"
term_en = "Relation"
doc = "Tomt när raden gäller ett fält, eller ett slag som saknas helt."
doc_en = "Empty when the row is about a field, or about a type of which there is none."

[returns.field]
of = ["Actor", "Network", "Goal", "Project", "Effect", "LearningEvent", "StakeholderAnalysis"]
term = "Fält"
term_en = "Field"
doc = "Tomt när raden gäller en relation."
doc_en = "Empty when the row is about a relation."

[returns.known]
term = "Har det"
term_en = "Have it"

[returns.total]
term = "Av"
term_en = "Of"
doc = "0: inget av detta slag är känt."
doc_en = "0: none of this type is known."

[returns.share]
term = "Andel, procent"
term_en = "Share, percent"

[returns.inferred]
term = "Bara härlett"
term_en = "Only inferred"
doc = "Har det, men ingen källa säger det rent ut."
doc_en = "Have it, but no source states it."
*/
CALL {
  // The relations that the method's questions rest on, and how many nodes there are to have them.
  MATCH (n)
  WHERE n.seed = coalesce($only_seed, n.seed)
  WITH labels(n)[0] AS type, n.seed AS seed, count(n) AS total
  UNWIND CASE type
    WHEN 'Actor' THEN ['MEMBER_OF', 'ASSESSED_IN', 'COLLABORATES_WITH']
    WHEN 'Network' THEN ['MEMBER_OF', 'HOSTS', 'WORKS_ON', 'FOLLOWS_UP']
    WHEN 'Goal' THEN ['MEASURED_BY', 'OWNS_ISSUE', 'WORKS_ON', 'CONTRIBUTES_TO', 'LEADS_TO', 'SERVES', 'FOLLOWS_UP']
    WHEN 'Indicator' THEN ['HAS_VALUE']
    WHEN 'Challenge' THEN ['ADDRESSES', 'OWNS_ISSUE', 'CONCERNS']
    WHEN 'Project' THEN ['ADDRESSES', 'USES', 'RUNS', 'CONTRIBUTES_TO', 'LEADS', 'FUNDS', 'FOLLOWS_UP']
    WHEN 'Resource' THEN ['LEADS_TO']
    WHEN 'Activity' THEN ['RUNS']
    WHEN 'LearningEvent' THEN ['TOOK_PART_IN', 'ORGANISES', 'FOLLOWS_UP', 'PRODUCED', 'PRACTISES']
    WHEN 'Lesson' THEN ['INFORMS']
    WHEN 'StakeholderAnalysis' THEN ['CONCERNS', 'ASSESSED_IN']
    WHEN 'Mandate' THEN ['HOLDS', 'SERVES']
    WHEN 'Principle' THEN ['PRACTISES']
  END AS relation
  RETURN type, seed, relation, null AS field, 0 AS known, total, 0 AS inferred
  UNION ALL
  // How many nodes have each relation, at whichever end; one that a source states is enough.
  MATCH (n)-[r]-()
  WHERE ($only_seed IS NULL OR r.seed = $only_seed) AND (NOT $stated_only OR coalesce(r.basis, '') <> 'inferred')
  WITH n, type(r) AS relation, min(CASE WHEN r.basis = 'inferred' THEN 1 ELSE 0 END) AS doubt
  RETURN labels(n)[0] AS type, n.seed AS seed, relation, null AS field, count(n) AS known, null AS total, sum(doubt) AS inferred
  UNION ALL
  // The fields, each with its own word on whether it is stated; where it has none, the node's word counts.
  MATCH (n)
  WHERE n.seed = coalesce($only_seed, n.seed)
  UNWIND CASE labels(n)[0]
    WHEN 'Actor' THEN [['sector', n.sector, n.sector_basis], ['level', n.level, n.level_basis],
      ['municipality', n.municipality, n.municipality_basis], ['in_region', n.in_region, n.in_region_basis]]
    WHEN 'Network' THEN [['form', n.form, n.form_basis], ['members_known', n.members_known, null],
      ['governance', n.governance, null], ['valid_from', n.valid_from, n.date_basis]]
    WHEN 'Goal' THEN [['target_year', n.target_year, null]]
    WHEN 'Indicator' THEN [['better', n.better, null]]
    WHEN 'Project' THEN [['status', n.status, null], ['valid_from', n.valid_from, n.date_basis]]
    WHEN 'Effect' THEN [['horizon', n.horizon, null]]
    WHEN 'LearningEvent' THEN [['phase', n.phase, null], ['valid_from', n.valid_from, n.date_basis],
      ['participants', n.participants, null]]
    WHEN 'StakeholderAnalysis' THEN [['date', n.date, null]]
    WHEN 'Mandate' THEN [['valid_from', n.valid_from, n.date_basis]]
  END AS fact
  WITH n, fact, fact[1] IS NOT NULL AS given, coalesce(fact[2], n.basis, '') = 'inferred' AS doubt
  // What is inferred is not known, when only the stated counts.
  RETURN labels(n)[0] AS type, n.seed AS seed, null AS relation, fact[0] AS field,
    sum(CASE WHEN given AND NOT ($stated_only AND doubt) THEN 1 ELSE 0 END) AS known, count(*) AS total,
    sum(CASE WHEN given AND doubt AND NOT $stated_only THEN 1 ELSE 0 END) AS inferred
  UNION ALL
  // Types of which a seed has none.
  MATCH (n)
  WHERE n.seed = coalesce($only_seed, n.seed)
  WITH n.seed AS seed, collect(DISTINCT labels(n)[0]) AS present
  UNWIND ['Actor', 'Network', 'Goal', 'Indicator', 'Challenge', 'Project', 'Resource', 'Activity', 'Effect', 'LearningEvent',
    'Lesson', 'StakeholderAnalysis', 'Mandate', 'Principle'] AS type
  WITH type, seed, present
  WHERE NOT type IN present
  RETURN type, seed, null AS relation, null AS field, 0 AS known, null AS total, 0 AS inferred
}
WITH type, seed, relation, field, sum(known) AS known, max(total) AS total, sum(inferred) AS inferred
// What nodes have beside this is not asked for.
WHERE total IS NOT NULL OR (relation IS NULL AND field IS NULL)
// Of nothing there is no share: null, which comes first here.
WITH type, seed, relation, field, known, total, inferred, coalesce(1.0 * known / total, -1.0) AS cover
RETURN type, seed, relation, field, known, coalesce(total, 0) AS total, toInteger(round(100.0 * known / total)) AS share, inferred
ORDER BY cover, type, coalesce(relation, ''), coalesce(field, ''), seed
