"""Answers of banks, read with distrust: any bytes may come, and the same field comes as text here and as number there.

Nothing here raises. What cannot be read is ``None`` or empty; money is read as `Decimal`, never as float.
"""

import base64
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from finbank_desktop.domain import pix as br_code
from finbank_desktop.domain.codigo_barras import CodigoBarrasError, parse_codigo_barras, to_codigo_barras
from finbank_desktop.domain.documentos import TAMANHO_CNPJ, TAMANHO_CPF, compact
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.gateway.port import Resposta

Json: TypeAlias = Mapping[str, "Json"] | list["Json"] | str | int | Decimal | bool | None

_BRASILIA = timezone(timedelta(hours=-3))
"""The banks' day; Brazil has kept no summer time since 2019."""
_MAIOR_EXPOENTE = 15
_PRIMEIRO_ANO = 1900
_FORMATOS = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d%m%Y")


def parse(resposta: Resposta) -> Json:
    """Return the JSON of an answer; ``None`` when it holds none."""
    try:
        texto = resposta.corpo.decode("utf-8-sig")
    except UnicodeDecodeError:
        texto = resposta.corpo.decode("latin-1")
    try:
        lido: Json = json.loads(texto, parse_float=Decimal, parse_constant=lambda _: None)
    except (ValueError, RecursionError, InvalidOperation):
        return None
    return lido


def achar(dados: Json, *caminho: str | int) -> Json:
    """Return what lies at *caminho*; ``None`` when the way ends before."""
    for passo in caminho:
        if isinstance(passo, str) and isinstance(dados, Mapping):
            dados = dados.get(passo)
        elif isinstance(passo, int) and isinstance(dados, list) and -len(dados) <= passo < len(dados):
            dados = dados[passo]
        else:
            return None
    return dados


def objetos(dados: Json, *caminho: str | int) -> list[Mapping[str, Json]]:
    """Return the objects of the list at *caminho*; a single object counts as a list of one."""
    achado = achar(dados, *caminho)
    linhas = achado if isinstance(achado, list) else [achado]
    return [linha for linha in linhas if isinstance(linha, Mapping)]


def texto(dados: Json, *caminho: str | int) -> str:
    """Return a text without blanks at its ends; a number as its digits, anything else as nothing."""
    achado = achar(dados, *caminho)
    if isinstance(achado, str):
        return achado.strip()
    if isinstance(achado, bool) or not isinstance(achado, int | Decimal):
        return ""
    try:
        return str(achado)
    except ValueError:  # an integer of thousands of digits
        return ""


def primeiro(dados: Json, nomes: Iterable[str]) -> str:
    """Return the first of the fields *nomes* that says something: the same thing has two names at some banks."""
    return next((valor for nome in nomes if (valor := texto(dados, nome))), "")


def digitos(dados: Json, *caminho: str | int) -> str:
    """Return the digits of a text or number."""
    return "".join(letra for letra in texto(dados, *caminho) if letra.isascii() and letra.isdigit())


def centavos(dados: Json, *caminho: str | int) -> Centavos | None:
    """Return an amount in reais, number or text, as centavos; ``None`` when it is none or has a broken centavo."""
    bruto = texto(dados, *caminho)
    if "," in bruto:
        bruto = bruto.replace(".", "").replace(",", ".")
    try:
        valor = Decimal(bruto)
    except InvalidOperation:
        return None
    if not valor.is_finite() or abs(valor.adjusted()) > _MAIOR_EXPOENTE:
        return None
    inteiro = valor.scaleb(2)
    return int(inteiro) if inteiro == inteiro.to_integral_value() else None


def positivo(dados: Json, *caminho: str | int) -> Centavos | None:
    """Return an amount as `centavos` does, and ``None`` for zero: some banks write 0 for what they do not tell."""
    return centavos(dados, *caminho) or None


def centavos_inteiros(dados: Json, *caminho: str | int) -> Centavos | None:
    """Return an amount that the bank writes in whole centavos; ``None`` for zero and for what is no such number."""
    bruto = texto(dados, *caminho)
    return (int(bruto) or None) if bruto.isascii() and bruto.isdigit() and len(bruto) <= _MAIOR_EXPOENTE else None


def dia(dados: Json, *caminho: str | int) -> date | None:
    """Return a date in any of the banks' spellings; an instant is taken to Brasília, 01.01.0001 is none."""
    bruto = texto(dados, *caminho)
    lido = _instante(bruto) if "T" in bruto else _data(bruto[:10])
    return lido if lido is not None and lido.year >= _PRIMEIRO_ANO else None


def documento(dados: Json, *caminho: str | int) -> str:
    """Return a CPF or CNPJ with the zeros at its left that a number loses."""
    bruto = compact(texto(dados, *caminho))
    if not bruto.strip("0"):
        return ""
    return bruto.zfill(TAMANHO_CPF if len(bruto) <= TAMANHO_CPF else TAMANHO_CNPJ)


def linha_digitavel(dados: Json, *caminho: str | int) -> str:
    """Return 47 digits whose check digits are right; else nothing."""
    bruto = digitos(dados, *caminho)
    try:
        to_codigo_barras(bruto)
    except CodigoBarrasError:
        return ""
    return bruto


def codigo_barras(dados: Json, *caminho: str | int) -> str:
    """Return 44 digits whose check digit is right; else nothing."""
    bruto = digitos(dados, *caminho)
    try:
        parse_codigo_barras(bruto)
    except CodigoBarrasError:
        return ""
    return bruto


def pix(dados: Json, *caminho: str | int) -> str:
    """Return a BR Code that holds together; else nothing."""
    bruto = texto(dados, *caminho)
    try:
        br_code.parse(bruto)
    except br_code.BrCodeError:
        return ""
    return bruto


def pdf_base64(resposta: Resposta, *caminho: str | int) -> bytes:
    """Return the PDF that an answer holds as base64; empty when there is none."""
    try:
        lido = base64.b64decode(texto(parse(resposta), *caminho), validate=False)
    except ValueError:
        return b""
    return lido if lido.startswith(b"%PDF") else b""


def _data(bruto: str) -> date | None:
    for formato in _FORMATOS:
        try:
            return datetime.strptime(bruto, formato).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    return None


def _instante(bruto: str) -> date | None:
    try:
        lido = datetime.fromisoformat(bruto)
        return (lido if lido.tzinfo is None else lido.astimezone(_BRASILIA)).date()
    except (ValueError, OverflowError):
        return None
