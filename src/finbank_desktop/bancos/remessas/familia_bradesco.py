"""What the remessas of Bradesco's form share, in CNAB 400 and CNAB 240; a bank says only how it differs.

Sources: Bradesco, "Troca de Arquivos", 4008.524.0121 version 11 (400, records 0 and 1) and "Troca de Arquivos 240
posições", 4008.524.0339 version 06, jul/2017 (segments P and R); those of the other banks stand beside their `Forma`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from finbank_desktop.bancos.digitos import dv_letra
from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import encargos_240, especies, prazos
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Conta
from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_MULTA_PERCENTUAL = "2"
_CARTAO = "CC"
_EMISSAO = {"banco": "1"}
_CLIENTE_EMITE = "2"
_SEM_AVISO = "2"
_SIMPLES, _COM_REGISTRO, _TRADICIONAL = "1", "1", "1"
_BAIXAR, _NAO_BAIXAR = "1", "2"
_BAIXA_MAXIMA = 999
_DENSIDADE = "01600"
"""laravel-boleto; ACBr writes 06250. The bank refused zeros (BoletoNet/boleto2net, issue 91)."""
_CONVENIO = 20
"""ACBr and laravel-boleto fill the field with zeros."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forma:
    """How one bank of the form fills it in.

    Attributes:
        do_banco: The bank in a sentence: ``"do Bradesco"``.
        especies_400: Its kinds of title in CNAB 400; empty where it has none.
        especies_240: Its kinds of title in CNAB 240; empty where it has none.
        protestar: The CNAB 400 instruction that asks for protest; empty where none is published.
        baixar: The CNAB 400 instruction that asks for baixa; empty where none is published.
        sem_prazo: The CNAB 400 instruction of a title without either.
        dias: The least and the most days of protest in CNAB 400.
        campos_400: Which of the fields that not all of the form have its CNAB 400 has.
        codigo_em: The CNAB 400 header's field of the company's code.
        em_branco: Fields of the CNAB 400 header that the manual wants blank.
        codigo_exigido: The bank's code of the company must be given; else the account stands in its place.
        digitos: The account's digits are Bradesco's and may be reckoned.
        baixa_240: CNAB 240 carries days until baixa.
    """

    do_banco: str
    especies_400: Mapping[str, str]
    especies_240: Mapping[str, str]
    protestar: str = "06"
    baixar: str = "18"
    sem_prazo: str = "00"
    dias: tuple[int, int] = (5, 99)
    campos_400: frozenset[str] = frozenset(("identificacao_empresa", "emite_debito_automatico", "aviso_debito"))
    codigo_em: str = "codigo_empresa"
    em_branco: tuple[str, ...] = ()
    codigo_exigido: bool = True
    digitos: bool = False
    baixa_240: bool = True


def build_remessa(forma: Forma) -> Remessa:
    """Return what the remessas of a bank of the form hold."""

    def header(dados: DadosRemessa, formato: str) -> Campos:
        codigo = _codigo(dados, forma)
        if formato == "400":
            return {forma.codigo_em: codigo, **dict.fromkeys(forma.em_branco, "")}
        return {"convenio": codigo.zfill(_CONVENIO), "densidade": _DENSIDADE, **_digitos(dados.conta, forma)}

    def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:
        header(dados, formato)
        boleto = titulo.boleto
        _check_cartao(boleto)
        proprios = titulo_400(dados, boleto, forma) if formato == "400" else titulo_240(dados, boleto, forma)
        return {**proprios, "nosso_numero_dv": boleto.nosso_numero_dv}

    formatos = [("400", forma.especies_400), ("240", forma.especies_240)]
    return Remessa(header=header, titulo=titulo, formatos=tuple(nome for nome, tabela in formatos if tabela))


def titulo_400(dados: DadosRemessa, boleto: Boleto, forma: Forma) -> Campos:
    """Return the fields of record 1 that have no domain value of their name."""
    encargos = boleto.encargos
    if encargos.multa_tipo is TipoMulta.VALOR:
        raise BancoError("multa", f"o CNAB 400 {forma.do_banco} só leva multa em percentual")
    if boleto.aceite:
        raise BancoError("aceite", f"o CNAB 400 {forma.do_banco} só leva títulos sem aceite")
    com_multa = encargos.multa_tipo is TipoMulta.PERCENTUAL
    instrucao, dias = _prazo(encargos, forma)
    de_alguns: Campos = {
        "identificacao_empresa": _identificacao(dados, forma),
        "emite_debito_automatico": "N",
        "aviso_debito": _SEM_AVISO,
        "conta_dv": dados.conta.conta_dv,
    }
    return {
        **{nome: valor for nome, valor in de_alguns.items() if nome in forma.campos_400},
        "multa_codigo": _MULTA_PERCENTUAL if com_multa else "0",
        "multa_percentual": encargos.multa if com_multa else 0,
        "condicao_emissao": _EMISSAO.get(dados.convenio.emissao, _CLIENTE_EMITE),
        "especie": especies.find(forma.especies_400, boleto.especie),
        "instrucao_1": instrucao,
        "instrucao_2": dias,
    }


