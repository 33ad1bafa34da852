"""The proof of a payment says who, whom, what, when and the bank's authentication; only what is paid has one."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from finbank_desktop.domain import codigo_barras
from finbank_desktop.domain.pagamentos import FormaPagamento
from finbank_desktop.domain.problems import RefusedError
from tests.unit.services.pagamentos.conftest import Pagadoria

LIVRE = "1" * 25


def text(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def test_a_proof_says_all_and_two_stand_on_a_page(pagadoria: Pagadoria) -> None:
    barras = codigo_barras.build(banco="237", vencimento=date(2026, 12, 1), valor=135_00, campo_livre=LIVRE).digitos
    boleto = pagadoria.aprovadas(135_00, desconto=5_00, forma=FormaPagamento.BOLETO, codigo_barras=barras)[0]
    outras = pagadoria.aprovadas(200_00, 300_00)
    for retorno in pagadoria.banco_responde(pagadoria.remessa()):
        pagadoria.importar(retorno)
    saida = pagadoria.folder / "comprovantes.pdf"
    pages = pagadoria.services.comprovantes.pdf([boleto.id, *(conta.id for conta in outras)], saida)
    assert pages == 2
    first, second = text(saida)
    for part in (
        "Comprovante de pagamento",
        "R$ 130,00",
        "Pago em 01/12/2026",
        "Papelaria Exemplo Ltda",
        "11.222.333/0001-81",
        "Fornecedor Inventado",
        "529.982.247-25",
        "Banco 341, agência 0123-6, conta 45678-0",
        codigo_barras.format_linha_digitavel(codigo_barras.to_linha_digitavel(barras)),
        "R$ 5,00",
        "Banco 237, ag. 1234-1, conta corrente 56789-5",
    ):
        assert part in first, part
    assert "R$ 300,00" in second


def test_what_is_not_paid_has_none(pagadoria: Pagadoria) -> None:
    conta = pagadoria.conta_pagar()
    with pytest.raises(RefusedError, match="só o que foi pago tem comprovante"):
        pagadoria.services.comprovantes.pdf([conta.id], pagadoria.folder / "c.pdf")
    assert not (pagadoria.folder / "c.pdf").exists()
