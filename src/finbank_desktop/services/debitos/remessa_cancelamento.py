"""Cancelling a remessa of débito automático that went nowhere: what stands in the way, and what becomes free."""

from collections.abc import Sequence
from dataclasses import replace

from finbank_desktop.domain.debitos import (
    Consentimento,
    Debito,
    MovimentoDebito,
    SituacaoConsentimento,
    SituacaoDebito,
)
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.remessas import SituacaoRemessa
from finbank_desktop.persistence.records_debitos import RemessaDebito, RemessaDebitoItem

_ESPERADA = {
    MovimentoDebito.DEBITAR: SituacaoDebito.AGENDADO,
    MovimentoDebito.CANCELAR: SituacaoDebito.CANCELAMENTO_ENVIADO,
}
_NO_CONSENTIMENTO = {
    MovimentoDebito.CADASTRAR: SituacaoConsentimento.NA_REMESSA,
    MovimentoDebito.EXCLUIR: SituacaoConsentimento.EXCLUSAO_ENVIADA,
    MovimentoDebito.ALTERAR: SituacaoConsentimento.ATIVO,
}


def problems(
    remessa: RemessaDebito,
    itens: Sequence[RemessaDebitoItem],
    debitos: dict[int, Debito],
    consentimentos: dict[int, Consentimento],
) -> list[Problem]:
    """Return why *remessa* cannot be cancelled; empty when it can."""
    if remessa.situacao is SituacaoRemessa.CANCELADA:
        return [Problem(message=f"A remessa nº {remessa.sequencia} já foi cancelada.", field="situacao")]
    if remessa.situacao is SituacaoRemessa.ENVIADA:
        return [
            Problem(
                message=f"A remessa nº {remessa.sequencia} já foi enviada ao banco, que vai debitar os clientes.",
                fix="Peça o cancelamento de cada débito, que vai na próxima remessa.",
                field="situacao",
            )
        ]
    for item in itens:
        if item.debito_id:
            debito = debitos[item.debito_id]
            if debito.situacao is not _ESPERADA[item.movimento] or debito.seu_numero != item.seu_numero:
                return [_moved(f"O débito {debito.codigo}", debito.situacao)]
        elif consentimentos[item.consentimento_id].situacao is not _NO_CONSENTIMENTO[item.movimento]:
            dono = consentimentos[item.consentimento_id]
            return [_moved(f"O consentimento de {dono.nome}", dono.situacao)]
    return []


def _moved(quem: str, situacao: str) -> Problem:
    return Problem(message=f"{quem} já está: {situacao.lower()}. O banco já tratou esta remessa.", field="situacao")


def freed(debito: Debito) -> Debito:
    """Return *debito* as it was before the remessa."""
    if debito.situacao is SituacaoDebito.CANCELAMENTO_ENVIADO:
        return replace(debito, situacao=SituacaoDebito.A_CANCELAR)
    return replace(debito, situacao=SituacaoDebito.EM_ABERTO, remessa_id=None)


def let_go(consentimento: Consentimento, item: RemessaDebitoItem) -> Consentimento:
    """Return *consentimento* as it was before the remessa."""
    if item.movimento is MovimentoDebito.CADASTRAR:
        return replace(consentimento, situacao=SituacaoConsentimento.PENDENTE)
    if item.movimento is MovimentoDebito.EXCLUIR:
        return replace(consentimento, situacao=SituacaoConsentimento.A_EXCLUIR)
    return replace(consentimento, detalhe="")
