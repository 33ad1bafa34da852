"""Semear (743): the one source is BoletoNet/boletonet."""

from typing import Any

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo

BASE: dict[str, Any] = {
    "agencia": "001",
    "conta": "65456",
    "conta_dv": "0",
    "carteira": "02",
    "nosso_numero": "35148373401",
}


def test_the_number_of_the_sources_test() -> None:
    assert registry.find("743").calculate(DadosCalculo(**BASE)).nosso_numero_impresso == "35148373401-6"


def test_campo_livre_is_agencia_carteira_number_conta_and_zero() -> None:
    assert registry.find("743").calculate(DadosCalculo(**BASE)).campo_livre == "0001023514837340100654560"


@pytest.mark.parametrize(("campo", "valor"), [("conta_dv", "5"), ("conta_dv", ""), ("carteira", "09")])
def test_what_the_source_leaves_open_is_refused(campo: str, valor: str) -> None:
    with pytest.raises(BancoError) as caught:
        registry.find("743").calculate(DadosCalculo(**{**BASE, campo: valor}))
    assert caught.value.field == campo
