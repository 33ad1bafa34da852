"""Posting to the books, within the transaction of what settles: one lot per process, and taking it back.

A lançamento debits the conta caixa with what comes in and credits each part it consists of; what goes out is the same
with opposite signs. So each lançamento sums to zero by itself, and with them the lot.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from finbank_desktop.domain.contabil import Papel, Processo, SituacaoLote
from finbank_desktop.domain.problems import Problem
from finbank_desktop.persistence.records_livros import LoteContabil
from finbank_desktop.persistence.repositories.lotes_contabeis import LinhaMovimento, LinhaPartida
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.livros import periodos
from finbank_desktop.services.livros.historicos import Palavras
from finbank_desktop.services.livros.modelo import EscolhaContabil, Movimento, Origem
from finbank_desktop.services.livros.regras import Contas, rule_for

__all__ = (
    "EscolhaContabil",
    "Lancador",
    "Movimento",
    "Origem",
    "Papel",
    "Processo",
    "contabilizar",
    "estornar",
    "impedimentos",
)

SEQUENCIA = "lotes_contabeis"
_SEM_ESCOLHA = EscolhaContabil()


def contabilizar(
    uow: UnitOfWork,
    origem: Origem,
    movimentos: Iterable[Movimento],
    *,
    escolha: EscolhaContabil = _SEM_ESCOLHA,
    usuario: str,
    agora: datetime,
) -> LoteContabil | None:
    """Post what a process moved, as one lot, within the caller's transaction.

    Args:
        uow: The caller's transaction.
        origem: The process; the lot is called by its text.
        movimentos: One per settlement.
        escolha: The evento and histórico somebody chose.
        usuario: Who does it.
        agora: When.

    Returns:
        The lot, open; ``None`` when nothing moved.

    Raises:
        RefusedError: A day is in a closed period, or the evento names no account for a part.
    """
    lancador = Lancador(uow, origem, escolha, usuario=usuario, agora=agora)
    lancador.lancar(movimentos)
    return lancador.concluir()


def estornar(uow: UnitOfWork, origem: Origem, *, usuario: str, agora: datetime) -> list[LoteContabil]:
    """Take back what a process posted, within the caller's transaction.

    An open lot goes with all its lines; of a closed one the mirror is posted, on the same days, as a new open lot.

    Args:
        uow: The caller's transaction.
        origem: The process; its text and its kind do not matter.
        usuario: Who does it.
        agora: When.

    Returns:
        The mirrors.

    Raises:
        RefusedError: A lot is in a closed period; nothing was written.
    """
    lotes = uow.lotes_contabeis.of_origem(origem.tabela, origem.id)
    periodos.refuse_closed(uow, origem.empresa_id, [lote.inicio for lote in lotes])
    espelhos = []
    for lote in lotes:
        if lote.situacao is SituacaoLote.ABERTO:
            uow.lotes_contabeis.remove(lote)
            continue
        espelho = uow.lotes_contabeis.add(
            replace(
                lote,
                id=0,
                codigo=_codigo(uow, lote.empresa_id),
                texto=f"Estorno de {lote.texto}",
                quando=agora,
                usuario=usuario,
                situacao=SituacaoLote.ABERTO,
                fechado_em=None,
                fechado_por="",
                estorno_de_id=lote.id,
            )
        )
        uow.lotes_contabeis.mirror(lote, espelho)
        espelhos.append(espelho)
    return espelhos


def impedimentos(uow: UnitOfWork, origem: Origem) -> list[Problem]:
    """Return why what a process posted cannot be taken back; empty when it can. For plans."""
    lotes = uow.lotes_contabeis.of_origem(origem.tabela, origem.id)
    return periodos.closed(uow, origem.empresa_id, [lote.inicio for lote in lotes])


@dataclass(slots=True)
class _Feito:
    """What a lot comes to so far."""

    lote: LoteContabil | None = None
    lancamentos: int = 0
    debitos: int = 0
    inicio: date = date.max
    fim: date = date.min


@dataclass(slots=True)
class Lancador:
    """Posts a process of any size some thousand movements at a time; `contabilizar` does it in one go."""

    uow: UnitOfWork
    origem: Origem
    escolha: EscolhaContabil = _SEM_ESCOLHA
    usuario: str = field(kw_only=True)
    agora: datetime = field(kw_only=True)
    _feito: _Feito = field(default_factory=_Feito)
    _contas: Contas | None = None
    _palavras: Palavras | None = None

    def lancar(self, movimentos: Iterable[Movimento]) -> None:
        """Post *movimentos*; see `contabilizar`."""
        todos = [each for each in movimentos if each.valor or any(each.partes.values())]
        if not todos:
            return
        datas = {each.data for each in todos}
        periodos.refuse_closed(self.uow, self.origem.empresa_id, datas)
        self._feito.inicio, self._feito.fim = min(self._feito.inicio, *datas), max(self._feito.fim, *datas)
        lote = self._begin()
        partidas: list[LinhaPartida] = []
        linhas: list[LinhaMovimento] = []
        for numero, each in enumerate(todos, self._feito.lancamentos + 1):
            partidas += self._partidas(numero, each)
            linhas.append(self._linha(numero, each))
        self.uow.partidas.append(lote, partidas)
        self.uow.movimentos_caixa.append(lote, linhas)
        self._feito.lancamentos += len(todos)
        self._feito.debitos += sum(valor for *_, valor in partidas if valor > 0)

    def concluir(self) -> LoteContabil | None:
        """Write down what the lot comes to and return it; ``None`` when nothing moved."""
        feito = self._feito
        if feito.lote is None:
            return None
        pronto = replace(
            feito.lote,
            inicio=feito.inicio,
            fim=feito.fim,
            lancamentos=feito.lancamentos,
            valor=feito.debitos,
        )
        return self.uow.lotes_contabeis.update(pronto)

    def _begin(self) -> LoteContabil:
        feito, origem = self._feito, self.origem
        if feito.lote is None:
            regra = rule_for(self.uow, origem.empresa_id, origem.processo, self.escolha)
            self._contas = Contas(self.uow, regra)
            self._palavras = Palavras(regra.historico)
            feito.lote = self.uow.lotes_contabeis.add(
                LoteContabil(
                    empresa_id=origem.empresa_id,
                    codigo=_codigo(self.uow, origem.empresa_id),
                    processo=origem.processo,
                    texto=origem.texto,
                    origem_tabela=origem.tabela,
                    origem_id=origem.id,
                    inicio=feito.inicio,
                    fim=feito.fim,
                    quando=self.agora,
                    usuario=self.usuario,
                )
            )
        return feito.lote

    def _partidas(self, numero: int, each: Movimento) -> Sequence[LinhaPartida]:
        assert self._contas is not None  # noqa: S101 - begun
        if sum(each.partes.values()) != each.valor:
            raise ValueError(f"as partes de um movimento somam o valor dele: {each.partes} ≠ {each.valor}")
        caixa = self._contas.of_conta_caixa(each.conta_id)
        partidas = [
            (numero, each.data, self._contas.of(papel), each.filial_id, -valor)
            for papel, valor in each.partes.items()
            if valor
        ]
        return [(numero, each.data, caixa, each.filial_id, each.valor), *partidas] if each.valor else partidas

    def _linha(self, numero: int, each: Movimento) -> LinhaMovimento:
        assert self._contas is not None  # noqa: S101 - begun
        assert self._palavras is not None  # noqa: S101 - begun
        texto = each.texto or self._palavras.render(each, self.origem.texto, self._contas.nomes[each.conta_id])
        return (numero, each.conta_id, each.data, each.valor, texto, each.documento, *_item(each))


def _item(each: Movimento) -> tuple[str, int | None]:
    if each.item is not None:
        return each.item
    itens = {"baixas": each.baixa_id, "pagamentos": each.pagamento_id, "tarifas": each.tarifa_id}
    return next(((tabela, row) for tabela, row in itens.items() if row is not None), ("", None))


def _codigo(uow: UnitOfWork, empresa_id: int) -> str:
    return f"{uow.sequencias.next(empresa_id, SEQUENCIA):06d}"
