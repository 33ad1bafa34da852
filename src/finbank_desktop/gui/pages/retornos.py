"""*Retornos*: the files that came back from the banks, and what each did."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.models.rows import RowsModel
from finbank_desktop.gui.pages.choices import periods
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.pages.list_spec import ListSpec
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.filter_bar import Filtro
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.table import Table
from finbank_desktop.gui.widgets.verbs import Verb, needs_one
from finbank_desktop.services.retorno_wizard import TITULOS_ABAS

KOPER = ("codigo", "numero", "tipo", "data_emissao", "importada_em", "usuario")
"""The six columns that are always meant, in this order: Código, Nº Retorno, Tipo, Datas, Usuário."""

_LINHAS = (
    Coluna(chave="linha", titulo="Linha", tipo=TipoColuna.NUMERO, largura=7),
    Coluna(chave="pagador", titulo="Pagador", largura=28),
    Coluna(chave="texto", titulo="Ocorrência", largura=28),
    Coluna(chave="valor_pago", titulo="Pago", tipo=TipoColuna.VALOR, largura=13),
    Coluna(chave="tarifa", titulo="Tarifa", tipo=TipoColuna.VALOR, largura=9),
    Coluna(chave="efeito", titulo="O que aconteceu", largura=70),
)


class RetornosPage(ListPage):
    """Lists imported retornos."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        colunas: Sequence[Coluna] = desk.services.retornos.COLUNAS
        spec = ListSpec(
            key="retornos",
            title="Retornos",
            icon="retornos",
            one="arquivo importado",
            many="arquivos importados",
            colunas=colunas,
            fetch=desk.services.retornos.list,
            filtros=(Filtro("data_emissao", "Data emissão", periods),),
            hint="Filtrar por código, arquivo ou usuário",
            hidden=frozenset(coluna.chave for coluna in colunas) - set(KOPER),
            empty=("Nenhum retorno importado", "Baixe o arquivo .RET no site do banco e solte aqui."),
            empty_verb="Importar retorno",
            help_link="Onde baixo no meu banco?",
            markable=False,
        )
        verbs = (
            Verb(
                text="Importar retorno",
                icon="retornos",
                run=lambda _ids: desk.import_wanted.emit([]),
                kind="primary",
            ),
            Verb(text="Ver o que mudou", icon="visualizar", run=self._open, reason=needs_one),
        )
        super().__init__(desk, spec, verbs)

    def open_row(self, row_id: int) -> None:
        """Show what the import did."""
        self._show_import([row_id])

    def _open(self, ids: Any) -> None:
        if isinstance(ids, int):
            super()._open(ids)
        else:
            self._show_import(ids)

    def _show_import(self, ids: Sequence[int]) -> None:
        self.desk.read(
            self,
            lambda: self.desk.services.importacoes.get(ids[0]),
            lambda detalhe: ImportacaoDialog(self.window(), detalhe).open(),
            lambda error: self.message.say(explain(error), Tone.DANGER),
        )


class ImportacaoDialog(QDialog):
    """Every line of an import and what it did, tab by tab."""

    def __init__(self, parent: QWidget, detalhe: Any) -> None:
        """Show *detalhe*, an ``ImportacaoDetalhe``."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        importacao = detalhe.importacao
        self.setWindowTitle(f"Importação {importacao.codigo}")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(8))
        column.addWidget(label(f"Importação {importacao.codigo} · {importacao.arquivo}", "h1", wrap=True))
        when = formats.show(importacao.importada_em)
        number = f" · retorno nº {importacao.numero}" if importacao.numero is not None else ""
        column.addWidget(
            label(
                f"{importacao.tipo}{number} · {detalhe.convenio} · {when} por {importacao.usuario}", "muted", wrap=True
            )
        )
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        rows = _rows(detalhe)
        for aba, titulo in TITULOS_ABAS.items():
            if rows.get(aba):
                model = RowsModel(_LINHAS)
                model.show_rows(rows[aba])
                table = Table(_LINHAS, model, marks=False, name=titulo)
                model.setParent(table)
                self.tabs.addTab(table, f"{titulo} ({len(rows[aba])})")
        column.addWidget(self.tabs, 1)
        bar = QHBoxLayout()
        bar.addStretch()
        bar.addWidget(Button("Fechar", "primary", clicked=self.close))
        column.addLayout(bar)
        self.resize(theme.size(980, 620))


def _rows(detalhe: Any) -> dict[str, list[dict[str, Any]]]:
    abas: dict[str, list[dict[str, Any]]] = {}
    for number, linha in enumerate(detalhe.linhas):
        abas.setdefault(str(linha.tab), []).append(
            {
                "id": number,
                "linha": linha.linha,
                "pagador": detalhe.pagadores.get(linha.boleto_id, ""),
                "texto": f"{linha.codigo} {linha.texto}".strip(),
                "valor_pago": linha.valor_pago,
                "tarifa": linha.tarifa,
                "efeito": linha.efeito,
            }
        )
    return abas
