"""Boletos and the contas a receber they collect."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import and_, insert, or_, select

from finbank_desktop.domain.boletos import Boleto, BoletoItem, NoBanco
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.persistence import mapping, tables
from finbank_desktop.persistence.listing import Condicao, Listing, contains_here_or_there, members, refers
from finbank_desktop.persistence.mapping import Linha, Valores
from finbank_desktop.persistence.repositories.base import Repository, chunks, within
from finbank_desktop.persistence.situacoes import is_open, seen_on, situacao_filter

_T = tables.boletos.c
_I = tables.boleto_itens.c
_SEM_REGISTRO = (NoBanco.NAO_ENVIADO, NoBanco.NA_REMESSA, NoBanco.ENVIADO, NoBanco.RECUSADO)
_ORIGEM = (
    tables.boletos.join(tables.pessoas, _T.pessoa_id == tables.pessoas.c.id)
    .join(tables.convenios, _T.convenio_id == tables.convenios.c.id)
    .outerjoin(tables.remessas, _T.remessa_id == tables.remessas.c.id)
)


def _to_send(valor: Any) -> Condicao:
    """Return the condition that an order to the bank waits for a remessa (or, for ``False``, that none does)."""
    nao_enviado = and_(
        _T.no_banco == NoBanco.INSTRUCAO_PENDENTE.name,
        _T.pedido["enviado"].as_boolean().is_(False),
    )
    espera = or_(_T.no_banco == NoBanco.PENDENTE_REMESSA.name, nao_enviado)
    return espera if valor else ~espera


def _due_unregistered(hoje: date, dias: int) -> Condicao:
    """Return the condition that a boleto falls due within *dias* and its pagador cannot pay it: no bank has it yet."""
    return and_(
        _T.situacao == Situacao.EM_ABERTO.name,
        _T.vencimento.between(hoje, hoje + timedelta(days=dias)),
        _T.no_banco.in_([each.name for each in _SEM_REGISTRO]),
    )


def _listing(hoje: date) -> Listing:
    return Listing(
        table=tables.boletos,
        origem=_ORIGEM,
        proprias={
            "codigo": _T.id,
            "empresa_id": _T.empresa_id,
            "nosso_numero": _T.nosso_numero,
            "numero_documento": _T.numero_documento,
            "emissao": _T.emissao,
            "vencimento": _T.vencimento,
            "valor": _T.valor,
            "valor_pago": _T.valor_pago,
            "data_pagamento": _T.data_pagamento,
            "data_credito": _T.data_credito,
            "situacao": seen_on(hoje, _T.situacao, _T.vencimento),
            "no_banco": _T.no_banco,
            "convenio_id": _T.convenio_id,
            "pessoa_id": _T.pessoa_id,
            "remessa_id": _T.remessa_id,
            "comando": _T.comando,
        },
        alheias={
            "nosso_numero_impresso": _T.nosso_numero_impresso,
            "linha_digitavel": _T.linha_digitavel,
            "codigo_barras": _T.codigo_barras,
            "detalhe": _T.no_banco_detalhe,
            "pagador": tables.pessoas.c.nome,
            "pagador_documento": tables.pessoas.c.documento,
            "convenio": tables.convenios.c.descricao,
            "convenio_codigo": tables.convenios.c.codigo,
            "banco": tables.convenios.c.banco,
            "remessa": tables.remessas.c.sequencia,
        },
        ordens={"pagador": tables.pessoas.c.nome_ordem},
        somas=("valor", "valor_pago"),
        ordem="vencimento",
        filtros={
            "situacao": situacao_filter(hoje, _T.situacao, _T.vencimento),
            "aberto": is_open(_T.situacao),
            "no_banco": lambda valor: _T.no_banco.in_([m.name for m in members(NoBanco, valor, "no_banco")]),
            "falta_enviar": _to_send,
            "vence_sem_registro": lambda dias: _due_unregistered(hoje, int(dias)),
            "banco": refers(_T.convenio_id, tables.convenios, "banco"),
            "convenio": refers(_T.convenio_id, tables.convenios, "codigo"),
            "empresa": refers(_T.empresa_id, tables.empresas, "codigo"),
            "pagador": refers(_T.pessoa_id, tables.pessoas, "codigo"),
        },
        busca=contains_here_or_there(_T.busca, _T.pessoa_id, tables.pessoas),
        mostra={
            "codigo": lambda row: f"{row:06d}",
            "situacao": lambda nome: Situacao[nome],
            "no_banco": lambda nome: NoBanco[nome],
        },
    )


class BoletoRepository(Repository[Boleto]):
    """Boletos with their itens; itens are written once, when the boleto is made, and never change."""

    table = tables.boletos
    nome = "O boleto"

    def _row(self, obj: Boleto) -> Valores:
        return mapping.boleto_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[Boleto]:
        itens: dict[int, list[BoletoItem]] = defaultdict(list)
        for pedaco in chunks(linha["id"] for linha in linhas):
            comando = select(_I.boleto_id, _I.conta_receber_id, _I.valor).where(within(_I.boleto_id, pedaco))
            for boleto_id, conta_id, valor in self._connection.execute(comando.order_by(_I.id)):
                itens[boleto_id].append(BoletoItem(conta_receber_id=conta_id, valor=valor))
        return [mapping.boleto_from(linha, tuple(itens[linha["id"]])) for linha in linhas]

    def add_many(self, objs: Sequence[Boleto]) -> list[Boleto]:
        """Insert all *objs* with their itens in bulk."""
        novos = super().add_many(objs)
        itens = [
            {
                "empresa_id": boleto.empresa_id,
                "boleto_id": boleto.id,
                "conta_receber_id": item.conta_receber_id,
                "valor": item.valor,
                "versao": 1,
            }
            for boleto in novos
            for item in boleto.itens
        ]
        if itens:
            self._connection.execute(insert(tables.boleto_itens), itens)
        return novos

    def find_by_nosso_numero(self, convenio_id: int, chave: str) -> Boleto | None:
        """Return the boleto of the convênio with that `Boleto.nosso_numero`, or ``None``."""
        return self.find_many_by_nosso_numero(convenio_id, [chave]).get(chave)

    def find_many_by_nosso_numero(self, convenio_id: int, chaves: Iterable[str]) -> dict[str, Boleto]:
        """Return those of *chaves* that exist in the convênio, by `Boleto.nosso_numero`."""
        achados = self._select_in(_T.nosso_numero, chaves, _T.convenio_id == convenio_id)
        return {boleto.nosso_numero: boleto for boleto in achados}

    def find_many_by_numero_documento(self, convenio_id: int, numeros: Iterable[str]) -> dict[str, list[Boleto]]:
        """Return the convênio's boletos with those seu números; several may share one."""
        achados: dict[str, list[Boleto]] = defaultdict(list)
        for boleto in self._select_in(_T.numero_documento, numeros, _T.convenio_id == convenio_id):
            achados[boleto.numero_documento].append(boleto)
        return dict(achados)

    def widths(self, convenio_ids: Iterable[int]) -> list[int]:
        """Return how many digits the nosso números of those convênios have, the most recent first."""
        achadas: dict[int, None] = {}
        for convenio_id in convenio_ids:
            comando = select(_T.nosso_numero).where(_T.convenio_id == convenio_id).order_by(_T.id.desc()).limit(1)
            achadas.update((len(numero), None) for numero in self._connection.scalars(comando))
        return list(achadas)

    def open_of_valor(self, convenio_id: int, valores: Iterable[int]) -> list[Boleto]:
        """Return the convênio's boletos of one of those amounts that money is still expected of."""
        abertas = [situacao.name for situacao in Situacao if situacao.is_open]
        return self._select(_T.convenio_id == convenio_id, _T.valor.in_(list(valores)), _T.situacao.in_(abertas))

    def in_states(self, convenio_id: int, estados: Iterable[NoBanco]) -> list[Boleto]:
        """Return the convênio's boletos that stand so at the bank, in the order they were made."""
        return self._select(_T.convenio_id == convenio_id, _T.no_banco.in_([estado.name for estado in estados]))

    def of_remessa(self, remessa_id: int) -> list[Boleto]:
        """Return the boletos whose last remessa is that one."""
        return self._select(_T.remessa_id == remessa_id)

    def of_contas(self, conta_ids: Iterable[int]) -> dict[int, list[Boleto]]:
        """Return, by conta a receber, the boletos that hold it, whatever their situação."""
        pares: list[tuple[int, int]] = []
        for pedaco in chunks(conta_ids):
            comando = select(_I.conta_receber_id, _I.boleto_id).where(_I.conta_receber_id.in_(pedaco))
            pares += [(conta, boleto) for conta, boleto in self._connection.execute(comando.order_by(_I.id))]
        boletos = self.get_many(boleto for _, boleto in pares)
        achados: dict[int, list[Boleto]] = defaultdict(list)
        for conta, boleto in pares:
            achados[conta].append(boletos[boleto])
        return dict(achados)

    def taken_sequenciais(self, convenio_id: int, inicio: int, fim: int) -> list[int]:
        """Return which numbers from *inicio* to *fim* boletos of the convênio already have, in order."""
        comando = select(_T.sequencial).where(_T.convenio_id == convenio_id, _T.sequencial.between(inicio, fim))
        return list(self._connection.scalars(comando.order_by(_T.sequencial)))

    def page(self, query: ListQuery, hoje: date) -> Pagina:
        """Return a page of the list as seen on *hoje*."""
        return _listing(hoje).page(self._connection, query)

    def rows(self, ids: Sequence[int], hoje: date) -> tuple[Mapping[str, Any], ...]:
        """Return the list's rows of *ids*, in that order."""
        achadas: dict[int, Mapping[str, Any]] = {}
        for pedaco in chunks(ids):
            query = ListQuery(filtros={"id": pedaco}, quantidade=len(pedaco))
            achadas.update((linha["id"], linha) for linha in self.page(query, hoje).linhas)
        return tuple(achadas[row] for row in ids if row in achadas)

    def ids(self, query: ListQuery, hoje: date) -> list[int]:
        """Return the ids of all rows that match *query* on *hoje*, in its order, on all pages."""
        return _listing(hoje).ids(self._connection, query)
