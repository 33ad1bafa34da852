"""Importing bank statements: planned, shown, then written in one transaction, and undone."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from finbank_desktop.domain.cadastros import Conta
from finbank_desktop.domain.extratos import ContaExtrato, Extrato
from finbank_desktop.domain.listas import Coluna, ListQuery, Pagina
from finbank_desktop.domain.planilhas import Mapa, Proposta
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.extrato import leitura
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records import SituacaoImportacao
from finbank_desktop.persistence.records_extratos import (
    ContaDeArquivo,
    ExtratoImportado,
    LinhaGravada,
    SituacaoLinha,
)
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import extrato_contas, extrato_tabela, lists
from finbank_desktop.services.extrato_colunas import TIPO
from finbank_desktop.services.extrato_model import Aba, ContaPlan, ExtratoPlan, ExtratoRow
from finbank_desktop.services.extrato_plan import plan_conta
from finbank_desktop.services.jobs import SILENT, Watcher
from finbank_desktop.services.leitura import fingerprint, readable
from finbank_desktop.services.planilha_model import LinhaLida
from finbank_desktop.services.plans import StalePlanError, refuse_errors


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtratoDetalhe:
    """An imported statement with its lines."""

    extrato: ExtratoImportado
    conta: str
    linhas: Sequence[LinhaGravada]


@dataclass(frozen=True, slots=True, kw_only=True)
class DesfazerExtratoPlan:
    """What undoing the import of a statement takes away, or why it cannot be.

    Attributes:
        linhas: The lines that go.
        refused: Line of the file and what stands in the way.
    """

    extrato: ExtratoImportado
    linhas: tuple[LinhaGravada, ...]
    refused: tuple[tuple[int | None, str], ...]
    texto: str

    @property
    def can(self) -> bool:
        """Whether it can be undone."""
        return not self.refused


class ExtratosService:
    """What a person can ask about statements."""

    COLUNAS: tuple[Coluna, ...] = lists.EXTRATOS

    def __init__(self, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> None:
        """Work on *database* in the name of *usuario*."""
        self._database = database
        self._usuario = usuario
        self._agora = agora

    def plan(
        self,
        path: Path,
        conta_id: int | None = None,
        watcher: Watcher = SILENT,
        *,
        contas: Mapping[int, int] | None = None,
        mapa: Mapa | None = None,
    ) -> ExtratoPlan:
        """Return what importing the file at *path* will change; nothing is written.

        Args:
            path: The file.
            conta_id: The account it must be of; a file that is plainly another account's is refused.
            watcher: Is told how far it is.
            contas: Which of our accounts each one in the file is (place, from 0, to id), as somebody chose.
            mapa: What the columns of a table are; ``None`` to take what is remembered for the account, or is plain.

        Raises:
            RefusedError: It is no statement, or another account's; of a table, a column is in doubt.
            OSError: It cannot be opened.
        """
        if mapa is not None or extrato_tabela.is_table(path):
            return self._plan_table(path, (contas or {}).get(0, conta_id), mapa, watcher)
        watcher.report(0, 2, f"Lendo {path.name}")
        data = path.read_bytes()
        lido = leitura.read(data, hoje=self._agora().date())
        watcher.report(1, 2, "Comparando com o que já foi importado")
        with self._database.read() as uow:
            return self._plan(uow, lido, path.name, hashlib.sha256(data).hexdigest(), conta_id, contas or {})

    def _plan(
        self,
        uow: UnitOfWork,
        lido: Extrato,
        arquivo: str,
        sha256: str,
        conta_id: int | None,
        escolhidas: Mapping[int, int],
    ) -> ExtratoPlan:
        hoje = self._agora().date()
        wanted = uow.contas.get(conta_id) if conta_id is not None else None
        plans = []
        for lugar, found in enumerate(lido.contas):
            conta, como = _account(uow, lugar, found, wanted, escolhidas, only=len(lido.contas) == 1)
            plans.append(plan_conta(uow, lugar, found, conta, como, hoje=hoje, sha256=sha256))
        _refuse_strangers(plans, wanted)
        return ExtratoPlan(
            arquivo=arquivo, sha256=sha256, formato=lido.formato, contas=tuple(plans), problems=lido.problems
        )

    def _plan_table(self, path: Path, conta_id: int | None, mapa: Mapa | None, watcher: Watcher) -> ExtratoPlan:
        if conta_id is None:
            raise RefusedError("conta_nao_dita", "Uma tabela não diz de que conta é; escolha a conta.", path.name)
        settled = mapa or extrato_tabela.require_plain(self.propose(path, conta_id), path)
        lido, impressao = extrato_tabela.read(path, settled, hoje=self._agora().date(), watcher=watcher)
        watcher.report(1, 2, "Comparando com o que já foi importado")
        with self._database.read() as uow:
            plan = self._plan(uow, lido, path.name, fingerprint(path), None, {0: conta_id})
        return replace(plan, mapa=settled, impressao=impressao)

    def is_table(self, path: Path) -> bool:
        """Whether the file at *path* is a table, whose columns and account somebody has to settle.

        Raises:
            OutsideError: It cannot be read.
        """
        with readable(path):
            return extrato_tabela.is_table(path)

    def propose(
        self, path: Path, conta_id: int | None = None, *, aba: str = "", cabecalho: int | None = None
    ) -> Proposta:
        """Return what the columns of the table at *path* seem to be.

        Args:
            path: A CSV or XLSX file.
            conta_id: Whose statement it is; how her table was read before is remembered.
            aba: Its sheet; empty for the first.
            cabecalho: Line of its header, 0 when it has none; ``None`` to find it.

        Raises:
            RefusedError: It is no table.
            OutsideError: It cannot be read.
        """
        with readable(path), self._database.read() as uow:
            empresa_id = uow.contas.get(conta_id).empresa_id if conta_id is not None else None

            def known(impressao: str) -> tuple[str, ...] | None:
                if empresa_id is None:
                    return None
                return uow.modelos_planilha.find(empresa_id, impressao, conta_id).get(TIPO.chave)

            return extrato_tabela.propose(path, aba=aba, cabecalho=cabecalho, known=known)

    def sample(self, proposta: Proposta, mapa: Mapa) -> Sequence[LinhaLida]:
        """Return the first rows of a table as *mapa* reads them; nothing is read from disk."""
        return extrato_tabela.sample(proposta, mapa)

    def apply(
        self, plan: ExtratoPlan, watcher: Watcher = SILENT, *, importar_assim_mesmo: bool = False
    ) -> tuple[ExtratoImportado, ...]:
        """Import what *plan* says, all accounts that can be in one transaction, and return what they became.

        Raises:
            RefusedError: Nothing in it can be imported, or amounts are not in reais and nobody said that it is known.
            StalePlanError: Somebody imported meanwhile; nothing was written.
        """
        going = [conta for conta in plan.contas if conta.goes]
        if not going:
            refuse_errors([p for conta in plan.contas for p in conta.problems], "extrato_recusado")
            raise RefusedError("nada_a_importar", "Nada neste extrato é novo; nada foi gravado.", plan.arquivo)
        if plan.needs_tick and not importar_assim_mesmo:
            raise RefusedError(
                "outra_moeda", "Os valores não estão em reais; diga que quer importar assim mesmo.", plan.arquivo
            )
        watcher.report(0, len(going), f"Gravando {plan.arquivo}")
        with self._database.write() as uow:
            for conta in going:
                _require_same(uow, conta)
            return tuple(self._write(uow, plan, conta) for conta in going)

    def _write(self, uow: UnitOfWork, plan: ExtratoPlan, of: ContaPlan) -> ExtratoImportado:
        conta = of.conta
        if conta is None:
            raise StalePlanError(plan.arquivo)
        made = uow.extratos.add(
            ExtratoImportado(
                empresa_id=conta.empresa_id,
                conta_id=conta.id,
                codigo=f"{uow.sequencias.next(conta.empresa_id, 'extratos'):06d}",
                arquivo=plan.arquivo,
                sha256=plan.sha256,
                formato=plan.formato,
                importado_em=self._agora(),
                usuario=self._usuario,
                inicio=of.inicio,
                fim=of.fim,
                saldo=of.saldo,
                saldo_data=of.saldo_data,
                contagens=of.tabs,
            )
        )
        uow.extrato_linhas.add_all([_line(made, row) for row in of.rows if row.aba is not Aba.JA_IMPORTADOS])
        if plan.mapa is not None:  # a table names no account: what is learned of it is how it is read
            extrato_tabela.keep(uow, conta.empresa_id, conta.id, plan.impressao, plan.mapa)
            return made
        known = extrato_contas.Impressao(*_words(of))
        uow.extrato_contas.learn(
            ContaDeArquivo(
                empresa_id=conta.empresa_id,
                banco=known.banco,
                agencia=known.agencia,
                conta=known.conta,
                conta_id=conta.id,
            )
        )
        return made

    # --- what was imported

    def list(self, query: ListQuery) -> Pagina:
        """Return a page of the imported statements, the newest first unless *query* says otherwise."""
        with self._database.read() as uow:
            return uow.extratos.page(query)

    def get(self, extrato_id: int) -> ExtratoDetalhe:
        """Return an imported statement with its lines.

        Raises:
            MissingError: There is none with that id.
        """
        with self._database.read() as uow:
            extrato = uow.extratos.get(extrato_id)
            conta = uow.contas.get(extrato.conta_id).descricao
            return ExtratoDetalhe(extrato=extrato, conta=conta, linhas=uow.extrato_linhas.of_extrato(extrato_id))

    def plan_desfazer(self, extrato_id: int) -> DesfazerExtratoPlan:
        """Return what undoing an import takes away, or what stands in the way; nothing is written.

        Raises:
            MissingError: There is none with that id.
        """
        with self._database.read() as uow:
            return _plan_desfazer(uow, extrato_id)

    def desfazer(self, plan: DesfazerExtratoPlan) -> ExtratoImportado:
        """Take the lines of *plan* away; the file can then be imported again.

        Raises:
            RefusedError: Lines are reconciled, or in a closed period.
            StalePlanError: Something moved since *plan* was made.
        """
        if plan.refused:
            more = f" (e mais {len(plan.refused) - 1})" if len(plan.refused) > 1 else ""
            raise RefusedError("nao_se_desfaz", f"Não dá para desfazer: {plan.refused[0][1]}{more}")
        with self._database.write() as uow:
            if _plan_desfazer(uow, plan.extrato.id) != plan:
                raise StalePlanError(f"id {plan.extrato.id}")
            uow.extrato_linhas.delete_where(extrato_id=plan.extrato.id)
            done = uow.extratos.mark_desfeita(plan.extrato)
            if not uow.extratos.of_conta(done.conta_id):  # a file given to the wrong account must not be known by it
                uow.extrato_contas.forget(done.conta_id)
            return done


def _account(
    uow: UnitOfWork,
    lugar: int,
    found: ContaExtrato,
    wanted: Conta | None,
    escolhidas: Mapping[int, int],
    *,
    only: bool,
) -> tuple[Conta | None, str]:
    """Return our account of *found* and how it is known."""
    if lugar in escolhidas:
        return uow.contas.get(escolhidas[lugar]), "escolhida por você"
    conta, como = extrato_contas.recognise(uow, found)
    if conta is None and wanted is not None and only:
        return wanted, "informada por você"
    return conta, como


def _refuse_strangers(plans: Sequence[ContaPlan], wanted: Conta | None) -> None:
    """Do nothing when one of *plans* is of *wanted*, or when nobody named an account.

    Raises:
        RefusedError: The file is plainly of other accounts.
    """
    if wanted is None or any(plan.conta is not None and plan.conta.id == wanted.id for plan in plans):
        return
    others = [plan.conta for plan in plans if plan.conta is not None]
    if others:
        raise RefusedError(
            "extrato_de_outra_conta",
            f"Este extrato é da conta {extrato_contas.describe(others)}, não da conta "
            f"{extrato_contas.describe([wanted])}; escolha a conta dele ou baixe o extrato certo.",
        )
    raise RefusedError(
        "conta_desconhecida",
        "O arquivo traz várias contas e nenhuma é reconhecida; importe-o pela janela, onde se diz a conta de cada uma.",
    )


def _require_same(uow: UnitOfWork, plan: ContaPlan) -> None:
    """Do nothing when what is new is still new.

    Raises:
        StalePlanError: Somebody imported lines of the same days, undid them, or closed the period meanwhile.
    """
    conta = plan.conta
    if conta is None or uow.contas.versions([conta.id]) != {conta.id: conta.versao}:
        raise StalePlanError("conta")
    new = [row for row in plan.rows if row.aba is Aba.NOVOS and row.data is not None]
    closed = uow.fechamentos.closed_until(conta.id)
    if closed is not None and any(row.data is not None and row.data <= closed for row in new):
        raise StalePlanError("fechamento")
    _require_identities(uow, conta.id, plan)


def _require_identities(uow: UnitOfWork, conta_id: int, plan: ContaPlan) -> None:
    days = [row.data for row in plan.rows if row.data is not None and row.aba in (Aba.NOVOS, Aba.JA_IMPORTADOS)]
    if not days:
        return
    kept = uow.extrato_linhas.payments(conta_id, min(days), max(days))
    taken = {(each.data, each.valor, each.chave, each.ordinal) for each in kept}
    known = sum(row.aba is Aba.JA_IMPORTADOS for row in plan.rows)
    new = [(r.data, r.valor, r.chave, r.ordinal) for r in plan.rows if r.aba is Aba.NOVOS]
    if taken.intersection(new) or len(kept) < known:
        raise StalePlanError("linhas")


def _words(plan: ContaPlan) -> tuple[str, str, str]:
    found = extrato_contas.fingerprint(ContaExtrato(banco=plan.banco, agencia=plan.agencia, conta=plan.numero))
    return found.banco, found.agencia, found.conta


_NATUREZAS = {Aba.NOVOS: "lancamento", Aba.SALDOS: "saldo", Aba.PREVISTOS: "previsto", Aba.QUARENTENA: "quarentena"}


def _line(extrato: ExtratoImportado, row: ExtratoRow) -> LinhaGravada:
    return LinhaGravada(
        empresa_id=extrato.empresa_id,
        extrato_id=extrato.id,
        conta_id=extrato.conta_id,
        linha=row.linha,
        natureza=_NATUREZAS[row.aba],
        data=row.data,
        valor=row.valor,
        texto=row.texto,
        documento=row.documento,
        fitid=row.fitid,
        tipo=row.tipo,
        contraparte=row.contraparte,
        chave=row.chave,
        ordinal=row.ordinal,
        motivo=row.efeito if row.aba is Aba.QUARENTENA else "",
    )


def _plan_desfazer(uow: UnitOfWork, extrato_id: int) -> DesfazerExtratoPlan:
    extrato = uow.extratos.get(extrato_id)
    linhas = tuple(uow.extrato_linhas.of_extrato(extrato_id))
    if extrato.situacao is SituacaoImportacao.DESFEITA:
        why = f"O extrato {extrato.codigo} já foi desfeito."
        return DesfazerExtratoPlan(extrato=extrato, linhas=(), refused=((None, why),), texto=why)
    closed = uow.fechamentos.closed_until(extrato.conta_id)
    mirrored = {v.outra_linha_id for v in uow.vinculos.mirroring(linha.id for linha in linhas)}
    refused: list[tuple[int | None, str]] = []
    for linha in linhas:
        if linha.situacao is SituacaoLinha.CONCILIADA or linha.id in mirrored:
            said = f"{linha.texto.strip() or 'lançamento'} de {linha.data:%d/%m/%Y}, {format_brl(linha.valor or 0)}"
            refused.append((linha.linha, f"{said}, está conciliado; desfaça a conciliação antes."))
        elif linha.ordinal is not None and closed is not None and linha.data is not None and linha.data <= closed:
            refused.append((linha.linha, f"o período até {closed:%d/%m/%Y} está fechado; reabra-o antes."))
    return DesfazerExtratoPlan(
        extrato=extrato,
        linhas=linhas,
        refused=tuple(refused),
        texto=f"{len(linhas)} linhas saem dos seus livros; o arquivo {extrato.arquivo} poderá ser importado de novo.",
    )
