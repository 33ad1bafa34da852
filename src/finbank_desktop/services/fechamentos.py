"""Closing a period of an account: nothing in it changes any more; opening it again is written down."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records_extratos import Fechamento, SituacaoLinha
from finbank_desktop.persistence.records_livros import FechamentoContabil

F = TypeVar("F", Fechamento, FechamentoContabil)


class FechamentosService:
    """Closes periods and opens them again."""

    def __init__(self, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> None:
        """Work on *database* in the name of *usuario*."""
        self._database = database
        self._usuario = usuario
        self._agora = agora

    def list(self, conta_id: int) -> Sequence[Fechamento]:
        """Return the account's closings, those opened again too, latest first."""
        with self._database.read() as uow:
            return uow.fechamentos.of_conta(conta_id)

    def fechar(self, conta_id: int, ate: date) -> Fechamento:
        """Close the account until *ate*, that day counted.

        Raises:
            RefusedError: The day is not over, lines wait, or it is closed already.
        """
        if ate >= self._agora().date():
            raise RefusedError("dia_aberto", "Só se fecha até ontem: hoje ainda podem entrar lançamentos.", "ate")
        with self._database.write() as uow:
            conta = uow.contas.get(conta_id)
            before = uow.fechamentos.closed_until(conta_id)
            if before is not None and ate <= before:
                raise RefusedError("ja_fechado", f"O período até {before:%d/%m/%Y} já está fechado.", "ate")
            waiting = [
                linha
                for linha in uow.extrato_linhas.in_state(SituacaoLinha.PENDENTE, conta_id)
                if linha.data is not None and linha.data <= ate
            ]
            if waiting:
                raise RefusedError(
                    "falta_conciliar",
                    f"Até {ate:%d/%m/%Y} ainda há {len(waiting)} a conciliar, o primeiro de "
                    f"{waiting[0].data:%d/%m/%Y}; concilie ou ignore antes de fechar.",
                    "ate",
                )
            return uow.fechamentos.add(
                Fechamento(
                    empresa_id=conta.empresa_id, conta_id=conta_id, ate=ate, quando=self._agora(), usuario=self._usuario
                )
            )

    def reabrir(self, fechamento_id: int, motivo: str) -> Fechamento:
        """Open a period again; who did it, when and why stays written down.

        Raises:
            RefusedError: No reason is given, or it is open already, or a later one stands.
        """
        with self._database.write() as uow:
            found = uow.fechamentos.get(fechamento_id)
            ultimo = uow.fechamentos.closed_until(found.conta_id)
            return uow.fechamentos.update(
                reopened(found, ultimo, motivo=motivo, usuario=self._usuario, agora=self._agora())
            )


def reopened(found: F, ultimo: date | None, *, motivo: str, usuario: str, agora: datetime) -> F:
    """Return *found* opened again.

    Args:
        found: The closing.
        ultimo: The day until which closings of the same kind stand.
        motivo: Why it is opened.
        usuario: Who opens it.
        agora: When.

    Raises:
        RefusedError: No reason is given, or it is open already, or a later one stands.
    """
    if not motivo.strip():
        raise RefusedError("sem_motivo", "Diga por que o período é reaberto; fica registrado.", "motivo")
    if found.reaberto_em is not None:
        raise RefusedError("ja_reaberto", "Este período já foi reaberto.")
    if ultimo != found.ate:
        raise RefusedError("fechado_depois", "Um período posterior está fechado; reabra-o antes.")
    return replace(found, reaberto_em=agora, reaberto_por=usuario, motivo=motivo.strip())
