"""Where *Ir para ou buscar* leads: sections, actions, and the records a word finds."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.sections import SECTIONS
from finbank_desktop.gui.widgets.filter_bar import Opcao
from finbank_desktop.gui.widgets.palette import Destination

_FOUND = 6


class Window(Protocol):
    """What is asked of the main window."""

    @property
    def desk(self) -> Desk | None:
        """Return what its pages share; ``None`` before the database is open."""

    def go(self, key: str, filters: dict[str, Opcao] | None = None, busca: str = "") -> None:
        """Show a section."""

    def import_files(self, paths: Sequence[Path]) -> None:
        """Begin *Importar retorno*."""

    def make_remessa(self, ids: Sequence[int], convenio_id: int | None = None) -> None:
        """Begin *Gerar remessa*."""

    def rehearse(self) -> None:
        """Begin *Ensaiar com um banco simulado*."""

    def show_settings(self) -> None:
        """Show what can be set."""


def places(window: Window) -> list[Destination]:
    """Return every section and what can be begun from anywhere."""
    sections = [
        Destination(
            section.place.title,
            section.place.group.strip() or "Ir para",
            section.place.icon,
            lambda key=section.place.key: window.go(key),  # type: ignore[misc] # mypy cannot see defaults
            section.words,
        )
        for section in SECTIONS
    ]
    actions = [
        Destination(
            "Importar retorno", "Ação · Ctrl+I", "retornos", lambda: window.import_files([]), "baixar ret cnab"
        ),
        Destination("Gerar remessa", "Ação", "remessas", lambda: window.make_remessa([]), "enviar rem cnab"),
        Destination("Ensaiar com um banco simulado", "Ação", "ensaio", window.rehearse, "teste simulador"),
        Destination("Configurações", "Ação", "configuracoes", window.show_settings, "tema escuro claro letra tamanho"),
    ]
    return sections + actions


def find(window: Window, text: str) -> list[Destination]:
    """Return boletos and pessoas that *text* finds; runs beside the window and touches no widget."""
    desk = window.desk
    if desk is None:
        return []
    query = ListQuery(busca=text, quantidade=_FOUND, filtros=desk.scope)
    boletos = [
        Destination(
            str(row["pagador"]),
            f"Boleto {row['nosso_numero']} · {formats.show(row['vencimento'])} · {format_brl(row['valor'])}",
            "boletos",
            lambda words=str(row["nosso_numero"]): window.go("boletos", {}, words),  # type: ignore[misc] # as above
        )
        for row in desk.services.boletos.list(query).linhas
    ]
    pessoas = [
        Destination(
            str(row["nome"]),
            f"Pessoa · {row['documento']}",
            "pessoas",
            lambda words=str(row["nome"]): window.go("pessoas", {}, words),  # type: ignore[misc] # as above
        )
        for row in desk.services.cadastros.list_pessoas(query).linhas
    ]
    return boletos + pessoas
