"""What the empresa owes: listed, judged and saved."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from typing import Any

from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.contas_pagar import ContaPagar
from finbank_desktop.domain.listas import Coluna, ListQuery, Pagina
from finbank_desktop.domain.pagamentos import SituacaoPagamento
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records_pagamentos import (
    Anexo,
    Aprovacao,
    BaixaPagar,
    EventoPagar,
    PagamentoEnviado,
)
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import lists
from finbank_desktop.services.cadastros import next_codigo
from finbank_desktop.services.pagamentos import destinos, limpeza, regras
from finbank_desktop.services.pagamentos.destinos import Destino
from finbank_desktop.services.pagamentos.historia import evento, next_seu_numero
from finbank_desktop.services.plans import refuse_errors

_DO_PROGRAMA = (
    *("seu_numero", "situacao", "detalhe", "remessa_id", "valor_pago", "pago_em", "autenticacao", "empresa_id"),
)
"""What no form sets: it follows from approvals, remessas and retornos."""
_SO_NOSSOS = frozenset(("codigo", "descricao", "versao", "convenio_id", "filial_id", *_DO_PROGRAMA))
"""What may change without asking those who approved again: it changes neither who is paid, nor what, when and where."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContaPagarDetalhe:
    """A conta a pagar with all that belongs to it.

    Attributes:
        destino: Whom and where it is paid.
        destino_texto: The latter in words; empty where nothing says it.
        envios: Every payment that was ever sent for it, the first one first.
        remessas: The numbers of their files by remessa.
        baixas: Its settlements, those taken back among them.
        exigidas: How many approvals it needs.
        travada: Why it may not be edited, with what to do; empty when it may.
    """

    conta: ContaPagar
    destino: Destino
    destino_texto: str
    eventos: Sequence[EventoPagar]
    aprovacoes: Sequence[Aprovacao]
    anexos: Sequence[Anexo]
    envios: Sequence[PagamentoEnviado]
    remessas: Mapping[int, int]
    baixas: Sequence[BaixaPagar]
    exigidas: int
    travada: str

    @property
    def pessoa(self) -> Pessoa | None:
        """Who is paid; ``None`` where they are no record of ours."""
        return self.destino.pessoa


