"""What a company says in its remessa of 150 positions besides debits: records C, I, J, K and L (FEBRABAN, 04 to 08)."""

from collections.abc import Mapping
from functools import singledispatch

from finbank_desktop.cnab.debito_regras import Regras
from finbank_desktop.cnab.valores_remessa import plain
from finbank_desktop.domain.debitos import (
    ArquivoProcessado,
    Cronograma,
    Incentivo,
    RecusaCadastro,
    RegistroAvulso,
    Retencao,
)
from finbank_desktop.domain.registros import Valor

_CNPJ = 14
_EXCLUSAO, _INCLUSAO = 1, 2
_OCORRENCIAS = 2
Linha = tuple[str, Mapping[str, Valor]]


def values(avulso: RegistroAvulso, regras: Regras) -> Linha:
    """Return the record's letter and its values by the layout's names."""
    return _linha(avulso, regras)


@singledispatch
def _linha(avulso: object, regras: Regras) -> Linha:
    raise TypeError(f"{avulso!r} não é um registro avulso de débito ({regras.versao})")


@_linha.register
def _(avulso: RecusaCadastro, regras: Regras) -> Linha:
    del regras
    um, dois = (*avulso.ocorrencias, "", "")[:_OCORRENCIAS]
    return "C", {
        "cliente_empresa": avulso.cliente_empresa,
        "agencia": f"{avulso.agencia:0>4}",
        "cliente_banco": avulso.conta,
        "ocorrencia_1": plain(um),
        "ocorrencia_2": plain(dois),
        "codigo_movimento": _EXCLUSAO if avulso.exclusao else _INCLUSAO,
    }


@_linha.register
def _(avulso: Incentivo, regras: Regras) -> Linha:
    del regras
    return "I", {
        "cliente_empresa": avulso.cliente_empresa,
        "tipo_identificacao": _tipo(avulso.documento),
        "identificacao": avulso.documento,
        "nome": plain(avulso.nome),
        "cidade": plain(avulso.cidade),
        "uf": avulso.uf,
    }


@_linha.register
def _(avulso: ArquivoProcessado, regras: Regras) -> Linha:
    del regras
    return "J", {
        "nsa_processado": avulso.nsa,
        "data_geracao": avulso.geracao,
        "total_registros": avulso.registros,
        "valor_total": avulso.valor,
        "data_processamento": avulso.processamento,
    }


@_linha.register
def _(avulso: Retencao, regras: Regras) -> Linha:
    dono = avulso.consentimento
    return "K", {
        "cliente_empresa": dono.cliente_empresa,
        "agencia": f"{dono.agencia:0>4}",
        "cliente_banco": regras.cliente_banco(dono),
        "tipo_tratamento": avulso.tratamento,
        "valor": avulso.valor,
        "codigo_receita": avulso.receita,
        "tipo_identificacao": _tipo(dono.documento),
        "identificacao": dono.documento,
    }


@_linha.register
def _(avulso: Cronograma, regras: Regras) -> Linha:
    del regras
    return "L", {
        "data_faturamento": avulso.faturamento,
        "data_vencimento": avulso.vencimento,
        "data_remessa_arquivo": avulso.remessa_arquivo,
        "data_remessa_contas": avulso.remessa_contas,
    }


def _tipo(documento: str) -> int:
    """Return 1 for a CNPJ and 2 for a CPF: the reverse of CNAB 240."""
    return 1 if len(documento) == _CNPJ else 2
