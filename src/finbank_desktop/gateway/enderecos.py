"""Which addresses an account may speak to: its adapter's own, or another on this very computer for tests."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.registro import ContaApi
from finbank_desktop.gateway.port import Adaptador, Pedido


def check_base(base: str) -> None:
    """Do nothing when *base* may stand in place of a bank's address.

    Raises:
        RefusedError: It is not on this computer.
    """
    partes = urlsplit(base)
    if partes.scheme in ("https", "http") and partes.hostname and is_loopback(partes.hostname) and not partes.query:
        return
    raise RefusedError(
        "endereco_alheio",
        "Outro endereço no lugar do banco só é aceito neste computador (127.0.0.1 ou localhost), para testes.",
        "base",
    )


def is_loopback(host: str) -> bool:
    """Whether *host* is this very computer."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.casefold() == "localhost"


def url(adaptador: Adaptador, conta: ContaApi, pedido: Pedido) -> str:
    """Return the whole address of *pedido*.

    With `ContaApi.base` scheme, host and port are those; the path stays what it is at the bank.

    Raises:
        RefusedError: The adapter has no such host in the account's environment, or the base is not on this computer.
    """
    hosts = adaptador.hosts.get(conta.ambiente, {})
    endereco = hosts.get(pedido.host, "")
    if not endereco:
        mensagem = f"{adaptador.titulo} não tem o ambiente {str(conta.ambiente).lower()}; escolha o outro."
        raise RefusedError("sem_ambiente", mensagem, "ambiente")
    if conta.base:
        check_base(conta.base)
        endereco = conta.base.rstrip("/") + urlsplit(endereco).path
    return endereco.rstrip("/") + pedido.caminho
