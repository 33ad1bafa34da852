"""What a bank can be asked to do with a title, whatever the bank calls it."""

from enum import StrEnum


class Comando(StrEnum):
    """A movement of a remessa by FEBRABAN's code (CNAB 240, C004), the same for every bank.

    Banks number some of them otherwise: see ``cnab.comandos``.
    """

    REGISTRAR = "01"
    BAIXAR = "02"
    CONCEDER_ABATIMENTO = "04"
    CANCELAR_ABATIMENTO = "05"
    ALTERAR_VENCIMENTO = "06"
    CONCEDER_DESCONTO = "07"
    CANCELAR_DESCONTO = "08"
    PROTESTAR = "09"
    SUSTAR_E_BAIXAR = "10"
    SUSTAR_E_MANTER = "11"
    ALTERAR_JUROS = "12"
    DISPENSAR_JUROS = "13"
    ALTERAR_MULTA = "14"
    DISPENSAR_MULTA = "15"
    ALTERAR_PAGADOR = "23"

    @property
    def titulo(self) -> str:
        """It as the user reads it."""
        return _TITULOS[self]

    @property
    def ends_collection(self) -> bool:
        """Whether the bank stops collecting; the only kind that fits a boleto nobody is to pay any more."""
        return self in (Comando.BAIXAR, Comando.SUSTAR_E_BAIXAR)


_TITULOS = {
    Comando.REGISTRAR: "Registrar",
    Comando.BAIXAR: "Pedir a baixa",
    Comando.CONCEDER_ABATIMENTO: "Conceder abatimento",
    Comando.CANCELAR_ABATIMENTO: "Cancelar abatimento",
    Comando.ALTERAR_VENCIMENTO: "Alterar o vencimento",
    Comando.CONCEDER_DESCONTO: "Conceder desconto",
    Comando.CANCELAR_DESCONTO: "Cancelar desconto",
    Comando.PROTESTAR: "Protestar",
    Comando.SUSTAR_E_BAIXAR: "Sustar o protesto e baixar",
    Comando.SUSTAR_E_MANTER: "Sustar o protesto e manter",
    Comando.ALTERAR_JUROS: "Alterar os juros",
    Comando.DISPENSAR_JUROS: "Dispensar os juros",
    Comando.ALTERAR_MULTA: "Alterar a multa",
    Comando.DISPENSAR_MULTA: "Dispensar a multa",
    Comando.ALTERAR_PAGADOR: "Alterar os dados do pagador",
}
