"""Any order of boletos, remessas and retornos leaves the books balanced, whatever the bank says."""

import shutil
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.cadastros import Conta, Endereco, Pessoa
from finbank_desktop.domain.contas_receber import ContaReceber, Situacao
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.layouts import loader
from finbank_desktop.layouts.writer import write
from finbank_desktop.persistence.database import Database
from finbank_desktop.services.boletos import BoletosService
from finbank_desktop.services.remessas import RemessasService
from finbank_desktop.services.retornos import RetornosService

HOJE = date(2026, 11, 20)
ENDERECO = Endereco(logradouro="Rua das Flores", numero="10", cidade="Curitiba", uf="PR", cep="80010000")
ENCARGOS = Encargos(
    juros_tipo=TipoJuros.TAXA_MENSAL,
    juros=100,
    multa_tipo=TipoMulta.PERCENTUAL,
    multa=200,
    desconto_tipo=TipoDesconto.VALOR,
    desconto=1_00,
)
CONFIRMADA, RECUSADA, LIQUIDADA, PARCIAL, BAIXADA, TARIFA = 2, 3, 6, 7, 9, 29


def agora() -> datetime:
    return datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


def begin(folder: Path) -> Path:
    """Make books with a convênio at Itaú and one pagador; return their path."""
    path = folder / "modelo.db"
    with closing(Database.open(str(path), agora=agora)) as database, database.write() as uow:
        uow.empresas.update(
            replace(uow.empresas.get(1), razao_social="Empresa Exemplo Ltda", documento="11222333000181")
        )
        conta = uow.contas.add(
            Conta(
                empresa_id=1,
                codigo="1",
                descricao="Movimento",
                banco="341",
                agencia="0057",
                conta="12345",
                conta_dv="7",
            )
        )
        uow.convenios.add(
            Convenio(
                empresa_id=1,
                codigo="1",
                descricao="Cobrança",
                conta_id=conta.id,
                banco="341",
                formato="400",
                carteira="109",
                encargos=ENCARGOS,
            )
        )
        uow.pessoas.add(
            Pessoa(empresa_id=1, codigo="1", nome="Cliente Exemplo Ltda", documento="52998224725", endereco=ENDERECO)
        )
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


