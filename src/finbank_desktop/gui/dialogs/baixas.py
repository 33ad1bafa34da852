"""*Dar baixa manual* and *Estornar baixa*."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui.dialogs.action import Action
from finbank_desktop.gui.dialogs.fields import Choice, Field, Kind
from finbank_desktop.gui.dialogs.preview import Preview, of_operacao

if TYPE_CHECKING:
    from finbank_desktop.services.baixas import BaixaManual
    from finbank_desktop.services.catalog import Services

_MOST = 1000
_VALORES = ("valor_pago", "juros", "multa", "desconto", "abatimento")
_CAMPOS = ("data", *_VALORES)


class BaixaAction(Action):
    """Settles one boleto by hand; the amounts follow the day until somebody types others."""

    title = "Dar baixa manual"
    sentence = (
        "Para o que foi pago por fora do banco: dinheiro, Pix, transferência. Fica no histórico e pode ser desfeita."
    )

    def __init__(self, services: "Services", ids: Sequence[int]) -> None:
        """Settle the only one of *ids*."""
        super().__init__(services, ids)
        self._suggested = services.baixas.BAIXA(data=self.today, valor_pago=0)

    def suggest(self, data: Any) -> "BaixaManual":
        """Return what is owed on *data*."""
        return self.services.baixas.suggest(self.ids[0], data)

    def load(self) -> Any:
        """Return what is owed today, the accounts it may have gone to, and whether the bank still collects it."""
        query = ListQuery(quantidade=_MOST, filtros={"empresa_id": self._empresa_id()})
        contas = self.services.cadastros.list_contas(query).linhas
        self._suggested = self.suggest(self.today)
        return self._suggested, contas, self._asks_bank()

    def _empresa_id(self) -> int:
        return self.services.boletos.get(self.ids[0]).boleto.empresa_id

    def _asks_bank(self) -> bool:
        return str(self.services.boletos.get(self.ids[0]).boleto.no_banco) in _COLLECTED

    def fields(self, loaded: Any) -> Sequence[Field]:
        """Ask when, how much, how and where to; the parts of the amount below."""
        sugerida, contas, asks = loaded
        caixas = [Choice(value=None, text="A conta do convênio")]
        caixas += [Choice(value=int(c["id"]), text=_named(c)) for c in contas]
        formas = [Choice(value=forma, text=forma) for forma in self.services.baixas.FORMAS]
        money = (("valor_pago", "&Valor recebido"), ("juros", "&Juros"), ("multa", "M&ulta"))
        let_off = (("desconto", "Descon&to"), ("abatimento", "A&batimento"))
        return (
            Field(name="data", words="&Data do pagamento", kind=Kind.DATE, value=sugerida.data),
            *(Field(name=n, words=w, kind=Kind.MONEY, value=getattr(sugerida, n)) for n, w in money[:1]),
            Field(name="forma", words="&Forma", kind=Kind.CHOICE, value=formas[0].value, choices=formas),
            Field(name="conta_id", words="&Conta caixa", kind=Kind.CHOICE, choices=caixas),
            *(Field(name=n, words=w, kind=Kind.MONEY, value=getattr(sugerida, n)) for n, w in money[1:] + let_off),
            *self._question(asks),
        )

    @staticmethod
    def _question(asks: bool) -> Sequence[Field]:  # noqa: FBT001 - the answer to one question
        words = "&Pedir ao banco que não cobre mais (quando tudo estiver pago)"
        return (Field(name="pedir_baixa", words=words, kind=Kind.CHECK, value=True, wide=True),) if asks else ()

    def plan(self, values: Mapping[str, Any]) -> Preview:
        """Plan it; while nobody typed other amounts, those of the chosen day."""
        baixa = self._said(values)
        fill: dict[str, Any] = {}
        untouched = all(getattr(baixa, nome) == getattr(self._suggested, nome) for nome in _VALORES)
        if untouched and values["data"] and baixa.data != self._suggested.data:
            self._suggested = self.suggest(baixa.data)
            fill = {nome: getattr(self._suggested, nome) for nome in _VALORES}
            baixa = replace(baixa, **fill)
        return replace(self._shown(baixa, values), fill=fill)

    def _said(self, values: Mapping[str, Any]) -> "BaixaManual":
        return self.services.baixas.BAIXA(
            data=values["data"] or self.today,
            forma=values["forma"],
            conta_id=values["conta_id"],
            **{nome: values[nome] or 0 for nome in _VALORES},
        )

    def _shown(self, baixa: "BaixaManual", values: Mapping[str, Any]) -> Preview:
        plan = self.services.baixas.plan(self.ids[0], baixa, pedir_baixa=bool(values.get("pedir_baixa")))
        antes = self.services.boletos.list_ids(self.ids).linhas
        commit = f"Dar baixa de {format_brl(baixa.valor_pago)} em {{}}"
        return of_operacao(plan, commit, antes, hoje=self.today, campos=_CAMPOS)


class BaixaContaAction(BaixaAction):
    """Settles one conta a receber without boleto by hand."""

    def suggest(self, data: Any) -> "BaixaManual":
        """Return what is left of it."""
        return self.services.baixas.BAIXA(data=data, valor_pago=self.services.contas_receber.get(self.ids[0]).saldo)

    def _empresa_id(self) -> int:
        return self.services.contas_receber.get(self.ids[0]).empresa_id

    def _asks_bank(self) -> bool:
        return False

    def _shown(self, baixa: "BaixaManual", values: Mapping[str, Any]) -> Preview:
        del values
        plan = self.services.baixas.plan_conta(self.ids[0], baixa)
        commit = f"Dar baixa de {format_brl(baixa.valor_pago)} em {{}}"
        return of_operacao(plan, commit, hoje=self.today, campos=_CAMPOS)


class EstornoAction(Action):
    """Takes settlements back; the ticks choose which."""

    title = "Estornar baixa"
    sentence = "O recebimento deixa de valer e o boleto volta a ficar em aberto; nos livros ficam a baixa e o estorno."
    danger = True

    def load(self) -> Any:
        """Return the settlements that stand with the number of what they paid, the latest first."""
        de_pe = [(baixa, numero) for baixa, numero in self._all() if baixa.stands]
        return sorted(de_pe, key=lambda pair: (pair[0].data, pair[0].id), reverse=True)

    def _all(self) -> list[tuple[Any, str]]:
        linhas = self._linhas()
        return [(baixa, linha["numero_documento"]) for linha in linhas for baixa in self._of(int(linha["id"]))]

    def _of(self, boleto_id: int) -> Sequence[Any]:
        return self.services.baixas.of_boleto(boleto_id)

    def _linhas(self) -> Sequence[Mapping[str, Any]]:
        return self.services.boletos.list_ids(self.ids).linhas

    def fields(self, loaded: Any) -> Sequence[Field]:
        """Offer each settlement, all ticked, and ask why."""
        ticks = [
            Field(
                name=f"baixa_{baixa.id}",
                words=f"{numero} · {format_brl(baixa.valor_pago)} em {baixa.data:%d/%m/%Y} · {baixa.forma}",
                kind=Kind.CHECK,
                value=True,
                wide=True,
            )
            for baixa, numero in loaded
        ]
        return (*ticks, Field(name="motivo", words="&Motivo", kind=Kind.TEXT, value="", wide=True))

    def plan(self, values: Mapping[str, Any]) -> Preview:
        """Plan to take back what is ticked."""
        ids = [int(nome.removeprefix("baixa_")) for nome, on in values.items() if nome.startswith("baixa_") and on]
        plan = self.services.baixas.plan_estorno(ids, str(values["motivo"]))
        shown = of_operacao(plan, "", self._linhas(), hoje=self.today)
        going = len(plan.alteracao.baixas)
        return replace(shown, commit=f"Estornar {going} {'baixa' if going == 1 else 'baixas'}", resumo="")


class EstornoContaAction(EstornoAction):
    """Takes settlements of contas a receber back, whatever they were paid through."""

    def _all(self) -> list[tuple[Any, str]]:
        baixas = self.services.baixas
        contas = [self.services.contas_receber.get(row) for row in self.ids]
        return [(baixa, conta.documento) for conta in contas for baixa in baixas.of_conta(conta.id)]

    def _linhas(self) -> Sequence[Mapping[str, Any]]:
        boletos = {baixa.boleto_id for baixa, _numero in self._all() if baixa.boleto_id is not None}
        return self.services.boletos.list_ids(sorted(boletos)).linhas


def _named(conta: Mapping[str, Any]) -> str:
    return f"{conta['descricao']} ({conta['banco']})" if conta["banco"] else str(conta["descricao"])


_COLLECTED = ("Registrado", "Registrado por API", "Protesto", "Instrução pendente")
"""Where the bank has the title, so that it can be asked to drop it."""
