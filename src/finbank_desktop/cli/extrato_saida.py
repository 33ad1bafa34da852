"""What `finbank arquivos ler` says of a statement."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from finbank_desktop.cli.output import Exit, Saida, money, problem_object, quantos
from finbank_desktop.domain.extratos import (
    ContaExtrato,
    Extrato,
    LinhaExtrato,
    LinhaQuarentena,
    Natureza,
    identidades,
)
from finbank_desktop.domain.valores import format_brl

_LAYOUTS: dict[str, str | int] = {"cnab240": 240}
_KINDS = {Natureza.LANCAMENTO: "lançamento", Natureza.SALDO: "saldo", Natureza.PREVISTO: "previsto"}
_CODE = 3
"""Digits of a bank's number."""


def show(extrato: Extrato, path: Path, saida: Saida, *, lines: bool) -> Exit:
    """Write the statement, with or without its lines."""
    if saida.json:
        saida.object(_object(extrato, lines=lines))
    else:
        _tell(extrato, path, saida, lines=lines)
    return Exit.DONE


def _object(extrato: Extrato, *, lines: bool) -> dict[str, Any]:
    contas = extrato.contas
    lancamentos = sum(linha.natureza is Natureza.LANCAMENTO for conta in contas for linha in conta.linhas)
    return {
        "kind": "extrato",
        "product": "extrato",
        "layout": _LAYOUTS.get(extrato.formato, extrato.formato),
        "bank": _bank(contas[0].banco) if contas else None,
        "layout_bank": None,
        "company": None,
        "company_document": None,
        "generation_date": extrato.gerado,
        "file_sequence": None,
        "record_types": extrato.registros,
        "segments": extrato.segmentos,
        "totals": {"titles": lancamentos, "valor_titulo": money(sum(c.soma for c in contas)), "valor_pago": None},
        "accounts": [_account(conta, lines=lines) for conta in contas],
        "problems": [problem_object(each.problem) for conta in contas for each in conta.quarentena]
        + [problem_object(problem) for problem in extrato.problems],
    }


def _bank(banco: str) -> str | None:
    """Return the bank's three digits of ``0237`` or ``1``; what is no number stays as it is written."""
    digits = banco.strip().lstrip("0")
    return digits.zfill(_CODE) if digits.isdecimal() and len(digits) <= _CODE else banco or None


def _account(conta: ContaExtrato, *, lines: bool) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "bank": conta.banco or None,
        "branch": conta.agencia or None,
        "account": conta.conta or None,
        "currency": conta.moeda,
        "balance": money(conta.saldo),
        "balance_date": conta.saldo_data,
    }
    if lines:
        shown["lines"] = list(_lines(conta))
    return shown


def _lines(conta: ContaExtrato) -> Iterator[dict[str, Any]]:
    known = {id(linha): identidade for linha, identidade in zip(conta.linhas, identidades(conta.linhas), strict=True)}
    for linha in conta.em_ordem:
        identidade = known.get(id(linha))
        yield {
            "date": linha.data,
            "amount": money(linha.valor) if isinstance(linha, LinhaExtrato) else None,
            "text": linha.texto,
            "fitid": linha.fitid or None,
            "document": linha.documento or None,
            "identity": None
            if identidade is None
            else f"{identidade.data}|{identidade.valor}|{identidade.texto}|{identidade.ordinal}",
            "kind": linha.natureza.value if isinstance(linha, LinhaExtrato) else "quarentena",
        }


def _tell(extrato: Extrato, path: Path, saida: Saida, *, lines: bool) -> None:
    gerado = "" if extrato.gerado is None else f", de {extrato.gerado:%d/%m/%Y}"
    saida.line(f"{path.name}: extrato {extrato.formato.upper()}{gerado}")
    for conta in extrato.contas:
        saldo = "" if conta.saldo is None else f", saldo {format_brl(conta.saldo)}"
        dia = "" if conta.saldo is None or conta.saldo_data is None else f" em {conta.saldo_data:%d/%m/%Y}"
        quem = " ".join(parte for parte in (conta.banco, conta.agencia, conta.conta) if parte) or "sem número"
        saida.line(f"  conta {quem}: {quantos(len(conta.em_ordem), 'linha')}{saldo}{dia}")
        for linha in conta.em_ordem if lines else ():
            saida.line(_line(linha))
        saida.problems(each.problem for each in conta.quarentena)
    saida.problems(extrato.problems)


def _line(linha: LinhaExtrato | LinhaQuarentena) -> str:
    dia = "" if linha.data is None else f"{linha.data:%d/%m/%Y}"
    if isinstance(linha, LinhaExtrato):
        valor, tipo = format_brl(linha.valor), _KINDS.get(linha.natureza, linha.natureza.value)
    else:
        valor, tipo = "", "quarentena"
    return f"  {linha.linha:>6}  {dia:<10} {valor:>16}  {tipo:<10} {linha.texto}"
