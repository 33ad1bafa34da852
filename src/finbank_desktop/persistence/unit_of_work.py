"""One transaction and the repositories that work in it."""

from collections.abc import Callable
from functools import cached_property
from typing import TypeVar

from sqlalchemy import Connection

from finbank_desktop.persistence.repositories.baixas import BaixaRepository, TarifaRepository
from finbank_desktop.persistence.repositories.boletos import BoletoRepository
from finbank_desktop.persistence.repositories.busca import BuscaRepository
from finbank_desktop.persistence.repositories.conciliacao import (
    CategoriaRepository,
    FechamentoRepository,
    RegraRepository,
    VinculoRepository,
)
from finbank_desktop.persistence.repositories.contas import ContaRepository
from finbank_desktop.persistence.repositories.contas_pagar import (
    AnexoRepository,
    AprovacaoRepository,
    ContaPagarRepository,
    EventoPagarRepository,
)
from finbank_desktop.persistence.repositories.contas_receber import ContaReceberRepository
from finbank_desktop.persistence.repositories.convenios import ConvenioRepository
from finbank_desktop.persistence.repositories.convenios_pagamento import (
    ConfiguracaoPagamentoRepository,
    ConvenioPagamentoRepository,
)
from finbank_desktop.persistence.repositories.correio import (
    ContaEmailRepository,
    ExcecaoReguaRepository,
    ModeloEmailRepository,
    ReguaRepository,
)
from finbank_desktop.persistence.repositories.debito_remessas import DebitoEventoRepository, RemessaDebitoRepository
from finbank_desktop.persistence.repositories.debitos import (
    ConsentimentoRepository,
    ConvenioDebitoRepository,
    DebitoRepository,
    LayoutBancarioRepository,
)
from finbank_desktop.persistence.repositories.devolucoes import DevolucaoRepository
from finbank_desktop.persistence.repositories.empresas import EmpresaRepository
from finbank_desktop.persistence.repositories.envios import EnvioRepository
from finbank_desktop.persistence.repositories.eventos import EventoRepository
from finbank_desktop.persistence.repositories.extratos import (
    ExtratoContaRepository,
    ExtratoLinhaRepository,
    ExtratoRepository,
)
from finbank_desktop.persistence.repositories.favorecidos import PessoaChaveRepository, PessoaContaRepository
from finbank_desktop.persistence.repositories.filiais import FilialRepository
from finbank_desktop.persistence.repositories.importacoes import (
    ImportacaoLinhaRepository,
    ImportacaoRepository,
    MudancaRepository,
)
from finbank_desktop.persistence.repositories.importacoes_pagamento import (
    BoletoDdaRepository,
    ImportacaoPagamentoRepository,
    LinhaPagamentoRepository,
    MudancaPagamentoRepository,
)
from finbank_desktop.persistence.repositories.livros import (
    ContaCaixaRepository,
    ContaContabilRepository,
    EventoContabilRepository,
    FechamentoContabilRepository,
    HistoricoRepository,
    PadraoContabilRepository,
)
from finbank_desktop.persistence.repositories.lotes_contabeis import (
    LoteContabilRepository,
    MovimentoCaixaRepository,
    PartidaRepository,
)
from finbank_desktop.persistence.repositories.modelos_planilha import ModeloPlanilhaRepository
from finbank_desktop.persistence.repositories.operacoes import AcordoRepository, OperacaoRepository
from finbank_desktop.persistence.repositories.pagamentos import (
    BaixaPagarRepository,
    PagamentoRepository,
    RemessaPagamentoRepository,
)
from finbank_desktop.persistence.repositories.pessoas import PessoaRepository
from finbank_desktop.persistence.repositories.registros import (
    ContaApiRepository,
    RegistroRepository,
    TentativaRepository,
)
from finbank_desktop.persistence.repositories.remessas import RemessaRepository
from finbank_desktop.persistence.repositories.sequencias import SequenciaRepository

R = TypeVar("R")


def _of(repository: Callable[[Connection], R]) -> cached_property[R]:
    """Return the attribute by which a repository is made when it is first asked for."""

    def make(uow: "UnitOfWork") -> R:
        return repository(uow._connection)  # noqa: SLF001 - it is the class below, before it has its name

    return cached_property(make)


