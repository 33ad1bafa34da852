"""Positions and codes of Caixa's, Nordeste's and Banese's CNAB 400, as manuals or the one source print them."""

from dataclasses import replace
from typing import Any

import pytest

from finbank_desktop.domain.encargos import Encargos, TipoDesconto
from tests.unit.bancos.remessas.cooperativas import EM_TAXAS, EM_VALORES, linhas, said


def refused(banco: str, formato: str, **mudado: Any) -> str:
    with pytest.raises(AssertionError) as caught:
        linhas(banco, formato, **mudado)
    return str(caught.value.args[0])


# Caixa, "Leiaute CNAB 400 SIGCB", MO 67126 v015


def test_caixa_400_puts_a_code_of_six_digits_behind_a_blank() -> None:
    header, detalhe, _ = linhas("104", "400")
    # NE004 A2: 31 and 21 blank with version 007
    assert said(header, "27-37", "77-94", "101-103", "390-394") == ["1234 123456", "104CAIXA          ", "007", "00007"]
    assert said(detalhe, "18-29", "30-31", "57-73", "74-77") == ["000 12345620", "00", "14000000000000017", "    "]


def test_caixa_400_gives_back_an_unpaid_title_after_99_days_or_those_asked() -> None:
    assert said(linhas("104", "400")[1], "157-160", "392-394") == ["0200", "991"]
    assert said(linhas("104", "400", encargos=Encargos(baixa_dias=30))[1], "157-160", "392-393") == ["0200", "30"]
    assert said(linhas("104", "400", encargos=Encargos(protesto_dias=5))[1], "157-160", "392-393") == ["0100", "05"]
    assert "baixa_dias" in refused("104", "400", encargos=Encargos(baixa_dias=100))
    assert "protesto_dias" in refused("104", "400", encargos=Encargos(protesto_dias=1))  # NE025: 2 to 90


def test_caixa_400_has_amounts_of_interest_and_fine_and_a_coded_discount() -> None:
    _, detalhe, _ = linhas("104", "400", encargos=replace(EM_TAXAS, desconto_tipo=TipoDesconto.PERCENTUAL))
    # NE063 and NE061 2 percentual; 50 centavos a day; 2 % of R$ 1.000,00
    assert said(detalhe, "78-84", "161-173", "174-192", "352-367") == [
        "1912262",
        "0000000000050",
        "181226" + "0000000000500",
        "191226" + "0000002000",
    ]


@pytest.mark.parametrize(("comando", "codigo"), [("02", "02"), ("04", "03"), ("05", "04"), ("06", "05"), ("23", "09")])
def test_caixa_400_numbers_movements_its_own_way(comando: str, codigo: str) -> None:
    assert said(linhas("104", "400", comando=comando, abatimento=100)[1], "109-110") == [codigo]  # NE017


# Banco do Nordeste, "Leiaute CNAB 400" v2.0, jul/2011


def test_nordeste_400_has_the_codes_of_its_manual() -> None:
    header, detalhe, _ = linhas("004", "400")
    assert said(header, "27-40", "77-94") == ["123400" + "0056789" + "0", "004B.DO NORDESTE  "]
    # carteira 4 for the operation 21; 08: no charges; 99: no protest; 0: real
    assert said(detalhe, "63-69", "108-108", "148-149", "157-160", "392-394") == ["0000017", "4", "01", "0008", "990"]
    _, com, _ = linhas("004", "400", encargos=replace(EM_TAXAS, protesto_dias=10))
    assert said(com, "32-33", "157-160", "161-173", "392-393") == ["02", "0000", "0000000000050", "10"]


def test_nordeste_400_holds_fines_of_whole_percents_only() -> None:
    assert "multa" in refused("004", "400", encargos=replace(EM_TAXAS, multa=250))
    assert "multa" in refused("004", "400", encargos=EM_VALORES)


# Banese: ACBr's writer, one source


def test_banese_400_is_what_acbr_writes() -> None:
    header, detalhe, _ = linhas("047", "400", encargos=replace(EM_TAXAS, protesto_dias=10))
    assert said(header, "27-46", "77-94") == ["00000056789" + " " * 9, "047BANESE         "]
    assert said(detalhe, "18-28", "63-70", "72-82", "93-108", "127-139") == [
        "00000056789",
        "00000017",
        "0" + "1" + "000000200",
        "0" + "0" * 14 + "1",
        "0000000100000",
    ]
    assert said(detalhe, "140-150", "157-173") == ["047" + "00501" + "01" + "N", "P610" + "0" + "000000000050"]
    assert said(linhas("047", "400")[1], "157-173") == ["0000" + "9" + "0" * 12]
    assert "valor" in refused("047", "400", valor=10_000_000_000)