class Cycle(RuleBasedStateMachine):
    """A bookkeeper and a bank that may say anything of any title, in any order, once or again."""

    modelo: Path
    seen: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp(dir=self.modelo.parent))
        shutil.copy(self.modelo, self.folder / "livros.db")
        self.database = Database.open(str(self.folder / "livros.db"), agora=agora)
        self.emissao = BoletosService(self.database, usuario="Ana", agora=agora)
        self.remessas = RemessasService(self.database, usuario="Ana", agora=agora)
        self.service = RetornosService(self.database, usuario="Ana", agora=agora)
        self.contas = 0
        self.files: list[Path] = []

    def teardown(self) -> None:
        self.database.close()
        shutil.rmtree(self.folder)

    def boletos(self) -> list[Boleto]:
        with self.database.read() as uow:
            return uow.boletos.in_states(1, NoBanco)

    @initialize()
    def begin(self) -> None:
        self.bill([100_00, 250_00], agrupar=True)
        self.bill([40_00], agrupar=False)

    # above the discount of R$ 1,00, else the bank refuses the title and it stays out
    @rule(valores=st.lists(st.integers(1_01, 500_00), min_size=1, max_size=3), agrupar=st.booleans())
    def bill(self, valores: list[int], *, agrupar: bool) -> None:
        with self.database.write() as uow:
            contas = uow.contas_receber.add_many(
                [
                    ContaReceber(
                        empresa_id=1,
                        codigo=f"{self.contas + n}",
                        pessoa_id=1,
                        documento=f"NF{self.contas + n}",
                        emissao=HOJE,
                        vencimento=HOJE + timedelta(days=20),
                        valor=valor,
                    )
                    for n, valor in enumerate(valores)
                ]
            )
        self.contas += len(contas)
        plan = self.emissao.plan_emissao([conta.id for conta in contas], convenio_id=1, agrupar=agrupar)
        assert len(self.emissao.apply(plan)) == (1 if agrupar else len(contas))

    @rule(enviar=st.booleans())
    def send(self, *, enviar: bool) -> None:
        plan = self.remessas.plan(1)
        never_sent = [b for b in self.boletos() if b.no_banco is NoBanco.NAO_ENVIADO]
        waiting = {b.id for b in never_sent if b.situacao is Situacao.EM_ABERTO}
        assert {row.boleto.id for row in plan.going} == waiting
        if not waiting:
            return
        feita = self.remessas.apply(plan, self.folder)
        if enviar:
            self.remessas.mark_enviada(feita.id)

    @rule(data=st.data(), numero=st.integers(1, 3))
    def answer(self, data: st.DataObject, numero: int) -> None:
        """Read a retorno that says something of some of the boletos, and perhaps of one that nobody knows."""
        valores = {int(boleto.nosso_numero): boleto.valor for boleto in self.boletos()} | {99_999_999: 10_00}
        numeros = data.draw(st.lists(st.sampled_from(sorted(valores)), min_size=1, max_size=4))
        path = self.folder / f"{len(self.files)}.ret"
        path.write_bytes(itau([self.line(data, each, valores[each]) for each in numeros], numero))
        self.files.append(path)
        self.read_back(path)

    @precondition(lambda self: self.files)
    @rule(data=st.data())
    def answer_again(self, data: st.DataObject) -> None:
        """Read a file once more."""
        self.read_back(data.draw(st.sampled_from(self.files)))

    @staticmethod
    def line(data: st.DataObject, numero: int, valor: int) -> dict[str, Any]:
        ocorrencia = data.draw(st.sampled_from([CONFIRMADA, RECUSADA, LIQUIDADA, LIQUIDADA, PARCIAL, BAIXADA, TARIFA]))
        pago = data.draw(st.sampled_from([valor, valor, valor // 2, valor - 1_00, valor + 50, 2 * valor, 0]))
        juros = data.draw(st.sampled_from([0, 0, 50]))
        dinheiro = {"valor_lancado": pago, "juros_mora": juros} if ocorrencia in (LIQUIDADA, PARCIAL) else {}
        return {
            "nosso_numero": numero,
            "ocorrencia": ocorrencia,
            "data_ocorrencia": HOJE + timedelta(days=data.draw(st.sampled_from([1, 20, 40]))),
            "valor_titulo": valor,
            "valor_tarifa": data.draw(st.sampled_from([0, 1_90])) if ocorrencia == TARIFA else 0,
        } | dinheiro

    def read_back(self, path: Path) -> None:
        before = self.rows()
        plan = self.service.plan(path)
        assert self.rows() == before
        self.seen.update({tab: count for tab, count in plan.tabs.items() if count})
        if plan.ja_importado_id is not None:
            assert plan.tabs["ja_processados"] == len(plan.rows)
            return
        assert self.service.apply(plan).registros == len(plan.rows)
        if not any(row.tab.is_applied for row in plan.rows):
            assert self.rows() == before

    def rows(self) -> dict[str, list[Any]]:
        """Return what a retorno may change besides its own import."""
        with closing(sqlite3.connect(self.folder / "livros.db")) as connection:
            tables = ("boletos", "contas_receber", "baixas", "tarifas", "eventos")
            return {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables}  # noqa: S608 - names from above

    @invariant()
    def books_are_balanced(self) -> None:
        with self.database.read() as uow:
            boletos = self.boletos()
            contas = uow.contas_receber.get_many(item.conta_receber_id for b in boletos for item in b.itens)
            baixas = uow.baixas.of_contas(contas)
        por_conta, por_boleto, recebido = (defaultdict[int | None, int](int) for _ in range(3))
        for baixa in baixas:
            assert baixa.valor_pago == baixa.valor + baixa.juros + baixa.multa - baixa.desconto - baixa.abatimento
            por_conta[baixa.conta_receber_id] += baixa.valor
            por_boleto[baixa.boleto_id] += baixa.valor
            recebido[baixa.boleto_id] += baixa.valor_pago
        for conta in contas.values():
            assert conta.valor_baixado == por_conta[conta.id] <= conta.valor
            assert (conta.situacao is Situacao.BAIXADO) == (conta.saldo == 0)
        for boleto in boletos:
            assert por_boleto[boleto.id] <= boleto.valor
            assert boleto.valor_pago == recebido[boleto.id]
            assert boleto.situacao is situacao(por_boleto[boleto.id], boleto.valor)


def situacao(baixado: int, valor: int) -> Situacao:
    if baixado == valor:
        return Situacao.BAIXADO
    return Situacao.BAIXADO_PARCIALMENTE if baixado else Situacao.EM_ABERTO


def itau(linhas: list[dict[str, Any]], numero: int) -> bytes:
    quem: dict[str, Any] = {"agencia": 57, "conta": 12345, "conta_dac": 7}
    registros = [
        ("header", quem | {"data_geracao": HOJE + timedelta(days=40), "sequencial_retorno": numero}),
        *(("detalhe", quem | linha) for linha in linhas),
        ("trailer", {"qtd_detalhes": len(linhas)}),
    ]
    escrita = write(
        loader.load("341-itau/cobranca_400_retorno"),
        [(nome, valores | {"sequencial": n}) for n, (nome, valores) in enumerate(registros, start=1)],
    )
    assert escrita.data, escrita.problems
    return escrita.data


@pytest.fixture
def modelo() -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        yield begin(Path(folder))


def test_any_order_of_boletos_remessas_and_retornos_leaves_the_books_balanced(modelo: Path) -> None:
    class Bound(Cycle):
        """The cycle on its own copy of the books."""

    Bound.modelo, Bound.seen = modelo, Counter()
    Bound.TestCase.settings = settings(
        max_examples=25, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
    )
    Bound.TestCase("runTest").runTest()
    assert all(Bound.seen[tab] for tab in ("baixas", "conferir", "ja_processados")), Bound.seen
