"""Any file of a bank becomes an `Arquivo`: whose it is, its titles, what is wrong.

Cobrança is read here; payments and débito automático, whose records are of many kinds, in `movimentos`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from finbank_desktop.bancos import registry
from finbank_desktop.cnab import cabecalho, movimentos, ocorrencias, papeis
from finbank_desktop.cnab.detect import COBRANCA, DDA, Deteccao, detect
from finbank_desktop.cnab.on_demand import BLOCO, OnDemand
from finbank_desktop.cnab.papeis import Papeis
from finbank_desktop.cnab.titulos import Titulos
from finbank_desktop.domain.arquivos import Arquivo, Totais
from finbank_desktop.domain.ocorrencias import Efeito, Motivo, Ocorrencia
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.layouts import findings, loader
from finbank_desktop.layouts.check import check
from finbank_desktop.layouts.check_ordem import has_end
from finbank_desktop.layouts.reader import Leitura, read

_FEBRABAN = "000"
_LOTES = 240
_CNAB_400 = 400
_MAIOR_CODIGO = 99
_ENTRADA = "01"
_DE_ENTRADA = {Efeito.INSTRUCAO_ACEITA: Efeito.CONFIRMA, Efeito.INSTRUCAO_RECUSADA: Efeito.REJEITA}
_DE_INSTRUCAO = {answer: efeito for efeito, answer in _DE_ENTRADA.items()}
_TIPO_240, _TIPO_400 = 8, 1  # where the type of a record stands
_SEGMENTO = 14
_DETALHE = "3"
_VALORES = (
    "valor_titulo",
    "valor_pago",
    "valor_creditado",
    "valor_tarifa",
    "outras_despesas",
    "juros",
    "multa",
    "desconto",
    "abatimento",
    "outros_creditos",
    "data_ocorrencia",
    "vencimento",
    "data_credito",
)
Explicada = tuple[str, Efeito, tuple[Motivo, ...]]
_TEXTOS = ("seu_numero", "uso_empresa", "carteira", "pix")


def read_file(source: bytes | Path, *, titles: bool = True) -> Arquivo:
    """Return what a bank file holds; whatever can be read is read, what is wrong stands in ``problems``.

    Args:
        source: The whole file, or where it lies; a file at a path is mapped into memory.
        titles: Whether its ``records`` are wanted; without them the same is said of the file many times faster.

    Raises:
        RefusedError: It is no bank file that this program reads; the sentence is for the user.
        OutsideError: The file at a path cannot be opened.
    """
    deteccao = detect(source)
    layout = loader.load(deteccao.layout)
    leitura = read(source, layout)
    if deteccao.product == DDA:
        from finbank_desktop.cnab import dda  # noqa: PLC0415 - its barcodes need the calendar, which is slow to load

        return dda.arquivo(deteccao, leitura, titles=titles)
    if deteccao.product != COBRANCA:
        return movimentos.arquivo(deteccao, leitura, titles=titles)
    roles = papeis.load(layout)
    return _Reading(deteccao, leitura, roles).arquivo(titles=titles)


class _Reading:
    """One file on its way to an `Arquivo`."""

    def __init__(self, deteccao: Deteccao, leitura: Leitura, roles: Papeis) -> None:
        self.deteccao = deteccao
        self.leitura = leitura
        self.roles = roles
        self.titulos = Titulos(leitura, roles)
        # A CNAB 444 is a CNAB 400 with the invoice's key behind its titles.
        self.formato = str(min(deteccao.tamanho, _CNAB_400))
        # A file under another bank's number is of the bank whose layout it follows.
        self.banco = deteccao.banco if leitura.layout.banco == _FEBRABAN else leitura.layout.banco

    def arquivo(self, *, titles: bool) -> Arquivo:
        problems = [*self._generic(), *check(self.leitura), *self._incomplete(), *self._unknown_codes()]
        problems.sort(key=lambda problem: (problem.line or 0, problem.start or 0))
        return Arquivo(
            cabecalho=cabecalho.of(self.deteccao, self.leitura, self.roles),
            record_types=self._record_types(),
            segments=self._segments(),
            totais=Totais(
                titles=len(self.titulos),
                valor_titulo=sum(valor or 0 for valor in self.titulos.values("valor_titulo")),
                valor_pago=sum(valor or 0 for valor in self.titulos.values("valor_pago")),
            ),
            has_end=has_end(self.leitura),
            records=self._titles() if titles else (),
            problems=tuple(problems),
        )

    def _titles(self) -> Sequence[Ocorrencia]:
        if len(self.titulos) <= BLOCO:
            return tuple(self.records())
        deteccao, roles = self.deteccao, self.roles  # not the whole file, which would stay in memory
        return OnDemand(self.leitura, self.titulos.rows, lambda some: tuple(_Reading(deteccao, some, roles).records()))

    def _record_types(self) -> dict[str, int]:
        tipo = _TIPO_240 if self.deteccao.tamanho == _LOTES else _TIPO_400
        return _count(self.leitura.linhas.matriz[:, tipo - 1])

    def _segments(self) -> dict[str, int]:
        if self.deteccao.tamanho != _LOTES:
            return {}
        matriz = self.leitura.linhas.matriz
        detalhes = matriz[:, _TIPO_240 - 1] == ord(_DETALHE)
        return _count(matriz[detalhes, _SEGMENTO - 1])

    def records(self) -> Iterator[Ocorrencia]:
        columns: dict[str, list[Any]] = {role: self.titulos.values(role) for role in _VALORES}
        columns |= {role: self.titulos.texts(role) for role in _TEXTOS}
        columns["raw"] = list(self.titulos.raw())
        names = list(columns)
        keys = self._keys()
        codes = self.titulos.texts("codigo")
        said = zip(codes, self._motivos(codes), strict=True)
        explained = [self._explain(code, motivos) for code, motivos in said]
        explained = self._in_words(self._by_origin(explained))
        heads = zip(self.titulos.lines(), keys, codes, explained, zip(*columns.values(), strict=True), strict=True)
        for line, (numero, chave), codigo, (texto, efeito, motivos), values in heads:
            yield Ocorrencia(
                line=line,
                nosso_numero=numero,
                nosso_numero_chave=chave,
                codigo=codigo,
                texto=texto,
                efeito=efeito,
                motivos=motivos,
                **dict(zip(names, values, strict=True)),
            )

    def _keys(self) -> list[tuple[str, str]]:
        """Return each title's raw nosso número and the number that our boletos keep."""
        raw = self.titulos.texts("nosso_numero")
        try:
            banco = registry.find(self.banco)
        except registry.UnknownBancoError:
            return [(numero, "") for numero in raw]
        return [(numero, banco.nosso_numero_chave(numero, self.formato)) for numero in raw]

    def _motivos(self, codes: list[str]) -> list[str]:
        """Return each title's field of reasons; some occurrences have theirs in another field."""
        usual = self.titulos.texts("motivos", keep=True)
        special = [
            (each.ocorrencias, [_by_position(text) if each.por_posicao else text.strip() for text in texts])
            for each in self.roles.motivos_em
            for texts in [self.titulos.texts_at(each.lugar, keep=True)]
        ]
        return [
            next((texts[index] for which, texts in special if code in which), usual[index])
            for index, code in enumerate(codes)
        ]

    def _by_origin(self, explained: list[Explicada]) -> list[Explicada]:
        """Tell an entry's answer from an instruction's where only the movement that it answers says which."""
        place = self.roles.movimento_origem
        if place is None:
            return explained
        return [
            (texto, _answer(efeito, movimento), motivos)
            for (texto, efeito, motivos), movimento in zip(explained, self.titulos.texts_at(place), strict=True)
        ]

    def _in_words(self, explained: list[Explicada]) -> list[Explicada]:
        """Add the reasons that the bank writes out itself."""
        place = self.roles.motivo_em_palavras
        if place is None:
            return explained
        return [
            (texto, efeito, (*motivos, Motivo(codigo="", texto=words)) if words.strip("0") else motivos)
            for (texto, efeito, motivos), words in zip(explained, self.titulos.texts_at(place), strict=True)
        ]

    def _explain(self, codigo: str, motivos: str) -> Explicada:
        if self.deteccao.kind == "remessa":
            return ocorrencias.movement(self.banco, self.formato, codigo), Efeito.INFORMA, ()
        return ocorrencias.explain(self.banco, self.formato, codigo, motivos)

    def _generic(self) -> Iterator[Problem]:
        """Tell that a bank's file was read by FEBRABAN's layout, because this program has none of that bank."""
        if self.leitura.layout.banco == _FEBRABAN != self.deteccao.banco:
            message = (
                f"Este programa não tem o layout do banco {self.deteccao.banco}; o arquivo foi lido pelo padrão da "
                "FEBRABAN, que alguns bancos mudam."
            )
            fix = "Compare alguns títulos com o extrato do banco antes de usar os valores."
            yield Problem(message=message, fix=fix, line=1, severity=Severity.WARNING)

    def _incomplete(self) -> Iterator[Problem]:
        """Tell of titles that lack a record, and of records that belong to no title."""
        lines = self.titulos.lines()
        for registro in self.roles.exige:
            there = [has or alone for has, alone in zip(self.titulos.has(registro), self._alone(), strict=True)]
            missing = [line for line, complete in zip(lines, there, strict=True) if not complete]
            yield from findings.per_line(missing, partial(_lacking, registro), "título incompleto")
        yield from findings.per_line(self.titulos.orphans(), _orphan, "linha sem título")

    def _alone(self) -> list[bool]:
        """Return which titles are movements that the bank wants told by the title's record alone."""
        return [self.roles.movimento_so_titulo and codigo != _ENTRADA for codigo in self.titulos.texts("codigo")]

    def _unknown_codes(self) -> list[Problem]:
        if self.deteccao.kind == "remessa":
            return []
        lines: dict[str, list[int]] = {}
        for codigo, line in zip(self.titulos.texts("codigo"), self.titulos.lines(), strict=True):
            lines.setdefault(codigo, []).append(line)
        unknown = [code for code in lines if not ocorrencias.is_known(self.banco, self.formato, code)]
        place = self.roles.campos["codigo"]
        at = (place.inicio, place.fim)
        return [problem for code in sorted(unknown) for problem in _unknown_code(code, lines[code], at)]


