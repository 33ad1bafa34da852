"""The régua: who is to be reminded today, and of what. Nothing goes before somebody puts it into the queue."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from finbank_desktop.domain import modelos_email, regua
from finbank_desktop.domain.calendario import is_dia_util
from finbank_desktop.domain.correio import PedidoEnvio
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.regua import MAIOR, ExcecaoRegua, PassoRegua, Regua
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import envio_plan
from finbank_desktop.services.correio import CorreioService
from finbank_desktop.services.envio_plan import REGISTRADOS, EnvioPlan
from finbank_desktop.services.plans import refuse_errors

SUGESTAO = (
    PassoRegua(dias=-3, modelo=modelos_email.LEMBRETE),
    PassoRegua(dias=0, modelo=modelos_email.HOJE),
    PassoRegua(dias=3, modelo=modelos_email.ATRASO),
)
"""What is offered before anybody set a régua."""
_JANELA = timedelta(days=2 * MAIOR + 30)
"""Calendar days that surely hold `MAIOR` business days."""


class LembretesService:
    """What a person can ask about reminders."""

    def __init__(self, database: Database, correio: CorreioService, *, agora: Callable[[], datetime]) -> None:
        """Work on *database*; *correio* has the templates."""
        self._database = database
        self._correio = correio
        self._agora = agora

    def regua(self, empresa_id: int) -> Regua:
        """Return the empresa's régua; without steps while nobody is reminded."""
        with self._database.read() as uow:
            return uow.reguas.of_empresa(empresa_id)

    def save_regua(self, nova: Regua) -> Regua:
        """Save the steps of an empresa.

        Raises:
            RefusedError: Two steps on one day, a day too far, or a template that does not exist.
        """
        nova = replace(nova, passos=tuple(sorted(nova.passos, key=lambda passo: passo.dias)))
        nomes = {modelo.nome for modelo in self._correio.modelos(nova.empresa_id)}
        refuse_errors(_problems(nova, nomes), "regua_invalida")
        with self._database.write() as uow:
            return uow.reguas.update(nova) if nova.id else uow.reguas.add(nova)

    def excecoes(self, empresa_id: int) -> Mapping[int, tuple[str, ExcecaoRegua]]:
        """Return the exceptions of an empresa with the customer's name, by pessoa."""
        with self._database.read() as uow:
            achadas = uow.regua_excecoes.of_empresa(empresa_id)
            pessoas = uow.pessoas.get_many(achadas)
            return {row: (pessoas[row].nome, excecao) for row, excecao in achadas.items()}

    def save_excecao(self, empresa_id: int, pessoa_id: int, dias: Sequence[int] | None, motivo: str = "") -> None:
        """Let only the steps *dias* hold for a customer: none of them for no reminder, ``None`` for the usual ones."""
        with self._database.write() as uow:
            antes = uow.regua_excecoes.of_empresa(empresa_id).get(pessoa_id)
            if dias is None:
                uow.regua_excecoes.remove(pessoa_id)
            elif antes is None:
                uow.regua_excecoes.add(
                    ExcecaoRegua(empresa_id=empresa_id, pessoa_id=pessoa_id, dias=tuple(dias), motivo=motivo)
                )
            else:
                uow.regua_excecoes.update(replace(antes, dias=tuple(dias), motivo=motivo))

    def plan_hoje(self, empresa_id: int) -> EnvioPlan:
        """Return the reminders of today, to be shown and put into the queue by `EnviosService.apply`.

        Only boletos the bank has registered are asked for; on a day without banks nobody is.
        """
        hoje = self._agora().date()
        modelos = {modelo.nome: modelo for modelo in self._correio.modelos(empresa_id)}
        with self._database.read() as uow:
            passos = {passo.dias: passo.modelo for passo in uow.reguas.of_empresa(empresa_id).passos}
            if not passos or not is_dia_util(hoje):
                return envio_plan.join((), empresa_id)
            plans = [
                envio_plan.plan(
                    uow,
                    ids,
                    PedidoEnvio(
                        modelo=passos[dias],
                        assunto=modelos[passos[dias]].assunto,
                        texto=modelos[passos[dias]].texto,
                        motivo=f"lembrete:{dias:+d}",
                        vale_ate=hoje,
                    ),
                    hoje,
                )
                for dias, ids in sorted(_due(uow, empresa_id, list(passos), hoje).items())
            ]
        return envio_plan.join(plans, empresa_id)


def _due(uow: UnitOfWork, empresa_id: int, passos: Sequence[int], hoje: date) -> dict[int, list[int]]:
    """Return, by step, the boletos whose step it is today."""
    filtros = {
        "empresa_id": empresa_id,
        "aberto": True,
        "no_banco": list(REGISTRADOS),
        "vencimento": (hoje - _JANELA, hoje + _JANELA),
    }
    ids = uow.boletos.ids(ListQuery(filtros=filtros), hoje)
    excecoes = uow.regua_excecoes.of_empresa(empresa_id)
    achados: dict[int, list[int]] = defaultdict(list)
    for boleto in uow.boletos.get_many(ids).values():
        excecao = excecoes.get(boleto.pessoa_id)
        seus = passos if excecao is None else [dias for dias in passos if dias in excecao.dias]
        passo = regua.due_step(boleto.vencimento, seus, hoje)
        if passo is not None:
            achados[passo].append(boleto.id)
    return achados


def _problems(nova: Regua, nomes: set[str]) -> list[Problem]:
    achados = []
    dias = [passo.dias for passo in nova.passos]
    for passo in nova.passos:
        if dias.count(passo.dias) > 1:
            achados.append(Problem(message=f"Há dois lembretes {regua.words(passo.dias)}.", field="dias"))
        if abs(passo.dias) > MAIOR:
            achados.append(Problem(message=f"Um lembrete fica a até {MAIOR} dias úteis do vencimento.", field="dias"))
        if passo.modelo not in nomes:
            achados.append(Problem(message=f"Não há o modelo de e-mail “{passo.modelo}”.", field="modelo"))
    return achados
