"""Consents to débito automático: listed, saved, taken back; what the bank was told of one is not edited."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

from finbank_desktop.cnab import debito_regras
from finbank_desktop.domain.debitos import Consentimento, ConvenioDebito, SituacaoConsentimento
from finbank_desktop.domain.listas import Coluna, ListQuery, Pagina
from finbank_desktop.domain.problems import Problem, RefusedError
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records_debitos import DebitoEvento
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import cadastros
from finbank_desktop.services.cadastros import codigo_problems
from finbank_desktop.services.debitos import cadastros_problems as check
from finbank_desktop.services.debitos import colunas

_CADASTRO_DESDE = 6
_TRAVADOS = ("convenio_id", "pessoa_id", "cliente_empresa", "banco", "agencia", "agencia_dv", "conta", "conta_dv")
_DE_MAO = (SituacaoConsentimento.PENDENTE, SituacaoConsentimento.ATIVO)
"""What a person may say of a consent that no remessa and no retorno speaks of yet."""


class ConsentimentosService:
    """What a person can ask about consents."""

    COLUNAS: tuple[Coluna, ...] = colunas.CONSENTIMENTOS

    def __init__(self, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> None:
        """Work on *database* in the name of *usuario*."""
        self._database = database
        self._usuario = usuario
        self._agora = agora

    def list(self, query: ListQuery | None = None) -> Pagina:
        """Return a page of consents."""
        with self._database.read() as uow:
            return uow.consentimentos.page(query or ListQuery())

    def get(self, row: int) -> Consentimento:
        """Return the consent with id *row*."""
        with self._database.read() as uow:
            return uow.consentimentos.get(row)

    def history(self, row: int) -> Sequence[DebitoEvento]:
        """Return what happened to the consent with id *row* and to its debits, oldest first."""
        with self._database.read() as uow:
            return uow.debito_eventos.of_consentimento(row)

    def problems(self, consentimento: Consentimento) -> Sequence[Problem]:
        """Return what is wrong with *consentimento*."""
        with self._database.read() as uow:
            return consentimento_problems(check.tidy(consentimento), uow, self._agora().date())

    def problems_completed(self, consentimento: Consentimento) -> Sequence[Problem]:
        """Return what is wrong with *consentimento* once the customer's cadastro has filled what was left empty."""
        with self._database.read() as uow:
            cheio = complete(check.tidy(consentimento), uow)
            return consentimento_problems(cheio, uow, self._agora().date())

    def save(self, consentimento: Consentimento) -> Consentimento:
        """Save *consentimento*; what the bank knows of it stays as it is.

        Raises:
            RefusedError: Something is wrong with it.
        """
        hoje = self._agora().date()
        with self._database.write() as uow:
            limpo = complete(check.tidy(consentimento), uow)
            feito = cadastros.save(
                uow, uow.consentimentos, limpo, lambda obj, uow: consentimento_problems(obj, uow, hoje)
            )
            self._tell(uow, feito, "salvo", "Consentimento salvo.")
            return feito

    def exclude(self, row: int) -> Consentimento:
        """Take a consent back: at once when the bank does not know it, else the next remessa tells it so.

        Raises:
            RefusedError: It is excluded already, or debits under it still wait for the bank.
        """
        with self._database.write() as uow:
            antes = uow.consentimentos.get(row)
            if antes.situacao.is_dead and antes.situacao is not SituacaoConsentimento.RECUSADO:
                raise RefusedError("ja_excluido", f"O consentimento já está: {antes.situacao.lower()}.", "situacao")
            esperam = [d for d in uow.debitos.of_consentimento(row) if d.situacao.waits_for_bank]
            if esperam:
                mensagem = (
                    f"O débito {esperam[0].codigo} deste consentimento ainda espera o banco; cancele-o ou espere o "
                    "retorno."
                )
                raise RefusedError("debito_no_banco", mensagem, "situacao")
            avisa = antes.situacao is SituacaoConsentimento.ATIVO and tells_consents(uow, antes)
            depois = SituacaoConsentimento.A_EXCLUIR if avisa else SituacaoConsentimento.CANCELADO
            feito = uow.consentimentos.update(replace(antes, situacao=depois, detalhe=""))
            texto = "Exclusão pedida; vai na próxima remessa." if avisa else "Consentimento excluído."
            self._tell(uow, feito, "excluido", texto)
            return feito

    def rename_cliente(self, row: int, novo: str) -> Consentimento:
        """Ask the bank to call the customer of a consent *novo* (record D); the old name holds until it answers.

        Raises:
            RefusedError: The name cannot be, or the convênio's files carry no such order.
        """
        with self._database.write() as uow:
            antes = uow.consentimentos.get(row)
            depois = check.tidy(replace(antes, cliente_empresa_novo=novo))
            if not tells_consents(uow, antes) or antes.situacao is not SituacaoConsentimento.ATIVO:
                mensagem = (
                    "Só de um consentimento ativo de um convênio de 150 posições se muda a identificação no banco."
                )
                raise RefusedError("sem_alteracao", mensagem, "cliente_empresa")
            outro = uow.consentimentos.find_many(antes.convenio_id, [depois.cliente_empresa_novo])
            problems = consentimento_problems(depois, uow, self._agora().date())
            erro = next((p for p in problems if p.is_error and p.field == "cliente_empresa_novo"), None)
            if erro is not None or outro or not depois.cliente_empresa_novo:
                mensagem = erro.message if erro else "Outro consentimento deste convênio já tem esta identificação."
                raise RefusedError("identificacao_invalida", mensagem, "cliente_empresa_novo")
            feito = uow.consentimentos.update(depois)
            self._tell(uow, feito, "alteracao", f"Nova identificação pedida: {depois.cliente_empresa_novo}.")
            return feito

    def reopen(self, row: int) -> Consentimento:
        """Let a refused or excluded consent be asked for again.

        Raises:
            RefusedError: It was neither.
        """
        with self._database.write() as uow:
            antes = uow.consentimentos.get(row)
            if antes.situacao not in (SituacaoConsentimento.RECUSADO, SituacaoConsentimento.CANCELADO):
                raise RefusedError("nao_reabre", f"O consentimento está: {antes.situacao.lower()}.", "situacao")
            feito = uow.consentimentos.update(replace(antes, situacao=SituacaoConsentimento.PENDENTE, detalhe=""))
            self._tell(uow, feito, "reaberto", "Consentimento reaberto; espera o banco.")
            return feito

    def _tell(self, uow: UnitOfWork, consentimento: Consentimento, tipo: str, texto: str) -> None:
        uow.debito_eventos.add(
            DebitoEvento(
                empresa_id=consentimento.empresa_id,
                consentimento_id=consentimento.id,
                quando=self._agora(),
                usuario=self._usuario,
                tipo=tipo,
                texto=texto,
            )
        )


