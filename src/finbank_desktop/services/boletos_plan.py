"""Which boletos will be made of which contas a receber, before anything is written."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from finbank_desktop.bancos.calculo import ResultadoCalculo, calculate, dados_from
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import PROVISORIO, Boleto, BoletoItem, Calculo
from finbank_desktop.domain.cadastros import Conta, Empresa, Pessoa
from finbank_desktop.domain.codigo_barras import CodigoBarrasError
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.domain.valores import VALOR_MAXIMO_BOLETO, Centavos, format_brl
from finbank_desktop.services.boletos_faixa import Faixa
from finbank_desktop.services.cadastros_problems import sentence
from finbank_desktop.services.contas_receber import TAMANHO_DOCUMENTO, holds

SEM_REGISTRO = "sem_registro"
"""Banks take no such title since 2018 (FEBRABAN, Nova Plataforma de Cobrança); the convênio keeps what was."""

Grupo: TypeAlias = tuple[ContaReceber, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmissaoRow:
    """One boleto to be made.

    Attributes:
        boleto: As it will be kept; without id.
        contas: The contas a receber it collects.
    """

    boleto: Boleto
    pagador: str
    convenio: str
    contas: tuple[ContaReceber, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmissaoPlan:
    """Boletos to be made, shown before they are.

    Attributes:
        problems: Why some contas a receber get no boleto (errors), and what to mind (warnings).
        valor: Sum of the boletos.
        contas: Version of each conta a receber that goes into a boleto.
        convenios: Version of each convênio that gives numbers.
        contas_bancarias: Version of each account those convênios credit.
        proximos: The next nosso número of each convênio afterwards.
    """

    rows: tuple[EmissaoRow, ...]
    problems: tuple[Problem, ...]
    valor: Centavos
    contas: Mapping[int, int]
    convenios: Mapping[int, int]
    contas_bancarias: Mapping[int, int]
    proximos: Mapping[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Acervo:
    """What our books know of the contas a receber asked for.

    Attributes:
        contas: In the order asked for.
        boletos: Those that hold or held a conta, by conta.
        faixas: The free numbers, by convênio.
        vencimento: When the boletos fall due; ``None`` leaves each its contas' own date.
        numerados_pelo_banco: The convênios whose bank numbers what it registers by API.
    """

    contas: Sequence[ContaReceber]
    boletos: Mapping[int, Sequence[Boleto]]
    convenios: Mapping[int, Convenio]
    contas_bancarias: Mapping[int, Conta]
    pessoas: Mapping[int, Pessoa]
    empresas: Mapping[int, Empresa]
    faixas: Mapping[int, Faixa]
    incompletos: Mapping[int, str] = field(default_factory=dict)
    vencimento: date | None = None
    numerados_pelo_banco: frozenset[int] = frozenset()


def build(acervo: Acervo, *, hoje: date, agrupar: bool, explicit: bool) -> EmissaoPlan:
    """Return the plan.

    Args:
        acervo: Contas whose `ContaReceber.convenio_id` is the one to be used.
        hoje: The day the boletos are made.
        agrupar: Put the contas of one pagador, convênio and due date into one boleto; with a due date given for all,
            those of one pagador and convênio.
        explicit: The contas were named one by one, so each one left out is an error; otherwise those that need no
            boleto are only counted.
    """
    problems: list[Problem] = []
    livres = list(_free(acervo, problems, explicit=explicit))
    rows = [
        row
        for grupo in _groups(livres, acervo.vencimento, agrupar=agrupar)
        if (row := _row(grupo, acervo, hoje, problems))
    ]
    usados = {row.boleto.convenio_id for row in rows}
    problems += [aviso for convenio in usados if (aviso := acervo.faixas[convenio].warning())]
    return EmissaoPlan(
        rows=tuple(rows),
        problems=tuple(dict.fromkeys(problems)),
        valor=sum(row.boleto.valor for row in rows),
        contas={conta.id: conta.versao for row in rows for conta in row.contas},
        convenios={row: acervo.convenios[row].versao for row in usados},
        contas_bancarias={c.id: c.versao for row in usados if (c := _account(acervo, row))},
        proximos={row: acervo.faixas[row].proximo for row in usados},
    )


def _free(acervo: Acervo, problems: list[Problem], *, explicit: bool) -> Iterator[ContaReceber]:
    """Give the contas that can get a boleto; say of the others why not."""
    fora = 0
    for conta in acervo.contas:
        preso = next((boleto for boleto in acervo.boletos.get(conta.id, ()) if holds(boleto)), None)
        if preso is None and conta.situacao.is_open:
            yield conta
        elif not explicit:
            fora += 1
        elif preso is not None:
            problems.append(_refusal(conta, f"já está no boleto {preso.nosso_numero_impresso}"))
        else:
            problems.append(_refusal(conta, f"está na situação {conta.situacao} e não se cobra mais"))
    if fora:
        mensagem = f"{fora} contas que já têm boleto ou já não estão em aberto ficaram de fora."
        problems.append(Problem(message=mensagem, severity=Severity.INFO))


def _refusal(conta: ContaReceber, porque: str) -> Problem:
    return Problem(message=f"A conta a receber {conta.codigo} {porque}.", field=f"contas_receber.{conta.codigo}")


def _groups(contas: Iterable[ContaReceber], vencimento: date | None, *, agrupar: bool) -> list[Grupo]:
    if not agrupar:
        return [(conta,) for conta in contas]
    grupos: dict[object, list[ContaReceber]] = defaultdict(list)
    for conta in contas:
        grupos[conta.empresa_id, conta.pessoa_id, conta.convenio_id, vencimento or conta.vencimento].append(conta)
    return [tuple(grupo) for grupo in grupos.values()]


def _account(acervo: Acervo, convenio_id: int) -> Conta:
    return acervo.contas_bancarias[acervo.convenios[convenio_id].conta_id]


def _row(grupo: Grupo, acervo: Acervo, hoje: date, problems: list[Problem]) -> EmissaoRow | None:
    """Return the boleto of *grupo*; ``None``, and a problem, when it cannot be made."""
    primeira = grupo[0]
    convenio = None if primeira.convenio_id is None else acervo.convenios.get(primeira.convenio_id)
    if convenio is None:
        problems.append(_refusal(primeira, "não tem convênio; escolha um para emitir"))
        return None
    if convenio.id in acervo.incompletos:
        problems.append(Problem(message=acervo.incompletos[convenio.id], field=f"convenios.{convenio.codigo}"))
        return None
    valor = sum(conta.saldo for conta in grupo)
    if valor > VALOR_MAXIMO_BOLETO:
        problems.append(_refusal(primeira, f"faria um boleto de {format_brl(valor)}, acima do maior valor possível"))
        return None
    sequencial = acervo.faixas[convenio.id].take()
    if sequencial is None:
        problems.append(acervo.faixas[convenio.id].exhausted())
        return None
    try:
        boleto = _boleto(grupo, acervo, convenio, sequencial=sequencial, hoje=hoje)
    except (BancoError, CodigoBarrasError) as error:
        acervo.faixas[convenio.id].give_back(sequencial)
        razao = error.message if isinstance(error, BancoError) else str(error)
        problems.append(_refusal(primeira, f"não pode virar boleto: {razao}"))
        return None
    if boleto.vencimento < hoje:
        mensagem = f"A conta a receber {primeira.codigo} já venceu; o banco pode recusar o registro do boleto."
        problems.append(Problem(message=mensagem, severity=Severity.WARNING))
    pagador = acervo.pessoas[primeira.pessoa_id].nome
    return EmissaoRow(boleto=boleto, pagador=pagador, convenio=convenio.descricao, contas=grupo)


def _boleto(grupo: Grupo, acervo: Acervo, convenio: Convenio, *, sequencial: int, hoje: date) -> Boleto:
    """Return the boleto of *grupo* under the number *sequencial*.

    A boleto made after its due date bears the day of the sale: banks refuse a title that is due before it was issued.
    """
    primeira = grupo[0]
    vencimento, valor = acervo.vencimento or primeira.vencimento, sum(conta.saldo for conta in grupo)
    documento = primeira.documento[:TAMANHO_DOCUMENTO]
    emissao = hoje if hoje <= vencimento else max(conta.emissao for conta in grupo)
    dados = replace(
        dados_from(convenio, _account(acervo, convenio.id), sequencial=sequencial, numero_documento=documento),
        valor=valor,
        vencimento=vencimento,
        data_documento=emissao,
        data_processamento=emissao,
        beneficiario_documento=acervo.empresas[convenio.empresa_id].documento,
    )
    if convenio.id in acervo.numerados_pelo_banco:
        resultado = _provisional(sequencial)
    else:
        resultado = calculate(convenio.banco, dados)
    return Boleto(
        empresa_id=primeira.empresa_id,
        filial_id=primeira.filial_id,
        convenio_id=convenio.id,
        pessoa_id=primeira.pessoa_id,
        sequencial=sequencial,
        numero_documento=documento,
        nosso_numero=resultado.calculo.nosso_numero,
        nosso_numero_dv=resultado.calculo.nosso_numero_dv,
        nosso_numero_impresso=resultado.calculo.nosso_numero_impresso,
        agencia_codigo_beneficiario=resultado.calculo.agencia_codigo_beneficiario,
        carteira_impressa=resultado.calculo.carteira_impressa,
        codigo_barras=resultado.codigo_barras or "",
        linha_digitavel=resultado.linha_digitavel or "",
        emissao=emissao,
        vencimento=vencimento,
        valor=valor,
        especie=convenio.especie,
        aceite=convenio.aceite,
        encargos=convenio.encargos,
        instrucoes=convenio.instrucoes,
        itens=tuple(BoletoItem(conta_receber_id=conta.id, valor=conta.saldo) for conta in grupo),
    )


def _provisional(sequencial: int) -> ResultadoCalculo:
    """Return what a boleto is known by until its bank has numbered it."""
    calculo = Calculo(
        campo_livre="",
        nosso_numero=f"{PROVISORIO}{sequencial}",
        nosso_numero_impresso=f"a registrar ({sequencial})",
        agencia_codigo_beneficiario="",
    )
    return ResultadoCalculo(calculo=calculo, codigo_barras=None, linha_digitavel=None)


def complaint(convenio: Convenio, problems: Iterable[Problem]) -> str:
    """Return why no boletos can be made under *convenio*; empty when they can."""
    erros = [problem for problem in problems if problem.is_error]
    if not convenio.ativo:
        return f"O convênio {convenio.codigo} está inativo."
    if convenio.tipo_cobranca == SEM_REGISTRO:
        return f"O convênio {convenio.codigo} é de cobrança sem registro, que só serve para títulos antigos."
    if not erros:
        return ""
    return f"O convênio {convenio.codigo} está incompleto: {sentence(erros[0].message)}"
