"""Where *Ir para ou buscar* leads: sections, actions, and the records a word finds."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.old_names import OLD_NAMES
from finbank_desktop.gui.sections import SECTIONS, Section
from finbank_desktop.gui.widgets.filter_bar import Opcao
from finbank_desktop.gui.widgets.palette import Destination


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

    def make_payments(self, ids: Sequence[int], convenio_id: int | None = None) -> None:
        """Begin *Gerar remessa de pagamento*."""

    def import_paid(self, paths: Sequence[Path]) -> None:
        """Begin *Importar retorno de pagamento*."""

    def new_payable(self) -> None:
        """Enter a conta a pagar."""

    def read_slips(self, paths: Sequence[Path] = ()) -> None:
        """Read slips in PDFs."""

    def rehearse(self) -> None:
        """Begin *Ensaiar com um banco simulado*."""

    def import_table(self, path: Path | None = None, tipo: str = "") -> None:
        """Begin *Importar planilha*."""

    def import_statements(self, paths: Sequence[Path] = ()) -> None:
        """Begin *Importar extrato*."""

    def import_debito(self, paths: Sequence[Path] = ()) -> None:
        """Begin *Importar retorno de débito automático*."""

    def report_problem(self) -> None:
        """Begin *Relatar problema*."""

    def show_account(self) -> None:
        """Show the account e-mail goes out by."""

    def show_settings(self) -> None:
        """Show what can be set."""


def places(window: Window) -> list[Destination]:
    """Return every section, what can be begun from anywhere, and both by the names other programs give them."""
    known = {section.place.key: _section(window, section) for section in SECTIONS} | _actions(window)
    olds = [
        replace(
            known[old.key],
            detail=f"{old.program}: {old.name}",
            words=";".join((old.name, *old.name.split(" ▸ "))),
            hidden=True,
        )
        for old in OLD_NAMES
        if old.key in known
    ]
    return [*known.values(), *olds]


def _section(window: Window, section: Section) -> Destination:
    place = section.place
    return Destination(
        place.title, place.group.strip() or "Ir para", place.icon, lambda: window.go(place.key), section.words
    )


def _actions(window: Window) -> dict[str, Destination]:
    return {
        "importar-retorno": Destination(
            "Importar retorno", "Ação · Ctrl+I", "retornos", lambda: window.import_files([]), "baixar ret cnab"
        ),
        "gerar-remessa": Destination(
            "Gerar remessa", "Ação", "remessas", lambda: window.make_remessa([]), "enviar rem cnab"
        ),
        "nova-conta-pagar": Destination(
            "Nova conta a pagar",
            "Ação",
            "contas-pagar",
            window.new_payable,
            "lançar boleto linha digitável pix despesa",
        ),
        "ler-boleto-pdf": Destination(
            "Ler boleto em PDF", "Ação", "pdf", window.read_slips, "pagar código de barras scanner concessionária"
        ),
        "gerar-remessa-pagamento": Destination(
            "Gerar remessa de pagamento",
            "Ação",
            "remessas",
            lambda: window.make_payments([]),
            "pagar fornecedores enviar ao banco",
        ),
        "importar-retorno-pagamento": Destination(
            "Importar retorno de pagamento",
            "Ação",
            "retornos",
            lambda: window.import_paid([]),
            "pagos aceite confirmação",
        ),
        "importar-debito": Destination(
            "Importar retorno de débito automático",
            "Ação",
            "retornos",
            window.import_debito,
            "débito conta idboleto ret",
        ),
        "importar-extrato": Destination(
            "Importar extrato", "Ação", "extratos", window.import_statements, "ofx ofc banco lançamentos conciliar"
        ),
        "importar-planilha": Destination(
            "Importar planilha", "Ação", "soltar", window.import_table, "excel xlsx csv clientes contas migrar"
        ),
        "ensaiar": Destination("Ensaiar com um banco simulado", "Ação", "ensaio", window.rehearse, "teste simulador"),
        "relatar-problema": Destination(
            "Relatar problema", "Ação", "aviso", window.report_problem, "suporte erro ajuda chat log"
        ),
        "conta-de-email": Destination(
            "Conta de e-mail", "Ação", "configuracoes", window.show_account, "smtp servidor senha remetente testar"
        ),
        "configuracoes": Destination(
            "Configurações", "Ação", "configuracoes", window.show_settings, "tema escuro claro letra tamanho"
        ),
    }


def find(window: Window, text: str) -> list[Destination]:
    """Return the records that *text* finds; runs beside the window and touches no widget."""
    desk = window.desk
    if desk is None:
        return []
    return [
        Destination(
            achado.titulo,
            achado.detalhe,
            achado.lista,
            lambda found=achado: window.go(found.lista, {}, found.busca),  # type: ignore[misc] # mypy sees no defaults
            exact=achado.is_exact,
        )
        for achado in desk.services.busca.find(text, desk.empresa_id)
    ]
