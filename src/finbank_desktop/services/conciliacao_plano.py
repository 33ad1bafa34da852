"""What reconciling one line writes: settlements, links, and the line itself, in one operation that can be undone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.valores import Centavos, format_brl
from finbank_desktop.persistence.records_extratos import LinhaGravada, SituacaoLinha, Vinculo
from finbank_desktop.services import conciliacao_diferenca, conciliacao_mesa, conciliacao_regras
from finbank_desktop.services.baixas import BaixasService
from finbank_desktop.services.conciliacao_model import (
    OPERACAO,
    OPERACAO_IGNORAR,
    Composicao,
    ConciliacaoPlan,
    Mesa,
    TipoDiferenca,
)
from finbank_desktop.services.operacao_plan import Alteracao, OperacaoPlan, OperacaoRow

_AO_LADO = (TipoDiferenca.TARIFA, TipoDiferenca.OUTRA)
"""Differences that are linked beside the settlements instead of being part of one."""


@dataclass(frozen=True, slots=True)
class _Feito:
    """A line's shares, in words and as they are written."""

    partes: tuple[tuple[str, Centavos], ...] = ()
    alteracao: Alteracao = Alteracao()  # noqa: RUF009 - frozen
    vinculos: tuple[Vinculo, ...] = ()
    problems: tuple[Problem, ...] = ()


def make(mesa: Mesa, linha: LinhaGravada, composicao: Composicao, baixas: BaixasService) -> ConciliacaoPlan:
    """Return what *composicao* writes; nothing is written."""
    made = _made(mesa, linha, composicao, baixas)
    falta = 0 if composicao.ignorar else (linha.valor or 0) - sum(valor for _, valor in made.partes)
    problems = (*_problems(mesa, linha), *made.problems, *_missing(falta, composicao))
    operacao = None
    if not any(problem.is_error for problem in problems):
        operacao = _operation(linha, composicao, made)
    learns = composicao.categoria and not composicao.ignorar
    return ConciliacaoPlan(
        linha=linha,
        composicao=composicao,
        falta=falta,
        partes=made.partes,
        operacao=operacao,
        problems=problems,
        aprende=(conciliacao_regras.words_of(linha), composicao.categoria) if learns else None,
    )


def unignore(linha: LinhaGravada) -> OperacaoPlan:
    """Return what taking an ignored line out of the bin changes."""
    return OperacaoPlan(
        empresa_id=linha.empresa_id,
        tipo=OPERACAO_IGNORAR,
        texto=f"De volta à conciliação: {conciliacao_mesa.describe(linha)}.",
        rows=(OperacaoRow(titulo=linha.texto, efeito="Volta a esperar a conciliação."),),
        alteracao=Alteracao(linhas=((linha, replace(linha, situacao=SituacaoLinha.PENDENTE, motivo="")),)),
    )


def _made(mesa: Mesa, linha: LinhaGravada, composicao: Composicao, baixas: BaixasService) -> _Feito:
    if composicao.ignorar:
        return _Feito()
    if composicao.outra_linha_id is not None:
        return _transfer(mesa, linha, composicao.outra_linha_id, composicao.porque)
    if composicao.categoria:
        valor = linha.valor or 0
        return _Feito(
            partes=((composicao.categoria, valor),),
            vinculos=(_link(linha, "categoria", valor, composicao, categoria=composicao.categoria),),
        )
    if composicao.lote:
        return _batch(mesa, linha, composicao)
    return _titles(mesa, linha, composicao, baixas)


def _titles(mesa: Mesa, linha: LinhaGravada, composicao: Composicao, baixas: BaixasService) -> _Feito:
    gone = [each for each in composicao.titulos if each not in mesa.titulos]
    if gone:
        return _Feito(
            problems=(Problem(message="Um dos títulos já não está em aberto.", fix="Atualize e escolha outro."),)
        )
    titulos = [mesa.titulos[each] for each in composicao.titulos]
    if not titulos or linha.data is None:
        return _Feito()
    paid = conciliacao_diferenca.payments(titulos, composicao.diferencas, linha.data, linha.conta_id)
    partes = [
        (f"{t.titulo.documento} · {t.titulo.nome}", each.valor_pago) for t, each in zip(titulos, paid, strict=True)
    ]
    beside = [each for each in composicao.diferencas if each.tipo in _AO_LADO]
    partes += [(each.tipo.value, each.valor) for each in beside]
    alteracao, vinculos, problems = Alteracao(), [], []
    for titulo, each in zip(titulos, paid, strict=True):
        kind, _, row = titulo.id.partition(":")
        plan = baixas.plan(int(row), each) if kind == "boleto" else baixas.plan_conta(int(row), each)
        problems += [*plan.problems, *(problem for of in plan.rows for problem in of.problems)]
        first = len(alteracao.novas_baixas)
        alteracao += plan.alteracao
        vinculos += [
            _link(linha, "baixa", baixa.valor_pago, composicao, nova_baixa=first + at)
            for at, baixa in enumerate(plan.alteracao.novas_baixas)
        ]
    vinculos += [_link(linha, "categoria", each.valor, composicao, categoria=each.tipo.value) for each in beside]
    return _Feito(tuple(partes), alteracao, tuple(vinculos), tuple(problems))


