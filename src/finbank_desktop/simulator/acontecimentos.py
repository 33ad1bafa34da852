"""What happens to each title: registered or refused, paid on a day, in full or in part, once or more."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from finbank_desktop.domain.calendario import add_dias_uteis, next_dia_util
from finbank_desktop.domain.ocorrencias import Efeito
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.simulator.cenario import Cenario, Regra
from finbank_desktop.simulator.cenario_valores import ULTIMO_ANO, Fracao
from finbank_desktop.simulator.codigos import REGISTRAR, Codigos
from finbank_desktop.simulator.remessa import Pedido


@dataclass(frozen=True, slots=True, kw_only=True)
class Acontecimento:
    """One thing the bank tells about a title.

    Attributes:
        dia: The day the bank tells it.
        codigo: The bank's occurrence code.
        data: The day it happened.
        valor_pago: What the pagador gave; 0 when nothing was paid.
    """

    pedido: Pedido
    dia: date
    codigo: str
    data: date
    motivos: tuple[str, ...] = ()
    data_credito: date | None = None
    valor_pago: Centavos = 0
    juros: Centavos = 0
    multa: Centavos = 0
    desconto: Centavos = 0
    abatimento: Centavos = 0
    tarifa: Centavos = 0


def happen(pedido: Pedido, cenario: Cenario, codigos: Codigos, hoje: date) -> Iterator[Acontecimento]:
    """Yield what the bank tells about one title, in order.

    A payment is told on its own business day, but never before the registration, whatever its date.

    Raises:
        RefusedError: The scenario names a reason that this bank does not have.
    """
    regra = cenario.regra_for(pedido.posicao, pedido.nossos_numeros, pedido.seu_numero)
    dia = next_dia_util(hoje)
    if pedido.comando != REGISTRAR:
        yield Acontecimento(pedido=pedido, dia=dia, data=dia, codigo=codigos.answer_to(pedido.comando))
        return
    defeito = _defect(pedido)
    if regra.motivos or defeito:
        motivos = codigos.motivo_about(defeito) if defeito else _motivos(regra, cenario, codigos)
        codigo = codigos.require(Efeito.REJEITA)
        yield Acontecimento(pedido=pedido, dia=dia, data=dia, codigo=codigo, motivos=motivos, tarifa=regra.tarifa)
        return
    tarifa = 0 if regra.quando else regra.tarifa
    yield Acontecimento(pedido=pedido, dia=dia, data=dia, codigo=codigos.require(Efeito.CONFIRMA), tarifa=tarifa)
    if regra.quando:
        pago = _pay(pedido, regra, regra.quando.day(pedido.vencimento or dia))
        for vez in range(regra.vezes):
            yield _told(pedido, pago, codigos, max(next_dia_util(pago.data), dia), again=vez > 0)


def _defect(pedido: Pedido) -> str:
    """Return the word for what a bank would refuse by itself; empty when there is nothing."""
    if pedido.vencimento is None or pedido.vencimento.year > ULTIMO_ANO:
        return "vencimento"
    return "" if pedido.valor else "valor"


def _motivos(regra: Regra, cenario: Cenario, codigos: Codigos) -> tuple[str, ...]:
    try:
        return codigos.motivos(regra.motivos)
    except RefusedError as error:
        onde = f"linha {regra.linha_motivo}"
        message = f"O cenário {cenario.nome} não pode ser usado: {onde}, na chave “motivo”, {error.message}."
        raise RefusedError(error.code, message, f"{cenario.nome}, {onde}") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pagamento:
    data: date
    valor_pago: Centavos
    juros: Centavos
    multa: Centavos
    desconto: Centavos
    abatimento: Centavos
    tarifa: Centavos
    parcial: bool


def _pay(pedido: Pedido, regra: Regra, data: date) -> _Pagamento:
    """Take a payment on *data* apart.

    A due date without banks moves to the next business day; then interest counts from the due date itself. A payment
    in part settles nothing but principal.
    """
    vencimento = pedido.vencimento or data
    devido = pedido.valor - pedido.abatimento
    dias = (data - vencimento).days if data > next_dia_util(vencimento) else 0
    em_dia = pedido.desconto_ate is not None and data <= pedido.desconto_ate
    juros = _either(regra.juros, dias * pedido.encargos.juros_por_dia(devido))
    multa = _either(regra.multa, pedido.encargos.multa_sobre(devido) if dias else 0)
    desconto = _either(regra.desconto, pedido.encargos.desconto_sobre(pedido.valor) if em_dia else 0)
    total = devido + juros + multa - desconto
    pago = regra.valor_pago
    if isinstance(pago, Fracao):
        pago = pago.of(pedido.valor)
    parcial = pago is not None and pago < total
    if pago is not None and pago != total:
        juros, multa, desconto = _explain(regra, pago, devido)
    return _Pagamento(
        data=data,
        valor_pago=total if pago is None else pago,
        juros=juros,
        multa=multa,
        desconto=desconto,
        abatimento=0 if parcial else pedido.abatimento,
        tarifa=regra.tarifa,
        parcial=parcial,
    )


def _either(given: Centavos | None, reckoned: Centavos) -> Centavos:
    return reckoned if given is None else given


def _explain(regra: Regra, pago: Centavos, devido: Centavos) -> tuple[Centavos, Centavos, Centavos]:
    """Return juros, multa and desconto of a given amount: as given, and as juros what is above the debt otherwise."""
    if regra.juros is None and regra.multa is None and regra.desconto is None:
        return max(0, pago - devido), 0, 0
    return regra.juros or 0, regra.multa or 0, regra.desconto or 0


def _told(pedido: Pedido, pago: _Pagamento, codigos: Codigos, dia: date, *, again: bool) -> Acontecimento:
    """Return how the bank tells a payment on *dia*; the money is there on the next business day."""
    codigo = codigos.paid_again() if again else codigos.require(Efeito.LIQUIDA)
    motivos: tuple[str, ...] = ()
    if pago.parcial and not again:
        codigo, motivos = codigos.paid_in_part()
    return Acontecimento(
        pedido=pedido,
        dia=dia,
        codigo=codigo,
        data=pago.data,
        motivos=motivos,
        data_credito=add_dias_uteis(dia, 1),
        valor_pago=pago.valor_pago,
        juros=pago.juros,
        multa=pago.multa,
        desconto=pago.desconto,
        abatimento=pago.abatimento,
        tarifa=pago.tarifa,
    )