def _count(chars: NDArray[np.uint8]) -> dict[str, int]:
    counted = Counter(chars.tolist())
    return {chr(char): count for char, count in sorted(counted.items())}


def _answer(efeito: Efeito, movimento: str) -> Efeito:
    """Return *efeito* as the answer to *movimento*; unchanged when the file does not say which that was."""
    if not movimento.strip("0"):
        return efeito
    if movimento == _ENTRADA:
        return _DE_ENTRADA.get(efeito, efeito)
    return _DE_INSTRUCAO.get(efeito, efeito)


def _by_position(signs: str) -> str:
    """Return the codes that *signs* stand for, two digits each: the place of every sign that is neither blank nor 0."""
    return "".join(f"{place:02d}" for place, sign in enumerate(signs[:_MAIOR_CODIGO], start=1) if sign not in " 0")


def _lacking(registro: str, line: int) -> Problem:
    return Problem(
        message=f"O título da linha {line} não tem o registro {registro}; seus valores não puderam ser lidos.",
        fix="Peça ou baixe o arquivo outra vez; sem este registro o título não pode ser baixado.",
        line=line,
    )


def _orphan(line: int) -> Problem:
    return Problem(
        message=f"A linha {line} não pertence a nenhum título: o registro que o abre não está antes dela.",
        fix="Peça ou baixe o arquivo outra vez, inteiro.",
        line=line,
    )


def _unknown_code(code: str, lines: list[int], positions: tuple[int, int]) -> list[Problem]:
    return findings.grouped(
        lines,
        f"A ocorrência {code or 'em branco'} não está na tabela do banco; estes títulos não mudam",
        fix="Confira com o banco o que ela significa e trate estes títulos à mão.",
        field="ocorrencia",
        positions=positions,
        severity=Severity.WARNING,
    )
