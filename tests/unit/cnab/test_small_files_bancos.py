"""One small file for the layouts of the banks, typed by position from the tables of their manuals.

Nearly all CNAB 400 have date, document, due date and amounts in one place, so a row here says what a bank has
elsewhere; the sources stand in each layout's own ``fonte``. Nothing here comes from our layouts.
"""

from datetime import date
from typing import Any

import pytest

from finbank_desktop.cnab.records import read_file
from finbank_desktop.layouts import loader

Places = dict[int, str]

VENCIMENTO, OCORRENCIA, CREDITO = date(2026, 6, 10), date(2026, 6, 15), date(2026, 6, 16)
RETORNO: Places = {
    1: "1",
    109: "06",
    111: "150626",
    117: "DOC 17",
    147: "100626",
    153: "0000000012345",
    176: "0000000000390",
    254: "0000000012495",
}
PAID: dict[str, Any] = {
    "codigo": "06",
    "seu_numero": "DOC 17",
    "vencimento": VENCIMENTO,
    "data_ocorrencia": OCORRENCIA,
    "valor_titulo": 12345,
    "valor_pago": 12495,
    "valor_tarifa": 390,
    "data_credito": CREDITO,
}
REMESSA: Places = {1: "1", 109: "01", 111: "DOC 17", 121: "100626", 127: "0000000012345"}
SENT: dict[str, Any] = {"codigo": "01", "seu_numero": "DOC 17", "vencimento": VENCIMENTO, "valor_titulo": 12345}

AT_296: Places = {296: "160626"}
# Banco do Brasil's form: the day of credit before a fee of seven positions.
LIKE_BB: Places = {176: "1606260000390"}
NO_DAY: dict[str, Any] = {"data_credito": None}
AUTBANK = (
    "212-original",
    "224-fibra",
    "246-abc-brasil",
    "435-delbank",
    "604-industrial",
    "633-rendimento",
    "637-sofisa",
    "643-pine",
)
WITHOUT: Places = {111: "", 117: "", 147: "", 153: "", 176: "", 254: ""}

