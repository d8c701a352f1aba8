"""How `whatif` and `--stability` work things out, and where that comes from."""

import textwrap

from gronagraf.schema import Language, Term
from gronagraf.views.measures.suggestions import BLIND, GROWN, METHOD
from gronagraf.views.measures.whatif_words import AS_IF, CARRIED

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
STABILITY = Term(
    "--stability (i influence) tar bort och lägger till en andel av underlaget på måfå, mäter om och ser hur platserna"
    " ändras (Borgatti, Carley & Krackhardt 2006, Social Networks 28: 124-136). I nät genom gemensamma möten är det"
    " deltaganden som störs, inte banden mellan dem som möts: ett fel i källan gör eller bryter många band på en gång."
    " I nät av relationer är det relationerna. --bootstrap drar i stället nätverken på nytt med återläggning (Efron"
    " 1979, Annals of Statistics 7: 1-26; jfr Snijders & Borgatti 1999, Connections 22(2): 161-170, som drar noder)."
    " Plats är 1 + antalet som har mer; intervallet är de mittersta 95 procenten av körningarna. Två grannar i listan"
    " går att skilja åt när den ena står före i minst 95 procent av dem.",
    "--stability (of influence) drops and adds a share of the records at random, measures again and sees how ranks"
    " change (Borgatti, Carley & Krackhardt 2006, Social Networks 28: 124-136). In networks through shared meetings it"
    " is participations that are disturbed, not the ties between those who meet: an error in a source makes or breaks"
    " many ties at once. In networks of relations it is the relations. --bootstrap instead draws the networks anew"
    " with replacement (Efron 1979, Annals of Statistics 7: 1-26; cf. Snijders & Borgatti 1999, Connections 22(2):"
    " 161-170, who draw nodes). Rank is 1 + how many have more; the interval is the middle 95 per cent of the runs."
    " Two neighbours in the list can be told apart when one stands first in at least 95 per cent of them.",
)


def explained(language: Language) -> str:
    """Each method in a paragraph, ending in a line feed."""
    told = (CHANGE, PARTS, CARRIED, BROKERS, TIES, METHOD, GROWN, AS_IF, BLIND)
    return "\n\n".join(textwrap.fill(term[language], WIDEST) for term in told) + "\n"
