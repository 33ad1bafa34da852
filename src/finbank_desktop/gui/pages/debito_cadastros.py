"""The lists of the cadastros of débito automático: contracts, layouts."""

from dataclasses import replace
from typing import Any

from finbank_desktop.domain.debitos import ConvenioDebito, LayoutBancario
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.pages.cadastros import CadastroPage
from finbank_desktop.gui.pages.debito_records import (
    ConvenioDebitoRecord,
    GridForm,
    LayoutRecord,
    convenio_fields,
    layout_fields,
)
from finbank_desktop.gui.pages.list_spec import ListSpec
from finbank_desktop.gui.pages.record_dialog import Record, RecordDialog
from finbank_desktop.gui.tokens import Tone

_MUITAS = 1000


class GridCadastroPage(CadastroPage):
    """A list whose form is made of described fields."""

    def show_form(self, record: Record, choices: Any) -> None:
        """Open the form of *record*, whose fields are *choices*."""
        RecordDialog(self.window(), self.desk, GridForm(choices), record).open()


class ConveniosDebitoPage(GridCadastroPage):
    """Lists contracts of débito automático."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        cadastros = desk.services.debitos.cadastros
        spec = ListSpec(
            key="convenios-debito",
            title="Convênios de débito",
            icon="convenios",
            one="convênio",
            many="convênios",
            colunas=cadastros.COLUNAS_CONVENIOS,
            fetch=cadastros.list_convenios,
            hint="Filtrar por descrição ou número",
            empty=(
                "Nenhum convênio de débito",
                "Com ele o banco debita a conta dos seus clientes e credita a sua, sem boleto.",
            ),
            empty_verb="Novo convênio",
            help_link="O que preciso pedir ao banco?",
            markable=False,
        )
        super().__init__(desk, spec, "Novo convênio")

    def load(self, row_id: int) -> tuple[Record, Any]:
        """Return the contract and its fields."""
        services = self.desk.services
        contas = services.cadastros.list_contas_banco(ListQuery(quantidade=_MUITAS, filtros=self.desk.scope)).linhas
        novo = ConvenioDebito(empresa_id=self.desk.empresa_id, codigo="", banco="", convenio="")
        if len(contas) == 1:
            novo = replace(novo, conta_id=int(contas[0]["id"]))
        achado = services.debitos.cadastros.get_convenio(row_id) if row_id else novo
        bancos = {int(row["id"]): str(row["banco"]) for row in contas}
        return ConvenioDebitoRecord(services, achado, bancos), convenio_fields(contas)


class LayoutsPage(GridCadastroPage):
    """Lists the layouts in use that somebody registered; what the program brings is said above them."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        cadastros = desk.services.debitos.cadastros
        spec = ListSpec(
            key="layouts-bancarios",
            title="Layouts bancários",
            icon="colunas",
            one="layout",
            many="layouts",
            colunas=cadastros.COLUNAS_LAYOUTS,
            fetch=cadastros.list_layouts,
            hint="Filtrar por banco ou processo",
            empty=(
                "Nenhum layout cadastrado",
                "Os bancos da linha acima já estão em uso. Cadastre outro banco, fixe uma versão ou desligue um deles.",
            ),
            empty_verb="Novo layout",
            help_link="Quando preciso cadastrar um layout?",
            markable=False,
        )
        super().__init__(desk, spec, "Novo layout")
        quais: dict[str, set[str]] = {}
        for each in cadastros.layouts_of_program():
            quais.setdefault(each.formato, set()).add(each.banco)
        ditos = "; ".join(f"{formato} posições: {', '.join(sorted(de))}" for formato, de in sorted(quais.items()))
        self.sentence = f"Em uso sem cadastro, remessa e retorno de débito automático: {ditos}."

    def showEvent(self, event: object) -> None:
        """Say which layouts need no entry here."""
        super().showEvent(event)
        self.message.say(self.sentence, Tone.INFO)

    def load(self, row_id: int) -> tuple[Record, Any]:
        """Return the layout and its fields."""
        services = self.desk.services
        novo = LayoutBancario(empresa_id=self.desk.empresa_id, banco="")
        achado = services.debitos.cadastros.get_layout(row_id) if row_id else novo
        bancos = dict(services.bancos.nomes())
        if achado.banco:
            bancos.setdefault(achado.banco, "outro banco")
        return LayoutRecord(services, achado), layout_fields(bancos)
