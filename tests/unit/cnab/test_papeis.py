import pytest

from finbank_desktop import resources
from finbank_desktop.cnab import papeis
from finbank_desktop.domain.ocorrencias import Ocorrencia
from finbank_desktop.layouts import loader

COBRANCA = [path for path in loader.available() if "/cobranca_" in path]
FILES = [
    f"{folder}/{name.removesuffix('.toml')}"
    for folder in resources.children("papeis")
    for name in resources.children(f"papeis/{folder}")
]


# What a layout cannot say because the bank's form has no place for it.
NOT_SAID = {
    "004-banco-do-nordeste/cobranca_400_retorno": {"motivos"},  # signs by position, for refused orders only
    "021-banestes/cobranca_400_retorno": {"data_credito"},
    "047-banese/cobranca_400_retorno": {"data_credito"},
    "174-pefisa/cobranca_400_retorno": {"motivos"},
    "218-bs2/cobranca_400_retorno": {"valor_tarifa", "motivos"},
    "070-brb/cobranca_400_remessa": {"codigo"},
    "070-brb/cobranca_400_remessa_077": {"codigo"},
    "070-brb/cobranca_400_retorno": {"valor_tarifa", "motivos"},
    "070-brb/cobranca_400_retorno_075": {"valor_tarifa", "motivos"},
    "077-inter/cobranca_400_retorno": {"valor_tarifa", "motivos"},  # the reason is written out
    "097-credisis/cobranca_400_retorno": {"motivos"},
    "097-credisis/cobranca_400_retorno_convenio_5": {"seu_numero", "valor_tarifa", "data_ocorrencia", "motivos"},
    "399-hsbc/cobranca_400_retorno": {"data_credito"},
    "707-daycoval/cobranca_400_retorno": {"data_credito"},
    "745-citibank/cobranca_400_retorno": {"motivos"},  # the reason is written out
    "comum/cobranca_400_remessa": {"nosso_numero"},
    "comum/cobranca_400_retorno": {"nosso_numero", "valor_tarifa", "data_credito", "motivos"},
}
TITLE = {"codigo", "nosso_numero", "seu_numero", "vencimento", "valor_titulo"}
PAYMENT = {"valor_pago", "valor_tarifa", "data_ocorrencia", "data_credito", "motivos"}


@pytest.mark.parametrize("path", COBRANCA)
def test_every_layout_says_where_a_title_stands(path: str) -> None:
    layout = loader.load(path)
    roles = papeis.load(layout)
    assert roles.campos.keys() <= set(Ocorrencia.__dataclass_fields__) | {"motivos"}
    wanted = TITLE | (PAYMENT if layout.direcao == "retorno" else set())
    assert wanted - roles.campos.keys() == NOT_SAID.get(path, set())
    if layout.direcao == "remessa" and not path.startswith("comum/"):
        assert roles.registros
        assert roles.nome_arquivo


@pytest.mark.parametrize("path", COBRANCA)
def test_amounts_and_dates_are_fields_of_their_kind(path: str) -> None:
    layout = loader.load(path)
    for role, lugar in papeis.load(layout).campos.items():
        if not role.startswith(("valor_", "data_", "juros", "desconto", "abatimento", "outr", "vencimento")):
            continue
        campo = layout.registro(lugar.registro).campo(lugar.campo)
        is_date = role.startswith(("data_", "vencimento"))
        assert campo.tipo.is_date if is_date else campo.decimais == 2, (role, campo.nome)


@pytest.mark.parametrize("path", FILES)
def test_every_file_is_of_a_layout(path: str) -> None:
    assert path in loader.available()


def test_a_place_that_the_layout_has_not_is_refused() -> None:
    layout = loader.load("341-itau/cobranca_400_retorno")
    with pytest.raises(ValueError, match="não há o campo"):
        papeis._place("detalhe.valor_liquido", layout)
    with pytest.raises(ValueError, match="não há o lugar"):
        papeis._place("T.valor_titulo", layout)
