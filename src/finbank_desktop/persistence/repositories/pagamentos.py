"""Remessas of payments with what each of them sent, and the settlements of contas a pagar."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import func, insert, select

from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.domain.pagamentos import FormaPagamento
from finbank_desktop.domain.remessas import SituacaoRemessa
from finbank_desktop.persistence import tables_pagamentos
from finbank_desktop.persistence.listing import Listing, contains, members
from finbank_desktop.persistence.records_pagamentos import (
    BaixaPagar,
    PagamentoEnviado,
    RemessaPagamento,
    SituacaoEnvio,
)
from finbank_desktop.persistence.repositories.mirrored import MirroredRepository

_T = tables_pagamentos.remessas_pagamento.c
_P = tables_pagamentos.pagamentos.c
_C = tables_pagamentos.convenios_pagamento.c


def _in_state(*situacoes: SituacaoEnvio) -> Any:
    return (
        select(func.count())
        .select_from(tables_pagamentos.pagamentos)
        .where(_P.remessa_id == _T.id, _P.situacao.in_([each.name for each in situacoes]))
        .correlate(tables_pagamentos.remessas_pagamento)
        .scalar_subquery()
    )


_LISTING = Listing(
    table=tables_pagamentos.remessas_pagamento,
    origem=tables_pagamentos.remessas_pagamento.join(tables_pagamentos.convenios_pagamento, _T.convenio_id == _C.id),
    proprias={
        "codigo": _T.id,
        "empresa_id": _T.empresa_id,
        "convenio_id": _T.convenio_id,
        "sequencia": _T.sequencia,
        "arquivo": _T.arquivo,
        "gerada_em": _T.gerada_em,
        "usuario": _T.usuario,
        "pagamentos": _T.pagamentos,
        "valor": _T.valor,
        "situacao": _T.situacao,
        "enviada_em": _T.enviada_em,
        "pagos": _in_state(SituacaoEnvio.PAGO),
        "esperam": _in_state(SituacaoEnvio.ENVIADO, SituacaoEnvio.ACEITO),
    },
    alheias={"convenio": _C.descricao, "convenio_codigo": _C.codigo, "banco": _C.banco},
    somas=("valor",),
    ordem="codigo",
    decrescente=True,
    filtros={"situacao": lambda valor: _T.situacao.in_([m.name for m in members(SituacaoRemessa, valor, "situacao")])},
    busca=contains(_T.arquivo),
    mostra={"codigo": lambda row: f"{row:06d}", "situacao": lambda nome: SituacaoRemessa[nome]},
)


class RemessaPagamentoRepository(MirroredRepository[RemessaPagamento]):
    """Remessas of payments by id, with the bytes of their files."""

    table = tables_pagamentos.remessas_pagamento
    nome = "A remessa de pagamentos"
    record = RemessaPagamento
    enums = {"situacao": SituacaoRemessa}  # noqa: RUF012 - a ClassVar by its base

    def add_conteudo(self, remessa: RemessaPagamento, conteudo: bytes) -> None:
        """Keep the bytes of the file, so that it can be saved again."""
        valores = {"empresa_id": remessa.empresa_id, "remessa_id": remessa.id, "conteudo": conteudo, "versao": 1}
        self._connection.execute(insert(tables_pagamentos.remessa_pagamento_arquivos), valores)

    def conteudo(self, remessa_id: int) -> bytes:
        """Return the bytes of the file."""
        t = tables_pagamentos.remessa_pagamento_arquivos.c
        return bytes(self._connection.scalar(select(t.conteudo).where(t.remessa_id == remessa_id)) or b"")

    def last_sequencia(self, convenio_id: int) -> int:
        """Return the highest number of the convênio's remessas that were not cancelled; 0 when there is none."""
        nossas = (_T.convenio_id == convenio_id, _T.situacao != SituacaoRemessa.CANCELADA.name)
        return int(self._connection.scalar(select(func.max(_T.sequencia)).where(*nossas)) or 0)

    def page(self, query: ListQuery) -> Pagina:
        """Return a page of the list."""
        return _LISTING.page(self._connection, query)


class PagamentoRepository(MirroredRepository[PagamentoEnviado]):
    """What was sent, payment by payment."""

    table = tables_pagamentos.pagamentos
    nome = "O pagamento"
    record = PagamentoEnviado
    enums = {"forma": FormaPagamento, "situacao": SituacaoEnvio}  # noqa: RUF012 - a ClassVar by its base

    def of_remessa(self, remessa_id: int) -> list[PagamentoEnviado]:
        """Return the payments of a remessa, in its order."""
        return self._select(_P.remessa_id == remessa_id, ordem=_P.ordem)

    def of_conta(self, conta_pagar_id: int) -> list[PagamentoEnviado]:
        """Return every payment that was ever sent for a conta, the first one first."""
        return self._select(_P.conta_pagar_id == conta_pagar_id)

    def alive_of(self, contas: Iterable[int]) -> dict[int, PagamentoEnviado]:
        """Return the payment by which money may leave, or has left, by conta a pagar."""
        return {each.conta_pagar_id: each for each in self._select_in(_P.viva_conta_id, contas)}

    def by_seu_numero(self, convenios: Iterable[int], numeros: Iterable[str]) -> dict[str, list[PagamentoEnviado]]:
        """Return the payments of these convênios with one of *numeros*."""
        achados: dict[str, list[PagamentoEnviado]] = defaultdict(list)
        suas = _P.convenio_id.in_(list(convenios))
        for each in self._select_in(_P.seu_numero, numeros, suas):
            achados[each.seu_numero].append(each)
        return dict(achados)


class BaixaPagarRepository(MirroredRepository[BaixaPagar]):
    """Settlements of contas a pagar."""

    table = tables_pagamentos.baixas_pagar
    nome = "A baixa"
    record = BaixaPagar

    def of_contas(self, contas: Iterable[int]) -> dict[int, list[BaixaPagar]]:
        """Return the settlements of each of *contas*, the first one first, those taken back among them."""
        achadas: dict[int, list[BaixaPagar]] = defaultdict(list)
        for each in self._select_in(self.table.c.conta_pagar_id, contas):
            achadas[each.conta_pagar_id].append(each)
        return dict(achadas)

    def of_importacao(self, importacao_id: int) -> list[BaixaPagar]:
        """Return the settlements an import made."""
        return self._select(self.table.c.importacao_id == importacao_id)
