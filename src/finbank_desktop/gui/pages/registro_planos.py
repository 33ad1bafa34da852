"""What *Registro por API* lists and plans: the boletos of convênios with an active account, one plan per convênio."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.widgets.filter_bar import Opcao

if TYPE_CHECKING:
    from finbank_desktop.services.registros.modelo import RegistroPlan

USUAIS: Mapping[str, Opcao] = {
    "comunicado": Opcao("Não", valor=False),
    "aberto": Opcao("Em aberto ou vencidos", valor=True),
}
"""What the page begins with: what the banks do not have yet."""


def fetch(desk: Desk, query: ListQuery) -> Pagina:
    """Return a page of the boletos whose convênio has an active account at an API."""
    return desk.services.registros.list(replace(query, filtros={**query.filtros, "por_api": True}))


def make(desk: Desk, chosen: Sequence[int], query: ListQuery) -> list["RegistroPlan"]:
    """Return one plan per convênio with boletos to communicate: *chosen*, or all that *query* finds."""
    registros = desk.services.registros
    found = []
    for info in registros.contas.list(desk.empresa_id or None):
        if not info.conta.ativa:
            continue
        filtros: Mapping[str, Any] = {"id": list(chosen)} if chosen else query.filtros
        wanted = filtros.get("convenio_id", info.convenio.id)
        if wanted != info.convenio.id:
            continue
        ids = registros.ids(replace(query, filtros={**filtros, "convenio_id": info.convenio.id}))
        if ids:
            found.append(registros.plan(info.convenio.id, ids))
    return found
