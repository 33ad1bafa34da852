"""Each bank's remessa of débito automático, by the positions of its source, and the returns by FEBRABAN's codes."""

from dataclasses import replace

import pytest

from finbank_desktop.cnab import debito
from finbank_desktop.cnab.detect import layout_150, layout_of
from finbank_desktop.cnab.records import read_file
from finbank_desktop.domain.debitos import DadosDebito, MovimentoDebito, format_idboleto, parse_idboleto
from finbank_desktop.domain.ocorrencias import Efeito
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.layouts import loader
from tests.unit.cnab.movimentos_exemplos import CPF, consentimento, dados_debito
from tests.unit.cnab.movimentos_exemplos import debito as exemplo

FEBRABAN = "Claro (v04), ACBr, lucasbflopes, gabriellencina, BoletoNetCore, laravel-debito-em-conta"
# Bank, format, source, trust, line (from 1), first and last position, what stands there.
FATOS = [
    ("001", "150", "gabriellencina e ACBr, versão 08", "duas_fontes", 1, 80, 98, "08DEBITO AUTOMATICO"),
    ("001", "150", "gabriellencina e ACBr, versão 08", "duas_fontes", 2, 51, 75, "2026120100000000000123403"),
    ("001", "150", "gabriellencina e ACBr, versão 08", "duas_fontes", 2, 129, 150, f" 20000{CPF}322 0"),
    ("033", "150", "BoletoNetCore e ACBr, versão 06", "duas_fontes", 1, 80, 81, "06"),
    ("033", "150", "BoletoNetCore e ACBr, versão 06", "duas_fontes", 2, 45, 69, "2026120100000000000123403"),
    ("041", "150", "ACBr", "uma_fonte", 2, 27, 44, "012345678         "),
    ("041", "150", "ACBr", "uma_fonte", 2, 130, 150, f"20000{CPF}    0"),
    ("104", "150", "gabriellencina, SIACC versão 04", "uma_fonte", 1, 80, 98, "04DEB AUTOMAT      "),
    ("104", "150", "gabriellencina, SIACC versão 04", "uma_fonte", 2, 31, 44, "013000045678  "),
    ("104", "150", "gabriellencina, SIACC versão 04", "uma_fonte", 2, 144, 150, "0000010"),
    ("748", "150", "laravel-debito-em-conta e ACBr", "duas_fontes", 1, 80, 81, "05"),
    ("748", "150", "laravel-debito-em-conta e ACBr", "duas_fontes", 2, 45, 67, "20261201000000000001234"),
    ("756", "150", "BoletoNetCore, versão 08", "uma_fonte", 1, 80, 81, "08"),
    ("756", "150", "BoletoNetCore, versão 08", "uma_fonte", 2, 146, 148, "322"),
    ("341", "240", "Itaú, SISDEB 4.0 (jan/2012)", "manual", 2, 9, 16, "D0550030"),
    ("341", "240", "Itaú, SISDEB 4.0 (jan/2012)", "manual", 3, 21, 43, "34100123 000000004567 8"),
    ("341", "240", "Itaú, SISDEB 4.0 (jan/2012)", "manual", 3, 94, 104, "01122026REA"),
    ("341", "240", "Itaú, SISDEB 4.0 (jan/2012)", "manual", 3, 217, 230, f"000{CPF}"),
    ("004", "240", "BoletoNetCore, igual à FEBRABAN", "uma_fonte", 3, 21, 42, "00400123 0000000045678"),
    ("004", "240", "BoletoNetCore, igual à FEBRABAN", "uma_fonte", 3, 94, 134, "01122026BRL" + "0" * 26 + "1234"),
]


def lines(de: DadosDebito) -> list[str]:
    escrita = debito.render(de)
    assert escrita.problems == []
    return escrita.data.decode("ascii").split("\r\n")


@pytest.mark.parametrize(("banco", "formato", "fonte", "trust", "line", "start", "end", "text"), FATOS)
def test_a_debit_stands_where_the_banks_source_has_it(
    banco: str, formato: str, fonte: str, trust: str, line: int, start: int, end: int, text: str
) -> None:
    found = lines(dados_debito(banco, exemplo(banco), formato=formato))
    assert found[line - 1][start - 1 : end] == text, fonte
    path = layout_150(banco, "remessa") if formato == "150" else layout_of(banco, 240, "remessa", produto="debito")
    assert path is not None
    assert loader.load(path).confianca == trust


def test_eight_banks_have_a_fact() -> None:
    assert len({fato[0] for fato in FATOS}) == 8


def test_the_seeds_idboleto_goes_where_the_customers_number_stands() -> None:
    mark = format_idboleto("001", 6974)
    assert mark == "0011000000000000000006974"
    line = lines(dados_debito("748", exemplo("748", idboleto=mark)))[1]
    assert line[1:26] == mark
    arquivo = read_file(retorno_150(f"F{mark}012345678         20261201" + f"{1234:015d}00"))
    found = parse_idboleto(arquivo.records[0].seu_numero)
    assert found is not None
    assert (found.coligada, found.boleto) == ("001", 6974)


