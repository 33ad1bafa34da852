"""How Itaú (341) takes a title: amounts of 17 digits, the last two centavos, percentages of 12 with five decimals.

Sources: examples of the bank's OpenAPI carried by two public clients; ACBr for interest, fine and discount.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.encargos import TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.registro import TituloRegistro
from finbank_desktop.domain.valores import Centavos, Centesimos
from finbank_desktop.gateway import corpos


def dado_boleto(titulo: TituloRegistro, especie: str) -> dict[str, Any]:
    """Return the title itself; *especie* is the bank's code."""
    boleto, final = titulo.boleto, titulo.beneficiario_final
    dias = boleto.encargos.baixa_dias
    limite = None if dias is None else (boleto.vencimento + timedelta(days=dias)).isoformat()
    individual = {
        "numero_nosso_numero": boleto.nosso_numero,
        "data_vencimento": boleto.vencimento.isoformat(),
        "valor_titulo": dezessete(boleto.valor),
        "texto_uso_beneficiario": titulo.chave,
        "texto_seu_numero": boleto.numero_documento,
        "data_limite_pagamento": limite,
    }
    return {
        "descricao_instrumento_cobranca": "boleto_pix" if titulo.com_pix else "boleto",
        "tipo_boleto": "a vista",
        "codigo_carteira": titulo.convenio.carteira,
        "valor_total_titulo": dezessete(boleto.valor),
        "codigo_especie": especie,
        "valor_abatimento": dezessete(boleto.abatimento) if boleto.abatimento else None,
        "data_emissao": boleto.emissao.isoformat(),
        "pagador": _pagador(titulo.pagador),
        "sacador_avalista": None if final is None else _pagador(final),
        "dados_individuais_boleto": [corpos.sem_vazios(individual)],
        **dict(_encargos(boleto)),
    }


def dezessete(valor: Centavos) -> str:
    """Return an amount as registrations take it.

    >>> dezessete(30000)
    '00000000000030000'
    """
    return f"{valor:017d}"


def doze(taxa: Centesimos) -> str:
    """Return a percentage with five decimals, no point.

    >>> doze(250)
    '000000250000'
    """
    return f"{taxa * 1000:012d}"


def _pagador(pessoa: Pessoa) -> dict[str, Any]:
    endereco = pessoa.endereco
    fisica = corpos.tipo_pessoa(pessoa.documento, "F", "J") == "F"
    campo = "numero_cadastro_pessoa_fisica" if fisica else "numero_cadastro_nacional_pessoa_juridica"
    tipo = {"codigo_tipo_pessoa": "F" if fisica else "J", campo: pessoa.documento}
    return {
        "pessoa": {"nome_pessoa": pessoa.nome, "tipo_pessoa": tipo},
        "endereco": {
            "nome_logradouro": endereco.rua,
            "nome_bairro": endereco.bairro,
            "nome_cidade": endereco.cidade,
            "sigla_UF": endereco.uf,
            "numero_CEP": endereco.cep,
        },
    }


def _encargos(boleto: Boleto) -> Iterator[tuple[str, dict[str, Any]]]:
    encargos = boleto.encargos
    if corpos.tem_juros(encargos):
        if encargos.juros_tipo is TipoJuros.VALOR_DIA:
            juros = {"codigo_tipo_juros": "93", "valor_juros": dezessete(encargos.juros)}
        else:
            juros = {"codigo_tipo_juros": "90", "percentual_juros": doze(encargos.juros)}
        yield "juros", {**juros, "quantidade_dias_juros": 1}
    if corpos.tem_multa(encargos):
        if encargos.multa_tipo is TipoMulta.VALOR:
            multa = {"codigo_tipo_multa": "01", "valor_multa": dezessete(encargos.multa)}
        else:
            multa = {"codigo_tipo_multa": "02", "percentual_multa": doze(encargos.multa)}
        yield "multa", {**multa, "quantidade_dias_multa": 1}
    if corpos.tem_desconto(encargos):
        dia = {"data_desconto": corpos.limite_desconto(boleto.vencimento, encargos).isoformat()}
        if encargos.desconto_tipo is TipoDesconto.VALOR:
            codigo, quanto = "01", {"valor_desconto": dezessete(encargos.desconto)}
        else:
            codigo, quanto = "02", {"percentual_desconto": doze(encargos.desconto)}
        yield "desconto", {"codigo_tipo_desconto": codigo, "descontos": [{**dia, **quanto}]}
