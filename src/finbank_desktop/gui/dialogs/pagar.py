"""Approving, taking back, cancelling, reopening and correcting contas a pagar; and settling one paid otherwise."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui import formats
from finbank_desktop.gui.dialogs.action import Action, Extra, Feito
from finbank_desktop.gui.dialogs.fields import Choice, Field, Kind
from finbank_desktop.gui.dialogs.preview import Preview, PreviewRow, summary, words
from finbank_desktop.services.pagamentos.acoes import Acao, AcaoPlan
from finbank_desktop.services.pagamentos.baixas import FORMAS, BaixaPagarDraft

if TYPE_CHECKING:
    from finbank_desktop.services.catalog import Services

_SENTENCES = {
    Acao.APROVAR: "Só o que foi aprovado vai à remessa. Confira para quem, quanto e quando.",
    Acao.DESAPROVAR: "As contas ficam em aberto e não vão na próxima remessa.",
    Acao.CANCELAR: "As contas deixam de ser pagas. Podem ser reabertas depois.",
    Acao.REABRIR: "As contas canceladas voltam a ficar em aberto.",
    Acao.CORRIGIR: (
        "O banco recusou. A conta volta a ficar em aberto, com outro número: corrija o motivo, aprove e envie de novo. "
        "O que aconteceu fica no histórico."
    ),
}
_DONE = {
    Acao.APROVAR: ("aprovada", "aprovadas"),
    Acao.DESAPROVAR: ("sem aprovação", "sem aprovação"),
    Acao.CANCELAR: ("cancelada", "canceladas"),
    Acao.REABRIR: ("reaberta", "reabertas"),
    Acao.CORRIGIR: ("em aberto para corrigir", "em aberto para corrigir"),
}


class AcaoPagarAction(Action):
    """One of `Acao` on some contas a pagar."""

    topic = "contas-pagar"

    def __init__(
        self,
        services: "Services",
        ids: Sequence[int],
        acao: Acao,
        correct: Callable[[int, Any], object] | None = None,
    ) -> None:
        """Do *acao* to the contas *ids*; *correct* opens the first of them above the dialog it is given."""
        super().__init__(services, ids)
        self.acao, self._correct = acao, correct
        self.title = str(acao)
        self.sentence = _SENTENCES[acao]
        self.danger = acao is Acao.CANCELAR

    def plan(self, values: Mapping[str, Any]) -> Preview:
        """Plan it; where the money goes stands beside each conta."""
        del values
        plan = self.services.acoes_pagar.plan(self.acao, self.ids)
        rows = tuple(_row(row) for row in plan.rows)
        going = len(plan.going)
        worth = f" de {format_brl(plan.valor)}" if self.acao is Acao.APROVAR and going else ""
        one, many = ("pagamento", "pagamentos") if self.acao is Acao.APROVAR else ("conta", "contas")
        return Preview(
            plan=plan,
            rows=rows,
            commit=f"{self._verb()} {formats.count(going, one, many)}{worth}",
            resumo=summary(rows, "conta", "contas"),
        )

    def apply(self, plan: AcaoPlan) -> Feito:
        """Do it."""
        made = self.services.acoes_pagar.apply(plan)
        one, many = _DONE[self.acao]
        return Feito(texto=f"{formats.count(len(made), f'conta {one}', f'contas {many}')}.")

    def extra(self) -> Extra | None:
        """Offer the conta itself where it has to be corrected."""
        correct = self._correct
        if correct is None:
            return None
        return Extra(text="Abrir a conta", icon="editar", run=lambda dialog: correct(self.ids[0], dialog))

    def _verb(self) -> str:
        return {Acao.DESAPROVAR: "Tirar a aprovação de", Acao.CORRIGIR: "Corrigir e reenviar"}.get(
            self.acao, str(self.acao)
        )


def _row(row: Any) -> PreviewRow:
    conta = row.conta
    name = row.favorecido or "favorecido a dizer"
    told = next((words(problem) for problem in row.problems), "")
    remark = told if told != row.efeito else ""
    if row.goes and not remark and row.destino:
        remark = f"{conta.forma}: {row.destino}. Pagar em {formats.show(conta.dia)}."
    return PreviewRow(
        titulo=f"{conta.codigo} · {name} · {format_brl(conta.valor_a_pagar)}",
        efeito=row.efeito,
        goes=row.goes,
        remark=remark,
        situacao=str(row.depois) if row.depois is not None else "",
        tem_aviso=bool(told),
    )


class BaixaPagarAction(Action):
    """Says that a conta was paid otherwise: cash, the bank's site, a card."""

    title = "Já foi paga"
    sentence = "Para o que foi pago por fora da remessa. Fica no histórico e pode ser estornado."
    topic = "contas-pagar"

    def load(self) -> Any:
        """Return the conta and the contas correntes the money may have left."""
        query = ListQuery(quantidade=1000)
        return self.services.contas_pagar.get(self.ids[0]), self.services.cadastros.list_contas(query).linhas

    def fields(self, loaded: Any) -> Sequence[Field]:
        """Ask when, how much, from where and how."""
        conta, contas = loaded
        offered = [
            Choice(value=int(row["id"]), text=f"{row['codigo']} {row['descricao']}")
            for row in contas
            if row.get("empresa_id", conta.empresa_id) == conta.empresa_id
        ]
        return (
            Field(name="data", words="&Data do pagamento", kind=Kind.DATE, value=self.today),
            Field(name="valor_pago", words="&Valor pago", kind=Kind.MONEY, value=conta.valor_a_pagar),
            Field(name="forma", words="&Forma", kind=Kind.CHOICE, choices=[Choice(value=x, text=x) for x in FORMAS]),
            Field(name="conta_id", words="&Conta caixa", kind=Kind.CHOICE, choices=offered),
        )

    def plan(self, values: Mapping[str, Any]) -> Preview:
        """Plan it."""
        draft = BaixaPagarDraft(
            conta_pagar_id=self.ids[0],
            data=values["data"] or self.today,
            conta_id=int(values["conta_id"] or 0),
            valor_pago=values["valor_pago"] or 0,
            forma=str(values["forma"] or FORMAS[0]),
        )
        plan = self.services.baixas_pagar.plan(draft)
        row = PreviewRow(
            titulo=f"{plan.conta.codigo} · {format_brl(plan.conta.valor_a_pagar)}",
            efeito=plan.efeito,
            situacao="Pago" if not any(problem.is_error for problem in plan.problems) else "",
        )
        return Preview(
            plan=plan,
            rows=(row,),
            commit=f"Dar como paga por {format_brl(draft.valor_pago)}",
            problems=plan.problems,
        )

    def apply(self, plan: Any) -> Feito:
        """Do it."""
        made = self.services.baixas_pagar.apply(plan)
        return Feito(texto=f"Conta {made.codigo} paga: {format_brl(made.valor_pago)}.")


