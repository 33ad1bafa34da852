"""`finbank dados importar FILE.json`: cadastros and contas from another system."""

import argparse
from pathlib import Path

from finbank_desktop.cli import base
from finbank_desktop.cli.output import Exit, Saida, problem_object
from finbank_desktop.domain.problems import RefusedError

_FEITOS = {"incluidos": "Incluídos", "alterados": "Alterados", "iguais": "Já estavam assim"}
LISTAS = {
    "empresas": ("empresa", "empresas"),
    "filiais": ("filial", "filiais"),
    "contas": ("conta bancária", "contas bancárias"),
    "convenios": ("convênio", "convênios"),
    "pessoas": ("pessoa", "pessoas"),
    "contas_receber": ("conta a receber", "contas a receber"),
    "plano_contas": ("conta contábil", "contas contábeis"),
    "eventos_contabeis": ("evento contábil", "eventos contábeis"),
    "historicos": ("histórico", "históricos"),
    "convenios_pagamento": ("convênio de pagamento", "convênios de pagamento"),
    "pessoa_contas": ("conta de favorecido", "contas de favorecidos"),
    "pessoa_chaves_pix": ("chave Pix", "chaves Pix"),
    "contas_pagar": ("conta a pagar", "contas a pagar"),
    "layouts_bancarios": ("layout bancário", "layouts bancários"),
    "convenios_debito": ("convênio de débito", "convênios de débito"),
    "consentimentos": ("consentimento", "consentimentos"),
    "debitos": ("débito", "débitos"),
}
"""What one and several entries of each list are called."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("arquivo", type=Path, metavar="ARQUIVO.json", help="como “finbank dados exportar” o escreve")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Import the file; what is there already is changed by its codigo."""
    try:
        texto = args.arquivo.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        message = "o arquivo não é um texto em UTF-8; grave o JSON outra vez nessa codificação"
        raise RefusedError("nao_e_utf8", message, str(args.arquivo)) from None
    resumo = base.services(args).dados.import_json(texto)
    contagens = {"incluidos": resumo.incluidos, "alterados": resumo.alterados, "iguais": resumo.iguais}
    if saida.json:
        saida.object({**contagens, "problems": [problem_object(problem) for problem in resumo.problems]})
    else:
        for feito, por_lista in contagens.items():
            ditos = ", ".join(f"{n} {LISTAS[lista][n > 1]}" for lista, n in por_lista.items() if n)
            saida.line(f"{_FEITOS[feito]}: {ditos or 'nada'}")
        saida.problems(resumo.problems)
    return Exit.DONE
