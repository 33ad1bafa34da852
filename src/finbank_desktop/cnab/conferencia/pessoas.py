"""Pagador, beneficiário and beneficiário final: what a boleto's registration needs of them."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from finbank_desktop.cnab.conferencia import ceps
from finbank_desktop.cnab.conferencia.achados import of_rows, of_titles
from finbank_desktop.cnab.conferencia.quadro import Mascara, Quadro
from finbank_desktop.domain.documentos import TAMANHO_CNPJ, TAMANHO_CPF, is_cnpj, is_cpf
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.layouts.model import Papel

_CADASTRO = "Complete o cadastro do pagador e gere a remessa outra vez."
_DOCUMENTO = "Confira o CPF ou CNPJ no cadastro; um número trocado faz o banco recusar o registro."
_LETRAS = "Combine com o banco por onde registrar este título; as letras nunca são tiradas."
_ALFANUMERICA = "sim"
_CPF, _CNPJ = (b"1", b"01"), (b"2", b"02")
_OBRIGATORIOS = (
    (("pagador_nome",), "45", "o nome do pagador"),
    (("pagador_endereco", "pagador_logradouro"), "47", "o endereço do pagador"),
    (("pagador_cidade",), "47", "a cidade do pagador"),
    (("pagador_uf",), "52", "a UF do pagador"),
)


def check(quadro: Quadro) -> Iterator[Problem]:
    """Yield what is missing or wrong about the people of titles that are to be registered."""
    for names, motivo, what in _OBRIGATORIOS:
        place = quadro.place(*names)
        empty = quadro.entradas & ~quadro.nonempty(place)
        yield from of_titles(quadro, place, empty, f"está vazio: falta {what}", _CADASTRO, motivo=motivo)
    yield from _documento(quadro, "pagador", "46", required=True)
    yield from _documento(quadro, "avalista", "53", required=False)
    yield from _avalista(quadro)
    yield from _cep(quadro, "pagador")
    yield from _uf(quadro, "pagador_uf")
    yield from _uf(quadro, "avalista_uf")
    yield from _same_person(quadro)
    yield from _beneficiario(quadro)


def _documento(quadro: Quadro, quem: str, motivo: str, *, required: bool) -> Iterator[Problem]:
    place = quadro.place(f"{quem}_inscricao")
    kind_at = quadro.place(f"{quem}_tipo_inscricao", f"{quem}_tipo", f"{quem}_tipo_pessoa")
    if place is None:
        return
    given = quadro.nonempty(place)
    if required:
        empty = quadro.entradas & ~given
        said = f"está vazio: falta o CPF ou CNPJ do {quem}"
        yield from of_titles(quadro, place, empty, said, _CADASTRO, motivo=motivo)
    texts, kinds = quadro.texts(place), quadro.texts(kind_at)
    lettered = given & _lettered(texts)
    if quadro.layout.inscricao_alfanumerica != _ALFANUMERICA:
        yield from of_titles(quadro, place, lettered, _letters_message(quadro), _LETRAS, motivo=motivo)
    given &= quadro.entradas & ~lettered
    width = np.strings.str_len(np.strings.lstrip(texts, b"0"))
    long_cpf = given & np.isin(kinds, _CPF) & (width > TAMANHO_CPF)
    said = f"tem mais de 11 algarismos, mas {kind_at.campo.nome if kind_at else 'o tipo'} diz CPF"
    yield from of_titles(quadro, place, long_cpf, said, _DOCUMENTO, motivo=motivo)
    for codes, size, name in ((_CPF, TAMANHO_CPF, "CPF"), (_CNPJ, TAMANHO_CNPJ, "CNPJ")):
        suspects = given & ~long_cpf & np.isin(kinds, codes)
        wrong = _wrong_digits(texts, suspects, size)
        said = f"não é um {name}: os dígitos verificadores não conferem"
        yield from of_titles(quadro, place, wrong, said, _DOCUMENTO, motivo=motivo, severity=Severity.WARNING)


def _letters_message(quadro: Quadro) -> str:
    if quadro.layout.inscricao_alfanumerica == "nao":
        return "é um CNPJ com letras, que este layout do banco não aceita"
    return "é um CNPJ com letras, e o manual deste layout não diz que o banco o aceita"


def _lettered(texts: NDArray[np.bytes_]) -> Mascara:
    return ~np.strings.isdigit(texts) & np.strings.isalnum(texts)


def _wrong_digits(texts: NDArray[np.bytes_], where: Mascara, size: int) -> Mascara:
    wrong = np.zeros(len(texts), bool)
    for index in np.flatnonzero(where).tolist():
        wrong[index] = not _is_right(texts[index].decode("latin-1"), size)
    return wrong


@lru_cache(maxsize=65536)
def _is_right(texto: str, size: int) -> bool:
    documento = texto.zfill(size)[-size:]
    return is_cpf(documento) if size == TAMANHO_CPF else is_cnpj(documento)


def _avalista(quadro: Quadro) -> Iterator[Problem]:
    """Tell of a beneficiário final of whom only half is said."""
    nome, documento = quadro.place("avalista_nome"), quadro.place("avalista_inscricao")
    if nome is None or documento is None or nome.registro != documento.registro:
        return
    there, named = quadro.nonempty(documento), quadro.nonempty(nome)
    fix = "Complete o cadastro do beneficiário final (sacador avalista), ou tire-o do título."
    said = "está vazio, mas há o documento de um beneficiário final"
    yield from of_titles(quadro, nome, quadro.entradas & there & ~named, said, fix, motivo="54")
    if quadro.layout.tamanho == 240:  # noqa: PLR2004 - CNAB 400 prints messages where the name may stand
        said = "está vazio, mas há o nome de um beneficiário final"
        yield from of_titles(quadro, documento, quadro.entradas & named & ~there, said, fix, motivo="53")


def _cep(quadro: Quadro, quem: str) -> Iterator[Problem]:
    place = quadro.place(f"{quem}_cep")
    if place is None:
        return
    bare = quadro.entradas & ~quadro.nonempty(place)
    yield from of_titles(quadro, place, bare, "está vazio: falta o CEP do pagador", _CADASTRO, motivo="48")
    numbers = quadro.numbers(quadro.number_at(f"{quem}_cep"))
    if place.campo.tamanho == ceps.TAMANHO:
        numbers = numbers // ceps.SUFIXO
    below = quadro.entradas & ~bare & (numbers < ceps.MENOR) & ~quadro.invalid(place)
    yield from of_titles(quadro, place, below, "não é um CEP do Brasil", _CADASTRO, motivo="48")
    uf_at = quadro.place(f"{quem}_uf")
    if uf_at is None:
        return
    ufs = quadro.texts(uf_at)
    wrong = quadro.entradas & ~bare & ~below & ~ceps.match(numbers, ufs)
    yield from of_titles(
        quadro,
        place,
        wrong,
        lambda index: f"não é um CEP de {ufs[index].decode('latin-1')}",
        "Confira CEP e UF no cadastro do pagador.",
        motivo="51",
        severity=Severity.WARNING,
    )


def _uf(quadro: Quadro, nome: str) -> Iterator[Problem]:
    place = quadro.place(nome)
    unknown = quadro.entradas & quadro.nonempty(place) & ~np.isin(quadro.texts(place), ceps.UFS)
    yield from of_titles(quadro, place, unknown, "não é uma UF", "Use a sigla do estado.", motivo="52")


def _same_person(quadro: Quadro) -> Iterator[Problem]:
    """Tell of a company that bills itself."""
    company = _company(quadro)
    place = quadro.place("pagador_inscricao")
    if place is None or not company:
        return
    same = quadro.entradas & (np.strings.lstrip(quadro.texts(place), b"0") == company)
    yield from of_titles(
        quadro,
        place,
        same,
        "é o CPF ou CNPJ da própria empresa",
        "O pagador não pode ser o beneficiário; confira o cadastro do pagador.",
        motivo="46",
        severity=Severity.WARNING,
    )


def _company(quadro: Quadro) -> bytes:
    place = quadro.papeis.arquivo.get("documento")
    if place is None or not len(quadro.leitura.rows(place.registro)):
        return b""
    row = int(quadro.leitura.rows(place.registro)[0])
    return quadro.leitura.text(row)[place.inicio - 1 : place.fim].strip(" ").lstrip("0").encode("latin-1")


def _beneficiario(quadro: Quadro) -> Iterator[Problem]:
    """Tell of the company's own CPF or CNPJ, in whichever records it stands."""
    leitura = quadro.leitura
    for registro in leitura.layout.registros:
        rows = leitura.rows(registro.nome)
        if "empresa_inscricao" not in registro or not len(rows) or not _says_who(registro.papel):
            continue
        campo = registro.campo("empresa_inscricao")
        texts: Sequence[str] = [leitura.raw(row, campo.nome).strip() for row in rows.tolist()]
        lettered = np.array([any(letra.isalpha() for letra in text) for text in texts])
        fix = "Confira o CNPJ no cadastro da empresa."
        if quadro.layout.inscricao_alfanumerica != _ALFANUMERICA:
            yield from of_rows(leitura, campo, rows[lettered], _letters_message(quadro), _LETRAS, motivo="06")
        empty = np.array([not text.strip("0") for text in texts])
        said = "está vazio: falta o CPF ou CNPJ da empresa"
        yield from of_rows(leitura, campo, rows[empty], said, fix, motivo="06")
        wrong = np.array([_is_wrong_either(text) for text in texts]) & ~lettered & ~empty
        yield from of_rows(
            leitura,
            campo,
            rows[wrong],
            "não é um CPF nem um CNPJ: os dígitos verificadores não conferem",
            fix,
            motivo="06",
            severity=Severity.WARNING,
        )


def _says_who(papel: Papel) -> bool:
    return papel in {Papel.ABERTURA, Papel.ABERTURA_LOTE, Papel.DETALHE}


@lru_cache(maxsize=1024)
def _is_wrong_either(text: str) -> bool:
    return not (
        (_is_right(text, TAMANHO_CPF) and len(text.lstrip("0")) <= TAMANHO_CPF) or _is_right(text, TAMANHO_CNPJ)
    )
