import re
from collections import defaultdict

import pytest

from finbank_desktop import resources
from finbank_desktop.cnab import ocorrencias
from finbank_desktop.domain.ocorrencias import Efeito

# What pays a title, in the words of each bank's own table: a wrong code here moves money.
PAYS = {
    ("000", "240"): {"06", "17"},  # FEBRABAN C044: liquidação; liquidação após baixa ou de título não registrado
    ("001", "240"): {"06", "17"},
    # CBR643: sem registro, normal, por conta, por saldo, em cartório, após baixa
    ("001", "400"): {"05", "06", "07", "08", "15", "17"},
    ("104", "240"): {"06"},  # 46, on-line, comes again as 06
    ("237", "240"): {"06", "17"},
    ("237", "400"): {"06", "15", "17"},  # normal, em cartório, após baixa
    ("341", "240"): {"06", "08"},
    ("341", "400"): {"06", "07", "08"},  # normal, parcial, em cartório
    ("756", "240"): {"06", "17"},
    ("003", "400"): {"05", "06", "07", "08", "15", "17"},  # those of Banco do Brasil (ACBr)
    ("004", "400"): {"06", "07", "08"},  # normal, por conta, por cartório
    ("070", "400"): {"05", "06", "09", "15", "16"},  # ACBr: sem registro, liquidado, regularizada
    ("021", "400"): {"06", "17"},
    ("025", "400"): {"06", "07", "15", "17"},  # ACBr: normal, por conta, em cartório, após baixa
    ("033", "240"): {"06", "17"},
    ("033", "400"): {"06", "07", "08", "17"},  # liquidação, por conta, por saldo, em cartório
    ("041", "240"): {"06", "17"},
    ("041", "400"): {"06", "07", "08", "15"},  # normal, parcial, pelo saldo, em cartório
    ("077", "400"): {"06"},
    ("084", "400"): {"06", "15", "17"},  # Bradesco's
    ("085", "240"): {"06", "17", "76", "77"},  # 76 and 77: what 06 and 17 are for boletos the cooperative posts
    ("085", "400"): {"06", "15", "17"},
    ("097", "240"): {"06"},  # CrediSIS, abr/2017, C044; 66 is a cancellation
    ("097", "400"): {"06"},  # no table in its manual: only what no bank means otherwise
    ("104", "400"): {"21", "22"},
    ("133", "400"): {"06", "17"},
    ("136", "400"): {"01", "06", "09"},  # em cartório, normal, de título descontado; 07 is conditional
    ("047", "400"): {"06", "17"},
    ("089", "400"): {"05", "06"},  # what ACBr knows of it; 15 and 17 only inform
    ("099", "400"): {"06", "15", "17"},
    ("107", "400"): {"06", "15", "17"},
    ("174", "400"): {"06", "07", "08", "75"},
    ("212", "400"): {"06", "08"},
    ("218", "400"): {"06"},
    ("310", "400"): {"06"},
    ("329", "400"): {"06", "15", "17"},
    ("457", "400"): {"06", "15", "17"},
    ("604", "400"): {"06", "08"},
    ("637", "400"): {"06", "08"},
    ("655", "400"): {"06", "07", "08", "70"},
    ("208", "240"): {"06", "17"},
    ("224", "400"): {"06", "08"},
    ("246", "400"): {"06", "08", "17"},
    ("274", "400"): {"06", "17"},
    ("336", "400"): {"06", "07", "08", "75"},
    ("389", "400"): {"06", "15", "23", "24"},  # ACBr: normal, em cartório, débito em conta, correspondente
    ("399", "400"): {"06", "07", "15", "31", "32", "33", "38", "39"},
    ("422", "400"): {"06", "07", "15", "41"},
    ("745", "400"): {"06", "15", "17"},  # liquidação, em cartório, após baixa (manual v1.16)
    ("435", "400"): {"06", "08"},
    ("633", "400"): {"06", "08"},
    ("643", "400"): {"06", "08"},
    ("707", "400"): {"06", "08"},
    ("712", "400"): {"06", "15", "17"},
    ("748", "240"): {"06", "17"},
    ("748", "400"): {"06", "15", "17"},  # 07 is an intention to pay
    ("756", "400"): {"05", "06", "15", "17"},
}
IN_PART = {
    ("025", "400"): {"07"},
    ("001", "400"): {"07"},
    ("003", "400"): {"07"},
    ("341", "400"): {"07"},
    ("004", "400"): {"07"},
    ("033", "400"): {"07"},
    ("041", "400"): {"07"},
    ("336", "400"): {"75"},
    ("399", "400"): {"07", "33"},
    ("422", "400"): {"07"},
    ("174", "400"): {"75"},
    ("655", "400"): {"07"},
}
CONFIRMS = {("104", "400"): {"01"}, ("136", "400"): set[str]()}  # Unicred's 02 answers every order
# Dropped by the bank or by order, not paid.
DROPS = {
    ("000", "240"): {"09", "15", "25"},
    ("001", "400"): {"09", "10"},
    ("104", "240"): {"09", "25"},
    ("237", "400"): {"09", "10"},
    ("341", "400"): {"09", "10", "32", "59"},
    ("104", "400"): {"02", "23", "24", "25"},
    ("748", "400"): {"09", "10"},
    ("033", "400"): {"09", "10"},
}
REJECTS = {
    ("000", "240"): {"03"},
    ("001", "400"): {"03"},
    ("070", "400"): set(),  # ACBr knows no code of refusal
    ("104", "240"): {"03", "40"},
    ("237", "400"): {"03", "24"},
    ("341", "240"): {"03", "60"},
    ("341", "400"): {"03", "60"},
    ("004", "400"): {"51"},
    ("025", "400"): {"03", "24"},
    ("084", "400"): {"03", "24"},
    ("099", "400"): {"03", "24"},
    ("107", "400"): {"03", "24"},
    ("329", "400"): {"03", "24"},
    ("457", "400"): {"03", "24"},
    ("104", "400"): {"99"},
    ("136", "400"): set[str](),  # 03 answers every order
    ("274", "400"): {"03", "24"},
    ("399", "400"): set[str](),  # 03 refuses an entry or an instruction and does not say which
    ("748", "400"): {"03", "24"},
}
REVERSES = {
    ("001", "400"): {"44"},
    ("003", "400"): {"44"},
    ("341", "400"): {"69"},
    ("104", "240"): {"44"},
    ("237", "400"): {"40"},
    ("025", "400"): {"40"},
    ("084", "400"): {"40"},
    ("099", "400"): {"40"},
    ("107", "400"): {"40"},
    ("174", "400"): {"69"},
    ("329", "400"): {"40"},
    ("457", "400"): {"40"},
    ("104", "400"): {"33"},
    ("274", "400"): {"40"},
    ("336", "400"): {"69"},
}


