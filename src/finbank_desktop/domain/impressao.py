"""A boleto as it is printed: nothing here needs reckoning any more."""

from dataclasses import dataclass
from datetime import date

from finbank_desktop.domain.cadastros import Endereco
from finbank_desktop.domain.valores import Centavos


@dataclass(frozen=True, slots=True, kw_only=True)
class Parte:
    """A named party of a boleto.

    Attributes:
        documento: CPF or CNPJ, compact; printed with its separators.
    """

    nome: str
    documento: str
    endereco: Endereco


@dataclass(frozen=True, slots=True, kw_only=True)
class BoletoImpresso:
    """Everything that stands on recibo do pagador and ficha de compensação.

    Attributes:
        banco_codigo: Code with check digit, ``341-7``.
        linha_digitavel: 47 digits.
        codigo_barras: 44 digits.
        demonstrativo: Lines of the recibo: what is being charged.
        instrucoes: Lines under *Instruções*.
        aviso: A sentence printed in red, such as that the bank does not know this boleto yet; empty without one.
        logo: Path of the beneficiary's picture; empty without one.
        pix: BR Code of the bank's QR; empty without one.
    """

    banco_codigo: str
    banco_nome: str
    linha_digitavel: str
    codigo_barras: str
    local_pagamento: str
    beneficiario: Parte
    pagador: Parte
    beneficiario_final: Parte | None = None
    agencia_codigo_beneficiario: str
    nosso_numero: str
    numero_documento: str
    especie: str
    aceite: str
    carteira: str
    data_documento: date
    data_processamento: date
    vencimento: date
    valor: Centavos
    demonstrativo: tuple[str, ...] = ()
    instrucoes: tuple[str, ...] = ()
    aviso: str = ""
    logo: str = ""
    pix: str = ""
