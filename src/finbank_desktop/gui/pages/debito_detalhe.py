"""The windows of débito automático: one debit with its lançamentos and history, and what a remessa asked for."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QTabWidget, QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui.widgets.cards import FigureCard, figures
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog, table_of

_VALOR, _DATA, _NUMERO = TipoColuna.VALOR, TipoColuna.DATA, TipoColuna.NUMERO
_CONTAS = (
    Coluna(chave="codigo", titulo="Código", largura=10),
    Coluna(chave="documento", titulo="Documento", largura=16),
    Coluna(chave="vencimento", titulo="Vencimento", tipo=_DATA, largura=11),
    Coluna(chave="valor", titulo="No débito", tipo=_VALOR, largura=13),
    Coluna(chave="saldo", titulo="Em aberto", tipo=_VALOR, largura=13),
    Coluna(chave="situacao", titulo="Situação", tipo=TipoColuna.SELO, largura=20),
)
_BAIXAS = (
    Coluna(chave="data", titulo="Data", tipo=_DATA, largura=11),
    Coluna(chave="data_credito", titulo="Crédito", tipo=_DATA, largura=11),
    Coluna(chave="valor", titulo="Principal", tipo=_VALOR, largura=13),
    Coluna(chave="valor_pago", titulo="Recebido", tipo=_VALOR, largura=13),
    Coluna(chave="forma", titulo="Como", largura=22),
)
_EVENTOS = (
    Coluna(chave="quando", titulo="Quando", tipo=TipoColuna.DATA_HORA, largura=17),
    Coluna(chave="usuario", titulo="Usuário", largura=12),
    Coluna(chave="texto", titulo="O que houve", largura=80),
)
_ITENS = (
    Coluna(chave="ordem", titulo="Nº", tipo=_NUMERO, largura=5),
    Coluna(chave="cliente", titulo="Cliente", largura=30),
    Coluna(chave="movimento", titulo="Movimento", largura=26),
    Coluna(chave="seu_numero", titulo="Seu número", largura=13),
    Coluna(chave="valor", titulo="Valor", tipo=_VALOR, largura=13),
    Coluna(chave="situacao", titulo="Agora está", tipo=TipoColuna.SELO, largura=22),
)


class DebitoDialog(SheetDialog):
    """One debit: what it settles, its settlements, its history."""

    def __init__(self, parent: QWidget | None, detalhe: Any) -> None:
        """Show *detalhe*, a ``DebitoDetalhe``."""
        debito = detalhe.debito
        dono = debito.consentimento
        conta = f"banco {dono.banco}, agência {dono.agencia}, conta {dono.conta}-{dono.conta_dv}"
        detalhes = f" · {debito.detalhe}" if debito.detalhe else ""
        super().__init__(
            parent,
            f"Débito {debito.codigo} · {dono.nome}",
            f"{detalhe.convenio} · {conta} · {debito.situacao}{detalhes}",
        )
        self.body.addLayout(figures(_sums(debito)))
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.tabBar().setAccessibleName("Partes do débito")
        valores = {item.conta_receber_id: item.valor for item in debito.itens}
        contas = [
            {
                "id": each.id,
                "codigo": each.codigo,
                "documento": each.documento,
                "vencimento": each.vencimento,
                "valor": valores[each.id],
                "saldo": each.saldo,
                "situacao": each.situacao,
            }
            for each in detalhe.contas
        ]
        tabs.addTab(table_of(_CONTAS, contas, "Lançamentos"), f"Lançamentos ({len(contas)})")
        baixas = [_shown(each, _BAIXAS) for each in detalhe.baixas if each.stands]
        tabs.addTab(table_of(_BAIXAS, baixas, "Baixas"), f"Baixas ({len(baixas)})")
        eventos = [_shown(each, _EVENTOS) for each in detalhe.eventos]
        tabs.addTab(table_of(_EVENTOS, eventos, "História"), f"História ({len(eventos)})")
        self.body.addWidget(tabs, 1)


class HistoriaDialog(SheetDialog):
    """What happened to a consent and to its debits."""

    def __init__(self, parent: QWidget | None, titulo: str, eventos: Sequence[Any]) -> None:
        """Show *eventos*."""
        super().__init__(parent, titulo, "Do mais antigo ao mais novo.")
        self.body.addWidget(table_of(_EVENTOS, [_shown(each, _EVENTOS) for each in eventos], "História"), 1)


class RemessaDebitoDialog(SheetDialog):
    """What a remessa asked for."""

    def __init__(self, parent: QWidget | None, detalhe: Any) -> None:
        """Show *detalhe*, a ``RemessaDebitoDetalhe``."""
        remessa = detalhe.remessa
        super().__init__(
            parent,
            f"Remessa nº {remessa.sequencia} · {remessa.arquivo}",
            f"{detalhe.convenio} · {remessa.debitos} movimentos · {format_brl(remessa.valor)} · {remessa.situacao}",
        )
        rows = []
        for item in detalhe.itens:
            dono = detalhe.consentimentos[item.consentimento_id]
            debito = detalhe.debitos.get(item.debito_id)
            rows.append(
                {
                    "id": item.ordem,
                    "ordem": item.ordem,
                    "cliente": dono.nome,
                    "movimento": str(item.movimento),
                    "seu_numero": item.seu_numero,
                    "valor": debito.valor if debito else None,
                    "situacao": debito.situacao if debito else dono.situacao,
                }
            )
        self.body.addWidget(table_of(_ITENS, rows, "Movimentos da remessa"), 1)


def _sums(debito: Any) -> list[FigureCard]:
    shown = []
    dia = f"{debito.vencimento:%d/%m/%Y}" if debito.vencimento else "—"
    for words, figure in (
        ("Valor", format_brl(debito.valor)),
        ("Debitado", format_brl(debito.valor_debitado)),
        ("Débito em", dia),
        ("IDBOLETO", debito.idboleto or "—"),
    ):
        made = FigureCard(words)
        made.show_figure(figure)
        shown.append(made)
    return shown


def _shown(record: Any, colunas: Sequence[Coluna]) -> dict[str, Any]:
    return {"id": record.id, **{coluna.chave: getattr(record, coluna.chave) for coluna in colunas}}
