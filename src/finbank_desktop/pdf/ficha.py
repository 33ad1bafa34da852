"""The ficha de compensação: the part the bank works with, at the foot of the page.

Fields, names and order as in the model of Carta-Circular BCB 2.926/2000, under the names of Circular BCB 3.598/2012;
95 to 108 mm high, at the foot of an A4 page (Banco do Brasil, Especificações Técnicas para Confecção de Boleto de
Cobrança, 2.1), with the middle of the barcode 12 mm above the edge of the paper.
"""

from collections.abc import Iterator
from typing import Final

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from finbank_desktop.domain.impressao import BoletoImpresso
from finbank_desktop.pdf import bank_header, campos, cells, codigo_barras, parties, style
from finbank_desktop.pdf.bank_header import Cabecalho
from finbank_desktop.pdf.cells import Cell, Spec
from finbank_desktop.pdf.modelo import Corte
from finbank_desktop.pdf.text_fit import Block, printable, shrink

CORTE: Final = 107.8 * mm
"""Height of the cut line, which is the height of the ficha."""
_CABECALHO = 96 * mm
_BARRAS = 12 * mm - codigo_barras.ALTURA_BARRAS / 2
_ESQUERDA = style.LARGURA - style.COLUNA_VALORES
_TOTAL = style.COLUNA_VALORES


def _grid() -> tuple[Cell, ...]:
    top = _CABECALHO
    local = cells.row(
        top,
        7 * mm,
        Spec("local_pagamento", "Local de pagamento", _ESQUERDA),
        Spec("vencimento", "Vencimento", _TOTAL, right=True, strong=True),
    )
    beneficiario = cells.row(
        top - 7 * mm,
        10.6 * mm,
        Spec("beneficiario", "Beneficiário", _ESQUERDA),
        Spec("agencia_codigo", "Agência/Código do beneficiário", _TOTAL, right=True),
    )
    documento = cells.row(
        top - 17.6 * mm,
        6.5 * mm,
        Spec("data_documento", "Data do documento", 27 * mm),
        Spec("numero_documento", "Nº do documento", 45 * mm),
        Spec("especie", "Espécie doc.", 18 * mm),
        Spec("aceite", "Aceite", 13 * mm),
        Spec("data_processamento", "Data processamento", 38 * mm),
        Spec("nosso_numero", "Nosso número", _TOTAL, right=True),
    )
    valores = cells.row(
        top - 24.1 * mm,
        6.5 * mm,
        Spec("uso_banco", "Uso do banco", 27 * mm),
        Spec("carteira", "Carteira", 23 * mm),
        Spec("moeda", "Espécie", 18 * mm),
        Spec("quantidade", "Quantidade", 34 * mm),
        Spec("valor_moeda", "(x) Valor", 39 * mm),
        Spec("valor", "(=) Valor do documento", _TOTAL, right=True, strong=True),
    )
    return (*local, *beneficiario, *documento, *valores, *_lower_grid(top - 30.6 * mm))


def _lower_grid(top: float) -> tuple[Cell, ...]:
    instrucoes = cells.row(
        top, 27 * mm, Spec("instrucoes", "Instruções (texto de responsabilidade do beneficiário)", _ESQUERDA)
    )
    rotulos = (
        "(-) Desconto/Abatimento",
        "(-) Outras deduções",
        "(+) Mora/Multa",
        "(+) Outros acréscimos",
        "(=) Valor cobrado",
    )
    acertos = tuple(
        cell
        for number, rotulo in enumerate(rotulos)
        for cell in cells.row(top - number * 5.4 * mm, 5.4 * mm, Spec("", rotulo, _TOTAL), x=style.ESQUERDA + _ESQUERDA)
    )
    pagador = cells.row(top - 27 * mm, 12.6 * mm, Spec("pagador", "Pagador", style.LARGURA))
    final = cells.row(top - 39.6 * mm, 4.2 * mm, Spec("beneficiario_final", "Beneficiário final", style.LARGURA))
    return (*instrucoes, *acertos, *pagador, *final)


