"""Secrets too long for a keyring, or on a computer without one: files encrypted with a key that lies elsewhere.

Each file is AES-256-GCM under a random nonce, bound to its own name. The key is random too. It lives in the keyring (a
Windows keyring holds 1,280 letters: the key fits, a certificate does not); without a keyring it lies in the folder
itself, encrypted by what scrypt makes of a master password (RFC 7914; parameters: OWASP, Password Storage, 2023).
"""

import base64
import hashlib
import json
import os
import secrets
from pathlib import Path

_MESTRA = "senha-mestra.json"
_NONCE, _CHAVE = 12, 32
_SCRYPT = {"n": 2**17, "r": 8, "p": 1}
_SCRYPT_MEMORIA = 256 * 1024 * 1024


class Cofre:
    """A folder of encrypted files; it can do nothing before it is given its key."""

    def __init__(self, pasta: Path) -> None:
        """Use *pasta*, which is made when the first secret is kept."""
        self._pasta = pasta
        self._chave = b""

    def __repr__(self) -> str:
        """Return nothing of what is kept."""
        return f"Cofre({'aberto' if self._chave else 'fechado'})"

    @property
    def aberto(self) -> bool:
        """Whether its key is known."""
        return bool(self._chave)

    @property
    def has_master(self) -> bool:
        """Whether a master password was chosen here."""
        return (self._pasta / _MESTRA).is_file()

    def open(self, chave: bytes) -> None:
        """Take *chave*, of 32 bytes, kept by somebody else."""
        self._chave = chave

    def open_master(self, senha: str) -> bool:
        """Open by the master password, chosen now where there was none; return whether it was the right one.

        Raises:
            OSError: The folder cannot be used.
        """
        if not self.has_master:
            self._choose(senha)
            return True
        lido = json.loads((self._pasta / _MESTRA).read_text("utf-8"))
        parametros = {nome: int(lido[nome]) for nome in _SCRYPT}
        chave = _open(
            _derive(senha, base64.b64decode(lido["sal"]), parametros), _MESTRA, base64.b64decode(lido["chave"])
        )
        self._chave = chave or b""
        return chave is not None

    def keep(self, nome: str, segredo: str) -> None:
        """Keep *segredo* under *nome*; whole or not at all.

        Raises:
            OSError: The folder cannot be used.
        """
        self._write(_file(nome), _seal(self._chave, nome, segredo.encode()))

    def find(self, nome: str) -> str:
        """Return what is kept under *nome*; empty when nothing is, or it was changed by somebody."""
        caminho = self._pasta / _file(nome)
        if not self._chave or not caminho.is_file():
            return ""
        achado = _open(self._chave, nome, caminho.read_bytes())
        return "" if achado is None else achado.decode()

    def forget(self, nome: str) -> None:
        """Keep nothing under *nome* any more."""
        (self._pasta / _file(nome)).unlink(missing_ok=True)

    def _choose(self, senha: str) -> None:
        sal, self._chave = secrets.token_bytes(16), new_key()
        cifrada = _seal(_derive(senha, sal, _SCRYPT), _MESTRA, self._chave)
        textos = {"sal": base64.b64encode(sal).decode(), "chave": base64.b64encode(cifrada).decode()}
        self._write(_MESTRA, json.dumps(_SCRYPT | textos).encode())

    def _write(self, nome: str, conteudo: bytes) -> None:
        self._pasta.mkdir(parents=True, exist_ok=True, mode=0o700)
        novo = self._pasta / f"{nome}.novo"
        descritor = os.open(novo, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descritor, "wb") as arquivo:
            arquivo.write(conteudo)
            arquivo.flush()
            os.fsync(arquivo.fileno())
        novo.replace(self._pasta / nome)


def new_key() -> bytes:
    """Return a key nobody had before."""
    return secrets.token_bytes(_CHAVE)


def _file(nome: str) -> str:
    return hashlib.sha256(nome.encode()).hexdigest()[:32] + ".cofre"


def _derive(senha: str, sal: bytes, parametros: "dict[str, int]") -> bytes:
    return hashlib.scrypt(senha.encode(), salt=sal, maxmem=_SCRYPT_MEMORIA, dklen=_CHAVE, **parametros)


def _seal(chave: bytes, nome: str, claro: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - loaded only when it is used

    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(chave).encrypt(nonce, claro, nome.encode())


def _open(chave: bytes, nome: str, cifrado: bytes) -> bytes | None:
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - as above
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - as above

    try:
        return AESGCM(chave).decrypt(cifrado[:_NONCE], cifrado[_NONCE:], nome.encode())
    except (InvalidTag, ValueError):
        return None
