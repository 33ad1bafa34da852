"""File names and passwords made of a boleto by a rule with tags, such as ``{cliente}-{vencimento}-{nosso_numero}``."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Final

from finbank_desktop.domain.impressao import BoletoImpresso
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.valores import format_decimal

PADRAO: Final = "{cliente}-{vencimento}-{nosso_numero}"
_MARCA = re.compile(r"\{([^{}]*)\}")
_PROIBIDOS = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVADOS = re.compile(r"(CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³])(\..*)?", re.IGNORECASE)
_MAXIMO = 120
"""Letters of a name: Windows gives 260 to the whole path."""
_SENHA_MAXIMA = 32
"""Letters of a PDF password that count (ISO 32000-1, 7.6.3.3)."""

NOMES: Final[Mapping[str, Callable[[BoletoImpresso], str]]] = {
    "cliente": lambda boleto: boleto.pagador.nome,
    "documento": lambda boleto: boleto.pagador.documento,
    "vencimento": lambda boleto: boleto.vencimento.isoformat(),
    "valor": lambda boleto: format_decimal(boleto.valor),
    "numero": lambda boleto: boleto.numero_documento,
    "nosso_numero": lambda boleto: boleto.nosso_numero,
}
SENHAS: Final[Mapping[str, Callable[[BoletoImpresso], str]]] = {
    "documento": lambda boleto: boleto.pagador.documento,
    "documento5": lambda boleto: boleto.pagador.documento[:5],
}


def check(regra: str, marcas: Mapping[str, Callable[[BoletoImpresso], str]], campo: str) -> None:
    """Refuse a rule that has a tag nobody knows.

    Raises:
        RefusedError: With the tags there are.
    """
    for marca in _MARCA.findall(regra):
        if marca not in marcas:
            sabidas = ", ".join(f"{{{nome}}}" for nome in marcas)
            raise RefusedError("marca_desconhecida", f"Não há a marca {{{marca}}}; use: {sabidas}.", campo)


def filename(regra: str, boleto: BoletoImpresso) -> str:
    """Return the name of a file by *regra*, without ending, that Windows and Linux both take."""
    return safe(_filled(regra, NOMES, boleto))


def safe(nome: str) -> str:
    """Return *nome* as a file may be called anywhere.

    >>> safe('Bar: "Ana" / Zé?'), safe("con"), safe("  ..."), safe("fim. ")
    ('Bar_ _Ana_ _ Zé_', '_con', 'boleto', 'fim')
    """
    texto = _PROIBIDOS.sub("_", unicodedata.normalize("NFC", nome))
    texto = " ".join(texto.split())[:_MAXIMO].strip(" .")
    if _RESERVADOS.fullmatch(texto):
        texto = f"_{texto}"
    return texto or "boleto"


class Nomes:
    """Gives every file a name of its own, also where two would be called alike but for capitals."""

    def __init__(self) -> None:
        """Begin with none given."""
        self._dados: set[str] = set()

    def give(self, nome: str) -> str:
        """Return *nome*, or the first of ``nome-2``, ``nome-3``… that is free."""
        tentado, vez = nome, 1
        while tentado.casefold() in self._dados:
            vez += 1
            tentado = f"{nome}-{vez}"
        self._dados.add(tentado.casefold())
        return tentado


def password(regra: str, boletos: list[BoletoImpresso]) -> str:
    """Return the password of a document with *boletos*.

    Raises:
        RefusedError: It differs from customer to customer within one document, or PDF cannot keep it.
    """
    achadas = {_filled(regra, SENHAS, boleto) for boleto in boletos}
    if len(achadas) > 1:
        raise RefusedError(
            "senha_de_varios",
            "Esta senha muda de cliente para cliente; salve um arquivo por cliente ou use uma senha só.",
            "senha",
        )
    senha = achadas.pop() if achadas else ""
    if regra and not senha:
        raise RefusedError("senha_vazia", "O cliente não tem CPF ou CNPJ de que fazer a senha.", "senha")
    if not (senha.isascii() and senha.isprintable()) or len(senha) > _SENHA_MAXIMA:
        mensagem = f"A senha de um PDF tem até {_SENHA_MAXIMA} letras sem acento, algarismos e sinais."
        raise RefusedError("senha_invalida", mensagem, "senha")
    return senha


def _filled(regra: str, marcas: Mapping[str, Callable[[BoletoImpresso], str]], boleto: BoletoImpresso) -> str:
    return _MARCA.sub(lambda marca: marcas[marca[1]](boleto), regra)
