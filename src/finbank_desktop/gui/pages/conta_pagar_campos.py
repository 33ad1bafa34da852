"""Which fields of a conta a pagar count for which form of payment, and which of a guia for which tax."""

from collections.abc import Collection, Mapping

from finbank_desktop.domain.pagamentos import FormaPagamento
from finbank_desktop.domain.tributos import TipoTributo

DA_FORMA: Mapping[FormaPagamento | None, tuple[str, ...]] = {
    None: (),
    FormaPagamento.CREDITO_EM_CONTA: ("conta_favorecido_id",),
    FormaPagamento.CREDITO_POUPANCA: ("conta_favorecido_id",),
    FormaPagamento.TED: ("conta_favorecido_id",),
    FormaPagamento.PIX_CONTA: ("conta_favorecido_id",),
    FormaPagamento.PIX_CHAVE: ("chave_favorecido_id",),
    FormaPagamento.PIX_QR: ("pix_qr", "pix_txid"),
    FormaPagamento.BOLETO: ("codigo_barras", "final_nome", "final_documento"),
    FormaPagamento.CONCESSIONARIA: ("codigo_barras",),
    FormaPagamento.TRIBUTO: ("tributo",),
}
DEPENDEM = tuple(dict.fromkeys(name for names in DA_FORMA.values() for name in names))
"""Fields that only some forms have."""

_QUEM = ("receita", "contribuinte_documento", "contribuinte_nome", "valor_principal")
_GARE = ("competencia", "vencimento", "referencia", "multa", "juros", "inscricao_estadual", "divida_ativa")
_CARRO = ("contribuinte_documento", "contribuinte_nome", "valor_principal", "desconto")
DO_TRIBUTO: Mapping[TipoTributo, tuple[str, ...]] = {
    TipoTributo.GPS: (*_QUEM, "competencia", "outras_entidades", "atualizacao"),
    TipoTributo.DARF: (*_QUEM, "periodo_apuracao", "vencimento", "referencia", "multa", "juros"),
    TipoTributo.DARF_SIMPLES: (*_QUEM, "periodo_apuracao", "multa", "juros", "receita_bruta", "percentual"),
    TipoTributo.GARE_ICMS: (*_QUEM, *_GARE),
    TipoTributo.GARE_DR: (*_QUEM, *_GARE),
    TipoTributo.GARE_ITCMD: (*_QUEM, *_GARE),
    TipoTributo.IPVA: _CARRO,
    TipoTributo.LICENCIAMENTO: _CARRO,
    TipoTributo.DPVAT: _CARRO,
    TipoTributo.FGTS: (*_QUEM, "codigo_barras", "identificador", "lacre"),
}
"""Parts of `Tributo` by guia (FEBRABAN CNAB 240, segments N1 to N8, and FGTS)."""
DE_CARRO = (TipoTributo.IPVA, TipoTributo.LICENCIAMENTO, TipoTributo.DPVAT)
DO_VEICULO = ("renavam", "placa", "uf", "municipio", "ano_base", "opcao_pagamento")
DINHEIRO = ("valor_principal", "multa", "juros", "desconto", "outras_entidades", "atualizacao")
"""Amounts of a guia that make its total."""
OPCOES = (
    ("Cota única com desconto", "1"),
    ("Cota única sem desconto", "2"),
    ("1ª parcela", "3"),
    ("2ª parcela", "4"),
    ("3ª parcela ou licenciamento", "5"),
)
"""N019, how a car's tax is paid."""


def shown(forma: FormaPagamento | None, tipo: TipoTributo | None) -> Collection[str]:
    """Return the names of the dependent fields that are asked for, as the form calls them."""
    names = set(DA_FORMA[forma])
    if forma is FormaPagamento.TRIBUTO and tipo is not None:
        names |= {f"t_{name}" for name in DO_TRIBUTO[tipo]}
        names |= {f"v_{name}" for name in DO_VEICULO} if tipo in DE_CARRO else set()
    return names
