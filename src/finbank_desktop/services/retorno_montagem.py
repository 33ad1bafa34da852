"""Making the plan of a retorno: its titles are looked up and planned some thousand at a time, the rows kept small."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from finbank_desktop.bancos import registry
from finbank_desktop.cnab import on_demand
from finbank_desktop.cnab.retorno import valor_recebido
from finbank_desktop.domain.arquivos import Arquivo
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.ocorrencias import Efeito, Ocorrencia
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.persistence.records import Importacao
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import retorno_acervo
from finbank_desktop.services.jobs import Watcher
from finbank_desktop.services.livros import periodos
from finbank_desktop.services.packed import Packed
from finbank_desktop.services.retorno_alteradas import Alteradas
from finbank_desktop.services.retorno_convenio import Candidato
from finbank_desktop.services.retorno_decisoes import Acao, Decisao
from finbank_desktop.services.retorno_file import doubts, needs_tick
from finbank_desktop.services.retorno_identidade import Identidades
from finbank_desktop.services.retorno_model import Acervo, PlanRow, Processada, RetornoPlan, Tab, count_tabs
from finbank_desktop.services.retorno_plan import Planner

if TYPE_CHECKING:
    from datetime import date

_SEM = ("depois",)
"""What a row of a finished plan does not keep."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RetornoLido:
    """A retorno of ours, read.

    Attributes:
        candidatos: The convênios it may speak of, the likeliest first.
    """

    nome: str
    sha256: str
    arquivo: Arquivo
    candidatos: Sequence[Candidato]


class Montagem:
    """Makes one plan.

    Attributes:
        repetidas: Where the lines that were applied before were applied.
    """

    def __init__(
        self,
        uow: UnitOfWork,
        lido: RetornoLido,
        decisoes: Mapping[int, Decisao],
        *,
        so_decididas: bool,
        pendentes: Collection[int] = (),
    ) -> None:
        """Begin.

        Args:
            uow: The books.
            lido: The file.
            decisoes: What a person decided, by line.
            so_decididas: The file was imported before; see `Planner`.
            pendentes: Lines that are looked at nevertheless.
        """
        self._uow = uow
        self._lido = lido
        self._decisoes = decisoes
        self._so_decididas = so_decididas
        self._pendentes = pendentes
        self._postas_de_lado = False
        self._candidatos = self._by_titles()
        self._rows: Packed[PlanRow] = Packed(without=_SEM)
        self._identidades = Identidades()
        self._tabs: Counter[str] = Counter()
        self._somas: Counter[str] = Counter()
        self._dias: set[date] = set()
        self.repetidas: set[Processada] = set()

    def plan(self, watcher: Watcher) -> RetornoPlan:
        """Return the plan.

        Raises:
            CancelledError: The watcher wants no more.
        """
        arquivo = self._lido.arquivo
        planner = Planner(
            Acervo(),
            arquivo.cabecalho,
            [candidato.convenio.id for candidato in self._candidatos],
            duvidas=doubts(arquivo),
            decisoes=self._decisoes,
            so_decididas=self._so_decididas,
            pendentes=self._pendentes,
        )
        total = len(arquivo.records)
        for block in on_demand.blocks(arquivo.records):
            watcher.report(len(self._rows), total, "Procurando os boletos")
            self._add(planner, [_received(arquivo, o) for o in block])
        planner.andamento.put_aside()
        watcher.report(total, total, "Plano pronto")
        return self._finished(planner)

    def _add(self, planner: Planner, records: Sequence[Ocorrencia]) -> None:
        identidades = self._identidades.of(records)
        acervo = self._acervo(records, identidades)
        planner.andamento.go_on(acervo)
        rows = list(planner.plan(records, identidades))
        self._rows.extend(rows)
        self._tabs.update(count_tabs(rows))
        self._somas.update(somas(rows))
        self._dias.update(dia for row in rows if row.tab.is_applied and (dia := row.data_credito or row.data_pagamento))
        self._postas_de_lado |= any(row.decisao and row.decisao.acao is Acao.IGNORAR for row in rows)
        repetidas = ((row.convenio_id, row.identidade) for row in rows if row.tab is Tab.JA_PROCESSADOS)
        self.repetidas.update(acervo.processadas[chave] for chave in repetidas if chave in acervo.processadas)

    def _finished(self, planner: Planner) -> RetornoPlan:
        lido, principal = self._lido, self._candidatos[0]
        return RetornoPlan(
            arquivo=lido.nome,
            sha256=lido.sha256,
            cabecalho=lido.arquivo.cabecalho,
            convenio=principal.convenio,
            convenio_descricao=_descricao(lido.arquivo, principal),
            rows=self._rows,
            tabs={str(tab): self._tabs[tab] for tab in Tab},
            problems=(*lido.arquivo.problems, *periodos.closed(self._uow, principal.convenio.empresa_id, self._dias)),
            needs_tick=needs_tick(lido.arquivo),
            somas={nome: self._somas[nome] for nome in somas(())},
            postas_de_lado=self._postas_de_lado,
            boletos=planner.andamento.boletos_alterados,
            contas=planner.andamento.contas_alteradas,
        )

    def _by_titles(self) -> list[Candidato]:
        """Return the candidates with the one that has most of the file's titles first; ties stay as they are."""
        candidatos = self._lido.candidatos
        if len(candidatos) == 1:
            return list(candidatos)
        titulos: Counter[int] = Counter()
        for block in on_demand.blocks(self._lido.arquivo.records):
            titulos.update(convenio for convenio, _ in self._gather(block).boletos)
        return sorted(candidatos, key=lambda candidato: -titulos[candidato.convenio.id])

    def _gather(self, records: Sequence[Ocorrencia]) -> Acervo:
        decisoes = {o.line: self._decisoes[o.line] for o in records if o.line in self._decisoes}
        convenios = [candidato.convenio.id for candidato in self._lido.candidatos]
        return retorno_acervo.gather(self._uow, convenios, records, decisoes)

    def _acervo(self, records: Sequence[Ocorrencia], identidades: Sequence[str]) -> Acervo:
        """Return what the books know of the titles in *records*."""
        uow, candidatos = self._uow, self._lido.candidatos
        achados = self._gather(records)
        todos = achados.all_boletos()
        pagadores = uow.pessoas.get_many(boleto.pessoa_id for boleto in todos.values())
        estornam = any(o.efeito is Efeito.ESTORNA for o in records)
        return replace(
            achados,
            contas=uow.contas_receber.get_many(item.conta_receber_id for b in todos.values() for item in b.itens),
            pagadores={pessoa.id: pessoa.nome for pessoa in pagadores.values()},
            baixado=_baixado(uow, list(todos.values())),
            baixas=retorno_acervo.baixas_of(uow, todos) if estornam else {},
            numerados_pelo_banco=frozenset(c.convenio.id for c in candidatos if c.convenio.emissao == "banco"),
            processadas=_processadas(uow, [c.convenio.id for c in candidatos], identidades),
            proporcionais=frozenset(c.convenio.id for c in candidatos if c.convenio.rateio == "proporcional"),
        )


