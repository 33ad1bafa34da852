"""Protest and return: code and days must agree."""

from collections.abc import Iterator

import numpy as np

from finbank_desktop.cnab import dominios
from finbank_desktop.cnab.conferencia.achados import of_titles
from finbank_desktop.cnab.conferencia.quadro import Lugar, Quadro
from finbank_desktop.domain.problems import Problem, Severity

_PROTESTA = (b"1", b"2", b"4", b"5", b"8")
_NAO_PROTESTA = (b"3",)
_BAIXA, _NAO_BAIXA = (b"1",), (b"2", b"3")
_BANCO_EMITE = (b"1",)
_CORRIJA = "Corrija o prazo no convênio ou no título e gere a remessa outra vez."


def check(quadro: Quadro) -> Iterator[Problem]:
    """Yield days without a code that wants them and codes without their days."""
    yield from _pair(quadro, "protesto_codigo", "protesto_dias", (_PROTESTA, _NAO_PROTESTA), "38", "o protesto")
    yield from _pair(quadro, "baixa_codigo", "baixa_dias", (_BAIXA, _NAO_BAIXA), "43", "a baixa ou devolução")
    yield from _both(quadro)
    yield from _emissao(quadro)
    for nome in ("protesto_dias", "baixa_dias", "prazo_dias"):
        yield from _range(quadro, quadro.number_at(nome))


def _pair(
    quadro: Quadro, codigo: str, dias: str, codes: tuple[tuple[bytes, ...], tuple[bytes, ...]], motivo: str, what: str
) -> Iterator[Problem]:
    code_at, days_at = quadro.place(codigo), quadro.place(dias)
    if code_at is None or days_at is None:
        return
    asks, refuses = codes
    said = quadro.texts(code_at)
    none = quadro.entradas & np.isin(said, asks) & ~quadro.nonempty(days_at)
    sentence = f"não tem dias, mas {codigo} pede {what}"
    by_contract = codigo == "protesto_codigo" and quadro.layout.banco in dominios.banks("protesto_sem_dias")
    severity = Severity.WARNING if by_contract else Severity.ERROR
    yield from of_titles(quadro, days_at, none, sentence, _CORRIJA, motivo=motivo, severity=severity)
    useless = quadro.entradas & np.isin(said, refuses) & quadro.nonempty(days_at)
    sentence = f"traz dias, mas {codigo} diz que não há {what.removeprefix('o ').removeprefix('a ')}"
    yield from of_titles(quadro, days_at, useless, sentence, _CORRIJA, motivo=motivo, severity=Severity.WARNING)


def _both(quadro: Quadro) -> Iterator[Problem]:
    """Tell of titles that the bank is to give back before it protests them."""
    protesto, baixa = quadro.number_at("protesto_dias"), quadro.place("baixa_dias")
    if protesto is None or baixa is None or quadro.place("baixa_codigo") is None:
        return
    texts = quadro.texts(baixa)
    days = np.where(np.strings.isdigit(texts), texts, b"0").astype(np.int64)
    asked = np.isin(quadro.texts(quadro.place("protesto_codigo")), _PROTESTA)
    returned = np.isin(quadro.texts(quadro.place("baixa_codigo")), _BAIXA)
    early = quadro.entradas & asked & returned & (days > 0) & (days <= quadro.numbers(protesto))
    sentence = "dias para baixar não passam dos dias para protestar: o título sairia do banco antes do protesto"
    yield from of_titles(quadro, baixa, early, sentence, _CORRIJA, motivo="43", severity=Severity.WARNING)


def _emissao(quadro: Quadro) -> Iterator[Problem]:
    """Tell of boletos that the bank prints without being told whom to give them to (Caixa's VO, FEBRABAN's 14)."""
    emissao, distribuicao = quadro.place("emissao_boleto"), quadro.place("distribuicao_boleto")
    if emissao is None or distribuicao is None:
        return
    printed = np.isin(quadro.texts(emissao), _BANCO_EMITE)
    none = quadro.entradas & printed & ~quadro.nonempty(distribuicao)
    sentence = "não diz quem distribui o boleto, que o banco emite"
    fix = "Informe a distribuição no convênio, ou que o cliente emite o boleto."
    yield from of_titles(quadro, distribuicao, none, sentence, fix, motivo="14")


def _range(quadro: Quadro, place: Lugar | None) -> Iterator[Problem]:
    limits = dominios.prazo(quadro.layout, place.campo) if place else None
    if limits is None:
        return
    days = quadro.numbers(place)
    outside = quadro.entradas & (days > 0) & ((days < limits.minimo) | (days > limits.maximo))
    sentence = f"está fora do prazo do banco, de {limits.minimo} a {limits.maximo} dias ({limits.fonte})"
    yield from of_titles(quadro, place, outside, sentence, _CORRIJA, motivo="38", severity=Severity.WARNING)
