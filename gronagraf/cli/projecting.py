"""From the options of a command to the network that is measured."""

import click

from gronagraf.analysis.projection import Projection, Related, Selection, Shared, project
from gronagraf.analysis.projection.arenas import THROUGH
from gronagraf.analysis.projection.folding import WEIGHTINGS
from gronagraf.analysis.projection.relating import parse_relation
from gronagraf.cli.command import Call, option
from gronagraf.cli.options import parsed_date
from gronagraf.graph import Graph
from gronagraf.model import MODEL
from gronagraf.schema import Language, Term


def projection_options(language: Language) -> list[click.Parameter]:
    """What the ties are and what is left out."""
    through = Term("Vad aktörer möts i; actors knyter i stället nätverk.", "Where actors meet; actors ties networks.")
    weight = Term(
        "Bandets vikt: newman är 1/(medlemmar−1).", "What a tie weighs: newman is 1/(members−1), summed over arenas."
    )
    two_mode = Term("Mät det tvådelade nätet självt.", "Measure the two-mode network itself.")
    relation = Term(
        "Relationer i stället för möten, med vikt: ett tal eller ett fält; kan ges flera gånger.",
        "Relations instead of meetings, with a weight: a number or a field; may be given several times.",
    )
    label = Term("Bara noder av detta slag.", "Only nodes of this type.")
    undirected = Term("Läs relationer med riktning åt båda håll.", "Read directed relations both ways.")
    at = Term("Bara det som gällde då, så noga som datumen är kända.", "Only what held then, at the precision known.")
    stated = Term("Utan det som är härlett.", "Without what is inferred.")
    without = Term("Utan denna nod; kan ges flera gånger.", "Without this node; may be given several times.")
    not_as = Term("Utan dem som har denna roll, som applicant.", "Without those in this role, such as applicant.")
    wide = Term("Utan nätverk som har alla regionens kommuner.", "Without networks that hold all municipalities.")
    roll_up = Term("Räkna en organisations organ som den själv.", "Count an organisation's bodies as itself.")
    return [
        option(language, "--through", through, type=click.Choice(THROUGH), default="all", show_default=True),
        option(language, "--weight", weight, type=click.Choice(WEIGHTINGS), default="newman", show_default=True),
        option(language, "--two-mode", two_mode, is_flag=True),
        option(language, "--relation", relation, multiple=True, metavar="TYPE[=WEIGHT]"),
        option(language, "--type label", label, metavar="LABEL"),
        option(language, "--undirected", undirected, is_flag=True),
        option(language, "--at", at, metavar="DATE"),
        option(language, "--stated-only", stated, is_flag=True),
        option(language, "--without", without, multiple=True, metavar="ID"),
        option(language, "--without-role", not_as, multiple=True, metavar="ROLE"),
        option(language, "--without-county-wide", wide, is_flag=True),
        option(language, "--roll-up", roll_up, is_flag=True),
    ]


def chosen_options(call: Call) -> list[str]:
    """Those of the options above that stand on the command line, as they are written."""
    source = click.get_current_context().get_parameter_source
    every = {each.name or "": each.opts[0] for each in projection_options(call.language)}
    return [shown for name, shown in every.items() if source(name) is click.core.ParameterSource.COMMANDLINE]


def projected(call: Call, graph: Graph) -> Projection:
    """The network that the options name. Raises UsageError and AnalysisError."""
    return project(graph, MODEL, way_of(call), selection_of(call))


def way_of(call: Call) -> Shared | Related:
    """How ties are drawn. Raises UsageError for options that do not go together."""
    values = call.values
    if not values["relation"]:
        if values["label"] or values["undirected"]:
            raise click.UsageError("--type and --undirected belong to --relation; name a relation")
        return Shared(values["through"], values["weight"], values["two_mode"])
    source = click.get_current_context().get_parameter_source
    given = [name for name in ("through", "weight", "two_mode") if source(name) is not None and values[name]]
    chosen = [name for name in given if source(name) is click.core.ParameterSource.COMMANDLINE]
    if chosen:
        raise click.UsageError(f"--{chosen[0].replace('_', '-')} does not go with --relation; give one of the two")
    return Related(
        tuple(parse_relation(text, MODEL) for text in values["relation"]), values["label"], values["undirected"]
    )


def selection_of(call: Call) -> Selection:
    """What is left out. Raises UsageError for a date that is none."""
    values = call.values
    return Selection(
        at=parsed_date(values["at"], "--at"),
        stated_only=values["stated_only"],
        without=values["without"],
        not_as=values["without_role"],
        skip_county_wide=values["without_county_wide"],
        roll_up=values["roll_up"],
    )
