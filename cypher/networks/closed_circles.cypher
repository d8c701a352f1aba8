/*
title = "Min krets, mitt område"
title_en = "My circle, my area"
question = "Vilka aktörer möter ingen som är känd från en annan sektor, eller ingen från en annan kommun?"
question_en = "Which actors meet no one who is known to be from another sector, or no one from another municipality?"
view = "table"
rests_on = ["Network.MEMBER_OF", "LearningEvent.TOOK_PART_IN", "Actor.sector", "Actor.municipality"]

[returns.actor]
term = "Aktör"
term_en = "Actor"

[returns.sector]
term = "Sektor"
term_en = "Sector"

[returns.municipality]
term = "Kommun"
term_en = "Municipality"

[returns.meets]
term = "Möter"
term_en = "Meets"
doc = "Andra aktörer i samma nätverk, projekt och lärtillfällen; alla roller räknas, även finansiärer och sökande."
doc_en = "Other actors in the same networks, projects and learning events; every role counts, funders and applicants too."

[returns.other_sectors]
term = "Från en annan sektor"
term_en = "From another sector"
doc = "Tomt när aktörens egen sektor är okänd."
doc_en = "Empty when the actor's own sector is unknown."

[returns.other_municipalities]
term = "Från en annan kommun"
term_en = "From another municipality"
doc = "Tomt när aktörens egen kommun är okänd."
doc_en = "Empty when the actor's own municipality is unknown."

[returns.sector_unknown]
term = "Med okänd sektor"
term_en = "Of unknown sector"
doc = "Bland dem som aktören möter."
doc_en = "Among those whom the actor meets."

[returns.municipality_unknown]
term = "Med okänd kommun"
term_en = "Of unknown municipality"
doc = "Bland dem som aktören möter."
doc_en = "Among those whom the actor meets."

[returns.through]
term = "Genom"
term_en = "Through"
doc = "De nätverk, projekt och lärtillfällen där aktören möter någon."
doc_en = "The networks, projects and learning events in which the actor meets someone."

[returns.inferred]
term = "Härledda möten"
term_en = "Inferred meetings"
doc = "Aktörer som inget möte med är rent utsagt av en källa."
doc_en = "Actors with whom no meeting is stated by a source."

[returns.id]
term = "Id"
term_en = "Id"
*/
MATCH (a:Actor)-[r:MEMBER_OF|LEADS|PARTNERS_IN|ORGANISES|TOOK_PART_IN]->(arena:Network|Project|LearningEvent)
WHERE ($only_seed IS NULL OR r.seed = $only_seed) AND (NOT $stated_only OR coalesce(r.basis, '') <> 'inferred')
  AND ($at IS NULL OR all(period IN [[r.since, r.until], [a.valid_from, a.valid_to], [arena.valid_from, arena.valid_to]]
    WHERE (period[0] IS NULL OR left(period[0], size($at)) <= left($at, size(period[0]))) AND
          (period[1] IS NULL OR left(period[1], size($at)) >= left($at, size(period[1])))))
// Being there is in doubt when no source states it, and a meeting when either of the two is in doubt.
WITH arena, a, min(CASE WHEN r.basis = 'inferred' THEN 1 ELSE 0 END) AS doubt
WITH arena, collect({actor: a, doubt: doubt}) AS here, count(DISTINCT a.sector) AS sectors,
  count(DISTINCT a.municipality) AS seats
UNWIND here AS one
WITH one.actor AS a, collect({place: arena, here: here, doubt: one.doubt}) AS arenas, max(sectors) AS sectors,
  max(seats) AS seats
// The circle is closed where no arena of the actor's holds a second sector, or a second municipality.
WHERE (a.sector IS NOT NULL AND sectors = 1) OR (a.municipality IS NOT NULL AND seats = 1)
UNWIND arenas AS arena
UNWIND arena.here AS other
WITH a, arena.place AS place, other.actor AS b, sign(arena.doubt + other.doubt) AS doubt
WHERE b.id <> a.id
WITH a, b, min(doubt) AS doubt, collect(place) AS places
WITH a, collect(b) AS met, sum(doubt) AS inferred, collect(places) AS shared
UNWIND shared AS places
UNWIND places AS place
WITH DISTINCT a, met, inferred, place
ORDER BY place.name, place.id
WITH a, met, inferred, collect(place.name) AS through
// An actor whose municipality is unknown is looked for as an id that no node has, which every engine finds in its index.
OPTIONAL MATCH (seat:Actor {id: coalesce(a.municipality, '')})
// The size of null is null: nothing is said of an actor whose own sector or municipality is unknown.
RETURN a.name AS actor, a.sector AS sector, seat.name AS municipality, size(met) AS meets,
  size([b IN met WHERE b.sector <> a.sector]) + 0 * size(a.sector) AS other_sectors,
  size([b IN met WHERE b.municipality <> a.municipality]) + 0 * size(a.municipality) AS other_municipalities,
  size([b IN met WHERE b.sector IS NULL]) AS sector_unknown,
  size([b IN met WHERE b.municipality IS NULL]) AS municipality_unknown,
  through, inferred, a.id AS id
ORDER BY meets DESC, actor, id
