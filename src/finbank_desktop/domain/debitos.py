"""Débito automático: the customer's consent, and a debit asked for under it (FEBRABAN, 150 positions, v04 to v08).

A consent holds for accounts at the convênio's own bank; debits at another bank have been Pix Automático since
2025-10-13 (Resolução BCB 505/2025).
"""

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from finbank_desktop.domain.cadastros import Conta, Empresa
from finbank_desktop.domain.valores import Centavos

_IDBOLETO = re.compile(r"(?P<coligada>\d{3})1(?P<boleto>\d{21})")
_MARCA = "1"
_TAMANHO_COLIGADA, _TAMANHO_IDBOLETO = 3, 21


_CONSENTIMENTO = re.compile(r"C(?P<id>\d{9})")


class MovimentoDebito(StrEnum):
    """What is asked of the bank; the value is what the user reads."""

    DEBITAR = "Debitar"
    CANCELAR = "Cancelar o débito"
    CADASTRAR = "Cadastrar o consentimento"
    ALTERAR = "Alterar a identificação do cliente"
    EXCLUIR = "Excluir o consentimento"

    @property
    def is_of_consent(self) -> bool:
        """Whether only the consent moves, no money."""
        return self not in (MovimentoDebito.DEBITAR, MovimentoDebito.CANCELAR)


class SituacaoConsentimento(StrEnum):
    """Where a consent stands; the value is what the user reads."""

    PENDENTE = "Pendente"
    NA_REMESSA = "Na remessa"
    ATIVO = "Ativo"
    RECUSADO = "Recusado"
    A_EXCLUIR = "A excluir"
    EXCLUSAO_ENVIADA = "Exclusão enviada"
    CANCELADO = "Cancelado"

    @property
    def is_dead(self) -> bool:
        """Whether nothing may be debited under it any more."""
        return self in (
            SituacaoConsentimento.RECUSADO,
            SituacaoConsentimento.A_EXCLUIR,
            SituacaoConsentimento.EXCLUSAO_ENVIADA,
            SituacaoConsentimento.CANCELADO,
        )


class SituacaoDebito(StrEnum):
    """Where a debit stands; the value is what the user reads."""

    EM_ABERTO = "Em aberto"
    AGENDADO = "Agendado"
    DEBITADO = "Debitado"
    DEBITADO_PARCIALMENTE = "Debitado parcialmente"
    RECUSADO = "Recusado"
    A_CANCELAR = "A cancelar"
    CANCELAMENTO_ENVIADO = "Cancelamento enviado"
    CANCELADO = "Cancelado"

    @property
    def waits_for_bank(self) -> bool:
        """Whether the bank has it and may still debit: nothing of it may be edited."""
        return self in (SituacaoDebito.AGENDADO, SituacaoDebito.A_CANCELAR, SituacaoDebito.CANCELAMENTO_ENVIADO)

    @property
    def holds(self) -> bool:
        """Whether what it is to settle is promised to it, so that no other debit may ask for the same."""
        return self is SituacaoDebito.EM_ABERTO or self.waits_for_bank


class ProcessoBancario(StrEnum):
    """What a bank's layout is for; the value is what the user reads."""

    REMESSA_DEBITO = "Remessa de débito automático"
    RETORNO_DEBITO = "Retorno de débito automático"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consentimento:
    """A customer's word that a company may debit an account.

    Attributes:
        cliente_empresa: What names the customer at the company, unique and the same in every debit; at most 25 letters.
        documento: CPF or CNPJ of the account's holder, compact; the bank compares it from version 05 on.
        banco: Three digits; must be the convênio's.
        conta: Account without check digit.
        operacao: Caixa's operation, three digits; empty at other banks.
        validade: Last day it holds; ``None`` without end (version 08).
        cheque_especial: The overdraft may be used (version 08).
        parcial: The bank may debit less than asked after the due date (version 08).
        desde: When it was given, or confirmed by the bank.
        detalhe: The bank's last word on it.
        cliente_empresa_novo: What the customer is to be called instead, told to the bank by the next remessa.
    """

    id: int = 0
    empresa_id: int = 0
    codigo: str = ""
    convenio_id: int = 0
    pessoa_id: int = 0
    cliente_empresa: str
    nome: str
    documento: str
    banco: str
    agencia: str
    agencia_dv: str = ""
    conta: str
    conta_dv: str = ""
    operacao: str = ""
    validade: date | None = None
    cheque_especial: bool = False
    parcial: bool = False
    desde: date | None = None
    situacao: SituacaoConsentimento = SituacaoConsentimento.PENDENTE
    detalhe: str = ""
    cliente_empresa_novo: str = ""
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DebitoItem:
    """How much of a debit is for one conta a receber."""

    conta_receber_id: int
    valor: Centavos


