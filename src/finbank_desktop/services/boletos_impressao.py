"""From a boleto in the books to what is printed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.registry import UnknownBancoError
from finbank_desktop.domain.boletos import PROVISORIO, Boleto, NoBanco
from finbank_desktop.domain.cadastros import Empresa, Pessoa
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.impressao import BoletoImpresso, Parte
from finbank_desktop.domain.problems import Problem, RefusedError
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import boletos_pix, boletos_texto, impressao_avisos, pedidos


@dataclass(frozen=True, slots=True, kw_only=True)
class _Partes:
    boleto: Boleto
    convenio: Convenio
    empresa: Empresa
    pagador: Pessoa
    contas: tuple[ContaReceber, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Carga:
    """Boletos ready to be printed.

    Attributes:
        avisos: What somebody should know before they leave the house, each with the nosso número it is about; nothing
            in it stops the print.
        problems: Why a Pix code is not printed, likewise.
    """

    boletos: tuple[BoletoImpresso, ...]
    avisos: tuple[tuple[str, Problem], ...]
    problems: tuple[tuple[str, Problem], ...]


def load(uow: UnitOfWork, ids: list[int], hoje: date) -> Carga:
    """Return the boletos *ids*, ready to be printed on *hoje*, in that order.

    Raises:
        RefusedError: One of them does not exist, or has no código de barras.
    """
    achados = uow.boletos.get_many(ids)
    boletos = [achados[row] if row in achados else uow.boletos.get(row) for row in ids]
    _refuse_held(uow, boletos)
    for boleto in boletos:
        _refuse_unprintable(boleto)
    convenios = uow.convenios.get_many(boleto.convenio_id for boleto in boletos)
    empresas = uow.empresas.get_many(boleto.empresa_id for boleto in boletos)
    pessoas = uow.pessoas.get_many(boleto.pessoa_id for boleto in boletos)
    contas = uow.contas_receber.get_many(item.conta_receber_id for boleto in boletos for item in boleto.itens)
    partes = [
        _Partes(
            boleto=boleto,
            convenio=convenios[boleto.convenio_id],
            empresa=empresas[boleto.empresa_id],
            pagador=pessoas[boleto.pessoa_id],
            contas=tuple(contas[item.conta_receber_id] for item in boleto.itens),
        )
        for boleto in boletos
    ]
    feitos = [printed(each, hoje) for each in partes]
    return Carga(
        boletos=tuple(feito for feito, _ in feitos),
        avisos=tuple(
            (each.boleto.nosso_numero_impresso, aviso)
            for each in partes
            for aviso in impressao_avisos.of_boleto(each.boleto)
        ),
        problems=tuple((feito.nosso_numero, problem) for feito, problem in feitos if problem is not None),
    )


def _refuse_unprintable(boleto: Boleto) -> None:
    if boleto.codigo_barras:
        return
    if boleto.nosso_numero.startswith(PROVISORIO):
        codigo, porque = "sem_registro", "ainda não foi numerado pelo banco; comunique-o por API antes de imprimir."
    else:
        codigo = "sem_codigo_de_barras"
        porque = "está sem código de barras desde que a remessa dele foi cancelada; gere a nova remessa antes de "
        porque += "imprimir."
    raise RefusedError(codigo, f"O boleto {boleto.numero_documento} {porque}", boleto.numero_documento)


def _refuse_held(uow: UnitOfWork, boletos: Iterable[Boleto]) -> None:
    """Refuse what the bank registered otherwise than asked, until somebody looked at it."""
    por_api = {b.id: b for b in boletos if b.no_banco is NoBanco.REGISTRADO_POR_API}
    for registro in uow.registros.of_boletos(por_api).values():
        if registro.is_held:
            documento = por_api[registro.boleto_id].numero_documento
            mensagem = (
                f"O banco registrou o boleto {documento} com diferença ({'; '.join(registro.divergencias)}); confira-o "
                "em Registro por API antes de imprimir."
            )
            raise RefusedError("registro_diferente", mensagem, documento)


def printed(partes: _Partes, hoje: date) -> tuple[BoletoImpresso, Problem | None]:
    """Return one boleto as it is printed on *hoje*, and what is wrong with its Pix.

    What the bank has not confirmed is not on paper: a boleto with an order pending is printed as the bank knows it.
    """
    boleto, convenio, empresa, pagador = partes.boleto, partes.convenio, partes.empresa, partes.pagador
    conhecido = pedidos.withdraw(boleto)
    codigo, nome = _banco(convenio.banco)
    pix = boletos_pix.of_boleto(conhecido, convenio, empresa)
    return BoletoImpresso(
        banco_codigo=codigo,
        banco_nome=nome,
        linha_digitavel=boleto.linha_digitavel,
        codigo_barras=boleto.codigo_barras,
        local_pagamento=convenio.local_pagamento,
        beneficiario=Parte(nome=empresa.razao_social, documento=empresa.documento, endereco=empresa.endereco),
        pagador=Parte(nome=pagador.nome, documento=pagador.documento, endereco=pagador.endereco),
        agencia_codigo_beneficiario=boleto.agencia_codigo_beneficiario,
        nosso_numero=boleto.nosso_numero_impresso,
        numero_documento=boleto.numero_documento,
        especie=boleto.especie,
        aceite="S" if boleto.aceite else "N",
        carteira=boleto.carteira_impressa or convenio.carteira,
        data_documento=_data_documento(partes),
        data_processamento=boleto.emissao,
        vencimento=conhecido.vencimento,
        valor=conhecido.valor,
        demonstrativo=_demonstrativo(partes),
        instrucoes=boletos_texto.lines(conhecido),
        aviso=boletos_texto.aviso(boleto),
        mensagens=(*(conta.mensagem for conta in partes.contas if conta.mensagem), *convenio.mensagens),
        valor_hoje=boletos_texto.valor_hoje(conhecido, hoje),
        hoje=hoje,
        logo=convenio.logo or empresa.logo,
        cor=empresa.cor,
        pix=pix.payload,
        pix_estatico=pix.estatico,
    ), pix.problem


def _banco(codigo: str) -> tuple[str, str]:
    try:
        banco = registry.find(codigo)
        banco = registry.find(banco.emissor) if banco.emissor else banco
    except UnknownBancoError:
        return codigo, f"Banco {codigo}"
    return f"{banco.codigo}-{banco.dv}", banco.nome


def _data_documento(partes: _Partes) -> date:
    emissoes = [conta.emissao for conta in partes.contas]
    return min(partes.boleto.emissao, max(emissoes, default=partes.boleto.emissao))


def _demonstrativo(partes: _Partes) -> tuple[str, ...]:
    """Return what is being charged, a line per conta a receber."""
    return tuple(
        f"{conta.documento}{f' - {conta.descricao}' if conta.descricao else ''}: {format_brl(item.valor)}"
        for conta, item in zip(partes.contas, partes.boleto.itens, strict=True)
    )
