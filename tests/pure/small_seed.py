"""A small good seed on the disk, to be broken in one place at a time."""

from dataclasses import dataclass
from pathlib import Path

from gronagraf.errors import SeedError
from gronagraf.graph import Graph
from gronagraf.model import MODEL
from gronagraf.reading import read_seed

FILES = {
    "seed.toml": 'name = "liten"\ntitle = "En liten seed"\n',
    "actor.csv": (
        "id,name,kind,municipality\n"
        "alvby,Älvby kommun,municipality,\n"
        "bolaget,Bolaget Öst AB,company,alvby\n"
        "regionen,Region Å,region,\n"
    ),
    "network.csv": "id,name,valid_from,valid_to\nkompetens,Kompetensforum,2018,2019-05\n",
    "goal.csv": "id,name\ngron,Grön omställning\n",
    "member_of.csv": "from,to,role,since\nalvby,kompetens,member,2018\nbolaget,kompetens,,\n",
    "part_of.csv": "from,to\nbolaget,alvby\n",
    "collaborates_with.csv": "from,to,step,about,since\nregionen,alvby,samsyn,gron,2018-01\n",
}


@dataclass(frozen=True)
class SmallSeed:
    """A seed folder whose problems name files relative to it."""

    folder: Path

    def write(self, name: str, content: str | bytes) -> None:
        (self.folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())

    def add(self, name: str, rows: str) -> None:
        with (self.folder / name).open("a", encoding="utf-8", newline="") as file:
            file.write(rows)

    def remove(self, name: str) -> None:
        (self.folder / name).unlink()

    def read(self) -> Graph:
        return read_seed(self.folder, MODEL)

    def problems(self) -> list[str]:
        """Every problem as people see it; an empty list when the seed is good."""
        try:
            self.read()
        except SeedError as error:
            return [str(problem).replace(f"{self.folder}/", "") for problem in error.problems]
        return []


def write_small_seed(folder: Path) -> SmallSeed:
    folder.mkdir(parents=True)
    seed = SmallSeed(folder)
    for name, text in FILES.items():
        seed.write(name, text)
    return seed
