"""What the map page says of what has changed, of where the thread breaks, and of moving nodes."""

from collections.abc import Mapping

from gronagraf.schema import Term

MARKING: Mapping[str, Term] = {
    "before": Term("Tidigare: {0}", "Before: {0}"),
    "breaks": Term("Var tråden brister", "Where the thread breaks"),
    "breaks_list": Term("Alla brister", "All breaks"),
    "breaks_none": Term("Ingen brist är belagd.", "No break is proven."),
    "breaks_only": Term("Bara där den brister", "Only where it breaks"),
    "broken": Term("Bruten", "Broken"),
    "unknown": Term("Okänd", "Unknown"),
    "unknown_note": Term(
        "Okänt är inte brutet: källorna säger inget om det.", "Unknown is not broken: the sources say nothing of it."
    ),
    "break_missing": Term("Gäller: ", "It is about: "),
    "break_menders": Term("Kan laga:", "Can mend it:"),
    "break_nobody": Term("Ingen känd kan laga den.", "Nobody known can mend it."),
    "break_through": Term(" genom ", " through "),
    "changes": Term("Förändringar", "Changes"),
    "changes_only": Term("Bara det som har ändrats", "Only what has changed"),
    "changes_none": Term("Inget har ändrats.", "Nothing has changed."),
    "compared_with": Term("Jämfört med {0}", "Compared with {0}"),
    "is_new": Term("Ny", "New"),
    "is_gone": Term("Borta", "Gone"),
    "is_changed": Term("Ändrad", "Changed"),
    "mark": Term("Märkning", "Mark"),
    "nothing": Term("inget värde", "no value"),
    "turned_into": Term("blev", "became"),
    "was_changed": Term("Ändrat sedan dess", "Changed since then"),
    "move": Term("Flytta noder", "Move nodes"),
    "move_off": Term("Sluta flytta", "Stop moving"),
    "move_on_told": Term(
        "Flyttläge. Dra noder, eller flytta den valda med piltangenterna. Skift tar stora steg, Esc avslutar.",
        "Move mode. Drag nodes, or move the selected one with the arrow keys. Shift takes large steps, Esc ends.",
    ),
    "move_off_told": Term("Flyttläget är avslutat.", "Move mode has ended."),
    "move_pick": Term("Välj en nod att flytta.", "Choose a node to move."),
    "moved_told": Term("{0} är flyttad.", "{0} has been moved."),
    "moved_back": Term("Ångra flytt", "Undo moves"),
    "moved_back_told": Term("Noderna står där de stod.", "The nodes stand where they stood."),
    "moved_count": Term("{0} flyttade noder", "{0} moved nodes"),
    "moved_count_one": Term("1 flyttad nod", "1 moved node"),
    "save_places": Term("Spara lägen", "Save positions"),
    "saved_places": Term("Lägena är sparade i en fil.", "The positions are saved in a file."),
}
