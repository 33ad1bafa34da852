"""A payment to be made through a bank: how, to whom, what for.

The forms are FEBRABAN's (CNAB 240, G029) as a person calls them. DOC ended on 2024-02-29 (FEBRABAN) and is no form
here; old returns that carry it are still read.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from finbank_desktop.domain import arrecadacao
from finbank_desktop.domain.cadastros import Conta, Empresa, Endereco
from finbank_desktop.domain.chaves_pix import ChavePix
from finbank_desktop.domain.codigo_barras import TAMANHO_CODIGO_BARRAS, parse_codigo_barras, to_codigo_barras
from finbank_desktop.domain.tributos import Tributo
from finbank_desktop.domain.valores import Centavos


class FormaPagamento(StrEnum):
    """How a payment is made; the value is what the user reads."""

    CREDITO_EM_CONTA = "Crédito em conta"
    CREDITO_POUPANCA = "Crédito em poupança"
    TED = "TED"
    PIX_CHAVE = "Pix por chave"
    PIX_CONTA = "Pix por agência e conta"
    PIX_QR = "Pix QR Code"
    BOLETO = "Boleto"
    CONCESSIONARIA = "Conta de consumo ou guia com código de barras"
    TRIBUTO = "Tributo sem código de barras"

    @property
    def is_pix(self) -> bool:
        """Whether it travels by Pix."""
        return self in (FormaPagamento.PIX_CHAVE, FormaPagamento.PIX_CONTA, FormaPagamento.PIX_QR)

    @property
    def needs_conta(self) -> bool:
        """Whether the favorecido's branch and account must be known."""
        return self in (
            FormaPagamento.CREDITO_EM_CONTA,
            FormaPagamento.CREDITO_POUPANCA,
            FormaPagamento.TED,
            FormaPagamento.PIX_CONTA,
        )


