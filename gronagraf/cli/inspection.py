"""The commands that look: `status` at the graph and `schema` at the model."""

import contextlib
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from gronagraf.cli.command import Call, command, option
from gronagraf.cli.opening import open_graph
from gronagraf.cli.options import FILE, form_options, only_seed_option, store_options
from gronagraf.cli.show import form_of, put, show
from gronagraf.model import MODEL
from gronagraf.schema import Language, Term
from gronagraf.views.glossary import MODEL_FORMS, render_model
from gronagraf.views.history import history_result
from gronagraf.views.notes import FICTIONAL_MARK, seed_title
from gronagraf.views.words import number

if TYPE_CHECKING:
    from gronagraf.store import SeedRecord, Status

ENGINE = Term("Motor", "Engine")
EMBEDDED = Term(" (inbyggd)", " (embedded)")
ADDRESS = Term("Adress", "Address")
DATABASE = Term("Databas", "Database")
FOLDER = Term("Mapp", "Folder")
SEEDS = Term("Frön", "Seeds")
NO_SEEDS = Term(
    "Grafen är tom. Läs in ett frö:  gronagraf load kronoberg",
    "The graph is empty. Load a seed:  gronagraf load kronoberg",
)
SEED = Term(
    "  {title}: {nodes} noder, {edges} relationer, inläst {when}",
    "  {title}: {nodes} nodes, {edges} relations, loaded {when}",
)
UNFINISHED = Term("INLÄSNINGEN ÄR INTE AVSLUTAD, kör den igen", "THE LOAD HAS NOT ENDED, run it again")
CONTENTS = Term("Innehåll", "Contents")
LOOK_IN = Term(
    "Titta in (bara läsning) med Neo4j Browser, cypher-shell eller en notebook",
    "Look in (reading only) with Neo4j Browser, cypher-shell or a notebook",
)
WHILE_OPEN = Term(
    "Den inbyggda databasen svarar bara medan ett program har den öppen: gronagraf status --open",
    "The embedded database answers only while a program has it open: gronagraf status --open",
)
SHOW_READER = Term("Läskontots lösenord visas med --show-reader.", "The reader's password is shown with --show-reader.")
READER = Term("Läskonto: {user}, lösenord: {password}", "Reader: {user}, password: {password}")
NO_READER = Term(
    "Neo4j har egna konton; frågor härifrån ställs alltid som läsning.",
    "Neo4j has accounts of its own; questions from here are always asked as reading.",
)
HISTORY = Term("Inläsningar och borttagningar", "Loads and removals")
NO_HISTORY = Term("Journalen är tom: inget är inläst.", "The journal is empty: nothing has been loaded.")
OPEN_NOW = Term("Öppen tills du trycker Ctrl-C.", "Open until you press Ctrl-C.")


def status_command(language: Language) -> click.Command:
    shows = Term("Visa läskontots användare och lösenord.", "Show the user and the password of the reader.")
    keeps = Term("Håll den inbyggda databasen öppen tills Ctrl-C.", "Keep the embedded database open until Ctrl-C.")
    history = Term("Visa journalen: varje inläsning och borttagning.", "Show the journal: each load and removal.")
    rows = Term("Så många rader av journalen, de senaste.", "So many rows of the journal, the latest.")
    params = [
        option(language, "--show-reader", shows, is_flag=True),
        option(language, "--open keep_open", keeps, is_flag=True),
        option(language, "--history", history, is_flag=True),
        option(language, "--limit", rows, type=click.IntRange(1, 1_000_000), default=20, show_default=True),
        only_seed_option(language),
        *form_options(language),
        *store_options(language),
    ]
    examples = ("gronagraf status", "gronagraf status --open --show-reader", "gronagraf status --history --as csv")
    return command(language, "status", _status, params, *examples)


