"""Pix and other payments of a boleto: key, address, identification, limits of a free amount."""

import re
from collections.abc import Iterator

import numpy as np

from finbank_desktop.cnab.conferencia.achados import of_titles
from finbank_desktop.cnab.conferencia.quadro import Quadro
from finbank_desktop.domain.problems import Problem, Severity

_TXID = re.compile(rb"[A-Za-z0-9]{26,35}\Z")
_EMAIL = re.compile(rb"[^@ ]+@[^@ ]+\.[^@ ]+\Z")
_KEYS = {
    b"1": re.compile(rb"\d{11}\Z"),
    b"2": re.compile(rb"[0-9A-Z]{12}\d{2}\Z"),
    b"3": re.compile(rb"\+?\d{12,14}\Z"),
    b"4": _EMAIL,
    b"5": re.compile(rb"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\Z"),
}
_FIX = "Corrija os dados do Pix no convênio."
_ENTRE = b"02"


def check(quadro: Quadro) -> Iterator[Problem]:
    """Yield what is wrong with the Pix data and the free amounts of titles."""
    yield from _chave(quadro)
    yield from _txid(quadro)
    yield from _email(quadro)
    yield from _limites(quadro)


def _chave(quadro: Quadro) -> Iterator[Problem]:
    kind_at, key_at = quadro.place("pix_tipo_chave"), quadro.place("pix_chave_ou_url", "pix_chave")
    if kind_at is None or key_at is None:
        return
    kinds, keys = quadro.texts(kind_at), quadro.texts(key_at)
    missing = quadro.has(key_at.registro) & (kinds != b"") & (kinds != b"0") & (keys == b"")
    yield from of_titles(quadro, key_at, missing, "está vazio, mas há um tipo de chave", _FIX, motivo="P3")
    typed = [kind in _KEYS and bool(key) and not _KEYS[kind].match(key) for kind, key in zip(kinds, keys, strict=True)]
    what = "não é uma chave Pix do tipo informado"
    yield from of_titles(quadro, key_at, np.array(typed, bool), what, _FIX, motivo="P3")


def _txid(quadro: Quadro) -> Iterator[Problem]:
    place = quadro.place("pix_txid")
    wrong = [bool(text) and not _TXID.match(text) for text in quadro.texts(place).tolist()]
    what = "não é um TXID: são 26 a 35 letras e algarismos (Bacen, API Pix)"
    yield from of_titles(quadro, place, np.array(wrong, bool), what, _FIX, motivo="P7", severity=Severity.WARNING)


def _email(quadro: Quadro) -> Iterator[Problem]:
    for nome in ("email", "pagador_email"):
        place = quadro.place(nome)
        wrong = [bool(text.strip(b"0")) and not _EMAIL.match(text) for text in quadro.texts(place).tolist()]
        fix = "Corrija o e-mail no cadastro do pagador."
        yield from of_titles(quadro, place, np.array(wrong, bool), "não é um e-mail", fix, motivo="91")


def _limites(quadro: Quadro) -> Iterator[Problem]:
    kind_at = quadro.place("tipo_pagamento")
    most_at, least_at = quadro.number_at("valor_maximo"), quadro.number_at("valor_minimo")
    if kind_at is None or most_at is None or least_at is None:
        return
    most, least = quadro.numbers(most_at), quadro.numbers(least_at)
    between = quadro.texts(kind_at) == _ENTRE
    fix = "Corrija os limites do pagamento no título."
    crossed = between & (least > most)
    yield from of_titles(quadro, least_at, crossed, "é maior que o máximo", fix, motivo="B5")
    none = between & (most == 0)
    yield from of_titles(quadro, most_at, none, "é zero, mas o pagamento vai do mínimo ao máximo", fix, motivo="B4")
