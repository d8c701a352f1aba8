"""What the map page says of what is taken away from it and told with it, in Swedish and English."""

from collections.abc import Mapping

from gronagraf.schema import Term

TAKING: Mapping[str, Term] = {
    "add_to_story": Term("Lägg till vyn i berättelsen", "Add the view to the story"),
    "add_view": Term("Lägg till", "Add"),
    "added": Term("{0} är med i berättelsen", "{0} is in the story"),
    "copied": Term("Länken är kopierad", "The link is copied"),
    "copy_link": Term("Kopiera länk till vyn", "Copy link to the view"),
    "copy_yourself": Term(
        "Webbläsaren låter inte sidan kopiera. Länken är markerad: kopiera den härifrån.",
        "The browser does not let the page copy. The link is selected: copy it from here.",
    ),
    "leave_story": Term("Lämna berättelsen", "Leave the story"),
    "move_down": Term("Flytta {0} nedåt", "Move {0} down"),
    "move_up": Term("Flytta {0} uppåt", "Move {0} up"),
    "moved_to": Term("Flyttad till plats {0}", "Moved to place {0}"),
    "next": Term("Nästa steg", "Next step"),
    "play_story": Term("Visa berättelsen", "Show the story"),
    "previous": Term("Föregående steg", "Previous step"),
    "remove": Term("Ta bort {0}", "Remove {0}"),
    "removed": Term("{0} är borttagen", "{0} is removed"),
    "save_story": Term("Spara som fil", "Save as a file"),
    "saved": Term("Sparade {0}", "Saved {0}"),
    "story": Term("Berättelse", "Story"),
    "story_note": Term(
        "Berättelsen finns bara på den här sidan tills den är sparad. Filen ges till gronagraf map --story.",
        "The story is only on this page until it is saved. The file is given to gronagraf map --story.",
    ),
    "story_of": Term("Berättelse: {0}", "Story: {0}"),
    "story_step": Term("Steg {0} av {1}", "Step {0} of {1}"),
    "story_title": Term("Berättelsens titel", "Title of the story"),
    "take": Term("Hämta", "Take away"),
    "take_edges": Term("Relationerna som visas (CSV)", "The relations shown (CSV)"),
    "take_nodes": Term("Noderna som visas (CSV)", "The nodes shown (CSV)"),
    "take_png": Term("Bild av vyn (PNG)", "Picture of the view (PNG)"),
    "take_svg": Term("Bild av vyn (SVG)", "Picture of the view (SVG)"),
    "view_text": Term("Vad vyn visar", "What the view shows"),
    "view_title": Term("Vyns titel", "Title of the view"),
    "inferred_or_not": Term("härlett?", "inferred?"),
    "wording": Term("källans ord", "the source's words"),
}
