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


@pytest.mark.parametrize("path", COBRANCA)
def test_every_layout_says_where_a_title_stands(path: str) -> None:
    roles = papeis.load(loader.load(path))
    fields = set(Ocorrencia.__dataclass_fields__)
    assert roles.campos.keys() <= fields | {"motivos"}
    assert {"codigo", "nosso_numero", "seu_numero", "vencimento", "valor_titulo"} <= roles.campos.keys()
    if path.endswith(("_remessa", "_remessa_6_digitos")):
        assert roles.registros
        assert roles.nome_arquivo
    else:
        assert {"valor_pago", "valor_tarifa", "data_ocorrencia", "data_credito", "motivos"} <= roles.campos.keys()


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
