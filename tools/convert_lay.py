"""Convert the ``.lay`` record tables (facts taken from bank manuals) into the layout files of ``resources/layouts``.

Run once per bank that is added, then read what it wrote: from there on the TOML files are the source and are edited
by hand. ``python tools/convert_lay.py SOURCE_DIR [--banks 001,237] [--out resources/layouts]``.

SOURCE_DIR holds ``febraban240.lay`` (CNAB 240, FEBRABAN), ``cobranca240_overrides.lay`` (what each bank changes) and
``cnab400.lay`` (CNAB 400, each bank alone).
"""  # noqa: INP001 - a script, no package

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import lay_bancos

FIELD = re.compile(
    r"(?P<start>\d+)-(?P<end>\d+)\s+(?P<tipo>[ANDHY]\d*)\s+(?P<nome>\S+)"
    r"(?:\s+=(?P<padrao>[^;#]+?))?(?:\s+#(?P<codigo>\S+))?\s*(?:;\s*(?P<nota>.*))?"
)
CNAB_400 = 400
BRB_HEADER = 39
KEY_FIELDS = ("tipo_registro", "segmento", "registro_opcional", "tipo_impressao", "tipo_servico")


@dataclass(frozen=True)
class Field:
    """One row of a table."""

    start: int
    end: int
    tipo: str
    nome: str
    padrao: str = ""
    codigo: str = ""
    nota: str = ""

    def overlaps(self, other: "Field") -> bool:
        """Whether both claim a position."""
        return self.start <= other.end and other.start <= self.end


@dataclass
class Record:
    """One table: its name, its title, where it comes from and its rows."""

    key: str
    title: str = ""
    source: str = ""
    base: str = ""
    fields: list[Field] = field(default_factory=list)
    keys: tuple[str, ...] = ()
    child_titled: bool = False

    @property
    def width(self) -> int:
        """Positions that the rows reach."""
        return self.fields[-1].end


@dataclass(frozen=True)
class Sheet:
    """What is known of one bank's layout as a whole; one TOML file comes of each."""

    bank: str
    folder: str
    size: int
    direction: str
    versao: str
    fonte: str
    data_fonte: str
    confianca: str
    suffix: str = ""
    titulo_extra: str = ""
    herda: str = ""
    banco_nome: str = ""

    @property
    def path(self) -> str:
        """Path below the layouts' folder."""
        return f"{self.folder}/cobranca_{self.size}_{self.direction}{self.suffix}.toml"


FEBRABAN = ("000", "febraban", "10.6 a 10.9", "FEBRABAN, Layout padrão CNAB 240, versões 10.6 e 10.9", "2020")
BB240 = ("001", "001-banco-do-brasil", "ago/2017", "Banco do Brasil, Cobrança CNAB 240, agosto de 2017", "2017-08")
BB400 = ("001", "001-banco-do-brasil", "CBR641 e CBR643", "Banco do Brasil, Leiaute CNAB 400 (Doc2627)", "2017")
CEF7 = ("104", "104-caixa", "107", "Caixa, Leiaute CNAB 240 SIGCB, código do beneficiário de 7 dígitos", "2020")
CEF6 = ("104", "104-caixa", "101", "Caixa, Leiaute CNAB 240 SIGCB, código do beneficiário de 6 dígitos", "2016")
BRADESCO = ("237", "237-bradesco", "CNAB 400", "Bradesco, Cobrança, layout de arquivo 400 posições", "2019")
ITAU = ("341", "341-itau", "jul/2021", "Itaú, Cobrança CNAB 400, julho de 2021", "2021-07")
SICOOB = ("756", "756-sicoob", "fev/2017", "Sicoob, planilha de leiautes de cobrança, fevereiro de 2017", "2017-02")

SIX = "_6_digitos"
CONVENIO_6 = "_convenio_6"
TITLES = {SIX: " (código do beneficiário de 6 dígitos)", CONVENIO_6: " (convênio de 4 ou 6 posições)"}


def sheet(facts: Sequence[str], size: int, direction: str, trust: str, suffix: str = "") -> Sheet:
    """Build one `Sheet` of a bank's facts."""
    bank, folder, versao, fonte, data = facts
    return Sheet(bank, folder, size, direction, versao, fonte, data, trust, suffix, TITLES.get(suffix, ""))


