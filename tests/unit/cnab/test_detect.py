import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finbank_desktop.cnab import detect as module
from finbank_desktop.cnab.detect import detect, layout_of
from finbank_desktop.cnab.records import read_file
from finbank_desktop.domain.problems import OutsideError, RefusedError

MEGABYTE = 1 << 20


def refusal(data: bytes | Path) -> RefusedError:
    with pytest.raises(RefusedError) as caught:
        detect(data)
    return caught.value


def header_400(text: str) -> bytes:
    return (text.ljust(394) + "000001").encode() + b"\r\n" + b"9".ljust(394) + b"000002\r\n"


def file_240(banco: str, direcao: str, *details: str, lote: str = "") -> bytes:
    header = (banco + "00000").ljust(142) + direcao
    lines = [header, *([banco + "00011" + lote] if lote else []), *details, banco + "99999"]
    return "".join(line.ljust(240) + "\r\n" for line in lines).encode()


def header_150(codigo: str, banco: str, versao: str) -> bytes:
    header = f"A{codigo}".ljust(42) + banco + "BANCO".ljust(20) + "20261120000001" + versao + "DEBITO AUTOMATICO"
    return (header.ljust(150) + "\r\nZ000002".ljust(152) + "\r\n").encode()


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "arquivo_vazio", "vazio"),
        (b" \r\n \r\n", "arquivo_vazio", "só tem brancos"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + b"x" * 500, "nao_e_arquivo_de_banco", "PDF"),
        (b"PK\x03\x04" + b"\x00" * 500, "nao_e_arquivo_de_banco", "planilha"),
        (bytes(range(256)) * 40, "nao_e_arquivo_de_banco", "não é texto"),
        (b"Prezados,\r\nsegue o arquivo.\r\n", "nao_e_arquivo_de_banco", "posições"),
        (b"x" * 240 + b"\r\n" + b"y" * 240 + b"\r\n", "nao_e_cnab", "nenhuma é um registro CNAB 240"),
        (b"1".ljust(394) + b"000002\r\n", "sem_abertura", "não é a abertura"),
        (header_400("02RETORNO01COBRANCA"), "banco_sem_layout", "sem o código do banco"),
        (file_240("001", "2", lote="E04"), "produto_nao_lido", "extrato"),
        (file_240("001", " "), "direcao_desconhecida", "remessa ou retorno"),
        (b"A2CONVENIO".ljust(150) + b"\r\n", "sem_abertura", "150"),
    ],
)
def test_what_is_no_file_that_is_read_is_refused_in_one_clear_sentence(data: bytes, code: str, words: str) -> None:
    error = refusal(data)
    assert error.code == code
    assert words in error.message
    assert error.message.endswith(".")


@pytest.mark.parametrize(
    ("data", "product", "layout"),
    [
        (file_240("341", "1", lote="C20"), "pagamento", "341-itau/pagamento_240_remessa"),
        (file_240("341", "2", lote="D05"), "debito", "341-itau/debito_240_retorno"),
        (file_240("001", "2", "0010001300001A"), "pagamento", "001-banco-do-brasil/pagamento_240_retorno"),
        (file_240("655", "2", lote="C20"), "pagamento", "febraban/pagamento_240_retorno"),
        (file_240("001", "2", lote="T03"), "dda", "febraban/dda_240_retorno"),
        (file_240("237", "2", "2370001300001G"), "dda", "febraban/dda_240_retorno"),
        (header_150("2", "748", "05"), "debito", "748-sicredi/debito_150_retorno"),
        (header_150("1", "748", "06"), "debito", "748-sicredi/debito_150_remessa"),
        (header_150("2", "748", "04"), "debito", "febraban/debito_150_retorno_v04"),
        (header_150("2", "001", "08"), "debito", "001-banco-do-brasil/debito_150_retorno"),
        (header_150("2", "237", "05"), "debito", "febraban/debito_150_retorno_v05"),
    ],
)
def test_payments_and_debits_are_told_by_their_content(data: bytes, product: str, layout: str) -> None:
    found = detect(data)
    assert (found.product, found.layout) == (product, layout)


def test_a_file_of_payments_without_direction_is_a_return_when_a_bank_answered() -> None:
    detail = "0010001300001A".ljust(230) + "00"
    assert detect(file_240("001", " ", detail, lote="C20")).kind == "retorno"


def test_a_refusal_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "boleto.pdf"
    path.write_bytes(b"%PDF-1.4 ...")
    assert refusal(path).where == "boleto.pdf"


def test_a_file_that_is_not_there_is_trouble_outside(tmp_path: Path) -> None:
    with pytest.raises(OutsideError, match="confira se ele existe"):
        detect(tmp_path / "nada.ret")


