"""The BR Code: the text behind a Pix QR code, read and checked, and written for the empresa's own key.

Banco Central do Brasil, *Manual de Padrões para Iniciação do Pix*, 2.3.0 (EMV QRCPS-MPM): two digits name a field, two
say its length in characters; field 63 closes with CRC-16/CCITT-FALSE over the UTF-8 bytes up to and with ``6304``.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from finbank_desktop.domain.documentos import is_cnpj, is_cpf
from finbank_desktop.domain.valores import Centavos, format_brl

GUI: Final = "br.gov.bcb.pix"
SEM_TXID: Final = "***"
_CONTAS = tuple(f"{number:02d}" for number in (*range(26, 52), *range(80, 100)))
_COMPOSTOS = (*_CONTAS, "62")
_MAX_NOME, _MAX_CIDADE, _MAX_CHAVE, _MAX_TXID = 25, 15, 77, 25
_TAMANHO_CRC = 8
_VALOR = re.compile(r"([0-9]{1,10})(?:\.([0-9]{0,2}))?")
_TELEFONE = re.compile(r"\+55[1-9][0-9][0-9]{8,9}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_POLINOMIO, _INICIAL = 0x1021, 0xFFFF


class BrCodeError(ValueError):
    """A text that is no BR Code; the message says why, in Portuguese, without capital and full stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrCode:
    """A BR Code that was read.

    Attributes:
        campos: Fields by their two digits.
        chave: The Pix key of a static code; empty for a dynamic one.
        url: Where a dynamic code's charge lies, without scheme; empty for a static one.
        valor: Centavos; ``None`` when the payer types the amount.
        txid: Empty when none is used.
    """

    campos: Mapping[str, str]
    chave: str
    url: str
    valor: Centavos | None
    txid: str


def crc16(text: str) -> str:
    """Return the CRC of *text* as four capital hexadecimal digits.

    >>> crc16("123456789")
    '29B1'
    """
    crc = _INICIAL
    for byte in text.encode("utf-8"):
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1) ^ _POLINOMIO if crc & 0x8000 else crc << 1
        crc &= 0xFFFF
    return f"{crc:04X}"


def parse(payload: str) -> BrCode:
    """Return what *payload* says.

    Raises:
        BrCodeError: It is cut, has a letter too many or too few, its CRC is wrong, or it is not of Pix.
    """
    if not payload:
        raise BrCodeError("o código está vazio")
    campos = _fields(payload)
    ids = list(campos)
    if ids[0] != "00" or campos["00"] != "01":
        raise BrCodeError("o código não começa como um BR Code")
    if ids[-1] != "63" or payload[-_TAMANHO_CRC:-4] != "6304":
        raise BrCodeError("o código não termina no CRC")
    if crc16(payload[:-4]) != payload[-4:].upper():
        raise BrCodeError("o CRC não confere: alguma letra do código foi trocada")
    compostos = {nome: _fields(valor) for nome, valor in campos.items() if nome in _COMPOSTOS}
    contas = [compostos[nome] for nome in compostos if nome in _CONTAS]
    pix = next((conta for conta in contas if conta.get("00", "").casefold() == GUI), None)
    if pix is None:
        raise BrCodeError("o código não é de Pix")
    txid = compostos.get("62", {}).get("05", "")
    return BrCode(
        campos=campos,
        chave=pix.get("01", ""),
        url=pix.get("25", ""),
        valor=_centavos(campos.get("54", "")),
        txid="" if txid == SEM_TXID else txid,
    )


def fault(payload: str, valor: Centavos) -> str:
    """Return why *payload* must not be printed on a boleto of *valor*; empty when it may be."""
    try:
        lido = parse(payload)
    except BrCodeError as error:
        return str(error)
    if lido.valor is not None and lido.valor != valor:
        return f"o código é de {format_brl(lido.valor)} e o boleto é de {format_brl(valor)}"
    return ""