class UnitOfWork:
    """What happens within one transaction: all of it or nothing."""

    def __init__(self, connection: Connection) -> None:
        """Work on *connection*, whose transaction the database began."""
        self._connection = connection

    # what the office keeps
    empresas = _of(EmpresaRepository)
    filiais = _of(FilialRepository)
    pessoas = _of(PessoaRepository)
    pessoa_contas = _of(PessoaContaRepository)  # accounts of favorecidos
    pessoa_chaves_pix = _of(PessoaChaveRepository)  # Pix keys of favorecidos
    contas = _of(ContaRepository)  # at banks, and tills
    convenios = _of(ConvenioRepository)
    sequencias = _of(SequenciaRepository)  # counters

    # cobrança
    contas_receber = _of(ContaReceberRepository)
    boletos = _of(BoletoRepository)  # boletos with their itens
    eventos = _of(EventoRepository)  # the history of boletos
    remessas = _of(RemessaRepository)
    baixas = _of(BaixaRepository)  # settlements
    tarifas = _of(TarifaRepository)  # the banks' charges
    devolucoes = _of(DevolucaoRepository)  # payments to give back
    importacoes = _of(ImportacaoRepository)  # imports
    importacao_linhas = _of(ImportacaoLinhaRepository)  # the lines of imports
    mudancas = _of(MudancaRepository)  # what imports changed, as it was before
    operacoes = _of(OperacaoRepository)  # what people did by hand
    acordos = _of(AcordoRepository)  # agreements with pagadores
    modelos_planilha = _of(ModeloPlanilhaRepository)  # how imported tables were read

    # registration by API
    contas_api = _of(ContaApiRepository)  # accounts at banks' APIs
    registros = _of(RegistroRepository)  # the journal of registrations by API
    registro_tentativas = _of(TentativaRepository)  # the entries of that journal

    # payments
    convenios_pagamento = _of(ConvenioPagamentoRepository)  # contracts by which banks pay
    configuracoes_pagamento = _of(ConfiguracaoPagamentoRepository)  # how each empresa pays
    contas_pagar = _of(ContaPagarRepository)
    aprovacoes_pagamento = _of(AprovacaoRepository)  # who approved which payment
    anexos_pagar = _of(AnexoRepository)  # files kept with contas a pagar
    eventos_pagar = _of(EventoPagarRepository)  # the history of contas a pagar
    remessas_pagamento = _of(RemessaPagamentoRepository)  # remessas of payments
    pagamentos = _of(PagamentoRepository)  # what these remessas sent
    baixas_pagar = _of(BaixaPagarRepository)  # settlements of contas a pagar
    importacoes_pagamento = _of(ImportacaoPagamentoRepository)  # imported retornos of payments and files of DDA
    linhas_pagamento = _of(LinhaPagamentoRepository)  # their lines
    mudancas_pagamento = _of(MudancaPagamentoRepository)  # what they changed, as it was before
    boletos_dda = _of(BoletoDdaRepository)  # boletos that DDA told of

    # débito automático
    convenios_debito = _of(ConvenioDebitoRepository)  # contracts of débito automático
    layouts_bancarios = _of(LayoutBancarioRepository)  # which files of which bank are read and written
    consentimentos = _of(ConsentimentoRepository)  # customers' consents to débito automático
    debitos = _of(DebitoRepository)  # debits with their itens
    debito_remessas = _of(RemessaDebitoRepository)  # remessas of débito automático
    debito_eventos = _of(DebitoEventoRepository)  # the history of debits and consents

    # statements
    extratos = _of(ExtratoRepository)  # imported statements
    extrato_linhas = _of(ExtratoLinhaRepository)  # the lines of statements
    extrato_contas = _of(ExtratoContaRepository)  # which account a statement file means
    vinculos = _of(VinculoRepository)  # what lines of statements were reconciled with
    regras = _of(RegraRepository)  # rules of reconciliation
    categorias = _of(CategoriaRepository)  # categories learned from what people chose
    fechamentos = _of(FechamentoRepository)  # closed periods

    # the books
    plano_contas = _of(ContaContabilRepository)  # the chart of accounts
    eventos_contabeis = _of(EventoContabilRepository)  # which accounts each part of a settlement moves
    historicos = _of(HistoricoRepository)  # the words of lançamentos
    padroes_contabeis = _of(PadraoContabilRepository)  # what each process posts by
    contas_caixa = _of(ContaCaixaRepository)  # what the books know of contas caixa
    lotes_contabeis = _of(LoteContabilRepository)  # lots of the books
    partidas = _of(PartidaRepository)  # the lines of lots
    movimentos_caixa = _of(MovimentoCaixaRepository)  # what moved in contas caixa
    fechamentos_contabeis = _of(FechamentoContabilRepository)  # closed months

    # e-mail
    contas_email = _of(ContaEmailRepository)  # accounts that e-mail goes out by
    modelos_email = _of(ModeloEmailRepository)  # templates of e-mails
    envios = _of(EnvioRepository)  # the queue of e-mails
    reguas = _of(ReguaRepository)  # when customers are reminded
    regua_excecoes = _of(ExcecaoReguaRepository)  # customers who are reminded otherwise

    def busca(self, empresa_id: int, limite: int) -> BuscaRepository:
        """Finding a record by what a person remembers of it."""
        return BuscaRepository(self._connection, empresa_id, limite)
