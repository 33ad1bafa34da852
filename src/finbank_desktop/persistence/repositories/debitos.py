"""Débito automático: contracts, consents, debits and the files that asked for them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import delete, insert, select, update

from finbank_desktop.domain.debitos import (
    Consentimento,
    ConvenioDebito,
    Debito,
    DebitoItem,
    LayoutBancario,
    ProcessoBancario,
    SituacaoConsentimento,
    SituacaoDebito,
)
from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.persistence import mapping_debitos, tables, tables_debitos
from finbank_desktop.persistence.listing import Listing, contains, members
from finbank_desktop.persistence.mapping import Linha, Valores
from finbank_desktop.persistence.repositories.base import CodedRepository, chunks

_C = tables_debitos.convenios_debito.c
_L = tables_debitos.layouts_bancarios.c
_S = tables_debitos.consentimentos.c
_D = tables_debitos.debitos.c
_I = tables_debitos.debito_itens.c
_R = tables_debitos.debito_remessas.c
_E = tables_debitos.debito_eventos.c
_N = tables_debitos.debito_remessa_itens.c

_CONVENIOS = Listing(
    table=tables_debitos.convenios_debito,
    origem=tables_debitos.convenios_debito.join(tables.contas),
    proprias={
        chave: _C[chave]
        for chave in (
            *("codigo", "descricao", "banco", "formato", "versao_layout", "convenio", "proxima_remessa", "rateio"),
            *("teste", "ativo", "empresa_id", "conta_id"),
        )
    },
    alheias={"conta": tables.contas.c.descricao},
    ordem="codigo",
    busca=contains(_C.busca),
)

_LAYOUTS = Listing(
    table=tables_debitos.layouts_bancarios,
    origem=tables_debitos.layouts_bancarios,
    proprias={
        chave: _L[chave]
        for chave in (
            *("codigo", "banco", "processo", "formato", "versao_layout", "generico", "ativo", "observacao"),
            "empresa_id",
        )
    },
    ordem="codigo",
    filtros={"processo": lambda valor: _L.processo.in_([m.name for m in members(ProcessoBancario, valor, "processo")])},
    busca=contains(_L.busca),
    mostra={"processo": lambda nome: ProcessoBancario[nome]},
)

_CONSENTIMENTOS = Listing(
    table=tables_debitos.consentimentos,
    origem=tables_debitos.consentimentos.join(tables_debitos.convenios_debito, _S.convenio_id == _C.id).join(
        tables.pessoas, _S.pessoa_id == tables.pessoas.c.id
    ),
    proprias={
        chave: _S[chave]
        for chave in (
            *("codigo", "nome", "documento", "cliente_empresa", "banco", "agencia", "conta", "conta_dv", "validade"),
            *("desde", "situacao", "detalhe", "empresa_id", "convenio_id", "pessoa_id"),
        )
    },
    alheias={"convenio": _C.descricao, "convenio_codigo": _C.codigo, "pessoa": tables.pessoas.c.nome},
    ordem="codigo",
    filtros={
        "situacao": lambda valor: _S.situacao.in_([m.name for m in members(SituacaoConsentimento, valor, "situacao")])
    },
    busca=contains(_S.busca),
    mostra={"situacao": lambda nome: SituacaoConsentimento[nome]},
)

_DEBITOS = Listing(
    table=tables_debitos.debitos,
    origem=tables_debitos.debitos.join(tables_debitos.consentimentos, _D.consentimento_id == _S.id)
    .join(tables_debitos.convenios_debito, _D.convenio_id == _C.id)
    .outerjoin(tables_debitos.debito_remessas, _D.remessa_id == _R.id),
    proprias={
        chave: _D[chave]
        for chave in (
            *("codigo", "seu_numero", "vencimento", "valor", "valor_debitado", "situacao", "detalhe", "idboleto"),
            *("data_debito", "data_credito", "historico", "empresa_id", "convenio_id", "consentimento_id"),
            *("boleto_id", "remessa_id"),
        )
    },
    alheias={
        "cliente": _S.nome,
        "documento": _S.documento,
        "cliente_empresa": _S.cliente_empresa,
        "convenio": _C.descricao,
        "convenio_codigo": _C.codigo,
        "banco": _C.banco,
        "remessa": _R.sequencia,
    },
    somas=("valor", "valor_debitado"),
    ordem="vencimento",
    filtros={"situacao": lambda valor: _D.situacao.in_([m.name for m in members(SituacaoDebito, valor, "situacao")])},
    busca=contains(_D.busca),
    mostra={"situacao": lambda nome: SituacaoDebito[nome]},
)


class ConvenioDebitoRepository(CodedRepository[ConvenioDebito]):
    """Contracts of débito automático by id and by codigo within their empresa."""

    table = tables_debitos.convenios_debito
    nome = "O convênio de débito"

    def _row(self, obj: ConvenioDebito) -> Valores:
        return mapping_debitos.convenio_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[ConvenioDebito]:
        return [mapping_debitos.convenio_from(linha) for linha in linhas]

    def of_banco(self, banco: str) -> list[ConvenioDebito]:
        """Return the contracts at *banco* of every empresa: the ones a retorno of that bank may belong to."""
        return self._select(_C.banco == banco)

    def take_remessa(self, convenio_id: int) -> int:
        """Return the number of the contract's next remessa and count on; it never goes back."""
        numero = self._connection.scalar(select(_C.proxima_remessa).where(_C.id == convenio_id))
        novo = {"proxima_remessa": _C.proxima_remessa + 1, "versao": _C.versao + 1}
        self._connection.execute(update(self.table).where(_C.id == convenio_id).values(novo))
        return int(numero or 0)

    def page(self, query: ListQuery) -> Pagina:
        """Return a page of the list."""
        return _CONVENIOS.page(self._connection, query)


