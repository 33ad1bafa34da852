"""The titles of a large file are the same, however many are made at a time."""

import pytest

from finbank_desktop.cnab import on_demand, records
from finbank_desktop.layouts import loader
from finbank_desktop.layouts.writer import write

TITULOS = 7


def line(*places: tuple[int, str]) -> str:
    letters = [" "] * 240
    for start, text in places:
        letters[start - 1 : start - 1 + len(text)] = text
    return "".join(letters) + "\r\n"


def cnab_240() -> bytes:
    """Return a retorno of Banco do Brasil: two lines per title, T and U, as FEBRABAN's CNAB 240 v10.6 numbers them."""
    whose = ((18, "211222333000181"), (73, "CLIENTE EXEMPLO LTDA"))
    lines = [line((1, "00100000"), *whose, (143, "2"), (144, "15062026")), line((1, "00100011T01"), (18, "2011222333"))]
    for n in range(1, TITULOS + 1):
        lines.append(line((1, "0010001300001T"), (16, "06"), (38, f"{n:017d}"), (74, "15062026"), (82, f"{n:015d}")))
        lines.append(line((1, "0010001300001U"), (16, "06"), (78, f"{n:015d}"), (138, "15062026")))
    lines += [line((1, "00100015"), (18, f"{2 * TITULOS + 2:06d}")), line((1, "00199999"), (18, "000001"))]
    return "".join(lines).encode("ascii")


def cnab_400() -> bytes:
    titulos = [
        ("detalhe", {"nosso_numero": n, "ocorrencia": 6, "valor_titulo": n, "sequencial": n + 1})
        for n in range(1, TITULOS + 1)
    ]
    layout = loader.load("341-itau/cobranca_400_retorno")
    return write(layout, [("header", {"sequencial": 1}), *titulos, ("trailer", {"sequencial": TITULOS + 2})]).data


@pytest.mark.parametrize("data", [cnab_240(), cnab_400()], ids=["240", "400"])
@pytest.mark.parametrize("bloco", [1, 2, TITULOS - 1])
def test_titles_made_some_at_a_time_are_those_made_at_once(
    data: bytes, bloco: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    de_uma_vez = records.read_file(data).records
    assert len(de_uma_vez) == TITULOS
    assert [o.valor_titulo for o in de_uma_vez] == list(range(1, TITULOS + 1))
    monkeypatch.setattr(on_demand, "BLOCO", bloco)
    monkeypatch.setattr(records, "BLOCO", bloco)
    aos_poucos = records.read_file(data).records
    assert isinstance(aos_poucos, on_demand.OnDemand)
    assert list(aos_poucos) == list(de_uma_vez)
    assert aos_poucos[-1] == de_uma_vez[-1]
    assert list(aos_poucos[1:3]) == list(de_uma_vez[1:3])
    blocos = [list(block) for block in on_demand.blocks(aos_poucos)]
    assert [len(block) for block in blocos[:-1]] == [bloco] * (len(blocos) - 1)
    with pytest.raises(IndexError):
        aos_poucos[TITULOS]
