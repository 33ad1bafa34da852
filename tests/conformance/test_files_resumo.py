"""Every real file: without its titles the same is said of it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from finbank_desktop.cnab.records import read_file
from finbank_desktop.domain.problems import RefusedError


def wants(entry: dict[str, Any]) -> bool:
    return entry["kind"] in {"remessa", "retorno"}


def test_the_summary_says_the_same(golden: Path, golden_file: dict[str, Any]) -> None:
    path = golden / golden_file["copy"]
    try:
        whole = read_file(path)
    except RefusedError:
        return
    assert read_file(path, titles=False) == replace(whole, records=())