SHEETS = (
    sheet(FEBRABAN, 240, "remessa", "manual"),
    sheet(FEBRABAN, 240, "retorno", "manual"),
    sheet(BB240, 240, "remessa", "manual"),
    sheet(BB240, 240, "retorno", "manual"),
    sheet(BB400, 400, "remessa", "manual"),
    sheet(BB400, 400, "retorno", "manual"),
    sheet(CEF7, 240, "remessa", "duas_fontes"),
    sheet(CEF6, 240, "remessa", "manual", SIX),
    sheet(CEF7, 240, "retorno", "uma_fonte"),
    sheet(CEF6, 240, "retorno", "manual", SIX),
    sheet(BB400, 400, "retorno", "duas_fontes", CONVENIO_6),
    sheet(BRADESCO, 400, "remessa", "manual"),
    sheet(BRADESCO, 400, "retorno", "manual"),
    sheet(ITAU, 400, "remessa", "manual"),
    sheet(ITAU, 400, "retorno", "manual"),
    sheet(SICOOB, 240, "remessa", "manual"),
    sheet(SICOOB, 240, "retorno", "manual"),
)


def more_sheets() -> list[Sheet]:
    """Build the sheets of the banks in `lay_bancos`."""
    found = [
        sheet(facts, 400, direction, trust)
        for *facts, remessa, retorno in (*lay_bancos.CNAB_400, lay_bancos.AUTBANK)
        for direction, trust in (("remessa", remessa), ("retorno", retorno))
        if trust
    ]
    for *facts, trust, nome in lay_bancos.AUTBANK_BANKS:
        for direction in ("remessa", "retorno"):
            child = sheet(facts, 400, direction, trust)
            found.append(replace(child, herda=f"autbank/cobranca_400_{direction}", banco_nome=nome))
    *facts, trust = lay_bancos.CNAB_444
    found.append(sheet(facts, 444, "remessa", trust))
    return found + [
        sheet(facts, 240, direction, trust)
        for *facts, remessa, retorno in lay_bancos.CNAB_240
        for direction, trust in (("remessa", remessa), ("retorno", retorno))
        if trust
    ]


# Which FEBRABAN records travel in which direction, in the order they stand in a file. Y-04 until 10.7 (e-mail, SMS) is
# the same record as Y-03 since 10.8 with the Pix part blank, so one table reads both; Y-05 (cheques) prints "04".
BASE_RECORDS = {
    "remessa": ("P", "Q", "R", "S_1_2", "S_3", "Y01", "Y03_pix", "Y50", "Y51", "Y52", "Y53"),
    "retorno": ("T", "U", "Y01", "Y03_pix", "Y05", "Y50", "Y53"),
}
NAMES = {"S_1_2": "S", "Y03_pix": "Y03", "header_arquivo": "header", "trailer_arquivo": "trailer"}
# Texts whose capitals mean something: Pix keys, addresses of charges, e-mail.
CASE_MATTERS = ("pix_chave", "pix_chave_ou_url", "pix_txid", "pix_emv", "pix_id_location", "email")
ROLES = {
    "header": "abertura",
    "header_lote": "abertura_lote",
    "trailer_lote": "encerramento_lote",
    "trailer": "encerramento",
}
# A direction's file is told by these two fields (FEBRABAN G015, G028).
BY_DIRECTION = {
    "codigo_remessa_retorno": {"remessa": "1", "retorno": "2"},
    "tipo_operacao": {"remessa": "R", "retorno": "T"},
}

