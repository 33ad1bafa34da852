"""Bank and books side by side: what each line that waits may be, and how far that may be trusted."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from finbank_desktop.conciliacao.modelo import Caso, Faixa, Linha, Par
from finbank_desktop.conciliacao.sugestao import suggest
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.persistence.records_extratos import LinhaGravada, SituacaoLinha
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import conciliacao_diferenca, conciliacao_livros, conciliacao_regras
from finbank_desktop.services.conciliacao_model import (
    Composicao,
    Diferenca,
    FaixaMesa,
    LinhaMesa,
    Mesa,
    Opcao,
    TipoDiferenca,
)

_TRANSFERENCIA, _REGRA, _APRENDIDA = 75, 80, 60
"""Points beside the matching's own, which go to 100."""


def books(uow: UnitOfWork, conta_id: int, hoje: date) -> tuple[Mesa, Sequence[LinhaGravada]]:
    """Return the books' side of an account and the lines that wait."""
    conta = uow.contas.get(conta_id)
    linhas = uow.extrato_linhas.in_state(SituacaoLinha.PENDENTE, conta_id)
    desde = min((linha.data for linha in linhas if linha.data), default=hoje)
    espelhos = conciliacao_livros.espelhos(uow, conta, linhas)
    mesa = Mesa(
        conta=conta,
        linhas=(),
        titulos=conciliacao_livros.titulos(uow, conta.empresa_id, hoje),
        lotes=conciliacao_livros.lotes(uow, conta, desde),
        espelhos={outra.id: outra for outra in espelhos.values()},
        tem_extrato=bool(uow.extratos.of_conta(conta_id)),
        fechado_ate=uow.fechamentos.closed_until(conta_id),
    )
    return mesa, linhas


def lay(uow: UnitOfWork, conta_id: int, hoje: date) -> Mesa:
    """Return the whole table: every line that waits with its answers, best first."""
    mesa, linhas = books(uow, conta_id, hoje)
    found = suggest(case(mesa, linhas))
    by_line: dict[int, list[Par]] = defaultdict(list)
    for par in found.pares:
        by_line[int(par.linha)].append(par)
    mirrors = conciliacao_livros.espelhos(uow, mesa.conta, linhas)
    known = conciliacao_regras.load(uow, mesa.conta)
    nomes = {conta.id: conta.descricao for conta in uow.contas.all(mesa.conta.empresa_id)}
    laid = []
    for linha in linhas:
        answers = [_of_pair(par, linha, mesa) for par in by_line.get(linha.id, ())]
        sure = bool(by_line.get(linha.id)) and by_line[linha.id][0].faixa is Faixa.CERTO
        laid.append(_judge(linha, answers, mirrors.get(linha.id), nomes, known, mesa, sure=sure))
    return replace(mesa, linhas=tuple(laid))


def case(mesa: Mesa, linhas: Sequence[LinhaGravada]) -> Caso:
    """Return what the matching looks at."""
    return Caso(
        linhas=[
            Linha(
                id=str(linha.id),
                data=linha.data,
                valor=linha.valor,
                texto=" ".join(part for part in (linha.texto, linha.documento, linha.contraparte) if part),
            )
            for linha in linhas
            if linha.data is not None and linha.valor is not None
        ],
        titulos=[each.titulo for each in mesa.titulos.values() if each.titulo.valor > 0],
        lotes=[each.lote for each in mesa.lotes.values()],
    )


def _of_pair(par: Par, linha: LinhaGravada, mesa: Mesa) -> Opcao:
    if par.lote:
        return _of_batch(par, linha, mesa)
    valor = linha.valor or 0
    titulos = [mesa.titulos[each] for each in par.titulos]
    falta = valor - sum(each.titulo.valor for each in titulos)
    diferencas: tuple[Diferenca, ...] | None = ()
    if falta and len(titulos) == 1 and linha.data is not None:
        diferencas = conciliacao_diferenca.explain(titulos[0].titulo, valor, linha.data)
    falta -= sum(each.valor for each in diferencas or ())
    return Opcao(
        composicao=Composicao(linha_id=linha.id, titulos=par.titulos, diferencas=diferencas or (), porque=par.porque),
        resumo=_names([f"{each.titulo.documento} · {each.titulo.nome}" for each in titulos]),
        pontos=par.pontos,
        porque=par.porque,
        falta=falta,
    )


