"""What is done with débito automático by hand: debits made, sent, moved, cancelled, asked for again."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog

from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui import formats
from finbank_desktop.gui.dialogs.action import Action, Extra, Feito
from finbank_desktop.gui.dialogs.fields import Choice, Field, Kind
from finbank_desktop.gui.dialogs.preview import Preview, PreviewRow

if TYPE_CHECKING:
    from finbank_desktop.gui.settings import Settings
    from finbank_desktop.services.catalog import Services

_MUITOS = 1000
_MES = timedelta(days=31)


class DebitoAction(Action):
    """Something done with debits."""

    topic = "debitos"

    def load(self) -> Any:
        """Return the contracts that may be chosen."""
        query = ListQuery(quantidade=_MUITOS, filtros={"ativo": True})
        return self.services.debitos.cadastros.list_convenios(query).linhas

    @staticmethod
    def contract_field(loaded: Any) -> Field:
        """Return the box of contracts."""
        choices = [Choice(value=int(row["id"]), text=f"{row['descricao']} · banco {row['banco']}") for row in loaded]
        if not choices:
            choices = [Choice(value=0, text="Cadastre um convênio de débito")]
        primeiro = choices[0].value
        return Field(name="convenio_id", words="Con&vênio de débito", kind=Kind.CHOICE, value=primeiro, choices=choices)


class CriarDebitosAction(DebitoAction):
    """Makes debits of open contas a receber: those chosen, or all that are due."""

    title = "Criar débitos"
    sentence = (
        "Cada conta a receber em aberto de um cliente com consentimento vira um débito; as de um boleto vão juntas, "
        "pelo IDBOLETO dele. Nada vai ao banco antes da remessa."
    )

    def fields(self, loaded: Any) -> Sequence[Field]:
        """Ask for the contract, and until when when no conta was chosen."""
        campos = [self.contract_field(loaded)]
        if not self.ids:
            ate = self.today + _MES
            campos.append(Field(name="ate", words="Contas que vencem &até", kind=Kind.DATE, value=ate))
        return campos

    def plan(self, values: Mapping[str, Any]) -> Preview:
        """Plan them."""
        debitos = self.services.debitos.debitos
        convenio = values["convenio_id"] or 0
        if not convenio:
            return Preview(plan=None, rows=(), commit="Criar débitos")
        contas = self.ids or debitos.candidates(convenio, values["ate"] or self.today)
        plan = debitos.plan_emissao(convenio, contas)
        rows = [
            PreviewRow(
                titulo=f"{row.cliente} · {format_brl(row.valor)}",
                efeito=row.efeito,
                goes=row.goes,
                remark=next((f"{p.message} {p.fix}".strip() for p in row.problems), ""),
                tem_aviso=bool(row.problems),
            )
            for row in plan.rows
        ]
        return Preview(plan=plan, rows=tuple(rows), commit=f"Criar {_debitos(len(plan.going))}")

    def apply(self, plan: Any) -> Feito:
        """Make them."""
        feitos = self.services.debitos.debitos.apply(plan)
        return Feito(texto=f"{_debitos(len(feitos))} criados; gere a remessa para pedi-los ao banco.")


class GerarDebitosAction(DebitoAction):
    """Writes the remessa of a contract."""

    title = "Gerar remessa de débito"
    sentence = (
        "O arquivo pede ao banco que debite os seus clientes. Até o retorno, cada débito fica agendado e não se edita."
    )

    def __init__(self, services: "Services", ids: Sequence[int], settings: "Settings") -> None:
        """Send the debits *ids*, or all that wait; *settings* keep the folder."""
        super().__init__(services, ids)
        self._settings = settings
        self.pasta = Path(settings.last_folder("remessas"))

    def fields(self, loaded: Any) -> Sequence[Field]:
        """Ask for the contract."""
        return (self.contract_field(loaded),)

    def explain(self, values: Mapping[str, Any]) -> str:
        """Say where the file will lie."""
        del values
        return f"O arquivo será salvo em {self.pasta}."

    def plan(self, values: Mapping[str, Any]) -> Preview:
        """Plan the file."""
        convenio = values["convenio_id"] or 0
        if not convenio:
            return Preview(plan=None, rows=(), commit="Gerar remessa")
        remessas = self.services.debitos.remessas
        plan = remessas.plan(convenio, self.ids or None)
        rows = [
            PreviewRow(
                titulo=f"{row.debito.consentimento.nome} · {row.debito.seu_numero}",
                efeito=row.efeito,
                goes=row.goes and bool(plan.conteudo),
                remark=next((p.fix for p in row.problems), ""),
                tem_aviso=bool(row.problems),
            )
            for row in plan.rows
        ]
        quantos = formats.count(len(plan.going), "movimento", "movimentos")
        return Preview(
            plan=plan,
            rows=tuple(rows),
            commit=f"Gerar remessa com {quantos}",
            problems=(*plan.problems, *remessas.check_pasta(plan, self.pasta)),
            resumo=f"{plan.arquivo}: remessa nº {plan.sequencia}, {format_brl(plan.valor)}.",
        )

    def apply(self, plan: Any) -> Feito:
        """Write it."""
        feita = self.services.debitos.remessas.apply(plan, self.pasta)
        onde = self.pasta / feita.arquivo
        return Feito(texto=f"Remessa nº {feita.sequencia} salva em {onde}. Falta enviá-la ao banco.")

    def extra(self) -> Extra | None:
        """Offer another folder."""
        return Extra(text="Escolher pasta…", icon="pasta", run=self._choose)

    def _choose(self, dialog: Any) -> None:
        chosen = QFileDialog.getExistingDirectory(dialog, "Pasta das remessas", str(self.pasta))
        if chosen:
            self.pasta = Path(chosen)
            self._settings.remember_folder("remessas", self.pasta)
            dialog.plan_anew()


class _EachAction(DebitoAction):
    """Does the same to each of the chosen debits."""

    verbo = ""
    feito = ""

    def load(self) -> Any:
        """Ask nothing."""
        return None

    def plan(self, values: Mapping[str, Any]) -> Preview:
        """Show what happens to each."""
        rows = []
        for row_id in self.ids:
            debito = self.services.debitos.debitos.get(row_id).debito
            efeito, goes = self.effect(debito, values)
            titulo = f"{debito.consentimento.nome} · {format_brl(debito.valor)}"
            rows.append(PreviewRow(titulo=titulo, efeito=efeito, goes=goes))
        going = sum(row.goes for row in rows)
        return Preview(plan=dict(values), rows=tuple(rows), commit=f"{self.verbo} {_debitos(going)}")

    def effect(self, debito: Any, values: Mapping[str, Any]) -> tuple[str, bool]:
        """Return what happens to *debito*, and whether anything does."""
        raise LookupError(f"{type(self).__name__} does nothing to {debito!r} with {dict(values)!r}")

    def each(self, row_id: int, values: Mapping[str, Any]) -> Any:
        """Do it to one."""
        raise LookupError(f"{type(self).__name__} does nothing to {row_id} with {dict(values)!r}")

    def apply(self, plan: Any) -> Feito:
        """Do it to all that it can be done to."""
        feitos = 0
        for row_id in self.ids:
            if self.effect(self.services.debitos.debitos.get(row_id).debito, plan)[1]:
                self.each(row_id, plan)
                feitos += 1
        return Feito(texto=f"{_debitos(feitos)}: {self.feito}.")


class CancelarDebitosAction(_EachAction):
    """Cancels debits."""

    title = "Cancelar débitos"
    sentence = "Um débito que o banco ainda não tem é cancelado já; o que está agendado é pedido de volta na remessa."
    danger = True
    verbo = "Cancelar"
    feito = "cancelamento registrado"

    def effect(self, debito: Any, values: Mapping[str, Any]) -> tuple[str, bool]:
        """See `_EachAction.effect`."""
        del values
        nome = debito.situacao.name
        if nome in ("EM_ABERTO", "RECUSADO"):
            return "Fica cancelado; as contas a receber continuam em aberto.", True
        if nome == "AGENDADO":
            return "O pedido de cancelamento vai na próxima remessa; até o retorno o banco ainda pode debitar.", True
        return f"Fica como está: {debito.situacao.lower()}.", False

    def each(self, row_id: int, values: Mapping[str, Any]) -> Any:
        """See `_EachAction.each`."""
        del values
        return self.services.debitos.debitos.cancel(row_id)


class _DayAction(_EachAction):
    """Something that needs another day."""

    def fields(self, loaded: Any) -> Sequence[Field]:
        """Ask for the day."""
        del loaded
        quando = self.today + timedelta(days=5)
        return (Field(name="vencimento", words="&Dia do débito", kind=Kind.DATE, value=quando),)

    def day(self, values: Mapping[str, Any]) -> date:
        """Return the day that was entered."""
        dia: date = values["vencimento"] or self.today
        return dia


class ReenviarDebitosAction(_DayAction):
    """Asks for refused debits again."""

    title = "Corrigir e reenviar"
    sentence = "O débito recusado volta a esperar a remessa, com outro número, para o dia que você disser."
    verbo = "Reenviar"
    feito = "esperam a próxima remessa"

    def effect(self, debito: Any, values: Mapping[str, Any]) -> tuple[str, bool]:
        """See `_EachAction.effect`."""
        if debito.situacao.name != "RECUSADO":
            return f"Fica como está: {debito.situacao.lower()}. Só um recusado é reenviado.", False
        return f"Debitar em {self.day(values):%d/%m/%Y}. O banco tinha recusado: {debito.detalhe}.", True

    def each(self, row_id: int, values: Mapping[str, Any]) -> Any:
        """See `_EachAction.each`."""
        return self.services.debitos.debitos.send_again(row_id, self.day(values))


class MudarDiaAction(_DayAction):
    """Moves the day of debits that no bank knows."""

    title = "Mudar o dia do débito"
    sentence = "Só muda o dia de débitos que ainda não foram ao banco."
    verbo = "Mudar o dia de"
    feito = "dia mudado"

    def effect(self, debito: Any, values: Mapping[str, Any]) -> tuple[str, bool]:
        """See `_EachAction.effect`."""
        if debito.situacao.name != "EM_ABERTO":
            return f"Fica como está: {debito.situacao.lower()}.", False
        return f"Debitar em {self.day(values):%d/%m/%Y}.", True

    def each(self, row_id: int, values: Mapping[str, Any]) -> Any:
        """See `_EachAction.each`."""
        return self.services.debitos.debitos.change_vencimento([row_id], self.day(values))


def _debitos(quantos: int) -> str:
    return formats.count(quantos, "débito", "débitos")
