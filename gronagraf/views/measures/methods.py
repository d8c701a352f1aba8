"""How the grounds of `influence` are worked out: how sure a rank is, what carries it, and how it has changed."""

from dataclasses import dataclass

from gronagraf.schema import Term


@dataclass(frozen=True, slots=True)
class Method:
    """An option that asks something of the measures, in words. `source` is a reference, or says that there is none."""

    option: str
    term: Term
    definition: Term
    source: Term


STABILITY = Method(
    "stability",
    Term("Hur säkra platserna är", "How sure the ranks are"),
    Term(
        "En andel av underlaget tas bort och en andel läggs till på måfå (--drop, --add), nätet görs om och måtten"
        " räknas igen, så många gånger som sägs. I nät genom gemensamma möten är det deltaganden som störs, inte"
        " banden mellan dem som möts: ett fel i källan gör eller bryter många band på en gång. I nät av relationer"
        " är det relationerna. --bootstrap drar i stället nätverk, projekt och lärtillfällen på nytt med"
        " återläggning. Plats är 1 + antalet som står före; från och till är de mittersta 95 procenten av"
        " körningarna. Två grannar i listan går att skilja åt när den ena står före i minst 95 procent av dem (en"
        " delad plats räknas som hälften). En lista har stöd när ettan står sig och alla grannar går att skilja åt."
        " Det säger vad sådana fel gör med platsen, inte att källorna är fullständiga.",
        "A share of the records is dropped and a share added at random (--drop, --add), the network is made anew"
        " and the measures worked out again, as many times as is said. In networks through shared meetings it is"
        " participations that are disturbed, not the ties between those who meet: an error in a source makes or"
        " breaks many ties at once. In networks of relations it is the relations. --bootstrap instead draws"
        " networks, projects and learning events anew with replacement. Rank is 1 + how many stand before; from and"
        " to are the middle 95 per cent of the runs. Two neighbours in the list can be told apart when one stands"
        " first in at least 95 per cent of them (a shared place counts half). A list is supported when number one"
        " stands and all neighbours can be told apart. This says what such errors do to a rank, not that the sources"
        " are complete.",
    ),
    Term(
        "Borgatti, Carley & Krackhardt 2006, Social Networks 28: 124-136; Efron 1979, Annals of Statistics 7: 1-26;"
        " jfr Snijders & Borgatti 1999, Connections 22(2): 161-170, som drar noder",
        "Borgatti, Carley & Krackhardt 2006, Social Networks 28: 124-136; Efron 1979, Annals of Statistics 7: 1-26;"
        " cf. Snijders & Borgatti 1999, Connections 22(2): 161-170, who draw nodes",
    ),
)
CARRIERS = Method(
    "carriers",
    Term("Vad som bär dem", "What carries them"),
    Term(
        "För de främsta i ett mått (--sort, annars mellanhand) tas varje nätverk, projekt, lärtillfälle eller enskild"
        " relation bort, en i taget, och måttet räknas igen. Den vars bortfall kostar mest visas (allra mest kostar"
        " den som noden inte har något värde utan); »lika många till« är hur många andra som kostar lika mycket."
        " Noderna står kvar, så att värdena går att jämföra. Det säger vad platsen hänger på i underlaget, inte vad"
        " som skulle hända: nya band kan knytas när gamla försvinner.",
        "For those at the top of a measure (--sort, else betweenness) every network, project, learning event or"
        " single relation is removed, one at a time, and the measure worked out again. The one whose loss costs most"
        " is shown (most of all one that the node has no value without); “as much” is how many others cost as much."
        " The nodes stay, so that values can be compared. This says what the place hangs on in the records, not what"
        " would happen: new ties may form when old ones are gone.",
    ),
    Term("Egen räkning; inget vedertaget mått", "Our own reckoning; no established measure"),
)
YEARS = Method(
    "years",
    Term("År för år", "Year by year"),
    Term(
        "För varje år görs nätet av det som gällde någon dag det året, och måtten räknas på nytt i det. Det som"
        " saknar datum räknas i alla år, så att förändringen är underskattad; hur mycket som är odaterat står i"
        " svaret, och för varje år hur mycket som är daterat. Ett lärtillfälle ger sina deltaganden sitt datum."
        " Normerade mått ändras också av att nätet får fler eller färre noder; --raw jämför som räknat.",
        "For each year the network is made of what held on any day of that year, and the measures are worked out anew"
        " in it. What has no date counts in every year, so that change is understated; how much is undated stands in"
        " the answer, and for each year how much is dated. A learning event gives its participations its date."
        " Normalised measures also change as the network gains or loses nodes; --raw compares as counted.",
    ),
    Term("Egen räkning; måtten enligt sina källor", "Our own reckoning; the measures by their sources"),
)
METHODS = (STABILITY, CARRIERS, YEARS)
