"""*Conta de API*: through which bank's interface a convênio registers its boletos, tried before it is trusted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from finbank_desktop.domain.documentos import format_documento
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.registro import Ambiente, CertificadoApi, ContaApi
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.dialogs.comunicar import show_ambiente
from finbank_desktop.gui.dialogs.fields import Choice, Field, FieldGrid, Kind
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.cards import card
from finbank_desktop.gui.widgets.inline_message import InlineMessage
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.scroller import Scroller
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog

if TYPE_CHECKING:
    from finbank_desktop.services.registros.contas import AdaptadorInfo, ContaApiInfo

_KINDS = "Certificados (*.pfx *.p12 *.pem *.PFX *.P12 *.PEM);;Todos os arquivos (*)"
_PASTA = "certificados"
_OWN = "x_"
"""Before the names of what only one bank asks for, so that they do not meet the account's own."""
_SOON = 30
_TRUST = {
    "contrato": "pedidos e respostas gravados do banco",
    "documentacao": "só a documentação pública; experimente antes em homologação",
}


class ContaApiDialog(SheetDialog):
    """Asks for convênio, bank, environment, what the bank wants to know, and the certificate."""

    def __init__(self, parent: QWidget | None, desk: Desk, conta_id: int, done: Callable[[str], object]) -> None:
        """Show the account *conta_id*, a new one when it is 0; *done* is told in one sentence what was saved."""
        super().__init__(
            parent,
            "Conta de API" if conta_id else "Nova conta de API",
            "Um convênio com conta de API ativa registra os boletos direto no banco, sem remessa.",
            (820, 720),
        )
        self.desk, self._done = desk, done
        self._conta_id = conta_id
        self._info: ContaApiInfo | None = None
        self._adaptadores: dict[str, AdaptadorInfo] = {}
        self._convenios: Sequence[Mapping[str, Any]] = ()
        self._opened: Any = None
        self.grid: FieldGrid | None = None
        self.own: FieldGrid | None = None
        self.ambiente = InlineMessage(closable=False)
        self.trust = label("", "small", wrap=True)
        self.where = label("", "muted", wrap=True)
        self.senha = QLineEdit()
        self.senha.setEchoMode(QLineEdit.EchoMode.Password)
        self.senha.setAccessibleName("Senha do certificado")
        self.senha.setPlaceholderText("senha do certificado")
        self.certificate_button = Button("Abrir certi&ficado…", "", icon="pasta", clicked=self.choose_certificate)
        self.certificate = InlineMessage(closable=False)
        self.test_button = self.add_further(Button("&Testar conexão", "", icon="enviado", clicked=self.test))
        self.test_button.explain("Salva a conta e faz uma consulta inofensiva no banco")
        self.close_button.setText("Fechar sem salvar")
        self.commit = self.add_commit("Salvar conta", self.save)
        self.commit.setDefault(True)
        self._build()
        self.desk.read(self, self._load, self._loaded, self._failed)

    def _build(self) -> None:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, theme.px(8), 0)
        self._column.setSpacing(theme.px(12))
        self._well, column = card("well")
        column.addWidget(label("Certificado da empresa (A1)", "h3"))
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(self.senha, 1)
        line.addWidget(self.certificate_button)
        column.addLayout(line)
        column.addWidget(self.certificate)
        self._column.addWidget(self._well)
        self._column.addWidget(self.trust)
        self._column.addStretch()
        self.body.addWidget(self.ambiente)
        self.body.addWidget(Scroller(inside), 1)
        self.body.addWidget(self.where)

    # --- reading

    def _load(self) -> tuple[Any, ...]:
        contas, services = self.desk.services.registros.contas, self.desk.services
        infos = contas.list(self.desk.empresa_id or None)
        info = next((each for each in infos if each.conta.id == self._conta_id), None)
        query = ListQuery(quantidade=1000, filtros=self.desk.scope)
        taken = {each.conta.convenio_id for each in infos if each.conta.id != self._conta_id}
        rows = services.cadastros.list_convenios(query).linhas
        return info, contas.adaptadores(), [row for row in rows if row["id"] not in taken], str(contas.guarda())

    def _loaded(self, loaded: tuple[Any, ...]) -> None:
        info, adaptadores, convenios, where = loaded
        self._info, self._convenios = info, convenios
        self._adaptadores = {each.nome: each for each in adaptadores}
        conta = info.conta if info else ContaApi(convenio_id=int(convenios[0]["id"]) if convenios else 0, adaptador="")
        self.grid = FieldGrid(
            [
                Field(
                    name="convenio_id",
                    words="&Carteira (convênio)",
                    kind=Kind.CHOICE,
                    value=conta.convenio_id,
                    choices=[
                        Choice(value=int(row["id"]), text=f"{row['codigo']} · {row['descricao']} ({row['banco']})")
                        for row in convenios
                    ],
                    wide=True,
                ),
                Field(
                    name="adaptador",
                    words="&API do banco",
                    kind=Kind.CHOICE,
                    value=conta.adaptador,
                    choices=[Choice(value=each.nome, text=each.titulo) for each in adaptadores],
                ),
                Field(
                    name="ambiente",
                    words="Am&biente",
                    kind=Kind.CHOICE,
                    value=conta.ambiente,
                    choices=[Choice(value=each, text=str(each)) for each in Ambiente],
                ),
                Field(
                    name="ativa",
                    words="Ati&va: os boletos deste convênio vão por API, não por remessa",
                    kind=Kind.CHECK,
                    value=conta.ativa,
                    wide=True,
                ),
            ]
        )
        edits = self.grid.form.edits
        for name, changed in (("convenio_id", self._fit_adapters), ("ambiente", self._show_ambiente)):
            box: Any = edits[name]
            box.currentIndexChanged.connect(lambda _at, run=changed: run())
        adapters: Any = edits["adaptador"]
        adapters.currentIndexChanged.connect(lambda _at: self._show_own())
        self._column.insertWidget(0, self.grid)
        self.where.setText(where)
        if not convenios:
            self.notice.say("Todos os convênios desta empresa já têm conta de API, ou não há nenhum.", Tone.WARNING)
            self.commit.allow("Cadastre antes um convênio.")
        self._fit_adapters()
        self._show_ambiente()
        self._show_certificate(conta.certificado)
        first = self.grid.first()
        if first is not None:
            first.setFocus()

    # --- what depends on the choices

    @property
    def _adaptador(self) -> "AdaptadorInfo | None":
        return self._adaptadores.get(str(self.grid.values()["adaptador"])) if self.grid else None

    def _fit_adapters(self) -> None:
        """Offer only the interfaces that serve the convênio's bank."""
        if self.grid is None:
            return
        wanted = self.grid.values()["convenio_id"]
        banco = next((str(row["banco"]) for row in self._convenios if row["id"] == wanted), "")
        box: Any = self.grid.form.edits["adaptador"]
        kept = box.currentData() or (self._info.conta.adaptador if self._info else "")
        fitting = [each for each in self._adaptadores.values() if each.banco in ("", banco)]
        fitting.sort(key=lambda each: (not each.banco, each.titulo))
        if isinstance(box, QComboBox):
            box.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            box.clear()
            for each in fitting:
                box.addItem(each.titulo, each.nome)
            box.setCurrentIndex(max(box.findData(kept), 0))
            box.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._show_own()

    def _show_own(self) -> None:
        """Ask for what the chosen bank wants to know."""
        if self.own is not None:
            self._column.removeWidget(self.own)
            self.own.deleteLater()
            self.own = None
        adaptador = self._adaptador
        self._well.setVisible(adaptador is not None and adaptador.mtls)
        if adaptador is None:
            self.trust.setText("")
            return
        same = self._info is not None and self._info.conta.adaptador == adaptador.nome
        parametros = self._info.conta.parametros if self._info and same else {}
        guardados = self._info.segredos if self._info and same else frozenset[str]()
        self.own = FieldGrid(
            [
                Field(
                    name=_OWN + campo.nome,
                    words=campo.titulo if campo.obrigatorio else f"{campo.titulo} (se houver)",
                    kind=Kind.TEXT,
                    value="" if campo.segredo else parametros.get(campo.nome, ""),
                )
                for campo in adaptador.campos
            ]
        )
        for campo in adaptador.campos:
            edit = self.own.form.edits[_OWN + campo.nome]
            edit.setToolTip(campo.ajuda)
            if isinstance(edit, QLineEdit) and campo.segredo:
                edit.setEchoMode(QLineEdit.EchoMode.Password)
                edit.setPlaceholderText("já guardado" if campo.nome in guardados else "segredo: vai para o cofre")
        self._column.insertWidget(1, self.own)
        self.trust.setText(
            f"{adaptador.titulo}: confiança por {_TRUST.get(adaptador.confianca, adaptador.confianca)}. "
            f"Fonte: {adaptador.fonte}."
        )

    def _show_ambiente(self) -> None:
        if self.grid is not None:
            show_ambiente(self.ambiente, Ambiente(self.grid.values()["ambiente"]))

    def _show_certificate(self, certificado: CertificadoApi | None) -> None:
        if certificado is None:
            self.certificate.say("Nenhum certificado ainda: digite a senha e abra o arquivo .pfx.", Tone.INFO)
            return
        left = (certificado.validade - date.today()).days  # noqa: DTZ011 - a day as the user counts it
        tone = Tone.DANGER if left < 0 else Tone.WARNING if left <= _SOON else Tone.SUCCESS
        ends = "venceu em" if left < 0 else "vale até"
        days = f" (faltam {formats.count(left, 'dia', 'dias')})" if 0 <= left <= _SOON else ""
        of = f", {format_documento(certificado.documento)}" if certificado.documento else ""
        self.certificate.say(f"{certificado.titular}{of}, {ends} {certificado.validade:%d/%m/%Y}{days}.", tone)

    # --- certificate

    def choose_certificate(self) -> None:
        """Ask for the certificate's file and open it with the password in the field."""
        start = str(self.desk.settings.folder(_PASTA))
        name, _kind = QFileDialog.getOpenFileName(self, "Certificado da empresa", start, _KINDS)
        if name:
            self.desk.settings.remember_folder(_PASTA, Path(name).parent)
            self.open_certificate(Path(name))

    def open_certificate(self, path: Path) -> None:
        """Open the file at *path* and show whose it is; it is kept when the account is saved."""
        senha, contas = self.senha.text(), self.desk.services.registros.contas
        self.desk.read(self, lambda: contas.open_certificate(path, senha), self._certificate_opened, self._not_opened)

    def _certificate_opened(self, opened: Any) -> None:
        self._opened = opened
        self.senha.clear()
        self._show_certificate(opened.publico)

    def _not_opened(self, error: Exception) -> None:
        self.certificate.say(explain(error), Tone.DANGER)
        self.senha.setFocus()

    # --- saving

    def _entered(self) -> tuple[ContaApi, dict[str, str]] | None:
        adaptador = self._adaptador
        if self.grid is None or self.own is None or adaptador is None:
            return None
        values = self.grid.values()
        own = {name.removeprefix(_OWN): str(value) for name, value in self.own.values().items()}
        secretos = {campo.nome for campo in adaptador.campos if campo.segredo}
        if values["convenio_id"] is None:
            self.grid.show_problems([Problem(message="Escolha a carteira.", field="convenio_id")])
            return None
        antes = self._info.conta if self._info else ContaApi(convenio_id=0, adaptador="")
        conta = replace(
            antes,
            convenio_id=int(values["convenio_id"]),
            adaptador=adaptador.nome,
            ambiente=Ambiente(values["ambiente"]),
            ativa=bool(values["ativa"]),
            parametros={name: value for name, value in own.items() if name not in secretos and value},
        )
        return conta, {name: value for name, value in own.items() if name in secretos and value}

    def save(self) -> None:
        """Save what stands in the fields."""
        self._write(self._saved_and_close)

    def test(self) -> None:
        """Save, then speak to the bank."""
        self._write(self._try)

    def _write(self, then: Callable[[ContaApi], object]) -> None:
        entered = self._entered()
        if entered is None:
            return
        contas, opened = self.desk.services.registros.contas, self._opened
        conta, segredos = entered

        def call(_watcher: object) -> tuple[ContaApi, Any]:
            feita = contas.save(conta, segredos)
            if opened is not None:
                feita = contas.keep_certificate(feita, opened)
            return feita, contas.of_convenio(feita.convenio_id)

        def done(saved: tuple[ContaApi, Any]) -> None:
            feita, self._info = saved
            self._conta_id, self._opened = feita.id, None
            then(feita)

        self.desk.write(self, "Salvando a conta de API", call, done, self._failed)

    def _saved_and_close(self, conta: ContaApi) -> None:
        self.close()
        info = self._info
        missing = [problem for problem in info.problems if problem.is_error] if info else []
        more = f" {missing[0].message} {missing[0].fix}".rstrip() if missing else ""
        self._done(f"Conta de API salva, ambiente {conta.ambiente}.{more}")

    def _try(self, conta: ContaApi) -> None:
        self._show_own()
        self._show_certificate(conta.certificado)
        self.test_button.allow("Aguarde: falando com o banco.")
        self.message.say("Conta salva. Falando com o banco…", Tone.INFO)
        contas = self.desk.services.registros.contas
        self.desk.call(
            self,
            "Testando a conta de API",
            lambda _watcher: contas.testar(conta.id),
            lambda _none: self._tested(conta),
            self._failed,
        )

    def _tested(self, conta: ContaApi) -> None:
        self.test_button.allow("")
        self.message.say(f"O banco respondeu: chaves e permissões valem ({conta.ambiente}).", Tone.SUCCESS)

    def _failed(self, error: Exception) -> None:
        self.test_button.allow("")
        self.message.say(explain(error), Tone.DANGER)
