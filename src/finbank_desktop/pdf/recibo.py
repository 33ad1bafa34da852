"""The recibo do pagador: the upper part, with the beneficiary's face, what is charged, and the payer's own record."""

from typing import Final

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from finbank_desktop.domain.impressao import BoletoImpresso
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.pdf import bank_header, cells, ficha, parties, style
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


_GRADE: Final = _grid()
_BLOCOS: Final = {cell.spec.key: cell for cell in _GRADE if cell.spec.key in ("beneficiario", "pagador")}


def draw_frame(canvas: Canvas) -> None:
    """Draw what every recibo shares."""
    cells.draw_frame(canvas, _GRADE)
    bank_header.draw_frame(canvas, _CABECALHO)
    canvas.setLineWidth(style.TRACO_FORTE)
    canvas.line(style.ESQUERDA, PE, style.DIREITA, PE)
    canvas.setFillColor(style.CINZA)
    canvas.setFont(style.NORMAL, style.ROTULO + 0.4)
    canvas.drawRightString(style.DIREITA, PE - 2.6 * mm, "Autenticação mecânica \N{EN DASH} Recibo do pagador")


def draw(canvas: Canvas, boleto: BoletoImpresso) -> None:
    """Write one boleto into the recibo's grid."""
    bank_header.draw(canvas, _CABECALHO, boleto)
    cells.fill(
        canvas,
        _GRADE,
        {
            "vencimento": f"{boleto.vencimento:%d/%m/%Y}",
            "valor": format_brl(boleto.valor),
            "data_documento": f"{boleto.data_documento:%d/%m/%Y}",
            "numero_documento": boleto.numero_documento,
            "especie": boleto.especie,
            "agencia_codigo": boleto.agencia_codigo_beneficiario,
            "nosso_numero": boleto.nosso_numero,
        },
    )
    beneficiario, pagador = boleto.beneficiario, boleto.pagador
    cells.fill_party(
        canvas,
        _BLOCOS["beneficiario"],
        parties.name_and_documento(beneficiario),
        (parties.address(beneficiario.endereco),),
    )
    cells.fill_party(canvas, _BLOCOS["pagador"], parties.name_and_documento(pagador), (_below_pagador(boleto),))


def _below_pagador(boleto: BoletoImpresso) -> str:
    if boleto.beneficiario_final is None:
        return parties.address(boleto.pagador.endereco)
    return f"Beneficiário final: {parties.name_and_documento(boleto.beneficiario_final)}"
