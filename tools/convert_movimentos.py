"""Convert the ``.lay`` tables of payments and débito automático into the layout files of ``resources/layouts``.

Run once, then read what it wrote: from there on the TOML files are the source and are edited by hand.
``python tools/convert_movimentos.py SOURCE_DIR [--out resources/layouts]``.

SOURCE_DIR holds ``febraban240.lay``, ``pagamentos240_overrides.lay`` (what each bank changes of FEBRABAN's payments),
``itau_sispag240.lay``, ``itau_sisdeb240.lay`` and ``cnab150.lay`` (FEBRABAN débito automático, versions 04 to 08). The
fields that mean the same get the same name in every layout, so that one reader and one writer do for all of them.
"""  # noqa: INP001 - a script, no package

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import lay_movimentos as facts
from convert_lay import Field, Record, bank_fields, parse_field, parse_lay, quote, render_field

DIRECTIONS = ("remessa", "retorno")
ROLES_240 = {
    "header": "abertura",
    "header_lote": "abertura_lote",
    "trailer_lote": "encerramento_lote",
    "trailer": "encerramento",
}
ROLES_150 = {"A": "abertura", "Z": "encerramento"}


@dataclass(frozen=True)
class Head:
    """The head of one layout file."""

    path: str
    titulo: str
    banco: str
    produto: str
    tamanho: int
    versao: str
    fonte: str
    data: str
    confianca: str
    herda: str = ""
    alfanumerica: str = "desconhecido"


def text_of(head: Head, direction: str, records: list[Record], roles: dict[str, str]) -> str:
    """Write one layout file."""
    lines = [
        f"titulo = {quote(head.titulo)}",
        f"banco = {quote(head.banco)}",
        f"produto = {quote(head.produto)}",
        f"direcao = {quote(direction)}",
        f"tamanho = {head.tamanho}",
        *([f"herda = {quote(head.herda)}"] if head.herda else []),
        f"versao = {quote(head.versao)}",
        f"fonte = {quote(head.fonte)}",
        f"data_fonte = {quote(head.data)}",
        f"confianca = {quote(head.confianca)}",
        f"inscricao_alfanumerica = {quote(head.alfanumerica)}",
    ]
    child = bool(head.herda)
    return "\n\n".join(["\n".join(lines), *(record_text(r, roles, child=child) for r in records)]) + "\n"


def record_text(record: Record, roles: dict[str, str], *, child: bool) -> str:
    """Write one record; a child's heading is the base's."""
    lines = ["[[registro]]", f"nome = {quote(record.key)}"]
    if not child:
        keys = record.keys or tuple(f.nome for f in record.fields if f.nome in facts.KEYS and f.padrao)
        lines += [
            f"titulo = {quote(record.title)}",
            f"papel = {quote(roles.get(record.key, 'detalhe'))}",
            f"chave = [{', '.join(quote(k) for k in keys)}]",
        ]
    if record.source:
        lines.append(f"fonte = {quote(record.source)}")
    return "\n".join([*lines, "campos = [", *(render_field(f) for f in record.fields), "]"])


def directed(record: Record, direction: str) -> Record:
    """Give the direction its constant; a retorno keeps no version constants, banks send whatever they have."""
    value = "1" if direction == "remessa" else "2"
    fields = [replace(f, padrao=value) if f.nome == "codigo_remessa_retorno" else f for f in record.fields]
    if direction == "retorno":
        fields = [replace(f, padrao="") if f.nome.startswith("versao_layout") else f for f in fields]
    return replace(record, fields=fields)


def laid_over(base: list[Field], rows: list[Field]) -> list[Field]:
    """Lay *rows* over *base*."""
    return sorted([b for b in base if not any(b.overlaps(r) for r in rows)] + rows, key=lambda f: f.start)


def rows_of(texts: list[str]) -> list[Field]:
    """Parse the rows written in `lay_movimentos`."""
    return [parse_field(text) for text in texts]


