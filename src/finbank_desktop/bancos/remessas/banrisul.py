"""Banrisul's own fields.

Sources: Banrisul, "Cobrança, leiaute CNAB 240 posições padrão Febraban" (fields by number) and "400 posições", jul/2015
(positions). The client prints every boleto, which the bank calls CCB (kind AA, document 08) and takes for a duplicata
mercantil whatever else it may be; so no other kind is written. laravel-boleto differs: it fills convênio and nosso
número with zeros at their left, where the manual counts the first positions.
"""

from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import encargos_240, limites
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.encargos import Encargos, TipoJuros, TipoMulta
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_NOME = "Banrisul"
_AGENCIA, _CODIGO = 4, 9
_SIMPLES = "1"
_DUPLICATA = "DM"
_ESPECIE_CCB_240, _DOCUMENTO_CCB_400 = "AA", "08"
_PROTESTO_MINIMO, _PRAZO_MAXIMO = 3, 99
_VALOR_FIXO = "1"
_PROTESTAR_400, _DEVOLVER_400, _MULTA_400 = "09", "15", "18"
_DECIMO = 10


def header(dados: DadosRemessa, formato: str) -> Campos:
    """Return the bank's own fields of the opening records."""
    codigo = _codigo(dados)
    if formato == "400":
        return {"codigo_beneficiario": codigo}
    return {"convenio": codigo, "agencia_dv": ""}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:
    """Return the bank's own fields of a title's records."""
    boleto, codigo = titulo.boleto, _codigo(dados)
    limites.client_prints(dados.convenio, _NOME)
    if dados.convenio.carteira.lstrip("0") != _SIMPLES:
        raise BancoError(
            "carteira", "a remessa do Banrisul leva a carteira 1, cobrança simples; as outras são do banco"
        )
    if boleto.especie.upper() != _DUPLICATA:
        raise BancoError("especie", "o Banrisul registra como DM todo boleto que o cliente imprime; use a espécie DM")
    if titulo.beneficiario_final:
        raise BancoError("beneficiario_final", "o Banrisul só leva títulos de terceiros em boletos que ele imprime")
    comuns: Campos = {"nosso_numero": boleto.nosso_numero + boleto.nosso_numero_dv, "carteira": _SIMPLES}
    if formato == "240":
        return {**comuns, **_titulo_240(boleto)}
    return {**comuns, **_titulo_400(boleto.encargos), "codigo_beneficiario": codigo}


def _codigo(dados: DadosRemessa) -> str:
    """Return agência and código do beneficiário, thirteen digits."""
    codigo = dados.convenio.codigo_beneficiario + dados.convenio.codigo_beneficiario_dv
    if len(codigo) == _CODIGO and codigo.isdigit():
        return dados.conta.agencia.zfill(_AGENCIA) + codigo
    if len(codigo) == _AGENCIA + _CODIGO and codigo.isdigit():
        return codigo
    raise BancoError(
        "codigo_beneficiario", "falta o código do beneficiário no Banrisul: nove algarismos, com os dígitos"
    )


def _prazos(encargos: Encargos) -> tuple[int, int]:
    """Return days of protest and of baixa, 0 for none; a boleto has room for two of fine, protest and baixa."""
    protesto = limites.protest_days(encargos, _NOME, _PROTESTO_MINIMO)
    baixa = encargos.baixa_dias or 0
    if encargos.baixa_dias is not None and not 0 < baixa <= _PRAZO_MAXIMO:
        raise BancoError("baixa_dias", f"o Banrisul devolve o título após 1 a {_PRAZO_MAXIMO} dias")
    if protesto and baixa:
        raise BancoError("baixa_dias", "o Banrisul leva um prazo só: escolha protesto ou baixa")
    return protesto, baixa


def _titulo_240(boleto: Boleto) -> Campos:
    encargos = boleto.encargos
    protesto, baixa = _prazos(encargos)
    com_multa = encargos.multa_tipo is not TipoMulta.ISENTA
    return {
        **encargos_240.fields(boleto, {_DUPLICATA: _ESPECIE_CCB_240}, juros_isento="0"),
        # percentages of discount and fine have one decimal here, so both go as the amounts that the boleto prints
        **limites.discount_in_amount(boleto),
        "multa_codigo": _VALOR_FIXO if com_multa else "0",
        "multa_valor_percentual": encargos.multa_sobre(boleto.valor),
        "juros_data": boleto.vencimento if encargos.juros_tipo is not TipoJuros.ISENTO else None,
        "forma_cadastramento": "1",
        "emissao_boleto": "2",
        "protesto_codigo": "1" if protesto else "3",
        "protesto_dias": protesto,
        "baixa_codigo": "1" if baixa else "0",
        "baixa_dias": f"{baixa:03d}",
    }


def _titulo_400(encargos: Encargos) -> Campos:
    protesto, baixa = _prazos(encargos)
    multa, resto = divmod(limites.fine_in_percent(encargos, _NOME), _DECIMO)
    if resto or multa > 999:  # noqa: PLR2004 - three positions
        raise BancoError("multa", "o CNAB 400 do Banrisul leva multa com uma casa decimal, de até 99,9 %")
    pedidas = {_MULTA_400: multa, _PROTESTAR_400: protesto, _DEVOLVER_400: baixa}
    instrucoes = [*(codigo for codigo, quanto in pedidas.items() if quanto), "00", "00"]
    sem_juros = encargos.juros_tipo is TipoJuros.ISENTO
    return {
        "tipo_documento": _DOCUMENTO_CCB_400,
        "instrucao_1": instrucoes[0],
        "instrucao_2": instrucoes[1],
        "mora_codigo": "" if sem_juros else {TipoJuros.VALOR_DIA: "0"}.get(encargos.juros_tipo, "1"),
        "mora_valor_taxa": encargos.juros if not sem_juros else 0,
        "multa_taxa": multa,
        "multa_dias": 0,
        "protesto_baixa_dias": protesto or baixa,
    }


REMESSA = Remessa(header=header, titulo=titulo, formatos=("400", "240"))
