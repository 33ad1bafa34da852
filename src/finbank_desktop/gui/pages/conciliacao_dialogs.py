"""The windows of *Conciliação*: what is certain, the bin, what was done, rules, days and closing."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QInputDialog, QLineEdit, QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.models.rows import RowsModel
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.edits import DateEdit
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog, table_of
from finbank_desktop.gui.widgets.table import Table

_DATA, _VALOR = TipoColuna.DATA, TipoColuna.VALOR
_CERTOS = (
    Coluna(chave="data", titulo="Data", tipo=_DATA, largura=11),
    Coluna(chave="texto", titulo="No banco", largura=34),
    Coluna(chave="valor", titulo="Valor", tipo=_VALOR, largura=13),
    Coluna(chave="com", titulo="Nos seus livros", largura=40),
    Coluna(chave="porque", titulo="Por quê", largura=40),
)
_LIXEIRA = (*_CERTOS[:3], Coluna(chave="porque", titulo="Por quê", largura=40))
_FEITO = (
    Coluna(chave="quando", titulo="Quando", tipo=TipoColuna.DATA_HORA, largura=17),
    Coluna(chave="texto", titulo="O que foi feito", largura=80),
    Coluna(chave="usuario", titulo="Usuário", largura=12),
)
_REGRAS = (
    Coluna(chave="ordem", titulo="Ordem", tipo=TipoColuna.NUMERO, largura=7),
    Coluna(chave="contem", titulo="Contém as palavras", largura=36),
    Coluna(chave="propoe", titulo="Propõe", largura=30),
    Coluna(chave="de", titulo="De onde vem", largura=24),
)
_DIAS = (
    Coluna(chave="data", titulo="Dia", tipo=_DATA, largura=11),
    Coluna(chave="banco", titulo="No banco", tipo=_VALOR, largura=14),
    Coluna(chave="conciliado", titulo="Conciliado", tipo=_VALOR, largura=14),
    Coluna(chave="sistema", titulo="No sistema", tipo=_VALOR, largura=14),
    Coluna(chave="diferenca", titulo="Diferença", tipo=_VALOR, largura=14),
    Coluna(chave="pendentes", titulo="A conciliar", tipo=TipoColuna.NUMERO, largura=11),
    Coluna(chave="saldo", titulo="Saldo do banco", tipo=_VALOR, largura=14),
)


class CertosDialog(SheetDialog):
    """All that is certain, before it is written together.

    Attributes:
        accepted_plans: Exactly the plans that were shown.
    """

    accepted_plans = Signal(object)

    def __init__(self, parent: QWidget | None, plans: Sequence[Any]) -> None:
        """Show *plans*."""
        words = formats.count(len(plans), "lançamento", "lançamentos")
        super().__init__(
            parent, f"Conciliar {words}", "Só estão aqui os que não têm outra resposta. Cada um se desfaz por si."
        )
        self.plans = list(plans)
        rows = [
            {
                "id": number,
                "data": plan.linha.data,
                "texto": plan.linha.texto,
                "valor": plan.linha.valor,
                "com": ", ".join(name for name, _valor in plan.partes) or "Ignorar",
                "porque": plan.composicao.porque,
            }
            for number, plan in enumerate(self.plans)
        ]
        self.body.addWidget(table_of(_CERTOS, rows, "Lançamentos certos"), 1)
        self.commit = self.add_commit(f"Conciliar {words}", self._commit)
        self.commit.allow("" if plans else "Nenhum deles está completo.")
        self.close_button.setText("Cancelar")

    def _commit(self) -> None:
        self.accepted_plans.emit(self.plans)
        self.close()


class _ActingDialog(SheetDialog):
    """A table that is read anew after each thing done to its rows."""

    def __init__(
        self, parent: QWidget | None, desk: Desk, title: str, sentence: str, colunas: Sequence[Coluna]
    ) -> None:
        super().__init__(parent, title, sentence)
        self.desk = desk
        self.model = RowsModel(colunas)
        self.table = Table(tuple(colunas), self.model, marks=False, name=title)
        self.model.setParent(self.table)
        self.body.addWidget(self.table, 1)

    def current(self) -> Any:
        """Return the id of the chosen row; ``None`` for none."""
        at = self.table.currentIndex().row()
        return self.model.row(at)["id"] if 0 <= at < self.model.rowCount() else None

    def read(self, call: Callable[[], Any]) -> None:
        """Show the rows that *call* returns."""
        self.desk.read(self, call, self.show_rows, self.failed)

    def show_rows(self, rows: Sequence[dict[str, Any]]) -> None:
        """Show *rows*."""
        at = max(self.table.currentIndex().row(), 0)
        self.model.show_rows(rows)
        if rows:
            self.table.setCurrentIndex(self.model.index(min(at, len(rows) - 1), 0))

    def act(self, title: str, call: Callable[[], Any], done: str) -> None:
        """Do *call* and say *done*."""
        self.desk.write(self, title, lambda _watcher: call(), lambda _result: self._done(done), self.failed)

    def _done(self, words: str) -> None:
        self.message.say(words, Tone.SUCCESS)
        self.reload()

    def reload(self) -> None:
        """Read the rows anew."""

    def failed(self, error: Exception) -> None:
        """Say what went wrong."""
        self.message.say(explain(error), Tone.DANGER)


class LixeiraDialog(_ActingDialog):
    """The ignored lines of an account."""

    def __init__(self, parent: QWidget | None, desk: Desk, conta_id: int) -> None:
        """Read the bin of *conta_id*."""
        super().__init__(parent, desk, "Lixeira", "Lançamentos ignorados; nenhum se perde.", _LIXEIRA)
        self._conta_id = conta_id
        self.back = self.add_commit("Recuperar", self._recover)
        self.table.opened.connect(lambda _row: self._recover())
        self.reload()

    def reload(self) -> None:
        """Read the bin."""
        self.read(
            lambda: [
                {"id": x.id, "data": x.data, "texto": x.texto, "valor": x.valor, "porque": x.motivo}
                for x in self.desk.services.conciliacao.ignoradas(self._conta_id)
            ]
        )

    def show_rows(self, rows: Sequence[dict[str, Any]]) -> None:
        """Show *rows*."""
        super().show_rows(rows)
        self.back.allow("" if rows else "A lixeira está vazia.")

    def _recover(self) -> None:
        row = self.current()
        if row is not None:
            self.act("Recuperando", lambda: self.desk.services.conciliacao.recuperar(row), "De volta à conciliação.")


class HistoricoDialog(_ActingDialog):
    """What was reconciled or ignored, newest first, each with its undoing."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        """Read what was done."""
        super().__init__(parent, desk, "Histórico da conciliação", "Cada linha pode ser desfeita por si.", _FEITO)
        self.undo = self.add_commit("Desfazer", self._undo)
        self.reload()

    def reload(self) -> None:
        """Read what was done."""
        self.read(
            lambda: [
                {"id": x.id, "quando": x.quando, "texto": x.texto, "usuario": x.usuario}
                for x in self.desk.services.conciliacao.historico(200)
            ]
        )

    def show_rows(self, rows: Sequence[dict[str, Any]]) -> None:
        """Show *rows*."""
        super().show_rows(rows)
        self.undo.allow("" if rows else "Nada foi conciliado ainda.")

    def _undo(self) -> None:
        row, service = self.current(), self.desk.services.operacoes
        if row is not None:
            self.act("Desfazendo", lambda: service.desfazer(service.plan_desfazer(row)), "Desfeito.")


class RegrasDialog(_ActingDialog):
    """Rules in their order, rules worth having, and what was learned."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        """Read all three."""
        super().__init__(
            parent,
            desk,
            "Regras da conciliação",
            "São tentadas de cima para baixo; a primeira que serve vale. Depois da segunda vez que você diz a mesma "
            "coisa, o programa propõe uma regra.",
            _REGRAS,
        )
        self._found: dict[str, Any] = {}
        self.words, self.category = QLineEdit(), QLineEdit()
        self.words.setAccessibleName("Palavras que o lançamento deve conter")
        self.category.setAccessibleName("Categoria que a regra propõe")
        self.action = QComboBox()
        self.action.setAccessibleName("O que a regra propõe")
        self.action.addItem("Categoria", "categoria")
        self.action.addItem("Ignorar", "ignorar")
        self.sign = QComboBox()
        self.sign.setAccessibleName("Créditos ou débitos")
        for text, value in (("Créditos e débitos", ""), ("Só créditos", "credito"), ("Só débitos", "debito")):
            self.sign.addItem(text, value)
        form = QFormLayout()
        form.addRow("Contém as &palavras", self.words)
        form.addRow("P&ropõe", self.action)
        form.addRow("&Categoria", self.category)
        form.addRow("&Vale para", self.sign)
        self.body.addLayout(form)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._fill())
        for text, icon, run in (
            ("Subir", "seta-cima", lambda: self._move(up=True)),
            ("Descer", "seta-baixo", lambda: self._move(up=False)),
            ("Excluir ou esquecer", "limpar-filtros", self._delete),
            ("Nova regra", "novo", self._begin),
        ):
            self.add_further(Button(text, "", icon=icon, clicked=run))
        self.save = self.add_commit("Salvar regra", self._save)
        self.reload()

    def reload(self) -> None:
        """Read rules, proposals and what was learned."""
        service, empresa = self.desk.services.conciliacao, self.desk.empresa_id
        self.read(
            lambda: [
                *(_rule(f"r{x.id}", n, x, "Regra") for n, x in enumerate(service.regras(empresa), start=1)),
                *(
                    _rule(f"p{n}", None, x, "Proposta: salve para valer")
                    for n, x in enumerate(service.regras_propostas(empresa))
                ),
                *(
                    {
                        "id": f"a{x.id}",
                        "ordem": None,
                        "contem": x.chave,
                        "propoe": x.categoria,
                        "de": f"Aprendida, {formats.count(x.vezes, 'vez', 'vezes')}",
                        "of": x,
                    }
                    for x in service.aprendidas(empresa)
                ),
            ]
        )

    def show_rows(self, rows: Sequence[dict[str, Any]]) -> None:
        """Show *rows*."""
        self._found = {row["id"]: row["of"] for row in rows}
        super().show_rows(rows)
        self._fill()

    def _fill(self) -> None:
        key = self.current()
        of = self._found.get(key or "")
        if of is None:
            return
        learned = str(key).startswith("a")
        self.words.setText(of.chave if learned else of.contem)
        self.category.setText(of.categoria)
        self.action.setCurrentIndex(max(self.action.findData("categoria" if learned else of.acao), 0))
        self.sign.setCurrentIndex(max(self.sign.findData("" if learned else of.sinal), 0))
        self.save.setText("Salvar regra" if str(key).startswith("r") else "Criar regra")

    def _begin(self) -> None:
        self.table.clearSelection()
        self.table.setCurrentIndex(self.model.index(-1, -1))
        self.words.clear()
        self.category.clear()
        self.save.setText("Criar regra")
        self.words.setFocus()

    def _save(self) -> None:
        key = str(self.current() or "")
        service = self.desk.services.conciliacao
        values = {
            "contem": self.words.text().strip(),
            "acao": str(self.action.currentData()),
            "categoria": self.category.text().strip(),
            "sinal": str(self.sign.currentData()),
        }
        known = self._found.get(key)
        if key.startswith("r") and known is not None:
            regra = replace(known, **values)
        else:
            regra = service.new_regra(self.desk.empresa_id, **values)
        self.act("Salvando a regra", lambda: service.save_regra(regra), "Regra salva.")

    def _move(self, *, up: bool) -> None:
        key = str(self.current() or "")
        if key.startswith("r"):
            service = self.desk.services.conciliacao
            self.act("Mudando a ordem", lambda: service.move_regra(int(key[1:]), up=up), "Ordem mudada.")

    def _delete(self) -> None:
        key, service = str(self.current() or ""), self.desk.services.conciliacao
        if key.startswith("r"):
            self.act("Excluindo", lambda: service.delete_regra(int(key[1:])), "Regra excluída.")
        elif key.startswith("a"):
            self.act("Esquecendo", lambda: service.esquecer(int(key[1:])), "Esquecido.")


def _rule(key: str, place: int | None, regra: Any, source: str) -> dict[str, Any]:
    propoe = "Ignorar" if regra.acao == "ignorar" else regra.categoria
    return {"id": key, "ordem": place, "contem": regra.contem, "propoe": propoe, "de": source, "of": regra}


class DiasDialog(_ActingDialog):
    """Bank and books by day; closing a period and opening it again."""

    def __init__(self, parent: QWidget | None, desk: Desk, conta_id: int) -> None:
        """Read the days of *conta_id*."""
        super().__init__(
            parent,
            desk,
            "Saldos por dia",
            "O que o banco movimentou, quanto disso está conciliado e o que os seus livros dizem do mesmo dia.",
            _DIAS,
        )
        self._conta_id = conta_id
        self._closings: Sequence[Any] = ()
        self.until = DateEdit()
        self.until.set_value(date.today() - timedelta(days=1))  # noqa: DTZ011 - a day as the user counts it
        self.until.setAccessibleName("Fechar o período até")
        self.state = label("", "muted", wrap=True)
        words = label("&Fechar até", "")
        words.setBuddy(self.until)
        line = QHBoxLayout()
        line.addWidget(self.state, 1)
        line.addWidget(words)
        line.addWidget(self.until)
        self.body.addLayout(line)
        self.reopen = self.add_further(Button("Reabrir o período…", "", icon="atualizar", clicked=self._reopen))
        self.shut = self.add_commit("Fechar o período", self._close_period)
        self.reload()

    def reload(self) -> None:
        """Read days and closings."""
        services, conta_id = self.desk.services, self._conta_id
        self.read(
            lambda: [
                {"id": n, **{coluna.chave: getattr(day, coluna.chave) for coluna in _DIAS}}
                for n, day in enumerate(reversed(services.conciliacao.dias(conta_id)))
            ]
        )
        self.desk.read(self, lambda: services.fechamentos.list(conta_id), self._show_closings, self.failed)

    def _show_closings(self, closings: Sequence[Any]) -> None:
        self._closings = closings
        standing = [each for each in closings if each.reaberto_em is None]
        opened = [each for each in closings if each.reaberto_em is not None]
        said = f"Fechado até {formats.show(standing[0].ate)}." if standing else "Nenhum período está fechado."
        if opened:
            last = opened[0]
            said += f" Reaberto por {last.reaberto_por} em {formats.show(last.reaberto_em)}: {last.motivo}."
        self.state.setText(said)
        self.reopen.allow("" if standing else "Nenhum período está fechado.")

    def _close_period(self) -> None:
        ate = self.until.value()
        if ate is None:
            self.message.say(self.until.problem() or "Diga até que dia fechar.", Tone.WARNING)
            return
        service = self.desk.services.fechamentos
        self.act("Fechando o período", lambda: service.fechar(self._conta_id, ate), "Período fechado.")

    def _reopen(self) -> None:
        standing = [each for each in self._closings if each.reaberto_em is None]
        why, sure = QInputDialog.getText(self, "Reabrir o período", "Por que o período é reaberto? Fica registrado.")
        if sure and standing:
            service = self.desk.services.fechamentos
            self.act("Reabrindo", lambda: service.reabrir(standing[0].id, why), "Período reaberto.")
