"""The history of debits and consents, and what undoing needs of the rows that changed."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from finbank_desktop.domain.debitos import Consentimento, Debito
from finbank_desktop.persistence import mapping_debitos
from finbank_desktop.persistence.records import Importacao, Mudanca
from finbank_desktop.persistence.records_debitos import DebitoEvento, RemessaDebito

T = TypeVar("T", Consentimento, Debito, RemessaDebito)


def evento(
    sobre: Debito | Consentimento,
    tipo: str,
    texto: str,
    *,
    quando: datetime,
    usuario: str,
    importacao_id: int | None = None,
    remessa_id: int | None = None,
) -> DebitoEvento:
    """Return a step in the history of a debit (and of its consent), or of a consent alone."""
    debito = sobre if isinstance(sobre, Debito) else None
    consentimento = sobre.consentimento if isinstance(sobre, Debito) else sobre
    return DebitoEvento(
        empresa_id=sobre.empresa_id,
        debito_id=debito.id if debito else None,
        consentimento_id=consentimento.id,
        quando=quando,
        usuario=usuario,
        tipo=tipo,
        texto=texto,
        importacao_id=importacao_id,
        remessa_id=remessa_id,
    )


def changed(de: Importacao, tabela: str, antes: Mapping[int, T], depois: Mapping[int, T]) -> Iterator[Mudanca]:
    """Yield, for each row of *antes*, the columns that *depois* changes as they were, and its version."""
    for row, velho in antes.items():
        colunas, novas = _row(velho), _row(depois[row])
        mudadas = {nome: _stored(valor) for nome, valor in colunas.items() if valor != novas[nome]}
        yield Mudanca(
            empresa_id=de.empresa_id,
            importacao_id=de.id,
            tabela=tabela,
            registro_id=row,
            antes=mudadas | {"versao": velho.versao},
        )


def _row(obj: Consentimento | Debito | RemessaDebito) -> dict[str, Any]:
    if isinstance(obj, Debito):
        return mapping_debitos.debito_row(obj)
    if isinstance(obj, Consentimento):
        return mapping_debitos.consentimento_row(obj)
    render: Callable[[RemessaDebito], dict[str, Any]] = mapping_debitos.remessa_row
    return render(obj)


def _stored(valor: object) -> Any:
    return valor.isoformat() if isinstance(valor, date) else valor