def febraban_pagamento(tables: dict[str, Record]) -> list[Record]:
    """FEBRABAN's records of payments, one per kind of line that positions can tell apart."""
    found = []
    for key, source, title, own in facts.PAGAMENTO:
        table = tables[source]
        fields = laid_over(table.fields, rows_of(own))
        found.append(Record(key, title, facts.FEBRABAN_106, "", fields, keys=facts.RECORD_KEYS.get(key, ())))
    comum = [f for f in tables["tributo.N"].fields if f.nome != "complemento_tributo"]
    for key, block, title, constant in facts.TRIBUTOS:
        fields = sorted(comum + tables[f"tributo.{block}"].fields, key=lambda f: f.start)
        fields = [replace(f, padrao=constant) if f.nome == "tributo_id" else f for f in fields]
        found.append(Record(key, title, facts.FEBRABAN_106, "", fields, keys=facts.N_KEYS))
    order = {key: n for n, key in enumerate(facts.ORDER)}
    return sorted(found, key=lambda record: order[record.key])


def febraban_debito(tables: dict[str, Record]) -> list[Record]:
    """FEBRABAN's records of the débito em conta in 240 positions."""
    return [
        Record(key, title, facts.FEBRABAN_106, "", laid_over(tables[source].fields, rows_of(own)))
        for key, source, title, own in facts.DEBITO
    ]


def renamed(record: Record, names: dict[str, str]) -> list[Field]:
    """Give the fields their common names."""
    return [replace(f, nome=names.get(f.nome, f.nome)) for f in record.fields]


def overrides(bank: str, bases: list[Record], tables: dict[str, Record]) -> list[Record]:
    """What a bank changes of FEBRABAN's records of payments."""
    found = []
    for base in bases:
        rows: list[Field] = []
        source = ""
        for key in facts.OVERRIDE_NAMES.get(base.key, (base.key,)):
            own = tables.get(f"{bank}.{key}")
            if own is not None and (bank, base.key) not in facts.NOT_TAKEN:
                rows = renamed(own, facts.NAMES_OVERRIDES)
                source = facts.ACBR
        if base.key == "B_pix":
            rows = [r for r in rows if r.start not in (15, 17)]
        if base.key == "header_lote":
            rows = [r for r in rows if r.nome != "versao_layout_lote"]
        rows = laid_over(rows, rows_of(facts.MORE.get((bank, base.key), [])))
        if rows:
            found.append(Record(base.key, "", source or facts.ACBR, "", bank_fields(rows, base)))
    return found


def itau_retorno(record: Record) -> Record:
    """Lay over a record what only the bank's own file has."""
    return replace(record, fields=laid_over(record.fields, rows_of(facts.SISPAG_RETORNO.get(record.key, []))))


def itau(tables: dict[str, Record], sheet: list[tuple[str, str, str, list[str]]], source: str) -> list[Record]:
    """Itaú's own tables."""
    found = []
    for key, name, title, own in sheet:
        fields = renamed(tables[name], facts.NAMES_ITAU)
        common = facts.ITAU_J if name == "titulo.J" else []
        fields = laid_over(fields, rows_of([*common, *own]))
        if name.startswith("tributo.N_"):
            fields = laid_over(renamed(tables["tributo.N"], facts.NAMES_ITAU), fields)
        if "J52" in key:
            fields = laid_over(fields, rows_of(facts.ITAU_J52))
        opened = facts.ITAU_OPEN if sheet is facts.SISPAG else ("moeda_tipo",)
        fields = [replace(f, padrao="") if f.nome in opened else f for f in fields]
        keys = facts.ITAU_KEYS.get(key, facts.N_KEYS_ITAU if key.startswith("N_") else ())
        found.append(Record(key, title, source, "", fields, keys=keys))
    return found


def debito_150(tables: dict[str, Record], version: str, direction: str, variant: str = "") -> list[Record]:
    """FEBRABAN's records of one version and direction, under one letter each."""
    found = []
    for letter in facts.RECORDS_150[direction]:
        names = [f"{letter}_{variant}", f"{letter}_v{version}", letter]
        table = next((tables[n] for n in names if n in tables), None)
        if table is None:
            continue
        fields = [
            replace(f, nome=facts.NAMES_150.get((letter, f.nome), facts.NAMES_150.get(("", f.nome), f.nome)))
            for f in table.fields
        ]
        if letter == "A":
            fields = [
                replace(f, padrao="1" if direction == "remessa" else "2") if f.nome == "codigo_remessa" else f
                for f in fields
            ]
            if direction == "retorno":
                fields = [
                    replace(f, padrao="") if f.nome in ("versao_layout", "identificacao_servico") else f for f in fields
                ]
        title = table.title.partition(" - ")[2] or table.title
        title = title.partition(", v0")[0].partition(" (")[0]
        found.append(Record(letter, title[:1].upper() + title[1:], facts.FONTE_150, "", fields, keys=("registro",)))
    return found


