"""From a new convênio to an active one, and the report that goes with a remessa."""

from typing import Any

import pytest

from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.convenios import Homologacao
from finbank_desktop.domain.problems import RefusedError


def done(escritorio: Any, convenio_id: int) -> list[str]:
    return [p.chave for p in escritorio.services.homologacao.get(convenio_id).passos if p.feito]


def test_each_step_is_done_when_the_books_or_a_person_say_so(escritorio: Any) -> None:
    convenio, service = escritorio.convenio(), escritorio.services.homologacao
    assert (convenio.homologacao, done(escritorio, convenio.id)) == (Homologacao.PENDENTE, ["dados"])
    escritorio.boletos(10_00, 20_00, 30_00)
    assert service.get(convenio.id).proximo.chave == "remessa"
    remessa = escritorio.remessa()
    assert done(escritorio, convenio.id) == ["dados", "boletos", "remessa"]
    assert service.mark(convenio.id, "entregue").estado is Homologacao.HOMOLOGANDO
    for retorno in escritorio.banco(remessa):
        escritorio.importar(retorno)
    assert service.get(convenio.id).proximo.chave == "aprovada"
    assert service.mark(convenio.id, "aprovada").estado is Homologacao.ATIVA
    assert service.get(convenio.id).proximo is None
    assert service.mark(convenio.id, "aprovada", feito=False).estado is Homologacao.HOMOLOGANDO
    with pytest.raises(RefusedError, match="próprio programa"):
        service.mark(convenio.id, "dados")


def test_a_convenio_may_be_active_without_a_test_but_not_incomplete(escritorio: Any) -> None:
    convenio, service = escritorio.convenio(), escritorio.services.homologacao
    assert service.change(convenio.id, Homologacao.ATIVA).estado is Homologacao.ATIVA
    ruim = escritorio.convenio("237-400", carteira="")
    with pytest.raises(RefusedError):
        service.change(ruim.id, Homologacao.ATIVA)


def test_the_report_of_a_remessa_says_what_the_bank_is_told(escritorio: Any) -> None:
    (velho,) = escritorio.registrados(10_00)
    services = escritorio.services
    services.operacoes.apply(services.comandos.plan([velho.id], Comando.BAIXAR))
    (novo,) = escritorio.boletos(20_00)
    escritorio.remessa()
    report = services.remessas.conferencia(2)
    assert [(row.boleto_id, row.comando, row.valor) for row in report.rows] == [
        (velho.id, "Pedir a baixa", 10_00),
        (novo.id, "Registrar", 20_00),
    ]
    assert (report.titulos, report.valor, report.por_comando) == (2, 30_00, {"Pedir a baixa": 1, "Registrar": 1})
    assert report.problems == ()
