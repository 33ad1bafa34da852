"""Undoing the import of a statement: which lines go, and what stands in the way."""

from dataclasses import dataclass

from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.persistence.records import SituacaoImportacao
from finbank_desktop.persistence.records_extratos import ExtratoImportado, LinhaGravada, SituacaoLinha
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.plans import StalePlanError


@dataclass(frozen=True, slots=True, kw_only=True)
class DesfazerExtratoPlan:
    """What undoing the import of a statement takes away, or why it cannot be.

    Attributes:
        linhas: The lines that go.
        refused: Line of the file and what stands in the way.
    """

    extrato: ExtratoImportado
    linhas: tuple[LinhaGravada, ...]
    refused: tuple[tuple[int | None, str], ...]
    texto: str

    @property
    def can(self) -> bool:
        """Whether it can be undone."""
        return not self.refused


def plan(uow: UnitOfWork, extrato_id: int) -> DesfazerExtratoPlan:
    """Return what undoing the import *extrato_id* takes away, or why it cannot be."""
    extrato = uow.extratos.get(extrato_id)
    linhas = tuple(uow.extrato_linhas.of_extrato(extrato_id))
    if extrato.situacao is SituacaoImportacao.DESFEITA:
        why = f"O extrato {extrato.codigo} já foi desfeito."
        return DesfazerExtratoPlan(extrato=extrato, linhas=(), refused=((None, why),), texto=why)
    closed = uow.fechamentos.closed_until(extrato.conta_id)
    mirrored = {v.outra_linha_id for v in uow.vinculos.mirroring(linha.id for linha in linhas)}
    refused: list[tuple[int | None, str]] = []
    for linha in linhas:
        if linha.situacao is SituacaoLinha.CONCILIADA or linha.id in mirrored:
            said = f"{linha.texto.strip() or 'lançamento'} de {linha.data:%d/%m/%Y}, {format_brl(linha.valor or 0)}"
            refused.append((linha.linha, f"{said}, está conciliado; desfaça a conciliação antes."))
        elif linha.ordinal is not None and closed is not None and linha.data is not None and linha.data <= closed:
            refused.append((linha.linha, f"o período até {closed:%d/%m/%Y} está fechado; reabra-o antes."))
    return DesfazerExtratoPlan(
        extrato=extrato,
        linhas=linhas,
        refused=tuple(refused),
        texto=f"{len(linhas)} linhas saem dos seus livros; o arquivo {extrato.arquivo} poderá ser importado de novo.",
    )


def refuse(undoing: DesfazerExtratoPlan) -> None:
    """Do nothing when *undoing* can be done.

    Raises:
        RefusedError: Lines are reconciled, or in a closed period.
    """
    if undoing.refused:
        more = f" (e mais {len(undoing.refused) - 1})" if len(undoing.refused) > 1 else ""
        raise RefusedError("nao_se_desfaz", f"Não dá para desfazer: {undoing.refused[0][1]}{more}")


def apply(uow: UnitOfWork, undoing: DesfazerExtratoPlan) -> ExtratoImportado:
    """Take the lines of *undoing* away and return the statement, undone.

    Raises:
        StalePlanError: Something moved since it was planned.
    """
    if plan(uow, undoing.extrato.id) != undoing:
        raise StalePlanError(f"id {undoing.extrato.id}")
    uow.extrato_linhas.delete_where(extrato_id=undoing.extrato.id)
    done = uow.extratos.mark_desfeita(undoing.extrato)
    if not uow.extratos.of_conta(done.conta_id):  # a file given to the wrong account must not be known by it
        uow.extrato_contas.forget(done.conta_id)
    return done
