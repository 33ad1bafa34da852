"""Cancelling a remessa that went nowhere: its titles lose their códigos de barras and wait for the next one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.remessas import Remessa, SituacaoRemessa
from finbank_desktop.persistence.records import RemessaItem
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import pedidos
from finbank_desktop.services.remessa_plan import REGISTRAR


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelamentoRow:
    """One title of the remessa.

    Attributes:
        depois: The boleto once the remessa is cancelled; ``None`` when it stays as it is.
        efeito: What will happen, or why nothing can, one sentence.
        problems: An error keeps the whole remessa from being cancelled.
    """

    boleto: Boleto
    pagador: str
    depois: Boleto | None
    efeito: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelamentoPlan:
    """What cancelling a remessa changes.

    Attributes:
        problems: What stands in the way, the rows' errors included; empty when it can be cancelled.
        sem_codigo: How many boletos lose their código de barras.
    """

    remessa: Remessa
    rows: tuple[CancelamentoRow, ...]
    problems: tuple[Problem, ...]
    sem_codigo: int

    @property
    def can(self) -> bool:
        """Whether it can be cancelled."""
        return not any(problem.is_error for problem in self.problems)


def plan(uow: UnitOfWork, remessa_id: int) -> CancelamentoPlan:
    """Return what cancelling the remessa changes.

    Raises:
        MissingError: There is none with that id.
    """
    remessa = uow.remessas.get(remessa_id)
    itens = uow.remessas.itens(remessa_id)
    boletos = uow.boletos.get_many(item.boleto_id for item in itens)
    nomes = {row: p.nome for row, p in uow.pessoas.get_many(b.pessoa_id for b in boletos.values()).items()}
    rows = [_row(item, boletos[item.boleto_id], nomes[boletos[item.boleto_id].pessoa_id], remessa) for item in itens]
    problems = [*_of_remessa(remessa), *(problem for row in rows for problem in row.problems)]
    return CancelamentoPlan(
        remessa=remessa,
        rows=tuple(rows),
        problems=tuple(problems),
        sem_codigo=sum(row.depois is not None and not row.depois.codigo_barras for row in rows),
    )


def changed(rows: Sequence[CancelamentoRow]) -> list[Boleto]:
    """Return the boletos that change, as they will be."""
    return [row.depois for row in rows if row.depois is not None]


def _of_remessa(remessa: Remessa) -> Iterator[Problem]:
    if remessa.situacao is SituacaoRemessa.CANCELADA:
        yield Problem(message=f"A remessa nº {remessa.sequencia} já foi cancelada.", field="situacao")


def _row(item: RemessaItem, boleto: Boleto, pagador: str, remessa: Remessa) -> CancelamentoRow:
    if boleto.remessa_id != remessa.id:
        return CancelamentoRow(
            boleto=boleto, pagador=pagador, depois=None, efeito="Já foi em outra remessa; fica como está."
        )
    registra = item.comando == REGISTRAR
    if registra and boleto.no_banco in (NoBanco.NA_REMESSA, NoBanco.ENVIADO):
        depois = replace(
            boleto,
            no_banco=NoBanco.NAO_ENVIADO,
            no_banco_detalhe="",
            remessa_id=None,
            codigo_barras="",
            linha_digitavel="",
        )
        efeito = "Perde o código de barras e vai na próxima remessa, com código novo."
        return CancelamentoRow(boleto=boleto, pagador=pagador, depois=depois, efeito=efeito)
    if not registra and boleto.pedido is not None and boleto.pedido.enviado:
        efeito = f"{boleto.pedido.detalhe}: volta a esperar a próxima remessa."
        return CancelamentoRow(boleto=boleto, pagador=pagador, depois=pedidos.unsend(boleto), efeito=efeito)
    if not registra and boleto.no_banco is NoBanco.INSTRUCAO_PENDENTE:
        depois = replace(boleto, no_banco=NoBanco.PENDENTE_REMESSA, no_banco_detalhe="", remessa_id=None)
        return CancelamentoRow(
            boleto=boleto, pagador=pagador, depois=depois, efeito="Volta a esperar a próxima remessa."
        )
    problem = Problem(
        message=f"O boleto {boleto.numero_documento} de {pagador} já está: {str(boleto.no_banco).lower()}.",
        fix="O banco já tratou esta remessa; para tirá-lo de lá, cancele o boleto com pedido de baixa.",
        field="no_banco",
    )
    return CancelamentoRow(
        boleto=boleto, pagador=pagador, depois=None, efeito=f"Impede: {problem.message}", problems=(problem,)
    )
