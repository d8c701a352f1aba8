"""What the map page says of itself to those who read it or walk it by keys: help, summary, tables."""

from collections.abc import Mapping

from gronagraf.schema import Term

READING: Mapping[str, Term] = {
    "about": Term("Hjälp och om kartan", "Help and about the map"),
    "about_made": Term(
        "Kartan är en fristående fil. Den hämtar ingenting och skickar ingenting: allt den visar finns i filen.",
        "The map is a file of its own. It fetches nothing and sends nothing: all that it shows is in the file.",
    ),
    "about_placed": Term(
        "Var noderna står är uträknat av relationerna: de som hör ihop står nära. Avståndet i sig är inget mått.",
        "Where nodes stand is worked out from the relations: those that belong together stand close. Distance itself "
        "measures nothing.",
    ),
    "about_map": Term("Om kartan", "About the map"),
    "about_with": Term(
        "Ritad med vis-network (© 2011–2017 Almende B.V., © 2017–2019 visjs contributors), som får användas enligt "
        "Apache-2.0 eller MIT; skriven med Gronagraf (EUPL-1.2) och pyvis (BSD).",
        "Drawn with vis-network (© 2011–2017 Almende B.V., © 2017–2019 visjs contributors), licensed under Apache-2.0 "
        "or MIT; written with Gronagraf (EUPL-1.2) and pyvis (BSD).",
    ),
    "and_others": Term("och {0} till", "and {0} more"),
    "basis": Term("Belägg", "Basis"),
    "in_words": Term("Kartan i ord", "The map in words"),
    "in_words_chosen": Term(
        "Det är ett urval: hela kartan har {0} noder och {1} relationer.",
        "This is a selection: the whole map has {0} nodes and {1} relations.",
    ),
    "in_words_communities": Term(
        "{0} klungor hör ihop mer inom sig än med andra: {1}.",
        "{0} communities are tied more within than to others: {1}.",
    ),
    "in_words_community": Term("kring {0} ({1})", "around {0} ({1})"),
    "in_words_inferred": Term(
        "Härlett och inte sagt av källan: {0} noder, {1} relationer.",
        "Inferred and not stated by the source: {0} nodes, {1} relations.",
    ),
    "in_words_loose": Term("Utan koppling ({0}): {1}.", "Without ties ({0}): {1}."),
    "in_words_most": Term("Kopplade till flest andra: {0}.", "Tied to most others: {0}."),
    "in_words_relations": Term("Relationer: {0}.", "Relations: {0}."),
    "in_words_size": Term("Kartan visar {0} och {1}.", "The map shows {0} and {1}."),
    "in_words_together": Term("{0} hänger ihop i ett nät.", "{0} hang together in one network."),
    "in_words_apart": Term(
        "{0} hänger ihop i ett nät; mindre nät därutöver: {1}.",
        "{0} hang together in one network; smaller ones besides it: {1}.",
    ),
    "in_words_types": Term("Noder: {0}.", "Nodes: {0}."),
    "in_words_undated": Term("{0} av {1} relationer saknar årtal.", "{0} of {1} relations have no year."),
    "keys": Term("Tangenter på kartan", "Keys on the map"),
    "keys_note": Term(
        "De gäller när kartan är vald: gå till den med tabb eller klicka på den.",
        "They work while the map has the focus: reach it by tab or click it.",
    ),
    "key_walk": Term(
        "gå längs en relation åt det hållet; först till den nod som har flest kopplingar",
        "walk along a relation that way; first to the node with most ties",
    ),
    "key_round": Term(
        "nästa, föregående granne till den nod du kom från", "next, previous neighbour of where you came from"
    ),
    "key_here": Term(
        "stanna här: gå sedan runt denna nods grannar", "stand here: then go round the neighbours of this node"
    ),
    "key_enter": Term("in i detaljerna; Escape tillbaka", "into the details; Escape back"),
    "key_pan": Term("flytta kartan", "move the map"),
    "key_zoom": Term("zooma in, ut, visa hela kartan", "zoom in, out, show the whole map"),
    "key_search": Term("sök", "search"),
    "key_close": Term("stäng detaljerna, eller töm sökningen", "close the details, or clear the search"),
    "key_groups": Term("nästa, föregående stängda klunga; ↵ öppnar den", "next, previous closed community; ↵ opens it"),
    "key_help": Term("den här hjälpen", "this help"),
    "neighbours": Term("{0} grannar", "{0} neighbours"),
    "neighbours_one": Term("1 granne", "1 neighbour"),
    "none_that_way": Term("Ingen granne åt det hållet. {0}: tryck n.", "No neighbour that way. {0}: press n."),
    "nothing_shown": Term("Ingen nod visas.", "No node is shown."),
    "of": Term("{0} av {1}", "{0} of {1}"),
    "period": Term("Tid", "Period"),
    "sorted_down": Term("Sorterat efter {0}, fallande", "Sorted by {0}, descending"),
    "sorted_up": Term("Sorterat efter {0}, stigande", "Sorted by {0}, ascending"),
    "stands": Term("{0}, {1}, {2}", "{0}, {1}, {2}"),
    "table_filter": Term("Visa bara rader med", "Only rows with"),
    "walked": Term("{0}, {1}. {2} {3}. {4} av {5}", "{0}, {1}. {2} {3}. {4} of {5}"),
}

KEYS = (
    ("← ↑ → ↓", "key_walk"),
    ("N P", "key_round"),
    ("␣", "key_here"),
    ("↵", "key_enter"),
    ("⇧ ← ↑ → ↓", "key_pan"),
    ("+ − 0", "key_zoom"),
    ("PgDn PgUp", "key_groups"),
    ("/", "key_search"),
    ("Esc", "key_close"),
    ("?", "key_help"),
)
"""The keys that count on the map, and the word that tells what each does."""
