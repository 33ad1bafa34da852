"""*Retornos de pagamento*: the files by which banks answer our payments, what each did, and taking one back."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.pages.choices import periods
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.pages.list_spec import ListSpec
from finbank_desktop.gui.pages.retorno_dialogs import DesfazerDialog
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.counted_tabs import CountedTab, CountedTabs
from finbank_desktop.gui.widgets.filter_bar import Filtro, Opcao
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog
from finbank_desktop.gui.widgets.verbs import Verb, needs_one
from finbank_desktop.services import retorno_pasta
from finbank_desktop.services.pagamentos.dda_model import TITULOS_ABAS as TITULOS_DDA
from finbank_desktop.services.pagamentos.retorno_wizard import TITULOS_ABAS

if TYPE_CHECKING:
    from finbank_desktop.services.pagamentos.desfazer import DesfazerPagamentoPlan
    from finbank_desktop.services.pagamentos.retornos import ImportacaoPagamentoDetalhe

_SITUACOES = (Opcao("Importada", "Importada"), Opcao("Desfeita", "Desfeita"))
_HIDDEN = frozenset({"arquivo", "registros", "nao_localizados"})
_LINHAS = (
    Coluna(chave="linha", titulo="Linha", tipo=TipoColuna.NUMERO, largura=7),
    Coluna(chave="conta", titulo="Conta a pagar", largura=14),
    Coluna(chave="texto", titulo="Ocorrência", largura=34),
    Coluna(chave="valor", titulo="Valor", tipo=TipoColuna.VALOR, largura=13),
    Coluna(chave="efeito", titulo="O que aconteceu", largura=70),
    Coluna(chave="espera", titulo="Espera você", largura=12),
)


class RetornosPagamentoPage(ListPage):
    """Lists imported retornos of payments, and files of DDA."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        spec = ListSpec(
            key="retornos-pagamento",
            title="Retornos de pagamento",
            icon="retornos",
            one="arquivo importado",
            many="arquivos importados",
            colunas=desk.services.retornos_pagamento.COLUNAS,
            fetch=desk.services.retornos_pagamento.list,
            filtros=(Filtro("data_emissao", "Data emissão", periods), Filtro("situacao", "Situação", _SITUACOES)),
            hint="Filtrar por código, arquivo ou usuário",
            hidden=_HIDDEN,
            empty=(
                "Nenhum retorno importado",
                "O banco devolve primeiro o aceite e depois a confirmação do que pagou. Baixe o arquivo e solte aqui.",
            ),
            empty_verb="Importar retorno de pagamento",
            help_link="Aceite ou confirmação?",
            markable=False,
        )
        verbs = (
            Verb(
                text="Importar retorno de pagamento",
                icon="retornos",
                run=lambda _ids: desk.paid_wanted.emit([]),
                kind="primary",
            ),
            Verb(text="Ver o que mudou", icon="visualizar", run=self._show_import, reason=needs_one),
            Verb(text="Decidir o que espera", icon="editar", run=self._decide, reason=self._why_not_decide),
            Verb(
                text="Desfazer importação",
                icon="importacoes",
                run=self.undo,
                reason=self._why_not_undo,
                in_bar=False,
            ),
        )
        super().__init__(desk, spec, verbs)

    def open_row(self, row_id: int) -> None:
        """Show what the import did."""
        self._show_import([row_id])

    def _show_import(self, ids: Sequence[int]) -> None:
        retornos = self.desk.services.retornos_pagamento
        self.desk.read(self, lambda: retornos.get(ids[0]), self._show_detalhe, self._failed)

    def _show_detalhe(self, detalhe: "ImportacaoPagamentoDetalhe") -> None:
        dialog = ImportacaoPagamentoDialog(self.window(), detalhe)
        dialog.undo_wanted.connect(lambda: self.undo([detalhe.importacao.id]))
        dialog.decision_wanted.connect(lambda: self._open_again(detalhe.importacao.arquivo))
        dialog.open()

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)

    # --- what waits

    def _why_not_decide(self, ids: Sequence[int]) -> str:
        row = self.current_row() or {}
        waits = (row.get("nao_localizados") or 0) + (row.get("conferir") or 0)
        return needs_one(ids) or ("" if waits else "Nenhuma linha deste arquivo espera uma decisão.")

    def _decide(self, _ids: Sequence[int]) -> None:
        self._open_again(str((self.current_row() or {})["arquivo"]))

    def _open_again(self, nome: str) -> None:
        folder = self.desk.settings.last_folder("retornos-pagamento")
        self.desk.read(
            self,
            lambda: retorno_pasta.find_again(folder, nome),
            lambda found: self._import_again(found, nome),
            self._failed,
        )

    def _import_again(self, found: Path | None, nome: str) -> None:
        """Begin the assistant with the file: its bytes are not kept, so it may have to be shown again."""
        if found is None:
            start = str(self.desk.settings.folder("retornos-pagamento"))
            chosen, _kind = QFileDialog.getOpenFileName(self, f"Onde está o arquivo {nome}?", start)
            found = Path(chosen) if chosen else None
        if found is not None:
            self.desk.paid_wanted.emit([found])

    # --- taking back

    def _why_not_undo(self, ids: Sequence[int]) -> str:
        undone = str((self.current_row() or {}).get("situacao")) == "Desfeita"
        return needs_one(ids) or ("Esta importação já foi desfeita." if undone else "")

    def undo(self, ids: Sequence[int]) -> None:
        """Show what undoing the import takes back, or what stands in the way."""
        retornos = self.desk.services.retornos_pagamento
        self.desk.read(self, lambda: retornos.plan_desfazer(ids[0]), self._show_undo, self._failed)

    def _show_undo(self, plan: "DesfazerPagamentoPlan") -> None:
        retornos = self.desk.services.retornos_pagamento
        said = [(row.linha, row.efeito) for row in plan.rows]
        dialog = DesfazerDialog(self.window(), self.desk, plan, said, lambda: retornos.desfazer(plan))
        dialog.undone.connect(lambda words: self.message.say(words, Tone.SUCCESS))
        dialog.open()


