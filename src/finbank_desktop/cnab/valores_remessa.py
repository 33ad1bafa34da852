"""The values of a remessa that every bank calls alike, by the names layouts give their fields."""

import re
from collections.abc import Mapping
from datetime import timedelta

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.encargos import TipoDesconto
from finbank_desktop.domain.registros import Valor
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa
from finbank_desktop.layouts.model import Registro
from finbank_desktop.layouts.writer import to_ascii

_CNPJ = 14
_PESSOA_FISICA, _PESSOA_JURIDICA = 1, 2
_CEP = 8
_UM_LOTE = 1
_TRES_POSICOES = 1000
"""Safra numbers its files with three digits, in CNAB 400."""
_SPECIAL = re.compile(r"[^A-Z0-9 ]+")
_SPACES = re.compile(r" {2,}")


def arquivo(dados: DadosRemessa, banco: str, banco_nome: str) -> dict[str, Valor]:
    """Return what is the same on every line of a file: bank, company, account, contract, number and date.

    Args:
        dados: The remessa.
        banco: Three digits.
        banco_nome: As the bank calls itself.
    """
    empresa, conta, convenio = dados.empresa, dados.conta, dados.convenio
    return {
        "banco": banco,
        "banco_nome": plain(banco_nome),
        "lote": _UM_LOTE,
        **_documento("empresa", empresa.documento),
        "empresa_nome": plain(empresa.razao_social),
        "agencia": conta.agencia,
        "agencia_dv": conta.agencia_dv,
        "conta": conta.conta,
        "conta_dv": conta.conta_dv,
        "convenio": convenio.convenio,
        "codigo_beneficiario": convenio.codigo_beneficiario,
        "carteira": convenio.carteira,
        "data_geracao": dados.geracao.date(),
        "data_gravacao": dados.geracao.date(),
        "hora_geracao": dados.geracao.time().replace(microsecond=0),
        "nsa": dados.sequencia,
        "sequencial_remessa": dados.sequencia,
        "numero_remessa_retorno": dados.sequencia,
        "numero_arquivo": dados.sequencia % _TRES_POSICOES,
    }


def titulo(titulo: TituloRemessa, codigo: str) -> dict[str, Valor]:
    """Return what every bank is told of a title.

    Args:
        titulo: The title.
        codigo: The bank's code of its movement.
    """
    boleto = titulo.boleto
    return {
        "codigo_movimento": codigo,
        "ocorrencia": codigo,
        "nosso_numero": boleto.nosso_numero,
        "numero_documento": boleto.numero_documento,
        "uso_empresa": str(boleto.id) if boleto.id else None,
        "vencimento": boleto.vencimento,
        "valor_titulo": boleto.valor,
        "data_emissao": boleto.emissao,
        "aceite": "A" if boleto.aceite else "N",
        **_encargos(boleto),
        **_pessoa("pagador", titulo.pagador),
        **(_pessoa("avalista", titulo.beneficiario_final) if titulo.beneficiario_final else {}),
    }


def split(registro: Registro, values: Mapping[str, Valor]) -> dict[str, Valor]:
    """Return the parts of values that *registro* keeps in two fields: five digits of a CEP and its last three."""
    parts: dict[str, Valor] = {}
    for nome in ("pagador_cep", "avalista_cep"):
        cep = values.get(nome)
        if isinstance(cep, str) and f"{nome}_sufixo" in registro and len(cep) == _CEP:
            parts[nome], parts[f"{nome}_sufixo"] = cep[:5], cep[5:]
    return parts


def plain(text: str) -> str:
    """Return a name or an address as FEBRABAN wants alphanumeric fields: capitals, no accents, no special characters.

    >>> plain("São João & Filhos Ltda., nº 7")
    'SAO JOAO FILHOS LTDA NO 7'
    """
    return _SPACES.sub(" ", _SPECIAL.sub(" ", to_ascii(text))).strip()


def _encargos(boleto: Boleto) -> dict[str, Valor]:
    """Return interest of a day and discount as amounts, as CNAB 400 layouts have them."""
    encargos = boleto.encargos
    values: dict[str, Valor] = {"juros_dia": encargos.juros_por_dia(boleto.valor)}
    if encargos.desconto_tipo is not TipoDesconto.SEM:
        values["desconto_data"] = boleto.vencimento - timedelta(days=encargos.desconto_dias)
        values["desconto_valor"] = encargos.desconto_sobre(boleto.valor)
    return values


def _documento(quem: str, documento: str) -> dict[str, Valor]:
    tipo = _PESSOA_JURIDICA if len(documento) == _CNPJ else _PESSOA_FISICA
    return {f"{quem}_tipo_inscricao": tipo, f"{quem}_inscricao": documento}


def _pessoa(quem: str, pessoa: Pessoa) -> dict[str, Valor]:
    endereco = pessoa.endereco
    rua = plain(endereco.rua)
    return {
        **_documento(quem, pessoa.documento),
        f"{quem}_nome": plain(pessoa.nome),
        f"{quem}_endereco": rua,
        f"{quem}_logradouro": rua,
        f"{quem}_bairro": plain(endereco.bairro),
        f"{quem}_cidade": plain(endereco.cidade),
        f"{quem}_uf": endereco.uf,
        f"{quem}_cep": endereco.cep,
    }
