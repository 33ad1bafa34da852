"""Everything a person can ask for, in one place; the window and the command line are handed one of these."""

from dataclasses import dataclass

from finbank_desktop.persistence.database import Database
from finbank_desktop.services.acordos import AcordosService
from finbank_desktop.services.arquivos import ArquivosService
from finbank_desktop.services.baixas import BaixasService
from finbank_desktop.services.bancos import BancosService
from finbank_desktop.services.boletos import BoletosService
from finbank_desktop.services.boletos_vida import BoletosVidaService
from finbank_desktop.services.busca import BuscaService
from finbank_desktop.services.cadastros import CadastrosService
from finbank_desktop.services.comandos import ComandosService
from finbank_desktop.services.conciliacao import ConciliacaoService
from finbank_desktop.services.conferencia import ConferenciaService
from finbank_desktop.services.contas_receber import ContasReceberService
from finbank_desktop.services.correio import CorreioService
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The services on one database.

    Attributes:
        usuario: In whose name they write.
        database: For what is said about it (where it is, its last copy) and to close it.
    """

    cadastros: CadastrosService
    contas_receber: ContasReceberService
    boletos: BoletosService
    remessas: RemessasService
    retornos: RetornosService
    importacoes: ImportacoesService
    arquivos: ArquivosService
    bancos: BancosService
    conferencia: ConferenciaService
    impressao: ImpressaoService
    inspecao: InspecaoService
    simulador: SimuladorService
    dados: DadosService
    comandos: ComandosService
    baixas: BaixasService
    boletos_vida: BoletosVidaService
    parcelas: ParcelasService
    saldos: SaldosService
    acordos: AcordosService
    homologacao: HomologacaoService
    devolucoes: DevolucoesService
    operacoes: OperacoesService
    planilhas: PlanilhasService
    busca: BuscaService
    extratos: ExtratosService
    conciliacao: ConciliacaoService
    fechamentos: FechamentosService
    correio: CorreioService
    envios: EnviosService
    lembretes: LembretesService
    debitos: DebitoAutomatico
    lotes: LotesService
    plano_contas: PlanoContasService
    eventos_contabeis: EventosContabeisService
    contas_caixa: ContasCaixaService
    fechamento_contabil: FechamentoContabilService
    contas_pagar: ContasPagarService
    acoes_pagar: AcoesPagarService
    anexos: AnexosService
    baixas_pagar: BaixasPagarService
    leitura_pagamentos: LeituraService
    favorecidos: FavorecidosService
    convenios_pagamento: ConveniosPagamentoService
    remessas_pagamento: RemessasPagamentoService
    retornos_pagamento: RetornosPagamentoService
    registros: RegistrosService
    dda: DdaService
    comprovantes: ComprovantesService
    database: Database
    usuario: str
