"""The seed of Kronoberg holds every row that was collected, with its source, its doubt and nothing personal."""

import csv
import re
import tomllib
from collections import Counter, defaultdict
from urllib.parse import urlsplit

import pytest

from gronagraf.data import seed_folder
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from gronagraf.schema import EdgeType, NodeType
from gronagraf.values import is_before, parse, parse_id

FOLDER = seed_folder("kronoberg")
Row = dict[str, str]

# Rows of the tables from which the seed was converted, and rows that their notes and other sources gave beside them.
COLLECTED = {
    "Actor": (117, 4),
    "Network": (28, 0),
    "Goal": (19, 0),
    "Indicator": (0, 3),
    "Challenge": (0, 1),
    "Project": (41, 0),
    "LearningEvent": (34, 0),
    "Mandate": (14, 0),
    "Principle": (0, 5),
    "MEMBER_OF": (164, 0),
    "HOSTS": (11, 1),
    "PART_OF": (17 + 15, 3),
    "OWNS_SHARE_OF": (15, 2),
    "SUCCEEDED_BY": (0, 4),
    "INFLUENCES": (0, 1),
    "LEADS": (37, 0),
    "PARTNERS_IN": (92, 1),
    "CARRIES": (0, 3),
    "FUNDS": (36, 9),
    "HOLDS": (14, 0),
    "OWNS_ISSUE": (0, 3),
    "WORKS_ON": (0, 2),
    "MEASURED_BY": (2, 0),
    "HAS_VALUE": (24, 0),
    "CONTRIBUTES_TO": (38, 2),
    "ORGANISES": (22, 2),
    "TOOK_PART_IN": (12, 0),
    "FOLLOWS_UP": (32, 19),
}
INFERRED = {
    "CONTRIBUTES_TO": 38,
    "MEMBER_OF": 16,
    "FOLLOWS_UP": 14,
    "PART_OF": 12,
    "CARRIES": 3,
    "OWNS_SHARE_OF": 2,
    "OWNS_ISSUE": 2,
    "WORKS_ON": 1,
    "INFLUENCES": 1,
    "LEADS": 1,
}
ROLES = {
    "member": {
        "signatär": 17,
        "medlem": 15,
        "part": 12,
        "kommun i området": 11,
        "kommun i området t.o.m. 2022": 1,
        "styrgruppsledamot": 10,
        "ledamot": 10,
        "medarrangör": 10,
        "part via Miljösamverkan": 8,
        "samverkande kommun": 8,
        "utbildningsanordnare": 7,
        "styrelse 2024": 6,
        "avtalspart": 4,
        "partner": 3,
        "uppdragsgivare": 3,
        "bildare": 3,
        "genomförare fas 3": 1,
        "genomförare": 1,
    },
    "associate": {
        "i kopplad grupp": 9,
        "medsökande 2013": 4,
        "upphovspart 2015": 1,
        "deltar 4 ggr/år": 1,
        "nära samverkan": 1,
    },
    "convenor": {
        "samordnare": 1,
        "ägare/drivare tillsammans med forumet": 1,
        "huvudman": 1,
        "värd": 1,
        "ordförande (Vöfabs vd)": 1,
        "styrgruppsordförande": 1,
    },
    "funder": {"huvudfinansiär": 4, "finansiär": 1},
    "representative": {"representerad region": 4},
    "supporter": {"stöd": 2},
    "applicant": {"ansökt om medlemskap": 1},
}
MONEY = {
    "granted": (27, 154_378_501),
    "applied": (4, 27_347_275),
    "total": (2, 31_400_000),
    "approximate": (2, 10_200_000),
    "own": (1, 2_000_000),
}
POPULATION = {"2012-12-31": 185_887, "2019-12-31": 201_469, "2024-12-31": 203_351}
MUNICIPALITIES = {
    f"kommun_{name}"
    for name in ("alvesta", "lessebo", "ljungby", "markaryd", "tingsryd", "uppvidinge", "vaxjo", "almhult")
}

