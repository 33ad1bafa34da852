"""What differs between banks is data or a module of `bancos`: nothing else names a bank by its number."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOMS = {"bancos", "gateway"}
"""Where a bank may be named: its rules, and its programming interface."""
PRIMEIRA = "001"
"""Also the code of every first empresa and filial."""
EXAMPLE = "gui/sample.py"
"""The boletos that show a printed page before there are any."""


def named(source: str, codes: set[str]) -> Iterator[str]:
    """Yield the banks' numbers that stand in *source* as values of their own."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in codes:
            yield node.value


def test_no_bank_is_named_outside_its_module_and_the_data(root: Path) -> None:
    codes = set(tomllib.loads((root / "resources/bancos.toml").read_text(encoding="utf-8"))["boleto"]) - {PRIMEIRA}
    assert {"341", "237", "104", "070"} <= codes
    package = root / "src/finbank_desktop"
    found = {
        (where, code)
        for path in package.rglob("*.py")
        if (where := path.relative_to(package).as_posix()).partition("/")[0] not in ROOMS
        for code in named(path.read_text(encoding="utf-8"), codes)
    }
    assert {(where, code) for where, code in found if where != EXAMPLE} == set()


def test_a_comparison_with_a_number_would_be_seen() -> None:
    assert list(named('x = "REA" if banco == "341" else "BRL"  # 237', {"341", "237"})) == ["341"]
