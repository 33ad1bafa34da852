"""Any bytes to a statement, or to one sentence that says why not."""

import re
from collections import Counter
from datetime import date

from finbank_desktop.domain.extratos import Extrato
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.extrato import cnab240, ofx
from finbank_desktop.layouts.lines import SAMPLE, sniff, split

MAIOR = 128_000_000
"""Bytes; half a million transactions take less."""
COMECO = SAMPLE
"""Bytes that `detect` looks at."""
OFX, CNAB_240, CNAB_200 = "ofx", "cnab240", "cnab200"
_BEGIN = re.compile(rb"<(?:\w{1,20}+:)?OF[XC][\s>]|OFXHEADER|<(?:CC)?STMT(?:TRN|RS)>", re.IGNORECASE)
_240, _200 = 240, 200
_EXTRATO, _DDA = "E", "03"


def detect(sample: bytes) -> str | None:
    """Return what statement a file is that begins with *sample*; ``None`` when it is none.

    Args:
        sample: The file, of which the first megabyte is looked at.
    """
    sample = bytes(sample[:SAMPLE])
    if _BEGIN.search(sample.replace(b"\0", b"")):
        return OFX
    width = sniff(sample).tamanho
    if width == _240:
        return CNAB_240 if _is_extrato_240(sample) else None
    if width is None and sniff(sample, (_200,)).tamanho == _200:
        return CNAB_200
    return None


def _is_extrato_240(sample: bytes) -> bool:
    lines = [str(row.tobytes(), "latin-1") for row in split(sample, _240).matriz]
    lots = Counter(line[8] for line in lines if line[7] == "1" and line[9:11] != _DDA)
    if lots:
        return lots.most_common(1)[0][0] == _EXTRATO
    segments = {line[13] for line in lines if line[7] == "3"}
    return segments == {_EXTRATO}


def read(data: bytes, *, hoje: date | None = None) -> Extrato:
    """Return the statement in *data*, whatever its format.

    Args:
        data: The whole file.
        hoje: Lines after it are *previstos*; ``None`` leaves that to the file.

    Raises:
        RefusedError: It is no statement, or none that this program reads.
    """
    if len(data) > MAIOR:
        message = "O extrato é grande demais (mais de 128 MB). Peça ao banco um período menor."
        raise RefusedError("extrato_grande", message)
    match detect(data):
        case "ofx":
            return ofx.read(data, hoje=hoje)
        case "cnab240":
            return cnab240.read(data, hoje=hoje)
        case "cnab200":
            message = (
                "O arquivo tem linhas de 200 posições (CNAB 200), que cada banco preenche a seu modo e que não são "
                "lidas aqui. Peça ao banco o extrato em OFX ou em CNAB 240."
            )
            raise RefusedError("cnab200_nao_lido", message)
    message = "O arquivo não é um extrato que este programa lê. Peça ao banco o extrato em OFX, OFC ou CNAB 240."
    raise RefusedError("nao_e_extrato", message)
