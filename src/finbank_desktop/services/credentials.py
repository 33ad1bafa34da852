"""Passwords: in the computer's keyring, else in a vault that a master password opens, else only in memory.

Never in the books, logs or errors. What is too long for a keyring (certificates) is a file of the vault, whose key is
in the keyring.
"""

import base64
import threading
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from finbank_desktop.persistence.folders import data_folder
from finbank_desktop.services.cofre import Cofre, new_key

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE = "FinBank Desktop"
_CHAVE_DO_COFRE = "cofre"
LIMITE = 1000
"""Letters that go into a keyring; Windows' takes 1,280 (jaraco/keyring, issue 540)."""


class Guarda(StrEnum):
    """Where a password was put; the value is what the user reads."""

    COFRE = "A senha fica no cofre de senhas do computador."
    ARQUIVO = "A senha fica num arquivo cifrado que só a senha-mestra abre."
    SESSAO = (
        "Este computador não tem um cofre de senhas: a senha vale até o programa fechar e será pedida de novo depois."
    )


class Credentials:
    """Keeps passwords by name; may be asked by several threads."""

    def __init__(self, backend: "KeyringBackend | None" = None, pasta: Path | None = None) -> None:
        """Use *backend*; ``None`` for the computer's own keyring, looked for when it is first needed.

        Args:
            backend: The keyring.
            pasta: The vault's folder; ``None`` for the one beside the user's books.
        """
        self._backend = backend
        self._session: dict[str, str] = {}
        self._cofre = Cofre(pasta or data_folder() / "cofre")
        self._trava = threading.RLock()

    def __repr__(self) -> str:
        """Return nothing of what is kept."""
        return f"Credentials({len(self._session)} na sessão)"

    def __getstate__(self) -> dict[str, Any]:
        """Refuse to be written anywhere.

        Raises:
            TypeError: Always.
        """
        raise TypeError("senhas não são gravadas")

    def where(self) -> Guarda:
        """Return where a password would be put now."""
        from keyring.backends import fail, null  # noqa: PLC0415 - see `_ring`

        if not isinstance(self._ring(), fail.Keyring | null.Keyring):
            return Guarda.COFRE
        return Guarda.ARQUIVO if self._cofre.aberto else Guarda.SESSAO

    @property
    def has_master(self) -> bool:
        """Whether a master password was chosen on this computer."""
        return self._cofre.has_master

    def open_master(self, senha: str) -> bool:
        """Open the vault by the master password, chosen now where there was none; return whether it was the right one.

        What was kept in memory meanwhile goes into it.
        """
        with self._trava:
            if not self._cofre.open_master(senha):
                return False
            for nome, segredo in list(self._session.items()):
                self._cofre.keep(nome, segredo)
                del self._session[nome]
            return True

    def keep(self, nome: str, segredo: str) -> Guarda:
        """Keep *segredo* under *nome* and return where; a keyring that does not work is as good as none."""
        with self._trava:
            onde = self.where()
            with suppress(Exception):  # keyrings raise whatever their system does; memory is the answer
                if onde is Guarda.COFRE and len(segredo) <= LIMITE:
                    self._ring().set_password(_SERVICE, nome, segredo)
                    self._cofre.forget(nome)
                elif onde is Guarda.SESSAO or (onde is Guarda.COFRE and not self._open_by_ring(make=True)):
                    raise LookupError  # then memory, as when the keyring fails
                else:
                    self._cofre.keep(nome, segredo)
                self._session.pop(nome, None)
                return onde
            self._session[nome] = segredo
            return Guarda.SESSAO

    def find(self, nome: str) -> str:
        """Return what is kept under *nome*; empty when nothing is, or the keyring does not open."""
        with self._trava:
            if nome in self._session:
                return self._session[nome]
            try:
                achado = self._ring().get_password(_SERVICE, nome)
            except Exception:  # noqa: BLE001 - as above
                achado = None
            if achado:
                return achado
            if not self._cofre.aberto:
                self._open_by_ring(make=False)
            with suppress(OSError):
                return self._cofre.find(nome)
            return ""

    def forget(self, nome: str) -> None:
        """Keep nothing under *nome* any more."""
        with self._trava:
            self._session.pop(nome, None)
            with suppress(Exception):  # what is not there needs no forgetting
                self._ring().delete_password(_SERVICE, nome)
            with suppress(OSError):
                self._cofre.forget(nome)

    def _open_by_ring(self, *, make: bool) -> bool:
        """Open the vault with the key in the keyring, made where there is none; return whether it is open."""
        if self._cofre.aberto:
            return True
        with suppress(Exception):  # as above
            guardada = self._ring().get_password(_SERVICE, _CHAVE_DO_COFRE)
            if guardada is None and make:
                guardada = base64.b64encode(new_key()).decode()
                self._ring().set_password(_SERVICE, _CHAVE_DO_COFRE, guardada)
            if guardada:
                self._cofre.open(base64.b64decode(guardada))
        return self._cofre.aberto

    def _ring(self) -> "KeyringBackend":
        import keyring  # noqa: PLC0415 - looking for keyrings takes long, and most starts need none

        return self._backend or keyring.get_keyring()
