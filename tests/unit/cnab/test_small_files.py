"""One small file per layout, typed by position from the bank's manual; nothing here comes from our own layouts.

The manuals: FEBRABAN CNAB 240 v10.6; Banco do Brasil CNAB 240 (ago/2017) and CNAB 400 (CBR641, CBR643); Caixa SIGCB
CNAB 240 (2016 for codes of six digits, 2020 for seven); Bradesco CNAB 400; Itaú CNAB 400 (jul/2021); Sicoob CNAB 240
(fev/2017). Amounts and numbers are those of public sample files where one was at hand.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from finbank_desktop.cnab.records import read_file
from finbank_desktop.domain.ocorrencias import Efeito

Place = tuple[int, str]


def line(size: int, *places: Place) -> str:
    """Return a line of blanks with texts at their first positions, from 1."""
    letters = [" "] * size
    for start, text in places:
        letters[start - 1 : start - 1 + len(text)] = text
    assert len(letters) == size
    return "".join(letters)


@dataclass(frozen=True)
class Small:
    layout: str
    lines: tuple[str, ...]
    header: dict[str, Any]
    first: dict[str, Any]
    convenio: dict[str, str] = field(default_factory=dict)

    @property
    def data(self) -> bytes:
        return "".join(each + "\r\n" for each in self.lines).encode("ascii")


def header_240(banco: str, direcao: str, *places: Place) -> str:
    common = ((1, banco + "00000"), (18, "211222333000181"), (73, "CLIENTE EXEMPLO LTDA"), (143, direcao))
    return line(240, *common, (144, "15062026"), (152, "101500"), (158, "000012"), *places)


def lote_240(banco: str, operacao: str) -> str:
    return line(240, (1, banco + "00011" + operacao + "01"), (18, "2011222333000181"))


def trailers_240(banco: str, detalhes: int) -> tuple[str, str]:
    lote = line(240, (1, banco + "00015"), (18, f"{detalhes + 2:06d}"))
    return lote, line(240, (1, banco + "99999"), (18, "000001"), (24, f"{detalhes + 4:06d}"))


def retorno_240(banco: str, codigo: str, motivos: str, header: tuple[Place, ...], *t: Place) -> tuple[str, ...]:
    segment_t = line(
        240,
        (1, banco + "0001300001T"),
        (16, codigo),
        (58, "1"),
        (59, "DOC 17"),
        (74, "10062026"),
        (82, "000000000012345"),
        (199, "000000000000269"),
        (214, motivos),
        *t,
    )
    segment_u = line(
        240,
        (1, banco + "0001300002U"),
        (16, codigo),
        (18, "000000000000150"),
        (33, "000000000000000"),
        (48, "000000000000000"),
        (63, "000000000000000"),
        (78, "000000000012495"),
        (93, "000000000012226"),
        (138, "1206202615062026"),
    )
    return (header_240(banco, "2", *header), lote_240(banco, "T"), segment_t, segment_u, *trailers_240(banco, 2))


def remessa_240(banco: str, header: tuple[Place, ...], *p: Place) -> tuple[str, ...]:
    segment_p = line(
        240,
        (1, banco + "0001300001P"),
        (16, "01"),
        (58, "1"),
        (63, "DOC 17"),
        (78, "10062026"),
        (86, "000000000012345"),
        *p,
    )
    segment_q = line(240, (1, banco + "0001300002Q"), (16, "01"), (18, "1000052998224725"), (34, "PAGADOR EXEMPLO"))
    return (header_240(banco, "1", *header), lote_240(banco, "R"), segment_p, segment_q, *trailers_240(banco, 2))


def file_400(direcao: str, banco: str, header: tuple[Place, ...], detalhe: tuple[Place, ...]) -> tuple[str, ...]:
    literal = "1REMESSA" if direcao == "remessa" else "2RETORNO"
    return (
        line(400, (1, f"0{literal}01COBRANCA"), (47, "CLIENTE EXEMPLO LTDA"), (77, banco), *header, (395, "000001")),
        line(400, *detalhe, (395, "000002")),
        line(400, (1, "9"), (395, "000003")),
    )


PAID_240 = {
    "seu_numero": "DOC 17",
    "codigo": "06",
    "efeito": Efeito.LIQUIDA,
    "vencimento": date(2026, 6, 10),
    "data_ocorrencia": date(2026, 6, 12),
    "data_credito": date(2026, 6, 15),
    "valor_titulo": 12345,
    "valor_pago": 12495,
    "valor_creditado": 12226,
    "valor_tarifa": 269,
    "juros": 150,
}
SENT = {"seu_numero": "DOC 17", "codigo": "01", "vencimento": date(2026, 6, 10), "valor_titulo": 12345}
HEADER_240 = {
    "empresa": "CLIENTE EXEMPLO LTDA",
    "empresa_documento": "11222333000181",
    "data_geracao": date(2026, 6, 15),
    "sequencia": 12,
}
ACCOUNT_240 = ((53, "043273"), (59, "0000000036668"))

FILES = (
    Small(
        "febraban/cobranca_240_retorno",
        retorno_240("743", "06", "0400000000", (), (38, "00000000000000012345")),
        HEADER_240,
        {**PAID_240, "nosso_numero": "00000000000000012345"},
    ),
    Small(
        "febraban/cobranca_240_remessa",
        remessa_240("743", (), (38, "00000000000000012345")),
        HEADER_240,
        {**SENT, "nosso_numero": "00000000000000012345"},
    ),
    Small(
        "001-banco-do-brasil/cobranca_240_retorno",
        retorno_240("001", "06", "0200000000", ((33, "003294860001417019"),), (38, "32948600000000196")),
        HEADER_240,
        # motivo 02 is "por conta": a part of the debt
        {**PAID_240, "efeito": Efeito.LIQUIDA_PARCIAL, "nosso_numero_chave": "32948600000000196"},
        {"convenio": "003294860", "carteira": "17", "variacao": "019"},
    ),
    Small(
        "001-banco-do-brasil/cobranca_240_remessa",
        remessa_240("001", ((33, "003294860001417019"),), (38, "32948600000000196")),
        HEADER_240,
        {**SENT, "nosso_numero_chave": "32948600000000196"},
        {"convenio": "003294860", "carteira": "17", "variacao": "019"},
    ),
    Small(
        "104-caixa/cobranca_240_retorno_6_digitos",
        retorno_240(
            "104", "06", "020101", ((59, "05263400000000"), (164, "040")), (24, "052634"), (40, "240000000000859234")
        ),
        HEADER_240,
        # 40-41 modalidade, 42-56 number, 57 check digit; only the first motivo is a motivo
        {**PAID_240, "nosso_numero_chave": "24000000000085923", "motivos": ("Casa lotérica",)},
        {"codigo_beneficiario": "052634"},
    ),
    Small(
        "104-caixa/cobranca_240_retorno",
        retorno_240(
            "104", "06", "020101", ((59, "12345670000000"), (164, "107")), (24, "1234567"), (40, "140000000000000316")
        ),
        HEADER_240,
        {**PAID_240, "nosso_numero_chave": "14000000000000031"},
        {"codigo_beneficiario": "1234567"},
    ),
    Small(
        "104-caixa/cobranca_240_remessa_6_digitos",
        remessa_240("104", ((59, "12345600000000"), (164, "101")), (24, "123456"), (38, "00014000000000000123")),
        HEADER_240,
        {**SENT, "nosso_numero_chave": "14000000000000123"},
        {"codigo_beneficiario": "123456"},
    ),
    Small(
        "104-caixa/cobranca_240_remessa",
        remessa_240("104", ((59, "12345670000000"), (164, "107")), (24, "1234567"), (38, "00014000000000000123")),
        HEADER_240,
        {**SENT, "nosso_numero_chave": "14000000000000123"},
        {"codigo_beneficiario": "1234567"},
    ),
    Small(
        "756-sicoob/cobranca_240_retorno",
        retorno_240("756", "06", "0400000000", ACCOUNT_240, (38, "000042971501014")),
        HEADER_240,
        # 38-46 number, 47 check digit, 48-49 parcela, 50-51 modalidade, 52 tipo de formulário
        {**PAID_240, "nosso_numero": "000042971501014", "nosso_numero_chave": "0042971"},
        {"agencia": "04327", "conta": "000000003666", "conta_dv": "8"},
    ),
    Small(
        "756-sicoob/cobranca_240_remessa",
        remessa_240("756", ACCOUNT_240, (38, "000042971501014")),
        HEADER_240,
        {**SENT, "nosso_numero_chave": "0042971"},
        {"agencia": "04327", "agencia_dv": "3", "conta": "000000003666", "conta_dv": "8"},
    ),
    Small(
        "001-banco-do-brasil/cobranca_400_retorno",
        file_400(
            "retorno",
            "001BANCO DO BRASIL",
            ((27, "33448000011113000000"), (95, "1506260000017"), (150, "1112245")),
            (
                (1, "7"),
                (18, "33448000011113"),
                (32, "1112245"),
                (64, "11122450000000290"),
                (87, "01"),
                (92, "019"),
                (107, "1806"),
                (111, "120626"),
                (117, "DOC 17"),
                (147, "100626"),
                (153, "0000000002500"),
                (176, "150626"),
                (182, "0000900"),
                (254, "0000000002500"),
                (267, "0000000000000"),
                (306, "0000000001600"),
            ),
        ),
        {"sequencia": 17, "data_geracao": date(2026, 6, 15)},
        {
            "nosso_numero": "11122450000000290",
            "nosso_numero_chave": "11122450000000290",
            "seu_numero": "DOC 17",
            "efeito": Efeito.LIQUIDA,
            "motivos": ("Liquidação normal",),
            "vencimento": date(2026, 6, 10),
            "data_ocorrencia": date(2026, 6, 12),
            "data_credito": date(2026, 6, 15),
            "valor_titulo": 2500,
            "valor_pago": 2500,
            "valor_tarifa": 900,
            "valor_creditado": 1600,
        },
        {"convenio": "1112245", "agencia": "3344", "conta": "00001111", "carteira": "18", "variacao": "019"},
    ),
    Small(
        "001-banco-do-brasil/cobranca_400_retorno_convenio_6",
        file_400(
            "retorno",
            "001BANCO DO BRASIL",
            ((27, "33448000011113123456"), (95, "1506260000017")),
            (
                (1, "1"),
                (18, "33448000011113"),
                (32, "123456"),
                (63, "123456000178"),
                (81, "02"),
                (86, "019"),
                (107, "1806"),
                (111, "120626"),
                (117, "DOC 17"),
                (147, "100626"),
                (153, "0000000002500"),
                (176, "150626"),
                (182, "0000900"),
                (254, "0000000001000"),
                (306, "0000000000100"),
            ),
        ),
        {"sequencia": 17},
        {
            "nosso_numero": "123456000178",
            "nosso_numero_chave": "12345600017",
            "efeito": Efeito.LIQUIDA_PARCIAL,
            "valor_titulo": 2500,
            "valor_pago": 1000,
            "valor_tarifa": 900,
            "data_credito": date(2026, 6, 15),
        },
        {"convenio": "123456", "agencia": "3344", "variacao": "019"},
    ),
    Small(
        "001-banco-do-brasil/cobranca_400_remessa",
        file_400(
            "remessa",
            "001BANCODOBRASIL",
            ((27, "12343000012343000000"), (95, "1506260000001"), (130, "7654321")),
            (
                (1, "701"),
                (4, "00012345678909"),
                (32, "1234567"),
                (64, "12345670000000123"),
                (107, "1201"),
                (111, "DOC 17"),
                (121, "100626"),
                (127, "0000000012345"),
            ),
        ),
        {"sequencia": 1, "empresa_documento": "12345678909"},
        {**SENT, "nosso_numero_chave": "12345670000000123"},
        {"convenio": "1234567", "agencia": "1234", "conta": "00001234", "carteira": "12"},
    ),
    Small(
        "237-bradesco/cobranca_400_retorno",
        file_400(
            "retorno",
            "237BRADESCO",
            ((27, "00000000000004540691"), (95, "150626"), (109, "00405"), (380, "160626")),
            (
                (1, "10211222333000181"),
                (21, "00090146700196690"),
                (71, "00000010684P"),
                (109, "06120626"),
                (117, "DOC 17"),
                (147, "100626"),
                (153, "0000000012345"),
                (176, "0000000000160"),
                (254, "0000000012495"),
                (267, "0000000000150"),
                (296, "150626"),
                (319, "1500000000"),
            ),
        ),
        {"sequencia": 405, "data_credito": date(2026, 6, 16), "empresa_documento": "11222333000181"},
        {
            "nosso_numero": "00000010684P",
            "nosso_numero_chave": "00000010684",
            "efeito": Efeito.LIQUIDA,
            "motivos": ("Título pago com cheque",),
            "data_ocorrencia": date(2026, 6, 12),
            "data_credito": date(2026, 6, 15),
            "valor_titulo": 12345,
            "valor_pago": 12495,
            "valor_tarifa": 160,
            "juros": 150,
        },
        {
            "codigo_empresa": "00000000000004540691",
            "carteira": "009",
            "agencia": "01467",
            "conta": "0019669",
            "conta_dv": "0",
        },
    ),
    Small(
        "237-bradesco/cobranca_400_remessa",
        file_400(
            "remessa",
            "237BRADESCO",
            ((27, "00000000000000004587"), (95, "150626"), (109, "MX0000001")),
            (
                (1, "1"),
                (21, "00060123400567890"),
                (71, "000123456787"),
                (109, "01DOC 17"),
                (121, "100626"),
                (127, "0000000012345"),
            ),
        ),
        {"sequencia": 1},
        {**SENT, "nosso_numero": "000123456787", "nosso_numero_chave": "00012345678"},
        {"codigo_empresa": "00000000000000004587", "carteira": "006", "agencia": "01234", "conta": "0056789"},
    ),
    Small(
        "341-itau/cobranca_400_retorno",
        file_400(
            "retorno",
            "341BANCO ITAU SA",
            ((27, "146400137007"), (95, "150626"), (101, "01600BPI02307160626")),
            (
                (1, "10211222333000181"),
                (18, "146400137007"),
                (63, "00000029"),
                (83, "10900000029"),
                (108, "I06120626"),
                (117, "DOC 17"),
                (147, "100626"),
                (153, "0000000001200"),
                (176, "0000000000390"),
                (254, "0000000000810"),
                (267, "0000000000000"),
                (296, "150626"),
                (393, "BL"),
            ),
        ),
        {"sequencia": 2307, "data_credito": date(2026, 6, 16), "empresa_documento": "11222333000181"},
        {
            "nosso_numero": "00000029",
            "nosso_numero_chave": "00000029",
            "efeito": Efeito.LIQUIDA,
            "carteira": "109",
            "valor_titulo": 1200,
            "valor_pago": 810,
            "valor_creditado": 810,
            "valor_tarifa": 390,
        },
        {"agencia": "1464", "conta": "13700", "conta_dv": "7", "carteira": "109"},
    ),
    Small(
        "341-itau/cobranca_400_remessa",
        file_400(
            "remessa",
            "341BANCO ITAU SA",
            ((27, "123400123451"), (95, "150626")),
            (
                (1, "10211222333000181"),
                (18, "123400123451"),
                (63, "00000123"),
                (84, "109"),
                (108, "I01DOC 17"),
                (121, "100626"),
                (127, "0000000012345"),
            ),
        ),
        {"sequencia": None, "empresa_documento": "11222333000181"},
        {**SENT, "nosso_numero_chave": "00000123", "efeito": Efeito.INFORMA, "texto": "Entrada de título"},
        {"agencia": "1234", "conta": "12345", "conta_dv": "1", "carteira": "109"},
    ),
)


@pytest.mark.parametrize("small", FILES, ids=[small.layout for small in FILES])
def test_a_small_file_is_read_as_its_manual_says(small: Small) -> None:
    arquivo = read_file(small.data)
    assert arquivo.cabecalho.layout == small.layout
    assert arquivo.totais.titles == 1
    assert not [problem.message for problem in arquivo.problems if problem.is_error]
    assert {name: getattr(arquivo.cabecalho, name) for name in small.header} == small.header
    assert small.convenio.items() <= arquivo.cabecalho.convenio.items()
    record = arquivo.records[0]
    found = {name: getattr(record, name) for name in small.first}
    if "motivos" in found:
        found["motivos"] = tuple(motivo.texto for motivo in record.motivos)
    assert found == small.first
