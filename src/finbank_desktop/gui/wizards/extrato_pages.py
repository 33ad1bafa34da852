"""The pages of *Importar extrato*."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui import formats
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.cards import DropZone, FigureCard, FileCard, card, figures
from finbank_desktop.gui.widgets.checks import Check
from finbank_desktop.gui.widgets.clearing import clear
from finbank_desktop.gui.widgets.counted_tabs import CountedTab, CountedTabs
from finbank_desktop.gui.widgets.inline_message import InlineMessage
from finbank_desktop.gui.widgets.labels import IconLabel, label
from finbank_desktop.gui.wizards.frame import WizardPage
from finbank_desktop.services.extrato_wizard import TITULOS_ABAS, ExtratoDraft, ExtratoFile, closing

if TYPE_CHECKING:
    from finbank_desktop.services.extrato_model import ContaPlan

COLUNAS = (
    Coluna(chave="data", titulo="Data", tipo=TipoColuna.DATA, largura=11),
    Coluna(chave="texto", titulo="O que o banco diz", largura=44),
    Coluna(chave="valor", titulo="Valor", tipo=TipoColuna.VALOR, largura=14),
    Coluna(chave="documento", titulo="Documento", largura=14),
    Coluna(chave="efeito", titulo="O que vai acontecer", largura=60),
    Coluna(chave="linha", titulo="Linha", tipo=TipoColuna.NUMERO, largura=7),
)


class ArquivosPage(WizardPage):
    """Chooses files and tells what each is.

    Attributes:
        removed: Place of the file that is not wanted any more.
        help_wanted: Where in the bank's site such files are.
    """

    removed = Signal(int)
    help_wanted = Signal()

    def __init__(self, choose: Callable[[], object]) -> None:
        """*choose* opens the native dialog."""
        super().__init__(
            "Escolha os extratos",
            "São os arquivos OFX que você baixou do site do banco; OFC, CNAB 240, CSV e Excel também servem. O "
            "programa reconhece a conta e só traz o que ainda não tem. Nada é gravado antes de você conferir.",
        )
        self.zone = DropZone("Solte os arquivos aqui, ou", "Selecionar arquivo…", choose)
        self.help = Button("&Onde baixo no meu banco?", "link", icon="ajuda", clicked=self.help_wanted.emit)
        self._files = QVBoxLayout()
        self._files.setSpacing(theme.px(8))
        self.body.addWidget(self.zone)
        self.body.addWidget(self.help, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addLayout(self._files)
        self.body.addStretch()

    def first_focus(self) -> QWidget:
        """Begin at the button that chooses."""
        return self.zone.button

    def show_files(self, draft: ExtratoDraft) -> None:
        """Show one card per file."""
        clear(self._files)
        for at, arquivo in enumerate(draft.arquivos):
            made = FileCard(arquivo.caminho.name, lambda place=at: self.removed.emit(place))  # type: ignore[misc] # default
            if arquivo.recusa:
                made.say(arquivo.recusa, "erro", Tone.DANGER)
            elif arquivo.plano is not None:
                _describe(made, arquivo)
            elif arquivo.tabela is not None and arquivo.tabela.proposta is not None:
                words = formats.count(len(arquivo.tabela.proposta.colunas), "coluna", "colunas")
                made.say(f"Tabela com {words}: diga a conta e confira as colunas na próxima página.", "ok", Tone.INFO)
            self._files.addWidget(made)


def _describe(made: FileCard, arquivo: ExtratoFile) -> None:
    contas = arquivo.plano.contas if arquivo.plano is not None else ()
    if arquivo.is_repeated:
        said = next((conta.ja_importado for conta in contas if conta.ja_importado), "Nada neste arquivo é novo.")
        made.say(f"{said} Nada muda.", "aviso", Tone.WARNING)
        return
    names = [conta.conta.descricao if conta.conta is not None else f"conta {conta.numero}, a dizer" for conta in contas]
    new = formats.count(sum(conta.tabs["novos"] for conta in contas), "lançamento novo", "lançamentos novos")
    known = all(conta.conta is not None for conta in contas)
    made.say(f"{', '.join(names)}: {new}.", "ok" if known else "aviso", Tone.SUCCESS if known else Tone.WARNING)


class ConferenciaPage(WizardPage):
    """Shows what the statement of one account will change, tab by tab.

    Attributes:
        account_chosen: Id of our account that the statement is of.
        ticked: The user knows that amounts are not in reais, or takes it back.
        skipped: The user does not want this file now.
    """

    account_chosen = Signal(int)
    ticked = Signal(bool)
    skipped = Signal()

    def __init__(self) -> None:
        """Begin without a plan."""
        super().__init__("Confira o que vai entrar", "")
        self.account = QComboBox()
        self.account.setAccessibleName("Conta deste extrato")
        self.account.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.account.activated.connect(lambda at: self.account_chosen.emit(int(self.account.itemData(at) or 0)))
        self.how = label("", "muted", wrap=True)
        words = label("&Conta", "h3")
        words.setBuddy(self.account)
        line = QHBoxLayout()
        line.setSpacing(theme.px(10))
        line.addWidget(words)
        line.addWidget(self.account)
        line.addWidget(self.how, 1)
        self.notice = InlineMessage(closable=False)
        self.overlap = label("", "muted", wrap=True)
        self.new_sum = FigureCard("Soma do que entra")
        self.period = FigureCard("Período")
        self.balance = FigureCard("Saldo no arquivo")
        self.closes = FigureCard("O saldo fecha?")
        self.tabs = CountedTabs("Linhas do extrato por tipo", "Nenhuma linha deste tipo no arquivo.")
        self.tabs.row_changed.connect(self._explain)
        self.effect = label("", "", wrap=True, selectable=True)
        self.effect.setAccessibleName("O que vai acontecer com a linha escolhida")
        well, inside = card("well")
        inside.addWidget(self.effect)
        self.tick = Check("&Importar assim mesmo: sei que os valores não estão em reais")
        self.tick.setProperty("kind", "danger")
        self.tick.toggled.connect(self.ticked)
        self.skip = Button("Pular este arquivo", "link", clicked=self.skipped.emit)
        below = QHBoxLayout()
        below.addWidget(self.tick)
        below.addStretch()
        below.addWidget(self.skip)
        self.body.addLayout(line)
        self.body.addWidget(self.notice)
        self.body.addWidget(self.overlap)
        self.body.addLayout(figures((self.new_sum, self.period, self.balance, self.closes)))
        self.body.addWidget(self.tabs, 1)
        self.body.addWidget(well)
        self.body.addLayout(below)

    def first_focus(self) -> QWidget:
        """Begin at the tabs, or at the account while nobody said which it is."""
        return self.tabs.tabBar() if self.account.currentData() else self.account

    def show_plan(self, arquivo: ExtratoFile, place: str, contas: Sequence[tuple[int, str]], *, several: bool) -> None:
        """Show the account of *arquivo* whose turn it is; *contas* are ours, id and name."""
        plan = arquivo.conta
        if plan is None or arquivo.plano is None:
            return
        name = " ".join(part for part in (plan.banco, plan.agencia, plan.numero) if part)
        self.title.setText(f"Confira o que vai entrar{place}")
        said = f"banco, agência e conta no arquivo: {name}" if name else "a conta é a que você disse"
        self.sentence.setText(f"{arquivo.caminho.name}: {said}.")
        self._show_account(plan, contas)
        self._show_figures(plan)
        found = [problem for problem in (*plan.problems, *arquivo.plano.problems) if str(problem.severity) != "info"]
        worst = next((problem for problem in found if problem.is_error), found[0] if found else None)
        unread = sum(row.espera for row in plan.rows)
        if worst is None and unread:
            words = formats.count(unread, "linha não pôde ser lida e fica", "linhas não puderam ser lidas e ficam")
            self.notice.say(f"{words} em quarentena: veja a aba e confira no banco.", Tone.WARNING)
        elif worst is None:
            self.notice.silence()
        else:
            words = " ".join(part for each in found[:2] for part in (each.message, each.fix) if part)
            self.notice.say(words, Tone.DANGER if worst.is_error else Tone.WARNING)
        self.overlap.setText(plan.ja_importado or plan.sobrepoe)
        self.overlap.setVisible(bool(self.overlap.text()))
        self.tick.setVisible(plan.needs_tick)
        self.tick.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.tick.setChecked(arquivo.assim_mesmo)
        self.tick.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self.skip.setVisible(several or not arquivo.plano.goes)
        rows = rows_of(plan)
        self.tabs.show_tabs([CountedTab(titulo, COLUNAS, rows[aba]) for aba, titulo in TITULOS_ABAS.items()])

    def _show_account(self, plan: "ContaPlan", contas: Sequence[tuple[int, str]]) -> None:
        self.account.clear()
        if plan.conta is None:
            self.account.addItem("Escolha a conta…", 0)
        for row, name in contas:
            self.account.addItem(name, row)
        if plan.conta is not None:
            self.account.setCurrentIndex(self.account.findData(plan.conta.id))
        self.how.setText(
            f"{plan.como[:1].upper()}{plan.como[1:]}."
            if plan.conta is not None
            else "Diga uma vez; depois ela é conhecida."
        )

    def _show_figures(self, plan: "ContaPlan") -> None:
        self.new_sum.show_figure(format_brl(plan.soma))
        known = plan.inicio is not None and plan.fim is not None
        self.period.show_figure(f"{formats.show(plan.inicio)} a {formats.show(plan.fim)}" if known else "—")
        day = f"em {formats.show(plan.saldo_data)}" if plan.saldo_data else ""
        self.balance.show_figure(format_brl(plan.saldo) if plan.saldo is not None else "—", day)
        if plan.falta is None:
            self.closes.show_figure("—", "não há saldo anterior para comparar")
        elif plan.falta:
            words = "faltam" if plan.falta > 0 else "sobram"
            self.closes.show_figure("Não", f"{words} {format_brl(abs(plan.falta))}", Tone.DANGER)
        else:
            self.closes.show_figure("Sim", "", Tone.SUCCESS)

    def _explain(self, row: Mapping[str, Any] | None) -> None:
        self.effect.setText(f"Linha {row['linha']} · {row['texto']} · {row['efeito']}" if row is not None else "")


def rows_of(plan: "ContaPlan") -> dict[str, list[Mapping[str, Any]]]:
    """Return the plan's rows by tab, as the tables show them."""
    abas: dict[str, list[Mapping[str, Any]]] = {aba: [] for aba in TITULOS_ABAS}
    for number, row in enumerate(plan.rows):
        shown = {coluna.chave: getattr(row, coluna.chave) for coluna in COLUNAS}
        abas[str(row.aba)].append(shown | {"id": number})
    return abas