def files(source: Path) -> Iterator[tuple[str, str]]:
    """Yield path and text of every layout."""
    tables = parse_lay(source / "febraban240.lay")
    over = parse_lay(source / "pagamentos240_overrides.lay")
    sispag = parse_lay(source / "itau_sispag240.lay")
    sisdeb = parse_lay(source / "itau_sisdeb240.lay")
    cnab150 = parse_lay(source / "cnab150.lay")
    pagamento, debito = febraban_pagamento(tables), febraban_debito(tables)
    for direction in DIRECTIONS:
        for produto, bases in (("pagamento", pagamento), ("debito", debito)):
            what = facts.WHAT[produto]
            head = Head(
                f"febraban/{produto}_240", f"{what} CNAB 240, {direction}", "000", produto, 240, *facts.FEBRABAN
            )
            yield (
                f"{head.path}_{direction}",
                text_of(head, direction, [directed(r, direction) for r in bases], ROLES_240),
            )
        for folder, _, *facts_of in facts.BANCOS:
            bank = folder[:3]
            records = [directed(r, direction) for r in overrides(bank, pagamento, over)]
            titulo = f"Pagamentos CNAB 240, {direction}"
            head = Head(f"{folder}/pagamento_240", titulo, bank, "pagamento", 240, *facts_of)
            head = replace(head, herda=f"febraban/pagamento_240_{direction}")
            yield f"{head.path}_{direction}", text_of(head, direction, records, ROLES_240)
        records = [directed(r, direction) for r in itau(sispag, facts.SISPAG, facts.FONTE_SISPAG)]
        if direction == "retorno":
            records = [itau_retorno(record) for record in records]
        head = Head(
            "341-itau/pagamento_240", f"SISPAG CNAB 240, {direction}", "341", "pagamento", 240, *facts.HEAD_SISPAG
        )
        yield f"{head.path}_{direction}", text_of(head, direction, records, ROLES_240)
        records = [directed(r, direction) for r in itau(sisdeb, facts.SISDEB, facts.FONTE_SISDEB)]
        head = Head("341-itau/debito_240", f"SISDEB CNAB 240, {direction}", "341", "debito", 240, *facts.HEAD_SISDEB)
        yield f"{head.path}_{direction}", text_of(head, direction, records, ROLES_240)
        head = Head(
            "004-banco-do-nordeste/debito_240",
            f"Débito em conta CNAB 240, {direction}",
            "004",
            "debito",
            240,
            *facts.HEAD_BNB,
            herda=f"febraban/debito_240_{direction}",
        )
        yield f"{head.path}_{direction}", text_of(head, direction, [], ROLES_240)
        for version in facts.VERSIONS_150:
            head = Head(
                "febraban/debito_150",
                f"Débito automático 150 posições, versão {facts.VERSION_WORDS[version]}, {direction}",
                "000",
                "debito",
                150,
                facts.VERSION_WORDS[version],
                *facts.FEBRABAN_150,
            )
            yield (
                f"{head.path}_{direction}_v{version}",
                text_of(head, direction, debito_150(cnab150, version, direction), ROLES_150),
            )
        for folder, version, suffix, *facts_of in facts.BANCOS_150:
            bank = folder[:3]
            titulo = f"Débito automático 150 posições, versão {facts.VERSION_WORDS[version]}, {direction}"
            path = f"{folder}/debito_150"
            head = Head(path, titulo, bank, "debito", 150, facts.VERSION_WORDS[version], *facts_of)
            head = replace(head, herda=f"febraban/debito_150_{direction}_v{version}")
            own = []
            if bank == "104":
                wide = [r for r in debito_150(cnab150, version, direction, "caixa") if r.key in "AE"]
                own = [replace(r, source=facts.FONTE_CAIXA) for r in wide]
            yield f"{head.path}_{direction}{suffix}", text_of(head, direction, own, ROLES_150)


def main() -> None:
    """Read the arguments and convert."""
    parser = argparse.ArgumentParser(description="Converte tabelas .lay de pagamentos e débitos em layouts TOML.")
    parser.add_argument("source", type=Path, help="pasta com os arquivos .lay")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "resources" / "layouts")
    args = parser.parse_args()
    for name, text in files(args.source):
        path = args.out / f"{name}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
