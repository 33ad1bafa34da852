"""Which title each line of a remessa belongs to."""

from collections.abc import Iterable

import numpy as np

from finbank_desktop.cnab import papeis
from finbank_desktop.cnab.detect import detect
from finbank_desktop.layouts import loader
from finbank_desktop.layouts.model import Papel
from finbank_desktop.layouts.reader import read


def owners(conteudo: bytes, lines: Iterable[int]) -> dict[int, int]:
    """Return for each of *lines* the title it belongs to, from 0 in file order; headers and trailers have none.

    Raises:
        RefusedError: It is no cobrança file that this program reads.
    """
    layout = loader.load(detect(conteudo).layout)
    leitura = read(conteudo, layout)
    details = {leitura.number(row) for registro in layout.of(Papel.DETALHE) for row in leitura.rows(registro.nome)}
    begins = leitura.linhas.numeros[leitura.rows(papeis.load(layout).titulo)]
    wanted = [line for line in dict.fromkeys(lines) if line in details]
    found = (np.searchsorted(begins, np.asarray(wanted, np.intp), side="right") - 1).tolist()
    return {line: owner for line, owner in zip(wanted, found, strict=True) if owner >= 0}
