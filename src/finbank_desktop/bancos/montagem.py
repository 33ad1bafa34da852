"""A bank put together from the rules of its boletos and, where they are written here, those of its remessas."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from finbank_desktop.bancos.conferencia import check_conta, check_faixa, check_formato, check_titulo
from finbank_desktop.bancos.dados import dados_from
from finbank_desktop.bancos.protocol import Banco, BancoError, Campos, Remessa
from finbank_desktop.domain.boletos import Calculo, DadosCalculo
from finbank_desktop.domain.cadastros import Conta
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

Regra = Callable[[DadosCalculo], Calculo]
SEM_REMESSA: Campos = MappingProxyType({})
"""What the remessa functions answer where no remessa is written: nothing, because there is no layout to fill."""
_DIA = date(2030, 1, 2)
"""Any day will do."""
_DOCUMENTO = "11222333000181"
"""Any beneficiary will do: the convênio does not say whose it is."""


def build_banco(
    codigo: str,
    nome: str,
    *,
    dv: str,
    calculate: Regra,
    nosso_numero_chave: Callable[[str, str], str],
    remessa: Remessa | None = None,
    encerrado: bool = False,
    emissor: str = "",
    impede: Callable[[Convenio, Conta], list[Problem]] | None = None,
) -> Banco:
    """Return the bank *codigo*.

    Args:
        codigo: Three digits.
        nome: As customers know it.
        dv: Printed after the code.
        calculate: Its rules.
        nosso_numero_chave: See `Banco`.
        remessa: What its remessas hold; ``None`` where none are written.
        encerrado: The bank is closed.
        emissor: See `Banco`.
        impede: What else in convênio or account keeps boletos from being made.
    """

    def check(convenio: Convenio, conta: Conta) -> list[Problem]:
        if encerrado:
            return [Problem(field="banco", message=f"o {nome} foi encerrado", fix="escolha um banco em atividade")]
        problems = check_faixa(convenio) + check_conta(convenio, conta) + (impede(convenio, conta) if impede else [])
        if remessa is None:
            return [*problems, *_check_rule(calculate, convenio, conta), _no_remessa(nome)]
        missing = check_formato(remessa, convenio) or _check_rule(calculate, convenio, conta)
        return [*problems, *(missing or check_titulo(remessa, calculate, convenio, conta))]

    return Banco(
        codigo=codigo,
        nome=nome,
        dv=dv,
        calculate=calculate,
        nosso_numero_chave=nosso_numero_chave,
        remessa_header=remessa.header if remessa else _no_header,
        remessa_titulo=remessa.titulo if remessa else _no_titulo,
        check_convenio=check,
        encerrado=encerrado,
        emissor=emissor,
        formatos=remessa.formatos if remessa else (),
    )


def _check_rule(calculate: Regra, convenio: Convenio, conta: Conta) -> list[Problem]:
    try:
        for sequencial in (convenio.nosso_numero_inicio, convenio.nosso_numero_fim):
            dados = dados_from(convenio, conta, sequencial=sequencial)
            exemplo = replace(dados, vencimento=_DIA, data_documento=_DIA, beneficiario_documento=_DOCUMENTO)
            calculate(replace(exemplo, valor=100))
    except BancoError as erro:
        return [Problem(field=erro.field, message=erro.message, fix="corrija o cadastro do convênio")]
    return []


def _no_remessa(nome: str) -> Problem:
    return Problem(
        field="formato",
        message=f"os boletos do {nome} são feitos aqui, mas os arquivos de remessa deste banco ainda não",
        fix="registre cada boleto no banco por outro meio antes de entregá-lo: sem registro ele não pode ser pago",
        severity=Severity.WARNING,
    )


def _no_header(dados: DadosRemessa, formato: str) -> Campos:  # noqa: ARG001 - see `Banco.remessa_header`
    return SEM_REMESSA


def _no_titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:  # noqa: ARG001 - as above
    return SEM_REMESSA