def test_of_a_huge_file_only_the_first_megabyte_is_read(tmp_path: Path) -> None:
    path = tmp_path / "disco.img"
    with path.open("wb") as file:
        file.truncate(2048 * MEGABYTE)  # sparse: it takes no room
    assert refusal(path).code == "arquivo_vazio"
    with path.open("r+b") as file:
        file.write(b"\x7fELF\x02\x01\x01" + b"\x00" * 100)
    assert refusal(path).code == "nao_e_arquivo_de_banco"


def test_the_content_tells_and_not_the_name(tmp_path: Path) -> None:
    path = tmp_path / "retorno.pdf"
    path.write_bytes(file_240("756", "2", lote="T01"))
    found = detect(path)
    assert (found.kind, found.banco, found.layout) == ("retorno", "756", "756-sicoob/cobranca_240_retorno")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (file_240("756", "1", lote="R01"), "remessa"),
        (file_240("756", " ", lote="T01"), "retorno"),
        (file_240("756", " ", "7560001300001P"), "remessa"),
        (file_240("756", " ", "7560001300001T"), "retorno"),
        # Caixa's pre-validation of a remessa says 5 in the header
        (file_240("104", "5", lote="T01"), "retorno"),
    ],
)
def test_the_direction_is_told_by_header_then_lot_then_segments(data: bytes, kind: str) -> None:
    assert detect(data).kind == kind


def test_a_file_without_its_header_is_still_read_when_its_lines_say_enough() -> None:
    lines = file_240("756", "2", "7560001300001T", "7560001300002U".ljust(233, "0"), lote="T01").splitlines(
        keepends=True
    )
    arquivo = read_file(b"".join(lines[1:]))
    assert arquivo.totais.titles == 1
    assert any("Início do arquivo ausente" in problem.message for problem in arquivo.problems)


def test_a_bank_without_a_layout_is_read_by_what_is_common_to_all_and_nothing_is_written_so() -> None:
    lines = ["02RETORNO01COBRANCA"]
    assert layout_of("654", 240, "retorno", lines) == "febraban/cobranca_240_retorno"
    assert layout_of("654", 400, "retorno", lines) == "comum/cobranca_400_retorno"
    assert layout_of("654", 240, "remessa") is None
    assert layout_of("654", 400, "remessa") is None
    arquivo = read_file(header_400("02RETORNO01COBRANCA".ljust(76) + "999BANCO"))
    assert any("não tem o layout do banco 999" in problem.message for problem in arquivo.problems)
    assert arquivo.cabecalho.layout_banco == "000"


def test_caixa_is_read_by_the_width_of_its_code() -> None:
    def header(version: str, code: str) -> list[str]:
        return [("104".ljust(58) + code).ljust(163) + version]

    assert layout_of("104", 240, "remessa", header("101", "12345600")) == "104-caixa/cobranca_240_remessa_6_digitos"
    assert layout_of("104", 240, "remessa", header("050", "12345600")) == "104-caixa/cobranca_240_remessa_6_digitos"
    assert layout_of("104", 240, "remessa", header("101", "12345670")) == "104-caixa/cobranca_240_remessa"
    assert layout_of("104", 240, "remessa", header("107", "12345600")) == "104-caixa/cobranca_240_remessa"
    assert layout_of("104", 240, "remessa") == "104-caixa/cobranca_240_remessa"


@given(st.binary(max_size=2000))
def test_arbitrary_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(RefusedError):
        assert read_file(data).totais.titles >= 0


@given(
    st.sampled_from(["001", "033", "070", "077", "104", "136", "237", "341", "655", "748", "756"]),
    st.sampled_from(["240", "400"]),
    st.lists(st.text(alphabet=st.characters(max_codepoint=255), max_size=60), max_size=6),
    st.lists(st.integers(0, 239), max_size=6),
)
def test_damaged_files_are_read_and_their_damage_is_told(
    banco: str, formato: str, texts: list[str], places: list[int]
) -> None:
    if formato == "240":
        data = bytearray(file_240(banco, "2", f"{banco}0001300001T", f"{banco}0001300002U", lote="T01"))
    else:
        data = bytearray(header_400("02RETORNO01COBRANCA".ljust(76) + banco))
    for place, text in zip(places, texts, strict=False):
        data[place + 250 : place + 250] = text.encode("latin-1")
    with contextlib.suppress(RefusedError):
        arquivo = read_file(bytes(data))
        assert arquivo.totais.titles == len(arquivo.records)


def test_the_product_of_a_file_is_that_of_most_of_its_lots() -> None:
    assert module._product_240(["0010001 ", "00100011R01", "00100021R01", "00100031C20"]) == "cobranca"
