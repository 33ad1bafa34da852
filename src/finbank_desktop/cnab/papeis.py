"""Which field of a layout holds which value: ``resources/papeis/<layout>.toml``.

A layout keeps the manual's own names; here stands that *valor pago* is ``U.valor_pago`` in one and
``detalhe.valor_lancado`` in another, and which records a title consists of. A file may inherit
another one and say only what differs; a bank's CNAB 240 layout without a file has FEBRABAN's.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from finbank_desktop import resources
from finbank_desktop.layouts.model import Layout

_FOLDER = "papeis"
_PLACE = re.compile(r"(?P<registro>\w+)(?:\.(?P<campo>\w+)| (?P<inicio>\d+)-(?P<fim>\d+))")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lugar:
    """Where a value stands: a field of a record, or positions where it spans several fields.

    Attributes:
        campo: The field's name; empty for positions.
        inicio: First position, from 1.
        fim: Last position.
    """

    registro: str
    campo: str
    inicio: int
    fim: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MotivosEm:
    """Occurrences whose reasons stand elsewhere than the others'.

    Attributes:
        por_posicao: They are no codes but signs, the n-th of which stands for code n.
    """

    ocorrencias: frozenset[str]
    lugar: Lugar
    por_posicao: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistroEscrito:
    """A record that a title of a remessa consists of.

    Attributes:
        quando: It is written when one of these fields has a value; empty: always.
    """

    nome: str
    quando: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Papeis:
    """The parts that the fields of one layout play.

    Attributes:
        titulo: The record that opens a title; what follows until the next one belongs to it.
        exige: Records without which a title is not complete.
        movimento_so_titulo: A movement other than the registration is told by the title's record alone.
        valor_pago_sem_tarifa: The amount paid is what was credited, the bank's fee already taken off.
        arquivo: File values: ``empresa``, ``documento``, ``documento_tipo``, ``data_geracao``, ``data_credito``,
            ``sequencia``.
        convenio: What names the contract, by field of the convênio or account.
        campos: Values of a title, by the names of `finbank_desktop.domain.ocorrencias.Ocorrencia`.
        motivos_em: Exceptions to ``campos["motivos"]``.
        movimento_origem: Where the remessa's movement stands that an occurrence answers, in banks that answer entry and
            instructions with the same occurrence; ``None`` elsewhere.
        motivo_em_palavras: Where the bank writes the reason out; ``None`` when it only gives codes.
        registros: What a title of a remessa is written with.
        totais_no_lote: The lot's trailer carries number and sum of the titles.
        nome_arquivo: Pattern of the remessa's file name.
    """

    titulo: str
    exige: tuple[str, ...]
    movimento_so_titulo: bool
    valor_pago_sem_tarifa: bool
    arquivo: Mapping[str, Lugar]
    convenio: Mapping[str, Lugar]
    campos: Mapping[str, Lugar]
    motivos_em: tuple[MotivosEm, ...]
    motivo_em_palavras: Lugar | None
    movimento_origem: Lugar | None
    registros: tuple[RegistroEscrito, ...]
    totais_no_lote: bool
    nome_arquivo: str

    def motivos_of(self, ocorrencia: str) -> Lugar | None:
        """Return where the reasons of *ocorrencia* stand."""
        special = (each.lugar for each in self.motivos_em if ocorrencia in each.ocorrencias)
        return next(special, self.campos.get("motivos"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Escolha:
    """When a file is read by this layout instead of the bank's usual one.

    Attributes:
        bancos: The header's banks, where they are not the layout's own: cooperatives and correspondents send files
            under another bank's number.
        condicoes: A line from 1, its positions, and the texts of which one must stand there; all of them must hold.
    """

    condicoes: tuple[tuple[int, int, int, frozenset[str]], ...]
    bancos: frozenset[str] = frozenset()

    def matches(self, lines: Sequence[str]) -> bool:
        """Whether a file that begins with *lines* is of this layout."""
        return all(
            line <= len(lines) and lines[line - 1][start - 1 : end] in texts
            for line, start, end, texts in self.condicoes
        )


@cache
def escolha(caminho: str) -> Escolha | None:
    """Return when the layout *caminho* stands in for a usual one; ``None`` when it never does."""
    table = _own(caminho).get("escolha")
    if table is None:
        return None
    return Escolha(
        condicoes=tuple((c.get("linha", 1), c["inicio"], c["fim"], frozenset(c["textos"])) for c in table["condicoes"]),
        bancos=frozenset(table.get("bancos", ())),
    )


@cache
def _aberturas() -> Mapping[str, tuple[str, str]]:
    """Return the bank and direction of the files that begin with words of their own."""
    found = {}
    for folder in resources.children(_FOLDER):
        for name in resources.children(f"{_FOLDER}/{folder}"):
            texto = _own(f"{folder}/{name.removesuffix('.toml')}").get("abertura")
            if texto is not None:
                found[texto] = folder[:3], "retorno" if "_retorno" in name else "remessa"
    return found


def opened_by(header: str) -> tuple[str, str] | None:
    """Return bank and direction of a file whose first line begins with words of a bank's own; ``None`` for others."""
    return next((each for texto, each in _aberturas().items() if header.startswith(texto)), None)


