"""The nosso números a convênio still has to give."""

from collections.abc import Iterable

from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.problems import Problem, Severity

_POUCOS = 1000
"""A range is near its end when no more than this many, or a tenth of it, are left."""


class Faixa:
    """Gives the numbers of a range one by one, leaving out those that boletos have already.

    Attributes:
        proximo: The next number to be tried.
    """

    def __init__(self, convenio: Convenio, usados: Iterable[int]) -> None:
        """Begin at the convênio's next number."""
        self._convenio = convenio
        self._usados = set(usados)
        self.proximo = max(convenio.proximo_nosso_numero, convenio.nosso_numero_inicio)

    def take(self) -> int | None:
        """Return the next free number; ``None`` when there is none left."""
        while self.proximo in self._usados:
            self.proximo += 1
        if self.proximo > self._convenio.nosso_numero_fim:
            return None
        self.proximo += 1
        return self.proximo - 1

    def give_back(self, numero: int) -> None:
        """Take back the *numero* given last: its boleto could not be made."""
        self.proximo = numero

    def exhausted(self) -> Problem:
        """Return the problem that there are no more numbers."""
        return Problem(
            message=f"A faixa de nosso número do convênio {self._convenio.codigo} acabou.",
            fix="Peça uma faixa nova ao banco e mude-a no cadastro do convênio.",
            field=f"convenios.{self._convenio.codigo}",
        )

    def warning(self) -> Problem | None:
        """Return the warning that few numbers are left; ``None`` while there are enough."""
        c = self._convenio
        restam = max(c.nosso_numero_fim - self.proximo + 1, 0)
        tamanho = c.nosso_numero_fim - c.nosso_numero_inicio + 1
        if restam > min(_POUCOS, tamanho // 10):
            return None
        return Problem(
            message=f"Depois destes, restam {restam} números na faixa de nosso número do convênio {c.codigo}.",
            fix="Peça logo uma faixa nova ao banco.",
            field=f"convenios.{c.codigo}",
            severity=Severity.WARNING,
        )
