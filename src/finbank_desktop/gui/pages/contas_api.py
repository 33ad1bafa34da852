"""*Contas de API*: the convênios that register by a bank's interface, and whether their accounts serve."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from finbank_desktop.domain.listas import Coluna, ListQuery, Pagina, TipoColuna
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.dialogs.conta_api import ContaApiDialog
from finbank_desktop.gui.dialogs.preview import words
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.pages.list_spec import ListSpec
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.filter_bar import Filtro, Opcao
from finbank_desktop.gui.widgets.verbs import Verb, needs_one

if TYPE_CHECKING:
    from finbank_desktop.services.registros.contas import ContaApiInfo

COLUNAS = (
    Coluna(chave="carteira", titulo="ID da carteira", largura=14),
    Coluna(chave="convenio", titulo="Convênio", largura=28),
    Coluna(chave="api", titulo="API", largura=18),
    Coluna(chave="ambiente", titulo="Ambiente", tipo=TipoColuna.SELO, largura=16),
    Coluna(chave="situacao", titulo="Situação", tipo=TipoColuna.SELO, largura=14),
    Coluna(chave="certificado", titulo="Certificado até", tipo=TipoColuna.DATA, largura=14),
    Coluna(chave="falta", titulo="O que falta", largura=50),
)
_AVISO = 30
VENCE = Opcao("Certificado vence em até 30 dias", _AVISO)


class ContasApiPage(ListPage):
    """Lists the accounts of the chosen empresa."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        spec = ListSpec(
            key="contas-api",
            title="Contas de API",
            icon="convenios",
            one="conta de API",
            many="contas de API",
            colunas=COLUNAS,
            fetch=lambda query: page_of(desk, query),
            filtros=(Filtro("certificado", "Certificado", (VENCE,)),),
            hint="Filtrar por convênio ou API",
            empty=(
                "Nenhuma conta de API",
                "Com uma conta de API o convênio registra os boletos direto no banco, na hora, sem remessa.",
            ),
            empty_verb="Nova conta de API",
            help_link="O que preciso pedir ao banco?",
            markable=False,
        )
        verbs = (
            Verb(
                text="Nova conta de API", icon="novo", run=lambda _ids: self.edit(0), shortcut="Ctrl+N", kind="primary"
            ),
            Verb(text="Editar", icon="editar", run=lambda ids: self.edit(ids[0]), reason=needs_one),
            Verb(text="Testar conexão", icon="enviado", run=self.test, reason=needs_one),
        )
        super().__init__(desk, spec, verbs)

    def open_row(self, row_id: int) -> None:
        """Change the account."""
        self.edit(row_id)

    def edit(self, row_id: int) -> None:
        """Show an account; a new one when *row_id* is 0."""
        ContaApiDialog(self.window(), self.desk, row_id, lambda said: self.message.say(said, Tone.SUCCESS)).open()

    def test(self, ids: Sequence[int]) -> None:
        """Speak to the bank of an account."""
        self.message.say("Falando com o banco…", Tone.INFO)
        contas = self.desk.services.registros.contas
        self.desk.call(
            self,
            "Testando a conta de API",
            lambda _watcher: contas.testar(ids[0]),
            lambda _none: self.message.say("O banco respondeu: chaves e permissões valem.", Tone.SUCCESS),
            lambda error: self.message.say(explain(error), Tone.DANGER),
        )


def page_of(desk: Desk, query: ListQuery) -> Pagina:
    """Return the accounts that *query* asks for, in its order."""
    linhas = [_row(info) for info in desk.services.registros.contas.list(query.filtros.get("empresa_id"))]
    within = query.filtros.get("certificado")
    if within is not None:
        linhas = [row for row in linhas if row["dias"] is not None and row["dias"] <= within]
    for word in query.busca.casefold().split():
        linhas = [row for row in linhas if word in f"{row['carteira']} {row['convenio']} {row['api']}".casefold()]
    ordem = query.ordem or "carteira"
    linhas.sort(key=lambda row: (row[ordem] is None, str(row[ordem] or "")), reverse=query.decrescente)
    return Pagina(linhas=tuple(linhas[query.inicio : query.inicio + query.quantidade]), total=len(linhas), somas={})


def _row(info: "ContaApiInfo") -> Mapping[str, Any]:
    errors = [problem for problem in info.problems if problem.is_error and problem.field != "ativa"]
    situacao = "Inativa" if not info.conta.ativa else "Incompleta" if errors else "Ativa"
    return {
        "id": info.conta.id,
        "carteira": info.convenio.codigo,
        "convenio": info.convenio.descricao,
        "api": info.titulo,
        "ambiente": str(info.conta.ambiente),
        "situacao": situacao,
        "certificado": info.conta.certificado.validade if info.conta.certificado else None,
        "dias": info.dias,
        "falta": " ".join(words(problem) for problem in info.problems if problem.field != "ativa"),
    }
