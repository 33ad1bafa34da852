"""Tables whose columns are the fields of their record, name by name; enumerations are kept by their own name."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from enum import Enum
from typing import Any, ClassVar

from finbank_desktop.persistence.mapping import Linha, Valores, busca
from finbank_desktop.persistence.repositories.base import CodedRepository, Repository, T

_OWN = frozenset(("id", "versao"))


class MirroredRepository(Repository[T]):
    """Rows that need no mapping written out.

    Attributes:
        record: The dataclass.
        enums: Fields that hold a member of an enumeration.
        procura: Fields that the column ``busca`` is made of; empty where the table has no such column.
    """

    record: ClassVar[type]
    enums: ClassVar[Mapping[str, type[Enum]]] = {}
    procura: ClassVar[tuple[str, ...]] = ()

    def _row(self, obj: T) -> Valores:
        valores = {campo.name: self.stored(campo.name, getattr(obj, campo.name)) for campo in fields(obj)}
        for nome in _OWN:
            del valores[nome]
        if self.procura:
            valores["busca"] = busca(*(str(getattr(obj, nome) or "") for nome in self.procura))
        return valores

    def _objects(self, linhas: Sequence[Linha]) -> list[T]:
        nomes = [campo.name for campo in fields(self.record)]
        return [self.record(**{nome: self.loaded(nome, linha[nome]) for nome in nomes}) for linha in linhas]

    def columns(self, obj: T) -> Valores:
        """Return what the columns hold of *obj*, but for id and version."""
        return self._row(obj)

    def stored(self, nome: str, valor: Any) -> Any:
        """Return what the column of the field *nome* holds of *valor*."""
        if isinstance(valor, Enum):  # a field that is no enumeration here may be handed one: it is a text
            return valor.name if nome in self.enums else valor.value
        return dict(valor) if isinstance(valor, Mapping) else valor

    def loaded(self, nome: str, valor: Any) -> Any:
        """Return what the field *nome* is where its column holds *valor*."""
        if valor is not None and nome in self.enums:
            return self.enums[nome][valor]
        return valor


class MirroredCodedRepository(MirroredRepository[T], CodedRepository[T]):  # type: ignore[type-var] # its records have a codigo
    """Such rows that a person knows by a codigo."""
