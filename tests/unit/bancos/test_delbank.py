"""Delbank (435): the one source is eduardokum/laravel-boleto."""

from typing import Any

import pytest

from finbank_desktop.bancos import calculo, registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo

BASE: dict[str, Any] = {"agencia": "19", "conta": "10138", "carteira": "112", "nosso_numero": "19628"}


def test_the_digit_is_the_one_of_the_sources_retorno() -> None:
    # tests/Retorno/files/cnab400/delbank.ret: number 00000196289, carteira 112
    feito = registry.find("435").calculate(DadosCalculo(**BASE))
    assert (feito.nosso_numero, feito.nosso_numero_dv) == ("0000019628", "9")
    assert registry.find("435").nosso_numero_chave("00000196289", "400") == "0000019628"


def test_campo_livre_is_agencia_carteira_number_conta_and_zero() -> None:
    assert calculo.calculate("435", DadosCalculo(**BASE)).calculo.campo_livre == "0019110000001962800101380"


@pytest.mark.parametrize(("campo", "valor"), [("agencia", "20"), ("carteira", "6"), ("conta", "")])
def test_what_the_source_does_not_know_is_refused(campo: str, valor: str) -> None:
    with pytest.raises(BancoError) as caught:
        registry.find("435").calculate(DadosCalculo(**{**BASE, campo: valor}))
    assert caught.value.field == campo
