"""Cells as values: dates, amounts and documents in every way Brazilian systems write them."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum, auto

from finbank_desktop.domain.documentos import TAMANHO_CNPJ, TAMANHO_CPF, compact, is_cnpj, is_cpf
from finbank_desktop.domain.planilhas import Celula
from finbank_desktop.domain.valores import Centavos, format_brl

_SECULO = 70
"""Years of two digits from this one on are of the twentieth century, as in bank files."""
_ZERO_EXCEL = date(1899, 12, 30)
_SERIAIS = range(20_000, 80_000)
"""Excel counts days from 1900; these are the years 1954 to 2119."""
_DATA = re.compile(
    r"(\d{1,2})[/.\- ](\d{1,2}|[a-zç]{3,9})\.?[/.\- ](\d{4}|\d{2})(?:[ T,]+\d{1,2}[:h].*)?", re.IGNORECASE
)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T].*)?")
_MESES = ("jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez")
_NUMERO = re.compile(r"\d[\d.,]*|[.,]\d+")
_ERROS = ("#N/A", "#N/D", "#REF!", "#VALUE!", "#VALOR!", "#DIV/0!", "#NAME?", "#NOME?", "#NUM!", "#NÚM!", "#NULL!")
_MILHAR = 3
_CENTAVO = Decimal("0.01")
_POEIRA = Decimal("0.000001")
"""What a sheet's binary arithmetic leaves behind a sum of amounts; more is a real third decimal."""


class Estilo(Enum):
    """Which sign parts the centavos in a column."""

    VIRGULA = auto()
    PONTO = auto()
    MISTO = auto()


def as_text(celula: Celula) -> str:
    """Return a cell as a person sees it.

    >>> as_text(Decimal("12.0")), as_text(date(2026, 1, 5)), as_text(None)
    ('12', '05/01/2026', '')
    """
    match celula:
        case None:
            return ""
        case Decimal():
            inteiro = celula.to_integral_value()
            return f"{inteiro:f}" if celula == inteiro else f"{celula.normalize():f}".replace(".", ",")
        case date():
            return f"{celula:%d/%m/%Y}"
    return " ".join(celula.split())


def is_error(celula: Celula) -> bool:
    """Whether a formula of the sheet failed there."""
    return isinstance(celula, str) and celula.strip().upper() in _ERROS


def parse_data(celula: Celula) -> date:
    """Return the day in a cell; day before month, as in Brazil.

    >>> parse_data("5/1/26"), parse_data("2026-01-05 00:00:00"), parse_data(Decimal(46027))
    (datetime.date(2026, 1, 5), datetime.date(2026, 1, 5), datetime.date(2026, 1, 5))

    Raises:
        ValueError: It is no date; the sentence says so.
    """
    if isinstance(celula, date):
        return celula
    texto = as_text(celula)
    if texto.isascii() and texto.isdecimal() and len(texto) <= 5 and int(texto) in _SERIAIS:  # noqa: PLR2004 - digits of a serial
        return _ZERO_EXCEL + timedelta(days=int(texto))
    try:
        if achado := _ISO.fullmatch(texto):
            ano, mes, dia = (int(parte) for parte in achado.groups())
            return date(ano, mes, dia)
        if achado := _DATA.fullmatch(texto):
            return date(_year(achado[3]), _month(achado[2]), int(achado[1]))
    except ValueError:
        raise ValueError(f"“{texto}” não existe no calendário (esperava dia/mês/ano)") from None
    raise ValueError(f"“{texto}” não é uma data (esperava dia/mês/ano)")


def _year(texto: str) -> int:
    ano = int(texto)
    return ano if len(texto) == 4 else ano + (1900 if ano >= _SECULO else 2000)  # noqa: PLR2004 - of four digits


def _month(texto: str) -> int:
    if texto.isdecimal():
        return int(texto)
    return _MESES.index(texto[:3].lower()) + 1


def amount_style(celulas: Iterable[Celula]) -> Estilo | None:
    """Return which sign parts the centavos, going by the cells that leave no doubt; ``None`` when all do.

    >>> amount_style(["1.500", "2,50"]), amount_style(["1.500"])
    (<Estilo.VIRGULA: 1>, None)
    """
    vistos = {sinal for celula in celulas if isinstance(celula, str) and (sinal := _evidence(celula))}
    if not vistos:
        return None
    return Estilo.MISTO if len(vistos) > 1 else Estilo.VIRGULA if vistos == {","} else Estilo.PONTO


def _evidence(texto: str) -> str:
    corpo, _ = _bare(texto)
    if not _NUMERO.fullmatch(corpo):
        return ""
    ultimo = max(corpo.rfind(","), corpo.rfind("."))
    if ultimo < 0:
        return ""
    sinal = corpo[ultimo]
    outro = "." if sinal == "," else ","
    if corpo.count(sinal) > 1:
        return outro
    return sinal if outro in corpo or not _is_ambiguous(corpo, ultimo) else ""


def _is_ambiguous(corpo: str, ultimo: int) -> bool:
    antes = corpo[:ultimo]
    return len(corpo) - ultimo - 1 == _MILHAR and 1 <= len(antes) <= _MILHAR and not antes.startswith("0")


def _bare(texto: str) -> tuple[str, bool]:
    """Return the digits and separators of an amount, and whether it is below zero."""
    limpo = texto.upper().replace("\N{MINUS SIGN}", "-").replace("R$", "").replace("BRL", "")
    limpo = "".join(limpo.split())
    negativo = False
    if limpo.startswith("(") and limpo.endswith(")"):
        limpo, negativo = limpo[1:-1], True
    if limpo[-1:] in ("C", "D") and limpo[:-1]:
        negativo, limpo = negativo ^ (limpo[-1] == "D"), limpo[:-1]
    if limpo[:1] in ("-", "+"):
        negativo, limpo = negativo ^ (limpo[0] == "-"), limpo[1:]
    elif limpo.endswith("-"):
        negativo, limpo = not negativo, limpo[:-1]
    return limpo, negativo


