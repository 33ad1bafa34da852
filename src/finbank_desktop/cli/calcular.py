"""`finbank boletos calcular`: JSON Lines in, JSON Lines out, no database."""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NoReturn

from finbank_desktop.bancos import calculo
from finbank_desktop.bancos.dados import SIM
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.bancos.registry import UnknownBancoError
from finbank_desktop.cli.arguments import WrongCallError
from finbank_desktop.cli.output import Exit, Saida
from finbank_desktop.domain.boletos import DadosCalculo
from finbank_desktop.domain.valores import Centavos, parse_decimal

_TEXTOS = (
    "agencia",
    "agencia_dv",
    "ano_nosso_numero",
    "conta",
    "conta_dv",
    "carteira",
    "variacao",
    "modalidade",
    "posto",
    "byte",
    "convenio",
    "codigo_beneficiario",
    "codigo_beneficiario_dv",
    "codigo_transmissao",
    "operacao",
    "incremento",
    "portfolio",
    "iof",
    "seu_numero",
    "parcela",
    "emissao",
    "nosso_numero",
    "beneficiario_documento",
    "fator_vencimento",
)


_SEU_NUMERO_DIGITS = 7
"""What a campo livre holds of it, in the banks that put it there."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Take no arguments of its own; results are JSON with and without ``--json``."""
    parser.epilog = 'cada linha da entrada: {"id", "bank": "341", "inputs": {…}}'


def run(args: argparse.Namespace, saida: Saida) -> int:  # noqa: ARG001 - every command has both
    """Answer every line in its order; 1 when one of them has an error."""
    code = Exit.DONE
    for numero, linha in enumerate(_lines(), 1):
        if linha.strip():
            answer = answer_line(linha, numero)
            saida.object(answer)
            if "error" in answer:
                code = Exit.FINDINGS
    return code


def answer_line(linha: str, numero: int) -> dict[str, Any]:
    """Return what is reckoned from one line of JSON, or the field that makes it impossible.

    Args:
        linha: One JSON object.
        numero: Its line, for the sentence about a line that is no JSON object.
    """
    try:
        case = json.loads(linha, parse_float=Decimal, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        return _refused(None, None, f"a linha {numero} não é JSON")
    if not isinstance(case, dict):
        return _refused(None, None, f"a linha {numero} não é um objeto JSON")
    try:
        banco = _text(case.get("bank")).zfill(3) if case.get("bank") else ""
        resultado = calculo.calculate(banco, read_inputs(_inputs(case)))
    except BancoError as error:
        return _refused(_id(case), error.field, error.message)
    except UnknownBancoError as error:
        return _refused(_id(case), "bank", str(error))
    except ValueError as error:  # what came out is no boleto, and no rule of the bank says by whose fault
        return _refused(_id(case), None, str(error))
    feito = resultado.calculo
    return {
        "id": _id(case),
        "campo_livre": feito.campo_livre,
        "codigo_barras": resultado.codigo_barras,
        "linha_digitavel": resultado.linha_digitavel,
        "nosso_numero": feito.nosso_numero_impresso,
        "nosso_numero_dv": feito.nosso_numero_dv or None,
        "agencia_codigo_beneficiario": feito.agencia_codigo_beneficiario,
    }


def read_inputs(inputs: Mapping[str, Any]) -> DadosCalculo:
    """Return what *inputs* say, in the contract's vocabulary; unknown names are ignored.

    Raises:
        BancoError: A date or an amount is none.
    """
    textos = {nome: _text(inputs.get(nome)) for nome in _TEXTOS}
    if not textos["seu_numero"]:
        textos["seu_numero"] = _number_of(_text(inputs.get("numero_documento")))
    # what is charged stands in the barcode, where it differs from the face value
    cobrado = "valor_cobrado" if inputs.get("valor_cobrado") is not None else "valor"
    return DadosCalculo(
        **textos,
        codigo_servico=_text(inputs.get("codigo_servico")).lower() in SIM,
        valor=_amount(inputs.get(cobrado), cobrado),
        vencimento=_date(inputs, "vencimento"),
        data_documento=_date(inputs, "data_documento"),
        data_processamento=_date(inputs, "data_processamento"),
    )


def _refuse_constant(nome: str) -> NoReturn:
    """Refuse NaN and the infinities, which Python reads although JSON has none."""
    raise ValueError(nome)


def _lines() -> Iterator[str]:
    """Yield the lines of the standard input, which is UTF-8 whatever the platform's own encoding."""
    if sys.stdin is None:
        raise WrongCallError("a entrada padrão está fechada; envie os boletos por ela, um objeto JSON por linha")
    for linha in sys.stdin.buffer:
        yield linha.decode("utf-8-sig", errors="replace")


def _id(case: Mapping[str, Any]) -> object:
    """Return the caller's own name of *case*, a number as the number it was."""
    valor = case.get("id")
    return float(valor) if isinstance(valor, Decimal) else valor


def _inputs(case: Mapping[str, Any]) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for part in ("inputs_implied", "inputs"):
        values = case.get(part) or {}
        if not isinstance(values, dict):
            raise BancoError(part, f"“{part}” não é um objeto JSON")
        merged |= {nome: valor for nome, valor in values.items() if valor is not None}
    return merged


def _text(valor: object) -> str:
    return "" if valor is None else str(valor).strip()


def _number_of(documento: str) -> str:
    """Return *documento* when it can be the seven digits of a seu número."""
    fits = documento.isascii() and documento.isdigit() and len(documento) <= _SEU_NUMERO_DIGITS
    return documento if fits else ""


def _amount(valor: object, campo: str) -> Centavos | None:
    if valor is None or valor == "":
        return None
    try:
        return parse_decimal(_text(valor))
    except ValueError as error:
        raise BancoError(campo, str(error)) from None


def _date(inputs: Mapping[str, Any], campo: str) -> date | None:
    texto = _text(inputs.get(campo))
    if not texto:
        return None
    try:
        return date.fromisoformat(texto)
    except ValueError:
        raise BancoError(campo, f"não é uma data como 2026-12-15: {texto}") from None


def _refused(case_id: object, field: str | None, message: str) -> dict[str, Any]:
    return {"id": case_id, "error": {"field": field, "message": message}}
