"""Remessas that a public generator wrote, written again from layout and values alone: no bank's rules stand between.

The values are what the generator's tests give it; amounts are centavos. What the generator writes of its own accord
(constants that the bank's manual leaves open, its number of a document when there is none) is listed apart as `OWN`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from typing import Any

from finbank_desktop.cnab.detect import detect
from finbank_desktop.layouts import loader
from finbank_desktop.layouts.model import Valor
from finbank_desktop.layouts.reader import Leitura, read
from finbank_desktop.layouts.writer import write

HOJE = date(2015, 7, 14)  # the clock of the generator's tests
DEPOIS = date(2007, 7, 14)  # and of its Unicred test
EMPRESA = "SOCIEDADE BRASILEIRA DE ZOOLOG"
PAGADOR: Mapping[str, Valor] = {
    "pagador_tipo_inscricao": 1,
    "pagador_inscricao": "12345678901",
    "pagador_nome": "PABLO DIEGO JOSE FRANCISCO DE PAULA JUAN",
    "pagador_endereco": "RUA RIO GRANDE DO SUL SAO PAULO MINAS CA",
    "pagador_bairro": "SAO JOSE DOS",
    "pagador_cep": "12345678",
    "pagador_cidade": "SANTA RITA DE C",
    "pagador_uf": "SP",
}
PAGADOR_240: Mapping[str, Valor] = {
    **PAGADOR,
    "pagador_bairro": "SAO JOSE DOS QU",
    "pagador_cep": "12345",
    "pagador_cep_sufixo": "678",
}
TITULO: Mapping[str, Valor] = {
    "ocorrencia": "01",
    "uso_empresa": "6969",
    "vencimento": HOJE,
    "valor_titulo": 19990,
    "data_emissao": HOJE,
    "aceite": "N",
}
MOVIMENTO: Mapping[str, Valor] = {"lote": 1, "codigo_movimento": 1}
TITULO_240: Mapping[str, Valor] = {
    **MOVIMENTO,
    "sequencia_lote": 1,
    "vencimento": HOJE,
    "valor_titulo": 19990,
    "data_emissao": HOJE,
    "aceite": "N",
}
CONTA_AILOS: Mapping[str, Valor] = {
    "convenio": "123456",
    "agencia": "12345",
    "agencia_dv": "1",
    "conta": "1234567",
    "conta_dv": "9",
}
CONTA_SICREDI: Mapping[str, Valor] = {
    "empresa_tipo_inscricao": 2,
    "empresa_inscricao": "74576177000177",
    "agencia": "0165",
    "conta": "00623",
    "conta_dv": "8",
}
SEM_NUMERO = "0000000000"  # the generator's number of a document when its input has none
INICIO: Mapping[str, Valor] = {"empresa_nome": EMPRESA, "data_geracao": HOJE, "sequencial": 1}


@dataclass(frozen=True)
class Written:
    """A layout and its records.

    Attributes:
        own: Values that only the generator's habits explain.
        different: Fields that differ by record and name, and why.
    """

    layout: str
    records: tuple[tuple[str, Mapping[str, Valor]], ...]
    own: Mapping[str, Mapping[str, Valor]] = field(default_factory=dict)
    different: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def rows(self) -> list[tuple[str, Mapping[str, Valor]]]:
        banco = self.layout[:3]
        common: dict[str, Valor] = {"banco": banco} if "_240_" in self.layout else {}
        return [(name, {**common, **values, **self.own.get(name, {})}) for name, values in self.records]


FILES = {
    "remessa-banco-nordeste-cnab400.rem": Written(
        "004-banco-do-nordeste/cobranca_400_remessa",
        (
            ("header", {**INICIO, "agencia": "1234", "conta": "1234567", "conta_dv": "1"}),
            (
                "detalhe",
                {
                    **TITULO,
                    **PAGADOR,
                    "agencia": "1234",
                    "conta": "1234567",
                    "conta_dv": "1",
                    "nosso_numero": 123,
                    "nosso_numero_dv": 6,
                    "carteira": "4",
                    "especie": 1,
                    "sequencial": 2,
                },
            ),
            ("trailer", {"sequencial": 3}),
        ),
        own={
            "header": {"banco_nome": "B.DO NORDESTE"},
            "detalhe": {"numero_documento": SEM_NUMERO, "protesto_dias": 99, "moeda": "0"},
        },
        different={
            ("header", "codigo_usuario"): "numeric in the manual (101-103), so zeros; the generator leaves blanks"
        },
    ),
    "remessa-banrisul-cnab400.rem": Written(
        "041-banrisul/cobranca_400_remessa",
        (
            ("header", {**INICIO, "codigo_beneficiario": "1102900015046"}),
            (
                "detalhe",
                {
                    **{name: value for name, value in TITULO.items() if name != "uso_empresa"},
                    **{name: value for name, value in PAGADOR.items() if name != "pagador_bairro"},
                    "codigo_beneficiario": "1102900015046",
                    "uso_empresa": "1",
                    "nosso_numero": "2283256351",
                    "carteira": "1",
                    "pagador_nome": "PABLO DIEGO JOSE FRANCISCO DE PAULA",
                    "multa_taxa": 20,
                    "sequencial": 2,
                },
            ),
            ("trailer", {"valor_total": 19990, "sequencial": 3}),
        ),
        own={"detalhe": {"numero_documento": "1", "tipo_documento": "08", "instrucao_1": 18}},
        different={
            ("detalhe", "mora_valor_taxa"): "numeric in the manual (162-173), so zeros; the generator leaves blanks"
        },
    ),
    "remessa-santander-cnab400-pix.rem": Written(
        "033-santander/cobranca_400_remessa",
        (
            ("header", {**INICIO, "codigo_transmissao": "17777751042700080112"}),
            (
                "detalhe",
                {
                    **TITULO,
                    **PAGADOR,
                    "empresa_tipo_inscricao": 1,
                    "empresa_inscricao": "12345678910",
                    "agencia": "1777",
                    "conta_movimento": "77510427",
                    "conta_cobranca": "00080112",
                    "nosso_numero": 123,
                    "multa_codigo": 4,
                    "multa_percentual": 200,
                    "carteira": 1,
                    "especie": 1,
                    "instrucao_1": 6,
                    "juros_dia": 800,
                    "pagador_cep": "12345",
                    "pagador_cep_sufixo": "678",
                    "complemento_id": "I",
                    "complemento": 78,
                    "protesto_dias": 6,
                    "sequencial": 2,
                },
            ),
            (
                "pix",
                {
                    "tipo_pagamento": 0,
                    "qtd_pagamentos": 1,
                    "tipo_valor": 2,
                    "valor_maximo": 19990,
                    "percentual_maximo": 10000,
                    "valor_minimo": 19990,
                    "percentual_minimo": 10000,
                    "pix_tipo_chave": "1",
                    "pix_chave": "12345678910",
                    "sequencial": 3,
                },
            ),
            ("trailer", {"qtd_registros": 4, "valor_total": 19990, "sequencial": 4}),
        ),
        own={
            "header": {"banco_nome": "SANTANDER", "numero_remessa": 58},
            "detalhe": {"numero_documento": SEM_NUMERO, "reservado_2": "    ", "reservado_1": " "},
        },
    ),
    "remessa-citibank-cnab400.rem": Written(
        "745-citibank/cobranca_400_remessa",
        (
            ("header", {**INICIO, "codigo_beneficiario": "17777751042700080112"}),
            (
                "detalhe",
                {
                    **TITULO,
                    **PAGADOR,
                    "empresa_tipo_inscricao": 1,
                    "empresa_inscricao": "12345678910",
                    "codigo_beneficiario": "17777751042700080112",
                    "nosso_numero": 123,
                    "carteira": 1,
                    "sequencial": 2,
                },
            ),
            ("trailer", {"sequencial": 3}),
        ),
        own={
            "header": {"banco_nome": "CITIBANK"},
            "detalhe": {"numero_documento": SEM_NUMERO, "especie_titulo": 1, "especie": 7},
        },
        different={
            ("header", name): "01600BPI stands in 101-108 in the manual v1.16; the generator writes it in 387-394"
            for name in ("densidade", "densidade_unidade", "reservado_2")
        },
    ),
    "remessa-credisis-cnab400.rem": Written(
        "097-credisis/cobranca_400_remessa_convenio_5",
        (
            ("header", {**INICIO, "agencia": "0001", "conta": 2, "conta_dv": "7", "sequencial_remessa": 3}),
            (
                "detalhe",
                {
                    **{name: value for name, value in TITULO.items() if name in ("uso_empresa", "vencimento")},
                    **PAGADOR,
                    "valor_titulo": 19990,
                    "data_emissao": HOJE,
                    "empresa_tipo_inscricao": 2,
                    "empresa_inscricao": "12345678901234",
                    "agencia": 1,
                    "conta": 2,
                    "conta_dv": 7,
                    "nosso_numero": "00027000123",
                    "mora_taxa_mensal": 80000,
                    "multa_taxa": 20000,
                    "pagador_endereco": "RUA RIO GRANDE DO SUL SAO PAULO MINAS",
                    "pagador_bairro": "SAO JOSE DOS QU",
                    "protesto_dias": "06",
                    "sequencial": 2,
                },
            ),
            ("trailer", {"sequencial": 3}),
        ),
        own={"detalhe": {"numero_documento": SEM_NUMERO}},
    ),
    "remessa-banco-brasilia-cnab400.rem": Written(
        "070-brb/cobranca_400_remessa",
        (
            (
                "header",
                {
                    "conta_beneficiario": "0830000490",
                    "data_formatacao": HOJE,
                    "hora_formatacao": time(16, 15, 15),
                    "qtd_registros": 2,
                },
            ),
            (
                "detalhe",
                {
                    **{
                        name: PAGADOR[name]
                        for name in ("pagador_inscricao", "pagador_cidade", "pagador_uf", "pagador_cep")
                    },
                    "agencia": "083",
                    "conta": "0000490",
                    "pagador_nome": "PABLO DIEGO JOSE FRANCISCO DE PAULA",
                    "pagador_endereco": "RUA RIO GRANDE DO SUL SAO PAULO MIN",
                    "pagador_tipo": 1,
                    "seu_numero": 6969,
                    "tipo_cobranca": 2,
                    "especie": 21,
                    "data_emissao": HOJE,
                    "agencia_cobradora": "0083",
                    "vencimento": HOJE,
                    "valor_titulo": 19990,
                    "nosso_numero": "200012307038",
                    "emitente": "SOCIEDADE BRASILEIRA DE ZOOLOGIA LTDA",
                },
            ),
            ("trailer", {"sequencial": 3}),
        ),
    ),
    "remessa-itau-cnab444.rem": Written(
        "341-itau/cobranca_444_remessa",
        (
            ("header", {**INICIO, "agencia": "1234", "conta": "12345", "conta_dac": "1"}),
            (
                "detalhe",
                {
                    **TITULO,
                    **PAGADOR,
                    "empresa_tipo_inscricao": 1,
                    "empresa_inscricao": "12345678910",
                    "agencia": "1234",
                    "conta": "12345",
                    "conta_dac": "1",
                    "nosso_numero": 123,
                    "carteira_numero": "123",
                    "carteira": "I",
                    "especie": "01",
                    "pagador_nome": "PABLO DIEGO JOSE FRANCISCO DE",
                    "nfe_chave": "12345678901234567890123456789012345678901234",
                    "sequencial": 2,
                },
            ),
            ("multa", {"multa_codigo": "1", "multa_data": HOJE, "multa_valor_percentual": 200, "sequencial": 3}),
            ("trailer", {"sequencial": 4}),
        ),
        own={"detalhe": {"numero_documento": SEM_NUMERO, "prazo_dias": 3, "instrucao_1": "00", "instrucao_2": "00"}},
    ),
    "remessa-ailos-cnab240.rem": Written(
        "085-ailos/cobranca_240_remessa",
        (
            (
                "header",
                {
                    **CONTA_AILOS,
                    "empresa_tipo_inscricao": 1,
                    "empresa_inscricao": "12345678901",
                    "empresa_nome": EMPRESA,
                    "data_geracao": HOJE,
                    "hora_geracao": time(16, 15, 15),
                    "nsa": 1,
                },
            ),
            (
                "header_lote",
                {
                    **CONTA_AILOS,
                    "lote": 1,
                    "empresa_tipo_inscricao": 1,
                    "empresa_inscricao": "12345678901",
                    "empresa_nome": EMPRESA,
                    "numero_remessa_retorno": 1,
                    "data_gravacao": HOJE,
                },
            ),
            (
                "P",
                {
                    **TITULO_240,
                    "agencia": "12345",
                    "agencia_dv": "1",
                    "conta": "1234567",
                    "conta_dv": "9",
                    "nosso_numero": "12345679000000123",
                    "numero_documento": "000000000006969",
                    "uso_empresa": "6969",
                },
            ),
            ("Q", {**MOVIMENTO, **PAGADOR_240, "sequencia_lote": 2}),
            (
                "R",
                {
                    **MOVIMENTO,
                    "sequencia_lote": 3,
                    "multa_codigo": "2",
                    "multa_data": HOJE,
                    "multa_valor_percentual": 200,
                },
            ),
            ("trailer_lote", {"lote": 1, "qtd_registros_lote": 5, "simples_qtd": 1, "simples_valor": 19990}),
            ("trailer", {"qtd_lotes": 1, "qtd_registros": 7}),
        ),
        own={
            "header": {"banco_nome": "AILOS"},
            "P": {
                "carteira": 1,
                "tipo_documento": "1",
                "emissao_boleto": 2,
                "distribuicao_boleto": "2",
                "agencia_cobradora_dv": "0",
                "especie": 2,
                "juros_codigo": 3,
                "protesto_codigo": 3,
                "baixa_codigo": 2,
                "moeda": 9,
            },
        },
        different={
            ("trailer", "qtd_contas_conciliacao"): "numeric (FEBRABAN G037), so zeros; the generator leaves blanks"
        },
    ),
    "remessa-unicred-cnab240.rem": Written(
        "748-sicredi/cobranca_240_remessa",
        (
            (
                "header",
                {
                    **CONTA_SICREDI,
                    "empresa_nome": EMPRESA,
                    "data_geracao": DEPOIS,
                    "hora_geracao": time(16, 15, 15),
                    "nsa": 0,
                },
            ),
            (
                "header_lote",
                {
                    **CONTA_SICREDI,
                    "lote": 1,
                    "empresa_nome": EMPRESA,
                    "numero_remessa_retorno": 0,
                    "data_gravacao": DEPOIS,
                },
            ),
            (
                "P",
                {
                    **TITULO_240,
                    "agencia": "0165",
                    "conta": "00623",
                    "conta_dv": "8",
                    "nosso_numero": "072000031",
                    "numero_documento": "000000000006969",
                    "vencimento": DEPOIS,
                    "valor_titulo": 5000,
                    "data_emissao": DEPOIS,
                    "uso_empresa": "6969",
                },
            ),
            ("Q", {**MOVIMENTO, **PAGADOR_240, "pagador_inscricao": "82136760505", "sequencia_lote": 2}),
            ("R", {**MOVIMENTO, "sequencia_lote": 3}),
            ("trailer_lote", {"lote": 1, "qtd_registros_lote": 5}),
            ("trailer", {"qtd_lotes": 1, "qtd_registros": 7}),
        ),
        own={
            "header": {"banco_nome": "SICREDI", "densidade": 1600},
            "P": {
                "carteira": 1,
                "forma_cadastramento": 1,
                "tipo_documento": "1",
                "emissao_boleto": 2,
                "distribuicao_boleto": "2",
                "especie": 3,
                "juros_codigo": 3,
                "desconto1_codigo": 1,
                "uso_empresa": "6969".rjust(25),
                "protesto_codigo": 3,
                "baixa_codigo": 1,
                "baixa_dias": "060",
                "moeda": 9,
            },
            "Q": {"pagador_uf": "RJ"},
            "R": {"multa_codigo": "0"},
        },
    ),
    "remessa-santander-cnab240.rem": Written(
        "033-santander/cobranca_240_remessa",
        (
            (
                "header",
                {
                    "empresa_tipo_inscricao": 2,
                    "empresa_inscricao": "28254225000193",
                    "codigo_transmissao": "000100001234567",
                    "empresa_nome": EMPRESA,
                    "data_geracao": HOJE,
                    "nsa": 1,
                },
            ),
            (
                "header_lote",
                {
                    "lote": 1,
                    "empresa_tipo_inscricao": 2,
                    "empresa_inscricao": "28254225000193",
                    "codigo_transmissao": "000100001234567",
                    "empresa_nome": EMPRESA,
                    "numero_remessa_retorno": 1,
                    "data_gravacao": HOJE,
                },
            ),
            (
                "P",
                {
                    **TITULO_240,
                    "agencia": "0001",
                    "agencia_dv": "9",
                    "conta": "013001234",
                    "conta_dv": "3",
                    "conta_cobranca": "013001234",
                    "conta_cobranca_dv": "3",
                    "nosso_numero": "0000012345679",
                    "numero_documento": "9999",
                    "uso_empresa": "9999",
                },
            ),
            ("Q", {**MOVIMENTO, **PAGADOR_240, "sequencia_lote": 2}),
            ("R", {**MOVIMENTO, "sequencia_lote": 3}),
            ("trailer_lote", {"lote": 1, "qtd_registros_lote": 5}),
            ("trailer", {"qtd_lotes": 1, "qtd_registros": 7}),
        ),
        own={
            "header": {"banco_nome": "BANCO SANTANDER"},
            "P": {
                "carteira": 1,
                "forma_cadastramento": 1,
                "tipo_documento": "2",
                "especie": 2,
                "juros_codigo": 3,
                "protesto_codigo": 3,
                "baixa_codigo": 3,
            },
            "R": {"multa_codigo": "0"},
        },
        different={
            ("header_lote", "reservado_3"): "blanks in H7815; the generator fills FEBRABAN's day of credit with zeros",
            ("R", "reservado_1"): "blanks in H7815; the generator fills FEBRABAN's third discount with zeros",
        },
    ),
}


def wants(entry: dict[str, Any]) -> bool:
    return Path(entry["copy"]).name in FILES and bool(entry.get("peer_generator"))


def fields(leitura: Leitura) -> dict[tuple[str, str], str]:
    """Return what stands in every field, by record and name; each record occurs once in these files."""
    return {
        (registro.nome, campo.nome): leitura.raw(row, campo.nome)
        for row in range(len(leitura))
        if (registro := leitura.registro_at(row)) is not None
        for campo in registro.campos
    }


def test_layout_and_values_give_the_generator_s_bytes(golden: Path, golden_file: dict[str, Any]) -> None:
    theirs = (golden / str(golden_file["copy"])).read_bytes()
    case = FILES[Path(golden_file["copy"]).name]
    assert detect(theirs).layout == case.layout
    layout = loader.load(case.layout)
    escrita = write(layout, case.rows())
    assert [problem.message for problem in escrita.problems] == []
    expected, found = fields(read(theirs, layout)), fields(read(escrita.data, layout))
    assert {place for place in expected if expected[place] != found.get(place)} == set(case.different)
    assert len(escrita.data) == len(theirs)
    if not case.different:
        assert escrita.data == theirs
