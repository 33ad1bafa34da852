"""*Retornos de pagamento*: the files by which banks answer our payments, what each did, and taking one back."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.pages.choices import periods
from finbank_desktop.gui.pages.importacoes_base import SITUACOES, ImportacoesBase
from finbank_desktop.gui.pages.list_spec import ListSpec
from finbank_desktop.gui.pages.retorno_dialogs import DesfazerDialog, ImportacaoSheet
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.counted_tabs import CountedTab, CountedTabs
from finbank_desktop.gui.widgets.filter_bar import Filtro
from finbank_desktop.services.pagamentos.dda_model import TITULOS_ABAS as TITULOS_DDA
from finbank_desktop.services.pagamentos.retorno_wizard import TITULOS_ABAS

if TYPE_CHECKING:
    from finbank_desktop.services.pagamentos.desfazer import DesfazerPagamentoPlan
    from finbank_desktop.services.pagamentos.retornos import ImportacaoPagamentoDetalhe

_HIDDEN = frozenset({"arquivo", "registros", "nao_localizados"})
_LINHAS = (
    Coluna(chave="linha", titulo="Linha", tipo=TipoColuna.NUMERO, largura=7),
    Coluna(chave="conta", titulo="Conta a pagar", largura=14),
    Coluna(chave="texto", titulo="Ocorrência", largura=34),
    Coluna(chave="valor", titulo="Valor", tipo=TipoColuna.VALOR, largura=13),
    Coluna(chave="efeito", titulo="O que aconteceu", largura=70),
    Coluna(chave="espera", titulo="Espera você", largura=12),
)


class RetornosPagamentoPage(ImportacoesBase):
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
            filtros=(Filtro("data_emissao", "Data emissão", periods), Filtro("situacao", "Situação", SITUACOES)),
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
        super().__init__(desk, spec, desk.services.retornos_pagamento, desk.paid_wanted)

    def sheet(self, detalhe: "ImportacaoPagamentoDetalhe") -> "ImportacaoPagamentoDialog":
        """Return the window that shows *detalhe*."""
        return ImportacaoPagamentoDialog(self.window(), detalhe)

    def waits(self, row: dict[str, Any]) -> bool:
        """Whether a line of the import in *row* was put off; its list does not know which were decided since."""
        return bool((row.get("nao_localizados") or 0) + (row.get("conferir") or 0))

    def show_undo(self, plan: "DesfazerPagamentoPlan") -> None:
        """Show what undoing takes back, by *plan*."""
        retornos = self.desk.services.retornos_pagamento
        said = [(row.linha, row.efeito) for row in plan.rows]
        dialog = DesfazerDialog(self.window(), self.desk, plan, said, lambda: retornos.desfazer(plan))
        dialog.undone.connect(lambda words: self.message.say(words, Tone.SUCCESS))
        dialog.open()


class ImportacaoPagamentoDialog(ImportacaoSheet):
    """Every line of an import and what it did, tab by tab."""

    def __init__(self, parent: QWidget | None, detalhe: "ImportacaoPagamentoDetalhe") -> None:
        """Show *detalhe*."""
        super().__init__(parent, detalhe)
        self.tabs = CountedTabs("Linhas da importação por tipo", "Nenhuma linha deste tipo no arquivo.")
        rows = _rows(detalhe)
        titulos = {**TITULOS_ABAS, **{str(aba): titulo for aba, titulo in TITULOS_DDA.items()}}
        shown = [(titulo, rows.get(aba, [])) for aba, titulo in titulos.items()]
        self.tabs.show_tabs([CountedTab(titulo, _LINHAS, linhas) for titulo, linhas in shown if linhas])
        self.body.addWidget(self.tabs, 1)
        self.offer(detalhe)


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
