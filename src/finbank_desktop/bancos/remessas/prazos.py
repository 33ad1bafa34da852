"""The one term of days that most CNAB 400 titles can carry."""

from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.encargos import Encargos

_MAXIMO = 99
"""Both Itaú (392-393) and Bradesco (159-160) give the days two positions."""


def instruction(encargos: Encargos, *, protestar: str, baixar: str, protesto_minimo: int = 1) -> tuple[str, int]:
    """Return the bank's instruction and its days; ``("00", 0)`` without any.

    Raises:
        BancoError: Both protest and baixa are wanted, and the layout has room for one; or the days do not fit, or
            are none, for which no manual says what the bank does.
    """
    if encargos.protesto_dias is not None and encargos.baixa_dias is not None:
        raise BancoError("baixa_dias", "o CNAB 400 deste banco leva um prazo só: escolha protesto ou baixa")
    if encargos.protesto_dias is not None:
        return protestar, _days("protesto_dias", encargos.protesto_dias, protesto_minimo)
    if encargos.baixa_dias is not None:
        return baixar, _days("baixa_dias", encargos.baixa_dias, 1)
    return "00", 0


def _days(field: str, dias: int, minimo: int) -> int:
    if not minimo <= dias <= _MAXIMO:
        raise BancoError(field, f"o CNAB 400 deste banco leva de {minimo} a {_MAXIMO} dias, não {dias}")
    return dias
