"""How long pyCobranca takes to draw boletos as one document, in its own environment.

``python medir_pycobranca_pdf.py BOLETOS`` prints JSON. Never imported by the project; the bench starts it with the
interpreter of an environment made for it.
"""

import io
import json
import sys
import time
from datetime import date, timedelta
from importlib import import_module

PASSES = 3


def contexts(number: int) -> list[dict[str, object]]:
    """Return what is drawn, reckoned beforehand: the bench is about drawing."""
    boleto = import_module("pycobranca.bancos.itau").Itau
    return [
        boleto(
            valor=str(1234 + each) + ".56",
            cedente="Comércio Exemplo de Materiais Ltda",
            cedente_documento="11.222.333/0001-81",
            cedente_endereco="Rua das Acácias, 1200 - Curitiba / PR",
            agencia="0057",
            conta="12345",
            carteira="109",
            nosso_numero=f"{each:08d}",
            data_vencimento=date(2026, 12, 1) + timedelta(days=each % 300),
            data_documento=date(2026, 11, 20),
            numero_documento=f"NF {each}",
            sacado=f"Cliente Exemplo {each} Ltda",
            sacado_documento="11.444.777/0001-61",
            sacado_endereco="Avenida Exemplo, 45 - Centro - São Paulo / SP",
            instrucoes=["Após o vencimento, cobrar multa de 2,00 %."],
            demonstrativo="Nota fiscal 4512, parcela 1 de 3",
        ).contexto_render()
        for each in range(1, number + 1)
    ]


def draw(made: list[dict[str, object]]) -> int:
    """Draw every boleto on a page of one document and return its size."""
    render, pagesizes = import_module("pycobranca.render"), import_module("reportlab.lib.pagesizes")
    file = io.BytesIO()
    canvas = import_module("reportlab.pdfgen.canvas").Canvas(file, pagesize=pagesizes.A4)
    for contexto in made:
        render.desenha_boleto(canvas, contexto, "classico")
        canvas.showPage()
    canvas.save()
    return file.tell()


def main() -> None:
    made = contexts(int(sys.argv[1]))
    taken = []
    for _ in range(PASSES):
        start = time.perf_counter()
        size = draw(made)
        taken.append(time.perf_counter() - start)
    version = import_module("importlib.metadata").version("pycobranca")
    sys.stdout.write(json.dumps({"version": version, "draw": min(taken), "size": size}))


if __name__ == "__main__":
    main()
