"""A remessa of payments, CNAB 240: lots by form of payment, the records of each payment, the trailers.

No new payment is a DOC, which ended in 2024. A payment that the bank's layout cannot carry is a problem and never
something similar.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from finbank_desktop.bancos import registry
from finbank_desktop.cnab import pagamento_problemas, pagamento_regras, pagamento_totais, pagamento_valores
from finbank_desktop.cnab.detect import PAGAMENTO, layout_of
from finbank_desktop.cnab.linhas_remessa import LinhasRemessa
from finbank_desktop.cnab.pagamento_regras import SEGMENTO, Regras
from finbank_desktop.domain.pagamentos import DadosPagamento, FormaPagamento, Pagamento
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.registros import Valor
from finbank_desktop.domain.tributos import TipoTributo
from finbank_desktop.layouts import loader
from finbank_desktop.layouts.model import Layout
from finbank_desktop.layouts.writer import Escrita

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
_INTEIROS = dict.fromkeys(
    ("seu_numero", "pix_chave", "pix_chave_ou_url", "pix_txid", "codigo_barras"),
    "Encurte-o: cortado, não serviria.",
)


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
        self.linhas = LinhasRemessa(layout, dados.convenio.extras, quem="Pagamento", inteiros=_INTEIROS)
        self.comuns = pagamento_valores.arquivo(dados, registry.name_of(dados.convenio.banco))

    def escrita(self) -> Escrita:
        self.linhas.add("header", self.comuns)
        lots = list(self._lots())
        for number, ((servico, forma), pagamentos) in enumerate(lots, 1):
            self._lot(number, servico, forma, pagamentos)
        # the file's trailer counts itself
        totais = {"qtd_lotes": len(lots), "qtd_registros": len(self.linhas) + 1}
        self.linhas.add("trailer", self.comuns | totais)
        return self.linhas.escrita()

    def _lots(self) -> Iterator[tuple[tuple[str, str], list[Pagamento]]]:
        """Yield the payments by service and form, in the order of the forms' codes and then in ours."""

        def key(each: Pagamento) -> tuple[str, str]:
            return self.regras.servico(each, self.dados), self.regras.forma(each, self.dados)

        for lot, pagamentos in groupby(sorted(self.dados.pagamentos, key=key), key=key):
            yield lot, list(pagamentos)

    def _lot(self, number: int, servico: str, forma: str, pagamentos: Sequence[Pagamento]) -> None:
        segmento = SEGMENTO[pagamentos[0].forma]
        comuns = self.comuns | {"lote": number}
        start = len(self.linhas)
        cabeca = {"tipo_servico": servico, "forma_lancamento": forma}
        cabeca["versao_layout_lote"] = self.regras.versao_lote[segmento]
        cabeca["forma_pagamento"] = "" if segmento == "J" else self.regras.forma_pagamento
        self.linhas.add("header_lote", {**comuns, **cabeca})
        for each in pagamentos:
            values = comuns | pagamento_valores.pagamento(each, self.dados, self.regras)
            for nome in self._records(each):
                self.linhas.add(nome, values | {"sequencia_lote": len(self.linhas) - start}, each)
        totais = self._totais(segmento, pagamentos)
        self.linhas.add("trailer_lote", comuns | totais | {"qtd_registros_lote": len(self.linhas) - start + 1})

    def _totais(self, segmento: str, pagamentos: Sequence[Pagamento]) -> dict[str, Valor]:
        somas = pagamento_totais.of(pagamentos)
        # of concessionárias and guias FEBRABAN leaves 42 to 230 blank
        blank = dict.fromkeys(("soma_moedas", "numero_aviso_debito"), "") if segmento in "ON" else {}
        return {
            "soma_valores": somas[pagamento_totais.PAGO],
            "totais": pagamento_totais.joined(self.regras.banco, segmento, somas),
            **blank,
        }

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
