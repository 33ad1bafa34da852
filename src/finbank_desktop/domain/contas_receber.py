"""What customers owe: one conta a receber is one lançamento to be collected."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from finbank_desktop.domain.valores import Centavos


class Situacao(StrEnum):
    """Where a conta a receber or a boleto stands in our own books; the value is what the user reads.

    `VENCIDO` is never stored: it is an open one seen after its due date.
    """

    RASCUNHO = "Rascunho"
    EM_ABERTO = "Em aberto"
    VENCIDO = "Vencido"
    BAIXADO_PARCIALMENTE = "Baixado parcialmente"
    BAIXADO = "Baixado"
    CANCELADO = "Cancelado"
    INATIVO = "Inativo"
    RENEGOCIADO = "Renegociado"

    @property
    def is_open(self) -> bool:
        """Whether money is still expected."""
        return self in (Situacao.EM_ABERTO, Situacao.VENCIDO, Situacao.BAIXADO_PARCIALMENTE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContaReceber:
    """A lançamento a receber.

    Attributes:
        codigo: Unique within its empresa.
        documento: The invoice or contract number the customer knows; at most 15 letters reach the bank.
        convenio_id: The convênio that collects it; ``None`` until one is chosen.
        valor: Centavos, as billed.
        valor_baixado: Centavos of principal settled so far.
        origem: The part of the business it comes from; free text.
        gerada_de_id: The conta it was made of, by instalments, repetition or agreement; ``None`` otherwise.
        mensagem: A line for the pagador, printed on its boleto.
    """

    id: int = 0
    empresa_id: int
    filial_id: int | None = None
    codigo: str
    pessoa_id: int
    convenio_id: int | None = None
    documento: str
    descricao: str = ""
    origem: str = ""
    emissao: date
    vencimento: date
    valor: Centavos
    valor_baixado: Centavos = 0
    situacao: Situacao = Situacao.EM_ABERTO
    gerada_de_id: int | None = None
    mensagem: str = ""
    versao: int = 0

    @property
    def saldo(self) -> Centavos:
        """What is still owed."""
        return self.valor - self.valor_baixado

    def situacao_em(self, data: date) -> Situacao:
        """Return the situação as seen on *data*: open and past its due date is `Situacao.VENCIDO`."""
        if self.situacao is Situacao.EM_ABERTO and self.vencimento < data:
            return Situacao.VENCIDO
        return self.situacao