class LayoutBancarioRepository(CodedRepository[LayoutBancario]):
    """Layouts in use, per bank, process and format."""

    table = tables_debitos.layouts_bancarios
    nome = "O layout bancário"

    def _row(self, obj: LayoutBancario) -> Valores:
        return mapping_debitos.layout_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[LayoutBancario]:
        return [mapping_debitos.layout_from(linha) for linha in linhas]

    def find(self, empresa_id: int, banco: str, processo: ProcessoBancario, formato: str) -> LayoutBancario | None:
        """Return what somebody registered for it, or ``None``."""
        achados = self._select(
            _L.empresa_id == empresa_id, _L.banco == banco, _L.processo == processo.name, _L.formato == formato
        )
        return achados[0] if achados else None

    def page(self, query: ListQuery) -> Pagina:
        """Return a page of the list."""
        return _LAYOUTS.page(self._connection, query)


class ConsentimentoRepository(CodedRepository[Consentimento]):
    """Consents by id, by codigo and by what names the customer at the company."""

    table = tables_debitos.consentimentos
    nome = "O consentimento"

    def _row(self, obj: Consentimento) -> Valores:
        return mapping_debitos.consentimento_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[Consentimento]:
        return [mapping_debitos.consentimento_from(linha) for linha in linhas]

    def of_convenio(self, convenio_id: int) -> list[Consentimento]:
        """Return all of a contract."""
        return self._select(_S.convenio_id == convenio_id)

    def of_pessoas(self, pessoas: Iterable[int]) -> list[Consentimento]:
        """Return all of these customers."""
        return self._select_in(_S.pessoa_id, pessoas)

    def find_many(self, convenio_id: int, clientes: Iterable[str]) -> dict[str, Consentimento]:
        """Return those of a contract by what names the customer at the company."""
        achados = self._select_in(_S.cliente_empresa, clientes, _S.convenio_id == convenio_id)
        return {each.cliente_empresa: each for each in achados}

    def page(self, query: ListQuery) -> Pagina:
        """Return a page of the list."""
        return _CONSENTIMENTOS.page(self._connection, query)


