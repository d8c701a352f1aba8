"""An empty workbook filled in by LibreOffice itself, each cell as if it were typed, and read as a seed."""

import shutil
import subprocess

import pytest

from gronagraf.graph import Edge, Node, SeedInfo
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from gronagraf.views.workbook.seeds import write_blank

OFFICE = shutil.which("soffice")
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
LIBRARY = (
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" '
    'library:readonly="false" library:passwordprotected="false">{elements}</library:library>'
)
NAMED = 'script:name="Typing" script:language="StarBasic"'
MODULE = """<script:module xmlns:script="http://openoffice.org/2000/script" {named}>
Sub Main(source As String, target As String, form As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
{lines}
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  saved(0).Name = "FilterName"
  saved(0).Value = form
  document.storeToURL(ConvertToURL(target), saved())
  document.close(True)
End Sub
</script:module>"""
TYPED = {
    "Aktör": {"A2": "a", "B2": "=1+1 är ett namn", "C2": "kommun", "A3": "b", "B3": "0780"},
    "samarbetar med": {"A2": "a", "B2": "b", "C2": "samsyn", "E2": "2018-01", "F2": "2019-01-17"},
    "äger del av": {"A2": "a", "B2": "b", "C2": "51.5"},
    "Frö": {"B7": "Ingen & alla", "B10": "ja"},
}
FORMS = {"xlsx": "Calc MS Excel 2007 XML", "ods": "calc8"}


def typing(profile):
    """Put the macro that types where LibreOffice looks for its user's own."""
    lines = [
        f'  document.Sheets.getByName("{sheet}").getCellRangeByName("{cell}").FormulaLocal = "{text}"'
        for sheet, cells in TYPED.items()
        for cell, text in cells.items()
    ]
    home = profile / "user" / "basic" / "Standard"
    home.mkdir(parents=True, exist_ok=True)
    module = MODULE.format(named=NAMED, lines="\n".join(lines).replace("&", "&amp;"))
    (home / "Typing.xba").write_text(HEAD + module, encoding="utf-8")
    element = '<library:element library:name="Typing"/>'
    (home / "script.xlb").write_text(HEAD + LIBRARY.format(elements=element), encoding="utf-8")
    (home / "dialog.xlb").write_text(HEAD + LIBRARY.format(elements=""), encoding="utf-8")


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not there")
@pytest.mark.parametrize("ending", FORMS)
def test_what_is_typed_into_an_empty_workbook_is_a_seed(ending, tmp_path):
    profile, source, target = tmp_path / "profile", tmp_path / "tom.xlsx", tmp_path / f"fylld.{ending}"
    start = [OFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    subprocess.run([*start, "--terminate_after_init"], check=False, capture_output=True, timeout=120)
    typing(profile)
    write_blank(source, SeedInfo("ny", "Ny"), MODEL, "sv")
    macro = f'macro:///Standard.Typing.Main("{source}","{target}","{FORMS[ending]}")'
    subprocess.run([*start, "--invisible", macro], check=False, capture_output=True, timeout=180)
    graph = read_seed(target, MODEL)
    assert graph.nodes == (
        Node("Actor", "a", {"name": "=1+1 är ett namn", "kind": "municipality"}, "ny"),
        Node("Actor", "b", {"name": "0780"}, "ny"),
    )
    assert graph.edges == (
        Edge("OWNS_SHARE_OF", "a", "b", {"share": 51.5}, "ny"),
        Edge("COLLABORATES_WITH", "a", "b", {"step": "samsyn", "since": "2018-01", "until": "2019-01-17"}, "ny"),
    )
    assert graph.seeds == (SeedInfo("ny", "Ny", publisher="Ingen & alla", fictional=True),)
