"""The plano de contas: kept by hand, or taken from a table of the accountant's."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from finbank_desktop.domain.contabil import ContaContabil, Natureza
from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.domain.problems import Problem, RefusedError
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records import Operacao
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.livros import colunas, plano_tabela
from finbank_desktop.services.livros.plano_tabela import ContaLida, PlanoDeContasPlan, PlanoRow
from finbank_desktop.services.plans import StalePlanError, refuse_errors


class PlanoContasService:
    """What a person can ask about the plano de contas."""

    COLUNAS = colunas.PLANO

    def __init__(self, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> None:
        """Work on *database* in the name of *usuario*."""
        self._database = database
        self._usuario = usuario
        self._agora = agora

    def list(self, query: ListQuery) -> Pagina:
        """Return a page of accounts, by codigo; filters ``analitica`` and ``ativa``."""
        with self._database.read() as uow:
            page = uow.plano_contas.page(query)
        linhas = tuple(
            {
                **linha,
                "tipo": "Analítica" if linha["analitica"] else "Sintética",
                "ativa": "Sim" if linha["ativa"] else "Não",
            }
            for linha in page.linhas
        )
        return replace(page, linhas=linhas)

    def get(self, row: int) -> ContaContabil:
        """Return an account.

        Raises:
            MissingError: There is none.
        """
        with self._database.read() as uow:
            return uow.plano_contas.get(row)

    def analiticas(self, empresa_id: int) -> Sequence[ContaContabil]:
        """Return the accounts that can be posted to, by codigo."""
        with self._database.read() as uow:
            return [conta for conta in uow.plano_contas.all(empresa_id) if conta.analitica and conta.ativa]

    def problems(self, conta: ContaContabil) -> Sequence[Problem]:
        """Return what is wrong with *conta*."""
        with self._database.read() as uow:
            return problems(uow, _clean(conta))

    def save(self, conta: ContaContabil) -> ContaContabil:
        """Save *conta*.

        Raises:
            RefusedError: It is wrong; see `problems`.
        """
        limpa = _clean(conta)
        with self._database.write() as uow:
            refuse_errors(problems(uow, limpa), "conta_contabil_invalida")
            return uow.plano_contas.update(limpa) if limpa.id else uow.plano_contas.add(limpa)

    def plan_importar(self, path: Path, empresa_id: int) -> PlanoDeContasPlan:
        """Return what importing a table (CSV, XLSX) of accounts changes; nothing is written.

        Raises:
            RefusedError: It is no such table.
            OutsideError: It cannot be read.
        """
        lidas = plano_tabela.read(path)
        with self._database.read() as uow:
            return self._plan(uow, path.name, empresa_id, lidas)

    def importar(self, plan: PlanoDeContasPlan) -> Operacao:
        """Write what *plan* says, as an operation that can be undone.

        Raises:
            RefusedError: Nothing changes.
            StalePlanError: The plano moved since; nothing was written.
        """
        if not plan.writes:
            raise RefusedError("nada_a_fazer", "Nada muda no plano de contas; nada foi gravado.", plan.arquivo)
        with self._database.write() as uow:
            if self._plan(uow, plan.arquivo, plan.empresa_id, plan.lidas) != plan:
                raise StalePlanError(plan.arquivo)
            return plano_tabela.write(uow, plan, usuario=self._usuario, agora=self._agora())

    def _plan(self, uow: UnitOfWork, arquivo: str, empresa_id: int, lidas: Sequence[ContaLida]) -> PlanoDeContasPlan:
        antes = {conta.codigo: conta for conta in uow.plano_contas.all(empresa_id)}
        lancadas = uow.plano_contas.posted([conta.id for conta in antes.values()])
        rows = [_row(lida, empresa_id, antes, lancadas) for lida in plano_tabela.checked(lidas, list(antes.values()))]
        return PlanoDeContasPlan(empresa_id=empresa_id, arquivo=arquivo, lidas=tuple(lidas), rows=tuple(rows))


def problems(uow: UnitOfWork, conta: ContaContabil) -> list[Problem]:
    """Return what is wrong with *conta*."""
    achados = []
    if not conta.codigo:
        achados.append(Problem(message="Diga o código da conta.", field="codigo"))
    if not conta.nome:
        achados.append(Problem(message="Diga o nome da conta.", field="nome"))
    outra = uow.plano_contas.find_by_codigo(conta.empresa_id, conta.codigo)
    if outra is not None and outra.id != conta.id:
        achados.append(Problem(message=f"O código {conta.codigo} já é de {outra.nome}.", field="codigo"))
    if conta.reduzido:
        iguais = [
            each
            for each in uow.plano_contas.all(conta.empresa_id)
            if each.reduzido == conta.reduzido and each.id != conta.id
        ]
        achados += [
            Problem(message=f"O código reduzido {conta.reduzido} já é de {each.nome}.", field="reduzido")
            for each in iguais[:1]
        ]
    if conta.id and not conta.analitica and uow.plano_contas.posted([conta.id]):
        achados.append(Problem(message="A conta já tem lançamentos e não pode passar a sintética.", field="analitica"))
    return achados


def _clean(conta: ContaContabil) -> ContaContabil:
    nome = " ".join(conta.nome.split())
    return replace(conta, codigo="".join(conta.codigo.split()), reduzido=conta.reduzido.strip(), nome=nome)


def _row(lida: ContaLida, empresa_id: int, antes: Mapping[str, ContaContabil], lancadas: set[int]) -> PlanoRow:
    velha = antes.get(lida.codigo)
    if lida.problems:
        return PlanoRow(lida=lida, efeito=lida.problems[0].message)
    nova = ContaContabil(
        id=velha.id if velha else 0,
        versao=velha.versao if velha else 0,
        empresa_id=empresa_id,
        codigo=lida.codigo,
        reduzido=lida.reduzido or (velha.reduzido if velha else ""),
        nome=lida.nome,
        natureza=lida.natureza or (velha.natureza if velha else Natureza.ATIVO),
        analitica=bool(lida.analitica),
        ativa=True,
    )
    if velha is None:
        return PlanoRow(lida=lida, depois=nova, efeito="Conta nova.")
    if nova == velha:
        return PlanoRow(lida=lida, antes=velha, efeito="Já está assim.")
    if velha.id in lancadas and not nova.analitica:
        return PlanoRow(lida=lida, antes=velha, efeito="A conta já tem lançamentos e não pode passar a sintética.")
    return PlanoRow(lida=lida, antes=velha, depois=nova, efeito=f"Muda: era {velha.nome}.")
