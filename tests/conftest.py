"""What the tests share: the golden folder, values that others asserted and real bank files."""

import json
import os
from pathlib import Path

import pytest

os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"  # no test writes to the developer's own keyring

VARIABLE = "FINBANK_GOLDEN"
BESIDE = Path(__file__).resolve().parents[2] / "shared" / "golden"
MISSING = f"a pasta golden não está em {BESIDE.parent.name}/{BESIDE.name} ao lado do projeto nem em {VARIABLE}"


def golden_folder() -> Path | None:
    """Return the golden folder; ``None`` when it is not named and does not lie beside the checkout."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        if not (Path(named) / "files.json").is_file():
            pytest.fail(f"{VARIABLE} diz {named!r}, mas não há files.json ali", pytrace=False)
        return Path(named)
    return BESIDE if (BESIDE / "files.json").is_file() else None


@pytest.fixture(scope="session")
def golden() -> Path:
    """The golden folder; without one the test is skipped, with a wrong one it fails."""
    folder = golden_folder()
    if folder is None:
        pytest.skip(MISSING)
    return folder


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test that asks for ``golden_file`` every entry of files.json that its module's ``wants`` takes."""
    if "golden_file" not in metafunc.fixturenames:
        return
    folder = golden_folder()
    if folder is None:
        metafunc.parametrize("golden_file", [pytest.param(None, marks=pytest.mark.skip(reason=MISSING))])
        return
    entries = json.loads((folder / "files.json").read_text("utf-8"))
    wanted = [entry for entry in entries if metafunc.module.wants(entry)]
    metafunc.parametrize("golden_file", wanted, ids=[entry["copy"].removeprefix("files/") for entry in wanted])
