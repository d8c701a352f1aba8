"""Where the packaged recipes and seeds lie: beside this file in a wheel, at the top of a checkout."""

from pathlib import Path

HERE = Path(__file__).resolve().parent


def data_folder(name: str) -> Path:
    """The folder `cypher` or `seed`."""
    packaged = HERE / name
    return packaged if packaged.is_dir() else HERE.parent.parent / name


def recipe_folder() -> Path:
    return data_folder("cypher")


def seed_folder(name: str) -> Path:
    """The folder of a packaged seed, such as `kronoberg`; it may not exist."""
    return data_folder("seed") / name
