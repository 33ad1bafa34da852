"""Asking a bank how its registered titles stand: by its list, title by title where it has none."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from finbank_desktop.domain.boletos import NoBanco
from finbank_desktop.domain.problems import OutsideError
from finbank_desktop.domain.registro import EstadoRegistro, TituloRegistro
from finbank_desktop.gateway.port import Alheio, Encontrado, Filtro, Indeterminado, SemSuporte, TituloNoBanco
from finbank_desktop.persistence.records_registros import Registro
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.jobs import Watcher
from finbank_desktop.services.registros import titulos
from finbank_desktop.services.registros.titulos import Cadastro

if TYPE_CHECKING:
    from finbank_desktop.gateway.runner import Canal

_FINAIS = (EstadoRegistro.REGISTRADO, EstadoRegistro.REGISTRADO_SEM_PIX)
_VIVOS = (NoBanco.REGISTRADO_POR_API, NoBanco.INSTRUCAO_PENDENTE, NoBanco.PROTESTO)


def open_titles(uow: UnitOfWork, de: Cadastro) -> list[tuple[Registro, TituloRegistro]]:
    """Return the titles the bank still collects, as far as the books know."""
    registros = uow.registros.in_states(_FINAIS, de.convenio.id)
    boletos = uow.boletos.get_many(registro.boleto_id for registro in registros)
    vivos = [registro for registro in registros if boletos[registro.boleto_id].no_banco in _VIVOS]
    pagadores = uow.pessoas.get_many(boletos[registro.boleto_id].pessoa_id for registro in vivos)
    return [
        (r, titulos.of_registro(de, boletos[r.boleto_id], pagadores[boletos[r.boleto_id].pessoa_id], r)) for r in vivos
    ]


def told(
    de: Cadastro,
    canal: "Canal",
    filtro: Filtro,
    abertos: Sequence[tuple[Registro, TituloRegistro]],
    watcher: Watcher,
) -> list[TituloNoBanco]:
    """Return what the bank tells.

    Raises:
        ChamadaError: It does not answer.
        OutsideError: Its list did not come whole.
        CancelledError: The watcher wants no more.
    """
    if de.adaptador.capacidades.lista:
        return _listed(de, canal, filtro)
    ditos = []
    for numero, (registro, pedido) in enumerate(abertos):
        watcher.report(numero, len(abertos), f"Perguntando a {de.adaptador.titulo}")
        achado = canal.consultar(pedido, registro.referencia)
        if isinstance(achado, Encontrado | Alheio):
            ditos.append(achado.titulo)
    return ditos


def _listed(de: Cadastro, canal: "Canal", filtro: Filtro) -> list[TituloNoBanco]:
    """Return what the lists tell; of a title in both the one of payments, which says when and how much."""
    achados: dict[str, TituloNoBanco] = {}
    for pagos in (False, True):
        lidos = canal.listar(replace(filtro, pagos=pagos))
        if isinstance(lidos, Indeterminado):
            raise OutsideError("banco_nao_responde", lidos.motivo, de.adaptador.titulo)
        if not isinstance(lidos, SemSuporte):
            achados |= {um.referencia or um.nosso_numero or um.chave: um for um in lidos}
    return list(achados.values())
