"""What all pages and assistants share: the services, the workers, the settings, and the way to each other."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from finbank_desktop.gui import errors
from finbank_desktop.gui.jobs import Job, JobRunner
from finbank_desktop.gui.lifetimes import is_alive
from finbank_desktop.gui.settings import Settings
from finbank_desktop.services.jobs import Watcher

if TYPE_CHECKING:
    from finbank_desktop.services.catalog import Services

Work = Callable[[Watcher], Any]
Done = Callable[[Any], object]
Failed = Callable[[Exception], object]


class Desk(QObject):
    """Handed to every page.

    Attributes:
        empresa_id: Whose books are shown; 0 before that is known.
        changed: Something was written; lists read anew.
        section_wanted: Key of a section, and the filters it is wanted with (`Opcao` by key).
        import_wanted: Paths of files to import; empty to be asked.
        remessa_wanted: Ids of boletos for a remessa, empty for all that may go, and the convênio's id when it is known.
        rehearsal_wanted: The simulated bank was asked for.
        help_wanted: Key of the help page.
        report_wanted: A problem is to be reported.
        table_wanted: A table of other systems is to be imported; carries what its rows are, empty when not known.
        statements_wanted: Paths of statements to import; empty to be asked.
        payments_wanted: Ids of contas a pagar for a remessa, empty for all that are approved, and the convênio's id
            when it is known.
        paid_wanted: Paths of retornos of payments to import; empty to be asked.
        slips_wanted: Paths of PDFs with slips to be entered as contas a pagar.
        debito_wanted: Paths of retornos of débito automático to import; empty to be asked.
        file_wanted: Key of the section that shows a file, and the file with a line and a position of it.
    """

    changed = Signal()
    section_wanted = Signal(str, object)
    import_wanted = Signal(list)
    remessa_wanted = Signal(list, object)
    rehearsal_wanted = Signal()
    help_wanted = Signal(str)
    report_wanted = Signal()
    table_wanted = Signal(str)
    statements_wanted = Signal(list)
    payments_wanted = Signal(list, object)
    paid_wanted = Signal(list)
    slips_wanted = Signal(list)
    file_wanted = Signal(str, object)
    debito_wanted = Signal(list)

    def __init__(self, services: "Services", runner: JobRunner, settings: Settings) -> None:
        """Keep the three."""
        super().__init__()
        self.services = services
        self.runner = runner
        self.settings = settings
        self.empresa_id = 0

    @property
    def scope(self) -> dict[str, Any]:
        """The filter that keeps lists to the chosen empresa; empty before one is known."""
        return {"empresa_id": self.empresa_id} if self.empresa_id else {}

    def choose_empresa(self, empresa_id: int) -> None:
        """Show the books of another empresa."""
        if empresa_id != self.empresa_id:
            self.empresa_id = empresa_id
            self.changed.emit()

    def read(self, owner: QObject, call: Callable[[], Any], done: Done, failed: Failed) -> Job:
        """Run *call*, which changes nothing, beside the window.

        Args:
            owner: Whom the answer is for; when it is gone meanwhile nobody is told.
            call: Must not touch a widget.
            done: Told the result, in the window's thread.
            failed: Told the exception, likewise.
        """
        job = _job("Lendo", lambda _watcher: call(), owner, done, failed)
        self.runner.read(job)
        return job

    def write(self, owner: QObject, title: str, call: Work, done: Done, failed: Failed) -> Job:
        """Run *call* on the one writing worker; afterwards every list reads anew."""
        job = _job(title, call, owner, done, failed)
        job.succeeded.connect(lambda _result: self.changed.emit())
        self.runner.start(job)
        return job

    def post(self, owner: QObject, title: str, call: Work, done: Done, failed: Failed) -> Job:
        """Run *call*, which talks to a mail server; afterwards, also after trouble, every list reads anew."""
        job = _job(title, call, owner, done, failed)
        job.finished.connect(self.changed)
        self.runner.post(job)
        return job

    def call(self, owner: QObject, title: str, call: Work, done: Done, failed: Failed) -> Job:
        """Run *call*, which talks to a bank; afterwards, also after trouble, every list reads anew."""
        job = _job(title, call, owner, done, failed)
        job.finished.connect(self.changed)
        self.runner.call(job)
        return job

    def draw(self, owner: QObject, title: str, call: Work, done: Done, failed: Failed) -> Job:
        """Run *call*, which takes long but changes nothing in the books, such as drawing a thousand boletos."""
        job = _job(title, call, owner, done, failed)
        self.runner.start(job)
        return job


def _job(title: str, call: Work, owner: QObject, done: Done, failed: Failed) -> Job:
    job = Job(title, call)
    job.succeeded.connect(lambda result: done(result) if is_alive(owner) else None)
    job.failed.connect(lambda error: failed(error) if is_alive(owner) else None)
    return job


def explain(error: Exception) -> str:
    """Return the sentence for *error*; one that nobody expected is written down as well."""
    if not errors.is_expected(error):
        errors.write_down(error)
    return errors.sentence(error)
