"""The Pix key of a convênio: kinds by FEBRABAN's G103 (1 CPF, 2 CNPJ, 3 celular, 4 e-mail, 5 chave aleatória)."""

import pytest

from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.bancos.remessas import pix
from tests.unit.bancos.exemplos import convenio

ALEATORIA = "123e4567-e89b-12d3-a456-426655440000"


@pytest.mark.parametrize(
    ("chave", "tipo"),
    [
        ("52998224725", "1"),
        ("11222333000181", "2"),
        ("12ABC34501DE35", "2"),
        ("+5511987654321", "3"),
        ("cobranca@example.com", "4"),
        (ALEATORIA, "5"),
    ],
)
def test_a_key_tells_its_kind(chave: str, tipo: str) -> None:
    assert pix.fields(convenio("033", extras={"pix_chave": chave})) == {"pix_tipo_chave": tipo, "pix_chave": chave}


@pytest.mark.parametrize(
    ("extras", "field"),
    [
        ({"pix_chave": "11 98765-4321"}, "pix_chave"),
        ({"pix_chave": "52998224725", "pix_tipo_chave": "email"}, "pix_chave"),
        ({"pix_chave": "52998224725", "pix_tipo_chave": "passaporte"}, "pix_tipo_chave"),
        ({"pix_chave": f"{'a' * 70}@example.com"}, "pix_chave"),
    ],
)
def test_what_is_no_key_is_named(extras: dict[str, str], field: str) -> None:
    with pytest.raises(BancoError) as caught:
        pix.fields(convenio("033", extras=extras))
    assert caught.value.field == field


def test_a_convenio_without_a_key_says_nothing() -> None:
    assert pix.fields(convenio("033", extras={})) == {}
