"""Convert the occurrences of payments and débito automático (``codes.json``) into ``resources/movimentos``.

What a code does to a payment (``efeito``) is decided here from the manual's own wording; where that is not plain it is
``informa``, which moves nothing. ``python tools/convert_codes_movimentos.py CODES_JSON``; afterwards the TOML files are
the source and are edited by hand.
"""  # noqa: INP001 - a script, no package

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path

from convert_codes import write_out
from convert_lay import quote

LIQUIDA, REJEITA, CONFIRMA, BAIXA, ESTORNA, INFORMA = "liquida", "rejeita", "confirma", "baixa", "estorna", "informa"

# FEBRABAN G059. H2 to H9, HM to IR and BH to BQ speak of consignação, never of a payment of ours: they only inform.
CONSIGNACAO = {
    *("BH", "BI", "BJ", "BK", "BM", "BN", "BO", "BP", "BQ"),
    *(f"H{sign}" for sign in "23456789MNOPQRSTUVWXYZ"),
    *(f"I{sign}" for sign in "ABCDEFGHIJKLMNOPQR"),
}
FEBRABAN = {
    **dict.fromkeys(CONSIGNACAO, INFORMA),
    **dict.fromkeys(("00", "03"), LIQUIDA),
    **dict.fromkeys(("BD", "BE"), CONFIRMA),
    **dict.fromkeys(("02", "BF"), BAIXA),
    **dict.fromkeys(("BR", "BS", "ZA", "ZB", "ZC", "ZD"), INFORMA),
}
SISPAG = {
    **dict.fromkeys(("00", "FC", "FD"), LIQUIDA),
    **dict.fromkeys(("BD", "BE", "EM", "IR", "AE", "LA"), CONFIRMA),
    **dict.fromkeys(("CE", "LC"), BAIXA),
    **dict.fromkeys(("DV", "EX"), ESTORNA),
    **dict.fromkeys(("CP", "PD", "RS"), INFORMA),
}
MULTIPAG = {
    **FEBRABAN,
    **dict.fromkeys(("5A", "5I"), CONFIRMA),
    **dict.fromkeys(("5T", "XX"), INFORMA),
}
SISDEB = {**dict.fromkeys(("00", "03"), LIQUIDA), "BD": CONFIRMA, "02": BAIXA, "AS": INFORMA}

# Débito automático 150, record F (FEBRABAN versions 04 to 08).
DEBITO_150 = {
    "00": (LIQUIDA, "Débito efetuado"),
    "01": (REJEITA, "Débito não efetuado: insuficiência de fundos"),
    "02": (REJEITA, "Débito não efetuado: conta não cadastrada"),
    "04": (REJEITA, "Débito não efetuado: outras restrições"),
    "05": (REJEITA, "Débito não efetuado: valor acima do limite aprovado pelo cliente"),
    "10": (REJEITA, "Débito não efetuado: agência em regime de encerramento"),
    "12": (REJEITA, "Débito não efetuado: valor inválido"),
    "13": (REJEITA, "Débito não efetuado: data de lançamento inválida"),
    "14": (REJEITA, "Débito não efetuado: agência inválida"),
    "15": (REJEITA, "Débito não efetuado: conta inválida"),
    "18": (REJEITA, "Débito não efetuado: data do débito anterior à do processamento"),
    "19": (REJEITA, "Débito não efetuado: a conta não pertence ao CPF/CNPJ informado"),
    "20": (REJEITA, "Débito não efetuado: conta conjunta não solidária"),
    "30": (REJEITA, "Débito não efetuado: sem contrato de débito automático com o cliente"),
    "31": (LIQUIDA, "Débito efetuado em data diferente da informada"),
    "96": (INFORMA, "Manutenção do cadastro"),
    "97": (INFORMA, "Cancelamento não efetuado: débito não encontrado"),
    "98": (INFORMA, "Cancelamento não efetuado: fora do prazo"),
    "99": (BAIXA, "Débito cancelado a pedido"),
    "DP": ("liquida_parcial", "Débito parcial efetuado"),
    "FP": (REJEITA, "Prazo de aviso menor que dez dias"),
    "CF": (CONFIRMA, "Cadastro do consentimento confirmado"),
    "NC": (REJEITA, "Conta inválida"),
    "CH": (REJEITA, "Opção de cheque especial inválida"),
    "PV": (REJEITA, "Opção de débito após o vencimento inválida"),
    "DT": (REJEITA, "Data inválida"),
    "OP": (REJEITA, "Tipo de operação inválido"),
    "CE": (REJEITA, "O cadastro já existe"),
    "CD": (BAIXA, "Cadastro cancelado no banco do pagador"),
    "PB": (INFORMA, "Portabilidade da conta"),
}

