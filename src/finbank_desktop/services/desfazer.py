"""Taking back what was done: planned, shown, then all of it or nothing.

What an import or an operation changed is given back row by row, and what it added is taken away. When a row was touched
since, later work stands on it: then nothing is taken back, and the plan says what stands in the way.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.persistence.records import (
    Evento,
    Importacao,
    ImportacaoLinha,
    Mudanca,
    Operacao,
    SituacaoImportacao,
    SituacaoOperacao,
)
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.contas_receber import holds
from finbank_desktop.services.debitos import desfazer as debitos_desfazer
from finbank_desktop.services.livros import desfazer_livros
from finbank_desktop.services.plans import StalePlanError

_MUDARAM = {"extrato_linhas": "uma linha do extrato", "plano_contas": "uma conta contábil"}
MUITOS = 200
"""Obstacles told one by one; of more only their number is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Impedimento:
    """Why something cannot be taken back.

    Attributes:
        row: Line of the file, from 1; ``None`` when it is about no line.
        why: One Portuguese sentence.
    """

    row: int | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DesfazerRow:
    """One thing that will be taken back.

    Attributes:
        row: Line of the file; ``None`` for an operation.
        boleto_id: The boleto it is about; ``None`` when it is about none.
        texto: What was done.
    """

    row: int | None
    boleto_id: int | None
    texto: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DesfazerPlan:
    """What will be taken back, or why it cannot be.

    Attributes:
        de: The import or operation.
        rows: What it did, line by line.
        refused: What stands in the way; empty when it can be undone.
        boletos: Those whose history gains the undoing.
        texto: What will happen, one sentence.
    """

    de: Importacao | Operacao
    rows: tuple[DesfazerRow, ...]
    refused: tuple[Impedimento, ...]
    boletos: tuple[int, ...]
    texto: str

    @property
    def can(self) -> bool:
        """Whether it can be undone."""
        return not self.refused


def plan_importacao(uow: UnitOfWork, importacao_id: int) -> DesfazerPlan:
    """Return what undoing an import takes back."""
    importacao = uow.importacoes.get(importacao_id)
    if importacao.situacao is SituacaoImportacao.DESFEITA:
        return _nothing(importacao, f"A importação {importacao.codigo} já foi desfeita.")
    linhas = uow.importacao_linhas.of_importacao(importacao_id)
    feitas = [linha for linha in linhas if linha.identidade is not None]
    mudancas = uow.mudancas.of_importacao(importacao_id)
    de_boleto = {linha.boleto_id: linha.linha for linha in feitas if linha.boleto_id is not None}
    refused = [
        *_moved(uow, mudancas, de_boleto),
        *_later_payments(uow, importacao, de_boleto),
        *_returned(uow, importacao),
        *_complemented(uow, importacao),
        *_reconciled(uow, [baixa.id for baixa in uow.baixas.of_importacao(importacao_id)]),
        *_reconciled_charges(uow, importacao_id),
        *_in_the_books(uow, importacao),
    ]
    quantas = f"{len(feitas)} linhas voltam" if len(feitas) != 1 else "1 linha volta"
    return DesfazerPlan(
        de=importacao,
        rows=tuple(DesfazerRow(row=linha.linha, boleto_id=linha.boleto_id, texto=linha.efeito) for linha in feitas),
        refused=_cut(refused),
        boletos=tuple(de_boleto),
        texto=f"{quantas} ao que era antes da importação {importacao.codigo}; o arquivo poderá ser importado de novo."
        + desfazer_livros.mirrored(uow, importacao),
    )


def plan_operacao(uow: UnitOfWork, operacao_id: int) -> DesfazerPlan:
    """Return what undoing an operation takes back."""
    operacao = uow.operacoes.get(operacao_id)
    if operacao.situacao is SituacaoOperacao.DESFEITA:
        return _nothing(operacao, "Esta operação já foi desfeita.")
    mudancas = uow.mudancas.of_operacao(operacao_id)
    boletos = tuple(dict.fromkeys(m.registro_id for m in mudancas if m.tabela == "boletos"))
    return DesfazerPlan(
        de=operacao,
        rows=(DesfazerRow(row=None, boleto_id=boletos[0] if boletos else None, texto=operacao.texto),),
        refused=_cut(
            [
                *_moved(uow, mudancas, {}),
                *_collected_elsewhere(uow, mudancas),
                *_used(uow, mudancas),
                *_linked(uow, mudancas),
                *_in_the_books(uow, operacao, mudancas),
            ]
        ),
        boletos=boletos,
        texto=f"Volta ao que era antes: {operacao.texto}{desfazer_livros.mirrored(uow, operacao)}",
    )


