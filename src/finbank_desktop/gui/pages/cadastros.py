"""The lists of the cadastros, each with its form."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QComboBox, QTabWidget, QVBoxLayout, QWidget

from finbank_desktop.domain.cadastros import Conta, Empresa, Filial, Pessoa
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.encargos import TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.forms.ui_conta import Ui_ContaForm
from finbank_desktop.gui.forms.ui_convenio import Ui_ConvenioForm
from finbank_desktop.gui.forms.ui_empresa import Ui_EmpresaForm
from finbank_desktop.gui.forms.ui_filial import Ui_FilialForm
from finbank_desktop.gui.forms.ui_pessoa import Ui_PessoaForm
from finbank_desktop.gui.pages.favorecido_dialog import FavorecidoDialog
from finbank_desktop.gui.pages.homologacao import HomologacaoDialog
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.pages.list_spec import ListSpec
from finbank_desktop.gui.pages.record_dialog import Form, Record, RecordDialog
from finbank_desktop.gui.pages.records import ContaRecord, ConvenioRecord, EmpresaRecord, FilialRecord, PessoaRecord
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.filter_bar import Opcao
from finbank_desktop.gui.widgets.form_fields import FormFields
from finbank_desktop.gui.widgets.verbs import Verb, needs_one

_CHOICES: dict[str, tuple[tuple[str, Any], ...]] = {
    "formato": (("CNAB 400", "400"), ("CNAB 240", "240")),
    "emissao": (("A empresa imprime e envia", "cliente"), ("O banco imprime e envia", "banco")),
    "juros_tipo": (
        ("Sem juros", TipoJuros.ISENTO),
        ("Valor por dia", TipoJuros.VALOR_DIA),
        ("Taxa ao mês", TipoJuros.TAXA_MENSAL),
    ),
    "multa_tipo": (
        ("Sem multa", TipoMulta.ISENTA),
        ("Valor", TipoMulta.VALOR),
        ("Percentual", TipoMulta.PERCENTUAL),
    ),
    "desconto_tipo": (
        ("Sem desconto", TipoDesconto.SEM),
        ("Valor", TipoDesconto.VALOR),
        ("Percentual", TipoDesconto.PERCENTUAL),
    ),
}


class CadastroPage(ListPage):
    """A list whose rows are entered and changed in a form."""

    def __init__(self, desk: Desk, spec: ListSpec, new_text: str, further: Sequence[Verb] = ()) -> None:
        """Offer to enter a record as *new_text*, to change one, and what *further* says."""
        verbs = (
            Verb(text=new_text, icon="novo", run=lambda _ids: self.edit(0), shortcut="Ctrl+N", kind="primary"),
            Verb(text="Editar", icon="editar", run=lambda ids: self.edit(ids[0]), reason=needs_one),
            *further,
        )
        super().__init__(desk, spec, verbs)

    def open_row(self, row_id: int) -> None:
        """Change the record."""
        self.edit(row_id)

    def edit(self, row_id: int) -> None:
        """Show the form of a record; of a new one when *row_id* is 0."""
        self.desk.read(
            self,
            lambda: self.load(row_id),
            lambda loaded: self.show_form(*loaded),
            lambda error: self.message.say(explain(error), Tone.DANGER),
        )

    def load(self, row_id: int) -> tuple[Record, Any]:
        """Return the record and what its form's boxes offer; runs beside the window."""
        raise LookupError(f"{type(self).__name__} has no record {row_id}")

    def show_form(self, record: Record, choices: Any) -> None:
        """Open the form of *record*."""
        RecordDialog(self.window(), self.desk, self.form(), record, lambda fields: self.prepare(fields, choices)).open()

    def form(self) -> Form:
        """Return the form's compiled class."""
        raise LookupError(f"{type(self).__name__} has no form")

    def prepare(self, fields: FormFields, choices: Any) -> None:
        """Fill the form's boxes; most have none."""


