"""The Pix key that a convênio's boletos are paid to, for the remessas that carry one.

The convênio's extras hold it: ``pix_chave``, and ``pix_tipo_chave`` where somebody wants to name its kind. The
codes of the kinds are those of FEBRABAN's CNAB 240 v10.9 (G103), which the CNAB 400 records of type 8 repeat
(Santander H7800 v2.33; eduardokum/laravel-boleto and Maxwbh/brcobranca).
"""

import re

from finbank_desktop.bancos.protocol import BancoError, Campos
from finbank_desktop.domain.convenios import Convenio

CPF, CNPJ, CELULAR, EMAIL, ALEATORIA = "1", "2", "3", "4", "5"
_NOMES = {"cpf": CPF, "cnpj": CNPJ, "celular": CELULAR, "telefone": CELULAR, "email": EMAIL, "aleatoria": ALEATORIA}
_FORMAS = {
    CPF: re.compile(r"[0-9]{11}"),
    CNPJ: re.compile(r"[0-9A-Z]{12}[0-9]{2}"),
    CELULAR: re.compile(r"\+[0-9]{12,14}"),
    EMAIL: re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+"),
    ALEATORIA: re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
}
"""Bacen, DICT: no two kinds of key look alike."""
_TAMANHO = 77


def fields(convenio: Convenio, campo: str = "pix_chave") -> Campos:
    """Return kind and key; empty where the convênio has none.

    Args:
        convenio: Whose boletos they are.
        campo: The layout's name of the key.

    Raises:
        BancoError: The key is of no kind, not of the one that is named, or longer than its field.
    """
    chave = (convenio.extras.get("pix_chave") or convenio.extras.get("pix_chave_ou_url") or "").strip()
    if not chave:
        return {}
    if len(chave) > _TAMANHO:
        raise BancoError("pix_chave", f"a chave Pix tem {len(chave)} caracteres, e o arquivo leva {_TAMANHO}")
    return {"pix_tipo_chave": _kind(chave, convenio.extras.get("pix_tipo_chave", "").strip().lower()), campo: chave}


def _kind(chave: str, dito: str) -> str:
    if dito:
        tipo = _NOMES.get(dito, dito)
        if tipo not in _FORMAS:
            raise BancoError("pix_tipo_chave", "o tipo da chave Pix é cpf, cnpj, celular, email ou aleatoria")
        if not _FORMAS[tipo].fullmatch(chave):
            raise BancoError("pix_chave", f"{chave} não é uma chave Pix do tipo informado")
        return tipo
    found = next((tipo for tipo, forma in _FORMAS.items() if forma.fullmatch(chave)), "")
    if not found:
        formas = "CPF, CNPJ, celular com +55, e-mail ou chave aleatória"
        raise BancoError("pix_chave", f"{chave} não é uma chave Pix conhecida: {formas}")
    return found
