"""The choices of the lists' filters."""

from datetime import date, timedelta

from finbank_desktop.domain.boletos import NoBanco
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.pagamentos import FormaPagamento, SituacaoPagamento
from finbank_desktop.domain.remessas import SituacaoRemessa
from finbank_desktop.gui.widgets.filter_bar import Opcao

SITUACOES = tuple(Opcao(str(each), str(each)) for each in Situacao)
NO_BANCO = tuple(Opcao(str(each), str(each)) for each in NoBanco)
SITUACOES_PAGAMENTO = tuple(Opcao(str(each), str(each)) for each in SituacaoPagamento)
FORMAS_PAGAMENTO = tuple(Opcao(str(each), str(each)) for each in FormaPagamento)
SITUACOES_REMESSA = tuple(Opcao(str(each), str(each)) for each in SituacaoRemessa)


def periods() -> list[Opcao]:
    """Return stretches of time around today, as ranges of dates."""
    today = date.today()  # noqa: DTZ011 - a day as the user counts it
    first = today.replace(day=1)
    following = (first + timedelta(days=32)).replace(day=1)
    before = (first - timedelta(days=1)).replace(day=1)
    return [
        Opcao("hoje", (today, today)),
        Opcao("próximos 7 dias", (today, today + timedelta(days=7))),
        Opcao("próximos 30 dias", (today, today + timedelta(days=30))),
        Opcao("mês corrente", (first, following - timedelta(days=1))),
        Opcao("mês passado", (before, first - timedelta(days=1))),
        Opcao("até ontem", (None, today - timedelta(days=1))),
    ]
