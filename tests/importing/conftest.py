"""What the tests of the import share."""

from pathlib import Path

import pytest

from tests.importing.trying import Try, trying


@pytest.fixture
def convert(tmp_path: Path) -> Try:
    return trying(tmp_path)
