"""The one term of days that most CNAB 400 titles can carry."""

from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.encargos import Encargos


def instruction(encargos: Encargos, *, protestar: str, baixar: str) -> tuple[str, int]:
    """Return the bank's instruction and its days; ``("00", 0)`` without any.

    Raises:
        BancoError: Both protest and baixa are wanted, and the layout has room for one.
    """
    if encargos.protesto_dias is not None and encargos.baixa_dias is not None:
        raise BancoError("baixa_dias", "o CNAB 400 deste banco leva um prazo só: escolha protesto ou baixa")
    if encargos.protesto_dias is not None:
        return protestar, encargos.protesto_dias
    if encargos.baixa_dias is not None:
        return baixar, encargos.baixa_dias
    return "00", 0
