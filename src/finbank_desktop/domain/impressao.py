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
        mensagens: Further lines for the pagador, such as opening hours or thanks.
        valor_hoje: What paying it on *hoje* is likely to cost, when that is not *valor*; the bank that takes the money
            reckons it, so that it stands on the pagador's part only.
        logo: Path of the beneficiary's picture; empty without one.
        cor: The beneficiary's colour, ``#RRGGBB``; empty for black.
        pix: BR Code of the QR; empty without one.
        pix_estatico: Whether that QR pays to the empresa's own key and the bank does not know it.
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
    mensagens: tuple[str, ...] = ()
    valor_hoje: Centavos | None = None
    hoje: date | None = None
    logo: str = ""
    cor: str = ""
    pix: str = ""
    pix_estatico: bool = False

    @property
    def emissor(self) -> tuple[object, ...]:
        """What all boletos of one beneficiary and one convênio print alike."""
        return (
            *(self.banco_codigo, self.banco_nome, self.local_pagamento, self.beneficiario),
            *(self.agencia_codigo_beneficiario, self.especie, self.aceite, self.carteira, self.logo, self.cor),
        )

    @property
    def livreto(self) -> tuple[object, ...]:
        """What the boletos of one booklet have in common: who pays whom, through which bank."""
        return (self.pagador.documento or self.pagador.nome, self.beneficiario.documento, self.banco_codigo)


PIX_ESTATICO = "Pix para a chave da empresa: não dá baixa automática."
"""Printed beside a QR that the bank does not know."""
PIX_DO_BANCO = "Pague com Pix"