# Organisations' own sites, reference works and publishers; a person's own page is named in words instead.
SITES = {
    "arsberattelse.kronoberg.se",
    "blogg.regionkronoberg.se",
    "by2030.se",
    "dagensmiljoteknik.se",
    "de.wiki.li",
    "de.wikipedia.org",
    "destinationsmaland.se",
    "docplayer.se",
    "energy-cities.eu",
    "ess.wm3.se",
    "familjenkampradsstiftelse.se",
    "foretag.vaxjo.se",
    "forskning.se",
    "godahus.se",
    "gotech.se",
    "gronakronoberg2025.rkwebbar.se",
    "hemhyra.se",
    "ju.se",
    "kalmar.se",
    "klimatsynk.se",
    "kulturparkensmaland.se",
    "laganbygg.se",
    "lansstyrelsen.se",
    "leaderlinne.se",
    "ljungby.se",
    "lnu.se",
    "mynewsdesk.com",
    "naringsliv.se",
    "pressmachine.se",
    "regionkronoberg.se",
    "regionsamverkan.se",
    "ronneby.se",
    "smarthousing.nu",
    "sustainablesmaland.se",
    "sv.wikipedia.org",
    "teknikum.se",
    "tingsryd.se",
    "traregionsmaland.se",
    "utveckling.regionkalmar.se",
    "vaxjo.se",
    "videum.se",
}
IN_WORDS = {
    "politikerblogg": 16,
    "personlig blogg, 2018-11-07": 22,
    "landshövdingens blogg, maj 2012": 4,
    "ett partidistrikts webbplats, sidan Om Region Kronoberg": 3,
}
PARTY = re.compile(
    r"(?<!%)\b(S|M|SD|V|KD|C|L|MP)\d+\b|demokrater|moderat|centerparti|liberal|vänsterparti|miljöparti", re.IGNORECASE
)


def read(file: str) -> list[Row]:
    path = FOLDER / f"{file}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as table:
        return [defaultdict(str, row) for row in csv.DictReader(table, strict=True)]


ROWS: dict[str, list[Row]] = {each.name: read(each.file) for each in MODEL.all}
NODES: dict[str, Row] = {row["id"]: row for node in MODEL.nodes for row in ROWS[node.label]}
LABELS: dict[str, str] = {row["id"]: node.label for node in MODEL.nodes for row in ROWS[node.label]}
EVERY = [(name, row) for name, rows in ROWS.items() for row in rows]


def pairs(relation: str, **facts: str) -> set[tuple[str, str]]:
    return {
        (row["from"], row["to"]) for row in ROWS[relation] if all(row[name] == value for name, value in facts.items())
    }


def between(relation: str, start: str, end: str) -> Row:
    (row,) = (row for row in ROWS[relation] if (row["from"], row["to"]) == (start, end))
    return row


def test_every_collected_row_is_there_and_the_additions_are_counted() -> None:
    expected = {name: sum(COLLECTED.get(name, (0, 0))) for name in ROWS}
    assert {name: len(rows) for name, rows in ROWS.items()} == expected


def test_the_seed_reads_without_a_problem_and_every_row_becomes_a_node_or_an_edge() -> None:
    graph = read_seed(FOLDER, MODEL)
    counts = Counter(node.label for node in graph.nodes) + Counter(edge.type for edge in graph.edges)
    assert counts == {name: sum(rows) for name, rows in COLLECTED.items()}
    assert not graph.fictional
    assert {each.seed for each in (*graph.nodes, *graph.edges)} == {"kronoberg"}


def test_the_only_files_are_tables_of_the_model_and_those_that_may_lie_beside() -> None:
    tables = {f"{each.file}.csv" for each in MODEL.all if ROWS[each.name]}
    assert {path.name for path in FOLDER.iterdir()} == tables | {"seed.toml", "README.md"}


@pytest.mark.parametrize("kind", [each for each in MODEL.all if each.name in COLLECTED], ids=lambda each: each.name)
def test_a_table_is_canonical(kind: NodeType | EdgeType) -> None:
    text = (FOLDER / f"{kind.file}.csv").read_bytes().decode("utf-8")
    header = text.split("\n", 1)[0].split(",")
    assert "\r" not in text
    assert not text.startswith("\ufeff")
    assert header == [name for name in kind.header if name in header]
    first = 1 if isinstance(kind, NodeType) else 2
    used = {name for row in ROWS[kind.name] for name, cell in row.items() if cell}
    assert set(header) == used | set(kind.header[: first + (first == 1)])
    keys = [sort_key(kind, row) for row in ROWS[kind.name]]
    assert keys == sorted(set(keys))


def sort_key(kind: NodeType | EdgeType, row: Row) -> tuple[str, ...]:
    return (row["id"],) if isinstance(kind, NodeType) else (row["from"], row["to"], *(row[name] for name in kind.key))


def test_every_cell_is_a_value_of_its_field() -> None:
    for kind in MODEL.all:
        for row in ROWS[kind.name]:
            for name, field in kind.columns.items():
                assert row[name] or not field.required, (kind.name, name, row)
                assert row[name] == row[name].strip()
                if row[name]:
                    parse(field.kind, row[name])
                    assert not field.kind.labels or LABELS[row[name]] in field.kind.labels