def _status(call: Call) -> None:
    if call.values["history"]:
        _history(call)
        return
    for name, option_ in (("form", "--as"), ("out", "--out"), ("only_seed", "--only-seed")):
        if call.values[name]:
            raise click.UsageError(f"{option_} belongs to --history; give that too")
    with open_graph(call) as store:
        for line in _report(call, store.status()):
            click.echo(line)
        if call.values["keep_open"]:
            click.echo(call.say(OPEN_NOW), err=True)
            with contextlib.suppress(KeyboardInterrupt):
                threading.Event().wait()


def _history(call: Call) -> None:
    """The journal, the last first; of one seed where --only-seed names it, also when it is no longer there."""
    limit = call.values["limit"]
    with open_graph(call) as store:
        entries = store.history(limit + 1, call.values["only_seed"])
    if not entries and form_of(call) in ("table", "md"):
        put(call, call.say(NO_HISTORY) + "\n")
        return
    show(call, history_result(entries, limit=limit), call.say(HISTORY))


def _report(call: Call, status: "Status") -> Iterator[str]:
    kind = call.say(EMBEDDED) if status.folder else ""
    places = (
        (ENGINE, f"{status.engine} {status.version}{kind}"),
        (ADDRESS, status.address),
        (DATABASE, status.database),
    )
    for term, text in (*places, (FOLDER, status.folder)):
        if text:
            yield f"{call.say(term)}: {text}"
    yield ""
    if not status.seeds:
        yield call.say(NO_SEEDS)
    else:
        yield call.say(SEEDS)
        yield from (_seed(call, record) for record in status.seeds)
        yield ""
        yield call.say(CONTENTS)
        for name, count in status.counts.items():
            if count:
                yield f"  {number(count, call.language):>8}  {name}  {_term(name, call.language)}"
    yield ""
    yield from _how_to_look_in(call, status)


def _seed(call: Call, record: "SeedRecord") -> str:
    sizes = {"nodes": number(record.nodes, call.language), "edges": number(record.edges, call.language)}
    when = f"{record.loaded_at[:16].replace('T', ' ')} UTC" if record.loaded_at else "–"
    line = call.say(SEED, title=seed_title(record.info, call.language), when=when, **sizes)
    mark = f" [{call.say(FICTIONAL_MARK)}]" if record.info.fictional else ""
    return f"{line}{mark}" if record.finished else f"{line}{mark}: {call.say(UNFINISHED)}"


def _term(name: str, language: Language) -> str:
    each = MODEL.labels.get(name) or MODEL.types.get(name)
    return each.term[language] if each else ""


def _how_to_look_in(call: Call, status: "Status") -> Iterator[str]:
    yield call.say(LOOK_IN)
    user = status.reader.user if status.reader else "USER"
    yield f"  cypher-shell -a {status.address} -u {user} -d {status.database} --access-mode read"
    if status.reader is None:
        yield f"  {call.say(NO_READER)}"
        return
    if call.values["show_reader"]:
        yield f"  {call.say(READER, user=status.reader.user, password=status.reader.password)}"
    else:
        yield f"  {call.say(SHOW_READER)}"
    if not call.values["keep_open"]:
        yield f"  {call.say(WHILE_OPEN)}"


def schema_command(language: Language) -> click.Command:
    form = Term(
        "glossary: ordlista; cypher: villkor; mermaid: diagram; grass: utseende i Neo4j Browser.",
        "glossary: words; cypher: constraints; mermaid: diagram; grass: style sheet for Neo4j Browser.",
    )
    out = Term("Skriv till en fil.", "Write to a file.")
    params = [
        option(language, "--form", form, type=click.Choice(MODEL_FORMS), default="glossary", show_default=True),
        option(language, "--out", out, type=FILE),
    ]
    examples = ("gronagraf schema", "gronagraf schema --form mermaid --out model.mmd")
    return command(language, "schema", _schema, params, *examples)


def _schema(call: Call) -> None:
    put(call, render_model(MODEL, call.values["form"], call.language))
