"""E-mail addresses as customers' records hold them: one, or several parted by commas, semicolons or spaces.

Only what every mail server takes is accepted: RFC 5321 section 4.1.2 without quoted local parts, at most 64 characters
before the @ and 254 in all (sections 4.5.3.1.1 and 4.5.3.1.3), and a domain with at least one dot.
"""

import re

_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", re.IGNORECASE)
_MAX_LOCAL, _MAX = 64, 254


def split(texto: str) -> tuple[str, ...]:
    """Return the addresses in *texto*, right or wrong, each once.

    >>> split("ana@exemplo.com.br; BIA@exemplo.com.br, ana@Exemplo.com.br")
    ('ana@exemplo.com.br', 'BIA@exemplo.com.br')
    """
    achados: dict[str, str] = {}
    for parte in re.split(r"[\s,;]+", texto.strip()):
        if parte:
            achados.setdefault(parte.casefold(), parte)
    return tuple(achados.values())


def problem(endereco: str) -> str:
    """Return why mail cannot go to *endereco*, one sentence; empty when it can.

    >>> problem("ana@exemplo.com.br"), problem("financeiro@padaria.café.com.br")
    ('', '')
    >>> problem("ana@exemplo")
    'O endereço “ana@exemplo” não tem um domínio completo depois do @, como empresa.com.br.'
    """
    local, arroba, dominio = endereco.rpartition("@")
    if not arroba or not local:
        return f"O endereço “{endereco}” não tem a forma nome@empresa.com.br."
    if not _LOCAL.fullmatch(local) or len(local) > _MAX_LOCAL:
        return f"O endereço “{endereco}” tem um sinal que não pode vir antes do @; confira se há acento ou espaço."
    try:
        ascii_dominio = to_ascii(dominio)
    except UnicodeError:
        return f"O endereço “{endereco}” tem um domínio que não existe; confira o que vem depois do @."
    partes = ascii_dominio.split(".")
    if len(partes) < 2 or partes[-1].isdigit():  # noqa: PLR2004 - a name and what follows the dot
        return f"O endereço “{endereco}” não tem um domínio completo depois do @, como empresa.com.br."
    if not all(_LABEL.fullmatch(parte) for parte in partes) or len(local) + 1 + len(ascii_dominio) > _MAX:
        return f"O endereço “{endereco}” tem um domínio que não existe; confira o que vem depois do @."
    return ""


def to_ascii(dominio: str) -> str:
    """Return *dominio* as mail servers know it; accents become their IDNA form.

    Raises:
        UnicodeError: It has none.
    """
    return dominio if dominio.isascii() else dominio.encode("idna").decode("ascii")


def envelope(endereco: str) -> str:
    """Return *endereco* as it is said to a mail server.

    >>> envelope("ana@café.com.br")
    'ana@xn--caf-dma.com.br'
    """
    local, _arroba, dominio = endereco.rpartition("@")
    return f"{local}@{to_ascii(dominio)}"
