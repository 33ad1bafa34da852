"""What of the books a line may stand for: open titles, credits of retornos, lines of our other accounts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from finbank_desktop.conciliacao.modelo import Lote, Titulo
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Conta
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.persistence.records import Baixa, Tarifa
from finbank_desktop.persistence.records_extratos import LinhaGravada, SituacaoLinha
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import pedidos
from finbank_desktop.services.conciliacao_model import LoteMesa, TituloMesa
from finbank_desktop.services.contas_receber import holds

_ANTES = timedelta(days=10)
_ESPELHO = 4
"""Days between the two lines of one transfer, a weekend included."""


def titulos(uow: UnitOfWork, empresa_id: int, hoje: date) -> dict[str, TituloMesa]:
    """Return what customers owe, each debt once: by its open boleto, or else by its conta a receber."""
    aberto = ListQuery(filtros={"aberto": True, "empresa_id": empresa_id})
    boletos = uow.boletos.get_many(uow.boletos.ids(aberto, hoje))
    contas = uow.contas_receber.get_many(uow.contas_receber.ids(aberto, hoje))
    nomes = uow.pessoas.get_many([*(b.pessoa_id for b in boletos.values()), *(c.pessoa_id for c in contas.values())])
    baixado = _settled(uow.baixas.of_boletos(boletos))
    found: dict[str, TituloMesa] = {}
    taken: set[int] = set()
    for boleto in sorted(boletos.values(), key=lambda each: (not holds(each), each.id)):
        mine = [item.conta_receber_id for item in boleto.itens if item.conta_receber_id not in taken]
        devido = sum(_open(boleto, contas, baixado, set(mine)))
        taken.update(item.conta_receber_id for item in boleto.itens)
        if devido > 0 and len(mine) == len(boleto.itens):
            pessoa = nomes[boleto.pessoa_id]
            found[f"boleto:{boleto.id}"] = _of_boleto(boleto, devido, pessoa.nome, pessoa.documento)
    for conta in contas.values():
        if conta.id not in taken and conta.saldo > 0:
            pessoa = nomes[conta.pessoa_id]
            found[f"conta:{conta.id}"] = _of_conta(conta, pessoa.nome, pessoa.documento)
    return found


def _settled(baixas: Iterable[Baixa]) -> dict[tuple[int, int], Centavos]:
    settled: dict[tuple[int, int], Centavos] = defaultdict(int)
    for baixa in baixas:
        if baixa.stands and baixa.boleto_id is not None:
            settled[baixa.boleto_id, baixa.conta_receber_id] += baixa.valor
    return settled


def _open(
    boleto: Boleto, contas: dict[int, ContaReceber], baixado: dict[tuple[int, int], Centavos], mine: set[int]
) -> Iterator[Centavos]:
    for item in boleto.itens:
        conta = contas.get(item.conta_receber_id)
        if conta is not None and conta.id in mine:
            yield max(min(item.valor - baixado[boleto.id, conta.id], conta.saldo), 0)


def _of_boleto(boleto: Boleto, devido: Centavos, nome: str, documento: str) -> TituloMesa:
    base = max(devido - boleto.abatimento, 0)
    e = boleto.encargos
    titulo = Titulo(
        id=f"boleto:{boleto.id}",
        vencimento=boleto.vencimento,
        valor=base,
        nome=nome,
        documento=boleto.numero_documento,
        cpf_cnpj=documento,
        nosso_numero=boleto.nosso_numero_impresso or boleto.nosso_numero,
        juros_dia=e.juros_por_dia(base),
        multa=e.multa_sobre(base),
        # a discount that ends before the due date is not the matching's to grant
        desconto=min(e.desconto_sobre(boleto.valor), base) if not e.desconto_dias else 0,
    )
    return TituloMesa(titulo=titulo, devido=devido, no_banco=boleto.no_banco in pedidos.CONHECIDOS)


def _of_conta(conta: ContaReceber, nome: str, documento: str) -> TituloMesa:
    titulo = Titulo(
        id=f"conta:{conta.id}",
        vencimento=conta.vencimento,
        valor=conta.saldo,
        nome=nome,
        documento=conta.documento,
        cpf_cnpj=documento,
    )
    return TituloMesa(titulo=titulo, devido=conta.saldo)


def lotes(uow: UnitOfWork, conta: Conta, desde: date) -> dict[str, LoteMesa]:
    """Return what the bank credits by retornos: one per convênio and day of the credit, fees beside the gross."""
    groups: dict[tuple[int, date], list[Baixa]] = defaultdict(list)
    for convenio_id, baixa in uow.vinculos.unlinked_baixas(conta.id, desde - _ANTES):
        groups[convenio_id, baixa.data_credito or baixa.data].append(baixa)
    imports = {baixa.importacao_id for group in groups.values() for baixa in group if baixa.importacao_id}
    charges: dict[tuple[int, int], list[Tarifa]] = defaultdict(list)
    for tarifa in uow.vinculos.unlinked_tarifas(imports):
        if tarifa.importacao_id is not None and tarifa.linha is not None:
            charges[tarifa.importacao_id, tarifa.linha].append(tarifa)
    nomes = uow.convenios.get_many(convenio for convenio, _ in groups)
    return {
        each.lote.id: each
        for (convenio, dia), group in groups.items()
        for each in [_lote(convenio, dia, group, charges, nomes[convenio].descricao)]
    }


def _lote(
    convenio_id: int, dia: date, baixas: Sequence[Baixa], charges: dict[tuple[int, int], list[Tarifa]], nome: str
) -> LoteMesa:
    places = dict.fromkeys((baixa.importacao_id or 0, baixa.linha or 0) for baixa in baixas)
    tarifas = [tarifa for place in places for tarifa in charges.get(place, [])]
    return LoteMesa(
        lote=Lote(
            id=f"lote:{convenio_id}:{dia.isoformat()}",
            data_credito=dia,
            bruto=sum(baixa.valor_pago for baixa in baixas),
            tarifas=sum(tarifa.valor for tarifa in tarifas),
            titulos=tuple(dict.fromkeys(f"boleto:{baixa.boleto_id}" for baixa in baixas)),
        ),
        convenio=nome,
        baixas=tuple((baixa.id, baixa.valor_pago) for baixa in baixas),
        tarifas=tuple((tarifa.id, tarifa.valor) for tarifa in tarifas),
    )


def espelhos(uow: UnitOfWork, conta: Conta, linhas: Sequence[LinhaGravada]) -> dict[int, LinhaGravada]:
    """Return, by line, the one of another account that mirrors it; none where either side has several."""
    outras = [
        each
        for each in uow.extrato_linhas.in_state(SituacaoLinha.PENDENTE)
        if each.conta_id != conta.id and each.empresa_id == conta.empresa_id
    ]
    by_value: dict[Centavos, list[LinhaGravada]] = defaultdict(list)
    for each in outras:
        by_value[each.valor or 0].append(each)
    near = {
        linha.id: [each for each in by_value[-(linha.valor or 0)] if _is_near(linha, each)]
        for linha in linhas
        if linha.valor
    }
    times: dict[int, int] = defaultdict(int)
    for found in near.values():
        for each in found:
            times[each.id] += 1
    return {row: found[0] for row, found in near.items() if len(found) == 1 and times[found[0].id] == 1}


def _is_near(one: LinhaGravada, other: LinhaGravada) -> bool:
    return one.data is not None and other.data is not None and abs((one.data - other.data).days) <= _ESPELHO
