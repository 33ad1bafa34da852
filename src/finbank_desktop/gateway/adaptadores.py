"""The banks whose API is spoken. A new one is a module, its data in ``resources/gateway`` and a line below."""

from collections.abc import Sequence
from functools import cache

from finbank_desktop.bancos.fichas import Ficha as FichaBanco
from finbank_desktop.gateway import fichas
from finbank_desktop.gateway.asaas import Asaas
from finbank_desktop.gateway.banrisul import Banrisul
from finbank_desktop.gateway.bb import BancoDoBrasil
from finbank_desktop.gateway.bradesco import Bradesco
from finbank_desktop.gateway.c6 import C6
from finbank_desktop.gateway.caixa import Caixa
from finbank_desktop.gateway.cora import Cora
from finbank_desktop.gateway.cresol import Cresol
from finbank_desktop.gateway.inter import Inter
from finbank_desktop.gateway.itau import Itau
from finbank_desktop.gateway.kobana import Kobana
from finbank_desktop.gateway.port import Adaptador
from finbank_desktop.gateway.santander import Santander
from finbank_desktop.gateway.sicoob import Sicoob
from finbank_desktop.gateway.sicredi import Sicredi

_TODOS = (
    Inter,
    BancoDoBrasil,
    Sicredi,
    Sicoob,
    Santander,
    Itau,
    Asaas,
    Kobana,
    Bradesco,
    Caixa,
    C6,
    Cora,
    Banrisul,
    Cresol,
)


class UnknownAdaptadorError(LookupError):
    """No adapter of a name; the text is for the user."""

    def __init__(self, nome: str) -> None:
        """Name what was asked for."""
        conhecidos = ", ".join(adaptador.nome for adaptador in _TODOS)
        super().__init__(f"a API {nome or '(não informada)'} não é conhecida; as conhecidas são {conhecidos}")
        self.nome = nome


@cache
def todos() -> Sequence[Adaptador]:
    """Return all adapters, the best founded first."""
    return tuple(adaptador() for adaptador in _TODOS)


def adaptador(nome: str) -> Adaptador:
    """Return the adapter called *nome*.

    Raises:
        UnknownAdaptadorError: There is none.
    """
    for cada in todos():
        if cada.nome == nome:
            return cada
    raise UnknownAdaptadorError(nome)


def do_banco(codigo: str) -> Sequence[Adaptador]:
    """Return the adapters by which boletos of bank *codigo* can be registered, its own first, then the gateways."""
    proprios = [cada for cada in todos() if cada.banco == codigo]
    return (*proprios, *(cada for cada in todos() if not cada.banco))


def ficha(codigo: str) -> FichaBanco | None:
    """Return what the API of bank *codigo* rests on; ``None`` where there is no adapter of its own."""
    proprio = next((cada for cada in todos() if cada.banco == codigo), None)
    if proprio is None:
        return None
    dados = fichas.load(proprio.nome)
    return FichaBanco(confianca=dados.confianca, data=dados.data, fonte=dados.fonte)
