"""One order to the bank worked out on one boleto: how it leaves the boleto, and what stands in the way."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from finbank_desktop.cnab import comandos as codigos
from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.encargos import TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.valores import Centavos, format_brl
from finbank_desktop.services import pedidos
from finbank_desktop.services.boletos_texto import format_taxa

Feito = tuple[Boleto | None, str, tuple[Problem, ...]]
"""The boleto as an order leaves it, ``None`` when it cannot be; the order in words; what stands in the way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DadosComando:
    """What an order needs to be told; see `comandos.OpcaoComando.pede`.

    Attributes:
        vencimento: The new due date.
        valor: Centavos of rebate or discount.
        data: Last day of the discount.
        taxa: Centavos, or hundredths of a percent, by the kind of interest or fine.
    """

    vencimento: date | None = None
    valor: Centavos = 0
    data: date | None = None
    juros_tipo: TipoJuros | None = None
    multa_tipo: TipoMulta | None = None
    taxa: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pedido:
    """An order worked out for one boleto."""

    detalhe: str
    mudancas: Mapping[str, Any]
    problems: tuple[Problem, ...] = ()


def order(boleto: Boleto, comando: Comando, dados: DadosComando, convenio: Convenio, hoje: date) -> Feito:
    """Return *boleto* with *comando* asked for, what that is in words, and what stands in the way."""
    onde = boleto.pedido.no_banco if boleto.pedido else boleto.no_banco
    por_api = onde is NoBanco.REGISTRADO_POR_API  # what its API carries is asked when it is sent
    problems = [*(() if por_api else _carried(convenio, comando)), *state(boleto, comando)]
    base = pedidos.withdraw(boleto) if boleto.pedido and not boleto.pedido.enviado else boleto
    pedido = _work_out(base, comando, dados, hoje)
    problems += pedido.problems
    if any(problem.is_error for problem in problems):
        return None, pedido.detalhe, tuple(problems)
    return pedidos.ask(boleto, comando, pedido.detalhe, pedido.mudancas), pedido.detalhe, tuple(problems)


def _carried(convenio: Convenio, comando: Comando) -> Iterator[Problem]:
    if codigos.code(convenio.banco, convenio.formato, comando) is None:
        yield Problem(
            message=f"A remessa CNAB {convenio.formato} do banco {convenio.banco} não leva: {comando.titulo.lower()}.",
            fix="Peça no site do banco e espere o retorno.",
            field="comando",
        )


def state(boleto: Boleto, comando: Comando) -> Iterator[Problem]:
    """Yield why the bank cannot be asked for *comando* as the boleto stands."""
    if boleto.pedido is not None and boleto.pedido.enviado:
        yield _stop(f"já pediu ao banco: {boleto.pedido.detalhe}.", "Espere o retorno que responde.")
        return
    onde = boleto.pedido.no_banco if boleto.pedido else boleto.no_banco
    pendente = onde is NoBanco.PENDENTE_REMESSA and comando is Comando.BAIXAR
    if onde not in pedidos.CONHECIDOS and not pendente:
        yield _stop(_UNKNOWN.get(onde, "o banco não tem este título registrado."), "")
    elif not boleto.situacao.is_open and not comando.ends_collection:
        yield _stop(f"está {str(boleto.situacao).lower()}.", "Só serve um comando que o baixe: Pedir a baixa.")
    elif onde is NoBanco.PROTESTO and comando not in _EM_PROTESTO:
        yield _stop("está em protesto.", "Suste o protesto antes.")


_EM_PROTESTO = (Comando.SUSTAR_E_BAIXAR, Comando.SUSTAR_E_MANTER, Comando.CANCELAR_ABATIMENTO)
_UNKNOWN = {
    NoBanco.NA_REMESSA: "está numa remessa que o banco ainda não confirmou; espere o retorno ou cancele a remessa.",
    NoBanco.ENVIADO: "foi enviado e o banco ainda não confirmou; espere o retorno.",
    NoBanco.BAIXADO_NO_BANCO: "o banco já não cobra este título.",
    NoBanco.NAO_ENVIADO: "ainda não foi ao banco; não há o que pedir.",
    NoBanco.RECUSADO: "o banco recusou o registro; corrija e reenvie.",
}


def _stop(message: str, fix: str, field: str = "comando") -> Problem:
    return Problem(message=message[:1].upper() + message[1:], fix=fix, field=field)


def _work_out(boleto: Boleto, comando: Comando, dados: DadosComando, hoje: date) -> _Pedido:
    if comando is Comando.ALTERAR_VENCIMENTO:
        return _new_date(boleto, dados.vencimento, hoje)
    how = _WORK.get(comando)
    return how(boleto, dados) if how else _Pedido(detalhe=comando.titulo, mudancas={})


def _no_rebate(boleto: Boleto, _dados: DadosComando) -> _Pedido:
    falta = () if boleto.abatimento else (_stop("não tem abatimento.", "", "valor"),)
    return _Pedido(detalhe="Cancelar o abatimento", mudancas={"abatimento": 0}, problems=falta)


def _no_discount(boleto: Boleto, _dados: DadosComando) -> _Pedido:
    e = boleto.encargos
    falta = () if e.desconto_tipo is not TipoDesconto.SEM else (_stop("não tem desconto.", "", "valor"),)
    novos = replace(e, desconto_tipo=TipoDesconto.SEM, desconto=0, desconto_dias=0)
    return _Pedido(detalhe="Cancelar o desconto", mudancas={"encargos": novos}, problems=falta)


