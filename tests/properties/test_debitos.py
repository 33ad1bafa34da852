"""Any sequence of what happens to debits leaves the books balanced, no debit in two remessas, and undoing restores."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from finbank_desktop.domain.debitos import SituacaoDebito
from finbank_desktop.persistence.records import SituacaoImportacao
from tests.unit.services.conftest import HISTORIA
from tests.unit.services.debitos.escritorio import EscritorioDebito, linha_f

LONGA = {*HISTORIA, "debito_eventos"}
RESPOSTAS = st.sampled_from(("00", "01", "DP", "30", "99", "31"))


class Debitos(RuleBasedStateMachine):
    """Debits made, sent, answered, undone, asked for again, cancelled."""

    @initialize()
    def begin(self) -> None:
        """Open an office."""
        self.folder = tempfile.TemporaryDirectory(prefix="finbank-debitos-")
        self.casa = EscritorioDebito(Path(self.folder.name))
        self.dono = self.casa.cliente()
        self.ids: list[int] = []
        self.arquivos = 0
        self.pilha: list[tuple[int, dict[str, Any]]] = []

    def teardown(self) -> None:
        """Close it."""
        if hasattr(self, "casa"):
            self.casa.services.database.close()
            self.folder.cleanup()

    def _of(self, *situacoes: SituacaoDebito) -> list[Any]:
        return [d for d in map(self.casa.debito_de, self.ids) if d.situacao in situacoes]

    @rule(valor=st.integers(1, 10**7))
    def make(self, valor: int) -> None:
        """A conta a receber becomes a debit."""
        self.ids += [debito.id for debito in self.casa.debitos(valor, dono=self.dono)]
        self.pilha.clear()

    @precondition(lambda self: bool(self._of(SituacaoDebito.EM_ABERTO, SituacaoDebito.A_CANCELAR)))
    @rule(cancela=st.booleans())
    def send(self, *, cancela: bool) -> None:
        """What waits goes; sometimes the file is thrown away."""
        feita, _ = self.casa.enviar()
        if cancela:
            self.casa.debito.remessas.cancel(feita.id)
        self.pilha.clear()

    @precondition(lambda self: bool(self._of(SituacaoDebito.AGENDADO, SituacaoDebito.CANCELAMENTO_ENVIADO)))
    @rule(data=st.data())
    def answer(self, data: st.DataObject) -> None:
        """The bank answers some."""
        linhas = []
        for debito in self._of(SituacaoDebito.AGENDADO, SituacaoDebito.CANCELAMENTO_ENVIADO):
            codigo = data.draw(RESPOSTAS)
            valor = max(1, debito.valor // 2) if codigo == "DP" else debito.valor
            linhas.append(linha_f(self.dono.cliente_empresa, valor, codigo, uso=debito.seu_numero))
        self.arquivos += 1
        path = self.casa.arquivo_150(*linhas, nome=f"R{self.arquivos}.RET", nsa=self.arquivos)
        antes = self.casa.rows()
        plan = self.casa.planejar(path)
        for row in plan.rows:
            assert sum(item.valor_pago for item in row.baixas) + row.excedente in (0, row.valor_creditado)
        feita = self.casa.debito.retornos.apply(plan)
        assert self.casa.planejar(path).ja_importado_id == feita.id
        self.pilha.append((feita.id, antes))

    @precondition(lambda self: bool(self.pilha))
    @rule()
    def undo(self) -> None:
        """The last import is taken back: every row but the history is what it was."""
        row, antes = self.pilha.pop()
        plan = self.casa.services.importacoes.plan_desfazer(row)
        assert plan.can, plan.refused
        assert self.casa.services.importacoes.desfazer(plan).situacao is SituacaoImportacao.DESFEITA
        depois = self.casa.rows()
        for tabela, linhas in antes.items():
            if tabela not in LONGA:
                assert depois[tabela] == linhas, tabela

    @precondition(lambda self: bool(self._of(SituacaoDebito.RECUSADO)))
    @rule()
    def send_again(self) -> None:
        """A refused one is asked for again."""
        debito = self._of(SituacaoDebito.RECUSADO)[0]
        self.casa.debito.debitos.send_again(debito.id, debito.vencimento)
        self.pilha.clear()

    @precondition(lambda self: bool(self._of(SituacaoDebito.EM_ABERTO, SituacaoDebito.AGENDADO)))
    @rule()
    def cancel(self) -> None:
        """Somebody changes their mind."""
        self.casa.debito.debitos.cancel(self._of(SituacaoDebito.EM_ABERTO, SituacaoDebito.AGENDADO)[0].id)
        self.pilha.clear()

    @invariant()
    def balanced(self) -> None:
        """Settled is what the items say, the conta caixa holds it, lots sum to zero."""
        if not hasattr(self, "casa"):
            return
        with self.casa.services.database.read() as uow:
            contas = [item.conta_receber_id for row in self.ids for item in uow.debitos.get(row).itens]
            baixas = [b for b in uow.baixas.of_contas(contas) if b.stands]
            assert sum(b.valor for b in baixas) == sum(
                c.valor_baixado for c in uow.contas_receber.get_many(contas).values()
            )
            caixa = self.casa.conta_debito.id
            devolver = sum(d.valor for i in uow.importacoes.all() for d in uow.devolucoes.of_importacao(i.id))
            esperado = sum(b.valor_pago for b in baixas) + devolver
            assert uow.movimentos_caixa.saldos([caixa]).get(caixa, 0) == esperado
            for importacao in uow.importacoes.all():
                for lote in uow.lotes_contabeis.of_origem("importacoes", importacao.id):
                    assert sum(p.valor for p in uow.partidas.of_lote(lote.id)) == 0

    @invariant()
    def asked_once(self) -> None:
        """A debit that waits for the bank stands in its own living remessa, under its own number, once."""
        if not hasattr(self, "casa"):
            return
        with self.casa.services.database.read() as uow:
            for debito in uow.debitos.get_many(self.ids).values():
                if debito.situacao is SituacaoDebito.AGENDADO:
                    assert debito.remessa_id is not None
                    itens = [i for i in uow.debito_remessas.itens(debito.remessa_id) if i.debito_id == debito.id]
                    assert [i.seu_numero for i in itens] == [debito.seu_numero]


TestDebitos = Debitos.TestCase
TestDebitos.settings = settings(max_examples=10, stateful_step_count=12, deadline=None)
