"""A report tells what the program did and nothing of whom it did it for."""

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finbank_desktop import __version__
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.services import relato

LOG = [
    "2026-11-20 10:00:00,123 ERROR KeyError",
    "  C:\\Users\\Ana Silva\\FinBank\\finbank_desktop\\services\\boletos.py:42 plan",
    "  /usr/lib/python3.11/json/decoder.py:355 raw_decode",
    "2026-11-20 10:00:01,000 WARNING cliente Ana Silva 529.982.247-25",
    "ag. 0057 conta 12345-7",
]
QUANDO = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


def test_only_kinds_of_errors_and_places_in_the_program_pass() -> None:
    assert relato.harmless(LOG) == [
        "2026-11-20 10:00:00,123 ERROR KeyError",
        "  finbank_desktop/services/boletos.py:42 plan",
        "  decoder.py:355 raw_decode",
        "[linha retirada: poderia conter dados]",
        "[linha retirada: poderia conter dados]",
    ]


def test_the_text_tells_version_and_surroundings_and_no_customer() -> None:
    texto = relato.compose("Cliquei e fechou.", {"Qt": "6"}, LOG, QUANDO)
    assert f"FinBank Desktop {__version__}" in texto
    assert "  Qt: 6\n" in texto
    assert "Cliquei e fechou." in texto
    for segredo in ("Silva", "529", "12345", "0057"):
        assert segredo not in texto


@given(st.lists(st.text()))
def test_whatever_stands_in_the_log_no_free_text_passes(linhas: list[str]) -> None:
    for linha in relato.harmless(linhas):
        assert (
            linha == "[linha retirada: poderia conter dados]" or relato._ERRO.fullmatch(linha) or linha.startswith("  ")
        )


def test_only_the_last_lines_go_along() -> None:
    assert len(relato.harmless(["2026-11-20 10:00:00,123 ERROR KeyError"] * 1000)) == 200


def test_it_is_saved_as_text_or_packed(tmp_path: Path) -> None:
    relato.save("olá\n", tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8-sig") == "olá\n"
    relato.save("olá\n", tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as parts:
        assert parts.read("relato.txt").decode("utf-8-sig") == "olá\n"
    with pytest.raises(RefusedError):
        relato.save("", tmp_path / "a.exe")


def test_without_a_log_there_is_still_a_report(tmp_path: Path) -> None:
    assert relato.last_lines(tmp_path / "nenhum.log") == []
    assert "nenhum erro registrado" in relato.compose("", {}, [], QUANDO)
