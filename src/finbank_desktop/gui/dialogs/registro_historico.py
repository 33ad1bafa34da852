"""The journal of one title's registration: every send, answer, look-up and decision."""

from typing import Any

from PySide6.QtWidgets import QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog, table_of

_COLUNAS = (
    Coluna(chave="quando", titulo="Quando", tipo=TipoColuna.DATA_HORA, largura=18),
    Coluna(chave="passo", titulo="O que foi", largura=14),
    Coluna(chave="resultado", titulo="Resultado", largura=24),
    Coluna(chave="mensagem", titulo="Mensagem da API", largura=60),
    Coluna(chave="usuario", titulo="Usuário", largura=12),
)


class HistoricoDialog(SheetDialog):
    """Shows the journal of a boleto; where the bank registered something else than asked, it may be accepted here."""

    def __init__(self, parent: QWidget | None, desk: Desk, boleto_id: int) -> None:
        """Read what is known of *boleto_id*."""
        super().__init__(parent, "Histórico da comunicação", f"ID da cobrança {boleto_id:06d}")
        self.desk, self._boleto_id = desk, boleto_id
        self.accept_button = self.add_commit("Conferi: aceitar como está no banco", self._accept, kind="")
        self.accept_button.hide()
        desk.read(self, lambda: desk.services.registros.get(boleto_id), self._loaded, self._failed)

    def _loaded(self, detalhe: Any) -> None:
        registro = detalhe.registro
        if registro is None:
            self.notice.say("Este boleto ainda não foi comunicado.", Tone.INFO)
            return
        self.sentence.setText(f"{self.sentence.text()} · chave {registro.chave} · {registro.estado}")
        if registro.is_held:
            self.notice.say(
                f"O banco registrou com diferença: {'; '.join(registro.divergencias)}. O boleto não é impresso "
                "antes de você conferir.",
                Tone.WARNING,
            )
            self.accept_button.show()
        rows = [
            {
                "id": each.id,
                "quando": each.quando,
                "passo": str(each.passo),
                "resultado": each.resultado,
                "mensagem": each.mensagem,
                "usuario": each.usuario,
            }
            for each in detalhe.tentativas
        ]
        table = table_of(_COLUNAS, rows, "Histórico")
        self.body.addWidget(table, 1)
        table.setFocus()

    def _accept(self) -> None:
        registros, boleto_id = self.desk.services.registros, self._boleto_id
        self.desk.write(
            self,
            "Anotando a conferência",
            lambda _watcher: registros.liberar(boleto_id),
            lambda _registro: self.close(),
            self._failed,
        )

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)
