"""A boleto: one paper (and one title at the bank) for one or more contas a receber."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.encargos import Encargos
from finbank_desktop.domain.valores import Centavos

PROVISORIO = "P"
"""How the nosso número of a boleto begins while its bank, which numbers, has not: no bank's number holds letters."""


class NoBanco(StrEnum):
    """Where a boleto stands at the bank; the value is what the user reads."""

    NAO_ENVIADO = "Não enviado"
    PENDENTE_REMESSA = "Pendente de remessa"
    NA_REMESSA = "Na remessa"
    ENVIADO = "Enviado"
    REGISTRADO = "Registrado"
    RECUSADO = "Recusado"
    INSTRUCAO_PENDENTE = "Instrução pendente"
    PROTESTO = "Protesto"
    BAIXADO_NO_BANCO = "Baixado no banco"
    REGISTRADO_POR_API = "Registrado por API"


@dataclass(frozen=True, slots=True, kw_only=True)
class DadosCalculo:
    """What campo livre and nosso número are reckoned from, in the vocabulary of banks and of the command line.

    Every text is digits as given, without separators; empty when it was not given. Nothing is validated here.

    Attributes:
        nosso_numero: The sequence as given, with or without what the bank puts before it.
        ano_nosso_numero: Sicredi: two digits, the year the number was given in; else that of the issue.
        codigo_servico: Banco do Brasil: the contract gives a six-digit convênio free numbers of 17 digits.
        valor: Centavos; ``None`` when it was not given.
        fator_vencimento: Four digits that stand in place of *vencimento*.
    """

    agencia: str = ""
    agencia_dv: str = ""
    conta: str = ""
    conta_dv: str = ""
    carteira: str = ""
    variacao: str = ""
    modalidade: str = ""
    posto: str = ""
    byte: str = ""
    convenio: str = ""
    codigo_beneficiario: str = ""
    codigo_beneficiario_dv: str = ""
    codigo_transmissao: str = ""
    operacao: str = ""
    incremento: str = ""
    portfolio: str = ""
    iof: str = ""
    seu_numero: str = ""
    parcela: str = ""
    emissao: str = ""
    nosso_numero: str = ""
    ano_nosso_numero: str = ""
    beneficiario_documento: str = ""
    codigo_servico: bool = False
    valor: Centavos | None = None
    vencimento: date | None = None
    fator_vencimento: str = ""
    data_documento: date | None = None
    data_processamento: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Calculo:
    """What a bank's rules make of `DadosCalculo`.

    Attributes:
        campo_livre: 25 digits.
        nosso_numero: The number as kept and as found in a retorno: the bank's full width, without check digit.
        nosso_numero_dv: Check digit, a digit or a letter; empty where the bank has none.
        nosso_numero_impresso: As printed on the boleto.
        agencia_codigo_beneficiario: As printed on the boleto.
        carteira_impressa: As printed on the boleto.
    """

    campo_livre: str
    nosso_numero: str
    nosso_numero_dv: str = ""
    nosso_numero_impresso: str
    agencia_codigo_beneficiario: str
    carteira_impressa: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoletoItem:
    """The share of one conta a receber in a boleto."""

    conta_receber_id: int
    valor: Centavos


@dataclass(frozen=True, slots=True, kw_only=True)
class Pedido:
    """What the bank is asked to do with a title it knows, until it answers.

    Attributes:
        no_banco: Where the title stood before it was asked.
        detalhe: What is asked, in words.
        enviado: Whether a remessa carries it.
        antes: The boleto's fields that changed with it, as they were; they come back when the bank refuses.
    """

    comando: Comando
    no_banco: NoBanco
    detalhe: str
    enviado: bool = False
    antes: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Boleto:
    """A boleto as it is kept.

    Nosso número, barcode and linha digitável are kept with it, never reckoned anew once the bank knows the boleto.

    Attributes:
        sequencial: The number taken from the convênio's range.
        numero_documento: *Seu número*, what the pagador knows it by.
        nosso_numero: See `Calculo`; unique within the convênio. Where the bank numbers, it begins with `PROVISORIO`
            until the bank has.
        codigo_barras: 44 digits; empty until the bank has numbered it, or after its remessa was cancelled.
        linha_digitavel: 47 digits; empty likewise.
        no_banco_detalhe: The reason of a refusal or the number of the remessa, in words.
        valor_pago: Centavos received so far, interest and fine included.
        comando: The movement of the next remessa by FEBRABAN's code (C004); ``"01"`` registers it.
        abatimento: Centavos of rebate granted; the pagador owes that much less.
        pedido: What the bank was asked and has not answered; ``None`` when nothing is pending.
        pix: The BR Code the bank gave for it; empty without one.
    """

    id: int = 0
    empresa_id: int
    filial_id: int | None = None
    convenio_id: int
    pessoa_id: int
    sequencial: int
    numero_documento: str
    nosso_numero: str
    nosso_numero_dv: str = ""
    nosso_numero_impresso: str
    agencia_codigo_beneficiario: str
    carteira_impressa: str = ""
    codigo_barras: str
    linha_digitavel: str
    emissao: date
    vencimento: date
    valor: Centavos
    especie: str = "DM"
    aceite: bool = False
    encargos: Encargos = field(default_factory=Encargos)
    instrucoes: tuple[str, ...] = ()
    itens: tuple[BoletoItem, ...] = ()
    situacao: Situacao = Situacao.EM_ABERTO
    no_banco: NoBanco = NoBanco.NAO_ENVIADO
    no_banco_detalhe: str = ""
    remessa_id: int | None = None
    comando: str = "01"
    valor_pago: Centavos = 0
    data_pagamento: date | None = None
    data_credito: date | None = None
    abatimento: Centavos = 0
    pedido: Pedido | None = None
    pix: str = ""
    versao: int = 0

    def situacao_em(self, data: date) -> Situacao:
        """Return the situação as seen on *data*: open and past its due date is `Situacao.VENCIDO`."""
        if self.situacao is Situacao.EM_ABERTO and self.vencimento < data:
            return Situacao.VENCIDO
        return self.situacao
