"""A record of a layout and the record it inherits from become one, without gap or overlap."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from finbank_desktop.layouts.model import Campo, Papel, Registro


@dataclass(frozen=True, slots=True, kw_only=True)
class Rascunho:
    """A record as its file writes it; ``None`` where the file leaves it to the base."""

    nome: str
    titulo: str | None
    papel: Papel | None
    chave: tuple[str, ...] | None
    fonte: str | None
    tamanho: int | None
    campos: tuple[Campo, ...]
    remove: bool


def merge(
    drafts: Sequence[Rascunho], base: Sequence[Registro], tamanho: int, faults: list[str]
) -> tuple[Registro, ...]:
    """Return the records of *base* as changed by *drafts*, then the new ones, and add what is wrong to *faults*."""
    by_name = {draft.nome: draft for draft in drafts}
    inherited = {registro.nome: registro for registro in base}
    merged = []
    for nome in [*inherited, *(n for n in by_name if n not in inherited)]:
        draft, parent = by_name.get(nome), inherited.get(nome)
        if draft is None:
            merged.append(inherited[nome])
        elif draft.remove:
            faults += _removal_faults(draft, parent)
        else:
            merged.append(_merge_one(draft, parent, tamanho, faults))
    faults += _same_keys(merged)
    return tuple(merged)


def _removal_faults(draft: Rascunho, parent: Registro | None) -> list[str]:
    if parent is None:
        return [f"registro {draft.nome}: remove, mas a base não o tem"]
    return [f"registro {draft.nome}: remove e ao mesmo tempo traz campos"] if draft.campos else []


def _merge_one(draft: Rascunho, parent: Registro | None, tamanho: int, faults: list[str]) -> Registro:
    where = f"registro {draft.nome}"
    # Overlaps inside the file itself are faults of its own; what the base has beneath a listed field gives way.
    kept = [
        campo
        for campo in (parent.campos if parent else ())
        if not any(campo.inicio <= own.fim and own.inicio <= campo.fim for own in draft.campos)
    ]
    campos = tuple(sorted((*kept, *draft.campos), key=lambda campo: campo.inicio))
    missing = [
        name for name in ("titulo", "papel", "chave", "fonte") if parent is None and getattr(draft, name) is None
    ]
    faults += [f"{where}: falta {name}" for name in missing]
    own_tamanho = draft.tamanho or (parent.tamanho if parent else tamanho)
    registro = Registro(
        nome=draft.nome,
        titulo=draft.titulo or (parent.titulo if parent else ""),
        papel=draft.papel or (parent.papel if parent else Papel.DETALHE),
        chave=draft.chave if draft.chave is not None else (parent.chave if parent else ()),
        fonte=draft.fonte or (parent.fonte if parent else ""),
        campos=campos,
    )
    own_faults = [*_contiguity_faults(campos, own_tamanho), *_name_faults(campos)]
    if own_tamanho > tamanho:
        own_faults.append(f"tem {own_tamanho} posições e o layout {tamanho}")
    if "chave" not in missing:
        own_faults += _key_faults(registro)
    faults += [f"{where}: {fault}" for fault in own_faults]
    return registro


def _contiguity_faults(campos: Iterable[Campo], tamanho: int) -> list[str]:
    faults, expected = [], 1
    for campo in campos:
        if campo.inicio > expected:
            faults.append(f"posições {expected}-{campo.inicio - 1} sem campo")
        elif campo.inicio < expected:
            faults.append(f"campo {campo.nome} começa em {campo.inicio}, dentro do campo anterior")
        expected = max(expected, campo.fim + 1)
    if expected <= tamanho:
        faults.append(f"posições {expected}-{tamanho} sem campo")
    elif expected - 1 > tamanho:
        faults.append(f"termina em {expected - 1}, mas a linha tem {tamanho} posições")
    return faults


def _name_faults(campos: Sequence[Campo]) -> list[str]:
    names = [campo.nome for campo in campos]
    return [f"campo repetido: {name}" for name in sorted({n for n in names if names.count(n) > 1})]


def _key_faults(registro: Registro) -> list[str]:
    faults = [] if registro.chave else ["chave vazia"]
    for nome in registro.chave:
        if nome not in registro:
            faults.append(f"a chave usa o campo {nome}, que não existe")
        elif registro.campo(nome).padrao is None:
            faults.append(f"o campo {nome} está na chave e não tem padrão")
    return faults


def _same_keys(registros: Sequence[Registro]) -> list[str]:
    """Return a fault for each two records that no line could tell apart."""
    seen: dict[frozenset[tuple[int, int, str]], str] = {}
    faults = []
    for registro in registros:
        campos = [registro.campo(nome) for nome in registro.chave if nome in registro]
        key = frozenset((campo.inicio, campo.fim, campo.vazio) for campo in campos)
        if campos and key in seen:
            faults.append(f"registros {seen[key]} e {registro.nome} têm a mesma chave")
        seen.setdefault(key, registro.nome)
    return faults
