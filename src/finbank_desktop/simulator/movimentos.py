"""The simulated bank's answer to remessas of payments and débito automático.

As banks do, the first file only accepts (*agendado*), and each day of payment gives one more with what was paid. Three
of four are paid, the fourth is refused for want of funds; débito automático has no acceptance, only the day's result.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from finbank_desktop.cnab import debito_regras, movimentos, pagamento_regras, pagamento_totais
from finbank_desktop.cnab.detect import DEBITO, PAGAMENTO, Deteccao, detect, layout_150, layout_of
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.registros import Valor
from finbank_desktop.layouts import loader
from finbank_desktop.layouts.check_ordem import has_end
from finbank_desktop.layouts.model import Layout, Papel
from finbank_desktop.layouts.reader import Leitura, read
from finbank_desktop.layouts.writer import write
from finbank_desktop.simulator.banco import Resposta

_240 = 240
_RECUSA_A_CADA = 4
_AGENDADO, _PAGO = "BD", "00"
_DE_MOVIMENTO: Mapping[Valor, str] = {1: "99", 5: "CF"}
_VALORES = ("valor_pagamento", "valor_debito")
_VENCIMENTOS = ("data_pagamento", "data_debito")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pedido:
    """One payment or debit that was sent: its lot's header and its lines, as values."""

    lote: tuple[str, Mapping[str, Valor]] | None
    linhas: tuple[tuple[str, Mapping[str, Valor]], ...]
    dia: date
    recusado: bool

    @property
    def valor(self) -> int:
        """Centavos."""
        first = self.linhas[0][1]
        return next((value for nome in _VALORES if isinstance(value := first.get(nome), int)), 0)


def answers(path: Path, hoje: date) -> list[Resposta] | None:
    """Return what the bank answers to the remessa at *path*, the oldest first; ``None`` when it is of cobrança.

    Raises:
        RefusedError: It is no remessa, or one without payments or without its end.
        OutsideError: It cannot be opened.
    """
    deteccao = detect(path)
    if deteccao.product not in (PAGAMENTO, DEBITO):
        return None
    if deteccao.kind != "remessa":
        message = (
            f"{path.name} é um retorno, e o banco simulado responde a remessas. "
            "Escolha o arquivo .REM que seria enviado ao banco."
        )
        raise RefusedError("retorno_no_lugar_de_remessa", message, path.name)
    leitura = read(path, loader.load(deteccao.layout))
    pedidos = list(_pedidos(leitura, deteccao, hoje))
    if not pedidos or not has_end(leitura):
        message = f"{path.name} não tem nenhum lançamento ou não tem fim; gere a remessa outra vez."
        raise RefusedError("remessa_vazia", message, path.name)
    layout = _retorno(deteccao, leitura)
    header = leitura.values(0)
    found = []
    if deteccao.tamanho == _240:
        found.append((hoje, pedidos, _AGENDADO))
    days = sorted({pedido.dia for pedido in pedidos})
    found += [(dia, [pedido for pedido in pedidos if pedido.dia == dia], _PAGO) for dia in days]
    return [_file(layout, deteccao, header, each, number) for number, each in enumerate(found, 1)]


def file_name(dia: date, ordem: int) -> str:
    """Return the name of the *ordem*-th retorno (from 1) of a day."""
    return f"RET{dia:%d%m}{ordem:02}.RET"


def _retorno(deteccao: Deteccao, leitura: Leitura) -> Layout:
    lines = [leitura.text(0)]
    path = (
        layout_of(deteccao.banco, _240, "retorno", lines, deteccao.product)
        if deteccao.tamanho == _240
        else layout_150(deteccao.banco, "retorno", lines[0][79:81])
    )
    if path is None:
        message = f"Este programa não tem o layout do retorno do banco {deteccao.banco}."
        raise RefusedError("banco_sem_layout", message)
    return loader.load(path)


def _pedidos(leitura: Leitura, deteccao: Deteccao, hoje: date) -> Iterator[_Pedido]:
    abrem = {registro.nome for registro in leitura.layout.registros if movimentos.opens(registro)}
    lote: tuple[str, Mapping[str, Valor]] | None = None
    groups: list[tuple[tuple[str, Mapping[str, Valor]] | None, list[tuple[str, Mapping[str, Valor]]]]] = []
    for row in range(len(leitura)):
        registro = leitura.registro_at(row)
        if registro is None:
            continue
        linha = (registro.nome, leitura.values(row))
        if registro.papel is Papel.ABERTURA_LOTE:
            lote = linha
        elif registro.nome in abrem:
            groups.append((lote, [linha]))
        elif registro.papel is Papel.DETALHE and groups and deteccao.tamanho == _240:
            groups[-1][1].append(linha)
    for number, (head, linhas) in enumerate(groups, 1):
        due = next((value for nome in _VENCIMENTOS if isinstance(value := linhas[0][1].get(nome), date)), hoje)
        recusado = number % _RECUSA_A_CADA == 0
        yield _Pedido(lote=head, linhas=tuple(linhas), dia=max(due, hoje), recusado=recusado)