# Folder, what stands where in the title (an empty text takes a common place away), what must be read.
RETORNOS_400: tuple[tuple[str, Places, dict[str, Any]], ...] = (
    ("004-banco-do-nordeste/cobranca_400_retorno", {63: "00123458", **AT_296}, {"nosso_numero": "00123458"}),
    (
        "021-banestes/cobranca_400_retorno",
        {63: "0000123468", 319: "0112"},
        {"nosso_numero": "0000123468", **NO_DAY},
    ),
    ("025-alfa/cobranca_400_retorno", {71: "000000123459", **AT_296}, {"nosso_numero": "000000123459"}),
    ("033-santander/cobranca_400_retorno", {63: "00123458", **AT_296}, {"nosso_numero": "00123458"}),
    ("041-banrisul/cobranca_400_retorno", {63: "0012345678", **AT_296}, {"nosso_numero": "0012345678"}),
    (
        "047-banese/cobranca_400_retorno",
        {63: "0000123468", 153: "000" + "0000012345"},
        {"nosso_numero": "0000123468", **NO_DAY},
    ),
    (
        "070-brb/cobranca_400_retorno",
        {
            **WITHOUT,
            71: "200000107011",
            93: "DOC 17",
            111: "1506202616062026",
            149: "10062026",
            157: "0000000012345",
            258: "0000000012495",
        },
        {"nosso_numero": "200000107011", "valor_tarifa": None},
    ),
    (
        "070-brb/cobranca_400_retorno_075",
        {
            **WITHOUT,
            71: "200000107011",
            93: "DOC 17",
            111: "15062026",
            149: "10062026",
            157: "0000000012345",
            258: "0000000012495",
            300: "16062026",
        },
        {"nosso_numero": "200000107011", "valor_tarifa": None},
    ),
    (
        "077-inter/cobranca_400_retorno",
        {
            **WITHOUT,
            71: "00000012345",
            90: "06150626DOC 17",
            109: "",
            119: "1006260000000012345",
            160: "0000000012495160626",
        },
        {"nosso_numero": "00000012345", "valor_tarifa": None},
    ),
    *(
        (f"{folder}/cobranca_400_retorno", {71: "00000000002P", **AT_296}, {"nosso_numero": "00000000002P"})
        for folder in ("084-uniprime", "099-uniprime-central", "107-bocom-bbm", "310-vortx", "329-qi-scd", "457-uy3")
    ),
    ("003-amazonia/cobranca_400_retorno", {63: "00000000017", **LIKE_BB}, {"nosso_numero": "00000000017"}),
    ("089-credisan/cobranca_400_retorno", {63: "000000036469", **LIKE_BB}, {"nosso_numero": "000000036469"}),
    ("174-pefisa/cobranca_400_retorno", {63: "000001135222", **AT_296}, {"nosso_numero": "000001135222"}),
    (
        "218-bs2/cobranca_400_retorno",
        {
            **WITHOUT,
            109: "",
            60: "00000012345",
            81: "160626",
            110: "06150626",
            120: "DOC 17",
            146: "100626",
            154: "0000000012345",
            253: "0000000012495",
        },
        {"nosso_numero": "00000012345", "valor_tarifa": None},
    ),
    (
        "655-votorantim/cobranca_400_retorno",
        {63: "0000003158", 101: "06", 109: "", **AT_296},
        {"nosso_numero": "0000003158"},
    ),
    (
        "085-ailos/cobranca_400_retorno",
        {1: "7", 64: "03571572000000001", **LIKE_BB},
        {"nosso_numero": "0" + "3571572000000001"},
    ),
    (
        "097-credisis/cobranca_400_retorno",
        {57: "09750001100000000095", 77: "06150626DOC 17", 109: "", 111: "", 117: "", 166: "0000000390160626", 176: ""},
        {"nosso_numero": "09750001100000000095"},
    ),
    (
        "097-credisis/cobranca_400_retorno_convenio_5",
        {63: "00005005001", 176: "160626", 111: "", 117: ""},
        {"nosso_numero": "00005005001", "seu_numero": "", "data_ocorrencia": None, "valor_tarifa": None},
    ),
    (
        "104-caixa/cobranca_400_retorno",
        {57: "14000000000000006", 109: "21", 294: "160626"},
        {"nosso_numero": "14000000000000006", "codigo": "21"},
    ),
    ("133-cresol/cobranca_400_retorno", {71: "000000123459", **AT_296}, {"nosso_numero": "000000123459"}),
    (
        "136-unicred/cobranca_400_retorno",
        {46: "00000000000138711", 117: "", 280: "DOC 17", **LIKE_BB},
        {"nosso_numero": "00000000000138711"},
    ),
    *(
        (f"{folder}/cobranca_400_retorno", {63: "00011739897", 386: "160626"}, {"nosso_numero": "00011739897"})
        for folder in AUTBANK
    ),
    ("274-grafeno/cobranca_400_retorno", {71: "000000123459", **AT_296}, {"nosso_numero": "000000123459"}),
    ("336-c6/cobranca_400_retorno", {63: "000001135222", **AT_296}, {"nosso_numero": "000001135222"}),
    ("389-mercantil/cobranca_400_retorno", {67: "22060043217", **AT_296}, {"nosso_numero": "22060043217"}),
    ("399-hsbc/cobranca_400_retorno", {63: "12345000010"}, {"nosso_numero": "12345000010", **NO_DAY}),
    ("422-safra/cobranca_400_retorno", {63: "261730011", **AT_296}, {"nosso_numero": "261730011"}),
    ("707-daycoval/cobranca_400_retorno", {63: "00845801060"}, {"nosso_numero": "00845801060", **NO_DAY}),
    ("712-ourinvest/cobranca_400_retorno", {71: "000000000028", **AT_296}, {"nosso_numero": "000000000028"}),
    ("745-citibank/cobranca_400_retorno", {65: "000000000027", **AT_296}, {"nosso_numero": "000000000027"}),
    ("748-sicredi/cobranca_400_retorno", {48: "162088793", 329: "20260616"}, {"nosso_numero": "162088793"}),
    ("756-sicoob/cobranca_400_retorno", {63: "000000036469", **LIKE_BB}, {"nosso_numero": "000000036469"}),
    ("comum/cobranca_400_retorno", {176: ""}, {"nosso_numero": "", "valor_tarifa": None, **NO_DAY}),
)
REMESSAS_400: tuple[tuple[str, Places, dict[str, Any]], ...] = (
    ("004-banco-do-nordeste/cobranca_400_remessa", {63: "00123458"}, {"nosso_numero": "00123458"}),
    (
        "021-banestes/cobranca_400_remessa",
        {63: "0000123468", 127: "000" + "0000012345"},
        {"nosso_numero": "0000123468"},
    ),
    ("025-alfa/cobranca_400_remessa", {71: "000000123459"}, {"nosso_numero": "000000123459"}),
    ("033-santander/cobranca_400_remessa", {63: "00123458"}, {"nosso_numero": "00123458"}),
    ("041-banrisul/cobranca_400_remessa", {63: "0012345678"}, {"nosso_numero": "0012345678"}),
    ("077-inter/cobranca_400_remessa", {90: "00000012345"}, {"nosso_numero": "00000012345"}),
    *(
        (f"{folder}/cobranca_400_remessa", {71: "00000000002P"}, {"nosso_numero": "00000000002P"})
        for folder in ("084-uniprime", "099-uniprime-central", "274-grafeno", "310-vortx", "329-qi-scd", "457-uy3")
    ),
    ("089-credisan/cobranca_400_remessa", {63: "000000036469"}, {"nosso_numero": "000000036469"}),
    ("174-pefisa/cobranca_400_remessa", {63: "000001135222"}, {"nosso_numero": "000001135222"}),
    (
        "218-bs2/cobranca_400_remessa",
        {109: "", 111: "", 121: "", 127: "", 60: "00000123459", 110: "01DOC 17", 122: "100620260000000012345"},
        {"nosso_numero": "00000123459"},
    ),
    (
        "655-votorantim/cobranca_400_remessa",
        {109: "", 111: "", 121: "", 127: "", 63: "0000003158", 76: "01DOC 17", 88: "1006260000000012345"},
        {"nosso_numero": "0000003158"},
    ),
    ("085-ailos/cobranca_400_remessa", {1: "7", 64: "03571572000000001"}, {"nosso_numero": "03571572000000001"}),
    (
        "097-credisis/cobranca_400_remessa",
        {57: "0975000110000000009501", 109: ""},
        {"nosso_numero": "09750001100000000095"},
    ),
    (
        "097-credisis/cobranca_400_remessa_convenio_5",
        {63: "00027000123", 109: ""},
        {"nosso_numero": "00027000123", "codigo": ""},
    ),
    ("047-banese/cobranca_400_remessa", {63: "0012345600"}, {"nosso_numero": "001234560"}),
    ("091-unicred-central-rs/cobranca_400_remessa", {193: "00000138711"}, {"nosso_numero": "00000138711"}),
    ("104-caixa/cobranca_400_remessa", {57: "14000000000000006"}, {"nosso_numero": "14000000000000006"}),
    ("133-cresol/cobranca_400_remessa", {71: "000000123459"}, {"nosso_numero": "000000123459"}),
    ("136-unicred/cobranca_400_remessa", {193: "00000138711"}, {"nosso_numero": "00000138711"}),
    *((f"{folder}/cobranca_400_remessa", {63: "00011739897"}, {"nosso_numero": "00011739897"}) for folder in AUTBANK),
    ("336-c6/cobranca_400_remessa", {63: "000001135222"}, {"nosso_numero": "000001135222"}),
    ("389-mercantil/cobranca_400_remessa", {67: "22060043217"}, {"nosso_numero": "22060043217"}),
    ("422-safra/cobranca_400_remessa", {63: "261730011"}, {"nosso_numero": "261730011"}),
    ("707-daycoval/cobranca_400_remessa", {63: "84580106"}, {"nosso_numero": "84580106"}),
    ("712-ourinvest/cobranca_400_remessa", {71: "000000000028"}, {"nosso_numero": "000000000028"}),
    ("745-citibank/cobranca_400_remessa", {65: "000000000027"}, {"nosso_numero": "000000000027"}),
    ("748-sicredi/cobranca_400_remessa", {48: "162088793"}, {"nosso_numero": "162088793"}),
    ("756-sicoob/cobranca_400_remessa", {63: "000000036469"}, {"nosso_numero": "000000036469"}),
    ("comum/cobranca_400_remessa", {}, {"nosso_numero": ""}),
)
# CNAB 240: T or P by FEBRABAN unless said otherwise.
T_FEBRABAN: Places = {59: "DOC 17", 74: "10062026", 82: "000000000012345", 199: "000000000000390"}
P_FEBRABAN: Places = {63: "DOC 17", 78: "10062026", 86: "000000000012345"}
T_SANTANDER: Places = {55: "DOC 17", 70: "10062026", 78: "000000000012345", 194: "000000000000390"}
RETORNOS_240: tuple[tuple[str, Places, str], ...] = (
    ("004-banco-do-nordeste", {**T_FEBRABAN, 38: "000000000000123460"}, "000000000000123460"),
    ("003-amazonia", {**T_FEBRABAN, 38: "0000000000123456"}, "0000000000123456"),
    ("047-banese", {**T_FEBRABAN, 38: "00180000000012345"}, "00180000000012345"),
    ("097-credisis", {**T_FEBRABAN, 38: "09750001100000000095"}, "09750001100000000095"),
    ("099-uniprime-central", {**T_FEBRABAN, 38: "00000010035"}, "00000010035"),
    ("246-abc-brasil", {**T_FEBRABAN, 47: "00117398977"}, "00117398977"),
    ("322-sulcredi", {**T_FEBRABAN, 38: "900000000123454"}, "900000000123454"),
    ("399-hsbc", {**T_FEBRABAN, 38: "0000000012345"}, "0000000012345"),
    ("422-safra", {**T_FEBRABAN, 38: "261730011"}, "261730011"),
    ("021-banestes", {**T_FEBRABAN, 38: "0000123468"}, "0000123468"),
    ("033-santander", {**T_SANTANDER, 41: "0000000001040"}, "0000000001040"),
    ("041-banrisul", {**T_FEBRABAN, 38: "0012345678"}, "0012345678"),
    ("085-ailos", {**T_FEBRABAN, 38: "03571572000000001"}, "03571572000000001"),
    ("133-cresol", {**T_FEBRABAN, 38: "00900000000000123459"}, "00900000000000123459"),
    ("136-unicred", {**T_FEBRABAN, 38: "00000000000000138711"}, "0000000000000138711"),
    ("208-btg", {**T_FEBRABAN, 38: "00000000000000000268"}, "00000000000000000268"),
    ("237-bradesco", {**T_FEBRABAN, 38: "0090000000000001234P"}, "0090000000000001234P"),
    ("341-itau", {**T_FEBRABAN, 38: "109123456784"}, "109123456784"),
    ("530-ser-finance", {**T_FEBRABAN, 38: "00000012100020000017"}, "00000012100020000017"),
    ("655-votorantim", {**T_FEBRABAN, 47: "00000003158"}, "00000003158"),
    ("745-citibank", {**T_FEBRABAN, 38: "000000000027"}, "000000000027"),
    ("748-sicredi", {**T_FEBRABAN, 38: "162088793"}, "162088793"),
)
REMESSAS_240: tuple[tuple[str, Places, str], ...] = (
    ("003-amazonia", {**P_FEBRABAN, 38: "0000000000123456"}, "0000000000123456"),
    ("047-banese", {**P_FEBRABAN, 38: "00180000000012345"}, "00180000000012345"),
    ("091-unicred-central-rs", {**P_FEBRABAN, 38: "00000138711"}, "00000138711"),
    ("246-abc-brasil", {**P_FEBRABAN, 47: "00117398977"}, "00117398977"),
    ("322-sulcredi", {**P_FEBRABAN, 38: "00012349000000000173"}, "00012349000000000173"),
    ("021-banestes", {**P_FEBRABAN, 38: "0000123468"}, "0000123468"),
    ("033-santander", {**P_FEBRABAN, 45: "0000000001040"}, "0000000001040"),
    ("041-banrisul", {**P_FEBRABAN, 38: "0012345678"}, "0012345678"),
    ("085-ailos", {**P_FEBRABAN, 38: "03571572000000001"}, "03571572000000001"),
    ("097-credisis", {**P_FEBRABAN, 38: "09750001100000000095"}, "09750001100000000095"),
    ("133-cresol", {**P_FEBRABAN, 38: "00900000000000123459"}, "00900000000000123459"),
    ("136-unicred", {**P_FEBRABAN, 38: "00000138711"}, "00000138711"),
    ("208-btg", {**P_FEBRABAN, 38: "00000000000000000268"}, "00000000000000000268"),
    ("237-bradesco", {**P_FEBRABAN, 38: "0090000000000001234P"}, "0090000000000001234P"),
    ("274-grafeno", {**P_FEBRABAN, 38: "0090000000000001234P"}, "0090000000000001234P"),
    ("329-qi-scd", {**P_FEBRABAN, 38: "0090000000000001234P"}, "0090000000000001234P"),
    ("457-uy3", {**P_FEBRABAN, 38: "0090000000000001234P"}, "0090000000000001234P"),
    ("341-itau", {**P_FEBRABAN, 38: "109123456784"}, "109123456784"),
    ("422-safra", {**P_FEBRABAN, 38: "00000000000261730011"}, "00000000000261730011"),
    ("530-ser-finance", {**P_FEBRABAN, 47: "00020000017"}, "00020000017"),
    ("655-votorantim", {**P_FEBRABAN, 48: "0000003158"}, "0000003158"),
    ("745-citibank", {**P_FEBRABAN, 38: "000000000027"}, "000000000027"),
    ("748-sicredi", {**P_FEBRABAN, 38: "162088793"}, "162088793"),
)
# BRB's own beginning, and the two CNAB 444: see below. All others stand in test_small_files.
ALONE = {
    "070-brb/cobranca_400_remessa",
    "070-brb/cobranca_400_remessa_077",
    "274-grafeno/cobranca_444_remessa",
    "341-itau/cobranca_444_remessa",
}
ELSEWHERE = {
    "001-banco-do-brasil/cobranca_240_remessa",
    "001-banco-do-brasil/cobranca_240_retorno",
    "001-banco-do-brasil/cobranca_400_remessa",
    "001-banco-do-brasil/cobranca_400_retorno",
    "001-banco-do-brasil/cobranca_400_retorno_convenio_6",
    "104-caixa/cobranca_240_remessa",
    "104-caixa/cobranca_240_remessa_6_digitos",
    "104-caixa/cobranca_240_retorno",
    "104-caixa/cobranca_240_retorno_6_digitos",
    "237-bradesco/cobranca_400_remessa",
    "237-bradesco/cobranca_400_retorno",
    "341-itau/cobranca_400_remessa",
    "341-itau/cobranca_400_retorno",
    "756-sicoob/cobranca_240_remessa",
    "756-sicoob/cobranca_240_retorno",
    "febraban/cobranca_240_remessa",
    "febraban/cobranca_240_retorno",
    # A form to inherit, never chosen itself; its banks are here.
    "autbank/cobranca_400_remessa",
    "autbank/cobranca_400_retorno",
    # A file of Bradesco's, which issues these boletos.
    "107-bocom-bbm/cobranca_400_remessa",
    # Chosen by the title; see below.
    "136-unicred/cobranca_400_retorno_banco_001",
}


