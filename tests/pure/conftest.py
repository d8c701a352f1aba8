"""What the pure tests share."""

from pathlib import Path

import pytest

from tests.pure.small_seed import SmallSeed, write_small_seed


@pytest.fixture
def small(tmp_path: Path) -> SmallSeed:
    return write_small_seed(tmp_path / "liten")
