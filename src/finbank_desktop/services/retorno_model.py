"""What a retorno will change, as plain data: the preview shows it, the transaction applies it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from finbank_desktop.domain.arquivos import Cabecalho
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.ocorrencias import Motivo
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.persistence.records import Baixa
from finbank_desktop.services.retorno_alteradas import Alteradas
from finbank_desktop.services.retorno_decisoes import Decisao
from finbank_desktop.services.revising import revised


class Tab(StrEnum):
    """Where a line of the retorno is shown; the order is the contract's."""

    BAIXAS = "baixas"
    CONFIRMACOES = "confirmacoes"
    REJEICOES = "rejeicoes"
    TARIFAS = "tarifas"
    NAO_LOCALIZADOS = "nao_localizados"
    A_DEVOLVER = "a_devolver"
    CONFERIR = "conferir"
    JA_PROCESSADOS = "ja_processados"
    IGNORADOS = "ignorados"

    @property
    def needs_person(self) -> bool:
        """Whether somebody has to decide about the line."""
        return self in (Tab.NAO_LOCALIZADOS, Tab.A_DEVOLVER, Tab.CONFERIR)

    @property
    def is_applied(self) -> bool:
        """Whether applying writes the line's effect; the others are only listed in the import."""
        return self not in (Tab.NAO_LOCALIZADOS, Tab.CONFERIR, Tab.JA_PROCESSADOS, Tab.IGNORADOS)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemBaixa:
    """The share of a payment that settles one conta a receber.

    Attributes:
        valor: Principal settled; discounts are part of it, interest and fine are not.
    """

    conta_receber_id: int
    valor: Centavos
    juros: Centavos = 0
    multa: Centavos = 0
    desconto: Centavos = 0
    abatimento: Centavos = 0

    @property
    def valor_pago(self) -> Centavos:
        """What the pagador gave for it."""
        return self.valor + self.juros + self.multa - self.desconto - self.abatimento


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """One line of the retorno and what it will do.

    Attributes:
        line: Line of the file, from 1.
        boleto_id: The boleto it speaks of; ``None`` when it was not found.
        convenio_id: The boleto's convênio, or the file's.
        pagador: Name of the boleto's pagador; empty when it was not found.
        vencimento: The boleto's, or the file's when it was not found.
        valor_titulo: The same for the amount.
        efeito: What will happen, or why nothing does, in one sentence.
        ocorrencia: The bank's movement code.
        texto: That code in words.
        o_que_fazer: What a person can do about a refusal; empty where there is nothing to do.
        versao: Version of the boleto when the plan was made.
        identidade: What tells the line from any other of its convênio; see ``retorno_identidade``.
        depois: The boleto after this line, while the plan is made; ``None`` when the line leaves it as it is, and in
            every row of a plan that is made.
        baixas: What is settled, one per conta a receber.
        estornos: Settlements that are taken back.
        nova_conta: The conta a receber made for a title that was not found; its baixa has no conta yet.
        excedente: What was paid above what was owed and belongs to the pagador.
        decisao: What somebody decided about the line; ``None`` when nobody did.
        despesas: Cost taken by the bank besides *tarifa*.
        raw: The lines as read.
    """

    tab: Tab
    line: int
    boleto_id: int | None = None
    convenio_id: int
    nosso_numero: str
    seu_numero: str = ""
    pagador: str = ""
    vencimento: date | None = None
    valor_titulo: Centavos | None = None
    valor_pago: Centavos | None = None
    juros: Centavos | None = None
    multa: Centavos | None = None
    desconto: Centavos | None = None
    abatimento: Centavos | None = None
    tarifa: Centavos | None = None
    despesas: Centavos | None = None
    valor_creditado: Centavos | None = None
    data_pagamento: date | None = None
    data_credito: date | None = None
    efeito: str = ""
    ocorrencia: str
    texto: str
    motivos: tuple[Motivo, ...] = ()
    o_que_fazer: str = ""
    versao: int = 0
    identidade: str
    depois: Boleto | None = None
    baixas: tuple[ItemBaixa, ...] = ()
    estornos: tuple[Baixa, ...] = ()
    nova_conta: ContaReceber | None = None
    excedente: Centavos = 0
    decisao: Decisao | None = None
    raw: tuple[str, ...] = ()

    def but(self, **campos: Any) -> "PlanRow":
        """Return a row with some attributes changed."""
        return revised(self, **campos)