def apply(uow: UnitOfWork, plan: DesfazerPlan, evento: Evento) -> None:
    """Take back what *plan* says; the history of each boleto gains *evento*.

    Raises:
        StalePlanError: Something moved since; nothing is written.
        RefusedError: Later work stands on it.
    """
    importacao = isinstance(plan.de, Importacao)
    novo = plan_importacao(uow, plan.de.id) if importacao else plan_operacao(uow, plan.de.id)
    if novo != plan:
        raise StalePlanError(f"id {plan.de.id}")
    refuse(plan)
    desfazer_livros.take_back(uow, plan.de, usuario=evento.usuario, agora=evento.quando)
    if isinstance(plan.de, Importacao):
        mudancas = uow.mudancas.of_importacao(plan.de.id)
        uow.baixas.delete_where(importacao_id=plan.de.id)
        uow.tarifas.delete_where(importacao_id=plan.de.id)
        uow.devolucoes.delete_where(importacao_id=plan.de.id)
        uow.importacao_linhas.forget_identidades(plan.de.id)
        uow.importacoes.mark_desfeita(plan.de)
    else:
        mudancas = uow.mudancas.of_operacao(plan.de.id)
        uow.operacoes.mark_desfeita(plan.de)
    uow.mudancas.restore(mudancas)
    uow.eventos.add_for(evento, plan.boletos)


def refuse(plan: DesfazerPlan) -> None:
    """Do nothing when *plan* can be applied.

    Raises:
        RefusedError: It cannot; with the first obstacle's sentence and how many more there are.
    """
    if plan.refused:
        resto = f" (e mais {len(plan.refused) - 1})" if len(plan.refused) > 1 else ""
        raise RefusedError("nao_se_desfaz", f"Não dá para desfazer: {plan.refused[0].why}{resto}")


def _nothing(de: Importacao | Operacao, why: str) -> DesfazerPlan:
    return DesfazerPlan(de=de, rows=(), refused=(Impedimento(row=None, why=why),), boletos=(), texto=why)


def _cut(refused: list[Impedimento]) -> tuple[Impedimento, ...]:
    refused.sort(key=lambda each: (each.row is None, each.row or 0, each.why))
    if len(refused) <= MUITOS:
        return tuple(refused)
    resto = Impedimento(row=None, why=f"E mais {len(refused) - MUITOS} registros mudaram depois.")
    return (*refused[:MUITOS], resto)


def _moved(uow: UnitOfWork, mudancas: Sequence[Mudanca], linhas: dict[int, int]) -> Iterator[Impedimento]:
    """Yield why rows that were touched since cannot be given back, with what touched them."""
    mexidas = uow.mudancas.moved(mudancas)
    boletos = {m.registro_id for m in mexidas if m.tabela == "boletos"}
    contas = {m.registro_id for m in mexidas if m.tabela == "contas_receber"}
    de_conta = uow.boletos.of_contas(contas)
    ultimos = uow.eventos.last_of([*boletos, *(b.id for de in de_conta.values() for b in de)])
    numeros = {row: b.nosso_numero_impresso for row, b in uow.boletos.get_many(boletos).items()}
    for row in sorted(boletos):
        yield Impedimento(
            row=linhas.get(row), why=f"o boleto {numeros.get(row, row)} mudou depois: {_said(ultimos.get(row))}"
        )
    codigos = {row: conta.codigo for row, conta in uow.contas_receber.get_many(contas).items()}
    for row in sorted(contas):
        seus = [b.id for b in de_conta.get(row, [])]
        if boletos.intersection(seus):
            continue  # said of its boleto already
        ultimo = max((ultimos[b] for b in seus if b in ultimos), key=lambda e: e.id, default=None)
        linha = next((linhas[b] for b in seus if b in linhas), None)
        yield Impedimento(row=linha, why=f"a conta a receber {codigos.get(row, row)} mudou depois: {_said(ultimo)}")
    pessoas = {m.registro_id for m in mexidas if m.tabela == "pessoas"}
    nomes = {row: pessoa.codigo for row, pessoa in uow.pessoas.get_many(pessoas).items()}
    for row in sorted(pessoas):
        yield Impedimento(row=None, why=f"o cliente {nomes.get(row, row)} foi alterado depois em outra tela.")
    for m in mexidas:
        if m.tabela not in ("boletos", "contas_receber", "pessoas", *debitos_desfazer.TABELAS):
            what = _MUDARAM.get(m.tabela, "uma baixa")
            yield Impedimento(row=None, why=f"{what} foi alterada depois.")
    for why in debitos_desfazer.moved(uow, mexidas):
        yield Impedimento(row=None, why=why)


def _collected_elsewhere(uow: UnitOfWork, mudancas: Sequence[Mudanca]) -> Iterator[Impedimento]:
    """Yield why boletos may not be collected again: their contas are in another boleto by now, or were agreed on.

    Neither touches the row that would be given back, so that its version does not tell.
    """
    suas = {m.registro_id for m in mudancas if m.tabela == "boletos"}
    nossas = {m.registro_id for m in mudancas if m.tabela == "contas_receber"}
    situacoes = {m.registro_id: m.antes.get("situacao") for m in mudancas if m.tabela == "boletos"}
    for boleto in uow.boletos.get_many(suas).values():
        antes = situacoes[boleto.id]
        volta = Situacao[str(antes)] if antes else boleto.situacao
        if not volta.is_open:
            continue
        ids = [item.conta_receber_id for item in boleto.itens]
        for conta in uow.contas_receber.get_many(ids).values():
            if conta.id not in nossas and conta.situacao in (Situacao.RENEGOCIADO, Situacao.CANCELADO):
                yield Impedimento(row=None, why=f"a conta a receber {conta.codigo} está {str(conta.situacao).lower()}.")
        for outros in uow.boletos.of_contas(ids).values():
            yield from (
                Impedimento(row=None, why=f"a cobrança já está em outro boleto, o {outro.nosso_numero_impresso}.")
                for outro in outros
                if outro.id not in suas and holds(outro)
            )


