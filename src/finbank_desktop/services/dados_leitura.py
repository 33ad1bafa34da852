"""From the text of a data file to its entries: every fault of the file is found, with its position."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from finbank_desktop.domain.problems import Problem, RefusedError
from finbank_desktop.services.dados_campos import Campo, texto
from finbank_desktop.services.dados_secoes import SECOES, Secao

PRIMEIRA_EMPRESA = "001"
"""The empresa of entries that name none; it is always there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrada:
    """One entry of a section.

    Attributes:
        onde: Its position, ``contas_receber[3]``, counted from 0.
        codigo: Its codigo; never empty.
        empresa: The codigo of its empresa; ``001`` when it names none.
        valores: Value by attribute, of the keys that stand in it.
        grupos: The same for its nested objects, by their names.
        referencias: The codigo it refers to by attribute; ``None`` for none.
        chaves: The keys that stand in it, by their own names.
    """

    onde: str
    codigo: str
    empresa: str
    valores: dict[str, Any] = field(default_factory=dict)
    grupos: dict[str, dict[str, Any]] = field(default_factory=dict)
    referencias: dict[str, str | None] = field(default_factory=dict)
    chaves: frozenset[str]


def parse(text: str) -> Mapping[str, list[Any]]:
    """Return the sections of a data file.

    Raises:
        RefusedError: It is no JSON, or not made of known lists.
    """
    try:
        bruto = json.loads(text.removeprefix("\ufeff"), parse_float=Decimal, object_pairs_hook=_no_twins)
    except _TwinError as error:
        mensagem = f"A chave “{error}” aparece duas vezes no mesmo lugar; deixe só uma."
        raise RefusedError("chave_repetida", mensagem, str(error)) from None
    except json.JSONDecodeError as error:
        mensagem = (
            f"O arquivo não é JSON: erro na linha {error.lineno}, coluna {error.colno}; corrija-o ou exporte outro."
        )
        raise RefusedError("json_invalido", mensagem, f"linha {error.lineno}, coluna {error.colno}") from None
    except RecursionError:
        raise RefusedError("json_invalido", "O arquivo não é de dados: tem listas dentro de listas demais.") from None
    conhecidas = ", ".join(secao.nome for secao in SECOES)
    if not isinstance(bruto, dict):
        mensagem = f"O arquivo tem de ser um objeto com as listas {conhecidas}."
        raise RefusedError("dados_sem_listas", mensagem)
    for nome, lista in bruto.items():
        if nome not in {secao.nome for secao in SECOES}:
            mensagem = f"Não há a lista “{nome}” em um arquivo de dados; as listas são {conhecidas}."
            raise RefusedError("lista_desconhecida", mensagem, nome)
        if not isinstance(lista, list):
            raise RefusedError("dados_sem_listas", f"“{nome}” tem de ser uma lista entre colchetes.", nome)
    return bruto


def declared(listas: Mapping[str, list[Any]]) -> frozenset[tuple[str, str, str]]:
    """Return section, empresa and codigo of every entry that says its codigo, right or wrong otherwise."""
    return frozenset(
        (nome, "" if nome == "empresas" else str(bruta.get("empresa") or PRIMEIRA_EMPRESA), str(bruta["codigo"]))
        for nome, lista in listas.items()
        for bruta in lista
        if isinstance(bruta, dict) and "codigo" in bruta
    )


def read(secao: Secao, lista: list[Any], problems: list[Problem]) -> list[Entrada]:
    """Return the entries of a section; what cannot be read is left out and said in *problems*."""
    entradas = []
    vistas: dict[tuple[str, str], str] = {}
    for indice, bruta in enumerate(lista):
        onde = f"{secao.nome}[{indice}]"
        entrada = _entry(secao, bruta, onde, problems)
        if entrada is None:
            continue
        dono = "" if secao.nome == "empresas" else entrada.empresa
        primeira = vistas.setdefault((dono, entrada.codigo), onde)
        if primeira != onde:
            problems.append(fault(onde, "codigo", f"o código {entrada.codigo} já está em {primeira}"))
            continue
        entradas.append(entrada)
    return entradas


def fault(onde: str, chave: str, mensagem: str) -> Problem:
    """Return the problem with key *chave* of the entry at *onde*."""
    lugar = f"{onde}.{chave}" if chave else onde
    return Problem(message=f"{lugar}: {mensagem.rstrip('.')}.", field=lugar)


def _entry(secao: Secao, bruta: Any, onde: str, problems: list[Problem]) -> Entrada | None:
    if not isinstance(bruta, dict):
        problems.append(fault(onde, "", "tem de ser um objeto entre chaves"))
        return None
    antes = len(problems)
    lidos: dict[Campo, Any] = {}
    for chave, valor, grupo in _flat(secao, bruta, onde, problems):
        # what a convênio has besides is named by its bank's layout, which nobody knows here
        campo = texto(chave, grupo=grupo) if grupo == "extras" else secao.find(chave)
        if campo is None or (grupo and campo.grupo != grupo):
            problems.append(fault(onde, chave, f"esta chave não existe; as conhecidas são {', '.join(secao.chaves)}"))
        elif campo in lidos:
            problems.append(fault(onde, chave, f"é o mesmo que “{campo.chave}”, que já está nesta entrada"))
        else:
            lidos[campo] = _value(campo, valor, onde, chave, problems)
    por_chave = {campo.chave: valor for campo, valor in lidos.items()}
    if not por_chave.get("codigo"):
        problems.append(fault(onde, "codigo", "falta o código"))
    if len(problems) > antes:
        return None
    return _sorted(onde, por_chave, lidos)


def _flat(secao: Secao, bruta: Mapping[str, Any], onde: str, problems: list[Problem]) -> list[tuple[str, Any, str]]:
    """Return key, value and nested object of everything in an entry."""
    planos: list[tuple[str, Any, str]] = []
    for chave, valor in bruta.items():
        if chave in secao.grupos and isinstance(valor, dict):
            planos += [(dentro, v, chave) for dentro, v in valor.items()]
        elif chave in secao.grupos and valor is not None:
            problems.append(fault(onde, chave, "tem de ser um objeto entre chaves"))
        elif chave not in secao.grupos:
            planos.append((chave, valor, ""))
    return planos


def _value(campo: Campo, bruto: Any, onde: str, chave: str, problems: list[Problem]) -> Any:
    if bruto is None:
        return campo.vazio
    try:
        return campo.parse(bruto)
    except ValueError as error:
        problems.append(fault(onde, chave, str(error)))
        return campo.vazio


def _sorted(onde: str, por_chave: Mapping[str, Any], lidos: Mapping[Campo, Any]) -> Entrada:
    entrada = Entrada(
        onde=onde,
        codigo=por_chave["codigo"],
        empresa=por_chave.get("empresa") or PRIMEIRA_EMPRESA,
        chaves=frozenset(por_chave),
    )
    for campo, valor in lidos.items():
        if campo.alvo:
            entrada.referencias[campo.atributo] = valor or None
        elif campo.grupo:
            entrada.grupos.setdefault(campo.grupo, {})[campo.atributo] = valor
        else:
            entrada.valores[campo.atributo] = valor
    return entrada


class _TwinError(Exception):
    pass


def _no_twins(pares: list[tuple[str, Any]]) -> dict[str, Any]:
    achado: dict[str, Any] = {}
    for chave, valor in pares:
        if chave in achado:
            raise _TwinError(chave)
        achado[chave] = valor
    return achado
