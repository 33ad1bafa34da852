"""What Brazilian banks do to OFX, a case and a small invented file each; the expected lines were written by hand.

The kinds come from reports of other readers' users and from real files (BB, Bradesco, Caixa, Itaú, Nubank, Santander,
Sicredi); nothing in the files is anybody's.
"""

from datetime import date
from pathlib import Path

import pytest

from finbank_desktop.domain.extratos import ContaExtrato, Extrato, LinhaExtrato, identidades
from finbank_desktop.domain.problems import Severity
from finbank_desktop.extrato import leitura

CASOS = Path(__file__).parent / "casos"
Esperada = tuple[str, int | None, str, str]

ESPERADAS: dict[str, list[Esperada]] = {
    "01-utf8-declarado-1252.ofx": [
        ("2026-06-02", -10_00, "Cobrança à vista Á Í", "lancamento"),
        ("2026-06-03", 25_00, "Depósito em espécie", "lancamento"),
    ],
    "02-encoding-fora-do-padrao.ofx": [("2026-06-02", -10_00, "Cobrança de tarifa", "lancamento")],
    # 0x81 is nothing in Windows-1252 and a control character in Latin-1: it is dropped and nothing else
    "03-charset-none.ofx": [
        ("2026-06-02", -10_00, "Cobrança de tarifa", "lancamento"),
        ("2026-06-03", 5_00, "Crédito  avulso", "lancamento"),
    ],
    "04-memo-ja-corrompido.ofx": [("2026-06-02", 1500_00, "ANTECIPA??O DE RECEB\ufffdVEIS", "lancamento")],
    "05-ofx2-uma-linha.ofx": [
        ("2026-06-02", -10_00, "TAR CESTA", "lancamento"),
        ("2026-06-03", 30_00, "PIX RECEBIDO", "lancamento"),
    ],
    "06-cabecalho-so-com-cr.ofx": [("2026-06-02", -10_00, "Cobrança de tarifa", "lancamento")],
    "07-tags-mistas.ofx": [
        ("2026-06-02", -836_30, "Compra com cartão", "lancamento"),
        ("2026-06-03", 250_00, "Depósito", "lancamento"),
    ],
    "08-tags-vazias.ofx": [("2026-06-02", -10_00, "JUROS", "lancamento")],
    "09-fechamento-errado.ofx": [("2026-06-02", -99_90, "SUPERMERCADO EXEMPLO", "lancamento")],
    "10-e-comercial-e-html.ofx": [
        ("2026-06-02", -10_00, "PADARIA P&LTDA & FILHOS LOJA 2", "lancamento"),
        ("2026-06-03", -20_00, "CAFÉ & PÃO", "lancamento"),
        ("2026-06-04", -30_00, "VALOR < 50 E > 10", "lancamento"),
    ],
    "11-virgula-decimal.ofx": [
        ("2026-06-02", -530_86, "PAGTO FORNECEDOR", "lancamento"),
        ("2026-06-03", 1234_56, "RECEBIMENTO", "lancamento"),
        ("2026-06-04", -7_25, "TARIFA", "lancamento"),
        ("2026-06-05", 2345_10, "TED", "lancamento"),
    ],
    "12-ponto-sozinho.ofx": [
        ("2026-06-02", -50_00, "PAGTO CONTA", "lancamento"),
        ("2026-06-02", None, "SALDO DIA", "quarentena"),
        ("2026-06-03", 25_50, "CRED PIX", "lancamento"),
    ],
    "13-saldo-sem-separador.ofx": [
        ("2026-06-01", 100_00, "SALDO ANTERIOR", "saldo"),
        ("2026-06-02", 50_00, "CREDITO", "lancamento"),
        ("2026-06-03", -26_55, "DEBITO", "lancamento"),
    ],
    "14-sem-centavos.ofx": [
        ("2026-06-02", -500_50, "Pagamento recebido", "lancamento"),
        ("2026-06-03", 750_00, "Transferência", "lancamento"),
        ("2026-06-04", -99, "Ajuste", "lancamento"),
    ],
    "15-linhas-de-saldo.ofx": [
        ("2026-06-01", 1000_00, "Saldo Anterior", "saldo"),
        ("2026-06-02", -10_00, "TARIFA", "lancamento"),
        ("2026-06-02", 990_00, "Saldo do dia", "saldo"),
        ("2026-06-03", 200_00, "SALDO DE SALARIO", "lancamento"),
        ("2026-06-03", 1190_00, "S A L D O", "saldo"),
    ],
    "16-fitid-repetido.ofx": [
        ("2026-06-03", -200_00, "Pagto cartão crédito", "lancamento"),
        ("2026-06-03", -200_00, "Pagto cartão crédito", "lancamento"),
        ("2026-06-04", -200_00, "Pagto cartão crédito", "lancamento"),
    ],
    "17-datas.ofx": [
        ("2026-06-02", -1_00, "UM", "lancamento"),
        ("2026-06-03", -2_00, "DOIS", "lancamento"),
        ("2026-06-04", -3_00, "TRES", "lancamento"),
        ("2026-06-05", -4_00, "QUATRO", "lancamento"),
        ("", None, "CINCO", "quarentena"),
    ],
    "18-lancamentos-futuros.ofx": [
        ("2026-06-09", -10_00, "TARIFA", "lancamento"),
        ("2026-06-10", 20_00, "PIX", "lancamento"),
        ("2026-06-11", -300_00, "DEB AUTOMATICO AGENDADO", "previsto"),
        ("2026-06-25", -1200_00, "PARCELA EMPRESTIMO", "previsto"),
        ("2026-06-10", 500_00, "SALDO FINAL", "saldo"),
    ],
    "19-conta-sem-agencia.ofx": [("2026-06-02", -10_00, "Cobrança de tarifa", "lancamento")],
    "20-varias-contas.ofx": [
        ("2026-06-02", -10_00, "TARIFA", "lancamento"),
        ("2026-06-03", 70_00, "RENDIMENTO", "lancamento"),
        ("2026-06-04", -5_00, "SAQUE", "lancamento"),
    ],
    "21-texto-so-no-name.ofx": [
        ("2026-06-02", 80_00, "CLIENTE EXEMPLO UM", "lancamento"),
        ("2026-06-03", 90_00, "CLIENTE EXEMPLO DOIS TRANSF RECEBIDA", "lancamento"),
        ("2026-06-04", 10_00, "TED CLIENTE EXEMPLO", "lancamento"),
        ("2026-06-05", 11_00, "", "lancamento"),
    ],
    "22-trntype-inutil.ofx": [
        ("2026-06-02", -10_00, "SAQUE", "lancamento"),
        ("2026-06-03", 15_00, "ESTORNO DE SAQUE", "lancamento"),
        ("2026-06-04", -3_00, "TARIFA", "lancamento"),
    ],
    "23-cartao.ofx": [
        ("2026-06-10", -45_90, "LIVRARIA EXEMPLO", "lancamento"),
        ("2026-06-11", 0, "ASSINATURA USD 9,99", "lancamento"),
        ("2026-01-15", -100_00, "LOJA EXEMPLO PARC 05/10", "lancamento"),
        ("2026-06-12", -12_00, "APP STORE", "lancamento"),
    ],
    "24-money-2000.ofc": [
        ("2026-06-05", 880_00, "Crédito de proventos", "lancamento"),
        ("2026-06-06", -20_10, "Tarifa", "lancamento"),
    ],
}