@dataclass(frozen=True, slots=True, kw_only=True)
class Debito:
    """One debit asked for, or one movement of a consent.

    Attributes:
        seu_numero: Our own number; the bank repeats it in *uso da empresa*.
        valor: Centavos; 0 where only the consent moves.
        vencimento: The day to debit; of a new consent the last day it holds.
        idboleto: Mark of the boleto whose lançamentos it settles, as `format_idboleto` makes it; empty without one. It
            goes where the customer's number would stand, so that the return brings it back.
        boleto_id: The boleto it settles; ``None`` when it settles contas a receber that are in none.
        itens: What it settles, conta by conta; their sum is *valor*.
        remessa_id: The remessa that asked for it last.
        valor_debitado: Centavos the bank took.
        detalhe: The bank's last word on it.
    """

    id: int = 0
    empresa_id: int = 0
    codigo: str = ""
    convenio_id: int = 0
    seu_numero: str
    consentimento: Consentimento
    valor: Centavos
    vencimento: date | None
    movimento: MovimentoDebito = MovimentoDebito.DEBITAR
    idboleto: str = ""
    historico: str = ""
    boleto_id: int | None = None
    itens: tuple[DebitoItem, ...] = ()
    situacao: SituacaoDebito = SituacaoDebito.EM_ABERTO
    remessa_id: int | None = None
    valor_debitado: Centavos = 0
    data_debito: date | None = None
    data_credito: date | None = None
    detalhe: str = ""
    versao: int = 0

    @property
    def cliente_empresa(self) -> str:
        """What the file names the customer by."""
        return self.idboleto or self.consentimento.cliente_empresa

    @property
    def consentimento_id(self) -> int:
        """The consent it is asked for under."""
        return self.consentimento.id


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvenioDebito:
    """A contract by which a bank debits its customers for us.

    Attributes:
        formato: ``"150"`` or ``"240"``.
        versao_layout: Of the CNAB 150: ``04``, ``05``, ``06`` or ``08``; empty: the one the bank's layout usually has.
        extras: Fields of the bank's layout that only it has, by name.
        proxima_remessa: NSA of the next file.
        rateio: How a debit in part is shared over the contas of a boleto: ``vencimento``, the earliest first, or
            ``proporcional``.
    """

    id: int = 0
    empresa_id: int = 0
    codigo: str
    descricao: str = ""
    conta_id: int = 0
    banco: str
    formato: str = "150"
    versao_layout: str = ""
    convenio: str
    extras: dict[str, str] = field(default_factory=dict)
    proxima_remessa: int = 1
    rateio: str = "vencimento"
    teste: bool = False
    ativo: bool = True
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutBancario:
    """That a bank's files of one process and format are read or written here, and how.

    Attributes:
        versao_layout: Of the CNAB 150; empty: the one the bank's layout usually has.
        generico: By FEBRABAN's own layout, where this program has none of the bank's.
        ativo: ``False``: files of this kind are refused.
    """

    id: int = 0
    empresa_id: int = 0
    codigo: str = ""
    banco: str
    processo: ProcessoBancario = ProcessoBancario.RETORNO_DEBITO
    formato: str = "150"
    versao_layout: str = ""
    generico: bool = False
    ativo: bool = True
    observacao: str = ""
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DadosDebito:
    """All that one remessa of debits is written from.

    Attributes:
        sequencia: The number of the file (NSA) within its convênio; never used twice.
        generico: Write it by FEBRABAN's own layout, because this program has none of the bank's.
        avulsos: What the company says besides, in 150 positions.
    """

    empresa: Empresa
    conta: Conta
    convenio: ConvenioDebito
    sequencia: int
    geracao: datetime
    debitos: tuple[Debito, ...]
    generico: bool = False
    avulsos: "tuple[RegistroAvulso, ...]" = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecusaCadastro:
    """Record C: the company does not take what the bank registered by a record B.

    Attributes:
        conta: The account as the bank wrote it (*identificação do cliente no banco*).
        ocorrencias: Why, in words; at most two of 40 letters.
        exclusao: It was an exclusion at the bank, otherwise an inclusion.
    """

    cliente_empresa: str
    agencia: str
    conta: str
    ocorrencias: tuple[str, ...]
    exclusao: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Incentivo:
    """Record I: a customer whom the bank may offer débito automático to."""

    cliente_empresa: str
    documento: str
    nome: str
    cidade: str
    uf: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArquivoProcessado:
    """Record J: a file of the bank was processed.

    Attributes:
        nsa: Its number; *registros* and *valor* (centavos) are those of its trailer.
    """

    nsa: int
    geracao: date
    registros: int
    valor: Centavos
    processamento: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Retencao:
    """Record K: tax withheld from a debit (Lei 10.833/2003, versions 05 and 06).

    Attributes:
        tratamento: Kind of treatment, two digits, as the bank lists them.
        receita: The Receita's code, four digits.
    """

    consentimento: Consentimento
    tratamento: int
    valor: Centavos
    receita: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cronograma:
    """Record L: when a billing will be made, sent and due."""

    faturamento: date
    vencimento: date
    remessa_arquivo: date
    remessa_contas: date


