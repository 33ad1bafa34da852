"""Which accounts and which words a process posts by: chosen now, or the defaults of the process."""

from dataclasses import dataclass, field

from finbank_desktop.domain.contabil import ContaCaixa, Papel, Processo
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.livros import padrao
from finbank_desktop.services.livros.modelo import EscolhaContabil, Regra


def rule_for(uow: UnitOfWork, empresa_id: int, processo: Processo, escolha: EscolhaContabil) -> Regra:
    """Return how a process posts: what was chosen, and the process's default for what was not.

    Raises:
        RefusedError: What was chosen belongs to another empresa.
        MissingError: It is not there.
    """
    padroes = {each.processo: each for each in uow.padroes_contabeis.all(empresa_id)}
    if processo not in padroes:
        padrao.begin(uow, empresa_id)
        padroes = {each.processo: each for each in uow.padroes_contabeis.all(empresa_id)}
    usual = padroes[processo]
    evento = uow.eventos_contabeis.get(escolha.evento_id or usual.evento_id)
    historico = uow.historicos.get(escolha.historico_id or usual.historico_id)
    if {evento.empresa_id, historico.empresa_id} != {empresa_id}:
        raise RefusedError(
            "outra_empresa", "O evento ou o histórico escolhido é de outra empresa; escolha um desta.", "evento"
        )
    contas = dict(uow.eventos_contabeis.get(usual.evento_id).contas) | dict(evento.contas)
    return Regra(contas=contas, historico=historico.texto)


@dataclass(slots=True)
class Contas:
    """The accounts of one process, looked up once each."""

    uow: UnitOfWork
    regra: Regra
    nomes: dict[int, str] = field(default_factory=dict)
    _caixas: dict[int, int] = field(default_factory=dict)

    def of(self, papel: Papel) -> int:
        """Return the account for *papel*.

        Raises:
            RefusedError: The evento names none.
        """
        if papel not in self.regra.contas:
            raise RefusedError(
                "evento_incompleto",
                f"O evento contábil não diz a conta de “{papel}”; complete-o em Contabilidade ▸ Eventos e históricos.",
                papel.name,
            )
        return self.regra.contas[papel]

    def of_conta_caixa(self, conta_id: int) -> int:
        """Return the account of the conta caixa: its own, or that of banks or tills."""
        if conta_id not in self._caixas:
            conta = self.uow.contas.get(conta_id)
            dela: ContaCaixa | None = self.uow.contas_caixa.of_contas([conta_id]).get(conta_id)
            propria = dela.conta_contabil_id if dela is not None else None
            self._caixas[conta_id] = propria or self.of(Papel.CAIXA if conta.is_till else Papel.BANCO)
            self.nomes[conta_id] = conta.descricao
        return self._caixas[conta_id]