class EstornoPagarAction(Action):
    """Takes such a settlement back."""

    title = "Estornar o pagamento"
    sentence = "O pagamento dito à mão é desfeito e a conta volta a ficar em aberto."
    topic = "contas-pagar"
    danger = True

    def plan(self, values: Mapping[str, Any]) -> Preview:
        """Plan it."""
        del values
        baixas = [each for each in self.services.contas_pagar.detalhe(self.ids[0]).baixas if each.stands]
        if not baixas:
            row = PreviewRow(titulo="Esta conta", efeito="Não há pagamento a estornar.", goes=False)
            return Preview(plan=None, rows=(row,), commit="Estornar")
        plan = self.services.baixas_pagar.plan_estorno(baixas[-1].id)
        row = PreviewRow(
            titulo=f"{plan.conta.codigo} · {format_brl(plan.baixa.valor_pago)}",
            efeito=plan.efeito,
            situacao="Em aberto",
        )
        return Preview(
            plan=plan,
            rows=(row,),
            commit=f"Estornar {format_brl(plan.baixa.valor_pago)}",
            problems=plan.problems,
        )

    def apply(self, plan: Any) -> Feito:
        """Do it."""
        made = self.services.baixas_pagar.estornar(plan)
        return Feito(texto=f"Conta {made.codigo}: pagamento estornado; está em aberto de novo.")
