"""Debits: made of contas a receber, changed while the bank does not know them, cancelled, asked for again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.debitos import Debito, SituacaoDebito
from finbank_desktop.domain.listas import Coluna, ListQuery, Pagina
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records import Baixa
from finbank_desktop.persistence.records_debitos import DebitoEvento
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.cadastros import next_codigo
from finbank_desktop.services.debitos import colunas, emissao, historico
from finbank_desktop.services.debitos.debito_problems import Problems, debito_problems
from finbank_desktop.services.debitos.emissao import EmissaoDebitoPlan
from finbank_desktop.services.plans import refuse_errors, require_versions

SEQUENCIA = "debitos_seu_numero"


@dataclass(frozen=True, slots=True, kw_only=True)
class DebitoDetalhe:
    """A debit with all that is known of it.

    Attributes:
        contas: What it settles, in the order of its itens.
        baixas: The settlements of these contas.
        eventos: Its history, oldest first.
    """

    debito: Debito
    convenio: str
    contas: Sequence[ContaReceber]
    baixas: Sequence[Baixa]
    eventos: Sequence[DebitoEvento]


class DebitosService:
    """What a person can ask about debits."""

    COLUNAS: tuple[Coluna, ...] = colunas.DEBITOS

    def __init__(self, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> None:
        """Work on *database* in the name of *usuario*."""
        self._database = database
        self._usuario = usuario
        self._agora = agora

    def list(self, query: ListQuery | None = None) -> Pagina:
        """Return a page of debits, the earliest due first unless *query* says otherwise."""
        with self._database.read() as uow:
            return uow.debitos.page(query or ListQuery())

    def get(self, row: int) -> DebitoDetalhe:
        """Return a debit with its contas, settlements and history.

        Raises:
            MissingError: There is none with that id.
        """
        with self._database.read() as uow:
            debito = uow.debitos.get(row)
            ids = [item.conta_receber_id for item in debito.itens]
            contas = uow.contas_receber.get_many(ids)
            return DebitoDetalhe(
                debito=debito,
                convenio=uow.convenios_debito.get(debito.convenio_id).descricao,
                contas=[contas[each] for each in ids],
                baixas=uow.baixas.of_contas(ids),
                eventos=uow.debito_eventos.of_debito(row),
            )

    def candidates(self, convenio_id: int, ate: date) -> Sequence[int]:
        """Return the open contas a receber, due until *ate*, of customers who consented under a contract.

        Those that a debit asks for already are left out.
        """
        with self._database.read() as uow:
            pessoas = {c.pessoa_id for c in uow.consentimentos.of_convenio(convenio_id) if not c.situacao.is_dead}
            contas = uow.contas_receber.open_of_pessoas(pessoas, ate)
            pedidos = uow.debitos.of_contas(each.id for each in contas)
            livres = [c for c in contas if not any(d.situacao.holds for d in pedidos.get(c.id, ()))]
            return [conta.id for conta in livres]

    def plan_emissao(self, convenio_id: int, contas: Sequence[int]) -> EmissaoDebitoPlan:
        """Return which debits would be made of open contas a receber; nothing is written.

        Raises:
            MissingError: There is no such contract.
        """
        with self._database.read() as uow:
            return emissao.plan(uow, convenio_id, contas, self._agora().date())

    def apply(self, plan: EmissaoDebitoPlan) -> Sequence[Debito]:
        """Make the debits of *plan* and return them.

        Raises:
            RefusedError: There is none to be made.
            StalePlanError: A conta, consent or boleto moved since; nothing was written.
        """
        if not plan.going:
            porque = next((row.efeito for row in plan.rows), "Nenhuma conta foi escolhida.")
            raise RefusedError("nada_a_debitar", f"Nenhum débito foi criado. {porque}")
        hoje = self._agora().date()
        with self._database.write() as uow:
            require_versions(uow.contas_receber, plan.contas)
            require_versions(uow.consentimentos, plan.consentimentos)
            require_versions(uow.boletos, plan.boletos)
            novos = [
                numbered(uow, replace(row.debito, vencimento=max(row.debito.vencimento or hoje, hoje)))
                for row in plan.going
                if row.debito is not None
            ]
            feitos = uow.debitos.add_many(novos)
            uow.debito_eventos.add_all([self._evento(each, "criado", _said(each)) for each in feitos])
            return feitos

    def problems(self, debito: Debito) -> Problems:
        """Return what is wrong with *debito*."""
        with self._database.read() as uow:
            return debito_problems(uow, debito, self._agora().date())

    def save(self, debito: Debito) -> Debito:
        """Save a debit that no bank knows: amount, day, words, contas.

        Raises:
            RefusedError: Something is wrong with it, or the bank has it.
        """
        with self._database.write() as uow:
            refuse_errors(debito_problems(uow, debito, self._agora().date()), "debito_invalido")
            feito = write(uow, debito)
            uow.debito_eventos.add(self._evento(feito, "salvo", _said(feito)))
            return feito

    def change_vencimento(self, rows: Sequence[int], dia: date) -> int:
        """Move the day of debits that no bank knows and return how many they are.

        Raises:
            RefusedError: The day is past, or a bank knows one of them.
        """
        with self._database.write() as uow:
            debitos = list(uow.debitos.get_many(rows).values())
            novos = [replace(each, vencimento=dia) for each in debitos]
            for each in novos:
                refuse_errors(debito_problems(uow, each, self._agora().date()), "debito_invalido")
            feitos = uow.debitos.update_many(novos)
            uow.debito_eventos.add_all([self._evento(each, "salvo", _said(each)) for each in feitos])
            return len(feitos)

    def cancel(self, row: int) -> Debito:
        """Cancel a debit: at once while no bank knows it; one that was sent is asked back by the next remessa.

        Raises:
            RefusedError: It is over, or its cancellation was asked for already.
        """
        with self._database.write() as uow:
            antes = uow.debitos.get(row)
            depois = {
                SituacaoDebito.EM_ABERTO: SituacaoDebito.CANCELADO,
                SituacaoDebito.RECUSADO: SituacaoDebito.CANCELADO,
                SituacaoDebito.AGENDADO: SituacaoDebito.A_CANCELAR,
            }.get(antes.situacao)
            if depois is None:
                raise RefusedError("nao_se_cancela", f"O débito está: {antes.situacao.lower()}.", "situacao")
            feito = uow.debitos.update(replace(antes, situacao=depois))
            pede = depois is SituacaoDebito.A_CANCELAR
            texto = "Cancelamento pedido; vai na próxima remessa." if pede else "Débito cancelado."
            uow.debito_eventos.add(self._evento(feito, "cancelado", texto))
            return feito

    def keep(self, row: int) -> Debito:
        """Take back a cancellation that no remessa carries yet.

        Raises:
            RefusedError: None waits.
        """
        with self._database.write() as uow:
            antes = uow.debitos.get(row)
            if antes.situacao is not SituacaoDebito.A_CANCELAR:
                raise RefusedError("sem_cancelamento", "Nenhum cancelamento espera a remessa.", "situacao")
            feito = uow.debitos.update(replace(antes, situacao=SituacaoDebito.AGENDADO))
            uow.debito_eventos.add(self._evento(feito, "mantido", "Cancelamento retirado; o débito continua agendado."))
            return feito

    def send_again(self, row: int, vencimento: date) -> Debito:
        """Let a refused debit be asked for again on *vencimento*, under a new seu número.

        Raises:
            RefusedError: It was not refused, its contas are settled or asked for elsewhere, or the day is past.
        """
        with self._database.write() as uow:
            antes = uow.debitos.get(row)
            if antes.situacao is not SituacaoDebito.RECUSADO:
                raise RefusedError(
                    "nao_recusado",
                    f"Só um débito recusado é reenviado; este está: {antes.situacao.lower()}.",
                    "situacao",
                )
            novo = replace(
                antes,
                situacao=SituacaoDebito.EM_ABERTO,
                vencimento=vencimento,
                remessa_id=None,
                seu_numero=next_seu_numero(uow, antes.empresa_id),
                detalhe="",
            )
            refuse_errors(debito_problems(uow, novo, self._agora().date(), reopening=True), "debito_invalido")
            feito = uow.debitos.update(novo)
            texto = f"Reenvio para {vencimento:%d/%m/%Y}, seu número {feito.seu_numero} (antes {antes.seu_numero})."
            uow.debito_eventos.add(self._evento(feito, "reenviado", texto))
            return feito

    def _evento(self, debito: Debito, tipo: str, texto: str) -> DebitoEvento:
        return historico.evento(debito, tipo, texto, quando=self._agora(), usuario=self._usuario)


def next_seu_numero(uow: UnitOfWork, empresa_id: int) -> str:
    """Return a number no debit of the empresa ever had."""
    return f"DA{uow.sequencias.next(empresa_id, SEQUENCIA):08d}"


def numbered(uow: UnitOfWork, debito: Debito) -> Debito:
    """Return *debito* with a codigo and a seu número of its own."""
    return replace(
        debito,
        codigo=debito.codigo or next_codigo(uow, uow.debitos, debito.empresa_id),
        seu_numero=debito.seu_numero or next_seu_numero(uow, debito.empresa_id),
    )


def write(uow: UnitOfWork, debito: Debito) -> Debito:
    """Add or change *debito* with its itens."""
    if not debito.id:
        return uow.debitos.add(numbered(uow, debito))
    feito = uow.debitos.update(debito)
    uow.debitos.rewrite_itens(feito)
    return feito


def _said(debito: Debito) -> str:
    dia = f"{debito.vencimento:%d/%m/%Y}" if debito.vencimento else "sem dia"
    return f"Debitar {format_brl(debito.valor)} em {dia}, seu número {debito.seu_numero}."
