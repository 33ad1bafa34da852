"""Contas a pagar with their approvals, attachments and history."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import func, insert, select

from finbank_desktop.domain.contas_pagar import ContaPagar
from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.domain.pagamentos import FormaPagamento, SituacaoPagamento
from finbank_desktop.persistence import mapping_tributos, tables, tables_pagamentos
from finbank_desktop.persistence.listing import Condicao, Listing, contains_here_or_there, members, refers
from finbank_desktop.persistence.records_pagamentos import Anexo, Aprovacao, EventoPagar
from finbank_desktop.persistence.repositories.mirrored import MirroredCodedRepository, MirroredRepository

_T = tables_pagamentos.contas_pagar.c
_A = tables_pagamentos.anexos_pagar.c
_V = tables_pagamentos.aprovacoes_pagamento.c
_C = tables_pagamentos.convenios_pagamento.c
_ABERTAS = (
    SituacaoPagamento.EM_ABERTO,
    SituacaoPagamento.APROVADO,
    SituacaoPagamento.AGENDADO,
    SituacaoPagamento.RECUSADO,
)
"""What still has to be paid."""
_NAO = (False, None, "", "0", "false", "nao", "não")


def _of(valor: Any) -> Condicao:
    return _T.situacao.in_([each.name for each in members(SituacaoPagamento, valor, "situacao")])


def _count(tabela: Any) -> Any:
    return (
        select(func.count())
        .select_from(tabela)
        .where(tabela.c.conta_pagar_id == _T.id)
        .correlate(tables_pagamentos.contas_pagar)
        .scalar_subquery()
    )


def _listing(hoje: date) -> Listing:
    abertas = [each.name for each in _ABERTAS]
    vencida = _T.situacao.in_(abertas) & (_T.vencimento < hoje)
    return Listing(
        table=tables_pagamentos.contas_pagar,
        origem=tables_pagamentos.contas_pagar.outerjoin(tables.pessoas, _T.pessoa_id == tables.pessoas.c.id)
        .outerjoin(tables_pagamentos.convenios_pagamento, _T.convenio_id == _C.id)
        .outerjoin(tables_pagamentos.remessas_pagamento, _T.remessa_id == tables_pagamentos.remessas_pagamento.c.id),
        proprias={
            "empresa_id": _T.empresa_id,
            "codigo": _T.codigo,
            "documento": _T.documento,
            "descricao": _T.descricao,
            "emissao": _T.emissao,
            "vencimento": _T.vencimento,
            "data_pagamento": func.coalesce(_T.data_pagamento, _T.vencimento),
            "valor": _T.valor,
            "a_pagar": _T.valor - _T.desconto + _T.acrescimos,
            "valor_pago": _T.valor_pago,
            "pago_em": _T.pago_em,
            "forma": _T.forma,
            "situacao": _T.situacao,
            "detalhe": _T.detalhe,
            "seu_numero": _T.seu_numero,
            "codigo_barras": _T.codigo_barras,
            "pessoa_id": _T.pessoa_id,
            "convenio_id": _T.convenio_id,
            "remessa_id": _T.remessa_id,
            "vencida": vencida,
        },
        alheias={
            "favorecido": func.coalesce(tables.pessoas.c.nome, _T.nome),
            "favorecido_documento": func.coalesce(tables.pessoas.c.documento, ""),
            "convenio": _C.descricao,
            "banco": _C.banco,
            "remessa": tables_pagamentos.remessas_pagamento.c.sequencia,
            "anexos": _count(tables_pagamentos.anexos_pagar),
            "aprovacoes": _count(tables_pagamentos.aprovacoes_pagamento),
        },
        ordens={"favorecido": func.coalesce(tables.pessoas.c.nome_ordem, _T.nome)},
        somas=("valor", "a_pagar", "valor_pago"),
        ordem="vencimento",
        filtros={
            "situacao": _of,
            "aberto": lambda valor: _T.situacao.not_in(abertas) if valor in _NAO else _T.situacao.in_(abertas),
            "vencida": lambda valor: ~vencida if valor in _NAO else vencida,
            "forma": lambda valor: _T.forma.in_([each.name for each in members(FormaPagamento, valor, "forma")]),
            "pessoa": refers(_T.pessoa_id, tables.pessoas, "codigo"),
            "convenio": refers(_T.convenio_id, tables_pagamentos.convenios_pagamento, "codigo"),
            "banco": refers(_T.convenio_id, tables_pagamentos.convenios_pagamento, "banco"),
            "empresa": refers(_T.empresa_id, tables.empresas, "codigo"),
        },
        busca=contains_here_or_there(_T.busca, _T.pessoa_id, tables.pessoas),
        mostra={
            "situacao": lambda nome: SituacaoPagamento[nome],
            "forma": lambda nome: FormaPagamento[nome] if nome else None,
            "vencida": bool,
        },
    )


class ContaPagarRepository(MirroredCodedRepository[ContaPagar]):
    """Contas a pagar by id and by codigo within their empresa."""

    table = tables_pagamentos.contas_pagar
    nome = "A conta a pagar"
    record = ContaPagar
    enums = {"forma": FormaPagamento, "situacao": SituacaoPagamento}  # noqa: RUF012 - a ClassVar by its base
    procura = ("codigo", "documento", "descricao", "nome", "codigo_barras", "seu_numero")

    def stored(self, nome: str, valor: Any) -> Any:
        """See `MirroredRepository`; a guia is kept as JSON."""
        return mapping_tributos.to_json(valor) if nome == "tributo" else super().stored(nome, valor)

    def loaded(self, nome: str, valor: Any) -> Any:
        """See `MirroredRepository`."""
        return mapping_tributos.from_json(valor) if nome == "tributo" else super().loaded(nome, valor)

    def with_codigo_barras(self, empresa_id: int, codigos: Iterable[str]) -> dict[str, list[ContaPagar]]:
        """Return the contas of each of these barcodes that were not cancelled."""
        achadas: dict[str, list[ContaPagar]] = defaultdict(list)
        vivas = (_T.empresa_id == empresa_id, _T.situacao != SituacaoPagamento.CANCELADO.name)
        for conta in self._select_in(_T.codigo_barras, [each for each in codigos if each], *vivas):
            achadas[conta.codigo_barras].append(conta)
        return dict(achadas)

    def with_qr(self, empresa_id: int, pix_qr: str, pix_txid: str) -> list[ContaPagar]:
        """Return the contas of that QR Code that were not cancelled."""
        vivas = (_T.empresa_id == empresa_id, _T.situacao != SituacaoPagamento.CANCELADO.name)
        return self._select(*vivas, _T.pix_qr == pix_qr, _T.pix_txid == pix_txid)

    def approved(self, empresa_id: int, convenio_id: int) -> list[ContaPagar]:
        """Return what a remessa of the convênio may take: approved, and of it or of no convênio; by day of payment."""
        seu = _T.convenio_id.is_(None) | (_T.convenio_id == convenio_id)
        aprovadas = _T.situacao == SituacaoPagamento.APROVADO.name
        ordem = (func.coalesce(_T.data_pagamento, _T.vencimento), _T.id)
        return self._select(_T.empresa_id == empresa_id, aprovadas, seu, ordem=ordem)

    def open_of(self, empresa_id: int) -> list[ContaPagar]:
        """Return what still has to be paid in an empresa."""
        return self._select(_T.empresa_id == empresa_id, _T.situacao.in_([each.name for each in _ABERTAS]))

    def open_of_valor(self, empresa_id: int, valores: Iterable[int]) -> list[ContaPagar]:
        """Return what still has to be paid, of one of these amounts."""
        a_pagar = _T.valor - _T.desconto + _T.acrescimos
        abertas = _T.situacao.in_([each.name for each in _ABERTAS])
        return self._select_in(a_pagar, valores, _T.empresa_id == empresa_id, abertas)

    def of_pessoa(self, pessoa_id: int) -> list[ContaPagar]:
        """Return what is or was owed to a pessoa."""
        return self._select(_T.pessoa_id == pessoa_id)

    def count_using(self, coluna: str, row: int) -> int:
        """Return how many contas name the row *row* in *coluna*."""
        return int(self._connection.scalar(select(func.count()).where(_T[coluna] == row)) or 0)

    def page(self, query: ListQuery, hoje: date) -> Pagina:
        """Return a page of the list as seen on *hoje*."""
        return _listing(hoje).page(self._connection, query)

    def ids(self, query: ListQuery, hoje: date) -> list[int]:
        """Return the ids of all rows that match *query*, in its order."""
        return _listing(hoje).ids(self._connection, query)


class AprovacaoRepository(MirroredRepository[Aprovacao]):
    """Who approved what."""

    table = tables_pagamentos.aprovacoes_pagamento
    nome = "A aprovação"
    record = Aprovacao

    def of_contas(self, contas: Iterable[int]) -> dict[int, list[Aprovacao]]:
        """Return the approvals of each of *contas*, the first one first."""
        achadas: dict[int, list[Aprovacao]] = defaultdict(list)
        for each in self._select_in(_V.conta_pagar_id, contas):
            achadas[each.conta_pagar_id].append(each)
        return dict(achadas)


class AnexoRepository(MirroredRepository[Anexo]):
    """Files kept with contas a pagar."""

    table = tables_pagamentos.anexos_pagar
    nome = "O anexo"
    record = Anexo

    def of_conta(self, conta_pagar_id: int) -> list[Anexo]:
        """Return the files of a conta, without their bytes."""
        return self._select(_A.conta_pagar_id == conta_pagar_id)

    def add_conteudo(self, anexo: Anexo, conteudo: bytes) -> None:
        """Keep the bytes of *anexo*."""
        valores = {"empresa_id": anexo.empresa_id, "anexo_id": anexo.id, "conteudo": conteudo, "versao": 1}
        self._connection.execute(insert(tables_pagamentos.anexo_pagar_conteudos), valores)

    def conteudo(self, anexo_id: int) -> bytes:
        """Return the bytes of a file."""
        t = tables_pagamentos.anexo_pagar_conteudos.c
        return bytes(self._connection.scalar(select(t.conteudo).where(t.anexo_id == anexo_id)) or b"")

    def remove(self, anexo_id: int) -> None:
        """Take a file away."""
        t = tables_pagamentos.anexo_pagar_conteudos
        self._connection.execute(t.delete().where(t.c.anexo_id == anexo_id))
        self.delete_where(id=anexo_id)


class EventoPagarRepository(MirroredRepository[EventoPagar]):
    """The history of contas a pagar."""

    table = tables_pagamentos.eventos_pagar
    nome = "O evento"
    record = EventoPagar

    def of_conta(self, conta_pagar_id: int) -> list[EventoPagar]:
        """Return the steps in the life of a conta, the first one first."""
        return self._select(self.table.c.conta_pagar_id == conta_pagar_id)

    def last_of(self, contas: Iterable[int]) -> dict[int, EventoPagar]:
        """Return the latest step of each of *contas*."""
        return {each.conta_pagar_id: each for each in self._select_in(self.table.c.conta_pagar_id, contas)}
