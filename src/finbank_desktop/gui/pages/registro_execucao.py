"""One run of *Comunicação com Gateway* while it goes on beside the pages, and what became of each title afterwards.

It belongs to the desk and not to a page: pages are made anew when the size of the text changes, and whoever leaves the
page finds the run where it is.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from finbank_desktop.domain.registro import EstadoRegistro
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.jobs import Job
from finbank_desktop.services.jobs import Watcher

if TYPE_CHECKING:
    from finbank_desktop.services.registros.controle import Controle
    from finbank_desktop.services.registros.modelo import Andamento, RegistroPlan, ResultadoRodada

_INCERTOS = (EstadoRegistro.DESCONHECIDO, EstadoRegistro.ENVIANDO, EstadoRegistro.ACEITO)


class Execucao(QObject):
    """The run in sight; `of` gives the one of a desk.

    Attributes:
        changed: A title or the run itself stands otherwise than before.
        ended: The run is over.
        rows: What is known of each title, by boleto, in the order of the plans.
        planos: What is being done, one plan per convênio.
        texto: What the run is doing, in words.
        parou: Why it ended before its end; empty when it did not.
    """

    changed = Signal()
    ended = Signal()
    _heard = Signal(object)

    def __init__(self, desk: Desk) -> None:
        """Belong to *desk*."""
        super().__init__(desk)
        self.desk = desk
        self.rows: dict[int, dict[str, Any]] = {}
        self.planos: tuple[RegistroPlan, ...] = ()
        self.texto = ""
        self.parou = ""
        self._controle: Controle | None = None
        self._job: Job | None = None
        self._heard.connect(self._hear)

    # --- where it stands

    @property
    def is_running(self) -> bool:
        """Whether titles are being sent or asked for."""
        return self._job is not None

    @property
    def is_paused(self) -> bool:
        """Whether it waits for the user to go on."""
        return self._controle is not None and self._controle.pausado

    @property
    def is_stopping(self) -> bool:
        """Whether it was told to end and finishes what is under way."""
        return self._controle is not None and self._controle.parado

    def ids(self, *estados: EstadoRegistro) -> list[int]:
        """Return the boletos that stand in one of these states."""
        return [row["id"] for row in self.rows.values() if row["resultado"] in estados]

    @property
    def registrados(self) -> list[int]:
        """The boletos that the bank has."""
        return [row["id"] for row in self.rows.values() if row["resultado"].is_final]

    @property
    def pendentes(self) -> list[int]:
        """The boletos that still want something."""
        return [row["id"] for row in self.rows.values() if not row["resultado"].is_final]

    @property
    def incertos(self) -> list[int]:
        """The boletos of which only the bank can tell whether it has them."""
        return self.ids(*_INCERTOS)

    @property
    def a_refazer(self) -> list[int]:
        """The boletos that are surely not at the bank, to be sent again."""
        return [row["id"] for row in self.rows.values() if row["resultado"].may_be_sent]

    # --- running

    def start(self, planos: Sequence["RegistroPlan"]) -> None:
        """Do what *planos* say, one after the other; titles of earlier runs that are still pending stay in sight."""
        from finbank_desktop.services.registros.controle import Controle  # noqa: PLC0415 - SQLAlchemy is slow

        if self.is_running:
            return
        self.planos = tuple(planos)
        self.parou, self.texto = "", "Começando"
        pendentes = set(self.pendentes)
        self.rows = {key: row for key, row in self.rows.items() if key in pendentes}
        for plano in self.planos:
            for row in plano.going:
                self.rows[row.boleto_id] = _planned(row)
        controle = self._controle = Controle()
        registros = self.desk.services.registros

        def run(watcher: Watcher) -> list["ResultadoRodada"]:
            feitos = []
            for plano in self.planos:
                if controle.parado:
                    break
                feitos.append(registros.run(plano, watcher, controle=controle, ouvir=self._heard.emit))
            return feitos

        job = self._job = Job("Comunicando com o gateway", run)
        job.progressed.connect(self._progressed)
        job.succeeded.connect(self._done)
        job.failed.connect(self._failed)
        job.finished.connect(self._finished)
        job.finished.connect(self.desk.changed)
        self.desk.runner.call(job)  # last: a run that is refused ends at once
        self.changed.emit()

    def pause(self) -> None:
        """Send nothing new until told to go on."""
        if self._controle is not None:
            self._controle.pausar()
            self.changed.emit()

    def resume(self) -> None:
        """Go on."""
        if self._controle is not None:
            self._controle.retomar()
            self.changed.emit()

    def stop(self) -> None:
        """Finish what is under way and send nothing more."""
        if self._controle is not None:
            self._controle.parar()
            self.changed.emit()

    def forget(self) -> None:
        """Clear what is in sight, once nothing of it is pending."""
        if not self.is_running and not self.pendentes:
            self.rows, self.planos, self.parou, self.texto = {}, (), "", ""
            self.changed.emit()

    def correct(self, boleto_id: int, registro: Any) -> None:
        """Show what a person decided about a title, if it is in sight."""
        if boleto_id in self.rows:
            self.rows[boleto_id] |= {
                "resultado": registro.estado,
                "mensagem": registro.mensagem,
                "tipo": registro.falha or "",
                "campo": registro.campo,
            }
            self.changed.emit()

    # --- what the run tells

    def _hear(self, andamento: "Andamento") -> None:
        self.rows[andamento.boleto_id] = _row(andamento)
        self.changed.emit()

    def _progressed(self, _done: int, _total: int, texto: str) -> None:
        if texto != self.texto:
            self.texto = texto
            self.changed.emit()

    def _done(self, feitos: Sequence["ResultadoRodada"]) -> None:
        for feito in feitos:
            for andamento in feito.andamentos:
                self.rows[andamento.boleto_id] = _row(andamento)
        self.parou = " ".join(dict.fromkeys(feito.parou for feito in feitos if feito.parou))

    def _failed(self, error: Exception) -> None:
        self.parou = explain(error)

    def _finished(self) -> None:
        self._job, self._controle, self.texto = None, None, ""
        self.changed.emit()
        self.ended.emit()


def of(desk: Desk) -> Execucao:
    """Return the one run that *desk* knows of."""
    found = desk.findChild(Execucao)
    return found if isinstance(found, Execucao) else Execucao(desk)


def _planned(row: Any) -> dict[str, Any]:
    return {
        "id": row.boleto_id,
        "codigo": row.codigo,
        "documento": row.numero_documento,
        "cliente": row.cliente,
        "resultado": row.estado,
        "mensagem": "",
        "tipo": "",
        "campo": "",
        "sugestao": "",
        "envios": 0,
    }


def _row(andamento: "Andamento") -> dict[str, Any]:
    return {
        "id": andamento.boleto_id,
        "codigo": andamento.codigo,
        "documento": andamento.numero_documento,
        "cliente": andamento.cliente,
        "resultado": andamento.resultado,
        "mensagem": andamento.mensagem,
        "tipo": andamento.tipo or "",
        "campo": andamento.campo,
        "sugestao": andamento.sugestao,
        "envios": andamento.envios,
    }
