"""Reading a bank's retorno of débito automático back into the books: planned, shown, applied in one transaction."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from finbank_desktop.cnab import retorno_movimentos
from finbank_desktop.cnab.detect import DEBITO
from finbank_desktop.domain.arquivos import Arquivo, Cabecalho
from finbank_desktop.domain.cadastros import Conta, Filial
from finbank_desktop.domain.contabil import Processo
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.debitos import ConvenioDebito, ProcessoBancario
from finbank_desktop.domain.listas import Coluna, ListQuery, Pagina
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records import Importacao
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import arquivos, lists, retorno_convenio
from finbank_desktop.services.debitos import layouts
from finbank_desktop.services.debitos import retorno_apply as gravacao
from finbank_desktop.services.debitos.retorno_acervo import gather
from finbank_desktop.services.debitos.retorno_cadastros import CadastrosPlanner
from finbank_desktop.services.debitos.retorno_identidade import identities
from finbank_desktop.services.debitos.retorno_model import Contexto, DebitoRow, RetornoDebitoPlan
from finbank_desktop.services.debitos.retorno_plan import Planner
from finbank_desktop.services.jobs import SILENT, Watcher
from finbank_desktop.services.retorno_file import doubts, needs_tick, refuse_stranger
from finbank_desktop.services.retorno_model import Tab, count_tabs

_PADRAO = Contexto()
_PROPORCIONAL = "proporcional"


@dataclass(frozen=True, slots=True, kw_only=True)
class Escolhas:
    """What the first page of the wizard offers for a contract.

    Attributes:
        filiais: Of the contract's empresa.
        contas: Its accounts and tills.
        conta_id: The contract's own account.
        filial_id: That account's filial, or the empresa's first.
        eventos: Id and words of every evento contábil; so are *historicos*.
        evento_padrao: Words of the one that the process uses unless somebody chooses another; so is
            *historico_padrao*.
    """

    convenio: ConvenioDebito
    filiais: Sequence[Filial]
    contas: Sequence[Conta]
    conta_id: int
    filial_id: int | None
    eventos: Sequence[tuple[int, str]] = ()
    historicos: Sequence[tuple[int, str]] = ()
    evento_padrao: str = ""
    historico_padrao: str = ""


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
        arquivo = _read(path)
        with self._database.read() as uow:
            convenio = _contract(uow, arquivo.cabecalho, path.name)
            _require_layout(uow, convenio, arquivo.cabecalho)
            return _choices(uow, convenio)

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
        arquivo = _read(path)
        sha256 = arquivos.fingerprint(path)
        with self._database.read() as uow:
            convenio = _contract(uow, arquivo.cabecalho, path.name)
            _require_layout(uow, convenio, arquivo.cabecalho)
            cheio = _completed(contexto, _choices(uow, convenio))
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
        if plan.ja_importado_id is not None:
            raise RefusedError("ja_importado", f"{plan.ja_importado} Nada muda.", plan.arquivo)
        if plan.needs_tick and not importar_assim_mesmo:
            raise RefusedError(
                "totais_nao_conferem",
                "As contagens do arquivo não conferem com as linhas dele; podem faltar débitos. Baixe-o de novo "
                "ou confirme que quer importar assim mesmo.",
                plan.arquivo,
            )
        with self._database.write() as uow:
            return gravacao.write(uow, plan, usuario=self._usuario, agora=self._agora(), watcher=watcher)


def _read(path: Path) -> Arquivo:
    arquivo = arquivos.read(path)
    retorno_movimentos.require(arquivo, DEBITO, path.name)
    return arquivo


def _contract(uow: UnitOfWork, cabecalho: Cabecalho, nome: str) -> ConvenioDebito:
    """Return whose file it is.

    Raises:
        RefusedError: No contract of ours has the header's numbers.
    """
    convenios = uow.convenios_debito.of_banco(cabecalho.banco)
    contas = uow.contas.get_many(each.conta_id for each in convenios)
    empresas = uow.empresas.get_many(each.empresa_id for each in convenios)
    candidatos = [
        retorno_convenio.Candidato(convenio=_as_convenio(c), conta=contas[c.conta_id], empresa=empresas[c.empresa_id])
        for c in convenios
    ]
    # by FEBRABAN's layout a file is still its own bank's
    achados = retorno_convenio.find(replace(cabecalho, layout_banco=cabecalho.banco), candidatos)
    if not achados:
        raise refuse_stranger(cabecalho, nome)
    ids = {each.id: each for each in convenios}
    formato = str(cabecalho.tamanho)
    return next(
        (ids[each.convenio.id] for each in achados if each.convenio.formato == formato), ids[achados[0].convenio.id]
    )


def _as_convenio(contrato: ConvenioDebito) -> Convenio:
    """Return *contrato* as what retornos of cobrança are recognised by."""
    return Convenio(
        id=contrato.id,
        empresa_id=contrato.empresa_id,
        codigo=contrato.codigo,
        descricao=contrato.descricao,
        conta_id=contrato.conta_id,
        banco=contrato.banco,
        formato=contrato.formato,
        convenio=contrato.convenio,
        carteira="",
    )


def _require_layout(uow: UnitOfWork, convenio: ConvenioDebito, cabecalho: Cabecalho) -> None:
    processo, formato = ProcessoBancario.RETORNO_DEBITO, str(cabecalho.tamanho)
    if layouts.in_use(uow, convenio.empresa_id, convenio.banco, processo, formato) is None:
        raise layouts.missing(convenio.banco, processo, formato)


def _choices(uow: UnitOfWork, convenio: ConvenioDebito) -> Escolhas:
    empresa_id = convenio.empresa_id
    filiais = uow.filiais.all(empresa_id)
    conta = uow.contas.get(convenio.conta_id)
    eventos = [(each.id, f"{each.codigo} · {each.nome}") for each in uow.eventos_contabeis.all(empresa_id)]
    historicos = [(each.id, f"{each.codigo} · {each.texto}") for each in uow.historicos.all(empresa_id)]
    usual = [each for each in uow.padroes_contabeis.all(empresa_id) if each.processo is Processo.RETORNO_DEBITO]
    return Escolhas(
        convenio=convenio,
        filiais=filiais,
        contas=uow.contas.all(empresa_id),
        conta_id=conta.id,
        filial_id=conta.filial_id or next((each.id for each in filiais), None),
        eventos=eventos,
        historicos=historicos,
        evento_padrao=dict(eventos)[usual[0].evento_id] if usual else "",
        historico_padrao=dict(historicos)[usual[0].historico_id] if usual else "",
    )


def _completed(contexto: Contexto, escolhas: Escolhas) -> Contexto:
    """Return *contexto* with what was left open.

    Raises:
        RefusedError: The filial or the conta caixa is of another empresa.
    """
    filial_id = contexto.filial_id or escolhas.filial_id
    conta_id = contexto.conta_id or escolhas.conta_id
    if conta_id not in {each.id for each in escolhas.contas}:
        raise RefusedError("conta_alheia", "A conta caixa é de outra empresa; escolha uma da empresa do convênio.")
    if filial_id is not None and filial_id not in {each.id for each in escolhas.filiais}:
        raise RefusedError("filial_alheia", "A filial é de outra empresa; escolha uma da empresa do convênio.")
    rateio = contexto.rateio or escolhas.convenio.rateio
    return replace(contexto, filial_id=filial_id, conta_id=conta_id, rateio=rateio)


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
