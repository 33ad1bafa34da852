"""A remessa of payments, CNAB 240: lots by form of payment, the records of each payment, the trailers.

No new payment is a DOC, which ended in 2024. A payment that the bank's layout cannot carry is a problem and never
something similar.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from finbank_desktop.bancos import registry
from finbank_desktop.cnab import pagamento_problemas, pagamento_regras, pagamento_valores
from finbank_desktop.cnab.detect import PAGAMENTO, layout_of
from finbank_desktop.cnab.pagamento_regras import SEGMENTO, Regras
from finbank_desktop.domain.pagamentos import DadosPagamento, FormaPagamento, Pagamento
from finbank_desktop.domain.problems import Problem, RefusedError, Severity
from finbank_desktop.domain.registros import Valor
from finbank_desktop.domain.tributos import TipoTributo
from finbank_desktop.layouts import loader
from finbank_desktop.layouts.model import Layout
from finbank_desktop.layouts.writer import Escrita, write

_TAMANHO = 240
_N = {
    TipoTributo.GPS: "N_gps",
    TipoTributo.DARF: "N_darf",
    TipoTributo.DARF_SIMPLES: "N_darf_simples",
    TipoTributo.GARE_ICMS: "N_gare_icms",
    TipoTributo.GARE_DR: "N_gare_dr",
    TipoTributo.GARE_ITCMD: "N_gare_itcmd",
    TipoTributo.IPVA: "N_ipva",
    TipoTributo.LICENCIAMENTO: "N_licenciamento",
    TipoTributo.DPVAT: "N_dpvat",
    TipoTributo.FGTS: "N_fgts",
}
# What loses its meaning when it is cut: the answer would not be found, the money would go elsewhere.
_INTEIROS = frozenset({"seu_numero", "pix_chave", "pix_chave_ou_url", "pix_txid", "codigo_barras"})
Linha = tuple[str, Mapping[str, Valor]]


def render(dados: DadosPagamento) -> Escrita:
    """Return the file that tells the bank of *dados*.

    With an error among the problems there is no data; each problem of a payment names it by its seu número.

    Raises:
        RefusedError: There are no payments, or this program has no layout of the bank's.
    """
    layout = _layout(dados)
    if not dados.pagamentos:
        message = "A remessa não tem pagamentos. Escolha ao menos um pagamento aprovado."
        raise RefusedError("remessa_sem_pagamentos", message)
    regras = pagamento_regras.load(dados.convenio.banco)
    found = list(pagamento_problemas.problems(dados, regras, layout))
    return Escrita(data=b"", problems=found) if found else _Writing(dados, layout, regras).escrita()


def filename(dados: DadosPagamento) -> str:
    """Return the name the file gets: two letters, day, month and the file's number."""
    return f"PG{dados.geracao:%d%m}{dados.sequencia % 100:02d}.REM"


def _layout(dados: DadosPagamento) -> Layout:
    path = layout_of(dados.convenio.banco, _TAMANHO, "remessa", produto=PAGAMENTO)
    if path is None:
        message = (
            f"Este programa não tem o layout da remessa de pagamentos CNAB 240 do banco {dados.convenio.banco}. "
            "Use o convênio de pagamentos de outro banco."
        )
        raise RefusedError("banco_sem_layout", message)
    return loader.load(path)