class ImportacaoPagamentoDialog(SheetDialog):
    """Every line of an import and what it did, tab by tab.

    Attributes:
        undo_wanted: The import should be taken back.
        decision_wanted: The lines that wait should be decided.
    """

    undo_wanted = Signal()
    decision_wanted = Signal()

    def __init__(self, parent: QWidget | None, detalhe: "ImportacaoPagamentoDetalhe") -> None:
        """Show *detalhe*."""
        importacao = detalhe.importacao
        number = f" · retorno nº {importacao.numero}" if importacao.numero is not None else ""
        when = formats.show(importacao.importada_em)
        super().__init__(
            parent,
            f"Importação {importacao.codigo} · {importacao.arquivo}",
            f"{importacao.tipo}{number} · {detalhe.convenio} · {when} por {importacao.usuario} · {importacao.situacao}",
        )
        self.tabs = CountedTabs("Linhas da importação por tipo", "Nenhuma linha deste tipo no arquivo.")
        rows = _rows(detalhe)
        titulos = {**TITULOS_ABAS, **{str(aba): titulo for aba, titulo in TITULOS_DDA.items()}}
        shown = [(titulo, rows.get(aba, [])) for aba, titulo in titulos.items()]
        self.tabs.show_tabs([CountedTab(titulo, _LINHAS, linhas) for titulo, linhas in shown if linhas])
        self.body.addWidget(self.tabs, 1)
        waiting = len(detalhe.esperam)
        self.decide_button = self.add_further(Button("Decidir o que espera…", icon="editar", clicked=self._decide))
        self.decide_button.allow("" if waiting else "Nenhuma linha deste arquivo espera uma decisão.")
        self.undo_button = self.add_further(Button("Desfazer importação…", icon="importacoes", clicked=self._undo))
        undone = str(importacao.situacao) == "Desfeita"
        self.undo_button.allow("Esta importação já foi desfeita." if undone else "")
        if waiting:
            words = formats.count(waiting, "linha espera", "linhas esperam")
            self.notice.say(f"{words} uma decisão sua.", Tone.WARNING)

    def _undo(self) -> None:
        self.close()
        self.undo_wanted.emit()

    def _decide(self) -> None:
        self.close()
        self.decision_wanted.emit()


def _rows(detalhe: "ImportacaoPagamentoDetalhe") -> dict[str, list[dict[str, Any]]]:
    abas: dict[str, list[dict[str, Any]]] = {}
    for number, linha in enumerate(detalhe.linhas):
        conta = detalhe.contas.get(linha.conta_pagar_id or 0)
        abas.setdefault(str(linha.tab).lower(), []).append(
            {
                "id": number,
                "linha": linha.linha,
                "conta": conta.codigo if conta is not None else "",
                "texto": f"{linha.codigo} {linha.texto}".strip(),
                "valor": linha.valor,
                "efeito": linha.efeito,
                "espera": "Sim" if linha.linha in detalhe.esperam else "",
            }
        )
    return abas
