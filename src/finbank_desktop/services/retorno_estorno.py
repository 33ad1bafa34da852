"""A payment that the bank took back: which settlement it names, and what is owed again."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.contas_receber import ContaReceber, Situacao
from finbank_desktop.domain.ocorrencias import Ocorrencia
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.persistence.records import Baixa
from finbank_desktop.services.estornos import reopen
from finbank_desktop.services.retorno_model import PlanRow, Tab


def named(o: Ocorrencia, baixas: Sequence[Baixa]) -> list[Baixa]:
    """Return the settlements of the one payment that *o* names: by its amount, or the only one there is."""
    pagamentos: dict[tuple[object, ...], list[Baixa]] = defaultdict(list)
    for baixa in baixas:
        if baixa.stands:
            pagamentos[baixa.importacao_id, baixa.linha, baixa.data, baixa.forma].append(baixa)
    valor = o.valor_pago or 0
    iguais = [um for um in pagamentos.values() if valor and sum(b.valor_pago for b in um) == valor]
    if iguais:
        return iguais[-1]
    return next(iter(pagamentos.values())) if len(pagamentos) == 1 and not valor else []


def reverse(
    o: Ocorrencia, boleto: Boleto, row: PlanRow, contas: dict[int, ContaReceber], baixas: Sequence[Baixa]
) -> tuple[PlanRow, dict[int, ContaReceber]]:
    """Return the row and the contas once the payment *o* names is taken back."""
    desfeitas = named(o, baixas)
    if not desfeitas:
        return _nothing(o, boleto, row, tem_baixa=any(baixa.stands for baixa in baixas)), {}
    boletos, novas = reopen({boleto.id: boleto}, contas, desfeitas)
    depois = boletos[boleto.id]
    if depois.no_banco is NoBanco.BAIXADO_NO_BANCO and depois.situacao.is_open:
        depois = replace(depois, no_banco=NoBanco.REGISTRADO, no_banco_detalhe=o.texto)
    soma = sum(baixa.valor_pago for baixa in desfeitas)
    efeito = f"Estorno de {format_brl(soma)} pagos em {desfeitas[0].data:%d/%m/%Y}: {o.texto}. Volta a ficar em aberto."
    feita = row.but(tab=Tab.CONFIRMACOES, efeito=efeito, depois=depois, estornos=tuple(desfeitas))
    return feita, novas


def _nothing(o: Ocorrencia, boleto: Boleto, row: PlanRow, *, tem_baixa: bool) -> PlanRow:
    if boleto.no_banco is NoBanco.BAIXADO_NO_BANCO and boleto.situacao in (Situacao.EM_ABERTO, Situacao.VENCIDO):
        depois = replace(boleto, no_banco=NoBanco.REGISTRADO, no_banco_detalhe=o.texto)
        return row.but(tab=Tab.CONFIRMACOES, efeito=f"O banco volta a cobrar: {o.texto}.", depois=depois)
    if "cheque" in o.texto.lower() and not tem_baixa:  # it bounced before it was booked
        return row.but(tab=Tab.IGNORADOS, efeito=f"{o.texto}; não há baixa a desfazer.")
    quanto = f" de {format_brl(o.valor_pago)}" if o.valor_pago else ""
    return row.but(
        tab=Tab.CONFERIR,
        efeito=f"O banco desfez um pagamento{quanto}, e nenhuma baixa deste boleto é dele; confira e estorne à mão.",
    )
