"""Settling by hand; the books keep every settlement, see ``estornos`` for those taken back."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.domain.valores import Centavos, format_brl
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records import Baixa
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import pedidos
from finbank_desktop.services.estornos import lowered, plan_estorno
from finbank_desktop.services.livros import periodos
from finbank_desktop.services.operacao_plan import Alteracao, OperacaoPlan, OperacaoRow
from finbank_desktop.services.retorno_model import ItemBaixa
from finbank_desktop.services.retorno_rateio import Aberto, share
from finbank_desktop.services.retorno_valores import Quitacao

FORMAS = ("Dinheiro", "Pix", "Transferência", "Depósito", "Cheque", "Cartão", "Outra")


@dataclass(frozen=True, slots=True, kw_only=True)
class BaixaManual:
    """What a person says about a payment that no retorno brought.

    Attributes:
        valor_pago: Centavos received.
        forma: How, one of `FORMAS` or other words.
        conta_id: The account or till it went to.
        juros: Centavos of *valor_pago* that are interest; so is *multa* a fine.
        desconto: Centavos let off besides; so is *abatimento*.
    """

    data: date
    valor_pago: Centavos
    forma: str = "Dinheiro"
    conta_id: int | None = None
    juros: Centavos = 0
    multa: Centavos = 0
    desconto: Centavos = 0
    abatimento: Centavos = 0

    @property
    def quitacao(self) -> Quitacao:
        """The payment taken apart."""
        principal = self.valor_pago - self.juros - self.multa + self.desconto + self.abatimento
        return Quitacao(
            principal=principal,
            juros=self.juros,
            multa=self.multa,
            desconto=self.desconto,
            abatimento=self.abatimento,
        )


class BaixasService:
    """Plans settlements by hand and reversals; `OperacoesService.apply` writes them."""

    FORMAS = FORMAS
    BAIXA = BaixaManual

    def __init__(self, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> None:
        """Read from *database*; *agora* tells which day it is."""
        self._database = database
        self._usuario = usuario
        self._agora = agora

    def of_boleto(self, boleto_id: int) -> Sequence[Baixa]:
        """Return the boleto's settlements, those taken back too."""
        with self._database.read() as uow:
            return uow.baixas.of_boletos([boleto_id])

    def of_conta(self, conta_id: int) -> Sequence[Baixa]:
        """Return the settlements of a conta a receber, through boletos or not, those taken back too."""
        with self._database.read() as uow:
            return uow.baixas.of_contas([conta_id])

    def suggest(self, boleto_id: int, data: date) -> BaixaManual:
        """Return what the pagador owes on *data* by the boleto's own terms, taken apart."""
        with self._database.read() as uow:
            boleto = uow.boletos.get(boleto_id)
            devido = sum(aberto.valor for aberto in _abertos(uow, boleto))
        e, base = boleto.encargos, max(0, devido - boleto.abatimento)
        atraso = (data - boleto.vencimento).days
        juros = max(0, atraso) * e.juros_por_dia(base)
        multa = e.multa_sobre(base) if atraso > 0 else 0
        em_dia = atraso <= 0 and -atraso >= e.desconto_dias
        desconto = min(e.desconto_sobre(boleto.valor), base) if em_dia else 0
        abatimento = devido - base
        return BaixaManual(
            data=data,
            valor_pago=base + juros + multa - desconto,
            juros=juros,
            multa=multa,
            desconto=desconto,
            abatimento=abatimento,
        )

    def plan(self, boleto_id: int, baixa: BaixaManual, *, pedir_baixa: bool = False) -> OperacaoPlan:
        """Return what settling a boleto by hand changes; nothing is written.

        Args:
            boleto_id: The boleto.
            baixa: What was paid.
            pedir_baixa: Ask the bank to stop collecting as well, once all is paid.

        Raises:
            MissingError: There is no such boleto.
        """
        with self._database.read() as uow:
            boleto = uow.boletos.get(boleto_id)
            pagador = uow.pessoas.get(boleto.pessoa_id).nome
            abertos = _abertos(uow, boleto)
            contas = uow.contas_receber.get_many(item.conta_receber_id for item in boleto.itens)
            proporcional = uow.convenios.get(boleto.convenio_id).rateio == "proporcional"
            fechado = periodos.closed(uow, boleto.empresa_id, [baixa.data], field="data")
        devido = sum(aberto.valor for aberto in abertos)
        problems = [*_problems(baixa, devido, self._agora().date()), *_closed(boleto), *fechado]
        alteracao, efeito = Alteracao(), f"Fica como está: {problems[0].message}" if problems else ""
        if not problems:
            itens = share(baixa.quitacao, abertos, proporcional=proporcional)
            resta = devido - baixa.quitacao.principal
            depois = _settled(boleto, baixa, resta, pedir_baixa=pedir_baixa)
            efeito = _effect(baixa, resta, depois)
            alteracao = Alteracao(
                boletos=((boleto, depois),),
                contas=tuple(
                    (contas[item.conta_receber_id], lowered(contas[item.conta_receber_id], item.valor))
                    for item in itens
                ),
                novas_baixas=tuple(self._baixa(boleto.empresa_id, boleto.id, baixa, item) for item in itens),
                eventos=((boleto.id, "baixa_manual", efeito),),
            )
            problems += _still_collected(depois, resta)
        row = OperacaoRow(
            boleto_id=boleto.id,
            titulo=f"{boleto.numero_documento} · {pagador}",
            efeito=efeito,
            problems=tuple(problems),
        )
        texto = f"Baixa manual de {format_brl(baixa.valor_pago)} no boleto {boleto.nosso_numero_impresso}."
        return OperacaoPlan(
            empresa_id=boleto.empresa_id, tipo="baixa_manual", texto=texto, rows=(row,), alteracao=alteracao
        )

    def plan_conta(self, conta_id: int, baixa: BaixaManual) -> OperacaoPlan:
        """Return what settling a conta a receber without boleto by hand changes; nothing is written.

        Raises:
            MissingError: There is no such conta.
        """
        with self._database.read() as uow:
            conta = uow.contas_receber.get(conta_id)
            pagador = uow.pessoas.get(conta.pessoa_id).nome
            fechado = periodos.closed(uow, conta.empresa_id, [baixa.data], field="data")
            vivos = [b for b in uow.boletos.of_contas([conta_id]).get(conta_id, []) if b.situacao.is_open]
        problems = [*_problems(baixa, conta.saldo, self._agora().date()), *fechado]
        if not conta.situacao.is_open:
            problems.append(Problem(message=f"A conta está {str(conta.situacao).lower()}.", field="situacao"))
        if vivos:
            numero = vivos[0].nosso_numero_impresso
            problems.append(Problem(message=f"A conta está no boleto {numero}.", fix="Dê a baixa por ele."))
        alteracao, efeito = Alteracao(), f"Fica como está: {problems[0].message}" if problems else ""
        if not problems:
            (item,) = share(baixa.quitacao, [Aberto(conta_receber_id=conta.id, valor=conta.saldo)])
            efeito = f"Baixa de {format_brl(item.valor)} em {baixa.data:%d/%m/%Y}, {baixa.forma.lower()}."
            alteracao = Alteracao(
                contas=((conta, lowered(conta, item.valor)),),
                novas_baixas=(self._baixa(conta.empresa_id, None, baixa, item),),
            )
        titulo = f"{conta.documento} · {pagador}"
        row = OperacaoRow(conta_receber_id=conta.id, titulo=titulo, efeito=efeito, problems=tuple(problems))
        texto = f"Baixa manual de {format_brl(baixa.valor_pago)} na conta a receber {conta.codigo}."
        return OperacaoPlan(
            empresa_id=conta.empresa_id, tipo="baixa_manual", texto=texto, rows=(row,), alteracao=alteracao
        )

    def plan_estorno(self, baixa_ids: Iterable[int], motivo: str = "") -> OperacaoPlan:
        """Return what taking settlements back changes; they stay in the books as taken back. Nothing is written.

        Raises:
            MissingError: There is no such settlement.
        """
        hoje = self._agora().date()
        with self._database.read() as uow:
            baixas = [uow.baixas.get(row) for row in dict.fromkeys(baixa_ids)]
            return plan_estorno(uow, baixas, hoje, motivo)

    def _baixa(self, empresa_id: int, boleto_id: int | None, baixa: BaixaManual, item: ItemBaixa) -> Baixa:
        return Baixa(
            empresa_id=empresa_id,
            conta_receber_id=item.conta_receber_id,
            boleto_id=boleto_id,
            data=baixa.data,
            data_credito=baixa.data,
            valor=item.valor,
            juros=item.juros,
            multa=item.multa,
            desconto=item.desconto,
            abatimento=item.abatimento,
            valor_pago=item.valor_pago,
            forma=baixa.forma,
            conta_id=baixa.conta_id,
            usuario=self._usuario,
        )