class _Writing:
    """One remessa on its way to bytes."""

    def __init__(self, dados: DadosPagamento, layout: Layout, regras: Regras) -> None:
        self.dados = dados
        self.layout = layout
        self.regras = regras
        self.linhas: list[Linha] = []
        self.pagamento_of: dict[int, Pagamento] = {}
        self.comuns = pagamento_valores.arquivo(dados, _nome(dados.convenio.banco))
        self.open_fields = {
            registro.nome: {campo.nome for campo in registro.campos if campo.literal is None}
            for registro in layout.registros
        }

    def escrita(self) -> Escrita:
        self._add("header", self.comuns)
        lots = list(self._lots())
        for number, ((servico, forma), pagamentos) in enumerate(lots, 1):
            self._lot(number, servico, forma, pagamentos)
        # the file's trailer counts itself
        totais: dict[str, Valor] = {"qtd_lotes": len(lots), "qtd_registros": len(self.linhas) + 1}
        self._add("trailer", self.comuns | totais)
        written = write(self.layout, self.linhas)
        problems = [self._named(problem) for problem in written.problems]
        cut = any(problem.is_error for problem in problems)
        return Escrita(data=b"" if cut else written.data, problems=problems)

    def _lots(self) -> Iterator[tuple[tuple[str, str], list[Pagamento]]]:
        """Yield the payments by service and form, in the order of the forms' codes and then in ours."""

        def key(each: Pagamento) -> tuple[str, str]:
            return self.regras.servico(each, self.dados), self.regras.forma(each, self.dados)

        for lot, pagamentos in groupby(sorted(self.dados.pagamentos, key=key), key=key):
            yield lot, list(pagamentos)

    def _lot(self, number: int, servico: str, forma: str, pagamentos: Sequence[Pagamento]) -> None:
        segmento = SEGMENTO[pagamentos[0].forma]
        lote: dict[str, Valor] = {"lote": number}
        cabeca = self.comuns | lote
        cabeca |= {"tipo_servico": servico, "forma_lancamento": forma}
        cabeca |= {"versao_layout_lote": self.regras.versao_lote[segmento]}
        cabeca |= {"forma_pagamento": "" if segmento == "J" else self.regras.forma_pagamento}
        start = len(self.linhas)
        self._add("header_lote", cabeca)
        for each in pagamentos:
            values = self.comuns | lote | pagamento_valores.pagamento(each, self.dados, self.regras)
            for nome in self._records(each):
                self.pagamento_of[len(self.linhas) + 1] = each
                self._add(nome, values | {"sequencia_lote": len(self.linhas) - start})
        totais: dict[str, Valor] = {"qtd_registros_lote": len(self.linhas) - start + 1}
        totais |= {"soma_valores": sum(each.valor for each in pagamentos), "totais": _totais_itau(segmento, pagamentos)}
        if segmento in "ON":  # FEBRABAN leaves 42 to 230 blank there
            totais |= {"soma_moedas": "", "numero_aviso_debito": ""}
        self._add("trailer_lote", self.comuns | lote | totais)

    def _records(self, each: Pagamento) -> Iterator[str]:
        segmento = SEGMENTO[each.forma]
        if segmento == "A":
            yield "A_pix" if each.forma.is_pix and "A_pix" in self.layout else "A"
            if each.forma.is_pix:
                yield "B_pix"
            elif self.regras.b_sempre:
                yield "B"
        elif segmento == "J":
            yield from ("J", "J52")
        elif each.forma is FormaPagamento.TRIBUTO and each.tributo is not None:
            yield _N[each.tributo.tipo]
        else:
            yield "O"

    def _add(self, nome: str, values: Mapping[str, Valor]) -> None:
        """Add one line: the contract's own fields, and over them our values where the manual prints no constant."""
        free = self.open_fields[nome]
        extras = {campo: valor for campo, valor in self.dados.convenio.extras.items() if campo in free}
        self.linhas.append((nome, {**{k: v for k, v in values.items() if k in free}, **extras}))

    def _named(self, problem: Problem) -> Problem:
        if problem.field in _INTEIROS:
            problem = replace(problem, severity=Severity.ERROR, fix="Encurte-o: cortado, não serviria.")
        each = self.pagamento_of.get(problem.line or 0)
        return replace(problem, message=f"Pagamento {each.seu_numero}: {problem.message}") if each else problem


def _totais_itau(segmento: str, pagamentos: Iterable[Pagamento]) -> str:
    """Return positions 24 to 79 of Itaú's trailer of a lot (SISPAG v083)."""
    todos = list(pagamentos)
    total = sum(each.valor for each in todos)
    if segmento != "N":
        return f"{total:018d}" + "0" * (15 if segmento == "O" else 18)
    guias = [each.tributo for each in todos if each.tributo is not None]
    principal = sum(guia.valor_principal - guia.desconto for guia in guias)
    outras = sum(guia.outras_entidades for guia in guias)
    acrescimos = sum(guia.multa + guia.juros + guia.atualizacao for guia in guias)
    return f"{principal:014d}{outras:014d}{acrescimos:014d}{total:014d}"


def _nome(codigo: str) -> str:
    try:
        return registry.find(codigo).nome
    except registry.UnknownBancoError:
        return ""
