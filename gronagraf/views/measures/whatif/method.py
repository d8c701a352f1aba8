"""How `whatif` works things out, and where that comes from."""

import textwrap

from gronagraf.schema import Language, Term
from gronagraf.views.measures.whatif.suggestions import BLIND, GROWN, METHOD
from gronagraf.views.measures.whatif.words import AS_IF, CARRIED

WIDEST = 100
CHANGE = Term(
    "Förändringen görs i det urval som mäts, allt på en gång: det som går bort tar sina relationer med sig, det som går"
    " samman ärver den andras. Därefter görs nätet om från grunden och mäts som förut.",
    "The change is made to the selection that is measured, all of it at once: what leaves takes its relations with it,"
    " what is merged hands its over. Then the network is made anew and measured as before.",
)
PARTS = Term(
    "Delar är svaga komponenter. Ett par tappar kontakten när det hade en väg, längs banden där de har en riktning, men"
    " inte längre har det; inom räckhåll är högst --steps steg.",
    "Parts are weak components. A pair loses contact when it had a path, along the ties where those have a direction,"
    " and has none any more; in reach is at most --steps steps.",
)
BROKERS = Term(
    "Nya mellanhänder är de vars mellanhand (Freeman 1977, Sociometry 40: 35-41) ökar mest.",
    "New brokers are those whose betweenness (Freeman 1977, Sociometry 40: 35-41) grows most.",
)
TIES = Term(
    "--suggest prövar varje nytt band (a, b): avståndet från u till v blir det minsta av d(u, v) och d(u, a) + 1 +"
    " d(b, v). Ett deltagande binder aktören till alla som är med.",
    "--suggest tries every new tie (a, b): the distance from u to v becomes the least of d(u, v) and d(u, a) + 1 +"
    " d(b, v). A membership ties the actor to all members.",
)


def explained(language: Language) -> str:
    """Each method in a paragraph, ending in a line feed."""
    told = (CHANGE, PARTS, CARRIED, BROKERS, TIES, METHOD, GROWN, AS_IF, BLIND)
    return "\n\n".join(textwrap.fill(term[language], WIDEST) for term in told) + "\n"
