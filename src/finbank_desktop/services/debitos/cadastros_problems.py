"""What is wrong with a contract, a consent or a layout of débito automático, field by field, before it is saved."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from typing import Any, TypeVar

from finbank_desktop.cnab import debito_regras
from finbank_desktop.domain.cadastros import Conta
from finbank_desktop.domain.debitos import Consentimento, ConvenioDebito, LayoutBancario, parse_idboleto
from finbank_desktop.domain.documentos import compact, is_cnpj, is_cpf
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.services.debitos import layouts

T = TypeVar("T", ConvenioDebito, Consentimento, LayoutBancario)
RATEIOS = ("vencimento", "proporcional")
OUTRO_BANCO = (
    "a conta do cliente é do banco {} e o convênio é do banco {}. Desde 13/10/2025 o débito em conta de outro banco só "
    "é feito por Pix Automático (Resolução BCB nº 505/2025)"
)
_CLIENTE = 25
_CONVENIO = 20
_BANCO = 3


def tidy(obj: T) -> T:
    """Return *obj* without stray blanks, its document without separators."""
    textos: dict[str, Any] = {
        campo.name: " ".join(valor.split()) for campo in fields(obj) if type(valor := getattr(obj, campo.name)) is str
    }
    if isinstance(obj, Consentimento):
        textos["documento"] = compact(textos["documento"])
        textos |= {nome: textos[nome].upper() for nome in ("agencia_dv", "conta_dv")}
    return replace(obj, **textos)


def convenio(obj: ConvenioDebito, conta: Conta | None) -> list[Problem]:
    """Return what is wrong with a contract; *conta* is the account it credits, ``None`` without any."""
    return [*_contract(obj, conta), *_numbers(obj)]


def _contract(obj: ConvenioDebito, conta: Conta | None) -> Iterator[Problem]:
    if conta is None:
        yield Problem(message="Escolha a conta corrente em que o banco credita os débitos.", field="conta")
    elif conta.banco != obj.banco:
        yield Problem(
            message=f"A conta é do banco {conta.banco} e o convênio do banco {obj.banco}.",
            fix="Escolha uma conta do banco do convênio.",
            field="conta",
        )
    if not obj.descricao:
        yield Problem(message="Informe a descrição.", field="descricao")
    if obj.formato not in layouts.FORMATOS:
        yield Problem(message="O formato é 150 ou 240 posições.", field="formato")
    elif obj.formato not in debito_regras.load(obj.banco).formatos:
        yield Problem(
            message=f"Este programa não tem o layout de {obj.formato} posições do banco {obj.banco}.",
            fix="Troque o formato, ou inclua o layout genérico da FEBRABAN em Cadastros ▸ Layouts bancários.",
            field="formato",
            severity=Severity.WARNING,
        )


def _numbers(obj: ConvenioDebito) -> Iterator[Problem]:
    if obj.versao_layout and obj.versao_layout not in layouts.VERSOES:
        yield Problem(message=f"A versão do layout é {', '.join(layouts.VERSOES)} ou nenhuma.", field="versao_layout")
    if not obj.convenio:
        yield Problem(message="Informe o número do convênio no banco.", field="convenio")
    elif len(obj.convenio) > _CONVENIO or not obj.convenio.isascii():
        yield Problem(message=f"O número do convênio tem até {_CONVENIO} letras e algarismos.", field="convenio")
    if obj.proxima_remessa < 1:
        yield Problem(message="A próxima remessa é um número a partir de 1.", field="proxima_remessa")
    if obj.rateio not in RATEIOS:
        yield Problem(message="O rateio é por vencimento ou proporcional.", field="rateio")


def consentimento(obj: Consentimento, contrato: ConvenioDebito | None, hoje: date) -> list[Problem]:
    """Return what is wrong with a consent under *contrato*, ``None`` without any."""
    return [*_whose(obj, contrato), *_account(obj, contrato), *_terms(obj, hoje)]


def _whose(obj: Consentimento, contrato: ConvenioDebito | None) -> Iterator[Problem]:
    if contrato is None:
        yield Problem(message="Escolha o convênio de débito.", field="convenio")
    if not obj.pessoa_id:
        yield Problem(message="Escolha o cliente.", field="pessoa")
    if not obj.nome:
        yield Problem(message="Informe o nome do titular da conta.", field="nome")
    if not (is_cpf(obj.documento) or is_cnpj(obj.documento)):
        yield Problem(
            message="Informe o CPF ou CNPJ do titular da conta; o banco confere se a conta é dele.", field="documento"
        )
    if not obj.cliente_empresa:
        yield Problem(
            message="Informe o que identifica o cliente na empresa: um código que não muda.", field="cliente_empresa"
        )
    for campo in ("cliente_empresa", "cliente_empresa_novo"):
        texto = getattr(obj, campo)
        if len(texto) > _CLIENTE or not texto.isascii():
            yield Problem(message=f"A identificação tem até {_CLIENTE} letras e algarismos sem acento.", field=campo)
        if parse_idboleto(texto) is not None:
            yield Problem(
                message="A identificação tem a forma de um IDBOLETO e o retorno a tomaria pelo boleto.",
                fix="Use outro código para o cliente.",
                field=campo,
            )


def _account(obj: Consentimento, contrato: ConvenioDebito | None) -> Iterator[Problem]:
    if len(obj.banco) != _BANCO or not obj.banco.isdigit():
        yield Problem(message="Informe o banco do cliente com três algarismos.", field="banco")
    elif contrato is not None and obj.banco != contrato.banco:
        yield Problem(
            message=f"Não dá para debitar: {OUTRO_BANCO.format(obj.banco, contrato.banco)}.",
            fix="Peça ao cliente uma conta neste banco, ou cobre por boleto ou Pix Automático.",
            field="banco",
        )
    for campo, nome in (("agencia", "a agência"), ("conta", "a conta")):
        texto = getattr(obj, campo)
        if not texto.strip("0"):
            yield Problem(message=f"Informe {nome} do cliente.", field=campo)
        elif not texto.isascii() or not texto.isdigit():
            yield Problem(message=f"Informe {nome} só com algarismos; o dígito tem campo próprio.", field=campo)


def _terms(obj: Consentimento, hoje: date) -> Iterator[Problem]:
    if obj.validade is not None and obj.validade < hoje:
        yield Problem(
            message=f"O consentimento venceu em {obj.validade:%d/%m/%Y}.",
            fix="Peça outro ao cliente.",
            field="validade",
            severity=Severity.WARNING,
        )


def layout(obj: LayoutBancario) -> list[Problem]:
    """Return what is wrong with a layout in use."""
    return list(_layout(obj))


def _layout(obj: LayoutBancario) -> Iterator[Problem]:
    if len(obj.banco) != _BANCO or not obj.banco.isdigit():
        yield Problem(message="Informe o banco com três algarismos.", field="banco")
        return
    if obj.formato not in layouts.FORMATOS:
        yield Problem(message="O formato é 150 ou 240 posições.", field="formato")
    if obj.versao_layout and (obj.versao_layout not in layouts.VERSOES or obj.formato != "150"):
        yield Problem(
            message=f"Só o formato de 150 posições tem versão: {', '.join(layouts.VERSOES)}.", field="versao_layout"
        )
    if not obj.generico and obj.formato not in debito_regras.load(obj.banco).formatos:
        yield Problem(
            message=f"Este programa não tem o layout de {obj.formato} posições do banco {obj.banco}.",
            fix="Marque “Genérico da FEBRABAN” depois de conferir com o banco que ele segue o padrão.",
            field="generico",
        )
