"""How Caixa (104) takes a title: XML, dates as ISO, percentages with four decimals.

Sources: ACBr; mundipagg/boleto-api for the order of the fields.
"""

import html
from collections.abc import Iterator

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.encargos import TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.registro import TituloRegistro
from finbank_desktop.domain.valores import Centesimos, format_decimal
from finbank_desktop.gateway import corpos

TAMANHO_NUMERO = 17


def numero_caixa(boleto: Boleto) -> str:
    """Return the 17 digits of the nosso número: 14 and fifteen more."""
    numero = boleto.nosso_numero
    return numero if len(numero) == TAMANHO_NUMERO else "14" + numero.zfill(TAMANHO_NUMERO - 2)


def titulo_xml(titulo: TituloRegistro, especie: str) -> str:
    """Return the TITULO of a registration; *especie* is the bank's code."""
    boleto, encargos, final = titulo.boleto, titulo.boleto.encargos, titulo.beneficiario_final
    acao, dias = ("PROTESTAR", encargos.protesto_dias) if encargos.protesto_dias else ("DEVOLVER", encargos.baixa_dias)
    linhas = [tag("MENSAGEM", linha) for linha in boleto.instrucoes if linha.strip()]
    return grupo(
        "TITULO",
        tag("NOSSO_NUMERO", numero_caixa(boleto)),
        tag("TIPO", "HIBRIDO") if titulo.com_pix else "",
        tag("NUMERO_DOCUMENTO", boleto.numero_documento),
        tag("DATA_VENCIMENTO", boleto.vencimento.isoformat()),
        tag("VALOR", format_decimal(boleto.valor)),
        tag("TIPO_ESPECIE", especie),
        tag("FLAG_ACEITE", "S" if boleto.aceite else "N"),
        tag("DATA_EMISSAO", boleto.emissao.isoformat()),
        _juros(boleto),
        tag("VALOR_ABATIMENTO", format_decimal(boleto.abatimento)),
        grupo("POS_VENCIMENTO", tag("ACAO", acao), tag("NUMERO_DIAS", str(dias or 0))),
        tag("CODIGO_MOEDA", "9"),
        grupo("PAGADOR", *_pessoa(titulo.pagador), _endereco(titulo.pagador)),
        grupo("SACADOR_AVALISTA", *_pessoa(final)) if final else "",
        *_multa_e_desconto(boleto),
        tag("IDENTIFICACAO_EMPRESA", titulo.chave),
        grupo("FICHA_COMPENSACAO", grupo("MENSAGENS", *linhas)) if linhas else "",
        _PAGAMENTO,
    )


def tag(nome: str, valor: str) -> str:
    """Return one element with a text in it."""
    return f"<{nome}>{html.escape(valor, quote=False)}</{nome}>"


def grupo(nome: str, *partes: str) -> str:
    """Return one element with others in it."""
    return f"<{nome}>{''.join(partes)}</{nome}>"


_PAGAMENTO = grupo("PAGAMENTO", tag("QUANTIDADE_PERMITIDA", "1"), tag("TIPO", "NAO_ACEITA_VALOR_DIVERGENTE"))


def _percentual(taxa: Centesimos) -> str:
    return format_decimal(taxa) + "00"


def _juros(boleto: Boleto) -> str:
    encargos = boleto.encargos
    if not corpos.tem_juros(encargos):
        return grupo("JUROS_MORA", tag("TIPO", "ISENTO"), tag("VALOR", "0"))
    dia = tag("DATA", corpos.dia_seguinte(boleto.vencimento).isoformat())
    if encargos.juros_tipo is TipoJuros.VALOR_DIA:
        return grupo("JUROS_MORA", tag("TIPO", "VALOR_POR_DIA"), dia, tag("VALOR", format_decimal(encargos.juros)))
    return grupo("JUROS_MORA", tag("TIPO", "TAXA_MENSAL"), dia, tag("PERCENTUAL", _percentual(encargos.juros)))


def _multa_e_desconto(boleto: Boleto) -> Iterator[str]:
    encargos = boleto.encargos
    if corpos.tem_multa(encargos):
        em_reais = encargos.multa_tipo is TipoMulta.VALOR
        dia = tag("DATA", corpos.dia_seguinte(boleto.vencimento).isoformat())
        yield grupo("MULTA", dia, _quanto(encargos.multa, em_reais=em_reais))
    if corpos.tem_desconto(encargos):
        em_reais = encargos.desconto_tipo is TipoDesconto.VALOR
        dia = tag("DATA", corpos.limite_desconto(boleto.vencimento, encargos).isoformat())
        yield grupo("DESCONTOS", grupo("DESCONTO", dia, _quanto(encargos.desconto, em_reais=em_reais)))


def _quanto(valor: int, *, em_reais: bool) -> str:
    return tag("VALOR", format_decimal(valor)) if em_reais else tag("PERCENTUAL", _percentual(valor))


def _pessoa(pessoa: Pessoa) -> tuple[str, str]:
    if corpos.tipo_pessoa(pessoa.documento, "F", "J") == "F":
        return tag("CPF", pessoa.documento), tag("NOME", pessoa.nome)
    return tag("CNPJ", pessoa.documento), tag("RAZAO_SOCIAL", pessoa.nome)


def _endereco(pessoa: Pessoa) -> str:
    endereco = pessoa.endereco
    return grupo(
        "ENDERECO",
        tag("LOGRADOURO", endereco.rua),
        tag("BAIRRO", endereco.bairro),
        tag("CIDADE", endereco.cidade),
        tag("UF", endereco.uf),
        tag("CEP", endereco.cep),
    )
