from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from finbank_desktop.domain import codigo_barras
from finbank_desktop.domain.cadastros import Endereco
from finbank_desktop.domain.impressao import BoletoImpresso, Parte

BENEFICIARIO = Parte(
    nome="Comércio Exemplo de Materiais Ltda",
    documento="11222333000181",
    endereco=Endereco(logradouro="Rua das Acácias", numero="1200", cidade="Curitiba", uf="PR", cep="80010000"),
)
PAGADOR = Parte(
    nome="Cliente Exemplo Ltda",
    documento="11444777000161",
    endereco=Endereco(
        logradouro="Avenida Exemplo", numero="45", bairro="Centro", cidade="São Paulo", uf="SP", cep="01402000"
    ),
)


def make(number: int = 1, **changes: Any) -> BoletoImpresso:
    """Return a boleto of bank 341 with everything said, changed as asked."""
    vencimento = changes.get("vencimento", date(2026, 12, 15))
    valor = changes.get("valor", 123456)
    codigo = codigo_barras.build(banco="341", vencimento=vencimento, valor=valor, campo_livre=f"{number:025d}")
    fields: dict[str, Any] = {
        "banco_codigo": "341-7",
        "banco_nome": "Itaú Unibanco",
        "linha_digitavel": codigo.linha_digitavel,
        "codigo_barras": codigo.digitos,
        "local_pagamento": "Pagável em qualquer banco até o vencimento",
        "beneficiario": BENEFICIARIO,
        "pagador": PAGADOR,
        "agencia_codigo_beneficiario": "0057/12345-7",
        "nosso_numero": f"109/{number:08d}-4",
        "numero_documento": f"NF {number}",
        "especie": "DM",
        "aceite": "N",
        "carteira": "109",
        "data_documento": date(2026, 11, 20),
        "data_processamento": date(2026, 11, 21),
        "vencimento": vencimento,
        "valor": valor,
        "demonstrativo": ("Nota fiscal 4512, parcela 1 de 3",),
        "instrucoes": ("Após o vencimento, cobrar multa de 2,00 %.",),
    }
    return BoletoImpresso(**(fields | changes))


@pytest.fixture(scope="session")
def boleto() -> Callable[..., BoletoImpresso]:
    return make
