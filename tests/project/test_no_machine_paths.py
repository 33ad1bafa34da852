"""Nothing in the repository tells of the machine it was written on, and nothing unfinished is left in it."""

import re
from pathlib import Path

PATHS = re.compile(rb"(?<![\w.-])/(?:work|root|home/\w+|Users/\w+|tmp/\w+)/|[A-Z]:\\Users\\\w")
UNFINISHED = re.compile(rb"\b(?:TO" + rb"DO|FIX" + rb"ME|XX" + rb"X|HA" + rb"CK)\b")
BINARY = {".png", ".ico", ".icns", ".ttf", ".otf", ".qm", ".pdf", ".db", ".gz", ".zip"}


def matches(pattern: re.Pattern[bytes], files: list[Path]) -> list[str]:
    """Return each place where *pattern* stands in the text *files*."""
    return [
        f"{path}:{number}: {line.strip().decode(errors='replace')}"
        for path in files
        if path.suffix not in BINARY
        for number, line in enumerate(path.read_bytes().splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_absolute_path_of_a_person_s_machine(committed: list[Path]) -> None:
    assert matches(PATHS, [path for path in committed if path.name != Path(__file__).name]) == []


def test_nothing_is_marked_as_unfinished(committed: list[Path]) -> None:
    sources = [path for path in committed if path.suffix in {".py", ".toml", ".md", ".ui"}]
    assert matches(UNFINISHED, sources) == []


def test_the_patterns_find_what_they_are_for(tmp_path: Path) -> None:
    sample = tmp_path / "sample.py"
    sample.write_text('a = "/home/maria/x"\nb = "C:\\Users\\maria"\nc = "~/home/page"\n# TO' + "DO later\n")
    assert len(matches(PATHS, [sample])) == 2
    assert len(matches(UNFINISHED, [sample])) == 1
