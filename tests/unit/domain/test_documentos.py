import pytest

from finbank_desktop.domain.documentos import compact, format_documento, has_letters, is_cnpj, is_cnpj_length, is_cpf


def test_cnpj_with_letters_of_the_receita_is_valid() -> None:
    # Receita Federal, IN RFB 2.229/2024: the example 12.ABC.345/01DE-35
    assert is_cnpj("12.ABC.345/01DE-35")
    assert is_cnpj("12abc34501de35")
    assert has_letters("12ABC34501DE35")
    assert not is_cnpj("12.ABC.345/01DE-36")


@pytest.mark.parametrize("documento", ["11.222.333/0001-81", "11222333000181"])
def test_cnpj_of_digits_is_valid(documento: str) -> None:
    assert is_cnpj(documento)
    assert is_cnpj_length(documento)
    assert not has_letters(documento)


@pytest.mark.parametrize("documento", ["00.000.000/0000-00", "11222333000182", "", "52998224725", "1122233300018"])
def test_wrong_cnpj_is_seen(documento: str) -> None:
    assert not is_cnpj(documento)


def test_cpf_is_checked() -> None:
    assert is_cpf("529.982.247-25")
    assert not is_cpf("529.982.247-26")
    assert not is_cpf("11222333000181")


def test_documents_are_written_with_separators() -> None:
    assert format_documento("11222333000181") == "11.222.333/0001-81"
    assert format_documento("52998224725") == "529.982.247-25"
    assert format_documento("12ABC34501DE35") == "12.ABC.345/01DE-35"
    assert format_documento("desconhecido") == "desconhecido"
    assert compact(" 12.abc.345/01de-35 ") == "12ABC34501DE35"
