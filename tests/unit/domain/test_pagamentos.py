"""Pix keys, 48-digit slips and the sums of a guia, by rules that stand outside this program."""

from dataclasses import replace
from datetime import date

import pytest

from finbank_desktop.domain import arrecadacao, chaves_pix
from finbank_desktop.domain.chaves_pix import ChavePixError, TipoChave
from finbank_desktop.domain.codigo_barras import CodigoBarrasError
from finbank_desktop.domain.pagamentos import (
    ContaFavorecido,
    Favorecido,
    FormaPagamento,
    SituacaoPagamento,
    forma_usual,
    read_linha,
)
from finbank_desktop.domain.tributos import TipoTributo, Tributo


# Banco Central, Manual Operacional do DICT: the form of each kind of key.
@pytest.mark.parametrize(
    ("texto", "tipo", "chave"),
    [
        ("529.982.247-25", TipoChave.CPF, "52998224725"),
        ("11.222.333/0001-81", TipoChave.CNPJ, "11222333000181"),
        ("12.ABC.345/01DE-35", TipoChave.CNPJ, "12ABC34501DE35"),
        ("+5511987654321", TipoChave.TELEFONE, "+5511987654321"),
        ("(11) 98765-4321", TipoChave.TELEFONE, "+5511987654321"),
        ("(11) 3456-7890", TipoChave.TELEFONE, "+551134567890"),
        ("Fulana.Silva@Exemplo.com.br", TipoChave.EMAIL, "fulana.silva@exemplo.com.br"),
        ("123E4567-e12b-12d1-a456-426655440000", TipoChave.ALEATORIA, "123e4567-e12b-12d1-a456-426655440000"),
    ],
)
def test_a_key_is_kept_as_the_directory_has_it(texto: str, tipo: TipoChave, chave: str) -> None:
    found = chaves_pix.parse(texto)
    assert (found.tipo, found.chave) == (tipo, chave)


@pytest.mark.parametrize(
    "texto",
    [
        "",
        "123",
        "529.982.247-24",
        "52998224724",
        "11987654321",
        "fulana@exemplo",
        "@exemplo.com",
        "+1 212 555 0100",
        "(10) 98765-4321",
        "a" * 78,
    ],
)
def test_what_is_no_key_is_refused(texto: str) -> None:
    with pytest.raises(ChavePixError):
        chaves_pix.parse(texto)


def test_bare_digits_are_a_phone_only_when_asked_for() -> None:
    assert chaves_pix.parse("11987654321", TipoChave.TELEFONE).chave == "+5511987654321"


def test_the_kind_that_is_asked_for_decides() -> None:
    with pytest.raises(ChavePixError, match="Telefone"):
        chaves_pix.parse("fulana@exemplo.com.br", TipoChave.TELEFONE)


def test_a_telephone_bill_is_read_by_its_48_digits() -> None:
    """A bill that is printed as an example in many manuals: R$ 143,59, telecomunicações, módulo 10."""
    codigo = arrecadacao.to_codigo_barras("84670000001-7 43590024020-9 02405000243-5 84221010811-9")
    conta = arrecadacao.parse_codigo_barras(codigo)
    assert (conta.segmento, conta.valor) == ("4", 14359)
    assert arrecadacao.SEGMENTOS[conta.segmento] == "Telecomunicações"


@pytest.mark.parametrize(
    ("linha", "words"),
    [
        ("846700000016 435900240209 024050002435 842210108119", "1º campo"),
        ("846700000017 435900240209 024050002435 842210108118", "4º campo"),
        ("84670000001743590024020902405000243584221010811", "48 algarismos"),
        ("146700000017 435900240209 024050002435 842210108119", "começa com 8"),
    ],
)
def test_a_wrong_digit_is_told_by_its_field(linha: str, words: str) -> None:
    with pytest.raises(CodigoBarrasError, match=words):
        arrecadacao.to_codigo_barras(linha)


def test_a_slip_is_told_by_its_digits() -> None:
    """The boleto is Banco do Brasil's worked example of R$ 1,00."""
    boleto = "00193373700000001000500940144816060680935031"
    assert read_linha(boleto) == (FormaPagamento.BOLETO, boleto)
    assert read_linha("00190.50095 40144.816069 06809.350314 3 37370000000100") == (FormaPagamento.BOLETO, boleto)
    conta = "84670000001435900240200240500024384221010811"
    assert read_linha(conta) == read_linha("846700000017435900240209024050002435842210108119")
    assert read_linha(conta)[0] is FormaPagamento.CONCESSIONARIA
    with pytest.raises(CodigoBarrasError):
        read_linha("12345")


def test_the_usual_form_is_the_banks_own_then_pix_then_ted() -> None:
    conta = ContaFavorecido(banco="341", agencia="1", conta="2")
    chave = chaves_pix.parse("fulana@exemplo.com.br")
    quem = Favorecido(nome="Fornecedor Inventado", conta=conta, chave_pix=chave)
    assert forma_usual(quem, "341") is FormaPagamento.CREDITO_EM_CONTA
    assert forma_usual(quem, "001") is FormaPagamento.PIX_CHAVE
    assert forma_usual(replace(quem, chave_pix=None), "001") is FormaPagamento.TED
    pagamento = replace(conta, pagamento=True)
    assert forma_usual(replace(quem, chave_pix=None, conta=pagamento), "341") is FormaPagamento.PIX_CONTA
    assert forma_usual(replace(quem, chave_pix=None, conta=None), "341") is None


def test_a_guia_is_its_parts() -> None:
    guia = Tributo(
        tipo=TipoTributo.DARF,
        contribuinte_nome="Papelaria Exemplo",
        contribuinte_documento="11222333000181",
        valor_principal=100_000,
        multa=2_000,
        juros=1_500,
        vencimento=date(2026, 12, 1),
    )
    assert guia.total == 103_500


def test_what_waits_for_the_bank_is_locked() -> None:
    assert SituacaoPagamento.AGENDADO.is_locked
    assert not SituacaoPagamento.RECUSADO.is_locked
    assert {forma for forma in FormaPagamento if forma.is_pix} == {
        FormaPagamento.PIX_CHAVE,
        FormaPagamento.PIX_CONTA,
        FormaPagamento.PIX_QR,
    }
