"""Printing 1,000 boletos as one document: ``python3 dev.py bench pdf [boletos]`` prints ratios of one run.

Recibo and ficha on a page each, no logo, no QR. Ours against pyCobranca's ``desenha_boleto`` (clássico, one document,
what it draws reckoned beforehand), as pip installs it, in an environment of its own; and against a plain page: the same
fields on the same paper, where ReportLab draws every line, label and bar anew on every page. Processor time,
best of several passes, so that what else the machine does counts little.
"""

import io
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from finbank_desktop.domain import codigo_barras
from finbank_desktop.domain.cadastros import Endereco
from finbank_desktop.domain.impressao import BoletoImpresso, Parte
from finbank_desktop.pdf import codigo_barras as bars
from finbank_desktop.pdf import corte, ficha, fichas, letter, recibo, style
from finbank_desktop.pdf.prensa import Prensa

BOLETOS, PASSES, PEER_MINUTES = 1_000, 5, 10
PEER = Path(__file__).parent / "peers" / "medir_pycobranca_pdf.py"
BENEFICIARIO = Parte(
    nome="Comércio Exemplo de Materiais Ltda",
    documento="11222333000181",
    endereco=Endereco(logradouro="Rua das Acácias", numero="1200", cidade="Curitiba", uf="PR", cep="80010000"),
)


@dataclass(frozen=True)
class Peer:
    """What pyCobranca took, in seconds; *note* says why it took nothing."""

    seconds: float | None = None
    note: str = ""


def boletos(number: int) -> list[BoletoImpresso]:
    """Return boletos of one empresa to as many customers."""
    return [_boleto(each) for each in range(1, number + 1)]


def _boleto(number: int) -> BoletoImpresso:
    vencimento = date(2026, 12, 1) + timedelta(days=number % 300)
    valor = 123456 + 100 * number
    codigo = codigo_barras.build(banco="341", vencimento=vencimento, valor=valor, campo_livre=f"{number:025d}")
    endereco = Endereco(logradouro="Avenida Exemplo", numero=str(number), cidade="São Paulo", uf="SP", cep="01402000")
    return BoletoImpresso(
        banco_codigo="341-7",
        banco_nome="Itaú Unibanco",
        linha_digitavel=codigo.linha_digitavel,
        codigo_barras=codigo.digitos,
        local_pagamento="Pagável em qualquer banco até o vencimento",
        beneficiario=BENEFICIARIO,
        pagador=Parte(nome=f"Cliente Exemplo {number} Ltda", documento="11444777000161", endereco=endereco),
        agencia_codigo_beneficiario="0057/12345-7",
        nosso_numero=f"109/{number:08d}-4",
        numero_documento=f"NF {number}",
        especie="DM",
        aceite="N",
        carteira="109",
        data_documento=date(2026, 11, 20),
        data_processamento=date(2026, 11, 20),
        vencimento=vencimento,
        valor=valor,
        demonstrativo=("Nota fiscal 4512, parcela 1 de 3",),
        instrucoes=("Após o vencimento, cobrar multa de 2,00 %.",),
    )


class PlainPress(Prensa):
    """Draws everything every time it is asked for."""

    def once(self, key: object, draw: Callable[[Canvas], object]) -> None:
        """Draw it again."""
        del key
        draw(self.canvas)

    def of_emissor(self, part: str, boleto: BoletoImpresso, draw: Callable[[Canvas], object]) -> None:
        """Draw it again."""
        del part, boleto
        draw(self.canvas)


class PlainCanvas(Canvas):
    """ReportLab's canvas as it comes; a barcode is drawn bar by bar."""

    def addLiteral(self, s: object, escaped: Literal[0, 1] = 1) -> None:  # noqa: N802 - ReportLab's name
        """Leave out our own path of bars, which `plain` draws one by one."""
        if " re " not in str(s):
            super().addLiteral(s, escaped)


def plain(made: Sequence[BoletoImpresso]) -> int:
    """Draw the same pages with every line, label and bar drawn on each; return the size."""
    file = io.BytesIO()
    canvas = PlainCanvas(file, pagesize=(style.LARGURA_PAGINA, style.ALTURA_PAGINA), pageCompression=1)
    press = PlainPress(canvas, made)
    for boleto in made:
        letter.draw_frame(canvas)
        recibo.draw_frame(canvas)
        ficha.draw_frame(canvas)
        corte.draw_across(canvas, ficha.CORTE)
        letter.draw_letterhead(press, boleto)
        recibo.draw_emissor(canvas, boleto)
        ficha.draw_emissor(canvas, boleto)
        letter.draw(press, boleto)
        recibo.draw(canvas, boleto)
        ficha.draw(canvas, boleto)
        width = bars.LARGURA_BARRAS / bars.MODULOS
        for start, length in bars.runs(boleto.codigo_barras):
            canvas.rect(style.ESQUERDA + start * width, 16, length * width, bars.ALTURA_BARRAS, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return file.tell()


def ours(made: Sequence[BoletoImpresso]) -> int:
    """Print *made* and return the size."""
    file = io.BytesIO()
    fichas.render_boletos(made, file)
    return file.tell()


def best(action: Callable[[], int]) -> tuple[float, int]:
    """Return the seconds *action* takes, the best of several passes, and what it gives back."""
    taken, size = [], 0
    for _ in range(PASSES):
        start = time.process_time()
        size = action()
        taken.append(time.process_time() - start)
    return min(taken), size


def peer(number: int) -> Peer:
    """Return pyCobranca's time in an environment of its own."""
    from layouts import python_for_peer  # type: ignore[import-not-found] # a script beside this one

    python = python_for_peer()
    if python is None:
        return Peer(note="not measured: no Python 3.12 or newer on this machine")
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder) / "env"
        try:
            subprocess.run([python, "-m", "venv", str(own)], check=True, capture_output=True)
            inside = own / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
            pip = [str(inside), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "pycobranca"]
            subprocess.run(pip, check=True, capture_output=True, timeout=60 * PEER_MINUTES)
            run = [str(inside), str(PEER), str(number)]
            told = subprocess.run(run, check=True, capture_output=True, text=True, timeout=60 * PEER_MINUTES)
        except (OSError, subprocess.SubprocessError) as error:
            return Peer(note=f"not measured: {type(error).__name__}: {error}")
    found = json.loads(told.stdout)
    return Peer(found["draw"], f"pyCobranca {found['version']}")


def main() -> None:
    """Measure and print."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else BOLETOS
    rl_config.useA85 = 0  # for the plain page as well
    made = boletos(number)
    seconds, size = best(lambda: ours(made))
    naive, naive_size = best(lambda: plain(made))
    theirs = peer(number)
    print(f"{number:,} boletos: {seconds * 1000:.0f} ms, {size / number:.0f} bytes each")
    print(f"the plain page: {naive * 1000:.0f} ms, {naive_size / number:.0f} bytes each")
    if theirs.seconds is None:
        print(f"  pyCobranca: {theirs.note}")
    else:
        ratio = theirs.seconds / seconds
        print(f"{theirs.note}: {theirs.seconds * 1000:.0f} ms")
        print(f"  faster than {theirs.note:<24} {ratio:6.2f} x   ≥ 8: {'met' if ratio >= 8 else 'NOT MET'}")
    share = seconds / naive
    print(f"  of the plain page's time {'':<14} {share:6.2f} x   ≤ 0.4: {'met' if share <= 0.4 else 'NOT MET'}")


if __name__ == "__main__":
    main()
