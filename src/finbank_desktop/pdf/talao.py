"""One slip of a booklet: a third of an A4 page, the payer's stub at the left, the ficha de compensação at the right.

The ficha holds the same fields in the same order as on A4 (Carta-Circular BCB 2.926/2000), and the barcode keeps its
103 x 13 mm; head and fields are smaller, as three to a page leave room for.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from finbank_desktop.domain.impressao import BoletoImpresso
from finbank_desktop.pdf import campos, cells, codigo_barras, corte, faixa, parties, pix, qr_code, style
from finbank_desktop.pdf.bank_header import Cabecalho
from finbank_desktop.pdf.cells import Cell, Spec
from finbank_desktop.pdf.modelo import Corte
from finbank_desktop.pdf.prensa import Prensa
from finbank_desktop.pdf.text_fit import Block, fit_block, printable, shrink

ALTURA: Final = style.ALTURA_PAGINA / 3
ESQUERDA: Final = 8 * mm
DIREITA: Final = style.LARGURA_PAGINA - 8 * mm
_CANHOTO: Final = 48 * mm
_CORTE: Final = ESQUERDA + _CANHOTO + 3 * mm
_X: Final = _CORTE + 3 * mm
_LARGURA: Final = DIREITA - _X
_TOTAL: Final = 38 * mm
_RESTO: Final = _LARGURA - _TOTAL
_LETRA: Final = 7.2
_QR: Final = 20.5 * mm
_PE_BARRAS: Final = 5 * mm
_TITULO: Final = Cabecalho(
    x=_X,
    y=86 * mm,
    largura=_LARGURA,
    altura=8.6 * mm,
    nome=22 * mm,
    codigo=16 * mm,
    tamanho_nome=8.5,
    tamanho_codigo=15,
    tamanho_linha=10.4,
)


def _spec(key: str, label: str, width: float, *, right: bool = False, strong: bool = False) -> Spec:
    return Spec(key, label, width, right=right, strong=strong, size=_LETRA)


def _grid() -> tuple[Cell, ...]:
    top = _TITULO.y
    last = _spec("vencimento", "Vencimento", _TOTAL, right=True, strong=True)
    local = cells.row(top, 6.4 * mm, _spec("local_pagamento", "Local de pagamento", _RESTO), last, x=_X)
    agencia = _spec("agencia_codigo", "Agência/Código do beneficiário", _TOTAL, right=True)
    nomes = cells.row(top - 6.4 * mm, 9.4 * mm, _spec("beneficiario", "Beneficiário", _RESTO), agencia, x=_X)
    documento = cells.row(
        top - 15.8 * mm,
        5.8 * mm,
        _spec("data_documento", "Data do documento", 20 * mm),
        _spec("numero_documento", "Nº do documento", 33 * mm),
        _spec("especie", "Espécie doc.", 14 * mm),
        _spec("aceite", "Aceite", 11 * mm),
        _spec("data_processamento", "Data processamento", _RESTO - 78 * mm),
        _spec("nosso_numero", "Nosso número", _TOTAL, right=True),
        x=_X,
    )
    valores = cells.row(
        top - 21.6 * mm,
        6.2 * mm,
        _spec("uso_banco", "Uso do banco", 20 * mm),
        _spec("carteira", "Carteira", 17 * mm),
        _spec("moeda", "Espécie", 13 * mm),
        _spec("quantidade", "Quantidade", 24 * mm),
        _spec("valor_moeda", "(x) Valor", _RESTO - 74 * mm),
        _spec("valor", "(=) Valor do documento", _TOTAL, right=True, strong=True),
        x=_X,
    )
    return (*local, *nomes, *documento, *valores, *_lower_grid(top - 27.8 * mm))


def _lower_grid(top: float) -> tuple[Cell, ...]:
    rotulo = "Instruções (texto de responsabilidade do beneficiário)"
    instrucoes = cells.row(top, 24.1 * mm, _spec("instrucoes", rotulo, _RESTO), x=_X)
    rotulos = (
        *("(-) Desconto/Abatimento", "(-) Outras deduções", "(+) Mora/Multa"),
        *("(+) Outros acréscimos", "(=) Valor cobrado"),
    )
    acertos = tuple(
        cell
        for number, rotulo in enumerate(rotulos)
        for cell in cells.row(top - number * 4.82 * mm, 4.82 * mm, _spec("", rotulo, _TOTAL), x=_X + _RESTO)
    )
    pagador = cells.row(top - 24.1 * mm, 10.2 * mm, _spec("pagador", "Pagador", _LARGURA), x=_X)
    final = cells.row(top - 34.3 * mm, 3.9 * mm, _spec("beneficiario_final", "Beneficiário final", _LARGURA), x=_X)
    return (*instrucoes, *acertos, *pagador, *final)


def _stub_grid() -> tuple[Cell, ...]:
    top, x = _TITULO.y, ESQUERDA
    parcela = cells.row(
        top,
        6.4 * mm,
        _spec("parcela", "Parcela", 18 * mm),
        _spec("vencimento", "Vencimento", 30 * mm, right=True, strong=True),
        x=x,
    )
    valor = _spec("valor", "(=) Valor do documento", _CANHOTO, right=True, strong=True)
    numero = _spec("nosso_numero", "Nosso número", _CANHOTO, right=True)
    return (
        *parcela,
        *cells.row(top - 6.4 * mm, 6.4 * mm, valor, x=x),
        *cells.row(top - 12.8 * mm, 5.8 * mm, numero, x=x),
        *cells.row(top - 18.6 * mm, 5.8 * mm, _spec("numero_documento", "Nº do documento", _CANHOTO, right=True), x=x),
        *cells.row(top - 24.4 * mm, 11.4 * mm, _spec("beneficiario", "Beneficiário", _CANHOTO), x=x),
        *cells.row(top - 35.8 * mm, 11.4 * mm, _spec("pagador", "Pagador", _CANHOTO), x=x),
        *cells.row(
            top - 47.2 * mm,
            6.4 * mm,
            _spec("", "(=) Valor pago", _CANHOTO / 2),
            _spec("", "Data do pagamento", _CANHOTO / 2),
            x=x,
        ),
    )


_GRADE: Final = _grid()
_CANHOTO_GRADE: Final = _stub_grid()
_CELULAS: Final = {cell.spec.key: cell for cell in _GRADE if cell.spec.key}
_CANHOTO_CELULAS: Final = {cell.spec.key: cell for cell in _CANHOTO_GRADE if cell.spec.key}
_PE: Final = _CELULAS["beneficiario_final"].y
_PE_CANHOTO: Final = _CANHOTO_GRADE[-1].y
_AUTENTICACAO: Final = 11 * mm
_ROOM: Final = _PE_CANHOTO - _AUTENTICACAO - 2 * mm


def draw(prensa: Prensa, boleto: BoletoImpresso, parcela: str) -> None:
    """Draw one slip with its lower left corner at the origin."""
    prensa.once("talao", _draw_frame)
    prensa.of_emissor("talao", boleto, lambda canvas: _draw_emissor(canvas, boleto))
    _draw_stub(prensa.canvas, boleto, parcela)
    _draw_ficha(prensa.canvas, boleto)


def cuts(boleto: BoletoImpresso) -> Iterator[Corte]:
    """Yield what does not fit the slip even in the smallest letters."""
    for spec in cells.cut(_GRADE, campos.of_emissor(boleto) | campos.of_boleto(boleto)):
        yield Corte(spec.key, f"“{spec.label}”")
    if not _instrucoes(boleto).complete:
        yield Corte("instrucoes", "As instruções", plural=True)
    if not _stub_text(boleto).complete:
        yield Corte("demonstrativo", "As linhas do demonstrativo", plural=True)


def _draw_frame(canvas: Canvas) -> None:
    corte.draw_down(canvas, _CORTE, 3 * mm, ALTURA - 3 * mm)
    cells.draw_frame(canvas, _CANHOTO_GRADE)
    cells.draw_frame(canvas, _GRADE)
    _TITULO.draw_frame(canvas)
    canvas.setLineWidth(style.TRACO_FORTE)
    canvas.line(ESQUERDA, _TITULO.y, ESQUERDA + _CANHOTO, _TITULO.y)
    canvas.line(_X, _PE, DIREITA, _PE)
    cells.label_right(canvas, DIREITA, _PE - 2.8 * mm, "Autenticação mecânica")
    cells.label_right(canvas, DIREITA, _PE - 5.2 * mm, "Ficha de compensação")
    canvas.setStrokeColor(style.FIO)
    canvas.setLineWidth(style.TRACO_FINO)
    canvas.line(ESQUERDA, _AUTENTICACAO, ESQUERDA + _CANHOTO, _AUTENTICACAO)
    cells.label_right(canvas, ESQUERDA + _CANHOTO, _AUTENTICACAO - 2.6 * mm, "Autenticação mecânica")
    cells.label_right(canvas, ESQUERDA + _CANHOTO, _TITULO.y + 5 * mm, "Recibo do pagador")


def _draw_emissor(canvas: Canvas, boleto: BoletoImpresso) -> None:
    _TITULO.draw_bank(canvas, boleto)
    nome, size = shrink(printable(boleto.banco_nome), style.NEGRITO, 8, 28 * mm)
    canvas.setFont(style.NEGRITO, size)
    canvas.drawString(ESQUERDA, _TITULO.y + 1.6 * mm, nome)
    canvas.setFont(style.NEGRITO, 9)
    canvas.drawRightString(ESQUERDA + _CANHOTO, _TITULO.y + 1.6 * mm, printable(boleto.banco_codigo))
    cells.fill(canvas, _GRADE, campos.of_emissor(boleto))
    beneficiario = boleto.beneficiario
    endereco = (parties.address(beneficiario.endereco),)
    cells.fill_party(canvas, _CELULAS["beneficiario"], beneficiario, endereco)
    cells.fill_name(canvas, _CANHOTO_CELULAS["beneficiario"], beneficiario)


def _draw_stub(canvas: Canvas, boleto: BoletoImpresso, parcela: str) -> None:
    cells.fill(canvas, _CANHOTO_GRADE, campos.of_boleto(boleto) | {"parcela": parcela})
    cells.fill_name(canvas, _CANHOTO_CELULAS["pagador"], boleto.pagador)
    top = _PE_CANHOTO - 1.4 * mm
    warning = _stub_warning(boleto)
    if boleto.aviso:
        pix.write(canvas, ESQUERDA, top, warning, style.NEGRITO, style.VERMELHO)
    pix.write(canvas, ESQUERDA, top - _height(warning), _stub_text(boleto))


def _stub_warning(boleto: BoletoImpresso) -> Block:
    """Return the warning below the stub's fields; it takes no line when there is none."""
    told = (boleto.aviso,) if boleto.aviso else ()
    return fit_block(told, style.NEGRITO, _LETRA - 0.6, (_CANHOTO, _ROOM / 2))


