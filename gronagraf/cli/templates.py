"""The command `template`: empty seed files, an empty workbook, and the method's forms to fill in."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import click

from gronagraf.cli.command import Call, command, option
from gronagraf.cli.opening import whole_graph
from gronagraf.cli.options import FILE, only_seed_option, parsed_date, store_options
from gronagraf.cli.seeds import seed_path
from gronagraf.cli.show import WROTE, size_of
from gronagraf.errors import GronagrafError, Problem
from gronagraf.graph import Graph, Node, SeedInfo
from gronagraf.model import MODEL
from gronagraf.reading.forms.making import made_id
from gronagraf.schema import Language, Term
from gronagraf.values import did_you_mean, quote
from gronagraf.views.words import one_line

MADE = Term(
    "Fyll i filerna, och granska dem sedan:  gronagraf check {folder}",
    "Fill in the files, then check them:  gronagraf check {folder}",
)
ISSUES = MODEL.types["CONCERNS"].targets
PHASES = MODEL.labels["StakeholderAnalysis"].columns["phase"].kind.values
MORE = Term(
    "FOLDER görs om den saknas; en mapp som inte är tom lämnas orörd. --xlsx gör i stället en tom arbetsbok, --analysis"
    " en arbetsbok för varje bedömare av en fråga, --project metodens projektformulär. Ifyllda läses de in med load.",
    "FOLDER is made where it is missing; one that is not empty is left alone. --xlsx makes an empty workbook instead,"
    " --analysis a workbook for each assessor of an issue, --project the method's project form. Filled in, load takes"
    " them.",
)
EXAMPLES = (
    "gronagraf template mitt",
    "gronagraf template --xlsx mitt.xlsx",
    "gronagraf template --analysis mal_klimat --assessor näringschef --assessor miljöchef",
    "gronagraf template --project --from kronoberg",
)
ALONE = {"analysis": ("assessor", "actors", "date", "phase"), "project": ("sheets",)}


def template_command(language: Language) -> click.Command:
    xlsx = Term("En tom arbetsbok, ett blad för varje typ.", "An empty workbook, a sheet for each type.")
    analysis = Term(
        "Formulär för intressentanalys av denna fråga (id).", "Forms for a stakeholder analysis of this issue (its id)."
    )
    assessor = Term("Vem som bedömer, en roll; kan ges flera gånger.", "Who assesses, a role; repeatable.")
    actors = Term(
        "all, eller id för ett nätverk: då bara de som är med i det.", "all, or the id of a network: only its members."
    )
    date = Term("Analysens dag; i dag om inget annat sägs.", "The day of the analysis; today unless said.")
    phase = Term("När i frågan: inför, under, efter.", "When in the issue: before, during, after.")
    project = Term("Metodens projektformulär.", "The method's project form.")
    sheets = Term("Så många tomma projektblad.", "So many empty sheets for projects.")
    out = Term("Fil för formuläret; för --analysis en mapp.", "File for the form; for --analysis a folder.")
    seed = Term("Frö att hämta ur i stället för grafen.", "A seed to take from instead of the graph.")
    params = [
        click.Argument(["folder"], type=FILE, required=False),
        option(language, "--xlsx", xlsx, type=FILE, metavar="FILE"),
        option(language, "--analysis", analysis, metavar="ID"),
        option(language, "--assessor", assessor, multiple=True, metavar="NAME"),
        option(language, "--actors", actors, default="all", show_default=True, metavar="all|ID"),
        option(language, "--date", date, metavar="DATE"),
        option(language, "--phase", phase, type=click.Choice(PHASES)),
        option(language, "--project", project, is_flag=True),
        option(language, "--sheets", sheets, type=click.IntRange(1, 50), default=1, show_default=True),
        option(language, "--from seed", seed, metavar="SEED"),
        option(language, "--out", out, type=FILE),
        only_seed_option(language),
        *store_options(language),
    ]
    return command(language, "template", _template, params, *EXAMPLES, more=MORE)


def _template(call: Call) -> None:
    values = call.values
    _refuse(call)
    if values["analysis"]:
        _analysis(call)
    elif values["project"]:
        _project(call)
    elif values["xlsx"]:
        _workbook(call, values["xlsx"])
    else:
        _folder(call, values["folder"])


def _refuse(call: Call) -> None:
    """Raises UsageError for what does not go together."""
    values = call.values
    wanted = [name for name in ("folder", "xlsx", "analysis", "project") if values[name]]
    if len(wanted) != 1:
        said = f"{' and '.join(wanted)} are too many" if wanted else "say what to make"
        raise click.UsageError(f"{said}: give FOLDER, --xlsx FILE, --analysis ID or --project")
    source = click.get_current_context().get_parameter_source
    given = [name for name in values if source(name) is click.core.ParameterSource.COMMANDLINE]
    for owner, names in ALONE.items():
        if wanted != [owner] and (stray := [name for name in names if name in given]):
            raise click.UsageError(f"--{stray[0]} belongs to --{owner}; leave it out or give that")
    if wanted[0] in ("folder", "xlsx") and values["out"]:
        raise click.UsageError("--out belongs to --analysis and --project; FOLDER and --xlsx say where to write")


def _folder(call: Call, folder: Path) -> None:
    from gronagraf.reading import write_template

    for path in write_template(folder, MODEL):
        click.echo(path)
    click.echo(call.say(MADE, folder=folder), err=True)


def _workbook(call: Call, path: Path) -> None:
    from gronagraf.views.workbook.seeds import write_blank

    name = made_id(path.stem) or "mitt_fro"
    _new(path)
    write_blank(path, SeedInfo(name, path.stem), MODEL, call.language)
    _say(call, [path])


def _project(call: Call) -> None:
    from gronagraf.views.workbook.projects import write_project_form

    path = call.values["out"] or Path("projekt.xlsx" if call.language == "sv" else "project.xlsx")
    graph = _graph(call)
    _new(path)
    _say(call, [write_project_form(path, graph, MODEL, call.language, call.values["sheets"])])


def _analysis(call: Call) -> None:
    from gronagraf.views.workbook.asking import Analysis, write_analysis_form

    graph = _graph(call)
    issue = _node(graph, call.values["analysis"], ISSUES, "--analysis")
    actors = _actors(graph, issue, call.values["actors"])
    date = parsed_date(call.values["date"], "--date") or dt.datetime.now().astimezone().date().isoformat()
    folder = call.values["out"] or Path()
    assessors = call.values["assessor"] or ("",)
    written = []
    fictional = any(seed.fictional for seed in graph.seeds if seed.name == issue.seed)
    paths = [folder / f"{made_id('analys', issue.id, date, each or 'bedomare')}.xlsx" for each in assessors]
    for path in paths:
        _new(path)
    for assessor, path in zip(assessors, paths, strict=True):
        asked = Analysis(issue, actors, date, assessor, call.values["phase"] or "", fictional)
        written.append(write_analysis_form(path, asked, MODEL, call.language))
    _say(call, written)


def _graph(call: Call) -> Graph:
    """What the form is made from: a seed, or the graph."""
    if call.values["seed"]:
        from gronagraf.reading import read_seed

        return read_seed(seed_path(call.values["seed"]), MODEL)
    return whole_graph(call)[0]


def _node(graph: Graph, id_: str, labels: Sequence[str], where: str) -> Node:
    """The node with this id and one of these labels. Raises GronagrafError."""
    nodes = {node.id: node for node in graph.nodes if node.label in labels}
    if id_ not in nodes:
        remedy = did_you_mean(id_, nodes, "gronagraf run find --text WORD finds ids")
        what = f"there is no {' or '.join(labels)} with the id {quote(id_)}"
        raise GronagrafError([Problem(where, what, remedy)])
    return nodes[id_]


def _actors(graph: Graph, issue: Node, whose: str) -> tuple[Node, ...]:
    """All actors of the issue's seed and those it extends, or the members of a network.

    Raises GronagrafError where there are none.
    """
    near = _seeds_of(graph, issue)
    actors = {node.id: node for node in graph.nodes if node.label == "Actor" and (whose != "all" or node.seed in near)}
    if whose != "all":
        network = _node(graph, whose, ("Network",), "--actors")
        members = {edge.start for edge in graph.edges if edge.type == "MEMBER_OF" and edge.end == network.id}
        actors = {id_: node for id_, node in actors.items() if id_ in members}
    if not actors:
        raise GronagrafError([Problem("--actors", "there is no actor to assess", "name another network, or all")])
    return tuple(actors.values())


def _seeds_of(graph: Graph, issue: Node) -> set[str]:
    """The seed that an issue belongs to, those that this one extends, and so on."""
    extends = {seed.name: seed.extends for seed in graph.seeds}
    near: set[str] = set()
    ahead = [issue.seed]
    while ahead:
        name = ahead.pop()
        if name not in near:
            near.add(name)
            ahead.extend(extends.get(name, ()))
    return near


def _new(path: Path) -> None:
    """Raises GronagrafError where a file lies already: somebody may have filled it in."""
    if path.exists():
        what, remedy = "lies there already and may be filled in", "name another file, or move it away"
        raise GronagrafError([Problem(str(path), what, remedy)])
    path.parent.mkdir(parents=True, exist_ok=True)


def _say(call: Call, paths: Sequence[Path]) -> None:
    for path in paths:
        click.echo(call.say(WROTE, path=one_line(str(path)), size=size_of(path.stat().st_size)), err=True)
