"""What is wrong with a debit before it is saved: its state, its day, what it settles."""

from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.debitos import Debito, DebitoItem, SituacaoDebito
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.cadastros import codigo_problems
from finbank_desktop.services.contas_receber import holds

Problems: TypeAlias = list[Problem]


def debito_problems(uow: UnitOfWork, debito: Debito, hoje: date, *, reopening: bool = False) -> Problems:
    """Return what is wrong with *debito*.

    Args:
        uow: The books.
        debito: As it shall be.
        hoje: Which day it is.
        reopening: A refused debit is asked for again, which no edit may do.
    """
    problems = codigo_problems(debito, uow.debitos)
    if debito.id and not reopening:
        antes = uow.debitos.get(debito.id)
        if antes.situacao is not SituacaoDebito.EM_ABERTO or debito.situacao is not SituacaoDebito.EM_ABERTO:
            mensagem = f"O débito {antes.codigo} está {antes.situacao.lower()} e não se edita"
            espera = " até o banco responder; cancele a remessa ou o débito" if antes.situacao.waits_for_bank else ""
            problems.append(Problem(message=f"{mensagem}{espera}.", field="situacao"))
    if debito.valor <= 0:
        problems.append(Problem(message="Informe o valor do débito.", field="valor"))
    if debito.vencimento is None:
        problems.append(Problem(message="Informe o dia do débito.", field="vencimento"))
    elif debito.vencimento < hoje:
        problems.append(Problem(message="O dia do débito já passou.", field="vencimento"))
    if not debito.consentimento.id:
        problems.append(Problem(message="Escolha o consentimento.", field="consentimento"))
    elif debito.consentimento.convenio_id != debito.convenio_id:
        problems.append(Problem(message="O consentimento é de outro convênio.", field="consentimento"))
    return [*problems, *_itens(uow, debito)]


def _itens(uow: UnitOfWork, debito: Debito) -> Problems:
    problems: Problems = []
    contas = uow.contas_receber.get_many(item.conta_receber_id for item in debito.itens)
    pedidos = uow.debitos.of_contas(contas)
    boletos = uow.boletos.of_contas(contas)
    for item in debito.itens:
        problems += _item(item, contas.get(item.conta_receber_id), debito, pedidos.get(item.conta_receber_id, ()))
        outros = [b for b in boletos.get(item.conta_receber_id, ()) if holds(b) and b.id != debito.boleto_id]
        if outros:
            mensagem = (
                f"A conta {contas[item.conta_receber_id].codigo} está no boleto {outros[0].nosso_numero_impresso}."
            )
            fix = "Crie o débito com todas as contas do boleto: ele vai pelo IDBOLETO."
            problems.append(Problem(message=mensagem, fix=fix, field="contas"))
    if not debito.itens:
        problems.append(Problem(message="Escolha as contas a receber que o débito paga.", field="contas"))
    soma = sum(item.valor for item in debito.itens)
    if debito.itens and soma != debito.valor:
        mensagem = f"As contas somam {format_brl(soma)} e o débito {format_brl(debito.valor)}."
        problems.append(Problem(message=mensagem, field="valor"))
    return problems


def _item(item: DebitoItem, conta: ContaReceber | None, debito: Debito, pedidos: Sequence[Debito]) -> Problems:
    if conta is None or conta.empresa_id != debito.empresa_id:
        return [Problem(message="Uma conta a receber do débito não existe.", field="contas")]
    problems: Problems = []
    if not conta.situacao.is_open or item.valor > conta.saldo or item.valor <= 0:
        mensagem = (
            f"A conta {conta.codigo} tem {format_brl(conta.saldo if conta.situacao.is_open else 0)} em aberto; não dá "
            f"para debitar {format_brl(item.valor)}."
        )
        problems.append(Problem(message=mensagem, field="contas"))
    if conta.pessoa_id != debito.consentimento.pessoa_id:
        problems.append(Problem(message=f"A conta {conta.codigo} é de outro cliente.", field="contas"))
    outro = next((each for each in pedidos if each.id != debito.id and each.situacao.holds), None)
    if outro is not None:
        problems.append(Problem(message=f"A conta {conta.codigo} já está no débito {outro.codigo}.", field="contas"))
    return problems
