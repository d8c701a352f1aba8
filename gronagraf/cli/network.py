"""The command that describes a whole network: `network`."""

import click

from gronagraf.analysis.whole import FAMILIES, GROUPINGS, Family, Settings, describe
from gronagraf.cli.command import Call, command, option
from gronagraf.cli.opening import whole_graph
from gronagraf.cli.options import NumberRange, form_options, only_seed_option, store_options
from gronagraf.cli.progress import progress_bar
from gronagraf.cli.projecting import projected, projection_options
from gronagraf.cli.show import form_of, put, terminal_width
from gronagraf.model import MODEL
from gronagraf.schema import Language, Term
from gronagraf.views.measures.network import NEEDS, PARTS, render_explanations, render_network

WORKING = Term("Mäter nätet", "Measuring the network")
DEFAULT = Settings()


def network_command(language: Language) -> click.Command:
    params = [
        *_own_options(language),
        *projection_options(language),
        only_seed_option(language),
        *form_options(language),
        *store_options(language),
    ]
    examples = (
        "gronagraf network",
        "gronagraf network --part groups --group sector --permutations 9999",
        "gronagraf network --part members --as csv --out klungor.csv",
    )
    return command(language, "network", _network, params, *examples)


def _own_options(language: Language) -> list[click.Parameter]:
    part = Term(
        "Bara en del av svaret; csv och jsonl ger annars siffrorna.", "One part only; csv and jsonl else give figures."
    )
    group = Term(
        "Grupper efter detta; kan ges flera gånger (annars alla fyra, och tabellen sektor × nivå).",
        "Groups by this; may be given several times (else all four, and the table sector × level).",
    )
    resolution = Term("Klungorna (Leiden): högre ger fler och mindre.", "Communities: higher gives more and smaller.")
    runs = Term(
        "Så många gånger söks klungorna; annars 20, i stora nät 10.",
        "So many times communities are sought; else 20, in large networks 10.",
    )
    permutations = Term(
        "Så många gånger delas grupper ut på nytt; annars 1000, i stora nät 200.",
        "So many times groups are dealt out anew; else 1000, in large networks 200.",
    )
    seed = Term("Frö för slumpen: samma tal ger samma svar.", "Seed of chance: the same number, the same answer.")
    exact = Term("Räkna alla vägar, också i stora nät.", "Work out every path, also in large networks.")
    top = Term("Högsta antal broar och brytpunkter.", "Largest number of bridges and articulation points.")
    explain = Term("Visa vad varje mått är och varifrån det kommer.", "Show what each figure is and its source.")
    most = click.IntRange(1, 1_000_000)
    return [
        option(language, "--part", part, type=click.Choice(PARTS), default="all", show_default=True),
        option(language, "--group", group, type=click.Choice(GROUPINGS), multiple=True),
        option(
            language,
            "--resolution",
            resolution,
            type=NumberRange(0, 1000, min_open=True),
            default=DEFAULT.resolution,
            show_default=True,
        ),
        option(language, "--runs", runs, type=click.IntRange(1, 1000)),
        option(language, "--permutations", permutations, type=most),
        option(language, "--seed", seed, type=click.IntRange(min=0), default=DEFAULT.seed, show_default=True),
        option(language, "--exact", exact, is_flag=True),
        option(language, "--top", top, type=most, default=20, show_default=True),
        option(language, "--explain", explain, is_flag=True),
    ]


def _network(call: Call) -> None:
    width = None if call.values["out"] else terminal_width()
    if call.values["explain"]:
        put(call, render_explanations(form_of(call), call.language, MODEL, width))
        return
    form = form_of(call)
    graph, unfinished = whole_graph(call)
    projection = projected(call, graph)
    part = call.values["part"]
    families: tuple[Family, ...] = NEEDS.get(part, FAMILIES)
    with progress_bar(call.say(WORKING)) as tell:
        whole = describe(projection, _settings(call), families, tell)
    shown = {"part": part, "top": call.values["top"], "seeds": graph.seeds, "unfinished": unfinished}
    put(call, render_network(whole, form, call.language, MODEL, width, **shown))


def _settings(call: Call) -> Settings:
    values = call.values
    untested = values["part"] in ("mixing", "mixing_weight")  # the table needs no permutations
    return Settings(
        groupings=tuple(dict.fromkeys(values["group"])),
        permutations=0 if untested else values["permutations"],
        resolution=values["resolution"],
        runs=values["runs"],
        exact=values["exact"],
        seed=values["seed"],
    )
