"""Reading a bank's retorno back into the books: planned, shown, then applied in one transaction."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from finbank_desktop.bancos import registry
from finbank_desktop.cnab.retorno import valor_recebido
from finbank_desktop.domain.arquivos import Arquivo
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.listas import Coluna, ListQuery, Pagina
from finbank_desktop.domain.ocorrencias import Efeito
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records import Importacao
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import arquivos, lists, retorno_acervo, retorno_apply, retorno_opcoes
from finbank_desktop.services.jobs import SILENT, Watcher
from finbank_desktop.services.retorno_acervo import propose
from finbank_desktop.services.retorno_convenio import Candidato, find
from finbank_desktop.services.retorno_decisoes import Acao, Decisao, OpcaoDecisao, Proposta
from finbank_desktop.services.retorno_file import doubts, needs_tick, refuse_other_kinds, refuse_stranger
from finbank_desktop.services.retorno_identidade import identities
from finbank_desktop.services.retorno_model import Acervo, PlanRow, Processada, RetornoPlan, Tab, count_tabs
from finbank_desktop.services.retorno_plan import Planner


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """A retorno of ours, read.

    Attributes:
        candidatos: The convênios it may speak of, the likeliest first.
    """

    nome: str
    sha256: str
    arquivo: Arquivo
    candidatos: Sequence[Candidato]


class RetornosService:
    """What a person can ask about retornos de cobrança."""

    COLUNAS: tuple[Coluna, ...] = lists.IMPORTACOES

    def __init__(self, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> None:
        """Work on *database* in the name of *usuario*."""
        self._database = database
        self._usuario = usuario
        self._agora = agora

    def list(self, query: ListQuery) -> Pagina:
        """Return a page of the imported retornos."""
        with self._database.read() as uow:
            return uow.importacoes.page(query)

    def plan(
        self,
        path: Path,
        watcher: Watcher = SILENT,
        *,
        decisoes: Mapping[int, Decisao] | None = None,
        rever: bool = False,
    ) -> RetornoPlan:
        """Return what importing the file at *path* will change; nothing is written.

        A file that was imported already changes nothing, but for lines that were put off and are decided now.

        Args:
            path: The file.
            watcher: Told of the progress; may cancel.
            decisoes: What a person decided, by line of the file; see ``retorno_decisoes``.
            rever: The file was imported before: look again at the lines that still wait for a person. One whose boleto
                was made meanwhile finds it now.

        Raises:
            RefusedError: It is no complete retorno de cobrança of a convênio of ours.
            OutsideError: It cannot be read.
            CancelledError: The watcher wants no more.
        """
        watcher.report(0, 0, f"Lendo {path.name}")
        arquivo = _received(arquivos.read(path))
        refuse_other_kinds(arquivo, path.name)
        sha256 = arquivos.fingerprint(path)
        watcher.report(0, len(arquivo.records), "Procurando os boletos")
        with self._database.read() as uow:
            candidatos = find(arquivo.cabecalho, _candidatos(uow, arquivo.cabecalho.layout_banco))
            if not candidatos:
                raise refuse_stranger(arquivo.cabecalho, path.name)
            file = _File(nome=path.name, sha256=sha256, arquivo=arquivo, candidatos=candidatos)
            anterior = uow.importacoes.find_by_sha256(sha256)
            acervo = _acervo(uow, file, decisoes or {})
            esperam = _waiting(uow, anterior) if anterior is not None and (rever or decisoes) else frozenset()
            if anterior is not None:  # what was set aside already is not set aside again
                decisoes = {n: d for n, d in (decisoes or {}).items() if n in esperam or d.acao is not Acao.IGNORAR}
            plan = _plan(
                file,
                acervo,
                watcher,
                decisoes or {},
                so_decididas=anterior is not None,
                pendentes=esperam if rever else (),
            )
            if anterior is not None and ((rever and esperam) or plan.decides_something):
                return replace(plan, complemento_de=anterior.id, needs_tick=False)
            anterior = anterior or _same_lines(uow, plan, acervo)
        return _repeat(plan, anterior) if anterior else plan

    def propostas(self, plan: RetornoPlan, line: int) -> Sequence[Proposta]:
        """Return boletos that the line *line* may speak of, the likeliest first; a person decides."""
        row = next(row for row in plan.rows if row.line == line)
        with self._database.read() as uow:
            return propose(uow, plan.convenio.id, row)

    def opcoes(self, plan: RetornoPlan, line: int) -> Sequence[OpcaoDecisao]:
        """Return what a person may decide about the line *line*; empty when there is nothing to decide."""
        row = next(row for row in plan.rows if row.line == line)
        with self._database.read() as uow:
            return retorno_opcoes.options(row, uow.boletos.get(row.boleto_id) if row.boleto_id else None)

    def apply(self, plan: RetornoPlan, watcher: Watcher = SILENT, *, importar_assim_mesmo: bool = False) -> Importacao:
        """Write *plan* and return the import it became; rows that need a person are only listed in it.

        Args:
            plan: As returned by `plan`.
            watcher: Told of the progress until the commit begins; may cancel until then.
            importar_assim_mesmo: The trailer disagrees with the lines and the user knows.

        Raises:
            RefusedError: The file was imported before, or its trailer disagrees and nobody said to go on.
            StalePlanError: Something the plan touches moved since; nothing was written.
            CancelledError: The watcher wants no more; nothing was written.
        """
        if plan.ja_importado_id is not None:
            raise RefusedError("ja_importado", f"{plan.ja_importado} Nada muda.", plan.arquivo)
        if plan.needs_tick and not importar_assim_mesmo:
            raise RefusedError(
                "totais_nao_conferem",
                "As contagens do arquivo não conferem com as linhas dele; podem faltar títulos. Baixe-o de novo "
                "ou confirme que quer importar assim mesmo.",
                plan.arquivo,
            )
        with self._database.write() as uow:
            return retorno_apply.write(uow, plan, usuario=self._usuario, agora=self._agora(), watcher=watcher)


def _received(arquivo: Arquivo) -> Arquivo:
    """Return *arquivo* with what the pagadores gave as the amounts paid, also where the bank took its fee off first."""
    records = tuple(
        replace(o, valor_pago=valor_recebido(arquivo, o)) if o.valor_pago and o.valor_tarifa else o
        for o in arquivo.records
    )
    return replace(arquivo, records=records)


def _waiting(uow: UnitOfWork, importacao: Importacao) -> frozenset[int]:
    return frozenset(linha.linha for linha in uow.importacao_linhas.waiting(importacao.id))


def _candidatos(uow: UnitOfWork, banco: str) -> list[Candidato]:
    convenios = [convenio for codigo in registry.atendidos(banco) for convenio in uow.convenios.of_banco(codigo)]
    contas = uow.contas.get_many(convenio.conta_id for convenio in convenios)
    empresas = uow.empresas.get_many(convenio.empresa_id for convenio in convenios)
    return [Candidato(convenio=c, conta=contas[c.conta_id], empresa=empresas[c.empresa_id]) for c in convenios]


def _acervo(uow: UnitOfWork, file: _File, decisoes: Mapping[int, Decisao]) -> Acervo:
    """Return what the books know of the titles in *file*."""
    records = file.arquivo.records
    convenios = [candidato.convenio.id for candidato in file.candidatos]
    achados = retorno_acervo.gather(uow, convenios, records, decisoes)
    todos = achados.all_boletos()
    pagadores = uow.pessoas.get_many(boleto.pessoa_id for boleto in todos.values())
    estornam = any(o.efeito is Efeito.ESTORNA for o in records)
    return replace(
        achados,
        contas=uow.contas_receber.get_many(item.conta_receber_id for b in todos.values() for item in b.itens),
        pagadores={pessoa.id: pessoa.nome for pessoa in pagadores.values()},
        baixado=_baixado(uow, list(todos.values())),
        baixas=retorno_acervo.baixas_of(uow, todos) if estornam else {},
        numerados_pelo_banco=frozenset(c.convenio.id for c in file.candidatos if c.convenio.emissao == "banco"),
        processadas=_processadas(uow, convenios, identities(records)),
        proporcionais=frozenset(c.convenio.id for c in file.candidatos if c.convenio.rateio == "proporcional"),
    )


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
        (linha.convenio_id, linha.identidade or ""): Processada(
            importacao_id=linha.importacao_id,
            codigo=de[linha.importacao_id].codigo,
            numero=de[linha.importacao_id].numero,
            data_emissao=de[linha.importacao_id].data_emissao,
        )
        for linha in linhas
    }


def _plan(
    file: _File,
    acervo: Acervo,
    watcher: Watcher,
    decisoes: Mapping[int, Decisao],
    *,
    so_decididas: bool,
    pendentes: Collection[int] = (),
) -> RetornoPlan:
    arquivo = file.arquivo
    planner = Planner(
        acervo,
        arquivo.cabecalho,
        [candidato.convenio.id for candidato in _by_titles(file.candidatos, acervo)],
        duvidas=doubts(arquivo),
        decisoes=decisoes,
        so_decididas=so_decididas,
        pendentes=pendentes,
    )
    rows = tuple(planner.plan(arquivo.records))
    watcher.report(len(rows), len(rows), "Plano pronto")
    antes = acervo.all_boletos()
    principal = _by_titles(file.candidatos, acervo)[0]
    return RetornoPlan(
        arquivo=file.nome,
        sha256=file.sha256,
        cabecalho=arquivo.cabecalho,
        convenio=principal.convenio,
        convenio_descricao=_descricao(arquivo, principal),
        rows=rows,
        tabs=count_tabs(rows),
        problems=arquivo.problems,
        needs_tick=needs_tick(arquivo),
        somas=_somas(rows),
        antes={boleto_id: antes[boleto_id] for boleto_id in planner.boletos},
        depois=dict(planner.boletos),
        contas_antes={conta_id: acervo.contas[conta_id] for conta_id in planner.contas},
        contas_depois=dict(planner.contas),
    )


def _by_titles(candidatos: Sequence[Candidato], acervo: Acervo) -> list[Candidato]:
    """Return *candidatos* with the one that has most of the file's titles first; ties stay as they are."""
    titulos = {c.convenio.id: sum(convenio == c.convenio.id for convenio, _ in acervo.boletos) for c in candidatos}
    return sorted(candidatos, key=lambda candidato: -titulos[candidato.convenio.id])


