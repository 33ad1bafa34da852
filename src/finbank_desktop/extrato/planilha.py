"""Statements as tables: rows and the user's word on what each column is become the same lines as any other file's.

Which column is which is asked and remembered by the assistant for tables; this only reads.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from finbank_desktop.domain.extratos import Extrato, LinhaExtrato, LinhaQuarentena, Natureza
from finbank_desktop.domain.planilhas import Celula, Linha
from finbank_desktop.domain.problems import Problem, RefusedError
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.extrato import conferencia
from finbank_desktop.extrato.rascunho import Rascunho
from finbank_desktop.extrato.saldos import is_saldo
from finbank_desktop.extrato.valores import parse_data, parse_valor

_DEBITO = frozenset({"D", "DB", "DEB", "DEBITO", "DÉBITO", "SAIDA", "SAÍDA", "-"})
_CREDITO = frozenset({"C", "CR", "CRED", "CREDITO", "CRÉDITO", "ENTRADA", "+"})
_SHOWN = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Colunas:
    """Which column, from 0, holds what.

    Attributes:
        data: The day.
        valor: The amount with its sign; or the amount whose sign *sinal* tells.
        credito: The amount of what came in, where in and out have a column each.
        debito: The amount of what went out, with or without a sign.
        sinal: ``D`` or ``C``.
        texto: The words, in the order they are joined.
        documento: The number of the document.
        saldo: The balance after the line; that of the newest line is the account's.
    """

    data: int
    valor: int | None = None
    credito: int | None = None
    debito: int | None = None
    sinal: int | None = None
    texto: tuple[int, ...] = ()
    documento: int | None = None
    saldo: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conta:
    """Whose statement it is, which a table seldom says."""

    banco: str = ""
    agencia: str = ""
    conta: str = ""
    moeda: str = "BRL"
    formato: str = field(default="csv")


def read(rows: Iterable[Linha], colunas: Colunas, conta: Conta, *, hoje: date | None = None) -> Extrato:
    """Return the statement in a table.

    Args:
        rows: The rows below the header; blank ones may be there.
        colunas: What the columns are.
        conta: Whose statement it is, and ``csv`` or ``xlsx``.
        hoje: Lines after it are *previstos*.

    Raises:
        RefusedError: No row holds anything.
    """
    draft = Rascunho(banco=conta.banco, agencia=conta.agencia, conta=conta.conta, moeda=conta.moeda, e_extrato=True)
    balances: list[tuple[date, Centavos]] = []
    for row in rows:
        if any(_text(celula) for celula in row.celulas):
            _take(draft, row, colunas, balances)
    if not draft.ordem:
        raise RefusedError("extrato_vazio", "A tabela não tem nenhum lançamento. Confira se o período está certo.")
    _settle(draft, balances)
    feita = draft.conta_extrato(None, hoje)
    problems = conferencia.check(feita, draft)
    return Extrato(formato=conta.formato, contas=(feita,), problems=tuple(problems), registros={"linhas": draft.ordem})


def _take(draft: Rascunho, row: Linha, colunas: Colunas, balances: list[tuple[date, Centavos]]) -> None:
    numero, celulas = row.numero, row.celulas

    def cell(at: int | None) -> Celula:
        return celulas[at] if at is not None and at < len(celulas) else None

    draft.ordem += 1
    texto = " ".join(part for part in (_text(cell(at)) for at in colunas.texto) if part)
    documento = _text(cell(colunas.documento))
    data = _date(cell(colunas.data))
    valor = _amount(cell(colunas.valor), cell(colunas.credito), cell(colunas.debito), cell(colunas.sinal))
    balance = _centavos(cell(colunas.saldo))
    saldo = is_saldo(texto)
    if saldo and valor is None:
        valor = balance
    if data is None or valor is None:
        draft.quarentena.append(
            LinhaQuarentena(
                linha=numero,
                conteudo="; ".join(_text(celula) for celula in celulas)[:_SHOWN],
                problem=_wrong(numero, cell(colunas.data), data),
                data=data,
                texto=texto,
                documento=documento,
                ordem=draft.ordem,
            )
        )
        return
    if saldo:
        draft.note_saldo(texto, valor)
    else:
        draft.moveu = True
        if balance is not None:
            balances.append((data, balance))
    draft.linhas.append(
        LinhaExtrato(
            linha=numero,
            data=data,
            valor=valor,
            texto=texto,
            natureza=Natureza.SALDO if saldo else Natureza.LANCAMENTO,
            documento=documento,
            ordem=draft.ordem,
        )
    )


def _settle(draft: Rascunho, balances: list[tuple[date, Centavos]]) -> None:
    """Take the account's balance from the end that has the later day; on a single day no end is certain."""
    if not balances or (len(balances) > 1 and balances[0][0] == balances[-1][0]):
        return
    dia, saldo = max(balances[0], balances[-1], key=lambda each: each[0])
    draft.set_saldo(saldo, dia)


def _wrong(numero: int, celula: Celula, data: date | None) -> Problem:
    if data is None:
        shown = _text(celula)[:40]
        message = f"A data “{shown}” não existe." if shown else "A linha não traz data."
    else:
        message = "A linha não traz um valor que possa ser lido com certeza."
    fix = "Confira no extrato do banco e lance à mão, se for um lançamento."
    return Problem(message=message, fix=fix, line=numero, field="data" if data is None else "valor")


def _amount(valor: Celula, credito: Celula, debito: Celula, sinal: Celula) -> Centavos | None:
    """Return the amount by whichever columns there are; two that disagree give none."""
    if _text(valor):
        amount = _centavos(valor)
        side = _text(sinal).upper()
        if not side or amount is None:
            return amount
        return -abs(amount) if side in _DEBITO else abs(amount) if side in _CREDITO else None
    entrou, saiu = _centavos(credito) or 0, _centavos(debito) or 0
    unread = (_text(credito) and _centavos(credito) is None) or (_text(debito) and _centavos(debito) is None)
    if unread or (entrou and saiu) or not (_text(credito) or _text(debito)):
        return None
    return entrou - abs(saiu)


def _centavos(celula: Celula) -> Centavos | None:
    if isinstance(celula, Decimal):
        exact = celula.is_finite() and celula * 100 == (celula * 100).to_integral_value()
        return int(celula * 100) if exact else None
    texto = _text(celula).upper()
    if texto[-1:] in {"C", "D"}:
        amount = parse_valor(texto[:-1])
        return None if amount is None else -abs(amount) if texto[-1] == "D" else abs(amount)
    return parse_valor(texto) if texto else None


def _date(celula: Celula) -> date | None:
    return celula if isinstance(celula, date) else parse_data(_text(celula))


def _text(celula: Celula) -> str:
    match celula:
        case None:
            return ""
        case date():
            return f"{celula:%d/%m/%Y}"
        case Decimal():
            return f"{celula:f}"
    return " ".join(celula.split())
