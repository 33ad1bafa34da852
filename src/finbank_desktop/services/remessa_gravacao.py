"""Writing a remessa into the books: itself, its file, and what it does to its boletos."""

import hashlib
from dataclasses import replace
from datetime import datetime

from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.remessas import Remessa
from finbank_desktop.persistence.records import Evento, RemessaItem
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import pedidos
from finbank_desktop.services.plans import require_versions
from finbank_desktop.services.remessa_plan import (
    REGISTRAR,
    RemessaPlan,
    RemessaRow,
)


def keep(uow: UnitOfWork, plan: RemessaPlan, nome: str, usuario: str) -> Remessa:
    """Write the remessa of *plan*, whose file is called *nome*, into the books of somebody else's transaction."""
    agora = plan.dados.geracao
    feita = uow.remessas.add(
        Remessa(
            empresa_id=plan.convenio.empresa_id,
            convenio_id=plan.convenio.id,
            sequencia=uow.convenios.take_remessa(plan.convenio.id),
            arquivo=nome,
            sha256=hashlib.sha256(plan.conteudo).hexdigest(),
            gerada_em=agora,
            usuario=usuario,
            titulos=len(plan.going),
            valor=plan.valor,
        )
    )
    uow.remessas.add_itens(
        feita,
        [
            RemessaItem(boleto_id=row.boleto.id, ordem=ordem, comando=row.comando)
            for ordem, row in enumerate(plan.going, start=1)
        ],
    )
    uow.remessas.add_conteudo(feita, plan.conteudo)
    uow.boletos.update_many([_sent(row, feita) for row in plan.going])
    uow.eventos.add_all(
        [
            evento(
                row.boleto, feita, "na_remessa", f"{row.efeito} (remessa nº {feita.sequencia}, {nome})", agora, usuario
            )
            for row in plan.going
        ]
    )
    return feita


def evento(boleto: Boleto, de: Remessa, tipo: str, texto: str, quando: datetime, usuario: str) -> Evento:
    """Return a step in the history of *boleto* that a remessa made."""
    return Evento(
        empresa_id=boleto.empresa_id,
        boleto_id=boleto.id,
        quando=quando,
        usuario=usuario,
        tipo=tipo,
        texto=texto,
        remessa_id=de.id,
    )


def compare(uow: UnitOfWork, plan: RemessaPlan) -> None:
    """Do nothing when all that *plan* speaks of is as it was seen.

    Raises:
        StalePlanError: Something moved since.
    """
    dados = plan.dados
    require_versions(uow.convenios, {dados.convenio.id: dados.convenio.versao})
    require_versions(uow.contas, {dados.conta.id: dados.conta.versao})
    require_versions(uow.empresas, {dados.empresa.id: dados.empresa.versao})
    require_versions(uow.boletos, {row.boleto.id: row.boleto.versao for row in plan.going})
    require_versions(uow.pessoas, {row.pagador.id: row.pagador.versao for row in plan.going})


def _sent(row: RemessaRow, feita: Remessa) -> Boleto:
    """Return the boleto as it stands after the file: a title to be registered is in it, another waits for an answer."""
    if row.comando != REGISTRAR:
        return pedidos.send(row.boleto, feita.id, feita.sequencia)
    detalhe = f"nº {feita.sequencia}"
    return replace(row.boleto, no_banco=NoBanco.NA_REMESSA, no_banco_detalhe=detalhe, remessa_id=feita.id)