def _abertos(uow: UnitOfWork, boleto: Boleto) -> list[Aberto]:
    """Return what is owed of each conta within *boleto*, the earliest due first."""
    contas = uow.contas_receber.get_many(item.conta_receber_id for item in boleto.itens)
    baixado: dict[int, Centavos] = defaultdict(int)
    for baixa in uow.baixas.of_boletos([boleto.id]):
        if baixa.stands:
            baixado[baixa.conta_receber_id] += baixa.valor
    itens = sorted(boleto.itens, key=lambda item: (contas[item.conta_receber_id].vencimento, item.conta_receber_id))
    abertos = [
        Aberto(
            conta_receber_id=item.conta_receber_id,
            valor=min(item.valor - baixado[item.conta_receber_id], contas[item.conta_receber_id].saldo),
        )
        for item in itens
        if contas[item.conta_receber_id].situacao.is_open
    ]
    return [aberto for aberto in abertos if aberto.valor > 0]


def _settled(boleto: Boleto, baixa: BaixaManual, resta: Centavos, *, pedir_baixa: bool) -> Boleto:
    depois = replace(
        boleto,
        situacao=Situacao.BAIXADO_PARCIALMENTE if resta else Situacao.BAIXADO,
        valor_pago=boleto.valor_pago + baixa.valor_pago,
        data_pagamento=baixa.data,
        data_credito=baixa.data,
    )
    unsent = boleto.pedido is not None and not boleto.pedido.enviado
    if pedir_baixa and not resta and (boleto.no_banco in pedidos.CONHECIDOS or unsent):
        return pedidos.ask(depois, Comando.BAIXAR, "Pedir a baixa: pago por fora")
    return depois


