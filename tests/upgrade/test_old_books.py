"""Books that older programs left must open today, with all that stood in them.

Each dump is a small office after one cycle: four contas a receber, four boletos, one remessa, its confirmation, and
three of four paid. ``sqlite3 livros.db .dump`` writes another one; one is added whenever a release changes the tables.
"""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from finbank_desktop.domain.boletos import NoBanco
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.migrations import REVISIONS

DUMPS = sorted(Path(__file__).parent.glob("*.sql"))
HOJE = date(2026, 12, 16)


@pytest.fixture(params=DUMPS, ids=lambda path: path.stem)
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    path = tmp_path / "livros.db"
    connection = sqlite3.connect(path)
    connection.executescript(request.param.read_text(encoding="utf-8"))
    connection.close()
    with Database.open(str(path)) as database:
        yield database


def test_every_step_but_the_newest_left_its_books() -> None:
    left = {f"finbank_{dump.name[:4]}" for dump in DUMPS}
    assert left >= set(REVISIONS[:-1])


def test_old_books_open_with_all_that_stood_in_them(opened: Database) -> None:
    with opened.read() as uow:
        contas = uow.contas_receber.page(ListQuery(), HOJE)
        boletos = uow.boletos.page(ListQuery(), HOJE)
        assert (contas.total, contas.somas) == (4, {"valor": 1000_00, "valor_baixado": 600_00, "saldo": 400_00})
        assert (boletos.total, boletos.somas) == (4, {"valor": 1000_00, "valor_pago": 600_00})
        assert [linha["situacao"] for linha in boletos.linhas] == [Situacao.BAIXADO] * 3 + [Situacao.VENCIDO]
        assert boletos.linhas[3]["no_banco"] is NoBanco.REGISTRADO
        assert uow.eventos.of_boleto(1)[0].tipo == "emitido"
        assert sum(baixa.valor for baixa in uow.baixas.of_contas([1, 2, 3, 4])) == 600_00
        assert uow.importacoes.page(ListQuery()).total == 2
        (remessa,) = uow.remessas.page(ListQuery()).linhas
        conteudo = uow.remessas.conteudo(remessa["id"])
        assert conteudo is not None
        assert conteudo.startswith(b"01REMESSA")
        assert uow.convenios.get(1).proxima_remessa == 2


def test_old_books_can_be_written_on(opened: Database) -> None:
    with opened.write() as uow:
        (pessoa,) = uow.pessoas.all()
        assert uow.pessoas.update(pessoa).versao == pessoa.versao + 1
        assert uow.sequencias.next(1, "importacoes") == 3
