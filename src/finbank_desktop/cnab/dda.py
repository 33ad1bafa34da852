"""A file of DDA becomes an `Arquivo`: one boleto drawn on us, segment G with its H, is one record.

Source: FEBRABAN, Layout padrão CNAB 240, boleto de pagamento eletrônico; the movement codes are cobrança's (C004).
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from finbank_desktop.cnab import cabecalho
from finbank_desktop.cnab.detect import COBRANCA, DDA, DEBITO, PAGAMENTO, Deteccao, detect
from finbank_desktop.cnab.movimentos import lugares
from finbank_desktop.domain.arquivos import Arquivo, Totais
from finbank_desktop.domain.codigo_barras import CodigoBarrasError, parse_codigo_barras
from finbank_desktop.domain.ocorrencias import Efeito, Ocorrencia
from finbank_desktop.domain.problems import Problem, RefusedError
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.layouts import loader
from finbank_desktop.layouts.check import check
from finbank_desktop.layouts.check_ordem import has_end
from finbank_desktop.layouts.reader import Leitura
from finbank_desktop.layouts.reader import read as read_lines

_G = "G"
_PRODUTOS = {COBRANCA: "cobrança", PAGAMENTO: "pagamentos", DEBITO: "débito automático"}
_CPF, _CNPJ = 11, 14
_TIPO, _SEGMENTO, _DETALHE = 8, 14, "3"
BAIXAS = ("02", "03", "10")
"""Movements after which nobody has to pay: write-off, protest for bankruptcy, protest stopped and written off."""
_MOVIMENTOS = {
    "01": "Boleto apresentado",
    "02": "Baixa pedida pelo beneficiário",
    "03": "Protesto para fins falimentares",
    "04": "Abatimento concedido",
    "05": "Abatimento cancelado",
    "06": "Vencimento alterado",
    "07": "Desconto concedido",
    "08": "Desconto cancelado",
    "09": "Protesto pedido",
    "10": "Protesto sustado e boleto baixado",
    "11": "Protesto sustado",
    "31": "Dados alterados",
    "47": "Valor alterado",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Apresentado:
    """What segment G says of a boleto.

    Attributes:
        raw: The line as read.
        movimento: Two digits, C004.
        numero_documento: The beneficiary's number of the title.
    """

    line: int
    raw: str
    movimento: str
    codigo_barras: str
    documento: str
    nome: str
    numero_documento: str
    vencimento: date | None
    valor: Centavos | None
    emissao: date | None


def read(source: bytes | Path) -> tuple[Arquivo, list[Apresentado]]:
    """Return a file of DDA with the boletos in it.

    Raises:
        RefusedError: It is no file of DDA; the sentence says what it is.
        OutsideError: It cannot be opened.
    """
    deteccao = detect(source)
    if deteccao.product != DDA:
        what = _PRODUTOS.get(deteccao.product, "outro serviço")
        message = f"Este arquivo é de {what}; aqui se importa o DDA, os boletos que o banco apresenta ao pagador."
        raise RefusedError("outro_produto", message, source.name if isinstance(source, Path) else "")
    leitura = read_lines(source, loader.load(deteccao.layout))
    return arquivo(deteccao, leitura, titles=True), list(apresentados(leitura))


def arquivo(deteccao: Deteccao, leitura: Leitura, *, titles: bool) -> Arquivo:
    """Return what a file of DDA holds; what is wrong stands in ``problems``."""
    todos = list(apresentados(leitura))
    problems = [*check(leitura), *_barcodes(todos)]
    problems.sort(key=lambda problem: (problem.line or 0, problem.start or 0))
    return Arquivo(
        cabecalho=cabecalho.of(deteccao, leitura, lugares(leitura.layout)),
        record_types=_count(leitura, _TIPO),
        segments=_count(leitura, _SEGMENTO, detalhes=True),
        totais=Totais(titles=len(todos), valor_titulo=sum(each.valor or 0 for each in todos), valor_pago=0),
        has_end=has_end(leitura),
        records=tuple(map(_ocorrencia, todos)) if titles else (),
        problems=tuple(problems),
    )


def apresentados(leitura: Leitura) -> Iterator[Apresentado]:
    """Yield the boletos of a file in its order."""
    for row in leitura.rows(_G).tolist():
        values = leitura.values(row)
        text = {nome: str(value).strip() for nome, value in values.items() if isinstance(value, str)}
        valor, emissao, vencimento = values.get("valor_titulo"), values.get("data_emissao"), values.get("vencimento")
        yield Apresentado(
            line=leitura.number(row),
            raw=leitura.text(row),
            movimento=leitura.raw(row, "codigo_movimento").strip(),
            codigo_barras=leitura.raw(row, "codigo_barras").strip(),
            documento=_documento(leitura, row),
            nome=text.get("beneficiario_nome", ""),
            numero_documento=text.get("numero_documento", ""),
            vencimento=vencimento if isinstance(vencimento, date) else None,
            valor=valor if isinstance(valor, int) else None,
            emissao=emissao if isinstance(emissao, date) else None,
        )


def _documento(leitura: Leitura, row: int) -> str:
    digitos = leitura.raw(row, "beneficiario_inscricao").strip().lstrip("0")
    tipo = leitura.raw(row, "beneficiario_tipo_inscricao")
    if not digitos:
        return ""
    tamanho = {"1": _CPF, "2": _CNPJ}.get(tipo) or (_CPF if len(digitos) <= _CPF else _CNPJ)
    return digitos.zfill(tamanho)


def _ocorrencia(each: Apresentado) -> Ocorrencia:
    return Ocorrencia(
        line=each.line,
        nosso_numero=each.codigo_barras,
        nosso_numero_chave="",
        seu_numero=each.numero_documento,
        codigo=each.movimento,
        texto=_MOVIMENTOS.get(each.movimento, f"Movimento {each.movimento}"),
        efeito=Efeito.INFORMA,
        vencimento=each.vencimento,
        valor_titulo=each.valor,
        favorecido=each.nome,
        favorecido_documento=each.documento,
        raw=(each.raw,),
    )


def _barcodes(todos: list[Apresentado]) -> Iterator[Problem]:
    for each in todos:
        try:
            parse_codigo_barras(each.codigo_barras)
        except CodigoBarrasError as error:
            yield Problem(
                message=f"Linha {each.line}: {error}.",
                fix="Peça o boleto ao beneficiário; este não pode ser pago pelo código que o banco mandou.",
                line=each.line,
                start=18,
                end=61,
                field="codigo_barras",
            )


def _count(leitura: Leitura, position: int, *, detalhes: bool = False) -> dict[str, int]:
    matriz = leitura.linhas.matriz
    chosen = matriz[matriz[:, _TIPO - 1] == ord(_DETALHE)] if detalhes else matriz
    return {chr(char): count for char, count in sorted(Counter(chosen[:, position - 1].tolist()).items())}
