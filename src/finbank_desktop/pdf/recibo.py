"""The recibo do pagador: the upper part, with the beneficiary's face, what is charged, and the payer's own record."""

from typing import Final

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from finbank_desktop.domain.impressao import BoletoImpresso
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.pdf import bank_header, cells, ficha, parties, style
from finbank_desktop.pdf.bank_header import Cabecalho
from finbank_desktop.pdf.cells import Cell, Spec

PE: Final = ficha.CORTE + 13 * mm
"""Lower edge of the recibo's grid; the teller's print goes below it."""
_ESQUERDA = style.LARGURA - style.COLUNA_VALORES
_TOTAL = style.COLUNA_VALORES
_QUINTO = style.LARGURA / 5
_CABECALHO = PE + 34.2 * mm
TOPO: Final = _CABECALHO + bank_header.ALTURA
"""Where the recibo's grid ends and the letter above it may begin."""


def _grid() -> tuple[Cell, ...]:
    beneficiario = cells.row(
        _CABECALHO,
        10.6 * mm,
        Spec("beneficiario", "Beneficiário", _ESQUERDA),
        Spec("vencimento", "Vencimento", _TOTAL, right=True, strong=True),
    )
    pagador = cells.row(
        _CABECALHO - 10.6 * mm,
        10.6 * mm,
        Spec("pagador", "Pagador", _ESQUERDA),
        Spec("valor", "(=) Valor do documento", _TOTAL, right=True, strong=True),
    )
    numeros = cells.row(
        _CABECALHO - 21.2 * mm,
        6.5 * mm,
        Spec("data_documento", "Data do documento", 27 * mm),
        Spec("numero_documento", "Nº do documento", 41 * mm),
        Spec("especie", "Espécie doc.", 18 * mm),
        Spec("agencia_codigo", "Agência/Código do beneficiário", _ESQUERDA - 86 * mm),
        Spec("nosso_numero", "Nosso número", _TOTAL, right=True),
    )
    acertos = cells.row(
        _CABECALHO - 27.7 * mm,
        6.5 * mm,
        Spec("", "(-) Desconto/Abatimento", _QUINTO),
        Spec("", "(-) Outras deduções", _QUINTO),
        Spec("", "(+) Mora/Multa", _QUINTO),
        Spec("", "(+) Outros acréscimos", _QUINTO),
        Spec("", "(=) Valor cobrado", _QUINTO),
    )
    return (*beneficiario, *pagador, *numeros, *acertos)


_TITULO: Final = Cabecalho(y=_CABECALHO, altura=bank_header.ALTURA)
_GRADE: Final = _grid()
_BLOCOS: Final = {cell.spec.key: cell for cell in _GRADE if cell.spec.key in ("beneficiario", "pagador")}


def draw_frame(canvas: Canvas) -> None:
    """Draw what every recibo shares."""
    cells.draw_frame(canvas, _GRADE)
    _TITULO.draw_frame(canvas)
    canvas.setLineWidth(style.TRACO_FORTE)
    canvas.line(style.ESQUERDA, PE, style.DIREITA, PE)
    draw_authentication(canvas, PE)


def draw_authentication(canvas: Canvas, y: float) -> None:
    """Write below *y* where the teller prints."""
    cells.label_right(canvas, style.DIREITA, y - 2.6 * mm, "Autenticação mecânica \N{EN DASH} Recibo do pagador")


def draw_emissor(canvas: Canvas, boleto: BoletoImpresso) -> None:
    """Write what all boletos of one emissor print alike."""
    _TITULO.draw_bank(canvas, boleto)
    fixed = {"especie": boleto.especie, "agencia_codigo": boleto.agencia_codigo_beneficiario}
    cells.fill(canvas, _GRADE, fixed)
    beneficiario = boleto.beneficiario
    cells.fill_party(
        canvas,
        _BLOCOS["beneficiario"],
        beneficiario,
        (parties.address(beneficiario.endereco),),
    )


def draw(canvas: Canvas, boleto: BoletoImpresso) -> None:
    """Write the rest of one boleto into the recibo's grid."""
    _TITULO.draw_linha(canvas, boleto)
    cells.fill(
        canvas,
        _GRADE,
        {
            "vencimento": style.day(boleto.vencimento),
            "valor": format_brl(boleto.valor),
            "data_documento": style.day(boleto.data_documento),
            "numero_documento": boleto.numero_documento,
            "nosso_numero": boleto.nosso_numero,
        },
    )
    pagador = boleto.pagador
    cells.fill_party(canvas, _BLOCOS["pagador"], pagador, (_below_pagador(boleto),))


def _below_pagador(boleto: BoletoImpresso) -> str:
    if boleto.beneficiario_final is None:
        return parties.address(boleto.pagador.endereco)
    return f"Beneficiário final: {parties.name_and_documento(boleto.beneficiario_final)}"
