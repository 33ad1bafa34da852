"""What keeps a payment out of a remessa: told before anything is written, one problem for each fault."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from finbank_desktop.cnab.pagamento_regras import Regras
from finbank_desktop.domain import arrecadacao, codigo_barras
from finbank_desktop.domain.codigo_barras import CodigoBarrasError
from finbank_desktop.domain.documentos import has_letters
from finbank_desktop.domain.pagamentos import DadosPagamento, FormaPagamento, Pagamento
from finbank_desktop.domain.problems import Problem
from finbank_desktop.layouts.model import Layout

_SIM = "sim"
_DOCUMENTO = "documento"


def problems(dados: DadosPagamento, regras: Regras, layout: Layout) -> Iterator[Problem]:
    """Yield what is wrong with a remessa before it is written."""
    lettered_ok = layout.inscricao_alfanumerica == _SIM
    if has_letters(dados.empresa.documento) and not lettered_ok:
        yield _lettered("A empresa", "empresa")
    repeated = [numero for numero, count in Counter(each.seu_numero for each in dados.pagamentos).items() if count > 1]
    for numero in repeated:
        yield Problem(
            message=f"Pagamento {numero}: o seu número se repete na remessa; a resposta do banco não diria de qual é.",
            fix="Dê a cada pagamento um número só dele.",
            field="seu_numero",
        )
    for each in dados.pagamentos:
        yield from _of(each, dados, regras)
        documents = [each.favorecido.documento, each.tributo.contribuinte_documento if each.tributo else ""]
        if any(map(has_letters, documents)) and not lettered_ok:
            yield _lettered(f"Pagamento {each.seu_numero}: o favorecido", _DOCUMENTO)


def _lettered(who: str, field: str) -> Problem:
    return Problem(
        message=f"{who} tem CNPJ com letras, e o layout deste banco só leva números.",
        fix="Pergunte ao banco pela versão do layout que aceita o CNPJ alfanumérico, ou pague por outro meio.",
        field=field,
    )


def _of(each: Pagamento, dados: DadosPagamento, regras: Regras) -> Iterator[Problem]:
    for field, message, fix in _faults(each, dados, regras):
        yield Problem(message=f"Pagamento {each.seu_numero}: {message}.", fix=fix, field=field)


def _faults(each: Pagamento, dados: DadosPagamento, regras: Regras) -> Iterator[tuple[str, str, str]]:
    if not each.seu_numero.strip():
        yield "seu_numero", "falta o seu número", "Numere o pagamento."
    if each.valor <= 0:
        yield "valor", "o valor deve ser maior que zero", "Corrija o valor."
    if each.data_pagamento < dados.geracao.date():
        yield "data_pagamento", "a data de pagamento já passou", "Escolha a data de hoje ou uma futura."
    if not regras.carries(each):
        what = each.tributo.tipo if each.tributo else each.forma
        yield (
            "forma",
            f"a remessa do banco {regras.banco} não leva {what}: nenhuma fonte conhecida mostra onde fica no arquivo",
            "Escolha outra forma de pagamento ou pague pelo site do banco.",
        )
        return
    yield from _CHECKS[each.forma](each, regras)


def _conta(each: Pagamento, regras: Regras) -> Iterator[tuple[str, str, str]]:
    conta = each.favorecido.conta
    fix = "Complete os dados bancários do favorecido."
    if conta is None or not conta.agencia.strip("0 ") or not conta.conta.strip("0 "):
        yield "conta", "faltam a agência ou a conta do favorecido", fix
        return
    if not (conta.agencia + conta.conta).isdigit():
        yield "conta", "a agência e a conta do favorecido só têm algarismos", fix
    same = conta.banco == regras.banco
    if each.forma in (FormaPagamento.CREDITO_EM_CONTA, FormaPagamento.CREDITO_POUPANCA) and not same:
        yield "forma", f"a conta é do banco {conta.banco}; crédito em conta é só do próprio banco", "Use TED ou Pix."
    if each.forma is FormaPagamento.TED and same:
        yield "forma", "a conta é do próprio banco, que não recebe TED de si mesmo", "Use crédito em conta ou Pix."
    if each.forma is not FormaPagamento.CREDITO_EM_CONTA and not each.favorecido.documento:
        yield _DOCUMENTO, "falta o CPF ou CNPJ do favorecido", "Complete o cadastro do favorecido."
    if conta.pagamento and each.forma is not FormaPagamento.PIX_CONTA:
        yield "forma", "uma conta de pagamento só recebe Pix", "Use Pix."


def _chave(each: Pagamento, _: Regras) -> Iterator[tuple[str, str, str]]:
    if each.favorecido.chave_pix is None:
        yield "chave_pix", "falta a chave Pix do favorecido", "Informe a chave ou escolha outra forma."
    if not each.favorecido.documento:
        yield _DOCUMENTO, "falta o CPF ou CNPJ do favorecido, que o banco compara com a chave", "Complete o cadastro."


def _qr(each: Pagamento, _: Regras) -> Iterator[tuple[str, str, str]]:
    if not each.pix_qr.strip():
        yield "pix_qr", "falta o endereço ou a chave do QR Code Pix", "Leia o QR Code outra vez."


def _boleto(each: Pagamento, _: Regras) -> Iterator[tuple[str, str, str]]:
    try:
        partes = codigo_barras.parse_codigo_barras(each.codigo_barras)
    except CodigoBarrasError as error:
        yield "codigo_barras", str(error), "Digite a linha digitável outra vez."
        return
    if not each.favorecido.documento:
        fix = "Copie o documento do beneficiário que está no boleto."
        yield _DOCUMENTO, "falta o CPF ou CNPJ do beneficiário, que os bancos exigem desde 2018 (segmento J-52)", fix
    due = partes.vencimento(each.data_pagamento)
    if each.vencimento is not None and due is not None and due != each.vencimento:
        yield (
            "vencimento",
            f"o vencimento não é o do código de barras ({_day(due)})",
            "Confira o boleto; use o vencimento impresso no código de barras.",
        )
    documento = (partes.valor or each.valor) if each.valor_documento is None else each.valor_documento
    if each.valor != documento - each.desconto + each.acrescimos:
        yield (
            "valor",
            "o valor a pagar não é o do documento menos descontos mais acréscimos",
            "Corrija o valor, o desconto ou os acréscimos.",
        )


def _conta_de_consumo(each: Pagamento, _: Regras) -> Iterator[tuple[str, str, str]]:
    try:
        partes = arrecadacao.parse_codigo_barras(each.codigo_barras)
    except CodigoBarrasError as error:
        yield "codigo_barras", str(error), "Digite a linha digitável outra vez."
        return
    if partes.valor and partes.valor != each.valor:
        yield "valor", "o valor não é o do código de barras", "Use o valor que está na conta."


def _tributo(each: Pagamento, _: Regras) -> Iterator[tuple[str, str, str]]:
    tributo = each.tributo
    if tributo is None:
        yield "tributo", "faltam os dados da guia", "Preencha a guia."
        return
    if tributo.total != each.valor:
        yield (
            "valor",
            "o valor não é a soma da guia (principal, multa, juros e os demais)",
            "Corrija a guia ou o valor.",
        )
    if not tributo.contribuinte_documento:
        yield _DOCUMENTO, "falta o documento do contribuinte", "Preencha a guia."


_CHECKS = {
    FormaPagamento.CREDITO_EM_CONTA: _conta,
    FormaPagamento.CREDITO_POUPANCA: _conta,
    FormaPagamento.TED: _conta,
    FormaPagamento.PIX_CONTA: _conta,
    FormaPagamento.PIX_CHAVE: _chave,
    FormaPagamento.PIX_QR: _qr,
    FormaPagamento.BOLETO: _boleto,
    FormaPagamento.CONCESSIONARIA: _conta_de_consumo,
    FormaPagamento.TRIBUTO: _tributo,
}


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
