"""Nothing is found in what we write."""

from collections.abc import Callable
from typing import Any

from finbank_desktop.cnab.conferencia import check
from finbank_desktop.domain.problems import Severity


def test_nothing_is_found_in_a_good_remessa_of_any_layout(caminho: str, boa: Callable[..., Any]) -> None:
    found = [p for p in check(boa(caminho).data()) if p.severity is not Severity.INFO]
    assert found == []
