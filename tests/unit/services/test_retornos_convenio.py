"""The header tells whose file it is, however the bank pads its numbers."""

from collections.abc import Mapping

import pytest

from finbank_desktop.domain.arquivos import Cabecalho
from finbank_desktop.domain.cadastros import Conta, Empresa
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.services.retorno_convenio import Candidato, describe, find

CNPJ, OUTRO_CNPJ = "11222333000181", "99888777000104"


def ours(ident: int = 1, banco: str = "341", **campos: str) -> Candidato:
    nossos = {
        "convenio": "",
        "codigo_beneficiario": "",
        "carteira": "109",
        "conta": "12345",
        "documento": CNPJ,
    } | campos
    return Candidato(
        empresa=Empresa(id=1, codigo="001", razao_social="Empresa Exemplo Ltda", documento=nossos["documento"]),
        conta=Conta(
            id=ident,
            empresa_id=1,
            codigo="1",
            descricao="",
            banco=banco,
            agencia="0057",
            conta=nossos["conta"],
            conta_dv="8",
        ),
        convenio=Convenio(
            id=ident,
            empresa_id=1,
            codigo=str(ident),
            descricao="",
            conta_id=ident,
            banco=banco,
            formato="400",
            carteira=nossos["carteira"],
            convenio=nossos["convenio"],
            codigo_beneficiario=nossos["codigo_beneficiario"],
        ),
    )


def header(campos: Mapping[str, str], banco: str = "341", documento: str = "") -> Cabecalho:
    return Cabecalho(
        kind="retorno",
        product="cobranca",
        tamanho=400,
        layout="",
        banco=banco,
        layout_banco=banco,
        convenio=dict(campos),
        empresa_documento=documento,
    )


@pytest.mark.parametrize(
    "campos",
    [
        {"agencia": "0057", "conta": "12345"},
        {"agencia": "57", "conta": "0000123458"},
        {"agencia": "00057", "conta": "00012345", "convenio": "00000000000000000000"},
    ],
)
def test_account_is_found_however_it_is_padded(campos: dict[str, str]) -> None:
    assert [c.convenio.id for c in find(header(campos), [ours()])] == [1]


@pytest.mark.parametrize(
    ("campos", "banco"),
    [
        ({"agencia": "0057", "conta": "54321"}, "341"),
        ({"agencia": "0058", "conta": "12345"}, "341"),
        ({"agencia": "0057", "conta": "12345"}, "237"),
        ({}, "341"),
        ({"agencia": "0057"}, "341"),
    ],
)
def test_another_account_or_bank_or_no_number_at_all_is_not_ours(campos: dict[str, str], banco: str) -> None:
    assert find(header(campos, banco), [ours()]) == []


def test_another_companys_document_speaks_against_the_same_account() -> None:
    campos = {"agencia": "0057", "conta": "12345"}
    assert find(header(campos, documento=OUTRO_CNPJ), [ours()]) == []
    assert find(header(campos, documento=f"0{CNPJ}"), [ours()])


def test_a_branch_of_the_company_is_the_company() -> None:
    assert find(header({"agencia": "0057", "conta": "12345"}, documento="11222333000262"), [ours()])


def test_the_banks_number_of_the_contract_decides_between_convenios_of_one_account() -> None:
    candidatos = [ours(1, "001", convenio="1234567"), ours(2, "001", convenio="7654321")]
    achados = find(header({"agencia": "57", "conta": "12345", "convenio": "7654321"}, "001"), candidatos)
    assert [c.convenio.id for c in achados] == [2]


def test_a_contract_number_may_be_followed_by_carteira_and_variacao() -> None:
    campos = {"convenio": "001234567001417019"}
    assert find(header(campos, "001"), [ours(1, "001", convenio="1234567")])


def test_a_contract_number_may_carry_a_check_digit_we_do_not_know() -> None:
    assert find(header({"codigo_beneficiario": "0001234560"}, "104"), [ours(1, "104", codigo_beneficiario="123456")])


def test_carteiras_of_one_account_are_all_found_the_files_own_first() -> None:
    candidatos = [ours(1, carteira="109"), ours(2, carteira="112")]
    achados = find(header({"agencia": "0057", "conta": "12345", "carteira": "112"}), candidatos)
    assert [c.convenio.id for c in achados] == [2, 1]


def test_whose_file_it_is_is_said_without_giving_numbers_away() -> None:
    texto = describe(header({"agencia": "0057", "conta": "12345", "conta_dv": "8"}, documento=CNPJ))
    assert texto == "banco 341, agência 0057, conta ***45, CPF/CNPJ **********0181"


def test_a_correspondents_file_is_told_by_the_registered_account() -> None:
    # Bocom BBM's boletos are Bradesco's, and so is the code in its retornos
    do_bradesco, do_bocom = ours(1, "237", conta="12345"), ours(2, "107", conta="99999")
    campos = {"agencia": "0057", "conta": "99999"}
    assert find(header(campos, "237", CNPJ), [do_bradesco, do_bocom]) == [do_bocom]
    assert find(header(campos | {"conta": "12345"}, "237", CNPJ), [do_bradesco, do_bocom]) == [do_bradesco]
    assert find(header(campos, "341", CNPJ), [do_bradesco, do_bocom]) == []
