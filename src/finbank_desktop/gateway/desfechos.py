"""What an answer that is no success means, by its HTTP status and the bank's own words.

The rule of the whole room: only what the bank surely refused may be sent again. Whatever leaves a doubt whether the
title was saved is `Desconhecido` and is looked up.
"""

from collections.abc import Sequence
from datetime import timedelta
from http import HTTPStatus

from finbank_desktop.domain.registro import TituloRegistro
from finbank_desktop.gateway.erros import diz, ler
from finbank_desktop.gateway.fichas import Ficha
from finbank_desktop.gateway.port import (
    Ausente,
    Desconhecido,
    Duplicado,
    ErroBanco,
    Feito,
    Indeterminado,
    NaoEnviado,
    Parar,
    Registrado,
    Rejeitado,
    Resposta,
    ResultadoComando,
    TituloNoBanco,
)
from finbank_desktop.gateway.respostas import parse

RECUSAS = frozenset({HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_ACCEPTABLE, HTTPStatus.UNPROCESSABLE_ENTITY})
_PARADAS = {
    HTTPStatus.UNAUTHORIZED: "o banco não aceitou as credenciais; confira o usuário, a chave e o ambiente da conta",
    HTTPStatus.FORBIDDEN: "o banco não deixa esta conta usar o serviço; confira a permissão e o contrato da API",
    HTTPStatus.NOT_FOUND: "o banco não conhece o endereço do serviço; confira o ambiente da conta",
    HTTPStatus.METHOD_NOT_ALLOWED: "o serviço do banco mudou; atualize o programa",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "o serviço do banco mudou; atualize o programa",
}
_SEM_PIX = "o banco não mandou um código Pix que se possa imprimir"
_ESPERAS = ("retry-after", "ratelimit-reset", "x-ratelimit-reset")


def is_sucesso(resposta: Resposta) -> bool:
    """Whether the status says that the call was taken."""
    return HTTPStatus.OK <= resposta.status < HTTPStatus.MULTIPLE_CHOICES


def recusa(resposta: Resposta, ficha: Ficha) -> Rejeitado | Duplicado | NaoEnviado | Desconhecido | Parar:
    """Return what became of a registration that was not answered with success."""
    erros = ler(parse(resposta), ficha)
    if resposta.status == HTTPStatus.TOO_MANY_REQUESTS:
        return NaoEnviado(motivo="o banco pediu para esperar", espera=espera(resposta))
    if (repetido := _repetido(resposta, erros, ficha)) is not None:
        return repetido
    if (parada := _parada(resposta)) is not None:
        return Parar(motivo=parada + (f" ({erros[0].mensagem})" if erros else ""))
    if resposta.status in RECUSAS and erros:
        return Rejeitado(erros=erros)
    return Desconhecido(motivo=_sem_certeza(resposta))


def registrado(achado: TituloNoBanco, titulo: TituloRegistro, recusa_pix: str = "") -> Registrado:
    """Return a registration that the bank answered with the title itself.

    Args:
        achado: What it answered.
        titulo: What it was asked.
        recusa_pix: Why the bank gave no Pix, in its own words.
    """
    sem_pix = (recusa_pix or _SEM_PIX) if titulo.com_pix and not achado.pix else ""
    codigos = (("a linha digitável", achado.linha_digitavel), ("o código de barras", achado.codigo_barras))
    faltam = " e ".join(rotulo for rotulo, valor in codigos if not valor)
    avisos = (f"O banco não mandou {faltam}, ou mandou com dígito que não confere.",) if faltam else ()
    return Registrado(titulo=achado, sem_pix=sem_pix, avisos=avisos)


def consulta(resposta: Resposta, ficha: Ficha) -> Ausente | Indeterminado:
    """Return what a look-up found that was not answered with a title."""
    erros = ler(parse(resposta), ficha)
    recusada = resposta.status in {*RECUSAS, HTTPStatus.NOT_FOUND}
    if resposta.status == HTTPStatus.NO_CONTENT or (recusada and diz(erros, ficha.ausentes) is not None):
        return Ausente()
    if ficha.ausente_404 and resposta.status == HTTPStatus.NOT_FOUND and not resposta.corpo.lstrip().startswith(b"<"):
        return Ausente()
    dito = f": {erros[0].mensagem}" if erros else ""
    return Indeterminado(motivo=f"a consulta ao banco não deu certo (HTTP {resposta.status}){dito}")


def comando(resposta: Resposta, ficha: Ficha, *, confirmar: bool = False) -> ResultadoComando:
    """Return what became of a change or a baixa; *confirmar* where the bank does it later."""
    if is_sucesso(resposta):
        return Feito(confirmar=confirmar or resposta.status == HTTPStatus.ACCEPTED)
    achado = recusa(resposta, ficha)
    if isinstance(achado, Duplicado):
        return Rejeitado(erros=ler(parse(resposta), ficha))
    nao_ha = resposta.status == HTTPStatus.NOT_FOUND and ler(parse(resposta), ficha)
    return Rejeitado(erros=nao_ha) if nao_ha else achado


def espera(resposta: Resposta) -> timedelta | None:
    """Return how long the bank asks to wait, in whole seconds; ``None`` when it does not say."""
    for nome in _ESPERAS:
        dito = resposta.headers.get(nome, "").strip()
        if dito.isascii() and dito.isdigit() and len(dito) <= len("999999"):
            return timedelta(seconds=int(dito))
    return None


def _repetido(resposta: Resposta, erros: Sequence[ErroBanco], ficha: Ficha) -> Duplicado | None:
    dito = diz(erros, ficha.duplicados)
    if dito is not None and resposta.status < HTTPStatus.INTERNAL_SERVER_ERROR:
        return Duplicado(mensagem=dito.mensagem)
    if resposta.status == HTTPStatus.CONFLICT:
        return Duplicado(mensagem=erros[0].mensagem if erros else "o banco diz que já tem este título")
    return None


def _parada(resposta: Resposta) -> str | None:
    if HTTPStatus.MULTIPLE_CHOICES <= resposta.status < HTTPStatus.BAD_REQUEST:
        return "o banco mandou procurar outro endereço; o programa não segue desvios"
    return next((motivo for status, motivo in _PARADAS.items() if status == resposta.status), None)


def _sem_certeza(resposta: Resposta) -> str:
    if resposta.status in RECUSAS:
        return f"o banco respondeu HTTP {resposta.status} sem detalhe"
    if is_sucesso(resposta):
        return "o banco respondeu algo que não se lê"
    return f"o banco respondeu HTTP {resposta.status}"
