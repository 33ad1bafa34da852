"""Who says whether registering went well: the bank's own table and log, never what the program believes."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from finbank_desktop.domain.boletos import NoBanco
from finbank_desktop.domain.registro import EstadoRegistro
from tests.banco_de_provas.escritorio import Escritorio
from tests.banco_de_provas.processo import BancoDeProvas

NAO_PROCESSADOS = (401, 429)
"""Answers that say for certain that nothing was done."""
_AUSENCIAS = 2


def judge(banco: BancoDeProvas, escritorio: Escritorio, boletos: Sequence[int]) -> None:
    """See that the bank has each of *boletos* exactly once, and the program knows the same set as registered.

    Raises:
        AssertionError: It is not so.
    """
    titulos = banco.titulos()
    por_chave = banco.resumo()["repetidas"]
    assert por_chave == {}, f"{sum(vezes - 1 for vezes in por_chave.values())} títulos a mais no banco"
    assert len(titulos) == len(boletos)
    with escritorio.services.database.read() as uow:
        sabidos = uow.boletos.get_many(boletos)
        registros = uow.registros.of_boletos(boletos)
    finais = {EstadoRegistro.REGISTRADO, EstadoRegistro.REGISTRADO_SEM_PIX}
    assert {registros[row].estado for row in boletos} <= finais
    assert {sabidos[row].no_banco for row in boletos} == {NoBanco.REGISTRADO_POR_API}
    daqui = {(b.linha_digitavel, b.codigo_barras, b.valor, str(b.vencimento)) for b in sabidos.values()}
    de_la = {(t["linha"], t["barras"], t["valor"], t["vencimento"]) for t in titulos}
    assert daqui == de_la
    assert len(de_la) == len(boletos)


def check_proofs(banco: BancoDeProvas) -> int:
    """See that no title was sent again without two look-ups in between; return how many were sent again.

    Raises:
        AssertionError: One was.
    """
    por_titulo: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for evento in banco.eventos():
        if evento["chave"]:
            por_titulo[evento["chave"]].append(evento)
    de_novo = 0
    for chave, eventos in por_titulo.items():
        envios = [n for n, evento in enumerate(eventos) if evento["classe"] == "registrar"]
        for antes, depois in pairwise(envios):
            if eventos[antes]["status"] in NAO_PROCESSADOS:
                continue
            entre = [e for e in eventos[antes + 1 : depois] if e["classe"] in ("consultar", "listar")]
            assert len(entre) >= _AUSENCIAS, (chave, eventos[antes], eventos[depois])
            de_novo += 1
    return de_novo
