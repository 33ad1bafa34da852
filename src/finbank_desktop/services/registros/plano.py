"""Which boletos of a convênio will be communicated, and which only asked for; nothing is written or sent here."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.domain.registro import Ambiente, EstadoRegistro
from finbank_desktop.domain.valores import VALOR_MAXIMO_BOLETO, format_brl
from finbank_desktop.persistence.records_registros import Registro
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import boletos_codigo
from finbank_desktop.services.registros import titulos
from finbank_desktop.services.registros.modelo import Acao, RegistroPlan, RegistroRow
from finbank_desktop.services.registros.titulos import Cadastro

_LIVRES = (NoBanco.NAO_ENVIADO, NoBanco.PENDENTE_REMESSA)
ENVIAVEIS = (*_LIVRES, NoBanco.RECUSADO)
"""What may be sent; a refused boleto only when somebody names it, after its correction."""
CONSULTAVEIS = (EstadoRegistro.ENVIANDO, EstadoRegistro.DESCONHECIDO, EstadoRegistro.ACEITO)
_REGISTRAR = "01"
_REPETIDO = Problem(
    message="Outro boleto daqui tem o mesmo cliente, valor, vencimento e número do documento.",
    fix="Confira se não foi emitido duas vezes.",
    severity=Severity.WARNING,
)


def build(
    uow: UnitOfWork, de: Cadastro, ids: Sequence[int] | None, *, hoje: date, problems: Sequence[Problem] = ()
) -> RegistroPlan:
    """Return what communicating boletos does.

    Args:
        uow: The books.
        de: The account.
        ids: The boletos; ``None`` takes all that were never sent, and all whose answer is not certain yet.
        hoje: What day it is.
        problems: What is wrong with the account.
    """
    boletos = _boletos(uow, de, ids)
    conhecidos = uow.registros.of_boletos(boleto.id for boleto in boletos)
    pagadores = uow.pessoas.get_many(boleto.pessoa_id for boleto in boletos)
    iguais = Counter(map(_looks, boletos))
    rows, retratos = [], {}
    for boleto in boletos:
        registro = conhecidos.get(boleto.id)
        row, retrato = _row(de, boleto, pagadores[boleto.pessoa_id], registro, hoje)
        if row.acao is Acao.ENVIAR and iguais[_looks(boleto)] > 1:
            row = _out(row, [_REPETIDO])
        rows.append(row)
        retratos[boleto.id] = retrato
    return RegistroPlan(
        convenio=de.convenio,
        conta=de.conta_api,
        banco=de.adaptador.titulo,
        rows=tuple(rows),
        problems=tuple(problems),
        registros=conhecidos,
        retratos=retratos,
    )


def is_fresh(de: Cadastro, registro: Registro | None) -> bool:
    """Whether nothing that was done so far counts: nothing was, or only in the bank's test environment."""
    if registro is None:
        return True
    return registro.ambiente is Ambiente.HOMOLOGACAO and de.conta_api.ambiente is Ambiente.PRODUCAO


def _looks(boleto: Boleto) -> tuple[object, ...]:
    return boleto.pessoa_id, boleto.valor, boleto.vencimento, boleto.numero_documento


def _boletos(uow: UnitOfWork, de: Cadastro, ids: Sequence[int] | None) -> list[Boleto]:
    if ids is not None:
        achados = uow.boletos.get_many(ids)
        return [achados.get(row) or uow.boletos.get(row) for row in dict.fromkeys(ids)]
    novos = [b for b in uow.boletos.in_states(de.convenio.id, _LIVRES) if b.situacao.is_open]
    pendentes = uow.registros.in_states(CONSULTAVEIS, de.convenio.id)
    achados = uow.boletos.get_many(registro.boleto_id for registro in pendentes)
    return sorted({boleto.id: boleto for boleto in (*novos, *achados.values())}.values(), key=lambda b: b.id)


