"""What all adapters do alike: their data, tokens, and what a bank's API does not offer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.registro import ContaApi, TituloRegistro
from finbank_desktop.gateway import desfechos, exigencias, fichas
from finbank_desktop.gateway.pedidos import basic, dado, pedido_token
from finbank_desktop.gateway.port import (
    Desconhecido,
    Filtro,
    Indeterminado,
    Passos,
    Pedido,
    Resposta,
    ResultadoComando,
    ResultadoConsulta,
    ResultadoLista,
    ResultadoPdf,
    ResultadoRegistro,
    SemSuporte,
    TituloNoBanco,
)

_PDF = b"%PDF"


class AdaptadorBase:
    """The part of `port.Adaptador` that is the same everywhere; an adapter adds its calls.

    Attributes:
        ficha: The bank's data.
        confirma_comandos: Changes and baixas are taken at once and done later.
    """

    nome: str = ""
    confirma_comandos: bool = False

    def __init__(self) -> None:
        """Read the bank's data."""
        self.ficha = fichas.load(self.nome)
        self.titulo, self.banco = self.ficha.titulo, self.ficha.banco
        self.capacidades, self.hosts = self.ficha.capacidades, self.ficha.hosts
        self.campos, self.fonte = self.ficha.campos, f"{self.ficha.fonte} ({self.ficha.data})"

    def problems(self, titulo: TituloRegistro, conta: ContaApi) -> Sequence[Problem]:
        """Return what this bank cannot express of *titulo*; nothing is ever rounded or dropped."""
        faltam = [
            exigencias.erro(
                f"conta.{campo.nome}",
                f"Falta {campo.titulo} na conta de API do {self.titulo}.",
                "Abra a carteira, Registro por API, e preencha.",
            )
            for campo in self.campos
            if campo.obrigatorio and not campo.segredo and not conta.parametros.get(campo.nome, "").strip()
        ]
        return [*faltam, *exigencias.problems(self.ficha, titulo), *self._proprios(titulo, conta)]

    def token(self, conta: ContaApi, segredos: Mapping[str, str]) -> Pedido | None:
        """Return the call for an access token by client credentials; ``None`` where there is none."""
        modo = self.ficha.token
        if modo is None:
            return None
        dados, headers = {"grant_type": "client_credentials"}, {}
        cliente = (dado(conta, segredos, "client_id"), dado(conta, segredos, "client_secret"))
        if modo.cliente == "basic":
            headers["Authorization"] = basic(*cliente)
        else:
            dados["client_id"] = cliente[0]
        if modo.cliente == "corpo":
            dados["client_secret"] = cliente[1]
        escopo = conta.parametros.get("escopo", "").strip() or modo.escopo
        if escopo:
            dados["scope"] = escopo
        return pedido_token(modo.caminho, dados, headers)

    def headers(self, conta: ContaApi, segredos: Mapping[str, str], token: str) -> Mapping[str, str]:  # noqa: ARG002 - some need them
        """Return the headers every call carries."""
        return {"Authorization": f"Bearer {token}"}

    def query(self, conta: ContaApi, segredos: Mapping[str, str]) -> Mapping[str, str]:  # noqa: ARG002 - BB needs them
        """Return what stands in the address of every call."""
        return {}

    def registrar(self, titulo: TituloRegistro, conta: ContaApi) -> Passos[ResultadoRegistro]:
        """Register *titulo* by one call; an adapter that needs more overrides this."""
        caso = Caso(titulo=titulo, conta=conta)
        resposta = yield self._inclusao(caso)
        if not desfechos.is_sucesso(resposta):
            return desfechos.recusa(resposta, self.ficha)
        return self._incluido(resposta, caso)

    def consultar(self, titulo: TituloRegistro, conta: ContaApi, referencia: str = "") -> Passos[ResultadoConsulta]:
        """Look for *titulo*."""
        return (yield from self._procurar(Caso(titulo=titulo, conta=conta, referencia=referencia)))

    def listar(self, conta: ContaApi, filtro: Filtro) -> Passos[ResultadoLista]:  # noqa: ARG002 - part of the port
        """Say that this bank gives no list."""
        yield from ()
        return SemSuporte(motivo=f"o {self.titulo} não lista títulos pela API")

    def alterar(
        self, titulo: TituloRegistro, conta: ContaApi, referencia: str, campo: str, valor: object
    ) -> Passos[ResultadoComando]:
        """Change one thing of a registered title, where the bank does."""
        pedido = None
        if campo in self.capacidades.alteracoes:
            pedido = self._alteracao(Caso(titulo=titulo, conta=conta, referencia=referencia), campo, valor)
        if pedido is None:
            return SemSuporte(motivo=f"o {self.titulo} não altera {campo} pela API")
        return desfechos.comando((yield pedido), self.ficha, confirmar=self.confirma_comandos)

    def baixar(self, titulo: TituloRegistro, conta: ContaApi, referencia: str) -> Passos[ResultadoComando]:
        """Ask the bank to drop the title, where it takes that."""
        pedido = self._baixa(Caso(titulo=titulo, conta=conta, referencia=referencia))
        if pedido is None:
            return SemSuporte(motivo=f"o {self.titulo} não recebe esta baixa pela API; peça-a no site do banco")
        return desfechos.comando((yield pedido), self.ficha, confirmar=self.confirma_comandos)

    def pdf(self, titulo: TituloRegistro, conta: ContaApi, referencia: str) -> Passos[ResultadoPdf]:
        """Fetch the bank's own page of the boleto, where it gives one."""
        pedido = self._pagina_pdf(Caso(titulo=titulo, conta=conta, referencia=referencia))
        if pedido is None:
            return SemSuporte(motivo=f"o {self.titulo} não entrega o PDF; imprima o boleto por este programa")
        lido = self._ler_pdf((yield pedido))
        return lido or Indeterminado(motivo=f"o {self.titulo} não entregou o PDF agora")

    # what an adapter fills in

    def _inclusao(self, caso: "Caso") -> Pedido:
        """Return the call that registers."""
        raise LookupError(caso.titulo.chave)

    def _incluido(self, resposta: Resposta, caso: "Caso") -> ResultadoRegistro:  # noqa: ARG002 - for the adapters
        """Return what an answer of success to a registration says."""
        return self._sem_codigo()

    def _procurar(self, caso: "Caso") -> Passos[ResultadoConsulta]:  # noqa: ARG002 - for the adapters
        """Ask for a title by what the bank knows it by."""
        yield from ()
        return Indeterminado(motivo=f"o {self.titulo} não deixa procurar um título pela nossa chave")

    def _alteracao(self, caso: "Caso", campo: str, valor: object) -> Pedido | None:  # noqa: ARG002 - for the adapters
        """Return the call that changes *campo*."""
        return None

    def _baixa(self, caso: "Caso") -> Pedido | None:  # noqa: ARG002 - for the adapters
        """Return the call that asks for the baixa."""
        return None

    def _pagina_pdf(self, caso: "Caso") -> Pedido | None:  # noqa: ARG002 - for the adapters
        """Return the call that fetches the PDF."""
        return None

    def _ler_pdf(self, resposta: Resposta) -> bytes:
        """Return the PDF in an answer; empty when there is none."""
        return resposta.corpo if resposta.corpo.startswith(_PDF) else b""

    def _proprios(self, titulo: TituloRegistro, conta: ContaApi) -> Sequence[Problem]:  # noqa: ARG002 - for the adapters
        """Return what only this bank refuses."""
        return []

    def _falha_lista(self, resposta: Resposta) -> list[TituloNoBanco] | Indeterminado:
        """Return what a page that was not answered with success means: none at all, or that it did not get through."""
        falha = desfechos.consulta(resposta, self.ficha)
        return falha if isinstance(falha, Indeterminado) else []

    def _ilegivel(self) -> Indeterminado:
        return Indeterminado(motivo=f"o {self.titulo} respondeu algo que não se lê")

    def _sem_codigo(self) -> Desconhecido:
        return Desconhecido(motivo=f"o {self.titulo} respondeu sem dizer que título registrou")


@dataclass(frozen=True, slots=True, kw_only=True)
class Caso:
    """A title, the account it goes by, and the bank's name of it where one is known."""

    titulo: TituloRegistro
    conta: ContaApi
    referencia: str = ""

    @property
    def boleto(self) -> Boleto:
        """The boleto itself."""
        return self.titulo.boleto

    def parametro(self, nome: str) -> str:
        """Return what the account was told under *nome*; empty when nothing."""
        return self.conta.parametros.get(nome, "").strip()
