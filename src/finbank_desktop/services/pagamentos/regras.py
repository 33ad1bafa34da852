"""What is wrong with a conta a pagar, field by field: before it is saved, and before it is approved."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from finbank_desktop.cnab import pagamento_problemas, pagamento_regras
from finbank_desktop.cnab.detect import PAGAMENTO, layout_of
from finbank_desktop.domain import arrecadacao, codigo_barras
from finbank_desktop.domain.cadastros import Conta, Empresa
from finbank_desktop.domain.codigo_barras import CodigoBarrasError
from finbank_desktop.domain.contas_pagar import ContaPagar
from finbank_desktop.domain.pagamentos import (
    ConvenioPagamento,
    DadosPagamento,
    FormaPagamento,
    SituacaoPagamento,
)
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.layouts import loader
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.cadastros import codigo_problems
from finbank_desktop.services.cadastros_problems import sentence
from finbank_desktop.services.pagamentos import destinos

_TAMANHO_240 = 240
_COM_BARRAS = (FormaPagamento.BOLETO, FormaPagamento.CONCESSIONARIA)
_LIVRES = ("data_pagamento",)
"""What a remessa may still choose, and so keeps nothing from being approved."""


def problems(conta: ContaPagar, uow: UnitOfWork) -> list[Problem]:
    """Return what is wrong with *conta*; *uow* tells what else there is."""
    found = [*_own(conta), *_barras(conta), *_references(conta, uow), *_twins(conta, uow)]
    return found + codigo_problems(conta, uow.contas_pagar)


def _own(conta: ContaPagar) -> Iterator[Problem]:
    if conta.valor <= 0:
        yield Problem(message="O valor tem de ser maior que zero.", field="valor")
    if min(conta.desconto, conta.acrescimos) < 0:
        yield Problem(message="Desconto e acréscimos não podem ser negativos.", field="desconto")
    elif conta.valor > 0 >= conta.valor_a_pagar:
        yield Problem(message="O desconto não pode levar todo o valor.", field="desconto")
    if conta.vencimento < conta.emissao:
        yield Problem(message="O vencimento não pode vir antes da emissão.", field="vencimento")
    if conta.pessoa_id is None and not conta.nome:
        yield Problem(message="Diga quem recebe: escolha o favorecido ou escreva o nome.", field="pessoa_id")
    if conta.forma is FormaPagamento.TRIBUTO:
        yield from _tributo(conta)
    if conta.forma is FormaPagamento.PIX_QR and not conta.pix_qr:
        yield Problem(message="Falta o QR Code.", fix="Cole o código Pix copia e cola, ou leia o PDF.", field="pix_qr")


def _tributo(conta: ContaPagar) -> Iterator[Problem]:
    if conta.tributo is None:
        yield Problem(message="Preencha a guia do tributo.", field="tributo")
    elif conta.tributo.total != conta.valor_a_pagar:
        yield Problem(
            message="O valor a pagar não é o total da guia.",
            fix="Corrija o principal, a multa, os juros ou o valor.",
            field="valor",
        )


def _barras(conta: ContaPagar) -> Iterator[Problem]:
    """Yield what the barcode says against the rest."""
    if conta.forma not in _COM_BARRAS:
        return
    if not conta.codigo_barras:
        yield Problem(message="Digite ou leia o código de barras.", field="codigo_barras")
        return
    try:
        if conta.forma is FormaPagamento.CONCESSIONARIA:
            valor, vencimento = arrecadacao.parse_codigo_barras(conta.codigo_barras).valor, None
        else:
            partes = codigo_barras.parse_codigo_barras(conta.codigo_barras)
            valor, vencimento = partes.valor, partes.vencimento(conta.emissao)
    except CodigoBarrasError as error:
        yield Problem(message=sentence(str(error)), fix="Digite a linha digitável outra vez.", field="codigo_barras")
        return
    if valor and valor != conta.valor:
        yield Problem(
            message="O valor não é o que está no código de barras.",
            fix="Ponha o valor do documento; a diferença vai em desconto ou acréscimos.",
            field="valor",
            severity=Severity.WARNING,
        )
    if vencimento and vencimento != conta.vencimento:
        yield Problem(
            message=f"O vencimento do código de barras é {vencimento:%d/%m/%Y}.",
            fix="Confira o boleto; o banco compara os dois.",
            field="vencimento",
            severity=Severity.WARNING,
        )


def _references(conta: ContaPagar, uow: UnitOfWork) -> Iterator[Problem]:
    if conta.pessoa_id is not None:
        pessoa = uow.pessoas.get_many([conta.pessoa_id]).get(conta.pessoa_id)
        if pessoa is None or pessoa.empresa_id != conta.empresa_id:
            yield Problem(message="Escolha o favorecido.", field="pessoa_id")
    if conta.convenio_id is not None:
        convenio = uow.convenios_pagamento.get_many([conta.convenio_id]).get(conta.convenio_id)
        if convenio is None or convenio.empresa_id != conta.empresa_id:
            yield Problem(message="Este convênio de pagamento é de outra empresa.", field="convenio_id")
    if conta.filial_id is not None:
        filial = uow.filiais.get_many([conta.filial_id]).get(conta.filial_id)
        if filial is None or filial.empresa_id != conta.empresa_id:
            yield Problem(message="Esta filial é de outra empresa.", field="filial_id")
    destino = destinos.load(uow, [conta]).destino(conta)
    if conta.conta_favorecido_id is not None and destino.conta is None:
        yield Problem(message="Esta conta não é do favorecido.", field="conta_favorecido_id")
    if conta.chave_favorecido_id is not None and destino.chave is None:
        yield Problem(message="Esta chave Pix não é do favorecido.", field="chave_favorecido_id")
    if conta.forma is not None and not destino.descricao(conta):
        yield from _nowhere(conta.forma)


def _nowhere(forma: FormaPagamento) -> Iterator[Problem]:
    """Yield that the payee has nothing that such a payment needs; it can be saved and completed later."""
    if forma is FormaPagamento.PIX_CHAVE:
        message, fix = "O favorecido não tem chave Pix.", "Inclua a chave no cadastro dele."
    elif forma.needs_conta:
        message, fix = "O favorecido não tem conta bancária.", "Inclua a conta no cadastro dele."
    else:
        return
    yield Problem(message=message, fix=fix, field="forma", severity=Severity.WARNING)


def _twins(conta: ContaPagar, uow: UnitOfWork) -> Iterator[Problem]:
    """Yield that the same document is to be paid by another conta already.

    A barcode without amount (a credit card's) may come month after month, so that one only warns.
    """
    outras = []
    if conta.forma in _COM_BARRAS and conta.codigo_barras:
        outras = uow.contas_pagar.with_codigo_barras(conta.empresa_id, [conta.codigo_barras]).get(
            conta.codigo_barras, []
        )
    elif conta.forma is FormaPagamento.PIX_QR and conta.pix_txid:
        outras = uow.contas_pagar.with_qr(conta.empresa_id, conta.pix_qr, conta.pix_txid)
    for outra in outras:
        if outra.id == conta.id:
            continue
        aberto = conta.codigo_barras and not _fixed(conta)
        yield Problem(
            message=f"Este documento já está na conta a pagar {outra.codigo} ({outra.situacao.lower()}).",
            fix="Não o pague duas vezes: cancele uma das duas.",
            field="codigo_barras" if conta.codigo_barras else "pix_qr",
            severity=Severity.WARNING if aberto else Severity.ERROR,
        )


def _fixed(conta: ContaPagar) -> bool:
    """Whether the barcode holds an amount."""
    if conta.forma is FormaPagamento.CONCESSIONARIA:
        return conta.codigo_barras[2:3] in ("6", "8") and bool(conta.codigo_barras[4:15].strip("0"))
    return bool(conta.codigo_barras[9:19].strip("0"))


def change_problems(antes: ContaPagar, sequencia: int | None) -> list[Problem]:
    """Return why *antes* may not be edited.

    Args:
        antes: As it is kept.
        sequencia: The number of the remessa that holds it; ``None`` when none does.
    """
    if antes.situacao is SituacaoPagamento.AGENDADO:
        onde = f" na remessa nº {sequencia}" if sequencia else ""
        return [
            Problem(
                message=f"A conta {antes.codigo} está agendada{onde}: até a resposta do banco ela não muda.",
                fix="Importe o retorno, ou cancele a remessa se ela não foi ao banco.",
                field="situacao",
            )
        ]
    if antes.situacao is SituacaoPagamento.PAGO:
        quando = f" em {antes.pago_em:%d/%m/%Y}" if antes.pago_em else ""
        message = f"A conta {antes.codigo} já foi paga{quando}."
        return [Problem(message=message, fix="Se o pagamento voltou, estorne a baixa antes.", field="situacao")]
    if antes.situacao is SituacaoPagamento.CANCELADO:
        message = f"A conta {antes.codigo} está cancelada."
        return [Problem(message=message, fix="Reabra-a antes.", field="situacao")]
    return []


def approval_problems(
    conta: ContaPagar,
    destino: destinos.Destino,
    empresa: Empresa,
    convenio: ConvenioPagamento | None,
    agora: datetime,
) -> list[Problem]:
    """Return what would keep the bank from paying *conta*, as far as it can be known before the remessa."""
    if conta.forma is None:
        return [Problem(message="Escolha a forma de pagamento.", field="forma")]
    if conta.forma is not FormaPagamento.TRIBUTO and not destino.nome(conta):
        return [Problem(message="Escolha o favorecido.", field="pessoa_id")]
    if convenio is None:
        return (
            []
            if destino.descricao(conta)
            else [replace(each, severity=Severity.ERROR) for each in _nowhere(conta.forma)]
        )
    path = layout_of(convenio.banco, _TAMANHO_240, "remessa", produto=PAGAMENTO)
    if path is None:
        return []
    dados = DadosPagamento(
        empresa=empresa,
        conta=Conta(empresa_id=empresa.id, codigo="", descricao="", banco=convenio.banco, agencia="", conta=""),
        convenio=convenio,
        sequencia=convenio.proxima_remessa,
        geracao=agora,
        pagamentos=(destinos.pagamento(conta, destino),),
    )
    regras = pagamento_regras.load(convenio.banco)
    found = pagamento_problemas.problems(dados, regras, loader.load(path))
    return [unnumbered(problem, conta.seu_numero) for problem in found if problem.field not in _LIVRES]


def unnumbered(problem: Problem, seu_numero: str) -> Problem:
    """Return *problem* of a payment as it reads beside that payment."""
    prefixo = f"Pagamento {seu_numero}: "
    return replace(problem, message=sentence(problem.message.removeprefix(prefixo)))