def caso(nome: str) -> Extrato:
    return leitura.read((CASOS / nome).read_bytes())


def linhas(conta: ContaExtrato) -> list[Esperada]:
    return [
        (linha.data.isoformat() if linha.data else "", linha.valor, linha.texto, linha.natureza.value)
        if isinstance(linha, LinhaExtrato)
        else (linha.data.isoformat() if linha.data else "", None, linha.texto, "quarentena")
        for linha in conta.em_ordem
    ]


def unica(nome: str) -> ContaExtrato:
    (conta,) = caso(nome).contas
    return conta


def test_every_file_has_its_lines_written_down() -> None:
    assert {path.name for path in CASOS.iterdir()} == set(ESPERADAS)
    assert len(ESPERADAS) == 24


@pytest.mark.parametrize("nome", ESPERADAS)
def test_every_line_is_read_once_in_its_order(nome: str) -> None:
    extrato = caso(nome)
    assert [linha for conta in extrato.contas for linha in linhas(conta)] == ESPERADAS[nome]
    assert extrato.registros == {"STMTTRN": len(ESPERADAS[nome])}
    for conta in extrato.contas:
        assert [linha.ordem for linha in conta.em_ordem] == list(range(1, len(conta.em_ordem) + 1))


def test_lines_are_numbered_as_an_editor_does_and_by_ordinal_in_a_single_line() -> None:
    assert [linha.linha for linha in unica("01-utf8-declarado-1252.ofx").linhas] == [26, 33]
    assert [linha.linha for linha in unica("06-cabecalho-so-com-cr.ofx").linhas] == [26]
    assert [linha.linha for linha in unica("05-ofx2-uma-linha.ofx").linhas] == [1, 2]


