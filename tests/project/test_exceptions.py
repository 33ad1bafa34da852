"""Each rule that is switched off says why, where it is switched off."""

import re
import tomllib
from pathlib import Path

MARK = re.compile(r"#\s*(?:no" + r"qa|type:\s*ig" + r"nore)\b(?P<codes>:\s*[A-Z0-9, ]+|\[[\w, -]+\])?(?P<reason>.*)")
REASON = re.compile(r"[-#\s]*\w.{4,}")


def test_each_exception_names_its_rule_and_its_reason(root: Path, committed: list[Path]) -> None:
    found = [
        (f"{path.relative_to(root)}:{number}", mark)
        for path in committed
        if path.suffix == ".py" and "forms" not in path.parts
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if (mark := MARK.search(line))
    ]
    assert [place for place, mark in found if not mark["codes"]] == []
    assert [place for place, mark in found if not REASON.match(mark["reason"])] == []


def test_the_pattern_tells_a_reason_from_none() -> None:
    with_reason = ["noqa: S603 - its own program", "noqa: A1,B2 - as above", "type: ignore[misc] # Qt's own"]
    without = ["noqa: S603", "type: ignore[misc]", "noqa"]
    assert all(REASON.match(MARK.search(f"x  # {text}")["reason"]) for text in with_reason)  # type: ignore[index] # they match
    assert not any(REASON.match(MARK.search(f"x  # {text}")["reason"]) for text in without)  # type: ignore[index] # they match


def test_each_rule_that_is_off_for_a_folder_has_its_reason(root: Path) -> None:
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    lint = tomllib.loads(text)["tool"]["ruff"]["lint"]
    assert lint["select"] == ["ALL"]
    rules = {rule for group in lint["per-file-ignores"].values() for rule in group} | set(lint["ignore"])
    assert rules
    for rule in rules:
        lines = [line for line in text.splitlines() if f'"{rule}"' in line]
        assert lines
        assert all("#" in line for line in lines), rule