# What the tables say in notes or in real files and not in rows of their own.
EXTRA: dict[tuple[str, str], dict[str, tuple[str, list[str]]]] = {
    ("104-caixa", "remessa" + SIX): {
        "header": (
            "Caixa, SIGCB 2016, header de arquivo; versões 101 e 050",
            [
                "59-64 N codigo_beneficiario",
                "65-71 N reservado_1 =zeros",
                "72-72 N reservado_3 =0",
                "164-166 N versao_layout_arquivo =101 ; 101; arquivos até 2016 trazem 050",
                "212-215 A versao_aplicativo",
                "216-240 A reservado_2 =brancos",
            ],
        ),
        "header_lote": (
            "Caixa, SIGCB 2016, header de lote; versões 060 e 030",
            [
                "14-16 N versao_layout_lote =060 ; 060; arquivos até 2016 trazem 030",
                "34-39 N codigo_beneficiario",
                "40-53 N reservado_1 =zeros",
                "60-65 N codigo_beneficiario_2",
                "66-72 N modelo_personalizado =zeros",
            ],
        ),
        "P": (
            "Caixa, SIGCB 2016, segmento P",
            [
                "24-29 N codigo_beneficiario",
                "30-37 N reservado_1 =zeros",
                "38-39 N reservado_2 =00",
                "40-57 N nosso_numero ; 41-42 modalidade, 43-57 identificação",
                "63-73 A numero_documento",
                "74-77 A reservado_3 =brancos",
            ],
        ),
    },
    ("104-caixa", "retorno"): {
        "header": (
            "Caixa, header de arquivo com código de 7 dígitos, como na remessa",
            [
                "59-65 N codigo_beneficiario",
                "66-72 N reservado_1 =zeros",
                "164-166 N versao_layout_arquivo =107 ; as versões até 101 têm código de 6 dígitos",
                "212-215 A versao_aplicativo",
                "216-240 A reservado_2 =brancos",
            ],
        ),
        "T": (
            "Caixa, segmento T; código de 7 dígitos como no segmento P",
            [
                "24-30 N codigo_beneficiario",
                "31-32 N uso_caixa_1",
                "33-35 N banco_pagador",
                "37-38 N uso_caixa_2",
                "39-39 N nosso_numero_origem",
                "40-41 N nosso_numero_modalidade ; 40-41 modalidade, 42-56 identificação",
                "42-56 N nosso_numero",
                "57-57 A uso_caixa_3",
                "59-69 A numero_documento",
                "70-73 A uso_caixa_4",
            ],
        ),
    },
    ("104-caixa", "retorno" + SIX): {
        "header_lote": (
            "Caixa, SIGCB 2016, header de lote",
            [
                "14-16 N versao_layout_lote =060 ; 060; arquivos até 2016 trazem 030",
                "34-39 N codigo_beneficiario",
                "40-53 N reservado_1 =zeros",
                "60-65 N codigo_beneficiario_2",
                "66-72 N modelo_personalizado =zeros",
            ],
        ),
    },
    ("756-sicoob", "retorno"): {
        "T": (
            "Sicoob, planilha de fevereiro de 2017; composição do nosso número como no segmento P",
            [
                "38-47 N nosso_numero ; 9 dígitos e DV",
                "48-49 N parcela",
                "50-51 N modalidade",
                "52-52 N tipo_formulario",
                "53-57 A reservado_1 =brancos",
            ],
        ),
    },
}

SOURCES = {
    "laravel-dev": "laravel-boleto",
    "7-digit beneficiary code": "código de 7 dígitos",
    "; manual 2016-2018 for 6-digit": "",
    "6-digit": "código de 6 dígitos",
    "same boundaries": "mesmas posições",
    "Sicoob sheet fev/2017": "Sicoob, planilha de fevereiro de 2017",
    "inside field 38-57": "composição do campo 38-57",
    "manual Caixa": "Caixa, manual SIGCB",
}