class EmpresasPage(CadastroPage):
    """Lists empresas."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        cadastros = desk.services.cadastros
        spec = ListSpec(
            key="empresas",
            title="Empresas",
            icon="empresas",
            one="empresa",
            many="empresas",
            colunas=cadastros.COLUNAS_EMPRESAS,
            fetch=cadastros.list_empresas,
            hint="Filtrar por nome, código ou CNPJ",
            empty=("Nenhuma empresa", "Cadastre a empresa que recebe."),
            empty_verb="Nova empresa",
            markable=False,
            scoped=False,
        )
        super().__init__(desk, spec, "Nova empresa")

    def load(self, row_id: int) -> tuple[Record, Any]:
        """Return the empresa."""
        services = self.desk.services
        found = services.cadastros.get_empresa(row_id) if row_id else Empresa(codigo="", razao_social="", documento="")
        return EmpresaRecord(services, found), None

    def form(self) -> Form:
        """Return its form."""
        return Ui_EmpresaForm()


class FiliaisPage(CadastroPage):
    """Lists filiais."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        cadastros = desk.services.cadastros
        spec = ListSpec(
            key="filiais",
            title="Filiais",
            icon="empresas",
            one="filial",
            many="filiais",
            colunas=cadastros.COLUNAS_FILIAIS,
            fetch=cadastros.list_filiais,
            hint="Filtrar por nome ou código",
            empty=("Nenhuma filial", "Cada empresa tem ao menos uma."),
            empty_verb="Nova filial",
            markable=False,
        )
        super().__init__(desk, spec, "Nova filial")

    def load(self, row_id: int) -> tuple[Record, Any]:
        """Return the filial."""
        services = self.desk.services
        new = Filial(empresa_id=self.desk.empresa_id, codigo="", nome="")
        return FilialRecord(services, services.cadastros.get_filial(row_id) if row_id else new), None

    def form(self) -> Form:
        """Return its form."""
        return Ui_FilialForm()


class EmpresasFiliaisPage(QWidget):
    """Empresas and their filiais on two tabs."""

    def __init__(self, desk: Desk) -> None:
        """Build both lists."""
        super().__init__()
        self.setProperty("kind", "page")
        self.empresas, self.filiais = EmpresasPage(desk), FiliaisPage(desk)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.empresas, "Empresas")
        self.tabs.addTab(self.filiais, "Filiais")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(8), 0, 0)
        column.addWidget(self.tabs)

    def first_focus(self) -> QWidget:
        """Begin in the list in view."""
        page = self.filiais if self.tabs.currentWidget() is self.filiais else self.empresas
        return page.first_focus()

    def filter_by(self, chosen: dict[str, Opcao], busca: str = "") -> None:
        """Show what another page asked for."""
        self.tabs.setCurrentWidget(self.empresas)
        self.empresas.filter_by(chosen, busca)


class PessoasPage(CadastroPage):
    """Lists pessoas."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        cadastros = desk.services.cadastros
        spec = ListSpec(
            key="pessoas",
            title="Pessoas",
            icon="pessoas",
            one="pessoa",
            many="pessoas",
            colunas=cadastros.COLUNAS_PESSOAS,
            fetch=cadastros.list_pessoas,
            hint="Filtrar por nome, código, CPF ou CNPJ",
            hidden=frozenset({"telefone"}),
            empty=(
                "Nenhuma pessoa cadastrada",
                "Aqui ficam os seus clientes e fornecedores: quem paga os boletos e quem você paga.",
            ),
            empty_verb="Nova pessoa",
            markable=False,
        )
        table = Verb(
            text="Importar planilha",
            icon="soltar",
            run=lambda _ids: desk.table_wanted.emit("pessoas"),
            shortcut="Ctrl+Shift+I",
        )
        data = Verb(
            text="Dados bancários e Pix…", icon="chave", run=lambda ids: self.show_data(ids[0]), reason=needs_one
        )
        super().__init__(desk, spec, "Nova pessoa", (data, table))

    def show_data(self, pessoa_id: int) -> None:
        """Show where a pessoa is paid."""
        nome = str((self.current_row() or {}).get("nome", ""))
        FavorecidoDialog(self.window(), self.desk, pessoa_id, nome).open()

    def load(self, row_id: int) -> tuple[Record, Any]:
        """Return the pessoa."""
        services = self.desk.services
        new = Pessoa(empresa_id=self.desk.empresa_id, codigo="", nome="", documento="")
        return PessoaRecord(services, services.cadastros.get_pessoa(row_id) if row_id else new), None

    def form(self) -> Form:
        """Return its form."""
        return Ui_PessoaForm()


class ContasPage(CadastroPage):
    """Lists contas correntes."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        cadastros = desk.services.cadastros
        spec = ListSpec(
            key="contas",
            title="Contas correntes",
            icon="contas",
            one="conta",
            many="contas",
            colunas=cadastros.COLUNAS_CONTAS,
            fetch=cadastros.list_contas_banco,
            hint="Filtrar por descrição ou número",
            empty=("Nenhuma conta corrente", "É nela que o banco credita o que os clientes pagam."),
            empty_verb="Nova conta",
            markable=False,
        )
        super().__init__(desk, spec, "Nova conta")

    def load(self, row_id: int) -> tuple[Record, Any]:
        """Return the conta."""
        services = self.desk.services
        new = Conta(empresa_id=self.desk.empresa_id, codigo="", descricao="", banco="", agencia="", conta="")
        conta = services.cadastros.get_conta(row_id) if row_id else new
        nomes = services.bancos.nomes()
        if conta.banco:  # one that no new boletos are made for is still this account's
            nomes.setdefault(conta.banco, "outro banco")
        return ContaRecord(services, conta), nomes

    def form(self) -> Form:
        """Return its form."""
        return Ui_ContaForm()

    def prepare(self, fields: FormFields, choices: Mapping[str, str]) -> None:
        """Offer the banks by number and name; typing either finds one."""
        bancos = fields.edits["banco"]
        if isinstance(bancos, QComboBox):
            bancos.addItem("Escolha o banco", "")
            for codigo, nome in sorted(choices.items()):
                bancos.addItem(f"{codigo} · {nome}", codigo)


