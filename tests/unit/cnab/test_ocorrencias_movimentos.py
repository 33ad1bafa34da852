"""What the codes of a return of payments do: accepting never settles, a refusal has its words, money that came back is
told. Words and codes: FEBRABAN G059, Itaú SISPAG v083, Bradesco Multipag.
"""

import pytest

from finbank_desktop.cnab import ocorrencias_movimentos, pagamento
from finbank_desktop.cnab.ocorrencias_movimentos import DEBITO_150, DEBITO_240, PAGAMENTO, explain
from finbank_desktop.cnab.records import read_file
from finbank_desktop.domain.arquivos import Arquivo
from finbank_desktop.domain.ocorrencias import Efeito
from finbank_desktop.domain.pagamentos import FormaPagamento
from tests.unit.cnab.movimentos_exemplos import BANCOS, dados
from tests.unit.cnab.movimentos_exemplos import pagamento as exemplo


@pytest.mark.parametrize(
    ("banco", "codigos", "efeito", "palavra"),
    [
        ("001", "00", Efeito.LIQUIDA, "efetivado"),
        ("001", "03", Efeito.LIQUIDA, "autorizado pela agência"),
        ("001", "BD", Efeito.CONFIRMA, "Inclusão efetuada"),
        ("001", "01", Efeito.REJEITA, "Insuficiência de fundos"),
        ("001", "02", Efeito.BAIXA, "cancelado"),
        ("001", "AN", Efeito.REJEITA, "favorecido"),
        ("001", "PJ", Efeito.REJEITA, "DICT"),
        ("001", "ZK", Efeito.REJEITA, "já liquidado"),
        ("237", "BD", Efeito.CONFIRMA, "Agendado"),
        ("237", "5A", Efeito.CONFIRMA, "lista de débito"),
        ("237", "5F", Efeito.REJEITA, "vencida"),
        # Itaú gives FEBRABAN's codes other meanings
        ("341", "BD", Efeito.CONFIRMA, "agendado"),
        ("341", "BE", Efeito.CONFIRMA, "forma alterada"),
        ("341", "AE", Efeito.CONFIRMA, "Data do pagamento alterada"),
        ("341", "CE", Efeito.BAIXA, "cancelado"),
        ("341", "CP", Efeito.INFORMA, "OP cumprida"),
        ("341", "DV", Efeito.ESTORNA, "devolvido"),
        ("341", "SS", Efeito.REJEITA, "insuficiência de saldo"),
        ("341", "PD", Efeito.INFORMA, "risco sacado"),
        ("341", "IR", Efeito.CONFIRMA, "alterado"),
    ],
)
def test_a_code_says_and_does_what_the_manual_says(banco: str, codigos: str, efeito: Efeito, palavra: str) -> None:
    said = explain(banco, PAGAMENTO, codigos)
    assert said.efeito is efeito
    assert palavra in said.texto


@pytest.mark.parametrize("banco", BANCOS)
def test_only_the_words_of_a_payment_settle(banco: str) -> None:
    table = ocorrencias_movimentos.tabela(banco, PAGAMENTO)
    paid = {code for code, (_, efeito) in table.items() if efeito.moves_money}
    assert paid == ({"00", "FC", "FD"} if banco == "341" else {"00", "03"})
    for code in ("BD", "BE"):
        assert table[code][1] is Efeito.CONFIRMA


def test_of_several_codes_the_weightiest_decides_and_all_are_told() -> None:
    said = explain("001", PAGAMENTO, "BDZA      ")
    assert (said.efeito, [motivo.codigo for motivo in said.motivos]) == (Efeito.CONFIRMA, ["BD", "ZA"])
    assert explain("001", PAGAMENTO, "BDAN").efeito is Efeito.REJEITA
    assert explain("001", PAGAMENTO, "00ZA").efeito is Efeito.LIQUIDA
    assert explain("341", PAGAMENTO, "00DV").efeito is Efeito.ESTORNA


def test_paid_and_not_paid_at_once_settles_nothing() -> None:
    said = explain("001", PAGAMENTO, "00AN")
    assert (said.contraditorios, said.efeito) == (True, Efeito.INFORMA)


def test_zeros_behind_a_code_are_no_codes() -> None:
    assert explain("001", PAGAMENTO, "AN00000000").efeito is Efeito.REJEITA
    assert explain("001", PAGAMENTO, "00").efeito is Efeito.LIQUIDA
    assert explain("001", PAGAMENTO, "0000000000").efeito is Efeito.INFORMA


def test_a_code_nobody_knows_and_no_code_move_nothing() -> None:
    assert explain("001", PAGAMENTO, "Q9").desconhecidos == ("Q9",)
    assert explain("001", PAGAMENTO, "Q9").efeito is Efeito.INFORMA
    assert explain("001", PAGAMENTO, " " * 10).efeito is Efeito.INFORMA


def test_every_table_is_there() -> None:
    for processo in (PAGAMENTO, DEBITO_240, DEBITO_150):
        assert len(ocorrencias_movimentos.tabela("000", processo)) > 25
    assert explain("341", DEBITO_240, "01").efeito is Efeito.REJEITA


def returned(codigos: str, *, lote: str = "", banco: str = "136") -> Arquivo:
    """Read what a bank sends back of one TED: our own remessa with its direction and occurrences changed."""
    lines = pagamento.render(dados(banco, exemplo(FormaPagamento.TED, banco))).data.decode().split("\r\n")
    lines[0] = lines[0][:142] + "2" + lines[0][143:]
    lines[1] = lines[1][:230] + lote.ljust(10)
    lines[2] = lines[2][:154] + "01122026" + f"{12345:015d}" + lines[2][177:230] + codigos.ljust(10)
    z = lines[2][:8] + "00003Z" + "AUTENTICACAO123".ljust(64) + " " * 162
    lines[3:4] = [lines[3], z[:240]]
    lines[5] = lines[5][:17] + "000005" + lines[5][23:]
    lines[6] = lines[6][:23] + "000007" + lines[6][29:]
    return read_file("\r\n".join(lines).encode())


def test_a_return_gives_one_record_with_its_proof() -> None:
    arquivo = returned("00")
    (record,) = arquivo.records
    assert (record.efeito, record.valor_pago, record.autenticacao) == (Efeito.LIQUIDA, 12345, "AUTENTICACAO123")
    assert (record.seu_numero, record.forma, len(record.raw)) == ("1", "41", 3)
    assert [problem for problem in arquivo.problems if problem.is_error] == []


def test_a_lot_refused_as_a_whole_refuses_its_payments() -> None:
    (record,) = returned("", lote="HA").records
    assert (record.efeito, record.motivos[0].codigo, record.codigo) == (Efeito.REJEITA, "HA", "")


def test_contradictions_and_unknown_codes_are_told() -> None:
    assert any("contradizem" in problem.message for problem in returned("00AN").problems)
    assert any("Q9" in problem.message for problem in returned("Q9").problems)
