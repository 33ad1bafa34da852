"""Check digits and due factors that other projects' tests assert."""

import json
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.bradesco import dv_base_7
from finbank_desktop.bancos.digitos import dv_letra, dv_zero
from finbank_desktop.bancos.sicoob import dv_3197
from finbank_desktop.domain.calendario import fator_vencimento
from finbank_desktop.domain.codigo_barras import general_dv
from finbank_desktop.domain.modulos import modulo_10, modulo_11

BANCOS = {banco.codigo: banco for banco in registry.todos()}


def _dv_bb(digitos: str) -> str:
    return dv_letra(digitos, "X")


def _rest(digitos: str) -> str:
    return str(modulo_11(digitos) % 11)


def _m10(digitos: str) -> str:
    return str(modulo_10(digitos))


COVERED: dict[str, Callable[[Any], str]] = {
    "mod10": _m10,
    "br_boleto Modulo10": _m10,
    "laravel-boleto modulo10(n)": _m10,
    "mod11 weights 9..2 (remainder as is)": _rest,
    "br_boleto Modulo11FatorDe9a2": _rest,
    "mod11 weights 9..2, 10->X": _dv_bb,
    "br_boleto Modulo11FatorDe9a2RestoX": _dv_bb,
    "mod11 weights 2..9, 11-r, {0,10,11}->1 (barcode DV)": general_dv,
    "br_boleto Modulo11FatorDe2a9": general_dv,
    "mod11 weights 2..7, 10->P 11->0 (Bradesco)": dv_base_7,
    "br_boleto Modulo11FatorDe2a7": dv_base_7,
    "mod11 weights 3,7,9,1 (Sicoob), {10,11}->0": dv_3197,
    "br_boleto Modulo11Fator3197": dv_3197,
    "fator_vencimento": lambda data: fator_vencimento(date.fromisoformat(data)),
    "agencia_dv (bank 001)": lambda conta: _dv_bb(conta["agencia"]),
    "conta_dv (bank 001)": lambda conta: _dv_bb(conta["conta"].zfill(8)),
    "agencia_dv (bank 237)": lambda conta: dv_base_7(conta["agencia"]),
    "conta_dv (bank 237)": lambda conta: dv_base_7(conta["conta"]),
    "convenio_dv (bank 104)": lambda conta: dv_zero(conta["convenio"]),
    "conta_dv (bank 341)": lambda conta: _m10(conta["agencia"] + conta["conta"]),
}
LATER = {
    "agencia_dv (bank 097)": "CrediSIS is not built yet",
    "data juliana (HSBC: day-of-year + last digit of year)": "HSBC is not built yet",
    "duplo digito (Banrisul/ASBACE)": "Banrisul and Banestes are not built yet",
    "br_boleto ModuloNumeroDeControle": "the same double digit",
    "pix copia e cola (BR Code)": "Pix is not built yet",
    "sum of digits": "a step inside módulo 10, not a check digit",
    "laravel-boleto modulo11(n, 2, 9)": "the peer's own signature, its banks' rules are covered above",
    "laravel-boleto modulo11(n, 2, 9, 1)": "likewise",
}


def vectors(golden: Path) -> dict[str, list[dict[str, Any]]]:
    by_kind = defaultdict(list)
    for vector in json.loads((golden / "dv_vectors.json").read_text("utf-8")):
        by_kind[vector["kind"]].append(vector)
    return by_kind


def test_every_kind_is_covered_or_named_as_still_to_come(golden: Path) -> None:
    known = set(COVERED) | set(LATER) | {"bank code DV (printed NNN-D)"}
    assert {kind for kind in vectors(golden) if not kind.startswith("nosso numero DV base")} <= known


def test_check_digits_and_factors_match(golden: Path) -> None:
    by_kind = vectors(golden)
    differing, compared = [], 0
    for kind, rule in COVERED.items():
        for vector in by_kind[kind]:
            compared += 1
            if rule(vector["input"]) != vector["expected"]:
                differing.append((kind, vector["input"], vector["expected"], rule(vector["input"])))
    assert compared > 150
    assert not differing


def test_bank_codes_are_printed_with_their_digit(golden: Path) -> None:
    printed = vectors(golden)["bank code DV (printed NNN-D)"]
    differing = {v["input"] for v in printed if v["input"] in BANCOS and BANCOS[v["input"]].dv != v["expected"]}
    # br_boleto prints 136-2; laravel-boleto, ACBr and brcobranca's rule for all codes agree on 136-8
    assert differing == {"136"}
    assert len(printed) > len(differing)