def parse_valor(celula: Celula, estilo: Estilo | None = None) -> Centavos:
    """Return the centavos in a cell; *estilo* is that of its whole column and decides where one cell leaves a doubt.

    >>> [parse_valor(t) for t in ("R$ 1.234,56", "1,234.56", "(123,45)", "1.234", "10,5", "99-")]
    [123456, 123456, -12345, 123400, 1050, -9900]

    Raises:
        ValueError: It is no amount, or may be two; the sentence says so.
    """
    if isinstance(celula, Decimal):
        return _centavos(celula, as_text(celula))
    if not isinstance(celula, str):
        raise ValueError(f"“{as_text(celula)}” não é um valor em reais")  # noqa: TRY004 - bad data, not a bad call
    corpo, negativo = _bare(celula)
    if not _NUMERO.fullmatch(corpo) or not corpo.isascii() or len(corpo) > 20:  # noqa: PLR2004 - more than any amount
        raise ValueError(f"“{celula}” não é um valor em reais")
    return (-1 if negativo else 1) * _centavos(Decimal(_plain(corpo, celula, estilo)), celula)


def _plain(corpo: str, texto: str, estilo: Estilo | None) -> str:
    """Return *corpo* as Python writes a number."""
    ultimo = max(corpo.rfind(","), corpo.rfind("."))
    if ultimo < 0:
        return corpo
    sinal = corpo[ultimo]
    outro = "." if sinal == "," else ","
    if corpo.count(sinal) > 1:
        if outro in corpo:
            raise ValueError(f"“{texto}” não é um valor em reais")
        return _grouped(corpo, sinal, texto)
    if outro not in corpo and _is_ambiguous(corpo, ultimo):
        return _decide(corpo, sinal, texto, estilo)
    inteiro, decimais = corpo[:ultimo], corpo[ultimo + 1 :]
    if not decimais:
        raise ValueError(f"“{texto}” não é um valor em reais: faltam os centavos depois do separador")
    return f"{_grouped(inteiro, outro, texto) if outro in inteiro else inteiro or '0'}.{decimais}"


def _decide(corpo: str, sinal: str, texto: str, estilo: Estilo | None) -> str:
    """Return thousands as a number; a third decimal is not believed, whatever the column."""
    milhares = {Estilo.VIRGULA: ".", Estilo.PONTO: ",", None: "."}.get(estilo)
    if sinal != milhares:
        raise ValueError(f"“{texto}” pode ser mil e tanto ou um e tanto; escreva com centavos, como 1.234,00")
    return _grouped(corpo, sinal, texto)


def _grouped(corpo: str, sinal: str, texto: str) -> str:
    primeiro, *grupos = corpo.split(sinal)
    if not 1 <= len(primeiro) <= _MILHAR or any(len(grupo) != _MILHAR for grupo in grupos):
        raise ValueError(f"“{texto}” não é um valor em reais: os milhares não têm três algarismos")
    return primeiro + "".join(grupos)


def _centavos(reais: Decimal, texto: str) -> Centavos:
    redondo = reais.quantize(_CENTAVO)
    if abs(reais - redondo) > _POEIRA:
        raise ValueError(f"“{texto}” tem mais de dois decimais; arredonde na planilha, como {_near(redondo)}")
    return int(redondo * 100)


def _near(redondo: Decimal) -> str:
    return format_brl(int(redondo * 100), simbolo=False)


def parse_documento(celula: Celula) -> str:
    """Return a CPF or CNPJ, compact; zeros that a sheet's number lost are put back.

    >>> parse_documento(Decimal(1234567890)), parse_documento("11.222.333/0001-81")
    ('01234567890', '11222333000181')

    Raises:
        ValueError: It is neither; the sentence says so.
    """
    texto = as_text(celula)
    limpo = compact(texto)
    if is_cpf(limpo) or is_cnpj(limpo):
        return limpo
    if limpo.isdecimal() and texto == limpo and len(limpo) < TAMANHO_CNPJ:
        possiveis = [limpo.zfill(n) for n in (TAMANHO_CPF, TAMANHO_CNPJ) if len(limpo) < n]
        certos = [cada for cada in possiveis if is_cpf(cada) or is_cnpj(cada)]
        if len(certos) == 1:
            return certos[0]
        if certos:
            raise ValueError(f"“{texto}” perdeu zeros à esquerda e pode ser um CPF ou um CNPJ; escreva-o como texto")
    raise ValueError(f"“{texto}” não é um CPF nem um CNPJ: os dígitos verificadores não conferem")


def parse_cep(celula: Celula) -> str:
    """Return a CEP's eight digits; zeros that a sheet's number lost are put back.

    Raises:
        ValueError: It is none; the sentence says so.
    """
    texto = as_text(celula)
    limpo = "".join(letra for letra in texto if letra not in ".- ")
    if isinstance(celula, Decimal) or (limpo.isdecimal() and len(limpo) == 7):  # noqa: PLR2004 - São Paulo's lost zero
        limpo = limpo.zfill(8)
    if len(limpo) != 8 or not (limpo.isascii() and limpo.isdecimal()):  # noqa: PLR2004 - digits of a CEP
        raise ValueError(f"“{texto}” não é um CEP: são oito algarismos")
    return limpo
