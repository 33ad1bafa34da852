"""Contracts by which banks make our payments, and how an empresa pays."""

from sqlalchemy import select, update

from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.domain.pagamentos import ConvenioPagamento
from finbank_desktop.persistence import tables, tables_pagamentos
from finbank_desktop.persistence.listing import Listing, contains
from finbank_desktop.persistence.records_pagamentos import ConfiguracaoPagamentos
from finbank_desktop.persistence.repositories.mirrored import MirroredCodedRepository, MirroredRepository

_T = tables_pagamentos.convenios_pagamento.c
_LISTING = Listing(
    table=tables_pagamentos.convenios_pagamento,
    origem=tables_pagamentos.convenios_pagamento.join(tables.contas),
    proprias={
        "empresa_id": _T.empresa_id,
        "codigo": _T.codigo,
        "descricao": _T.descricao,
        "banco": _T.banco,
        "convenio": _T.convenio,
        "servico": _T.servico,
        "proxima_remessa": _T.proxima_remessa,
        "teste": _T.teste,
        "ativo": _T.ativo,
    },
    alheias={"conta": tables.contas.c.descricao},
    ordem="codigo",
    busca=contains(_T.busca),
)


class ConvenioPagamentoRepository(MirroredCodedRepository[ConvenioPagamento]):
    """Convênios de pagamento by id and by codigo within their empresa."""

    table = tables_pagamentos.convenios_pagamento
    nome = "O convênio de pagamento"
    record = ConvenioPagamento
    procura = ("codigo", "descricao", "banco", "convenio")

    def of_banco(self, banco: str) -> list[ConvenioPagamento]:
        """Return the convênios at *banco* of every empresa."""
        return self._select(_T.banco == banco)

    def take_remessa(self, convenio_id: int) -> int:
        """Return the number of the convênio's next remessa and count on; it never goes back."""
        numero = self._connection.scalar(select(_T.proxima_remessa).where(_T.id == convenio_id))
        novo = {"proxima_remessa": _T.proxima_remessa + 1, "versao": _T.versao + 1}
        self._connection.execute(update(self.table).where(_T.id == convenio_id).values(novo))
        return int(numero or 0)

    def page(self, query: ListQuery) -> Pagina:
        """Return a page of the list."""
        return _LISTING.page(self._connection, query)


class ConfiguracaoPagamentoRepository(MirroredRepository[ConfiguracaoPagamentos]):
    """How each empresa pays."""

    table = tables_pagamentos.configuracoes_pagamento
    nome = "A configuração de pagamentos"
    record = ConfiguracaoPagamentos

    def of_empresa(self, empresa_id: int) -> ConfiguracaoPagamentos:
        """Return what the empresa chose; the usual where it never did."""
        achadas = self._select(self.table.c.empresa_id == empresa_id)
        return achadas[0] if achadas else ConfiguracaoPagamentos(empresa_id=empresa_id)
