"""*Remessas de pagamento*: the files that tell banks what to pay, what became of each payment, and taking one back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.pages.choices import SITUACOES_REMESSA, periods
from finbank_desktop.gui.pages.list_spec import ListSpec
from finbank_desktop.gui.pages.remessas_base import RemessasBase
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.cards import FigureCard, figures
from finbank_desktop.gui.widgets.checks import Check
from finbank_desktop.gui.widgets.filter_bar import Filtro
from finbank_desktop.gui.widgets.notices import show_problems
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog, table_of
from finbank_desktop.gui.widgets.verbs import Verb, needs_one, needs_rows
from finbank_desktop.services.plans import StalePlanError

if TYPE_CHECKING:
    from finbank_desktop.services.pagamentos.remessa_cancelamento import CancelamentoPagamentoPlan
    from finbank_desktop.services.pagamentos.remessas import RemessaPagamentoDetalhe

_HIDDEN = frozenset({"codigo", "usuario", "banco"})
_PAGAMENTOS = (
    Coluna(chave="favorecido", titulo="Favorecido", largura=32),
    Coluna(chave="forma", titulo="Forma", largura=18),
    Coluna(chave="data_pagamento", titulo="Pagar em", tipo=TipoColuna.DATA, largura=11),
    Coluna(chave="valor", titulo="Valor", tipo=TipoColuna.VALOR, largura=13),
    Coluna(chave="situacao", titulo="Resposta do banco", tipo=TipoColuna.SELO, largura=20),
    Coluna(chave="texto", titulo="O que o banco disse", largura=36),
    Coluna(chave="conta", titulo="Conta a pagar", largura=13),
    Coluna(chave="seu_numero", titulo="Seu número", largura=12),
)
_CANCELADOS = (
    Coluna(chave="favorecido", titulo="Favorecido", largura=30),
    Coluna(chave="valor", titulo="Valor", tipo=TipoColuna.VALOR, largura=13),
    Coluna(chave="efeito", titulo="O que vai acontecer", largura=70),
)


class RemessasPagamentoPage(RemessasBase):
    """Lists remessas of payments."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        spec = ListSpec(
            key="remessas-pagamento",
            title="Remessas de pagamento",
            icon="remessas",
            one="remessa",
            many="remessas",
            colunas=desk.services.remessas_pagamento.COLUNAS,
            fetch=desk.services.remessas_pagamento.list,
            filtros=(Filtro("situacao", "Situação", SITUACOES_REMESSA), Filtro("enviada_em", "Enviada em", periods)),
            hint="Filtrar por nome do arquivo",
            somas={"valor": "Total"},
            hidden=_HIDDEN,
            empty=(
                "Nenhuma remessa de pagamento",
                "É o arquivo que manda o banco pagar as contas aprovadas; depois você autoriza no site do banco.",
            ),
            empty_verb="Gerar remessa",
            help_link="Do que preciso antes?",
        )
        verbs = (
            Verb(
                text="Gerar remessa",
                icon="remessas",
                run=lambda _ids: desk.payments_wanted.emit([], None),
                shortcut="Ctrl+R",
                kind="primary",
            ),
            Verb(text="Marcar como enviada", icon="enviado", run=self.mark_sent, reason=needs_rows),
            Verb(text="Ver pagamentos", icon="visualizar", run=self._show, reason=needs_one),
            Verb(text="Salvar o arquivo de novo…", icon="salvar", run=self.save_again, reason=needs_one, in_bar=False),
            Verb(text="Cancelar remessa…", icon="cancelado", run=self.cancel, reason=self.why_not_cancel, in_bar=False),
        )
        super().__init__(desk, spec, verbs, desk.services.remessas_pagamento)

    def open_row(self, row_id: int) -> None:
        """Show its payments."""
        self._show([row_id])

    def _show(self, ids: Sequence[int]) -> None:
        remessas = self.desk.services.remessas_pagamento
        self.desk.read(self, lambda: remessas.get(ids[0]), self._show_detalhe, self.failed)

    def _show_detalhe(self, detalhe: "RemessaPagamentoDetalhe") -> None:
        dialog = RemessaPagamentoDialog(self.window(), detalhe)
        dialog.cancel_wanted.connect(lambda: self.cancel([detalhe.remessa.id]))
        dialog.open()

    def show_cancel(self, plan: "CancelamentoPagamentoPlan") -> None:
        """Show what cancelling does, by *plan*."""
        dialog = CancelarPagamentosDialog(self.window(), self.desk, plan)
        dialog.cancelled.connect(lambda words: self.message.say(words, Tone.SUCCESS))
        dialog.open()


