"""What a retorno de cobrança posts: one lot, some thousand lines at a time."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from finbank_desktop.domain.contabil import Processo
from finbank_desktop.persistence.records import Baixa, Devolucao, Importacao, Tarifa
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.livros import recebimentos
from finbank_desktop.services.livros.contabilizar import Lancador
from finbank_desktop.services.livros.modelo import EscolhaContabil, Movimento, Origem
from finbank_desktop.services.livros.recebimentos import Devedor
from finbank_desktop.services.retorno_model import PlanRow

TABELA = "importacoes"


def origem(importacao: Importacao) -> Origem:
    """Return how the books know *importacao*."""
    numero = f" nº {importacao.numero}" if importacao.numero is not None else ""
    return Origem(
        tabela=TABELA,
        id=importacao.id,
        texto=f"{Processo.RETORNO_COBRANCA}{numero}, importação {importacao.codigo}",
        empresa_id=importacao.empresa_id,
        processo=Processo.RETORNO_COBRANCA,
    )


@dataclass(slots=True)
class RetornoNosLivros:
    """Posts one import.

    Attributes:
        lancador: What it posts by.
    """

    uow: UnitOfWork
    importacao: Importacao
    escolha: EscolhaContabil = field(default_factory=EscolhaContabil)
    lancador: Lancador = field(init=False)
    _contas: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin."""
        i = self.importacao
        self.lancador = Lancador(self.uow, origem(i), self.escolha, usuario=i.usuario, agora=i.importada_em)

    def post(
        self,
        baixas: Sequence[tuple[PlanRow, Baixa]],
        tarifas: Sequence[tuple[PlanRow, Tarifa]],
        devolucoes: Sequence[tuple[PlanRow, Devolucao]],
        rows: Sequence[PlanRow],
    ) -> None:
        """Post what *rows* settled, were charged, have too much, and take back; each with its id."""
        filiais = self.uow.contas_receber.filiais(baixa.conta_receber_id for _, baixa in baixas)
        movimentos = [
            recebimentos.receipt(
                baixa,
                Devedor(pessoa=row.pagador, documento=row.seu_numero, filial_id=filiais.get(baixa.conta_receber_id)),
                self._conta(row),
            )
            for row, baixa in baixas
        ]
        movimentos += [recebimentos.charge(each, self._conta(row), self._day(row, each.data)) for row, each in tarifas]
        movimentos += [
            recebimentos.excess(each, _devedor(row), self._conta(row), self._day(row, each.data))
            for row, each in devolucoes
        ]
        self.lancador.lancar([*movimentos, *self._reversals(rows)])

    def _conta(self, row: PlanRow) -> int:
        if row.convenio_id not in self._contas:
            self._contas[row.convenio_id] = self.uow.convenios.get(row.convenio_id).conta_id
        return self._contas[row.convenio_id]

    def _day(self, row: PlanRow, outra: date | None) -> date:
        return row.data_credito or outra or self.importacao.importada_em.date()

    def _reversals(self, rows: Sequence[PlanRow]) -> list[Movimento]:
        estornos = [(row, baixa) for row in rows for baixa in row.estornos]
        if not estornos:
            return []
        contas = recebimentos.booked(self.uow, "baixas", [baixa.id for _, baixa in estornos])
        devedores = recebimentos.debtors(self.uow, [baixa for _, baixa in estornos])
        return [
            recebimentos.reversal(
                baixa, devedores[baixa.conta_receber_id], contas[baixa.id], self._day(row, row.data_pagamento)
            )
            for row, baixa in estornos
            if baixa.id in contas
        ]


def _devedor(row: PlanRow) -> Devedor:
    return Devedor(pessoa=row.pagador or "não informado", documento=row.seu_numero or "s/nº")
