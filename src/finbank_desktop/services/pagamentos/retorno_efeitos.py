"""What the lines of a retorno of payments do to contas a pagar, payments and settlements, one after another."""

from dataclasses import replace
from datetime import date

from finbank_desktop.domain.contas_pagar import ContaPagar
from finbank_desktop.domain.ocorrencias import Ocorrencia
from finbank_desktop.domain.pagamentos import SituacaoPagamento
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.persistence.records_pagamentos import BaixaPagar, PagamentoEnviado, SituacaoEnvio
from finbank_desktop.services.pagamentos.retorno_model import AcervoPagamentos


class Efeitos:
    """What has changed so far.

    Attributes:
        contas: Every conta a pagar touched, as it will be.
        pagamentos: Every payment touched, as it will be.
        baixas: The settlements to be, by line.
        estornos: Settlements taken back, before and after, by id.
    """

    def __init__(self, acervo: AcervoPagamentos, hoje: date) -> None:
        """Begin a file that is imported on *hoje*."""
        self._acervo = acervo
        self._hoje = hoje
        self.contas: dict[int, ContaPagar] = {}
        self.pagamentos: dict[int, PagamentoEnviado] = {}
        self.baixas: dict[int, BaixaPagar] = {}
        self.estornos: dict[int, tuple[BaixaPagar, BaixaPagar]] = {}

    def conta(self, row: int) -> ContaPagar:
        """Return a conta a pagar as the lines so far leave it."""
        return self.contas.get(row) or self._acervo.contas[row]

    def put(self, enviado: PagamentoEnviado, situacao: SituacaoEnvio, o: Ocorrencia) -> None:
        """Put a payment where *o* says it is."""
        viva = enviado.conta_pagar_id if situacao.is_alive else None
        self.pagamentos[enviado.id] = replace(
            enviado, situacao=situacao, viva_conta_id=viva, ocorrencia=o.codigo, ocorrencia_texto=o.texto
        )

    def schedule(self, enviado: PagamentoEnviado, detalhe: str) -> None:
        """Let the conta of a payment wait for the bank again."""
        conta = self.conta(enviado.conta_pagar_id)
        self.contas[conta.id] = replace(
            conta,
            situacao=SituacaoPagamento.AGENDADO,
            detalhe=detalhe,
            remessa_id=enviado.remessa_id,
            seu_numero=enviado.seu_numero,
        )

    def give_back(self, enviado: PagamentoEnviado, detalhe: str) -> None:
        """Let the conta of a payment wait for a person."""
        conta = self.conta(enviado.conta_pagar_id)
        self.contas[conta.id] = replace(
            conta,
            situacao=SituacaoPagamento.RECUSADO,
            detalhe=detalhe,
            remessa_id=None,
            valor_pago=0,
            pago_em=None,
            autenticacao="",
        )

    def pay(self, conta_id: int, enviado: PagamentoEnviado | None, o: Ocorrencia, line: int) -> None:
        """Settle a conta, by a payment of ours or made elsewhere."""
        conta = self.conta(conta_id)
        pago, dia = paid(o) or 0, day(o) or self._hoje
        diferenca = pago - conta.valor_a_pagar
        self.contas[conta_id] = replace(
            conta,
            situacao=SituacaoPagamento.PAGO,
            detalhe=f"Pago em {dia:%d/%m/%Y}",
            valor_pago=pago,
            pago_em=dia,
            autenticacao=o.autenticacao,
            remessa_id=enviado.remessa_id if enviado else conta.remessa_id,
            seu_numero=enviado.seu_numero if enviado else conta.seu_numero,
        )
        self.baixas[line] = BaixaPagar(
            empresa_id=conta.empresa_id,
            conta_pagar_id=conta_id,
            pagamento_id=enviado.id if enviado else None,
            linha=line,
            data=dia,
            valor=conta.valor,
            acrescimos=conta.acrescimos + max(diferenca, 0),
            desconto=conta.desconto + max(-diferenca, 0),
            valor_pago=pago,
            autenticacao=o.autenticacao,
        )

    def take_back(self, enviado: PagamentoEnviado) -> Centavos:
        """Take the payment's settlements back, also one that this very file brought; return their sum."""
        soma = 0
        for each in self._acervo.baixas.get(enviado.conta_pagar_id, ()):
            if each.pagamento_id == enviado.id and each.stands and each.id not in self.estornos:
                self.estornos[each.id] = (each, replace(each, estornada_em=self._hoje))
                soma += each.valor_pago
        for line, nova in self.baixas.items():
            if nova.pagamento_id == enviado.id and nova.stands:
                self.baixas[line] = replace(nova, estornada_em=self._hoje)
                soma += nova.valor_pago
        return soma


def paid(o: Ocorrencia) -> Centavos | None:
    """Return what left by a line that settles: as it says, else as it was asked for."""
    return o.valor_pago or o.valor_titulo


def day(o: Ocorrencia) -> date | None:
    """Return when: as the line says, else the day it was ordered for."""
    return o.data_ocorrencia or o.vencimento
