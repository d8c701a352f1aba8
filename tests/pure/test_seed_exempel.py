"""The fictional region uses the whole model and breaks just where its README says; checked on the CSV rows alone."""

import csv
import itertools
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

from gronagraf.data import seed_folder
from gronagraf.model import MODEL
from gronagraf.reading import read_seed, write_seed
from gronagraf.schema import EdgeType
from gronagraf.values import is_before, parse, parse_id

FOLDER = seed_folder("exempel")
STEPS = ("samtal", "samsyn", "samarbete", "samverkan")
Row = dict[str, str]


def read(file: str) -> list[Row]:
    with (FOLDER / f"{file}.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, strict=True))


ROWS: dict[str, list[Row]] = {each.name: read(each.file) for each in MODEL.all}
NODES: dict[str, Row] = {row["id"]: row for node in MODEL.nodes for row in ROWS[node.label]}
LABELS: dict[str, str] = {row["id"]: node.label for node in MODEL.nodes for row in ROWS[node.label]}
SETTINGS = tomllib.loads((FOLDER / "seed.toml").read_text(encoding="utf-8"))


def ids(label: str, **facts: str) -> set[str]:
    return {row["id"] for row in ROWS[label] if all(row[name] == value for name, value in facts.items())}


def ends(relation: str, start: str = "", end: str = "", **facts: str) -> set[tuple[str, str]]:
    """The pairs of a relation between nodes of these labels (any where none is given)."""
    return {
        (row["from"], row["to"])
        for row in ROWS[relation]
        if start in ("", LABELS[row["from"]])
        and end in ("", LABELS[row["to"]])
        and all(row[name] == value for name, value in facts.items())
    }


def targets(relation: str, start: str) -> set[str]:
    return {to for from_, to in ends(relation) if from_ == start}


def starts(relation: str, end: str) -> set[str]:
    return {from_ for from_, to in ends(relation) if to == end}


def all_starts(relation: str, start: str = "", end: str = "") -> set[str]:
    return {from_ for from_, _ in ends(relation, start, end)}


def all_targets(relation: str, start: str = "", end: str = "") -> set[str]:
    return {to for _, to in ends(relation, start, end)}


def step_on(from_: Iterable[str], label: str, horizon: str = "") -> set[str]:
    """What LEADS_TO from these nodes reaches of one label (and, for effects, one horizon)."""
    found = {to for start in from_ for to in targets("LEADS_TO", start) if LABELS[to] == label}
    return {each for each in found if not horizon or NODES[each]["horizon"] == horizon}


def thread(project: str) -> list[set[str]]:
    """Challenges, resources, activities, short, medium and long effects, and goals that a project's chain reaches."""
    resources = targets("USES", project)
    activities = targets("RUNS", project)
    if resources:
        activities &= step_on(resources, "Activity")
    short = step_on(activities, "Effect", "short")
    medium = step_on(short, "Effect", "medium")
    long = step_on(medium, "Effect", "long")
    return [targets("ADDRESSES", project), resources, activities, short, medium, long, step_on(long, "Goal")]


def broken_links(project: str) -> tuple[int, ...]:
    return tuple(number for number, part in enumerate(thread(project)) if not part)


def members(network: str) -> set[str]:
    return {row["from"] for row in ROWS["MEMBER_OF"] if row["to"] == network}


def municipalities() -> set[str]:
    return ids("Actor", kind="municipality", in_region="true")


def assessments(analysis: str) -> dict[str, Row]:
    return {row["from"]: row for row in ROWS["ASSESSED_IN"] if row["to"] == analysis}


def scores(row: Row) -> tuple[str, str, str]:
    return row["power"], row["relevance"], row["interest"]


def involved() -> set[str]:
    """Actors with any relation but an assessment."""
    return {
        end
        for edge in MODEL.edges
        if edge.type != "ASSESSED_IN"
        for row in ROWS[edge.type]
        for end in (row["from"], row["to"])
        if LABELS[end] == "Actor"
    }


# --- the folder ---------------------------------------------------------------------------------------------------


def test_settings_say_that_it_is_made_up_and_complete() -> None:
    assert SETTINGS["name"] == "exempel"
    assert SETTINGS["fictional"] is True
    assert SETTINGS["publisher"] == "Gronagraf-projektet"
    assert "påhittad" in SETTINGS["title"]
    assert "fictional" in SETTINGS["title_en"]
    assert SETTINGS["complete"] == [each.name for each in MODEL.all]


def test_folder_holds_a_table_for_every_type_and_nothing_unknown() -> None:
    tables = {f"{each.file}.csv" for each in MODEL.all}
    assert {path.name for path in FOLDER.iterdir()} == {*tables, "seed.toml", "story.toml", "README.md"}


def test_it_is_small_enough_to_read() -> None:
    assert 60 <= len(NODES) <= 100
    assert len(NODES) == sum(len(ROWS[node.label]) for node in MODEL.nodes), "an id is used twice"


def test_every_type_and_every_permitted_pair_of_ends_is_used() -> None:
    assert all(ROWS[each.name] for each in MODEL.all)
    used = {edge.type: {(LABELS[a], LABELS[b]) for a, b in ends(edge.type)} for edge in MODEL.edges}
    assert used == {edge.type: set(edge.ends) for edge in MODEL.edges}


def test_ids_cannot_meet_those_of_a_real_region() -> None:
    assert {each for each in NODES if not each.startswith("ex_")} == set()
    assert all(parse_id(MODEL.labels["Actor"].columns["municipality"].kind, each) == each for each in NODES)


def test_sources_are_words_that_say_so() -> None:
    sources = {row["source"] for rows in ROWS.values() for row in rows} - {""}
    assert sources
    assert all(source.startswith(("påhittad", "påhittat")) for source in sources)


def test_every_cell_is_a_value_of_its_field() -> None:
    for each in MODEL.all:
        for row in ROWS[each.name]:
            for name, text in row.items():
                if text and name not in ("id", "from", "to"):
                    field = each.columns[name]
                    parse(field.kind, text)
                    if field.kind.name == "reference":
                        assert LABELS[text] in field.kind.labels
                assert text or name not in each.columns or not each.columns[name].required


def test_dates_lie_in_the_years_of_the_example_and_periods_run_forward() -> None:
    for each in MODEL.all:
        for row in ROWS[each.name]:
            for name in {"valid_from", "since", "until", "date", "decided"} & row.keys():
                assert not row[name] or "2019" <= row[name][:4] <= "2026"
            for first, last in (("valid_from", "valid_to"), ("since", "until")):
                if row.get(first) and row.get(last):
                    assert not is_before(row[last], row[first]), row


@pytest.mark.parametrize("each", MODEL.all, ids=lambda each: each.file)
def test_tables_are_written_canonically(each: EdgeType) -> None:
    raw = (FOLDER / f"{each.file}.csv").read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    rows = ROWS[each.name]
    columns = list(rows[0])
    assert columns == [name for name in each.header if name in columns]
    always = set(each.header[:2])
    assert [name for name in columns if name not in always and not any(row[name] for row in rows)] == []
    key = ("from", "to", *each.key) if isinstance(each, EdgeType) else ("id",)
    keys = [tuple(row.get(name, "") for name in key) for row in rows]
    assert keys == sorted(set(keys)), "unsorted, or two rows with one key"


def test_symmetric_relations_are_stored_once() -> None:
    symmetric = [edge.type for edge in MODEL.edges if edge.symmetric]
    assert symmetric == ["COLLABORATES_WITH"]
    assert all(start < end for start, end in ends("COLLABORATES_WITH"))


@pytest.mark.parametrize("relation", [edge.type for edge in MODEL.edges if edge.acyclic])
def test_acyclic_relations_lead_nowhere_back(relation: str) -> None:
    for start in all_starts(relation):
        reached, edge = set(), targets(relation, start)
        while edge - reached:
            reached |= edge
            edge = {to for each in edge for to in targets(relation, each)}
        assert start not in reached


def test_reading_finds_no_problem_and_the_same_rows() -> None:
    graph = read_seed(FOLDER, MODEL)
    assert graph.fictional
    assert {node.id: node.label for node in graph.nodes} == LABELS
    assert Counter(edge.type for edge in graph.edges) == {edge.type: len(ROWS[edge.type]) for edge in MODEL.edges}


def test_writing_gives_the_same_bytes(tmp_path: Path) -> None:
    written = write_seed(read_seed(FOLDER, MODEL), tmp_path, MODEL)
    assert {path.name for path in written} == {path.name for path in FOLDER.iterdir()} - {"README.md", "story.toml"}
    assert [path.name for path in written if path.read_bytes() != (FOLDER / path.name).read_bytes()] == []


def test_readme_names_only_ids_that_exist() -> None:
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(ex_\w+)`", text)) - {"ex_"}
    assert len(named) > 30
    assert named - NODES.keys() == set()
    relations = sum(len(ROWS[edge.type]) for edge in MODEL.edges)
    assert text.count(f"{len(NODES)} noder, {relations} relationer") == 1
    assert text.count(f"{len(NODES)} nodes, {relations} relations") == 1


# --- the thread ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("project", "broken"),
    [
        ("ex_p_klimatlyftet", ()),
        ("ex_p_ungijobb", ()),
        ("ex_p_larling", (0,)),
        ("ex_p_bussnara", (1,)),
        ("ex_p_vatgas", (2, 3, 4, 5, 6)),
        ("ex_p_larcentrum", (3, 4, 5, 6)),
        ("ex_p_ungdomslots", (4, 5, 6)),
        ("ex_p_matchning", (5, 6)),
        ("ex_p_landsbygd", (6,)),
    ],
)
def test_thread_is_whole_or_breaks_at_one_link(project: str, broken: tuple[int, ...]) -> None:
    assert broken_links(project) == broken


def test_each_project_has_its_line_in_the_readme_in_both_languages() -> None:
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.startswith("| `ex_p_")]
    for project in ids("Project"):
        assert sum(f"`{project}`" in line.split("|")[1] for line in lines) == 2


@pytest.mark.parametrize("project", sorted(ids("Project")))
def test_readme_marks_the_links_that_a_chain_lacks(project: str) -> None:
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith(f"| `{project}` | ") and line.count("|") == 11)
    cells = [cell.strip().strip("*") for cell in line.strip("|").split("|")]
    found = [bool(part) for part in thread(project)]
    assert [cell == "ja" for cell in cells[1:7]] == found[:6]
    assert set(re.findall(r"`(\w+)`", cells[7])) == thread(project)[6]
    assert set(re.findall(r"`(\w+)`", cells[8])) == targets("CONTRIBUTES_TO", project)
    assert (cells[9] == "hel") == (broken_links(project) == ())


