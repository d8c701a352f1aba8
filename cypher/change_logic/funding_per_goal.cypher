/*
title = "Pengar per mål"
title_en = "Money per goal"
question = "Hur mycket pengar går till projekten under varje mål, för varje slags belopp för sig?"
question_en = "How much money goes to the projects under each goal, each kind of amount by itself?"
view = "table"

[returns.goal]
term = "Mål"
term_en = "Goal"

[returns.amount_kind]
term = "Slags belopp"
term_en = "Kind of amount"
doc = "Tomt: finansiering utan känt belopp, eller projekt utan känd finansiering. Olika slag läggs aldrig ihop."
doc_en = "Empty: funding without a known amount, or projects without known funding. Different kinds are never added up."

[returns.amount_sek]
term = "Belopp, kr"
term_en = "Amount, SEK"
doc = "Summan av de kända beloppen; tomt när inget är känt. Ett projekt med flera mål räknas under vart och ett."
doc_en = "The sum of the known amounts; empty when none is known. A project with several goals counts under each."

[returns.projects]
term = "Projekt"
term_en = "Projects"

[returns.fundings]
term = "Finansieringar"
term_en = "Fundings"

[returns.without_amount]
term = "Utan känt belopp"
term_en = "Without a known amount"

[returns.inferred]
term = "Härledda kopplingar till målet"
term_en = "Inferred links to the goal"
doc = "Projekt vars koppling till målet är härledd."
doc_en = "Projects whose link to the goal is inferred."

[returns.id]
term = "Id"
term_en = "Id"
*/
MATCH (p:Project)-[c:CONTRIBUTES_TO]->(g:Goal)
WHERE $only_seed IS NULL OR c.seed = $only_seed
OPTIONAL MATCH (:Actor)-[f:FUNDS]->(p)
WHERE $only_seed IS NULL OR f.seed = $only_seed
WITH g, f.amount_kind AS amount_kind, count(DISTINCT p.id) AS projects, count(f) AS fundings,
  count(f.amount_sek) AS known, sum(f.amount_sek) AS total,
  count(DISTINCT CASE WHEN c.basis = 'inferred' THEN p.id END) AS inferred
RETURN g.name AS goal, amount_kind, CASE WHEN known > 0 THEN total END AS amount_sek, projects, fundings,
  fundings - known AS without_amount, inferred, g.id AS id
ORDER BY goal, id, amount_kind IS NULL, amount_kind