def by_effect(banco: str, formato: str) -> dict[Efeito, set[str]]:
    table = ocorrencias.tabela(banco, formato)
    assert table is not None
    effects: dict[str, Efeito] = {}
    for each in reversed(list(table.lineage())):
        effects |= {code: efeito for code, (_, efeito) in each.retorno.items()}
    found: dict[Efeito, set[str]] = defaultdict(set)
    for code, efeito in effects.items():
        found[efeito].add(code)
    return found


@pytest.mark.parametrize("place", PAYS, ids="-".join)
def test_only_liquidacoes_pay(place: tuple[str, str]) -> None:
    found = by_effect(*place)
    assert found[Efeito.LIQUIDA] | found[Efeito.LIQUIDA_PARCIAL] == PAYS[place]
    assert found[Efeito.LIQUIDA_PARCIAL] == IN_PART.get(place, set())
    assert found[Efeito.ESTORNA] == REVERSES.get(place, set())
    assert DROPS.get(place, set()) <= found[Efeito.BAIXA]
    assert found[Efeito.CONFIRMA] >= CONFIRMS.get(place, {"02"})
    assert REJECTS.get(place, {"03"}) == found[Efeito.REJEITA]


@pytest.mark.parametrize("place", PAYS, ids="-".join)
def test_words_and_effects_do_not_contradict(place: tuple[str, str]) -> None:
    table = ocorrencias.tabela(*place)
    assert table is not None
    for code, (texto, efeito) in table.retorno.items():
        if texto.startswith(("Tarifa", "Custas", "Débito de tarifas", "Débito mensal de tarifa")):
            assert efeito is Efeito.TARIFA, (code, texto)
        if efeito.moves_money:
            assert re.search(r"[Ll]iquida|[Pp]ag", texto), (code, texto)
        if "rejeitad" in texto:
            assert not efeito.moves_money, (code, texto)


def test_texts_are_written_out() -> None:
    for name in resources.children("ocorrencias"):
        text = resources.read_text(f"ocorrencias/{name}")
        for short in (" instr.", "conf. ", " alt. ", " pagto", " cód.", " nº", "canc. ", "liq."):
            assert short not in text, (name, short)


def test_a_payment_by_account_is_a_payment_in_part() -> None:
    # FEBRABAN C047 C: 01 por saldo, 02 por conta
    assert ocorrencias.explain("756", "240", "06", "0200000000")[1] is Efeito.LIQUIDA_PARCIAL
    assert ocorrencias.explain("756", "240", "06", "0100000000")[1] is Efeito.LIQUIDA
    # For a baixa the same code says nothing of money, and at Caixa 02 is a lottery shop.
    assert ocorrencias.explain("756", "240", "09", "0200000000")[1] is Efeito.BAIXA
    assert ocorrencias.explain("104", "240", "06", "02")[1] is Efeito.LIQUIDA
    # BB CNAB 400, positions 87-88: 02 liquidação parcial
    assert ocorrencias.explain("001", "400", "06", "02")[1] is Efeito.LIQUIDA_PARCIAL
    assert ocorrencias.explain("001", "400", "46", "02")[1] is Efeito.INFORMA