class SituacaoPagamento(StrEnum):
    """Where a payment stands; the value is what the user reads.

    `AGENDADO` is locked: from the remessa until the bank's answer nobody edits it.
    """

    EM_ABERTO = "Em aberto"
    APROVADO = "Aprovado"
    AGENDADO = "Agendado"
    PAGO = "Pago"
    RECUSADO = "Recusado"
    CANCELADO = "Cancelado"

    @property
    def is_locked(self) -> bool:
        """Whether it may not be edited."""
        return self in (SituacaoPagamento.AGENDADO, SituacaoPagamento.PAGO)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContaFavorecido:
    """Where a favorecido's money goes when no Pix key says it.

    Attributes:
        banco: Three digits; ``000`` for an institution without a code of compensation (then `ispb` names it).
        ispb: Eight digits; empty where the bank's code is enough.
        poupanca: A savings account.
        pagamento: A payment account (Pix only).
    """

    banco: str
    agencia: str
    agencia_dv: str = ""
    conta: str
    conta_dv: str = ""
    ispb: str = ""
    poupanca: bool = False
    pagamento: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Favorecido:
    """Who is paid.

    Attributes:
        documento: CPF or CNPJ, compact; empty where the form of payment does not tell the bank.
        conta: Their account; ``None`` where it is not needed.
        chave_pix: Their Pix key; ``None`` where it is not needed.
    """

    nome: str
    documento: str = ""
    endereco: Endereco = field(default_factory=Endereco)
    conta: ContaFavorecido | None = None
    chave_pix: ChavePix | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagamento:
    """One payment.

    Attributes:
        seu_numero: Our own number, unique among what a bank still has to answer; at most 20 letters, of which some
            banks keep fewer. The return names the payment by it.
        valor: Centavos that leave our account.
        data_pagamento: The day the bank is to pay.
        codigo_barras: The 44 digits of a boleto or of a conta de consumo; empty for other forms.
        vencimento: Of the boleto or guia; ``None`` where it has none.
        valor_documento: Centavos printed on the boleto; ``None``: as its barcode says.
        desconto: Centavos of discount and abatimento of a boleto.
        acrescimos: Centavos of interest and fine of a boleto.
        tributo: What is paid, of form TRIBUTO; ``None`` otherwise.
        pix_qr: Address (dynamic) or key (static) of a QR Code; empty for other forms.
        pix_txid: The QR Code's or payment's identification; may be empty.
        mensagem: Words for the favorecido; may be empty.
        beneficiario_final: The company the boleto was first of (sacador avalista); ``None`` usually.
    """

    id: int = 0
    empresa_id: int = 0
    convenio_id: int | None = None
    seu_numero: str
    forma: FormaPagamento
    favorecido: Favorecido
    valor: Centavos
    data_pagamento: date
    codigo_barras: str = ""
    vencimento: date | None = None
    valor_documento: Centavos | None = None
    desconto: Centavos = 0
    acrescimos: Centavos = 0
    tributo: Tributo | None = None
    pix_qr: str = ""
    pix_txid: str = ""
    mensagem: str = ""
    beneficiario_final: Favorecido | None = None
    situacao: SituacaoPagamento = SituacaoPagamento.EM_ABERTO
    autenticacao: str = ""
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvenioPagamento:
    """A contract by which a bank makes our payments from one account.

    Attributes:
        codigo: Our own code of it, unique within its empresa.
        banco: Three digits.
        convenio: The bank's number of the contract.
        extras: Fields of the bank's layout that only it has, by name (``parametro_transmissao``…).
        servico: G025, what the payments are: ``20`` suppliers, ``30`` wages, ``98`` various.
        proxima_remessa: Number of the next file.
        teste: The file is marked as a test where the layout has a place for it.
    """

    id: int = 0
    empresa_id: int = 0
    codigo: str
    descricao: str = ""
    conta_id: int = 0
    banco: str
    convenio: str = ""
    extras: dict[str, str] = field(default_factory=dict)
    servico: str = "20"
    proxima_remessa: int = 1
    teste: bool = False
    ativo: bool = True
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DadosPagamento:
    """All that one remessa of payments is written from.

    Attributes:
        sequencia: The number of the file within its convênio.
        geracao: When it is made; the bank reads date and hour.
    """

    empresa: Empresa
    conta: Conta
    convenio: ConvenioPagamento
    sequencia: int
    geracao: datetime
    pagamentos: tuple[Pagamento, ...]


def forma_usual(favorecido: Favorecido, banco: str) -> FormaPagamento | None:
    """Return how a favorecido is usually paid from an account at *banco*; ``None`` when nothing says where they are.

    Credit within the bank costs nothing and comes first; then a Pix key, then TED, which a payment account does not
    take.
    """
    conta = favorecido.conta
    if conta is not None and conta.banco == banco and not conta.pagamento:
        return FormaPagamento.CREDITO_POUPANCA if conta.poupanca else FormaPagamento.CREDITO_EM_CONTA
    if favorecido.chave_pix is not None:
        return FormaPagamento.PIX_CHAVE
    if conta is None:
        return None
    return FormaPagamento.PIX_CONTA if conta.pagamento else FormaPagamento.TED


def read_linha(texto: str) -> tuple[FormaPagamento, str]:
    """Return what a typed or scanned slip is, a boleto or a bill, and the 44 digits of its barcode.

    >>> read_linha("846700000017 435900240209 024050002435 842210108119")[0].name
    'CONCESSIONARIA'

    Raises:
        CodigoBarrasError: It is neither, or a check digit is wrong; the message says which.
    """
    digitos = "".join(letra for letra in texto if letra not in " .-")
    if digitos.startswith("8"):
        is_barcode = len(digitos) == TAMANHO_CODIGO_BARRAS
        codigo = arrecadacao.parse_codigo_barras(digitos).codigo_barras if is_barcode else None
        return FormaPagamento.CONCESSIONARIA, codigo or arrecadacao.to_codigo_barras(digitos)
    if len(digitos) == TAMANHO_CODIGO_BARRAS:
        return FormaPagamento.BOLETO, parse_codigo_barras(digitos).digitos
    return FormaPagamento.BOLETO, to_codigo_barras(digitos)