# Caixa leaves to zeros, blanks or a constant what FEBRABAN fills (eduardokum/laravel-boleto, kivanio/brcobranca, and
# the files of both).
CAIXA_CONSTANTS = {
    "header": ["33-52 N convenio =zeros", "192-211 A reservado_empresa =REMESSA-PRODUCAO"],
    "header_lote": ["12-13 N uso_caixa =00", "73-73 N agencia_conta_dv =0"],
    "P": ["101-105 N agencia_cobradora =zeros", "106-106 N agencia_cobradora_dv =0"],
    "R": ["200-240 A reservado_1 =brancos"],
    "trailer": ["30-35 A cnab_contas =brancos"],
}
# Constants that manuals print and the tables leave out.
DEFAULTS_400 = {("341", "remessa.header", "banco_nome"): "BANCO ITAU SA"}
# Banco do Brasil's record of type 1, for convênios of 4 and 6 digits: it begins unlike type 7, from 96 on they
# are alike (ACBr ACBrBancoBrasil, retorno of 6 positions; another public reader of CBR643 with the same 63-73).
BB_CONVENIO_6 = [
    "1-1 N tipo_registro =1",
    "2-17 N reservado_1 =zeros",
    "32-37 N convenio",
    "38-62 A uso_empresa",
    "63-73 N nosso_numero",
    "74-74 A nosso_numero_dv",
    "75-75 N tipo_cobranca",
    "76-76 N tipo_cobranca_comando_72",
    "77-80 N dias_calculo",
    "81-82 N natureza_recebimento",
    "83-85 A prefixo_titulo",
    "86-88 N variacao_carteira",
    "89-89 N conta_caucao",
    "90-94 N codigo_responsabilidade",
    "95-95 A codigo_responsabilidade_dv",
]
# Records that no table has, read from real files.
MORE_400 = {
    ("237", "retorno"): Record(
        "pix",
        "Retorno tipo 4 (Pix)",
        "arquivos de retorno do Bradesco de agosto de 2025",
        "",
        [],
    ),
}
MORE_ROWS = {
    ("237", "retorno"): [
        "1-1 N tipo_registro =4",
        "2-4 N carteira",
        "5-9 N agencia",
        "10-16 N conta",
        "17-27 N nosso_numero",
        "28-28 A nosso_numero_dv",
        "29-105 A pix_chave_ou_url ; endereço da cobrança Pix",
        "106-140 A pix_txid",
        "141-394 A reservado =brancos",
        "395-400 N sequencial",
    ],
}

# The tables' English notes, as a user reads them.
NOTES = {
    "8.3 prints 083, 8.6 prints 086, 10.6 prints 103; banks require their own value": "8.3: 083; 8.6: 086; 10.6: 103; "
    "cada banco exige o seu",
    "retorno only": "só no retorno",
    "8.3: CNAB brancos; later: free use / partial-payment authorization": "8.3: brancos; depois: uso livre ou "
    "autorização de pagamento parcial",
    "FEBRABAN 10.9 prints 03 (segment title Y-04); BB, Santander, Sicoob, Sicredi, C6 call it Y-03": "a FEBRABAN 10.9 "
    "o chama Y-04 e imprime 03; os bancos o chamam Y-03",
    "1 CPF 2 CNPJ 3 celular 4 e-mail 5 EVP; some banks leave blank for URL-only retorno": "1 CPF, 2 CNPJ, 3 celular, "
    "4 e-mail, 5 chave aleatória; em branco quando só há a URL",
    "manual prints 48 digits, arithmetic gives 47": "o manual imprime 48 posições; a conta dá 47",
    "title says Y-05, identifier printed is 04": "o título diz Y-05; o identificador impresso é 04",
    "manual types this one Num, the other five Alfa": "o manual diz numérico; os outros cinco são alfanuméricos",
    "2 decimals if value, 3 decimals if percentage": "2 decimais quando valor, 3 quando percentual",
    "9 digits as printed (first block has 8): probable manual slip, keep width": "9 posições como impresso; a primeira "
    "data tem 8",
    "five 2-char codes": "cinco códigos de 2 posições",
    "five 2-digit codes": "cinco códigos de 2 posições",
    "four 2-char codes, table by ocorrência": "quatro códigos de 2 posições; a tabela depende da ocorrência",
    "TESTE in homologation": "TESTE na homologação",
    "17 = convênio(7)+sequência(10)": "convênio (7) e sequência (10)",
    "A: 352-391 holds sacador avalista; blank: message": "A: 352-391 traz o beneficiário final; em branco: mensagem",
    "carteiras 11/17: 04DSC desconto, 08VDR vendor, 02VIN vinculada, blank simples": "carteiras 11 e 17: 04DSC "
    "desconto, 08VDR vendor, 02VIN vinculada, em branco simples",
    "meaning depends on ocorrencia (see codes)": "o sentido depende da ocorrência",
    "5 digits, picture 9(5)": "5 dígitos",
    "manual picture 9(4) over 5 positions": "o manual escreve 9(4) em 5 posições",
    "net amount posted": "valor líquido lançado na conta",
    "237 if automatic debit else 000": "237 com débito automático, senão 000",
    "0-9 or P": "0 a 9 ou P",
    "N or other": "N ou outro",
    "R or blank": "R ou em branco",
    "335-349 inscrição avalista, 350-351 blank, 352-394 nome when used as avalista": "beneficiário final: 335-349 "
    "inscrição, 350-351 em branco, 352-394 nome; ou segunda mensagem",
    "11 + DV": "11 dígitos e DV",
    "ocorrências 02 and 28": "ocorrências 02 e 28",
    "0237 if Bradesco cheque": "0237 quando cheque do próprio banco",
    "code to cancel (ocorrências 35, 38)": "código a cancelar (ocorrências 35 e 38)",
    "8, no DAC": "8 dígitos, sem DAC",
    "letter code, I for most": "código em letra, I na maioria",
    "protest/return days for instruções 09, 34, 42...": "dias para protesto ou devolução nas instruções 09, 34, 42",
    "credited to account": "valor creditado na conta",
    "manual ago/2017 accepts 083/084": "o manual de agosto de 2017 aceita 083 e 084",
    "101 with the 6-digit code (59-64 code, 65-71 zeros)": "",
    "060 with the 6-digit code": "",
    "zeros with the 7-digit code": "zeros com o código de 7 dígitos",
    "24-29 with the 6-digit code": "",
    "modality(1)+origin(1)... cnab_yaml splits 41-42 modalidade, 43-57 id": "41-42 modalidade, 43-57 identificação",
    "39-41: carteira/modality, 42-56: id": "40-41 modalidade, 42-56 identificação",
    "9 digits + DV": "9 dígitos e DV",
    "0 + carteira(3) + agência(5) + conta(7) + dv(1)": "zero, carteira (3), agência (5), conta (7), DV (1)",
}


