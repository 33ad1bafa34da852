"""BS2's own fields, CNAB 400 (ACBr, for the bank's layout 6: the version of the digit that its boletos have here)."""

from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import especies
from finbank_desktop.domain.encargos import TipoJuros, TipoMulta
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_SIMPLES = "21"
_VALOR, _PERCENTUAL = "1", "2"
_CLIENTE_EMITE, _BANCO_EMITE = "N", "M"


def header(dados: DadosRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 400 only
    """Return the bank's own fields of the opening record."""
    return {"empresa_inscricao": dados.empresa.documento}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 400 only
    """Return the bank's own fields of a title's record."""
    boleto, encargos, carteira = titulo.boleto, titulo.boleto.encargos, dados.convenio.carteira
    if carteira != _SIMPLES:
        raise BancoError("carteira", f"a remessa do BS2 é escrita para a carteira {_SIMPLES}, simples, não {carteira}")
    if encargos.juros_tipo is not TipoJuros.ISENTO:
        # positions 162-173 are called a percentage and filled with whatever the caller has: nobody knows which
        raise BancoError("juros", "não é público se o BS2 lê juros em valor ou em percentual; combine-os com o banco")
    if encargos.protesto_dias is not None or encargos.baixa_dias is not None:
        campo = "protesto_dias" if encargos.protesto_dias is not None else "baixa_dias"
        raise BancoError(campo, "a remessa do BS2 não leva prazo de protesto nem de baixa; combine-o com o banco")
    em_valor = encargos.multa_tipo is TipoMulta.VALOR
    return {
        "nosso_numero_dv": boleto.nosso_numero_dv,
        "multa_codigo": _VALOR if em_valor else _PERCENTUAL,
        "multa_valor": encargos.multa if em_valor else 0,
        "multa_percentual": encargos.multa if encargos.multa_tipo is TipoMulta.PERCENTUAL else 0,
        "emissao_postagem": _BANCO_EMITE if dados.convenio.emissao == "banco" else _CLIENTE_EMITE,
        "especie": especies.find(especies.BS2_400, boleto.especie),
    }


REMESSA = Remessa(header=header, titulo=titulo, formatos=("400",))
