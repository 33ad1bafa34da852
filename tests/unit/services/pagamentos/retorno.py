"""Returns of payments for tests: the bank's acceptance of a remessa, other answers put in FEBRABAN's positions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path

from finbank_desktop.persistence.records_pagamentos import RemessaPagamento
from tests.unit.services.pagamentos.conftest import Pagadoria


@dataclass(frozen=True, slots=True, kw_only=True)
class Resposta:
    """What the bank says of one payment of segment A."""

    codigo: str
    data: date | None = None
    valor: int = 0
    seu_numero: str = ""
    valor_pedido: int | None = None
    autenticacao: str = ""


def responder(
    pagadoria: Pagadoria, remessa: RemessaPagamento, respostas: Mapping[int, Resposta], *, nome: str, nsa: int = 50
) -> Path:
    """Write the return *nome*: each payment of *remessa*, by its place from 1, answered; the others are left out."""
    aceite = pagadoria.banco_responde(remessa)[0].read_bytes().decode("latin-1").split("\r\n")
    linhas: list[str] = []
    soma, at = 0, 0
    for linha in aceite:
        resposta = respostas.get(at)
        if linha[7:8] != "3" or linha[13] == "A":  # whatever comes next, the payment before ends here
            linhas += [_z(linhas[-1], resposta.autenticacao)] if resposta and resposta.autenticacao and at else []
        if linha[7:8] == "0":
            linhas.append(linha[:157] + f"{nsa:06d}" + linha[163:])
        elif linha[7:8] == "3":
            at += linha[13] == "A"
            resposta = respostas.get(at)
            if resposta is not None:
                linhas.append(_answered(linha, resposta) if linha[13] == "A" else linha)
                soma += int(linhas[-1][119:134]) if linha[13] == "A" else 0
        elif linha[7:8] == "5":
            at = 0
            linhas.append(linha[:17] + f"{len(linhas):06d}{soma:018d}" + linha[41:])
        elif linha[7:8] == "9":
            linhas.append(linha[:23] + f"{len(linhas) + 1:06d}" + linha[29:])
        elif linha:
            linhas.append(linha)
    numbered = _numbered(linhas)
    path = pagadoria.folder / nome
    path.write_bytes("\r\n".join([*numbered, ""]).encode("latin-1"))
    return path


def _answered(linha: str, resposta: Resposta) -> str:
    if resposta.seu_numero:
        linha = linha[:73] + resposta.seu_numero.ljust(20) + linha[93:]
    if resposta.valor_pedido is not None:
        linha = linha[:119] + f"{resposta.valor_pedido:015d}" + linha[134:]
    data = f"{resposta.data:%d%m%Y}" if resposta.data else "00000000"
    linha = linha[:154] + data + f"{resposta.valor:015d}" + linha[177:]
    return linha[:230] + resposta.codigo.ljust(10)


def _z(linha: str, autenticacao: str) -> str:
    """Return segment Z: authentication in 15-78 (FEBRABAN, G069)."""
    return linha[:13] + "Z" + autenticacao.ljust(64) + " " * 162


def _numbered(linhas: list[str]) -> list[str]:
    numbers = count(1)
    return [f"{each[:8]}{next(numbers):05d}{each[13:]}" if each[7] == "3" else each for each in linhas]
