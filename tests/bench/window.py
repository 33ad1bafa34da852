"""How long the window stands still while a large retorno comes in: ``python3 dev.py bench window [titles]``.

A retorno of 20,000 paid titles, unless told otherwise, is read, previewed and applied in the window; every gap of more
than 50 ms between two turns of the window's own loop is told, with what was going on.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from finbank_desktop.app import build, start_qt
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.gui.jobs import JobRunner
from finbank_desktop.gui.main_window import MainWindow
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.sample import sample
from finbank_desktop.gui.settings import Settings
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.wizards.importar_retorno import ImportarRetornoWizard
from finbank_desktop.layouts import loader
from finbank_desktop.layouts.writer import write
from finbank_desktop.services.catalog import Services
from finbank_desktop.services.retorno_wizard import RetornoStep

if TYPE_CHECKING:
    from finbank_desktop.domain.registros import Valor

LONG = 0.05
PATIENCE = 300


class Pulse:
    """Feels the window's loop.

    Attributes:
        all: Milliseconds between two turns.
        gaps: Those of more than `LONG`, with what was going on.
    """

    def __init__(self, every: int = 0) -> None:
        """Begin to feel it, every so many milliseconds; 0 is as often as it turns, which keeps it turning."""
        self.phase = "start"
        self.gaps: list[tuple[str, int]] = []
        self.all: list[float] = []
        self._last = time.perf_counter()
        wait = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
        self._how = wait if every else QEventLoop.ProcessEventsFlag.AllEvents
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(every)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.all.append((now - self._last) * 1000)
        if now - self._last > LONG:
            self.gaps.append((self.phase, round((now - self._last) * 1000)))
        self._last = now

    def until(self, phase: str, reached: Callable[[], bool]) -> float:
        """Let the window live until *reached*; return the seconds it took."""
        self.phase = phase
        begin = time.perf_counter()
        while not reached():
            QApplication.processEvents(self._how)
            if time.perf_counter() - begin > PATIENCE:
                raise TimeoutError(phase)
        return time.perf_counter() - begin


def make_books(services: Services, titles: int) -> list[Boleto]:
    """Enter *titles* contas a receber and make their boletos."""
    sample(services, 1)
    with services.database.write() as uow:
        modelo = uow.contas_receber.get(1)
        uow.contas_receber.add_many(
            [
                ContaReceber(
                    empresa_id=modelo.empresa_id,
                    codigo=f"B{number}",
                    pessoa_id=modelo.pessoa_id,
                    convenio_id=modelo.convenio_id,
                    documento=f"B{number}",
                    emissao=modelo.emissao,
                    vencimento=modelo.vencimento + timedelta(days=number % 30),
                    valor=1_000 + number,
                )
                for number in range(titles)
            ]
        )
    return list(services.boletos.apply(services.boletos.plan_emissao(None, ListQuery())))


def make_retorno(folder: Path, boletos: list[Boleto]) -> Path:
    """Write the retorno in which all *boletos* are paid."""
    today = date.today()  # noqa: DTZ011 - a day as the bank counts it
    quem: dict[str, Valor] = {"agencia": 57, "conta": 12345}
    records: list[tuple[str, dict[str, Valor]]] = [("header", {"data_geracao": today, "sequencial_retorno": 1, **quem})]
    records += [
        (
            "detalhe",
            {
                "nosso_numero": boleto.sequencial,
                "carteira_numero": 109,
                "ocorrencia": 6,
                "data_ocorrencia": today,
                "data_credito": today,
                "valor_titulo": boleto.valor,
                "valor_lancado": boleto.valor,
                **quem,
            },
        )
        for boleto in boletos
    ]
    records += [("trailer", {"qtd_detalhes": len(boletos)})]
    numbered = [(name, values | {"sequencial": at}) for at, (name, values) in enumerate(records, 1)]
    path = folder / "bench.ret"
    path.write_bytes(write(loader.load("341-itau/cobranca_400_retorno"), numbered).data)
    return path


def main(titles: int) -> int:
    """Measure and print."""
    start_qt()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        settings = Settings(folder / "janela.ini")
        theme.apply(settings)
        services = build(str(folder / "bench.db"))
        path = make_retorno(folder, make_books(services, titles))
        window, pulse = MainWindow(JobRunner(), settings), Pulse()
        window.attach(services)
        window.show()
        pulse.until("início", lambda: window.current == "inicio")
        window.go("boletos")
        page = window.page("boletos")
        seconds = pulse.until("lista", lambda: isinstance(page, ListPage) and page.model.is_loaded)
        print(f"list of {titles:,} boletos open after {seconds:.2f} s")
        window.import_files([path])
        wizard = window.findChildren(ImportarRetornoWizard)[0]
        is_read: Callable[[], bool] = lambda: not wizard.is_busy and wizard.draft.atual is not None  # noqa: E731 - a name for one use
        print(f"plan after {pulse.until('plano', is_read):.2f} s")
        pulse.phase = "conferência"
        wizard.go_on()
        wizard.go_on()
        print(f"applied after {pulse.until('gravação', lambda: wizard.step is RetornoStep.RESULTADO):.2f} s")
        print("gaps over 50 ms:", pulse.gaps or "none")
        window.close()
        services.database.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000))
