"""What the empresa owes, and where those it owes to are paid."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from finbank_desktop.domain.chaves_pix import ChavePix, TipoChave
from finbank_desktop.domain.pagamentos import ContaFavorecido, FormaPagamento, SituacaoPagamento
from finbank_desktop.domain.tributos import Tributo
from finbank_desktop.domain.valores import Centavos


class TipoContaFavorecido(StrEnum):
    """The kinds of account a favorecido may have; the value is what the user reads."""

    CORRENTE = "Conta corrente"
    POUPANCA = "Poupança"
    PAGAMENTO = "Conta de pagamento"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContaBancaria:
    """An account of a pessoa, to pay into.

    Attributes:
        codigo: Unique within the empresa; counted on where it is left empty.
        banco: Three digits; ``000`` for an institution without one, which `ispb` then names.
        principal: Taken where a conta a pagar names no other.
    """

    id: int = 0
    empresa_id: int
    pessoa_id: int
    codigo: str = ""
    banco: str
    agencia: str
    agencia_dv: str = ""
    conta: str
    conta_dv: str = ""
    ispb: str = ""
    tipo: TipoContaFavorecido = TipoContaFavorecido.CORRENTE
    principal: bool = False
    versao: int = 0

    @property
    def favorecida(self) -> ContaFavorecido:
        """What a remessa is told of it."""
        return ContaFavorecido(
            banco=self.banco,
            agencia=self.agencia,
            agencia_dv=self.agencia_dv,
            conta=self.conta,
            conta_dv=self.conta_dv,
            ispb=self.ispb,
            poupanca=self.tipo is TipoContaFavorecido.POUPANCA,
            pagamento=self.tipo is TipoContaFavorecido.PAGAMENTO,
        )

    @property
    def descricao(self) -> str:
        """It in one line, as people write it."""
        agencia = f"{self.agencia}-{self.agencia_dv}" if self.agencia_dv else self.agencia
        conta = f"{self.conta}-{self.conta_dv}" if self.conta_dv else self.conta
        return f"Banco {self.banco}, ag. {agencia}, {self.tipo.lower()} {conta}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChavePixFavorecido:
    """A Pix key of a pessoa; the same attributes as `ContaBancaria` where they are called the same."""

    id: int = 0
    empresa_id: int
    pessoa_id: int
    codigo: str = ""
    tipo: TipoChave
    chave: str
    principal: bool = False
    versao: int = 0

    @property
    def pix(self) -> ChavePix:
        """What a remessa is told of it."""
        return ChavePix(tipo=self.tipo, chave=self.chave)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContaPagar:
    """A lançamento a pagar: one payment to be made.

    Attributes:
        codigo: Unique within its empresa.
        pessoa_id: Who is paid; ``None`` for a bill or guia whose payee is no record of ours, which `nome` then names.
        documento: The number of the invoice.
        data_pagamento: The day the bank is to pay; ``None`` for the due date.
        valor: Centavos owed, as on the document.
        forma: How it is paid; ``None`` while nobody has said.
        convenio_id: The convênio de pagamento it is paid by; ``None`` for any of the empresa's.
        conta_favorecido_id: The favorecido's account; ``None`` for the main one.
        chave_favorecido_id: The favorecido's Pix key; ``None`` for the main one.
        codigo_barras: The 44 digits of a boleto or bill.
        pix_qr: Address (dynamic) or key (static) of a QR Code.
        final_nome: The company a boleto was first of (sacador avalista); empty usually.
        seu_numero: Our number of the payment to be, that no other payment ever had; the program gives it, and another
            one whenever the payment has to be sent anew.
        detalhe: What the bank last said of it, in words.
        remessa_id: The remessa that holds it; ``None`` when none does.
        autenticacao: The bank's proof of payment.
    """

    id: int = 0
    empresa_id: int
    filial_id: int | None = None
    codigo: str = ""
    pessoa_id: int | None = None
    nome: str = ""
    documento: str = ""
    descricao: str = ""
    emissao: date
    vencimento: date
    data_pagamento: date | None = None
    valor: Centavos
    desconto: Centavos = 0
    acrescimos: Centavos = 0
    forma: FormaPagamento | None = None
    convenio_id: int | None = None
    conta_favorecido_id: int | None = None
    chave_favorecido_id: int | None = None
    codigo_barras: str = ""
    pix_qr: str = ""
    pix_txid: str = ""
    mensagem: str = ""
    tributo: Tributo | None = None
    final_nome: str = ""
    final_documento: str = ""
    seu_numero: str = ""
    situacao: SituacaoPagamento = SituacaoPagamento.EM_ABERTO
    detalhe: str = ""
    remessa_id: int | None = None
    valor_pago: Centavos = 0
    pago_em: date | None = None
    autenticacao: str = ""
    versao: int = 0

    @property
    def valor_a_pagar(self) -> Centavos:
        """Centavos that leave our account."""
        return self.valor - self.desconto + self.acrescimos

    @property
    def dia(self) -> date:
        """The day it is to be paid on."""
        return self.data_pagamento or self.vencimento