def titulo_240(dados: DadosRemessa, boleto: Boleto, forma: Forma) -> Campos:
    """Return the fields of segments P and R that have no domain value of their name."""
    emissao = _EMISSAO.get(dados.convenio.emissao, _CLIENTE_EMITE)
    return {
        **encargos_240.fields(boleto, forma.especies_240),
        **_baixa_240(boleto.encargos, forma),
        **_digitos(dados.conta, forma),
        "carteira_produto": dados.convenio.carteira,
        "carteira": _SIMPLES,
        "forma_cadastramento": _COM_REGISTRO,
        "tipo_documento": _TRADICIONAL,
        "emissao_boleto": emissao,
        "distribuicao_boleto": emissao,
        "agencia_cobradora_dv": "0",
        "aviso_debito_automatico": _SEM_AVISO,
    }


def _codigo(dados: DadosRemessa, forma: Forma) -> str:
    codigo = dados.convenio.codigo_beneficiario or dados.convenio.convenio
    if not codigo and forma.codigo_exigido:
        motivo = "falta o código da empresa, que o banco dá na abertura do convênio"
        raise BancoError("codigo_beneficiario", motivo)
    return codigo or dados.conta.conta + dados.conta.conta_dv


def _digitos(conta: Conta, forma: Forma) -> Campos:
    """Return the account's digits; segments P of these banks leave the digit of both together blank."""
    agencia_dv, conta_dv = conta.agencia_dv, conta.conta_dv
    if forma.digitos:
        agencia_dv = agencia_dv or dv_letra(conta.agencia, "P", peso_maximo=7)
        conta_dv = conta_dv or dv_letra(conta.conta, "P", peso_maximo=7)
    if not conta_dv:
        raise BancoError("conta_dv", "falta o dígito da conta, que vai em cada título")
    return {"agencia_dv": agencia_dv, "conta_dv": conta_dv}


def _identificacao(dados: DadosRemessa, forma: Forma) -> str:
    """Return 17 letters: zero, carteira, agência, conta and its digit (positions 21 to 37)."""
    conta = dados.conta
    carteira, dv = dados.convenio.carteira.zfill(3), _digitos(conta, forma)["conta_dv"]
    return f"0{carteira}{conta.agencia.zfill(5)}{conta.conta.zfill(7)}{dv}"


def _check_cartao(boleto: Boleto) -> None:
    """Refuse charges on a card's boleto (400, remark on kind 31; 240, note on C015)."""
    encargos, isento = boleto.encargos, (TipoJuros.ISENTO, TipoMulta.ISENTA, TipoDesconto.SEM)
    pedidos = (encargos.juros_tipo, encargos.multa_tipo, encargos.desconto_tipo)
    if boleto.especie.upper() == _CARTAO and pedidos != isento:
        raise BancoError("especie", "neste banco a espécie CC não leva juros, multa nem desconto")


def _prazo(encargos: Encargos, forma: Forma) -> tuple[str, str]:
    """Return instruction and days of positions 157 to 160."""
    if encargos.protesto_dias is not None and not forma.protestar:
        raise BancoError("protesto_dias", f"o código de protesto {forma.do_banco} não é público; combine-o com o banco")
    if encargos.baixa_dias is not None and not forma.baixar:
        raise BancoError("baixa_dias", f"o código de baixa {forma.do_banco} não é público; combine-a com o banco")
    minimo, maximo = forma.dias
    if encargos.protesto_dias is not None and encargos.protesto_dias > maximo:
        raise BancoError("protesto_dias", f"o CNAB 400 {forma.do_banco} leva de {minimo} a {maximo} dias")
    instrucao, dias = prazos.instruction(
        encargos, protestar=forma.protestar, baixar=forma.baixar, protesto_minimo=minimo
    )
    return (forma.sem_prazo, "00" if forma.sem_prazo else "") if not dias else (instrucao, f"{dias:02d}")


def _baixa_240(encargos: Encargos, forma: Forma) -> Campos:
    """Return code and days of baixa (C028, C029), never before the protest (remark on 37.3P and 39.3P)."""
    protesto, baixa = encargos.protesto_dias, encargos.baixa_dias
    if baixa is None:
        return {"baixa_codigo": _NAO_BAIXAR, "baixa_dias": "000"} if forma.baixa_240 else {"baixa_codigo": "0"}
    if not forma.baixa_240:
        raise BancoError("baixa_dias", f"o CNAB 240 {forma.do_banco} não leva prazo de baixa; combine-o com o banco")
    if not 0 < baixa <= _BAIXA_MAXIMA or (protesto is not None and baixa < protesto):
        raise BancoError(
            "baixa_dias", f"a baixa vem até {_BAIXA_MAXIMA} dias depois do vencimento e não antes do protesto"
        )
    return {"baixa_codigo": _BAIXAR, "baixa_dias": f"{baixa:03d}"}
