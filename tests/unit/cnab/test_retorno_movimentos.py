"""A file that is no return of the product asked for is refused whole, in one sentence that helps."""

import pytest

from finbank_desktop.cnab import debito, pagamento
from finbank_desktop.cnab.records import read_file
from finbank_desktop.cnab.retorno_movimentos import require
from finbank_desktop.domain.pagamentos import FormaPagamento
from finbank_desktop.domain.problems import RefusedError
from tests.unit.cnab.movimentos_exemplos import dados, dados_debito
from tests.unit.cnab.movimentos_exemplos import debito as um_debito
from tests.unit.cnab.movimentos_exemplos import pagamento as um_pagamento

PAGAMENTOS = pagamento.render(dados("136", um_pagamento(FormaPagamento.TED, "136"))).data
DEBITOS = debito.render(dados_debito("748", um_debito("748"))).data


def as_return(data: bytes) -> bytes:
    return data[:142] + b"2" + data[143:]


@pytest.mark.parametrize(
    ("data", "produto", "code", "words"),
    [
        (PAGAMENTOS, "pagamento", "remessa_no_lugar_de_retorno", "remessa de pagamentos do banco 136"),
        (DEBITOS, "debito", "remessa_no_lugar_de_retorno", "remessa de débito automático do banco 748"),
        (as_return(PAGAMENTOS), "debito", "outro_produto", "retorno de pagamentos"),
        (as_return(PAGAMENTOS)[:-242], "pagamento", "fim_ausente", "cortado"),
    ],
)
def test_a_file_of_another_kind_is_refused(data: bytes, produto: str, code: str, words: str) -> None:
    with pytest.raises(RefusedError) as caught:
        require(read_file(data), produto, "arquivo.ret")
    assert caught.value.code == code
    assert words in caught.value.message
    assert caught.value.message.endswith(".")


def test_a_whole_return_passes() -> None:
    arquivo = read_file(as_return(PAGAMENTOS))
    assert (arquivo.has_end, arquivo.cabecalho.product, arquivo.totais.titles) == (True, "pagamento", 1)
    require(arquivo, "pagamento", "arquivo.ret")
