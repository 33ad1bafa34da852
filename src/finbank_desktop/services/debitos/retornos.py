"""Reading a bank's retorno of débito automático back into the books: planned, shown, applied in one transaction."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from finbank_desktop.domain.arquivos import Arquivo
from finbank_desktop.domain.debitos import ConvenioDebito
from finbank_desktop.domain.listas import Coluna, ListQuery, Pagina
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records import Importacao
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import arquivos, lists
from finbank_desktop.services.debitos import retorno_apply as gravacao
from finbank_desktop.services.debitos import retorno_contexto
from finbank_desktop.services.debitos.retorno_acervo import gather
from finbank_desktop.services.debitos.retorno_cadastros import CadastrosPlanner
from finbank_desktop.services.debitos.retorno_contexto import Escolhas
from finbank_desktop.services.debitos.retorno_identidade import identities
from finbank_desktop.services.debitos.retorno_model import Contexto, DebitoRow, RetornoDebitoPlan
from finbank_desktop.services.debitos.retorno_plan import Planner
from finbank_desktop.services.jobs import SILENT, Watcher
from finbank_desktop.services.plans import require_importable
from finbank_desktop.services.retorno_file import doubts, needs_tick
from finbank_desktop.services.retorno_model import Tab, count_tabs

_PADRAO = Contexto()
_PROPORCIONAL = "proporcional"


class DebitoRetornosService:
    """What a person can ask about retornos of débito automático."""

    COLUNAS: tuple[Coluna, ...] = lists.IMPORTACOES

    def __init__(self, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> None:
        """Work on *database* in the name of *usuario*."""
        self._database = database
        self._usuario = usuario
        self._agora = agora

    def list(self, query: ListQuery | None = None) -> Pagina:
        """Return a page of the imported retornos of débito automático."""
        wanted = query or ListQuery()
        with self._database.read() as uow:
            return uow.importacoes.page(replace(wanted, filtros={**wanted.filtros, "debito": True}))

    def choices(self, path: Path) -> Escolhas:
        """Return whose file is at *path* and what may be chosen for it.

        Raises:
            RefusedError: It is no complete retorno of débito automático of a contract of ours, or no layout in use is
                for it.
            OutsideError: It cannot be read.
        """
        arquivo = retorno_contexto.read(path)
        with self._database.read() as uow:
            convenio = retorno_contexto.contract(uow, arquivo.cabecalho, path.name)
            retorno_contexto.require_layout(uow, convenio, arquivo.cabecalho)
            return retorno_contexto.choices(uow, convenio)

    def plan(
        self, path: Path, watcher: Watcher = SILENT, *, contexto: Contexto = _PADRAO, rever: bool = False
    ) -> RetornoDebitoPlan:
        """Return what importing the file at *path* will change; nothing is written.

        A file that was imported already changes nothing, but for lines that were put off and are found now.

        Args:
            path: The file.
            watcher: Told of the progress; may cancel.
            contexto: Filial, conta caixa, evento and histórico; what is left open takes its default.
            rever: The file was imported before: look again at the lines that still wait for a person.

        Raises:
            RefusedError: It is no complete retorno of débito automático of a contract of ours, or no layout in use is
                for it.
            OutsideError: It cannot be read.
            CancelledError: The watcher wants no more.
        """
        watcher.report(0, 0, f"Lendo {path.name}")
        arquivo = retorno_contexto.read(path)
        sha256 = arquivos.fingerprint(path)
        with self._database.read() as uow:
            convenio = retorno_contexto.contract(uow, arquivo.cabecalho, path.name)
            retorno_contexto.require_layout(uow, convenio, arquivo.cabecalho)
            cheio = retorno_contexto.completed(contexto, retorno_contexto.choices(uow, convenio))
            plan = _plan(uow, arquivo, convenio, cheio, (path.name, sha256))
            anterior = uow.importacoes.find_by_sha256(sha256)
            if anterior is not None and rever and plan.decides_something:
                return replace(plan, complemento_de=anterior.id, needs_tick=False)
            anterior = anterior or _same_lines(uow, plan)
        return _repeated(plan, anterior) if anterior is not None else plan

    def apply(
        self, plan: RetornoDebitoPlan, watcher: Watcher = SILENT, *, importar_assim_mesmo: bool = False
    ) -> Importacao:
        """Write *plan* and return the import it became; rows that need a person are only listed in it.

        Raises:
            RefusedError: The file was imported before, its trailer disagrees and nobody said to go on, or a day of
                credit is in a closed period of the books.
            StalePlanError: Something the plan touches moved since; nothing was written.
            CancelledError: The watcher wants no more; nothing was written.
        """
        require_importable(plan, "débitos", importar_assim_mesmo=importar_assim_mesmo)
        with self._database.write() as uow:
            return gravacao.write(uow, plan, usuario=self._usuario, agora=self._agora(), watcher=watcher)


def _plan(
    uow: UnitOfWork, arquivo: Arquivo, convenio: ConvenioDebito, contexto: Contexto, de: tuple[str, str]
) -> RetornoDebitoPlan:
    nome, sha256 = de
    records, cadastros = list(arquivo.records), list(arquivo.cadastros)
    feitas = identities([*records, *cadastros])
    acervo = gather(uow, convenio, records, cadastros, feitas)
    inteiro = replace(arquivo, records=(*records, *cadastros))
    planner = Planner(
        acervo=acervo,
        cabecalho=arquivo.cabecalho,
        proporcional=contexto.rateio == _PROPORCIONAL,
        duvidas=doubts(inteiro),
    )
    donos = CadastrosPlanner(
        acervo=acervo,
        cabecalho=arquivo.cabecalho,
        convenio=convenio,
        consentimentos=planner.consentimentos,
    )
    rows: list[DebitoRow] = [*donos.plan(cadastros, feitas[len(records) :])]
    rows += planner.plan(records, feitas[: len(records)])
    rows.sort(key=lambda row: row.line)
    mudadas = planner.mudadas()
    remessas = {n.id: (acervo.remessas[n.sequencia], n) for n in donos.remessas.values()}
    return RetornoDebitoPlan(
        arquivo=nome,
        sha256=sha256,
        cabecalho=arquivo.cabecalho,
        convenio=convenio,
        convenio_descricao=f"{convenio.descricao} · banco {convenio.banco}, convênio {convenio.convenio}",
        contexto=contexto,
        rows=tuple(rows),
        tabs=_tabs(rows),
        problems=arquivo.problems,
        needs_tick=needs_tick(inteiro),
        somas={
            "arquivo": sum(o.valor_creditado or 0 for o in records),
            "gravar": sum(item.valor_pago for row in rows for item in row.baixas),
        },
        mudadas=replace(mudadas, remessas=remessas, novos=tuple(donos.novos)),
    )


def _tabs(rows: Sequence[DebitoRow]) -> dict[str, int]:
    contagem = count_tabs(())
    for row in rows:
        contagem[row.tab] += 1
    return contagem


def _same_lines(uow: UnitOfWork, plan: RetornoDebitoPlan) -> Importacao | None:
    """Return the import of this very file in other bytes, with other line ends perhaps; ``None`` without one."""
    quietas = plan.tabs[Tab.JA_PROCESSADOS] + plan.tabs[Tab.IGNORADOS]
    if not plan.tabs[Tab.JA_PROCESSADOS] or quietas != len(plan.rows):
        return None
    feitas = [row.identidade for row in plan.rows if row.tab is Tab.JA_PROCESSADOS]
    donas = {linha.importacao_id for linha in uow.importacao_linhas.find_debitos(plan.convenio.id, feitas).values()}
    if len(donas) != 1:
        return None
    anterior = uow.importacoes.get(donas.pop())
    mesmo = (anterior.numero, anterior.data_emissao) == (plan.cabecalho.sequencia, plan.cabecalho.data_geracao)
    return anterior if mesmo and anterior.numero and anterior.registros == len(plan.rows) else None


def _repeated(plan: RetornoDebitoPlan, anterior: Importacao) -> RetornoDebitoPlan:
    """Return *plan* as it is for a file that was imported before: nothing changes."""
    texto = (
        f"Este arquivo já foi importado em {anterior.importada_em:%d/%m/%Y %H:%M} por {anterior.usuario} "
        f"(importação {anterior.codigo})."
    )
    rows = tuple(
        row.but(tab=Tab.JA_PROCESSADOS, efeito=f"Já importado na importação {anterior.codigo}.", baixas=())
        for row in plan.rows
    )
    return replace(
        plan,
        rows=rows,
        tabs=_tabs(rows),
        ja_importado=texto,
        ja_importado_id=anterior.id,
        needs_tick=False,
        mudadas=type(plan.mudadas)(),
    )
