"""How fast a large retorno is read, against reading its bytes: ``python3 dev.py bench layouts [lines]``.

The file is an Itaú CNAB 400 retorno, 1,000,000 lines unless told otherwise; 12 columns of different kinds are decoded
and validated. Every figure is the best of three, with the file in the system's cache.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from finbank_desktop.domain.registros import Valor
from finbank_desktop.layouts import loader, reader
from finbank_desktop.layouts.model import Layout
from finbank_desktop.layouts.writer import write

LAYOUT = "341-itau/cobranca_400_retorno"
COLUMNS = (
    *("nosso_numero", "ocorrencia", "valor_titulo", "valor_lancado", "valor_tarifa"),
    *("data_ocorrencia", "vencimento"),
    *("uso_empresa", "numero_documento", "carteira", "pagador_nome", "erros"),
)
DISTINCT = 2_000


def records(number: int) -> Iterator[tuple[str, Mapping[str, Valor]]]:
    """Yield *number* titles with values of ordinary size."""
    chance = random.Random(20261120)
    for index in range(number):
        day = date(2026, 1, 1) + timedelta(days=chance.randrange(300))
        amount = chance.randrange(1_00, 50_000_00)
        yield (
            "detalhe",
            {
                "nosso_numero": chance.randrange(10**8),
                "valor_titulo": amount,
                "valor_lancado": amount,
                "valor_tarifa": 2_50,
                "data_ocorrencia": day,
                "vencimento": day,
                "ocorrencia": 6,
                "numero_documento": f"{index}",
                "pagador_nome": "CLIENTE EXEMPLO LTDA",
            },
        )


def make_file(path: Path, layout: Layout, lines: int) -> None:
    """Write a file of about *lines* lines; the same titles come again and again."""
    written = write(layout, records(DISTINCT))
    if not written.data:
        sys.exit(f"the file could not be written: {written.problems[0].message}")
    with path.open("wb") as file:
        for _ in range(max(1, lines // DISTINCT)):
            file.write(written.data)


def best(action: Callable[[], object]) -> float:
    """Return the seconds *action* takes, the best of three."""
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        action()
        taken.append(time.perf_counter() - start)
    return min(taken)


def main() -> None:
    """Make the file, measure, print."""
    lines = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    layout = loader.load(LAYOUT)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.ret"
        make_file(path, layout, lines)
        raw = best(path.read_bytes)
        indexed = best(lambda: reader.read(path, layout).rows("detalhe"))
        decoded = best(lambda: reader.read(path, layout).columns("detalhe", COLUMNS))
        leitura = reader.read(path, layout)
        invalid = sum(int(column.invalidos.sum()) for column in leitura.columns("detalhe", COLUMNS).values())
        print(f"{len(leitura):,} lines, {path.stat().st_size / 1e6:.0f} MB, {len(COLUMNS)} columns, {invalid} invalid")
    print(f"reading the bytes        {raw:7.3f} s")
    print(f"finding the records      {indexed:7.3f} s  {indexed / raw:5.2f} x")
    print(f"decoding the columns     {decoded:7.3f} s  {decoded / raw:5.2f} x")


if __name__ == "__main__":
    main()
