"""What the books know of what a retorno of débito automático speaks of, asked in few questions."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from finbank_desktop.domain.debitos import ConvenioDebito, Debito, consent_of_mark, parse_idboleto
from finbank_desktop.domain.ocorrencias import Ocorrencia
from finbank_desktop.persistence.records_debitos import RemessaDebito
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.debitos.retorno_model import AcervoDebito
from finbank_desktop.services.retorno_model import Processada

_COLIGADA = 3


def marks(o: Ocorrencia) -> list[str]:
    """Return the fields of *o* that are marks of a boleto (IDBOLETO)."""
    campos = (o.seu_numero, o.uso_empresa, o.nosso_numero)
    return [texto.strip() for texto in campos if parse_idboleto(texto) is not None]


def own_numbers(o: Ocorrencia) -> list[str]:
    """Return the fields of *o* in which a bank repeats our own number."""
    return [texto for texto in (o.uso_empresa.strip(), o.seu_numero.strip()) if texto]


def gather(
    uow: UnitOfWork,
    convenio: ConvenioDebito,
    records: Sequence[Ocorrencia],
    cadastros: Sequence[Ocorrencia],
    identidades: Iterable[str],
) -> AcervoDebito:
    """Return all that *records* and *cadastros* may speak of."""
    todos = [*records, *cadastros]
    debitos = uow.debitos.find_by_seu_numero(convenio.id, {n for o in records for n in own_numbers(o)})
    marcas = {mark for o in records for mark in marks(o)}
    por_idboleto = uow.debitos.find_by_idboleto(convenio.id, marcas)
    clientes = uow.consentimentos.find_many(convenio.id, {o.seu_numero for o in todos if o.seu_numero})
    pedidos = {row for o in records for n in own_numbers(o) if (row := consent_of_mark(n)) is not None}
    consentimentos = {c.id: c for c in uow.consentimentos.get_many(pedidos).values() if c.convenio_id == convenio.id}
    consentimentos |= {each.id: each for each in clientes.values()}
    # only where neither our number nor a boleto's mark tells, the customer's debits have to
    soltos = {o.seu_numero for o in records if not any(n in debitos for n in own_numbers(o)) and not marks(o)}
    por_consentimento = {
        each.id: uow.debitos.of_consentimento(each.id) for nome, each in clientes.items() if nome in soltos
    }
    achados = _unique([debitos.values(), *por_idboleto.values(), *por_consentimento.values()])
    boletos = uow.boletos.get_many(
        [*_boletos_of(uow, convenio, marcas), *(d.boleto_id for d in achados if d.boleto_id)]
    )
    boletos = {row: b for row, b in boletos.items() if b.empresa_id == convenio.empresa_id}
    itens = [item.conta_receber_id for d in achados for item in d.itens]
    itens += [item.conta_receber_id for b in boletos.values() for item in b.itens]
    por_codigo = _customers(uow, convenio, cadastros, clientes)
    donos = [*(b.pessoa_id for b in boletos.values()), *(d.consentimento.pessoa_id for d in achados)]
    pessoas = uow.pessoas.get_many([*donos, *por_codigo.values()])
    return AcervoDebito(
        debitos=debitos,
        por_idboleto=por_idboleto,
        por_consentimento=por_consentimento,
        consentimentos=consentimentos | {d.consentimento.id: d.consentimento for d in achados},
        clientes=clientes,
        boletos=boletos,
        contas=uow.contas_receber.get_many(itens),
        baixado=_settled(uow, boletos),
        pessoas={row: (p.nome, p.documento) for row, p in pessoas.items()},
        por_codigo=por_codigo,
        remessas=_remessas(uow, convenio, cadastros),
        processadas=_processed(uow, convenio, identidades),
    )


def _unique(grupos: Iterable[Iterable[Debito]]) -> list[Debito]:
    return list({debito.id: debito for grupo in grupos for debito in grupo}.values())


def _boletos_of(uow: UnitOfWork, convenio: ConvenioDebito, marcas: Iterable[str]) -> list[int]:
    """Return the ids of the boletos that marks of this empresa name; another coligada's are none of ours."""
    coligada = uow.empresas.get(convenio.empresa_id).codigo.zfill(_COLIGADA)
    lidas = (parse_idboleto(mark) for mark in marcas)
    return [each.boleto for each in lidas if each is not None and each.coligada == coligada]


def _settled(uow: UnitOfWork, boletos: Iterable[int]) -> dict[tuple[int, int], int]:
    baixado: dict[tuple[int, int], int] = defaultdict(int)
    for baixa in uow.baixas.of_boletos(boletos):
        if baixa.stands:
            baixado[(baixa.boleto_id or 0, baixa.conta_receber_id)] += baixa.valor
    return dict(baixado)


def _customers(
    uow: UnitOfWork, convenio: ConvenioDebito, cadastros: Sequence[Ocorrencia], conhecidos: Iterable[str]
) -> dict[str, int]:
    """Return the customers that a bank took in under a number which is their codigo or document here."""
    novos = {o.seu_numero for o in cadastros if o.seu_numero} - set(conhecidos)
    achados = uow.pessoas.find_many_by_codigo(convenio.empresa_id, novos)
    return {codigo: pessoa.id for codigo, pessoa in achados.items()}


def _remessas(uow: UnitOfWork, convenio: ConvenioDebito, cadastros: Sequence[Ocorrencia]) -> dict[int, RemessaDebito]:
    numeros = {int(o.seu_numero) for o in cadastros if o.codigo.startswith("J") and o.seu_numero.isdigit()}
    achadas = ((n, uow.debito_remessas.find_by_sequencia(convenio.id, n)) for n in numeros)
    return {n: remessa for n, remessa in achadas if remessa is not None}


def _processed(uow: UnitOfWork, convenio: ConvenioDebito, identidades: Iterable[str]) -> dict[str, Processada]:
    linhas = uow.importacao_linhas.find_debitos(convenio.id, identidades)
    de = uow.importacoes.get_many(linha.importacao_id for linha in linhas.values())
    return {
        identidade: Processada(
            importacao_id=linha.importacao_id,
            codigo=de[linha.importacao_id].codigo,
            numero=de[linha.importacao_id].numero,
            data_emissao=de[linha.importacao_id].data_emissao,
        )
        for identidade, linha in linhas.items()
    }
