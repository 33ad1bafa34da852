"""Taking an import of payments, or of DDA, back: planned, shown, then all of it or nothing.

Every conta a pagar, payment and settlement is given back as it was. When one was touched since, later work stands on
the import: then nothing is taken back, and the plan says what stands in the way.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.persistence.records import Mudanca, SituacaoImportacao
from finbank_desktop.persistence.records_pagamentos import EventoPagar, ImportacaoPagamento, LinhaPagamento
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.desfazer import Impedimento
from finbank_desktop.services.livros.contabilizar import estornar, impedimentos
from finbank_desktop.services.pagamentos.contabil import origem_importacao
from finbank_desktop.services.plans import StalePlanError

_CONTAS = "contas_pagar"


@dataclass(frozen=True, slots=True, kw_only=True)
class DesfazerPagamentoPlan:
    """What will be taken back, or why it cannot be.

    Attributes:
        de: The import.
        rows: The lines that were applied.
        refused: What stands in the way; empty when it can be undone.
        texto: What will happen, one sentence.
    """

    de: ImportacaoPagamento
    rows: tuple[LinhaPagamento, ...]
    refused: tuple[Impedimento, ...]
    texto: str

    @property
    def can(self) -> bool:
        """Whether it can be undone."""
        return not self.refused


def plan(uow: UnitOfWork, importacao_id: int) -> DesfazerPagamentoPlan:
    """Return what undoing an import takes back.

    Raises:
        MissingError: There is none with that id.
    """
    importacao = uow.importacoes_pagamento.get(importacao_id)
    if importacao.situacao is SituacaoImportacao.DESFEITA:
        why = f"A importação {importacao.codigo} já foi desfeita."
        return DesfazerPagamentoPlan(de=importacao, rows=(), refused=(Impedimento(row=None, why=why),), texto=why)
    feitas = [each for each in uow.linhas_pagamento.of_importacao(importacao_id) if each.identidade is not None]
    linhas = {each.conta_pagar_id: each.linha for each in feitas if each.conta_pagar_id}
    refused = [
        *_moved(uow, uow.mudancas_pagamento.of_importacao(importacao_id), linhas),
        *_used(uow, uow.mudancas_pagamento.of_importacao(importacao_id)),
        *_complemented(uow, importacao),
        *(Impedimento(row=None, why=each.message) for each in impedimentos(uow, origem_importacao(importacao))),
    ]
    quantas = f"{len(feitas)} linhas voltam" if len(feitas) != 1 else "1 linha volta"
    texto = f"{quantas} ao que era antes da importação {importacao.codigo}; o arquivo poderá ser importado de novo."
    return DesfazerPagamentoPlan(de=importacao, rows=tuple(feitas), refused=tuple(refused), texto=texto)


def apply(uow: UnitOfWork, feito: DesfazerPagamentoPlan, *, usuario: str, agora: datetime) -> ImportacaoPagamento:
    """Take back what *feito* says and return the import as undone.

    Raises:
        StalePlanError: Something moved since; nothing is written.
        RefusedError: Later work stands on it.
    """
    if plan(uow, feito.de.id) != feito:
        raise StalePlanError(f"id {feito.de.id}")
    refuse(feito)
    importacao = feito.de
    mudancas = uow.mudancas_pagamento.of_importacao(importacao.id)
    estornar(uow, origem_importacao(importacao), usuario=usuario, agora=agora)
    uow.baixas_pagar.delete_where(importacao_id=importacao.id)
    uow.linhas_pagamento.forget_identidades(importacao.id)
    _let_go(uow, mudancas)
    _restore(uow, mudancas)
    criadas = _created(mudancas)
    contas = dict.fromkeys(each.conta_pagar_id for each in feito.rows if each.conta_pagar_id not in criadas)
    texto = f"A importação {importacao.codigo} ({importacao.arquivo}) foi desfeita."
    uow.eventos_pagar.add_all(
        [
            EventoPagar(
                empresa_id=importacao.empresa_id,
                conta_pagar_id=row,
                quando=agora,
                usuario=usuario,
                tipo="desfeito",
                texto=texto,
                importacao_id=importacao.id,
            )
            for row in contas
            if row is not None
        ]
    )
    return uow.importacoes_pagamento.mark_desfeita(importacao)


def refuse(feito: DesfazerPagamentoPlan) -> None:
    """Do nothing when *feito* can be applied.

    Raises:
        RefusedError: It cannot; with the first obstacle's sentence and how many more there are.
    """
    if feito.refused:
        resto = f" (e mais {len(feito.refused) - 1})" if len(feito.refused) > 1 else ""
        raise RefusedError("nao_se_desfaz", f"Não dá para desfazer: {feito.refused[0].why}{resto}")


def _created(mudancas: Sequence[Mudanca]) -> set[int]:
    return {m.registro_id for m in mudancas if m.tabela == _CONTAS and not m.antes}


def _let_go(uow: UnitOfWork, mudancas: Sequence[Mudanca]) -> None:
    """Take away what names contas a pagar that will not be there any more."""
    for m in mudancas:
        if m.tabela == "pessoas" and not m.antes:
            uow.pessoa_contas.delete_where(pessoa_id=m.registro_id)
            uow.pessoa_chaves_pix.delete_where(pessoa_id=m.registro_id)
    for row in _created(mudancas):
        uow.eventos_pagar.delete_where(conta_pagar_id=row)
        uow.linhas_pagamento.forget_conta(row)


def _restore(uow: UnitOfWork, mudancas: Sequence[Mudanca]) -> None:
    """Give the rows back: payments that leave the living before those that return to them."""
    voltam = [m for m in mudancas if m.tabela == "pagamentos" and m.antes.get("viva_conta_id") is not None]
    uow.mudancas_pagamento.restore([m for m in mudancas if m not in voltam])
    uow.mudancas_pagamento.restore(voltam)


def _moved(uow: UnitOfWork, mudancas: Sequence[Mudanca], linhas: dict[int, int]) -> Iterator[Impedimento]:
    """Yield why rows that were touched since cannot be given back, with what touched them."""
    mexidas = uow.mudancas_pagamento.moved(mudancas)
    contas = sorted(m.registro_id for m in mexidas if m.tabela == _CONTAS)
    codigos = {row: conta.codigo for row, conta in uow.contas_pagar.get_many(contas).items()}
    ultimos = uow.eventos_pagar.last_of(contas)
    for row in contas:
        ultimo = ultimos.get(row)
        said = (
            f"{ultimo.texto.rstrip('.')} ({ultimo.quando:%d/%m/%Y %H:%M}, {ultimo.usuario})" if ultimo else "alterada"
        )
        yield Impedimento(row=linhas.get(row), why=f"a conta a pagar {codigos.get(row, row)} mudou depois: {said}.")
    if not contas and mexidas:
        yield Impedimento(row=None, why="um pagamento desta importação mudou depois.")


def _used(uow: UnitOfWork, mudancas: Sequence[Mudanca]) -> Iterator[Impedimento]:
    """Yield why favorecidos that were not there before cannot be taken away: they are billed or paid by now."""
    novas = [m.registro_id for m in mudancas if m.tabela == "pessoas" and not m.antes]
    criadas = _created(mudancas)
    recebem = uow.contas_receber.count_by_pessoa(novas)
    for pessoa in uow.pessoas.get_many(novas).values():
        pagas = [conta for conta in uow.contas_pagar.of_pessoa(pessoa.id) if conta.id not in criadas]
        if pagas or pessoa.id in recebem:
            yield Impedimento(row=None, why=f"o favorecido {pessoa.codigo} já tem outras contas.")


def _complemented(uow: UnitOfWork, importacao: ImportacaoPagamento) -> Iterator[Impedimento]:
    for depois in uow.importacoes_pagamento.complements(importacao):
        why = f"a importação {depois.codigo} decidiu depois linhas deste mesmo arquivo; desfaça-a antes."
        yield Impedimento(row=None, why=why)
