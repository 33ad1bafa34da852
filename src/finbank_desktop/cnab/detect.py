"""What file is this: told from its first megabyte, never from its name."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from finbank_desktop.cnab import papeis
from finbank_desktop.domain.problems import OutsideError, RefusedError
from finbank_desktop.layouts import loader
from finbank_desktop.layouts.lines import SAMPLE, sniff, split

COBRANCA, PAGAMENTO, DEBITO, DDA = "cobranca", "pagamento", "debito", "dda"
_ESPERADO = "Era esperado um arquivo do banco: cobrança, pagamentos ou débito automático (.REM ou .RET)"
_ESCOLHA = "escolha o arquivo como o banco o entregou."
_NADA = b" \t\r\n\x1a\x00"
_CNAB_150, _CNAB_240, _CNAB_400, _CNAB_444 = 150, 240, 400, 444
_DIRECOES_400 = {"01": "remessa", "02": "retorno"}
_PRODUTOS = {"pagamento": "pagamentos", "debito": "débito automático", "extrato": "extrato", "dda": "boletos DDA"}
# FEBRABAN G028 (operation) and G025 (service) of a lot's header.
_OPERACOES = {"C": "pagamento", "D": "debito", "E": "extrato", "F": "extrato"}
_SERVICO_DDA = "03"
_SEGMENTOS = {"P": "remessa", "Q": "remessa", "T": "retorno", "U": "retorno"}
_SEGMENTOS_DE_PAGAMENTO = frozenset("ABJONZ")
_SEGMENTOS_DDA = frozenset("GH")
_LIDOS = (COBRANCA, PAGAMENTO, DEBITO, DDA)
# The versions of débito automático in 150 positions whose records differ, by the first version that has them.
_VERSOES_150 = ((8, "08"), (5, "05"), (0, "04"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Deteccao:
    """What kind of file it is.

    Attributes:
        kind: ``remessa`` or ``retorno``.
        product: ``cobranca``, ``pagamento``, ``debito``, ``extrato`` or ``dda``.
        tamanho: Positions of a line.
        banco: The header's bank, three digits.
        layout: Path of the layout to read it with.
    """

    kind: str
    product: str
    tamanho: int
    banco: str
    layout: str


def detect(source: bytes | Path) -> Deteccao:
    """Return what *source* is; of a path no more than the first megabyte is read.

    Raises:
        RefusedError: It is no bank file, or none that this program reads; the sentence says what it is.
        OutsideError: The file at a path cannot be opened.
    """
    sample = _sample(source)
    where = source.name if isinstance(source, Path) else ""
    palpite = sniff(sample)
    if palpite.tamanho is None:
        code = "arquivo_vazio" if not sample.strip(_NADA) else "nao_e_arquivo_de_banco"
        raise RefusedError(code, f"{palpite.reason} {_ESPERADO}; {_ESCOLHA}", where)
    lines = _lines(sample, palpite.tamanho)
    if palpite.tamanho == _CNAB_240:
        return _detect_240(lines, where)
    if palpite.tamanho in {_CNAB_400, _CNAB_444}:
        return _detect_400(lines, palpite.tamanho, where)
    if palpite.tamanho == _CNAB_150:
        return _detect_150(lines, where)
    message = f"O arquivo tem linhas de {palpite.tamanho} posições, que ainda não são lidas. {_ESPERADO}; {_ESCOLHA}"
    raise RefusedError("tamanho_nao_lido", message, where)


def layout_of(banco: str, tamanho: int, direcao: str, lines: Sequence[str] = (), produto: str = COBRANCA) -> str | None:
    """Return the layout for a bank's file; for a bank without its own, what is common to all.

    Args:
        banco: Three digits.
        tamanho: 240 or 400.
        direcao: ``remessa`` or ``retorno``.
        lines: How the file begins, which tells variants of a layout apart; none when a file is to be written, which
            is never done by guess.
        produto: ``cobranca``, ``pagamento`` or ``debito``.
    """
    name = f"{produto}_{tamanho}_{direcao}"
    same = [path for path in loader.available() if path.split("/")[1].startswith(name)]
    variant = _variant(banco, same, lines)
    if variant is not None:
        return variant
    usual = next((path for path in same if path.startswith(f"{banco}-") and path.endswith("/" + name)), None)
    generic = f"{'febraban' if tamanho == _CNAB_240 else 'comum'}/{name}"
    return usual or (generic if lines and generic in same else None)


def layout_150(banco: str, direcao: str, versao: str = "", *, written: bool = False) -> str | None:
    """Return the layout for a bank's débito automático in 150 positions.

    Args:
        banco: Three digits.
        direcao: ``remessa`` or ``retorno``.
        versao: The version in the file's header; empty: the one the bank's own layout has.
        written: The file is to be written, which is never done by FEBRABAN's layout alone.
    """
    name = f"debito_150_{direcao}"
    own = next((p for p in loader.available() if p.startswith(f"{banco}-") and p.endswith("/" + name)), None)
    if not versao:
        return own
    number = int(versao) if versao.isascii() and versao.isdigit() else 0
    version = next(words for first, words in _VERSOES_150 if number >= first)
    if own is not None and version in loader.load(own).versao:
        return own
    return None if written and own is None else f"febraban/{name}_v{version}"


def _variant(banco: str, paths: Sequence[str], lines: Sequence[str]) -> str | None:
    """Return the layout of *paths* that stands in for the usual one of *banco*; the one that asks most goes first."""
    found = {}
    for path in paths:
        escolha = papeis.escolha(path)
        if escolha is not None and banco in (escolha.bancos or {path[:3]}) and escolha.matches(lines):
            found[path] = len(escolha.condicoes)
    return max(found, key=lambda path: found[path], default=None)


def _sample(source: bytes | Path) -> bytes:
    if isinstance(source, bytes):
        return source[:SAMPLE]
    try:
        with source.open("rb") as file:
            return file.read(SAMPLE)
    except OSError as error:
        message = f"Não foi possível abrir o arquivo {source.name}; confira se ele existe e se você pode lê-lo."
        raise OutsideError("arquivo_ilegivel", message, str(source)) from error


def _lines(sample: bytes, tamanho: int) -> list[str]:
    matriz = split(sample, tamanho).matriz
    return [str(row.tobytes(), "latin-1") for row in matriz]


def _detect_240(lines: Sequence[str], where: str) -> Deteccao:
    header = lines[0]
    banco, tipos = header[:3], {line[7] for line in lines}
    if not (banco.isdigit() and tipos & set("0135")):
        message = f"As linhas têm 240 posições, mas nenhuma é um registro CNAB 240. {_ESPERADO}; {_ESCOLHA}"
        raise RefusedError("nao_e_cnab", message, where)
    product = _product_240(lines)
    kind = _kind_240(lines)
    if product not in _LIDOS:
        raise _other_product(product, banco, where)
    if kind is None:
        message = (
            "O arquivo CNAB 240 não diz se é remessa ou retorno: o início está danificado e não há títulos nele. "
            "Peça ou baixe o arquivo outra vez, inteiro."
        )
        raise RefusedError("direcao_desconhecida", message, where)
    layout = layout_of(banco, _CNAB_240, kind, lines, product)
    if layout is None:
        raise _no_layout(banco, _CNAB_240, kind, where)
    return Deteccao(kind=kind, product=product, tamanho=_CNAB_240, banco=banco, layout=layout)


def _product_240(lines: Sequence[str]) -> str:
    """Return the product that most lots are of; without lots, what the segments are of."""
    found = Counter(_product_of_lot(line) for line in lines if line[7] == "1")
    details = {line[13] for line in lines if line[7] == "3"}
    if details and details <= _SEGMENTOS_DDA:  # no other product has these segments, whatever the lot says
        return DDA
    if found:
        return found.most_common(1)[0][0]
    segments = {line[13] for line in lines if line[7] == "3"}
    return "pagamento" if segments & _SEGMENTOS_DE_PAGAMENTO and not segments & set(_SEGMENTOS) else COBRANCA


def _product_of_lot(header: str) -> str:
    operacao, servico = header[8], header[9:11]
    if servico == _SERVICO_DDA:
        return DDA
    return _OPERACOES.get(operacao, COBRANCA)


def _kind_240(lines: Sequence[str]) -> str | None:
    """Return the direction by the file's header (G015), else by the lots' (G028), else by what the details hold."""
    by_header = {"1": "remessa", "2": "retorno"}.get(lines[0][142]) if lines[0][7] == "0" else None
    by_lot = [{"R": "remessa", "T": "retorno"}.get(line[8]) for line in lines if line[7] == "1"]
    by_segment = [_SEGMENTOS.get(line[13]) for line in lines if line[7] == "3"]
    # an occurrence beside a payment, or a bank's authentication, is only in what the bank sends back
    answered = any(line[7] == "3" and (line[230:240].strip() or line[13] == "Z") for line in lines)
    product = _product_240(lines)
    payments = "retorno" if product == DDA or (answered and product in (PAGAMENTO, DEBITO)) else None
    return next((kind for kind in (by_header, *by_lot, *by_segment, payments) if kind), None)


def _detect_400(lines: Sequence[str], tamanho: int, where: str) -> Deteccao:
    header = lines[0]
    own = papeis.opened_by(header) if header[:2] not in _DIRECOES_400 else None
    kind = own[1] if own else _DIRECOES_400.get(header[:2])
    if kind is None:
        message = (
            "As linhas têm 400 posições, mas a primeira não é a abertura (header) de um arquivo de banco, "
            "que diz o banco e a empresa. Peça ou baixe o arquivo outra vez, inteiro."
        )
        raise RefusedError("sem_abertura", message, where)
    banco = own[0] if own else header[76:79]
    layout = layout_of(banco, tamanho, kind, lines) if banco.isdigit() else None
    if layout is None:
        raise _no_layout(banco.strip(), tamanho, kind, where)
    return Deteccao(kind=kind, product=COBRANCA, tamanho=tamanho, banco=banco, layout=layout)


def _detect_150(lines: Sequence[str], where: str) -> Deteccao:
    header = lines[0]
    kind = {"A1": "remessa", "A2": "retorno"}.get(header[:2])
    banco = header[42:45]
    if kind is None or not banco.isdigit():
        message = (
            "As linhas têm 150 posições, mas a primeira não é a abertura (registro A) de um arquivo de débito "
            "automático, que diz o banco e a empresa. Peça ou baixe o arquivo outra vez, inteiro."
        )
        raise RefusedError("sem_abertura", message, where)
    layout = layout_150(banco, kind, header[79:81].strip() or "0")
    if layout is None:
        raise _no_layout(banco, _CNAB_150, kind, where)
    return Deteccao(kind=kind, product=DEBITO, tamanho=_CNAB_150, banco=banco, layout=layout)


def _other_product(product: str, banco: str, where: str) -> RefusedError:
    message = (
        f"O arquivo CNAB 240 do banco {banco} é de {_PRODUTOS[product]}, que ainda não é lido aqui. {_ESPERADO}; "
        "escolha um desses arquivos."
    )
    return RefusedError("produto_nao_lido", message, where)


def _no_layout(banco: str, tamanho: int, kind: str, where: str) -> RefusedError:
    quem = f"do banco {banco}" if banco else "sem o código do banco no início"
    message = (
        f"O arquivo é {'um retorno' if kind == 'retorno' else 'uma remessa'} CNAB {tamanho} {quem}, e este programa "
        f"ainda não tem esse layout. Confira se escolheu o arquivo do banco certo."
    )
    return RefusedError("banco_sem_layout", message, where)
