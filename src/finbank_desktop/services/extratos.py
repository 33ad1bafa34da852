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
from finbank_desktop.extrato import leitura
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records_extratos import ExtratoImportado, LinhaGravada
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import extrato_contas, extrato_desfazer, extrato_gravacao, extrato_tabela, lists
from finbank_desktop.services.extrato_colunas import TIPO
from finbank_desktop.services.extrato_desfazer import DesfazerExtratoPlan
from finbank_desktop.services.extrato_model import ContaPlan, ExtratoPlan
from finbank_desktop.services.extrato_plan import plan_conta
from finbank_desktop.services.jobs import SILENT, Watcher
from finbank_desktop.services.leitura import fingerprint, readable
from finbank_desktop.services.planilha_model import LinhaLida
from finbank_desktop.services.plans import refuse_errors


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtratoDetalhe:
    """An imported statement with its lines."""

    extrato: ExtratoImportado
    conta: str
    linhas: Sequence[LinhaGravada]


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
                extrato_gravacao.require_same(uow, conta)
            agora = self._agora()
            return tuple(
                extrato_gravacao.write(uow, plan, conta, usuario=self._usuario, agora=agora) for conta in going
            )

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
            return extrato_desfazer.plan(uow, extrato_id)

    def desfazer(self, plan: DesfazerExtratoPlan) -> ExtratoImportado:
        """Take the lines of *plan* away; the file can then be imported again.

        Raises:
            RefusedError: Lines are reconciled, or in a closed period.
            StalePlanError: Something moved since *plan* was made.
        """
        extrato_desfazer.refuse(plan)
        with self._database.write() as uow:
            return extrato_desfazer.apply(uow, plan)


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
