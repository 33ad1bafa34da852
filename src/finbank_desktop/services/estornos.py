"""Taking settlements back: they stay in the books as taken back, and what they settled is owed again."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.contas_receber import ContaReceber, Situacao
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.valores import Centavos, format_brl
from finbank_desktop.persistence.records import Baixa
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import pedidos
from finbank_desktop.services.operacao_plan import Alteracao, OperacaoPlan, OperacaoRow


def plan_estorno(uow: UnitOfWork, baixas: Sequence[Baixa], hoje: date, motivo: str) -> OperacaoPlan:
    """Return what taking *baixas* back changes."""
    de_pe = [baixa for baixa in baixas if baixa.stands]
    contas = uow.contas_receber.get_many(baixa.conta_receber_id for baixa in baixas)
    boletos = uow.boletos.get_many(baixa.boleto_id for baixa in baixas if baixa.boleto_id is not None)
    rows, eventos = [], []
    for baixa in baixas:
        conta = contas[baixa.conta_receber_id]
        problems = [] if baixa.stands else [Problem(message="Esta baixa já foi estornada.", field="baixa")]
        if conta.situacao in (Situacao.RENEGOCIADO, Situacao.CANCELADO):
            problems.append(Problem(message=f"A conta {conta.codigo} está {str(conta.situacao).lower()}."))
        porque = f": {motivo}" if motivo else ""
        efeito = f"Estorno de {format_brl(baixa.valor_pago)} recebidos em {baixa.data:%d/%m/%Y}{porque}."
        efeito = f"Fica como está: {problems[0].message}" if problems else efeito
        rows.append(
            OperacaoRow(
                boleto_id=baixa.boleto_id,
                conta_receber_id=conta.id,
                titulo=conta.documento,
                efeito=efeito,
                problems=tuple(problems),
            )
        )
        if problems and baixa in de_pe:
            de_pe.remove(baixa)
        elif not problems and baixa.boleto_id is not None:
            eventos.append((baixa.boleto_id, "baixa_estornada", efeito))
    novos_boletos, novas_contas = reopen(boletos, contas, de_pe)
    soma = sum(baixa.valor_pago for baixa in de_pe)
    return OperacaoPlan(
        empresa_id=baixas[0].empresa_id if baixas else 0,
        tipo="estorno",
        texto=f"Estorno de {format_brl(soma)}{f': {motivo}' if motivo else ''}.",
        rows=tuple(rows),
        alteracao=Alteracao(
            boletos=tuple((boletos[row], depois) for row, depois in novos_boletos.items()),
            contas=tuple((contas[row], depois) for row, depois in novas_contas.items()),
            baixas=tuple((baixa, replace(baixa, estornada_em=hoje)) for baixa in de_pe),
            eventos=tuple(eventos),
        ),
    )


def reopen(
    boletos: dict[int, Boleto], contas: dict[int, ContaReceber], baixas: Iterable[Baixa]
) -> tuple[dict[int, Boleto], dict[int, ContaReceber]]:
    """Return boletos and contas as they are once *baixas* are taken back."""
    principal: dict[int, Centavos] = defaultdict(int)
    recebido: dict[int, Centavos] = defaultdict(int)
    for baixa in baixas:
        principal[baixa.conta_receber_id] += baixa.valor
        if baixa.boleto_id is not None:
            recebido[baixa.boleto_id] += baixa.valor_pago
    novas = {row: lowered(contas[row], -valor) for row, valor in principal.items()}
    novos = {row: _reopened(boletos[row], valor) for row, valor in recebido.items()}
    return novos, novas


def _reopened(boleto: Boleto, valor: Centavos) -> Boleto:
    resta = boleto.valor_pago - valor
    situacao = Situacao.BAIXADO_PARCIALMENTE if resta else Situacao.EM_ABERTO
    if not boleto.situacao.is_open and boleto.situacao is not Situacao.BAIXADO:
        situacao = boleto.situacao  # cancelled or inactive: taking money back does not bring it to life
    pedido = boleto.pedido
    if pedido is not None and not pedido.enviado and pedido.comando is Comando.BAIXAR:
        boleto = pedidos.withdraw(boleto)  # it was asked for because the boleto was paid
    return replace(
        boleto,
        situacao=situacao,
        valor_pago=resta,
        data_pagamento=boleto.data_pagamento if resta else None,
        data_credito=boleto.data_credito if resta else None,
    )


def lowered(conta: ContaReceber, valor: Centavos) -> ContaReceber:
    """Return *conta* with *valor* more of it settled, or less where it is negative."""
    baixado = conta.valor_baixado + valor
    situacao = Situacao.BAIXADO_PARCIALMENTE if baixado else Situacao.EM_ABERTO
    return replace(conta, valor_baixado=baixado, situacao=Situacao.BAIXADO if baixado >= conta.valor else situacao)
