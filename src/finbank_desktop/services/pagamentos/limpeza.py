"""What a person typed about a payment, made tidy before it is judged."""

from dataclasses import fields, replace
from typing import Any, TypeVar

from finbank_desktop.domain.contas_pagar import ChavePixFavorecido, ContaBancaria, ContaPagar
from finbank_desktop.domain.documentos import compact
from finbank_desktop.domain.pagamentos import ConvenioPagamento

T = TypeVar("T", ContaPagar, ContaBancaria, ChavePixFavorecido, ConvenioPagamento)
_CODIGO_BANCO = 3


def _stripped(obj: T) -> T:
    textos: dict[str, Any] = {
        campo.name: " ".join(valor.split()) for campo in fields(obj) if type(valor := getattr(obj, campo.name)) is str
    }
    return replace(obj, **textos)


def conta_pagar(obj: ContaPagar) -> ContaPagar:
    """Return *obj* tidy."""
    limpa = _stripped(obj)
    barras = "".join(letra for letra in limpa.codigo_barras if letra.isalnum())
    return replace(limpa, codigo_barras=barras, final_documento=compact(limpa.final_documento))


def conta_bancaria(obj: ContaBancaria) -> ContaBancaria:
    """Return *obj* tidy: the bank's code with its zeros, check digits in capitals."""
    limpa = _stripped(obj)
    banco = limpa.banco.zfill(_CODIGO_BANCO) if limpa.banco.isdigit() else limpa.banco
    return replace(limpa, banco=banco, agencia_dv=limpa.agencia_dv.upper(), conta_dv=limpa.conta_dv.upper())


def chave_pix(obj: ChavePixFavorecido) -> ChavePixFavorecido:
    """Return *obj* tidy."""
    return _stripped(obj)


def convenio(obj: ConvenioPagamento) -> ConvenioPagamento:
    """Return *obj* tidy; empty extras go."""
    limpo = _stripped(obj)
    extras = {chave.strip(): valor.strip() for chave, valor in limpo.extras.items() if valor.strip()}
    return replace(limpo, extras=extras)
