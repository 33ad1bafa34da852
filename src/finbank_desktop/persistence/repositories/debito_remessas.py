"""The files that asked banks for debits, and the history of debits and consents."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import insert, select

from finbank_desktop.domain.debitos import MovimentoDebito
from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.domain.remessas import SituacaoRemessa
from finbank_desktop.persistence import mapping_debitos, tables_debitos
from finbank_desktop.persistence.listing import Listing, contains, members
from finbank_desktop.persistence.mapping import Linha, Valores
from finbank_desktop.persistence.records_debitos import DebitoEvento, RemessaDebito, RemessaDebitoItem
from finbank_desktop.persistence.repositories.base import Repository

_C = tables_debitos.convenios_debito.c
_R = tables_debitos.debito_remessas.c
_E = tables_debitos.debito_eventos.c
_N = tables_debitos.debito_remessa_itens.c

_REMESSAS = Listing(
    table=tables_debitos.debito_remessas,
    origem=tables_debitos.debito_remessas.join(tables_debitos.convenios_debito, _R.convenio_id == _C.id),
    proprias={
        "codigo": _R.id,
        **{
            chave: _R[chave]
            for chave in (
                *("sequencia", "arquivo", "gerada_em", "usuario", "debitos", "valor", "situacao", "enviada_em"),
                *("empresa_id", "convenio_id"),
            )
        },
    },
    alheias={"convenio": _C.descricao, "convenio_codigo": _C.codigo, "banco": _C.banco},
    ordem="codigo",
    decrescente=True,
    filtros={"situacao": lambda valor: _R.situacao.in_([m.name for m in members(SituacaoRemessa, valor, "situacao")])},
    busca=contains(_R.busca),
    mostra={"situacao": lambda nome: SituacaoRemessa[nome]},
)


class RemessaDebitoRepository(Repository[RemessaDebito]):
    """Remessas of débito automático with what each asked for."""

    table = tables_debitos.debito_remessas
    nome = "A remessa de débito"

    def _row(self, obj: RemessaDebito) -> Valores:
        return mapping_debitos.remessa_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[RemessaDebito]:
        return [mapping_debitos.remessa_from(linha) for linha in linhas]

    def add_itens(self, remessa: RemessaDebito, itens: Sequence[RemessaDebitoItem]) -> None:
        """Write down what *remessa* asked for, in the file's order."""
        linhas = [
            {
                "empresa_id": remessa.empresa_id,
                "remessa_id": remessa.id,
                "ordem": item.ordem,
                "debito_id": item.debito_id,
                "consentimento_id": item.consentimento_id,
                "movimento": item.movimento.name,
                "seu_numero": item.seu_numero,
                "versao": 1,
            }
            for item in itens
        ]
        if linhas:
            self._connection.execute(insert(tables_debitos.debito_remessa_itens), linhas)

    def itens(self, remessa_id: int) -> list[RemessaDebitoItem]:
        """Return what a remessa asked for, in the file's order."""
        comando = select(_N.ordem, _N.debito_id, _N.consentimento_id, _N.movimento, _N.seu_numero)
        comando = comando.where(_N.remessa_id == remessa_id).order_by(_N.ordem)
        return [
            RemessaDebitoItem(
                ordem=ordem,
                debito_id=debito,
                consentimento_id=consentimento,
                movimento=MovimentoDebito[movimento],
                seu_numero=numero,
            )
            for ordem, debito, consentimento, movimento, numero in self._connection.execute(comando)
        ]

    def find_by_sequencia(self, convenio_id: int, sequencia: int) -> RemessaDebito | None:
        """Return the contract's remessa with that number, or ``None``."""
        achadas = self._select(_R.convenio_id == convenio_id, _R.sequencia == sequencia)
        return achadas[0] if achadas else None

    def mark(self, remessa: RemessaDebito, situacao: SituacaoRemessa) -> RemessaDebito:
        """Say where *remessa* stands."""
        return self.update(replace(remessa, situacao=situacao))

    def page(self, query: ListQuery) -> Pagina:
        """Return a page of the list."""
        return _REMESSAS.page(self._connection, query)


class DebitoEventoRepository(Repository[DebitoEvento]):
    """The history of debits and consents."""

    table = tables_debitos.debito_eventos
    nome = "O evento"

    def _row(self, obj: DebitoEvento) -> Valores:
        return mapping_debitos.evento_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[DebitoEvento]:
        return [mapping_debitos.evento_from(linha) for linha in linhas]

    def of_debito(self, debito_id: int) -> list[DebitoEvento]:
        """Return the history of a debit, oldest first."""
        return self._select(_E.debito_id == debito_id)

    def of_consentimento(self, consentimento_id: int) -> list[DebitoEvento]:
        """Return the history of a consent, that of its debits too, oldest first."""
        return self._select(_E.consentimento_id == consentimento_id)
