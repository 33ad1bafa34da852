"""The simulated bank itself: one remessa in, the retornos of the days that follow out."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from finbank_desktop.cnab import papeis
from finbank_desktop.simulator.acontecimentos import Acontecimento, happen
from finbank_desktop.simulator.cenario import Cenario
from finbank_desktop.simulator.codigos import Codigos
from finbank_desktop.simulator.remessa import RemessaLida
from finbank_desktop.simulator.retorno import Capa, render

_INICIO_DA_CONTAGEM = date(2020, 1, 1)
_POR_DIA = 10
_LIMITE = 100_000  # the narrowest header has five positions for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Resposta:
    """One retorno.

    Attributes:
        dia: When the bank made it.
        titulos: Lines of titles in it; a title may have several.
        data: Its bytes.
    """

    dia: date
    titulos: int
    data: bytes


def answer(remessa: RemessaLida, cenario: Cenario, hoje: date, *, ordem: int = 0) -> list[Resposta]:
    """Return what the bank answers to *remessa*, the oldest first.

    As banks do, the first file confirms or refuses the registrations and each business day with payments gives one
    more; with ``arquivo_unico`` all of it comes in one file, dated as the last of them.

    Args:
        remessa: What was sent.
        cenario: What happens.
        hoje: The day of the first answer, unless the scenario names one.
        ordem: How many retornos of other remessas are made on the same days, so that their numbers differ.

    Raises:
        RefusedError: The scenario asks for what this bank does not have.
    """
    codigos = Codigos(remessa.banco, remessa.formato)
    inicio = cenario.hoje or hoje
    told = [each for pedido in remessa.pedidos for each in happen(pedido, cenario, codigos, inicio)]
    days = _days(told, cenario)
    return [
        _file(remessa, dia, _number(cenario, dia, position, ordem), days[dia])
        for position, dia in enumerate(sorted(days))
    ]


def file_name(remessa: RemessaLida, dia: date, ordem: int) -> str:
    """Return the name this bank gives the *ordem*-th retorno (from 1) of a day; as it names remessas, but ``.RET``."""
    own = papeis.load(remessa.retorno).nome_arquivo
    pattern = own or remessa.papeis.nome_arquivo or "RET{dia:02}{mes:02}{sequencia:02}.RET"
    name = pattern.format(dia=dia.day, mes=dia.month, ano=dia.year, sequencia=ordem)
    return name.rsplit(".", 1)[0] + ".RET"


def _days(told: Iterable[Acontecimento], cenario: Cenario) -> dict[date, list[Acontecimento]]:
    """Return what is told on each day, registrations before payments."""
    days: dict[date, list[Acontecimento]] = defaultdict(list)
    for each in sorted(told, key=lambda each: (each.dia, each.valor_pago > 0)):
        days[each.dia].append(each)
    if cenario.arquivo_unico and days:
        return {max(days): [each for dia in days for each in days[dia]]}
    return days


def _number(cenario: Cenario, dia: date, position: int, ordem: int) -> int:
    """Return a retorno's number, from 1 on: it grows from day to day, and no two files of one day share it."""
    if cenario.sequencia is not None:
        return cenario.sequencia + position
    number = (dia - _INICIO_DA_CONTAGEM).days * _POR_DIA + ordem % _POR_DIA
    return max(1, number % _LIMITE)


def _file(remessa: RemessaLida, dia: date, sequencia: int, told: list[Acontecimento]) -> Resposta:
    creditos = [each.data_credito for each in told if each.data_credito]
    capa = Capa(dia=dia, sequencia=sequencia, data_credito=max(creditos, default=None))
    return Resposta(dia=dia, titulos=len(told), data=render(remessa, capa, told))
