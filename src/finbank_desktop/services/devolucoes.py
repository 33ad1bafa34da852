"""Payments to give back: what pagadores paid twice or too much, until somebody says when it was returned.

Nothing is paid here: the list keeps money from being forgotten, and posts to the books when it went back.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

from finbank_desktop.domain.listas import Coluna, ListQuery, Pagina
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records import Devolucao, Evento
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import lists
from finbank_desktop.services.livros import devolucoes_livros


class DevolucoesService:
    """What a person can ask about payments to give back."""

    COLUNAS: tuple[Coluna, ...] = lists.DEVOLUCOES

    def __init__(self, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> None:
        """Work on *database* in the name of *usuario*."""
        self._database = database
        self._usuario = usuario
        self._agora = agora

    def list(self, query: ListQuery) -> Pagina:
        """Return a page of them; the filter ``espera`` leaves those that were not given back yet."""
        with self._database.read() as uow:
            return uow.devolucoes.page(query)

    def mark(self, ids: Sequence[int], data: date, forma: str) -> Sequence[Devolucao]:
        """Say that payments were given back on *data*.

        Args:
            ids: Which.
            data: The day; not after today and not before the payment.
            forma: How, in words.

        Raises:
            RefusedError: The day cannot be or is closed, or one of them was given back already; nothing was written.
            MissingError: There is no such payment.
        """
        agora = self._agora()
        if data > agora.date():
            raise RefusedError("data_no_futuro", f"{data:%d/%m/%Y} ainda não chegou; diga o dia da devolução.", "data")
        with self._database.write() as uow:
            achadas = [uow.devolucoes.get(row) for row in ids]
            for each in achadas:
                _refuse(each, data)
            feitas = uow.devolucoes.update_many(
                [replace(each, devolvido_em=data, forma=forma.strip(), usuario=self._usuario) for each in achadas]
            )
            devolucoes_livros.post(uow, feitas, data, usuario=self._usuario, agora=agora)
            como = f" por {forma.strip()}" if forma.strip() else ""
            self._tell(uow, feitas, f"Pagamento de {{}} devolvido ao cliente em {data:%d/%m/%Y}{como}.", agora)
            return feitas

    def unmark(self, ids: Sequence[int]) -> Sequence[Devolucao]:
        """Say that payments wait again: they were marked by mistake.

        Raises:
            MissingError: There is no such payment.
        """
        with self._database.write() as uow:
            achadas = [each for each in (uow.devolucoes.get(row) for row in ids) if each.devolvido_em is not None]
            feitas = uow.devolucoes.update_many(
                [replace(each, devolvido_em=None, forma="", usuario="") for each in achadas]
            )
            devolucoes_livros.take_back(uow, feitas, usuario=self._usuario, agora=self._agora())
            self._tell(uow, feitas, "Pagamento de {} volta a esperar a devolução.", self._agora())
            return feitas

    def _tell(self, uow: UnitOfWork, devolucoes: Sequence[Devolucao], texto: str, agora: datetime) -> None:
        uow.eventos.add_all(
            [
                Evento(
                    empresa_id=each.empresa_id,
                    boleto_id=each.boleto_id,
                    quando=agora,
                    usuario=self._usuario,
                    tipo="devolucao",
                    texto=texto.format(format_brl(each.valor)),
                    importacao_id=each.importacao_id,
                    linha=each.linha,
                )
                for each in devolucoes
                if each.boleto_id is not None
            ]
        )


def _refuse(devolucao: Devolucao, data: date) -> None:
    if devolucao.devolvido_em is not None:
        raise RefusedError(
            "ja_devolvido",
            f"O pagamento de {format_brl(devolucao.valor)} já foi devolvido em {devolucao.devolvido_em:%d/%m/%Y}.",
            "devolvido_em",
        )
    if devolucao.data is not None and data < devolucao.data:
        raise RefusedError(
            "antes_do_pagamento",
            f"O cliente só pagou em {devolucao.data:%d/%m/%Y}; a devolução não pode ser de antes.",
            "data",
        )
