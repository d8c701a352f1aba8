"""`map --story` and `--embed`: a story in the page, what is said of its faults, the line for another page."""

from pathlib import Path

from tests import map_data

STORY = Path(__file__).resolve().parents[2] / "seed" / "exempel" / "story.toml"


def test_a_story_is_in_the_page(gronagraf, folder, both_seeds):
    drawn = gronagraf("map", "--db", both_seeds, "--only-seed", "exempel", "--story", STORY, "--out", "a.html")
    assert (drawn.code, drawn.out) == (0, "")
    told = map_data.data((folder / "a.html").read_text("utf-8"), "about")["story"]
    assert told["title"] == ["Når unga hela vägen till arbete?", "Do young people reach work all the way?"]
    assert str(STORY.parent) not in (folder / "a.html").read_text("utf-8")


def test_a_story_of_another_region_says_what_is_missing_and_writes_nothing(gronagraf, folder, both_seeds):
    ended = gronagraf("map", "--db", both_seeds, "--only-seed", "kronoberg", "--story", STORY, "--out", "a.html")
    assert (ended.code, ended.out) == (1, "")
    assert 'story.toml:11: step 2: view: node: there is no node "ex_u_unga"' in ended.err
    assert not (folder / "a.html").exists()


def test_a_story_that_is_not_there_is_told(gronagraf, folder, both_seeds):
    ended = gronagraf("map", "--db", both_seeds, "--story", "saknas.toml")
    assert (ended.code, ended.out) == (1, "")
    assert "saknas.toml" in ended.err


def test_the_line_for_another_page_is_printed(gronagraf, folder, both_seeds):
    drawn = gronagraf("map", "--db", both_seeds, "--only-seed", "exempel", "--embed", "--out", "a.html")
    assert drawn.code == 0
    assert drawn.out.startswith('<iframe src="a.html" loading="lazy" title="Exempelregionen Lyrebygd (påhittad)"')
    assert "allow-same-origin" not in drawn.out
    assert (folder / "a.html").is_file()