def load(layout: Layout) -> Papeis:
    """Return the parts that *layout*'s fields play.

    Raises:
        ValueError: A place names no record or field of the layout.
    """
    own = _merged(layout.caminho)
    data = own or _merged(f"febraban/cobranca_{layout.tamanho}_{layout.direcao}")
    return _build(data, layout)


def _build(data: Mapping[str, Any], layout: Layout) -> Papeis:
    return Papeis(
        titulo=data["titulo"],
        exige=tuple(data.get("exige", ())),
        movimento_so_titulo=data.get("movimento_so_titulo", False),
        valor_pago_sem_tarifa=data.get("valor_pago_sem_tarifa", False),
        arquivo=_places(data.get("arquivo", {}), layout),
        convenio=_places(data.get("convenio", {}), layout),
        campos=_places(data.get("campos", {}), layout),
        motivos_em=tuple(
            MotivosEm(
                ocorrencias=frozenset(row["ocorrencias"]),
                lugar=_place(row["lugar"], layout),
                por_posicao=row.get("por_posicao", False),
            )
            for row in data.get("motivos_em", ())
        ),
        motivo_em_palavras=_optional(data, "motivo_em_palavras", layout),
        movimento_origem=_optional(data, "movimento_origem", layout),
        registros=tuple(
            RegistroEscrito(nome=row["nome"], quando=tuple(row.get("quando", ()))) for row in data.get("registros", ())
        ),
        totais_no_lote=data.get("totais_no_lote", False),
        nome_arquivo=data.get("nome_arquivo", ""),
    )


def _places(table: Mapping[str, str], layout: Layout) -> dict[str, Lugar]:
    return {name: _place(text, layout) for name, text in table.items() if text}


def _optional(data: Mapping[str, Any], key: str, layout: Layout) -> Lugar | None:
    return _place(data[key], layout) if key in data else None


def _place(text: str, layout: Layout) -> Lugar:
    found = _PLACE.fullmatch(text)
    if found is None or found["registro"] not in layout:
        raise ValueError(f"{layout.caminho}: não há o lugar {text!r}")
    registro = layout.registro(found["registro"])
    if found["campo"] is None:
        return Lugar(registro=registro.nome, campo="", inicio=int(found["inicio"]), fim=int(found["fim"]))
    if found["campo"] not in registro:
        raise ValueError(f"{layout.caminho}: não há o campo {text!r}")
    campo = registro.campo(found["campo"])
    return Lugar(registro=registro.nome, campo=campo.nome, inicio=campo.inicio, fim=campo.fim)


@cache
def _merged(caminho: str) -> dict[str, Any]:
    """Return a file's data with what it inherits beneath; empty when there is no such file."""
    own = _own(caminho)
    return _over(own, _merged(own["herda"])) if "herda" in own else own


def _over(own: Mapping[str, Any], base: Mapping[str, Any]) -> dict[str, Any]:
    """Lay *own* over *base*, table by table; a list is replaced whole."""
    merged = dict(base)
    for key, value in own.items():
        both = isinstance(value, dict) and isinstance(base.get(key), dict)
        merged[key] = _over(value, base[key]) if both else value
    return merged


@cache
def _own(caminho: str) -> dict[str, Any]:
    folder, _, name = caminho.rpartition("/")
    files: Sequence[str] = resources.children(f"{_FOLDER}/{folder}")
    if f"{name}.toml" not in files:
        return {}
    return tomllib.loads(resources.read_text(f"{_FOLDER}/{caminho}.toml"))