@dataclass(frozen=True, slots=True, kw_only=True)
class Processada:
    """Where a line with the same identity was applied before.

    Attributes:
        numero: The number of that file; ``None`` when it had none.
        data_emissao: The date in that file's header.
        codigo: Code of the import.
    """

    importacao_id: int
    codigo: str
    numero: int | None
    data_emissao: date | None

    def is_same_file(self, cabecalho: Cabecalho) -> bool:
        """Whether *cabecalho* is of the same file, sent or saved again with other bytes.

        Without a number nobody can tell two files of one day apart, so they count as different; some banks write 0.
        """
        return bool(self.numero) and (self.numero, self.data_emissao) == (
            cabecalho.sequencia,
            cabecalho.data_geracao,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Acervo:
    """What our books know of the titles in a file.

    Attributes:
        boletos: By convênio and nosso número.
        contas: The contas a receber of those boletos.
        pagadores: Names by pessoa.
        baixado: Principal settled so far by boleto and conta a receber; absent means nothing.
        processadas: Lines applied before, by convênio and identity.
        proporcionais: The convênios that share a payment in part in proportion.
        por_id: By id, where a line repeats it or somebody named it.
        por_documento: By convênio and seu número, for lines whose number found nothing.
        larguras: How many digits the nosso números of these convênios have.
        baixas: Settlements by boleto, for lines that take one back.
        numerados_pelo_banco: The convênios whose boletos the bank prints and numbers.
    """

    boletos: Mapping[tuple[int, str], Boleto] = field(default_factory=dict)
    contas: Mapping[int, ContaReceber] = field(default_factory=dict)
    pagadores: Mapping[int, str] = field(default_factory=dict)
    baixado: Mapping[tuple[int, int], Centavos] = field(default_factory=dict)
    processadas: Mapping[tuple[int, str], Processada] = field(default_factory=dict)
    proporcionais: frozenset[int] = frozenset()
    por_id: Mapping[int, Boleto] = field(default_factory=dict)
    por_documento: Mapping[tuple[int, str], Sequence[Boleto]] = field(default_factory=dict)
    larguras: tuple[int, ...] = ()
    baixas: Mapping[int, Sequence[Baixa]] = field(default_factory=dict)
    numerados_pelo_banco: frozenset[int] = frozenset()

    def all_boletos(self) -> dict[int, Boleto]:
        """Return every boleto by id, however it was found."""
        achados = {boleto.id: boleto for boleto in self.boletos.values()}
        achados |= {boleto.id: boleto for iguais in self.por_documento.values() for boleto in iguais}
        return {**achados, **self.por_id}


@dataclass(frozen=True, slots=True, kw_only=True)
class RetornoPlan:
    """What importing one retorno will change.

    Attributes:
        arquivo: File name, without folder.
        sha256: Of the file's bytes.
        convenio: The convênio the file belongs to (the first one, where an account has several in one file).
        convenio_descricao: It in words, for the wizard's head line.
        rows: One per title of the file, in its order; unpacked whenever they are looked at.
        tabs: Rows per `Tab`, in the contract's order; zeros included.
        problems: What was found wrong with the file.
        ja_importado: Code, date and user of the earlier import of this file; empty when there is none.
        ja_importado_id: Its id; ``None`` when there is none.
        complemento_de: The import of these very bytes whose put-off lines this plan decides; ``None`` usually.
        needs_tick: The trailer disagrees with the lines; apply wants to be told that this is known.
        somas: ``arquivo`` (paid, by the lines), ``gravar`` (paid, to be settled), ``tarifas``.
        postas_de_lado: Somebody wants nothing done with one of the lines.
        boletos: The boletos that change.
        contas: The contas a receber that change.
    """

    arquivo: str
    sha256: str
    cabecalho: Cabecalho
    convenio: Convenio
    convenio_descricao: str
    rows: Sequence[PlanRow]
    tabs: Mapping[str, int]
    problems: tuple[Problem, ...]
    ja_importado: str = ""
    ja_importado_id: int | None = None
    complemento_de: int | None = None
    needs_tick: bool = False
    somas: Mapping[str, Centavos] = field(default_factory=dict)
    postas_de_lado: bool = False
    boletos: Alteradas[Boleto] = field(default_factory=Alteradas)
    contas: Alteradas[ContaReceber] = field(default_factory=Alteradas)

    @property
    def decides_something(self) -> bool:
        """Whether applying it writes anything: a line's effect, or that somebody wants nothing done with a line."""
        return any(self.tabs[tab] for tab in Tab if tab.is_applied) or self.postas_de_lado

    @property
    def needs_person(self) -> int:
        """How many rows somebody has to decide about."""
        return sum(self.tabs[tab] for tab in Tab if tab.needs_person)


def count_tabs(rows: Iterable[PlanRow]) -> dict[str, int]:
    """Return the rows per tab, zeros included, in the contract's order."""
    contagem = dict.fromkeys((str(tab) for tab in Tab), 0)
    for row in rows:
        contagem[row.tab] += 1
    return contagem