def _row(
    de: Cadastro, boleto: Boleto, pagador: Pessoa, registro: Registro | None, hoje: date
) -> tuple[RegistroRow, dict[str, object]]:
    estado = EstadoRegistro.PLANEJADO if registro is None or is_fresh(de, registro) else registro.estado
    row = RegistroRow(
        boleto_id=boleto.id,
        codigo=f"{boleto.id:06d}",
        numero_documento=boleto.numero_documento,
        cliente=pagador.nome,
        vencimento=boleto.vencimento,
        valor=boleto.valor,
        acao=None,
        efeito="",
        estado=estado,
        versao=boleto.versao,
    )
    if boleto.convenio_id != de.convenio.id:
        fix = "Escolha boletos de um convênio só."
        return _out(row, [Problem(message="O boleto é de outro convênio.", fix=fix, field="convenio")]), {}
    if de.conta_api.ambiente is Ambiente.HOMOLOGACAO and registro and registro.ambiente is Ambiente.PRODUCAO:
        return _out(row, [Problem(message="Já foi comunicado em produção; a conta está em homologação.")]), {}
    if estado in CONSULTAVEIS:
        return replace(row, acao=Acao.CONSULTAR, efeito=f"Consultar {de.adaptador.titulo}: {estado}."), {}
    if estado is EstadoRegistro.CONFLITO:
        fix = "Veja no site do banco se ele existe e responda: registrado ou não registrado."
        return _out(row, [Problem(message="Só uma pessoa pode dizer se este título está no banco.", fix=fix)]), {}
    return _to_send(row, de, boleto, pagador, registro, hoje)


def _to_send(
    row: RegistroRow, de: Cadastro, boleto: Boleto, pagador: Pessoa, registro: Registro | None, hoje: date
) -> tuple[RegistroRow, dict[str, object]]:
    chave, dia = (registro.chave, registro.dia) if registro else (titulos.new_chave(boleto.id), hoje)
    codificado, sem = _coded(de, boleto)
    pedido = titulos.titulo(de, codificado, pagador, chave, dia)
    problems = [*_state(boleto, fresh=is_fresh(de, registro)), *sem, *_title(boleto, hoje)]
    problems += de.adaptador.problems(pedido, de.conta_api)
    efeito = (
        f"Registrar em {de.adaptador.titulo}: {format_brl(boleto.valor)}, vence em {boleto.vencimento:%d/%m/%Y}, "
        f"pagador {pagador.nome}."
    )
    retrato = titulos.retrato(pedido, bank_numbers=de.bank_numbers)
    return _out(replace(row, acao=Acao.ENVIAR, efeito=efeito), problems), retrato


def _coded(de: Cadastro, boleto: Boleto) -> tuple[Boleto, list[Problem]]:
    """Return *boleto* with its codes, which a cancelled remessa took; where the bank numbers it gives them too."""
    if de.bank_numbers:
        return boleto, []
    if titulos.is_provisional(boleto):
        fix = "Cancele-o e emita outro: esta conta de API numera aqui, e ele foi emitido para ser numerado pelo banco."
        return boleto, [Problem(message="O boleto ainda não tem nosso número.", fix=fix, field="nosso_numero")]
    feito, problem = boletos_codigo.with_codigo(boleto, de.convenio, de.conta, de.empresa)
    return feito, [problem] if problem else []


def _state(boleto: Boleto, *, fresh: bool) -> Iterator[Problem]:
    por_api = boleto.no_banco is NoBanco.REGISTRADO_POR_API and fresh
    if boleto.no_banco not in ENVIAVEIS and not por_api:
        yield Problem(message=f"O boleto já está: {boleto.no_banco}.", field="no_banco")
    elif boleto.comando != _REGISTRAR or boleto.pedido is not None:
        yield Problem(message="O boleto tem outra instrução pendente.", fix="Envie-a ou desista dela.", field="comando")
    elif boleto.situacao is not Situacao.EM_ABERTO:
        yield Problem(
            message=f"O boleto está {str(boleto.situacao).lower()}.",
            fix="Só boletos em aberto são registrados.",
            field="situacao",
        )


def _title(boleto: Boleto, hoje: date) -> Iterator[Problem]:
    if boleto.vencimento < hoje:
        yield Problem(
            message=f"Venceu em {boleto.vencimento:%d/%m/%Y}; bancos não registram título vencido.",
            fix="Mude o vencimento ou emita outro boleto.",
            field="vencimento",
        )
    if not 0 < boleto.valor <= VALOR_MAXIMO_BOLETO:
        yield Problem(message=f"O valor {format_brl(boleto.valor)} não cabe num boleto.", field="valor")


def _out(row: RegistroRow, problems: Sequence[Problem]) -> RegistroRow:
    todos = (*row.problems, *problems)
    erro = next((problem for problem in todos if problem.is_error), None)
    return replace(row, problems=todos, efeito=f"Fica de fora: {erro.message}" if erro else row.efeito)
