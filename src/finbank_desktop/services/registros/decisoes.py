"""What only a person can say of a title: it is at the bank, it is not, or it may be printed as the bank has it."""

from dataclasses import dataclass, replace

from finbank_desktop.domain.boletos import NoBanco
from finbank_desktop.domain.codigo_barras import CodigoBarrasError
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.registro import EstadoRegistro, TituloRegistro
from finbank_desktop.gateway.port import TituloNoBanco
from finbank_desktop.persistence.records_registros import Registro
from finbank_desktop.services.registros import preenchimento
from finbank_desktop.services.registros.conferencia import both_codes, divergences
from finbank_desktop.services.registros.diario import Diario, told_from
from finbank_desktop.services.registros.titulos import Cadastro

_INCERTOS = (EstadoRegistro.CONFLITO, EstadoRegistro.DESCONHECIDO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Caso:
    """One title somebody decides about."""

    de: Cadastro
    diario: Diario
    registro: Registro
    pedido: TituloRegistro


def registered(caso: Caso, dito: TituloNoBanco) -> Registro:
    """Keep that the title is at the bank.

    Raises:
        RefusedError: It waits for no decision, or *dito* is not of this boleto.
    """
    _require_uncertain(caso.registro)
    if caso.de.bank_numbers and not (dito.linha_digitavel and dito.nosso_numero):
        mensagem = "Informe o nosso número e a linha digitável que o site do banco mostra para este boleto."
        raise RefusedError("falta_linha", mensagem, "linha_digitavel")
    if dito.linha_digitavel:
        _check(caso, dito)
    return caso.diario.decided(
        caso.registro,
        EstadoRegistro.REGISTRADO,
        "Encontrado no site do banco por uma pessoa.",
        lambda boleto: preenchimento.filled(caso.de, boleto, dito),
        conferido=True,
    )


def not_registered(caso: Caso) -> Registro:
    """Keep that the title is not at the bank.

    Raises:
        RefusedError: It waits for no decision.
    """
    _require_uncertain(caso.registro)
    return caso.diario.decided(
        caso.registro,
        EstadoRegistro.PLANEJADO,
        "Não está no banco, disse uma pessoa; pode ser comunicado de novo.",
        lambda boleto: replace(boleto, no_banco=NoBanco.NAO_ENVIADO, no_banco_detalhe=""),
        automaticos=0,
        referencia="",
    )


def released(caso: Caso) -> Registro:
    """Keep that what the bank registered is taken as it is.

    Raises:
        RefusedError: Nothing waits to be looked at.
    """
    if not caso.registro.is_held:
        raise RefusedError("nada_a_conferir", "Este boleto não tem diferença a conferir.", "divergencias")
    dito = told_from(caso.registro.resposta)
    return caso.diario.decided(
        caso.registro,
        caso.registro.estado,
        f"Conferido por uma pessoa: {'; '.join(caso.registro.divergencias)}",
        lambda boleto: preenchimento.filled(caso.de, boleto, dito),
        conferido=True,
    )


def _require_uncertain(registro: Registro) -> None:
    if registro.estado not in _INCERTOS:
        mensagem = f"Este boleto está: {str(registro.estado).lower()}. Não há o que decidir."
        raise RefusedError("nada_a_decidir", mensagem, "estado")


def _check(caso: Caso, dito: TituloNoBanco) -> None:
    try:
        both_codes(dito)
    except CodigoBarrasError as error:
        raise RefusedError("linha_invalida", f"Confira a linha digitável: {error}.", "linha_digitavel") from error
    erros = list(divergences(caso.de, caso.pedido, dito))
    if erros:
        mensagem = f"Esta linha digitável não é deste boleto: {'; '.join(erros)}."
        raise RefusedError("linha_alheia", mensagem, "linha_digitavel")
