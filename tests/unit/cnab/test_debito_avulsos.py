"""Records C, I, J, K and L of the 150 positions: positions of FEBRABAN's tables, versions 05 and 06.

Source: four independent programs and a company's manual (Claro, version 04), compared record by record.
"""

from dataclasses import replace
from datetime import date

import pytest

from finbank_desktop.cnab import debito
from finbank_desktop.cnab.records import read_file
from finbank_desktop.domain.debitos import (
    ArquivoProcessado,
    Cronograma,
    Incentivo,
    MovimentoDebito,
    RecusaCadastro,
    RegistroAvulso,
    Retencao,
)
from finbank_desktop.domain.ocorrencias import Efeito
from finbank_desktop.domain.problems import RefusedError
from tests.unit.cnab.movimentos_exemplos import CPF, consentimento, dados_debito
from tests.unit.cnab.movimentos_exemplos import debito as exemplo
from tests.unit.cnab.test_debitos_bancos import retorno_150

RECUSA = RecusaCadastro(
    cliente_empresa="C001", agencia="123", conta="45678", ocorrencias=("Cliente não localizado", "Ligue")
)
INCENTIVO = Incentivo(cliente_empresa="C001", documento=CPF, nome="Cliente Inventado", cidade="Curitiba", uf="PR")
PROCESSADO = ArquivoProcessado(
    nsa=34, geracao=date(2026, 12, 2), registros=12, valor=1234_56, processamento=date(2026, 12, 3)
)
CRONOGRAMA = Cronograma(
    faturamento=date(2026, 12, 1),
    vencimento=date(2026, 12, 10),
    remessa_arquivo=date(2026, 12, 4),
    remessa_contas=date(2026, 12, 5),
)
FATOS = [
    (RECUSA, 1, 26, "CC001".ljust(26)),
    (RECUSA, 27, 44, "012345678         "),
    (RECUSA, 45, 124, "CLIENTE NAO LOCALIZADO".ljust(40) + "LIGUE".ljust(40)),
    (RECUSA, 150, 150, "2"),
    (replace(RECUSA, exclusao=True), 150, 150, "1"),
    (INCENTIVO, 1, 41, "IC001".ljust(26) + "2" + CPF.zfill(14)),
    (INCENTIVO, 42, 113, "CLIENTE INVENTADO".ljust(40) + "CURITIBA".ljust(30) + "PR"),
    (PROCESSADO, 1, 46, "J000034202612020000120000000000012345620261203"),
    (CRONOGRAMA, 1, 33, "L20261201202612102026120420261205"),
]


@pytest.mark.parametrize(("avulso", "start", "end", "text"), FATOS)
def test_a_record_stands_where_febraban_has_it(avulso: RegistroAvulso, start: int, end: int, text: str) -> None:
    dados = replace(dados_debito("748", exemplo("748")), avulsos=(avulso,))
    escrita = debito.render(dados)
    assert escrita.problems == []
    lines = escrita.data.decode("ascii").split("\r\n")
    assert lines[2][start - 1 : end] == text
    assert lines[3].startswith("Z000004")  # it is counted, and adds nothing to the sum
    assert int(lines[3][7:24]) == dados.debitos[0].valor


def test_tax_withheld_is_told_beside_the_debit() -> None:
    retencao = Retencao(consentimento=consentimento("748"), tratamento=1, valor=12_34, receita=5952)
    dados = replace(dados_debito("748", exemplo("748")), avulsos=(retencao,))
    line = debito.render(dados).data.decode("ascii").split("\r\n")[2]
    assert (line[0], line[44:46], line[46:61], line[61:65]) == ("K", "01", f"{12_34:015d}", "5952")
    assert line[65:81] == "2" + CPF.zfill(15)


def test_the_240_positions_have_no_such_record_and_say_so() -> None:
    dados = replace(dados_debito("341", exemplo("341"), formato="240"), avulsos=(CRONOGRAMA,))
    with pytest.raises(RefusedError, match="não tem o registro L"):
        debito.render(dados)


def test_the_customers_new_name_goes_by_record_d() -> None:
    dono = replace(consentimento("748"), cliente_empresa_novo="NOVO")
    pedido = replace(exemplo("748"), consentimento=dono, movimento=MovimentoDebito.ALTERAR, valor=0)
    line = debito.render(dados_debito("748", pedido)).data.decode("ascii").split("\r\n")[1]
    assert (line[0], line[1:26].strip(), line[44:69].strip(), line[149]) == ("D", dono.cliente_empresa, "NOVO", "0")


def test_the_banks_word_that_it_read_a_file_is_read() -> None:
    (aviso,) = read_file(retorno_150("J0000342026120200001200000000000123456" + "20261203", soma=0)).cadastros
    assert (aviso.codigo, aviso.seu_numero, aviso.valor_titulo, aviso.efeito) == ("J", "34", 1234_56, Efeito.CONFIRMA)