def test_an_empty_balance_is_none_and_not_zero() -> None:
    assert unica("08-tags-vazias.ofx").saldo is None
    assert unica("11-virgula-decimal.ofx").saldo == 0


def test_a_wrong_closing_tag_leaves_it_a_card() -> None:
    conta = unica("09-fechamento-errado.ofx")
    assert (conta.cartao, conta.conta, conta.saldo) == (True, "56789-0", 100_00)


def test_a_point_alone_only_informs() -> None:
    (quarentena,) = unica("12-ponto-sozinho.ofx").quarentena
    assert quarentena.problem.severity is Severity.INFO
    assert quarentena.fitid == "0"


def test_a_balance_without_separator_is_proposed_and_not_divided() -> None:
    conta = unica("13-saldo-sem-separador.ofx")
    assert (conta.saldo, conta.saldo_proposto, conta.saldo_anterior) == (None, 123_45, 100_00)
    assert any("R$ 123,45" in problem.message for problem in caso("13-saldo-sem-separador.ofx").problems)


def test_a_balance_without_separator_that_closes_is_believed() -> None:
    data = (CASOS / "13-saldo-sem-separador.ofx").read_bytes()
    closing = data.replace(b">12345<", b">123<").replace(b"-26.55", b"-27.00")
    (conta,) = leitura.read(closing).contas
    assert (conta.saldo, conta.saldo_proposto, conta.falta) == (123_00, None, 0)


def test_a_balance_that_does_not_close_says_what_is_missing() -> None:
    data = (CASOS / "15-linhas-de-saldo.ofx").read_bytes().replace(b"<BALAMT>1190.00", b"<BALAMT>1200.50")
    extrato = leitura.read(data)
    assert extrato.contas[0].falta == 10_50
    assert any("faltam R$ 10,50" in problem.message for problem in extrato.problems)
    assert unica("15-linhas-de-saldo.ofx").falta == 0


def test_two_equal_lines_are_two_and_a_repeated_fitid_decides_nothing() -> None:
    conta = unica("16-fitid-repetido.ofx")
    assert [each.ordinal for each in identidades(conta.linhas)] == [1, 2, 1]
    assert len(set(identidades(conta.linhas))) == 3


def test_lines_after_today_are_previstos_whatever_the_file_says() -> None:
    data = (CASOS / "18-lancamentos-futuros.ofx").read_bytes()
    (conta,) = leitura.read(data, hoje=date(2026, 6, 9)).contas
    assert [linha.natureza.value for linha in conta.linhas] == [
        "lancamento",
        "previsto",
        "previsto",
        "previsto",
        "saldo",
    ]


def test_a_file_without_any_day_of_its_own_goes_by_today() -> None:
    data = (CASOS / "17-datas.ofx").read_bytes()
    (conta,) = leitura.read(data, hoje=date(2026, 6, 3)).contas
    assert [linha.natureza.value for linha in conta.linhas] == ["lancamento", "lancamento", "previsto", "previsto"]


def test_accounts_are_kept_as_written() -> None:
    conta = unica("19-conta-sem-agencia.ofx")
    assert (conta.banco, conta.agencia, conta.conta) == ("0237", "", "2713/8862")


def test_several_accounts_keep_their_lines_apart() -> None:
    contas = caso("20-varias-contas.ofx").contas
    assert [(conta.conta, len(conta.linhas), conta.saldo) for conta in contas] == [
        ("11111-1", 1, 10_00),
        ("22222-2", 0, None),
        ("33333-3", 2, 65_00),
    ]


def test_numbers_stand_beside_the_words() -> None:
    conta = unica("21-texto-so-no-name.ofx")
    assert [(linha.documento, linha.referencia) for linha in conta.linhas] == [
        ("000451", "PIX778"),
        ("", ""),
        ("", ""),
        ("99.887", ""),
    ]


def test_debits_of_which_none_is_negative_are_told() -> None:
    data = (CASOS / "22-trntype-inutil.ofx").read_bytes().replace(b">-", b">")
    assert any("perdido os sinais" in problem.message for problem in leitura.read(data).problems)
    assert not any("perdido os sinais" in problem.message for problem in caso("22-trntype-inutil.ofx").problems)


def test_what_is_odd_on_a_card_is_told_at_its_line() -> None:
    problems = {(problem.line, problem.field) for problem in caso("23-cartao.ofx").problems}
    assert problems == {(32, "TRNAMT"), (39, "DTPOSTED"), (46, "CURSYM")}


