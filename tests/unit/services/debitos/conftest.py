"""The office of `escritorio`, at Sicredi unless a test makes another."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.services.debitos.escritorio import EscritorioDebito


@pytest.fixture
def casa(tmp_path: Path) -> Iterator[EscritorioDebito]:
    feita = EscritorioDebito(tmp_path)
    yield feita
    feita.services.database.close()