def registers_consents(convenio: ConvenioDebito) -> bool:
    """Whether the company registers consents by its remessa: in 150 positions since version 06, else at the bank."""
    versao = convenio.versao_layout or debito_regras.load(convenio.banco).versao
    return convenio.formato == "150" and int(versao or 0) >= _CADASTRO_DESDE


def tells_consents(uow: UnitOfWork, consentimento: Consentimento) -> bool:
    """Whether the contract's files can tell the bank of a consent's end or change: those of 150 positions can."""
    return uow.convenios_debito.get(consentimento.convenio_id).formato == "150"


def complete(consentimento: Consentimento, uow: UnitOfWork) -> Consentimento:
    """Return *consentimento* with what the customer's cadastro and the contract already say."""
    pessoa = uow.pessoas.get_many([consentimento.pessoa_id]).get(consentimento.pessoa_id)
    convenio = uow.convenios_debito.get_many([consentimento.convenio_id]).get(consentimento.convenio_id)
    feito = consentimento
    if pessoa is not None:
        feito = replace(
            feito,
            nome=feito.nome or pessoa.nome,
            documento=feito.documento or pessoa.documento,
            cliente_empresa=feito.cliente_empresa or pessoa.codigo,
        )
    return replace(feito, banco=feito.banco or (convenio.banco if convenio else ""))


def consentimento_problems(consentimento: Consentimento, uow: UnitOfWork, hoje: date) -> list[Problem]:
    """Return what is wrong with *consentimento*; what the bank was told of it cannot be edited."""
    convenio = uow.convenios_debito.get_many([consentimento.convenio_id]).get(consentimento.convenio_id)
    if convenio is not None and convenio.empresa_id != consentimento.empresa_id:
        convenio = None
    problems = check.consentimento(consentimento, convenio, hoje) + codigo_problems(consentimento, uow.consentimentos)
    outros = uow.consentimentos.find_many(consentimento.convenio_id, [consentimento.cliente_empresa]).values()
    if any(outro.id != consentimento.id for outro in outros):
        mensagem = "Outro consentimento deste convênio já tem esta identificação; ela é única."
        problems.append(Problem(message=mensagem, field="cliente_empresa"))
    if not consentimento.id:
        if consentimento.situacao not in _DE_MAO:
            problems.append(Problem(message="Um consentimento novo é pendente ou ativo.", field="situacao"))
        return problems
    return problems + _locked(uow.consentimentos.get(consentimento.id), consentimento)


def _locked(antes: Consentimento, depois: Consentimento) -> list[Problem]:
    problems = []
    conhecido = antes.situacao not in (SituacaoConsentimento.PENDENTE, SituacaoConsentimento.RECUSADO)
    mudados = [campo for campo in _TRAVADOS if getattr(antes, campo) != getattr(depois, campo)]
    if conhecido and mudados:
        mensagem = f"O banco já conhece este consentimento ({antes.situacao.lower()}); conta e identificação não mudam."
        fix = "Exclua-o e cadastre outro, ou peça a nova identificação pela remessa."
        problems.append(Problem(message=mensagem, fix=fix, field=mudados[0].removesuffix("_id")))
    if antes.situacao is not depois.situacao and not {antes.situacao, depois.situacao} <= set(_DE_MAO):
        mensagem = "A situação deste consentimento só muda por remessas e retornos."
        problems.append(Problem(message=mensagem, field="situacao"))
    return problems