def line(size: int, places: Places) -> str:
    letters = [" "] * size
    for start, text in sorted(places.items()):
        letters[start - 1 : start - 1 + len(text)] = text
    return "".join(letters)


def file_of(*lines: str) -> bytes:
    return "".join(each + "\r\n" for each in lines).encode("ascii")


def file_400(layout: str, direcao: str, title: Places) -> bytes:
    banco = layout[:3] if layout[:3].isdigit() else "999"
    literal = "1REMESSA" if direcao == "remessa" else "2RETORNO"
    day = {95: "150626"}
    if banco == "748":
        day = {95: "20260615"}
    elif banco in {"070", "218"}:
        day = {95: "15062026"}
    elif banco == "655":
        day = {100: "150626"}
    elif layout.startswith("336-c6/cobranca_400_retorno"):
        day = {125: "150626"}
    header = {1: f"0{literal}01COBRANCA", 47: "CLIENTE EXEMPLO LTDA", 77: banco, 395: "000001"}
    trailer = {1: "9", 395: "000003"}
    return file_of(line(400, header | day), line(400, title | {395: "000002"}), line(400, trailer))


def file_240(banco: str, direcao: str, *details: Places) -> bytes:
    remessa = direcao == "remessa"
    segments = "PQ" if remessa else "TU"
    lines = [{1: banco + "00000", 143: "1" if remessa else "2", 144: "15062026", 158: "000012"}]
    lines.append({1: banco + "00011" + ("R" if remessa else "T") + "01"})
    for number, (segment, places) in enumerate(zip(segments, details, strict=True), start=1):
        lines.append({**places, 1: f"{banco}00013{number:05d}{segment}", 16: "01" if remessa else "06"})
    lines += [{1: banco + "00015", 18: "000004"}, {1: banco + "99999", 18: "000001000006"}]
    return file_of(*(line(240, places) for places in lines))


