"""Which debits are made of open contas a receber: planned from what the books say; nothing is written here.

A conta that is in a living boleto is debited with all of that boleto, under its IDBOLETO, so that the boleto is settled
as a whole; any other conta is a debit of its own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.debitos import (
    Consentimento,
    ConvenioDebito,
    Debito,
    DebitoItem,
    format_idboleto,
)
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.domain.valores import Centavos, format_brl
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.contas_receber import holds

_COLIGADA = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class EmissaoRow:
    """What one conta a receber, or one boleto with all of its contas, becomes.

    Attributes:
        debito: The debit, without its numbers; ``None`` when there is none to be made.
        efeito: What will happen, or why nothing does, one sentence.
        contas: What it settles.
    """

    cliente: str
    vencimento: date
    valor: Centavos
    efeito: str
    contas: tuple[ContaReceber, ...]
    debito: Debito | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def goes(self) -> bool:
        """Whether a debit will be made."""
        return self.debito is not None and not any(problem.is_error for problem in self.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class EmissaoDebitoPlan:
    """Which debits will be made.

    Attributes:
        contas: Version of every conta a receber of the plan; so are *consentimentos* and *boletos*.
    """

    convenio: ConvenioDebito
    rows: tuple[EmissaoRow, ...]
    contas: Mapping[int, int] = field(default_factory=dict)
    consentimentos: Mapping[int, int] = field(default_factory=dict)
    boletos: Mapping[int, int] = field(default_factory=dict)

    @property
    def going(self) -> tuple[EmissaoRow, ...]:
        """The rows that become debits."""
        return tuple(row for row in self.rows if row.goes)

    @property
    def has_findings(self) -> bool:
        """Whether something stays out."""
        return len(self.going) < len(self.rows)


def plan(uow: UnitOfWork, convenio_id: int, ids: Sequence[int], hoje: date) -> EmissaoDebitoPlan:
    """Return the debits that would be made of the contas a receber *ids* under a contract.

    Raises:
        MissingError: There is no such contract.
    """
    convenio = uow.convenios_debito.get(convenio_id)
    contas = uow.contas_receber.get_many(ids)
    boletos = {row: [b for b in de if holds(b)] for row, de in uow.boletos.of_contas(contas).items()}
    vivos = {b.id: b for de in boletos.values() for b in de}
    irmas = uow.contas_receber.get_many(item.conta_receber_id for b in vivos.values() for item in b.itens)
    contas |= irmas
    coligada = uow.empresas.get(convenio.empresa_id).codigo.zfill(_COLIGADA)
    making = _Making(
        convenio=convenio,
        coligada=coligada,
        hoje=hoje,
        consentimentos=_by_pessoa(uow, convenio, contas.values()),
        pedidos=uow.debitos.of_contas(contas),
        nomes={row: p.nome for row, p in uow.pessoas.get_many(c.pessoa_id for c in contas.values()).items()},
    )
    rows: list[EmissaoRow] = []
    feitos: set[int] = set()
    for row in ids:
        conta = contas.get(row)
        if conta is None or row in feitos:
            continue
        boleto = next(iter(boletos.get(row, ())), None)
        juntas = [contas[item.conta_receber_id] for item in boleto.itens] if boleto else [conta]
        feitos.update(each.id for each in juntas)
        rows.append(making.row(boleto, juntas))
    usados = {row.debito.consentimento for row in rows if row.debito}
    return EmissaoDebitoPlan(
        convenio=convenio,
        rows=tuple(rows),
        contas={c.id: c.versao for row in rows for c in row.contas},
        consentimentos={c.id: c.versao for c in usados},
        boletos={b.id: b.versao for b in vivos.values()},
    )


def mark_of(coligada: str, boleto: Boleto | None) -> str:
    """Return the IDBOLETO of *boleto*; none where the empresa's codigo is no coligada of three digits."""
    completa = coligada.zfill(_COLIGADA)
    if boleto is None or not (completa.isdigit() and len(completa) == _COLIGADA):
        return ""
    return format_idboleto(completa, boleto.id)


