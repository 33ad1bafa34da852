"""Positions asserted here are the manuals': Itaú CNAB 400 (July 2021), FEBRABAN CNAB 240 (10.6), segments T and U."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from finbank_desktop.cnab.records import read_file
from finbank_desktop.domain.ocorrencias import Efeito, Ocorrencia
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.simulator import banco, cenario, remessa
from finbank_desktop.simulator.codigos import Codigos

Write = Callable[..., Path]
HOJE = date(2026, 11, 24)  # a Tuesday


def answers(path: Path, texto: str | None = None) -> list[banco.Resposta]:
    chosen = cenario.PADRAO if texto is None else cenario.parse(texto, "ensaio.toml")
    found = banco.answer(remessa.read(path), chosen, HOJE)
    for each in found:
        assert [problem for problem in read_file(each.data).problems if problem.is_error] == []
    return found


def lines(resposta: banco.Resposta) -> list[str]:
    return resposta.data.decode("ascii").split("\r\n")[:-1]


def records(*respostas: banco.Resposta) -> list[Ocorrencia]:
    return [each for resposta in respostas for each in read_file(resposta.data).records]


@pytest.fixture(params=["400", "240"])
def make(request: pytest.FixtureRequest, remessa_400: Write, remessa_240: Write) -> Write:
    return remessa_400 if request.param == "400" else remessa_240


def test_without_a_scenario_all_are_registered_and_three_quarters_paid_on_time(make: Write) -> None:
    first, second = answers(make(titulos=8))
    assert (first.dia, first.titulos) == (HOJE, 8)
    assert {each.efeito for each in records(first)} == {Efeito.CONFIRMA}
    assert (second.dia, second.titulos) == (date(2026, 12, 15), 6)
    paid = records(second)
    assert {each.efeito for each in paid} == {Efeito.LIQUIDA}
    assert {(each.valor_titulo, each.valor_pago) for each in paid} == {(10000, 10000)}
    assert {each.data_ocorrencia for each in paid} == {date(2026, 12, 15)}
    assert {each.data_credito for each in paid} == {date(2026, 12, 16)}
    assert [each.seu_numero for each in paid] == ["NF 1", "NF 2", "NF 3", "NF 5", "NF 6", "NF 7"]


def test_the_header_says_whose_file_it_is_400(remessa_400: Write) -> None:
    header = lines(answers(remessa_400())[1])[0]
    assert header[:26] == "02RETORNO01COBRANCA".ljust(26)
    assert header[26:38] == "005700123457"
    assert header[46:76].rstrip() == "EXEMPLO LTDA"
    assert header[76:79] == "341"
    assert header[94:100] == "151226"
    assert header[113:119] == "161226"


def test_the_header_says_whose_file_it_is_240(remessa_240: Write) -> None:
    header, lote, *_ = lines(answers(remessa_240())[1])
    assert header[:8] == "75600000"
    assert header[17:32] == "211222333000181"
    assert header[52:71] == "0432100000000987654"
    assert header[142:151] == "215122026"
    assert lote[:11] == "75600011T01"
    assert lote[191:207] == "1512202616122026"


def test_a_payment_stands_where_the_manual_wants_it_400(remessa_400: Write) -> None:
    _, paid = answers(remessa_400(titulos=1), '[[titulo]]\nregra = "todos"\nquando = "+10"\ntarifa = "1.99"')
    line = lines(paid)[1]
    assert line[3:17] == "11222333000181"
    assert line[37:62].rstrip() == "BOLETO 1"
    assert line[62:70] == "00000001"
    assert line[82:85] == "109"
    assert line[107:116] == "I06251226"  # the 25th has no banks, but people pay: told on Monday, dated as paid
    assert line[146:152] == "151226"
    assert line[152:165] == f"{10000:013d}"
    assert line[175:188] == f"{199:013d}"


def test_a_late_payment_carries_juros_and_multa_400(remessa_400: Write) -> None:
    _, paid = answers(remessa_400(titulos=1), '[[titulo]]\nregra = "todos"\nquando = "+6"')
    line = lines(paid)[1]
    assert line[266:279] == f"{6 * 5 + 200:013d}"
    assert line[253:266] == f"{10000 + 6 * 5 + 200:013d}"


def test_a_late_payment_carries_juros_and_multa_240(remessa_240: Write) -> None:
    _, paid = answers(remessa_240(titulos=1), '[[titulo]]\nregra = "todos"\nquando = "+6"')
    t, u = lines(paid)[2:4]
    assert t[37:57] == "00000000130101" + "4" + " " * 5
    assert t[81:96] == f"{10000:015d}"
    assert t[132:148] == "1000052998224725"
    assert u[17:32] == f"{6 * 3 + 300:015d}"  # 1 % a month on R$ 100,00 is 3,33 centavos a day
    assert u[77:92] == f"{10000 + 6 * 3 + 300:015d}"
    assert u[137:153] == "2112202622122026"


def test_the_fee_is_taken_off_where_the_layout_tells_the_credit(remessa_400: Write, remessa_240: Write) -> None:
    texto = '[[titulo]]\nregra = "todos"\nquando = "vencimento"\ntarifa = "1.99"'
    line = lines(answers(remessa_400(titulos=1), texto)[1])[1]
    assert line[253:266] == f"{10000 - 199:013d}"
    t, u = lines(answers(remessa_240(titulos=1), texto)[1])[2:4]
    assert (t[198:213], u[77:92], u[92:107]) == (f"{199:015d}", f"{10000:015d}", f"{10000 - 199:015d}")


def test_a_refused_title_carries_its_reasons_and_is_not_paid(make: Write) -> None:
    (only,) = answers(make(titulos=1), '[[titulo]]\nregra = "todos"\nmotivo = ["08", "09"]')
    (refused,) = records(only)
    assert (refused.efeito, refused.codigo) == (Efeito.REJEITA, "03")
    assert [each.codigo for each in refused.motivos] == ["08", "09"]
    assert all("sem descrição" not in each.texto for each in refused.motivos)
    assert not refused.valor_pago


def test_any_reason_is_one_of_the_banks_table(make: Write) -> None:
    (refused,) = records(*answers(make(titulos=1), '[[titulo]]\nregra = "todos"\nmotivo = "qualquer"'))
    assert refused.efeito is Efeito.REJEITA
    assert len(refused.motivos) == 1
    assert "sem descrição" not in refused.motivos[0].texto


def test_a_reason_the_bank_does_not_have_is_refused_by_line(make: Write) -> None:
    with pytest.raises(RefusedError, match=r"ensaio\.toml não pode ser usado: linha 4, na chave “motivo”.*motivo Z9"):
        answers(make(), '\n[[titulo]]\nregra = "todos"\nmotivo = "Z9"')


def test_more_reasons_than_fit_are_refused(remessa_400: Write) -> None:
    with pytest.raises(RefusedError, match="cabem 4"):
        answers(remessa_400(), '[[titulo]]\nregra = "todos"\nmotivo = ["03", "04", "05", "07", "08"]')


def test_a_payment_in_part_is_told_by_the_banks_own_code_or_by_febrabans_reason(
    remessa_400: Write, remessa_240: Write
) -> None:
    texto = '[[titulo]]\nregra = "todos"\nvalor_pago = "parcial 30%"'
    (by_code,) = records(answers(remessa_400(titulos=1), texto)[1])
    (by_reason,) = records(answers(remessa_240(titulos=1), texto)[1])
    for told in (by_code, by_reason):
        assert (told.efeito, told.valor_pago) == (Efeito.LIQUIDA_PARCIAL, 3000)
    # FEBRABAN's 240: settled (C044 06), "por conta" (C047-C 02)
    assert (by_reason.codigo, [motivo.codigo for motivo in by_reason.motivos]) == ("06", ["02"])
    assert not by_code.motivos


@pytest.mark.parametrize("qual", [("104", "240"), ("237", "400")])
def test_a_bank_that_cannot_say_in_part_tells_an_ordinary_payment(qual: tuple[str, str]) -> None:
    assert Codigos(*qual).paid_in_part() == ("06", ())


def test_a_title_paid_twice_comes_twice(make: Write) -> None:
    paid = records(answers(make(titulos=1), '[[titulo]]\nregra = "todos"\nvezes = 2')[1])
    assert [each.efeito for each in paid] == [Efeito.LIQUIDA] * 2
    assert [each.valor_pago for each in paid] == [10000] * 2
    assert len({each.nosso_numero for each in paid}) == 1


@pytest.mark.parametrize(
    ("keys", "paid", "extra"),
    [
        ('valor_pago = "103.00"', 10300, 300),
        ('valor_pago = "103.00"\njuros = "1.00"\nmulta = "2.00"', 10300, 300),
        ('quando = "+6"\njuros = 0\nmulta = 0', 10000, 0),
        ('quando = "+6"\njuros = "1.50"\nmulta = 0', 10150, 150),
    ],
)
def test_amounts_the_scenario_gives_are_kept(make: Write, keys: str, paid: int, extra: int) -> None:
    (line,) = records(answers(make(titulos=1), f'[[titulo]]\nregra = "todos"\n{keys}')[1])
    assert (line.valor_pago, line.juros) == (paid, extra)


def test_a_discount_is_given_until_its_day(remessa_400: Write) -> None:
    path = remessa_400(titulos=1, desconto_data=date(2026, 12, 10), desconto_valor=500)
    (early,) = records(answers(path, '[[titulo]]\nregra = "todos"\nquando = "-5"')[1])
    (on_time,) = records(answers(path, '[[titulo]]\nregra = "todos"\nquando = "-4"')[1])
    assert (early.valor_pago, early.desconto) == (9500, 500)
    assert (on_time.valor_pago, on_time.desconto) == (10000, 0)


def test_a_due_date_without_banks_may_be_paid_on_the_next_business_day(remessa_400: Write) -> None:
    path = remessa_400(titulos=1, vencimento=date(2026, 12, 12))  # a Saturday
    (monday,) = records(answers(path, '[[titulo]]\nregra = "todos"\nquando = "+2"')[1])
    (tuesday,) = records(answers(path, '[[titulo]]\nregra = "todos"\nquando = "+3"')[1])
    assert (monday.valor_pago, tuesday.valor_pago) == (10000, 10000 + 3 * 5 + 200)


def test_what_is_due_in_the_past_is_told_with_the_confirmation(make: Write) -> None:
    path = make(titulos=1, vencimento=date(2026, 10, 1))
    (only,) = answers(path)
    assert only.dia == HOJE
    confirmed, paid = records(only)
    assert (confirmed.efeito, paid.efeito) == (Efeito.CONFIRMA, Efeito.LIQUIDA)
    assert (paid.data_ocorrencia, paid.valor_pago) == (date(2026, 10, 1), 10000)


def test_all_may_come_in_one_file(make: Write) -> None:
    texto = 'arquivos = "unico"\n[[titulo]]\nregra = "cada 2"\nquando = "+6"\n[[titulo]]\nregra = "todos"\nvezes = 1'
    (only,) = answers(make(), texto)
    assert (only.dia, only.titulos) == (date(2026, 12, 21), 8)
    effects = [each.efeito for each in records(only)]
    assert effects == [Efeito.CONFIRMA] * 4 + [Efeito.LIQUIDA] * 4


def test_a_title_a_bank_would_refuse_by_itself_is_refused(make: Write) -> None:
    (refused,) = records(*answers(make(titulos=1, valor_titulo=0)))
    assert refused.efeito is Efeito.REJEITA
    assert "valor" in refused.motivos[0].texto.casefold()
    (refused,) = records(*answers(make(titulos=1, vencimento=None)))
    assert "vencimento" in refused.motivos[0].texto.casefold()


def test_instructions_are_granted_and_nothing_is_paid(remessa_400: Write, remessa_240: Write) -> None:
    for path in (remessa_400(titulos=1, ocorrencia=2), remessa_240(titulos=1, codigo_movimento=2)):
        (dropped,) = records(*answers(path))
        assert (dropped.efeito, dropped.codigo) == (Efeito.BAIXA, "09")
    for path in (remessa_400(titulos=1, ocorrencia=6), remessa_240(titulos=1, codigo_movimento=6)):
        (changed,) = records(*answers(path))
        assert (changed.efeito, changed.codigo) == (Efeito.INSTRUCAO_ACEITA, "14")


def test_retornos_are_numbered_upwards(make: Write) -> None:
    numbers = [read_file(each.data).cabecalho.sequencia or 0 for each in answers(make())]
    assert numbers == sorted(set(numbers))
    given = [read_file(each.data).cabecalho.sequencia for each in answers(make(), "sequencia = 41\n" + ONE_PAID)]
    assert given == [41, 42]


ONE_PAID = '[[titulo]]\nregra = "primeiros 1"\nquando = "vencimento"'


def test_a_scenario_speaks_of_one_title_by_either_number(remessa_400: Write, remessa_240: Write) -> None:
    for path, number in ((remessa_400(), "3"), (remessa_240(), "0000003"), (remessa_240(), "000000003301014")):
        texto = f'[[titulo]]\nnosso_numero = "{number}"\nquando = "vencimento"'
        assert [each.seu_numero for each in records(answers(path, texto)[1])] == ["NF 3"]
    (line,) = records(answers(remessa_400(), '[[titulo]]\nseu_numero = "nf 2"\nquando = "vencimento"')[1])
    assert line.nosso_numero == "00000002"


def test_trailers_count_and_sum_400(remessa_400: Write) -> None:
    trailer = lines(answers(remessa_400(titulos=8))[1])[-1]
    assert trailer[:7] == "9201341"
    assert (trailer[17:25], trailer[25:39]) == ("00000006", f"{60000:014d}")
    assert (trailer[212:220], trailer[220:234]) == ("00000006", f"{60000:014d}")
    assert trailer[394:] == "000008"


def test_trailers_count_and_sum_240(remessa_240: Write) -> None:
    *_, lote, arquivo = lines(answers(remessa_240(titulos=8))[1])
    assert lote[17:46] == f"{14:06d}{6:06d}{60000:017d}"
    assert arquivo[17:29] == f"{1:06d}{16:06d}"


def test_a_retorno_is_refused(make: Write, tmp_path: Path) -> None:
    path = tmp_path / "CB241101.RET"
    path.write_bytes(answers(make())[0].data)
    with pytest.raises(RefusedError, match="é um retorno, e o banco simulado responde a remessas"):
        remessa.read(path)


def test_a_remessa_without_its_end_is_refused(make: Write) -> None:
    path = make()
    path.write_bytes(b"\r\n".join(path.read_bytes().split(b"\r\n")[:-2]) + b"\r\n")
    with pytest.raises(RefusedError, match="não tem fim"):
        remessa.read(path)


def test_a_remessa_without_titles_is_refused(make: Write) -> None:
    with pytest.raises(RefusedError, match="não tem nenhum título"):
        remessa.read(make(titulos=0))