def check(data: bytes, layout: str, expected: dict[str, Any]) -> None:
    arquivo = read_file(data)
    assert arquivo.cabecalho.layout == layout
    assert not [problem.message for problem in arquivo.problems if problem.is_error]
    assert arquivo.totais.titles == 1
    assert {name: getattr(arquivo.records[0], name) for name in expected} == expected


@pytest.mark.parametrize(("layout", "places", "said"), RETORNOS_400, ids=[row[0] for row in RETORNOS_400])
def test_a_retorno_400_is_read_as_its_bank_writes_it(layout: str, places: Places, said: dict[str, Any]) -> None:
    check(file_400(layout, "retorno", RETORNO | places), layout, PAID | said)


@pytest.mark.parametrize(("layout", "places", "said"), REMESSAS_400, ids=[row[0] for row in REMESSAS_400])
def test_a_remessa_400_is_read_as_its_bank_wants_it(layout: str, places: Places, said: dict[str, Any]) -> None:
    check(file_400(layout, "remessa", REMESSA | places), layout, SENT | said)


@pytest.mark.parametrize(("folder", "places", "numero"), RETORNOS_240, ids=[row[0] for row in RETORNOS_240])
def test_a_retorno_240_is_read_as_its_bank_writes_it(folder: str, places: Places, numero: str) -> None:
    u = {78: "000000000012495", 138: "1506202616062026"}
    data = file_240(folder[:3], "retorno", places, u)
    check(data, f"{folder}/cobranca_240_retorno", PAID | {"nosso_numero": numero})