def test_every_resource_but_one_leads_to_an_activity_and_so_on() -> None:
    assert ids("Resource") - all_starts("LEADS_TO", "Resource") == {"ex_r_elektrolysor"}
    assert ids("Activity") - all_starts("LEADS_TO", "Activity") == {"ex_a_kvallskurser"}
    assert ids("Activity") - all_targets("LEADS_TO", "Resource") == {"ex_a_provakort"}
    stopped = {"ex_e_planer", "ex_e_utbildningar", "ex_e_sammanhallning"}
    assert ids("Effect") - all_starts("LEADS_TO", "Effect") == stopped
    assert {NODES[each]["horizon"] for each in stopped} == {"short", "medium", "long"}


def test_challenge_without_project_or_owner() -> None:
    assert ids("Challenge") - all_targets("ADDRESSES") == {"ex_u_ensamhet"}
    assert ids("Challenge") - all_targets("OWNS_ISSUE") == {"ex_u_ensamhet"}


def test_goals_and_projects_that_lack_each_other() -> None:
    own_goals = ids("Goal", level="goal")
    assert own_goals - all_targets("CONTRIBUTES_TO") == {"ex_g_sjoar"}
    assert ids("Project") - all_starts("CONTRIBUTES_TO") == {"ex_p_landsbygd"}
    legs = Counter(goal for _, goal in ends("CONTRIBUTES_TO"))
    assert [goal for goal, count in legs.items() if count == 1] == ["ex_g_kollektiv"]


