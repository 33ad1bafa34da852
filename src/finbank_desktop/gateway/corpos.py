"""Bodies of requests: money and percentages as banks want them, and JSON that carries a `Decimal` as it is."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.documentos import is_cnpj_length
from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.valores import Centavos, Centesimos, to_decimal

_DDD = 2
_TELEFONES = (10, 11)
_PAIS = "55"


def to_json(dados: Mapping[str, Any] | Sequence[Any]) -> bytes:
    """Return *dados* as the bytes that are sent: the journal's hash is of these.

    >>> to_json({"valor": Decimal("2.50"), "nome": "João"}).decode()
    '{"valor":2.50,"nome":"João"}'
    """
    return _escrever(dados).encode("utf-8")


def form(dados: Mapping[str, str]) -> bytes:
    """Return *dados* as a form."""
    return urlencode(dados).encode("ascii")


def sem_vazios(dados: Mapping[str, Any]) -> dict[str, Any]:
    """Return *dados* without what is ``None``, an empty text or an empty part: banks refuse nulls."""
    limpos = {nome: sem_vazios(valor) if isinstance(valor, Mapping) else valor for nome, valor in dados.items()}
    return {nome: valor for nome, valor in limpos.items() if valor is not None and valor not in ("", {}, [])}


def reais(valor: Centavos) -> Decimal:
    """Return an amount as a number with two decimals."""
    return to_decimal(valor)


def percentual(taxa: Centesimos) -> Decimal:
    """Return a percentage as a number with two decimals: 200 is 2.00."""
    return to_decimal(taxa)


def ponto(dia: date) -> str:
    """Return a date as Banco do Brasil writes it.

    >>> ponto(date(2026, 10, 5))
    '05.10.2026'
    """
    return f"{dia:%d.%m.%Y}"


def tipo_pessoa(documento: str, fisica: str, juridica: str) -> str:
    """Return the bank's word for a person or a company."""
    return juridica if is_cnpj_length(documento) else fisica


def telefone(pessoa: Pessoa) -> tuple[str, str]:
    """Return DDD and number of a Brazilian telephone; two empty texts when it is none."""
    numero = "".join(letra for letra in pessoa.telefone if letra.isascii() and letra.isdigit())
    if len(numero) > max(_TELEFONES):
        numero = numero.removeprefix(_PAIS)
    return (numero[:_DDD], numero[_DDD:]) if len(numero) in _TELEFONES else ("", "")


def tem_juros(encargos: Encargos) -> bool:
    """Whether interest runs at all."""
    return encargos.juros_tipo is not TipoJuros.ISENTO and encargos.juros > 0


def tem_multa(encargos: Encargos) -> bool:
    """Whether there is a fine."""
    return encargos.multa_tipo is not TipoMulta.ISENTA and encargos.multa > 0


def tem_desconto(encargos: Encargos) -> bool:
    """Whether there is a discount."""
    return encargos.desconto_tipo is not TipoDesconto.SEM and encargos.desconto > 0


def dia_seguinte(vencimento: date) -> date:
    """Return the first day on which interest and fine are due."""
    return vencimento + timedelta(days=1)


def limite_desconto(vencimento: date, encargos: Encargos) -> date:
    """Return the last day of the discount."""
    return vencimento - timedelta(days=encargos.desconto_dias)


def _escrever(valor: Any) -> str:
    if isinstance(valor, Mapping):
        return "{" + ",".join(f"{json.dumps(nome)}:{_escrever(parte)}" for nome, parte in valor.items()) + "}"
    if isinstance(valor, list | tuple):
        return "[" + ",".join(map(_escrever, valor)) + "]"
    return f"{valor:f}" if isinstance(valor, Decimal) else json.dumps(valor, ensure_ascii=False)
