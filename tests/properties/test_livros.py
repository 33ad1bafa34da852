"""Whatever is posted, closed and taken back, in any order: the books balance and the balances are what stands."""

import shutil
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from finbank_desktop.domain.cadastros import Conta
from finbank_desktop.domain.contabil import Papel, Processo, SituacaoLote
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records_livros import Partida
from finbank_desktop.services.livros import padrao
from finbank_desktop.services.livros.contabilizar import contabilizar, estornar, impedimentos
from finbank_desktop.services.livros.exportacao import split
from finbank_desktop.services.livros.fechamento import FechamentoContabilService
from finbank_desktop.services.livros.modelo import Movimento, Origem

AGORA = datetime(2026, 11, 20, 12).astimezone()
PAPEIS = (Papel.PRINCIPAL_RECEBER, Papel.JUROS_RECEBIDOS, Papel.DESCONTO_CONCEDIDO, Papel.TARIFA, Papel.OUTROS)
DIAS = st.dates(date(2026, 8, 1), date(2026, 11, 20))


@given(st.lists(st.integers(-1_000_00, 1_000_00).filter(bool), min_size=1, max_size=8))
def test_the_pairs_of_a_lancamento_sum_up_to_its_lines(valores: list[int]) -> None:
    resto = -sum(valores)
    partidas = [
        Partida(empresa_id=1, lote_id=1, lancamento=1, data=date(2026, 11, 20), conta_contabil_id=n, valor=valor)
        for n, valor in enumerate([*valores, resto])
        if valor
    ]
    somas: Counter[int] = Counter()
    for debito, credito, valor in split(partidas):
        assert valor > 0
        assert debito.valor > 0 > credito.valor
        somas[debito.conta_contabil_id] += valor
        somas[credito.conta_contabil_id] -= valor
    assert somas == Counter({each.conta_contabil_id: each.valor for each in partidas})


class Livros(RuleBasedStateMachine):
    """Processes that post and are undone, and an accountant who closes lots and months."""

    modelo: ClassVar[Path]

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        path = Path(self.folder.name) / "livros.db"
        shutil.copy(self.modelo, path)
        self.database = Database.open(str(path))
        self.fechamento = FechamentoContabilService(self.database, usuario="Ana", agora=lambda: AGORA)
        self.de_pe: dict[int, list[Movimento]] = {}
        self.feitos = 0

    def teardown(self) -> None:
        self.database.close()
        self.folder.cleanup()

    def origem(self, numero: int) -> Origem:
        return Origem(tabela="operacoes", id=numero, texto=f"Nº {numero}", empresa_id=1, processo=Processo.BAIXA_MANUAL)

    @rule(
        partes=st.lists(
            st.tuples(st.sampled_from([1, 2]), DIAS, st.dictionaries(st.sampled_from(PAPEIS), st.integers(-900, 900))),
            min_size=1,
            max_size=4,
        )
    )
    def post(self, partes: Sequence[tuple[int, date, dict[Papel, int]]]) -> None:
        self.feitos += 1
        movimentos = [
            Movimento(conta_id=conta, data=dia, valor=sum(suas.values()), partes=suas, baixa_id=n)
            for n, (conta, dia, suas) in enumerate(partes)
        ]
        with suppress(RefusedError), self.database.write() as uow:
            contabilizar(uow, self.origem(self.feitos), movimentos, usuario="Ana", agora=AGORA)
            self.de_pe[self.feitos] = movimentos

    @precondition(lambda self: self.de_pe)
    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        numero = data.draw(st.sampled_from(sorted(self.de_pe)))
        with self.database.read() as uow:
            porque = impedimentos(uow, self.origem(numero))
        try:
            with self.database.write() as uow:
                estornar(uow, self.origem(numero), usuario="Ana", agora=AGORA)
        except RefusedError:
            assert porque
        else:
            assert not porque
            del self.de_pe[numero]

    @rule(data=st.data())
    def close_a_lot(self, data: st.DataObject) -> None:
        with self.database.write() as uow:
            abertos = [lote for lote in uow.lotes_contabeis.all(1) if lote.situacao is SituacaoLote.ABERTO]
            if abertos:
                uow.lotes_contabeis.close(data.draw(st.sampled_from(abertos)), usuario="Ana", agora=AGORA)

    @rule(meses=st.integers(1, 3))
    def close_a_month(self, meses: int) -> None:
        with suppress(RefusedError):
            self.fechamento.fechar(self.fechamento.plan(1, AGORA.date() - timedelta(days=31 * meses)))

    @rule()
    def open_a_month_again(self) -> None:
        standing = [each for each in self.fechamento.list(1) if each.reaberto_em is None]
        if standing:
            self.fechamento.reabrir(standing[0].id, "nota esquecida")

    @invariant()
    def every_lancamento_sums_to_zero(self) -> None:
        with self.database.read() as uow:
            lotes = uow.lotes_contabeis.all(1)
            for lote in lotes:
                somas: Counter[int] = Counter()
                for each in uow.partidas.of_lote(lote.id):
                    somas[each.lancamento] += each.valor
                assert not any(somas.values())

    @invariant()
    def the_balances_are_what_stands(self) -> None:
        esperado: Counter[int] = Counter()
        for movimentos in self.de_pe.values():
            for each in movimentos:
                esperado[each.conta_id] += each.valor
        with self.database.read() as uow:
            assert {k: v for k, v in uow.movimentos_caixa.saldos([1, 2]).items() if v} == {
                k: v for k, v in esperado.items() if v
            }

    @invariant()
    def a_closed_month_has_no_open_lot(self) -> None:
        with self.database.read() as uow:
            ate = uow.fechamentos_contabeis.closed_until(1)
            assert ate is None or uow.lotes_contabeis.open_until(1, ate) == []


@pytest.fixture
def modelo(tmp_path: Path) -> Path:
    path = tmp_path / "modelo.db"
    with Database.open(str(path)) as database:
        padrao.prepare(database)
        with database.write() as uow:
            for codigo in ("1", "2"):
                conta = Conta(empresa_id=1, codigo=codigo, descricao=codigo, banco="341", agencia="1", conta=codigo)
                uow.contas.add(conta)
    return path


def test_any_order_of_posting_closing_and_undoing_leaves_the_books_balanced(modelo: Path) -> None:
    class Bound(Livros):
        """The books on their own copy."""

    Bound.modelo = modelo
    options = settings(
        max_examples=25,
        stateful_step_count=12,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    run_state_machine_as_test(Bound, settings=options)
