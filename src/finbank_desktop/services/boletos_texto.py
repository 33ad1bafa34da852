"""What interest, fine and discount mean, in the words that stand on the paper."""

from datetime import date, timedelta

from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.calendario import next_dia_util
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.valores import Centavos, Centesimos, format_brl

_NAO_REGISTRADO = (
    NoBanco.NAO_ENVIADO,
    NoBanco.PENDENTE_REMESSA,
    NoBanco.NA_REMESSA,
    NoBanco.ENVIADO,
    NoBanco.RECUSADO,
)
SO_HOMOLOGACAO = "Só no ambiente de testes do banco"
"""What stands beside *Registrado por API* when no real title was made."""
_PAGAVEL = (NoBanco.REGISTRADO, NoBanco.REGISTRADO_POR_API)


def format_taxa(taxa: Centesimos) -> str:
    """Return a percentage as it is printed.

    >>> format_taxa(200), format_taxa(33)
    ('2,00 %', '0,33 %')
    """
    return f"{taxa // 100},{taxa % 100:02d} %"


def lines(boleto: Boleto) -> tuple[str, ...]:
    """Return what the bank and the pagador are told about *boleto*: its encargos, then the convênio's own lines."""
    e = boleto.encargos
    frases = [_discount(boleto), _late(e, boleto.valor), _protest(e), _drop(e)]
    return (*(frase for frase in frases if frase), *boleto.instrucoes)


def _discount(boleto: Boleto) -> str:
    e = boleto.encargos
    if e.desconto_tipo is TipoDesconto.SEM or not e.desconto:
        return ""
    ate = boleto.vencimento - timedelta(days=e.desconto_dias)
    quanto = format_brl(e.desconto_sobre(boleto.valor))
    taxa = f" ({format_taxa(e.desconto)})" if e.desconto_tipo is TipoDesconto.PERCENTUAL else ""
    return f"Até {ate:%d/%m/%Y}, desconto de {quanto}{taxa}."


def _late(e: Encargos, valor: Centavos) -> str:
    partes = []
    if e.multa_tipo is not TipoMulta.ISENTA and e.multa:
        partes.append("multa de " + (format_brl(e.multa) if e.multa_tipo is TipoMulta.VALOR else format_taxa(e.multa)))
    if por_dia := e.juros_por_dia(valor):
        partes.append(f"juros de {format_brl(por_dia)} por dia")
    elif e.juros_tipo is TipoJuros.TAXA_MENSAL and e.juros:
        partes.append(f"juros de {format_taxa(e.juros)} ao mês")  # less than half a centavo a day
    return f"Após o vencimento, {' e '.join(partes)}." if partes else ""


def _protest(e: Encargos) -> str:
    return "" if e.protesto_dias is None else f"Protestar {_days(e.protesto_dias)} após o vencimento."


def _drop(e: Encargos) -> str:
    if e.baixa_dias is None:
        return ""
    return (
        "Não receber após o vencimento." if e.baixa_dias == 0 else f"Não receber após {_days(e.baixa_dias)} de atraso."
    )


def _days(dias: int) -> str:
    return "1 dia" if dias == 1 else f"{dias} dias"


def aviso(boleto: Boleto) -> str:
    """Return what the pagador must know before paying, printed in red; empty when the boleto can be paid."""
    if boleto.situacao is Situacao.BAIXADO:
        return "Este boleto já foi pago."
    if not boleto.situacao.is_open:
        return f"Este boleto não vale mais: {str(boleto.situacao).lower()}."
    if boleto.no_banco is NoBanco.BAIXADO_NO_BANCO:
        return "Este boleto foi baixado no banco e não pode mais ser pago."
    if boleto.no_banco is NoBanco.RECUSADO:
        return "O banco recusou o registro deste boleto: ele ainda não pode ser pago."
    if boleto.no_banco is NoBanco.REGISTRADO_POR_API and boleto.no_banco_detalhe == SO_HOMOLOGACAO:
        return "Boleto registrado só no ambiente de testes do banco: não pode ser pago."
    sem = boleto.no_banco in _NAO_REGISTRADO
    return "Boleto ainda não registrado no banco: só poderá ser pago depois do registro." if sem else ""


def valor_hoje(boleto: Boleto, hoje: date) -> Centavos | None:
    """Return what paying *boleto* on *hoje* costs, when that is another amount than the one on it.

    The bank that takes the money reckons it (Convenção FEBRABAN FB-0061/2021): it stands on paper for the pagador to
    know. A due date on a day without banks moves to the next one that has them (Lei 7.089/1983, art. 1). ``None`` as
    well for a boleto that cannot be paid or was paid in part.
    """
    if boleto.situacao not in (Situacao.EM_ABERTO, Situacao.VENCIDO) or boleto.no_banco not in _PAGAVEL:
        return None
    ate, e = next_dia_util(boleto.vencimento), boleto.encargos
    if e.baixa_dias is not None and hoje > ate + timedelta(days=e.baixa_dias):
        return None
    efetivo = boleto.vencimento if boleto.vencimento < hoje <= ate else hoje
    base = max(0, boleto.valor - boleto.abatimento)
    devido = e.total_devido(base, boleto.vencimento, efetivo)
    return None if devido == boleto.valor or devido <= 0 else devido
