"""What a bank's occurrence codes of payments and debits say and do, from ``resources/movimentos``.

One file per bank and one of FEBRABAN's own (G059). A bank with a table of its own is read by it alone: Itaú gives some
thirty of FEBRABAN's codes another meaning. A code that no table has only informs, and *aceite* never settles.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from finbank_desktop import resources
from finbank_desktop.domain.ocorrencias import Efeito, Motivo

PAGAMENTO, DEBITO_240, DEBITO_150 = "pagamento", "debito_240", "debito_150"
_FOLDER = "movimentos"
_FEBRABAN = "febraban"
_LARGURA = 2
_PAGA = (Efeito.LIQUIDA, Efeito.LIQUIDA_PARCIAL)
# What counts where several codes stand together: money that came back or never went, before what only tells.
_ORDEM = (
    Efeito.ESTORNA,
    Efeito.REJEITA,
    Efeito.BAIXA,
    Efeito.LIQUIDA,
    Efeito.LIQUIDA_PARCIAL,
    Efeito.CONFIRMA,
    Efeito.INFORMA,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explicada:
    """What the codes of one payment or debit say together.

    Attributes:
        motivos: Every code in words, in the order they stand.
        desconhecidos: Codes that no table has.
        contraditorios: One code says paid and another one not paid; the effect then is only to inform.
    """

    texto: str
    efeito: Efeito
    motivos: tuple[Motivo, ...] = ()
    desconhecidos: tuple[str, ...] = ()
    contraditorios: bool = False


@cache
def tabela(banco: str, processo: str) -> Mapping[str, tuple[str, Efeito]]:
    """Return words and effect of every code of *banco* (three digits) in *processo*; FEBRABAN's where it has none."""
    names = [name.removesuffix(".toml") for name in resources.children(_FOLDER)]
    own = next((name for name in names if name.startswith(banco + "-")), _FEBRABAN)
    return _load(own, processo) or _load(_FEBRABAN, processo)


@lru_cache(maxsize=4096)
def explain(banco: str, processo: str, codigos: str) -> Explicada:
    """Return what the field *codigos* of a retorno, two signs each, says and does.

    Of several codes the weightiest decides: a return or refusal before a payment, a payment before an acceptance.
    """
    table = tabela(banco, processo)
    codes = split(codigos)
    if not codes:
        return Explicada(texto="Sem ocorrência: o banco ainda não respondeu", efeito=Efeito.INFORMA)
    known = [(code, *table.get(code, (f"Ocorrência {code} sem descrição na tabela do banco", None))) for code in codes]
    motivos = tuple(Motivo(codigo=code, texto=texto) for code, texto, _ in known)
    effects = [efeito for *_, efeito in known if efeito is not None]
    unknown = tuple(code for code, _, efeito in known if efeito is None)
    paid = any(efeito in _PAGA for efeito in effects)
    contradiction = paid and any(efeito in (Efeito.REJEITA, Efeito.BAIXA) for efeito in effects)
    efeito = Efeito.INFORMA if contradiction else _weightiest(effects)
    texto = next((texto for _, texto, each in known if each is efeito), motivos[0].texto)
    return Explicada(texto=texto, efeito=efeito, motivos=motivos, desconhecidos=unknown, contraditorios=contradiction)


def split(codigos: str) -> list[str]:
    """Return the codes of a field, two signs each; blanks between them do not matter.

    >>> split("BDZA      "), split("  00")
    (['BD', 'ZA'], ['00'])
    """
    signs = codigos.strip().upper()
    codes = [signs[start : start + _LARGURA].strip() for start in range(0, len(signs), _LARGURA)]
    codes = [code for code in codes if code]
    if len(codes) == 1 or "".join(codes[1:]).strip("0"):
        return codes
    # places the bank filled with zeros instead of blanks are no codes; all of them zeros may be "paid" or nothing
    return codes[:1] if codes and codes[0].strip("0") else []


def _weightiest(effects: Sequence[Efeito]) -> Efeito:
    return next((efeito for efeito in _ORDEM if efeito in effects), Efeito.INFORMA)


@cache
def _load(name: str, processo: str) -> Mapping[str, tuple[str, Efeito]]:
    data = tomllib.loads(resources.read_text(f"{_FOLDER}/{name}.toml"))
    rows = data.get(processo, {}).get("ocorrencias", {})
    return {code: (row["texto"], Efeito(row["efeito"])) for code, row in rows.items()}
