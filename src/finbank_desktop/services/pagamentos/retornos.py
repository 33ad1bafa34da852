"""Reading a bank's retorno of payments back into the books: planned, shown, applied in one transaction, undone."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from finbank_desktop.cnab import retorno_movimentos
from finbank_desktop.cnab.detect import PAGAMENTO
from finbank_desktop.domain.arquivos import Arquivo
from finbank_desktop.domain.contas_pagar import ContaPagar
from finbank_desktop.domain.listas import Coluna, ListQuery, Pagina
from finbank_desktop.domain.pagamentos import ConvenioPagamento
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records import SituacaoImportacao
from finbank_desktop.persistence.records_pagamentos import ImportacaoPagamento, LinhaPagamento
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import arquivos, lists
from finbank_desktop.services.jobs import SILENT, Watcher
from finbank_desktop.services.livros import periodos
from finbank_desktop.services.pagamentos import desfazer, destinos, retorno_apply
from finbank_desktop.services.pagamentos.desfazer import DesfazerPagamentoPlan
from finbank_desktop.services.pagamentos.retorno_acervo import find_convenios, gather, identities
from finbank_desktop.services.pagamentos.retorno_model import (
    AcaoLinha,
    DecisaoPagamento,
    PropostaPagamento,
    RetornoPagamentoPlan,
    count_tabs,
)
from finbank_desktop.services.pagamentos.retorno_plan import PlannerPagamentos
from finbank_desktop.services.plans import require_importable
from finbank_desktop.services.retorno_file import doubts, needs_tick, refuse_stranger
from finbank_desktop.services.retorno_model import Tab

_TOTAIS = "totais"  # Itaú's trailer of a lot
_PROPOSTAS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportacaoPagamentoDetalhe:
    """An import with its lines.

    Attributes:
        convenio: The convênio's description; empty for a file of DDA.
        linhas: In the file's order.
        contas: The contas a pagar they spoke of, by id.
        esperam: Lines of the file that still wait for a person.
    """

    importacao: ImportacaoPagamento
    convenio: str
    linhas: Sequence[LinhaPagamento]
    contas: Mapping[int, ContaPagar]
    esperam: frozenset[int]


class RetornosPagamentoService:
    """What a person can ask about retornos of payments, and about imports of DDA once they are there."""

    COLUNAS: tuple[Coluna, ...] = lists.RETORNOS_PAGAMENTO

    def __init__(self, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> None:
        """Work on *database* in the name of *usuario*."""
        self._database = database
        self._usuario = usuario
        self._agora = agora

    def list(self, query: ListQuery | None = None) -> Pagina:
        """Return a page of the imports, the newest first unless *query* says otherwise."""
        with self._database.read() as uow:
            return uow.importacoes_pagamento.page(query or ListQuery())

    def get(self, importacao_id: int) -> ImportacaoPagamentoDetalhe:
        """Return an import with its lines.

        Raises:
            MissingError: There is none with that id.
        """
        with self._database.read() as uow:
            importacao = uow.importacoes_pagamento.get(importacao_id)
            linhas = uow.linhas_pagamento.of_importacao(importacao_id)
            convenio = importacao.convenio_id and uow.convenios_pagamento.get(importacao.convenio_id).descricao
            de_pe = importacao.situacao is SituacaoImportacao.IMPORTADA
            return ImportacaoPagamentoDetalhe(
                importacao=importacao,
                convenio=convenio or "",
                linhas=linhas,
                contas=uow.contas_pagar.get_many(each.conta_pagar_id for each in linhas if each.conta_pagar_id),
                esperam=frozenset(each.linha for each in uow.linhas_pagamento.waiting(importacao))
                if de_pe
                else frozenset(),
            )

    def plan(
        self,
        path: Path,
        watcher: Watcher = SILENT,
        *,
        decisoes: Mapping[int, DecisaoPagamento] | None = None,
        rever: bool = False,
    ) -> RetornoPagamentoPlan:
        """Return what importing the file at *path* will change; nothing is written.

        A file that was imported already changes nothing, but for lines that were put off and are decided now.

        Args:
            path: The file.
            watcher: Told of the progress; may cancel.
            decisoes: What a person decided, by line of the file.
            rever: Look again at the lines of a file imported before that still wait for a person.

        Raises:
            RefusedError: It is no complete retorno of payments of a convênio of ours.
            OutsideError: It cannot be read.
            CancelledError: The watcher wants no more.
        """
        watcher.report(0, 0, f"Lendo {path.name}")
        arquivo = arquivos.read(path)
        retorno_movimentos.require(arquivo, PAGAMENTO, path.name)
        sha256 = arquivos.fingerprint(path)
        with self._database.read() as uow:
            convenios = find_convenios(uow, arquivo.cabecalho)
            if not convenios:
                raise refuse_stranger(arquivo.cabecalho, path.name)
            anterior = uow.importacoes_pagamento.find_by_sha256(sha256)
            watcher.report(0, len(arquivo.records), "Procurando os pagamentos")
            plan = self._plan(uow, path.name, sha256, arquivo, convenios, anterior, decisoes or {}, rever=rever)
            if anterior is None:
                anterior = _same_lines(uow, plan)
            elif (rever or decisoes) and (plan.decides_something or plan.needs_person):
                return replace(plan, complemento_de=anterior.id, needs_tick=False)
        return _repeated(plan, anterior) if anterior else plan

    def opcoes(self, plan: RetornoPagamentoPlan, line: int) -> Sequence[AcaoLinha]:
        """Return what a person may decide about the line *line*; empty when there is nothing to decide."""
        return next(row.pode for row in plan.rows if row.line == line)

    def propostas(self, plan: RetornoPagamentoPlan, line: int) -> Sequence[PropostaPagamento]:
        """Return open contas a pagar that the line *line* may speak of, the likeliest first; a person decides."""
        row = next(row for row in plan.rows if row.line == line)
        valores = {valor for valor in (row.valor_pago, row.valor) if valor}
        with self._database.read() as uow:
            contas = uow.contas_pagar.open_of_valor(plan.convenio.empresa_id, valores)
            cadastro = destinos.load(uow, contas)
            vivos = uow.pagamentos.alive_of(conta.id for conta in contas)
        propostas = []
        texto = "".join(row.raw)
        for conta in contas:
            if conta.id in vivos:
                continue
            destino = cadastro.destino(conta)
            porque = ["mesmo valor"]
            if destino.pessoa and destino.pessoa.documento and destino.pessoa.documento in texto:
                porque.insert(0, "mesmo CPF/CNPJ")
            if conta.dia == row.data_prevista:
                porque.append("mesma data")
            proposta = PropostaPagamento(conta=conta, favorecido=destino.nome(conta), porque=", ".join(porque))
            propostas.append((-len(porque), conta.vencimento, conta.id, proposta))
        return [proposta for *_, proposta in sorted(propostas, key=lambda each: each[:3])[:_PROPOSTAS]]

    def apply(
        self, plan: RetornoPagamentoPlan, watcher: Watcher = SILENT, *, importar_assim_mesmo: bool = False
    ) -> ImportacaoPagamento:
        """Write *plan* and return the import it became; rows that need a person are only listed in it.

        Raises:
            RefusedError: The file was imported before, its trailer disagrees and nobody said to go on, or the
                accounting period is closed.
            StalePlanError: Something the plan touches moved since; nothing was written.
            CancelledError: The watcher wants no more; nothing was written.
        """
        require_importable(plan, "pagamentos", importar_assim_mesmo=importar_assim_mesmo)
        with self._database.write() as uow:
            return retorno_apply.write(uow, plan, usuario=self._usuario, agora=self._agora(), watcher=watcher)

    def plan_desfazer(self, importacao_id: int) -> DesfazerPagamentoPlan:
        """Return what undoing an import takes back, or what stands in the way; nothing is written.

        Raises:
            MissingError: There is none with that id.
        """
        with self._database.read() as uow:
            return desfazer.plan(uow, importacao_id)

    def desfazer(self, plan: DesfazerPagamentoPlan) -> ImportacaoPagamento:
        """Undo the import of *plan* and return it; the same file may then be imported again.

        Raises:
            RefusedError: Later work stands on it; nothing was written.
            StalePlanError: Something moved since *plan* was made; nothing was written.
        """
        desfazer.refuse(plan)
        with self._database.write() as uow:
            return desfazer.apply(uow, plan, usuario=self._usuario, agora=self._agora())

    def _plan(
        self,
        uow: UnitOfWork,
        nome: str,
        sha256: str,
        arquivo: Arquivo,
        convenios: Sequence[ConvenioPagamento],
        anterior: ImportacaoPagamento | None,
        decisoes: Mapping[int, DecisaoPagamento],
        *,
        rever: bool,
    ) -> RetornoPagamentoPlan:
        convenio = convenios[0]
        only = None
        if anterior is not None:
            esperam = frozenset(each.linha for each in uow.linhas_pagamento.waiting(anterior))
            only = esperam if rever else esperam & frozenset(decisoes)
        identidades = identities(arquivo.records)
        acervo = gather(uow, [each.id for each in convenios], arquivo.records, identidades, decisoes)
        planner = PlannerPagamentos(
            acervo,
            arquivo.cabecalho,
            convenio.id,
            duvidas=doubts(arquivo),
            decisoes=decisoes,
            hoje=self._agora().date(),
            only=only,
        )
        rows = tuple(planner.plan(arquivo.records, identidades))
        enviados = {each.id: each for todos in acervo.enviados.values() for each in todos}
        datas = [each.data for each in planner.efeitos.baixas.values()]
        datas += [depois.estornada_em or depois.data for _, depois in planner.efeitos.estornos.values()]
        return RetornoPagamentoPlan(
            arquivo=nome,
            sha256=sha256,
            cabecalho=arquivo.cabecalho,
            convenio=convenio,
            convenio_descricao=f"{convenio.descricao} (banco {convenio.banco})",
            rows=rows,
            tabs=count_tabs(rows),
            problems=(*arquivo.problems, *periodos.closed(uow, convenio.empresa_id, datas)),
            needs_tick=needs_tick(arquivo) or _other_sums(arquivo),
            contas=tuple((acervo.contas[row], depois) for row, depois in planner.efeitos.contas.items()),
            pagamentos=tuple((enviados[row], depois) for row, depois in planner.efeitos.pagamentos.items()),
            baixas=tuple(planner.efeitos.baixas.values()),
            estornos=tuple(planner.efeitos.estornos.values()),
            vistos={conta.id: conta.versao for conta in acervo.contas.values()},
        )


def _other_sums(arquivo: Arquivo) -> bool:
    return any(problem.is_error and problem.field == _TOTAIS for problem in arquivo.problems)


def _same_lines(uow: UnitOfWork, plan: RetornoPagamentoPlan) -> ImportacaoPagamento | None:
    """Return the import of this very file in other bytes; ``None`` when there is none."""
    if plan.tabs[Tab.JA_PROCESSADOS] + plan.tabs[Tab.IGNORADOS] != len(plan.rows) or not plan.tabs[Tab.JA_PROCESSADOS]:
        return None
    identidades = [row.identidade for row in plan.rows]
    aplicadas = uow.linhas_pagamento.applied({row.convenio_id for row in plan.rows}, identidades)
    ids = {each.importacao_id for each in aplicadas.values()}
    if len(ids) != 1:
        return None
    anterior = uow.importacoes_pagamento.get(ids.pop())
    mesmo = (anterior.numero, anterior.data_emissao) == (plan.cabecalho.sequencia, plan.cabecalho.data_geracao)
    return anterior if mesmo and anterior.registros == len(plan.rows) else None


def _repeated(plan: RetornoPagamentoPlan, anterior: ImportacaoPagamento) -> RetornoPagamentoPlan:
    """Return *plan* of a file that was imported before: nothing happens."""
    texto = (
        f"Este arquivo já foi importado: importação {anterior.codigo}, em {anterior.importada_em:%d/%m/%Y %H:%M}, por "
        f"{anterior.usuario}."
    )
    efeito = f"Já processada na importação {anterior.codigo}."
    rows = tuple(replace(row, tab=Tab.JA_PROCESSADOS, efeito=efeito, pode=()) for row in plan.rows)
    return replace(
        plan,
        rows=rows,
        tabs=count_tabs(rows),
        ja_importado=texto,
        ja_importado_id=anterior.id,
        needs_tick=False,
        contas=(),
        pagamentos=(),
        baixas=(),
        estornos=(),
    )
