"""What a retorno says of where a title stands at the bank; nothing here touches what is owed.

Each function takes a line, its boleto as the lines before left it, and the row to fill in.
"""

from dataclasses import replace

from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.ocorrencias import Ocorrencia
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.services import pedidos
from finbank_desktop.services.retorno_decisoes import Acao
from finbank_desktop.services.retorno_model import PlanRow, Tab

_NAO_REGISTRADO = (NoBanco.NAO_ENVIADO, NoBanco.NA_REMESSA, NoBanco.ENVIADO, NoBanco.RECUSADO)
_REGISTRADO = (NoBanco.REGISTRADO, NoBanco.REGISTRADO_POR_API, NoBanco.INSTRUCAO_PENDENTE, NoBanco.PROTESTO)
_REGISTRAR = "01"


def confirm(o: Ocorrencia, boleto: Boleto, row: PlanRow) -> PlanRow:
    """The bank registered it; one that waits for another instruction keeps waiting."""
    if o.valor_titulo and o.valor_titulo != boleto.valor and not _accepted(row):
        return row.but(
            tab=Tab.CONFERIR,
            efeito=f"O banco registrou {format_brl(o.valor_titulo)}; aqui o boleto é de {format_brl(boleto.valor)}.",
        )
    waiting = boleto.no_banco is NoBanco.PENDENTE_REMESSA and boleto.comando == _REGISTRAR
    pix = brcode(o) or boleto.pix
    if not waiting and boleto.no_banco not in _NAO_REGISTRADO:
        depois = None if pix == boleto.pix else replace(boleto, pix=pix)
        efeito = f"Registro confirmado; o boleto já estava: {boleto.no_banco}."
        return row.but(tab=Tab.CONFIRMACOES, efeito=efeito, depois=depois)
    depois = replace(boleto, no_banco=NoBanco.REGISTRADO, no_banco_detalhe="", pix=pix)
    return row.but(tab=Tab.CONFIRMACOES, efeito="Passa a registrado no banco.", depois=depois)


def reject(o: Ocorrencia, boleto: Boleto, row: PlanRow) -> PlanRow:
    """The bank did not take the title; one it already has cannot be refused."""
    razoes = reasons(o)
    if (boleto.no_banco in _REGISTRADO or not boleto.situacao.is_open) and not _accepted(row):
        return row.but(
            tab=Tab.CONFERIR,
            efeito=f"O banco recusou a entrada ({razoes}), mas aqui o boleto consta como "
            f"{str(boleto.no_banco).lower()} e {str(boleto.situacao).lower()}.",
        )
    depois = replace(pedidos.close(boleto), no_banco=NoBanco.RECUSADO, no_banco_detalhe=razoes)
    return row.but(tab=Tab.REJEICOES, efeito=f"Recusado pelo banco: {razoes}.", depois=depois)


def accept_instruction(o: Ocorrencia, boleto: Boleto, row: PlanRow) -> PlanRow:
    """What was asked for is done."""
    if boleto.no_banco is not NoBanco.INSTRUCAO_PENDENTE or not _was_sent(boleto):
        return row.but(tab=Tab.CONFIRMACOES, efeito=f"Instrução aceita pelo banco: {o.texto}.")
    depois = pedidos.answer(boleto)
    return row.but(tab=Tab.CONFIRMACOES, efeito=f"Instrução aceita pelo banco: {o.texto}.", depois=depois)


def refuse_instruction(o: Ocorrencia, boleto: Boleto, row: PlanRow) -> PlanRow:
    """A title whose instruction was refused stays registered, as the bank knows it."""
    texto = f"Instrução recusada pelo banco: {reasons(o)}."
    if boleto.pedido and boleto.pedido.enviado:
        texto = f"{boleto.pedido.detalhe}: recusado pelo banco ({reasons(o)})."
        boleto = pedidos.withdraw(boleto)
    elif boleto.no_banco is NoBanco.INSTRUCAO_PENDENTE and not boleto.pedido:
        boleto = replace(boleto, no_banco=NoBanco.REGISTRADO)
    depois = boleto if boleto.pedido else replace(boleto, no_banco_detalhe=texto)
    return row.but(tab=Tab.REJEICOES, efeito=texto, depois=depois)


def protest(o: Ocorrencia, boleto: Boleto, row: PlanRow) -> PlanRow:
    """The title is at the cartório."""
    if boleto.pedido and boleto.pedido.comando is not Comando.PROTESTAR:
        boleto = replace(boleto, pedido=replace(boleto.pedido, no_banco=NoBanco.PROTESTO))
        return row.but(tab=Tab.CONFIRMACOES, efeito=f"Em protesto: {o.texto}; o pedido segue pendente.", depois=boleto)
    depois = replace(pedidos.close(boleto), no_banco=NoBanco.PROTESTO, no_banco_detalhe=o.texto)
    return row.but(tab=Tab.CONFIRMACOES, efeito=f"Passa a protesto: {o.texto}.", depois=depois)


def drop(o: Ocorrencia, boleto: Boleto, row: PlanRow) -> PlanRow:
    """The bank will no longer collect it; what is owed stays owed."""
    depois = replace(pedidos.close(boleto), no_banco=NoBanco.BAIXADO_NO_BANCO, no_banco_detalhe=reasons(o))
    aberto = " A conta a receber continua em aberto." if boleto.situacao.is_open else ""
    return row.but(tab=Tab.CONFIRMACOES, efeito=f"O banco não cobra mais: {o.texto}.{aberto}", depois=depois)


def brcode(o: Ocorrencia) -> str:
    """Return the Pix code the bank gave for the title; where it gives only an address or a key there is none to print.

    A code is kept as it came, also a damaged one: it is judged when it is printed.
    """
    return o.pix if o.pix.startswith("0002") else ""


def _accepted(row: PlanRow) -> bool:
    return row.decisao is not None and row.decisao.acao is Acao.ACEITAR


def _was_sent(boleto: Boleto) -> bool:
    return boleto.pedido is None or boleto.pedido.enviado


def reasons(o: Ocorrencia) -> str:
    """Return the bank's reasons in words, or what the ocorrência says when it gives none."""
    textos = dict.fromkeys(motivo.texto for motivo in o.motivos if motivo.texto)
    return "; ".join(textos) or o.texto
