"""Files kept with contas a pagar: the invoice, the boleto, the contract."""

import hashlib
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from finbank_desktop.domain.problems import OutsideError, RefusedError
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records_pagamentos import Anexo
from finbank_desktop.services.pagamentos.historia import evento
from finbank_desktop.services.remessa_pasta import place

TAMANHO_MAXIMO = 10 * 1024 * 1024
"""Bytes of one file: the books are copied whole each day."""


class AnexosService:
    """Adds, gives back and takes away attachments."""

    def __init__(self, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> None:
        """Work on *database* in the name of *usuario*."""
        self._database = database
        self._usuario = usuario
        self._agora = agora

    def list(self, conta_pagar_id: int) -> Sequence[Anexo]:
        """Return the attachments of a conta, without their bytes."""
        with self._database.read() as uow:
            return uow.anexos_pagar.of_conta(conta_pagar_id)

    def add(self, conta_pagar_id: int, path: Path) -> Anexo:
        """Keep the file at *path* with a conta; also one that is scheduled or paid may gain an attachment.

        Raises:
            RefusedError: It is empty, too large, or kept with the conta already.
            OutsideError: It cannot be read.
        """
        try:
            tamanho = path.stat().st_size
            _require_size(path.name, tamanho)
            conteudo = path.read_bytes()
        except OSError as error:
            message = f"Não foi possível abrir {path.name}; confira se ele existe e se você pode lê-lo."
            raise OutsideError("arquivo_ilegivel", message, str(path)) from error
        return self.add_bytes(conta_pagar_id, path.name, conteudo)

    def add_bytes(self, conta_pagar_id: int, nome: str, conteudo: bytes) -> Anexo:
        """Keep *conteudo*, a file called *nome*, with a conta; see `add`."""
        _require_size(nome, len(conteudo))
        agora = self._agora()
        with self._database.write() as uow:
            conta = uow.contas_pagar.get(conta_pagar_id)
            sha256 = hashlib.sha256(conteudo).hexdigest()
            igual = next((each for each in uow.anexos_pagar.of_conta(conta.id) if each.sha256 == sha256), None)
            if igual is not None:
                raise RefusedError("anexo_repetido", f"Este arquivo já está anexado, com o nome {igual.nome}.", nome)
            anexo = uow.anexos_pagar.add(
                Anexo(
                    empresa_id=conta.empresa_id,
                    conta_pagar_id=conta.id,
                    nome=nome,
                    sha256=sha256,
                    tamanho=len(conteudo),
                    quando=agora,
                    usuario=self._usuario,
                )
            )
            uow.anexos_pagar.add_conteudo(anexo, conteudo)
            uow.eventos_pagar.add(evento(conta, "anexo", f"Anexado {nome}.", usuario=self._usuario, agora=agora))
            return anexo

    def conteudo(self, anexo_id: int) -> bytes:
        """Return the bytes of an attachment.

        Raises:
            MissingError: There is none with that id.
        """
        with self._database.read() as uow:
            uow.anexos_pagar.get(anexo_id)
            return uow.anexos_pagar.conteudo(anexo_id)

    def save(self, anexo_id: int, pasta: Path) -> Path:
        """Put an attachment into *pasta* and return where it lies; no file there is replaced."""
        with self._database.read() as uow:
            anexo = uow.anexos_pagar.get(anexo_id)
            conteudo = uow.anexos_pagar.conteudo(anexo_id)
        return place(pasta, Path(anexo.nome).name, conteudo)

    def remove(self, anexo_id: int) -> None:
        """Take an attachment away; the history keeps its name."""
        with self._database.write() as uow:
            anexo = uow.anexos_pagar.get(anexo_id)
            conta = uow.contas_pagar.get(anexo.conta_pagar_id)
            uow.anexos_pagar.remove(anexo_id)
            texto = f"Anexo {anexo.nome} retirado."
            uow.eventos_pagar.add(evento(conta, "anexo", texto, usuario=self._usuario, agora=self._agora()))


def _require_size(nome: str, tamanho: int) -> None:
    if not tamanho:
        raise RefusedError("anexo_vazio", f"{nome} está vazio; escolha outro arquivo.", nome)
    if tamanho > TAMANHO_MAXIMO:
        mb = TAMANHO_MAXIMO // 1024 // 1024
        raise RefusedError("anexo_grande", f"{nome} tem mais de {mb} MB; anexe uma versão menor.", nome)
