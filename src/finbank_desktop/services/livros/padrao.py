"""The books an empresa begins with: chart of accounts, eventos, históricos and what each process uses."""

import tomllib
from functools import cache
from typing import Any

from finbank_desktop import resources
from finbank_desktop.domain.contabil import (
    ContaContabil,
    EventoContabil,
    Historico,
    Natureza,
    PadraoContabil,
    Papel,
    Processo,
)
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.unit_of_work import UnitOfWork

ARQUIVO = "contabil/padrao.toml"


def prepare(database: Database) -> None:
    """Begin the books of every empresa that has none."""
    with database.read() as uow:
        faltam = uow.padroes_contabeis.without()
    if faltam:
        with database.write() as uow:
            for empresa_id in uow.padroes_contabeis.without():
                begin(uow, empresa_id)


def begin(uow: UnitOfWork, empresa_id: int) -> None:
    """Begin the books of an empresa; what is there under the same codigo stays as it is."""
    dados = _read()
    contas = _contas(uow, empresa_id, dados["contas"])
    eventos = uow.eventos_contabeis.find_many_by_codigo(empresa_id, [each["codigo"] for each in dados["eventos"]])
    novos = [
        EventoContabil(
            empresa_id=empresa_id,
            codigo=each["codigo"],
            nome=each["nome"],
            contas={Papel[papel]: contas[codigo] for papel, codigo in each["contas"].items()},
        )
        for each in dados["eventos"]
        if each["codigo"] not in eventos
    ]
    eventos |= {each.codigo: each for each in uow.eventos_contabeis.add_many(novos)}
    historicos = uow.historicos.find_many_by_codigo(empresa_id, [each["codigo"] for each in dados["historicos"]])
    textos = [
        Historico(empresa_id=empresa_id, **each) for each in dados["historicos"] if each["codigo"] not in historicos
    ]
    historicos |= {each.codigo: each for each in uow.historicos.add_many(textos)}
    ja = {padrao.processo for padrao in uow.padroes_contabeis.all(empresa_id)}
    uow.padroes_contabeis.add_many(
        [
            PadraoContabil(
                empresa_id=empresa_id,
                processo=Processo[processo],
                evento_id=eventos[evento].id,
                historico_id=historicos[historico].id,
            )
            for processo, (evento, historico) in dados["padroes"].items()
            if Processo[processo] not in ja
        ]
    )


def _contas(uow: UnitOfWork, empresa_id: int, linhas: list[list[str]]) -> dict[str, int]:
    """Return the ids of the default accounts by codigo, made where they are not there."""
    contas = uow.plano_contas.find_many_by_codigo(empresa_id, [codigo for codigo, *_ in linhas])
    novas = [
        ContaContabil(
            empresa_id=empresa_id,
            codigo=codigo,
            reduzido=reduzido,
            nome=nome,
            natureza=Natureza[natureza],
            analitica=bool(reduzido),
        )
        for codigo, reduzido, nome, natureza in linhas
        if codigo not in contas
    ]
    contas |= {conta.codigo: conta for conta in uow.plano_contas.add_many(novas)}
    return {codigo: conta.id for codigo, conta in contas.items()}


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(resources.read_text(ARQUIVO))
