from datetime import date

from finbank_desktop.cnab.records import read_file
from finbank_desktop.cnab.retorno import valor_recebido
from finbank_desktop.domain.arquivos import Arquivo
from finbank_desktop.domain.ocorrencias import Efeito
from finbank_desktop.domain.problems import Severity


def put(size: int, *places: tuple[int, str]) -> str:
    letters = [" "] * size
    for start, text in places:
        letters[start - 1 : start - 1 + len(text)] = text
    return "".join(letters)


def t(number: int, nosso_numero: str, codigo: str = "06", valor: str = "000000000010000") -> str:
    common = ((1, f"75600013{number:05d}T"), (16, codigo), (38, nosso_numero), (58, "1"), (74, "10062026"), (82, valor))
    return put(240, *common, (199, "000000000000000"))


def u(number: int, codigo: str = "06", pago: str = "000000000010000") -> str:
    amounts = ((18, "0" * 60), (78, pago), (93, pago), (138, "1206202615062026"))
    return put(240, (1, f"75600013{number:05d}U"), (16, codigo), *amounts)


def y03(number: int, url: str) -> str:
    return put(240, (1, f"75600013{number:05d}Y"), (16, "0603"), (82, url))


def retorno(*details: str) -> Arquivo:
    lines = [
        put(240, (1, "75600000"), (18, "211222333000181"), (73, "CLIENTE"), (143, "215062026101500000012")),
        put(240, (1, "75600011T01"), (18, "2011222333000181")),
        *details,
        put(240, (1, "75600015"), (18, f"{len(details) + 2:06d}")),
        put(240, (1, "75699999"), (18, "000001"), (24, f"{len(details) + 4:06d}")),
    ]
    return read_file("".join(line + "\r\n" for line in lines).encode("ascii"))


def errors(arquivo: Arquivo) -> list[str]:
    return [problem.message for problem in arquivo.problems if problem.is_error]


def test_a_title_spread_over_three_lines_is_one_record() -> None:
    url = "pix.example.com/qr/v2/cobv/0A1b"
    arquivo = retorno(t(1, "000000101501014"), u(2), y03(3, url), t(4, "000000202301014"), u(5, pago="000000000020000"))
    assert arquivo.totais.titles == len(arquivo.records) == 2
    assert [record.line for record in arquivo.records] == [3, 6]
    assert [len(record.raw) for record in arquivo.records] == [3, 2]
    assert [record.pix for record in arquivo.records] == [url, ""]
    assert [record.valor_pago for record in arquivo.records] == [10000, 20000]
    assert arquivo.totais.valor_pago == 30000
    assert arquivo.record_types == {"0": 1, "1": 1, "3": 5, "5": 1, "9": 1}
    assert arquivo.segments == {"T": 2, "U": 2, "Y": 1}
    assert errors(arquivo) == []


def test_a_title_without_its_amounts_is_told_and_stops_only_itself() -> None:
    arquivo = retorno(t(1, "000000101501014"), t(2, "000000202301014"), u(3))
    first, second = arquivo.records
    assert (first.valor_pago, first.data_credito, second.valor_pago) == (None, None, 10000)
    assert any("O título da linha 3 não tem o registro U" in message for message in errors(arquivo))


def test_amounts_without_a_title_are_told() -> None:
    arquivo = retorno(u(1), t(2, "000000101501014"), u(3))
    assert arquivo.totais.titles == 1
    assert arquivo.records[0].valor_pago == 10000
    assert any("A linha 3 não pertence a nenhum título" in message for message in errors(arquivo))


def test_a_bad_amount_is_missing_and_told_by_line_and_field() -> None:
    arquivo = retorno(t(1, "000000101501014", valor="00000000001O000"), u(2))
    assert arquivo.records[0].valor_titulo is None
    assert arquivo.records[0].valor_pago == 10000
    (problem,) = [problem for problem in arquivo.problems if problem.is_error]
    assert (problem.line, problem.start, problem.end, problem.field) == (3, 82, 96, "valor_titulo")


def test_an_unknown_occurrence_informs_and_is_told_once_for_all_its_lines() -> None:
    details = (t(1, "000000101501014", "97"), u(2, "97"), t(3, "000000202301014", "97"), u(4, "97"))
    arquivo = retorno(*details)
    assert {record.efeito for record in arquivo.records} == {Efeito.INFORMA}
    (problem,) = [problem for problem in arquivo.problems if problem.severity is Severity.WARNING]
    assert "A ocorrência 97" in problem.message
    assert "linhas 3 e 5" in problem.message


def test_the_end_of_a_file_is_missed() -> None:
    lines = retorno(t(1, "000000101501014"), u(2))
    assert lines.has_end
    cut = read_file("".join(line + "\r\n" for record in [lines.records[0]] for line in [HEADER, *record.raw]).encode())
    assert not cut.has_end
    assert any("Fim do arquivo ausente" in message for message in errors(cut))


HEADER = put(240, (1, "75600000"), (143, "215062026101500000012"))


def test_an_office_without_a_document_in_the_file_has_none() -> None:
    assert read_file((HEADER + "\r\n").encode()).cabecalho.empresa_documento == ""


def test_dates_of_the_header_are_dates() -> None:
    cabecalho = retorno(t(1, "1"), u(2)).cabecalho
    assert (cabecalho.data_geracao, cabecalho.sequencia) == (date(2026, 6, 15), 12)
    assert cabecalho.empresa_documento == "11222333000181"


def itau(pago: str, tarifa: str) -> Arquivo:
    detalhe = put(
        400,
        (1, "10211222333000181"),
        (63, "00000029"),
        (109, "06120626"),
        (147, "100626"),
        (153, "0000000001200"),
        (176, tarifa),
        (254, pago),
        (395, "000002"),
    )
    header = put(400, (1, "02RETORNO01COBRANCA"), (77, "341BANCO ITAU SA"), (95, "150626"), (395, "000001"))
    return read_file("\r\n".join([header, detalhe, put(400, (1, "9"), (395, "000003")), ""]).encode())


def test_itau_takes_its_fee_off_what_it_says_was_paid() -> None:
    # A real retorno: title 12,00, fee 3,90, field 254-266 8,10.
    arquivo = itau("0000000000810", "0000000000390")
    assert valor_recebido(arquivo, arquivo.records[0]) == 1200
    nothing = itau("0000000000000", "0000000000390")
    assert valor_recebido(nothing, nothing.records[0]) == 0
    unknown = itau("             ", "0000000000390")
    assert valor_recebido(unknown, unknown.records[0]) is None


def test_others_say_what_was_paid() -> None:
    arquivo = retorno(t(1, "000000101501014"), u(2))
    assert valor_recebido(arquivo, arquivo.records[0]) == 10000
