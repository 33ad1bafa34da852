"""The bank inside a test's own process, for what need not outlive anything."""

from datetime import date
from pathlib import Path
from typing import Any, Self

from tests.banco_de_provas.autoridade import Autoridade, Certificado
from tests.banco_de_provas.dialetos.registro import DIALETOS, open_dialeto
from tests.banco_de_provas.faltas import Plano
from tests.banco_de_provas.servidor import Servidor


class NoProcesso:
    """A bank that runs until the ``with`` ends; its books are at hand as ``dialeto.nucleo``.

    Args:
        folder: Where certificates are written.
        nome: Of the bank.
        hoje: The bank's day.
        plano: What goes wrong.
        servidor: Another certificate for the bank itself.
        cliente: Another one for the client.
        autoridade: Signs the certificates; ``None`` makes one.
        nucleo: Options of `nucleo.Nucleo`.
    """

    def __init__(
        self,
        folder: Path,
        nome: str,
        hoje: date,
        *,
        plano: Plano | None = None,
        servidor: Certificado | None = None,
        cliente: Certificado | None = None,
        autoridade: Autoridade | None = None,
        **nucleo: Any,
    ) -> None:
        self.autoridade = autoridade or Autoridade(folder / "ac")
        self.ca, self.tipo = self.autoridade.ca, DIALETOS[nome]
        self.cliente = cliente or self.autoridade.cliente()
        self.dialeto = open_dialeto(nome, plano, hoje=hoje, **nucleo)
        proprio = servidor or self.autoridade.servidor()
        self.servidor = Servidor(self.dialeto, proprio, self.ca if self.tipo.mtls else None)
        self.endereco = self.servidor.endereco

    def __enter__(self) -> Self:
        self.servidor.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.servidor.stop()

    def calls(self, classe: str) -> int:
        """Return how many calls of a kind the bank saw."""
        return sum(evento.classe == classe for evento in self.dialeto.nucleo.eventos)
