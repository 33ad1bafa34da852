"""What a late or early payment costs or saves, and what the bank does with an unpaid boleto."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from finbank_desktop.domain.valores import Centavos


class TipoJuros(StrEnum):
    """How interest runs after the due date (FEBRABAN C018)."""

    ISENTO = "isento"
    VALOR_DIA = "valor_dia"
    TAXA_MENSAL = "taxa_mensal"


class TipoMulta(StrEnum):
    """How the fine is reckoned (FEBRABAN G073)."""

    ISENTA = "isenta"
    VALOR = "valor"
    PERCENTUAL = "percentual"


class TipoDesconto(StrEnum):
    """How an early payment is rewarded (FEBRABAN C021, codes 1 and 2)."""

    SEM = "sem"
    VALOR = "valor"
    PERCENTUAL = "percentual"


@dataclass(frozen=True, slots=True, kw_only=True)
class Encargos:
    """Interest, fine, discount and the bank's standing orders for a boleto.

    Attributes:
        juros: Centavos per day, or hundredths of a percent per month, by *juros_tipo*.
        multa: Centavos, or hundredths of a percent, by *multa_tipo*.
        desconto: Centavos, or hundredths of a percent, by *desconto_tipo*.
        desconto_dias: Days before the due date until which the discount is given; 0 is the due date itself.
        protesto_dias: Days after the due date until protest; ``None`` never.
        baixa_dias: Days after the due date until the bank drops it; ``None`` leaves it to the bank.
    """

    juros_tipo: TipoJuros = TipoJuros.ISENTO
    juros: int = 0
    multa_tipo: TipoMulta = TipoMulta.ISENTA
    multa: int = 0
    desconto_tipo: TipoDesconto = TipoDesconto.SEM
    desconto: int = 0
    desconto_dias: int = 0
    protesto_dias: int | None = None
    baixa_dias: int | None = None

    def juros_por_dia(self, valor: Centavos) -> Centavos:
        """Return the interest of one day on *valor*, rounded half up; a month has 30 days."""
        if self.juros_tipo is TipoJuros.VALOR_DIA:
            return self.juros
        if self.juros_tipo is TipoJuros.TAXA_MENSAL:
            return _half_up(valor * self.juros, 30 * 10_000)
        return 0

    def multa_sobre(self, valor: Centavos) -> Centavos:
        """Return the fine on *valor*, rounded half up."""
        return (
            self.multa if self.multa_tipo is TipoMulta.VALOR else self._percentual(self.multa_tipo, valor, self.multa)
        )

    def desconto_sobre(self, valor: Centavos) -> Centavos:
        """Return the discount on *valor*, rounded half up."""
        if self.desconto_tipo is TipoDesconto.VALOR:
            return self.desconto
        return self._percentual(self.desconto_tipo, valor, self.desconto)

    def total_devido(self, valor: Centavos, vencimento: date, pagamento: date) -> Centavos:
        """Return what *valor*, due on *vencimento*, costs when it is paid on *pagamento*."""
        atraso = (pagamento - vencimento).days
        if atraso > 0:
            return valor + self.multa_sobre(valor) + atraso * self.juros_por_dia(valor)
        if -atraso >= self.desconto_dias:
            return valor - self.desconto_sobre(valor)
        return valor

    @staticmethod
    def _percentual(tipo: StrEnum, valor: Centavos, taxa: int) -> Centavos:
        return _half_up(valor * taxa, 10_000) if tipo == "percentual" else 0


def _half_up(dividendo: int, divisor: int) -> int:
    return (2 * dividendo + divisor) // (2 * divisor)
