"""What the bank was asked of a title and has not answered: opened, answered, refused or withdrawn.

The books follow what was asked at once, and the boleto shows *Instrução pendente* until a retorno answers. A refusal
gives the boleto's fields back: they must say what the bank knows.
"""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from finbank_desktop.domain.boletos import Boleto, NoBanco, Pedido
from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta

CONHECIDOS = (NoBanco.REGISTRADO, NoBanco.REGISTRADO_POR_API, NoBanco.PROTESTO)
"""Where a title stands that the bank has and that nothing is pending of."""
PEDEM_COMANDO = (*CONHECIDOS, NoBanco.RECUSADO)
"""Where a title stands that no remessa takes by itself."""
POR_API = (
    Comando.BAIXAR,
    Comando.CONCEDER_ABATIMENTO,
    Comando.CANCELAR_ABATIMENTO,
    Comando.ALTERAR_VENCIMENTO,
    Comando.CONCEDER_DESCONTO,
    Comando.CANCELAR_DESCONTO,
    Comando.ALTERAR_JUROS,
    Comando.DISPENSAR_JUROS,
    Comando.ALTERAR_MULTA,
    Comando.DISPENSAR_MULTA,
)
"""What banks' APIs may carry; which of it one bank's does is known when it is sent."""
_ENCARGOS = "encargos"


def ask(boleto: Boleto, comando: Comando, detalhe: str, mudancas: Mapping[str, Any] | None = None) -> Boleto:
    """Return *boleto* with *mudancas* made and the bank asked for them.

    Args:
        boleto: One the bank has, or with an order that no remessa carries yet, whose place this one takes.
        comando: What is asked.
        detalhe: It in words.
        mudancas: New values of its fields.
    """
    base = withdraw(boleto) if boleto.pedido else boleto
    novos = dict(mudancas or {})
    antes = {nome: _kept(getattr(base, nome)) for nome in novos}
    pedido = Pedido(comando=comando, no_banco=base.no_banco, detalhe=detalhe, antes=antes)
    return replace(
        base,
        **novos,
        no_banco=NoBanco.INSTRUCAO_PENDENTE,
        no_banco_detalhe=f"{detalhe}: falta enviar",
        comando=str(comando),
        pedido=pedido,
    )


def send(boleto: Boleto, remessa_id: int, sequencia: int) -> Boleto:
    """Return *boleto* as it stands once a remessa carries its order."""
    detalhe = boleto.pedido.detalhe if boleto.pedido else ""
    return replace(
        boleto,
        no_banco=NoBanco.INSTRUCAO_PENDENTE,
        no_banco_detalhe=f"{detalhe}: na remessa nº {sequencia}" if detalhe else f"nº {sequencia}",
        remessa_id=remessa_id,
        pedido=boleto.pedido and replace(boleto.pedido, enviado=True),
    )


def unsend(boleto: Boleto) -> Boleto:
    """Return *boleto* as it was before its remessa was made."""
    if boleto.pedido is None:
        return boleto
    pedido = replace(boleto.pedido, enviado=False)
    return replace(boleto, no_banco_detalhe=f"{pedido.detalhe}: falta enviar", remessa_id=None, pedido=pedido)


def answer(boleto: Boleto) -> Boleto:
    """Return *boleto* once the bank did what it was asked."""
    pedido = boleto.pedido
    sustado = pedido is None or pedido.comando in (Comando.SUSTAR_E_MANTER, Comando.SUSTAR_E_BAIXAR)
    onde = NoBanco.REGISTRADO if pedido is None or sustado else pedido.no_banco
    return replace(boleto, no_banco=onde, no_banco_detalhe="", comando=str(Comando.REGISTRAR), pedido=None)


def withdraw(boleto: Boleto) -> Boleto:
    """Return *boleto* as it was before the bank was asked: the order was refused, or taken back."""
    pedido = boleto.pedido
    if pedido is None:
        return boleto
    antes = {nome: _given(nome, valor) for nome, valor in pedido.antes.items()}
    return replace(
        boleto,
        **antes,
        no_banco=pedido.no_banco,
        no_banco_detalhe="",
        comando=str(Comando.REGISTRAR),
        pedido=None,
    )


def close(boleto: Boleto) -> Boleto:
    """Return *boleto* with nothing pending: the bank no longer has it."""
    if boleto.pedido is None and boleto.comando == Comando.REGISTRAR:
        return boleto
    return replace(boleto, comando=str(Comando.REGISTRAR), pedido=None)


def _kept(valor: Any) -> Any:
    return asdict(valor) if isinstance(valor, Encargos) else valor


def _given(nome: str, valor: Any) -> Any:
    if nome != _ENCARGOS:
        return valor
    tipos = {
        "juros_tipo": TipoJuros(valor["juros_tipo"]),
        "multa_tipo": TipoMulta(valor["multa_tipo"]),
        "desconto_tipo": TipoDesconto(valor["desconto_tipo"]),
    }
    return Encargos(**{**valor, **tipos})