def _descricao(arquivo: Arquivo, candidato: Candidato) -> str:
    cabecalho, convenio, titulos = arquivo.cabecalho, candidato.convenio, len(arquivo.records)
    partes = [
        "Retorno de cobrança",
        f"{registry.find(convenio.banco).nome} CNAB {cabecalho.tamanho}",
        f"convênio {convenio.codigo} {convenio.descricao}".rstrip(),
        f"nº {cabecalho.sequencia}" if cabecalho.sequencia is not None else "",
        f"{cabecalho.data_geracao:%d/%m/%Y}" if cabecalho.data_geracao else "",
        f"{titulos} {'título' if titulos == 1 else 'títulos'}",
    ]
    return " · ".join(parte for parte in partes if parte)


def _somas(rows: Sequence[PlanRow]) -> dict[str, Centavos]:
    return {
        "arquivo": sum(row.valor_pago or 0 for row in rows),
        "gravar": sum(row.valor_pago or 0 for row in rows if row.tab is Tab.BAIXAS),
        "tarifas": sum((row.tarifa or 0) + (row.despesas or 0) for row in rows if row.tab.is_applied),
    }


def _same_lines(uow: UnitOfWork, plan: RetornoPlan, acervo: Acervo) -> Importacao | None:
    """Return the import of this very file in other bytes, with other line ends perhaps; ``None`` when there is none.

    It has the same number and date and as many lines, and none of them would do anything any more.
    """
    if any(row.tab not in (Tab.JA_PROCESSADOS, Tab.IGNORADOS) for row in plan.rows):
        return None
    repetidas = [row for row in plan.rows if row.tab is Tab.JA_PROCESSADOS]
    de = {acervo.processadas[row.convenio_id, row.identidade] for row in repetidas}
    if len(de) != 1 or not (processada := de.pop()).is_same_file(plan.cabecalho):
        return None
    anterior = uow.importacoes.get(processada.importacao_id)
    return anterior if anterior.registros == len(plan.rows) else None


def _repeat(plan: RetornoPlan, anterior: Importacao) -> RetornoPlan:
    """Return *plan* as that of a file that was imported before: nothing happens any more."""
    efeito = f"Já processado na importação {anterior.codigo}; nada muda."
    rows = tuple(replace(row, tab=Tab.JA_PROCESSADOS, efeito=efeito, depois=None, baixas=()) for row in plan.rows)
    quando = f"{anterior.importada_em:%d/%m/%Y} às {anterior.importada_em:%H:%M}"
    return replace(
        plan,
        rows=rows,
        tabs=count_tabs(rows),
        ja_importado=f"Este arquivo já foi importado em {quando} por {anterior.usuario}, na importação "
        f"{anterior.codigo}.",
        ja_importado_id=anterior.id,
        needs_tick=False,
        somas=_somas(rows),
        antes={},
        depois={},
        contas_antes={},
        contas_depois={},
    )
