"""Taking an import of débito automático back: why it cannot be, and what the history of its debits gains."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from finbank_desktop.persistence.records import Importacao, Mudanca
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.debitos import historico

if TYPE_CHECKING:
    from finbank_desktop.domain.debitos import Consentimento, Debito

TABELAS = ("debitos", "consentimentos", "debito_remessas")
"""What only imports of débito automático change."""


def moved(uow: UnitOfWork, mexidas: Sequence[Mudanca]) -> Iterator[str]:
    """Yield, one sentence each, which debits, consents and remessas were touched since."""
    ids = {tabela: {m.registro_id for m in mexidas if m.tabela == tabela} for tabela in TABELAS}
    for debito in uow.debitos.get_many(ids["debitos"]).values():
        yield f"o débito {debito.codigo} mudou depois: agora está {debito.situacao.lower()}."
    for dono in uow.consentimentos.get_many(ids["consentimentos"]).values():
        yield f"o consentimento de {dono.nome} mudou depois: agora está {dono.situacao.lower()}."
    for remessa in uow.debito_remessas.get_many(ids["debito_remessas"]).values():
        yield f"a remessa de débito nº {remessa.sequencia} mudou depois: agora está {remessa.situacao.lower()}."


def tell(uow: UnitOfWork, importacao: Importacao, *, quando: datetime, usuario: str) -> None:
    """Write into the history of every debit and consent that *importacao* is undone."""
    if importacao.convenio_debito_id is None:
        return
    mudancas = uow.mudancas.of_importacao(importacao.id)
    debitos = uow.debitos.get_many(m.registro_id for m in mudancas if m.tabela == "debitos").values()
    donos = uow.consentimentos.get_many(m.registro_id for m in mudancas if m.tabela == "consentimentos").values()
    sobre: list[Debito | Consentimento] = [*debitos, *donos]
    texto = f"A importação {importacao.codigo} ({importacao.arquivo}) foi desfeita."
    uow.debito_eventos.add_all(
        [
            historico.evento(each, "desfeito", texto, quando=quando, usuario=usuario, importacao_id=importacao.id)
            for each in sobre
        ]
    )
