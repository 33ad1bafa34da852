"""Código de barras and linha digitável of a boleto that lost them when its remessa was cancelled."""

from dataclasses import replace

from finbank_desktop.bancos.calculo import calculate, dados_from
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Conta, Empresa
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.problems import Problem


def with_codigo(boleto: Boleto, convenio: Convenio, conta: Conta, empresa: Empresa) -> tuple[Boleto, Problem | None]:
    """Return *boleto* with its codes made again by its bank's rules, or what stands in the way.

    Its nosso número stays what it is; where the rules would now give another one, the codes cannot be made.
    """
    if boleto.codigo_barras:
        return boleto, None
    dados = replace(
        dados_from(convenio, conta, sequencial=boleto.sequencial, numero_documento=boleto.numero_documento),
        valor=boleto.valor,
        vencimento=boleto.vencimento,
        data_documento=boleto.emissao,
        data_processamento=boleto.emissao,
        beneficiario_documento=empresa.documento,
    )
    try:
        feito = calculate(convenio.banco, dados)
    except BancoError as error:
        return boleto, Problem(
            message=f"Boleto {boleto.numero_documento}: sem código de barras: {error.message}.", field=error.field
        )
    if feito.calculo.nosso_numero != boleto.nosso_numero:
        return boleto, Problem(
            message=f"Boleto {boleto.numero_documento}: o convênio mudou e daria a ele outro nosso número.",
            fix="Cancele-o e emita outro.",
            field="nosso_numero",
        )
    return replace(boleto, codigo_barras=feito.codigo_barras or "", linha_digitavel=feito.linha_digitavel or ""), None
