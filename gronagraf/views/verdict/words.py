"""The words of the verdict: states, strands, links, gaps and reasons, and the sentence to read aloud."""

from collections import Counter
from collections.abc import Mapping

from gronagraf.schema import Language, Term
from gronagraf.thread import State, Verdict

STATES: Mapping[str, Term] = {
    "whole": Term("hel", "whole"),
    "thin": Term("tunn", "thin"),
    "broken": Term("bruten", "broken"),
    "unknown": Term("okänd", "unknown"),
}
SIGNS: Mapping[str, str] = {"whole": "●", "thin": "◐", "broken": "✕", "unknown": "?"}
STRANDS: Mapping[str, Term] = {
    "change_logic": Term("Förändringslogik", "Change logic"),
    "goals": Term("Mål", "Goals"),
    "stakeholders": Term("Intressenter", "Stakeholders"),
    "networks": Term("Nätverk", "Networks"),
    "learning": Term("Lärande", "Learning"),
    "leadership": Term("Ledarskap och uppdrag", "Leadership and mandates"),
}
LINKS: Mapping[str, Term] = {
    "project": Term("Projekt", "Project"),
    "challenge": Term("Utmaning", "Challenge"),
    "resource": Term("Resurs", "Resource"),
    "activity": Term("Aktivitet", "Activity"),
    "effect": Term("Effekt", "Effect"),
    "reached": Term("Når målet", "Reaches the goal"),
    "owner": Term("Ägare", "Owner"),
    "indicator": Term("Indikator", "Indicator"),
    "analysis": Term("Analys", "Analysis"),
    "network": Term("Nätverk", "Network"),
    "followed_up": Term("Följs upp", "Followed up"),
    "mandate": Term("Uppdrag", "Mandate"),
}
GAPS: Mapping[tuple[str, str], Term] = {
    ("Challenge", "project"): Term("möts av inget projekt", "is addressed by no project"),
    ("Challenge", "owner"): Term("ägs av ingen", "is owned by nobody"),
    ("Challenge", "analysis"): Term("har ingen intressentanalys", "has no stakeholder analysis"),
    ("Challenge", "owner_sits"): Term(
        "ägaren sitter inte i nätverken som arbetar med den", "its owner does not sit in the networks that work on it"
    ),
    ("Project", "challenge"): Term("möter ingen utmaning", "addresses no challenge"),
    ("Project", "goal"): Term("bidrar inte till något mål", "contributes to no goal"),
    ("Project", "means"): Term("har varken resurs eller aktivitet", "has neither resource nor activity"),
    ("Resource", "activity"): Term("leder inte till någon aktivitet", "leads to no activity"),
    ("Activity", "resource"): Term("har ingen resurs", "has no resource"),
    ("Activity", "effect"): Term("leder inte till någon effekt", "leads to no effect"),
    ("Effect", "onward"): Term("leder inte vidare", "leads no further"),
    ("Goal", "project"): Term("har inget projekt", "has no project"),
    ("Goal", "owner"): Term("ägs av ingen", "is owned by nobody"),
    ("Goal", "indicator"): Term("har ingen indikator", "has no indicator"),
    ("Goal", "baseline"): Term("har inget utgångsvärde", "has no baseline"),
    ("Goal", "target"): Term("har inget målvärde", "has no target"),
    ("Goal", "target_year"): Term("har inget målår", "has no target year"),
    ("Goal", "fresh_value"): Term("har inget färskt värde", "has no fresh value"),
    ("Goal", "analysis"): Term("har ingen intressentanalys", "has no stakeholder analysis"),
    ("Goal", "network"): Term("har inget nätverk", "has no network"),
    ("Goal", "owner_sits"): Term(
        "ägaren sitter inte i nätverken som arbetar med det", "its owner does not sit in the networks that work on it"
    ),
    ("Goal", "followed_up"): Term("har inte följts upp", "has not been followed up"),
    ("Goal", "mandate"): Term("stöds av inget uppdrag", "is served by no mandate"),
    ("StakeholderAnalysis", "assessed"): Term("bedömer ingen", "assesses nobody"),
    ("StakeholderAnalysis", "actions"): Term("saknar åtgärd för", "has no action for"),
    ("Network", "issue"): Term("arbetar inte med något mål", "works on no goal"),
    ("Network", "host"): Term("har ingen värd", "has no host"),
    ("Network", "followed_up"): Term("har inte följts upp", "has not been followed up"),
    ("Lesson", "used"): Term("har inte använts", "has not been used"),
    ("Principle", "practised"): Term("tillämpas inte", "is not practised"),
    ("Mandate", "holder"): Term("har ingen innehavare", "has no holder"),
    ("Mandate", "serves"): Term("stöder inget mål", "serves no goal"),
}
REASONS: Mapping[str, Term] = {
    "owns": Term("äger frågan", "owns the issue"),
    "leads": Term("leder projektet", "leads the project"),
    "holds_mandate": Term("har uppdraget", "holds the mandate"),
    "hosts": Term("är värd", "hosts it"),
    "organised": Term("ordnade tillfället", "organised the event"),
    "nearest": Term("närmast i grafen", "nearest in the graph"),
}
NOBODY = Term("ingen känd", "nobody known")
YES = Term("Ja.", "Yes.")
NO_GOALS = Term(
    "Det går inte att säga: det finns inga mål att bedöma.", "It cannot be said: there are no goals to judge."
)
PARTLY = Term("Inte hela vägen.", "Not all the way.")
CANNOT = Term("Det går inte att säga.", "It cannot be said.")
OF_GOALS = Term("{total} mål är bedömda: {clauses}.", "{total} goals are judged: {clauses}.")
OF_ONE = Term("Målet {name} {clauses}.", "The goal {name} {clauses}.")
CLAUSES: Mapping[State, tuple[Term, Term]] = {
    "whole": (Term("{n} med hel tråd", "{n} with a whole thread"), Term("har en hel tråd", "has a whole thread")),
    "thin": (
        Term("{n} som hänger på ett enda ben", "{n} hanging on a single leg"),
        Term("hänger på ett enda ben", "hangs on a single leg"),
    ),
    "broken": (
        Term("{n} med bruten tråd", "{n} with a broken thread"),
        Term("har en bruten tråd", "has a broken thread"),
    ),
    "unknown": (
        Term("{n} som källorna vet för lite om", "{n} of which the sources know too little"),
        Term("är för lite känt i källorna", "is too little known from the sources"),
    ),
}
"""For each state what is said of several goals, and of a single one."""