class ResultadoPage(WizardPage):
    """Tells what came in and what is next.

    Attributes:
        next_wanted: Id of the account that is to be reconciled.
    """

    next_wanted = Signal(int)

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__("Extrato importado", "")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(theme.px(12))
        self.body.addLayout(self._cards)
        self.body.addStretch()

    def show_result(self, draft: ExtratoDraft) -> None:
        """Show one card per file."""
        clear(self._cards)
        self.title.setText("Pronto: o extrato está nos seus livros" if draft.importados else "Nada foi importado")
        self.sentence.setText(closing(draft))
        for arquivo in draft.arquivos:
            self._cards.addWidget(self._card(arquivo))

    def _card(self, arquivo: ExtratoFile) -> QWidget:
        frame, column = card()
        icon, tone, words = _outcome(arquivo)
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        head.addWidget(IconLabel(icon, size=24, tone=tone))
        head.addWidget(label(arquivo.caminho.name, "h3", wrap=True), 1)
        column.addLayout(head)
        column.addWidget(label(words, "muted", wrap=True))
        for made in arquivo.importados:
            new = made.contagens.get("novos", 0)
            if new:
                words = formats.count(new, "lançamento", "lançamentos")
                go = Button(f"Extrato {made.codigo}: conciliar {words}", "link", icon="seta-direita")
                go.clicked.connect(lambda _on=False, row=made.conta_id: self.next_wanted.emit(row))
                column.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
        return frame


def _outcome(arquivo: ExtratoFile) -> tuple[str, Tone, str]:
    if arquivo.importados:
        codes = ", ".join(made.codigo for made in arquivo.importados)
        return "ok", Tone.SUCCESS, f"Extrato {codes}. Em Extratos você pode desfazer a importação."
    if arquivo.recusa:
        return "erro", Tone.DANGER, arquivo.recusa
    if arquivo.is_repeated:
        return "aviso", Tone.WARNING, "Nada neste arquivo era novo; nada mudou."
    return "traco", Tone.NEUTRAL, "Não foi importado."
