"""Remessas that a public generator wrote, written again from the inputs its tests give it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.cnab.detect import detect
from finbank_desktop.cnab.remessa import render
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Conta, Empresa, Endereco, Pessoa
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.encargos import Encargos, TipoJuros, TipoMulta
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa
from finbank_desktop.domain.valores import parse_decimal
from finbank_desktop.layouts import loader
from finbank_desktop.layouts.reader import Leitura, read

HOJE = date(2015, 7, 14)  # the clock of the generator's tests
AGORA = datetime(2015, 7, 14, 16, 15, 15)  # noqa: DTZ001 - bank files know no time zone
DOCUMENTO = "11222333000181"  # where the test gives none, the file has none
SEM_NUMERO = "0000000000"  # the generator's number of a document when its input has none

# Each field that differs, and why. Everything else is the same byte for byte.
OWN_MARK = "uso da empresa: the generator repeats the document's number, we put our own number of the boleto"
LEFT_ALIGNED = "alphanumeric: we write it as it is, left-aligned (FEBRABAN v10.6, 'Alfa'); the generator fills zeros"
NO_SEQUENCE = "the generator's test gives no number for the file and writes zeros; a remessa of ours is numbered from 1"
VERSION = "Caixa's manual of 2016-2018 prints 101 and 060; the generator keeps the 050 and 030 of before"
KIND = "the generator's default for the kind of title is 99, outros; ours is the convênio's, DM"
TERM = "the generator's default is 03 days although no instruction needs a term"
REGISTERED = "Ailos, manual of 2023, C007: always 1, registered; the generator writes 0"
BLANK_DIGIT = "Ailos, manual of 2023, field 23.3P is alphanumeric and has no value; the generator writes 0"
DAY_AFTER = (
    "the fine begins on the day after the due date, as the bank counts; the generator writes the due date itself"
)
ZEROS = "a numeric field without a value is zeros (FEBRABAN; BNB, manual of 2011, 3); the generator leaves it blank"
NO_CHARGES = "BNB, manual of 2011: 08 asks for no charges, 00 and no interest for the bank's own; the title has none"
NO_FINE = "segment R is optional and carries the fine: without one we write none (Sicredi, manual of 2019, 8.5)"
PROFILE = "Santander, nota 25: 3 is the profile's protest and 0 none, which is what the title asks for"
OWN_VERSION = "the generator's own 058; the number is optional, and laravel-boleto and ACBr write 000 too"
THEIR_BLANKS = "the manual has blanks here; the generator fills them"


@dataclass(frozen=True)
class Case:
    """What a test of the generator gives, in our words, beyond what can be taken from its inputs."""

    conta: dict[str, str]
    convenio: dict[str, Any]
    boleto: dict[str, Any]
    agora: datetime = AGORA
    left_out: frozenset[str] = frozenset()
    different: dict[tuple[str, str], str] = field(default_factory=dict)


# Check digits of branch and account: the generator reckons them, here they are given as a person would.
CASES = {
    "remessa-citibank-cnab400.rem": Case(
        conta={"agencia": "0001", "conta": "1"},
        convenio={"extras": {"codigo_transmissao": "17777751042700080112"}},
        boleto={
            "id": 6969,
            "nosso_numero": "00000000012",
            "nosso_numero_dv": "3",
            "numero_documento": SEM_NUMERO,
        },
        different={
            ("detalhe", "especie_titulo"): "the manual has 02, DM, or 00, DMI; the generator always writes 01",
            **dict.fromkeys(
                [("header", "densidade"), ("header", "densidade_unidade"), ("header", "reservado_2")],
                "01600BPI stands in 101-108 in the manual v1.16; the generator writes it in 387-394",
            ),
        },
    ),
    "remessa-banco-brasilia-cnab400.rem": Case(
        conta={},
        convenio={},
        boleto={"nosso_numero": "2000123070", "nosso_numero_dv": "38", "numero_documento": "6969"},
    ),
    "remessa-banrisul-cnab400.rem": Case(
        conta={"conta": "900015046"},
        convenio={"codigo_beneficiario": "900015046"},
        boleto={
            "id": 1,
            "nosso_numero": "22832563",
            "nosso_numero_dv": "51",
            "numero_documento": "1",
            "encargos": Encargos(multa_tipo=TipoMulta.PERCENTUAL, multa=200),
        },
        different={("detalhe", "mora_valor_taxa"): ZEROS},
    ),
    "remessa-santander-cnab240.rem": Case(
        conta={"agencia_dv": "9"},
        convenio={"carteira": "201", "extras": {"codigo_transmissao": "000100001234567"}},
        boleto={"id": 9999, "nosso_numero": "000001234567", "nosso_numero_dv": "9", "numero_documento": "9999"},
        left_out=frozenset({"R"}),
        different={
            ("header_lote", "reservado_3"): THEIR_BLANKS,
            ("P", "protesto_codigo"): PROFILE,
            ("trailer_lote", "qtd_registros_lote"): NO_FINE,
            ("trailer", "qtd_registros"): NO_FINE,
        },
    ),
    "remessa-santander-cnab400-pix.rem": Case(
        conta={},
        convenio={
            "carteira": "201",
            "extras": {
                "codigo_transmissao": "17777751042700080112",
                "pix_chave": "12345678910",
                "pix_tipo_chave": "cpf",
                "percentual_maximo": "10000",
                "percentual_minimo": "10000",
            },
        },
        boleto={
            "id": 6969,
            "nosso_numero": "000000000012",
            "nosso_numero_dv": "3",
            "numero_documento": SEM_NUMERO,
            "encargos": Encargos(
                juros_tipo=TipoJuros.VALOR_DIA,
                juros=800,
                multa_tipo=TipoMulta.PERCENTUAL,
                multa=200,
                protesto_dias=6,
            ),
        },
        different={("header", "numero_remessa"): OWN_VERSION},
    ),
    "remessa-ailos-cnab240.rem": Case(
        conta={"agencia_dv": "1", "conta_dv": "9"},
        convenio={"carteira": "01"},
        boleto={
            "id": 6969,
            "nosso_numero": "12345679000000123",
            "numero_documento": "6969",
            "encargos": Encargos(multa_tipo=TipoMulta.PERCENTUAL, multa=200),
        },
        different={
            ("P", "forma_cadastramento"): REGISTERED,
            ("P", "numero_documento"): LEFT_ALIGNED,
            ("P", "agencia_cobradora_dv"): BLANK_DIGIT,
            ("R", "multa_data"): DAY_AFTER,
            ("trailer", "qtd_contas_conciliacao"): ZEROS,
        },
    ),
    "remessa-banco-nordeste-cnab400.rem": Case(
        conta={},
        convenio={},
        boleto={
            "id": 6969,
            "nosso_numero": "0000123",
            "nosso_numero_dv": "6",
            "numero_documento": SEM_NUMERO,
        },
        different={("header", "codigo_usuario"): ZEROS, ("detalhe", "instrucoes"): NO_CHARGES},
    ),
    # The generator's Unicred of CNAB 240 is Sicredi: bank 748.
    "remessa-unicred-cnab240.rem": Case(
        conta={},
        convenio={"codigo_beneficiario": "623", "extras": {"posto": "02"}},
        boleto={
            "nosso_numero": "07200003",
            "nosso_numero_dv": "1",
            "numero_documento": "6969",
            "especie": "DMI",
        },
        agora=datetime(2007, 7, 14, 16, 15, 15),  # noqa: DTZ001 - bank files know no time zone
        left_out=frozenset({"R"}),
        different={
            ("header", "nsa"): NO_SEQUENCE,
            ("header_lote", "numero_remessa_retorno"): NO_SEQUENCE,
            ("P", "numero_documento"): LEFT_ALIGNED,
            ("P", "uso_empresa"): OWN_MARK,
            ("trailer_lote", "qtd_registros_lote"): NO_FINE,
            ("trailer", "qtd_registros"): NO_FINE,
        },
    ),
    "remessa-banco-brasil-cnab400.rem": Case(
        conta={"agencia_dv": "3", "conta_dv": "3"},
        convenio={
            "variacao": "123",
            "extras": {"convenio_lider": "7654321", "tipo_cobranca": "04DSC"},
        },
        boleto={"nosso_numero": "12345670000000123", "numero_documento": SEM_NUMERO},
    ),
    "remessa-itau-cnab400.rem": Case(
        conta={},
        convenio={},
        boleto={
            "id": 6969,
            "nosso_numero": "00000123",
            "numero_documento": SEM_NUMERO,
            "encargos": Encargos(multa_tipo=TipoMulta.VALOR, multa=200),
        },
        different={("detalhe", "prazo_dias"): TERM},
    ),
    "remessa-bancoob-cnab240.rem": Case(
        conta={"agencia_dv": "3", "conta_dv": "8"},
        convenio={"carteira": "1", "modalidade": "01", "codigo_beneficiario": "512231"},
        boleto={
            # 429715 is number and check digit together
            "nosso_numero": "0042971",
            "nosso_numero_dv": "5",
            "numero_documento": "6969",
            "encargos": Encargos(protesto_dias=0),
        },
        different={
            ("header", "nsa"): NO_SEQUENCE,
            ("header_lote", "numero_remessa_retorno"): NO_SEQUENCE,
            ("P", "numero_documento"): LEFT_ALIGNED,
            ("P", "uso_empresa"): OWN_MARK,
        },
    ),
    "remessa-caixa-cnab240.rem": Case(
        conta={"agencia_dv": "1"},
        convenio={
            "carteira": "14",
            "convenio": "",
            "codigo_beneficiario": "123456",
            "extras": {"versao_aplicativo": "1234"},
        },
        boleto={
            "nosso_numero": "14000000000000123",
            "numero_documento": "6969",
            "encargos": Encargos(juros_tipo=TipoJuros.VALOR_DIA, multa_tipo=TipoMulta.PERCENTUAL),
        },
        different={
            ("header", "versao_layout_arquivo"): VERSION,
            ("header_lote", "versao_layout_lote"): VERSION,
            ("P", "numero_documento"): LEFT_ALIGNED,
            ("P", "especie"): KIND,
            ("P", "uso_empresa"): OWN_MARK,
        },
    ),
}


def wants(entry: dict[str, Any]) -> bool:
    return Path(entry["copy"]).name in CASES and bool(entry.get("peer_generator"))


@pytest.fixture
def case(golden_file: dict[str, Any]) -> Case:
    return CASES[Path(golden_file["copy"]).name]


@pytest.fixture
def dados(golden_file: dict[str, Any], case: Case) -> DadosRemessa:
    given = golden_file["peer_generator"]
    params, pagamento = given["params"], given["pagamento"]
    conta = {"agencia": params.get("agencia", ""), "conta": params.get("conta_corrente", "").lstrip("0"), **case.conta}
    if "digito_conta" in params:
        conta["conta_dv"] = params["digito_conta"]
    convenio = {"carteira": params.get("carteira", ""), "convenio": params.get("convenio", ""), **case.convenio}
    boleto = Boleto(
        empresa_id=1,
        convenio_id=1,
        pessoa_id=1,
        sequencial=1,
        nosso_numero_impresso="",
        agencia_codigo_beneficiario="",
        codigo_barras="",
        linha_digitavel="",
        emissao=case.agora.date(),
        vencimento=case.agora.date(),
        valor=parse_decimal(pagamento["valor"]),
        **case.boleto,
    )
    banco = golden_file["bank"]
    return DadosRemessa(
        empresa=Empresa(
            codigo="001", razao_social=params["empresa_mae"], documento=params.get("documento_cedente", DOCUMENTO)
        ),
        conta=Conta(empresa_id=1, codigo="1", descricao="", banco=banco, **conta),
        convenio=Convenio(
            empresa_id=1,
            codigo="1",
            descricao="",
            conta_id=1,
            banco=banco,
            formato=str(golden_file["layout"]),
            **convenio,
        ),
        sequencia=1,
        geracao=case.agora,
        titulos=(TituloRemessa(boleto=boleto, pagador=pagador_of(pagamento)),),
    )


def pagador_of(pagamento: dict[str, Any]) -> Pessoa:
    return Pessoa(
        empresa_id=1,
        codigo="1",
        nome=pagamento["nome_sacado"],
        documento=pagamento["documento_sacado"],
        endereco=Endereco(
            logradouro=pagamento["endereco_sacado"],
            bairro=pagamento["bairro_sacado"],
            cidade=pagamento["cidade_sacado"],
            uf=pagamento["uf_sacado"],
            cep=pagamento["cep_sacado"],
        ),
    )


def fields(leitura: Leitura) -> dict[tuple[str, str], str]:
    """Return what stands in every field, by record and name; each record occurs once in these files."""
    return {
        (registro.nome, campo.nome): leitura.raw(row, campo.nome)
        for row in range(len(leitura))
        if (registro := leitura.registro_at(row)) is not None
        for campo in registro.campos
    }


def test_the_same_inputs_give_the_same_bytes(
    golden: Path, golden_file: dict[str, Any], case: Case, dados: DadosRemessa
) -> None:
    theirs = (golden / str(golden_file["copy"])).read_bytes()
    escrita = render(dados)
    assert not [problem.message for problem in escrita.problems if problem.is_error]
    layout = loader.load(detect(theirs).layout)
    expected, found = fields(read(theirs, layout)), fields(read(escrita.data, layout))
    expected = {place: said for place, said in expected.items() if place[0] not in case.left_out}
    assert {place for place in expected if expected[place] != found.get(place)} == set(case.different)
    assert len(escrita.data) == len(theirs) - len(case.left_out) * (layout.tamanho + len("\r\n"))
    if not case.different:
        assert escrita.data == theirs


def test_every_difference_has_a_reason(case: Case) -> None:
    assert all(case.different.values())
