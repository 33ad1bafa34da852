"""Whose a retorno of payments is, what tells its lines apart, and what the books know of them."""

from collections.abc import Mapping, Sequence

from finbank_desktop.domain.arquivos import Cabecalho
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.ocorrencias import Ocorrencia
from finbank_desktop.domain.pagamentos import ConvenioPagamento
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import retorno_convenio
from finbank_desktop.services.pagamentos import destinos
from finbank_desktop.services.pagamentos.retorno_model import AcervoPagamentos, DecisaoPagamento
from finbank_desktop.services.pagamentos.retorno_plan import numbers
from finbank_desktop.services.retorno_convenio import Candidato


def find_convenios(uow: UnitOfWork, cabecalho: Cabecalho) -> list[ConvenioPagamento]:
    """Return the convênios de pagamento *cabecalho* may speak of, the likeliest first."""
    convenios = {each.id: each for each in uow.convenios_pagamento.of_banco(cabecalho.layout_banco)}
    if cabecalho.banco != cabecalho.layout_banco:
        convenios |= {each.id: each for each in uow.convenios_pagamento.of_banco(cabecalho.banco)}
    contas = uow.contas.get_many(each.conta_id for each in convenios.values())
    empresas = uow.empresas.get_many(each.empresa_id for each in convenios.values())
    candidatos = [
        Candidato(convenio=_as_cobranca(each), conta=contas[each.conta_id], empresa=empresas[each.empresa_id])
        for each in convenios.values()
    ]
    return [convenios[each.convenio.id] for each in retorno_convenio.find(cabecalho, candidatos)]


def _as_cobranca(convenio: ConvenioPagamento) -> Convenio:
    """Return *convenio* as the search by header knows contracts: by number, account and company."""
    return Convenio(
        id=convenio.id,
        empresa_id=convenio.empresa_id,
        codigo=convenio.codigo,
        descricao=convenio.descricao,
        conta_id=convenio.conta_id,
        banco=convenio.banco,
        formato="240",
        convenio=convenio.convenio,
        carteira="",
        extras=dict(convenio.extras),
    )


def identities(records: Sequence[Ocorrencia]) -> list[str]:
    """Return what tells each line of a file from every other: our number, the code, both dates and the amount.

    Equal lines of one file are numbered, so that the same file again finds each of them.
    """
    vistas: dict[str, int] = {}
    found = []
    for o in records:
        datas = [data.isoformat() if data else "" for data in (o.data_ocorrencia, o.vencimento)]
        chave = "|".join((o.seu_numero.strip(), o.codigo, *datas, str(o.valor_pago or o.valor_titulo or 0)))
        vistas[chave] = vistas.get(chave, 0) + 1
        found.append(f"{chave}|{vistas[chave]}")
    return found


def gather(
    uow: UnitOfWork,
    convenios: Sequence[int],
    records: Sequence[Ocorrencia],
    identidades: Sequence[str],
    decisoes: Mapping[int, DecisaoPagamento],
) -> AcervoPagamentos:
    """Return what the books know of the payments in *records*."""
    enviados = uow.pagamentos.by_seu_numero(convenios, {numero for o in records for numero in numbers(o)})
    ids = {each.conta_pagar_id for todos in enviados.values() for each in todos}
    ids |= {each.conta_pagar_id for each in decisoes.values() if each.conta_pagar_id}
    contas = uow.contas_pagar.get_many(ids)
    cadastro = destinos.load(uow, contas.values())
    vivos = uow.pagamentos.alive_of(ids)
    aplicadas = uow.linhas_pagamento.applied(convenios, identidades)
    importacoes = uow.importacoes_pagamento.get_many(each.importacao_id for each in aplicadas.values())
    remessas = {each.remessa_id for todos in enviados.values() for each in todos}
    remessas |= {each.remessa_id for each in vivos.values()}
    return AcervoPagamentos(
        enviados=enviados,
        contas=contas,
        favorecidos={conta.id: cadastro.destino(conta).nome(conta) for conta in contas.values()},
        vivos=vivos,
        baixas=uow.baixas_pagar.of_contas(ids),
        aplicadas={chave: importacoes[each.importacao_id].codigo for chave, each in aplicadas.items()},
        remessas={each.id: each.sequencia for each in uow.remessas_pagamento.get_many(remessas).values()},
    )
