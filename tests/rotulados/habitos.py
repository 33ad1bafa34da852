"""How ten banks write a line: what they call a payment, how much of the name they leave, what they show of a document.

After the public samples and reports: Banco do Brasil, Bradesco, Caixa, Itaú, Nubank, Santander and Sicredi of the OFX
samples of leogregianin/ofx-reader, the others after what their users show in issues.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random

from tests.rotulados.nomes import Pagador


def _plain(texto: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", texto) if not unicodedata.combining(c)).upper()


def _masked(documento: str) -> str:
    return f"***.{documento[3:6]}.{documento[6:9]}-**" if len(documento) == 11 else documento


@dataclass(frozen=True)
class Habito:
    """One bank's words.

    Attributes:
        credito: The line of a payment that came in.
        debito: The line of one that went out.
        atraso: Days a line may stand after the payment.
        cobranca: What it calls the day's credit of all boletos.
        liquido: It takes its fees out of that credit; else they are a line of their own.
        tarifa: What it calls a fee.
    """

    banco: str
    credito: Callable[[Random, Pagador, date], str]
    debito: Callable[[Random, Pagador, date], str]
    atraso: int
    cobranca: str
    liquido: bool
    tarifa: str


HABITOS = (
    Habito(
        "001",
        lambda rng, p, d: (
            f"Pix - Recebido - {d:%d/%m} {rng.randrange(24):02d}:{rng.randrange(60):02d} {p.documento} "
            f"{_plain(p.nome)[:22]}"
        ),
        lambda _, p, d: f"Pix - Enviado - {d:%d/%m} {p.nome[:25]}",
        atraso=1,
        cobranca="Cobrança - Crédito de Títulos",
        liquido=False,
        tarifa="Tarifa Registro Cobrança",
    ),
    Habito(
        "237",
        lambda _, p, d: f"TRANSFERENCIA PIX REM: {p.nome[:20]} {d:%d/%m}",
        lambda _, p, d: f"TRANSFERENCIA PIX DES: {p.nome[:20]} {d:%d/%m}",
        atraso=0,
        cobranca="LIQUIDACAO DE COBRANCA",
        liquido=True,
        tarifa="TARIFA BANCARIA COBRANCA",
    ),
    Habito(
        "341",
        lambda _, p, d: f"PIX TRANSF {_plain(p.nome)[:10]}{d:%d/%m}",
        lambda _, p, __: f"SISPAG FORNECEDORES {_plain(p.nome)[:16]}",
        atraso=0,
        cobranca="COBRANCA RECEBIMENTOS",
        liquido=False,
        tarifa="TAR COBRANCA",
    ),
    Habito(
        "033",
        lambda _, p, __: f"PIX RECEBIDO          {_plain(p.nome)[:40]}",
        lambda _, p, __: f"PIX ENVIADO           {_plain(p.nome)[:40]}",
        atraso=1,
        cobranca="CREDITO DE COBRANCA",
        liquido=False,
        tarifa="TARIFA TITULOS BAIXADOS",
    ),
    Habito(
        "104",
        lambda rng, p, __: (
            f"CRED PIX {rng.randrange(10**6):06d}" if rng.random() < 0.3 else f"CRED PIX {_plain(p.nome)[:30]}"
        ),
        lambda _, p, __: f"ENVIO PIX {_plain(p.nome)[:30]}",
        atraso=1,
        cobranca="CRED COBRANCA",
        liquido=True,
        tarifa="TAR COBR",
    ),
    Habito(
        "748",
        lambda _, p, __: f"RECEBIMENTO PIX-PIX_CRED  {p.documento} {p.nome[:28]}",
        lambda _, p, __: f"PAGAMENTO PIX-PIX_DEB  {p.documento} {p.nome[:28]}",
        atraso=0,
        cobranca="LIQ.COBRANCA SIMPLES",
        liquido=False,
        tarifa="TARIFA BAIXA DE TITULOS",
    ),
    Habito(
        "756",
        lambda _, p, __: f"PIX RECEB.OUTRA IF Recebimento Pix {_plain(p.nome)} {_masked(p.documento)}",
        lambda _, p, __: f"PIX EMIT.OUTRA IF Pagamento Pix {_masked(p.documento)} {_plain(p.nome)}",
        atraso=0,
        cobranca="CRÉD.LIQUIDAÇÃO COBRANÇA",
        liquido=False,
        tarifa="DÉB.TARIFA COBRANÇA",
    ),
    Habito(
        "077",
        lambda rng, p, __: f"PIX RECEBIDO - Cp :{rng.randrange(10**8):08d}-{p.nome}",
        lambda rng, p, __: f"PIX ENVIADO - Cp :{rng.randrange(10**8):08d}-{p.nome}",
        atraso=0,
        cobranca="BOLETOS RECEBIDOS",
        liquido=True,
        tarifa="TARIFA BOLETO",
    ),
    Habito(
        "260",
        lambda rng, p, __: (
            f"Transferência recebida pelo Pix - {p.nome} - {_masked(p.documento)} - BCO EXEMPLO (0999) "
            f"Agência: {rng.randrange(1, 9999)} Conta: {rng.randrange(10**6)}-{rng.randrange(10)}"
        ),
        lambda _, p, __: f"Transferência enviada pelo Pix - {p.nome} - {_masked(p.documento)}",
        atraso=0,
        cobranca="Recebimento de boletos",
        liquido=False,
        tarifa="Tarifa de boleto",
    ),
    Habito(
        "041",
        lambda _, p, __: f"TED RECEBIDA {p.documento}",
        lambda _, p, __: f"TED ENVIADA {p.documento}",
        atraso=1,
        cobranca="COBRANCA LIQUIDADA",
        liquido=False,
        tarifa="TARIFA DE COBRANCA",
    ),
)
