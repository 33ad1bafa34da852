"""From an entry of a data file to what the books hold: what it does not say stays as it is, or takes its default."""

from collections.abc import Mapping
from dataclasses import replace

from finbank_desktop.domain.contabil import ContaContabil, EventoContabil, Historico, Natureza, Papel
from finbank_desktop.services.dados_leitura import Entrada

GRUPO = "contas"
"""The nested object of an evento: the account of each role, by the role's name in small letters."""


def conta(entrada: Entrada, antes: ContaContabil | None, empresa_id: int) -> ContaContabil:
    """Return the conta contábil of *entrada*, changed from *antes*."""
    nova = ContaContabil(empresa_id=empresa_id, codigo=entrada.codigo, nome="", natureza=Natureza.ATIVO)
    return replace(antes or nova, **entrada.valores)


def evento(
    entrada: Entrada, antes: EventoContabil | None, empresa_id: int, contas: Mapping[str, int]
) -> EventoContabil:
    """Return the evento of *entrada*, changed from *antes*; an account that is null is taken out of it."""
    base = antes or EventoContabil(empresa_id=empresa_id, codigo=entrada.codigo, nome="")
    ditas = {Papel[papel.upper()]: codigo for papel, codigo in entrada.grupos.get(GRUPO, {}).items()}
    suas = {papel: row for papel, row in base.contas.items() if papel not in ditas}
    suas |= {papel: contas[codigo] for papel, codigo in ditas.items() if codigo}
    return replace(base, **entrada.valores, contas=suas)


def historico(entrada: Entrada, antes: Historico | None, empresa_id: int) -> Historico:
    """Return the histórico of *entrada*, changed from *antes*."""
    return replace(antes or Historico(empresa_id=empresa_id, codigo=entrada.codigo, texto=""), **entrada.valores)


def shown_contas(evento: EventoContabil, codigos: Mapping[int, str]) -> dict[str, str]:
    """Return the accounts of *evento* as a data file has them."""
    return {papel.name.lower(): codigos[row] for papel, row in evento.contas.items() if row in codigos}
