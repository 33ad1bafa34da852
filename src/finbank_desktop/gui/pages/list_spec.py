"""What makes one list differ from another."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from finbank_desktop.domain.listas import Coluna
from finbank_desktop.gui.models.paged import Fetch
from finbank_desktop.gui.widgets.filter_bar import Filtro


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSpec:
    """What makes one list differ from another.

    Attributes:
        key: Name of the section; also of its help page and of what is remembered.
        one: What a row is called.
        many: The same for several.
        somas: Sums shown below, by column key and words.
        hidden: Columns that are not shown until the user wants them.
        empty: Title and sentence when there is nothing at all.
        empty_verb: Text of the verb offered then.
        help_link: Words of the link to help offered then.
        scoped: Whether only rows of the chosen empresa are shown.
    """

    key: str
    title: str
    icon: str
    one: str
    many: str
    colunas: Sequence[Coluna]
    fetch: Fetch
    filtros: Sequence[Filtro] = ()
    hint: str = "Filtrar…"
    somas: dict[str, str] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()
    empty: tuple[str, str] = ("Nada aqui ainda", "")
    empty_verb: str = ""
    help_link: str = ""
    markable: bool = True
    scoped: bool = True
