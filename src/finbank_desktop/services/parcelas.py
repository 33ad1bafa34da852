"""One conta a receber into several: by instalments, or again every month."""

import calendar
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime

from finbank_desktop.domain.contas_receber import ContaReceber, Situacao
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.valores import Centavos, format_brl
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.contas_receber import TAMANHO_DOCUMENTO, holds
from finbank_desktop.services.operacao_plan import Alteracao, OperacaoPlan, OperacaoRow
from finbank_desktop.services.retorno_rateio import split

MAXIMO = 360
"""Thirty years of months."""


class ParcelasService:
    """Plans instalments and repetitions; `OperacoesService.apply` writes them."""

    def __init__(self, database: Database, *, agora: Callable[[], datetime]) -> None:
        """Read from *database*; *agora* tells which day it is."""
        self._database = database
        self._agora = agora

    def plan_parcelar(
        self, conta_id: int, parcelas: int, primeiro_vencimento: date, *, entrada: Centavos = 0
    ) -> OperacaoPlan:
        """Return what splitting what is owed into monthly instalments changes; nothing is written.

        The conta becomes *Renegociado*; the new ones add up to its balance to the centavo.

        Args:
            conta_id: An open conta that no boleto holds.
            parcelas: How many, the down payment included.
            primeiro_vencimento: Of the first; the others follow month by month, on the same day where there is one.
            entrada: Amount of the first one, when it differs.

        Raises:
            MissingError: There is no such conta.
        """
        hoje = self._agora().date()
        with self._database.read() as uow:
            conta = uow.contas_receber.get(conta_id)
            nome = uow.pessoas.get(conta.pessoa_id).nome
            valores = _amounts(conta.saldo, parcelas, entrada)
            problems = [*_held(uow, conta), *_wrong(conta.saldo, parcelas, entrada)]
            novas = [] if problems else instalments(conta, valores, primeiro_vencimento, hoje)
            problems += list(_taken(uow, novas))
        texto = f"{conta.documento} ({format_brl(conta.saldo)}) em {parcelas} parcelas."
        return _plan(conta, nome, novas, problems, "parcelar", texto, fecha=True)

    def plan_repetir(self, conta_id: int, vezes: int) -> OperacaoPlan:
        """Return what repeating a conta every month changes; nothing is written.

        Args:
            conta_id: The conta.
            vezes: How many more there will be, each a month after the last.

        Raises:
            MissingError: There is no such conta.
        """
        hoje = self._agora().date()
        with self._database.read() as uow:
            conta = uow.contas_receber.get(conta_id)
            nome = uow.pessoas.get(conta.pessoa_id).nome
            problems = [] if 0 < vezes <= MAXIMO else [_count(vezes)]
            novas = [] if problems else repetitions(conta, vezes, hoje)
            problems += list(_taken(uow, novas))
        texto = f"{conta.documento} ({format_brl(conta.valor)}) repetida por mais {vezes} meses."
        return _plan(conta, nome, novas, problems, "repetir", texto, fecha=False)


def instalments(
    conta: ContaReceber, valores: list[Centavos], primeiro: date, hoje: date, raiz: str = ""
) -> list[ContaReceber]:
    """Return new contas of those amounts, one a month, made of *conta*; *raiz* stands in place of its codigo."""
    raiz = raiz or conta.codigo
    quantas = len(valores)
    return [
        replace(
            conta,
            id=0,
            codigo=f"{raiz}/{n}",
            documento=_numbered(conta.documento, f"/{n:02d}"),
            descricao=f"{conta.descricao} (parcela {n}/{quantas})".strip(),
            emissao=min(hoje, add_meses(primeiro, n - 1)),
            vencimento=add_meses(primeiro, n - 1),
            valor=valor,
            valor_baixado=0,
            situacao=Situacao.EM_ABERTO,
            gerada_de_id=conta.id or None,
            versao=0,
        )
        for n, valor in enumerate(valores, start=1)
    ]