class DebitoRepository(CodedRepository[Debito]):
    """Debits with their itens and their consents; itens change only by `rewrite_itens`."""

    table = tables_debitos.debitos
    nome = "O débito"

    def _row(self, obj: Debito) -> Valores:
        return mapping_debitos.debito_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[Debito]:
        donos = {linha["consentimento_id"] for linha in linhas}
        consentimentos = ConsentimentoRepository(self._connection).get_many(donos)
        itens: dict[int, list[DebitoItem]] = defaultdict(list)
        for pedaco in chunks(linha["id"] for linha in linhas):
            comando = select(_I.debito_id, _I.conta_receber_id, _I.valor).where(_I.debito_id.in_(pedaco))
            for debito_id, conta_id, valor in self._connection.execute(comando.order_by(_I.id)):
                itens[debito_id].append(DebitoItem(conta_receber_id=conta_id, valor=valor))
        return [
            mapping_debitos.debito_from(linha, consentimentos[linha["consentimento_id"]], tuple(itens[linha["id"]]))
            for linha in linhas
        ]

    def add_many(self, objs: Sequence[Debito]) -> list[Debito]:
        """Insert all *objs* with their itens in bulk."""
        feitos = super().add_many(objs)
        self._insert_itens(feitos)
        return feitos

    def rewrite_itens(self, debito: Debito) -> None:
        """Write the itens of *debito* anew."""
        self._connection.execute(delete(tables_debitos.debito_itens).where(_I.debito_id == debito.id))
        self._insert_itens([debito])

    def _insert_itens(self, debitos: Sequence[Debito]) -> None:
        itens = [
            {
                "empresa_id": debito.empresa_id,
                "debito_id": debito.id,
                "conta_receber_id": item.conta_receber_id,
                "valor": item.valor,
                "versao": 1,
            }
            for debito in debitos
            for item in debito.itens
        ]
        if itens:
            self._connection.execute(insert(tables_debitos.debito_itens), itens)

    def in_states(self, convenio_id: int, estados: Iterable[SituacaoDebito]) -> list[Debito]:
        """Return a contract's debits in those states, the earliest due first."""
        nomes = [estado.name for estado in estados]
        return self._select(_D.convenio_id == convenio_id, _D.situacao.in_(nomes), ordem=(_D.vencimento, _D.id))

    def of_contas(self, contas: Iterable[int]) -> dict[int, list[Debito]]:
        """Return the debits that ask for each of these contas a receber."""
        pares = [
            (conta, debito)
            for pedaco in chunks(contas)
            for conta, debito in self._connection.execute(
                select(_I.conta_receber_id, _I.debito_id).where(_I.conta_receber_id.in_(pedaco)).order_by(_I.id)
            )
        ]
        debitos = self.get_many(debito for _, debito in pares)
        achados: dict[int, list[Debito]] = defaultdict(list)
        for conta, debito in pares:
            achados[conta].append(debitos[debito])
        return dict(achados)

    def of_consentimento(self, consentimento_id: int) -> list[Debito]:
        """Return the debits under a consent, the earliest due first."""
        return self._select(_D.consentimento_id == consentimento_id, ordem=(_D.vencimento, _D.id))

    def find_by_seu_numero(self, convenio_id: int, numeros: Iterable[str]) -> dict[str, Debito]:
        """Return those of a contract that exist, by our own number."""
        achados = self._select_in(_D.seu_numero, numeros, _D.convenio_id == convenio_id)
        return {debito.seu_numero: debito for debito in achados}

    def find_by_idboleto(self, convenio_id: int, marcas: Iterable[str]) -> dict[str, list[Debito]]:
        """Return the debits of each mark of a boleto, oldest first."""
        achados: dict[str, list[Debito]] = defaultdict(list)
        for debito in self._select_in(_D.idboleto, marcas, _D.convenio_id == convenio_id):
            achados[debito.idboleto].append(debito)
        return dict(achados)

    def of_remessa(self, remessa_id: int) -> list[Debito]:
        """Return what a remessa asked for last."""
        return self._select(_D.remessa_id == remessa_id)

    def overdue(self, convenio_id: int, hoje: date) -> list[Debito]:
        """Return what waits for the bank's answer though its day is past."""
        espera = [estado.name for estado in SituacaoDebito if estado.waits_for_bank]
        return self._select(_D.convenio_id == convenio_id, _D.situacao.in_(espera), _D.vencimento < hoje)

    def page(self, query: ListQuery) -> Pagina:
        """Return a page of the list."""
        return _DEBITOS.page(self._connection, query)

    def ids(self, query: ListQuery) -> list[int]:
        """Return the ids of all rows that match, whatever the page."""
        return _DEBITOS.ids(self._connection, query)