def test_ids_are_unique_over_all_labels_and_ends_have_the_right_labels() -> None:
    assert len(NODES) == sum(len(ROWS[node.label]) for node in MODEL.nodes) == 266
    for each in NODES:
        assert parse_id(MODEL.labels["Actor"].columns["municipality"].kind, each) == each
    for edge in MODEL.edges:
        for row in ROWS[edge.type]:
            assert (LABELS[row["from"]], LABELS[row["to"]]) in edge.ends


def test_no_period_ends_before_it_begins() -> None:
    for name, row in EVERY:
        for start, end in (("valid_from", "valid_to"), ("since", "until")):
            if row[start] and row[end]:
                assert not is_before(row[end], row[start]), (name, row)


def test_every_row_has_a_source_and_a_basis() -> None:
    assert [(name, row) for name, row in EVERY if not (row["source"] and row["basis"])] == []
    inferred = Counter(name for name, row in EVERY if row["basis"] == "inferred")
    assert inferred == INFERRED
    assert all(row["basis"] == "stated" for row in NODES.values())


def test_a_source_year_is_a_year_or_words_and_never_a_guess() -> None:
    for _, row in EVERY:
        assert not row["source_year"] or 2009 <= int(row["source_year"]) <= 2025
        if row["source_year"] and row["source_year_text"]:
            assert row["source_year_basis"] == "inferred"
        elif row["source_year_text"]:
            assert row["source_year_text"].startswith("odaterad")
    assert NODES["n_klimatkommission"]["source_year"] == "2011"
    assert sum(not row["source_year"] for row in ROWS["MEMBER_OF"]) == 40


def test_sources_are_organisations_and_a_personal_page_is_named_in_words() -> None:
    sites = {urlsplit(row["source"]).hostname.removeprefix("www.") for _, row in EVERY if "://" in row["source"]}
    assert sites <= SITES
    words = Counter(row["source"] for _, row in EVERY if row["source"] in IN_WORDS)
    assert words == IN_WORDS


def test_no_cell_names_a_party_or_a_machine() -> None:
    for name, row in EVERY:
        for column, cell in row.items():
            assert not PARTY.search(cell), (name, column, cell)
            assert "@" not in cell
            assert "\x00" not in cell
            assert not cell.startswith(("/", "file:"))


def test_roles_keep_the_wording_of_the_source() -> None:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for row in ROWS["MEMBER_OF"]:
        found[row["role"]][row["role_text"]] += 1
    assert found == ROLES
    assert sum(len(words) for words in ROLES.values()) == 34


def test_memberships_that_were_only_read_into_the_source_are_inferred() -> None:
    expected = {(each, network) for network in ("n_miljochefer", "n_naringslivschefer") for each in MUNICIPALITIES}
    assert pairs("MEMBER_OF", basis="inferred") == expected


def test_money_is_summed_within_its_kind_only_and_unknown_is_empty() -> None:
    found: dict[str, list[int]] = defaultdict(list)
    for row in ROWS["FUNDS"]:
        if row["amount_sek"]:
            found[row["amount_kind"]].append(int(row["amount_sek"]))
    assert {kind: (len(amounts), sum(amounts)) for kind, amounts in found.items()} == MONEY
    assert sum(sum(amounts) for amounts in found.values()) == 225_325_776
    assert all(amount > 0 for amounts in found.values() for amount in amounts)
    assert all(row["amount_sek_text"] and row["amount_kind"] for row in ROWS["FUNDS"] if row["amount_sek"])
    assert not any(row["amount_kind"] for row in ROWS["FUNDS"] if not row["amount_sek"])


def test_funders_that_were_no_actors_carry_their_money() -> None:
    added = {
        "eu_eruf": (11, 59_112_681),
        "eu_esf": (2, 18_142_029),
        "flera_eruf_regionala_medel": (1, 19_400_000),
        "flera_samverkansparterna": (1, 12_000_000),
    }
    for actor, expected in added.items():
        amounts = [int(row["amount_sek"]) for row in ROWS["FUNDS"] if row["from"] == actor and row["amount_sek"]]
        assert (len(amounts), sum(amounts)) == expected
    assert sum(amount for _, amount in added.values()) == 108_654_710
    assert {row["id"] for row in ROWS["Actor"] if row["kind"] == "unspecified"} == set(list(added)[2:])


