"""*Conta de e-mail*: the account an empresa sends by, tried before it is trusted."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from finbank_desktop.domain.correio import PORTAS, ContaEmail, Seguranca
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.dialogs.fields import Choice, Field, FieldGrid, Kind
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.scroller import Scroller
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog


class ContaEmailDialog(SheetDialog):
    """Asks for server, login and sender; the password goes to the keyring."""

    def __init__(self, parent: QWidget | None, desk: Desk, done: Callable[[str], object]) -> None:
        """*done* is told in one sentence what was saved."""
        super().__init__(
            parent,
            "Conta de e-mail",
            "De onde os boletos saem. Servidor, porta e segurança o seu provedor informa em “SMTP”.",
            (720, 620),
        )
        self.desk, self._done = desk, done
        self._conta = ContaEmail(empresa_id=desk.empresa_id, servidor="", nome="", endereco="")
        self.grid: FieldGrid | None = None
        self.where = label("", "muted", wrap=True)
        self.test_button = self.add_further(Button("Testar", "", icon="enviado", clicked=self.test))
        self.test_button.explain("Manda uma mensagem desta conta para ela mesma")
        self.close_button.setText("Fechar sem salvar")
        self.commit = self.add_commit("Salvar conta", self.save)
        self.commit.setDefault(True)
        self.desk.read(self, self._load, self._loaded, self._failed)

    def _load(self) -> tuple[ContaEmail | None, str, bool]:
        correio = self.desk.services.correio
        conta = correio.conta(self.desk.empresa_id)
        return conta, str(correio.where()), conta is not None and correio.has_senha(conta)

    def _loaded(self, loaded: tuple[ContaEmail | None, str, bool]) -> None:
        found, where, has_senha = loaded
        conta = self._conta = found or self._conta
        self.grid = FieldGrid(
            [
                Field(name="servidor", words="Ser&vidor SMTP", kind=Kind.TEXT, value=conta.servidor, wide=True),
                Field(
                    name="seguranca",
                    words="Se&gurança",
                    kind=Kind.CHOICE,
                    value=conta.seguranca,
                    choices=[Choice(value=each, text=str(each)) for each in Seguranca],
                ),
                Field(name="porta", words="&Porta", kind=Kind.NUMBER, value=conta.porta),
                Field(name="usuario", words="&Usuário", kind=Kind.TEXT, value=conta.usuario),
                Field(name="senha", words="Sen&ha", kind=Kind.TEXT),
                Field(name="nome", words="&Nome do remetente", kind=Kind.TEXT, value=conta.nome),
                Field(name="endereco", words="&E-mail do remetente", kind=Kind.TEXT, value=conta.endereco),
                Field(
                    name="responder_para",
                    words="&Respostas para (se for outro)",
                    kind=Kind.TEXT,
                    value=conta.responder_para,
                    wide=True,
                ),
            ]
        )
        edits = self.grid.form.edits
        senha = edits["senha"]
        if isinstance(senha, QLineEdit):
            senha.setEchoMode(QLineEdit.EchoMode.Password)
            senha.setPlaceholderText("já guardada" if has_senha and conta.usuario else "")
        seguranca: Any = edits["seguranca"]
        seguranca.currentIndexChanged.connect(lambda _at: self._usual_port())
        self.where.setText(where)
        self.body.addWidget(Scroller(self.grid), 1)
        self.body.addWidget(self.where)
        first = self.grid.first()
        if first is not None:
            first.setFocus()

    def _usual_port(self) -> None:
        if self.grid is None:
            return
        porta = self.grid.form.edits["porta"]
        if isinstance(porta, QSpinBox) and porta.value() in PORTAS.values():
            porta.setValue(PORTAS[Seguranca(self.grid.values()["seguranca"])])

    def _entered(self) -> tuple[ContaEmail, str] | None:
        """Return the account and the password in the fields; ``None`` after saying what is wrong."""
        if self.grid is None:
            return None
        values = self.grid.values()
        senha = str(values.pop("senha"))
        conta = replace(self._conta, **(values | {"seguranca": Seguranca(values["seguranca"])}))
        problems = self.desk.services.correio.problems_conta(conta)
        self.grid.show_problems(problems)
        if problems:
            self.grid.form.focus_first(problems)
            return None
        return conta, senha

    def test(self) -> None:
        """Send a message from the account to itself, as it stands in the fields."""
        entered = self._entered()
        if entered is None:
            return
        self.test_button.allow("Aguarde: falando com o servidor.")
        self.message.say("Falando com o servidor…", Tone.INFO)
        self.desk.post(
            self,
            "Testando a conta de e-mail",
            lambda _watcher: self.desk.services.correio.testar(*entered),
            self._tested,
            self._failed,
        )

    def _tested(self, sentence: str) -> None:
        self.test_button.allow("")
        self.message.say(sentence, Tone.SUCCESS)

    def save(self) -> None:
        """Save what stands in the fields."""
        entered = self._entered()
        if entered is not None:
            self.desk.write(
                self,
                "Salvando a conta de e-mail",
                lambda _watcher: self.desk.services.correio.save_conta(*entered),
                self._saved,
                self._failed,
            )

    def _saved(self, saved: tuple[ContaEmail, str]) -> None:
        conta, guarda = saved
        self.close()
        self._done(f"Conta {conta.endereco} salva. {guarda}" if conta.usuario else f"Conta {conta.endereco} salva.")

    def _failed(self, error: Exception) -> None:
        self.test_button.allow("")
        self.message.say(explain(error), Tone.DANGER)