def _stub_text(boleto: BoletoImpresso) -> Block:
    """Return what else is said there."""
    told = (faixa.hoje(boleto), *boleto.demonstrativo, *boleto.mensagens)
    room = _ROOM - _height(_stub_warning(boleto))
    return fit_block([line for line in told if line], style.NORMAL, _LETRA - 0.4, (_CANHOTO, room))


def _height(block: Block) -> float:
    return len(block.lines) * block.leading


def _draw_ficha(canvas: Canvas, boleto: BoletoImpresso) -> None:
    _TITULO.draw_linha(canvas, boleto)
    cells.fill(canvas, _GRADE, campos.of_boleto(boleto))
    _draw_instrucoes(canvas, boleto)
    canvas.setFillColor(style.PRETO)
    pagador = boleto.pagador
    endereco = (parties.street(pagador.endereco), parties.town(pagador.endereco))
    cells.fill_party(canvas, _CELULAS["pagador"], pagador, endereco)
    _draw_beneficiario_final(canvas, boleto)
    codigo_barras.draw(canvas, _X, _PE_BARRAS, boleto.codigo_barras)


def _draw_instrucoes(canvas: Canvas, boleto: BoletoImpresso) -> None:
    cell = _CELULAS["instrucoes"]
    top = cell.y + cell.height
    below = 0.0
    for sentence in _sentences(boleto):
        text, size = shrink(printable(sentence), style.NEGRITO, 7, _text_cell(boleto).spec.width - 2 * style.RESPIRO)
        canvas.setFillColor(style.VERMELHO)
        canvas.setFont(style.NEGRITO, size)
        canvas.drawString(cell.x + style.RESPIRO, top - 5.2 * mm - below, text)
        below += 3 * mm
    canvas.setFillColor(style.PRETO)
    cells.fill_block(canvas, cell, _instrucoes(boleto), below=below)
    if boleto.pix:
        qr_code.draw(canvas, cell.x + cell.spec.width - _QR - 1.6 * mm, cell.y + 1 * mm, _QR, boleto.pix)
        canvas.setFillColor(style.CINZA)
        canvas.setFont(style.NEGRITO, style.ROTULO + 0.4)
        canvas.drawCentredString(cell.x + cell.spec.width - _QR / 2 - 1.6 * mm, top - 2.2 * mm, "Pague com Pix")