def parse_field(text: str) -> Field:
    """Read one row of a table."""
    found = FIELD.fullmatch(text.strip())
    if found is None:
        sys.exit(f"linha que não se entende: {text!r}")
    row = {k: (v or "").strip() for k, v in found.groupdict().items()}
    tipo = row["tipo"] if row["tipo"] not in ("N0", "A0") else row["tipo"][0]
    nota = NOTES.get(row["nota"], lay_bancos.NOTES.get(row["nota"], row["nota"]))
    return Field(int(row["start"]), int(row["end"]), tipo, row["nome"], row["padrao"], row["codigo"], nota)


def expand(line: str, macros: dict[str, tuple[list[str], list[str]]]) -> Iterator[str]:
    """Yield the rows a line stands for; ``+name args`` stands for a macro's rows."""
    if not line.startswith("+"):
        yield line
        return
    name, *args = line[1:].split()
    params, body = macros[name]
    for template in body:
        row = template
        for param, arg in zip(params, args, strict=False):
            row = row.replace("{" + param + "}", arg)
        yield from expand(row, macros)


def parse_head(line: str) -> Record:
    """Read a record's heading, of a whole table or of an override (``id < base``)."""
    head, *rest = (part.strip() for part in line.removeprefix("==").split("|"))
    key, _, base = (part.strip() for part in head.partition("<"))
    source = next((part.removeprefix("src=") for part in rest if part.startswith("src=")), "")
    return Record(key, "" if base else rest[0], source, base)


def parse_lay(path: Path) -> dict[str, Record]:
    """Read one ``.lay`` file: records by name, in the file's order."""
    macros: dict[str, tuple[list[str], list[str]]] = {}
    records: dict[str, Record] = {}
    macro = current = None
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("! macro"):
            _, _, macro, *params = line.split()
            macros[macro] = (params, [])
        elif line.startswith("! end"):
            macro = None
        elif not line.strip() or line.startswith("#"):
            continue
        elif macro is not None:
            macros[macro][1].append(line)
        elif line.startswith("=="):
            current = parse_head(line)
            records[current.key] = current
        elif current is not None:
            current.fields += [parse_field(row) for row in expand(line, macros)]
    return records


def with_direction(record: Record, direction: str) -> Record:
    """Give the fields that tell the direction their constant."""
    fields = [replace(f, padrao=f.padrao or BY_DIRECTION.get(f.nome, {}).get(direction, "")) for f in record.fields]
    return replace(record, fields=fields if direction == "remessa" else without_versions(fields))


def without_versions(fields: list[Field]) -> list[Field]:
    """Drop the version constants of a retorno: banks send whatever version their system has (real files show it)."""
    return [replace(f, padrao="") if f.nome.startswith("versao_layout") else f for f in fields]


