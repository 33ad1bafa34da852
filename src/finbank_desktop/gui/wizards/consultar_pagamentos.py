"""The assistant *Consultar pagamentos*: what the banks say was paid or dropped, shown and written as a retorno is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.domain.problems import Problem
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.dialogs.fields import Field, FieldGrid, Kind
from finbank_desktop.gui.jobs import Job
from finbank_desktop.gui.models.rows import RowsModel
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.table import Table
from finbank_desktop.gui.wizards.importar_retorno import ImportarRetornoWizard
from finbank_desktop.gui.wizards.retorno_pages import ArquivosPage
from finbank_desktop.services.jobs import Watcher
from finbank_desktop.services.retorno_decisoes import Decisao
from finbank_desktop.services.retorno_wizard import RetornoDraft, RetornoStep

if TYPE_CHECKING:
    from finbank_desktop.services.retorno_model import RetornoPlan

_COLUNAS = (
    Coluna(chave="carteira", titulo="ID da carteira", largura=16),
    Coluna(chave="convenio", titulo="Convênio", largura=30),
    Coluna(chave="api", titulo="API", largura=18),
    Coluna(chave="ambiente", titulo="Ambiente", tipo=TipoColuna.SELO, largura=16),
)
_DIAS = 7
_NOTHING = "Nada de novo neste período."
_LATER = "Esta linha veio da API: corrija o boleto e consulte de novo; até lá ela volta em cada consulta."


class PerguntaPage(ArquivosPage):
    """Asks which accounts and which days; below, what each account answered."""

    def __init__(self) -> None:
        """Begin with the last seven days."""
        super().__init__(lambda: None, lambda: None)
        self.title.setText("Pergunte aos bancos o que foi pago")
        self.sentence.setText(
            "O programa consulta as contas de API marcadas. Nada é gravado antes de você conferir, e cada pagamento "
            "entra uma vez só, por mais que se consulte."
        )
        self.zone.hide()
        self.folder_button.hide()
        today = date.today()  # noqa: DTZ011 - a day as the user counts it
        self.grid = FieldGrid(
            [
                Field(name="de", words="&De", kind=Kind.DATE, value=today - timedelta(days=_DIAS)),
                Field(name="ate", words="A&té", kind=Kind.DATE, value=today),
            ]
        )
        self.model = RowsModel(_COLUNAS, tickable=True, parent=self)
        self.table = Table(_COLUNAS, self.model, marks=False, name="Contas de API")
        self.table.setMinimumHeight(theme.px(120))
        self.body.insertWidget(2, self.grid)
        self.body.insertWidget(3, self.table, 1)

    def first_focus(self) -> QWidget:
        """Begin at the first day."""
        return self.grid.first() or self.table

    def chosen(self) -> list[Mapping[str, Any]]:
        """Return the accounts that are ticked."""
        ticked = set(self.model.ticked())
        rows = (self.model.row(at) for at in range(self.model.rowCount()))
        return [row for row in rows if row["id"] in ticked]


class ConsultarPagamentosWizard(ImportarRetornoWizard):
    """Asks, shows each answer as a plan, writes exactly that plan."""

    TITLE = "Consultar pagamentos"
    STEPS = ("Contas", "Conferência", "Resultado")

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        """Read which accounts there are."""
        self._perguntas: dict[Path, tuple[int, date, date]] = {}
        self.pergunta = PerguntaPage()
        super().__init__(parent, desk)
        self.setAcceptDrops(False)
        self.conferencia.file_sum.words.setText("Total pago, segundo o banco")
        self.conferencia.trailer.hide()  # an answer has no end that could disagree
        desk.read(self, self._read_accounts, self._take_accounts, lambda error: self.say(explain(error)))

    def first_page(self) -> ArquivosPage:
        """Return the page that asks."""
        return self.pergunta

    def _read_accounts(self) -> Sequence[Mapping[str, Any]]:
        return [
            {
                "id": info.convenio.id,
                "carteira": info.convenio.codigo,
                "convenio": info.convenio.descricao,
                "api": info.titulo,
                "ambiente": str(info.conta.ambiente),
            }
            for info in self.desk.services.registros.contas.list(self.desk.empresa_id or None)
            if info.conta.ativa
        ]

    def _take_accounts(self, rows: Sequence[Mapping[str, Any]]) -> None:
        self.pergunta.model.show_rows(rows)
        if not rows:
            self.say("Nenhum convênio tem conta de API ativa; cadastre uma em Contas de API.", Tone.INFO)

    # --- asking

    def plan_of(self, path: Path, decisoes: Mapping[int, Decisao], watcher: Watcher) -> "RetornoPlan":
        """Return what the bank's answer would change; runs beside the window."""
        del decisoes
        return self.desk.services.registros.plan_retorno(*self._perguntas[path], watcher)

    def start(self, job: Job) -> None:
        """Run *job*, which waits for a bank."""
        self.desk.runner.call(job)

    def _question(self) -> None:
        values = self.pergunta.grid.values()
        de, ate = values["de"], values["ate"]
        if not isinstance(de, date) or not isinstance(ate, date) or de > ate:
            self.say("Escolha um período: o primeiro dia não pode vir depois do último.")
            return
        self.draft = RetornoDraft()
        self._perguntas = {
            Path(f"{row['carteira']} {row['api']}, de {de:%d.%m.%Y} a {ate:%d.%m.%Y}"): (int(row["id"]), de, ate)
            for row in self.pergunta.chosen()
        }
        if self._perguntas:
            self.add(list(self._perguntas))
        else:
            self.say("Marque ao menos uma conta.")

    def go_on(self) -> None:
        """Ask first; then as with files."""
        if self.step is RetornoStep.ARQUIVOS and self.draft.atual is None:
            if not self.is_busy:
                self._question()
        else:
            super().go_on()

    def refresh(self, *, cancelled: bool = False) -> None:
        """Show the draft as it is now, and what the button does next."""
        super().refresh(cancelled=cancelled)
        if self.step is RetornoStep.ARQUIVOS:
            self.next_button.setText("Avançar" if self.draft.atual is not None else "Consultar")

    def _said_below(self) -> list[Problem]:
        if self.step is not RetornoStep.ARQUIVOS or self.draft.atual is not None:
            return super()._said_below()
        return []  # it can be asked again, of other days

    def _planned(self, path: Path, plano: "RetornoPlan | None", abas: Any) -> None:
        super()._planned(path, plano, abas)
        at = self._place(path)
        if at is not None and plano is not None and not plano.rows:
            arquivo = replace(self.draft.arquivos[at], plano=None, recusa=_NOTHING)
            self.draft = self.draft.change(at, arquivo)

    def _ask_decision(self, place: int) -> None:
        del place
        self.say(_LATER, Tone.INFO)

    def show_help(self) -> None:
        """Explain what is asked."""
        self.desk.help_wanted.emit("registros")
