"""The assistant *Gerar remessa de pagamento*: what is required, payments, folder, result."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.filter_bar import Opcao
from finbank_desktop.gui.wizards.remessa_frame import RemessaFrame
from finbank_desktop.gui.wizards.remessa_pagamento_pages import PagamentosPage, RequisitosPage, ready
from finbank_desktop.services.remessa_wizard import RemessaDraft, RemessaStep

if TYPE_CHECKING:
    from finbank_desktop.services.pagamentos.remessa_plan import RemessaPagamentoPlan

_UNIDADE = ("pagamento", "pagamentos")


class RemessaPagamentoWizard(RemessaFrame):
    """Chooses approved payments of one convênio, shows the plan, writes exactly that plan."""

    topic = "remessas-pagamento"

    def __init__(
        self, parent: QWidget | None, desk: Desk, ids: Sequence[int] = (), convenio_id: int | None = None
    ) -> None:
        """Begin with the contas a pagar *ids* (all approved ones when empty) of *convenio_id* when it is known."""
        draft = RemessaDraft(convenio_id=convenio_id, pasta=desk.settings.last_folder(self.topic), unidade=_UNIDADE)
        super().__init__(
            parent, desk, "Gerar remessa de pagamento", ("Conta que paga", "Pagamentos", "Pasta", "Resultado"), draft
        )
        self._ids = list(ids) or None
        self._dia: date | None = None
        self._asked = 0
        self._waiting = 0
        self.requisitos = RequisitosPage()
        self.pagamentos = PagamentosPage()
        self.requisitos.chosen.connect(self._chosen)
        self.requisitos.opened.connect(self.go_on)
        self.pagamentos.model.ticked_changed.connect(self._ticked)
        self.pagamentos.day_wanted.connect(self._take_day)
        self.start(self.requisitos, self.pagamentos)
        self.read_convenios()

    # --- what is required

    def read_convenios(self) -> None:
        """Read the active convênios of the empresa and how many contas wait for approval."""
        services, scope = self.desk.services, self.desk.scope

        def found() -> tuple[Sequence[Mapping[str, Any]], int]:
            convenios = services.convenios_pagamento.list(ListQuery(quantidade=1000, filtros=scope)).linhas
            aberto = ListQuery(quantidade=1, filtros=scope | {"situacao": "Em aberto"})
            return [row for row in convenios if row.get("ativo", True)], services.contas_pagar.list(aberto).total

        self.desk.read(self, found, lambda answer: self._show_convenios(*answer), self.failed)

    def _show_convenios(self, rows: Sequence[Mapping[str, Any]], waiting: int) -> None:
        self._waiting = waiting
        if self.step is not RemessaStep.CONVENIO:
            return
        if not rows:
            self._show_checks(None)
        if not self.requisitos.model.rowCount():
            self.requisitos.show_convenios(rows)
            self.requisitos.first_focus().setFocus()
        self.refresh()

    def _chosen(self, convenio_id: int | None) -> None:
        self.choose_convenio(convenio_id)
        self._asked += 1
        asked = self._asked
        if convenio_id is not None:
            self.desk.read(
                self,
                lambda: self.make_plan(convenio_id),
                lambda plano: self._show_checks(plano) if asked == self._asked else None,
                self.failed,
            )

    def _show_checks(self, plano: "RemessaPagamentoPlan | None") -> None:
        checks: list[Any] = []
        if plano is None:
            checks.append((Tone.DANGER, *_NO_CONVENIO, lambda: self._leave_for("convenios-pagamento")))
        else:
            errors = [problem for problem in plano.problems if problem.is_error and problem.field in _DO_CONVENIO]
            words = f"{errors[0].message} {errors[0].fix}" if errors else "A conta que paga está configurada."
            tone = Tone.DANGER if errors else Tone.SUCCESS
            fix = (lambda: self._leave_for("convenios-pagamento")) if errors else None
            checks.append((tone, words, "Corrigir o convênio", fix))
            tone, words = ready(plano)
            stuck = any(not row.goes for row in plano.rows)
            approved = (lambda: self._leave_for("contas-pagar", "Aprovado")) if stuck else None
            checks.append((tone, words, "Ver as contas", approved))
        if self._waiting:
            one, many = "conta espera aprovação.", "contas esperam aprovação."
            words = formats.count(self._waiting, one, many)
            checks.append((Tone.INFO, words, "Aprovar", lambda: self._leave_for("contas-pagar", "Em aberto")))
        self.requisitos.show_checks(checks)

    def _leave_for(self, section: str, situacao: str = "") -> None:
        filters = {"situacao": Opcao(situacao, situacao)} if situacao else {}
        self._sure = True
        self.close()
        self.desk.section_wanted.emit(section, filters)

    # --- payments

    def make_plan(self, convenio_id: int) -> "RemessaPagamentoPlan":
        """Return the plan of what was approved."""
        return self.desk.services.remessas_pagamento.plan(convenio_id, self._ids, data_pagamento=self._dia)

    def make_final(self, convenio_id: int, ids: Sequence[int]) -> "RemessaPagamentoPlan":
        """Return the plan of exactly *ids*."""
        return self.desk.services.remessas_pagamento.plan(convenio_id, ids, data_pagamento=self._dia)

    def show_plan(self, plano: "RemessaPagamentoPlan") -> None:
        """Show what the bank will be told of each payment."""
        self.pagamentos.show_pagamentos(plano)
        self._ticked()

    def _ticked(self) -> None:
        plano: Any = self.draft.plano
        if plano is not None:
            escolhidos = tuple(int(row) for row in self.pagamentos.model.ticked())
            self.pagamentos.show_chosen(plano, escolhidos)
            self.ticked(escolhidos)

    def _take_day(self, day: date | None) -> None:
        self._dia = day
        if self.step is RemessaStep.TITULOS and not self.is_busy:
            self.draft = replace(self.draft, final=None)
            self.plan()

    # --- folder and writing

    def look_at_folder(self, plano: "RemessaPagamentoPlan", pasta: Path) -> Sequence[Problem]:
        """Return what is wrong with the folder."""
        if not pasta.is_dir():
            return [Problem(message=f"A pasta {pasta} não existe mais.", fix="Escolha outra.", field="pasta")]
        return self.desk.services.remessas_pagamento.check_pasta(plano, pasta)

    def describe_file(self, plano: "RemessaPagamentoPlan") -> str:
        """Return number, convênio, payments and sum."""
        payments = formats.count(len(plano.going), *_UNIDADE)
        convenio = plano.convenio
        return (
            f"Remessa de pagamento nº {plano.sequencia} do convênio {convenio.codigo} {convenio.descricao} · "
            f"CNAB 240 · {payments} · {format_brl(plano.valor)}"
        )

    def write_plan(self, plano: "RemessaPagamentoPlan", pasta: Path, watcher: Any) -> Any:
        """Write the remessa; its contas are *Agendado* from then on."""
        return self.desk.services.remessas_pagamento.apply(plano, pasta, watcher)

    def describe_result(self, plano: "RemessaPagamentoPlan", remessa: Any) -> tuple[str, Sequence[str]]:
        """Return what was written and how it gets to the bank."""
        words = (
            f"Remessa nº {remessa.sequencia} com {formats.count(remessa.pagamentos, *_UNIDADE)}, "
            f"{format_brl(remessa.valor)}. As contas ficam agendadas, sem edição, até o retorno do banco. Falta enviar "
            "o arquivo e autorizar os pagamentos no site."
        )
        del plano
        return words, PASSOS

    def write_sent(self, remessa_id: int) -> Any:
        """Mark it as sent."""
        return self.desk.services.remessas_pagamento.mark_enviada(remessa_id)


_NO_CONVENIO = ("Falta o convênio de pagamento: o contrato pelo qual o banco paga da sua conta.", "Cadastrar convênio")
_DO_CONVENIO = ("ativo", "banco", "documento", "proxima_remessa", "convenio", "conta_id")
PASSOS = (
    "Entre no internet banking da empresa com um usuário que possa enviar arquivos de pagamento.",
    "Abra a área de pagamentos, escolha transmitir arquivo ou remessa e envie este, sem abri-lo em outro programa.",
    "Autorize os pagamentos no site: sem a autorização de quem assina pela empresa, o banco não paga nada.",
    "Guarde o protocolo e marque a remessa como enviada aqui.",
    "Baixe os retornos e importe-os: o aceite só confirma o agendamento; a confirmação diz o que foi pago.",
)
"""How a remessa of payments gets to a bank, whichever it is; sites change, so areas are named and no address."""
