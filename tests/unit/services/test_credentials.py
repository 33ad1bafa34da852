"""Passwords in a keyring, in a broken one, and without any."""

import pickle

import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring

from finbank_desktop.services.credentials import Credentials, Guarda

SEGREDO = "s3nha-pl4ntada-7781"


class Cofre(KeyringBackend):
    """A keyring in memory."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # keyring's own
        self.dentro: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.dentro.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.dentro[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.dentro[service, username]


class CofreTrancado(Cofre):
    """One whose user does not unlock it."""

    def get_password(self, service: str, username: str) -> str | None:
        raise OSError(service + username)

    def set_password(self, service: str, username: str, password: str) -> None:
        raise OSError(service + username + password)


def test_a_keyring_keeps_the_password_beyond_the_session() -> None:
    cofre = Cofre()
    assert Credentials(cofre).keep("smtp", SEGREDO) is Guarda.COFRE
    outra = Credentials(cofre)
    assert outra.find("smtp") == SEGREDO
    outra.forget("smtp")
    assert Credentials(cofre).find("smtp") == ""


NENHUM = NoKeyring()  # type: ignore[no-untyped-call] # keyring's own


@pytest.mark.parametrize("cofre", [NENHUM, CofreTrancado()])
def test_without_a_keyring_that_works_it_lasts_for_the_session(cofre: KeyringBackend) -> None:
    credentials = Credentials(cofre)
    assert credentials.keep("smtp", SEGREDO) is Guarda.SESSAO
    assert credentials.find("smtp") == SEGREDO
    assert Credentials(cofre).find("smtp") == ""
    credentials.forget("smtp")
    assert credentials.find("smtp") == ""


def test_passwords_are_never_shown_or_written() -> None:
    credentials = Credentials(NENHUM)
    credentials.keep("smtp", SEGREDO)
    assert SEGREDO not in repr(credentials)
    with pytest.raises(TypeError):
        pickle.dumps(credentials)