def test_a_network_carries_a_project() -> None:
    assert ends("CARRIES") == {("ex_n_vatgas", "ex_p_vatgas")}


def test_projects_have_several_funders_and_different_kinds_of_amount() -> None:
    funders = defaultdict(set)
    for project, funder in ((row["to"], row["from"]) for row in ROWS["FUNDS"]):
        funders[project].add(funder)
    assert len(funders["ex_p_klimatlyftet"]) == 3
    assert {row["amount_kind"] for row in ROWS["FUNDS"]} == {"granted", "applied", "total", "own", "approximate"}
    assert [row["to"] for row in ROWS["FUNDS"] if not row["amount_sek"]] == ["ex_p_bussnara"]
    assert ids("Project") - funders.keys() == {"ex_p_larling"}
    again = Counter((row["from"], row["to"], row["programme"], row["amount_kind"]) for row in ROWS["FUNDS"])
    assert max(again.values()) == 2


# --- goals --------------------------------------------------------------------------------------------------------


def test_goals_are_not_smart_in_different_parts() -> None:
    measures = {row["from"]: row for row in ROWS["MEASURED_BY"]}
    own_goals = ids("Goal", level="goal")
    assert own_goals - measures.keys() == {"ex_g_sjoar"}
    assert own_goals - all_targets("OWNS_ISSUE") == {"ex_g_sjoar"}
    lacking = {name: {goal for goal, row in measures.items() if not row[name]} for name in ("baseline", "target")}
    assert lacking == {"baseline": {"ex_g_kompetens"}, "target": {"ex_g_kollektiv"}}
    years = {goal for goal, row in measures.items() if not (row["target_year"] or NODES[goal]["target_year"])}
    assert years == {"ex_g_vaxande"}


