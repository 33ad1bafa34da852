"""The rules of the reconciliation: in their order, proposed, and learned."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.pages.acting_dialog import ActingDialog
from finbank_desktop.gui.widgets.buttons import Button

_COLUNAS = (
    Coluna(chave="ordem", titulo="Ordem", tipo=TipoColuna.NUMERO, largura=7),
    Coluna(chave="contem", titulo="Contém as palavras", largura=36),
    Coluna(chave="propoe", titulo="Propõe", largura=30),
    Coluna(chave="de", titulo="De onde vem", largura=24),
)


class RegrasDialog(ActingDialog):
    """Rules in their order, rules worth having, and what was learned."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        """Read all three."""
        super().__init__(
            parent,
            desk,
            "Regras da conciliação",
            "São tentadas de cima para baixo; a primeira que serve vale. Depois da segunda vez que você diz a mesma "
            "coisa, o programa propõe uma regra.",
            _COLUNAS,
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
