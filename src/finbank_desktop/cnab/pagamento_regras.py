"""How each bank wants its remessa of payments beside the positions: ``resources/pagamentos.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from finbank_desktop import resources
from finbank_desktop.domain.pagamentos import DadosPagamento, FormaPagamento, Pagamento

_PATH = "pagamentos.toml"
_PADRAO = "padrao"
_A, _J, _O, _N = "A", "J", "O", "N"
SEGMENTO = {
    FormaPagamento.CREDITO_EM_CONTA: _A,
    FormaPagamento.CREDITO_POUPANCA: _A,
    FormaPagamento.TED: _A,
    FormaPagamento.PIX_CHAVE: _A,
    FormaPagamento.PIX_CONTA: _A,
    FormaPagamento.PIX_QR: _J,
    FormaPagamento.BOLETO: _J,
    FormaPagamento.CONCESSIONARIA: _O,
    FormaPagamento.TRIBUTO: _N,
}
"""The segment that opens each form of payment."""
_CREDITO_PROPRIO = "credito_mesma_titularidade"
_NOMES = {
    FormaPagamento.CREDITO_EM_CONTA: "credito_em_conta",
    FormaPagamento.CREDITO_POUPANCA: "credito_poupanca",
    FormaPagamento.TED: "ted",
    FormaPagamento.PIX_CHAVE: "pix",
    FormaPagamento.PIX_CONTA: "pix",
    FormaPagamento.PIX_QR: "pix_qr",
    FormaPagamento.BOLETO: "titulo_outros",
    FormaPagamento.CONCESSIONARIA: "concessionaria",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Regras:
    """One bank's rules.

    Attributes:
        versao_lote: Number of the lot's layout, by the segment that opens its payments.
        formas: Codes of the lots (G029) by our names.
        tributos: Guias without barcode that the layout has.
        forma_pagamento: P014, what the bank takes the money from; empty where the layout has no such field.
        b_sempre: Every payment of segment A has a segment B.
        linha_de_48: Segment O holds the linha digitável and not the barcode.
        tributo_cpf_cnpj: The contribuinte's type in segment N.
        moeda_tipo: G040, the currency in letters.
        sem_fundos: G059, how the bank says that there was not money enough.
    """

    banco: str
    versao_lote: Mapping[str, str]
    formas: Mapping[str, str]
    tributos: tuple[str, ...]
    servico_tributos: str
    forma_pagamento: str
    pix_por_chave: bool
    pix_por_conta: bool
    pix_qr: bool
    b_sempre: bool
    linha_de_48: bool
    tributo_cpf_cnpj: Mapping[str, int]
    moeda_tipo: str
    sem_fundos: str

    def carries(self, pagamento: Pagamento) -> bool:
        """Whether a source shows where this bank's files hold such a payment."""
        match pagamento.forma:
            case FormaPagamento.PIX_CHAVE:
                return self.pix_por_chave
            case FormaPagamento.PIX_CONTA:
                return self.pix_por_conta
            case FormaPagamento.PIX_QR:
                return self.pix_qr
            case FormaPagamento.TRIBUTO:
                return pagamento.tributo is not None and pagamento.tributo.tipo in self.tributos
        return True

    def forma(self, pagamento: Pagamento, dados: DadosPagamento) -> str:
        """Return the code of the lot that *pagamento* belongs in (G029)."""
        own = pagamento.favorecido.documento == dados.empresa.documento
        match pagamento.forma:
            case FormaPagamento.CREDITO_EM_CONTA if own and _CREDITO_PROPRIO in self.formas:
                name = _CREDITO_PROPRIO
            case FormaPagamento.TED if own:
                name = "ted_mesma_titularidade"
            case FormaPagamento.BOLETO if pagamento.codigo_barras[:3] == self.banco:
                name = "titulo_proprio"
            case FormaPagamento.TRIBUTO:
                name = str(pagamento.tributo.tipo) if pagamento.tributo else ""
            case forma:
                name = _NOMES[forma]
        return self.formas[name]

    def servico(self, pagamento: Pagamento, dados: DadosPagamento) -> str:
        """Return what the lot's payments are (G025)."""
        tributo = SEGMENTO[pagamento.forma] in (_O, _N)
        return self.servico_tributos if tributo else dados.convenio.servico


@cache
def load(banco: str) -> Regras:
    """Return the rules of *banco*, three digits; FEBRABAN's where nothing else is known."""
    data = tomllib.loads(resources.read_text(_PATH))
    padrao: dict[str, Any] = data[_PADRAO]
    own: dict[str, Any] = data.get(banco, {})
    merged = {**padrao, **own, "formas": {**padrao["formas"], **own.get("formas", {})}}
    merged["tributos"] = tuple(merged["tributos"])
    return Regras(banco=banco, **merged)
