"""Which banks there are, what the program can do for each, and how far that is to be trusted."""

from collections.abc import Iterator
from dataclasses import dataclass

from finbank_desktop.bancos import fichas, registry
from finbank_desktop.bancos.fichas import Confianca, Ficha
from finbank_desktop.bancos.protocol import Banco
from finbank_desktop.cnab import debito_regras, detect, papeis
from finbank_desktop.extrato import cnab240
from finbank_desktop.gateway import adaptadores
from finbank_desktop.layouts import loader
from finbank_desktop.services.confianca import PALAVRAS, of_layout

__all__ = ["PALAVRAS", "BancosService", "Confianca", "Ficha", "LinhaBanco"]

_REMESSA, _RETORNO = "remessa", "retorno"
_ANY_LINE = ("",)
"""A file is there to be read: its layout may be the one that is common to all banks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinhaBanco:
    """One bank's row; a cell is ``None`` where the program can do nothing.

    Attributes:
        code: Three digits.
        name: As customers know it.
        closed: Its boletos and retornos are still read and reckoned, nothing new is written for it.
    """

    code: str
    name: str
    closed: bool
    boleto: Ficha | None
    remessa_240: Ficha | None
    remessa_400: Ficha | None
    remessa_444: Ficha | None
    retorno_240: Ficha | None
    retorno_400: Ficha | None
    pagamento_240: Ficha | None = None
    debito_150: Ficha | None = None
    debito_240: Ficha | None = None
    extrato_240: Ficha | None = None
    api: Ficha | None = None


class BancosService:
    """What a person can ask about banks."""

    def nomes(self) -> dict[str, str]:
        """Return the banks new boletos can be made for, names by code: at once, for the choices of a form."""
        return {banco.codigo: banco.nome for banco in registry.todos() if not banco.encerrado}

    def listar(self) -> list[LinhaBanco]:
        """Return all banks by code, also those of which only files are known."""
        rows = [_row(banco) for banco in registry.todos()]
        known = {row.code for row in rows}
        return sorted([*rows, *_files_only(known)], key=lambda row: row.code)


def _files_only(known: set[str]) -> Iterator[LinhaBanco]:
    """Yield the banks that have layouts and no rules: their files are read, nothing is made for them."""
    folders = sorted({caminho.split("/")[0] for caminho in loader.available()})
    for code, _, slug in (folder.partition("-") for folder in folders):
        if code.isdigit() and code not in known:
            yield LinhaBanco(
                code=code,
                name=slug.replace("-", " ").title(),
                closed=False,
                boleto=None,
                remessa_240=None,
                remessa_400=None,
                remessa_444=None,
                retorno_240=_retorno(code, 240),
                retorno_400=_retorno(code, 400),
                extrato_240=of_layout(cnab240.LAYOUT),
            )


def _row(banco: Banco) -> LinhaBanco:
    return LinhaBanco(
        code=banco.codigo,
        name=banco.nome,
        closed=banco.encerrado,
        boleto=fichas.boleto(banco.codigo),
        remessa_240=_remessa(banco, 240),
        remessa_400=_remessa(banco, 400),
        remessa_444=_remessa(banco, 444),
        retorno_240=_retorno(banco.codigo, 240),
        retorno_400=_retorno(banco.codigo, 400),
        pagamento_240=_movimentos(banco, detect.PAGAMENTO, 240),
        debito_150=_debito_150(banco),
        debito_240=_movimentos(banco, detect.DEBITO, 240),
        extrato_240=of_layout(cnab240.LAYOUT),  # one layout reads the statements of all banks
        api=None if banco.encerrado else adaptadores.ficha(banco.codigo),
    )


def _movimentos(banco: Banco, produto: str, tamanho: int) -> Ficha | None:
    """Return what the bank's payments or debits rest on; a closed bank's are read by FEBRABAN's layout alone."""
    if banco.encerrado:
        return None
    caminho = detect.layout_of(banco.codigo, tamanho, _REMESSA, produto=produto)
    return None if caminho is None else of_layout(caminho)


def _debito_150(banco: Banco) -> Ficha | None:
    if banco.encerrado or "150" not in debito_regras.load(banco.codigo).formatos:
        return None
    caminho = detect.layout_150(banco.codigo, _REMESSA)
    return None if caminho is None else of_layout(caminho)


def _remessa(banco: Banco, tamanho: int) -> Ficha | None:
    """Return what the bank's remessas rest on; they need the bank's own layout and its own rules of what to fill in."""
    caminho = detect.layout_of(banco.codigo, tamanho, _REMESSA) if str(tamanho) in banco.formatos else None
    if caminho is None or not papeis.load(loader.load(caminho)).registros:
        return None
    return of_layout(caminho)


def _retorno(codigo: str, tamanho: int) -> Ficha | None:
    """Return what reading the bank's retornos rests on: its own layout, else the one that is common to all."""
    own = detect.layout_of(codigo, tamanho, _RETORNO)
    caminho = own or detect.layout_of(codigo, tamanho, _RETORNO, _ANY_LINE)
    return None if caminho is None else of_layout(caminho)