class RemessaPagamentoDialog(SheetDialog):
    """The payments of a remessa, each with the bank's answer.

    Attributes:
        cancel_wanted: It should be taken back.
    """

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None, detalhe: "RemessaPagamentoDetalhe") -> None:
        """Show *detalhe*."""
        remessa = detalhe.remessa
        sent = f" em {formats.show(remessa.enviada_em)}" if remessa.enviada_em else ""
        super().__init__(
            parent,
            f"Remessa de pagamento nº {remessa.sequencia} · {remessa.arquivo}",
            f"{detalhe.convenio.descricao} · gerada em {formats.show(remessa.gerada_em)} por {remessa.usuario} · "
            f"{remessa.situacao}{sent}",
        )
        payments, worth, paid = FigureCard("Pagamentos"), FigureCard("Valor"), FigureCard("Pagos")
        payments.show_figure(str(remessa.pagamentos))
        worth.show_figure(format_brl(remessa.valor))
        paid.show_figure(str(sum(str(item.situacao) == "Pago" for item in detalhe.itens)))
        self.body.addLayout(figures((payments, worth, paid)))
        self.table = table_of(_PAGAMENTOS, _payment_rows(detalhe), "Pagamentos da remessa")
        self.body.addWidget(self.table, 1)
        self.cancel_button = self.add_further(Button("Cancelar remessa…", icon="cancelado", clicked=self._cancel))
        cancelled = str(remessa.situacao) == "Cancelada"
        self.cancel_button.allow("Esta remessa já foi cancelada." if cancelled else "")

    def _cancel(self) -> None:
        self.close()
        self.cancel_wanted.emit()


def _payment_rows(detalhe: "RemessaPagamentoDetalhe") -> list[dict[str, Any]]:
    return [
        {
            "id": item.id,
            "favorecido": item.favorecido,
            "forma": str(item.forma),
            "data_pagamento": item.data_pagamento,
            "valor": item.valor,
            "situacao": str(item.situacao),
            "texto": f"{item.ocorrencia} {item.ocorrencia_texto}".strip(),
            "conta": detalhe.contas[item.conta_pagar_id].codigo if item.conta_pagar_id in detalhe.contas else "",
            "seu_numero": item.seu_numero,
        }
        for item in detalhe.itens
    ]


class CancelarPagamentosDialog(SheetDialog):
    """What cancelling a remessa does to each payment; with one the bank answered, why it cannot be.

    Attributes:
        cancelled: It was taken back; carries the sentence that says so.
    """

    cancelled = Signal(str)

    def __init__(self, parent: QWidget | None, desk: Desk, plan: "CancelamentoPagamentoPlan") -> None:
        """Show *plan*."""
        remessa = plan.remessa
        super().__init__(parent, f"Cancelar a remessa de pagamento nº {remessa.sequencia}", plan.aviso, (980, 600))
        self._desk, self._plan = desk, plan
        show_problems(self.notice, plan.problems)
        rows = [
            {"id": n, "favorecido": row.pagamento.favorecido, "valor": row.pagamento.valor, "efeito": row.efeito}
            for n, row in enumerate(plan.rows)
        ]
        self.table = table_of(_CANCELADOS, rows, "Pagamentos da remessa")
        self.body.addWidget(self.table, 1)
        self.word = Check("&O banco não tem este arquivo, ou os pagamentos já foram cancelados no site dele")
        self.word.setProperty("kind", "danger")
        self.word.setVisible(plan.needs_word and plan.can)
        self.word.toggled.connect(lambda _on: self._allow())
        self.body.addWidget(self.word)
        self.close_button.setText("Fechar sem cancelar")
        self.commit = self.add_commit(f"Cancelar remessa nº {remessa.sequencia}", self._commit, kind="danger")
        self._allow()

    def _allow(self) -> None:
        erros = [problem for problem in self._plan.problems if problem.is_error]
        if erros:
            self.commit.allow(" ".join(part for part in (erros[0].message, erros[0].fix) if part))
        elif self._plan.needs_word and not self.word.isChecked():
            self.commit.allow("Confirme antes que o banco não tem este arquivo.")
        else:
            self.commit.allow("")

    def _commit(self) -> None:
        plan, said = self._plan, self.word.isChecked()
        self.commit.allow("Aguarde o fim da tarefa.")
        self._desk.write(
            self,
            f"Cancelando a remessa nº {plan.remessa.sequencia}",
            lambda _watcher: self._desk.services.remessas_pagamento.cancelar(plan, nao_enviada=said),
            self._done,
            self._failed,
        )

    def _done(self, remessa: Any) -> None:
        self.cancelled.emit(
            f"A remessa nº {remessa.sequencia} foi cancelada e as contas voltam a esperar outra. Apague o arquivo "
            f"{remessa.arquivo}: não o envie ao banco."
        )
        self.close()

    def _failed(self, error: Exception) -> None:
        again = isinstance(error, StalePlanError)
        self.commit.allow("Feche e peça de novo: os dados mudaram." if again else "")
        self.message.say(explain(error), Tone.DANGER)
