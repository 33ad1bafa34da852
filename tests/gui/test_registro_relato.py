"""The program breaks down with secrets at hand: what it writes down, shows and hands over holds none of them."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from finbank_desktop.gateway import adaptadores
from finbank_desktop.gui import errors
from finbank_desktop.services import relato
from tests.banco_de_provas.dialetos import sicredi
from tests.banco_de_provas.escritorio import HOJE, Escritorio
from tests.banco_de_provas.lugar import NoProcesso


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """The log the window writes."""
    path, logger = tmp_path / "finbank.log", logging.getLogger("finbank_desktop")
    antes = list(logger.handlers)
    errors.start_log(path)
    yield path
    for handler in [each for each in logger.handlers if each not in antes]:
        logger.removeHandler(handler)
        handler.close()


def test_a_breakdown_tells_where_it_happened_and_no_secret(
    tmp_path: Path, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def burst(*given: object) -> None:
        raise ValueError(f"cabeçalhos de {given}")

    escritorio = Escritorio(tmp_path / "livros", "sicredi")
    with NoProcesso(tmp_path, "sicredi", HOJE) as banco:
        registros = escritorio.registros(banco)
        escritorio.boletos(1)
        plan = registros.plan(escritorio.convenio.id)
        monkeypatch.setattr(type(adaptadores.adaptador("sicredi")), "headers", burst)
        with pytest.raises(ValueError, match=sicredi.SENHA) as caught:  # the secret was at hand
            registros.run(plan)
    escritorio.services.database.close()
    errors.write_down(caught.value)
    escrito = log.read_text(encoding="utf-8")
    entregue = relato.compose("parou sozinho", {}, relato.last_lines(log), datetime(2026, 11, 23, 10, 0, tzinfo=UTC))
    assert "burst" in escrito
    assert "ValueError" in entregue
    for texto in (escrito, entregue, errors.sentence(caught.value)):
        assert sicredi.SENHA not in texto
