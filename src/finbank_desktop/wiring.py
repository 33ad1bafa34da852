"""Opens the database and builds the services on it: the one place that joins the rooms. No window in here."""

import getpass
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime

from finbank_desktop.domain.problems import OutsideError, RefusedError
from finbank_desktop.gateway import adaptadores
from finbank_desktop.persistence.database import Database
from finbank_desktop.services.acordos import AcordosService
from finbank_desktop.services.arquivos import ArquivosService
from finbank_desktop.services.baixas import BaixasService
from finbank_desktop.services.bancos import BancosService
from finbank_desktop.services.boletos import BoletosService
from finbank_desktop.services.boletos_vida import BoletosVidaService
from finbank_desktop.services.busca import BuscaService
from finbank_desktop.services.cadastros import CadastrosService
from finbank_desktop.services.catalog import Services
from finbank_desktop.services.comandos import ComandosService
from finbank_desktop.services.conciliacao import ConciliacaoService
from finbank_desktop.services.conferencia import ConferenciaService
from finbank_desktop.services.contas_receber import ContasReceberService
from finbank_desktop.services.correio import CorreioService
from finbank_desktop.services.credentials import Credentials
from finbank_desktop.services.dados import DadosService
from finbank_desktop.services.debitos.servico import DebitoAutomatico
from finbank_desktop.services.devolucoes import DevolucoesService
from finbank_desktop.services.envios import EnviosService
from finbank_desktop.services.extratos import ExtratosService
from finbank_desktop.services.fechamentos import FechamentosService
from finbank_desktop.services.homologacao import HomologacaoService
from finbank_desktop.services.importacoes import ImportacoesService
from finbank_desktop.services.impressao import ImpressaoService
from finbank_desktop.services.inspecao import InspecaoService
from finbank_desktop.services.lembretes import LembretesService
from finbank_desktop.services.livros import padrao as livros_padrao
from finbank_desktop.services.livros.caixas import ContasCaixaService
from finbank_desktop.services.livros.eventos import EventosContabeisService
from finbank_desktop.services.livros.fechamento import FechamentoContabilService
from finbank_desktop.services.livros.lotes import LotesService
from finbank_desktop.services.livros.plano import PlanoContasService
from finbank_desktop.services.operacoes import OperacoesService
from finbank_desktop.services.pagamentos.acoes import AcoesPagarService
from finbank_desktop.services.pagamentos.anexos import AnexosService
from finbank_desktop.services.pagamentos.baixas import BaixasPagarService
from finbank_desktop.services.pagamentos.comprovantes import ComprovantesService
from finbank_desktop.services.pagamentos.contas import ContasPagarService
from finbank_desktop.services.pagamentos.convenios import ConveniosPagamentoService
from finbank_desktop.services.pagamentos.dda import DdaService
from finbank_desktop.services.pagamentos.favorecidos import FavorecidosService
from finbank_desktop.services.pagamentos.leitura import LeituraService
from finbank_desktop.services.pagamentos.remessas import RemessasPagamentoService
from finbank_desktop.services.pagamentos.retornos import RetornosPagamentoService
from finbank_desktop.services.parcelas import ParcelasService
from finbank_desktop.services.planilhas import PlanilhasService
from finbank_desktop.services.registros.service import RegistrosService
from finbank_desktop.services.remessas import RemessasService
from finbank_desktop.services.retornos import RetornosService
from finbank_desktop.services.saldos import SaldosService
from finbank_desktop.services.simulador import SimuladorService