WORDS = (
    ("holetite", "holerite"),
    ("alteração de efetuada", "alteração efetuada"),
    ("identificação de inválido", "identificação inválida"),
    ("data pagamento", "data do pagamento"),
    ("data lançamento", "data do lançamento"),
    ("valor lançamento", "valor do lançamento"),
    ("valor parcela", "valor da parcela"),
    ("valor liquidação informado", "valor líquido informado"),
    ("número lista", "número da lista"),
    ("ordem de pagamento emitido", "ordem de pagamento emitida"),
    ("pagamento não autoriza sob", "pagamento não autorizado sob"),
    ("competencia", "competência"),
    ("sispag", "SISPAG"),
    (" itaú", " Itaú"),
    ("cofins", "COFINS"),
    ("csll", "CSLL"),
    ("irrf", "IRRF"),
    ("renavam", "RENAVAM"),
    ("segmentoj-52", "segmento J-52"),
    ("debit ado", "debitado"),
    ("ntob.", "no Net Empresa,"),
    ("salário familia", "salário-família"),
    ("PIX", "Pix"),
    ("seqüência", "sequência"),
    ("seqüencial", "sequencial"),
    ("lista de debito", "lista de débito"),
    ("através de financiamento compror", "por financiamento compror"),
    ("através de financiamento descompror", "por financiamento descompror"),
)


def words(text: str) -> str:
    """Write a shortened text out."""
    text = write_out(text)
    text = text if text[:2].isupper() else text[:1].lower() + text[1:]
    for short, long in WORDS:
        text = text.replace(short, long)
    return text[:1].upper() + text[1:]


def section(name: str, fonte: str, rows: Mapping[str, tuple[str, str]]) -> str:
    """Write one table."""
    lines = [f"[{name}]", f"fonte = {quote(fonte)}", "", f"[{name}.ocorrencias]"]
    for code, (efeito, text) in rows.items():
        lines.append(f"{quote(code)} = {{ efeito = {quote(efeito)}, texto = {quote(text)} }}")
    return "\n".join(lines)


def explained(table: Mapping[str, str], effects: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Give each code its words and its effect; what no list names says that the payment was refused."""
    return {code: (effects.get(code, REJEITA), words(text)) for code, text in table.items()}


def main() -> None:
    """Read the arguments and convert."""
    parser = argparse.ArgumentParser(description="Converte as ocorrências de pagamentos e débitos em TOML.")
    parser.add_argument("codes", type=Path)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "resources" / "movimentos")
    args = parser.parse_args()
    data = json.loads(args.codes.read_text("utf-8"))
    tables, febraban = data["pagamentos"], explained(data["febraban"]["G059"], FEBRABAN)
    files = {
        "febraban": [
            section("pagamento", "FEBRABAN CNAB 240, G059, versões 10.6 e 10.9", febraban),
            section("debito_240", "FEBRABAN CNAB 240, G059, versões 10.6 e 10.9", febraban),
            section("debito_150", "FEBRABAN, débito automático, registro F, versões 04 a 08", DEBITO_150),
        ],
        "237-bradesco": [
            section(
                "pagamento",
                "Bradesco, Multipag, por ERP-Bem-Comum/cnab-validator",
                explained(tables["237_multipag"], MULTIPAG),
            )
        ],
        "341-itau": [
            section("pagamento", "Itaú, SISPAG CNAB 240 v083, nota 8", explained(tables["341_sispag"], SISPAG)),
            section("debito_240", "Itaú, SISDEB CNAB 240 v4.0", explained(tables["341_sisdeb"], SISDEB)),
        ],
    }
    args.out.mkdir(parents=True, exist_ok=True)
    for name, sections in files.items():
        path = args.out / f"{name}.toml"
        path.write_text("\n\n".join(sections) + "\n", "utf-8")
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
