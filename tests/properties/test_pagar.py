"""The life of contas a pagar in any order: never in two living remessas, paid only with a settlement, undone whole.

The bank is the simulated one and pays whatever file of ours it gets, once; ``FINBANK_SEQUENCIAS`` plays more sequences.
"""

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from finbank_desktop.domain.contas_pagar import ContaPagar
from finbank_desktop.domain.pagamentos import SituacaoPagamento
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.persistence.records_pagamentos import ImportacaoPagamento, RemessaPagamento, SituacaoEnvio
from finbank_desktop.services.pagamentos.acoes import Acao
from finbank_desktop.services.pagamentos.baixas import BaixaPagarDraft
from finbank_desktop.services.pagamentos.retorno_model import AcaoLinha, DecisaoPagamento
from tests.unit.services.pagamentos.conftest import Pagadoria
from tests.unit.services.pagamentos.retorno import Resposta, responder

SEQUENCIAS = int(os.environ.get("FINBANK_SEQUENCIAS", "200")) // 20
SEMENTE = int(os.environ.get("FINBANK_SEMENTE", "20261120"))
PASSOS, BASTAM = 20, 15
"""Steps of a sequence, and sequences after which each of these has happened at least once."""
ESPERADAS = ("remessa", "cancelar_remessa", "pago", "recusado", "devolvido", "desfazer", "corrigir", "baixa", "aceitar")
CODIGOS = {"BD": "aceito", "00": "pago", "AG": "recusado", "CE": "cancelado", "DV": "devolvido"}
"""Itaú's occurrences (SISPAG, nota 8) and what each of them does."""
visto: set[str] = set()