def _file(
    layout: Layout,
    deteccao: Deteccao,
    header: Mapping[str, Valor],
    told: tuple[date, list[_Pedido], str],
    number: int,
) -> Resposta:
    dia, pedidos, codigo = told
    capa = {**header, "data_geracao": dia, "nsa": number}
    make = _lines_240 if deteccao.tamanho == _240 else _lines_150
    linhas = [_free(layout, nome, values) for nome, values in make(deteccao, capa, (pedidos, codigo))]
    written = write(layout, linhas)
    return Resposta(dia=dia, titulos=len(pedidos), data=written.data)


def _free(layout: Layout, nome: str, values: Mapping[str, Valor]) -> tuple[str, Mapping[str, Valor]]:
    """Keep what the retorno's record has and does not print itself."""
    registro = layout.registro(nome)
    return nome, {k: v for k, v in values.items() if k in registro and registro.campo(k).literal is None}


def _code(deteccao: Deteccao, pedido: _Pedido, codigo: str) -> str:
    if codigo == _AGENDADO or not pedido.recusado:
        return codigo
    load = pagamento_regras.load if deteccao.product == PAGAMENTO else debito_regras.load
    return load(deteccao.banco).sem_fundos


def _lines_240(
    deteccao: Deteccao, capa: Mapping[str, Valor], told: tuple[list[_Pedido], str]
) -> Iterator[tuple[str, Mapping[str, Valor]]]:
    pedidos, codigo = told
    yield "header", capa
    lotes: list[list[_Pedido]] = []
    for pedido in pedidos:
        if not lotes or lotes[-1][-1].lote is not pedido.lote:
            lotes.append([])
        lotes[-1].append(pedido)
    total = 2
    for number, lote in enumerate(lotes, 1):
        head = lote[0].lote or ("header_lote", {})
        yield head[0], {**head[1], "lote": number}
        sequencia = 0
        for pedido in lote:
            for position, (nome, values) in enumerate(pedido.linhas):
                sequencia += 1
                own: dict[str, Valor] = {"lote": number, "sequencia_lote": sequencia}
                yield nome, {**values, **own, **(_answer_240(deteccao, pedido, codigo) if position == 0 else {})}
        soma = sum(pedido.valor for pedido in lote)
        totais: dict[str, Valor] = {"qtd_registros_lote": sequencia + 2, "soma_valores": soma, "soma_debitos": soma}
        totais["totais"] = pagamento_totais.joined(
            deteccao.banco, lote[0].linhas[0][0][0], {pagamento_totais.PAGO: soma}
        )
        yield "trailer_lote", {"banco": capa.get("banco"), "lote": number, **totais}
        total += sequencia + 2
    yield "trailer", {"banco": capa.get("banco"), "qtd_lotes": len(lotes), "qtd_registros": total}


def _answer_240(deteccao: Deteccao, pedido: _Pedido, codigo: str) -> dict[str, Valor]:
    said = _code(deteccao, pedido, codigo)
    paid = said == _PAGO
    return {
        "ocorrencias": said,
        "data_real": pedido.dia if paid else None,
        "valor_real": pedido.valor if paid else 0,
    }


def _lines_150(
    deteccao: Deteccao, capa: Mapping[str, Valor], told: tuple[list[_Pedido], str]
) -> Iterator[tuple[str, Mapping[str, Valor]]]:
    pedidos, codigo = told
    yield "A", {**capa, "identificacao_servico": capa.get("identificacao_servico") or "DEBITO AUTOMATICO"}
    soma = 0
    for pedido in pedidos:
        values = pedido.linhas[0][1]
        soma += pedido.valor
        # a cancellation and a new consent have answers of their own
        said = _DE_MOVIMENTO.get(values.get("codigo_movimento")) or _code(deteccao, pedido, codigo)
        own: dict[str, Valor] = {"codigo_retorno": said, "data_debito": pedido.dia}
        yield "F", {**values, **own}
    yield "Z", {"qtd_registros": len(pedidos) + 2, "soma_debitos": soma}
