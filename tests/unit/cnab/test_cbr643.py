"""Banco do Brasil's CBR643: a title at the positions and with the values that kivanio/brcobranca's tests assert."""

from datetime import date

from finbank_desktop.cnab.records import read_file


def record(*places: tuple[int, str]) -> str:
    line = list(" " * 400)
    for start, text in places:
        line[start - 1 : start - 1 + len(text)] = text
    return "".join(line)


def test_a_cbr643_is_told_by_its_content_and_read() -> None:
    header = record(
        (1, "02RETORNO01COBRANCA"),
        (27, "33251000289353000000EMPRESA EXEMPLO LTDA"),
        (77, "001BANCO DO BRASIL2001090000007"),
        (150, "1622420"),
        (395, "000001"),
    )
    title = record(
        (1, "7"),
        (18, "33251000289353"),
        (32, "1622420"),
        (64, "16224200000000003"),
        (107, "1806200109"),
        (153, "0000000009064"),
        (176, "220109"),
        (254, "0000000009064"),
        (395, "000002"),
    )
    trailer = record((1, "9201001"), (395, "000003"))
    arquivo = read_file(f"{header}\r\n{title}\r\n{trailer}\r\n".encode("ascii"))
    assert (arquivo.cabecalho.banco, arquivo.cabecalho.kind) == ("001", "retorno")
    assert arquivo.cabecalho.convenio["convenio"] == "1622420"
    (found,) = arquivo.records
    assert (found.nosso_numero, found.data_ocorrencia, found.data_credito, found.valor_pago) == (
        "16224200000000003",
        date(2009, 1, 20),
        date(2009, 1, 22),
        9064,
    )
