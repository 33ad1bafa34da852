"""What a bank answers is compared with what was asked, down to the check digits; codes from the banks' own examples."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.codigo_barras import CodigoBarrasError, parse_codigo_barras
from finbank_desktop.domain.registro import ContaApi, TituloRegistro
from finbank_desktop.gateway.port import Numeracao, TituloNoBanco
from finbank_desktop.services.registros import titulos
from finbank_desktop.services.registros.conferencia import both_codes, divergences
from finbank_desktop.services.registros.titulos import Cadastro
from tests.unit.gateway.bancozinho import AdaptadorPequeno, titulo

LINHA = "00190000090123879877977700168188337710000013500"
"""Banco do Brasil: convênio 1238798, nosso número 7777700168, carteira 18, R$ 135,00 (doctest of ``codigo_barras``)."""
BARRAS = "00193377100000135000000001238798777770016818"
VENCIMENTO = date(1997, 10, 7) + timedelta(days=3771)
"""Fator 3771 counts from 07/10/1997."""
BRCODE = (
    "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008"
    "BRASILIA62070503***63041D3D"
)
"""Static example of the Banco Central, Manual de Padrões para Iniciação do Pix 2.3.0, 1.5.4."""


def pedido(**boleto: object) -> TituloRegistro:
    base = titulo()
    novo = replace(base.boleto, valor=135_00, vencimento=VENCIMENTO, codigo_barras=BARRAS, linha_digitavel=LINHA)
    return replace(base, boleto=replace(novo, **boleto))  # type: ignore[arg-type] # fields by name


def cadastro(numeracao: Numeracao = Numeracao.NOSSA, banco: str = "001") -> Cadastro:
    adaptador = AdaptadorPequeno(numeracao=numeracao)
    adaptador.banco = banco
    conta = ContaApi(convenio_id=1, adaptador="pequeno")
    base = titulo()
    convenio = replace(base.convenio, banco=banco, convenio="1238798", carteira="18")
    return Cadastro(conta_api=conta, adaptador=adaptador, convenio=convenio, conta=base.conta, empresa=base.empresa)


def said(dito: TituloNoBanco, de: Cadastro | None = None, asked: TituloRegistro | None = None) -> str:
    return "; ".join(divergences(de or cadastro(), asked or pedido(), dito))


def answer(**campos: object) -> TituloNoBanco:
    padrao: dict[str, object] = {"referencia": "1", "linha_digitavel": LINHA, "codigo_barras": BARRAS}
    return TituloNoBanco(**padrao | campos)  # type: ignore[arg-type] # fields by name


def test_a_good_answer_has_nothing_against_it() -> None:
    assert said(answer(valor=135_00, vencimento=VENCIMENTO, nosso_numero="1", pix=BRCODE)) == ""
    assert both_codes(answer()) == (BARRAS, LINHA)
    assert both_codes(answer(codigo_barras="")) == (BARRAS, LINHA)
    assert both_codes(answer(linha_digitavel="")) == (BARRAS, LINHA)
    assert both_codes(answer(linha_digitavel="00190.00009 01238.798779 77700.168188 3 37710000013500")) == (
        BARRAS,
        LINHA,
    )


@pytest.mark.parametrize(
    ("campos", "dito"),
    [
        ({"valor": 136_00}, "no banco o valor é R$ 136,00, aqui R$ 135,00"),
        ({"vencimento": VENCIMENTO + timedelta(days=1)}, "no banco o vencimento é"),
        ({"pagador_documento": "11222333000181"}, "no banco o pagador é outro"),
        ({"chave": "000002ABCDEFGHI"}, "no banco a chave é 000002ABCDEFGHI"),
        ({"nosso_numero": "77"}, "o banco diz nosso número 77"),
        ({"linha_digitavel": LINHA[:9] + "1" + LINHA[10:]}, "1º campo da linha digitável não confere"),
        ({"linha_digitavel": LINHA[:-1]}, "tem 47 algarismos, esta tem 46"),
        ({"codigo_barras": BARRAS[:-1] + "9"}, "dígito verificador do código de barras não confere"),
        ({"linha_digitavel": "", "codigo_barras": "<NnWwNn>"}, "não deu um código de barras que se possa ler"),
        ({"pix": BRCODE[:-1] + "E"}, "o código Pix não serve"),
    ],
    ids=lambda valor: str(valor)[:40],
)
def test_each_difference_is_said(campos: dict[str, object], dito: str) -> None:
    assert dito in said(answer(**campos))


def test_codes_of_two_boletos_are_told_apart() -> None:
    outro = replace(parse_codigo_barras(BARRAS), valor=1_00).digitos
    with pytest.raises(CodigoBarrasError, match="boletos diferentes"):
        both_codes(answer(codigo_barras=outro))


@pytest.mark.parametrize(
    ("boleto", "dito"),
    [
        ({"valor": 134_99}, "o código de barras diz R$ 135,00, o boleto é de R$ 134,99"),
        ({"vencimento": VENCIMENTO + timedelta(days=1)}, "o código de barras diz outro vencimento"),
        ({"codigo_barras": BARRAS[:-1] + "9"}, "o campo livre do código de barras não é o que o convênio daria"),
    ],
)
def test_a_code_of_another_title_is_no_code_of_this_one(boleto: dict[str, object], dito: str) -> None:
    assert dito in said(answer(), asked=pedido(**boleto))


def test_a_code_of_another_bank_is_said() -> None:
    assert "o código de barras é do banco 001, não do 237" in said(answer(), cadastro(banco="237"))


def test_a_due_date_after_the_factor_began_again_is_read_right() -> None:
    """1026 is 20/03/2025, on a boleto that Banco do Brasil registered in its test environment."""
    novo = replace(parse_codigo_barras(BARRAS), fator="1026")
    asked = pedido(vencimento=date(2025, 3, 20), codigo_barras=novo.digitos)
    assert said(answer(linha_digitavel="", codigo_barras=novo.digitos), asked=asked) == ""


def test_a_number_the_bank_gave_has_to_stand_in_its_code() -> None:
    de = cadastro(Numeracao.BANCO)
    assert said(answer(nosso_numero="12387987777700168"), de, pedido(nosso_numero="P1", codigo_barras="")) == ""
    assert "não está no código de barras" in said(
        answer(nosso_numero="12387980000000555"), de, pedido(nosso_numero="P1", codigo_barras="")
    )


def test_what_is_asked_is_pictured_so_that_a_change_can_be_said() -> None:
    antes = titulos.retrato(pedido(), bank_numbers=False)
    depois = titulos.retrato(
        pedido(valor=200_00, vencimento=date(2026, 12, 20), instrucoes=("Não receber após 30 dias",)),
        bank_numbers=False,
    )
    assert titulos.fingerprint(antes) != titulos.fingerprint(depois)
    assert list(titulos.differences(antes, depois)) == [
        "valor: era R$ 135,00, agora R$ 200,00",
        f"vencimento: era {VENCIMENTO:%d/%m/%Y}, agora 20/12/2026",
        "instruções mudou",
    ]
    assert list(titulos.differences(antes, antes)) == []


def test_a_number_the_bank_is_to_give_is_not_part_of_what_is_asked() -> None:
    def mark(boleto: Boleto) -> str:
        return titulos.fingerprint(titulos.retrato(replace(titulo(), boleto=boleto), bank_numbers=True))

    assert mark(pedido().boleto) == mark(pedido(nosso_numero="777").boleto)
