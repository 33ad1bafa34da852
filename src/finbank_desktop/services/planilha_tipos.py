"""What the rows of an imported table may be.

What their columns may be, and under which names they are recognised, stands in `planilha_campos_pessoas` and
`planilha_campos_contas`. Those names were never checked on a real export of Omie, Conta Azul, TOTVS or Koper: they
come from what those systems say of themselves.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from finbank_desktop.domain.planilhas import Campo
from finbank_desktop.services.planilha_campos_contas import CONTAS_RECEBER
from finbank_desktop.services.planilha_campos_pessoas import PESSOAS


@dataclass(frozen=True, slots=True, kw_only=True)
class Tipo:
    """A kind of record that can be imported.

    Attributes:
        um: What one is called.
        fim: Ending of a word that agrees with it (``"novo"``, ``"nova"``).
    """

    chave: str
    titulo: str
    um: str
    varios: str
    fim: str
    campos: tuple[Campo, ...]

    def count(self, quantos: int) -> str:
        """Return *quantos* with the word that fits, thousands parted by points."""
        return f"{quantos:,}".replace(",", ".") + f" {self.um if quantos == 1 else self.varios}"


TIPOS: Mapping[str, Tipo] = {
    tipo.chave: tipo
    for tipo in (
        Tipo(chave="pessoas", titulo="Clientes", um="cliente", varios="clientes", fim="o", campos=PESSOAS),
        Tipo(
            chave="contas-receber",
            titulo="Contas a receber",
            um="conta a receber",
            varios="contas a receber",
            fim="a",
            campos=CONTAS_RECEBER,
        ),
    )
}
