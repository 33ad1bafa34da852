"""What the database itself refuses of the books, whoever writes: SQLite and PostgreSQL alike."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from finbank_desktop.domain.contabil import ContaContabil, Natureza, Processo, SituacaoLote
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.persistence.records_livros import FechamentoContabil, LoteContabil
from finbank_desktop.persistence.unit_of_work import UnitOfWork

DIA = date(2026, 11, 10)
AGORA = datetime(2026, 11, 20, 12).astimezone()


def add_lote(uow: UnitOfWork, *valores: int, codigo: str = "000001", dia: date = DIA) -> LoteContabil:
    """Add an open lot of one lançamento with lines of those amounts."""
    contas = [
        uow.plano_contas.find_by_codigo(1, nome)
        or uow.plano_contas.add(ContaContabil(empresa_id=1, codigo=nome, nome=nome, natureza=Natureza.ATIVO))
        for nome in ("caixa", "clientes")
    ]
    lote = uow.lotes_contabeis.add(
        LoteContabil(
            empresa_id=1,
            codigo=codigo,
            processo=Processo.BAIXA_MANUAL,
            texto="Baixa manual",
            origem_tabela="operacoes",
            origem_id=7,
            inicio=dia,
            fim=dia,
            quando=AGORA,
            usuario="Ana",
        )
    )
    uow.partidas.append(lote, [(1, dia, contas[n % 2].id, None, valor) for n, valor in enumerate(valores)])
    (conta,) = uow.contas.all(1)
    uow.movimentos_caixa.append(lote, [(1, conta.id, dia, valores[0], "Recebimento", "NF1", "baixas", 1)])
    return lote


def close(uow: UnitOfWork, lote: LoteContabil) -> LoteContabil:
    return uow.lotes_contabeis.close(lote, usuario="Ana", agora=AGORA)


def test_a_lot_closes_when_its_lines_sum_to_zero(books: Any) -> None:
    with books.database.write() as uow:
        fechado = close(uow, add_lote(uow, 100_00, -100_00))
    with books.database.read() as uow:
        lido = uow.lotes_contabeis.get(fechado.id)
    assert (lido.situacao, lido.fechado_por, lido.fechado_em) == (SituacaoLote.FECHADO, "Ana", AGORA)


def test_a_lot_that_does_not_sum_to_zero_does_not_close(books: Any) -> None:
    with books.database.write() as uow:
        lote = add_lote(uow, 100_00, -99_99)
    with pytest.raises(RefusedError, match="débitos e os créditos não somam zero"), books.database.write() as uow:
        close(uow, lote)
    with books.database.read() as uow:
        assert uow.lotes_contabeis.get(lote.id).situacao is SituacaoLote.ABERTO


def test_two_lancamentos_that_only_sum_to_zero_together_do_not_close(books: Any) -> None:
    with books.database.write() as uow:
        lote = add_lote(uow, 100_00, -99_00)
        conta = uow.partidas.of_lote(lote.id)[0].conta_contabil_id
        uow.partidas.append(lote, [(2, DIA, conta, None, -1_00)])
    with pytest.raises(RefusedError, match="não somam zero"), books.database.write() as uow:
        close(uow, lote)


@pytest.mark.parametrize("what", ["lote", "lote_sai", "linha", "linha_muda", "linha_sai", "movimento", "movimento_sai"])
def test_a_closed_lot_refuses_every_change(books: Any, what: str) -> None:
    with books.database.write() as uow:
        lote = close(uow, add_lote(uow, 100_00, -100_00))
        partida, movimento = uow.partidas.of_lote(lote.id)[0], uow.movimentos_caixa.of_lote(lote.id)[0]
    changes = {
        "lote": lambda uow: uow.lotes_contabeis.update(replace(lote, situacao=SituacaoLote.ABERTO)),
        "lote_sai": lambda uow: uow.lotes_contabeis.delete_where(id=lote.id),
        "linha": lambda uow: uow.partidas.append(lote, [(2, DIA, partida.conta_contabil_id, None, 1)]),
        "linha_muda": lambda uow: uow.partidas.update(replace(partida, valor=1)),
        "linha_sai": lambda uow: uow.partidas.delete_where(id=partida.id),
        "movimento": lambda uow: uow.movimentos_caixa.append(lote, [(2, movimento.conta_id, DIA, 1, "", "", "", None)]),
        "movimento_sai": lambda uow: uow.movimentos_caixa.delete_where(id=movimento.id),
    }
    with pytest.raises(RefusedError, match="o lote está fechado e não muda mais"), books.database.write() as uow:
        changes[what](uow)
    with books.database.read() as uow:
        assert uow.lotes_contabeis.get(lote.id) == lote
        assert [each.valor for each in uow.partidas.of_lote(lote.id)] == [100_00, -100_00]
        assert uow.movimentos_caixa.of_lote(lote.id) == [movimento]


def test_a_line_is_not_moved_into_a_closed_lot(books: Any) -> None:
    with books.database.write() as uow:
        lote, outro = close(uow, add_lote(uow, 100_00, -100_00)), add_lote(uow, 5, -5, codigo="000002")
        partida = uow.partidas.of_lote(outro.id)[0]
    with pytest.raises(RefusedError, match="fechado"), books.database.write() as uow:
        uow.partidas.update(replace(partida, lote_id=lote.id))


def close_month(uow: UnitOfWork, ate: date) -> FechamentoContabil:
    return uow.fechamentos_contabeis.add(FechamentoContabil(empresa_id=1, ate=ate, quando=AGORA, usuario="Ana"))


def test_a_month_with_an_open_lot_does_not_close(books: Any) -> None:
    with books.database.write() as uow:
        add_lote(uow, 100_00, -100_00)
    with pytest.raises(RefusedError, match="lotes abertos"), books.database.write() as uow:
        close_month(uow, date(2026, 11, 30))
    with books.database.write() as uow:
        close_month(uow, date(2026, 10, 31))


def test_a_closed_month_takes_no_lot_and_no_line_until_it_is_opened_again(books: Any) -> None:
    with books.database.write() as uow:
        fechamento = close_month(uow, date(2026, 10, 31))
    with pytest.raises(RefusedError, match="período contábil está fechado"), books.database.write() as uow:
        add_lote(uow, 100_00, -100_00, dia=date(2026, 10, 31))
    with books.database.write() as uow:
        lote = add_lote(uow, 100_00, -100_00, dia=date(2026, 11, 1))
        conta = uow.partidas.of_lote(lote.id)[0].conta_contabil_id
    with pytest.raises(RefusedError, match="período contábil está fechado"), books.database.write() as uow:
        uow.partidas.append(lote, [(2, date(2026, 10, 31), conta, None, 5)])
    with books.database.write() as uow:
        uow.fechamentos_contabeis.update(
            replace(fechamento, reaberto_em=AGORA, reaberto_por="Ana", motivo="nota esquecida")
        )
        add_lote(uow, 100_00, -100_00, codigo="000002", dia=date(2026, 10, 31))


def test_the_mirror_of_a_lot_sums_to_nothing_with_it(books: Any) -> None:
    with books.database.write() as uow:
        lote = close(uow, add_lote(uow, 100_00, -100_00))
        espelho = add_lote(uow, 0, 0, codigo="000002")
        uow.lotes_contabeis.remove(espelho)
        espelho = uow.lotes_contabeis.add(
            replace(lote, id=0, codigo="000003", estorno_de_id=lote.id, situacao=SituacaoLote.ABERTO)
        )
        uow.lotes_contabeis.mirror(lote, espelho)
        assert [each.valor for each in uow.partidas.of_lote(espelho.id)] == [-100_00, 100_00]
        assert [each.historico for each in uow.movimentos_caixa.of_lote(espelho.id)] == ["Estorno: Recebimento"]
        assert uow.movimentos_caixa.saldos([each.id for each in uow.contas.all(1)]) == {uow.contas.all(1)[0].id: 0}
        assert uow.lotes_contabeis.of_origem("operacoes", 7) == []


def test_movements_are_found_without_their_accents(books: Any) -> None:
    with books.database.write() as uow:
        lote = add_lote(uow, 100_00, -100_00)
        (conta,) = uow.contas.all(1)
        uow.movimentos_caixa.append(lote, [(2, conta.id, DIA, 1, "Recebimento de JOÃO Açaí", "", "", None)])
    with books.database.read() as uow:
        for words in ("joao", "João acai", "AÇAÍ"):
            assert uow.movimentos_caixa.page(ListQuery(busca=words)).total == 1
