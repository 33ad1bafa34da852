"""One transaction and the repositories that work in it."""

from functools import cached_property

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


class UnitOfWork:
    """What happens within one transaction: all of it or nothing."""

    def __init__(self, connection: Connection) -> None:
        """Work on *connection*, whose transaction the database began."""
        self._connection = connection

    @cached_property
    def empresas(self) -> EmpresaRepository:
        """Empresas."""
        return EmpresaRepository(self._connection)

    @cached_property
    def filiais(self) -> FilialRepository:
        """Filiais."""
        return FilialRepository(self._connection)

    @cached_property
    def pessoas(self) -> PessoaRepository:
        """Pessoas."""
        return PessoaRepository(self._connection)

    @cached_property
    def contas(self) -> ContaRepository:
        """Contas at banks."""
        return ContaRepository(self._connection)

    @cached_property
    def convenios(self) -> ConvenioRepository:
        """Convênios."""
        return ConvenioRepository(self._connection)

    @cached_property
    def contas_receber(self) -> ContaReceberRepository:
        """Contas a receber."""
        return ContaReceberRepository(self._connection)

    @cached_property
    def boletos(self) -> BoletoRepository:
        """Boletos with their itens."""
        return BoletoRepository(self._connection)

    @cached_property
    def baixas(self) -> BaixaRepository:
        """Settlements."""
        return BaixaRepository(self._connection)

    @cached_property
    def tarifas(self) -> TarifaRepository:
        """The banks' charges."""
        return TarifaRepository(self._connection)

    @cached_property
    def devolucoes(self) -> DevolucaoRepository:
        """Payments to give back."""
        return DevolucaoRepository(self._connection)

    @cached_property
    def eventos(self) -> EventoRepository:
        """The history of boletos."""
        return EventoRepository(self._connection)

    @cached_property
    def remessas(self) -> RemessaRepository:
        """Remessas."""
        return RemessaRepository(self._connection)

    @cached_property
    def importacoes(self) -> ImportacaoRepository:
        """Imports."""
        return ImportacaoRepository(self._connection)

    @cached_property
    def importacao_linhas(self) -> ImportacaoLinhaRepository:
        """The lines of imports."""
        return ImportacaoLinhaRepository(self._connection)

    @cached_property
    def mudancas(self) -> MudancaRepository:
        """What imports changed, as it was before."""
        return MudancaRepository(self._connection)

    @cached_property
    def operacoes(self) -> OperacaoRepository:
        """What people did by hand."""
        return OperacaoRepository(self._connection)

    @cached_property
    def acordos(self) -> AcordoRepository:
        """Agreements with pagadores."""
        return AcordoRepository(self._connection)

    @cached_property
    def modelos_planilha(self) -> ModeloPlanilhaRepository:
        """How imported tables were read."""
        return ModeloPlanilhaRepository(self._connection)

    @cached_property
    def extratos(self) -> ExtratoRepository:
        """Imported statements."""
        return ExtratoRepository(self._connection)

    @cached_property
    def extrato_linhas(self) -> ExtratoLinhaRepository:
        """The lines of statements."""
        return ExtratoLinhaRepository(self._connection)

    @cached_property
    def extrato_contas(self) -> ExtratoContaRepository:
        """Which account a statement file means."""
        return ExtratoContaRepository(self._connection)

    @cached_property
    def vinculos(self) -> VinculoRepository:
        """What lines of statements were reconciled with."""
        return VinculoRepository(self._connection)

    @cached_property
    def regras(self) -> RegraRepository:
        """Rules of reconciliation."""
        return RegraRepository(self._connection)

    @cached_property
    def categorias(self) -> CategoriaRepository:
        """Categories learned from what people chose."""
        return CategoriaRepository(self._connection)

    @cached_property
    def fechamentos(self) -> FechamentoRepository:
        """Closed periods."""
        return FechamentoRepository(self._connection)

    @cached_property
    def contas_email(self) -> ContaEmailRepository:
        """Accounts that e-mail goes out by."""
        return ContaEmailRepository(self._connection)

    @cached_property
    def modelos_email(self) -> ModeloEmailRepository:
        """Templates of e-mails."""
        return ModeloEmailRepository(self._connection)

    @cached_property
    def envios(self) -> EnvioRepository:
        """The queue of e-mails."""
        return EnvioRepository(self._connection)

    @cached_property
    def reguas(self) -> ReguaRepository:
        """When customers are reminded."""
        return ReguaRepository(self._connection)

    @cached_property
    def regua_excecoes(self) -> ExcecaoReguaRepository:
        """Customers who are reminded otherwise."""
        return ExcecaoReguaRepository(self._connection)

    @cached_property
    def pessoa_contas(self) -> PessoaContaRepository:
        """Accounts of favorecidos."""
        return PessoaContaRepository(self._connection)

    @cached_property
    def pessoa_chaves_pix(self) -> PessoaChaveRepository:
        """Pix keys of favorecidos."""
        return PessoaChaveRepository(self._connection)

    @cached_property
    def convenios_pagamento(self) -> ConvenioPagamentoRepository:
        """Convênios de pagamento."""
        return ConvenioPagamentoRepository(self._connection)

    @cached_property
    def configuracoes_pagamento(self) -> ConfiguracaoPagamentoRepository:
        """How each empresa pays."""
        return ConfiguracaoPagamentoRepository(self._connection)

    @cached_property
    def contas_pagar(self) -> ContaPagarRepository:
        """Contas a pagar."""
        return ContaPagarRepository(self._connection)

    @cached_property
    def aprovacoes_pagamento(self) -> AprovacaoRepository:
        """Who approved which payment."""
        return AprovacaoRepository(self._connection)

    @cached_property
    def anexos_pagar(self) -> AnexoRepository:
        """Files kept with contas a pagar."""
        return AnexoRepository(self._connection)

    @cached_property
    def eventos_pagar(self) -> EventoPagarRepository:
        """The history of contas a pagar."""
        return EventoPagarRepository(self._connection)

    @cached_property
    def remessas_pagamento(self) -> RemessaPagamentoRepository:
        """Remessas of payments."""
        return RemessaPagamentoRepository(self._connection)

    @cached_property
    def pagamentos(self) -> PagamentoRepository:
        """What these remessas sent."""
        return PagamentoRepository(self._connection)

    @cached_property
    def baixas_pagar(self) -> BaixaPagarRepository:
        """Settlements of contas a pagar."""
        return BaixaPagarRepository(self._connection)

    @cached_property
    def importacoes_pagamento(self) -> ImportacaoPagamentoRepository:
        """Imported retornos of payments and files of DDA."""
        return ImportacaoPagamentoRepository(self._connection)

    @cached_property
    def linhas_pagamento(self) -> LinhaPagamentoRepository:
        """Their lines."""
        return LinhaPagamentoRepository(self._connection)

    @cached_property
    def mudancas_pagamento(self) -> MudancaPagamentoRepository:
        """What they changed, as it was before."""
        return MudancaPagamentoRepository(self._connection)

    @cached_property
    def boletos_dda(self) -> BoletoDdaRepository:
        """Boletos that DDA told of."""
        return BoletoDdaRepository(self._connection)

    @cached_property
    def plano_contas(self) -> ContaContabilRepository:
        """The plano de contas."""
        return ContaContabilRepository(self._connection)

    @cached_property
    def eventos_contabeis(self) -> EventoContabilRepository:
        """Eventos contábeis."""
        return EventoContabilRepository(self._connection)

    @cached_property
    def historicos(self) -> HistoricoRepository:
        """Históricos."""
        return HistoricoRepository(self._connection)

    @cached_property
    def padroes_contabeis(self) -> PadraoContabilRepository:
        """What each process posts by."""
        return PadraoContabilRepository(self._connection)

    @cached_property
    def contas_caixa(self) -> ContaCaixaRepository:
        """What the books know of contas caixa."""
        return ContaCaixaRepository(self._connection)

    @cached_property
    def lotes_contabeis(self) -> LoteContabilRepository:
        """Lots of the books."""
        return LoteContabilRepository(self._connection)

    @cached_property
    def partidas(self) -> PartidaRepository:
        """The lines of lots."""
        return PartidaRepository(self._connection)

    @cached_property
    def movimentos_caixa(self) -> MovimentoCaixaRepository:
        """What moved in contas caixa."""
        return MovimentoCaixaRepository(self._connection)

    @cached_property
    def fechamentos_contabeis(self) -> FechamentoContabilRepository:
        """Closed months."""
        return FechamentoContabilRepository(self._connection)

    @cached_property
    def contas_api(self) -> ContaApiRepository:
        """Accounts at banks' APIs."""
        return ContaApiRepository(self._connection)

    @cached_property
    def registros(self) -> RegistroRepository:
        """The journal of registrations by API."""
        return RegistroRepository(self._connection)

    @cached_property
    def registro_tentativas(self) -> TentativaRepository:
        """The entries of that journal."""
        return TentativaRepository(self._connection)

    def busca(self, empresa_id: int, limite: int) -> BuscaRepository:
        """Finding a record by what a person remembers of it."""
        return BuscaRepository(self._connection, empresa_id, limite)

    @cached_property
    def sequencias(self) -> SequenciaRepository:
        """Counters."""
        return SequenciaRepository(self._connection)

    @cached_property
    def convenios_debito(self) -> ConvenioDebitoRepository:
        """Contracts of débito automático."""
        return ConvenioDebitoRepository(self._connection)

    @cached_property
    def layouts_bancarios(self) -> LayoutBancarioRepository:
        """Which files of which bank are read and written."""
        return LayoutBancarioRepository(self._connection)

    @cached_property
    def consentimentos(self) -> ConsentimentoRepository:
        """Customers' consents to débito automático."""
        return ConsentimentoRepository(self._connection)

    @cached_property
    def debitos(self) -> DebitoRepository:
        """Debits with their itens."""
        return DebitoRepository(self._connection)

    @cached_property
    def debito_remessas(self) -> RemessaDebitoRepository:
        """Remessas of débito automático."""
        return RemessaDebitoRepository(self._connection)

    @cached_property
    def debito_eventos(self) -> DebitoEventoRepository:
        """The history of debits and consents."""
        return DebitoEventoRepository(self._connection)