@pytest.mark.parametrize(("folder", "places", "numero"), REMESSAS_240, ids=[row[0] for row in REMESSAS_240])
def test_a_remessa_240_is_read_as_its_bank_wants_it(folder: str, places: Places, numero: str) -> None:
    q = {18: "1000052998224725", 34: "PAGADOR EXEMPLO"}
    data = file_240(folder[:3], "remessa", places, q)
    check(data, f"{folder}/cobranca_240_remessa", SENT | {"nosso_numero": numero})


@pytest.mark.parametrize(
    ("layout", "arquivo", "title"),
    [
        (
            "070-brb/cobranca_400_remessa_077",
            "077",
            {1: "01", 16: "200000107011", 28: "DOC 17", 243: "10062026000000000012345"},
        ),
        (
            "070-brb/cobranca_400_remessa",
            "075",
            {1: "01", 123: "0000000000017", 188: "1006202600000000012345", 210: "200000107011"},
        ),
    ],
)
def test_brb_begins_a_remessa_with_a_short_line_of_its_own(layout: str, arquivo: str, title: Places) -> None:
    data = file_of(
        f"DCB001{arquivo}083000049020260615101500000002", line(400, title), line(400, {1: "9", 395: "000003"})
    )
    said = {"nosso_numero": "200000107011", "vencimento": VENCIMENTO, "valor_titulo": 12345}
    check(data, layout, said)
    assert read_file(data).cabecalho.banco == "070"