def bank_fields(fields: list[Field], base: Record) -> list[Field]:
    """List a bank's own rows, plus base rows that must change their name because the bank's table took it."""
    taken = {f.nome for f in fields}
    kept = [b for b in base.fields if not any(b.overlaps(f) for f in fields)]
    renamed = [replace(b, nome=b.nome + "_febraban") for b in kept if b.nome in taken]
    return sorted(fields + renamed, key=lambda f: f.start)


def base_name(record: str) -> str:
    """Name of a FEBRABAN record as the tables call it."""
    return record if record in ("header_arquivo", "trailer_arquivo") else "cobranca." + record


def base_records(direction: str, tables: dict[str, Record]) -> list[Record]:
    """FEBRABAN's records of one direction, in file order, under our names."""
    order = ("header_arquivo", "header_lote", *BASE_RECORDS[direction], "trailer_lote", "trailer_arquivo")
    found = []
    for name in order:
        record = with_direction(tables[base_name(name)], direction)
        source = "FEBRABAN CNAB 240, versão 10.9" if record.source == "v109" else "FEBRABAN CNAB 240, versão 10.6"
        found.append(replace(record, key=NAMES.get(name, name), source=source))
    return found


def clean_source(text: str) -> str:
    """Drop line numbers and code names out of a source, keep what a reader can look up."""
    text = re.sub(r":\d+", "", text)
    for old, new in SOURCES.items():
        text = text.replace(old, new)
    return "" if re.fullmatch(r"b\d+\w*", text) else text.strip()


def override_records(sheet: Sheet, bases: list[Record], overrides: dict[str, Record]) -> list[Record]:
    """What a bank changes of FEBRABAN's records; a table of its own for the retorno goes before the common one."""
    extra = EXTRA.get((sheet.folder, sheet.direction + sheet.suffix), {})
    found = []
    for base in bases:
        lay = {v: k for k, v in NAMES.items()}.get(base.key, base.key)
        keys = [f"{sheet.bank}.{lay}"] if not sheet.suffix else []
        if sheet.direction == "retorno":
            keys.insert(0, f"{sheet.bank}.retorno.{lay}")
        constants = caixa_constants(sheet, base.key)
        if base.key in extra:
            source, rows = extra[base.key]
            fields = [parse_field(row) for row in rows]
        else:
            own = next((overrides[k] for k in keys if k in overrides), None)
            if own is None and not constants:
                continue
            source = clean_source(own.source) if own else "laravel-boleto e brcobranca"
            fields = list(own.fields) if own else []
            if sheet.direction == "retorno":
                fields = without_versions(fields)
        fields += constants
        found.append(Record(base.key, base.title, source, "", bank_fields(fields, base)))
    return [*found, *own_optional(sheet, bases, overrides)]


def own_optional(sheet: Sheet, bases: list[Record], overrides: dict[str, Record]) -> list[Record]:
    """Optional records (Y) of a bank that are another FEBRABAN record under a number of its own."""
    found = []
    for (bank, direction, name), (base, title) in lay_bancos.RENUMBERED.items():
        if (bank, direction) != (sheet.bank, sheet.direction):
            continue
        own = overrides[f"{bank}.{name}"]
        table = next(record for record in bases if record.key == base)
        kept = [f for f in table.fields if not any(f.overlaps(o) for o in own.fields)]
        number = name.removeprefix("Y")
        fields = [
            replace(f, padrao=number) if f.nome == "registro_opcional" else f
            for f in sorted((*kept, *own.fields), key=lambda f: f.start)
        ]
        source = clean_source(own.source)
        found.append(replace(own, key=name, title=title, source=source, fields=fields, child_titled=True))
    return found


def caixa_constants(sheet: Sheet, record: str) -> list[Field]:
    """Rows that only Caixa's remessas have."""
    if (sheet.bank, sheet.direction) != ("104", "remessa"):
        return []
    return [parse_field(row) for row in CAIXA_CONSTANTS.get(record, ())]


