"""What the books know of the titles in a retorno, asked in as few questions as the file allows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.ocorrencias import Ocorrencia
from finbank_desktop.persistence.records import Baixa
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.retorno_busca import own_mark, variants
from finbank_desktop.services.retorno_decisoes import Decisao, Proposta
from finbank_desktop.services.retorno_model import Acervo, PlanRow

_PROPOSTAS = 20


def gather(
    uow: UnitOfWork, convenios: Sequence[int], records: Sequence[Ocorrencia], decisoes: Mapping[int, Decisao]
) -> Acervo:
    """Return the boletos that *records* may speak of, by all that may tell them; the rest of the acervo is empty."""
    boletos = _by_number(uow, convenios, [o.nosso_numero_chave for o in records if o.nosso_numero_chave])
    por_id = {boleto.id: boleto for boleto in boletos.values()}
    marcas = {mark for o in records if (mark := own_mark(o))} | {d.boleto_id for d in decisoes.values() if d.boleto_id}
    por_id |= uow.boletos.get_many(row for row in marcas if row not in por_id)
    soltos = [o for o in records if not _found(o, boletos, convenios)]
    larguras = uow.boletos.widths(convenios) if soltos else ()
    boletos |= _by_number(uow, convenios, [v for o in soltos for v in variants(o, larguras)])
    documentos = [o.seu_numero for o in soltos if o.seu_numero]
    return Acervo(
        boletos=boletos,
        por_id=por_id,
        larguras=tuple(larguras),
        por_documento={
            (c, documento): iguais
            for c in convenios
            for documento, iguais in uow.boletos.find_many_by_numero_documento(c, documentos).items()
        },
    )


def baixas_of(uow: UnitOfWork, boletos: Iterable[int]) -> dict[int, list[Baixa]]:
    """Return the settlements of *boletos*, oldest first."""
    achadas: dict[int, list[Baixa]] = defaultdict(list)
    for baixa in uow.baixas.of_boletos(boletos):
        achadas[baixa.boleto_id or 0].append(baixa)
    return dict(achadas)


def propose(uow: UnitOfWork, convenio_id: int, row: PlanRow) -> list[Proposta]:
    """Return the open boletos that a line without one may speak of: of its amount, its CPF or CNPJ, its due date."""
    valores = {valor for valor in (row.valor_titulo, row.valor_pago) if valor}
    boletos = uow.boletos.open_of_valor(convenio_id, valores)
    pessoas = uow.pessoas.get_many(boleto.pessoa_id for boleto in boletos)
    texto = "".join(row.raw)
    pontos = []
    for boleto in boletos:
        pagador = pessoas[boleto.pessoa_id]
        razoes = ["mesmo valor"]
        if pagador.documento and pagador.documento in texto:
            razoes.insert(0, "mesmo CPF/CNPJ")
        if boleto.vencimento == row.vencimento:
            razoes.append("mesmo vencimento")
        if row.seu_numero and row.seu_numero == boleto.numero_documento:
            razoes.append("mesmo número do documento")
        proposta = Proposta(
            boleto_id=boleto.id,
            nosso_numero=boleto.nosso_numero_impresso,
            numero_documento=boleto.numero_documento,
            pagador=pagador.nome,
            vencimento=boleto.vencimento.isoformat(),
            valor=boleto.valor,
            porque=", ".join(razoes),
        )
        pontos.append((-len(razoes), boleto.vencimento, boleto.id, proposta))
    return [proposta for *_, proposta in sorted(pontos)[:_PROPOSTAS]]


def _by_number(uow: UnitOfWork, convenios: Sequence[int], chaves: Sequence[str]) -> dict[tuple[int, str], Boleto]:
    return {
        (convenio, chave): boleto
        for convenio in convenios
        for chave, boleto in uow.boletos.find_many_by_nosso_numero(convenio, chaves).items()
    }


def _found(o: Ocorrencia, boletos: Mapping[tuple[int, str], Boleto], convenios: Sequence[int]) -> bool:
    return any((convenio, o.nosso_numero_chave) in boletos for convenio in convenios)
