"""From the nosso número in retornos of real banks to the number a boleto is kept under."""

import pytest

from finbank_desktop.bancos import registry


@pytest.mark.parametrize(
    ("banco", "formato", "raw", "chave"),
    [
        ("001", "240", "32948600000000196   ", "32948600000000196"),  # laravel-boleto cnab240/banco_brasil.ret
        ("001", "400", "11122450000000290", "11122450000000290"),  # laravel-boleto cnab400/banco_brasil.ret
        ("001", "240", "123456012344        ", "12345601234"),  # 11 digits and their check digit
        ("104", "240", "240000000000859234", "24000000000085923"),  # R2100095.RET
        ("104", "240", "140000000000000316", "14000000000000031"),  # RETORNOCEF091116.ret
        ("104", "240", "00240000000000859234", "24000000000085923"),  # the same, zero-filled
        ("104", "240", "00014000000000000001", "14000000000000001"),  # as a remessa writes it
        ("237", "400", "00000008651P", "00000008651"),  # BoletoNetCore carteira 09
        ("237", "400", "513500000074", "51350000007"),  # CNAB400BRADESCO.RET
        ("341", "400", "00231327", "00231327"),  # retorno_cnab400_itau.ret
        ("341", "240", "109000000050        ", "00000005"),  # cobranca.itau.ret
        ("756", "240", "000000033001014     ", "0000033"),  # padrao240.ret
        ("756", "400", "000000157595", "0015759"),  # sicoob.ret
    ],
)
def test_real_retornos_are_understood(banco: str, formato: str, raw: str, chave: str) -> None:
    assert registry.find(banco).nosso_numero_chave(raw, formato) == chave


@pytest.mark.parametrize("banco", [banco.codigo for banco in registry.todos()])
@pytest.mark.parametrize("raw", ["", "   ", "C1M1NOSSONUMERO00010", "12"])
def test_what_is_no_number_gives_no_key(banco: str, raw: str) -> None:
    assert registry.find(banco).nosso_numero_chave(raw, "240") == ""