@pytest.mark.parametrize(
    ("layout", "width", "title"),
    [
        ("274-grafeno/cobranca_444_remessa", 444, {71: "000000123459", 395: "5" * 44, 439: "000002"}),
        # Only the detail is longer, and the invoice's key stands behind the number of the line.
        ("341-itau/cobranca_444_remessa", 400, {63: "00000123", 395: "000002" + "5" * 44}),
    ],
)
def test_a_cnab_444_has_the_key_of_the_invoice_at_the_end_of_a_title(layout: str, width: int, title: Places) -> None:
    header = {1: "01REMESSA01COBRANCA", 47: "CLIENTE EXEMPLO LTDA", 77: layout[:3], 95: "150626", width - 5: "000001"}
    detail = REMESSA | title
    data = file_of(line(width, header), line(444, detail), line(width, {1: "9", width - 5: "000003"}))
    check(data, layout, SENT | {"nosso_numero": next(iter(title.values()))})
    assert read_file(data).cabecalho.tamanho == 444


def test_there_is_a_small_file_for_every_layout_of_cobranca() -> None:
    cobranca = {path for path in loader.available() if "/cobranca_" in path}
    here = {row[0] for row in (*RETORNOS_400, *REMESSAS_400)}
    here |= {f"{row[0]}/cobranca_240_retorno" for row in RETORNOS_240}
    here |= {f"{row[0]}/cobranca_240_remessa" for row in REMESSAS_240}
    assert cobranca == here | ALONE | ELSEWHERE


