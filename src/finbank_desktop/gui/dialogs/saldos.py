"""*Novo boleto do saldo*."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui.dialogs.action import Action, Feito
from finbank_desktop.gui.dialogs.fields import Field, Kind
from finbank_desktop.gui.dialogs.preview import Preview, PreviewRow

_PRAZO = 10
"""Days until the new boleto falls due, unless somebody says otherwise."""


class SaldoAction(Action):
    """Makes a boleto of what is left of one that was paid in part."""

    title = "Novo boleto do saldo"
    sentence = (
        "O que falta pagar vai para um boleto novo; se o banco ainda cobra o antigo, recebe o pedido de baixa dele."
    )

    def fields(self, loaded: Any) -> Sequence[Field]:
        """Ask when it falls due."""
        del loaded
        quando = self.today + timedelta(days=_PRAZO)
        return (Field(name="vencimento", words="&Vencimento do novo boleto", kind=Kind.DATE, value=quando),)

    def plan(self, values: Mapping[str, Any]) -> Preview:
        """Plan it: the old boleto and the new one."""
        plan = self.services.saldos.plan(self.ids[0], values["vencimento"] or self.today)
        (linha,) = self.services.boletos.list_ids(self.ids).linhas
        erro = next((problem for problem in plan.problems if problem.is_error), None)
        antigo = PreviewRow(
            titulo=f"{linha['numero_documento']} · {linha['pagador']} · {linha['nosso_numero_impresso']}",
            efeito=f"Fica como está: {erro.message}" if erro else plan.efeito,
            goes=erro is None,
            remark=erro.fix if erro else "",
            situacao=str(linha["situacao"]),
            no_banco=str(linha["no_banco"] if erro or plan.pedido is None else "Instrução pendente"),
        )
        return Preview(
            plan=plan,
            rows=(antigo, *self._novos(plan, ok=erro is None)),
            commit=f"Gerar 1 boleto de {format_brl(plan.saldo)}",
            problems=plan.problems,
        )

    @staticmethod
    def _novos(plan: Any, *, ok: bool) -> list[PreviewRow]:
        rows = plan.emissao.rows if ok else ()
        return [
            PreviewRow(
                titulo=f"Boleto novo · {row.pagador} · {row.boleto.nosso_numero_impresso}",
                efeito=f"{format_brl(row.boleto.valor)}, vence em {row.boleto.vencimento:%d/%m/%Y}; {row.convenio}.",
                situacao=str(row.boleto.situacao),
                no_banco=str(row.boleto.no_banco),
            )
            for row in rows
        ]

    def apply(self, plan: Any) -> Feito:
        """Make it."""
        novos = self.services.saldos.apply(plan)
        quais = ", ".join(boleto.nosso_numero_impresso for boleto in novos)
        return Feito(texto=f"Boleto {quais} de {format_brl(plan.saldo)} gerado; gere a remessa para registrá-lo.")
