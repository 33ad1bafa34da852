"""What a person may decide about a line of a retorno that the program will not decide by itself; pure."""

from collections.abc import Iterator, Sequence

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.services.retorno_decisoes import Acao, Como, OpcaoDecisao
from finbank_desktop.services.retorno_model import PlanRow, Tab


def options(row: PlanRow, boleto: Boleto | None) -> Sequence[OpcaoDecisao]:
    """Return what may be decided about *row*, the likeliest first; empty when there is nothing to decide.

    Args:
        row: As planned, with what was decided so far.
        boleto: The boleto it speaks of, as it stands; ``None`` when none was found.
    """
    if not row.tab.needs_person and row.decisao is None:
        return ()
    achadas = list(_of_boleto(row, boleto)) if boleto is not None else []
    if boleto is None or row.tab is Tab.A_DEVOLVER or row.decisao is not None:
        achadas.append(_option(Acao.ATRIBUIR, texto="É de outro boleto" if boleto else "É deste boleto"))
    if boleto is None and row.valor_pago and row.data_pagamento:
        achadas.append(_option(Acao.CRIAR, texto="Criar um título novo, já pago, deste cliente"))
    achadas.append(_option(Acao.IGNORAR))
    achadas.append(_option(Acao.ADIAR, texto=_LEAVE.get(row.tab, str(Acao.ADIAR))))
    return achadas


_LEAVE = {Tab.A_DEVOLVER: "Deixar em Pagamentos a devolver"}


def _of_boleto(row: PlanRow, boleto: Boleto) -> Iterator[OpcaoDecisao]:
    """Yield how the payment of *boleto* can be taken; nothing when the line lacks its amount or its day."""
    if not row.valor_pago or row.data_pagamento is None or row.tab is Tab.A_DEVOLVER:
        return
    acao = row.decisao.acao if row.decisao and row.decisao.acao is Acao.ATRIBUIR else Acao.ACEITAR
    if boleto.situacao in (Situacao.CANCELADO, Situacao.INATIVO):
        yield _option(acao, Como.REABRIR)
        return
    if not boleto.situacao.is_open:
        return
    sobra = row.valor_pago - (boleto.valor - boleto.valor_pago)
    if sobra > 0:
        yield _option(acao, Como.JUROS, f"Os {format_brl(sobra)} a mais são juros")
        yield _option(acao, Como.EXCEDENTE, f"Os {format_brl(sobra)} a mais são do cliente, a devolver")
    elif sobra < 0:
        yield _option(acao, Como.DESCONTO, f"Os {format_brl(-sobra)} que faltam são desconto")
        yield _option(acao, Como.PARCIAL, f"Os {format_brl(-sobra)} que faltam ficam em aberto")
    yield _option(Acao.ACEITAR, texto="Aceitar como o banco diz")


def _option(acao: Acao, como: Como | None = None, texto: str = "") -> OpcaoDecisao:
    return OpcaoDecisao(acao=acao, como=como, texto=texto or str(como or acao))
