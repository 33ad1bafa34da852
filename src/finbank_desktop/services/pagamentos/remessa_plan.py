"""Which payments a remessa will carry, and what the bank will be told: planned, nothing is written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from finbank_desktop.cnab import conferencia, pagamento
from finbank_desktop.domain.calendario import is_dia_util
from finbank_desktop.domain.contas_pagar import ContaPagar
from finbank_desktop.domain.pagamentos import (
    ConvenioPagamento,
    DadosPagamento,
    Pagamento,
    SituacaoPagamento,
)
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.pagamentos import convenios, destinos
from finbank_desktop.services.pagamentos.destinos import Destino
from finbank_desktop.services.pagamentos.regras import unnumbered


@dataclass(frozen=True, slots=True, kw_only=True)
class PagamentoRow:
    """One conta a pagar and what the bank will be told of it.

    Attributes:
        pagamento: ``None`` where not even the forma is known.
        favorecido: Who is paid.
        destino: Where the money goes, in words.
        efeito: What will happen, one sentence; or why it stays out.
        problems: An error keeps it out of the file.
    """

    conta: ContaPagar
    pagamento: Pagamento | None
    destinatario: Destino
    favorecido: str
    destino: str
    efeito: str
    problems: tuple[Problem, ...] = ()

    @property
    def goes(self) -> bool:
        """Whether it will be in the file."""
        return self.pagamento is not None and not any(problem.is_error for problem in self.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemessaPagamentoPlan:
    """A remessa of payments to be.

    Attributes:
        dados: What it is written from.
        rows: One per conta, those that stay out among them.
        problems: What stops the whole file (errors), and what to mind (warnings).
        conteudo: The file's bytes; empty when none can be written.
        arquivo: The file's name.
    """

    dados: DadosPagamento
    rows: tuple[PagamentoRow, ...]
    problems: tuple[Problem, ...]
    conteudo: bytes
    arquivo: str

    @property
    def convenio(self) -> ConvenioPagamento:
        """The convênio it goes by."""
        return self.dados.convenio

    @property
    def sequencia(self) -> int:
        """The number it gets."""
        return self.dados.sequencia

    @property
    def going(self) -> tuple[PagamentoRow, ...]:
        """What will be in the file; nothing when it cannot be written."""
        return tuple(row for row in self.rows if row.goes) if self.conteudo else ()

    @property
    def valor(self) -> int:
        """The sum of what goes, in centavos."""
        return sum(row.conta.valor_a_pagar for row in self.going)

    @property
    def has_findings(self) -> bool:
        """Whether something stays out or stands in the way."""
        return any(not row.goes for row in self.rows) or any(problem.is_error for problem in self.problems)


def plan(
    uow: UnitOfWork,
    convenio_id: int,
    ids: Sequence[int] | None,
    *,
    ate: date | None,
    data_pagamento: date | None,
    agora: datetime,
) -> RemessaPagamentoPlan:
    """Return the remessa that would be made *agora*; see `RemessasPagamentoService.plan`."""
    dados = begin(uow, convenio_id, agora)
    contas = _contas(uow, dados.convenio, ids, ate)
    cadastro = destinos.load(uow, contas)
    vivos = uow.pagamentos.alive_of(conta.id for conta in contas)
    aprovacoes = uow.aprovacoes_pagamento.of_contas(conta.id for conta in contas)
    exigidas = uow.configuracoes_pagamento.of_empresa(dados.empresa.id).aprovacoes
    rows = []
    for conta in contas:
        dia = conta if data_pagamento is None else replace(conta, data_pagamento=data_pagamento)
        problems = list(_problems(dia, dados, len(aprovacoes.get(conta.id, ())), exigidas))
        problems += [_in_flight(conta)] if conta.id in vivos and not problems else []
        rows.append(_row(dia, cadastro.destino(conta), problems))
    return _checked(uow, _write(dados, rows, [*_convenio_problems(dados)]))


def begin(uow: UnitOfWork, convenio_id: int, agora: datetime) -> DadosPagamento:
    """Return what a remessa of the convênio is made of, without payments."""
    convenio = uow.convenios_pagamento.get(convenio_id)
    return DadosPagamento(
        empresa=uow.empresas.get(convenio.empresa_id),
        conta=uow.contas.get(convenio.conta_id),
        convenio=convenio,
        sequencia=convenio.proxima_remessa,
        geracao=agora,
        pagamentos=(),
    )


def _contas(
    uow: UnitOfWork, convenio: ConvenioPagamento, ids: Sequence[int] | None, ate: date | None
) -> list[ContaPagar]:
    if ids is None:
        aprovadas = uow.contas_pagar.approved(convenio.empresa_id, convenio.id)
        return [conta for conta in aprovadas if ate is None or conta.dia <= ate]
    achadas = uow.contas_pagar.get_many(ids)
    return [achadas.get(row) or uow.contas_pagar.get(row) for row in dict.fromkeys(ids)]


def _problems(conta: ContaPagar, dados: DadosPagamento, aprovaram: int, exigidas: int) -> Iterator[Problem]:
    if conta.empresa_id != dados.empresa.id:
        yield Problem(message=f"A conta {conta.codigo} é de outra empresa.", field="empresa_id")
    elif conta.convenio_id not in (None, dados.convenio.id):
        yield Problem(
            message=f"A conta {conta.codigo} é paga por outro convênio.",
            fix="Troque o convênio no cadastro da conta, ou gere a remessa do outro.",
            field="convenio_id",
        )
    if conta.situacao is not SituacaoPagamento.APROVADO:
        yield Problem(
            message=f"A conta {conta.codigo} está como “{conta.situacao}”; só vai à remessa o que foi aprovado.",
            fix=_FIX.get(conta.situacao, ""),
            field="situacao",
        )
    elif aprovaram < exigidas:
        yield Problem(
            message=f"Falta a aprovação de outra pessoa para a conta {conta.codigo}.",
            fix="Peça a segunda aprovação.",
            field="situacao",
        )
    if conta.forma is None:
        yield Problem(message="Escolha a forma de pagamento.", field="forma")
    if conta.dia >= dados.geracao.date() and not is_dia_util(conta.dia):
        yield Problem(
            message=f"{conta.dia:%d/%m/%Y} não é dia útil: o banco paga no próximo, ou recusa.",
            fix="Escolha um dia útil.",
            field="data_pagamento",
            severity=Severity.WARNING,
        )


_FIX = {
    SituacaoPagamento.EM_ABERTO: "Aprove-a antes.",
    SituacaoPagamento.AGENDADO: "Ela já está em uma remessa.",
    SituacaoPagamento.PAGO: "Ela já foi paga.",
    SituacaoPagamento.RECUSADO: "Use Corrigir e reenviar.",
    SituacaoPagamento.CANCELADO: "Reabra-a antes.",
}


def _in_flight(conta: ContaPagar) -> Problem:
    message = f"O pagamento da conta {conta.codigo} já está com o banco."
    return Problem(message=message, fix="Importe o retorno antes.", field="situacao")


def _row(conta: ContaPagar, destino: Destino, problems: Sequence[Problem]) -> PagamentoRow:
    impede = next((problem for problem in problems if problem.is_error), None)
    onde = destino.descricao(conta)
    valor = format_brl(conta.valor_a_pagar)
    efeito = f"Paga {valor} em {conta.dia:%d/%m/%Y}: {conta.forma}, {onde}." if onde else f"Paga {valor}."
    return PagamentoRow(
        conta=conta,
        pagamento=destinos.pagamento(conta, destino) if conta.forma else None,
        destinatario=destino,
        favorecido=destino.nome(conta),
        destino=onde,
        efeito=f"Fica de fora: {impede.message}" if impede else efeito,
        problems=tuple(problems),
    )


def with_problems(row: PagamentoRow, problems: Sequence[Problem]) -> PagamentoRow:
    """Return *row* with further *problems*; an error keeps it out."""
    if not problems:
        return row
    todos = (*row.problems, *problems)
    impede = next((problem for problem in todos if problem.is_error), None)
    return replace(row, problems=todos, efeito=f"Fica de fora: {impede.message}" if impede else row.efeito)


def _convenio_problems(dados: DadosPagamento) -> Iterator[Problem]:
    convenio = dados.convenio
    if not convenio.ativo:
        message = f"O convênio {convenio.codigo} está inativo."
        yield Problem(message=message, fix="Reative-o no cadastro.", field="ativo")
    if not convenios.carries(convenio.banco):
        message = f"Este programa não escreve remessas de pagamento do banco {convenio.banco}."
        yield Problem(message=message, fix="Use o convênio de outro banco.", field="banco")
    if not dados.empresa.documento:
        message = "A empresa não tem CPF ou CNPJ."
        yield Problem(message=message, fix="Complete o cadastro da empresa.", field="documento")
    if convenio.teste:
        message = "O convênio está em teste: o arquivo sai marcado, e o banco não paga nada."
        yield Problem(message=message, field="teste", severity=Severity.WARNING)


def _write(dados: DadosPagamento, rows: Sequence[PagamentoRow], problems: Sequence[Problem]) -> RemessaPagamentoPlan:
    """Write the file; where the writer refuses it, ask it payment by payment and leave out those at fault."""
    vao = tuple(row.pagamento for row in rows if row.goes and row.pagamento is not None)
    if any(problem.is_error for problem in problems) or not vao:
        return _empty(dados, rows, problems)
    cheios = replace(dados, pagamentos=vao)
    escrita = pagamento.render(cheios)
    if escrita.data:
        avisos = tuple(problem for problem in escrita.problems if not problem.is_error)
        return RemessaPagamentoPlan(
            dados=cheios,
            rows=tuple(rows),
            problems=(*problems, *avisos),
            conteudo=escrita.data,
            arquivo=pagamento.filename(cheios),
        )
    sem = [_asked(row, dados) for row in rows]
    if sum(row.goes for row in sem) == len(vao):  # it is the file that is at fault, not a payment
        return _empty(dados, rows, [*problems, *escrita.problems])
    return _write(dados, sem, problems)


def _asked(row: PagamentoRow, dados: DadosPagamento) -> PagamentoRow:
    """Return *row* with what the writer finds wrong with it alone."""
    if not row.goes or row.pagamento is None:
        return row
    found = pagamento.render(replace(dados, pagamentos=(row.pagamento,))).problems
    return with_problems(row, [unnumbered(problem, row.conta.seu_numero) for problem in found])


def _empty(dados: DadosPagamento, rows: Sequence[PagamentoRow], problems: Sequence[Problem]) -> RemessaPagamentoPlan:
    return RemessaPagamentoPlan(
        dados=dados, rows=tuple(rows), problems=tuple(problems), conteudo=b"", arquivo=pagamento.filename(dados)
    )


def _checked(uow: UnitOfWork, feito: RemessaPagamentoPlan) -> RemessaPagamentoPlan:
    """Return *feito* with what the bank would find in its file; the file's number must be above the last one's."""
    last = uow.remessas_pagamento.last_sequencia(feito.convenio.id)
    found = [] if not feito.conteudo else [p for p in conferencia.check(feito.conteudo) if p.severity is not _INFO]
    if feito.sequencia <= last:
        found.append(
            Problem(
                message=f"O número da remessa, {feito.sequencia}, não passa do último que já saiu neste convênio, "
                f"{last}: o banco recusa o arquivo como repetido ou fora de ordem.",
                fix=f"Ponha {last + 1} ou mais como próxima remessa no cadastro do convênio.",
                field="proxima_remessa",
            )
        )
    return replace(feito, problems=(*feito.problems, *found))


_INFO = Severity.INFO
