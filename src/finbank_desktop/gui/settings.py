"""What the program remembers of a user's habits: looks, sizes and last folders. Never data of the business."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

ESCALAS = (100, 110, 125, 150, 175, 200)
"""Sizes of the text that can be chosen, in percent."""


class Scheme(StrEnum):
    """Which colours the user wants; the value is kept."""

    SYSTEM = "sistema"
    LIGHT = "claro"
    DARK = "escuro"


class Settings:
    """A typed face on one INI file."""

    def __init__(self, path: Path | None = None) -> None:
        """Keep everything in the file at *path*, or in the user's own configuration folder."""
        place = path or Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation),
            "finbank",
            "janela.ini",
        )
        self._store = QSettings(str(place), QSettings.Format.IniFormat)

    @property
    def scheme(self) -> Scheme:
        """Light, dark or as the system has it."""
        kept = str(self._store.value("aparencia/cores", Scheme.SYSTEM))
        return Scheme(kept) if kept in list(Scheme) else Scheme.SYSTEM

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._store.setValue("aparencia/cores", str(scheme))

    @property
    def escala(self) -> int:
        """Size of the text in percent, one of `ESCALAS`."""
        kept = str(self._store.value("aparencia/texto", 100))
        return int(kept) if kept.isdecimal() and int(kept) in ESCALAS else 100

    @escala.setter
    def escala(self, escala: int) -> None:
        self._store.setValue("aparencia/texto", escala)

    @property
    def letras(self) -> bool:
        """Whether single letters do something in the lines of the reconciliation."""
        return str(self._store.value("conciliacao/letras", "1")) == "1"

    @letras.setter
    def letras(self, on: bool) -> None:
        self._store.setValue("conciliacao/letras", "1" if on else "0")

    def folder(self, purpose: str) -> Path:
        """Return the folder last used for *purpose*, else the documents, else the home; one that is there."""
        kept = str(self._store.value(f"pastas/{purpose}", ""))
        if kept and Path(kept).is_dir():
            return Path(kept)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(documents) if documents and Path(documents).is_dir() else Path.home()

    def last_folder(self, purpose: str) -> Path:
        """Return what `folder` would, without looking whether it is there: a network drive that is gone takes long."""
        kept = str(self._store.value(f"pastas/{purpose}", ""))
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(kept or documents or Path.home())

    def remember_folder(self, purpose: str, folder: Path) -> None:
        """Begin there the next time."""
        self._store.setValue(f"pastas/{purpose}", str(folder))

    def millimetres(self, name: str) -> float:
        """Return by how much the printer has to be set right in one direction."""
        try:
            return float(str(self._store.value(f"impressora/{name}", "0")))
        except ValueError:
            return 0.0

    def remember_millimetres(self, name: str, value: float) -> None:
        """Set the printer right by as much the next time."""
        self._store.setValue(f"impressora/{name}", str(value))

    @property
    def modelo(self) -> str:
        """The model of paper that was last chosen."""
        return str(self._store.value("impressora/modelo", "recibo"))

    @modelo.setter
    def modelo(self, modelo: str) -> None:
        self._store.setValue("impressora/modelo", modelo)

    def state(self, name: str) -> QByteArray:
        """Return what `remember_state` was given for *name*; empty when nothing was."""
        kept = self._store.value(f"estado/{name}")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def remember_state(self, name: str, state: QByteArray) -> None:
        """Keep the size of a window or the columns of a table."""
        self._store.setValue(f"estado/{name}", state)

    def hidden_columns(self, name: str, default: set[str]) -> set[str]:
        """Return the keys of the columns the user does not want in list *name*."""
        kept = self._store.value(f"colunas/{name}")
        return default if kept is None else set(str(kept).split(",")) - {""}

    def remember_hidden_columns(self, name: str, keys: set[str]) -> None:
        """Keep which columns list *name* does not show."""
        self._store.setValue(f"colunas/{name}", ",".join(sorted(keys)))

    def save(self) -> None:
        """Write everything now."""
        self._store.sync()