def _sentences(boleto: BoletoImpresso) -> tuple[str, ...]:
    """Return what the ficha says in red."""
    estatico = pix.words(boleto) if boleto.pix_estatico else ""
    return tuple(each for each in (boleto.aviso, estatico) if each)


def _text_cell(boleto: BoletoImpresso) -> Cell:
    """Return the field of the instruções, without the corner that a QR takes."""
    cell = _CELULAS["instrucoes"]
    if not boleto.pix:
        return cell
    return replace(cell, spec=replace(cell.spec, width=cell.spec.width - _QR - 3 * mm))


def _instrucoes(boleto: BoletoImpresso) -> Block:
    return cells.block_of(_text_cell(boleto), boleto.instrucoes, below=len(_sentences(boleto)) * 3 * mm)


def _draw_beneficiario_final(canvas: Canvas, boleto: BoletoImpresso) -> None:
    if boleto.beneficiario_final is None:
        return
    cell, indent = _CELULAS["beneficiario_final"], 19 * mm
    text, size = shrink(
        printable(parties.name_and_documento(boleto.beneficiario_final)),
        style.NORMAL,
        6.6,
        cell.spec.width - indent - style.RESPIRO,
    )
    canvas.setFont(style.NORMAL, size)
    canvas.drawString(cell.x + indent, cell.y + 1.2 * mm, text)
