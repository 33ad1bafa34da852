"""Letters of a remessa: accents, small letters, signs that banks refuse, and blanks that are not blank."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from finbank_desktop.cnab.conferencia.achados import of_rows
from finbank_desktop.cnab.conferencia.quadro import Linhas
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.layouts.model import Campo, Papel, Registro, Tipo
from finbank_desktop.layouts.reader import Leitura

_BEYOND_ASCII = 0x7F
_SMALL = (ord("a"), ord("z"))
_REFUSED = np.frombuffer(b"$&|~^`<>{}[]\"'\\!?#%=;", np.uint8)
_RESERVED = ("cnab_", "reservado")
_NAMES = ("_nome", "_endereco", "_logradouro", "_bairro", "_cidade")
_STRUCTURE = {
    "codigo_remessa_retorno", "literal", "codigo_servico", "tipo_operacao", "tipo_servico", "lote", "tipo_registro",
}  # fmt: skip
_PLAIN = "Escreva sem acentos, em maiúsculas; a remessa gerada por este programa já sai assim."
_SHIFTED = "Confira se a linha não está deslocada: o conteúdo de um campo pode ter invadido outro."


def check(leitura: Leitura) -> Iterator[Problem]:
    """Yield the fields whose letters a bank refuses, or whose constant is another than the manual's."""
    for registro in leitura.layout.registros:
        rows = leitura.rows(registro.nome)
        if not len(rows):
            continue
        block = leitura.linhas.matriz[rows]
        highest = block.max(axis=0)
        small: NDArray[np.bool_] = np.any((block >= _SMALL[0]) & (block <= _SMALL[1]), axis=0)
        for campo in registro.campos:
            yield from _letters(leitura, campo, rows, block[:, campo.posicoes], highest, small)
            yield from _filler(leitura, campo, rows, block[:, campo.posicoes])
            yield from _constant(leitura, registro, campo, rows, block[:, campo.posicoes])


def _letters(
    leitura: Leitura,
    campo: Campo,
    rows: Linhas,
    chars: NDArray[np.uint8],
    highest: NDArray[np.uint8],
    small: NDArray[np.bool_],
) -> Iterator[Problem]:
    if highest[campo.posicoes].max() > _BEYOND_ASCII:
        accented = rows[(chars > _BEYOND_ASCII).any(axis=1)]
        what = "tem acento ou outro caractere que não é ASCII; o banco pode ler as posições seguintes deslocadas"
        yield from of_rows(leitura, campo, accented, what, _PLAIN)
    if campo.tipo is not Tipo.TEXTO:
        return
    if campo.maiusculas and small[campo.posicoes].any():
        lower = rows[((chars >= _SMALL[0]) & (chars <= _SMALL[1])).any(axis=1)]
        yield from of_rows(leitura, campo, lower, "tem letras minúsculas", _PLAIN, severity=Severity.WARNING)
    if campo.nome.endswith(_NAMES):
        refused = rows[np.isin(chars, _REFUSED).any(axis=1)]
        what = "tem sinais que bancos recusam ($, &, aspas, colchetes e outros)"
        yield from of_rows(leitura, campo, refused, what, "Troque o sinal por um espaço.", severity=Severity.WARNING)


def _filler(leitura: Leitura, campo: Campo, rows: Linhas, chars: NDArray[np.uint8]) -> Iterator[Problem]:
    """Tell of what stands where the manual wants blanks or zeros; either of them does no harm."""
    if campo.padrao is None or not campo.nome.startswith(_RESERVED):
        return
    if campo.literal is not None and campo.literal.strip("0 "):
        return  # a constant, whatever its name
    filled = rows[((chars != ord(" ")) & (chars != ord("0"))).any(axis=1)]
    what = "está em posições reservadas, que o manual quer vazias"
    yield from of_rows(leitura, campo, filled, what, _SHIFTED, severity=Severity.WARNING)


def _constant(
    leitura: Leitura, registro: Registro, campo: Campo, rows: Linhas, chars: NDArray[np.uint8]
) -> Iterator[Problem]:
    """Tell of another constant than the manual's where the bank knows the file by it."""
    if campo.literal is None or campo.nome in registro.chave or campo.nome not in _STRUCTURE:
        return
    other = rows[(chars != np.frombuffer(campo.literal.encode("ascii"), np.uint8)).any(axis=1)]
    # only the header and the trailer of the file have a lot number that never changes
    if campo.nome == "lote" and registro.papel not in {Papel.ABERTURA, Papel.ENCERRAMENTO}:
        return
    what = f"deve ser “{campo.literal}”"
    yield from of_rows(leitura, campo, other, what, "Gere o arquivo outra vez com o layout do banco.", motivo="02")
