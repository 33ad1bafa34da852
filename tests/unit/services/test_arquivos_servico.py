"""A bank file is looked at without touching the books."""

import hashlib
import json
from pathlib import Path

import pytest

from finbank_desktop.domain.problems import OutsideError, RefusedError
from finbank_desktop.services.arquivos import ArquivosService, fingerprint


def copies(golden: Path, condition: str) -> list[Path]:
    """Return golden's retornos of cobrança at Itaú, CNAB 400, in that condition."""
    entries = json.loads((golden / "files.json").read_text(encoding="utf-8"))
    wanted = ("retorno", 400, "341", condition)
    return [golden / e["copy"] for e in entries if (e["kind"], e["layout"], e["bank"], e["condition"]) == wanted]


def test_a_sound_file_has_titles_and_no_error(golden: Path) -> None:
    files = copies(golden, "clean")
    assert files
    service = ArquivosService()
    for file in files:
        assert service.read(file).totais.titles == len(service.read(file).records) > 0
        assert [problem for problem in service.check(file) if problem.is_error] == []


def test_a_file_that_lost_its_end_has_an_error(golden: Path, tmp_path: Path) -> None:
    whole = copies(golden, "clean")[0].read_bytes().splitlines(keepends=True)
    cut = tmp_path / "cortado.ret"
    cut.write_bytes(b"".join(whole[:-1]))
    service = ArquivosService()
    assert not service.read(cut).has_end
    assert any(problem.is_error for problem in service.check(cut))


def test_what_is_no_bank_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "carta.txt"
    path.write_text("Prezado cliente,\nsegue o retorno.\n", encoding="utf-8")
    with pytest.raises(RefusedError):
        ArquivosService().check(path)


def test_a_file_that_cannot_be_read_is_trouble_outside(tmp_path: Path) -> None:
    for path in (tmp_path / "sumiu.ret", tmp_path):
        with pytest.raises(OutsideError):
            ArquivosService().read(path)
        with pytest.raises(OutsideError):
            fingerprint(path)


def test_the_fingerprint_is_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "um.ret"
    path.write_bytes(b"0" * 3_000_000)
    assert fingerprint(path) == hashlib.sha256(b"0" * 3_000_000).hexdigest()
