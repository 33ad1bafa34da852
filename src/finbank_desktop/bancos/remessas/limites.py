"""What a remessa has no field or no code for, refused with a sentence instead of being dropped."""

from datetime import timedelta

from finbank_desktop.bancos.protocol import BancoError, Campos
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoMulta


def without_baixa(encargos: Encargos, banco: str) -> None:
    """Refuse a term of baixa where the layout has no place for one."""
    if encargos.baixa_dias is not None:
        raise BancoError("baixa_dias", f"a remessa do {banco} não leva prazo de baixa; combine-o com o banco")


def without_aceite(boleto: Boleto, banco: str) -> None:
    """Refuse an accepted title where the layout cannot tell it from others."""
    if boleto.aceite:
        raise BancoError("aceite", f"a remessa do {banco} só leva títulos sem aceite")


def client_prints(convenio: Convenio, banco: str) -> None:
    """Refuse that the bank prints: it would give the title another number than the boleto made here has."""
    if convenio.emissao == "banco":
        raise BancoError("emissao", f"quando o {banco} emite o boleto é ele que o numera; escolha emissão pelo cliente")


def fine_in_percent(encargos: Encargos, banco: str) -> int:
    """Return the fine in hundredths of a percent, 0 for none; refuse one in centavos."""
    if encargos.multa_tipo is TipoMulta.VALOR:
        raise BancoError("multa", f"a remessa do {banco} só leva multa em percentual")
    return encargos.multa if encargos.multa_tipo is TipoMulta.PERCENTUAL else 0


def discount_until_due(encargos: Encargos, banco: str) -> None:
    """Refuse a discount that ends before the due date where the bank gives it until then."""
    if encargos.desconto_tipo is not TipoDesconto.SEM and encargos.desconto_dias:
        raise BancoError("desconto_dias", f"o {banco} só dá desconto até o vencimento; deixe 0 dias")


def protest_days(encargos: Encargos, banco: str, minimo: int = 1, maximo: int = 99) -> int:
    """Return the days after which a title is protested, 0 for never; refuse terms the bank does not take."""
    dias = encargos.protesto_dias
    if dias is None:
        return 0
    if not minimo <= dias <= maximo:
        raise BancoError("protesto_dias", f"o {banco} protesta após {minimo} a {maximo} dias, não {dias}")
    return dias


def discount_in_amount(boleto: Boleto) -> Campos:
    """Return discount 1 of segment P for banks that only know an amount until a date (code 1).

    A percentage is told as the amount that the boleto prints.
    """
    encargos = boleto.encargos
    if encargos.desconto_tipo is TipoDesconto.SEM:
        return {"desconto1_codigo": "0", "desconto1_data": None, "desconto1_valor_percentual": 0}
    return {
        "desconto1_codigo": "1",
        "desconto1_data": boleto.vencimento - timedelta(days=encargos.desconto_dias),
        "desconto1_valor_percentual": encargos.desconto_sobre(boleto.valor),
    }