def repetitions(conta: ContaReceber, vezes: int, hoje: date) -> list[ContaReceber]:
    """Return *vezes* contas like *conta*, each due a month after the last."""
    saida = []
    for n in range(1, vezes + 1):
        vencimento = add_meses(conta.vencimento, n)
        saida.append(
            replace(
                conta,
                id=0,
                codigo=f"{conta.codigo}-{vencimento:%Y%m}",
                documento=_numbered(conta.documento, f"-{vencimento:%m%y}"),
                emissao=min(hoje, vencimento),
                vencimento=vencimento,
                valor_baixado=0,
                situacao=Situacao.EM_ABERTO,
                gerada_de_id=conta.id,
                versao=0,
            )
        )
    return saida


def add_meses(dia: date, meses: int) -> date:
    """Return the same day *meses* later, or the last one of a month too short for it.

    >>> add_meses(date(2026, 1, 31), 1), add_meses(date(2026, 11, 20), 14)
    (datetime.date(2026, 2, 28), datetime.date(2028, 1, 20))
    """
    ano, mes = divmod(dia.year * 12 + dia.month - 1 + meses, 12)
    ultimo = calendar.monthrange(ano, mes + 1)[1]
    return date(ano, mes + 1, min(dia.day, ultimo))


def _amounts(saldo: Centavos, parcelas: int, entrada: Centavos) -> list[Centavos]:
    if not entrada:
        return split(saldo, [1] * max(parcelas, 0))
    return [entrada, *split(saldo - entrada, [1] * max(parcelas - 1, 0))]


def _numbered(documento: str, sufixo: str) -> str:
    return documento[: TAMANHO_DOCUMENTO - len(sufixo)] + sufixo


def _held(uow: UnitOfWork, conta: ContaReceber) -> Iterator[Problem]:
    if not conta.situacao.is_open:
        yield Problem(message=f"A conta está {str(conta.situacao).lower()}.", field="situacao")
    preso = next((b for b in uow.boletos.of_contas([conta.id]).get(conta.id, []) if holds(b)), None)
    if preso is not None:
        yield Problem(
            message=f"A conta está no boleto {preso.nosso_numero_impresso}.",
            fix="Use Fazer acordo, que cancela o boleto e faz os novos.",
            field="boleto",
        )


def _wrong(saldo: Centavos, parcelas: int, entrada: Centavos) -> Iterator[Problem]:
    if not 2 <= parcelas <= MAXIMO:  # noqa: PLR2004 - one instalment is none
        yield Problem(message=f"Escolha de 2 a {MAXIMO} parcelas.", field="parcelas")
    elif entrada < 0 or saldo - entrada < parcelas - bool(entrada):
        yield Problem(message="Cada parcela tem de ter ao menos um centavo.", field="entrada")


def _count(vezes: int) -> Problem:
    return Problem(message=f"Escolha de 1 a {MAXIMO} repetições, não {vezes}.", field="vezes")


def _taken(uow: UnitOfWork, novas: list[ContaReceber]) -> Iterator[Problem]:
    if novas:
        for codigo in uow.contas_receber.find_many_by_codigo(novas[0].empresa_id, [c.codigo for c in novas]):
            yield Problem(message=f"Já existe a conta a receber {codigo}.", field="codigo")


def _plan(
    conta: ContaReceber,
    nome: str,
    novas: list[ContaReceber],
    problems: list[Problem],
    tipo: str,
    texto: str,
    *,
    fecha: bool,
) -> OperacaoPlan:
    if problems:
        row = OperacaoRow(
            conta_receber_id=conta.id,
            titulo=f"{conta.documento} · {nome}",
            efeito=f"Fica como está: {problems[0].message}",
            problems=tuple(problems),
        )
        return OperacaoPlan(empresa_id=conta.empresa_id, tipo=tipo, texto=texto, rows=(row,), alteracao=Alteracao())
    rows = tuple(
        OperacaoRow(
            conta_receber_id=conta.id,
            titulo=f"{nova.documento} · {nome}",
            efeito=f"{format_brl(nova.valor)}, vence em {nova.vencimento:%d/%m/%Y}.",
        )
        for nova in novas
    )
    fechada = ((conta, replace(conta, situacao=Situacao.RENEGOCIADO)),) if fecha else ()
    return OperacaoPlan(
        empresa_id=conta.empresa_id,
        tipo=tipo,
        texto=texto,
        rows=rows,
        alteracao=Alteracao(contas=fechada, novas_contas=tuple(novas)),
    )
