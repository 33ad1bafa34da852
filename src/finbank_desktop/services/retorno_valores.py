"""Whether what was paid is what was owed, and what makes up the difference.

Every centavo above or below the principal must be explained: by the fields of the bank's line, or by the boleto's own
juros, multa and desconto. What neither explains is a person's to decide and never settles anything by itself.
"""

from dataclasses import dataclass, replace
from datetime import date

from finbank_desktop.domain.calendario import next_dia_util
from finbank_desktop.domain.encargos import Encargos
from finbank_desktop.domain.ocorrencias import Efeito, Ocorrencia
from finbank_desktop.domain.valores import Centavos, format_brl
from finbank_desktop.services.retorno_decisoes import Como


@dataclass(frozen=True, slots=True, kw_only=True)
class Quitacao:
    """A payment taken apart: ``valor_pago == principal + juros + multa - desconto - abatimento``.

    Attributes:
        principal: What is settled of the debt, discounts included.
        duvida: Why a person has to decide, one sentence; empty when everything is explained.
    """

    principal: Centavos = 0
    juros: Centavos = 0
    multa: Centavos = 0
    desconto: Centavos = 0
    abatimento: Centavos = 0
    duvida: str = ""

    @property
    def valor_pago(self) -> Centavos:
        """What the pagador gave."""
        return self.principal + self.juros + self.multa - self.desconto - self.abatimento


def settle(
    o: Ocorrencia, *, devido: Centavos, vencimento: date, encargos: Encargos, abatimento: Centavos = 0
) -> Quitacao:
    """Take the payment *o* of a boleto of which *devido* is still owed apart.

    *o* must say how much was paid and when. An *abatimento* that the books granted counts also where the line, or the
    layout, says nothing of it.
    """
    pago = o.valor_pago or 0
    if not pago:
        return Quitacao(duvida="O banco diz que foi pago, mas a linha não diz quanto.")
    if o.efeito is Efeito.LIQUIDA_PARCIAL:
        return _partial(o, pago, devido)
    if abatimento and not o.abatimento and abatimento < devido:
        sem = _explain(o, pago, devido - abatimento, vencimento, encargos)
        if not sem.duvida:
            return replace(sem, principal=sem.principal + abatimento, abatimento=sem.abatimento + abatimento)
    return _explain(o, pago, devido, vencimento, encargos)


def _explain(o: Ocorrencia, pago: Centavos, devido: Centavos, vencimento: date, encargos: Encargos) -> Quitacao:
    do_banco = _by_fields(o, pago, devido)
    if do_banco:
        return do_banco
    if _has_fields(o) or o.data_ocorrencia is None:
        return Quitacao(duvida=_unexplained(o, pago, devido))
    if pago > devido:
        return _late(pago, devido, o.data_ocorrencia, vencimento, encargos)
    return _early(pago, devido, o.data_ocorrencia, vencimento, encargos)


def _by_fields(o: Ocorrencia, pago: Centavos, devido: Centavos) -> Quitacao | None:
    """Explain by the line's own fields.

    Some layouts give the amount without interest and fine and these beside it; the credit then holds them all, and
    only then is the line read so.
    """
    quitacao = Quitacao(
        principal=devido,
        juros=o.juros or 0,
        multa=o.multa or 0,
        desconto=o.desconto or 0,
        abatimento=o.abatimento or 0,
    )
    if quitacao.valor_pago == pago:
        return quitacao
    acrescimos = quitacao.juros + quitacao.multa
    creditos = (quitacao.valor_pago, quitacao.valor_pago - (o.valor_tarifa or 0))
    if acrescimos and quitacao.valor_pago == pago + acrescimos and o.valor_creditado in creditos:
        return quitacao
    return None


def decide(quitacao: Quitacao, pago: Centavos, devido: Centavos, como: Como) -> Quitacao:
    """Return the payment as a person takes it; unchanged where that does not fit."""
    if pago > devido and como is Como.JUROS:
        return Quitacao(principal=devido, juros=pago - devido)
    if pago > devido and como is Como.EXCEDENTE:
        return Quitacao(principal=devido)
    if pago < devido and como is Como.DESCONTO:
        return Quitacao(principal=devido, desconto=devido - pago)
    if pago < devido and como is Como.PARCIAL:
        return Quitacao(principal=pago)
    return quitacao


def _has_fields(o: Ocorrencia) -> bool:
    return any((o.juros, o.multa, o.desconto, o.abatimento, o.outros_creditos))


def _partial(o: Ocorrencia, pago: Centavos, devido: Centavos) -> Quitacao:
    juros, multa, desconto, abatimento = o.juros or 0, o.multa or 0, o.desconto or 0, o.abatimento or 0
    principal = pago - juros - multa + desconto + abatimento
    if 0 < principal <= devido:
        return Quitacao(principal=principal, juros=juros, multa=multa, desconto=desconto, abatimento=abatimento)
    return Quitacao(duvida=_unexplained(o, pago, devido))


def _late(pago: Centavos, devido: Centavos, pagamento: date, vencimento: date, encargos: Encargos) -> Quitacao:
    """Explain an excess by the boleto's own multa and juros.

    A due date without banks moves to the next business day. A bank that rounds the interest once and not per day may
    differ by half a centavo a day.
    """
    excesso = pago - devido
    dias = (pagamento - vencimento).days if pagamento > next_dia_util(vencimento) else 0
    multa = encargos.multa_sobre(devido) if dias else 0
    juros = dias * encargos.juros_por_dia(devido)
    folga = (dias + 1) // 2 if juros else 0
    if excesso > multa + juros + folga:
        return Quitacao(
            duvida=f"Pago {format_brl(pago)}, {format_brl(excesso)} acima dos {format_brl(devido)} devidos"
            + (f"; juros e multa do boleto explicam {format_brl(multa + juros)}." if multa + juros else ".")
        )
    da_multa = min(multa, excesso)
    return Quitacao(principal=devido, multa=da_multa, juros=excesso - da_multa)


def _early(pago: Centavos, devido: Centavos, pagamento: date, vencimento: date, encargos: Encargos) -> Quitacao:
    """Explain a shortfall by the discount the boleto itself grants."""
    falta = devido - pago
    if pagamento <= vencimento and encargos.total_devido(devido, vencimento, pagamento) <= pago:
        return Quitacao(principal=devido, desconto=falta)
    return Quitacao(
        duvida=f"Pago {format_brl(pago)}, {format_brl(falta)} a menos que os {format_brl(devido)} devidos, "
        "e nada explica a diferença."
    )


def _unexplained(o: Ocorrencia, pago: Centavos, devido: Centavos) -> str:
    partes = [f"devido {format_brl(devido)}"]
    for sinal, nome, valor in (
        ("+", "juros", o.juros),
        ("+", "multa", o.multa),
        ("-", "desconto", o.desconto),
        ("-", "abatimento", o.abatimento),
        ("+", "outros créditos", o.outros_creditos),
    ):
        if valor:
            partes.append(f"{sinal} {nome} {format_brl(valor)}")
    return f"Pago {format_brl(pago)}, mas a conta não fecha: {' '.join(partes)}."
