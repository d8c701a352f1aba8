"""The words in which the forms ask, so that who writes a form and who reads it mean the same."""

from collections.abc import Mapping

from gronagraf.reading.books.headings import plain
from gronagraf.schema import Term

READ_ME = Term("Läs mig", "Read me")
ASSESSMENT = Term("Bedömning", "Assessment")
ISSUE = Term("Fråga", "Issue")
DATE = Term("Datum", "Date")
PHASE = Term("Fas", "Phase")
ASSESSOR = Term("Bedömare", "Assessor")
HEAD: Mapping[str, Term] = {"issue": ISSUE, "date": DATE, "phase": PHASE, "assessor": ASSESSOR}
ID = Term("Id", "Id")
ACTOR = Term("Aktör", "Actor")
ASSESSED = ("power", "relevance", "interest", "stake", "expectations", "motive", "action")

PROJECT = Term("Projekt", "Project")
FIELDS: Mapping[str, Term] = {
    "name": Term("Projektets namn", "Name of the project"),
    "programme": Term("Program", "Programme"),
    "status": Term("Läge", "Status"),
    "valid_from": Term("Från", "From"),
    "valid_to": Term("Till", "To"),
    "total_sek": Term("Totalbudget, kr", "Total budget, SEK"),
    "source": Term("Källa", "Source"),
    "note": Term("Anmärkning", "Note"),
}
SMART: Mapping[str, Term] = {
    "specific": Term("Specifikt", "Specific"),
    "measurable": Term("Mätbart", "Measurable"),
    "accepted": Term("Accepterat", "Accepted"),
    "realistic": Term("Realistiskt", "Realistic"),
    "time_bound": Term("Tidssatt", "Time-bound"),
}
PARTS: Mapping[str, Term] = {
    "challenge": Term("Utmaning", "Challenge"),
    "resource": Term("Resurs", "Resource"),
    "activity": Term("Aktivitet", "Activity"),
    "short": Term("Effekt på kort sikt", "Short-term effect"),
    "medium": Term("Effekt på medellång sikt", "Medium-term effect"),
    "long": Term("Effekt på lång sikt", "Long-term effect"),
    "goal": Term("Mål", "Goal"),
    "stakeholder": Term("Intressent", "Stakeholder"),
}
ROLES: Mapping[str, Term] = {
    "leads": Term("leder", "leads"),
    "partner": Term("part", "partner"),
    "funder": Term("finansiär", "funder"),
    "receiver": Term("mottagare av stöd", "receiver of a grant"),
}
PART, NUMBER, ANSWER, DETAIL, ONWARD, HELP = range(6)
"""The columns of a project's sheet."""


def meanings(terms: Mapping[str, Term]) -> dict[str, str]:
    """What each word of either language stands for."""
    return {plain(word): name for name, term in terms.items() for word in (term.sv, term.en)}
