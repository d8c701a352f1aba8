"""Names of a large region with duplicates planted among them: how long the search takes, what it finds and what not.

`python -m benchmarks.twice [NAMES]` writes them as a seed and runs `gronagraf check --duplicates` on it.
"""

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from time import perf_counter

from benchmarks.measuring import print_table
from gronagraf.graph import Graph, Node, SeedInfo
from gronagraf.model import MODEL
from gronagraf.reading import read_seed, write_seed
from gronagraf.sync import THRESHOLD
from gronagraf.sync.duplicates import find_duplicates
from gronagraf.sync.words import fold
from gronagraf.values.identifiers import check_digit

PLACES = (
    "Alvesta", "Lessebo", "Ljungby", "Markaryd", "Tingsryd", "Uppvidinge", "Växjö", "Älmhult", "Kalmar", "Nybro",
    "Torsås", "Emmaboda", "Mönsterås", "Oskarshamn", "Vimmerby", "Västervik", "Borgholm", "Jönköping", "Linköping",
    "Lidköping", "Norrköping", "Värnamo", "Vetlanda", "Sävsjö", "Nässjö", "Eksjö", "Tranås", "Gislaved", "Gnosjö",
    "Karlskrona", "Karlskoga", "Ronneby", "Karlshamn", "Sölvesborg", "Olofström", "Hässleholm", "Osby", "Kristianstad",
    "Halmstad", "Hylte", "Laholm", "Falkenberg", "Varberg", "Kungsbacka", "Borås", "Ulricehamn", "Avesta", "Åmål",
)  # fmt: skip
BEGINNINGS = (
    "Björk",
    "Ek",
    "Gran",
    "Lind",
    "Stens",
    "Hult",
    "Sjö",
    "Åker",
    "Äng",
    "Öst",
    "Väst",
    "Nor",
    "Kvarn",
    "Berg",
)
ENDINGS = ("ås", "by", "hult", "torp", "sjö", "näs", "måla", "ryd", "sund", "vik", "fors", "boda", "köp", "lanna")
FAMILIES = (
    "Andersson", "Nilsson", "Karlsson", "Svensson", "Lindqvist", "Bergström", "Åkesson", "Öhman", "Sjöberg", "Hägg",
    "Petersson", "Magnusson", "Gustafsson", "Engström", "Wallin", "Nordström", "Söderlund", "Ekdahl", "Blomqvist",
)  # fmt: skip
TRADES = (
    "Bygg", "Åkeri", "Plåt", "Fastigheter", "Redovisning", "Trädgård", "Mekaniska", "Konsult", "Måleri", "Elektriska",
    "Rör", "Snickeri", "Skogsvård", "Lantbruk", "Transport", "Hydraulik", "Glasbruk", "Möbler", "Energi", "Data",
)  # fmt: skip
BODIES = (
    "hembygdsförening", "byalag", "idrottsförening", "företagarförening", "scoutkår", "folkets hus", "bygdegård",
    "kulturskola", "räddningstjänst", "näringslivsbolag", "energibolag", "bostadsbolag", "församling", "gymnasium",
)  # fmt: skip
THEMES = (
    "klimatomställning", "kompetensförsörjning", "besöksnäring", "digitalisering", "folkhälsa", "kollektivtrafik",
    "integration", "livsmedelsproduktion", "cirkulär ekonomi", "bredband", "kulturarv", "unga och arbete",
    "skogsnäring", "vattenvård", "innovation", "jämställdhet", "bostadsbyggande", "förnybar energi", "psykisk hälsa",
    "friluftsliv",
)  # fmt: skip
ACTIONS = ("Stärkt", "Hållbar", "Ny", "Framtidens", "Lokal", "Gemensam", "Smart", "Regional", "Grön", "Öppen")


@dataclass(frozen=True, slots=True)
class Planted:
    """A graph of names and the pairs of ids that are one and the same thing, with how the second was made."""

    graph: Graph
    truth: Mapping[frozenset[str], str]


def planted(count: int, share: float = 0.05, seed: int = 7) -> Planted:
    """About `count` actors, networks and projects, a share of them a second time under a name that differs."""
    chance = random.Random(seed)
    originals = list(islice(_distinct(chance), round(count / (1 + share))))
    nodes = [Node(label, f"x{number}", {"name": name}) for number, (label, name) in enumerate(originals)]
    truth: dict[frozenset[str], str] = {}
    ways = list(WAYS.items())
    for number, at in enumerate(chance.sample(range(len(nodes)), round(count * share))):
        how, way = ways[number % len(ways)]
        facts = way(nodes[at].name, chance)
        if facts and facts["name"] != nodes[at].name:
            shared = {key: value for key, value in facts.items() if key == "organisation_number"}
            nodes[at] = replace(nodes[at], facts={**nodes[at].facts, **shared})
            nodes.append(Node(nodes[at].label, f"d{at}", facts))
            truth[frozenset((nodes[at].id, f"d{at}"))] = how
    kept = [node for node in nodes if node.facts.keys() <= MODEL.labels[node.label].columns.keys()]
    known = {node.id for node in kept}
    seeds = (SeedInfo("planted", "Planted", fictional=True),)
    return Planted(Graph(tuple(kept), (), seeds), {pair: how for pair, how in truth.items() if pair <= known})


def _distinct(chance: random.Random) -> Iterator[tuple[str, str]]:
    """Labels and names, none twice but for case and accents."""
    seen = set()
    while True:
        label, name = _named(chance)
        if (key := fold(name)) not in seen:
            seen.add(key)
            yield label, name


