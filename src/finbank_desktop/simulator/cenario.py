"""A scenario: what the simulated bank does with each title, as a person writes it in TOML.

The format is told in ``docs/manual/cenarios.md``.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.simulator.cenario_valores import (
    ULTIMO_ANO,
    Fracao,
    Quando,
    ValueRefusedError,
    parse_contagem,
    parse_escolha,
    parse_motivos,
    parse_pago,
    parse_quando,
    parse_regra,
    parse_texto,
    parse_valor,
)

ARQUIVOS = ("por dia", "unico")
_RAIZ = ("titulo", "hoje", "arquivos", "sequencia")
_ESCOLHAS = ("nosso_numero", "seu_numero", "regra")
_DE_PAGAMENTO = ("valor_pago", "juros", "multa", "desconto", "vezes")
_TABELA = re.compile(r"\s*\[\[\s*titulo\s*\]\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Regra:
    """What happens to the titles it matches.

    Attributes:
        nosso_numero: Matches the title with this number; empty: matches by another one.
        seu_numero: Matches the title with this number of the document.
        cada: Matches every n-th title of the remessa; 1 matches all, 0 none.
        primeiros: Matches the first ones; 0 none.
        quando: When it is paid; ``None`` when it is only registered.
        valor_pago: Centavos, or a share of the amount; ``None`` is all that is due on the day.
        juros: Centavos; ``None`` reckons them by what the remessa asks for. So *multa* and *desconto*.
        tarifa: What the bank charges, on the line of the payment, or of the registration when there is none.
        motivos: Reasons for which the bank refuses the title; empty when it takes it.
        vezes: How often it is paid.
        linha_motivo: The line of the scenario that gives the reasons.
    """

    nosso_numero: str = ""
    seu_numero: str = ""
    cada: int = 0
    primeiros: int = 0
    quando: Quando | None = None
    valor_pago: Centavos | Fracao | None = None
    juros: Centavos | None = None
    multa: Centavos | None = None
    desconto: Centavos | None = None
    tarifa: Centavos = 0
    motivos: tuple[str, ...] = ()
    vezes: int = 1
    linha_motivo: int = 0

    def matches(self, posicao: int, nossos_numeros: frozenset[str], seu_numero: str) -> bool:
        """Whether the title at *posicao* (from 1) with these numbers is meant."""
        if self.nosso_numero:
            return self.nosso_numero.lstrip("0") in nossos_numeros
        if self.seu_numero:
            return self.seu_numero.casefold() == seu_numero.casefold()
        return posicao <= self.primeiros or bool(self.cada and posicao % self.cada == 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cenario:
    """All of a scenario.

    Attributes:
        regras: The first one that matches a title decides; a title that none matches is only registered.
        hoje: The day of the bank's first answer; ``None`` is today.
        arquivo_unico: Whether all of it comes in one file instead of one per day.
        sequencia: Number of the first retorno; ``None`` derives one from the day.
        nome: Name of its file.
    """

    regras: tuple[Regra, ...]
    hoje: date | None = None
    arquivo_unico: bool = False
    sequencia: int | None = None
    nome: str = ""

    def regra_for(self, posicao: int, nossos_numeros: frozenset[str], seu_numero: str) -> Regra:
        """Return what happens to a title."""
        return next((regra for regra in self.regras if regra.matches(posicao, nossos_numeros, seu_numero)), Regra())


PADRAO = Cenario(regras=(Regra(cada=4), Regra(cada=1, quando=Quando(dias=0))))
"""Without a scenario: all are registered, three of four are paid on the due date."""


def parse(texto: str, nome: str) -> Cenario:
    """Return the scenario in *texto*.

    Args:
        texto: TOML.
        nome: Name of the file, for the sentence when it is refused.

    Raises:
        RefusedError: It is no scenario; the sentence names file, line and key.
    """
    try:
        dados = tomllib.loads(texto, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        linha = re.search(r"line (\d+)", str(error))
        onde = f"linha {linha[1]}" if linha else "fim do arquivo"
        raise _refuse(nome, onde, "não é TOML válido; confira aspas, colchetes e sinais de igual") from None
    try:
        cenario = _build(dados)
    except _KeyRefusedError as error:
        onde = f"linha {_line_of(texto, error.titulo, error.chave)}"
        raise _refuse(nome, onde, f"na chave “{error.chave}”, {error.motivo}") from None
    regras = [
        replace(regra, linha_motivo=_line_of(texto, number, "motivo")) if regra.motivos else regra
        for number, regra in enumerate(cenario.regras)
    ]
    return replace(cenario, regras=tuple(regras), nome=nome)


def _refuse(nome: str, onde: str, motivo: str) -> RefusedError:
    message = f"O cenário {nome} não pode ser usado: {onde}, {motivo}."
    return RefusedError("cenario_invalido", message, f"{nome}, {onde}")


class _KeyRefusedError(Exception):
    """A key that cannot be used, with the number of its title (from 0; -1 is none)."""

    def __init__(self, titulo: int, chave: str, motivo: str) -> None:
        super().__init__(motivo)
        self.titulo = titulo
        self.chave = chave
        self.motivo = motivo


def _build(dados: Mapping[str, Any]) -> Cenario:
    _only(dados, _RAIZ, -1)
    titulos = dados.get("titulo", [])
    if not isinstance(titulos, list) or not all(isinstance(titulo, dict) for titulo in titulos):
        raise _KeyRefusedError(-1, "titulo", "use [[titulo]], com dois colchetes, uma vez para cada regra")
    hoje = dados.get("hoje")
    if hoje is not None and (type(hoje) is not date or hoje.year > ULTIMO_ANO):
        raise _KeyRefusedError(-1, "hoje", "era esperada uma data sem aspas, como 2026-11-20")
    return Cenario(
        regras=tuple(_regra(number, titulo) for number, titulo in enumerate(titulos)),
        hoje=hoje,
        arquivo_unico=_read(parse_escolha, dados, "arquivos", ARQUIVOS[0], -1, ARQUIVOS) == ARQUIVOS[1],
        sequencia=_read(parse_contagem, dados, "sequencia", None, -1, 99_999),
    )


def _regra(number: int, dados: Mapping[str, Any]) -> Regra:
    _only(dados, (*_ESCOLHAS, *_DE_PAGAMENTO, "quando", "tarifa", "motivo"), number)
    escolhas = [chave for chave in dados if chave in _ESCOLHAS]
    if len(escolhas) != 1:
        chave = escolhas[1] if escolhas else "titulo"
        raise _KeyRefusedError(number, chave, "diga de que títulos fala por um só de nosso_numero, seu_numero ou regra")
    motivos = _read(parse_motivos, dados, "motivo", (), number)
    quando = _read(parse_quando, dados, "quando", None, number)
    de_pagamento = next((chave for chave in _DE_PAGAMENTO if chave in dados), "")
    if motivos and (quando or de_pagamento):
        chave = de_pagamento or "quando"
        raise _KeyRefusedError(number, chave, "um título recusado por um motivo não pode ser pago")
    so_registra = "quando" in dados and quando is None
    if de_pagamento and so_registra:
        raise _KeyRefusedError(number, de_pagamento, "com quando = “registro” o título só é registrado")
    cada, primeiros = _read(parse_regra, dados, "regra", (0, 0), number)
    return Regra(
        nosso_numero=_read(parse_texto, dados, "nosso_numero", "", number),
        seu_numero=_read(parse_texto, dados, "seu_numero", "", number),
        cada=cada,
        primeiros=primeiros,
        quando=quando or (Quando(dias=0) if de_pagamento else None),
        valor_pago=_read(parse_pago, dados, "valor_pago", None, number),
        juros=_read(parse_valor, dados, "juros", None, number),
        multa=_read(parse_valor, dados, "multa", None, number),
        desconto=_read(parse_valor, dados, "desconto", None, number),
        tarifa=_read(parse_valor, dados, "tarifa", 0, number),
        motivos=motivos,
        vezes=_read(parse_contagem, dados, "vezes", 1, number, 9),
    )


def _only(dados: Mapping[str, Any], chaves: tuple[str, ...], number: int) -> None:
    for chave in dados:
        if chave not in chaves:
            raise _KeyRefusedError(number, chave, f"não há esta chave; as que há são {', '.join(chaves)}")


def _read(parser: Any, dados: Mapping[str, Any], chave: str, padrao: Any, number: int, *args: Any) -> Any:
    if chave not in dados:
        return padrao
    try:
        return parser(dados[chave], *args)
    except ValueRefusedError as error:
        raise _KeyRefusedError(number, chave, str(error)) from None


def _line_of(texto: str, titulo: int, chave: str) -> int:
    """Return the line of *chave* in the *titulo*-th table, or of the table itself; 1 when neither is written out."""
    tabela, achada = -1, 1
    for number, linha in enumerate(texto.splitlines(), 1):
        if _TABELA.match(linha):
            tabela += 1
            achada = number if tabela == titulo else achada
        if tabela == titulo and re.match(rf"""\s*\[*\s*["']?{re.escape(chave)}["']?\s*[=\].]""", linha):
            return number
    return achada