def _effect(baixa: BaixaManual, resta: Centavos, depois: Boleto) -> str:
    texto = f"Baixa de {format_brl(baixa.quitacao.principal)} em {baixa.data:%d/%m/%Y}, {baixa.forma.lower()}"
    texto += f"; ficam {format_brl(resta)} em aberto" if resta else ""
    pedido = depois.pedido
    pede = pedido is not None and pedido.comando is Comando.BAIXAR and not pedido.enviado
    return f"{texto}. O banco será avisado na próxima remessa." if pede else f"{texto}."


def _problems(baixa: BaixaManual, devido: Centavos, hoje: date) -> Iterator[Problem]:
    q = baixa.quitacao
    if baixa.valor_pago <= 0:
        yield Problem(message="Diga quanto foi pago.", field="valor_pago")
    if min(baixa.juros, baixa.multa, baixa.desconto, baixa.abatimento) < 0:
        yield Problem(message="Juros, multa, desconto e abatimento não podem ser negativos.", field="juros")
    if baixa.data > hoje:
        yield Problem(message="A data do pagamento ainda não chegou.", field="data")
    if q.principal > devido:
        yield Problem(
            message=f"Pago {format_brl(q.principal - devido)} acima dos {format_brl(devido)} devidos.",
            fix="Diga quanto disso é juros ou multa; o que sobra é do cliente.",
            field="valor_pago",
        )
    elif q.principal <= 0 < baixa.valor_pago:
        yield Problem(message="Juros e multa não podem levar todo o pagamento.", field="juros")


def _closed(boleto: Boleto) -> Iterator[Problem]:
    if not boleto.situacao.is_open:
        yield Problem(message=f"O boleto está {str(boleto.situacao).lower()}.", field="situacao")


def _still_collected(depois: Boleto, resta: Centavos) -> Iterator[Problem]:
    if not resta and depois.no_banco in pedidos.CONHECIDOS:
        yield Problem(
            message="O banco continua cobrando este título.",
            fix="Peça a baixa, para o cliente não pagar outra vez.",
            severity=Severity.WARNING,
        )