def _batch(mesa: Mesa, linha: LinhaGravada, composicao: Composicao) -> _Feito:
    found = mesa.lotes.get(composicao.lote)
    if found is None:
        return _Feito(
            problems=(Problem(message="Este crédito da cobrança já está conciliado.", fix="Atualize a tela."),)
        )
    net = any(each.tipo is TipoDiferenca.TARIFA for each in composicao.diferencas)
    others = [each for each in composicao.diferencas if each.tipo is TipoDiferenca.OUTRA]
    vinculos = [_link(linha, "baixa", valor, composicao, baixa_id=row) for row, valor in found.baixas]
    partes = [(f"Cobrança {found.convenio}, {len(found.baixas)} baixas", found.lote.bruto)]
    if net:
        vinculos += [_link(linha, "tarifa", -valor, composicao, tarifa_id=row) for row, valor in found.tarifas]
        partes.append(("Tarifas da cobrança", -found.lote.tarifas))
    vinculos += [_link(linha, "categoria", each.valor, composicao, categoria=each.tipo.value) for each in others]
    partes += [(each.tipo.value, each.valor) for each in others]
    return _Feito(tuple(partes), Alteracao(), tuple(vinculos))


def _transfer(mesa: Mesa, linha: LinhaGravada, outra_id: int, porque: str) -> _Feito:
    outra = mesa.espelhos.get(outra_id)
    if outra is None or outra.valor != -(linha.valor or 0):
        return _Feito(
            problems=(Problem(message="O outro lado da transferência já não espera.", fix="Atualize a tela."),)
        )
    why = Composicao(linha_id=linha.id, porque=porque)
    return _Feito(
        partes=((f"Transferência: {outra.texto}", linha.valor or 0),),
        alteracao=Alteracao(linhas=((outra, replace(outra, situacao=SituacaoLinha.CONCILIADA)),)),
        vinculos=(
            _link(linha, "transferencia", linha.valor or 0, why, outra_linha_id=outra.id),
            _link(outra, "transferencia", outra.valor, why, outra_linha_id=linha.id),
        ),
    )


def _link(
    linha: LinhaGravada,
    tipo: str,
    valor: Centavos,
    composicao: Composicao,
    *,
    nova_baixa: int | None = None,
    baixa_id: int | None = None,
    tarifa_id: int | None = None,
    outra_linha_id: int | None = None,
    categoria: str = "",
) -> Vinculo:
    return Vinculo(
        empresa_id=linha.empresa_id,
        linha_id=linha.id,
        tipo=tipo,
        baixa_id=baixa_id,
        tarifa_id=tarifa_id,
        outra_linha_id=outra_linha_id,
        categoria=categoria,
        valor=valor,
        porque=composicao.porque,
        nova_baixa=nova_baixa,
    )


def _operation(linha: LinhaGravada, composicao: Composicao, made: _Feito) -> OperacaoPlan:
    said = conciliacao_mesa.describe(linha)
    if composicao.ignorar:
        depois = replace(linha, situacao=SituacaoLinha.IGNORADA, motivo=composicao.porque or "ignorada por você")
        text = f"Ignorado: {said}."
    else:
        depois = replace(linha, situacao=SituacaoLinha.CONCILIADA)
        text = f"Conciliado: {said}, com {_joined([name for name, _ in made.partes])}."
    own = Alteracao(linhas=((linha, depois),), vinculos=made.vinculos)
    return OperacaoPlan(
        empresa_id=linha.empresa_id,
        tipo=OPERACAO_IGNORAR if composicao.ignorar else OPERACAO,
        texto=text,
        rows=(OperacaoRow(titulo=linha.texto, efeito=text),),
        alteracao=made.alteracao + own,
    )


def _joined(names: Sequence[str]) -> str:
    return ", ".join(names[:3]) + (f" e mais {len(names) - 3}" if len(names) > 3 else "")  # noqa: PLR2004 - shown


def _missing(falta: Centavos, composicao: Composicao) -> Iterator[Problem]:
    if not falta:
        return
    empty = not (composicao.titulos or composicao.lote or composicao.categoria)
    yield Problem(
        message="Escolha com o que este lançamento se concilia."
        if empty
        else f"{'Falta' if falta > 0 else 'Passa'} {format_brl(abs(falta))}.",
        fix="" if empty else "Diga o que é a diferença, ou escolha outros títulos.",
        field="falta",
    )


def _problems(mesa: Mesa, linha: LinhaGravada) -> Iterator[Problem]:
    if linha.situacao is not SituacaoLinha.PENDENTE:
        yield Problem(message=f"Este lançamento está {str(linha.situacao).lower()}.", fix="Atualize a tela.")
    if mesa.fechado_ate is not None and linha.data is not None and linha.data <= mesa.fechado_ate:
        yield Problem(
            message=f"O período até {mesa.fechado_ate:%d/%m/%Y} está fechado.",
            fix="Reabra-o antes.",
            field="fechamento",
        )
