"""`finbank arquivos ler FILE…`: what a bank file holds; no database."""

import argparse
from pathlib import Path
from typing import Any

from finbank_desktop.cli import extrato_saida, files
from finbank_desktop.cli.output import Exit, Saida, money, problem_object, quantos
from finbank_desktop.domain.arquivos import Arquivo
from finbank_desktop.domain.ocorrencias import Ocorrencia
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.services import leitura

_VALORES = (
    "valor_titulo",
    "valor_pago",
    "valor_creditado",
    "valor_tarifa",
    "juros",
    "multa",
    "desconto",
    "abatimento",
    "outras_despesas",
    "outros_creditos",
)

_COBRANCA = "cobranca"
_COISAS = {"pagamento": "pagamento", "debito": "débito"}
_DE_PAGAMENTO = ("favorecido", "favorecido_documento", "forma", "autenticacao")
_PRODUTOS = {
    "cobranca": "cobrança",
    "pagamento": "pagamento",
    "debito": "débito automático",
    "extrato": "extrato",
    "dda": "DDA",
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("arquivos", nargs="+", type=Path, metavar="ARQUIVO", help="remessa, retorno ou extrato")
    parser.add_argument(
        "--resumo", action="store_true", help="sem os títulos ou lançamentos, só os totais e os problemas"
    )


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Read the files in their order; one that is refused does not stop the next."""
    return files.each(args.arquivos, lambda path: _read(path, saida, records=not args.resumo), saida)


def _read(path: Path, saida: Saida, *, records: bool) -> Exit:
    if leitura.is_extrato(path):
        return extrato_saida.show(leitura.read_extrato(path), path, saida, lines=records)
    arquivo = leitura.read(path, titles=records)
    if saida.json:
        saida.object(_object(arquivo, records=records))
    else:
        _tell(arquivo, path, saida, records=records)
    return Exit.DONE


def _object(arquivo: Arquivo, *, records: bool) -> dict[str, Any]:
    cabecalho, totais = arquivo.cabecalho, arquivo.totais
    shown: dict[str, Any] = {
        "kind": cabecalho.kind,
        "product": cabecalho.product,
        "layout": cabecalho.tamanho,
        "bank": cabecalho.banco,
        "layout_bank": cabecalho.layout_banco,
        "company": cabecalho.empresa,
        "company_document": cabecalho.empresa_documento or None,
        "generation_date": cabecalho.data_geracao,
        "file_sequence": cabecalho.sequencia,
        "record_types": arquivo.record_types,
        "segments": arquivo.segments,
        "totals": {
            "titles": totais.titles,
            "valor_titulo": money(totais.valor_titulo),
            "valor_pago": money(totais.valor_pago),
        },
    }
    if records:
        shown["records"] = [_record(record, cabecalho.product) for record in arquivo.records]
    shown["problems"] = [problem_object(problem) for problem in arquivo.problems]
    return shown


def _record(record: Ocorrencia, product: str) -> dict[str, Any]:
    shown = _titulo(record)
    if product != _COBRANCA:
        shown |= {campo: getattr(record, campo) or None for campo in _DE_PAGAMENTO}
    return shown


def _titulo(record: Ocorrencia) -> dict[str, Any]:
    return {
        "line": record.line,
        "nosso_numero": record.nosso_numero,
        "seu_numero": record.seu_numero,
        "uso_empresa": record.uso_empresa or None,
        "carteira": record.carteira or None,
        "ocorrencia": record.codigo,
        "ocorrencia_texto": record.texto,
        "efeito": record.efeito,
        "motivos": [{"codigo": motivo.codigo, "texto": motivo.texto} for motivo in record.motivos],
        "data_ocorrencia": record.data_ocorrencia,
        "vencimento": record.vencimento,
        "data_credito": record.data_credito,
        **{campo: money(getattr(record, campo)) for campo in _VALORES},
    }


def _tell(arquivo: Arquivo, path: Path, saida: Saida, *, records: bool) -> None:
    cabecalho, totais = arquivo.cabecalho, arquivo.totais
    numero = "" if cabecalho.sequencia is None else f" nº {cabecalho.sequencia}"
    gerado = "" if cabecalho.data_geracao is None else f", de {cabecalho.data_geracao:%d/%m/%Y}"
    saida.line(f"{path.name}: {cabecalho.kind} de {_PRODUTOS[cabecalho.product]}{numero}{gerado}")
    saida.line(f"  banco {cabecalho.banco}, CNAB {cabecalho.tamanho}, {cabecalho.empresa}")
    pago = f", pagos {format_brl(totais.valor_pago)}" if cabecalho.kind == "retorno" else ""
    saida.line(
        f"  {quantos(totais.titles, _COISAS.get(cabecalho.product, 'título'))}, {format_brl(totais.valor_titulo)}{pago}"
    )
    for record in arquivo.records if records else ():
        valor = "" if record.valor_titulo is None else format_brl(record.valor_titulo)
        motivos = "; ".join(motivo.texto for motivo in record.motivos if motivo.texto != record.texto)
        texto = f"{record.codigo} {record.texto}" + (f" ({motivos})" if motivos else "")
        saida.line(f"  {record.line:>6}  {record.nosso_numero:<20} {record.seu_numero:<16} {valor:>16}  {texto}")
    saida.problems(arquivo.problems)
