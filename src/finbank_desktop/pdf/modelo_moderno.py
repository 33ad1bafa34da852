"""The modern page: amount and due date large, Pix beside them, the linha digitável below, the ficha at the foot."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from finbank_desktop.domain.codigo_barras import format_linha_digitavel
from finbank_desktop.domain.impressao import PIX_ESTATICO, BoletoImpresso
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.pdf import cores, corte, faixa, ficha, letter, parties, pix, qr_code, recibo, style
from finbank_desktop.pdf.modelo import Corte
from finbank_desktop.pdf.prensa import Prensa
from finbank_desktop.pdf.text_fit import Block, fit_block, printable, shrink

_FOLGA: Final = 4 * mm
_PAINEL: Final = 44 * mm
_LADO_QR: Final = 36 * mm
_VALOR: Final = 110 * mm
_LATERAL: Final = style.LARGURA - _VALOR - _FOLGA
_X_LATERAL: Final = style.ESQUERDA + _VALOR + _FOLGA
_LINHA: Final = 13 * mm
_QUADRO: Final = 26 * mm
_CANTO: Final = 1.6 * mm
_RECUO: Final = 4 * mm
_TITULO_DEMONSTRATIVO: Final = 6.6 * mm
_COMO_PAGAR: Final = (
    "1. Abra o aplicativo do seu banco.",
    "2. Escolha pagar boleto.",
    "3. Leia o código de barras ou digite a linha digitável.",
    "4. Confira o beneficiário e o valor antes de confirmar.",
)
_COMO_USAR_PIX: Final = "No aplicativo do seu banco, escolha Pix, pagar com QR code, e aponte a câmera para cá."


def draw(prensa: Prensa, boletos: Sequence[BoletoImpresso]) -> Iterator[int]:
    """Draw a page for each of *boletos*; yield how many are drawn, after every page."""
    for number, boleto in enumerate(boletos, 1):
        prensa.once("moderno", _draw_frame)
        prensa.of_emissor("moderno", boleto, partial(_draw_emissor, prensa, boleto))
        _draw_upper(prensa, boleto)
        ficha.draw(prensa.canvas, boleto)
        prensa.canvas.showPage()
        yield number


def cuts(boleto: BoletoImpresso) -> Iterator[Corte]:
    """Yield what does not fit the paper even in the smallest letters."""
    yield from ficha.cuts(boleto)
    if not _demonstrativo(boleto).complete:
        yield Corte("demonstrativo", "As linhas do demonstrativo", plural=True)


def _draw_frame(canvas: Canvas) -> None:
    letter.draw_frame(canvas, "Boleto de pagamento")
    ficha.draw_frame(canvas)
    canvas.setStrokeColor(style.FIO)
    canvas.setLineWidth(style.TRACO_FINO)
    canvas.line(style.ESQUERDA, recibo.PE, style.DIREITA, recibo.PE)
    recibo.draw_authentication(canvas, recibo.PE)
    corte.draw_across(canvas, ficha.CORTE)


def _draw_emissor(prensa: Prensa, boleto: BoletoImpresso, _canvas: Canvas) -> None:
    letter.draw_letterhead(prensa, boleto)
    ficha.draw_emissor(prensa.canvas, boleto)


def _draw_upper(prensa: Prensa, boleto: BoletoImpresso) -> None:
    canvas, y = prensa.canvas, letter.REGUA
    for texto, letters, ground in faixa.sentences(boleto):
        y -= _FOLGA + faixa.ALTURA
        faixa.draw(canvas, y, texto, letters, ground)
    top = y - _FOLGA
    key = ("painel", top, boleto.cor, bool(boleto.pix))
    prensa.once(key, lambda page: _draw_panels(page, top, boleto.cor, pix_here=bool(boleto.pix)))
    _draw_amounts(canvas, top, boleto)
    if boleto.pix:
        _draw_pix(canvas, top, boleto)
    top -= _PAINEL + _FOLGA
    _draw_linha(canvas, top, boleto)
    top -= _LINHA + _FOLGA
    _draw_parties(canvas, top, boleto)
    if boleto.demonstrativo or boleto.mensagens:
        letter.draw_demonstrativo(canvas, _below_parties(boleto), _demonstrativo(boleto), style.LARGURA)


def _draw_panels(canvas: Canvas, top: float, cor: str, *, pix_here: bool) -> None:
    """Draw the boxes and what is always written in them; *top* is their upper edge."""
    y = top - _PAINEL
    canvas.setFillColor(cores.tint(cor))
    canvas.roundRect(style.ESQUERDA, y, _VALOR, _PAINEL, _CANTO, stroke=0, fill=1)
    canvas.setFillColor(cores.accent(cor))
    canvas.rect(style.ESQUERDA, y, 1.6 * mm, _PAINEL, stroke=0, fill=1)
    canvas.setStrokeColor(style.FIO)
    canvas.setLineWidth(style.TRACO_FINO)
    canvas.roundRect(_X_LATERAL, y, _LATERAL, _PAINEL, _CANTO, stroke=1, fill=0)
    linha = y - _FOLGA - _LINHA
    canvas.roundRect(style.ESQUERDA, linha, style.LARGURA, _LINHA, _CANTO, stroke=1, fill=0)
    canvas.setFillColor(style.CINZA)
    canvas.setFont(style.NORMAL, 9)
    canvas.drawString(style.ESQUERDA + 6 * mm, top - 7 * mm, "Valor a pagar")
    canvas.drawString(style.ESQUERDA + 6 * mm, top - 27.5 * mm, "Vencimento")
    canvas.setFont(style.NORMAL, 7)
    canvas.drawString(style.ESQUERDA + _RECUO, linha + _LINHA - 4 * mm, "Linha digitável")
    quadro = linha - _FOLGA
    canvas.drawString(style.ESQUERDA, quadro - 2.6 * mm, "Pagador")
    for number, rotulo in enumerate(("Nosso número", "Nº do documento", "Data do documento", "Agência/Código")):
        canvas.drawString(_X_LATERAL, quadro - 2.6 * mm - number * 5 * mm, rotulo)
    if not pix_here:
        _draw_steps(canvas, top, cor)


def _draw_steps(canvas: Canvas, top: float, cor: str) -> None:
    canvas.setFillColor(cores.accent(cor))
    canvas.setFont(style.NEGRITO, 10)
    canvas.drawString(_X_LATERAL + _RECUO, top - 7.5 * mm, "Como pagar")
    block = fit_block(_COMO_PAGAR, style.NORMAL, 8.6, (_LATERAL - 2 * _RECUO, _PAINEL - 14 * mm))
    pix.write(canvas, _X_LATERAL + _RECUO, top - 11 * mm, block)


def _draw_amounts(canvas: Canvas, top: float, boleto: BoletoImpresso) -> None:
    x, room = style.ESQUERDA + 6 * mm, _VALOR - 10 * mm
    texto, size = shrink(format_brl(boleto.valor), style.NEGRITO, 32, room)
    canvas.setFillColor(cores.accent(boleto.cor))
    canvas.setFont(style.NEGRITO, size)
    canvas.drawString(x, top - 19.5 * mm, texto)
    canvas.setFillColor(style.PRETO)
    canvas.setFont(style.NEGRITO, 20)
    canvas.drawString(x, top - 37.5 * mm, style.day(boleto.vencimento))


def _draw_pix(canvas: Canvas, top: float, boleto: BoletoImpresso) -> None:
    x = _X_LATERAL + _RECUO
    qr_code.draw(canvas, x, top - (_PAINEL + _LADO_QR) / 2, _LADO_QR, boleto.pix)
    x += _LADO_QR + 3 * mm
    room = _X_LATERAL + _LATERAL - x - 2 * mm
    title = fit_block((pix.words(boleto),) if not boleto.pix_estatico else ("Pix",), style.NEGRITO, 11, (room, 12 * mm))
    pix.write(canvas, x, top - _RECUO, title, style.NEGRITO, cores.accent(boleto.cor))
    below = top - _RECUO - len(title.lines) * title.leading - 1 * mm
    words, font, colour = (
        (PIX_ESTATICO, style.NEGRITO, style.VERMELHO)
        if boleto.pix_estatico
        else (_COMO_USAR_PIX, style.NORMAL, style.CINZA)
    )
    block = fit_block((words,), font, 8, (room, below - (top - _PAINEL) - _RECUO))
    pix.write(canvas, x, below, block, font, colour)


def _draw_linha(canvas: Canvas, top: float, boleto: BoletoImpresso) -> None:
    linha = format_linha_digitavel(boleto.linha_digitavel)
    texto, size = shrink(linha, style.NEGRITO, 14.5, style.LARGURA - 2 * _RECUO)
    canvas.setFillColor(style.PRETO)
    canvas.setFont(style.NEGRITO, size)
    canvas.drawString(style.ESQUERDA + _RECUO, top - _LINHA + 2.4 * mm, texto)


def _draw_parties(canvas: Canvas, top: float, boleto: BoletoImpresso) -> None:
    pagador = boleto.pagador
    lines = [parties.documento(pagador), parties.street(pagador.endereco), parties.town(pagador.endereco)]
    if boleto.beneficiario_final is not None:
        lines.append(f"Beneficiário final: {parties.name_and_documento(boleto.beneficiario_final)}")
    nome, size = shrink(printable(pagador.nome), style.NEGRITO, 11, _VALOR)
    canvas.setFillColor(style.PRETO)
    canvas.setFont(style.NEGRITO, size)
    canvas.drawString(style.ESQUERDA, top - 7.4 * mm, nome)
    block = fit_block([line for line in lines if line], style.NORMAL, 8.6, (_VALOR, _QUADRO - 11 * mm))
    pix.write(canvas, style.ESQUERDA, top - 8.8 * mm, block)
    values = (
        *(boleto.nosso_numero, boleto.numero_documento),
        *(style.day(boleto.data_documento), boleto.agencia_codigo_beneficiario),
    )
    canvas.setFillColor(style.PRETO)
    for number, value in enumerate(values):
        texto, size = shrink(printable(value), style.NEGRITO, 8.6, _LATERAL - 27 * mm)
        canvas.setFont(style.NEGRITO, size)
        canvas.drawRightString(style.DIREITA, top - 2.6 * mm - number * 5 * mm, texto)


def _below_parties(boleto: BoletoImpresso) -> float:
    bands = len(faixa.sentences(boleto)) * (faixa.ALTURA + _FOLGA)
    return letter.REGUA - bands - _PAINEL - _LINHA - _QUADRO - 3 * _FOLGA


def _demonstrativo(boleto: BoletoImpresso) -> Block:
    room = _below_parties(boleto) - _TITULO_DEMONSTRATIVO - recibo.PE - 2 * mm
    return letter.text_block(boleto, (style.LARGURA, room))
