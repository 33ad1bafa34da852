"""The two check digits of the ASBACE key, which banks founded by the states share.

Source: Banrisul, "Cobrança, layout CNAB 400/240" (NC, módulos 10 and 11); the same steps in kivanio/brcobranca's
calculo.rb and in ACBr's units of Banrisul, BRB and Banese.
"""

from finbank_desktop.domain.modulos import modulo_10, modulo_11

_SEM_SEGUNDO = 10
"""What módulo 11 makes of a remainder of 1, for which there is no second digit."""
_PESO_MAXIMO = 7


def duplo_digito(digitos: str) -> str:
    """Return both digits: módulo 10, then módulo 11 with weights 2 to 7 over the number and the first digit.

    A remainder of 0 gives 0; at a remainder of 1 the first digit goes up by one (9 becomes 0) until there is a second.

    >>> duplo_digito("00009194"), duplo_digito("22832563")
    ('38', '51')
    """
    primeiro = modulo_10(digitos)
    segundo = modulo_11(f"{digitos}{primeiro}", peso_maximo=_PESO_MAXIMO)
    while segundo == _SEM_SEGUNDO:
        primeiro = (primeiro + 1) % 10
        segundo = modulo_11(f"{digitos}{primeiro}", peso_maximo=_PESO_MAXIMO)
    return f"{primeiro}{segundo % 11}"
