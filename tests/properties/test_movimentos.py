"""Payments and debits: what is written is read back, and no bytes break the reader."""

import contextlib
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from finbank_desktop.cnab import debito, pagamento, pagamento_regras
from finbank_desktop.cnab.conferencia import check
from finbank_desktop.cnab.records import read_file
from finbank_desktop.domain import arrecadacao, chaves_pix
from finbank_desktop.domain.chaves_pix import ChavePixError
from finbank_desktop.domain.codigo_barras import CodigoBarrasError
from finbank_desktop.domain.modulos import modulo_10
from finbank_desktop.domain.pagamentos import FormaPagamento, Pagamento
from finbank_desktop.domain.problems import RefusedError
from tests.unit.cnab.movimentos_exemplos import BANCOS, DIA, dados, dados_debito
from tests.unit.cnab.movimentos_exemplos import debito as um_debito
from tests.unit.cnab.movimentos_exemplos import pagamento as um_pagamento

some = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
DEBITOS = (
    ("001", "150"),
    ("033", "150"),
    ("041", "150"),
    ("104", "150"),
    ("748", "150"),
    ("756", "150"),
    ("004", "240"),
    ("341", "240"),
)


@st.composite
def payments(draw: st.DrawFn, banco: str) -> list[Pagamento]:
    """Return payments of every form that *banco* takes, numbered one by one."""
    regras = pagamento_regras.load(banco)
    chosen = draw(st.lists(st.tuples(st.sampled_from(FormaPagamento), st.integers(1, 10**10)), min_size=1, max_size=8))
    made = [um_pagamento(forma, banco, str(number), valor) for number, (forma, valor) in enumerate(chosen, 1)]
    usual = um_pagamento(FormaPagamento.CREDITO_EM_CONTA, banco, "99")
    return [each for each in made if regras.carries(each)] or [usual]


@pytest.mark.parametrize("banco", BANCOS)
@some
@given(data=st.data())
def test_payments_are_read_as_they_were_written(banco: str, data: st.DataObject) -> None:
    sent = data.draw(payments(banco))
    escrita = pagamento.render(dados(banco, *sent))
    assert escrita.problems == []
    assert {len(line) for line in escrita.data.split(b"\r\n") if line} == {240}
    arquivo = read_file(escrita.data)
    read = {record.seu_numero.lstrip("0"): record for record in arquivo.records}
    assert len(arquivo.records) == len(sent) == arquivo.totais.titles
    assert arquivo.totais.valor_titulo == sum(each.valor for each in sent)
    for each in sent:
        record = read[each.seu_numero]
        assert (record.valor_titulo, record.vencimento) == (each.valor, each.data_pagamento)
    assert [problem for problem in check(escrita.data) if problem.is_error] == []


@pytest.mark.parametrize(("banco", "formato"), DEBITOS)
@some
@given(valores=st.lists(st.integers(1, 10**11), min_size=1, max_size=8))
def test_debits_are_read_as_they_were_written(banco: str, formato: str, valores: list[int]) -> None:
    sent = [
        um_debito(banco, f"D{number}", valor, vencimento=DIA + timedelta(days=number))
        for number, valor in enumerate(valores)
    ]
    escrita = debito.render(dados_debito(banco, *sent, formato=formato))
    assert escrita.problems == []
    assert {len(line) for line in escrita.data.split(b"\r\n") if line} == {int(formato)}
    arquivo = read_file(escrita.data)
    assert [(record.valor_titulo, record.vencimento) for record in arquivo.records] == [
        (each.valor, each.vencimento) for each in sent
    ]
    numbers = [record.uso_empresa or record.seu_numero for record in arquivo.records]
    assert numbers == [each.seu_numero for each in sent]
    assert [problem for problem in check(escrita.data) if problem.is_error] == []


@pytest.mark.parametrize("banco", ["136", "341", "748"])
@some
@given(data=st.data())
def test_no_change_of_bytes_breaks_the_reader(banco: str, data: st.DataObject) -> None:
    whole = (
        debito.render(dados_debito(banco, um_debito(banco))).data
        if banco == "748"
        else pagamento.render(dados(banco, *data.draw(payments(banco)))).data
    )
    changed = bytearray(whole)
    for at, byte in data.draw(st.lists(st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255)), max_size=30)):
        changed[at] = byte
    end = data.draw(st.integers(0, len(whole)))
    with contextlib.suppress(RefusedError):
        read_file(bytes(changed[:end]))
        check(bytes(changed[:end]))


@given(
    modulo=st.sampled_from("6789"),
    segmento=st.sampled_from("12345679"),
    resto=st.text("0123456789", min_size=40, max_size=40),
)
def test_48_digits_and_the_barcode_give_each_other(modulo: str, segmento: str, resto: str) -> None:
    digits = "8" + segmento + modulo
    if modulo in "67":
        codigo = digits + str(modulo_10(digits + resto)) + resto
    else:
        weights = [2 + n % 8 for n in range(43)]
        left = sum(int(d) * w for d, w in zip(reversed(digits + resto), weights, strict=True)) % 11
        codigo = digits + str(0 if left < 2 else 11 - left) + resto
    linha = arrecadacao.to_linha_digitavel(codigo)
    assert len(linha) == 48
    assert arrecadacao.to_codigo_barras(linha) == codigo
    wrong = linha[:-1] + str((int(linha[-1]) + 1) % 10)
    with pytest.raises(CodigoBarrasError):
        arrecadacao.to_codigo_barras(wrong)


@given(st.text(max_size=60))
def test_any_text_is_a_key_or_is_refused(texto: str) -> None:
    try:
        chave = chaves_pix.parse(texto)
    except ChavePixError:
        return
    assert chaves_pix.parse(chave.chave, chave.tipo) == chave
