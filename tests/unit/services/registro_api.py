"""An office whose Itaú convênio registers by the API of a small bank that remembers what it was told."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from finbank_desktop.bancos.calculo import calculate, dados_from
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.codigo_barras import parse_codigo_barras, to_linha_digitavel
from finbank_desktop.domain.registro import Ambiente, ContaApi, TituloRegistro
from finbank_desktop.gateway.confronto import resultado
from finbank_desktop.gateway.port import Ausente, Classe, Numeracao, Passos, Pedido, ResultadoConsulta
from finbank_desktop.services.credentials import Credentials
from finbank_desktop.services.registros.modelo import ResultadoRodada, Tempos
from finbank_desktop.services.registros.service import RegistrosService
from tests.unit.gateway.bancozinho import SEGREDO, AdaptadorPequeno, Bancozinho, Chega, Responde
from tests.unit.services.conftest import Escritorio

RAPIDOS = Tempos(
    carencia=timedelta(seconds=0.2),
    entre_ausencias=timedelta(seconds=0.1),
    primeira_consulta=timedelta(0),
    aceito=timedelta(seconds=0.02),
    indeterminada=timedelta(seconds=0.02),
    paciencia=timedelta(seconds=20),
    ler=0.4,
    tudo=1.0,
)
ERRO_DEPOIS, ERRO_ANTES = "erro depois", "erro antes"


class Pequeno(AdaptadorPequeno):
    """Compares what it finds with what was asked, as the real adapters do."""

    def consultar(self, titulo: TituloRegistro, conta: ContaApi, referencia: str = "") -> Passos[ResultadoConsulta]:
        del conta, referencia
        resposta = yield Pedido(metodo="GET", caminho=f"/titulos/{titulo.chave}", classe=Classe.CONSULTAR)
        if resposta.status == 404:
            return Ausente()
        return resultado([self.read(json.loads(resposta.corpo))], titulo)


class Memoria:
    """What the bank knows; as the plan of a `Bancozinho` it answers its requests.

    Attributes:
        titulos: By key.
        repetidos: Keys that were registered twice.
        faltas: What happens to the next registrations: ``ERRO_ANTES``, ``ERRO_DEPOIS``, or an answer instead.
        muda: What the bank changes in a title it registers.
    """

    def __init__(self) -> None:
        self.titulos: dict[str, dict[str, Any]] = {}
        self.repetidos: list[str] = []
        self.faltas: list[str | Responde] = []
        self.muda: dict[str, Any] = {}
        self.linhas: dict[str, str] = {}

    def __call__(self, chega: Chega) -> Responde:
        partes = chega.caminho.strip("/").split("/")
        if chega.metodo == "POST" and partes == ["titulos"]:
            return self._register(json.loads(chega.corpo))
        if partes == ["titulos"]:
            return Responde(corpo=json.dumps(list(self.titulos.values())).encode())
        if chega.metodo == "GET" and len(partes) == 2:
            achado = self.titulos.get(partes[1])
            return Responde(corpo=json.dumps(achado).encode()) if achado else Responde(status=404, corpo=b"{}")
        if chega.metodo == "POST":
            return self._order(partes, json.loads(chega.corpo))
        return Responde()

    def _register(self, corpo: dict[str, Any]) -> Responde:
        falta = self.faltas.pop(0) if self.faltas else ""
        if isinstance(falta, Responde):
            return falta
        if falta == ERRO_ANTES:
            return Responde(status=500)
        if corpo["chave"] in self.titulos:
            self.repetidos.append(corpo["chave"])
        dado = {"id": f"T{len(self.titulos) + 1}", **corpo, **self.muda}
        self.titulos[corpo["chave"]] = dado
        if linha := self.linhas.get(str(corpo["valor"])):
            dado["linha"] = linha
        return Responde(status=500) if falta == ERRO_DEPOIS else Responde(corpo=json.dumps(dado).encode())

    def _order(self, partes: Sequence[str], corpo: dict[str, Any]) -> Responde:
        achado = next(um for um in self.titulos.values() if um["id"] == partes[1])
        if partes[-1] == "baixar":
            achado["estado"] = "baixado"
        achado.update(corpo)
        return Responde(corpo=b"{}")


def pequeno(**capacidades: Any) -> Pequeno:
    """Return the adapter."""
    padroes: dict[str, Any] = {"simultaneas": 2, "lista": True, "alteracoes": ("vencimento",)}
    return Pequeno(**padroes | capacidades)


class PorApi:
    """The office and its bank."""

    def __init__(
        self,
        escritorio: Escritorio,
        banco: Bancozinho,
        adaptador: Pequeno | None = None,
        *,
        ambiente: Ambiente = Ambiente.PRODUCAO,
        agora: Callable[[], datetime] | None = None,
        tempos: Tempos = RAPIDOS,
    ) -> None:
        self.escritorio, self.adaptador = escritorio, adaptador or pequeno()
        self.convenio = escritorio.convenio()
        self.registros = RegistrosService(
            escritorio.services.database,
            Credentials(pasta=escritorio.folder / "cofre"),
            {"pequeno": self.adaptador},
            usuario="Ana",
            agora=agora or (lambda: datetime.combine(escritorio.hoje, datetime.now().astimezone().timetz())),
            tempos=tempos,
        )
        self.conta = self.registros.contas.save(
            ContaApi(convenio_id=self.convenio.id, adaptador="pequeno", ambiente=ambiente, base=banco.endereco),
            {"chave": SEGREDO},
        )

    def comunicar(self, *boletos: Boleto, **mais: Any) -> ResultadoRodada:
        """Plan and run; without *boletos* all that were never sent."""
        ids = [boleto.id for boleto in boletos] or None
        return self.registros.run(self.registros.plan(self.convenio.id, ids), **mais)

    def switch(self, **campos: Any) -> None:
        """Change the account."""
        self.conta = self.registros.contas.save(replace(self.conta, **campos))


def numbered(por_api: PorApi, boleto: Boleto, numero: int) -> tuple[str, str]:
    """Return nosso número and linha digitável that the bank would give *boleto* as its number *numero*."""
    with por_api.escritorio.services.database.read() as uow:
        conta = uow.contas.get(por_api.convenio.conta_id)
    dados = dados_from(por_api.convenio, conta, sequencial=numero)
    feito = calculate(por_api.convenio.banco, replace(dados, valor=boleto.valor, vencimento=boleto.vencimento))
    return feito.calculo.nosso_numero, feito.linha_digitavel or ""


def other_amount(boleto: Boleto, valor: int) -> str:
    """Return the linha digitável of *boleto* with another amount, its check digits right."""
    barras = replace(parse_codigo_barras(boleto.codigo_barras), valor=valor)
    return to_linha_digitavel(barras.digitos)


NUMERADO: dict[str, Any] = {"numeracao": Numeracao.BANCO}
HOJE = date(2026, 11, 20)