def records_400(sheet: Sheet, tables: dict[str, Record]) -> list[Record]:
    """A bank's own CNAB 400 records of one direction."""
    prefix = f"{'autbank' if sheet.folder == 'autbank' else sheet.bank}.{sheet.direction}."
    found = []
    if sheet.herda:
        rows = [parse_field(f"77-79 N banco ={sheet.bank}"), parse_field(f"80-94 A banco_nome ={sheet.banco_nome}")]
        rows = rows if sheet.direction == "remessa" else rows[:1]
        return [Record("header", "", sheet.fonte, "", rows)]
    for key, record in tables.items():
        if key.startswith(prefix) and record.width in {sheet.size, BRB_HEADER} and key not in lay_bancos.SKIPPED:
            title = record.title.partition(" - ")[2]
            title = title[:1].upper() + title[1:].replace("39 bytes", "39 posições")
            source = clean_source(record.source) or sheet.fonte
            record.fields = [
                replace(f, padrao=DEFAULTS_400.get((sheet.bank, key.partition(".")[2], f.nome), f.padrao))
                for f in record.fields
            ]
            keys = lay_bancos.KEYS.get(key, ())
            found.append(replace(record, key=key.removeprefix(prefix), title=title, source=source, keys=keys))
    if sheet.suffix == CONVENIO_6:
        found = [with_convenio_6(record) if record.key == "detalhe" else record for record in found]
    found = with_common(sheet, found)
    more = MORE_400.get((sheet.bank, sheet.direction))
    if more is not None:
        rows = [parse_field(row) for row in MORE_ROWS[sheet.bank, sheet.direction]]
        found.insert(-1, replace(more, fields=rows))
    return found


def with_common(sheet: Sheet, records: list[Record]) -> list[Record]:
    """Add the records that no table has: a bank's own, and the beginning and end that all banks share."""
    for (bank, direction, name), (title, source, own) in lay_bancos.OWN_RECORDS.items():
        if (bank, direction) == (sheet.bank, sheet.direction):
            records = [*records, Record(name, title, source, "", [parse_field(row) for row in own])]
    common = lay_bancos.COMMON_RECORDS.get((sheet.bank, sheet.direction), ())
    codigo, literal = ("1", "REMESSA") if sheet.direction == "remessa" else ("2", "RETORNO")
    rows = [row.format(codigo=codigo, literal=literal, banco=sheet.bank) for row in lay_bancos.HEADER]
    word = sheet.direction.capitalize()
    header = Record("header", f"{word} header", lay_bancos.COMMON_SOURCE, "", [parse_field(row) for row in rows])
    rows = list(lay_bancos.TRAILER)
    trailer = Record("trailer", f"{word} trailer", lay_bancos.COMMON_SOURCE, "", [parse_field(row) for row in rows])
    first = [header] if "header" in common else []
    return [*first, *records, *([trailer] if "trailer" in common else [])]


def with_convenio_6(record: Record) -> Record:
    """Lay the beginning of Banco do Brasil's type 1 over its type 7."""
    own = [parse_field(row) for row in BB_CONVENIO_6]
    kept = [f for f in record.fields if not any(f.overlaps(o) for o in own)]
    fields = sorted(own + kept, key=lambda f: f.start)
    return replace(record, title="Retorno detalhe tipo 1", source="ACBr e leitor público de CBR643", fields=fields)


def variants() -> Iterator[tuple[str, str]]:
    """Yield path and text of the layouts that `lay_bancos` has row by row."""
    for path, bank, title, versao, fonte, data, trust, herda, rows in lay_bancos.VARIANTS:
        direction = "remessa" if "remessa" in path else "retorno"
        size = int(path.split("_")[1])
        facts = Sheet(bank, path.split("/")[0], size, direction, versao, fonte, data, trust, herda=herda)
        records = [Record(name, "", fonte, "", [parse_field(row) for row in own]) for name, own in rows.items()]
        text = render(facts, records, child=True)
        yield path, re.sub(r"^titulo = .*", f"titulo = {quote(title)}", text)
    for direction, own in lay_bancos.COMUM.items():
        fonte = "posições que quase todos os bancos têm em comum"
        facts = Sheet("000", "comum", 400, direction, "1", fonte, "2026", "generico_febraban")
        header = [row if row.startswith("1-1 ") else row.partition(" =")[0] for row in lay_bancos.HEADER]
        sheets = (("header", header), ("detalhe", own), ("trailer", lay_bancos.TRAILER))
        records = [Record(n, n.capitalize(), fonte, "", [parse_field(row) for row in rows]) for n, rows in sheets]
        yield f"comum/cobranca_400_{direction}", render(facts, records, child=False)