def static(*, chave: str, nome: str, cidade: str, valor: Centavos = 0, txid: str = SEM_TXID) -> str:
    """Return the BR Code of a payment to *chave*.

    Args:
        chave: As `clean_chave` returns it.
        nome: Of who receives; what goes beyond 25 letters is cut, accents are dropped.
        cidade: Likewise, 15 letters.
        valor: Centavos; 0 lets the payer type it.
        txid: Up to 25 letters and digits; anything else in it is dropped.

    Raises:
        ValueError: *chave* is no Pix key, or *nome* or *cidade* is empty.
    """
    if reason := chave_fault(chave):
        raise ValueError(reason)
    quem, onde = plain(nome)[:_MAX_NOME].strip(), plain(cidade)[:_MAX_CIDADE].strip()
    if not quem or not onde:
        raise ValueError("o código Pix precisa do nome e da cidade da empresa")
    marca = "".join(letter for letter in txid if letter.isascii() and letter.isalnum())[:_MAX_TXID] or SEM_TXID
    conta = _field("00", GUI) + _field("01", clean_chave(chave))
    quanto = _field("54", f"{valor // 100}.{valor % 100:02d}") if valor else ""
    text = (
        f"{_field('00', '01')}{_field('26', conta)}{_field('52', '0000')}{_field('53', '986')}{quanto}"
        f"{_field('58', 'BR')}{_field('59', quem)}{_field('60', onde)}{_field('62', _field('05', marca))}6304"
    )
    return text + crc16(text)


def clean_chave(chave: str) -> str:
    """Return *chave* as the DICT holds it: documents and telephone without separators, the rest in small letters.

    >>> clean_chave("11.222.333/0001-81"), clean_chave("+55 (41) 99999-0000"), clean_chave("Ana@Exemplo.com.br")
    ('11222333000181', '+5541999990000', 'ana@exemplo.com.br')
    """
    text = chave.strip()
    if "@" in text or _UUID.fullmatch(text.casefold()):
        return text.casefold()
    return "".join(letter for letter in text if letter.isalnum() or letter == "+").upper()


def chave_fault(chave: str) -> str:
    """Return why *chave* is no Pix key, one sentence; empty when it may be one."""
    text = clean_chave(chave)
    if not text.isascii() or len(text) > _MAX_CHAVE:
        return "A chave Pix tem letras ou tamanho que o Pix não aceita."
    kinds = (is_cpf(text), is_cnpj(text), _TELEFONE.fullmatch(text), _EMAIL.fullmatch(text), _UUID.fullmatch(text))
    if any(kinds):
        return ""
    return "Isto não é uma chave Pix: use CPF, CNPJ, celular com +55 e DDD, e-mail ou chave aleatória."


def plain(text: str) -> str:
    """Return *text* in ASCII: accents dropped, what has no Latin letter left out.

    >>> plain("São José & Cia. nº 1")
    'Sao Jose & Cia. no 1'
    """
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if letter.isascii() and letter.isprintable())


def _field(nome: str, valor: str) -> str:
    return f"{nome}{len(valor):02d}{valor}"


def _fields(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    at = 0
    while at < len(text):
        head = text[at : at + 4]
        if len(head) < 4 or not (head.isascii() and head.isdigit()):  # noqa: PLR2004 - two digits of name, two of length
            raise BrCodeError(f"o código se perde na posição {at + 1}")
        end = at + 4 + int(head[2:])
        if end > len(text):
            raise BrCodeError(f"o campo {head[:2]} termina antes do fim")
        if head[:2] in found:
            raise BrCodeError(f"o campo {head[:2]} aparece duas vezes")
        found[head[:2]] = text[at + 4 : end]
        at = end
    if not found:
        raise BrCodeError("um campo do código está vazio")
    return found


def _centavos(text: str) -> Centavos | None:
    if not text:
        return None
    match = _VALOR.fullmatch(text)
    if match is None:
        raise BrCodeError(f"o valor “{text}” não é um valor")
    return int(match[1]) * 100 + int((match[2] or "").ljust(2, "0"))