def _received(arquivo: Arquivo, o: Ocorrencia) -> Ocorrencia:
    """Return *o* with what the pagador gave as the amount paid, also where the bank took its fee off first."""
    return replace(o, valor_pago=valor_recebido(arquivo, o)) if o.valor_pago and o.valor_tarifa else o


def _baixado(uow: UnitOfWork, boletos: Sequence[Boleto]) -> dict[tuple[int, int], Centavos]:
    """Return the principal settled so far, by boleto and conta, of the boletos settled in part."""
    partes = [boleto.id for boleto in boletos if boleto.valor_pago and boleto.situacao is not Situacao.BAIXADO]
    somas: dict[tuple[int, int], Centavos] = defaultdict(int)
    for baixa in uow.baixas.of_boletos(partes):
        if baixa.boleto_id is not None and baixa.stands:
            somas[baixa.boleto_id, baixa.conta_receber_id] += baixa.valor
    return dict(somas)


def _processadas(
    uow: UnitOfWork, convenios: Sequence[int], identidades: Sequence[str]
) -> dict[tuple[int, str], Processada]:
    linhas = [
        linha for c in convenios for linha in uow.importacao_linhas.find_many_by_identidade(c, identidades).values()
    ]
    de = uow.importacoes.get_many(linha.importacao_id for linha in linhas)
    return {
        (linha.convenio_id or 0, linha.identidade or ""): Processada(
            importacao_id=linha.importacao_id,
            codigo=de[linha.importacao_id].codigo,
            numero=de[linha.importacao_id].numero,
            data_emissao=de[linha.importacao_id].data_emissao,
        )
        for linha in linhas
    }


def _descricao(arquivo: Arquivo, candidato: Candidato) -> str:
    cabecalho, convenio, titulos = arquivo.cabecalho, candidato.convenio, len(arquivo.records)
    partes = [
        "Retorno de cobrança",
        f"{registry.find(convenio.banco).nome} {f'CNAB {cabecalho.tamanho}' if cabecalho.tamanho else 'por API'}",
        f"convênio {convenio.codigo} {convenio.descricao}".rstrip(),
        f"nº {cabecalho.sequencia}" if cabecalho.sequencia is not None else "",
        f"{cabecalho.data_geracao:%d/%m/%Y}" if cabecalho.data_geracao else "",
        f"{titulos} {'título' if titulos == 1 else 'títulos'}",
    ]
    return " · ".join(parte for parte in partes if parte)


def somas(rows: Iterable[PlanRow]) -> dict[str, Centavos]:
    """Return the sums that a plan tells of *rows*."""
    achadas = dict.fromkeys(("arquivo", "gravar", "tarifas"), 0)
    for row in rows:
        achadas["arquivo"] += row.valor_pago or 0
        if row.tab is Tab.BAIXAS:
            achadas["gravar"] += row.valor_pago or 0
        if row.tab.is_applied:
            achadas["tarifas"] += (row.tarifa or 0) + (row.despesas or 0)
    return achadas


def repeat(plan: RetornoPlan, anterior: Importacao) -> RetornoPlan:
    """Return *plan* as that of a file that was imported before: nothing happens any more."""
    efeito = f"Já processado na importação {anterior.codigo}; nada muda."
    rows = Packed(replace(row, tab=Tab.JA_PROCESSADOS, efeito=efeito, baixas=()) for row in plan.rows)
    quando = f"{anterior.importada_em:%d/%m/%Y} às {anterior.importada_em:%H:%M}"
    return replace(
        plan,
        rows=rows,
        tabs=count_tabs(rows),
        ja_importado=f"Este arquivo já foi importado em {quando} por {anterior.usuario}, na importação "
        f"{anterior.codigo}.",
        ja_importado_id=anterior.id,
        needs_tick=False,
        somas=somas(rows),
        boletos=Alteradas(),
        contas=Alteradas(),
    )
