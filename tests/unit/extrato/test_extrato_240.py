"""CNAB 240 statements, written line by line by FEBRABAN's positions (10.6, *Extrato para conciliação bancária*)."""

from datetime import date

import pytest

from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.extrato import leitura


def linha(*partes: tuple[int, str]) -> str:
    """Return 240 positions with each part at its own, from 1."""
    texto = " " * 240
    for inicio, parte in partes:
        texto = texto[: inicio - 1] + parte + texto[inicio - 1 + len(parte) :]
    assert len(texto) == 240
    return texto


CONTA = ((18, "211222333000181"), (33, "CONVENIO"), (53, "01234"), (58, "5"), (59, "000000067890"), (71, "1"))
HEADER = linha((1, "23700000"), *CONTA, (73, "EMPRESA EXEMPLO LTDA"), (143, "2"), (144, "30062026"), (164, "103"))
HEADER_LOTE = linha(
    (1, "23700011E0440033"), *CONTA, (143, "31052026"), (151, "000000000000100000"), (169, "CF"), (171, "BRL")
)


def lancamento(numero: int, dia: str, valor: str, sinal: str, historico: str, documento: str = "") -> str:
    return linha(
        (1, f"23700013{numero:05d}E"),
        *CONTA,
        (109, "DPV"),
        (112, "00"),
        (134, "N"),
        (135, dia),
        (143, dia),
        (151, valor.zfill(18)),
        (169, sinal),
        (170, "202"),
        (173, "0123"),
        (177, historico),
        (202, documento),
    )


def trailer_lote(saldo: str, debitos: str, creditos: str) -> str:
    return linha(
        (1, "23700015"),
        *CONTA,
        (89, "0" * 54),
        (143, "30062026"),
        (151, saldo.zfill(18)),
        (169, "CF"),
        (171, "000005"),
        (177, debitos.zfill(18)),
        (195, creditos.zfill(18)),
    )


TRAILER = linha((1, "23799999"), (18, "000001"), (24, "000007"), (30, "000001"))
LINHAS = (
    lancamento(1, "02062026", "15050", "C", "CREDITO COBRANCA", "000000123"),
    lancamento(2, "03062026", "2000", "D", "TARIFA COBRANCA"),
)


def arquivo(*linhas: str) -> bytes:
    return "".join(cada + "\r\n" for cada in linhas).encode("latin-1")


def test_lines_signs_and_balances() -> None:
    data = arquivo(HEADER, HEADER_LOTE, *LINHAS, trailer_lote("113050", "2000", "15050"), TRAILER)
    extrato = leitura.read(data)
    (conta,) = extrato.contas
    assert (conta.banco, conta.agencia, conta.conta, conta.moeda) == ("237", "1234-5", "67890-1", "BRL")
    assert (conta.saldo_anterior, conta.saldo, conta.saldo_data) == (1000_00, 1130_50, date(2026, 6, 30))
    assert [(cada.data, cada.valor, cada.texto, cada.documento, cada.tipo) for cada in conta.linhas] == [
        (date(2026, 6, 2), 150_50, "CREDITO COBRANCA", "000000123", "202"),
        (date(2026, 6, 3), -20_00, "TARIFA COBRANCA", "", "202"),
    ]
    assert conta.falta == 0
    assert extrato.gerado == date(2026, 6, 30)
    assert (extrato.registros, extrato.segmentos) == ({"0": 1, "1": 1, "3": 2, "5": 1, "9": 1}, {"E": 2})
    assert not extrato.problems


def test_a_balance_below_zero_has_its_sign() -> None:
    overdrawn = HEADER_LOTE[:168] + "D" + HEADER_LOTE[169:]
    final = trailer_lote("86950", "2000", "15050").replace("CF00", "DF00")
    (conta,) = leitura.read(arquivo(HEADER, overdrawn, *LINHAS, final, TRAILER)).contas
    assert (conta.saldo_anterior, conta.saldo, conta.falta) == (-1000_00, -869_50, 0)


def test_bad_lines_keep_their_place() -> None:
    bad_day = lancamento(3, "31062026", "100", "C", "SEM DIA")
    bad_sign = lancamento(4, "04062026", "100", "X", "SEM SINAL")
    data = arquivo(
        HEADER, HEADER_LOTE, LINHAS[0], bad_day, bad_sign, LINHAS[1], trailer_lote("113050", "0", "0"), TRAILER
    )
    (conta,) = leitura.read(data).contas
    assert [(cada.ordem, cada.texto) for cada in conta.em_ordem] == [
        (1, "CREDITO COBRANCA"),
        (2, "SEM DIA"),
        (3, "SEM SINAL"),
        (4, "TARIFA COBRANCA"),
    ]
    assert [(cada.problem.line, cada.problem.start, cada.problem.end) for cada in conta.quarentena] == [
        (4, 143, 150),
        (5, 151, 168),
    ]


def test_sums_that_disagree_are_told() -> None:
    data = arquivo(HEADER, HEADER_LOTE, LINHAS[0], trailer_lote("113050", "2000", "15050"), TRAILER)
    messages = [problem.message for problem in leitura.read(data).problems]
    assert any("R$ 20,00 de débitos, as linhas somam R$ 0,00" in message for message in messages)
    assert any("não fecha" in message and "-R$ 20,00" in message for message in messages)


def test_a_missing_end_is_told() -> None:
    data = arquivo(HEADER, HEADER_LOTE, *LINHAS)
    assert any(problem.is_error and "registro final" in problem.message for problem in leitura.read(data).problems)


def test_two_lots_are_two_accounts() -> None:
    second = HEADER_LOTE.replace("000000067890", "000000099999")
    end = trailer_lote("113050", "2000", "15050")
    data = arquivo(HEADER, HEADER_LOTE, *LINHAS, end, second, *LINHAS, end, TRAILER)
    assert [(conta.conta, len(conta.linhas)) for conta in leitura.read(data).contas] == [("67890-1", 2), ("99999-1", 2)]


def test_cnab_200_is_refused_in_words() -> None:
    data = arquivo(*("1" + "7" * 199 for _ in range(5)))
    with pytest.raises(RefusedError, match="200 posições"):
        leitura.read(data)
