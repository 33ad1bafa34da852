"""*Enviar instruções por API*: changes and baixas asked of titles that a bank's API registered."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from finbank_desktop.domain.listas import Coluna
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.dialogs.preview import words
from finbank_desktop.gui.models.rows import RowsModel
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog
from finbank_desktop.gui.widgets.table import Table
from finbank_desktop.services.jobs import Watcher

if TYPE_CHECKING:
    from finbank_desktop.services.registros.pedidos_api import PedidosPlan, ResultadoPedido

_COLUNAS = (
    Coluna(chave="codigo", titulo="ID da cobrança", largura=17),
    Coluna(chave="cliente", titulo="Cliente", largura=28),
    Coluna(chave="detalhe", titulo="Instrução", largura=36),
    Coluna(chave="efeito", titulo="O que vai acontecer", largura=60),
)


class PedidosApiDialog(SheetDialog):
    """Shows the instructions that wait, sends those that can be, and what the bank said of each."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        """Read what waits."""
        super().__init__(
            parent,
            "Enviar instruções por API",
            "Pedidos feitos em Boletos (mudar o vencimento, dar abatimento, baixar…) que esperam ir ao banco.",
        )
        self.desk = desk
        self.planos: Sequence[PedidosPlan] = ()
        self.model = RowsModel(_COLUNAS, parent=self)
        self.table = Table(_COLUNAS, self.model, marks=False, name="Instruções")
        self.body.addWidget(self.table, 1)
        self.commit = self.add_commit("Enviar instruções", self._commit)
        self.commit.setDefault(True)
        self.commit.allow("Aguarde: lendo o que espera.")
        desk.read(self, self._load, self._loaded, self._failed)

    def _load(self) -> list["PedidosPlan"]:
        registros = self.desk.services.registros
        contas = registros.contas.list(self.desk.empresa_id or None)
        return [registros.plan_pedidos(info.convenio.id) for info in contas if info.conta.ativa]

    def _loaded(self, planos: Sequence["PedidosPlan"]) -> None:
        self.planos = planos
        problems = [problem for plano in planos if plano.rows for problem in plano.problems if problem.is_error]
        if problems:
            self.notice.say(" ".join(dict.fromkeys(map(words, problems))), Tone.DANGER)
        rows = [row for plano in planos for row in plano.rows]
        self.model.show_rows([_shown(row, row.efeito) for row in rows])
        going = sum(len(plano.going) for plano in self._able())
        self.commit.setText(f"Enviar {formats.count(going, 'instrução', 'instruções')}")
        self.commit.allow("" if going else "Nenhuma instrução espera ir por API.")
        (self.commit if going else self.close_button).setFocus()

    def _able(self) -> list["PedidosPlan"]:
        return [plano for plano in self.planos if plano.going and not any(p.is_error for p in plano.problems)]

    def _commit(self) -> None:
        registros, planos = self.desk.services.registros, self._able()

        def send(watcher: Watcher) -> list["ResultadoPedido"]:
            return [feito for plano in planos for feito in registros.run_pedidos(plano, watcher)]

        self.commit.allow("Aguarde: falando com o banco.")
        self.message.say("Falando com o banco…", Tone.INFO)
        self.desk.call(self, "Enviando instruções por API", send, self._sent, self._failed)

    def _sent(self, feitos: Sequence["ResultadoPedido"]) -> None:
        said = {feito.boleto_id: feito.mensagem for feito in feitos}
        rows = [row for plano in self.planos for row in plano.rows]
        self.model.show_rows([_shown(row, said.get(row.boleto_id, row.efeito)) for row in rows])
        done = sum(feito.feito for feito in feitos)
        left = len(feitos) - done
        more = f" {formats.count(left, 'continua esperando', 'continuam esperando')}." if left else ""
        tone = Tone.WARNING if left else Tone.SUCCESS
        self.message.say(f"{formats.count(done, 'instrução aceita', 'instruções aceitas')} pelo banco.{more}", tone)
        self.commit.allow("O que podia ir já foi; feche e abra de novo para tentar o resto.")
        self.close_button.setFocus()

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)
        self.commit.allow("")


def _shown(row: Any, efeito: str) -> dict[str, Any]:
    return {
        "id": row.boleto_id,
        "codigo": row.codigo,
        "cliente": row.cliente,
        "detalhe": row.detalhe,
        "efeito": efeito,
    }
