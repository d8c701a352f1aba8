/*
title = "Nätverk utan mål, värd eller lärtillfälle"
title_en = "Networks without goal, host or learning event"
question = "Vilka nätverk har inget känt mål, ingen känd värd eller inget känt lärtillfälle på flera år?"
question_en = "Which networks have no known goal, no known host or no known learning event for years?"
view = "table"
rests_on = ["Network.WORKS_ON", "Network.HOSTS", "Network.FOLLOWS_UP"]

[params.years]
kind = "integer"
default = 3
lowest = 1
highest = 100
doc = "Så många år utan lärtillfälle, räknat bakåt från --at, annars från det senaste lärtillfälle som är känt för något nätverk."
doc_en = "So many years without a learning event, counted back from --at, else from the latest learning event known of any network."

[returns.network]
term = "Nätverk"
term_en = "Network"

[returns.form]
term = "Samhandlingsform"
term_en = "Form"

[returns.no_goal]
term = "Inget känt mål"
term_en = "No known goal"
doc = "Inte känt för att arbeta med något mål eller någon utmaning."
doc_en = "Not known to work on any goal or challenge."

[returns.no_host]
term = "Ingen känd värd"
term_en = "No known host"

[returns.no_event]
term = "Inget känt lärtillfälle"
term_en = "No known event"
doc = "Inget daterat lärtillfälle under åren är känt för att ha följt upp nätverket."
doc_en = "No dated learning event in the years is known to have followed up the network."

[returns.hosts]
term = "Värdar"
term_en = "Hosts"

[returns.latest]
term = "Senaste lärtillfälle"
term_en = "Latest event"
doc = "Tomt när inget daterat lärtillfälle är känt."
doc_en = "Empty when no dated learning event is known."

[returns.undated]
term = "Odaterade lärtillfällen"
term_en = "Undated events"

[returns.valid_to]
term = "Nätverket upphörde"
term_en = "Network ended"
doc = "Tomt när inget slut är känt."
doc_en = "Empty when no end is known."

[returns.inferred]
term = "Härledda kopplingar"
term_en = "Inferred links"
doc = "Till mål, värdar och lärtillfällen; ingen källa säger dem rent ut."
doc_en = "To goals, hosts and events; no source states them."

[returns.id]
term = "Id"
term_en = "Id"
*/
// A way of no step keeps the network that has no tie at all.
MATCH way = (n:Network)-[:WORKS_ON|HOSTS|FOLLOWS_UP*0..1]-(x)
WHERE ($only_seed IS NULL OR n.seed = $only_seed)
  AND all(r IN relationships(way) WHERE ($only_seed IS NULL OR r.seed = $only_seed)
    AND (NOT $stated_only OR coalesce(r.basis, '') <> 'inferred'))
  // A learning event counts long after its day.
  AND ($at IS NULL OR all(period IN [[n.valid_from, n.valid_to]] + CASE WHEN x:LearningEvent THEN []
    ELSE [r IN relationships(way) | [r.since, r.until]] + [[x.valid_from, x.valid_to]] END WHERE
    (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
    (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
WITH n, x, relationships(way) AS ties, coalesce(x.valid_from, x.valid_to) AS begun
ORDER BY x.name, x.id
WITH n, size([x IN collect(x) WHERE x:Goal OR x:Challenge]) = 0 AS no_goal,
  collect(DISTINCT CASE WHEN x:Actor THEN x END) AS hosts,
  max(CASE WHEN x:LearningEvent AND ($at IS NULL OR left(begun, size($at)) <= left($at, size(begun)))
    THEN coalesce(x.valid_to, x.valid_from) END) AS latest,
  count(CASE WHEN x:LearningEvent AND begun IS NULL THEN 1 END) AS undated,
  sum(size([r IN ties WHERE r.basis = 'inferred'])) AS inferred
WITH collect({network: n, no_goal: no_goal, hosts: hosts, latest: latest, undated: undated, inferred: inferred}) AS all,
  // The years are counted back from $at, else from the latest event of any of these networks.
  coalesce($at, max(latest)) AS day
UNWIND all AS each
WITH each, each.network AS n, each.latest AS latest, each.hosts AS hosts, size(each.hosts) = 0 AS no_host,
  toString(toInteger(left(day, 4)) - $years) + substring(day, 4) AS since
WITH each, n, latest, hosts, each.no_goal AS no_goal, no_host,
  coalesce(left(latest, size(since)) < left(since, size(latest)), true) AS no_event
WHERE no_goal OR no_host OR no_event
RETURN n.name AS network, n.form AS form, no_goal, no_host, no_event, [host IN hosts | host.name] AS hosts, latest,
  each.undated AS undated, n.valid_to AS valid_to, each.inferred AS inferred, n.id AS id
ORDER BY size([lack IN [no_goal, no_host, no_event] WHERE lack]) DESC, network, id