def _by_pessoa(
    uow: UnitOfWork, convenio: ConvenioDebito, contas: Iterable[ContaReceber]
) -> dict[int, list[Consentimento]]:
    achados: dict[int, list[Consentimento]] = {}
    for each in uow.consentimentos.of_pessoas({conta.pessoa_id for conta in contas}):
        if each.convenio_id == convenio.id:
            achados.setdefault(each.pessoa_id, []).append(each)
    return achados


@dataclass(frozen=True, slots=True, kw_only=True)
class _Making:
    """What is needed to make rows."""

    convenio: ConvenioDebito
    coligada: str
    hoje: date
    consentimentos: Mapping[int, Sequence[Consentimento]]
    pedidos: Mapping[int, Sequence[Debito]]
    nomes: Mapping[int, str]

    def row(self, boleto: Boleto | None, contas: Sequence[ContaReceber]) -> EmissaoRow:
        """Return what *contas*, all of *boleto* where there is one, become."""
        abertas = [conta for conta in contas if conta.situacao.is_open and conta.saldo > 0]
        valor = sum(conta.saldo for conta in abertas)
        vencimento = boleto.vencimento if boleto else contas[0].vencimento
        cliente = self.nomes.get(contas[0].pessoa_id, "")
        problems = list(self._problems(contas, abertas, vencimento))
        consentimento = next(iter(self._living(contas[0].pessoa_id)), None)
        debito = None
        if consentimento is not None and abertas:
            debito = Debito(
                empresa_id=self.convenio.empresa_id,
                convenio_id=self.convenio.id,
                seu_numero="",
                consentimento=consentimento,
                valor=valor,
                vencimento=vencimento,
                idboleto=self._mark(boleto),
                boleto_id=boleto.id if boleto else None,
                historico=contas[0].descricao or contas[0].documento,
                itens=tuple(DebitoItem(conta_receber_id=c.id, valor=c.saldo) for c in abertas),
            )
        erro = next((problem for problem in problems if problem.is_error), None)
        efeito = (
            f"Fica de fora: {erro.message}"
            if erro
            else f"Debitar {format_brl(valor)} em {vencimento:%d/%m/%Y} da conta de {cliente}"
            + (f", boleto {boleto.nosso_numero_impresso} (IDBOLETO {boleto.id})." if boleto else ".")
        )
        return EmissaoRow(
            cliente=cliente,
            vencimento=vencimento,
            valor=valor,
            efeito=efeito,
            contas=tuple(contas),
            debito=debito,
            problems=tuple(problems),
        )

    def _mark(self, boleto: Boleto | None) -> str:
        return mark_of(self.coligada, boleto)

    def _living(self, pessoa_id: int) -> list[Consentimento]:
        return [each for each in self.consentimentos.get(pessoa_id, ()) if not each.situacao.is_dead]

    def _problems(
        self, contas: Sequence[ContaReceber], abertas: Sequence[ContaReceber], vencimento: date
    ) -> Iterator[Problem]:
        nome = self.nomes.get(contas[0].pessoa_id, "")
        if not abertas:
            situacao = str(contas[0].situacao).lower()
            yield Problem(message=f"A conta {contas[0].codigo} está {situacao}: nada a debitar.", field="situacao")
        if not self._living(contas[0].pessoa_id):
            yield Problem(
                message=f"{nome} não tem consentimento neste convênio.",
                fix="Cadastre o consentimento, ou cobre por boleto.",
                field="consentimento",
            )
        for conta in contas:
            presos = [each for each in self.pedidos.get(conta.id, ()) if each.situacao.holds]
            if presos:
                yield Problem(
                    message=f"A conta {conta.codigo} já está no débito {presos[0].codigo} "
                    f"({presos[0].situacao.lower()}).",
                    fix="Espere o retorno, ou cancele aquele débito.",
                    field="conta_receber",
                )
        if vencimento < self.hoje:
            yield Problem(
                message=f"Venceu em {vencimento:%d/%m/%Y}; o débito fica marcado para {self.hoje:%d/%m/%Y}.",
                fix="Mude o dia do débito antes de gerar a remessa, se o banco pede mais prazo.",
                field="vencimento",
                severity=Severity.WARNING,
            )
