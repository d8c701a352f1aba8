"""Pairs that may be one thing as a table: the reasons as codes for programs and in words for people."""

from collections.abc import Iterable, Mapping

from gronagraf.graph import Cell, Column, Graph, Result
from gronagraf.schema import Term
from gronagraf.sync.duplicates import Pair

REASONS: Mapping[str, Term] = {
    "same": Term("samma namn", "the same name"),
    "case": Term("bara versaler och skiljetecken skiljer", "only capitals and signs differ"),
    "accents": Term("lika utan å, ä, ö och accenter", "alike without å, ä, ö and accents"),
    "genitive": Term("ändelse eller förkortat ord", "an ending, or a word written short"),
    "small": Term("småord", "small words"),
    "order": Term("annan ordföljd", "another order of words"),
    "apart": Term("särskrivning", "words written apart"),
    "spelling": Term("stavning", "spelling"),
    "legal_written": Term("bolagsformen skriven på två sätt", "legal form written in two ways"),
    "legal_missing": Term("bolagsformen utelämnad", "legal form left out"),
    "legal_other": Term("olika bolagsform", "another legal form"),
    "alias": Term("kallas även", "also known as"),
    "short_title": Term("namnet utan undertitel", "the name without its subtitle"),
    "parenthesis": Term("tillägg inom parentes", "words in parentheses"),
    "parenthesis_other": Term("olika inom parentes", "other words in parentheses"),
    "generic": Term("ett ord om vad det är till", "one more word for what it is"),
    "more": Term("fler ord", "more words"),
    "initials": Term("förkortning av namnet", "the name's initials"),
    "organisation_number": Term("samma organisationsnummer", "the same organisation number"),
    "wikidata": Term("samma post i Wikidata", "the same item of Wikidata"),
    "municipality_code": Term("samma kommunkod", "the same municipality code"),
    "web_page": Term("samma webbsida", "the same web page"),
    "other_place": Term("men olika kommun", "but another municipality"),
    "other_time": Term("men aldrig samtidigt", "but never at one time"),
    "other_kind": Term("men olika slag", "but of another kind"),
}


def pairs_result(pairs: Iterable[Pair], graph: Graph) -> Result:
    """A row for each pair, the surest first."""
    columns = (
        Column("score", Term("Poäng", "Score"), Term("0 till 100.", "0 to 100.")),
        Column("type", Term("Slag", "Type")),
        Column("first", Term("Den ena", "First")),
        Column("first_id", Term("Id", "Id")),
        Column("second", Term("Den andra", "Second")),
        Column("second_id", Term("Id", "Id")),
        Column("reason", Term("Varför", "Why"), words=REASONS),
    )
    return Result(columns, tuple(map(_row, pairs)), seeds=graph.seeds)


def _row(pair: Pair) -> tuple[Cell, ...]:
    names = (pair.first.name, pair.first.id, pair.second.name, pair.second.id)
    reasons: list[Cell] = [*pair.reasons]
    return (pair.score, pair.first.label, *names, reasons)
