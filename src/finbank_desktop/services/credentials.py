"""Passwords: in the computer's keyring, or only in memory where there is none. Never in the books, logs or errors."""

from contextlib import suppress
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE = "FinBank Desktop"


class Guarda(StrEnum):
    """Where a password was put; the value is what the user reads."""

    COFRE = "A senha fica no cofre de senhas do computador."
    SESSAO = (
        "Este computador não tem um cofre de senhas: a senha vale até o programa fechar e será pedida de novo depois."
    )


class Credentials:
    """Keeps passwords by name."""

    def __init__(self, backend: "KeyringBackend | None" = None) -> None:
        """Use *backend*; ``None`` for the computer's own keyring, looked for when it is first needed."""
        self._backend = backend
        self._session: dict[str, str] = {}

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

        return Guarda.SESSAO if isinstance(self._ring(), fail.Keyring | null.Keyring) else Guarda.COFRE

    def keep(self, nome: str, segredo: str) -> Guarda:
        """Keep *segredo* under *nome* and return where; a keyring that does not work is as good as none."""
        if self.where() is Guarda.COFRE:
            try:
                self._ring().set_password(_SERVICE, nome, segredo)
            except Exception:  # noqa: BLE001, S110 - keyrings raise whatever their system does; memory is the answer
                pass
            else:
                self._session.pop(nome, None)
                return Guarda.COFRE
        self._session[nome] = segredo
        return Guarda.SESSAO

    def find(self, nome: str) -> str:
        """Return what is kept under *nome*; empty when nothing is, or the keyring does not open."""
        if nome in self._session:
            return self._session[nome]
        try:
            return self._ring().get_password(_SERVICE, nome) or ""
        except Exception:  # noqa: BLE001 - as above
            return ""

    def forget(self, nome: str) -> None:
        """Keep nothing under *nome* any more."""
        self._session.pop(nome, None)
        with suppress(Exception):  # what is not there needs no forgetting
            self._ring().delete_password(_SERVICE, nome)

    def _ring(self) -> "KeyringBackend":
        import keyring  # noqa: PLC0415 - looking for keyrings takes long, and most starts need none

        return self._backend or keyring.get_keyring()