def test_every_reason_of_a_field_is_given_in_words() -> None:
    texto, efeito, motivos = ocorrencias.explain("756", "240", "03", "0816480000")
    assert (texto, efeito) == ("Entrada rejeitada", Efeito.REJEITA)
    assert [(motivo.codigo, motivo.texto) for motivo in motivos] == [
        ("08", "Nosso número inválido"),
        ("16", "Vencimento inválido"),
        ("48", "CEP inválido"),
    ]


def test_zeros_are_a_reason_only_where_the_bank_says_so_and_only_once() -> None:
    # Bradesco, occurrence 06: 00 is "pago com dinheiro"; Sicoob has no 00.
    assert [motivo.codigo for motivo in ocorrencias.explain("237", "400", "06", "0000000000")[2]] == ["00"]
    assert ocorrencias.explain("756", "240", "06", "0000000000")[2] == ()
    assert ocorrencias.explain("756", "240", "06", "          ")[2] == ()


def test_reasons_of_four_digits_are_read_whole() -> None:
    # Itaú, note 20, occurrence 25: 1842 stands in positions 378-381 of a real file
    (motivo,) = ocorrencias.explain("341", "400", "25", "1842")[2]
    assert (motivo.codigo, motivo.texto) == ("1842", "Boleto DDA, dívida não reconhecida pelo pagador")


def test_an_order_to_protest_that_was_disregarded_is_refused() -> None:
    # Bradesco, position 295 of occurrence 19: A aceito, D desprezado
    assert ocorrencias.explain("237", "400", "19", "A")[1] is Efeito.INSTRUCAO_ACEITA
    assert ocorrencias.explain("237", "400", "19", "D")[1] is Efeito.INSTRUCAO_RECUSADA


def test_an_unknown_code_only_informs() -> None:
    texto, efeito, motivos = ocorrencias.explain("341", "400", "99", "0102")
    assert efeito is Efeito.INFORMA
    assert "99" in texto
    assert [motivo.codigo for motivo in motivos] == ["01", "02"]
    assert not ocorrencias.is_known("341", "400", "99")
    assert ocorrencias.is_known("341", "400", "06")


def test_an_unknown_reason_keeps_its_code() -> None:
    (motivo,) = ocorrencias.explain("104", "240", "06", "77")[2]
    assert motivo.codigo == "77"
    assert "77" in motivo.texto


def test_a_bank_inherits_febraban_and_says_what_differs() -> None:
    assert ocorrencias.explain("001", "240", "03", "08")[2][0].texto == "Nosso número inválido"
    assert ocorrencias.explain("001", "240", "03", "52")[2][0].texto == "Registro de título já liquidado (carteira 17)"
    assert ocorrencias.explain("748", "240", "06", "")[:2] == ("Liquidação", Efeito.LIQUIDA)


def test_a_bank_without_a_table_for_a_format_knows_no_code() -> None:
    assert ocorrencias.tabela("999", "400") is None
    assert ocorrencias.explain("999", "400", "06", "")[1] is Efeito.INFORMA
    assert not ocorrencias.is_known("999", "400", "06")


def test_movements_of_a_remessa_have_words() -> None:
    assert ocorrencias.movement("341", "400", "01") == "Entrada de título"
    assert ocorrencias.movement("756", "240", "02") == "Pedido de baixa"
    assert ocorrencias.movement("756", "240", "ZZ") == "Movimento ZZ sem descrição"


def test_every_table_of_a_bank_says_here_what_pays() -> None:
    names = [name.removesuffix(".toml") for name in resources.children("ocorrencias") if name != "febraban.toml"]
    tables = {(name[:3], size) for name in names for size in ("240", "400") if ocorrencias._load(name, size)}
    inherited = {("091", "240"), ("133", "240"), ("136", "240"), ("237", "240"), ("341", "240"), ("745", "240")}
    remessa_only = {("091", "400")}
    assert tables - set(PAYS) <= inherited | remessa_only


@pytest.mark.parametrize(
    ("ocorrencia", "codigo", "textos"),
    [
        # BV, CNAB 400, version 6.2, note 11, tables 1 and 2
        (
            "03",
            "23250000",
            ["Nosso número já registrado ou inválido", "Número de inscrição da empresa em branco ou inválido"],
        ),
        ("16", "46000000", ["Sustação de protesto não permitida para o título"]),
    ],
)
def test_bv_says_in_words_why_it_refuses(ocorrencia: str, codigo: str, textos: list[str]) -> None:
    _texto, _efeito, motivos = ocorrencias.explain("655", "400", ocorrencia, codigo)
    assert [motivo.texto for motivo in motivos] == textos