AND = Term(" och ", " and ")
BREAKS = Term(
    "{count} brister finns att laga, flest i {strand} ({most}).",
    "There are {count} breaks to mend, most in {strand} ({most}).",
)
EVEN = Term("{count} brister finns att laga.", "There are {count} breaks to mend.")
ONE_BREAK = Term("En brist finns att laga, i {strand}.", "There is one break to mend, in {strand}.")
NO_BREAKS = Term("Ingen brist är belagd.", "No break is proven.")
UNKNOWN = Term("Källorna säger inget om {count} av länkarna.", "The sources say nothing of {count} of the links.")


def sentence(verdict: Verdict, language: Language) -> str:
    """What a director can read aloud."""
    counts = verdict.counts()
    total = sum(counts.values())
    if not total:
        return NO_GOALS[language]
    broken = Counter(gap.strand for gap in verdict.broken)
    unknown = len(verdict.gaps) - broken.total()
    told = [_opening(counts, broken)[language], _goals(verdict, counts, language), _breaks(broken, language)]
    if unknown:
        told.append(UNKNOWN[language].format(count=unknown))
    return " ".join(told)


def _opening(counts: Mapping[State, int], broken: Counter[str]) -> Term:
    """Yes only where every thread is whole and nothing is broken; what is just unknown is no reason to say no."""
    if broken or counts["broken"] or counts["thin"]:
        return PARTLY
    return CANNOT if counts["unknown"] else YES


def _goals(verdict: Verdict, counts: Mapping[State, int], language: Language) -> str:
    total = sum(counts.values())
    if total == 1:
        (thread,) = (thread for thread in verdict.threads if not thread.parts)
        return OF_ONE[language].format(name=thread.goal.name, clauses=CLAUSES[thread.state][1][language])
    told = [many[language].format(n=counts[state]) for state, (many, _) in CLAUSES.items() if counts[state]]
    clauses = AND[language].join(filter(None, (", ".join(told[:-1]), told[-1])))
    return OF_GOALS[language].format(total=total, clauses=clauses)


def _breaks(broken: Counter[str], language: Language) -> str:
    if not broken:
        return NO_BREAKS[language]
    (strand, most), *rest = broken.most_common()
    one_leads = not rest or rest[0][1] < most
    term = ONE_BREAK if broken.total() == 1 else BREAKS if one_leads else EVEN
    return term[language].format(count=broken.total(), strand=STRANDS[strand][language].lower(), most=most)
