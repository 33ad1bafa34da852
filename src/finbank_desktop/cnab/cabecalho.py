"""Whose file it is, as its header and its first title say."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from finbank_desktop.cnab.detect import Deteccao
from finbank_desktop.cnab.papeis import Lugar
from finbank_desktop.domain.arquivos import Cabecalho
from finbank_desktop.layouts.reader import Leitura

_TAMANHO_DOCUMENTO = {"1": 11, "2": 14}
_CPF, _CNPJ = 11, 14
_ANOS = range(1970, 2070)  # of a header that lost a letter other digits are read as its date


class Lugares(Protocol):
    """Where a file says whose it is, by the names of `finbank_desktop.cnab.papeis.Papeis`."""

    @property
    def arquivo(self) -> Mapping[str, Lugar]:
        """Values of the file."""

    @property
    def convenio(self) -> Mapping[str, Lugar]:
        """What names the contract."""


def of(deteccao: Deteccao, leitura: Leitura, roles: Lugares) -> Cabecalho:
    """Return what the file says of itself; what it does not say is empty or ``None``."""
    places = roles.arquivo
    sequencia = _text(leitura, places.get("sequencia"))
    convenio = {name: _text(leitura, place) for name, place in roles.convenio.items()}
    return Cabecalho(
        kind=deteccao.kind,
        product=deteccao.product,
        tamanho=deteccao.tamanho,
        layout=leitura.layout.caminho,
        banco=deteccao.banco,
        layout_banco=leitura.layout.banco,
        empresa=_text(leitura, places.get("empresa")),
        empresa_documento=_documento(leitura, roles),
        convenio={name: text for name, text in convenio.items() if text},
        data_geracao=_date(leitura, places.get("data_geracao")),
        data_credito=_date(leitura, places.get("data_credito")),
        sequencia=int(sequencia) if sequencia.isascii() and sequencia.isdigit() else None,
    )


def _documento(leitura: Leitura, roles: Lugares) -> str:
    """Return the company's CPF or CNPJ without the zeros that fill its field; empty when it is all zeros."""
    raw = _text(leitura, roles.arquivo.get("documento"))
    if not raw.strip("0"):
        return ""
    tipo = _text(leitura, roles.arquivo.get("documento_tipo")).lstrip("0")
    size = _TAMANHO_DOCUMENTO.get(tipo) or (_CPF if len(raw.lstrip("0")) <= _CPF else _CNPJ)
    return raw.zfill(size)[-size:]


def _text(leitura: Leitura, place: Lugar | None) -> str:
    """Return what stands at *place* in the first record of its type, blanks cut; empty without one."""
    if place is None or not len(leitura.rows(place.registro)):
        return ""
    return leitura.text(int(leitura.rows(place.registro)[0]))[place.inicio - 1 : place.fim].strip()


def _date(leitura: Leitura, place: Lugar | None) -> date | None:
    if place is None or not len(leitura.rows(place.registro)):
        return None
    value: date | None = leitura.column(place.registro, place.campo).valores[:1].tolist()[0]
    return value if value is not None and value.year in _ANOS else None
