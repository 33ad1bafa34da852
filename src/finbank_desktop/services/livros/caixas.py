"""Contas caixa: accounts at banks and tills, what moved in them, and what they come to."""

from dataclasses import replace

from finbank_desktop.domain.cadastros import Conta
from finbank_desktop.domain.contabil import ContaCaixa
from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.domain.problems import Problem, RefusedError
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.livros import colunas
from finbank_desktop.services.plans import refuse_errors


class ContasCaixaService:
    """What a person can ask about contas caixa."""

    COLUNAS = colunas.CAIXAS
    COLUNAS_MOVIMENTOS = colunas.MOVIMENTOS

    def __init__(self, database: Database) -> None:
        """Work on *database*."""
        self._database = database

    def list(self, query: ListQuery) -> Pagina:
        """Return a page of contas with their balances; the sum is that of the contas shown."""
        with self._database.read() as uow:
            page = uow.contas.page(query)
            ids = [int(linha["id"]) for linha in page.linhas]
            suas, movidos = uow.contas_caixa.of_contas(ids), uow.movimentos_caixa.saldos(ids)
            contabeis = uow.plano_contas.get_many(
                each.conta_contabil_id for each in suas.values() if each.conta_contabil_id
            )
        linhas = []
        for linha in page.linhas:
            sua = suas.get(int(linha["id"]))
            inicial = sua.saldo_inicial if sua else 0
            contabil = contabeis.get(sua.conta_contabil_id or 0) if sua else None
            movido = movidos.get(int(linha["id"]), 0)
            linhas.append(
                {
                    **linha,
                    "conta_contabil": f"{contabil.codigo} {contabil.nome}" if contabil else "a do evento",
                    "saldo_inicial": inicial,
                    "movimentos": movido,
                    "saldo": inicial + movido,
                }
            )
        soma = sum(linha["saldo"] for linha in linhas)
        return replace(page, linhas=tuple(linhas), somas={"saldo": soma})

    def movimentos(self, query: ListQuery) -> Pagina:
        """Return a page of movements, the latest first; the filter ``conta_id`` leaves those of one conta."""
        with self._database.read() as uow:
            return uow.movimentos_caixa.page(query)

    def saldo(self, conta_id: int) -> int:
        """Return what a conta comes to: what was in it before, and all that moved."""
        with self._database.read() as uow:
            sua = uow.contas_caixa.of_contas([conta_id]).get(conta_id)
            return (sua.saldo_inicial if sua else 0) + uow.movimentos_caixa.saldos([conta_id]).get(conta_id, 0)

    def get(self, conta_id: int) -> ContaCaixa:
        """Return what the books know of a conta; a new one, not yet saved, where nobody said anything.

        Raises:
            MissingError: There is no such conta.
        """
        with self._database.read() as uow:
            conta = uow.contas.get(conta_id)
            nova = ContaCaixa(empresa_id=conta.empresa_id, conta_id=conta_id)
            return uow.contas_caixa.of_contas([conta_id]).get(conta_id, nova)

    def save(self, caixa: ContaCaixa) -> ContaCaixa:
        """Save what the books know of a conta.

        Raises:
            RefusedError: Its conta contábil is no analytic account of the empresa.
        """
        with self._database.write() as uow:
            refuse_errors(_problems(uow, caixa), "conta_caixa_invalida")
            return uow.contas_caixa.update(caixa) if caixa.id else uow.contas_caixa.add(caixa)

    def add_till(self, empresa_id: int, codigo: str, descricao: str) -> Conta:
        """Make a till: a conta without bank, for what is paid in money.

        Raises:
            RefusedError: It has no name, or the codigo is taken.
        """
        if not descricao.strip() or not codigo.strip():
            raise RefusedError("caixa_sem_nome", "Dê um código e um nome ao caixa.", "descricao")
        with self._database.write() as uow:
            if uow.contas.find_by_codigo(empresa_id, codigo.strip()) is not None:
                raise RefusedError("codigo_em_uso", f"O código {codigo.strip()} já está em uso.", "codigo")
            nova = Conta(
                empresa_id=empresa_id,
                codigo=codigo.strip(),
                descricao=descricao.strip(),
                banco="",
                agencia="",
                conta="",
            )
            return uow.contas.add(nova)


def _problems(uow: UnitOfWork, caixa: ContaCaixa) -> list[Problem]:
    if caixa.conta_contabil_id is None:
        return []
    conta = uow.plano_contas.get(caixa.conta_contabil_id)
    if conta.empresa_id != caixa.empresa_id or not conta.analitica:
        return [Problem(message="Escolha uma conta analítica do plano desta empresa.", field="conta_contabil_id")]
    return []