def quote(text: str) -> str:
    """Write a TOML basic string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def render_field(row: Field) -> str:
    """Write one row."""
    parts = [
        f"pos = {quote(f'{row.start}-{row.end}') + ',':<11}",
        f"tipo = {quote(row.tipo) + ',':<5}",
        f"nome = {quote(row.nome)}",
    ]
    text = " ".join(parts)
    for key in ("padrao", "codigo", "nota"):
        value = getattr(row, key)
        text += f", {key} = {quote(value)}" if value else ""
    text += ", maiusculas = false" if row.nome in CASE_MATTERS else ""
    return f"  {{ {text} }},"


def render_record(record: Record, *, child: bool) -> str:
    """Write one record; a child's heading is the base's unless it says otherwise."""
    lines = ["[[registro]]", f"nome = {quote(record.key)}"]
    if child and record.child_titled:
        lines.append(f"titulo = {quote(record.title)}")
    if not child:
        keys = record.keys or [f.nome for f in record.fields if f.nome in KEY_FIELDS and f.padrao]
        lines += [
            f"titulo = {quote(record.title)}",
            f"papel = {quote(ROLES.get(record.key, 'detalhe'))}",
            f"chave = [{', '.join(quote(k) for k in keys)}]",
        ]
    if record.width == BRB_HEADER or (child and record.width > CNAB_400):
        lines.append(f"tamanho = {record.width}")
    if record.source:
        lines.append(f"fonte = {quote(record.source)}")
    return "\n".join([*lines, "campos = [", *(render_field(f) for f in record.fields), "]"])


def render(sheet: Sheet, records: list[Record], *, child: bool) -> str:
    """Write one layout file."""
    lines = [
        f"titulo = {quote(f'Cobrança CNAB {sheet.size}, {sheet.direction}{sheet.titulo_extra}')}",
        f"banco = {quote(sheet.bank)}",
        'produto = "cobranca"',
        f"direcao = {quote(sheet.direction)}",
        f"tamanho = {sheet.size}",
        *([f"herda = {quote(sheet.herda or f'febraban/cobranca_240_{sheet.direction}')}"] if child else []),
        f"versao = {quote(sheet.versao)}",
        f"fonte = {quote(sheet.fonte)}",
        f"data_fonte = {quote(sheet.data_fonte)}",
        f"confianca = {quote(sheet.confianca)}",
        'inscricao_alfanumerica = "desconhecido"',
    ]
    return "\n\n".join(["\n".join(lines), *(render_record(r, child=child) for r in records)]) + "\n"


def title_of_base(record: Record) -> Record:
    """Drop the product out of a FEBRABAN title: the file is the product's."""
    title = record.title.removeprefix("Cobrança - ")
    return replace(record, title=title[:1].upper() + title[1:])


def convert(source: Path, out: Path, banks: set[str]) -> Iterator[Path]:
    """Write the layout files of *banks* (all known ones when empty)."""
    febraban = parse_lay(source / "febraban240.lay")
    overrides = parse_lay(source / "cobranca240_overrides.lay")
    tables_400 = parse_lay(source / "cnab400.lay")
    for facts in (*SHEETS, *more_sheets()):
        if banks and not banks & {facts.bank, facts.folder, facts.path}:
            continue
        bases = [title_of_base(r) for r in base_records(facts.direction, febraban)]
        alone = facts.size >= CNAB_400
        child = bool(facts.herda) or (not alone and facts.bank != "000")
        if alone:
            records = records_400(facts, tables_400)
        else:
            records = override_records(facts, bases, overrides) if child else bases
        path = out / facts.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(render(facts, records, child=child), "utf-8")
        yield path
    for name, text in variants():
        if not banks or banks & {name[:3], name.split("/")[0], name + ".toml"}:
            path = out / f"{name}.toml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            yield path


def main() -> None:
    """Read the arguments and convert."""
    parser = argparse.ArgumentParser(description="Converte tabelas .lay em layouts TOML.")
    parser.add_argument("source", type=Path, help="pasta com os arquivos .lay")
    parser.add_argument(
        "--banks", default="", help="códigos, pastas ou arquivos separados por vírgula; sem isto, todos"
    )
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "resources" / "layouts")
    args = parser.parse_args()
    for path in convert(args.source, args.out, set(filter(None, args.banks.split(",")))):
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
