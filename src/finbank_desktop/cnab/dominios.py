"""Which codes a field may hold and what they say, from ``resources/dominios``.

``febraban.toml`` has the lists of FEBRABAN's manual, ``campos.toml`` which fields are judged by which list and what
single banks take instead.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from finbank_desktop import resources
from finbank_desktop.bancos.remessas import especies
from finbank_desktop.cnab import ocorrencias
from finbank_desktop.layouts.model import Campo, Layout, Registro, Tipo

_LISTS, _FIELDS = "dominios/febraban.toml", "dominios/campos.toml"
_MOTIVOS = "C047-A"
_MOVIMENTO, _OCORRENCIA, _ESPECIE = "codigo_movimento", "ocorrencia", "especie"
_RETORNO = "retorno"
_COBRANCA = "cobranca"
_BY_BANK = {
    "instrucao_1": ("dominios/instrucoes.toml", "15"),
    "instrucao_2": ("dominios/instrucoes.toml", "15"),
    "especie": ("dominios/especies_400.toml", "21"),
}
"""Fields of CNAB 400 with a list by bank, and FEBRABAN's reason for another code."""
_CNAB_400 = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Dominio:
    """The codes of one field.

    Attributes:
        codigos: What each says, by code; as wide as they are written there, which may be less than the field.
        motivo: The reason, in FEBRABAN's C047-A, with which a bank refuses another code.
        vazio: The field may be left empty: blanks or zeros.
        fonte: Whose list it is.
    """

    codigos: Mapping[str, str] = field(default_factory=dict)
    motivo: str = ""
    vazio: bool = False
    fonte: str = ""

    def text(self, raw: str) -> str | None:
        """Return what the code *raw* says; zeros before it do not matter, nor blanks around it."""
        code = raw.strip()
        if code in self.codigos:
            return self.codigos[code]
        bare = code.lstrip("0") or code[:1]
        return next((text for known, text in self.codigos.items() if (known.lstrip("0") or "0") == bare), None)

    def takes(self, raw: str) -> bool:
        """Whether a field may hold *raw*."""
        return self.text(raw) is not None or (self.vazio and not raw.strip(" 0"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Digito:
    """How a bank reckons the check digit in a field.

    Attributes:
        campo: Name of the field that holds it.
        de: Names of the fields it is reckoned from, each with the digits of it that count, from the right.
        modulo: 10 or 11.
        dez: What stands for 10.
        onze: What stands for 11.
    """

    campo: str
    de: tuple[tuple[str, int], ...]
    modulo: int
    dez: str
    onze: str
    motivo: str
    fonte: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Prazo:
    """Fewest and most days a bank takes in a field."""

    minimo: int
    maximo: int
    fonte: str


def judged(layout: Layout, registro: Registro, campo: Campo) -> Dominio | None:
    """Return the codes that a bank takes in *campo* of a remessa; ``None`` when no list of them is known."""
    by_list = _by_list(layout, campo)
    if layout.produto != _COBRANCA:  # what the banks' own rows and tables say is of cobrança
        return by_list
    return _own(layout, registro, campo) or _by_table(layout, campo) or by_list or _by_bank(layout, campo)


def known(layout: Layout, registro: Registro, campo: Campo) -> Dominio | None:
    """Return the codes that explain *campo* of any file, also those no remessa is judged by."""
    found = judged(layout, registro, campo)
    if found is None and campo.codigo in _lists():
        found = Dominio(codigos=_lists()[campo.codigo]["codigos"], fonte=_source())
    return found


def is_whole(layout: Layout, registro: Registro, campo: Campo) -> bool:
    """Whether the list that *campo* is judged by has all the codes the bank knows."""
    rule = _rules(layout).get(campo.codigo)
    return _own(layout, registro, campo) is not None or (rule is not None and not rule.get("aberta", False))


def prazo(layout: Layout, campo: Campo) -> Prazo | None:
    """Return how many days the bank takes in *campo*; ``None`` when that is not known."""
    for row in _rows("prazo", layout, campo):
        return Prazo(minimo=row["minimo"], maximo=row["maximo"], fonte=row["fonte"])
    return None


def digitos(banco: str) -> Iterator[Digito]:
    """Yield how *banco* reckons check digits of agência and conta; nothing where that is not known."""
    for row in _fields().get("digito", ()):
        if row["banco"] == banco:
            yield Digito(
                campo=row["campo"],
                de=tuple((nome, int(largura)) for nome, largura in row["de"]),
                modulo=row["modulo"],
                dez=row.get("dez", ""),
                onze=row.get("onze", ""),
                motivo=row["motivo"],
                fonte=row["fonte"],
            )


def blank(layout: Layout, campo: Campo) -> str | None:
    """Return who says that the bank wants *campo* left blank; ``None`` when nobody does."""
    return next((row["fonte"] for row in _rows("em_branco", layout, campo)), None)


def banks(question: str) -> frozenset[str]:
    """Return the banks of which *question* is true, by its name in ``[bancos]`` of ``campos.toml``."""
    return frozenset(_fields()["bancos"].get(question, ()))


def refusal(motivo: str) -> str:
    """Return a reason of FEBRABAN's list C047-A in words; empty for an unknown one."""
    text: str = _lists()[_MOTIVOS]["codigos"].get(motivo, "")
    return text


def _own(layout: Layout, registro: Registro, campo: Campo) -> Dominio | None:
    """Return the bank's row of ``campos.toml``, or the one without a bank."""
    rows = _rows("campo", layout, campo)
    row = next((row for row in rows if row.get("registro", registro.nome) == registro.nome), None)
    if row is None:
        return None
    vazio = row.get("vazio", False)
    return Dominio(codigos=row["codigos"], motivo=row["motivo"], vazio=vazio, fonte=row["fonte"])


def _by_table(layout: Layout, campo: Campo) -> Dominio | None:
    """Return the movements, occurrences or kinds of title that the bank's own tables list."""
    formato = str(min(layout.tamanho, _CNAB_400))  # CNAB 444 has the codes of CNAB 400
    if campo.nome in {_MOVIMENTO, _OCORRENCIA}:
        tabela = ocorrencias.tabela(layout.banco, formato)
        if tabela is None:
            return None
        retorno = layout.direcao == _RETORNO
        codigos: dict[str, str] = {}
        for each in reversed(list(tabela.lineage())):
            codigos |= {code: said[0] for code, said in each.retorno.items()} if retorno else each.remessa
        return Dominio(codigos=codigos, motivo="05", fonte=tabela.fonte) if codigos else None
    if campo.nome == _ESPECIE and formato != "240" and layout.banco in especies.POR_BANCO_400:
        codigos = {code: name for name, code in especies.POR_BANCO_400[layout.banco].items()}
        return Dominio(codigos=codigos, motivo="21", fonte=layout.fonte)
    return None


def _by_bank(layout: Layout, campo: Campo) -> Dominio | None:
    """Return the instructions or kinds of title of a CNAB 400 that other programs list for the bank."""
    if layout.tamanho != _CNAB_400 or campo.nome not in _BY_BANK:
        return None
    path, motivo = _BY_BANK[campo.nome]
    codigos = _load(path).get(layout.banco)
    if codigos is None:
        return None
    return Dominio(codigos=codigos, motivo=motivo, vazio=True, fonte=_load(path)["fonte"])


def _rules(layout: Layout) -> Mapping[str, Mapping[str, Any]]:
    """Return which of FEBRABAN's lists the fields of *layout* are judged by, and how."""
    rules: Mapping[str, Mapping[str, Any]] = _fields()["listas" if layout.produto == _COBRANCA else "listas_pagamento"]
    return rules


def _by_list(layout: Layout, campo: Campo) -> Dominio | None:
    rule = _rules(layout).get(campo.codigo)
    if rule is None or campo.tipo not in {Tipo.NUMERO, Tipo.TEXTO}:
        return None
    codigos = _lists()[campo.codigo]["codigos"]
    return Dominio(codigos=codigos, motivo=rule.get("motivo", ""), vazio=rule.get("vazio", False), fonte=_source())


def _rows(table: str, layout: Layout, campo: Campo) -> Iterator[Mapping[str, Any]]:
    """Yield the rows of a table that speak of *campo* in cobrança, the bank's own first."""
    if layout.produto != _COBRANCA:
        return
    rows = [
        row
        for row in _fields().get(table, ())
        if row["nome"] == campo.nome
        and layout.tamanho in row["tamanho"]
        and row.get("banco", layout.banco) == layout.banco
    ]
    yield from sorted(rows, key=lambda row: "banco" not in row)


@cache
def _lists() -> Mapping[str, Any]:
    return {name: table for name, table in _load(_LISTS).items() if name != "fonte"}


def _source() -> str:
    return str(_load(_LISTS)["fonte"])


def _fields() -> Mapping[str, Any]:
    return _load(_FIELDS)


@cache
def _load(path: str) -> dict[str, Any]:
    return tomllib.loads(resources.read_text(path))
