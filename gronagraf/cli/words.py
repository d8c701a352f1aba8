"""The words of the command line in two languages, and the language that an invocation asks for."""

import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest

from gronagraf.schema import Language, Term

LANGUAGES: tuple[Language, ...] = ("sv", "en")
SUMMARY = Term(
    "Gröna tråden som graf: är den hel, var brister den, vem kan laga den?",
    "The green thread as a graph: is it whole, where does it break, who can mend it?",
)
BEGIN = Term(
    "\b\nBörja här:\n  gronagraf demo\n  gronagraf load kronoberg\n  gronagraf recipes",
    "\b\nBegin here:\n  gronagraf demo --lang en\n  gronagraf load kronoberg\n  gronagraf recipes",
)
PURPOSES: Mapping[str, Term] = {
    "demo": Term(
        "Visa allt: läs in Kronoberg, svara, rita kartan.",
        "Show it all: load Kronoberg, answer, draw the map.",
    ),
    "check": Term("Granska ett frö utan databas.", "Find every problem of a seed, without a database."),
    "load": Term("Granska ett frö och läs in det i grafen.", "Check a seed and load it into the graph."),
    "recipes": Term("Lista frågorna som kan ställas med namn.", "List the questions that can be asked by name."),
    "run": Term("Ställ en av frågorna.", "Ask one of the questions."),
    "query": Term(
        "Ställ en egen fråga i Cypher; den kan inte ändra något.", "Ask in Cypher; it cannot change anything."
    ),
    "thread": Term(
        "Döm: är tråden hel, var brister den, vem lagar?",
        "Judge: is the thread whole, where does it break?",
    ),
    "influence": Term(
        "Mät vem som har en plats i mitten, och hur säkert det är.",
        "Measure who holds it together, and how sure that is.",
    ),
    "network": Term(
        "Mät nätet som helhet: klungor, kärna, svaga punkter.",
        "Measure the whole network: groups, core, weak points.",
    ),
    "whatif": Term(
        "Tänk om någon försvinner, går samman eller tillkommer?",
        "What if somebody leaves, merges or joins?",
    ),
    "assessment": Term(
        "Jämför bedömd makt, relevans och intresse med uppmätt plats.",
        "Set assessed power, relevance and interest beside measures.",
    ),
    "crossimpact": Term(
        "Visa hur mål och effekter stärker och hindrar varandra.",
        "Show how goals and effects strengthen and hinder each other.",
    ),
    "chart": Term(
        "Rita ett diagram: intressentrutnät, två mått, korspåverkan.",
        "Draw a chart: stakeholder grid, two measures, cross-impact.",
    ),
    "map": Term(
        "Rita kartan som en webbsida i en enda fil.",
        "Draw the map as a web page in a single file.",
    ),
    "import": Term(
        "Översätt andras tabeller och grafer till ett frö.",
        "Turn other people's tables and graphs into a seed.",
    ),
    "export": Term(
        "Skriv grafen i ett öppet format för andra program.",
        "Write the graph in an open format for other programs.",
    ),
    "status": Term("Visa vad grafen innehåller och var den finns.", "Show what the graph holds and where it is."),
    "schema": Term("Visa modellen: ordlista, Cypher, diagram.", "Show the model: glossary, Cypher, diagram."),
    "merge": Term("Gör ett av det som står två gånger i ett frö.", "Make one of what stands twice in a seed."),
    "template": Term("Gör tomma filer för ett eget frö.", "Make empty files for a seed of your own."),
    "diff": Term(
        "Jämför två frön eller databaser, fält för fält.",
        "Compare two seeds or databases, field by field.",
    ),
    "forget": Term("Ta bort ett frö ur grafen.", "Take a seed out of the graph."),
}
EXAMPLE = Term("Exempel:", "Example:")
ERROR = Term("Fel", "Error")
HEADINGS = {"Usage:": "Användning:", "Options:": "Val:", "Commands:": "Kommandon:"}
HEADING = re.compile(r"^(?:Usage|Options|Commands):", re.MULTILINE)


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The language in which help and answers come: --lang, else GRONAGRAF_LANG, else Swedish."""
    wanted = environment.get("GRONAGRAF_LANG", "")
    for argument, following in zip_longest(arguments, arguments[1:], fillvalue=""):
        if argument == "--lang":
            wanted = following
        elif argument.startswith("--lang="):
            wanted = argument.removeprefix("--lang=")
    return "en" if wanted == "en" else "sv"


def in_language(help_text: str, language: Language) -> str:
    """Click's own help with its headings in the language."""
    if language == "en":
        return help_text
    return HEADING.sub(lambda found: HEADINGS[found[0]], help_text)
