"""Movements of a remessa by the banks' own codes."""

import tomllib

import pytest

from finbank_desktop import resources
from finbank_desktop.cnab import comandos, ocorrencias
from finbank_desktop.domain.comandos import Comando

C = Comando
# What each manual prints for the code (BB CBR641 and CNAB 240 ago/2017, Caixa SIGCB C004, Bradesco 400 pos. 109-110,
# Itaú 400 jul/2021 note 6, FEBRABAN C004), by the words a bookkeeper knows the movement by.
MANUAIS = {
    ("001", "400"): {
        C.BAIXAR: "02", C.CONCEDER_ABATIMENTO: "04", C.CANCELAR_ABATIMENTO: "05", C.ALTERAR_VENCIMENTO: "06",
        C.PROTESTAR: "09", C.SUSTAR_E_MANTER: "10", C.DISPENSAR_JUROS: "11", C.ALTERAR_PAGADOR: "12",
        C.CONCEDER_DESCONTO: "31", C.CANCELAR_DESCONTO: "32", C.ALTERAR_MULTA: "35", C.DISPENSAR_MULTA: "36",
    },
    ("001", "240"): {
        C.BAIXAR: "02", C.CONCEDER_ABATIMENTO: "04", C.CANCELAR_ABATIMENTO: "05", C.ALTERAR_VENCIMENTO: "06",
        C.CONCEDER_DESCONTO: "07", C.CANCELAR_DESCONTO: "08", C.PROTESTAR: "09", C.SUSTAR_E_MANTER: "10",
        C.ALTERAR_PAGADOR: "31",
    },
    ("237", "400"): {
        C.BAIXAR: "02", C.CONCEDER_ABATIMENTO: "04", C.CANCELAR_ABATIMENTO: "05", C.ALTERAR_VENCIMENTO: "06",
        C.PROTESTAR: "09", C.SUSTAR_E_BAIXAR: "18", C.SUSTAR_E_MANTER: "19", C.ALTERAR_PAGADOR: "31",
    },
    ("341", "400"): {
        C.BAIXAR: "02", C.CONCEDER_ABATIMENTO: "04", C.CANCELAR_ABATIMENTO: "05", C.ALTERAR_VENCIMENTO: "06",
        C.PROTESTAR: "09", C.SUSTAR_E_MANTER: "18", C.DISPENSAR_JUROS: "47", C.ALTERAR_PAGADOR: "31",
    },
    ("104", "240"): {
        C.BAIXAR: "02", C.SUSTAR_E_BAIXAR: "10", C.SUSTAR_E_MANTER: "11", C.ALTERAR_JUROS: "12",
        C.DISPENSAR_JUROS: "13", C.ALTERAR_MULTA: "14", C.DISPENSAR_MULTA: "15", C.ALTERAR_PAGADOR: "31",
    },
    ("756", "240"): {C.BAIXAR: "02", C.SUSTAR_E_BAIXAR: "10", C.SUSTAR_E_MANTER: "11", C.ALTERAR_PAGADOR: "23"},
}  # fmt: skip
SECOES = {nome for nome in tomllib.loads(resources.read_text("comandos.toml")) if not nome.startswith("febraban")}


@pytest.mark.parametrize(
    ("banco", "formato", "comando", "codigo"),
    [(b, f, comando, codigo) for (b, f), tabela in MANUAIS.items() for comando, codigo in tabela.items()],
)
def test_a_movement_goes_by_the_code_in_the_banks_manual(
    banco: str, formato: str, comando: Comando, codigo: str
) -> None:
    assert comandos.code(banco, formato, comando) == codigo


@pytest.mark.parametrize("secao", sorted(SECOES))
def test_every_code_stands_in_the_banks_own_table(secao: str) -> None:
    banco, formato = secao.split("-")
    for comando in Comando:
        codigo = comandos.code(banco, formato, comando)
        if codigo is not None:
            assert "sem descrição" not in ocorrencias.movement(banco, formato, codigo), (comando, codigo)


@pytest.mark.parametrize(
    ("banco", "formato", "comando"),
    [("341", "400", C.CONCEDER_DESCONTO), ("237", "400", C.DISPENSAR_MULTA), ("001", "400", C.SUSTAR_E_BAIXAR)],
)
def test_what_a_layout_does_not_carry_is_not_offered(banco: str, formato: str, comando: Comando) -> None:
    assert comandos.code(banco, formato, comando) is None
    assert comando not in comandos.available(banco, formato)


def test_registering_is_no_order_about_a_known_title() -> None:
    assert Comando.REGISTRAR not in comandos.available("341", "400")
    assert comandos.code("341", "400", Comando.REGISTRAR) == "01"


def test_a_bank_without_a_section_is_asked_by_the_words_of_its_table() -> None:
    # FEBRABAN's own table in CNAB 240: the words must find FEBRABAN's own numbers (C004)
    tabela = ocorrencias.tabela("000", "240")
    assert tabela is not None
    found = {c: comandos._named(tabela.remessa, words) for c, words in comandos._PALAVRAS.items()}
    assert found == {comando: str(comando) for comando in Comando}


def test_a_bank_that_prints_no_movements_has_those_that_all_banks_number_alike() -> None:
    assert comandos.available("208", "240") == (
        C.BAIXAR,
        C.CONCEDER_ABATIMENTO,
        C.CANCELAR_ABATIMENTO,
        C.ALTERAR_VENCIMENTO,
        C.PROTESTAR,
    )
    for banco, formato in MANUAIS:
        if formato == "240":
            assert all(comandos.code(banco, formato, c) == c for c in comandos.available("208", "240"))
