"""Dates against each other: due date, issue, discounts, and from when interest and fine run."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from finbank_desktop.cnab import dominios
from finbank_desktop.cnab.conferencia.achados import day, of_titles
from finbank_desktop.cnab.conferencia.quadro import Lugar, Mascara, Quadro
from finbank_desktop.domain.problems import Problem, Severity

_DESCONTOS = (("desconto1_data", "desconto_data"), ("desconto2_data",), ("desconto3_data",))
_SEM_DATA = "Informe a data no título e gere a remessa outra vez."
_APOS = "Informe o dia seguinte ao vencimento, ou outro depois dele."
_MORA = (
    ("juros_codigo", ("juros_data", "mora_data"), "79", "juros"),
    ("multa_codigo", ("multa_data",), "58", "multa"),
)
_MULTA = "multa_codigo"
_COM_ENCARGO = (b"1", b"2", b"4")
_ISENTO = (b"0", b"", b"3")


def check(quadro: Quadro) -> Iterator[Problem]:
    """Yield what is wrong with the dates of titles that are to be registered."""
    vencimento = quadro.date_at("vencimento")
    yield from _vencimento(quadro, vencimento)
    yield from _emissao(quadro)
    days = quadro.dates(vencimento)
    for names in _DESCONTOS:
        yield from _desconto(quadro, quadro.date_at(*names), days)
    for codigo, names, motivo, what in _MORA:
        yield from _mora(quadro, codigo, names, motivo, what)


def file_date(quadro: Quadro) -> np.datetime64:
    """Return the day the file was made; NaT when it does not say."""
    place = quadro.papeis.arquivo.get("data_geracao")
    if place is None or not place.campo or not len(quadro.leitura.rows(place.registro)):
        return np.datetime64("NaT")
    if not quadro.layout.registro(place.registro).campo(place.campo).tipo.is_date:
        return np.datetime64("NaT")
    return np.datetime64(quadro.leitura.column(place.registro, place.campo).valores[0])


def _vencimento(quadro: Quadro, place: Lugar | None) -> Iterator[Problem]:
    if place is None:
        return
    days, emissao = quadro.dates(place), quadro.dates(quadro.date_at("data_emissao"))
    empty = np.isnat(days) & ~quadro.nonempty(place) & quadro.entradas
    yield from of_titles(quadro, place, empty, "não é uma data: falta o vencimento", _SEM_DATA, motivo="16")
    early = quadro.entradas & (days < emissao)
    yield from of_titles(
        quadro,
        place,
        early,
        lambda index: f"vem antes da emissão, {day(emissao[index])}; deve ser o mesmo dia ou depois",
        "Corrija o vencimento ou a data de emissão.",
        motivo="17",
    )
    made = file_date(quadro)
    past = quadro.entradas & ~early & (days < made)
    yield from of_titles(
        quadro,
        place,
        past,
        "já tinha passado quando o arquivo foi gerado",
        "Confira o vencimento; muitos bancos não registram títulos vencidos.",
        motivo="18",
        severity=Severity.WARNING,
    )


def _emissao(quadro: Quadro) -> Iterator[Problem]:
    place = quadro.date_at("data_emissao")
    if place is None:
        return
    days, made = quadro.dates(place), file_date(quadro)
    empty = np.isnat(days) & ~quadro.nonempty(place) & quadro.entradas
    yield from of_titles(quadro, place, empty, "não é uma data: falta a emissão do título", _SEM_DATA, motivo="24")
    late = quadro.entradas & (days > made)
    yield from of_titles(
        quadro,
        place,
        late,
        f"é depois da geração do arquivo, {'' if np.isnat(made) else day(made)}",
        "Corrija a data de emissão, ou espere esse dia para enviar o título.",
        motivo="25",
    )


def _desconto(quadro: Quadro, place: Lugar | None, vencimento: NDArray[np.datetime64]) -> Iterator[Problem]:
    days = quadro.dates(place)
    late = quadro.entradas & (days > vencimento)
    yield from of_titles(
        quadro,
        place,
        late,
        lambda index: f"é depois do vencimento, {day(vencimento[index])}; um desconto vale até o vencimento",
        "Informe uma data até o vencimento.",
        motivo="80",
    )


def _mora(quadro: Quadro, codigo: str, names: tuple[str, ...], motivo: str, what: str) -> Iterator[Problem]:
    """Tell of interest or fine that runs before it may, or whose date and code contradict each other."""
    place = quadro.date_at(*names)
    if place is None:
        return
    days, vencimento = quadro.dates(place), quadro.dates(quadro.date_at("vencimento"))
    charged = quadro.entradas & _charged(quadro, codigo, place)
    strict = quadro.layout.banco in dominios.banks("mora_depois_do_vencimento")
    may_equal = codigo == _MULTA and quadro.layout.banco in dominios.banks("multa_no_vencimento")
    for where, severity in (
        (charged & (days < vencimento), Severity.ERROR),
        (charged & (days == vencimento) & (not may_equal), Severity.ERROR if strict else Severity.WARNING),
    ):
        yield from of_titles(
            quadro,
            place,
            where,
            lambda index: (
                f"não é depois do vencimento, {day(vencimento[index])}: {what} corre do dia seguinte em diante"
            ),
            _APOS,
            motivo=motivo,
            severity=severity,
        )
    code_at = quadro.place(codigo)
    if code_at is None:
        return
    free = quadro.entradas & ~np.isnat(days) & np.isin(quadro.texts(code_at), _ISENTO)
    yield from of_titles(
        quadro,
        place,
        free,
        f"é uma data de {what}, mas o código em {codigo} diz que não há {what}",
        f"Deixe a data em zeros, ou informe o código e o valor de {what}.",
        motivo=motivo,
        severity=Severity.WARNING,
    )


def _charged(quadro: Quadro, codigo: str, date_at: Lugar) -> Mascara:
    """Return where the code says that something is charged; where there is no code, a date says it."""
    place = quadro.place(codigo)
    return quadro.nonempty(date_at) if place is None else np.isin(quadro.texts(place), _COM_ENCARGO)