@pytest.mark.parametrize(
    ("goal", "on_track", "value", "year"),
    [("ex_g_utslapp", True, 3.3, 2025), ("ex_g_sysselsattning", False, 77.6, 2025)],
)
def test_goals_on_and_off_track(goal: str, on_track: bool, value: float, year: int) -> None:
    measure = next(row for row in ROWS["MEASURED_BY"] if row["from"] == goal)
    observed = {
        row["date"]: float(row["value"])
        for row in ROWS["HAS_VALUE"]
        if row["to"] == measure["to"] and row["from"] == "ex_region"
    }
    latest = max(observed)
    first, last = float(measure["baseline"]), float(measure["target"])
    passed = (int(latest[:4]) - int(measure["baseline_year"])) / (
        int(measure["target_year"]) - int(measure["baseline_year"])
    )
    due = first + (last - first) * passed
    assert (observed[latest], latest[:4]) == (value, str(year))
    assert (observed[latest] <= due if last < first else observed[latest] >= due) is on_track


def test_indicators_have_values_over_years_and_one_has_gone_stale() -> None:
    years = defaultdict(set)
    for row in ROWS["HAS_VALUE"]:
        years[row["to"]].add(row["date"][:4])
    assert years.keys() == ids("Indicator")
    assert all(len(each) >= 2 for each in years.values())
    assert [indicator for indicator, each in years.items() if max(each) < "2022"] == ["ex_i_resor"]
    assert {row["from"] for row in ROWS["HAS_VALUE"] if row["to"] == "ex_i_folkmangd"} > municipalities()