def motivos_of(layout: str, places: Places) -> tuple[str, tuple[str, ...]]:
    record = read_file(file_400(layout, "retorno", RETORNO | places)).records[0]
    return record.efeito, tuple(motivo.texto for motivo in record.motivos)


def test_unicred_answers_entries_and_instructions_with_one_occurrence() -> None:
    layout = "136-unicred/cobranca_400_retorno"
    common = {46: "00000000000138711", 117: "", 280: "DOC 17", **LIKE_BB}
    assert motivos_of(layout, {**common, 109: "02", 327: "01"})[0] == "confirma"
    assert motivos_of(layout, {**common, 109: "02", 327: "09"})[0] == "instrucao_aceita"
    refused = motivos_of(layout, {**common, 109: "03", 319: "08000000", 327: "01"})
    assert refused == ("rejeita", ("Nosso número inválido",))
    assert motivos_of(layout, {**common, 109: "03", 319: "08000000", 327: "06"})[0] == "instrucao_recusada"


def test_unicred_s_file_under_the_number_of_banco_do_brasil_is_unicred_s() -> None:
    title = RETORNO | {2: "0211222333000181", 46: "00000000000138711", 63: "0" * 11, 117: "", 280: "DOC 17", **LIKE_BB}
    data = file_400("136-unicred/x", "retorno", title).replace(b"136", b"001", 1)
    check(
        data, "136-unicred/cobranca_400_retorno_banco_001", {"nosso_numero": "00000000000138711", "valor_pago": 12495}
    )
    assert (read_file(data).cabecalho.banco, read_file(data).cabecalho.layout_banco) == ("001", "136")


def test_banco_do_brasil_s_own_line_without_a_nosso_numero_stays_its_own() -> None:
    title = RETORNO | {2: "0" * 16, 63: "0" * 11, 109: "28", **LIKE_BB}
    data = file_400("001-banco-do-brasil/x", "retorno", title)
    assert read_file(data).cabecalho.layout == "001-banco-do-brasil/cobranca_400_retorno_convenio_6"


def test_banco_do_nordeste_marks_the_reasons_of_a_refusal_by_their_place() -> None:
    layout = "004-banco-do-nordeste/cobranca_400_retorno"
    refused = motivos_of(layout, {63: "00123458", 109: "51", 280: "0100000"})
    assert refused == ("rejeita", ("Não permite desconto/ abatimento",))
    assert motivos_of(layout, {63: "00123458", **AT_296}) == ("liquida", ())


def test_inter_writes_its_reasons_out() -> None:
    places = {**WITHOUT, 71: "00000012345", 90: "03150626DOC 17", 109: "", 119: "100626", 241: "Vencimento anterior"}
    record = read_file(file_400("077-inter/x", "retorno", RETORNO | places)).records[0]
    assert [(motivo.codigo, motivo.texto) for motivo in record.motivos] == [("", "Vencimento anterior")]
    assert record.efeito == "rejeita"


def test_santander_s_reasons_have_three_digits() -> None:
    assert motivos_of("033-santander/cobranca_400_retorno", {63: "00123458", 109: "03", 137: "001000000"}) == (
        "rejeita",
        ("Nosso número não numérico",),
    )