def _named(chance: random.Random) -> tuple[str, str]:
    place = chance.choice(PLACES) if chance.random() < 0.5 else chance.choice(BEGINNINGS) + chance.choice(ENDINGS)
    genitive = place if place.endswith("s") else f"{place}s"
    theme = chance.choice(THEMES)
    trade = f"{chance.choice(FAMILIES)} {chance.choice(TRADES)}"
    phase = chance.choice(("", "", "", f" etapp {chance.randint(1, 4)}", f" {chance.randint(2010, 2026)}"))
    return chance.choice(
        (
            ("Actor", f"{genitive} {chance.choice(BODIES)}"),
            ("Actor", f"{trade} AB"),
            ("Actor", f"{trade} i {place} AB"),
            ("Actor", f"{place} fiber ekonomisk förening"),
            ("Actor", f"Stiftelsen {chance.choice(FAMILIES)}s minnesfond för {theme}"),
            ("Network", f"Nätverket för {theme} i {place}"),
            ("Network", f"{theme.capitalize()}, samverkan i {genitive} kommun"),
            ("Project", f"{chance.choice(ACTIONS)} {theme} i {place}{phase}"),
            ("Project", f"{theme.capitalize()} i {chance.choice(FAMILIES)}bygden{phase}"),
        )
    )


def _misspelled(name: str, chance: random.Random) -> dict[str, str]:
    """One letter gone, doubled, changed or swapped with the next, in a word of six letters or more."""
    words = name.split(" ")
    long = [at for at, word in enumerate(words) if len(word) >= 6 and word.isalpha()]
    if not long:
        return {}
    at = chance.choice(long)
    word, place = words[at], chance.randint(1, len(words[at]) - 2)
    changed = chance.choice(
        (
            word[:place] + word[place + 1 :],
            word[:place] + word[place] + word[place:],
            word[:place] + chance.choice("aeinrst") + word[place + 1 :],
            word[:place] + word[place + 1] + word[place] + word[place + 2 :],
        )
    )
    return {"name": " ".join((*words[:at], changed, *words[at + 1 :]))}


def _without_accents(name: str, _: random.Random) -> dict[str, str]:
    return {"name": name.translate(str.maketrans("åäöÅÄÖ", "aaoAAO"))}


def _legal_form(name: str, chance: random.Random) -> dict[str, str]:
    for short, others in ((" AB", (" Aktiebolag", "", " Ab")), (" ekonomisk förening", (" ek. för.", " Ek För"))):
        if name.endswith(short):
            return {"name": name.removesuffix(short) + chance.choice(others)}
    return {}


def _turned(name: str, _: random.Random) -> dict[str, str]:
    words = name.split(" ")
    return {"name": " ".join((*words[1:], words[0]))} if len(words) > 1 else {}


def _genitive(name: str, _: random.Random) -> dict[str, str]:
    first, _, rest = name.partition(" ")
    changed = first.removesuffix("s") if first.endswith("s") else f"{first}s"
    return {"name": f"{changed} {rest}"} if rest and len(first) > 4 and first.isalpha() else {}


def _split(name: str, _: random.Random) -> dict[str, str]:
    for ending in ("förening", "bolag", "tjänst", "omställning", "försörjning", "trafik", "näring"):
        if f"s{ending}" in name:
            return {"name": name.replace(f"s{ending}", f"s {ending}")}
    return {}


def _shouted(name: str, _: random.Random) -> dict[str, str]:
    return {"name": name.upper().replace(" ", "  ")}


def _other_name(_: str, chance: random.Random) -> dict[str, str]:
    digits = f"402{chance.randint(0, 999_999):06d}"
    number = f"{digits[:6]}-{digits[6:]}{check_digit(digits)}"
    return {"name": f"Påhittat {chance.randint(0, 10**9):x}", "organisation_number": number}


def _also_known(name: str, chance: random.Random) -> dict[str, str]:
    return {
        "name": f"Okänt {chance.randint(0, 10**9):x}",
        "also_known_as": f"{name}; något annat {chance.randint(0, 10**9):x}",
    }


WAYS: Mapping[str, Callable[[str, random.Random], dict[str, str]]] = {
    "misspelled": _misspelled,
    "without å ä ö": _without_accents,
    "legal form": _legal_form,
    "words turned": _turned,
    "genitive": _genitive,
    "word split": _split,
    "capitals": _shouted,
    "organisation number": _other_name,
    "also known as": _also_known,
}


def judged(found: Iterable[frozenset[str]], truth: Mapping[frozenset[str], str]) -> tuple[float, float]:
    """Recall and precision of the pairs found."""
    pairs = set(found)
    right = len(pairs & truth.keys())
    return right / len(truth), right / max(1, len(pairs))


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    made = planted(count)
    with tempfile.TemporaryDirectory() as folder:
        write_seed(made.graph, Path(folder), MODEL)
        began = perf_counter()
        graph = read_seed(Path(folder), MODEL)
        read = perf_counter() - began
        pairs = find_duplicates(graph, MODEL)
        seconds = perf_counter() - began
    found = {frozenset((pair.first.id, pair.second.id)) for pair in pairs}
    recall, precision = judged(found, made.truth)
    totals, hits = Counter(made.truth.values()), Counter(made.truth[pair] for pair in found & made.truth.keys())
    sizes = [f"{len(graph.nodes):,}", str(THRESHOLD), f"{read:.1f}", f"{seconds:.1f}", f"{len(made.truth):,}"]
    heading = ["names", "threshold", "reading s", "all s", "planted", "recall", "precision"]
    print_table(heading, [[*sizes, f"{recall:.3f}", f"{precision:.3f}"]])
    print_table(["how", "planted", "found"], [[how, str(totals[how]), str(hits[how])] for how in WAYS])


if __name__ == "__main__":
    main()
