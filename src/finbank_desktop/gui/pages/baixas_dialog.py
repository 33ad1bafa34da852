"""*Baixas do lançamento*: the items de baixa of a conta a receber, each with its lot."""

from typing import Any

from PySide6.QtWidgets import QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.models.rows import RowsModel
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.filter_bar import Opcao
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog
from finbank_desktop.gui.widgets.table import Table

_VALORES = ("valor", "juros", "multa", "desconto", "abatimento", "valor_pago")
_COLUNAS = (
    Coluna(chave="data", titulo="Pago em", tipo=TipoColuna.DATA, largura=11),
    Coluna(chave="data_credito", titulo="Crédito", tipo=TipoColuna.DATA, largura=11),
    Coluna(chave="valor", titulo="Principal", tipo=TipoColuna.VALOR, largura=14),
    Coluna(chave="juros", titulo="Juros", tipo=TipoColuna.VALOR, largura=11),
    Coluna(chave="multa", titulo="Multa", tipo=TipoColuna.VALOR, largura=11),
    Coluna(chave="desconto", titulo="Desconto", tipo=TipoColuna.VALOR, largura=10),
    Coluna(chave="abatimento", titulo="Abatimento", tipo=TipoColuna.VALOR, largura=11),
    Coluna(chave="valor_pago", titulo="Recebido", tipo=TipoColuna.VALOR, largura=14),
    Coluna(chave="forma", titulo="Como", largura=14),
    Coluna(chave="situacao", titulo="Situação", largura=22),
    Coluna(chave="lote", titulo="Lote", largura=8),
    Coluna(chave="processo", titulo="Processo", largura=32),
)


class BaixasDialog(SheetDialog):
    """Shows every settlement of a conta a receber, those taken back too."""

    def __init__(self, parent: QWidget | None, desk: Desk, conta_id: int, titulo: str) -> None:
        """Read the settlements of *conta_id*."""
        super().__init__(parent, f"Baixas · {titulo}", "Um item de baixa por recebimento.", (1240, 520))
        self._desk = desk
        self.model = RowsModel(_COLUNAS)
        self.table = Table(_COLUNAS, self.model, marks=False, name="Baixas do lançamento")
        self.model.setParent(self.table)
        self.body.addWidget(self.table, 1)
        self.lote = self.add_further(Button("Ver o lote", "", icon="agrupar", clicked=self._show_lote))
        self.lote.allow("Nenhuma baixa ainda.")
        self.table.opened.connect(lambda _row: self._show_lote())
        services = desk.services

        def load() -> Any:
            baixas = services.baixas.of_conta(conta_id)
            return baixas, services.lotes.of_baixas([baixa.id for baixa in baixas])

        desk.read(self, load, lambda loaded: self._show(*loaded), self._failed)

    def _show(self, baixas: Any, lotes: Any) -> None:
        self.model.show_rows([_row(baixa, lotes.get(baixa.id)) for baixa in baixas])
        if baixas:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.sentence.setText(
            formats.count(len(baixas), "item de baixa.", "itens de baixa.") if baixas else "Nenhuma baixa ainda."
        )
        self.lote.allow("" if lotes else "Nenhuma baixa daqui está em um lote.")

    def _show_lote(self) -> None:
        at = self.table.currentIndex()
        row = self.model.row(at.row()) if at.isValid() else {}
        if row.get("lote_id"):
            self.close()
            self._desk.section_wanted.emit("lotes", {"id": Opcao(f"Lote {row['lote']}", row["lote_id"])})
        else:
            self.message.say("Esta baixa é de antes de haver lotes.", Tone.INFO)

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)


def _row(baixa: Any, lote: Any) -> dict[str, Any]:
    estornada = f"Estornada em {formats.show(baixa.estornada_em)}" if baixa.estornada_em else "Estornada"
    return {
        "id": baixa.id,
        "data": baixa.data,
        "data_credito": baixa.data_credito,
        "forma": baixa.forma,
        "lote": lote.codigo if lote else "",
        "lote_id": lote.id if lote else None,
        "processo": lote.texto if lote else "",
        "situacao": "Vale" if baixa.stands else estornada,
        **{nome: getattr(baixa, nome) or None for nome in _VALORES},
    }
