"""*Plano de contas*: the accounts that lançamentos are posted to, kept by hand or taken from a table."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from finbank_desktop.domain.contabil import ContaContabil, Natureza
from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.dialogs.fields import Choice, Field, Kind
from finbank_desktop.gui.pages.fields_dialog import FieldsDialog
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.pages.list_spec import ListSpec
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.filter_bar import Filtro, Opcao
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog, table_of
from finbank_desktop.gui.widgets.verbs import Verb, needs_one

_NATUREZAS = tuple(Opcao(str(each), each.name) for each in Natureza)
_TIPOS = (Opcao("Analíticas", valor=True), Opcao("Sintéticas", valor=False))
_IMPORTADAS = (
    Coluna(chave="linha", titulo="Linha", tipo=TipoColuna.NUMERO, largura=7),
    Coluna(chave="codigo", titulo="Código", largura=14),
    Coluna(chave="reduzido", titulo="Reduzido", largura=10),
    Coluna(chave="nome", titulo="Nome", largura=36),
    Coluna(chave="natureza", titulo="Natureza", largura=18),
    Coluna(chave="tipo", titulo="Tipo", largura=12),
    Coluna(chave="efeito", titulo="O que acontece", largura=50),
)


class PlanoContasPage(ListPage):
    """Lists the accounts of the chosen empresa."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        spec = ListSpec(
            key="plano-contas",
            title="Plano de contas",
            icon="colunas",
            one="conta",
            many="contas",
            colunas=desk.services.plano_contas.COLUNAS,
            fetch=desk.services.plano_contas.list,
            filtros=(Filtro("natureza", "Natureza", _NATUREZAS), Filtro("analitica", "Tipo", _TIPOS)),
            hint="Filtrar por código, reduzido ou nome",
            empty=("Nenhuma conta", "Cada empresa começa com um plano simples; o do contador pode ser importado."),
            empty_verb="Importar plano…",
            help_link="Como trazer o plano do contador?",
            markable=False,
        )
        verbs = (
            Verb(text="Nova conta", icon="novo", run=lambda _ids: self.edit(0), shortcut="Ctrl+N", kind="primary"),
            Verb(text="Editar", icon="editar", run=lambda ids: self.edit(ids[0]), reason=needs_one),
            Verb(text="Importar plano…", icon="soltar", run=lambda _ids: self.choose(), shortcut="Ctrl+Shift+I"),
        )
        super().__init__(desk, spec, verbs)

    def open_row(self, row_id: int) -> None:
        """Change the conta."""
        self.edit(row_id)

    def edit(self, row_id: int) -> None:
        """Show the form of a conta; of a new one when *row_id* is 0."""
        service = self.desk.services.plano_contas
        new = ContaContabil(empresa_id=self.desk.empresa_id, codigo="", nome="", natureza=Natureza.ATIVO)
        self.desk.read(self, lambda: service.get(row_id) if row_id else new, self._show, self._failed)

    def _show(self, conta: ContaContabil) -> None:
        naturezas = [Choice(value=each, text=str(each)) for each in Natureza]
        fields = (
            Field(name="codigo", words="&Código", kind=Kind.TEXT, value=conta.codigo),
            Field(name="reduzido", words="Código &reduzido", kind=Kind.TEXT, value=conta.reduzido),
            Field(name="nome", words="&Nome", kind=Kind.TEXT, value=conta.nome, wide=True),
            Field(
                name="natureza", words="N&atureza", kind=Kind.CHOICE, value=conta.natureza, choices=naturezas, wide=True
            ),
            Field(
                name="analitica",
                words="&Analítica: recebe lançamentos",
                kind=Kind.CHECK,
                value=conta.analitica,
                wide=True,
            ),
            Field(name="ativa", words="Em &uso", kind=Kind.CHECK, value=conta.ativa, wide=True),
        )
        service = self.desk.services.plano_contas

        def save(values: Mapping[str, Any]) -> ContaContabil:
            return service.save(replace(conta, **values))

        title = f"Conta {conta.codigo}" if conta.id else "Nova conta contábil"
        sentence = "O código reduzido é o número pelo qual o sistema do contador a conhece."
        dialog = FieldsDialog(self.window(), self.desk, title, sentence, fields, save)
        dialog.saved.connect(lambda found: self.message.say(f"Conta {found.codigo} salva.", Tone.SUCCESS))
        dialog.open()

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)

    def choose(self) -> None:
        """Ask for a table, then show what it changes."""
        start = str(self.desk.settings.last_folder("planilhas"))
        chosen, _kind = QFileDialog.getOpenFileName(
            self, "Importar plano de contas", start, "Planilhas (*.xlsx *.csv *.txt)"
        )
        if chosen:
            self.import_table(Path(chosen))

    def import_table(self, path: Path) -> None:
        """Show what the table at *path* changes."""
        self.desk.settings.remember_folder("planilhas", path.parent)
        service, empresa_id = self.desk.services.plano_contas, self.desk.empresa_id
        self.desk.read(self, lambda: service.plan_importar(path, empresa_id), self._show_plan, self._failed)

    def _show_plan(self, plan: Any) -> None:
        dialog = ImportarPlanoDialog(self.window(), self.desk, plan)
        dialog.imported.connect(lambda words: self.message.say(words, Tone.SUCCESS))
        dialog.open()