_NO_RESUMO = (
    SituacaoPagamento.EM_ABERTO,
    SituacaoPagamento.APROVADO,
    SituacaoPagamento.AGENDADO,
    SituacaoPagamento.RECUSADO,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumoPagar:
    """What is to be paid: how many contas and their sum in centavos.

    Attributes:
        vencidas: Past their due date and not paid, whatever they wait for.
        hoje: Due today.
        semana: Due in the seven days after today.
        em_aberto: Waiting to be approved.
        aprovado: Waiting for a remessa.
        agendado: With the bank.
        recusado: Refused or returned, waiting for a person.
    """

    vencidas: tuple[int, Centavos]
    hoje: tuple[int, Centavos]
    semana: tuple[int, Centavos]
    em_aberto: tuple[int, Centavos]
    aprovado: tuple[int, Centavos]
    agendado: tuple[int, Centavos]
    recusado: tuple[int, Centavos]


class ContasPagarService:
    """Lists, judges and saves contas a pagar."""

    COLUNAS: tuple[Coluna, ...] = lists.CONTAS_PAGAR

    def __init__(self, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> None:
        """Work on *database* in the name of *usuario*."""
        self._database = database
        self._usuario = usuario
        self._agora = agora

    def list(self, query: ListQuery | None = None) -> Pagina:
        """Return a page of the list as seen today.

        Filters beside the columns': ``situacao``, ``aberto``, ``vencida``, ``forma``, ``pessoa``, ``convenio``,
        ``banco`` and ``empresa`` (these four by code), and ranges of dates and amounts.
        """
        with self._database.read() as uow:
            return uow.contas_pagar.page(query or ListQuery(), self._agora().date())

    def resumo(self, empresa_id: int | None = None) -> ResumoPagar:
        """Return what is to be paid, by when and by where it stands, of one empresa or of all."""
        hoje = self._agora().date()
        de = {} if empresa_id is None else {"empresa_id": empresa_id}
        dias: dict[str, Mapping[str, Any]] = {
            "vencidas": {"vencida": True},
            "hoje": {"aberto": True, "vencimento": (hoje, hoje)},
            "semana": {"aberto": True, "vencimento": (hoje + timedelta(days=1), hoje + timedelta(days=7))},
        }
        por_situacao = {situacao.name.lower(): {"situacao": situacao} for situacao in _NO_RESUMO}
        with self._database.read() as uow:
            paginas = {
                nome: uow.contas_pagar.page(ListQuery(filtros={**de, **filtros}, quantidade=0), hoje)
                for nome, filtros in (dias | por_situacao).items()
            }
        return ResumoPagar(**{nome: (pagina.total, pagina.somas["a_pagar"]) for nome, pagina in paginas.items()})

    def ids(self, query: ListQuery) -> Sequence[int]:
        """Return the ids of all rows that match, on all pages."""
        with self._database.read() as uow:
            return uow.contas_pagar.ids(query, self._agora().date())

    def get(self, row: int) -> ContaPagar:
        """Return the conta a pagar with id *row*."""
        with self._database.read() as uow:
            return uow.contas_pagar.get(row)

    def detalhe(self, row: int) -> ContaPagarDetalhe:
        """Return a conta a pagar with its history, approvals, attachments, payments and settlements.

        Raises:
            MissingError: There is none with that id.
        """
        with self._database.read() as uow:
            conta = uow.contas_pagar.get(row)
            destino = destinos.load(uow, [conta]).destino(conta)
            envios = uow.pagamentos.of_conta(row)
            remessas = uow.remessas_pagamento.get_many(each.remessa_id for each in envios)
            travas = regras.change_problems(conta, _sequencia(uow, conta))
            return ContaPagarDetalhe(
                conta=conta,
                destino=destino,
                destino_texto=destino.descricao(conta),
                eventos=uow.eventos_pagar.of_conta(row),
                aprovacoes=uow.aprovacoes_pagamento.of_contas([row]).get(row, []),
                anexos=uow.anexos_pagar.of_conta(row),
                envios=envios,
                remessas={each.id: each.sequencia for each in remessas.values()},
                baixas=uow.baixas_pagar.of_contas([row]).get(row, []),
                exigidas=uow.configuracoes_pagamento.of_empresa(conta.empresa_id).aprovacoes,
                travada=" ".join(f"{each.message} {each.fix}".strip() for each in travas),
            )

    def problems(self, conta: ContaPagar) -> Sequence[Problem]:
        """Return what is wrong with *conta*, field by field, and why it may not be edited."""
        with self._database.read() as uow:
            return conta_problems(limpeza.conta_pagar(conta), uow)

    def save(self, conta: ContaPagar) -> ContaPagar:
        """Add or change *conta*; an approved one whose payment changes has to be approved again.

        Raises:
            RefusedError: Something is wrong with it, or it is in a remessa, paid or cancelled.
        """
        with self._database.write() as uow:
            return save(uow, limpeza.conta_pagar(conta), usuario=self._usuario, agora=self._agora())


def conta_problems(conta: ContaPagar, uow: UnitOfWork) -> list[Problem]:
    """Return what is wrong with *conta*; *uow* tells what else there is."""
    if not conta.id:
        return regras.problems(conta, uow)
    antes = uow.contas_pagar.get(conta.id)
    return regras.change_problems(antes, _sequencia(uow, antes)) or regras.problems(conta, uow)


def save(uow: UnitOfWork, conta: ContaPagar, *, usuario: str, agora: datetime) -> ContaPagar:
    """Add or change *conta* within the caller's transaction; see `ContasPagarService.save`."""
    refuse_errors(conta_problems(conta, uow), "conta_pagar_recusada")
    if not conta.id:
        return add(uow, conta, usuario=usuario, agora=agora)
    antes = uow.contas_pagar.get(conta.id)
    depois = replace(conta, **{nome: getattr(antes, nome) for nome in _DO_PROGRAMA})
    if antes.situacao is SituacaoPagamento.APROVADO and _pays_otherwise(antes, depois):
        depois = unapprove(uow, depois, "Alterada depois de aprovada; precisa ser aprovada outra vez.", usuario, agora)
    if replace(depois, versao=antes.versao) != antes:
        uow.eventos_pagar.add(evento(antes, "alterada", _changes(antes, depois), usuario=usuario, agora=agora))
    return uow.contas_pagar.update(depois)


def add(uow: UnitOfWork, conta: ContaPagar, *, usuario: str, agora: datetime) -> ContaPagar:
    """Add *conta*, which was judged already, as a new open one."""
    codigo = conta.codigo or next_codigo(uow, uow.contas_pagar, conta.empresa_id)
    limpa = ContaPagar(**{campo.name: getattr(conta, campo.name) for campo in fields(conta) if campo.name in _DADOS})
    feita = uow.contas_pagar.add(
        replace(limpa, codigo=codigo, seu_numero=next_seu_numero(uow, conta.empresa_id), id=0, versao=0)
    )
    uow.eventos_pagar.add(evento(feita, "incluida", "Conta a pagar incluída.", usuario=usuario, agora=agora))
    return feita


_DADOS = frozenset(campo.name for campo in fields(ContaPagar)) - frozenset(_DO_PROGRAMA) | {"empresa_id"}


def unapprove(uow: UnitOfWork, conta: ContaPagar, texto: str, usuario: str, agora: datetime) -> ContaPagar:
    """Take the approvals of *conta* away and return it as it then is; it is written by the caller."""
    uow.aprovacoes_pagamento.delete_where(conta_pagar_id=conta.id)
    uow.eventos_pagar.add(evento(conta, "desaprovada", texto, usuario=usuario, agora=agora))
    return replace(conta, situacao=SituacaoPagamento.EM_ABERTO, detalhe="")


def _pays_otherwise(antes: ContaPagar, depois: ContaPagar) -> bool:
    nomes = (campo.name for campo in fields(antes) if campo.name not in _SO_NOSSOS)
    return any(getattr(antes, nome) != getattr(depois, nome) for nome in nomes)


def _changes(antes: ContaPagar, depois: ContaPagar) -> str:
    mudados = [campo.name for campo in fields(antes) if getattr(antes, campo.name) != getattr(depois, campo.name)]
    nomes = [_NOMES[nome] for nome in mudados if nome in _NOMES]
    return f"Alterada: {', '.join(nomes)}." if nomes else "Alterada."


_NOMES = {
    "pessoa_id": "favorecido",
    "nome": "nome de quem recebe",
    "documento": "documento",
    "descricao": "descrição",
    "emissao": "emissão",
    "vencimento": "vencimento",
    "data_pagamento": "data de pagamento",
    "valor": "valor",
    "desconto": "desconto",
    "acrescimos": "acréscimos",
    "forma": "forma de pagamento",
    "convenio_id": "convênio",
    "conta_favorecido_id": "conta do favorecido",
    "chave_favorecido_id": "chave Pix do favorecido",
    "codigo_barras": "código de barras",
    "pix_qr": "QR Code",
    "tributo": "guia",
    "filial_id": "filial",
    "mensagem": "mensagem",
}


def _sequencia(uow: UnitOfWork, conta: ContaPagar) -> int | None:
    if conta.remessa_id is None:
        return None
    return uow.remessas_pagamento.get(conta.remessa_id).sequencia