def test_a_funder_named_without_an_amount_is_kept_without_one() -> None:
    assert pairs("FUNDS", amount_sek="") == {
        ("eu_eruf", "p_klimatsmarta_resor"),
        ("eu_eruf", "p_crkkl"),
        ("eu_eruf", "p_hallbar_mobilitet"),
        ("region_kronoberg", "p_vagar"),
        ("vinnova", "p_smart_housing"),
        ("region_kalmar", "p_smart_housing"),
        ("region_jonkoping", "p_smart_housing"),
        ("familjen_kamprad", "p_enklaver"),
        ("tillvaxtverket", "p_service"),
    }


def test_population_sums_to_the_county_in_each_year() -> None:
    sums: Counter[str] = Counter()
    for row in ROWS["HAS_VALUE"]:
        assert row["to"] == "folkmangd"
        sums[row["date"]] += int(row["value"])
    assert sums == POPULATION
    assert {row["from"] for row in ROWS["HAS_VALUE"]} == MUNICIPALITIES
    assert len({row["source"] for row in ROWS["HAS_VALUE"]}) == 3


def test_networks_say_how_much_is_known_and_whose_word_their_form_is() -> None:
    assert Counter(row["form"] for row in ROWS["Network"]) == {"assignment": 17, "thematic": 8, "executive": 3}
    assert [row["id"] for row in ROWS["Network"] if row["form_basis"] == "stated"] == ["n_externa_chefsnatverk"]
    assert all(row["form_text"] and not row["governance"] for row in ROWS["Network"])
    listed = {row["to"] for row in ROWS["MEMBER_OF"]}
    none = {row["id"] for row in ROWS["Network"] if row["members_known"] == "none"}
    assert none == {row["id"] for row in ROWS["Network"]} - listed
    assert none == {"n_externa_chefsnatverk", "n_tvargrupp_barn", "n_avfall", "n_godahall"}
    assert Counter(row["members_known"] for row in ROWS["Network"]) == {"part": 10, "": 8, "all": 6, "none": 4}


def test_an_owned_company_is_owned_and_a_body_is_part() -> None:
    owned = pairs("OWNS_SHARE_OF")
    parts = {(end, start) for start, end in pairs("PART_OF")}
    assert not owned & parts
    assert {("kommun_vaxjo", "vofab"), ("kommun_alvesta", "allbohus"), ("vkab", "vlsp")} <= owned
    assert sum(not row["share"] for row in ROWS["OWNS_SHARE_OF"]) == 7 + 2
    assert between("OWNS_SHARE_OF", "region_kronoberg", "kulturparken")["basis"] == "inferred"
    assert between("OWNS_SHARE_OF", "region_skane", "musik_i_syd")["via"] == "stiftelsen Musik i Skåne"
    assert ("stiftelsen_musik_kronoberg", "region_kronoberg") in pairs("PART_OF")


def test_predecessors_have_ended_and_name_their_successor() -> None:
    for old in ("landstinget_kronoberg", "regionforbundet_sodra_smaland"):
        assert NODES[old]["valid_to"] == "2014-12-31"
        assert (old, "region_kronoberg") in pairs("SUCCEEDED_BY")
    assert {("videum", "vlsp"), ("rus_gk2025", "rus_2035")} <= pairs("SUCCEEDED_BY")


def test_what_began_or_ended_is_dated_only_as_far_as_it_is_known() -> None:
    assert between("MEMBER_OF", "kommun_vetlanda", "n_leader_linne")["until"] == "2022"
    assert between("MEMBER_OF", "region_skane", "n_rss")["since"] == "2016"
    assert all(row["until"] for row in ROWS["MEMBER_OF"] if row["to"] == "n_klimatkommission")
    assert (NODES["uppdrag_10"]["valid_to"], NODES["uppdrag_10"]["date_basis"]) == ("2020-12-31", "inferred")
    assert (NODES["p_smart_iat"]["valid_to"], NODES["p_smart_iat"]["date_text"]) == ("", "treårigt")
    assert (NODES["n_the_bridge"]["valid_to"], NODES["n_the_bridge"]["date_basis"]) == ("2030", "inferred")
    undated = {row["id"]: row["date_text"] for row in ROWS["LearningEvent"] if not row["valid_from"]}
    assert undated == {
        "e_rus2035_alvesta": "odaterad",
        "e_rus2035_tingsryd": "odaterad",
        "e_strategiskt_bete": "05-08 (år ej angivet)",
    }
    news = {row["id"] for row in ROWS["Project"] if row["decided_text"]}
    assert news == {"p_enklaver", "p_smalandsnavet", "p_tillit"}
    assert not any(NODES[each]["decided"] for each in news)


