"""What every bank module answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from finbank_desktop.domain.boletos import Calculo, DadosCalculo
from finbank_desktop.domain.cadastros import Conta
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.registros import Valor
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

Campos: TypeAlias = Mapping[str, Valor]
"""Values of a remessa's fields by the names of the bank's layout."""


class BancoError(ValueError):
    """What was given does not make a boleto at this bank.

    Attributes:
        field: Name of the field at fault, as in `DadosCalculo`.
        message: One Portuguese sentence for the user.
    """

    def __init__(self, field: str, message: str) -> None:
        """Keep the two parts."""
        super().__init__(message)
        self.field = field
        self.message = message


@dataclass(frozen=True, slots=True, kw_only=True)
class Remessa:
    """What one bank's remessas hold that no other bank's do.

    Attributes:
        header: Fields of the opening records whose value is no domain value of the same name, by format.
        titulo: Fields of a title's records whose value is no domain value of the same name, by format.
        formatos: The sizes that are written, ``"240"`` or ``"400"``, the usual one first.
    """

    header: Callable[[DadosRemessa, str], Campos]
    titulo: Callable[[DadosRemessa, TituloRemessa, str], Campos]
    formatos: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Banco:
    """The rules of one bank, each a pure function.

    Attributes:
        codigo: Three digits.
        nome: As customers know it.
        dv: Printed after the code: ``7`` makes ``341-7``.
        calculate: Campo livre, nosso número and printed forms of a boleto; raises `BancoError`.
        nosso_numero_chave: From a retorno's raw nosso número (blanks at its ends do not matter) and the file's format
            (``"240"`` or ``"400"``) to `Calculo.nosso_numero`; empty when it cannot be told.
        remessa_header: Fields of the opening records whose value is no domain value of the same name, by format.
        remessa_titulo: Fields of a title's records whose value is no domain value of the same name, by format.
        check_convenio: What is missing or wrong before boletos can be made.
        encerrado: The bank is closed: its boletos are still reckoned, never issued.
        formatos: The sizes its remessas are written in, ``"240"`` or ``"400"``; empty where none is.
        emissor: Code of the bank whose boletos these are, where it issues them as this one's correspondent.
    """

    codigo: str
    nome: str
    dv: str
    calculate: Callable[[DadosCalculo], Calculo]
    nosso_numero_chave: Callable[[str, str], str]
    remessa_header: Callable[[DadosRemessa, str], Campos]
    remessa_titulo: Callable[[DadosRemessa, TituloRemessa, str], Campos]
    check_convenio: Callable[[Convenio, Conta], list[Problem]]
    encerrado: bool = False
    emissor: str = ""
    formatos: tuple[str, ...] = ()