def build(url: str | None = None, *, usuario: str | None = None, hoje: Callable[[], date] = date.today) -> Services:
    """Return the services on the database at *url*.

    Args:
        url: SQLite path or SQLAlchemy URL; ``None`` is the user's own database.
        usuario: In whose name they write; ``None`` is the operating system's user.
        hoje: Which day it is; the hour is always the computer's.

    Raises:
        OutsideError: The database cannot be opened; the sentence says why.
    """

    def agora() -> datetime:
        return datetime.combine(hoje(), datetime.now().astimezone().timetz())

    database = Database.open(url, agora=agora)
    nome = usuario or os_user()
    arquivos = ArquivosService()
    remessas = RemessasService(database, usuario=nome, agora=agora)
    credentials = Credentials()
    correio = CorreioService(database, credentials, agora=agora)
    envios = EnviosService(database, credentials, usuario=nome, agora=agora)
    with suppress(OutsideError):  # looked at again before the next message is sent, or the next settlement posted
        envios.recover()
        livros_padrao.prepare(database)
    apis = {adaptador.nome: adaptador for adaptador in adaptadores.todos()}
    registros = RegistrosService(database, credentials, apis, usuario=nome, agora=agora)
    with suppress(OutsideError, RefusedError):  # looked at again before the next title is sent
        registros.recover()
    return Services(
        cadastros=CadastrosService(database),
        contas_receber=ContasReceberService(database, agora=agora),
        boletos=BoletosService(database, usuario=nome, agora=agora),
        remessas=remessas,
        retornos=RetornosService(database, usuario=nome, agora=agora),
        importacoes=ImportacoesService(database, usuario=nome, agora=agora),
        arquivos=arquivos,
        bancos=BancosService(),
        conferencia=ConferenciaService(database),
        impressao=ImpressaoService(database, agora=agora, usuario=nome),
        inspecao=InspecaoService(arquivos),
        simulador=SimuladorService(hoje),
        dados=DadosService(database, agora=agora),
        comandos=ComandosService(database, agora=agora),
        baixas=BaixasService(database, usuario=nome, agora=agora),
        boletos_vida=BoletosVidaService(database, agora=agora),
        parcelas=ParcelasService(database, agora=agora),
        saldos=SaldosService(database, usuario=nome, agora=agora),
        acordos=AcordosService(database, remessas, usuario=nome, agora=agora),
        homologacao=HomologacaoService(database, agora=agora),
        devolucoes=DevolucoesService(database, usuario=nome, agora=agora),
        operacoes=OperacoesService(database, usuario=nome, agora=agora),
        busca=BuscaService(database),
        extratos=ExtratosService(database, usuario=nome, agora=agora),
        conciliacao=ConciliacaoService(database, usuario=nome, agora=agora),
        fechamentos=FechamentosService(database, usuario=nome, agora=agora),
        correio=correio,
        envios=envios,
        lembretes=LembretesService(database, correio, agora=agora),
        contas_pagar=ContasPagarService(database, usuario=nome, agora=agora),
        acoes_pagar=AcoesPagarService(database, usuario=nome, agora=agora),
        baixas_pagar=BaixasPagarService(database, usuario=nome, agora=agora),
        leitura_pagamentos=LeituraService(database, agora=agora),
        anexos=AnexosService(database, usuario=nome, agora=agora),
        favorecidos=FavorecidosService(database, usuario=nome, agora=agora),
        convenios_pagamento=ConveniosPagamentoService(database),
        remessas_pagamento=RemessasPagamentoService(database, usuario=nome, agora=agora),
        retornos_pagamento=RetornosPagamentoService(database, usuario=nome, agora=agora),
        comprovantes=ComprovantesService(database, agora=agora),
        dda=DdaService(database, usuario=nome, agora=agora),
        planilhas=PlanilhasService(database, usuario=nome, agora=agora),
        debitos=DebitoAutomatico.of(database, usuario=nome, agora=agora),
        lotes=LotesService(database, usuario=nome, agora=agora),
        plano_contas=PlanoContasService(database, usuario=nome, agora=agora),
        eventos_contabeis=EventosContabeisService(database),
        contas_caixa=ContasCaixaService(database),
        fechamento_contabil=FechamentoContabilService(database, usuario=nome, agora=agora),
        registros=registros,
        database=database,
        usuario=nome,
    )


def os_user() -> str:
    """Return the operating system's user name; ``desconhecido`` where it has none (services, containers)."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "desconhecido"
