"""Whether a convênio is complete: tried by making a boleto and a remessa's title of it before anybody depends on it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from finbank_desktop.bancos.dados import dados_from
from finbank_desktop.bancos.protocol import BancoError, Remessa
from finbank_desktop.domain.boletos import Boleto, Calculo, DadosCalculo
from finbank_desktop.domain.cadastros import Conta, Empresa, Pessoa
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_DIA = date(2030, 1, 2)
"""Any day will do."""
_DOCUMENTO = "11222333000181"
"""Any beneficiary will do: the convênio does not say whose it is."""


def check_formato(remessa: Remessa, convenio: Convenio) -> list[Problem]:
    """Return the problem that the bank takes no remessas of the convênio's size, if so."""
    if convenio.formato in remessa.formatos:
        return []
    mensagem = f"a cobrança deste banco é feita em CNAB {' ou '.join(remessa.formatos)}, não em {convenio.formato}"
    return [Problem(field="formato", message=mensagem, fix=f"escolha CNAB {remessa.formatos[0]}")]


def check_titulo(
    remessa: Remessa, calculate: Callable[[DadosCalculo], Calculo], convenio: Convenio, conta: Conta
) -> list[Problem]:
    """Return why no title of *convenio* would go into a remessa."""
    try:
        dados = dados_from(convenio, conta, sequencial=convenio.nosso_numero_fim)
        calculo = calculate(replace(dados, data_documento=_DIA, beneficiario_documento=_DOCUMENTO))
        exemplo = _boleto(convenio, calculo)
        remessa.titulo(_remessa(convenio, conta, exemplo), exemplo, convenio.formato)
    except BancoError as erro:
        return [Problem(field=erro.field, message=erro.message, fix="corrija o cadastro do convênio")]
    return []


def check_conta(convenio: Convenio, conta: Conta) -> list[Problem]:
    """Return the problem that *conta* is another bank's, if it is."""
    if convenio.banco == conta.banco:
        return []
    mensagem = f"o convênio é do banco {convenio.banco} e a conta é do banco {conta.banco}"
    return [Problem(field="conta_id", message=mensagem, fix="escolha uma conta do banco do convênio")]


def check_faixa(convenio: Convenio) -> list[Problem]:
    """Return what is wrong with the range of numbers: turned round, not yet begun or used up."""
    inicio, fim, proximo = convenio.nosso_numero_inicio, convenio.nosso_numero_fim, convenio.proximo_nosso_numero
    if not 0 < inicio <= fim:
        mensagem = f"a faixa de nosso número vai de {inicio} a {fim}; o fim não pode vir antes do início"
        return [Problem(field="nosso_numero_fim", message=mensagem, fix="peça ao banco a faixa do convênio")]
    if proximo < inicio:
        mensagem = f"o próximo nosso número, {proximo}, vem antes da faixa, que começa em {inicio}"
        return [Problem(field="proximo_nosso_numero", message=mensagem, fix=f"comece em {inicio}")]
    if proximo > fim:
        # no error: what was made before still goes to the bank
        return [
            Problem(
                field="proximo_nosso_numero",
                message=f"a faixa de nosso número acabou em {fim}",
                fix="peça ao banco uma faixa nova",
                severity=Severity.WARNING,
            )
        ]
    return []


def _boleto(convenio: Convenio, calculo: Calculo) -> TituloRemessa:
    pagador = Pessoa(empresa_id=convenio.empresa_id, codigo="", nome="", documento="")
    boleto = Boleto(
        empresa_id=convenio.empresa_id,
        convenio_id=convenio.id,
        pessoa_id=0,
        sequencial=convenio.proximo_nosso_numero,
        numero_documento="1",
        nosso_numero=calculo.nosso_numero,
        nosso_numero_dv=calculo.nosso_numero_dv,
        nosso_numero_impresso=calculo.nosso_numero_impresso,
        agencia_codigo_beneficiario=calculo.agencia_codigo_beneficiario,
        codigo_barras="",
        linha_digitavel="",
        emissao=_DIA,
        vencimento=_DIA,
        valor=100,
        especie=convenio.especie,
        encargos=convenio.encargos,
    )
    return TituloRemessa(boleto=boleto, pagador=pagador)


def _remessa(convenio: Convenio, conta: Conta, titulo: TituloRemessa) -> DadosRemessa:
    return DadosRemessa(
        empresa=Empresa(codigo="", razao_social="", documento=""),
        conta=conta,
        convenio=convenio,
        sequencia=convenio.proxima_remessa,
        geracao=datetime(_DIA.year, _DIA.month, _DIA.day),  # noqa: DTZ001 - bank files know no time zone
        titulos=(titulo,),
    )
