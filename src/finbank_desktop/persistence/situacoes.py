"""The situação of a row as seen on a day: open past its due date is *Vencido*, though it is never stored so."""

from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, case, or_

from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.persistence.listing import Condicao, members

_OPEN = [situacao.name for situacao in Situacao if situacao.is_open]


def seen_on(hoje: date, situacao: ColumnElement[Any], vencimento: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return the expression of the situação's name as seen on *hoje*."""
    vencida = and_(situacao == Situacao.EM_ABERTO.name, vencimento < hoje)
    return case((vencida, Situacao.VENCIDO.name), else_=situacao)


def situacao_filter(
    hoje: date, situacao: ColumnElement[Any], vencimento: ColumnElement[Any]
) -> Callable[[Any], Condicao]:
    """Return what makes the condition that a row is seen in one of the situações given."""

    def one(quer: Situacao) -> Condicao:
        if quer is Situacao.VENCIDO:
            return and_(situacao == Situacao.EM_ABERTO.name, vencimento < hoje)
        if quer is Situacao.EM_ABERTO:
            return and_(situacao == quer.name, vencimento >= hoje)
        return situacao == quer.name

    return lambda valor: or_(*(one(quer) for quer in members(Situacao, valor, "situacao")))


def is_open(situacao: ColumnElement[Any]) -> Callable[[Any], Condicao]:
    """Return what makes the condition that money is still expected (or, for ``False``, that it is not)."""
    nao = (False, None, "", "0", "false", "nao", "não")
    return lambda valor: situacao.not_in(_OPEN) if valor in nao else situacao.in_(_OPEN)
