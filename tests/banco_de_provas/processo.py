"""The bank in a process of its own, and a test's hand on it."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Self
from urllib.request import ProxyHandler, Request, build_opener

from tests.banco_de_provas.autoridade import Autoridade, Certificado
from tests.banco_de_provas.dialetos.registro import DIALETOS

ROOT = Path(__file__).parents[2]
_ABRIR = build_opener(ProxyHandler({})).open


class BancoDeProvas:
    """A bank that runs until the ``with`` ends, or until the process that began it is gone.

    Attributes:
        endereco: Base address for a `ContaApi`, without the bank's prefix.
        ca: Who signed the bank's certificate, as a PEM file.
        cliente: A client certificate that the bank takes.

    Args:
        folder: Where certificates are written.
        dialeto: Name of the bank (``inter``, ``sicoob``…).
        plano: Fields of `faltas.Plano`.
        hoje: The bank's day; ``None`` is today's in Brasília.
        autoridade: Signs the certificates; ``None`` makes one.
        servidor: Another certificate for the bank itself (expired, of another host).
        nucleo: Further options of `nucleo.Nucleo`.
    """

    def __init__(
        self,
        folder: Path,
        dialeto: str,
        *,
        plano: Mapping[str, Any] | None = None,
        hoje: date | None = None,
        autoridade: Autoridade | None = None,
        servidor: Certificado | None = None,
        **nucleo: Any,
    ) -> None:
        self.autoridade = autoridade or Autoridade(folder / "ac")
        self.ca, self.tipo = self.autoridade.ca, DIALETOS[dialeto]
        proprio = servidor or self.autoridade.servidor()
        self.cliente = self.autoridade.cliente()
        self._config = {
            "dialeto": dialeto,
            "plano": dict(plano or {}),
            "hoje": hoje.isoformat() if hoje else None,
            "certificado": str(proprio.certificado),
            "chave": str(proprio.chave),
            "cliente_ca": str(self.ca) if self.tipo.mtls else None,
            "nucleo": nucleo,
        }
        self.endereco, self._controle = "", ""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.banco_de_provas", json.dumps(self._config)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self._process.stdout is not None
        portas = json.loads(self._process.stdout.readline())
        self.endereco, self._controle = portas["endereco"], portas["controle"]
        return self

    def __exit__(self, *_error: object) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        assert self._process.wait(10) == 0
        self._process.stdout.close()

    def ask(self, comando: str, **dados: Any) -> Any:
        """Do a command of `controle.execute`."""
        pedido = Request(f"{self._controle}/{comando}", json.dumps(dados).encode())  # noqa: S310 - loopback
        with _ABRIR(pedido, timeout=30) as resposta:
            return json.loads(resposta.read())

    def resumo(self) -> dict[str, Any]:
        """Return the counts."""
        lido: dict[str, Any] = self.ask("resumo")
        return lido

    def titulos(self) -> Sequence[dict[str, Any]]:
        """Return the bank's titles."""
        lidos: list[dict[str, Any]] = self.ask("titulos")
        return lidos

    def eventos(self) -> Sequence[dict[str, Any]]:
        """Return every request the bank saw, in order."""
        lidos: list[dict[str, Any]] = self.ask("eventos")
        return lidos

    def pagar(self, **dados: Any) -> None:
        """Let somebody pay the title of ``chave`` or ``id``: ``valor`` in centavos, ``em`` as AAAA-MM-DD."""
        self.ask("pagar", **dados)
