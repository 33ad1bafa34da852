"""The titles of one file as its lines so far leave them: each line is planned on what the lines before it did."""

from collections.abc import Iterable, Mapping

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.contas_receber import ContaReceber, Situacao
from finbank_desktop.persistence.records import Baixa
from finbank_desktop.services.retorno_alteradas import Alteradas
from finbank_desktop.services.retorno_model import Acervo, ItemBaixa
from finbank_desktop.services.retorno_rateio import Aberto
from finbank_desktop.services.revising import revised


class Andamento:
    """What our books know, and what of it changed.

    Attributes:
        acervo: What our books know.
        boletos: Every boleto touched since `go_on`, as it will be.
        contas: Every conta a receber touched since `go_on`, as it will be.
        boletos_alterados: Those touched before.
        contas_alteradas: Those touched before.
    """

    def __init__(self, acervo: Acervo) -> None:
        """Begin a file."""
        self.acervo = acervo
        self._baixado = dict(acervo.baixado)
        self._lembrados: dict[int, Boleto] = {}
        self._lembradas: dict[int, ContaReceber] = {}
        self.boletos: dict[int, Boleto] = {}
        self.contas: dict[int, ContaReceber] = {}
        self.boletos_alterados: Alteradas[Boleto] = Alteradas()
        self.contas_alteradas: Alteradas[ContaReceber] = Alteradas()

    def go_on(self, acervo: Acervo) -> None:
        """Turn to lines that speak of the titles in *acervo*; what the lines before did to them is remembered."""
        self.put_aside()
        self.acervo = acervo
        self._baixado = {**acervo.baixado, **self._baixado}
        self._lembrados = self.boletos_alterados.recall(acervo.all_boletos())
        self._lembradas = self.contas_alteradas.recall(acervo.contas)
        self.boletos, self.contas = dict(self._lembrados), dict(self._lembradas)

    def put_aside(self) -> None:
        """Keep what was touched in the small."""
        antes = self.acervo.all_boletos()
        mudados = {row: b for row, b in self.boletos.items() if self._lembrados.get(row) is not b}
        mudadas = {row: c for row, c in self.contas.items() if self._lembradas.get(row) is not c}
        self.boletos_alterados.add(antes, mudados)
        self.contas_alteradas.add(self.acervo.contas, mudadas)

    def now(self, boleto: Boleto) -> Boleto:
        """Return *boleto* as it stands by now."""
        return self.boletos.get(boleto.id, boleto)

    def was_settled(self, boleto: Boleto) -> bool:
        """Whether something of *boleto* was paid in parts."""
        return any((boleto.id, item.conta_receber_id) in self._baixado for item in boleto.itens)

    def reopen(self, boleto: Boleto, contas: Mapping[int, ContaReceber], estornos: Iterable[Baixa]) -> None:
        """Take settlements of *boleto* back: *contas* as that leaves them."""
        self.contas |= contas
        for baixa in estornos:
            chave = (boleto.id, baixa.conta_receber_id)
            self._baixado[chave] = self._baixado.get(chave, baixa.valor) - baixa.valor

    def lower(self, boleto: Boleto, baixa: ItemBaixa, *, em_partes: bool) -> None:
        """Take *baixa* off its conta a receber; with *em_partes* it is remembered how much of *boleto* that was."""
        conta = self.conta(baixa.conta_receber_id)
        baixado = conta.valor_baixado + baixa.valor
        situacao = Situacao.BAIXADO if baixado >= conta.valor else Situacao.BAIXADO_PARCIALMENTE
        self.contas[conta.id] = revised(conta, valor_baixado=baixado, situacao=situacao)
        chave = (boleto.id, conta.id)
        if em_partes:
            self._baixado[chave] = self._baixado.get(chave, 0) + baixa.valor

    def conta(self, conta_id: int) -> ContaReceber:
        """Return a conta a receber as it stands by now."""
        return self.contas.get(conta_id) or self.acervo.contas[conta_id]

    def contas_of(self, boleto: Boleto) -> list[ContaReceber]:
        """Return what *boleto* collects, as it stands by now."""
        return [self.conta(item.conta_receber_id) for item in boleto.itens]

    def abertos(self, boleto: Boleto) -> list[Aberto]:
        """Return what is owed of each conta within *boleto*, the earliest due first; settled ones are left out.

        A conta may be in several boletos or settled by hand: no more than its own balance is owed.
        """
        if boleto.situacao is Situacao.BAIXADO:
            return []
        itens = sorted(
            boleto.itens, key=lambda item: (self.conta(item.conta_receber_id).vencimento, item.conta_receber_id)
        )
        abertos = [
            Aberto(
                conta_receber_id=item.conta_receber_id,
                valor=min(
                    item.valor - self._baixado.get((boleto.id, item.conta_receber_id), 0),
                    self.conta(item.conta_receber_id).saldo,
                ),
            )
            for item in itens
        ]
        return [aberto for aberto in abertos if aberto.valor > 0]
