"""Ending a boleto by hand, or sending a refused one again; what is possible depends on where it stands at the bank."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.problems import Problem, RefusedError
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import pedidos
from finbank_desktop.services.operacao_plan import Alteracao, OperacaoPlan, OperacaoRow

_FORA_DO_BANCO = (NoBanco.NAO_ENVIADO, NoBanco.PENDENTE_REMESSA, NoBanco.RECUSADO, NoBanco.BAIXADO_NO_BANCO)


class BoletosVidaService:
    """Plans the ends of boletos; `OperacoesService.apply` writes them."""

    def __init__(self, database: Database, *, agora: Callable[[], datetime]) -> None:
        """Read from *database*; *agora* tells which day it is."""
        self._database = database
        self._agora = agora

    def plan_cancelar(self, ids: Sequence[int], motivo: str = "", *, cancelar_contas: bool = False) -> OperacaoPlan:
        """Return what cancelling boletos changes; nothing is written.

        A title the bank has is asked back from it (pedido de baixa); one in a remessa that was not confirmed cannot be
        cancelled: cancel the remessa first, or wait for the retorno. Its contas a receber stay open for another boleto,
        unless they are cancelled too.

        Raises:
            MissingError: There is no such boleto.
        """
        return self._plan(ids, Situacao.CANCELADO, motivo, "cancelado", cancelar_contas=cancelar_contas, parcial=False)

    def plan_inativar(self, ids: Sequence[int], motivo: str = "") -> OperacaoPlan:
        """Return what making boletos inactive changes: they are collected no more, whatever was paid of them.

        Raises:
            MissingError: There is no such boleto.
        """
        return self._plan(ids, Situacao.INATIVO, motivo, "inativado", cancelar_contas=False, parcial=True)

    def plan_reenviar(self, ids: Sequence[int]) -> OperacaoPlan:
        """Return what sending refused boletos again changes: they wait for the next remessa.

        Raises:
            MissingError: There is no such boleto.
        """
        with self._database.read() as uow:
            boletos = named(uow, ids)
            nomes = names(uow, boletos)
        rows, pares = [], []
        for boleto in boletos:
            problems = []
            if boleto.no_banco is not NoBanco.RECUSADO:
                problems.append(
                    Problem(message=f"O banco não recusou este boleto; ele está: {boleto.no_banco}.", field="no_banco")
                )
            elif not boleto.situacao.is_open:
                problems.append(Problem(message=f"O boleto está {str(boleto.situacao).lower()}.", field="situacao"))
            else:
                detalhe = "Registrar de novo"
                depois = replace(boleto, no_banco=NoBanco.PENDENTE_REMESSA, no_banco_detalhe=detalhe, comando="01")
                pares.append((boleto, depois))
            efeito = "Vai de novo na próxima remessa."
            rows.append(row_of(boleto, nomes, efeito, problems))
        eventos = tuple((b.id, "reenviar", "Corrigido; vai de novo na próxima remessa.") for b, _ in pares)
        return OperacaoPlan(
            empresa_id=boletos[0].empresa_id if boletos else 0,
            tipo="reenviar",
            texto=f"Reenviar {len(pares)} {_plural(pares)} recusados.",
            rows=tuple(rows),
            alteracao=Alteracao(boletos=tuple(pares), eventos=eventos),
        )

    def _plan(
        self, ids: Sequence[int], fim: Situacao, motivo: str, verbo: str, *, cancelar_contas: bool, parcial: bool
    ) -> OperacaoPlan:
        with self._database.read() as uow:
            boletos = named(uow, ids)
            nomes = names(uow, boletos)
            plans = [(boleto, end(boleto, fim, motivo, parcial=parcial)) for boleto in boletos]
            alteracao = _contas(uow, [b for b, (d, _, _) in plans if d]) if cancelar_contas else Alteracao()
        rows = [row_of(boleto, nomes, efeito, problems) for boleto, (_, efeito, problems) in plans]
        pares = [(boleto, depois) for boleto, (depois, _, _) in plans if depois is not None]
        eventos = [(b.id, verbo, efeito) for b, (depois, efeito, _) in plans if depois is not None]
        porque = f" ({motivo})" if motivo else ""
        return OperacaoPlan(
            empresa_id=boletos[0].empresa_id if boletos else 0,
            tipo=verbo,
            texto=f"{len(pares)} {_plural(pares)} {verbo}{'s' if len(pares) != 1 else ''}{porque}.",
            rows=tuple(rows),
            alteracao=alteracao + Alteracao(boletos=tuple(pares), eventos=tuple(eventos)),
        )


def end(
    boleto: Boleto, fim: Situacao, motivo: str = "", *, parcial: bool = False
) -> tuple[Boleto | None, str, list[Problem]]:
    """Return *boleto* cancelled or made inactive, what happens in words, and what stands in the way."""
    problems = list(_why_not(boleto, parcial=parcial))
    if problems:
        return None, f"Fica como está: {problems[0].message}", problems
    porque = f" ({motivo})" if motivo else ""
    depois = replace(boleto, situacao=fim)
    efeito = f"Passa a {str(fim).lower()}{porque}."
    unsent = boleto.pedido is not None and not boleto.pedido.enviado
    if boleto.no_banco in pedidos.CONHECIDOS or unsent:
        depois = pedidos.ask(depois, Comando.BAIXAR, f"Pedir a baixa: {str(fim).lower()}")
        onde = boleto.pedido.no_banco if boleto.pedido else boleto.no_banco
        por = "por API" if onde is NoBanco.REGISTRADO_POR_API else "na próxima remessa"
        efeito = f"Passa a {str(fim).lower()}{porque}; o banco será avisado {por}."
    elif boleto.no_banco is NoBanco.PENDENTE_REMESSA:
        depois = replace(depois, no_banco=NoBanco.NAO_ENVIADO, no_banco_detalhe="", comando="01")
    return depois, efeito, []


def _why_not(boleto: Boleto, *, parcial: bool) -> Iterator[Problem]:
    if boleto.situacao is Situacao.BAIXADO_PARCIALMENTE and not parcial:
        yield Problem(
            message=f"Já foram pagos {format_brl(boleto.valor_pago)} deste boleto.",
            fix="Faça um novo boleto do saldo, ou inative este.",
            field="situacao",
        )
    elif not boleto.situacao.is_open and boleto.situacao is not Situacao.RASCUNHO:
        yield Problem(message=f"O boleto já está {str(boleto.situacao).lower()}.", field="situacao")
    if boleto.pedido is not None and boleto.pedido.enviado:
        yield Problem(
            message=f"O banco ainda não respondeu: {boleto.pedido.detalhe}.", fix="Espere o retorno.", field="comando"
        )
    elif boleto.no_banco is NoBanco.NA_REMESSA:
        yield Problem(
            message=f"O boleto está na remessa {boleto.no_banco_detalhe}, que ainda não foi confirmada.",
            fix="Cancele antes a remessa.",
            field="no_banco",
        )
    elif boleto.no_banco is NoBanco.ENVIADO:
        yield Problem(
            message="O boleto foi enviado ao banco, que ainda não respondeu.",
            fix="Espere o retorno; depois ele pode ser cancelado com pedido de baixa.",
            field="no_banco",
        )


def _contas(uow: UnitOfWork, boletos: Iterable[Boleto]) -> Alteracao:
    contas = uow.contas_receber.get_many(item.conta_receber_id for b in boletos for item in b.itens)
    return Alteracao(
        contas=tuple(
            (conta, replace(conta, situacao=Situacao.CANCELADO))
            for conta in contas.values()
            if conta.situacao is Situacao.EM_ABERTO
        )
    )


def row_of(boleto: Boleto, nomes: dict[int, str], efeito: str, problems: Sequence[Problem]) -> OperacaoRow:
    """Return the row of *boleto*; its sentence says so when it stays as it is."""
    return OperacaoRow(
        boleto_id=boleto.id,
        titulo=f"{boleto.numero_documento} · {nomes[boleto.pessoa_id]}",
        efeito=f"Fica como está: {problems[0].message}" if problems else efeito,
        problems=tuple(problems),
    )


def named(uow: UnitOfWork, ids: Sequence[int]) -> list[Boleto]:
    """Return the boletos *ids*, in that order.

    Raises:
        RefusedError: One does not exist, or none was named.
    """
    if not ids:
        raise RefusedError("nenhum_boleto", "Escolha ao menos um boleto.")
    achados = uow.boletos.get_many(ids)
    return [achados.get(row) or uow.boletos.get(row) for row in dict.fromkeys(ids)]


def names(uow: UnitOfWork, boletos: Iterable[Boleto]) -> dict[int, str]:
    """Return the names of the pagadores, by id."""
    return {row: pessoa.nome for row, pessoa in uow.pessoas.get_many(b.pessoa_id for b in boletos).items()}


def _plural(itens: Sequence[object]) -> str:
    return "boleto" if len(itens) == 1 else "boletos"