def test_projects_without_an_owner_or_a_goal_keep_the_gap() -> None:
    ids = {row["id"] for row in ROWS["Project"]}
    unled = {"p_cirkulara_affarsmodeller", "p_enklaver", "p_glasrikesmiljonen", "p_kaskad"}
    assert ids - {end for _, end in pairs("LEADS")} == unled
    aimless = {"p_affarsradgivning", "p_catch", "p_inkubator_almhult"}
    assert ids - {start for start, _ in pairs("CONTRIBUTES_TO")} == aimless
    assert pairs("CONTRIBUTES_TO", basis="stated") == {("p_crkkl", "so2"), ("p_by2030", "rus_gk2025")}


def test_partners_funders_and_receivers_are_told_apart() -> None:
    assert Counter(row["role"] for row in ROWS["PARTNERS_IN"]) == {"partner": 74, "funder": 15, "receiver": 4}
    receivers = {("adeltra"), ("ess_enn_timber"), ("lessebo_paper"), ("swereco")}
    assert pairs("PARTNERS_IN", role="receiver") == {(each, "p_glasrikesmiljonen") for each in receivers}
    assert pairs("PARTNERS_IN", role="funder") <= pairs("FUNDS")
    assert ("n_sustainable_smaland", "p_crkkl") in pairs("PARTNERS_IN")


def test_learning_events_keep_lists_counts_and_gaps() -> None:
    presented = {("e_run_projekt_2019", each) for each in ("p_make_it", "p_studi", "p_fimpar")}
    assert presented <= pairs("FOLLOWS_UP", basis="stated")
    units = Counter(row["participants_unit"] for row in ROWS["LearningEvent"] if row["participants"])
    assert units == {"persons": 8, "organisations": 1, "answers": 1}
    organised = {end for _, end in pairs("ORGANISES")}
    assert len({row["id"] for row in ROWS["LearningEvent"]} - organised) == 12
    assert pairs("ORGANISES") & pairs("TOOK_PART_IN") == {
        ("rk_run", "e_kompetensdagen_2022"),
        ("kommun_vaxjo", "e_vaxjodeklarationen_2015"),
        ("kommun_tingsryd", "e_rus2035_tingsryd"),
        ("kommun_almhult", "e_rus2035_tingsryd"),
    }
    assert not any(row["phase"] for row in ROWS["LearningEvent"])


def test_a_target_stays_on_its_goal_and_only_a_named_measure_is_an_indicator() -> None:
    assert sum(bool(row["target_text"]) for row in ROWS["Goal"]) == 6
    assert sum(bool(row["target_year"]) for row in ROWS["Goal"]) == 13
    assert pairs("MEASURED_BY") == {("mal_attraktivitet", "inrikes_flyttnetto"), ("mal_klimat", "co2_per_invanare")}
    climate = between("MEASURED_BY", "mal_klimat", "co2_per_invanare")
    assert (climate["target"], climate["target_year"], climate["baseline"]) == ("1.5", "2025", "")
    assert NODES["ds_hallbar"]["target_text"] == "2026"


def test_nothing_that_no_source_publishes_was_made_up() -> None:
    unpublished = (
        "Resource",
        "Activity",
        "Effect",
        "Lesson",
        "StakeholderAnalysis",
        "COLLABORATES_WITH",
        "SERVES",
        "ADDRESSES",
        "LEADS_TO",
        "ASSESSED_IN",
        "PRODUCED",
        "INFORMS",
        "PRACTISES",
    )
    assert [name for name in unpublished if ROWS[name]] == []


def test_the_publisher_is_the_project_and_little_is_claimed_complete() -> None:
    settings = tomllib.loads((FOLDER / "seed.toml").read_text(encoding="utf-8"))
    assert settings["name"] == "kronoberg"
    assert settings["publisher"] == "Gronagraf-projektet"
    assert not settings.get("fictional")
    assert settings["complete"] == ["Principle"]
    assert all(settings[key] for key in ("title", "title_en", "description", "description_en", "licence", "date"))


def test_the_readme_counts_what_is_there() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    edges = sum(len(ROWS[edge.type]) for edge in MODEL.edges)
    assert f"{len(NODES)} noder och {edges} relationer" in readme
    assert f"{sum(INFERRED.values())} av {edges} relationer" in readme
    for kind, (count, amount) in MONEY.items():
        assert f"| `{kind}` | {count} | {amount:,} |".replace(",", " ") in readme
    for name, count in INFERRED.items():
        assert f"| `{name}` | {count} av {sum(COLLECTED[name])} |" in readme
