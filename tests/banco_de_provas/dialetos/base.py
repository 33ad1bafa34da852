"""What all dialects share: finding the route, who may enter, what a fault does to an answer."""

import hashlib
import re
import uuid
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Final

from tests.banco_de_provas import codigos
from tests.banco_de_provas.contrato import Erro, Regra, check
from tests.banco_de_provas.dialetos.chamadas import Devolvido, Recebido, RecusaError, Rota, centavos
from tests.banco_de_provas.faltas import Falta, Plano, Sorteio
from tests.banco_de_provas.nucleo import Nucleo, Titulo

_PAGINA: Final = Devolvido(
    status=502,
    corpo=b"<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>",
    headers={"Content-Type": "text/html"},
)


class Dialeto(ABC):
    """One bank's API on a `Nucleo`.

    Attributes:
        prefixos: What every path begins with, in production and in homologation.
        com_token: Calls carry an access token.
        parametros: What an account at this bank is set up with, by the bank's own words.
    """

    nome: ClassVar[str]
    banco: ClassVar[str]
    mtls: ClassVar[bool] = False
    com_token: ClassVar[bool] = True
    prefixos: ClassVar[Sequence[str]] = ("",)
    rotas: ClassVar[Sequence[Rota]] = ()
    tokens_por_minuto: ClassVar[int] = 0
    vida_token: ClassVar[float] = 300
    unico: ClassVar[bool] = True
    parametros: ClassVar[Mapping[str, str]] = {}

    def __init__(self, nucleo: Nucleo, plano: Plano | None = None) -> None:
        self.nucleo = nucleo
        self.sorteio = Sorteio(plano or Plano())
        self._tokens_recusados = 0

    # the way of a call -----------------------------------------------------------------------------------------

    def route(self, metodo: str, caminho: str) -> tuple[Rota, tuple[str, ...]] | None:
        """Return who answers *caminho*."""
        caminhos = [caminho.removeprefix(prefixo) for prefixo in self.prefixos if caminho.startswith(prefixo)]
        for rota in self.rotas:
            for tentado in [caminho] if rota.inteiro else caminhos:
                achado = re.fullmatch(rota.padrao, tentado)
                if rota.metodo == metodo and achado:
                    return rota, tuple(achado.groups())
        return None

    def answer(self, recebido: Recebido) -> tuple[Devolvido, Falta | None]:
        """Return what is to be sent, and what is to go wrong with the sending; the request is logged."""
        achada = self.route(recebido.metodo, recebido.caminho)
        if achada is None:
            devolvido = self.erro(404, "Recurso não encontrado")
            self._log(recebido, Rota(recebido.metodo, recebido.caminho, "?", ""), "", None, devolvido)
            return devolvido, None
        rota, grupos = achada
        if rota.classe == "token":
            devolvido = self._token(recebido)
            self._log(recebido, rota, "", None, devolvido)
            return devolvido, None
        with self.nucleo.lock:
            return self._protected(recebido, rota, grupos)

    def _protected(self, recebido: Recebido, rota: Rota, grupos: tuple[str, ...]) -> tuple[Devolvido, Falta | None]:
        recusa = self.enter(recebido)
        if recusa is not None:
            self._log(recebido, rota, "", None, recusa)
            return recusa, None
        chave = self.key(rota, recebido, grupos)
        classe = "registrar" if rota.classe == "registrar" else "consultar"
        falta = self.sorteio.draw(classe, chave)
        if falta is Falta.TOKEN and not self.com_token:
            falta = Falta.ESPERA
        devolvido = self._before(recebido, falta)
        if devolvido is None:
            try:
                devolvido = getattr(self, rota.chamado)(recebido, falta, *grupos)
            except RecusaError as error:
                devolvido, falta = error.devolvido, None
            devolvido = self._after(devolvido, falta)
        self._log(recebido, rota, chave, falta, devolvido)
        return devolvido, falta

    def _before(self, recebido: Recebido, falta: Falta | None) -> Devolvido | None:
        """Return the answer of a fault that keeps the bank from doing anything."""
        if falta is Falta.TOKEN:
            self.nucleo.tokens.drop(recebido.token)
            return self.enter(recebido)
        espera = {"Retry-After": str(self.sorteio.plano.espera)}
        muitas = self.erro(429, "Limite de requisições excedido")
        respostas = {
            Falta.ESPERA: replace(muitas, headers=espera),
            Falta.ESPERA_SEM_DIZER: muitas,
            Falta.ERRO_ANTES: self.erro(500, "Erro interno"),
            Falta.INDISPONIVEL: self.erro(503, "Serviço indisponível"),
            Falta.HTML_ANTES: _PAGINA,
            Falta.REDIRECIONA: Devolvido(status=307, headers={"Location": "https://127.0.0.1:1/outro"}),
            Falta.CALA_ANTES: Devolvido(status=0),
            Falta.CAI_ANTES: Devolvido(status=0),
        }
        return respostas.get(falta) if falta else None

    def _after(self, devolvido: Devolvido, falta: Falta | None) -> Devolvido:
        """Return what *falta* makes of an answer to what was done."""
        enganos = {
            Falta.ERRO_DEPOIS: self.erro(500, "Erro interno"),
            Falta.TARDE: self.erro(504, "Tempo esgotado"),
            Falta.HTML_DEPOIS: _PAGINA,
            Falta.VAZIO: replace(devolvido, corpo=b""),
        }
        if falta is Falta.DUPLICADO and devolvido.salvou:
            enganos[falta] = self.repetido()
        if falta is Falta.MALFORMADO:
            corpo = devolvido.body()
            enganos[falta] = replace(devolvido, corpo=corpo[: len(corpo) // 2] + b'"%&')
        return replace(enganos[falta], salvou=devolvido.salvou) if falta in enganos else devolvido

    def _token(self, recebido: Recebido) -> Devolvido:
        with self.nucleo.lock:
            if self._tokens_recusados < self.sorteio.plano.token:
                self._tokens_recusados += 1
                return self.erro(503, "Serviço indisponível")
            return self.token(recebido)

    def _log(self, recebido: Recebido, rota: Rota, chave: str, falta: Falta | None, devolvido: Devolvido) -> None:
        self.nucleo.log(
            {
                "metodo": recebido.metodo,
                "rota": rota.padrao,
                "classe": rota.classe,
                "chave": chave,
                "falta": falta or "",
                "status": devolvido.status,
                "salvou": devolvido.salvou,
                "token": hashlib.sha256(recebido.token.encode()).hexdigest()[:12] if recebido.token else "",
                "certificado": recebido.certificado,
            }
        )

    # what a dialect says ---------------------------------------------------------------------------------------

    @abstractmethod
    def erro(self, status: int, mensagem: str, erros: Sequence[Erro] = ()) -> Devolvido:
        """Return an error in the bank's own shape."""

    @abstractmethod
    def repetido(self) -> Devolvido:
        """Return what a second title under the same key is told."""

    @abstractmethod
    def token(self, recebido: Recebido) -> Devolvido:
        """Answer a call for a token."""

    def enter(self, recebido: Recebido) -> Devolvido | None:
        """Return why *recebido* may not enter."""
        if self.nucleo.tokens.is_good(recebido.token, recebido.certificado):
            return None
        return self.erro(401, "Token inválido ou expirado")

    @abstractmethod
    def key(self, rota: Rota, recebido: Recebido, grupos: tuple[str, ...]) -> str:
        """Return the title's key that *recebido* is about; empty when it is about none."""

    @abstractmethod
    def campo_livre(self, titulo: Titulo) -> str:
        """Return the 25 digits."""

    # what handlers use -----------------------------------------------------------------------------------------

    def read(self, recebido: Recebido, regra: Regra, *, status: int = 400) -> Any:
        """Return the payload.

        Raises:
            RecusaError: It is no JSON or not as the contract wants it.
        """
        try:
            corpo = recebido.json()
        except ValueError as error:
            raise RecusaError(self.erro(status, "JSON inválido")) from error
        if erros := check(regra, corpo):
            raise RecusaError(self.erro(status, "Dados inválidos", erros))
        return corpo

    def save(
        self,
        falta: Falta | None,
        *,
        chave: str,
        seu_numero: str,
        nosso_numero: str,
        valor: Decimal | int,
        vencimento: date,
        pagador: str,
        corpo: Mapping[str, Any],
        unica: str = "",
        within: float | None = None,
        com_pix: bool = False,
        id_: str = "",
    ) -> Titulo:
        """Keep a title.

        Raises:
            RecusaError: There is one under *unica*, at most *within* seconds old.
        """
        nucleo = self.nucleo
        if unica and nucleo.find_unique(unica, within) is not None:
            raise RecusaError(self.repetido())
        agora = nucleo.agora()
        titulo = Titulo(
            id=id_ or str(uuid.uuid4()),
            chave=chave,
            seu_numero=seu_numero,
            nosso_numero=nosso_numero,
            valor=centavos(valor),
            vencimento=vencimento,
            pagador=pagador,
            corpo=corpo,
            criado_em=agora,
            emissao=nucleo.hoje(),
            unica=unica,
            visivel_em=agora + self.sorteio.plano.atraso if falta is Falta.TARDE else agora,
        )
        if nucleo.pronto_apos or falta is Falta.NUNCA:
            titulo.estado, titulo.pronto_em = "processando", agora + nucleo.pronto_apos
            titulo.extra["acaba_em"] = "falha" if falta is Falta.NUNCA else "aberto"
        self.code(titulo)
        if com_pix and falta is not Falta.SEM_PIX:
            titulo.txid = uuid.uuid4().hex
            titulo.pix = codigos.br_code(f"pix.exemplo.com.br/qr/v2/cobv/{titulo.txid}", "EMPRESA EXEMPLO", "SAO PAULO")
        elif com_pix:
            titulo.erro_pix = "Modalidade não permitida para geração de QR Code."
        nucleo.titulos.append(titulo)
        return titulo

    def code(self, titulo: Titulo) -> None:
        """Give *titulo* its barcode and line."""
        titulo.barras = codigos.barras(self.banco, titulo.vencimento, titulo.valor, self.campo_livre(titulo))
        titulo.linha = codigos.linha(titulo.barras)

    def shown(self, titulo: Titulo, falta: Falta | None) -> Titulo:
        """Return the title that an answer about *titulo* tells."""
        if falta is Falta.VALOR:
            outro = replace(titulo, valor=titulo.valor + 100, extra=dict(titulo.extra))
            self.code(outro)
            return outro
        if falta is Falta.TROCADA:
            return next((t for t in self.nucleo.titulos if t.id != titulo.id), titulo)
        return titulo

    def find(self, test: Callable[[Titulo], bool]) -> list[Titulo]:
        """Return the titles that can be seen and pass *test*."""
        return [titulo for titulo in self.nucleo.visible() if test(titulo)]

    def one(self, test: Callable[[Titulo], bool], mensagem: str = "Boleto não encontrado") -> Titulo:
        """Return the title that passes *test*.

        Raises:
            RecusaError: There is none (404).
        """
        achados = self.find(test)
        if not achados:
            raise RecusaError(self.erro(404, mensagem))
        return achados[0]
