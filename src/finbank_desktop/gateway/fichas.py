"""What is data about each bank's API: ``resources/gateway/<adapter>.toml``.

Addresses, limits, what an account needs to be told, the bank's words for where a title stands, and what its errors
mean. What needs a sentence of code stands in the adapter's module.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from typing import Any

from finbank_desktop import resources
from finbank_desktop.bancos.fichas import Confianca
from finbank_desktop.domain.registro import Ambiente
from finbank_desktop.domain.valores import VALOR_MAXIMO_BOLETO, Centavos
from finbank_desktop.gateway.port import Autenticacao, Campo, Capacidades, Classe, Numeracao, Ritmo

_FOLDER = "gateway"
_SUFFIX = ".toml"
_AMBIENTES = {"producao": Ambiente.PRODUCAO, "homologacao": Ambiente.HOMOLOGACAO}


@dataclass(frozen=True, slots=True, kw_only=True)
class Termos:
    """What of a title the bank can be told; anything else is refused before it is sent.

    Attributes:
        juros: Kinds of interest, as `domain.encargos.TipoJuros` spells them; likewise *multa* and *desconto*.
        protesto: Fewest and most days; empty where protest cannot be asked for.
        baixa: Fewest and most days after the due date; empty where the bank is not told.
        instrucoes: How many lines, and letters in each; nothing where they are only printed by this program.
        letras_no_cnpj: A CNPJ with letters can be sent.
        valor: Least and greatest, centavos.
        proibidas: Letters that no text may hold.
        aceite: The bank is told of it.
    """

    juros: frozenset[str] = frozenset()
    multa: frozenset[str] = frozenset()
    desconto: frozenset[str] = frozenset()
    desconto_dias: tuple[int, ...] = ()
    protesto: tuple[int, ...] = ()
    baixa: tuple[int, ...] = ()
    instrucoes: tuple[int, ...] = ()
    abatimento: bool = False
    beneficiario_final: bool = False
    aceite: bool = False
    letras_no_cnpj: bool = True
    valor: tuple[Centavos, Centavos] = (1, VALOR_MAXIMO_BOLETO)
    proibidas: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """How an access token is asked for; ``cliente`` is where the credentials go: ``corpo``, ``basic``, ``so_id``."""

    caminho: str = ""
    escopo: str = ""
    cliente: str = "corpo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ficha:
    """One adapter's data.

    Attributes:
        confianca: How well its facts are founded.
        textos: Most letters of each text, by our name of the field.
        obrigatorios: Our names of what must not be empty.
        especies: The bank's code by our espécie; empty where it is not told.
        situacoes: What the bank's word for where a title stands means (see `port.TituloNoBanco.estado`).
        nomes: Our name by the bank's name of a field.
        sugestoes: What to do, by the bank's error code or by words of its message.
        duplicados: Codes or words by which the bank says it holds the title already.
        ausentes: Words by which it says it holds none.
        ausente_404: A look-up answered with 404 means the same; only where the bank itself refuses a second title.
    """

    nome: str
    titulo: str
    banco: str
    fonte: str
    data: str
    confianca: Confianca
    capacidades: Capacidades
    hosts: Mapping[Ambiente, Mapping[str, str]]
    campos: tuple[Campo, ...]
    token: Token | None
    termos: Termos
    textos: Mapping[str, int] = field(default_factory=dict)
    obrigatorios: Sequence[str] = ()
    especies: Mapping[str, str] = field(default_factory=dict)
    situacoes: Mapping[str, str] = field(default_factory=dict)
    nomes: Mapping[str, str] = field(default_factory=dict)
    sugestoes: Mapping[str, str] = field(default_factory=dict)
    duplicados: Sequence[str] = ()
    ausentes: Sequence[str] = ()
    ausente_404: bool = False

    def estado(self, situacao: str) -> str:
        """Return what the bank's word means; a word nobody has seen yet is ``outro``."""
        return self.situacoes.get(situacao.strip().upper(), "outro")


@cache
def load(nome: str) -> Ficha:
    """Return the data of adapter *nome*.

    Raises:
        FileNotFoundError: There is none of that name.
    """
    dados = tomllib.loads(resources.read_text(f"{_FOLDER}/{nome}{_SUFFIX}"))
    fonte = dados["fonte"]
    return Ficha(
        nome=nome,
        titulo=dados["titulo"],
        banco=dados["banco"],
        fonte=fonte["texto"],
        data=fonte["data"],
        confianca=Confianca(fonte["confianca"]),
        capacidades=_capacidades(dados["capacidades"], fonte["exemplos"]),
        hosts={_AMBIENTES[nome]: hosts for nome, hosts in dados["hosts"].items()},
        campos=tuple(Campo(**campo) for campo in dados.get("campos", ())),
        token=Token(**dados["token"]) if "token" in dados else None,
        termos=_termos(dados["termos"]),
        textos=dados.get("textos", {}),
        obrigatorios=tuple(dados.get("obrigatorios", ())),
        especies=dados.get("especies", {}),
        situacoes={palavra.upper(): estado for palavra, estado in dados.get("situacoes", {}).items()},
        nomes=dados.get("nomes", {}),
        sugestoes=dados.get("sugestoes", {}),
        duplicados=tuple(dados.get("duplicados", ())),
        ausentes=tuple(dados.get("ausentes", ())),
        ausente_404=dados.get("ausente_404", False),
    )


def _capacidades(dados: Mapping[str, Any], exemplos: bool) -> Capacidades:  # noqa: FBT001 - one cell of the file
    resto = dict(dados)
    ritmos = {Classe[nome.upper()]: Ritmo(**ritmo) for nome, ritmo in resto.pop("ritmos", {}).items()}
    return Capacidades(
        numeracao=Numeracao[resto.pop("numeracao").upper()],
        autenticacao=Autenticacao[resto.pop("autenticacao").upper()],
        carencia=timedelta(seconds=resto.pop("carencia")),
        trava_apos_registro=timedelta(minutes=resto.pop("trava_minutos", 0)),
        alteracoes=tuple(resto.pop("alteracoes", ())),
        ritmos=ritmos,
        confianca="contrato" if exemplos else "documentacao",
        **resto,
    )


def _termos(dados: Mapping[str, Any]) -> Termos:
    lidos: dict[str, Any] = dict(dados)
    for nome in ("juros", "multa", "desconto"):
        lidos[nome] = frozenset(dados.get(nome, ()))
    for nome in ("protesto", "baixa", "instrucoes", "desconto_dias", "valor"):
        if nome in dados:
            lidos[nome] = tuple(dados[nome])
    return Termos(**lidos)
