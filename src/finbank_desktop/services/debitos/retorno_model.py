"""What a retorno of débito automático will change, as plain data: the preview shows it, the transaction applies it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from finbank_desktop.domain.arquivos import Cabecalho
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.debitos import Consentimento, ConvenioDebito, Debito
from finbank_desktop.domain.ocorrencias import Motivo
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.persistence.records_debitos import RemessaDebito
from finbank_desktop.services.livros.contabilizar import EscolhaContabil
from finbank_desktop.services.retorno_model import ItemBaixa, Processada, Tab


@dataclass(frozen=True, slots=True, kw_only=True)
class Contexto:
    """What the user says before a retorno is read.

    Attributes:
        filial_id: Whose settlement it is in the books; ``None`` is the account's filial, or the empresa's first.
        conta_id: The conta caixa that the money went to; ``None`` is the contract's.
        escolha: Evento contábil and histórico; the process's defaults unless somebody chose others.
        rateio: How a payment in part is shared, ``vencimento`` or ``proporcional``; empty is the contract's way.
    """

    filial_id: int | None = None
    conta_id: int | None = None
    escolha: EscolhaContabil = field(default_factory=EscolhaContabil)
    rateio: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DebitoRow:
    """One line of the retorno and what it will do.

    Attributes:
        line: Line of the file, from 1.
        debito_id: The debit it speaks of; ``None`` when there is none.
        consentimento_id: The consent it speaks of.
        boleto_id: The boleto whose lançamentos it settles.
        idboleto: In words, ``Coligada 001 · Boleto 6974``; empty without one.
        efeito: What will happen, or why nothing does, in one sentence.
        ocorrencia: The bank's code.
        texto: That code in words.
        o_que_fazer: What a person can do about a refusal.
        identidade: What tells the line from any other of its contract.
        baixas: What is settled, one per conta a receber; their sum with *excedente* is *valor_pago*.
        excedente: What was debited above what was owed and belongs to the customer.
        raw: The lines as read.
    """

    tab: Tab
    line: int
    debito_id: int | None = None
    consentimento_id: int | None = None
    boleto_id: int | None = None
    cliente: str = ""
    documento: str = ""
    cliente_empresa: str = ""
    seu_numero: str = ""
    idboleto: str = ""
    vencimento: date | None = None
    valor_titulo: Centavos | None = None
    valor_pago: Centavos | None = None
    valor_creditado: Centavos | None = None
    juros: Centavos | None = None
    multa: Centavos | None = None
    data_pagamento: date | None = None
    data_credito: date | None = None
    efeito: str = ""
    ocorrencia: str
    texto: str
    motivos: tuple[Motivo, ...] = ()
    o_que_fazer: str = ""
    identidade: str
    baixas: tuple[ItemBaixa, ...] = ()
    excedente: Centavos = 0
    raw: tuple[str, ...] = ()

    def but(self, **campos: Any) -> "DebitoRow":
        """Return a row with some attributes changed."""
        return replace(self, **campos)


@dataclass(frozen=True, slots=True, kw_only=True)
class AcervoDebito:
    """What our books know of what a file speaks of.

    Attributes:
        debitos: By our own number.
        por_idboleto: By mark, oldest first.
        por_consentimento: By consent.
        consentimentos: By id.
        clientes: Consents by what names the customer at the company.
        boletos: By id, of this empresa.
        contas: All contas a receber of the debits and boletos.
        baixado: Principal settled so far by boleto and conta a receber.
        pessoas: Name and document by id; so *por_codigo* the id by codigo and by document.
        remessas: The contract's remessas by number, where a record J names one.
        processadas: Lines applied before, by identity.
    """

    debitos: Mapping[str, Debito] = field(default_factory=dict)
    por_idboleto: Mapping[str, Sequence[Debito]] = field(default_factory=dict)
    por_consentimento: Mapping[int, Sequence[Debito]] = field(default_factory=dict)
    consentimentos: Mapping[int, Consentimento] = field(default_factory=dict)
    clientes: Mapping[str, Consentimento] = field(default_factory=dict)
    boletos: Mapping[int, Boleto] = field(default_factory=dict)
    contas: Mapping[int, ContaReceber] = field(default_factory=dict)
    baixado: Mapping[tuple[int, int], Centavos] = field(default_factory=dict)
    pessoas: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    por_codigo: Mapping[str, int] = field(default_factory=dict)
    remessas: Mapping[int, RemessaDebito] = field(default_factory=dict)
    processadas: Mapping[str, Processada] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mudadas:
    """What changes, as it is and as it will be, by id.

    Attributes:
        novos: Consents that banks took in and nobody here knew.
    """

    debitos: Mapping[int, tuple[Debito, Debito]] = field(default_factory=dict)
    consentimentos: Mapping[int, tuple[Consentimento, Consentimento]] = field(default_factory=dict)
    boletos: Mapping[int, tuple[Boleto, Boleto]] = field(default_factory=dict)
    contas: Mapping[int, tuple[ContaReceber, ContaReceber]] = field(default_factory=dict)
    remessas: Mapping[int, tuple[RemessaDebito, RemessaDebito]] = field(default_factory=dict)
    novos: tuple[Consentimento, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RetornoDebitoPlan:
    """What importing one retorno will change.

    Attributes:
        arquivo: File name, without folder.
        sha256: Of the file's bytes.
        convenio_descricao: The contract in words, for the wizard's head line.
        contexto: As the plan was asked for, with what was left open filled in.
        rows: One per line of debits and consents, in the file's order.
        tabs: Rows per `Tab`, in the contract's order; zeros included.
        problems: What was found wrong with the file.
        ja_importado: Code, date and user of the earlier import of this file; empty when there is none.
        ja_importado_id: Its id; ``None`` when there is none.
        complemento_de: The import of these very bytes whose put-off lines are found now; ``None`` usually.
        needs_tick: The trailer disagrees with the lines; apply wants to be told that this is known.
        somas: ``arquivo`` (debited, by the lines) and ``gravar`` (to be settled).
    """

    arquivo: str
    sha256: str
    cabecalho: Cabecalho
    convenio: ConvenioDebito
    convenio_descricao: str
    contexto: Contexto
    rows: tuple[DebitoRow, ...]
    tabs: Mapping[str, int]
    problems: tuple[Problem, ...]
    ja_importado: str = ""
    ja_importado_id: int | None = None
    complemento_de: int | None = None
    needs_tick: bool = False
    somas: Mapping[str, Centavos] = field(default_factory=dict)
    mudadas: Mudadas = Mudadas()

    @property
    def decides_something(self) -> bool:
        """Whether applying it writes any line's effect."""
        return any(row.tab.is_applied for row in self.rows)

    @property
    def needs_person(self) -> int:
        """How many rows somebody has to decide about."""
        return sum(row.tab.needs_person for row in self.rows)

    @property
    def lancamentos(self) -> int:
        """How many contas a receber are settled, wholly or in part: what the button counts."""
        return sum(len(row.baixas) for row in self.rows)