class ImportarPlanoDialog(SheetDialog):
    """What a table of accounts changes, row by row.

    Attributes:
        imported: It was written; carries the sentence that says so.
    """

    imported = Signal(str)

    def __init__(self, parent: QWidget | None, desk: Desk, plan: Any) -> None:
        """Show *plan*, a ``PlanoDeContasPlan``."""
        super().__init__(
            parent,
            "Importar plano de contas",
            f"{plan.arquivo} · {formats.count(len(plan.rows), 'conta', 'contas')}. Nada é gravado antes do botão.",
            (1080, 640),
        )
        self._desk, self._plan = desk, plan
        faults = len(plan.faults)
        if faults:
            words = formats.count(faults, "linha fica fora", "linhas ficam fora")
            self.notice.say(f"{words}; veja o motivo em cada uma.", Tone.WARNING)
        self.body.addWidget(table_of(_IMPORTADAS, [_row(row) for row in plan.rows], "Contas da planilha"), 1)
        words = formats.count(len(plan.writes), "conta", "contas")
        self.commit = self.add_commit(f"Importar {words}", self._commit)
        self.commit.allow("" if plan.writes else "Nada muda no plano de contas.")
        self.close_button.setText("Cancelar")

    def _commit(self) -> None:
        plan, service = self._plan, self._desk.services.plano_contas
        self.commit.allow("Aguarde o fim da tarefa.")
        self._desk.write(
            self, "Importando o plano de contas", lambda _watcher: service.importar(plan), self._done, self._failed
        )

    def _done(self, operacao: Any) -> None:
        self.imported.emit(operacao.texto)
        self.close()

    def _failed(self, error: Exception) -> None:
        self.commit.allow("Feche e peça de novo.")
        self.message.say(explain(error), Tone.DANGER)


def _row(row: Any) -> dict[str, Any]:
    lida = row.lida
    return {
        "id": lida.linha,
        "linha": lida.linha,
        "codigo": lida.codigo,
        "reduzido": lida.reduzido,
        "nome": lida.nome,
        "natureza": str(lida.natureza or ""),
        "tipo": "Analítica" if lida.analitica else "Sintética",
        "efeito": row.efeito,
    }


def account_choices(contas: Sequence[Any], none: str) -> list[Choice]:
    """Return a box's entries of accounts, *none* first."""
    return [Choice(value=None, text=none)] + [Choice(value=c.id, text=f"{c.codigo} {c.nome}") for c in contas]