def test_ofc_names_its_balance_and_account_in_its_own_way() -> None:
    extrato = caso("24-money-2000.ofc")
    (conta,) = extrato.contas
    assert extrato.formato == "ofc"
    assert (conta.banco, conta.agencia, conta.conta) == ("104", "0042", "00300012345-6")
    assert (conta.saldo, conta.saldo_data) == (1500_25, date(2026, 6, 30))
    assert [linha.documento for linha in conta.linhas] == ["121482", "0"]


def test_another_currency_is_told() -> None:
    data = (CASOS / "02-encoding-fora-do-padrao.ofx").read_bytes().replace(b"BRL", b"USD")
    extrato = leitura.read(data)
    assert extrato.contas[0].moeda == "USD"
    assert any("USD" in problem.message for problem in extrato.problems)


def test_nul_bytes_are_dropped() -> None:
    data = (CASOS / "01-utf8-declarado-1252.ofx").read_bytes()
    assert (
        linhas(leitura.read(b"\0".join(data[i : i + 7] for i in range(0, len(data), 7))).contas[0])
        == (ESPERADAS["01-utf8-declarado-1252.ofx"])
    )


def test_a_file_cut_in_a_transaction_keeps_it_apart_and_says_so() -> None:
    data = (CASOS / "11-virgula-decimal.ofx").read_bytes()
    extrato = leitura.read(data[: data.index(b"2,345.10") + 3])
    (conta,) = extrato.contas
    assert [len(conta.linhas), len(conta.quarentena)] == [3, 1]
    assert any(problem.is_error and "não tem fim" in problem.message for problem in extrato.problems)


def test_a_balance_of_a_later_day_than_the_file_covers_is_not_held_against_it() -> None:
    data = (CASOS / "15-linhas-de-saldo.ofx").read_bytes()
    later = data.replace(b"<BALAMT>1190.00", b"<BALAMT>5.00").replace(b"<DTASOF>20260630", b"<DTASOF>20260704")
    extrato = leitura.read(later)
    assert (extrato.contas[0].saldo, extrato.contas[0].falta) == (5_00, None)
    assert not extrato.problems


def test_statements_of_one_account_are_one_and_of_nameless_accounts_stay_apart() -> None:
    def statement(account: str, day: str) -> str:
        return (
            f"<STMTRS><BANKACCTFROM><BANKID>341{account}</BANKACCTFROM>"
            f"<STMTTRN><DTPOSTED>{day}<TRNAMT>1.00<MEMO>X</STMTTRN></STMTRS>"
        )

    def counts(account: str) -> list[int]:
        text = f"<OFX>{statement(account, '20260601')}{statement(account, '20260701')}</OFX>"
        return [len(conta.linhas) for conta in leitura.read(text.encode()).contas]

    assert counts("<ACCTID>1") == [2]
    assert counts("") == [1, 1]


def test_a_list_of_accounts_before_the_statement_is_no_account_of_it() -> None:
    text = (
        "<OFX><ACCTINFO><BANKACCTFROM><BANKID>1<ACCTID>999</BANKACCTFROM></ACCTINFO><STMTRS><CURDEF>BRL<BANKACCTFROM>"
        "<BANKID>1<ACCTID>123</BANKACCTFROM><STMTTRN><DTPOSTED>20260601<TRNAMT>1.00<MEMO>X</STMTTRN></STMTRS></OFX>"
    )
    assert [conta.conta for conta in leitura.read(text.encode()).contas] == ["123"]


def test_lower_case_and_prefixed_tags_are_tags() -> None:
    text = (
        '<?xml version="1.0"?><x:ofx xmlns:x="urn:x"><x:stmtrs><x:stmttrn><x:dtposted>20260601</x:dtposted>'
        "<x:trnamt>1.00</x:trnamt><x:name><![CDATA[A & B <C>]]></x:name></x:stmttrn></x:stmtrs></x:ofx>"
    )
    (conta,) = leitura.read(text.encode()).contas
    assert [(linha.valor, linha.texto) for linha in conta.linhas] == [(1_00, "A & B <C>")]


def test_a_balance_dated_before_every_line_is_no_limit() -> None:
    data = (CASOS / "18-lancamentos-futuros.ofx").read_bytes().replace(b"<DTASOF>20260610", b"<DTASOF>20260501")
    (conta,) = leitura.read(data).contas
    assert [linha.natureza.value for linha in conta.linhas] == [
        "lancamento",
        "lancamento",
        "previsto",
        "previsto",
        "saldo",
    ]