def _used(uow: UnitOfWork, mudancas: Sequence[Mudanca]) -> Iterator[Impedimento]:
    """Yield why customers that were not there before cannot be taken away: they were billed since."""
    novas: dict[str, set[int]] = {"pessoas": set(), "contas_receber": set()}
    for m in mudancas:
        if m.tabela in novas and not m.antes:
            novas[m.tabela].add(m.registro_id)
    suas = uow.contas_receber.count_by_pessoa(novas["pessoas"])
    das_mesmas = Counter(c.pessoa_id for c in uow.contas_receber.get_many(novas["contas_receber"]).values())
    pessoas = uow.pessoas.get_many(suas)
    for row, quantas in suas.items():
        if quantas > das_mesmas[row]:
            yield Impedimento(row=None, why=f"o cliente {pessoas[row].codigo} já tem outras contas a receber.")


def _linked(uow: UnitOfWork, mudancas: Sequence[Mudanca]) -> Iterator[Impedimento]:
    """Yield why settlements and lines cannot be given back: a line stands for them, or their period is closed."""
    novas = {m.registro_id for m in mudancas if m.tabela == "vinculos"}
    suas = [m.registro_id for m in mudancas if m.tabela == "baixas" and not m.antes]
    yield from _reconciled(uow, suas, novas)
    linhas = uow.extrato_linhas.get_many(m.registro_id for m in mudancas if m.tabela == "extrato_linhas")
    for linha in linhas.values():
        ate = uow.fechamentos.closed_until(linha.conta_id)
        if ate is not None and linha.data is not None and linha.data <= ate:
            yield Impedimento(row=None, why=f"o período até {ate:%d/%m/%Y} está fechado; reabra-o antes.")


def _reconciled(uow: UnitOfWork, baixas: Sequence[int], suas: AbstractSet[int] = frozenset()) -> Iterator[Impedimento]:
    outros = [vinculo for vinculo in uow.vinculos.of_baixas(baixas) if vinculo.id not in suas]
    if outros:
        yield Impedimento(row=None, why=f"{_baixas(len(outros))} com o extrato; desfaça a conciliação antes.")


def _baixas(quantas: int) -> str:
    return "uma baixa está conciliada" if quantas == 1 else f"{quantas} baixas estão conciliadas"


def _reconciled_charges(uow: UnitOfWork, importacao_id: int) -> Iterator[Impedimento]:
    if uow.vinculos.of_tarifas(tarifa.id for tarifa in uow.tarifas.of_importacao(importacao_id)):
        yield Impedimento(row=None, why="tarifas estão conciliadas com o extrato; desfaça a conciliação antes.")


def _in_the_books(
    uow: UnitOfWork, de: Importacao | Operacao, mudancas: Sequence[Mudanca] = ()
) -> Iterator[Impedimento]:
    for why in desfazer_livros.obstacles(uow, de, mudancas):
        yield Impedimento(row=None, why=why)


def _said(evento: Evento | None) -> str:
    if evento is None:
        return "foi alterada em outra tela."
    return f"{evento.texto.rstrip('.')} ({evento.quando:%d/%m/%Y %H:%M}, {evento.usuario})."


def _later_payments(uow: UnitOfWork, importacao: Importacao, linhas: dict[int, int]) -> Iterator[Impedimento]:
    depois: list[ImportacaoLinha] = uow.importacao_linhas.later_a_devolver(importacao.id, linhas)
    codigos = {row: i.codigo for row, i in uow.importacoes.get_many(linha.importacao_id for linha in depois).items()}
    for linha in depois:
        yield Impedimento(
            row=linhas.get(linha.boleto_id or 0),
            why=f"a importação {codigos[linha.importacao_id]} trouxe depois um segundo pagamento deste boleto "
            "(linha a devolver); desfaça-a antes.",
        )


def _returned(uow: UnitOfWork, importacao: Importacao) -> Iterator[Impedimento]:
    for each in uow.devolucoes.of_importacao(importacao.id):
        if each.devolvido_em is not None:
            yield Impedimento(
                row=each.linha,
                why=f"{format_brl(each.valor)} desta importação já voltaram ao cliente em "
                f"{each.devolvido_em:%d/%m/%Y}; em Pagamentos a devolver, desmarque a devolução antes.",
            )


def _complemented(uow: UnitOfWork, importacao: Importacao) -> Iterator[Impedimento]:
    for depois in uow.importacoes.complements(importacao):
        yield Impedimento(
            row=None,
            why=f"a importação {depois.codigo} decidiu depois linhas deste mesmo arquivo; desfaça-a antes.",
        )
