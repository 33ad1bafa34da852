"""What is kept small comes back as it was."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

import pytest

from finbank_desktop.domain.contas_receber import ContaReceber, Situacao
from finbank_desktop.services.packed import BLOCO, Packed, blocks
from finbank_desktop.services.retorno_alteradas import Alterada, Alteradas
from finbank_desktop.services.revising import revised

DIA = date(2026, 12, 10)


class Cor(StrEnum):
    AZUL = "azul"


@dataclass(frozen=True, slots=True, kw_only=True)
class Linha:
    numero: int
    dia: date | None = None
    cor: Cor = Cor.AZUL
    dentro: "Linha | None" = None
    textos: tuple[str, ...] = ()


def linha(numero: int) -> Linha:
    dentro = Linha(numero=-numero) if numero % 2 else None
    return Linha(numero=numero, dia=DIA, dentro=dentro, textos=("a" * numero, "ç"))


def test_what_is_packed_comes_back_in_order() -> None:
    linhas = [linha(n) for n in range(40)]
    pacote = Packed(linhas[:15])
    pacote.extend(linhas[15:])
    assert list(pacote) == linhas
    assert len(pacote) == 40
    assert [pacote[0], pacote[-1], pacote[20]] == [linhas[0], linhas[-1], linhas[20]]
    assert list(pacote[13:17]) == linhas[13:17]
    assert [each for block in pacote.blocks() for each in block] == linhas
    with pytest.raises(IndexError):
        pacote[40]


def test_more_than_a_block_is_several() -> None:
    pacote = Packed(range(BLOCO + 1))
    assert [len(block) for block in pacote.blocks()] == [BLOCO, 1]
    assert [len(block) for block in blocks(tuple(range(BLOCO + 1)))] == [BLOCO, 1]


def test_what_is_left_out_comes_back_as_if_it_was_never_said() -> None:
    pacote = Packed([linha(3)], without=("textos",))
    assert pacote[0] == replace(linha(3), textos=())


def test_revising_is_replacing() -> None:
    assert revised(linha(3), numero=4, cor=Cor.AZUL) == replace(linha(3), numero=4)


def conta(row: int, **campos: object) -> ContaReceber:
    return ContaReceber(
        id=row,
        empresa_id=1,
        codigo=str(row),
        pessoa_id=1,
        documento="",
        emissao=DIA,
        vencimento=DIA,
        valor=100,
        versao=3,
        **campos,  # type: ignore[arg-type] # of whatever field
    )


def test_a_row_that_changes_again_is_told_once_as_it_ends() -> None:
    antes = {row: conta(row) for row in (1, 2)}
    alteradas: Alteradas[ContaReceber] = Alteradas()
    alteradas.add(antes, {1: conta(1, valor_baixado=40), 2: conta(2, valor_baixado=1)})
    assert alteradas.recall({1: antes[1], 9: conta(9)}) == {1: conta(1, valor_baixado=40)}
    alteradas.add(antes, {1: conta(1, valor_baixado=100, situacao=Situacao.BAIXADO)})
    assert alteradas.recall(antes)[1] == conta(1, valor_baixado=100, situacao=Situacao.BAIXADO)
    assert len(alteradas) == 2
    assert [um for block in alteradas.blocks() for um in block] == [
        Alterada(2, 3, {"valor_baixado": 1}),
        Alterada(1, 3, {"valor_baixado": 100, "situacao": Situacao.BAIXADO}),
    ]
