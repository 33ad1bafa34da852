"""Contracts by which banks make our payments, and how an empresa pays."""

from collections.abc import Sequence

from finbank_desktop.bancos import registry
from finbank_desktop.cnab.detect import PAGAMENTO, layout_of
from finbank_desktop.domain.listas import Coluna, ListQuery, Pagina
from finbank_desktop.domain.pagamentos import ConvenioPagamento
from finbank_desktop.domain.problems import Problem
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records_pagamentos import ConfiguracaoPagamentos
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import cadastros_problems as check
from finbank_desktop.services import lists
from finbank_desktop.services.cadastros import codigo_problems, save
from finbank_desktop.services.pagamentos import limpeza
from finbank_desktop.services.plans import refuse_errors

_TAMANHO = 240
_APROVACOES = (1, 2)
SERVICOS = {"20": "Fornecedores", "30": "Salários", "98": "Diversos"}
"""G025, what the payments of a convênio are."""


class ConveniosPagamentoService:
    """Lists, judges and saves convênios de pagamento, and the rule of approvals."""

    COLUNAS: tuple[Coluna, ...] = lists.CONVENIOS_PAGAMENTO

    def __init__(self, database: Database) -> None:
        """Work on *database*."""
        self._database = database

    def list(self, query: ListQuery | None = None) -> Pagina:
        """Return a page of the list."""
        with self._database.read() as uow:
            return uow.convenios_pagamento.page(query or ListQuery())

    def get(self, row: int) -> ConvenioPagamento:
        """Return the convênio with id *row*."""
        with self._database.read() as uow:
            return uow.convenios_pagamento.get(row)

    def problems(self, convenio: ConvenioPagamento) -> Sequence[Problem]:
        """Return what is wrong with *convenio*, field by field."""
        with self._database.read() as uow:
            return convenio_problems(limpeza.convenio(convenio), uow)

    def save(self, convenio: ConvenioPagamento) -> ConvenioPagamento:
        """Add or change *convenio*.

        Raises:
            RefusedError: Something is wrong with it.
        """
        with self._database.write() as uow:
            return save(uow, uow.convenios_pagamento, limpeza.convenio(convenio), convenio_problems)

    def bancos(self) -> Sequence[tuple[str, str]]:
        """Return code and name of the banks that this program writes remessas of payments for."""
        return [(each.codigo, each.nome) for each in registry.todos() if carries(each.codigo)]

    def configuracao(self, empresa_id: int) -> ConfiguracaoPagamentos:
        """Return how an empresa pays."""
        with self._database.read() as uow:
            return uow.configuracoes_pagamento.of_empresa(empresa_id)

    def save_configuracao(self, configuracao: ConfiguracaoPagamentos) -> ConfiguracaoPagamentos:
        """Save how an empresa pays.

        Raises:
            RefusedError: Neither one nor two people are to approve.
        """
        if configuracao.aprovacoes not in _APROVACOES:
            message = "Um pagamento é aprovado por uma ou por duas pessoas."
            refuse_errors([Problem(message=message, field="aprovacoes")], "configuracao_invalida")
        with self._database.write() as uow:
            if configuracao.id:
                return uow.configuracoes_pagamento.update(configuracao)
            return uow.configuracoes_pagamento.add(configuracao)


def carries(banco: str) -> bool:
    """Whether this program has the bank's layout of remessas of payments."""
    return layout_of(banco, _TAMANHO, "remessa", produto=PAGAMENTO) is not None


def convenio_problems(convenio: ConvenioPagamento, uow: UnitOfWork) -> list[Problem]:
    """Return what is wrong with *convenio*; its counter never goes back."""
    problems = check.required(convenio.descricao, "descricao", "uma descrição") + check.banco(convenio.banco)
    conta = uow.contas.get_many([convenio.conta_id]).get(convenio.conta_id)
    if conta is None or conta.empresa_id != convenio.empresa_id:
        problems.append(Problem(message="Escolha a conta que paga.", field="conta_id"))
    elif conta.banco != convenio.banco:
        message = f"A conta é do banco {conta.banco}; o convênio paga da conta que tem no banco {convenio.banco}."
        problems.append(Problem(message=message, field="conta_id"))
    if not check.banco(convenio.banco) and not carries(convenio.banco):
        message = f"Este programa não escreve remessas de pagamento do banco {convenio.banco}."
        problems.append(Problem(message=message, fix="Escolha um dos bancos da lista.", field="banco"))
    if convenio.servico not in SERVICOS:
        nomes = ", ".join(f"{codigo} ({nome})" for codigo, nome in SERVICOS.items())
        problems.append(Problem(message=f"O serviço é um destes: {nomes}.", field="servico"))
    if convenio.proxima_remessa < 1:
        problems.append(Problem(message="As remessas são contadas a partir de 1.", field="proxima_remessa"))
    if convenio.id:
        antes = uow.convenios_pagamento.get(convenio.id)
        if convenio.proxima_remessa < antes.proxima_remessa:
            message = f"A próxima remessa é a {antes.proxima_remessa}; o número só avança, senão o banco a recusa."
            problems.append(Problem(message=message, field="proxima_remessa"))
    return problems + codigo_problems(convenio, uow.convenios_pagamento)
