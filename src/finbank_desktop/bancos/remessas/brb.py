"""BRB's own fields, CNAB 400 in the form "075".

Sources: ACBr and kivanio/brcobranca, which agree on every position. What only one of them has: the kinds but DM, the
instructions of fine (03), interest (01) and protest (09), and discount 53, until a date, are ACBr's; the branch that
collects is brcobranca's, the beneficiary's own. The account has seven digits, its own included.
"""

from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import especies, limites
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Conta, Pessoa
from finbank_desktop.domain.encargos import TipoDesconto
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_NOME = "BRB"
_AGENCIA, _CONTA = 3, 7
_REGISTRADA = "2"
_COM_JUROS, _COM_DESCONTO = "50", "53"
_PROTESTAR, _COBRAR_MULTA, _COBRAR_JUROS = "09", "03", "01"
_LUGARES = 2
_CNPJ = 14
_EMITENTE = 40
_MULTA_MAXIMA = 99_999


def header(dados: DadosRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 400 only
    """Return the bank's own fields of the opening record, which counts itself and the titles."""
    agencia, conta = _conta(dados.conta)
    return {
        "conta_beneficiario": agencia + conta,
        "data_formatacao": dados.geracao.date(),
        "hora_formatacao": dados.geracao.time().replace(microsecond=0),
        "qtd_registros": len(dados.titulos) + 1,
    }


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 400 only
    """Return the bank's own fields of a title's record."""
    boleto, encargos = titulo.boleto, titulo.boleto.encargos
    agencia, conta = _conta(dados.conta)
    limites.client_prints(dados.convenio, _NOME)
    limites.without_baixa(encargos, _NOME)
    limites.without_aceite(boleto, _NOME)
    carteira = dados.convenio.carteira or _REGISTRADA
    if carteira != _REGISTRADA:
        raise BancoError("carteira", f"a remessa do BRB leva a carteira 2, com registro pelo cliente, não {carteira}")
    juros = encargos.juros_por_dia(boleto.valor)
    return {
        **_instrucoes(boleto, juros),
        **_desconto(boleto),
        "agencia": agencia,
        "conta": conta,
        "pagador_tipo": _pessoa(titulo.pagador),
        "seu_numero": _seu_numero(boleto),
        "tipo_cobranca": carteira,
        "especie": especies.find(especies.BRB_400, boleto.especie),
        "agencia_cobradora": dados.convenio.extras.get("agencia_cobradora", agencia),
        "nosso_numero": boleto.nosso_numero + boleto.nosso_numero_dv,
        "juros_tipo": _COM_JUROS if juros else "00",
        "juros_valor": juros,
        "emitente": dados.empresa.razao_social[:_EMITENTE],
    }


def _conta(conta: Conta) -> tuple[str, str]:
    agencia, numero = conta.agencia.lstrip("0").zfill(_AGENCIA), conta.conta.lstrip("0").zfill(_CONTA)
    if len(agencia) > _AGENCIA or len(numero) > _CONTA:
        raise BancoError("conta", "no BRB a agência tem até 3 algarismos e a conta até 7, com o dígito")
    return agencia, numero


def _seu_numero(boleto: Boleto) -> str:
    if not boleto.numero_documento.isdigit():
        raise BancoError("numero_documento", "no arquivo do BRB o número do documento só tem algarismos")
    return boleto.numero_documento


def _pessoa(pessoa: Pessoa) -> str:
    return "2" if len(pessoa.documento) == _CNPJ else "1"


def _instrucoes(boleto: Boleto, juros: int) -> Campos:
    """Return both instructions; that of interest, which its own field says already, only where there is room."""
    encargos = boleto.encargos
    protesto, multa = limites.protest_days(encargos, _NOME), limites.fine_in_percent(encargos, _NOME)
    if multa > _MULTA_MAXIMA:
        raise BancoError("multa", "o arquivo do BRB leva multa de até 999,99 %")
    quais = {_PROTESTAR: protesto, _COBRAR_MULTA: multa, _COBRAR_JUROS: juros}
    pedidas = [codigo for codigo, quanto in quais.items() if quanto]
    primeira, segunda = [*pedidas, "00", "00"][:_LUGARES]
    return {
        "instrucao_1": primeira,
        "instrucao_1_prazo": protesto,
        "instrucao_2": segunda,
        "instrucao_2_prazo": 0,
        "instrucao_valor_taxa": multa,
    }


def _desconto(boleto: Boleto) -> Campos:
    desconto = limites.discount_in_amount(boleto)
    com_desconto = boleto.encargos.desconto_tipo is not TipoDesconto.SEM
    return {
        "desconto_tipo": _COM_DESCONTO if com_desconto else "00",
        "desconto1_data": desconto["desconto1_data"],
        "desconto1_valor": desconto["desconto1_valor_percentual"],
    }


REMESSA = Remessa(header=header, titulo=titulo, formatos=("400",))
