"""What to do about a bank's reasons: by their words, whichever number the bank gives them."""

import pytest

from finbank_desktop import resources
from finbank_desktop.cnab import ocorrencias, orientacoes
from finbank_desktop.domain.ocorrencias import Efeito, Motivo


@pytest.mark.parametrize(
    ("banco", "formato", "ocorrencia", "codigo", "tipo", "palavras"),
    [
        # FEBRABAN, C047-A
        ("000", "240", "03", "08", "nosso_numero", "nosso número"),
        ("000", "240", "03", "09", "repetido", "não envie de novo"),
        ("000", "240", "03", "16", "vencimento", "vencimento"),
        ("000", "240", "03", "20", "valor", "valor"),
        ("000", "240", "03", "38", "protesto", "protesto"),
        ("000", "240", "03", "46", "documento", "CPF ou CNPJ"),
        ("000", "240", "03", "47", "endereco", "endereço"),
        ("000", "240", "03", "48", "cep", "CEP"),
        ("000", "240", "03", "53", "avalista", "beneficiário final"),
        ("000", "240", "26", "60", "nao_cadastrado", "não conhece"),
        ("000", "240", "03", "63", "repetido", "não envie de novo"),
        ("000", "240", "03", "79", "juros", "juros"),
        ("000", "240", "03", "86", "seu_numero", "número do documento"),
        # Bradesco, CNAB 400: laravel-boleto/issues/301 asks what 15 means
        ("237", "400", "03", "16", "vencimento", "vencimento"),
        ("237", "400", "03", "48", "cep", "CEP"),
    ],
)
def test_a_refusal_says_what_to_do(
    banco: str, formato: str, ocorrencia: str, codigo: str, tipo: str, palavras: str
) -> None:
    _texto, efeito, motivos = ocorrencias.explain(banco, formato, ocorrencia, codigo)
    assert orientacoes.kind(motivos[0].texto) == tipo, motivos[0].texto
    assert palavras in orientacoes.o_que_fazer(banco, formato, efeito, motivos)


def test_reasons_that_ask_for_the_same_are_told_once() -> None:
    motivos = [Motivo(codigo="48", texto="CEP inválido"), Motivo(codigo="51", texto="CEP incompatível com a UF")]
    said = orientacoes.o_que_fazer("000", "240", Efeito.REJEITA, motivos)
    assert said.count("Corrija o CEP") == 1


def test_a_bank_s_own_code_comes_first() -> None:
    said = orientacoes.o_que_fazer("104", "240", Efeito.REJEITA, [Motivo(codigo="42", texto="Código inválido")])
    assert said.startswith("A Caixa só aceita")


def test_a_reason_nobody_knows_still_says_what_to_do() -> None:
    said = orientacoes.o_que_fazer("000", "240", Efeito.REJEITA, [Motivo(codigo="X9", texto="Motivo X9 sem descrição")])
    assert "nosso número em mãos" in said


@pytest.mark.parametrize("efeito", [Efeito.LIQUIDA, Efeito.CONFIRMA, Efeito.TARIFA, Efeito.INFORMA])
def test_what_is_well_asks_for_nothing(efeito: Efeito) -> None:
    assert orientacoes.o_que_fazer("000", "240", efeito, [Motivo(codigo="01", texto="CEP inválido")]) == ""


def test_most_reasons_of_every_bank_s_refusals_have_their_own_answer() -> None:
    known = total = 0
    for name in resources.children("ocorrencias"):
        banco = name.partition("-")[0] if name[0].isdigit() else "000"
        for formato in ("240", "400"):
            tabela = ocorrencias.tabela(banco, formato)
            recusas = (
                {code for code, (_t, efeito) in tabela.retorno.items() if efeito is Efeito.REJEITA} if tabela else set()
            )
            for group in tabela.motivos if tabela else ():
                if group.ocorrencias & recusas:
                    total += len(group.textos)
                    known += sum(bool(orientacoes.kind(text)) for text in group.textos.values())
    assert total > 1000
    assert known / total > 0.85