RegistroAvulso = RecusaCadastro | Incentivo | ArquivoProcessado | Retencao | Cronograma


@dataclass(frozen=True, slots=True, kw_only=True)
class IdBoleto:
    """Whose boleto a debit settles.

    Attributes:
        coligada: Code of the empresa, three digits.
        boleto: The boleto's own number.
    """

    coligada: str
    boleto: int


def format_idboleto(coligada: str, boleto: int) -> str:
    """Return the mark of a boleto: empresa (3), the digit 1, the boleto's number (21).

    >>> format_idboleto("001", 6974)
    '0011000000000000000006974'

    Raises:
        ValueError: A part does not fit.
    """
    mark = f"{coligada.zfill(_TAMANHO_COLIGADA)}{_MARCA}{boleto:0{_TAMANHO_IDBOLETO}d}"
    if boleto <= 0 or not _IDBOLETO.fullmatch(mark):
        raise ValueError(f"a coligada tem 3 algarismos e o boleto até 21: {coligada!r}, {boleto}")
    return mark


def parse_idboleto(texto: str) -> IdBoleto | None:
    """Return what a mark says; ``None`` when *texto* is no mark.

    >>> parse_idboleto("0011000000000000000006974")
    IdBoleto(coligada='001', boleto=6974)
    """
    found = _IDBOLETO.fullmatch(texto.strip())
    if found is None or not found["boleto"].strip("0"):
        return None
    return IdBoleto(coligada=found["coligada"], boleto=int(found["boleto"]))


def mark_of_consent(consentimento_id: int) -> str:
    """Return what stands in *uso da empresa* where only a consent moves, so that the answer finds it.

    >>> mark_of_consent(12), consent_of_mark("C000000012"), consent_of_mark("DA00000012")
    ('C000000012', 12, None)
    """
    return f"C{consentimento_id:09d}"


def consent_of_mark(texto: str) -> int | None:
    """Return the consent a mark of `mark_of_consent` speaks of; ``None`` when *texto* is none."""
    found = _CONSENTIMENTO.fullmatch(texto.strip())
    return int(found["id"]) if found else None
