"""The assistant *Gerar boletos*: which boletos will be made of the contas, then they are made."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.dialogs import papel
from finbank_desktop.gui.jobs import Job
from finbank_desktop.gui.models.rows import RowsModel
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.cards import FigureCard, card, figures
from finbank_desktop.gui.widgets.checks import Check
from finbank_desktop.gui.widgets.inline_message import InlineMessage
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.notices import show_problems
from finbank_desktop.gui.widgets.table import Table
from finbank_desktop.gui.wizards.frame import WizardFrame, WizardPage
from finbank_desktop.services.plans import StalePlanError

if TYPE_CHECKING:
    from finbank_desktop.services.boletos_plan import EmissaoPlan

_COLUNAS = (
    Coluna(chave="pagador", titulo="Pagador", largura=30),
    Coluna(chave="documento", titulo="Nº documento", largura=14),
    Coluna(chave="vencimento", titulo="Vencimento", tipo=TipoColuna.DATA, largura=11),
    Coluna(chave="valor", titulo="Valor", tipo=TipoColuna.VALOR, largura=14),
    Coluna(chave="nosso_numero", titulo="Nosso número", largura=18),
    Coluna(chave="convenio", titulo="Convênio", largura=24),
    Coluna(chave="contas", titulo="Contas", tipo=TipoColuna.NUMERO, largura=7),
)


class _PlanPage(WizardPage):
    def __init__(self) -> None:
        super().__init__(
            "Confira os boletos que vão ser gerados",
            "Cada boleto recebe um nosso número do convênio da conta. Nada é gravado antes de você confirmar.",
        )
        self.made = FigureCard("Boletos")
        self.sum = FigureCard("Valor")
        self.left = FigureCard("Contas sem boleto")
        self.notice = InlineMessage(closable=False)
        self.group = Check("&Juntar em um só boleto as contas do mesmo cliente, convênio e vencimento")
        self.model = RowsModel(_COLUNAS, parent=self)
        self.table = Table(_COLUNAS, self.model, marks=False, name="Boletos a gerar")
        self.table.setMinimumHeight(theme.px(240))
        frame, column = card()
        column.setContentsMargins(theme.px(4), theme.px(4), theme.px(4), theme.px(4))
        column.addWidget(self.table)
        self.body.addWidget(self.notice)
        self.body.addLayout(figures((self.made, self.sum, self.left)))
        self.body.addWidget(self.group)
        self.body.addWidget(frame, 1)

    def show_plan(self, plano: "EmissaoPlan", asked: int) -> None:
        self.model.show_rows(
            [
                {
                    "id": number,
                    "pagador": row.pagador,
                    "documento": row.boleto.numero_documento,
                    "vencimento": row.boleto.vencimento,
                    "valor": row.boleto.valor,
                    "nosso_numero": row.boleto.nosso_numero_impresso,
                    "convenio": row.convenio,
                    "contas": len(row.contas),
                }
                for number, row in enumerate(plano.rows)
            ]
        )
        self.made.show_figure(formats.count(len(plano.rows), "boleto", "boletos"))
        self.sum.show_figure(format_brl(plano.valor))
        left = asked - sum(len(row.contas) for row in plano.rows)
        self.left.show_figure(formats.count(left, "conta", "contas"), "", Tone.WARNING if left else None)
        show_problems(self.notice, plano.problems)


class _DonePage(WizardPage):
    def __init__(self) -> None:
        super().__init__("Boletos gerados", "O banco ainda não os conhece: gere a remessa para registrá-los.")
        self.remessa = Button("Gerar remessa agora", "", icon="remessas")
        self.see = Button("Ver os boletos", "link", icon="boletos")
        self.paper = Button("Visualizar e imprimir", "", icon="imprimir")
        row = QHBoxLayout()
        row.addWidget(self.remessa)
        row.addWidget(self.paper)
        row.addWidget(self.see)
        row.addStretch()
        self.body.addLayout(row)
        self.body.addWidget(
            label("Entregue o boleto ao cliente só depois que o banco confirmar o registro.", "muted", wrap=True)
        )
        self.body.addStretch()

    def first_focus(self) -> QWidget:
        return self.remessa


class EmitirBoletosWizard(WizardFrame):
    """Shows the plan and makes exactly those boletos."""

    def __init__(self, parent: QWidget | None, desk: Desk, ids: Sequence[int], *, agrupar: bool) -> None:
        """Begin with the contas a receber *ids*."""
        super().__init__(parent, "Gerar boletos", ("Conferência", "Resultado"))
        self.desk = desk
        self._ids = list(ids)
        self.plano: EmissaoPlan | None = None
        self.made: list[Any] = []
        self.conferencia, self.resultado = _PlanPage(), _DonePage()
        self.add_page(self.conferencia)
        self.add_page(self.resultado)
        self.conferencia.group.setChecked(agrupar)
        self.conferencia.group.toggled.connect(lambda _on: self._plan())
        self.resultado.remessa.clicked.connect(self._go_remessa)
        self.resultado.paper.clicked.connect(self._show_paper)
        self.resultado.see.clicked.connect(self._go_boletos)
        self.back_button.hide()
        self.show_page(self.conferencia, 0)
        self._plan()

    def _plan(self) -> None:
        agrupar, ids = self.conferencia.group.isChecked(), self._ids
        job = Job(
            "Preparando os boletos",
            lambda _watcher: self.desk.services.boletos.plan_emissao(ids, None, agrupar=agrupar),
        )
        job.succeeded.connect(self._planned)
        job.failed.connect(lambda error: self.say(explain(error)))
        self.follow(job, "Preparando os boletos")
        self.desk.runner.read(job)

    def _planned(self, plano: "EmissaoPlan") -> None:
        self.plano = plano
        self.conferencia.show_plan(plano, len(self._ids))
        self.next_button.setText(f"Gerar {formats.count(len(plano.rows), 'boleto', 'boletos')}")

    def refresh(self, *, cancelled: bool = False) -> None:
        """Look again at what may be done."""
        del cancelled
        nothing = self.plano is None or not self.plano.rows
        if self.made or not nothing:
            self.show_problems([])
        else:
            self.show_problems([Problem(message="Nenhuma destas contas pode virar boleto.", severity=Severity.INFO)])

    def go_on(self) -> None:
        """Make the boletos, or close."""
        if self.made:
            self._sure = True
            self.close()
        elif self.plano is not None and self.plano.rows and not self.is_busy:
            plano = self.plano
            job = self.desk.write(
                self,
                "Gerando boletos",
                lambda watcher: self.desk.services.boletos.apply(plano, watcher),
                self._written,
                self._failed,
            )
            self.follow(job, "Gerando boletos")

    def _written(self, boletos: Sequence[Any]) -> None:
        self.made = list(boletos)
        self.resultado.title.setText(f"{formats.count(len(boletos), 'boleto gerado', 'boletos gerados')}")
        self.next_button.setText("Concluir")
        self.cancel_button.hide()
        self.show_page(self.resultado, 1)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, StalePlanError):
            self._plan()
        self.say(explain(error))

    def _go_remessa(self) -> None:
        convenios = {boleto.convenio_id for boleto in self.made}
        self.desk.remessa_wanted.emit(
            [boleto.id for boleto in self.made], convenios.pop() if len(convenios) == 1 else None
        )
        self._sure = True
        self.close()

    def _show_paper(self) -> None:
        papel.preview(self, self.desk, [boleto.id for boleto in self.made], self.say)

    def _go_boletos(self) -> None:
        self.desk.section_wanted.emit("boletos", {})
        self._sure = True
        self.close()

    def show_help(self) -> None:
        """Explain boletos."""
        self.desk.help_wanted.emit("boletos")