def test_goals_influence_each_other_in_loops_of_both_signs() -> None:
    strength = {(row["from"], row["to"]): int(row["strength"]) for row in ROWS["INFLUENCES"]}
    ring = ("ex_g_vaxande", "ex_g_utslapp", "ex_g_sjoar", "ex_g_vaxande")
    assert [strength[pair] for pair in itertools.pairwise(ring)] == [-2, 2, 1]
    pair = ("ex_g_vaxande", "ex_g_sysselsattning")
    assert (strength[pair], strength[pair[::-1]]) == (2, 1)


def test_goals_and_organisations_have_a_succession() -> None:
    assert ends("SUCCEEDED_BY") == {("ex_regionforbundet", "ex_region"), ("ex_g_strategi_2021", "ex_g_vision")}
    assert NODES["ex_regionforbundet"]["valid_to"] < NODES["ex_region"]["valid_from"]


# --- acting together ----------------------------------------------------------------------------------------------


def test_one_network_is_contained_in_another_and_works_on_the_same() -> None:
    contained = {
        (a, b) for a in ids("Network") for b in ids("Network") if a != b and members(a) and members(a) <= members(b)
    }
    assert contained == {("ex_n_naringslivschefer", "ex_n_utvecklingschefer")}
    assert targets("WORKS_ON", "ex_n_naringslivschefer") == targets("WORKS_ON", "ex_n_utvecklingschefer")


def test_networks_hold_all_municipalities_but_one() -> None:
    missing = {network: municipalities() - members(network) for network in ids("Network")}
    assert {network: gone for network, gone in missing.items() if len(gone) == 1} == {
        "ex_n_naringslivschefer": {"ex_kommun_osterlyra"},
        "ex_n_klimat": {"ex_kommun_aglimmer"},
    }
    assert missing["ex_n_utvecklingschefer"] == set()


def test_a_municipality_lies_outside_the_region() -> None:
    assert ids("Actor", kind="municipality") - municipalities() == {"ex_kommun_fjarrvika"}


def test_networks_without_goal_host_or_recent_event() -> None:
    assert ids("Network") - all_starts("WORKS_ON") == {"ex_n_unga"}
    assert ids("Network") - all_targets("HOSTS") == {"ex_n_landsbygd"}
    recent = {to for event, to in ends("FOLLOWS_UP", end="Network") if NODES[event]["valid_from"] >= "2022"}
    assert ids("Network") - recent == {"ex_n_naringslivschefer", "ex_n_vatgas", "ex_n_landsbygd"}
    assert NODES["ex_l_mote_2020"]["phase"] == ""


def test_networks_of_one_sector() -> None:
    sectors = {network: {NODES[each]["sector"] for each in members(network)} for network in ids("Network")}
    single = {network: next(iter(found)) for network, found in sectors.items() if len(found) == 1}
    assert single == {
        "ex_n_vatgas": "private",
        "ex_n_utvecklingschefer": "public",
        "ex_n_naringslivschefer": "public",
    }


def test_every_role_of_membership_and_a_member_of_two_periods() -> None:
    roles = next(edge for edge in MODEL.edges if edge.type == "MEMBER_OF").columns["role"].kind.values
    assert {row["role"] for row in ROWS["MEMBER_OF"]} == set(roles)
    twice = [
        pair for pair, count in Counter((row["from"], row["to"]) for row in ROWS["MEMBER_OF"]).items() if count > 1
    ]
    assert twice == [("ex_kommun_aglimmer", "ex_n_landsbygd")]


