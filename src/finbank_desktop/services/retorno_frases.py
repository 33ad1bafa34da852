"""What a line of a retorno comes to in words, where it changes no boleto, and why a payment is left to a person."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from finbank_desktop.domain.arquivos import Cabecalho
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.contas_receber import ContaReceber, Situacao
from finbank_desktop.domain.ocorrencias import Efeito, Ocorrencia
from finbank_desktop.domain.valores import Centavos, format_brl
from finbank_desktop.services import retorno_no_banco
from finbank_desktop.services.retorno_model import PlanRow, Tab
from finbank_desktop.services.retorno_valores import Quitacao

_FOLGA = timedelta(days=3)
"""Days a payment may be dated after its file: some banks date by the next business day."""


def why_not(o: Ocorrencia, boleto: Boleto, contas: Sequence[ContaReceber]) -> str:
    """Return why the payment *o* cannot be taken without a person; empty when it can."""
    return next(_reasons(o, boleto, contas), "")


def _reasons(o: Ocorrencia, boleto: Boleto, contas: Sequence[ContaReceber]) -> Iterator[str]:
    pago = format_brl(o.valor_pago or 0)
    if o.data_ocorrencia is None:
        yield "O banco diz que foi pago, mas a linha não traz uma data de pagamento válida."
    if o.valor_pago is None:
        yield "O banco diz que foi pago, mas a linha não diz quanto."
    elif not o.valor_pago:
        yield "O banco diz que foi pago, mas com o valor de R$ 0,00."
    if boleto.situacao is not Situacao.BAIXADO and not boleto.situacao.is_open:
        yield f"Pago {pago}, mas aqui o boleto está {str(boleto.situacao).lower()}."
    if not boleto.itens:
        yield f"Pago {pago}, mas o boleto não tem conta a receber."
    for conta in contas:
        if conta.situacao is not Situacao.BAIXADO and not conta.situacao.is_open:
            yield f"Pago {pago}, mas a conta a receber {conta.codigo} está {str(conta.situacao).lower()}."


def too_early(o: Ocorrencia, cabecalho: Cabecalho) -> str:
    """Return why a date cannot be: a bank tells nothing before it happened; a few days are left for odd calendars."""
    ate = cabecalho.data_geracao
    if ate is None or o.data_ocorrencia is None or o.data_ocorrencia <= ate + _FOLGA:
        return ""
    return f"Pago em {o.data_ocorrencia:%d/%m/%Y}, mas o arquivo é de {ate:%d/%m/%Y}: a data ainda não chegou."


def again(o: Ocorrencia, boleto: Boleto) -> str:
    """Return what a second payment of *boleto* is."""
    pago = format_brl(o.valor_pago or 0)
    if boleto.data_pagamento:
        return f"Pago outra vez: {pago}; o boleto já foi baixado em {boleto.data_pagamento:%d/%m/%Y}. A devolver."
    return f"Pago outra vez: {pago}; o boleto já foi baixado. A devolver."


def settled_text(quitacao: Quitacao, resta: Centavos, contas: int, excedente: Centavos) -> str:
    """Return what a settlement does, in words."""
    partes = [
        f"{nome} de {format_brl(valor)}"
        for nome, valor in (
            ("juros", quitacao.juros),
            ("multa", quitacao.multa),
            ("desconto", quitacao.desconto),
            ("abatimento", quitacao.abatimento),
        )
        if valor
    ]
    texto = f"Baixa de {format_brl(quitacao.principal)}"
    if contas > 1:
        texto += f" em {contas} contas"
    if partes:
        texto += f", com {' e '.join((', '.join(partes[:-1]), partes[-1])) if partes[1:] else partes[0]}"
    if excedente:
        texto += f"; {format_brl(excedente)} a mais, a devolver ao cliente"
    return f"{texto}; ficam {format_brl(resta)} em aberto." if resta else f"{texto}."


def without_change(o: Ocorrencia, row: PlanRow) -> PlanRow:
    """Answer a line that changes no boleto: a charge, a notice, a reversal, or a title we do not know."""
    if o.efeito is Efeito.TARIFA or (o.efeito is Efeito.INFORMA and charges(o)):
        return _charge(o, row)
    if o.efeito is Efeito.INFORMA:
        return row.but(tab=Tab.IGNORADOS, efeito="Só informa; nada muda.")
    return row.but(tab=Tab.NAO_LOCALIZADOS, efeito="Nenhum boleto deste convênio tem este nosso número; nada muda.")


def charges(o: Ocorrencia) -> bool:
    """Whether the bank takes money on that line."""
    return bool(o.valor_tarifa or o.outras_despesas)


def _charge(o: Ocorrencia, row: PlanRow) -> PlanRow:
    total = (o.valor_tarifa or 0) + (o.outras_despesas or 0)
    if o.valor_tarifa is None and not total:
        return row.but(tab=Tab.CONFERIR, efeito="O banco cobra uma tarifa, mas a linha não diz quanto.")
    if not total:
        return row.but(tab=Tab.IGNORADOS, efeito="Aviso de tarifa sem valor; nada muda.")
    return row.but(tab=Tab.TARIFAS, efeito=f"Tarifa de {format_brl(total)}: {retorno_no_banco.reasons(o)}.")
