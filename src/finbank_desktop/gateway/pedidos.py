"""The calls themselves: questions, sends and the fetching of tokens."""

import base64
from collections.abc import Mapping, Sequence
from datetime import date

from finbank_desktop.domain.registro import ContaApi
from finbank_desktop.gateway.corpos import form, reais, to_json
from finbank_desktop.gateway.port import Classe, Pedido

_FORM = "application/x-www-form-urlencoded"


def dado(conta: ContaApi, segredos: Mapping[str, str], nome: str) -> str:
    """Return what the account knows under *nome*, secret or not; empty when it was not told."""
    return (segredos.get(nome) or conta.parametros.get(nome, "")).strip()


def basic(usuario: str, senha: str) -> str:
    """Return the header of HTTP Basic."""
    return "Basic " + base64.b64encode(f"{usuario}:{senha}".encode()).decode("ascii")


def pedido_token(caminho: str, dados: Mapping[str, str], headers: Mapping[str, str]) -> Pedido:
    """Return the call that fetches a token."""
    return Pedido(
        metodo="POST",
        caminho=caminho,
        classe=Classe.TOKEN,
        headers=headers,
        corpo=form(dados),
        tipo=_FORM,
        host="token",
    )


def get(
    caminho: str, classe: Classe, query: Mapping[str, str] | None = None, *, rota: str = "", host: str = ""
) -> Pedido:
    """Return a call that only asks."""
    return Pedido(metodo="GET", caminho=caminho, rota=rota or caminho, classe=classe, query=query or {}, host=host)


def envio(
    metodo: str,
    caminho: str,
    classe: Classe,
    corpo: Mapping[str, object] | Sequence[object],
    *,
    rota: str = "",
    host: str = "",
    query: Mapping[str, str] | None = None,
    muda: bool = True,
) -> Pedido:
    """Return a call with a body, which changes something at the bank unless *muda* says otherwise."""
    return Pedido(
        metodo=metodo,
        caminho=caminho,
        rota=rota or caminho,
        classe=classe,
        query=query or {},
        corpo=to_json(corpo),
        muda=muda,
        host=host,
    )


def vencimento_ou_valor(campo: str, valor: object, vencimento: str, nominal: str) -> dict[str, object] | None:
    """Return the change of due date or value under the bank's names; ``None`` for any other change."""
    if campo == "vencimento" and isinstance(valor, date):
        return {vencimento: valor.isoformat()}
    if campo == "valor" and isinstance(valor, int) and nominal:
        return {nominal: reais(valor)}
    return None
