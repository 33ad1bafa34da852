"""*Confira no site do banco*: where only a person can find out whether the bank has a title, she is asked."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.dialogs.fields import Field, FieldGrid, Kind
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog


class SiteDoBancoDialog(SheetDialog):
    """Shows by what a title is found at the bank, and takes one of two answers."""

    def __init__(self, parent: QWidget | None, desk: Desk, boleto_id: int, done: Callable[[Any], object]) -> None:
        """*done* is given the registration as the answer leaves it."""
        super().__init__(
            parent,
            "Confira no site do banco",
            "O programa não tem como saber se este título foi registrado: enviá-lo de novo poderia cobrar o cliente "
            "duas vezes. Procure-o no site do banco e responda.",
            (680, 440),
        )
        self.desk, self._boleto_id, self._done = desk, boleto_id, done
        self.facts = label("", "", wrap=True, selectable=True)
        self.said = label("", "muted", wrap=True, selectable=True)
        self.grid = FieldGrid(
            [
                Field(
                    name="linha_digitavel",
                    words="&Linha digitável que o site mostra (se estiver registrado)",
                    kind=Kind.TEXT,
                    wide=True,
                ),
                Field(name="nosso_numero", words="Nosso &número que o site mostra", kind=Kind.TEXT, wide=True),
            ]
        )
        for each in (self.facts, self.said, self.grid):
            self.body.addWidget(each)
        self.body.addStretch()
        self.close_button.setText("Responder depois")
        self.no_button = self.add_commit("&Não está registrado", self._absent, kind="")
        self.yes_button = self.add_commit("Está &registrado", self._present)
        self._allow("Aguarde: lendo o título.")
        self.desk.read(self, self._load, self._loaded, self._failed)

    def _allow(self, reason: str) -> None:
        self.no_button.allow(reason)
        self.yes_button.allow(reason)

    def _load(self) -> tuple[Any, Any]:
        services = self.desk.services
        return services.boletos.get(self._boleto_id), services.registros.get(self._boleto_id)

    def _loaded(self, loaded: tuple[Any, Any]) -> None:
        detalhe, known = loaded
        boleto, registro = detalhe.boleto, known.registro
        parts = [
            f"ID da cobrança {boleto.id:06d}",
            f"documento {boleto.numero_documento}",
            detalhe.pagador.nome,
            format_brl(boleto.valor),
            f"vence em {boleto.vencimento:%d/%m/%Y}",
        ]
        if boleto.nosso_numero_impresso:
            parts.append(f"nosso número {boleto.nosso_numero_impresso}")
        if registro is not None:
            parts.append(f"nossa chave {registro.chave}")
            when = f"Enviado em {registro.enviado_em:%d/%m/%Y %H:%M}. " if registro.enviado_em else ""
            self.said.setText(f"{when}{registro.mensagem}")
        self.facts.setText(" · ".join(parts))
        self._allow("" if registro is not None else "Este boleto ainda não foi comunicado.")
        first = self.grid.first()
        if first is not None:
            first.setFocus()

    def _present(self) -> None:
        values = self.grid.values()
        registros, boleto_id = self.desk.services.registros, self._boleto_id
        self._answer(
            lambda: registros.decidir_registrado(
                boleto_id, str(values["linha_digitavel"]), nosso_numero=str(values["nosso_numero"])
            )
        )

    def _absent(self) -> None:
        registros, boleto_id = self.desk.services.registros, self._boleto_id
        self._answer(lambda: registros.decidir_nao_registrado(boleto_id))

    def _answer(self, call: Callable[[], Any]) -> None:
        self._allow("Aguarde: anotando a resposta.")
        self.desk.write(self, "Anotando a resposta", lambda _watcher: call(), self._answered, self._failed)

    def _answered(self, registro: Any) -> None:
        self.close()
        self._done(registro)

    def _failed(self, error: Exception) -> None:
        self._allow("")
        self.message.say(explain(error), Tone.DANGER)
