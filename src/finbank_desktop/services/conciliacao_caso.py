"""A matching without a database: a case as JSON, what may belong together as plain data.

The shapes are those of `finbank conciliacao sugerir`.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from finbank_desktop.conciliacao.modelo import Caso, Linha, Lote, Par, Sugestao, Titulo
from finbank_desktop.conciliacao.sugestao import suggest
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.valores import Centavos, format_decimal, parse_decimal

__all__ = ["Sugestao", "as_object", "open_case", "read_case", "suggest"]

_Feito = TypeVar("_Feito")
_TEXTOS = ("name", "document", "cpf_cnpj", "nosso_numero")
_VALORES = ("juros_dia", "multa", "desconto")


def open_case(path: Path) -> Caso:
    """Return the case in the file *path*; see `read_case`.

    Raises:
        RefusedError: It is no such case.
        OSError: It cannot be opened.
    """
    try:
        return read_case(path.read_text("utf-8-sig"))
    except UnicodeDecodeError:
        _refuse("o arquivo não é texto em UTF-8")


def read_case(text: str) -> Caso:
    """Return the case that *text* describes.

    Raises:
        RefusedError: It is no such case; the sentence names the first row and key at fault.
    """
    try:
        data = json.loads(text)
    except ValueError as error:
        _refuse(f"o arquivo não é JSON: {error}")
    if not isinstance(data, Mapping):
        _refuse("o arquivo de um caso é um objeto com lines e titles")
    linhas = _rows(data, "lines", _linha)
    titulos = _rows(data, "titles", _titulo)
    lotes = _rows(data, "batches", _lote) if data.get("batches") is not None else []
    for name, ids in (
        ("lines", [linha.id for linha in linhas]),
        ("titles", [titulo.id for titulo in titulos]),
        ("batches", [lote.id for lote in lotes]),
    ):
        if len(set(ids)) < len(ids):
            _refuse(f"dois itens de {name} têm o mesmo id; cada um precisa do seu")
    return Caso(linhas=linhas, titulos=titulos, lotes=lotes)


def as_object(sugestao: Sugestao) -> dict[str, Any]:
    """Return what was found in the contract's shape."""
    return {"pairs": [_pair(par) for par in sugestao.pares], "unmatched": list(sugestao.sem_par)}


def _pair(par: Par) -> dict[str, Any]:
    shown: dict[str, Any] = {"line": par.linha, "titles": list(par.titulos)}
    if par.lote:
        shown["batch"] = par.lote
    shown |= {"band": par.faixa.value, "score": par.pontos, "why": par.porque}
    if par.diferenca:
        shown["difference"] = format_decimal(par.diferenca)
    return shown


def _linha(row: Mapping[str, Any], where: str) -> Linha:
    return Linha(
        id=_text(row, "id", where),
        data=_date(row, "date", where),
        valor=_amount(row, "amount", where),
        texto=_text(row, "text", where, obrigatorio=False),
    )


def _titulo(row: Mapping[str, Any], where: str) -> Titulo:
    nome, documento, cpf_cnpj, nosso_numero = (_text(row, key, where, obrigatorio=False) for key in _TEXTOS)
    juros_dia, multa, desconto = (_amount(row, key, where, obrigatorio=False) for key in _VALORES)
    return Titulo(
        id=_text(row, "id", where),
        vencimento=_date(row, "due", where),
        valor=_amount(row, "amount", where),
        nome=nome,
        documento=documento,
        cpf_cnpj=cpf_cnpj,
        nosso_numero=nosso_numero,
        juros_dia=juros_dia,
        multa=multa,
        desconto=desconto,
    )


def _lote(row: Mapping[str, Any], where: str) -> Lote:
    titulos = row.get("titles") or []
    if not isinstance(titulos, list):
        _refuse(f"{where}: titles é uma lista de ids")
    return Lote(
        id=_text(row, "id", where),
        data_credito=_date(row, "credit_date", where),
        bruto=_amount(row, "gross", where),
        tarifas=_amount(row, "fees", where, obrigatorio=False),
        titulos=tuple(str(each) for each in titulos),
    )


def _rows(data: Mapping[str, Any], key: str, make: Callable[[Mapping[str, Any], str], _Feito]) -> list[_Feito]:
    rows = data.get(key)
    if not isinstance(rows, list):
        _refuse(f"falta {key}, uma lista de objetos")
    made = []
    for number, row in enumerate(rows, start=1):
        where = f"{key}, item {number}"
        if not isinstance(row, Mapping):
            _refuse(f"{where}: não é um objeto")
        made.append(make(row, where))
    return made


def _text(row: Mapping[str, Any], key: str, where: str, *, obrigatorio: bool = True) -> str:
    value = row.get(key)
    if value is None and not obrigatorio:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        _refuse(f"{where}: {key} é um texto")
    return str(value)


def _date(row: Mapping[str, Any], key: str, where: str) -> date:
    try:
        return date.fromisoformat(_text(row, key, where)[:10])
    except ValueError:
        _refuse(f"{where}: {key} é uma data como 2026-12-15")


def _amount(row: Mapping[str, Any], key: str, where: str, *, obrigatorio: bool = True) -> Centavos:
    value = row.get(key)
    if value is None and not obrigatorio:
        return 0
    try:
        return parse_decimal(str(value))
    except ValueError:
        _refuse(f"{where}: {key} é um valor em reais como 114.21")


def _refuse(message: str) -> NoReturn:
    raise RefusedError("caso_invalido", message[:1].upper() + message[1:] + ".")