class Vida(RuleBasedStateMachine):
    """One office and its bank."""

    def __init__(self) -> None:
        super().__init__()
        self.pasta = TemporaryDirectory()
        self.p = Pagadoria(Path(self.pasta.name))
        self.remessas: list[RemessaPagamento] = []
        self.imports: list[tuple[ImportacaoPagamento, dict[str, Any], Path]] = []
        self.files = 0
        self.p.aprovadas(100_00, 200_00, 300_00)
        self.remessas.append(self.p.remessa())

    def teardown(self) -> None:
        self.p.services.database.close()
        self.pasta.cleanup()

    def contas(self, *situacoes: SituacaoPagamento) -> list[ContaPagar]:
        with self.p.services.database.read() as uow:
            return [conta for conta in uow.contas_pagar.all() if not situacoes or conta.situacao in situacoes]

    def refused(self, what: Any) -> bool:
        """Do *what* and return whether it was refused; a refusal changes nothing."""
        before = self.p.rows()
        try:
            what()
        except RefusedError:
            assert self.p.rows() == before
            return True
        return False

    @rule(valor=st.integers(1, 10**7), aprova=st.booleans())
    def save(self, valor: int, aprova: bool) -> None:  # noqa: FBT001 - hypothesis calls by name
        conta = self.p.conta_pagar(valor)
        if aprova:
            self.p.fazer(Acao.APROVAR, conta)

    @rule(valor=st.integers(1, 10**7), data=st.data())
    @precondition(lambda self: self.contas())
    def edit(self, valor: int, data: st.DataObject) -> None:
        conta = data.draw(st.sampled_from(self.contas()))
        refused = self.refused(lambda: self.p.services.contas_pagar.save(replace(conta, valor=valor)))
        locked = conta.situacao.is_locked or conta.situacao is SituacaoPagamento.CANCELADO
        assert refused == locked
        if not refused and valor != conta.valor:
            assert self.p.agora(conta).situacao is not SituacaoPagamento.APROVADO

    @rule(acao=st.sampled_from(Acao), data=st.data())
    @precondition(lambda self: self.contas())
    def act(self, acao: Acao, data: st.DataObject) -> None:
        conta = data.draw(st.sampled_from(self.contas()))
        if not self.refused(lambda: self.p.fazer(acao, conta)):
            visto.add(acao.name.lower())

    @rule()
    @precondition(lambda self: self.contas(SituacaoPagamento.RECUSADO))
    def corrigir(self) -> None:
        (corrigida,) = self.p.fazer(Acao.CORRIGIR, self.contas(SituacaoPagamento.RECUSADO)[0])
        assert corrigida.situacao is SituacaoPagamento.EM_ABERTO
        visto.add("corrigir")

    @rule()
    def remessa(self) -> None:
        abertas = self.contas(SituacaoPagamento.EM_ABERTO)
        if abertas:
            self.p.fazer(Acao.APROVAR, *abertas)
        made: list[RemessaPagamento] = []
        if not self.refused(lambda: made.append(self.p.remessa())):
            self.remessas += made
            visto.add("remessa")

    @rule(data=st.data())
    @precondition(lambda self: self.remessas)
    def cancelar_remessa(self, data: st.DataObject) -> None:
        remessa = data.draw(st.sampled_from(self.remessas))
        servico = self.p.services.remessas_pagamento
        if not self.refused(lambda: servico.cancelar(servico.plan_cancelar(remessa.id))):
            visto.add("cancelar_remessa")

    @rule(data=st.data(), aceita=st.booleans())
    @precondition(lambda self: self.remessas)
    def retorno(self, data: st.DataObject, aceita: bool) -> None:  # noqa: FBT001 - hypothesis calls by name
        remessa = data.draw(st.sampled_from(self.remessas))
        codigos = {at: data.draw(st.sampled_from(sorted(CODIGOS))) for at in range(1, remessa.pagamentos + 1)}
        respostas = {
            at: Resposta(codigo=codigo, data=self.p.hoje if codigo == "00" else None) for at, codigo in codigos.items()
        }
        self.files += 1
        path = responder(self.p, remessa, respostas, nome=f"R{self.files}.RET", nsa=self.files)
        plan = self.p.plano(path)
        decisoes = {
            row.line: DecisaoPagamento(acao=AcaoLinha.ACEITAR)
            for row in plan.rows
            if aceita and AcaoLinha.ACEITAR in row.pode
        }
        before = self.p.rows()
        if plan.ja_importado_id is not None:
            return
        importacao = self.p.importar(path, decisoes=decisoes)
        self.imports.append((importacao, before, path))
        done = [linha for linha in self.p.services.retornos_pagamento.get(importacao.id).linhas if linha.identidade]
        visto.update(CODIGOS[linha.codigo] for linha in done)
        visto.update(("aceitar",) if decisoes else ())
        again = self.p.plano(path)
        assert again.ja_importado_id == importacao.id

    @rule()
    @precondition(lambda self: self.imports)
    def desfazer(self) -> None:
        importacao, before, path = self.imports[-1]
        linhas = self.p.services.retornos_pagamento.get(importacao.id).linhas
        mine = {each.conta_pagar_id for each in linhas if each.identidade}
        if self.refused(lambda: self.p.desfazer(importacao)):
            return
        self.imports.pop()
        visto.add("desfazer")
        for tabela, coluna in (("contas_pagar", 0), ("pagamentos", 4), ("baixas_pagar", 2)):
            now = [row for row in self.p.rows()[tabela] if row[coluna] in mine]
            assert now == [row for row in before[tabela] if row[coluna] in mine], tabela
        assert self.p.plano(path).ja_importado_id is None

    @rule(data=st.data())
    @precondition(lambda self: self.contas())
    def baixa(self, data: st.DataObject) -> None:
        conta = data.draw(st.sampled_from(self.contas()))
        draft = BaixaPagarDraft(
            conta_pagar_id=conta.id, data=self.p.hoje, conta_id=self.p.conta.id, valor_pago=conta.valor_a_pagar
        )
        servico = self.p.services.baixas_pagar
        refused = self.refused(lambda: servico.apply(servico.plan(draft)))
        open_ = (SituacaoPagamento.EM_ABERTO, SituacaoPagamento.APROVADO, SituacaoPagamento.RECUSADO)
        assert refused == (conta.situacao not in open_)
        visto.update(() if refused else ("baixa",))

    @rule()
    def estorno(self) -> None:
        for conta in self.contas(SituacaoPagamento.PAGO)[:1]:
            for baixa in self.p.services.contas_pagar.detalhe(conta.id).baixas:
                manual = baixa.importacao_id is None and baixa.stands
                plan = self.p.services.baixas_pagar.plan_estorno(baixa.id)
                refused = self.refused(partial(self.p.services.baixas_pagar.estornar, plan))
                assert refused == (not manual)

    @invariant()
    def a_conta_is_in_one_living_remessa_at_most(self) -> None:
        with self.p.services.database.read() as uow:
            for conta in uow.contas_pagar.all():
                vivos = [each for each in uow.pagamentos.of_conta(conta.id) if each.situacao.is_alive]
                assert len(vivos) <= 1
                assert [each.viva_conta_id for each in vivos] == [conta.id] * len(vivos)
                agendado = conta.situacao is SituacaoPagamento.AGENDADO
                esperam = [each for each in vivos if each.situacao is not SituacaoEnvio.PAGO]
                assert agendado == bool(esperam), (conta, vivos)

    @invariant()
    def what_is_paid_has_one_settlement_and_what_is_not_has_none(self) -> None:
        with self.p.services.database.read() as uow:
            for conta in uow.contas_pagar.all():
                baixas = [each for each in uow.baixas_pagar.of_contas([conta.id]).get(conta.id, []) if each.stands]
                assert len(baixas) == (conta.situacao is SituacaoPagamento.PAGO)
                assert sum(each.valor_pago for each in baixas) == conta.valor_pago

    @invariant()
    def the_books_hold_what_was_paid(self) -> None:
        with self.p.services.database.read() as uow:
            saldo = uow.movimentos_caixa.saldos([self.p.conta.id]).get(self.p.conta.id, 0)
            assert saldo == -sum(conta.valor_pago for conta in uow.contas_pagar.all())
            numeros = [each.seu_numero for each in uow.contas_pagar.all()]
            assert len(set(numeros)) == len(numeros)

    @invariant()
    def no_file_in_the_folder_is_unknown(self) -> None:
        with closing(sqlite3.connect(self.p.path)) as connection:
            (known,) = connection.execute("SELECT count(*) FROM remessas_pagamento").fetchone()
        assert len(list(self.p.folder.glob("*.REM"))) == known


def test_payments_live_through_anything() -> None:
    visto.clear()
    machine = settings(
        max_examples=SEQUENCIAS,
        stateful_step_count=PASSOS,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )
    run_state_machine_as_test(seed(SEMENTE)(Vida), settings=machine)
    assert SEQUENCIAS < BASTAM or [nome for nome in ESPERADAS if nome not in visto] == []