@pytest.mark.parametrize(
    "texto", ["", "0012000000000000000006974", "00110000000000000000069741", "001100000000000000000000X"]
)
def test_what_is_no_idboleto_is_none(texto: str) -> None:
    assert parse_idboleto(texto) is None


def retorno_150(*details: str, banco: str = "748", versao: str = "05", soma: int = 1234) -> bytes:
    header = "A2CONVENIO".ljust(22) + "PAPELARIA EXEMPLO".ljust(20) + banco + "BANCO".ljust(20)
    lines = [header + "20261202000034" + versao + "DEBITO AUTOMATICO", *details]
    lines.append(f"Z{len(details) + 2:06d}{soma:017d}")
    return "".join(line.ljust(149) + ("0" if line[0] == "F" else " ") + "\r\n" for line in lines).encode()


@pytest.mark.parametrize(
    ("codigo", "efeito", "pago"),
    [
        ("00", Efeito.LIQUIDA, 1234),
        ("31", Efeito.LIQUIDA, 1234),
        ("DP", Efeito.LIQUIDA_PARCIAL, 1234),
        ("01", Efeito.REJEITA, 0),
        ("30", Efeito.REJEITA, 0),
        ("99", Efeito.BAIXA, 0),
        ("96", Efeito.INFORMA, 0),
    ],
)
def test_a_return_of_150_positions_says_what_was_debited(codigo: str, efeito: Efeito, pago: int) -> None:
    arquivo = read_file(retorno_150("FC001".ljust(26) + "012345678         20261201" + f"{1234:015d}{codigo}D1"))
    record = arquivo.records[0]
    assert (record.efeito, record.valor_titulo, record.valor_pago) == (efeito, 1234, pago)
    assert (record.seu_numero, record.uso_empresa) == ("C001", "D1")
    assert (record.data_credito is not None) == efeito.moves_money
    assert [problem for problem in arquivo.problems if problem.is_error] == []


def test_a_line_without_date_has_none_for_its_credit() -> None:
    record = read_file(retorno_150("FC001".ljust(26) + "012345678         " + " " * 8 + f"{1234:015d}00")).records[0]
    assert (record.efeito, record.data_credito) == (Efeito.LIQUIDA, None)


def test_a_trailer_that_disagrees_is_an_error() -> None:
    arquivo = read_file(retorno_150("FC001".ljust(26) + "012345678         20261201" + f"{1234:015d}00", soma=99))
    assert [problem.field for problem in arquivo.problems if problem.is_error] == ["soma_debitos"]


@pytest.mark.parametrize(("movimento", "efeito"), [("1", Efeito.BAIXA), ("2", Efeito.CONFIRMA)])
def test_a_consent_made_at_the_bank_is_told_beside_the_debits(movimento: str, efeito: Efeito) -> None:
    data = retorno_150("BC001".ljust(26) + "012345678         20261201", soma=0)
    data = data.replace(b"20261201".ljust(105) + b" \r\n", b"20261201".ljust(105) + movimento.encode() + b"\r\n")
    arquivo = read_file(data)
    assert arquivo.records == ()
    assert [(each.seu_numero, each.efeito) for each in arquivo.cadastros] == [("C001", efeito)]


def faults(de: DadosDebito) -> list[str | None]:
    escrita = debito.render(de)
    assert escrita.data == b""
    return [problem.field for problem in escrita.problems]


def test_a_consent_at_another_bank_is_refused_with_the_reason() -> None:
    other = exemplo("748", consentimento=consentimento("001"))
    problems = debito.render(dados_debito("748", other)).problems
    assert [problem.field for problem in problems] == ["consentimento"]
    assert "Pix Automático" in problems[0].message


def test_faults_are_told_before_anything_is_written() -> None:
    assert faults(dados_debito("748", exemplo("748", valor=0))) == ["valor"]
    assert faults(dados_debito("748", exemplo("748", vencimento=None))) == ["vencimento"]
    assert faults(dados_debito("748", exemplo("748", movimento=MovimentoDebito.CADASTRAR))) == ["movimento"]
    assert faults(dados_debito("341", exemplo("341", movimento=MovimentoDebito.EXCLUIR), formato="240")) == [
        "movimento"
    ]
    lettered = replace(consentimento("748"), documento="12ABC34501DE35")
    assert faults(dados_debito("748", exemplo("748", consentimento=lettered))) == ["documento"]


@pytest.mark.parametrize(
    ("movimento", "letra", "codigo"),
    [
        (MovimentoDebito.DEBITAR, "E", "0"),
        (MovimentoDebito.CANCELAR, "E", "1"),
        (MovimentoDebito.CADASTRAR, "E", "5"),
        (MovimentoDebito.EXCLUIR, "D", "1"),
    ],
)
def test_a_movement_has_its_record_and_code(movimento: MovimentoDebito, letra: str, codigo: str) -> None:
    line = lines(dados_debito("756", exemplo("756", movimento=movimento)))[1]
    assert (line[0], line[149]) == (letra, codigo)


def test_a_bank_without_a_source_is_refused() -> None:
    with pytest.raises(RefusedError, match="banco 077"):
        debito.render(dados_debito("077", exemplo("077")))
    with pytest.raises(RefusedError, match="240 posições"):
        debito.render(dados_debito("748", exemplo("748"), formato="240"))
