"""*Convênios de pagamento*: the contracts by which banks pay for the empresa, and how many people approve."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QComboBox

from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.pagamentos import ConvenioPagamento
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.forms.ui_convenio_pagamento import Ui_ConvenioPagamentoForm
from finbank_desktop.gui.pages.aprovacoes_dialog import AprovacoesDialog
from finbank_desktop.gui.pages.cadastros import CadastroPage
from finbank_desktop.gui.pages.list_spec import ListSpec
from finbank_desktop.gui.pages.record_dialog import Form, Record
from finbank_desktop.gui.pages.records_pagar import ConvenioPagamentoRecord
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.form_fields import FormFields
from finbank_desktop.gui.widgets.verbs import Verb

_SERVICOS = (("Fornecedores", "20"), ("Salários", "30"), ("Diversos", "98"))
"""G025, as `services.pagamentos.convenios` knows it."""


class ConveniosPagamentoPage(CadastroPage):
    """Lists convênios de pagamento."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        convenios = desk.services.convenios_pagamento
        spec = ListSpec(
            key="convenios-pagamento",
            title="Convênios de pagamento",
            icon="convenios",
            one="convênio",
            many="convênios",
            colunas=convenios.COLUNAS,
            fetch=convenios.list,
            hint="Filtrar por descrição ou código",
            empty=(
                "Nenhum convênio de pagamento",
                "É o contrato pelo qual o banco paga, a partir da sua conta, o que você manda na remessa.",
            ),
            empty_verb="Novo convênio",
            help_link="O que preciso pedir ao banco?",
            markable=False,
        )
        approvals = Verb(text="Quantos aprovam…", icon="check", run=lambda _ids: self.configure())
        super().__init__(desk, spec, "Novo convênio", (approvals,))

    def configure(self) -> None:
        """Ask how many people approve a payment."""
        desk = self.desk
        desk.read(
            self,
            lambda: desk.services.convenios_pagamento.configuracao(desk.empresa_id),
            lambda found: AprovacoesDialog(
                self.window(), desk, found, lambda words: self.message.say(words, Tone.SUCCESS)
            ).open(),
            lambda error: self.message.say(explain(error), Tone.DANGER),
        )

    def load(self, row_id: int) -> tuple[Record, Any]:
        """Return the convênio and the contas it may pay from."""
        services = self.desk.services
        contas = services.cadastros.list_contas_banco(ListQuery(quantidade=1000, filtros=self.desk.scope)).linhas
        paying = {codigo for codigo, _nome in services.convenios_pagamento.bancos()}
        new = ConvenioPagamento(empresa_id=self.desk.empresa_id, codigo="", banco="")
        able = [row for row in contas if str(row["banco"]) in paying]
        if len(able) == 1:
            new = replace(new, conta_id=int(able[0]["id"]), banco=str(able[0]["banco"]))
        found = services.convenios_pagamento.get(row_id) if row_id else new
        bancos = {int(row["id"]): str(row["banco"]) for row in contas}
        return ConvenioPagamentoRecord(services, found, bancos), contas

    def form(self) -> Form:
        """Return its form."""
        return Ui_ConvenioPagamentoForm()

    def prepare(self, fields: FormFields, choices: Sequence[Any]) -> None:
        """Fill the boxes of the form."""
        contas, servico = fields.edits["conta_id"], fields.edits["servico"]
        if isinstance(contas, QComboBox):
            contas.addItem("Escolha a conta", 0)
            for row in choices:
                contas.addItem(
                    f"{row['descricao']} · {row['banco']} · {row['agencia']} / {row['conta']}", int(row["id"])
                )
        if isinstance(servico, QComboBox):
            for words, value in _SERVICOS:
                servico.addItem(words, value)
