"""What a remessa of débito automático will ask of the bank: consents first, then debits; nothing is written.

What is at fault stays out with its reason; the rest goes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from finbank_desktop.cnab import debito as cnab
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.debitos import (
    Consentimento,
    ConvenioDebito,
    DadosDebito,
    Debito,
    MovimentoDebito,
    ProcessoBancario,
    SituacaoConsentimento,
    SituacaoDebito,
    mark_of_consent,
)
from finbank_desktop.domain.problems import Problem, RefusedError, Severity
from finbank_desktop.domain.valores import Centavos, format_brl
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.contas_receber import holds
from finbank_desktop.services.debitos import layouts
from finbank_desktop.services.debitos.consentimentos import registers_consents

_A_ENVIAR = (SituacaoDebito.EM_ABERTO, SituacaoDebito.A_CANCELAR)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemessaDebitoRow:
    """One movement and what the bank will be told.

    Attributes:
        debito: As it is written; where only a consent moves it has no id and no amount.
        efeito: What will happen, or why it stays out, one sentence.
        problems: An error keeps it out of the file.
    """

    debito: Debito
    efeito: str
    problems: tuple[Problem, ...] = ()

    @property
    def goes(self) -> bool:
        """Whether it will be in the file."""
        return not any(problem.is_error for problem in self.problems)

    def but(self, problems: Sequence[Problem]) -> "RemessaDebitoRow":
        """Return it with *problems* added; its sentence says so when it stays out."""
        todos = (*self.problems, *problems)
        erro = next((problem for problem in todos if problem.is_error), None)
        return replace(self, problems=todos, efeito=f"Fica de fora: {erro.message}" if erro else self.efeito)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemessaDebitoPlan:
    """One remessa to be.

    Attributes:
        dados: What the file is written from: the movements that go, number and hour.
        rows: All that was looked at, what stays out too.
        problems: What is wrong with the contract or the file; an error stops all of it.
        conteudo: The file's bytes; empty when nothing goes.
        arquivo: The file's name.
    """

    dados: DadosDebito
    rows: tuple[RemessaDebitoRow, ...]
    problems: tuple[Problem, ...]
    conteudo: bytes
    arquivo: str

    @property
    def convenio(self) -> ConvenioDebito:
        """The contract it is for."""
        return self.dados.convenio

    @property
    def sequencia(self) -> int:
        """Its number within the contract."""
        return self.dados.sequencia

    @property
    def going(self) -> tuple[RemessaDebitoRow, ...]:
        """The rows that will be in the file."""
        return tuple(row for row in self.rows if row.goes) if self.conteudo else ()

    @property
    def valor(self) -> Centavos:
        """Sum of what is asked to be debited."""
        return sum(row.debito.valor for row in self.going if row.debito.movimento is MovimentoDebito.DEBITAR)

    @property
    def has_findings(self) -> bool:
        """Whether something stays out or is to be looked at."""
        return len(self.going) < len(self.rows) or any(problem.is_error for problem in self.problems)


def plan(uow: UnitOfWork, convenio_id: int, ids: Sequence[int] | None, agora: datetime) -> RemessaDebitoPlan:
    """Return the remessa of a contract that would be made *agora*.

    Args:
        uow: The books.
        convenio_id: The contract.
        ids: The debits to send; ``None`` takes all that wait. Movements of consents always go.
        agora: Day and hour of the file.

    Raises:
        MissingError: There is no such contract or debit.
    """
    convenio = uow.convenios_debito.get(convenio_id)
    dados = DadosDebito(
        empresa=uow.empresas.get(convenio.empresa_id),
        conta=uow.contas.get(convenio.conta_id),
        convenio=convenio,
        sequencia=convenio.proxima_remessa,
        geracao=agora,
        debitos=(),
    )
    problems = list(_contract(convenio))
    processo = ProcessoBancario.REMESSA_DEBITO
    layout = layouts.in_use(uow, convenio.empresa_id, convenio.banco, processo, convenio.formato)
    if layout is None:
        recusa = layouts.missing(convenio.banco, processo, convenio.formato)
        problems.append(Problem(message=recusa.message, field="layout"))
    else:
        versao = layout.versao_layout or convenio.versao_layout
        dados = replace(dados, generico=layout.generico, convenio=replace(convenio, versao_layout=versao))
    debitos = _debitos(uow, convenio_id, ids)
    contas = uow.contas_receber.get_many(item.conta_receber_id for each in debitos for item in each.itens)
    rows = [_consent_row(each) for each in _consents(uow, convenio)]
    boletos = uow.boletos.of_contas(contas)
    rows += [
        _debit_row(each, contas, convenio, agora.date()).but(list(_collected_too(each, contas, boletos)))
        for each in debitos
    ]
    return _written(dados, rows, problems)


def _debitos(uow: UnitOfWork, convenio_id: int, ids: Sequence[int] | None) -> list[Debito]:
    if ids is None:
        return uow.debitos.in_states(convenio_id, _A_ENVIAR)
    return [uow.debitos.get(row) for row in dict.fromkeys(ids)]


def _contract(convenio: ConvenioDebito) -> Iterator[Problem]:
    if not convenio.ativo:
        yield Problem(
            message=f"O convênio {convenio.codigo} está inativo.", fix="Reative-o no cadastro.", field="ativo"
        )


def _consents(uow: UnitOfWork, convenio: ConvenioDebito) -> list[Debito]:
    """Return the movements of consents that the next file carries; the 240 positions carry none."""
    if convenio.formato != "150":
        return []
    return [
        _movement(each, movimento)
        for each in uow.consentimentos.of_convenio(convenio.id)
        if (movimento := _asks(each, registers=registers_consents(convenio))) is not None
    ]


def _asks(consentimento: Consentimento, *, registers: bool) -> MovimentoDebito | None:
    if consentimento.situacao is SituacaoConsentimento.PENDENTE and registers:
        return MovimentoDebito.CADASTRAR
    if consentimento.situacao is SituacaoConsentimento.A_EXCLUIR:
        return MovimentoDebito.EXCLUIR
    if consentimento.cliente_empresa_novo and not consentimento.detalhe.startswith(ALTERACAO_NA_REMESSA):
        return MovimentoDebito.ALTERAR
    return None


ALTERACAO_NA_REMESSA = "Nova identificação na remessa"
"""How the detail of a consent begins whose new name the bank was told and has not answered."""


def _movement(consentimento: Consentimento, movimento: MovimentoDebito) -> Debito:
    return Debito(
        empresa_id=consentimento.empresa_id,
        convenio_id=consentimento.convenio_id,
        seu_numero=mark_of_consent(consentimento.id),
        consentimento=consentimento,
        valor=0,
        vencimento=consentimento.validade,
        movimento=movimento,
    )


def _consent_row(debito: Debito) -> RemessaDebitoRow:
    dono = debito.consentimento
    return RemessaDebitoRow(
        debito=debito, efeito=f"{debito.movimento}: {dono.nome}, agência {dono.agencia}, conta {dono.conta}."
    )


def _debit_row(
    debito: Debito, contas: Mapping[int, ContaReceber], convenio: ConvenioDebito, hoje: date
) -> RemessaDebitoRow:
    cancela = debito.situacao is SituacaoDebito.A_CANCELAR
    escrito = replace(debito, movimento=MovimentoDebito.CANCELAR) if cancela else debito
    dia = f"{debito.vencimento:%d/%m/%Y}" if debito.vencimento else "sem dia"
    o_que = "Cancelar o débito de" if cancela else "Debitar"
    row = RemessaDebitoRow(
        debito=escrito, efeito=f"{o_que} {format_brl(debito.valor)} em {dia} da conta de {debito.consentimento.nome}."
    )
    return row.but(list(_state(debito, convenio, hoje) if cancela else _debit(debito, contas, convenio, hoje)))


def _state(debito: Debito, convenio: ConvenioDebito, hoje: date) -> Iterator[Problem]:
    if debito.convenio_id != convenio.id:
        yield Problem(message=f"O débito {debito.codigo} é de outro convênio.", field="convenio")
    if debito.situacao not in _A_ENVIAR:
        yield Problem(
            message=f"O débito {debito.codigo} já está: {debito.situacao.lower()}.",
            fix="Só débitos em aberto vão ao banco; um recusado, depois de reenviado.",
            field="situacao",
        )
    if debito.situacao is SituacaoDebito.A_CANCELAR and debito.vencimento is not None and debito.vencimento < hoje:
        yield Problem(
            message=f"O débito {debito.codigo} era para {debito.vencimento:%d/%m/%Y}: o banco já o fez ou recusou.",
            fix="Espere o retorno.",
            field="vencimento",
        )


def _debit(
    debito: Debito, contas: Mapping[int, ContaReceber], convenio: ConvenioDebito, hoje: date
) -> Iterator[Problem]:
    yield from _state(debito, convenio, hoje)
    yield from _consent(debito.consentimento, convenio, hoje)
    for item in debito.itens:
        conta = contas[item.conta_receber_id]
        if not conta.situacao.is_open or conta.saldo < item.valor:
            resta = conta.saldo if conta.situacao.is_open else 0
            yield Problem(
                message=f"A conta {conta.codigo} ({str(conta.situacao).lower()}) tem {format_brl(resta)} em aberto.",
                fix="Cancele o débito, ou mude o valor dele.",
                field="contas",
            )


def _collected_too(
    debito: Debito, contas: Mapping[int, ContaReceber], boletos: Mapping[int, Sequence[Boleto]]
) -> Iterator[Problem]:
    """Warn of contas that a boleto made since asks for as well."""
    for item in debito.itens:
        outro = next((b for b in boletos.get(item.conta_receber_id, ()) if holds(b) and b.id != debito.boleto_id), None)
        if outro is not None and debito.situacao is SituacaoDebito.EM_ABERTO:
            codigo = contas[item.conta_receber_id].codigo
            yield Problem(
                message=f"A conta {codigo} também está no boleto {outro.nosso_numero_impresso}.",
                fix="Cancele um dos dois, para o cliente não pagar duas vezes.",
                field="contas",
                severity=Severity.WARNING,
            )


def _consent(consentimento: Consentimento, convenio: ConvenioDebito, hoje: date) -> Iterator[Problem]:
    if consentimento.situacao.is_dead:
        yield Problem(
            message=f"O consentimento de {consentimento.nome} está {consentimento.situacao.lower()}.",
            fix="Peça outro consentimento ao cliente, ou cobre por boleto.",
            field="consentimento",
        )
    elif consentimento.situacao is not SituacaoConsentimento.ATIVO:
        registra = registers_consents(convenio)
        yield Problem(
            message=f"O banco ainda não confirmou o consentimento de {consentimento.nome}.",
            fix="Espere o retorno que o confirma." if registra else "Se o cliente não autorizou no banco, ele recusa.",
            field="consentimento",
            severity=Severity.ERROR if registra else Severity.WARNING,
        )
    if consentimento.validade is not None and consentimento.validade < hoje:
        yield Problem(
            message=f"O consentimento de {consentimento.nome} venceu em {consentimento.validade:%d/%m/%Y}.",
            fix="Peça outro consentimento ao cliente.",
            field="validade",
        )


def _written(dados: DadosDebito, rows: Sequence[RemessaDebitoRow], problems: Sequence[Problem]) -> RemessaDebitoPlan:
    """Write the file; when the writer refuses it, ask it movement by movement and leave out those at fault."""
    vao = [row for row in rows if row.goes]
    if not vao or any(problem.is_error for problem in problems):
        return _empty(dados, rows, problems)
    cheios = replace(dados, debitos=tuple(row.debito for row in vao))
    try:
        escrita = cnab.render(cheios)
    except RefusedError as error:
        return _empty(dados, rows, [*problems, Problem(message=error.message, field="layout")])
    if not any(problem.is_error for problem in escrita.problems):
        return RemessaDebitoPlan(
            dados=cheios,
            rows=tuple(rows),
            problems=(*problems, *escrita.problems),
            conteudo=escrita.data,
            arquivo=cnab.filename(cheios),
        )
    sem = [row.but(cnab.render(replace(dados, debitos=(row.debito,))).problems) if row.goes else row for row in rows]
    if sum(row.goes for row in sem) == len(vao):  # it is the file that is at fault, not a movement
        return _empty(dados, rows, [*problems, *escrita.problems])
    return _written(dados, sem, problems)


def _empty(dados: DadosDebito, rows: Sequence[RemessaDebitoRow], problems: Sequence[Problem]) -> RemessaDebitoPlan:
    return RemessaDebitoPlan(
        dados=dados, rows=tuple(rows), problems=tuple(problems), conteudo=b"", arquivo=cnab.filename(dados)
    )
