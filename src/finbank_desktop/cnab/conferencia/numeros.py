"""What identifies a title: nosso número with its digit, seu número, and neither of them twice."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import Banco, BancoError
from finbank_desktop.cnab.conferencia.achados import of_titles
from finbank_desktop.cnab.conferencia.quadro import Lugar, Mascara, Quadro
from finbank_desktop.domain.boletos import DadosCalculo
from finbank_desktop.domain.problems import Problem, Severity

_FIELDS = {field.name for field in fields(DadosCalculo) if isinstance(field.default, str)}
_FEBRABAN, _CNAB_400 = "000", 400
_DVS = ("nosso_numero_dv", "nosso_numero_dac")
_ONCE = "Tire a repetição: cada título vai uma vez, com o seu nosso número."


def check(quadro: Quadro) -> Iterator[Problem]:
    """Yield what is wrong with the numbers of the titles."""
    place = quadro.place("nosso_numero")
    yield from _twice(quadro, place)
    yield from _seu_numero(quadro)
    yield from _digits(quadro, place)


def _twice(quadro: Quadro, place: Lugar | None) -> Iterator[Problem]:
    """Tell of a nosso número that an earlier title of the file has with the same movement."""
    where = quadro.papeis.campos.get("nosso_numero")
    if place is None or where is None:
        return
    registro = quadro.layout.registro(where.registro)
    dv_at = quadro.place(*_DVS)
    # without the digit, where it has a field of its own: of two equal numbers one may have a wrong one
    apart = dv_at is not None and dv_at.registro is registro and where.inicio < dv_at.campo.inicio <= where.fim
    numbers = quadro.slices(registro, where.inicio, dv_at.campo.inicio - 1 if dv_at and apart else where.fim)
    movement = quadro.texts(quadro.place("codigo_movimento", "ocorrencia"))
    # Without a number the bank gives one; Banco do Brasil's field then still holds the convênio.
    given = np.strings.strip(numbers, b" 0") != b""
    earlier = _earlier(np.strings.add(np.strings.add(numbers, b"/"), movement), given)
    lines = quadro.leitura.linhas.numeros[quadro.titulos]
    yield from of_titles(
        quadro,
        place,
        earlier >= 0,
        lambda index: f"já está no título da linha {lines[earlier[index]]}",
        _ONCE,
        motivo="09",
    )


def _earlier(keys: NDArray[np.bytes_], given: Mascara) -> NDArray[np.intp]:
    """Return for each key the index of the first that equals it; -1 for the first itself and where none is given."""
    _, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
    found = first[inverse.reshape(-1)]
    return np.where(given & (found != np.arange(len(keys))), found, -1)


def _seu_numero(quadro: Quadro) -> Iterator[Problem]:
    place = quadro.place("numero_documento", "seu_numero")
    blank = quadro.entradas & (quadro.texts(place) == b"")
    empty = quadro.entradas & ~quadro.nonempty(place)
    fix = "Informe o número do documento no título; é por ele que o pagador o conhece."
    yield from of_titles(quadro, place, blank, "está vazio: falta o seu número", fix, motivo="86")
    zeros = "só tem zeros: falta o seu número"
    yield from of_titles(quadro, place, empty & ~blank, zeros, fix, motivo="86", severity=Severity.WARNING)
    if place is None:
        return
    days = quadro.texts(quadro.place("vencimento"))
    keys = np.strings.add(np.strings.add(quadro.texts(place), b"/"), days)
    earlier = _earlier(keys, quadro.entradas & ~empty)
    lines = quadro.leitura.linhas.numeros[quadro.titulos]
    yield from of_titles(
        quadro,
        place,
        earlier >= 0,
        lambda index: f"está, com o mesmo vencimento, também no título da linha {lines[earlier[index]]}",
        "Confira se o título não foi enviado duas vezes.",
        severity=Severity.WARNING,
    )


def _digits(quadro: Quadro, place: Lugar | None) -> Iterator[Problem]:
    """Tell of nosso números whose check digit, where the file holds one, is not the bank's."""
    where = quadro.papeis.campos.get("nosso_numero")
    banco = _banco(quadro)
    if place is None or where is None or banco is None:
        return
    raw = quadro.slices(quadro.layout.registro(where.registro), where.inicio, where.fim)
    known = _convenio(quadro)
    right = [_right_digit(quadro, banco, raw[index], known, index) for index in range(len(quadro))]
    wrong = quadro.entradas & np.array([bool(digit) for digit in right], bool)
    dv_at = quadro.place(*_DVS) or place
    yield from of_titles(
        quadro,
        dv_at,
        wrong,
        lambda index: f"tem o dígito do nosso número errado; o certo é {right[index]}",
        "Confira agência, conta, carteira e nosso número: o dígito vem deles.",
        motivo="08",
        severity=Severity.WARNING,
    )


def _banco(quadro: Quadro) -> Banco | None:
    if quadro.layout.banco == _FEBRABAN:
        return None
    try:
        return registry.find(quadro.layout.banco)
    except registry.UnknownBancoError:
        return None


def _convenio(quadro: Quadro) -> dict[str, list[str]]:
    """Return what the file says of each title's account and contract, by the names that bank rules know."""
    found: dict[str, list[str]] = {}
    for name, where in quadro.papeis.convenio.items():
        if name not in _FIELDS:
            continue
        registro = quadro.layout.registro(where.registro)
        if registro in quadro.registros:
            texts = quadro.slices(registro, where.inicio, where.fim).tolist()
        else:
            rows = quadro.leitura.rows(registro.nome)[:1].tolist()
            line = quadro.leitura.text(rows[0]) if rows else ""
            texts = [line[where.inicio - 1 : where.fim].strip().encode("latin-1")] * len(quadro)
        found[name] = [text.decode("latin-1") for text in texts]
    carteira = quadro.papeis.campos.get("carteira")
    if carteira is not None and "carteira" not in found:
        registro = quadro.layout.registro(carteira.registro)
        texts = quadro.slices(registro, carteira.inicio, carteira.fim).tolist()
        found["carteira"] = [text.decode("latin-1") for text in texts]
    return found


def _right_digit(quadro: Quadro, banco: Banco, raw: bytes, known: dict[str, list[str]], index: int) -> str:
    """Return the digit that should follow the number; empty when it is right, or cannot be told."""
    text = raw.decode("latin-1")
    chave = banco.nosso_numero_chave(text, str(min(quadro.layout.tamanho, _CNAB_400)))
    after = text.find(chave) + len(chave)
    if not chave or not chave.strip("0") or after != len(text) - 1:
        return ""
    try:
        calculo = banco.calculate(_dados(chave, known, index))
    except BancoError:
        return ""
    mine = calculo.nosso_numero == chave and len(calculo.nosso_numero_dv) == 1
    return calculo.nosso_numero_dv if mine and calculo.nosso_numero_dv != text[after:] else ""


def _dados(chave: str, known: dict[str, list[str]], index: int) -> DadosCalculo:
    texts: dict[str, Any] = {name: each[index] for name, each in known.items()}
    return replace(DadosCalculo(nosso_numero=chave), **texts)