_TITULO: Final = Cabecalho(y=_CABECALHO, altura=bank_header.ALTURA)
_GRADE: Final = _grid()
_BLOCOS: Final = {
    cell.spec.key: cell
    for cell in _GRADE
    if cell.spec.key in ("beneficiario", "instrucoes", "pagador", "beneficiario_final")
}
_PE: Final = _BLOCOS["beneficiario_final"].y


def draw_frame(canvas: Canvas) -> None:
    """Draw what every ficha shares: grid, labels and the bars of the head."""
    cells.draw_frame(canvas, _GRADE)
    _TITULO.draw_frame(canvas)
    canvas.setLineWidth(style.TRACO_FORTE)
    canvas.line(style.ESQUERDA, _PE, style.DIREITA, _PE)
    cells.label_right(canvas, style.DIREITA, _PE - 2.6 * mm, "Autenticação mecânica \N{EN DASH} Ficha de compensação")


def draw_emissor(canvas: Canvas, boleto: BoletoImpresso) -> None:
    """Write what all boletos of one emissor print alike."""
    _TITULO.draw_bank(canvas, boleto)
    cells.fill(canvas, _GRADE, campos.of_emissor(boleto))
    beneficiario = boleto.beneficiario
    cells.fill_party(
        canvas,
        _BLOCOS["beneficiario"],
        beneficiario,
        (parties.address(beneficiario.endereco),),
    )


def draw(canvas: Canvas, boleto: BoletoImpresso) -> None:
    """Write the rest of one boleto into the ficha and draw its barcode."""
    _TITULO.draw_linha(canvas, boleto)
    cells.fill(canvas, _GRADE, campos.of_boleto(boleto))
    _draw_instrucoes(canvas, boleto)
    pagador = boleto.pagador
    cells.fill_party(
        canvas,
        _BLOCOS["pagador"],
        pagador,
        (parties.street(pagador.endereco), parties.town(pagador.endereco)),
    )
    _draw_beneficiario_final(canvas, boleto)
    codigo_barras.draw(canvas, style.ESQUERDA, _BARRAS, boleto.codigo_barras)


def cuts(boleto: BoletoImpresso) -> Iterator[Corte]:
    """Yield what does not fit the ficha even in the smallest letters."""
    for spec in cells.cut(_GRADE, campos.of_emissor(boleto) | campos.of_boleto(boleto)):
        yield Corte(spec.key, f"“{spec.label}”")
    if not instrucoes_block(boleto).complete:
        yield Corte("instrucoes", "As instruções", plural=True)


def _draw_instrucoes(canvas: Canvas, boleto: BoletoImpresso) -> None:
    cell = _BLOCOS["instrucoes"]
    if boleto.aviso:
        text, size = shrink(printable(boleto.aviso), style.NEGRITO, 8, cell.spec.width - 2 * style.RESPIRO)
        canvas.setFillColor(style.VERMELHO)
        canvas.setFont(style.NEGRITO, size)
        canvas.drawString(cell.x + style.RESPIRO, cell.y + cell.height - 5.4 * mm, text)
    canvas.setFillColor(style.PRETO)
    cells.fill_block(canvas, cell, instrucoes_block(boleto), below=_below_aviso(boleto))


def instrucoes_block(boleto: BoletoImpresso) -> Block:
    """Return the instruções as they fit their field."""
    return cells.block_of(_BLOCOS["instrucoes"], boleto.instrucoes, below=_below_aviso(boleto))


def _below_aviso(boleto: BoletoImpresso) -> float:
    return 3.4 * mm if boleto.aviso else 0


def _draw_beneficiario_final(canvas: Canvas, boleto: BoletoImpresso) -> None:
    if boleto.beneficiario_final is None:
        return
    cell = _BLOCOS["beneficiario_final"]
    recuo = 22 * mm
    texto = " - ".join(
        parte
        for parte in (
            parties.name_and_documento(boleto.beneficiario_final),
            parties.address(boleto.beneficiario_final.endereco),
        )
        if parte
    )
    text, size = shrink(printable(texto), style.NORMAL, 7.2, cell.spec.width - recuo - style.RESPIRO)
    canvas.setFont(style.NORMAL, size)
    canvas.drawString(cell.x + recuo, cell.y + 1.35 * mm, text)
