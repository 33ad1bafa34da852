"""The assistant *Importar retorno de pagamento*: files, preview, result."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.widgets.filter_bar import Opcao
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.wizards.decisao_pagamento_dialog import DecisaoPagamentoDialog
from finbank_desktop.gui.wizards.retorno_frame import Abas, RetornoFrame
from finbank_desktop.gui.wizards.retorno_pages import ConferenciaPage
from finbank_desktop.gui.wizards.retorno_resultado import ResultadoPage
from finbank_desktop.services.jobs import Watcher
from finbank_desktop.services.pagamentos import retorno_wizard
from finbank_desktop.services.retorno_wizard import RetornoDraft

if TYPE_CHECKING:
    from finbank_desktop.services.pagamentos.retorno_model import RetornoPagamentoPlan, RetornoPagamentoRow

_COLUNAS = (
    Coluna(chave="favorecido", titulo="Favorecido", largura=28),
    Coluna(chave="forma", titulo="Forma", largura=16),
    Coluna(chave="data_prevista", titulo="Pagar em", tipo=TipoColuna.DATA, largura=11),
    Coluna(chave="valor", titulo="A pagar", tipo=TipoColuna.VALOR, largura=12),
    Coluna(chave="valor_pago", titulo="Pago", tipo=TipoColuna.VALOR, largura=12),
    Coluna(chave="data_pagamento", titulo="Pago em", tipo=TipoColuna.DATA, largura=11),
    Coluna(chave="efeito", titulo="O que vai acontecer", largura=60),
    Coluna(chave="texto", titulo="Ocorrência", largura=30),
    Coluna(chave="motivos", titulo="Motivos do banco", largura=40),
    Coluna(chave="autenticacao", titulo="Autenticação", largura=22),
    Coluna(chave="seu_numero", titulo="Seu número", largura=12),
    Coluna(chave="line", titulo="Linha", tipo=TipoColuna.NUMERO, largura=6),
)
_TALVEZ = frozenset({"motivos", "autenticacao", "data_pagamento", "valor_pago"})
"""Columns that are left out when no row has anything in them."""


def table_rows(plano: "RetornoPagamentoPlan") -> dict[str, list[Mapping[str, Any]]]:
    """Return the plan's rows by tab, as the tables show them; may run beside the window."""
    abas: dict[str, list[Mapping[str, Any]]] = {aba: [] for aba in retorno_wizard.TITULOS_ABAS}
    for number, row in enumerate(plano.rows):
        shown = {coluna.chave: getattr(row, coluna.chave) for coluna in _COLUNAS if coluna.chave != "motivos"}
        shown["motivos"] = "; ".join(f"{motivo.codigo} {motivo.texto}" for motivo in row.motivos)
        shown["o_que_fazer"], shown["id"] = row.o_que_fazer, number
        abas.setdefault(str(row.tab), []).append(shown)
    return abas


class ConferenciaPagamentoPage(ConferenciaPage):
    """Shows what one file will do to the contas a pagar, tab by tab."""

    titulos = retorno_wizard.TITULOS_ABAS
    said = ("Pago, segundo o arquivo", "Será dado como pago", "Aceitos, ainda a pagar", "favorecido")

    def __init__(self) -> None:
        """Begin without a plan; say what aceite and confirmação are."""
        super().__init__()
        self.body.insertWidget(
            2,
            label(
                "Aceite só confirma que o banco vai pagar: a conta continua agendada. Confirmação diz que ele pagou: a "
                "conta é dada como paga.",
                "small",
                wrap=True,
            ),
        )

    def columns(self, aba: str, rows: Sequence[Mapping[str, Any]]) -> tuple[Coluna, ...]:
        """Return the columns; those in which no row has anything are left out."""
        del aba
        return tuple(each for each in _COLUNAS if each.chave not in _TALVEZ or any(row.get(each.chave) for row in rows))

    def sum_up(self, plano: "RetornoPagamentoPlan") -> str:
        """Return one sentence about everything that will be written."""
        return retorno_wizard.summary(plano)

    def third_figure(self, plano: "RetornoPagamentoPlan") -> str:
        """Return how many were accepted."""
        return formats.count(plano.tabs.get("confirmacoes", 0), "pagamento", "pagamentos")

    def can_decide(self, row: "RetornoPagamentoRow") -> bool:
        """Whether a person may decide about *row*."""
        return bool(row.pode) or row.decisao is not None


class ResultadoPagamentoPage(ResultadoPage):
    """Tells what became of each file."""

    titulos = retorno_wizard.TITULOS_ABAS
    done = "Pronto: as contas a pagar estão atualizadas"

    def sum_up(self, draft: RetornoDraft) -> str:
        """Return one sentence about what became of all the files."""
        return retorno_wizard.closing(draft)

    def further(self, contagens: Mapping[str, int]) -> list[tuple[str, tuple[str, str, str]]]:
        """Offer what was refused."""
        if not contagens.get("rejeicoes"):
            return []
        words = formats.count(contagens["rejeicoes"], "recusado", "recusados")
        return [(f"{words}: corrigir e reenviar", ("situacao", "Recusado", "Recusado"))]


class RetornoPagamentoWizard(RetornoFrame):
    """Reads retornos of payments, shows each plan, writes exactly that plan."""

    TITLE = "Importar retorno de pagamento"
    topic = "retornos-pagamento"

    def __init__(self, parent: QWidget | None, desk: Desk, paths: Sequence[Path] = ()) -> None:
        """Begin with *paths*, or by asking for them."""
        conferencia, resultado = ConferenciaPagamentoPage(), ResultadoPagamentoPage()
        super().__init__(parent, desk, conferencia, resultado, paths)

    def make_plan(
        self, path: Path, watcher: Watcher, decisoes: Mapping[int, Any]
    ) -> tuple["RetornoPagamentoPlan", Abas]:
        """Return the plan of the file and its rows by tab."""
        plano = self.desk.services.retornos_pagamento.plan(path, watcher, decisoes=decisoes, rever=True)
        return plano, table_rows(plano)

    def write_plan(self, plano: "RetornoPagamentoPlan", watcher: Watcher, *, importar_assim_mesmo: bool) -> Any:
        """Write it."""
        retornos = self.desk.services.retornos_pagamento
        return retornos.apply(plano, watcher, importar_assim_mesmo=importar_assim_mesmo)

    def label_commit(self, plano: "RetornoPagamentoPlan") -> str:
        """Return verb and number."""
        return retorno_wizard.commit_label(plano)

    def open_decision(self, plano: "RetornoPagamentoPlan", row: "RetornoPagamentoRow") -> None:
        """Ask what becomes of the row."""
        dialog = DecisaoPagamentoDialog(self, self.desk, plano, row)
        dialog.decided.connect(self.decide)
        dialog.open()

    def follow_up(self, chave: str, words: str, value: object) -> None:
        """Show the contas a pagar that the result names."""
        self.desk.section_wanted.emit("contas-pagar", {chave: Opcao(words, value)})
        self._sure = True
        self.close()
