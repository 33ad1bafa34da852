"""How many people approve a payment before a remessa takes it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog

_QUANTOS = ((1, "&Uma pessoa"), (2, "&Duas pessoas diferentes"))


class AprovacoesDialog(SheetDialog):
    """Asks for one or two."""

    def __init__(self, parent: QWidget | None, desk: Desk, configuracao: Any, said: Callable[[str], object]) -> None:
        """Show *configuracao*, a ``ConfiguracaoPagamentos``; *said* is told what was saved."""
        super().__init__(
            parent,
            "Quantos aprovam um pagamento",
            "Só vai à remessa o que foi aprovado. Quem muda o valor, a data ou o destino de um pagamento aprovado "
            "faz com que ele precise ser aprovado de novo.",
            (640, 340),
        )
        self._desk, self._configuracao, self._said = desk, configuracao, said
        self.group = QButtonGroup(self)
        for number, words in _QUANTOS:
            radio = QRadioButton(words)
            radio.setChecked(number == configuracao.aprovacoes)
            self.group.addButton(radio, number)
            self.body.addWidget(radio)
        self.body.addWidget(
            label("O programa sabe quem é quem pelo usuário do computador em que cada um trabalha.", "muted", wrap=True)
        )
        self.body.addStretch()
        self.close_button.setText("Cancelar")
        self.commit = self.add_commit("Salvar", self._save)
        self.commit.setDefault(True)
        self.group.button(configuracao.aprovacoes).setFocus()

    def _save(self) -> None:
        new = replace(self._configuracao, aprovacoes=self.group.checkedId())
        self.commit.allow("Aguarde: gravando.")
        self._desk.write(
            self,
            "Salvando quantos aprovam",
            lambda _watcher: self._desk.services.convenios_pagamento.save_configuracao(new),
            self._saved,
            self._failed,
        )

    def _saved(self, new: Any) -> None:
        self.close()
        self._said("Agora duas pessoas aprovam cada pagamento." if new.aprovacoes > 1 else "Agora uma pessoa aprova.")

    def _failed(self, error: Exception) -> None:
        self.commit.allow("")
        self.message.say(explain(error), Tone.DANGER)
