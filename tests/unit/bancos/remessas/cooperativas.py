"""One title of a bank's example convênio as the lines of its remessa, for tests of single positions."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.dados import dados_from
from finbank_desktop.cnab.remessa import render
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Empresa, Endereco, Pessoa
from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa
from tests.unit.bancos.exemplos import conta, convenio

EMISSAO, VENCIMENTO = date(2026, 11, 20), date(2026, 12, 18)
EMPRESA = Empresa(codigo="001", razao_social="Empresa Exemplo Ltda", documento="11222333000181")
ENDERECO = Endereco(logradouro="Rua Um", numero="10", bairro="Centro", cidade="Cidade", uf="SP", cep="01310100")
PAGADOR = Pessoa(empresa_id=1, codigo="1", nome="Pagador Exemplo", documento="52998224725", endereco=ENDERECO)
EM_TAXAS = Encargos(
    juros_tipo=TipoJuros.TAXA_MENSAL,
    juros=150,
    multa_tipo=TipoMulta.PERCENTUAL,
    multa=200,
    desconto_tipo=TipoDesconto.VALOR,
    desconto=500,
)
"""1,5 % a month, a fine of 2 %, a discount of R$ 5,00 until the due date; of R$ 1.000,00, 50 centavos a day."""
EM_VALORES = Encargos(juros_tipo=TipoJuros.VALOR_DIA, juros=33, multa_tipo=TipoMulta.VALOR, multa=250)


def linhas(banco: str, formato: str, *, comando: str = "01", numero: int = 17, **mudado: Any) -> list[str]:
    """Return the lines of a remessa of one title, R$ 1.000,00 unless said otherwise.

    Raises:
        AssertionError: It is refused; the message says for which field.
    """
    base, da_conta = convenio(banco, formato), conta(banco, formato)
    own: dict[str, Any] = {"especie": base.especie, "encargos": base.encargos, "valor": 100_000} | mudado
    dados = replace(
        dados_from(base, da_conta, sequencial=numero, numero_documento="NF17"),
        vencimento=VENCIMENTO,
        valor=own["valor"],
        data_documento=EMISSAO,
        beneficiario_documento=EMPRESA.documento,
    )
    calculo = registry.find(banco).calculate(dados)
    boleto = Boleto(
        id=9,
        empresa_id=1,
        convenio_id=1,
        pessoa_id=1,
        sequencial=numero,
        numero_documento="NF17",
        nosso_numero=calculo.nosso_numero,
        nosso_numero_dv=calculo.nosso_numero_dv,
        nosso_numero_impresso=calculo.nosso_numero_impresso,
        agencia_codigo_beneficiario=calculo.agencia_codigo_beneficiario,
        codigo_barras="",
        linha_digitavel="",
        emissao=EMISSAO,
        vencimento=VENCIMENTO,
        **own,
    )
    escrita = render(
        DadosRemessa(
            empresa=EMPRESA,
            conta=da_conta,
            convenio=base,
            sequencia=7,
            geracao=datetime(2026, 11, 20, 10, 30),  # noqa: DTZ001 - bank files know no time zone
            titulos=(TituloRemessa(boleto=boleto, pagador=PAGADOR, comando=comando),),
        )
    )
    refused = [problem.field for problem in escrita.problems if problem.is_error]
    assert not refused, refused
    return escrita.data.decode("ascii").split("\r\n")[:-1]


def said(line: str, *places: str) -> list[str]:
    """Return what stands at positions such as ``"38-57"``."""
    bounds = (tuple(map(int, place.split("-"))) for place in places)
    return [line[first - 1 : last] for first, last in bounds]
