"""How a party of a boleto and its address are put in lines; one document asks for the same ones again and again."""

from functools import lru_cache

from finbank_desktop.domain.cadastros import Endereco
from finbank_desktop.domain.documentos import compact, format_documento, is_cnpj_length
from finbank_desktop.domain.impressao import Parte

_TAMANHO_CEP = 8


@lru_cache(maxsize=1024)
def documento(parte: Parte) -> str:
    """Return ``CNPJ 12.345.678/0001-95`` or ``CPF …``; empty without a document."""
    if not compact(parte.documento):
        return ""
    return f"{'CNPJ' if is_cnpj_length(parte.documento) else 'CPF'} {format_documento(parte.documento)}"


@lru_cache(maxsize=1024)
def name_and_documento(parte: Parte) -> str:
    """Return name and document in one line."""
    return "  ·  ".join(texto for texto in (parte.nome, documento(parte)) if texto)


@lru_cache(maxsize=1024)
def street(endereco: Endereco) -> str:
    """Return street, number, complement and bairro."""
    return " - ".join(texto for texto in (endereco.rua, endereco.bairro) if texto)


@lru_cache(maxsize=1024)
def town(endereco: Endereco) -> str:
    """Return CEP, town and state."""
    cidade = " / ".join(texto for texto in (endereco.cidade, endereco.uf) if texto)
    return "  ".join(texto for texto in (_cep(endereco.cep), cidade) if texto)


@lru_cache(maxsize=1024)
def address(endereco: Endereco) -> str:
    """Return the whole address in one line."""
    return " - ".join(texto for texto in (street(endereco), town(endereco)) if texto)


def _cep(cep: str) -> str:
    return f"CEP {cep[:5]}-{cep[5:]}" if len(cep) == _TAMANHO_CEP else cep
