"""Linha digitável, barcode and BR Code as a bank makes them, worked out here once more: nothing of the program's own.

Sources: FEBRABAN, *Especificações técnicas do boleto* (módulos 10 and 11, campos 1-5, the fator that began again at
1000 on 22/02/2025); Banco Central, *Manual de Padrões para Iniciação do Pix* 2.3.0 (TLV, CRC in field 63).
"""

import binascii
from datetime import date

_PRIMEIRA_BASE = date(1997, 10, 7)
_RECOMECO, _FATOR_DO_RECOMECO = date(2025, 2, 22), 1000


def modulo_10(digitos: str) -> str:
    """Return the digit of a campo of the linha: weights 2, 1 from the right, digits of the products summed."""
    soma = 0
    for lugar, digito in enumerate(reversed(digitos)):
        produto = int(digito) * (2 if lugar % 2 == 0 else 1)
        soma += produto // 10 + produto % 10
    return str(-soma % 10)


def resto_11(digitos: str, maximo: int = 9) -> int:
    """Return the rest by 11 of the sum weighted 2…*maximo* from the right."""
    pesos = [2 + lugar % (maximo - 1) for lugar in range(len(digitos))]
    return sum(int(d) * p for d, p in zip(reversed(digitos), pesos, strict=True)) % 11


def fator(vencimento: date) -> str:
    """Return the four digits of *vencimento*."""
    if vencimento >= _RECOMECO:
        return f"{_FATOR_DO_RECOMECO + (vencimento - _RECOMECO).days:04d}"
    return f"{(vencimento - _PRIMEIRA_BASE).days:04d}"


def barras(banco: str, vencimento: date, centavos: int, campo_livre: str) -> str:
    """Return the 44 digits; the general digit is 1 where 11 less the rest is 0, 10 or 11."""
    assert len(campo_livre) == 25, campo_livre
    sem_dv = f"{banco}9{fator(vencimento)}{centavos:010d}{campo_livre}"
    dv = 11 - resto_11(sem_dv)
    return f"{sem_dv[:4]}{dv if dv < 10 else 1}{sem_dv[4:]}"


def linha(codigo: str) -> str:
    """Return the 47 digits of a barcode."""
    livre = codigo[19:]
    campos = (codigo[:4] + livre[:5], livre[5:15], livre[15:])
    return "".join(campo + modulo_10(campo) for campo in campos) + codigo[4] + codigo[5:19]


def _tlv(nome: str, valor: str) -> str:
    return f"{nome}{len(valor):02d}{valor}"


def crc(texto: str) -> str:
    """Return CRC-16/CCITT-FALSE as four capital hexadecimal digits."""
    return f"{binascii.crc_hqx(texto.encode(), 0xFFFF):04X}"


def br_code(url: str, nome: str, cidade: str, centavos: int | None = None) -> str:
    """Return a dynamic BR Code; with field 54 only where *centavos* are given, as some banks do."""
    conta = _tlv("00", "br.gov.bcb.pix") + _tlv("25", url)
    valor = "" if centavos is None else _tlv("54", f"{centavos // 100}.{centavos % 100:02d}")
    texto = (
        _tlv("00", "01")
        + _tlv("01", "12")
        + _tlv("26", conta)
        + _tlv("52", "0000")
        + _tlv("53", "986")
        + valor
        + _tlv("58", "BR")
        + _tlv("59", nome[:25])
        + _tlv("60", cidade[:15])
        + _tlv("62", _tlv("05", "***"))
        + "6304"
    )
    return texto + crc(texto)