def test_the_representative_is_not_the_owner() -> None:
    assert {row["from"] for row in ROWS["MEMBER_OF"] if row["role"] == "representative"} == {"ex_utvecklingsnamnden"}
    owners = starts("OWNS_ISSUE", "ex_g_kompetens")
    assert owners == {"ex_foretagsforeningen"}
    assert owners & members("ex_n_kompetens") == set()
    assert starts("OWNS_ISSUE", "ex_g_utslapp") <= members("ex_n_klimat")


def test_steps_of_the_ladder_rose_fell_and_stood_still() -> None:
    moves = defaultdict(list)
    for row in sorted(ROWS["COLLABORATES_WITH"], key=lambda row: row["since"]):
        if row["about"]:
            moves[row["from"], row["to"]].append(STEPS.index(row["step"]))
    assert moves == {
        ("ex_kommun_lyrkoping", "ex_lansstyrelsen"): [0, 1, 3],
        ("ex_region", "ex_unga_lyra"): [0, 1],
        ("ex_glimmerverken", "ex_hogskolan"): [2, 0],
        ("ex_foretagsforeningen", "ex_hogskolan"): [1, 2, 1],
        ("ex_kommun_stenlyra", "ex_kommun_vindmala"): [0],
        ("ex_kommun_fjarrvika", "ex_kommun_osterlyra"): [2],
    }


def test_a_step_that_moved_is_a_new_period() -> None:
    periods = defaultdict(list)
    for row in ROWS["COLLABORATES_WITH"]:
        periods[row["from"], row["to"], row["about"]].append((row["since"], row["until"]))
    for each in periods.values():
        each.sort()
        assert all(is_before(until, since) for (_, until), (since, _) in itertools.pairwise(each))
        assert each[-1][1] == ""


def test_ownership_has_an_indirect_share_and_an_unknown_one() -> None:
    share = {(row["from"], row["to"]): row["share"] for row in ROWS["OWNS_SHARE_OF"]}
    assert share["ex_kommun_lyrkoping", "ex_energibolaget"] == "60"
    assert share["ex_energibolaget", "ex_vatgasbolaget"] == "51"
    assert [row["share_text"] for row in ROWS["OWNS_SHARE_OF"] if not row["share"]] == ["uppgift saknas"]


def test_one_mandate_serves_goals_and_one_serves_none() -> None:
    assert ends("SERVES") == {("ex_m_kollektivtrafik", goal) for goal in ("ex_g_kollektiv", "ex_g_strategi_2021")}
    assert ids("Mandate") - all_starts("SERVES") == {"ex_m_upphandling"}
    assert all_targets("HOLDS") == ids("Mandate")


# --- stakeholder analysis -----------------------------------------------------------------------------------------


def test_two_assessors_disagree_on_one_issue() -> None:
    one, other = assessments("ex_s_unga_2023_region"), assessments("ex_s_unga_2023_unga")
    assert targets("CONCERNS", "ex_s_unga_2023_region") == targets("CONCERNS", "ex_s_unga_2023_unga") == {"ex_u_unga"}
    assert NODES["ex_s_unga_2023_region"]["assessor"] != NODES["ex_s_unga_2023_unga"]["assessor"]
    differ = {actor for actor in one.keys() & other.keys() if scores(one[actor]) != scores(other[actor])}
    assert differ == {"ex_kommun_vindmala", "ex_unga_lyra", "ex_glimmerverken"}
    assert scores(one["ex_lansstyrelsen"]) == scores(other["ex_lansstyrelsen"])
    assert one.keys() ^ other.keys() == {"ex_foretagsforeningen", "ex_bygderadet", "ex_region"}


