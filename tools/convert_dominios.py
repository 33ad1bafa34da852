"""Convert the collected FEBRABAN code lists (``codes.json``) into ``resources/dominios/febraban.toml``.

The texts there are shortened; they are written out as `convert_codes` does. ``python tools/convert_dominios.py
CODES_JSON [--out resources/dominios/febraban.toml]``; afterwards the TOML file is the source and is edited by hand.
"""  # noqa: INP001 - a script, no package

import argparse
import importlib
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

TITLES = {
    "C004": "Código de movimento da remessa",
    "C006": "Carteira",
    "C007": "Forma de cadastramento do título",
    "C008": "Tipo de documento",
    "C009": "Emissão do boleto",
    "C010": "Distribuição do boleto",
    "C015": "Espécie do título",
    "C016": "Aceite",
    "C018": "Código dos juros de mora",
    "C021": "Código do desconto",
    "C026": "Código para protesto",
    "C028": "Código para baixa ou devolução",
    "C039": "Aviso de débito automático",
    "C040": "Tipo de impressão",
    "C044": "Código de movimento do retorno",
    "C047-A": "Motivos de rejeição",
    "C047-B": "Motivos de tarifas e custas",
    "C047-C": "Motivos de liquidação e baixa",
    "C061": "Cálculo do rateio",
    "C062": "Tipo de valor do rateio",
    "C066": "Motivos de rejeição do rateio",
    "C078": "Tipo de pagamento",
    "G005": "Tipo de inscrição",
    "G025": "Tipo de serviço",
    "G028": "Tipo de operação",
    "G065": "Moeda",
    "G067": "Registro opcional",
    "G073": "Código da multa",
    "G103": "Tipo de chave Pix",
}
"""The lists that collection files use; those of payments and statements come with them."""


def tables(lists: Mapping[str, Mapping[str, str]], expand: Callable[[str], str]) -> Iterator[str]:
    """Yield the lines of the TOML file."""
    yield "# FEBRABAN's code lists, CNAB 240. Other lists of the manual belong to payments and statements.\n"
    yield 'fonte = "FEBRABAN, Layout padrão CNAB 240, versões 10.6 a 10.9, domínios"\n'
    for name, title in TITLES.items():
        yield f'\n["{name}"]\ntitulo = "{title}"\n["{name}".codigos]\n'
        for code, text in lists[name].items():
            yield f'"{code}" = {json.dumps(expand(text), ensure_ascii=False)}\n'


def main() -> None:
    """Read the lists, write the TOML file."""
    parser = argparse.ArgumentParser(description="Converte as listas de codes.json em resources/dominios.")
    parser.add_argument("source", type=Path)
    parser.add_argument("--out", type=Path, default=Path("resources/dominios/febraban.toml"))
    options = parser.parse_args()
    sys.path.insert(0, str(Path(__file__).parent))
    expand = importlib.import_module("convert_codes").write_out
    lists = json.loads(options.source.read_text(encoding="utf-8"))["febraban"]
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text("".join(tables(lists, expand)), encoding="utf-8")


if __name__ == "__main__":
    main()
