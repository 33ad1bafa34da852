"""From a boleto in the books to what is printed."""

from dataclasses import dataclass
from datetime import date

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.registry import UnknownBancoError
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Empresa, Pessoa
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.impressao import BoletoImpresso, Parte
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import boletos_texto


@dataclass(frozen=True, slots=True, kw_only=True)
class _Partes:
    boleto: Boleto
    convenio: Convenio
    empresa: Empresa
    pagador: Pessoa
    contas: tuple[ContaReceber, ...]


def load(uow: UnitOfWork, ids: list[int]) -> list[BoletoImpresso]:
    """Return the boletos *ids*, ready to be printed, in that order.

    Raises:
        RefusedError: One of them does not exist, or has no código de barras.
    """
    achados = uow.boletos.get_many(ids)
    boletos = [achados[row] if row in achados else uow.boletos.get(row) for row in ids]
    for boleto in boletos:
        if not boleto.codigo_barras:
            raise RefusedError(
                "sem_codigo_de_barras",
                f"O boleto {boleto.numero_documento} está sem código de barras desde que a remessa dele foi cancelada; "
                "gere a nova remessa antes de imprimir.",
                boleto.numero_documento,
            )
    convenios = uow.convenios.get_many(boleto.convenio_id for boleto in boletos)
    empresas = uow.empresas.get_many(boleto.empresa_id for boleto in boletos)
    pessoas = uow.pessoas.get_many(boleto.pessoa_id for boleto in boletos)
    contas = uow.contas_receber.get_many(item.conta_receber_id for boleto in boletos for item in boleto.itens)
    return [
        printed(
            _Partes(
                boleto=boleto,
                convenio=convenios[boleto.convenio_id],
                empresa=empresas[boleto.empresa_id],
                pagador=pessoas[boleto.pessoa_id],
                contas=tuple(contas[item.conta_receber_id] for item in boleto.itens),
            )
        )
        for boleto in boletos
    ]


def printed(partes: _Partes) -> BoletoImpresso:
    """Return one boleto as it is printed."""
    boleto, convenio, empresa, pagador = partes.boleto, partes.convenio, partes.empresa, partes.pagador
    codigo, nome = _banco(convenio.banco)
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
        vencimento=boleto.vencimento,
        valor=boleto.valor,
        demonstrativo=_demonstrativo(partes),
        instrucoes=boletos_texto.lines(boleto),
        aviso=boletos_texto.aviso(boleto),
        logo=convenio.logo,
    )


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