def test_one_assessor_returns_to_the_issue() -> None:
    before, after = (assessments(f"ex_s_unga_{year}_region") for year in (2023, 2025))
    assert NODES["ex_s_unga_2023_region"]["assessor"] == NODES["ex_s_unga_2025_region"]["assessor"]
    assert "ex_u_unga" in targets("CONCERNS", "ex_s_unga_2025_region")
    change = {
        actor: tuple(int(b) - int(a) for a, b in zip(scores(before[actor]), scores(after[actor]), strict=True))
        for actor in after
    }
    assert change == {
        "ex_kommun_vindmala": (0, 0, 1),
        "ex_unga_lyra": (2, 0, 0),
        "ex_glimmerverken": (0, 1, 2),
        "ex_foretagsforeningen": (0, 0, 0),
        "ex_bygderadet": (0, 0, -3),
    }


def test_some_are_strong_but_not_interested() -> None:
    aside = {
        (row["from"], row["to"])
        for row in ROWS["ASSESSED_IN"]
        if row["interest"] and min(row["power"], row["relevance"]) >= "4" and row["interest"] <= "2"
    }
    assert aside == {
        ("ex_vagmyndigheten", "ex_s_resor_2025"),
        ("ex_glimmerverken", "ex_s_unga_2023_region"),
        ("ex_glimmerverken", "ex_s_unga_2023_unga"),
        ("ex_kommun_vindmala", "ex_s_unga_2023_unga"),
    }


def test_assessments_have_stakes_motives_and_mostly_a_planned_action() -> None:
    assert all(row["stake"] and row["motive"] for row in ROWS["ASSESSED_IN"])
    assert Counter(row["to"] for row in ROWS["ASSESSED_IN"] if not row["action"]) == {
        "ex_s_unga_2023_region": 2,
        "ex_s_unga_2023_unga": 2,
        "ex_s_unga_2025_region": 1,
        "ex_s_resor_2025": 2,
    }
    assert [row["from"] for row in ROWS["ASSESSED_IN"] if not row["interest"]] == ["ex_kommun_fjarrvika"]


def test_involved_but_never_assessed_and_the_reverse() -> None:
    assessed = all_starts("ASSESSED_IN")
    assert "ex_hogskolan" in involved() - assessed
    assert assessed - involved() == {"ex_vagmyndigheten"}


# --- learning and leadership --------------------------------------------------------------------------------------


def test_some_lessons_closed_the_loop() -> None:
    assert ids("Lesson") - all_starts("INFORMS") == {"ex_k_skift", "ex_k_smaforetag"}
    assert all_targets("PRODUCED") == ids("Lesson")
    for row in ROWS["INFORMS"]:
        learned = min(NODES[event]["valid_from"] for event in starts("PRODUCED", row["from"]))
        assert is_before(learned, row["since"])


def test_every_phase_of_the_cycle_occurs() -> None:
    assert {row["phase"] for row in ROWS["LearningEvent"]} == {"", "plan", "apply", "evaluate", "improve"}


def test_one_principle_is_never_practised() -> None:
    assert len(ids("Principle")) == 5
    assert ids("Principle") - all_targets("PRACTISES") == {"ex_princip_system"}


def test_some_assessments_and_links_of_the_cycle_are_inferred() -> None:
    assert ends("ASSESSED_IN", basis="inferred") == {("ex_glimmerverken", "ex_s_unga_2023_region")}
    assert ids("LearningEvent", basis="inferred") == {"ex_l_mote_2020"}
    assert ends("FOLLOWS_UP", basis="inferred") == {("ex_l_forum_2023", "ex_p_klimatlyftet")}
    assert ("ex_kommun_vindmala", "ex_l_samtal_2025") in ends("TOOK_PART_IN", basis="inferred")
    assert ends("PRODUCED", basis="inferred") == {("ex_l_samtal_2025", "ex_k_skift")}
    assert ends("INFORMS", basis="inferred") == {("ex_k_bjud_in", "ex_a_praktik")}


def test_facts_are_stated_inferred_and_a_few_without_source() -> None:
    rows = [row for each in ROWS.values() for row in each]
    bases = Counter(row["basis"] for row in rows)
    assert bases["stated"] > bases["inferred"] > 20
    assert bases[""] == sum(not row["source"] for row in rows) == 3