class ConveniosPage(CadastroPage):
    """Lists convênios."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        cadastros = desk.services.cadastros
        spec = ListSpec(
            key="convenios",
            title="Convênios",
            icon="convenios",
            one="convênio",
            many="convênios",
            colunas=cadastros.COLUNAS_CONVENIOS,
            fetch=cadastros.list_convenios,
            hint="Filtrar por descrição ou código",
            empty=(
                "Nenhum convênio",
                "O convênio guarda o que você combinou com o banco: carteira, numeração, juros, multa e instruções.",
            ),
            empty_verb="Novo convênio",
            help_link="O que preciso pedir ao banco?",
            markable=False,
        )
        homologar = Verb(text="Homologação…", icon="tarefas", run=self.homologate, reason=needs_one)
        super().__init__(desk, spec, "Novo convênio", (homologar,))

    def homologate(self, ids: Sequence[int]) -> None:
        """Show the way from a new convênio to an active one."""
        dialog = HomologacaoDialog(self.window(), self.desk, ids[0])
        dialog.edit_wanted.connect(lambda: self.edit(ids[0]))
        dialog.open()

    def load(self, row_id: int) -> tuple[Record, Any]:
        """Return the convênio and the contas it may credit."""
        services = self.desk.services
        contas = services.cadastros.list_contas_banco(ListQuery(quantidade=1000, filtros=self.desk.scope)).linhas
        new = Convenio(
            empresa_id=self.desk.empresa_id, codigo="", descricao="", conta_id=0, banco="", formato="400", carteira=""
        )
        if len(contas) == 1:
            new = replace(new, conta_id=int(contas[0]["id"]), banco=str(contas[0]["banco"]))
        found = services.cadastros.get_convenio(row_id) if row_id else new
        bancos = {int(row["id"]): str(row["banco"]) for row in contas}
        return ConvenioRecord(services, found, bancos), contas

    def form(self) -> Form:
        """Return its form."""
        return Ui_ConvenioForm()

    def prepare(self, fields: FormFields, choices: Sequence[Any]) -> None:
        """Fill the boxes of the form."""
        for name, pairs in _CHOICES.items():
            box = fields.edits[name]
            if isinstance(box, QComboBox):
                for words, value in pairs:
                    box.addItem(words, value)
        contas = fields.edits["conta_id"]
        if isinstance(contas, QComboBox):
            contas.addItem("Escolha a conta", 0)
            for row in choices:
                contas.addItem(
                    f"{row['descricao']} · {row['banco']} · {row['agencia']} / {row['conta']}", int(row["id"])
                )
