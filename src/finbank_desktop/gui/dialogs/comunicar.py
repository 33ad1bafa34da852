"""What *Comunicação com Gateway* will do, before it does it: which titles go, which stay, and where they go."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QTabWidget, QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.domain.registro import Ambiente
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui import formats
from finbank_desktop.gui.dialogs.preview import words
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.inline_message import InlineMessage
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog, table_of

if TYPE_CHECKING:
    from finbank_desktop.domain.problems import Problem
    from finbank_desktop.services.registros.modelo import RegistroPlan

_COLUNAS = (
    Coluna(chave="codigo", titulo="ID da cobrança", largura=17),
    Coluna(chave="cliente", titulo="Cliente", largura=28),
    Coluna(chave="vencimento", titulo="Vencimento", tipo=TipoColuna.DATA, largura=12),
    Coluna(chave="valor", titulo="Valor", tipo=TipoColuna.VALOR, largura=14),
    Coluna(chave="efeito", titulo="O que vai acontecer", largura=70),
)
_MEANS = {
    Ambiente.PRODUCAO: "Os títulos passam a existir no banco e os clientes podem pagá-los.",
    Ambiente.HOMOLOGACAO: "É o sistema de testes do banco; nada é cobrado de ninguém.",
}


def show_ambiente(banner: InlineMessage, ambiente: Ambiente) -> None:
    """Say in *banner*, by word, icon and colour, whether titles are real."""
    tone = Tone.WARNING if ambiente is Ambiente.PRODUCAO else Tone.INFO
    banner.say(f"Ambiente: {ambiente}. {_MEANS[ambiente]}", tone)


class ComunicarDialog(SheetDialog):
    """Shows *planos*, one per convênio, and begins them."""

    def __init__(
        self,
        parent: QWidget | None,
        planos: Sequence["RegistroPlan"],
        begin: Callable[[Sequence["RegistroPlan"]], object],
        opens: Callable[[int, str, str], object],
        accounts: Callable[[], object],
    ) -> None:
        """Show *planos*.

        Args:
            parent: Above which window.
            planos: One per convênio.
            begin: Is given the plans that can go.
            opens: Shows a boleto at the field at fault, with what is wrong.
            accounts: Shows the accounts, where one of them is at fault.
        """
        super().__init__(parent, "Comunicação com Gateway", _where(planos))
        self.planos, self._begin, self._opens = planos, begin, opens
        self.going = tuple(plano for plano in planos if not _stops(plano) and plano.going)
        self._build_banner()
        problems = [problem for plano in planos for problem in plano.problems]
        if problems:
            problems.sort(key=lambda problem: not problem.is_error)
            tone = Tone.DANGER if problems[0].is_error else Tone.WARNING
            said = " ".join(dict.fromkeys(words(problem) for problem in problems))
            self.notice.say(said, tone, action="Contas de API", run=lambda: self._leave(accounts))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.body.addWidget(self.tabs, 1)
        vao = [row for plano in self.going for row in plano.going]
        fora = {row.boleto_id: _stopped(plano) for plano in planos for row in plano.rows}
        ficam = [row for plano in planos for row in plano.rows if row not in vao]
        self._add_tab("Vão", vao)
        self._add_tab("Ficam", ficam, fora)
        if not vao and ficam:
            self.tabs.setCurrentIndex(1)
        self.close_button.setText("Fechar sem comunicar")
        self.commit = self.add_commit(_verb(self.going), self._commit)
        self.commit.setDefault(True)
        self.commit.allow("" if vao else "Nenhum título pode ser comunicado; veja por quê em “Ficam”.")
        (self.commit if vao else self.close_button).setFocus()

    def _build_banner(self) -> None:
        ambientes = sorted({plano.conta.ambiente for plano in self.planos}, key=lambda each: each.name)
        for ambiente in ambientes:
            banner = InlineMessage(closable=False)
            show_ambiente(banner, ambiente)
            self.body.addWidget(banner)

    def _add_tab(self, title: str, rows: Sequence[Any], fora: Mapping[int, str] = MappingProxyType({})) -> None:
        shown = [
            {
                "id": row.boleto_id,
                "codigo": row.codigo,
                "cliente": row.cliente,
                "vencimento": row.vencimento,
                "valor": row.valor,
                "efeito": fora.get(row.boleto_id) or _efeito(row),
            }
            for row in rows
        ]
        table = table_of(_COLUNAS, shown, title)
        table.opened.connect(lambda number: self._open(rows[number]))
        self.tabs.addTab(table, f"{title} ({len(rows)})")

    def _open(self, row: Any) -> None:
        wrong: Problem | None = next((problem for problem in row.problems if problem.is_error), None)
        self._opens(row.boleto_id, (wrong.field or "") if wrong else "", words(wrong) if wrong else "")

    def _leave(self, there: Callable[[], object]) -> None:
        self.close()
        there()

    def _commit(self) -> None:
        self.close()
        self._begin(self.going)


def _stops(plano: "RegistroPlan") -> bool:
    return any(problem.is_error for problem in plano.problems)


def _stopped(plano: "RegistroPlan") -> str:
    """Return why nothing of *plano* goes; empty when it can."""
    wrong = next((problem for problem in plano.problems if problem.is_error), None)
    return f"Fica de fora: {wrong.message}" if wrong else ""


def _efeito(row: Any) -> str:
    fixes = " ".join(problem.fix for problem in row.problems if problem.is_error and problem.fix)
    return f"{row.efeito} {fixes}".strip()


def _where(planos: Sequence["RegistroPlan"]) -> str:
    return " · ".join(f"{plano.convenio.codigo} {plano.convenio.descricao}, por {plano.banco}" for plano in planos)


def _verb(planos: Sequence["RegistroPlan"]) -> str:
    enviar = [row for plano in planos for row in plano.enviar]
    consultar = sum(len(plano.going) for plano in planos) - len(enviar)
    if not enviar and consultar:
        return f"Consultar {formats.count(consultar, 'título', 'títulos')}"
    sums = f" · {format_brl(sum(row.valor for row in enviar))}" if enviar else ""
    return f"Comunicar {formats.count(len(enviar), 'boleto', 'boletos')}{sums}"