def _no_interest(boleto: Boleto, _dados: DadosComando) -> _Pedido:
    novos = replace(boleto.encargos, juros_tipo=TipoJuros.ISENTO, juros=0)
    return _Pedido(detalhe="Dispensar os juros", mudancas={"encargos": novos})


def _no_fine(boleto: Boleto, _dados: DadosComando) -> _Pedido:
    novos = replace(boleto.encargos, multa_tipo=TipoMulta.ISENTA, multa=0)
    return _Pedido(detalhe="Dispensar a multa", mudancas={"encargos": novos})


def _new_date(boleto: Boleto, vencimento: date | None, hoje: date) -> _Pedido:
    if vencimento is None or vencimento < hoje or vencimento == boleto.vencimento:
        falta = _stop("escolha um novo vencimento, de hoje em diante.", "", "vencimento")
        return _Pedido(detalhe=Comando.ALTERAR_VENCIMENTO.titulo, mudancas={}, problems=(falta,))
    return _Pedido(detalhe=f"Alterar o vencimento para {vencimento:%d/%m/%Y}", mudancas={"vencimento": vencimento})


def _rebate(boleto: Boleto, dados: DadosComando) -> _Pedido:
    valor = dados.valor
    falta: tuple[Problem, ...] = ()
    if not 0 < valor < boleto.valor:
        falta = (_stop(f"o abatimento tem de ficar entre zero e {format_brl(boleto.valor)}.", "", "valor"),)
    return _Pedido(
        detalhe=f"Conceder abatimento de {format_brl(valor)}", mudancas={"abatimento": valor}, problems=falta
    )


def _discount(boleto: Boleto, dados: DadosComando) -> _Pedido:
    ate = dados.data or boleto.vencimento
    problems = []
    if not 0 < dados.valor < boleto.valor:
        problems.append(_stop(f"o desconto tem de ficar entre zero e {format_brl(boleto.valor)}.", "", "valor"))
    if ate > boleto.vencimento:
        problems.append(_stop("o desconto vai no máximo até o vencimento.", "", "data"))
    novos = replace(
        boleto.encargos,
        desconto_tipo=TipoDesconto.VALOR,
        desconto=dados.valor,
        desconto_dias=max(0, (boleto.vencimento - ate).days),
    )
    detalhe = f"Conceder desconto de {format_brl(dados.valor)} até {ate:%d/%m/%Y}"
    return _Pedido(detalhe=detalhe, mudancas={"encargos": novos}, problems=tuple(problems))


def _interest(boleto: Boleto, dados: DadosComando) -> _Pedido:
    tipo = dados.juros_tipo
    if tipo is None or tipo is TipoJuros.ISENTO or dados.taxa <= 0:
        falta = _stop("diga os juros novos.", "Para não cobrar juros, use Dispensar os juros.", "taxa")
        return _Pedido(detalhe=Comando.ALTERAR_JUROS.titulo, mudancas={}, problems=(falta,))
    quanto = f"{format_brl(dados.taxa)} por dia" if tipo is TipoJuros.VALOR_DIA else f"{format_taxa(dados.taxa)} ao mês"
    novos = replace(boleto.encargos, juros_tipo=tipo, juros=dados.taxa)
    return _Pedido(detalhe=f"Alterar os juros para {quanto}", mudancas={"encargos": novos})


def _fine(boleto: Boleto, dados: DadosComando) -> _Pedido:
    tipo = dados.multa_tipo
    if tipo is None or tipo is TipoMulta.ISENTA or dados.taxa <= 0:
        falta = _stop("diga a multa nova.", "Para não cobrar multa, use Dispensar a multa.", "taxa")
        return _Pedido(detalhe=Comando.ALTERAR_MULTA.titulo, mudancas={}, problems=(falta,))
    quanto = format_brl(dados.taxa) if tipo is TipoMulta.VALOR else format_taxa(dados.taxa)
    novos = replace(boleto.encargos, multa_tipo=tipo, multa=dados.taxa)
    return _Pedido(detalhe=f"Alterar a multa para {quanto}", mudancas={"encargos": novos})


_WORK: dict[Comando, Callable[[Boleto, DadosComando], _Pedido]] = {
    Comando.CONCEDER_ABATIMENTO: _rebate,
    Comando.CANCELAR_ABATIMENTO: _no_rebate,
    Comando.CONCEDER_DESCONTO: _discount,
    Comando.CANCELAR_DESCONTO: _no_discount,
    Comando.ALTERAR_JUROS: _interest,
    Comando.DISPENSAR_JUROS: _no_interest,
    Comando.ALTERAR_MULTA: _fine,
    Comando.DISPENSAR_MULTA: _no_fine,
}


def withdrawn(boleto: Boleto) -> Feito:
    """Return *boleto* without the order that no remessa carries yet, what that was, and what stands in the way."""
    if boleto.pedido is None:
        return None, "", (_stop("não há pedido a retirar.", ""),)
    if boleto.pedido.enviado:
        return None, "", (_stop("o pedido já está numa remessa.", "Cancele a remessa, ou espere o retorno."),)
    return pedidos.withdraw(boleto), f"Pedido retirado: {boleto.pedido.detalhe}", ()
