"""What customers owe."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.calendario import JANELA_FUTURA
from finbank_desktop.domain.contas_receber import ContaReceber, Situacao
from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.domain.valores import VALOR_MAXIMO_BOLETO, format_brl
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import cadastros_limpeza as limpeza
from finbank_desktop.services import lists
from finbank_desktop.services.cadastros import codigo_problems, save
from finbank_desktop.services.cadastros_problems import required

TAMANHO_DOCUMENTO = 15
"""Letters of *seu número* that the longest bank layout carries (CNAB 240, segmento P, positions 63-77)."""

_FIXOS = {
    "valor": "o valor",
    "vencimento": "o vencimento",
    "pessoa_id": "o cliente",
    "documento": "o documento",
    "empresa_id": "a empresa",
}
"""What stands on a boleto and so may not change behind its back."""


class ContasReceberService:
    """Lists, judges and saves contas a receber."""

    COLUNAS = lists.CONTAS_RECEBER

    def __init__(self, database: Database, *, agora: Callable[[], datetime]) -> None:
        """Work on *database*; *agora* tells which day it is."""
        self._database = database
        self._agora = agora

    def list(self, query: ListQuery | None = None) -> Pagina:
        """Return a page of the list as seen today."""
        with self._database.read() as uow:
            return uow.contas_receber.page(query or ListQuery(), self._agora().date())

    def get(self, row: int) -> ContaReceber:
        """Return the conta a receber with id *row*."""
        with self._database.read() as uow:
            return uow.contas_receber.get(row)

    def problems(self, conta: ContaReceber) -> Sequence[Problem]:
        """Return what is wrong with *conta*, field by field."""
        with self._database.read() as uow:
            return conta_problems(limpeza.conta_receber(conta), uow)

    def save(self, conta: ContaReceber) -> ContaReceber:
        """Add or change *conta*.

        Raises:
            RefusedError: Something is wrong with it, or a boleto holds it to what it was.
        """
        with self._database.write() as uow:
            return save(uow, uow.contas_receber, limpeza.conta_receber(conta), conta_problems)


def conta_problems(conta: ContaReceber, uow: UnitOfWork) -> list[Problem]:
    """Return what is wrong with *conta*; *uow* tells what else there is."""
    problems = own_problems(conta) + _reference_problems(conta, uow) + codigo_problems(conta, uow.contas_receber)
    if conta.id:
        antes = uow.contas_receber.get(conta.id)
        problems += change_problems(antes, conta, uow.boletos.of_contas([conta.id]).get(conta.id, []))
    return problems


def own_problems(conta: ContaReceber) -> list[Problem]:
    """Return what is wrong with *conta* by itself."""
    problems = required(conta.documento, "documento", "o número do documento")
    if len(conta.documento) > TAMANHO_DOCUMENTO:
        mensagem = f"O banco recebe só as primeiras {TAMANHO_DOCUMENTO} letras do documento."
        problems.append(Problem(message=mensagem, field="documento", severity=Severity.WARNING))
    if conta.valor <= 0:
        problems.append(Problem(message="O valor tem de ser maior que zero.", field="valor"))
    elif conta.valor > VALOR_MAXIMO_BOLETO:
        mensagem = f"O valor de um boleto vai até {format_brl(VALOR_MAXIMO_BOLETO)}."
        problems.append(Problem(message=mensagem, fix="Divida a cobrança em duas.", field="valor"))
    if conta.vencimento < conta.emissao:
        problems.append(Problem(message="O vencimento não pode vir antes da emissão.", field="vencimento"))
    elif (conta.vencimento - conta.emissao).days > JANELA_FUTURA:
        mensagem = f"O vencimento {conta.vencimento:%d/%m/%Y} está a mais de 15 anos da emissão."
        fix = "Confira o ano: o código de barras de um boleto não alcança essa data."
        problems.append(Problem(message=mensagem, fix=fix, field="vencimento"))
    return problems


def _reference_problems(conta: ContaReceber, uow: UnitOfWork) -> list[Problem]:
    problems = []
    pessoa = uow.pessoas.get_many([conta.pessoa_id]).get(conta.pessoa_id)
    if pessoa is None or pessoa.empresa_id != conta.empresa_id:
        problems.append(Problem(message="Escolha o cliente.", field="pessoa_id"))
    if conta.convenio_id is not None:
        convenio = uow.convenios.get_many([conta.convenio_id]).get(conta.convenio_id)
        if convenio is None or convenio.empresa_id != conta.empresa_id:
            problems.append(Problem(message="Este convênio não é desta empresa.", field="convenio_id"))
    return problems


def change_problems(antes: ContaReceber, depois: ContaReceber, boletos: Iterable[Boleto]) -> list[Problem]:
    """Return why *antes* may not become *depois*, seeing the *boletos* that hold it."""
    mudados = [campo for campo in _FIXOS if getattr(antes, campo) != getattr(depois, campo)]
    preso = next((boleto for boleto in boletos if holds(boleto)), None)
    if preso is not None:
        porque = f"porque a conta já está no boleto {preso.nosso_numero_impresso}"
    elif antes.situacao in (Situacao.BAIXADO, Situacao.BAIXADO_PARCIALMENTE):
        porque = "porque a conta já foi recebida, no todo ou em parte"
    else:
        return []
    fix = "Cancele antes o boleto, ou lance a diferença em outra conta a receber."
    return [Problem(message=f"Não dá para mudar {_FIXOS[campo]} {porque}.", fix=fix, field=campo) for campo in mudados]


def holds(boleto: Boleto) -> bool:
    """Whether a pagador may still pay *boleto*, so that its contas a receber can be in no other.

    One that was paid in part no longer counts, nor does one the bank dropped: what is left goes into a new boleto.
    """
    return (
        boleto.situacao in (Situacao.EM_ABERTO, Situacao.RASCUNHO) and boleto.no_banco is not NoBanco.BAIXADO_NO_BANCO
    )