def _of_batch(par: Par, linha: LinhaGravada, mesa: Mesa) -> Opcao:
    each = mesa.lotes[par.lote]
    fees = linha.valor == each.lote.bruto - each.lote.tarifas and each.lote.tarifas
    diferencas = (Diferenca(TipoDiferenca.TARIFA, -each.lote.tarifas),) if fees else ()
    number = f"{len(each.baixas)} baixas" if len(each.baixas) != 1 else "1 baixa"
    return Opcao(
        composicao=Composicao(linha_id=linha.id, lote=par.lote, diferencas=diferencas, porque=par.porque),
        resumo=f"Cobrança {each.convenio}, crédito de {each.lote.data_credito:%d/%m/%Y}: {number}",
        pontos=par.pontos,
        porque=par.porque,
        falta=(linha.valor or 0) - each.lote.bruto - sum(d.valor for d in diferencas),
    )


def _judge(
    linha: LinhaGravada,
    answers: list[Opcao],
    mirror: LinhaGravada | None,
    nomes: Mapping[int, str],
    known: conciliacao_regras.Conhecidas,
    mesa: Mesa,
    *,
    sure: bool,
) -> LinhaMesa:
    """Return the line with all its answers; *Certo* only where nothing else is worth naming and nothing is missing."""
    still = next((t for a in answers[:1] for t in a.composicao.titulos if mesa.titulos[t].no_banco), None)
    if still is not None:
        sure = False
        first = answers[0]
        why = f"{first.porque} · o banco ainda cobra este boleto: se o retorno vem, deixe a baixa para ele"
        answers[0] = replace(first, porque=why, composicao=replace(first.composicao, porque=why))
    if mirror is not None:
        sure = False
        answers.append(_transfer(linha, mirror, nomes))
    rule = known.rule_for(linha)
    if rule is not None:
        sure = sure or not answers
        answers.append(_by_rule(linha, rule, known))
    elif (category := known.learned(linha)) is not None:
        sure = False
        answers.append(_of_category(linha, category, "como das últimas vezes", _APRENDIDA))
    answers.sort(key=lambda each: -each.pontos)
    closed = mesa.fechado_ate is not None and linha.data is not None and linha.data <= mesa.fechado_ate
    if sure and answers and not answers[0].falta and not closed:
        return LinhaMesa(linha=linha, faixa=FaixaMesa.CERTO, opcoes=tuple(answers[:1]))
    return LinhaMesa(linha=linha, faixa=FaixaMesa.CONFERIR if answers else FaixaMesa.SEM_PAR, opcoes=tuple(answers))


def _transfer(linha: LinhaGravada, mirror: LinhaGravada, nomes: Mapping[int, str]) -> Opcao:
    other = nomes.get(mirror.conta_id, "outra conta")
    where = "para" if (linha.valor or 0) < 0 else "de"
    why = f"mesmo valor ao contrário na conta {other} em {mirror.data:%d/%m/%Y}"
    return Opcao(
        composicao=Composicao(linha_id=linha.id, outra_linha_id=mirror.id, porque=why),
        resumo=f"Transferência {where} {other}: {mirror.texto}",
        pontos=_TRANSFERENCIA,
        porque=why,
    )


def _by_rule(linha: LinhaGravada, rule: conciliacao_regras.RegraLida, known: conciliacao_regras.Conhecidas) -> Opcao:
    why = f"regra {known.place_of(rule)}: contém “{rule.contem}”"
    if rule.acao == "ignorar":
        return Opcao(
            composicao=Composicao(linha_id=linha.id, ignorar=True, porque=why),
            resumo="Ignorar",
            pontos=_REGRA,
            porque=why,
        )
    return _of_category(linha, rule.categoria, why, _REGRA)


def _of_category(linha: LinhaGravada, categoria: str, why: str, pontos: int) -> Opcao:
    return Opcao(
        composicao=Composicao(linha_id=linha.id, categoria=categoria, porque=why),
        resumo=categoria,
        pontos=pontos,
        porque=why,
    )


def _names(names: Sequence[str]) -> str:
    shown = ", ".join(names[:3])
    return shown + (f" e mais {len(names) - 3}" if len(names) > 3 else "")  # noqa: PLR2004 - as many as are shown


def describe(linha: LinhaGravada) -> str:
    """Return a line for a sentence."""
    return f"{linha.texto.strip() or 'lançamento'} de {linha.data:%d/%m/%Y}, {format_brl(linha.valor or 0)}"
