"""What a person asked the bank to do with registered titles, carried by API: changes and baixas.

The orders are those of ``services.comandos``; instead of a remessa a call carries each. To ask twice for the same date
or baixa changes nothing, so that an order without a certain answer simply stays to be sent.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.problems import Problem
from finbank_desktop.gateway.port import (
    Desconhecido,
    Encontrado,
    Feito,
    NaoEnviado,
    Parar,
    Rejeitado,
    ResultadoComando,
    SemSuporte,
)
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records import Evento
from finbank_desktop.persistence.records_registros import PassoTentativa, Registro, TentativaRegistro
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import pedidos
from finbank_desktop.services.jobs import CancelledError, Watcher
from finbank_desktop.services.registros import preenchimento, titulos
from finbank_desktop.services.registros.conferencia import divergences
from finbank_desktop.services.registros.titulos import Cadastro

if TYPE_CHECKING:
    from finbank_desktop.gateway.runner import Canal

_CAMPOS: dict[Comando, tuple[str, Callable[[Boleto], object]]] = {
    Comando.ALTERAR_VENCIMENTO: ("vencimento", lambda b: b.vencimento),
    Comando.CONCEDER_ABATIMENTO: ("abatimento", lambda b: b.abatimento),
    Comando.CANCELAR_ABATIMENTO: ("abatimento", lambda _: 0),
    Comando.CONCEDER_DESCONTO: ("desconto", lambda b: b.encargos),
    Comando.CANCELAR_DESCONTO: ("desconto", lambda b: b.encargos),
    Comando.ALTERAR_JUROS: ("juros", lambda b: b.encargos),
    Comando.DISPENSAR_JUROS: ("juros", lambda b: b.encargos),
    Comando.ALTERAR_MULTA: ("multa", lambda b: b.encargos),
    Comando.DISPENSAR_MULTA: ("multa", lambda b: b.encargos),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PedidoRow:
    """One order and what will be asked, or why it cannot be.

    Attributes:
        efeito: One sentence.
    """

    boleto_id: int
    codigo: str
    numero_documento: str
    cliente: str
    detalhe: str
    efeito: str
    problems: tuple[Problem, ...] = ()
    versao: int = 0

    @property
    def goes(self) -> bool:
        """Whether the bank is asked."""
        return not any(problem.is_error for problem in self.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class PedidosPlan:
    """The orders of a convênio that wait to be carried by API."""

    convenio_id: int
    rows: tuple[PedidoRow, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def going(self) -> tuple[PedidoRow, ...]:
        """The rows of which the bank is asked."""
        return tuple(row for row in self.rows if row.goes)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultadoPedido:
    """What became of one order.

    Attributes:
        feito: The bank took it.
        mensagem: What it said, or why nothing is known, one sentence.
    """

    boleto_id: int
    codigo: str
    feito: bool
    mensagem: str


def plan(uow: UnitOfWork, de: Cadastro, ids: Sequence[int] | None, agora: datetime) -> list[PedidoRow]:
    """Return the orders that wait, of *ids* or of the whole convênio."""
    pendentes = uow.boletos.in_states(de.convenio.id, [NoBanco.INSTRUCAO_PENDENTE])
    wanted = [b for b in pendentes if b.pedido and not b.pedido.enviado and (ids is None or b.id in set(ids))]
    registros = uow.registros.of_boletos(b.id for b in wanted)
    nomes = uow.pessoas.get_many(b.pessoa_id for b in wanted)
    return [_row(de, b, nomes[b.pessoa_id].nome, registros.get(b.id), agora) for b in wanted]


def run(
    database: Database,
    de: Cadastro,
    canal: "Canal",
    rows: Sequence[PedidoRow],
    *,
    usuario: str,
    agora: Callable[[], datetime],
    watcher: Watcher,
) -> list[ResultadoPedido]:
    """Carry the orders *rows*, one after the other; what is cancelled stays to be sent."""
    feitos = []
    for numero, row in enumerate(rows):
        try:
            watcher.report(numero, len(rows), f"Enviando {numero + 1} de {len(rows)}")
        except CancelledError:
            break
        feitos.append(_carry(database, de, canal, row, usuario=usuario, agora=agora))
        if canal.parado:
            break
    return feitos


def _row(de: Cadastro, boleto: Boleto, cliente: str, registro: Registro | None, agora: datetime) -> PedidoRow:
    pedido = boleto.pedido
    detalhe = pedido.detalhe if pedido else ""
    problems = []
    if registro is None or not registro.estado.is_final:
        problems.append(
            Problem(message="Este boleto não foi registrado por API; peça ao banco pelo site dele.", field="no_banco")
        )
    elif not _offered(de, Comando(boleto.comando)):
        problems.append(Problem(message=f"{de.adaptador.titulo} não faz por API: {detalhe}.", field="comando"))
    elif registro.enviado_em and agora < registro.enviado_em + de.adaptador.capacidades.trava_apos_registro:
        livre = registro.enviado_em + de.adaptador.capacidades.trava_apos_registro
        problems.append(
            Problem(message=f"O banco só aceita mudar este título a partir das {livre:%H:%M}.", field="comando")
        )
    erro = next((problem for problem in problems if problem.is_error), None)
    return PedidoRow(
        boleto_id=boleto.id,
        codigo=f"{boleto.id:06d}",
        numero_documento=boleto.numero_documento,
        cliente=cliente,
        detalhe=detalhe,
        efeito=f"Fica de fora: {erro.message}" if erro else f"{detalhe} em {de.adaptador.titulo}.",
        problems=tuple(problems),
        versao=boleto.versao,
    )


def _offered(de: Cadastro, comando: Comando) -> bool:
    return comando is Comando.BAIXAR or _CAMPOS.get(comando, ("",))[0] in de.adaptador.capacidades.alteracoes


def _carry(
    database: Database,
    de: Cadastro,
    canal: "Canal",
    row: PedidoRow,
    *,
    usuario: str,
    agora: Callable[[], datetime],
) -> ResultadoPedido:
    with database.read() as uow:
        boleto = uow.boletos.get(row.boleto_id)
        registro = uow.registros.of_boletos([boleto.id])[boleto.id]
        pagador = uow.pessoas.get(boleto.pessoa_id)
    if boleto.versao != row.versao or boleto.pedido is None:
        return _told(row, "O boleto mudou em outra janela; confira e envie de novo.")
    pedido = titulos.of_registro(de, boleto, pagador, registro)
    comando = Comando(boleto.comando)
    if comando is Comando.BAIXAR:
        resultado = canal.baixar(pedido, registro.referencia)
    else:
        campo, valor = _CAMPOS[comando]
        resultado = canal.alterar(pedido, registro.referencia, campo, valor(boleto))
    depois, feito, texto = _judged(boleto, comando, resultado)
    if feito and comando is not Comando.BAIXAR and not _later(resultado):
        achado = canal.consultar(pedido, registro.referencia)
        if isinstance(achado, Encontrado) and not list(divergences(de, pedido, achado.titulo)):
            depois = replace(preenchimento.filled(de, depois, achado.titulo), no_banco=depois.no_banco)
    with database.write() as uow:
        uow.boletos.update(depois)
        tentativa = TentativaRegistro(
            empresa_id=boleto.empresa_id,
            registro_id=registro.id,
            quando=agora(),
            usuario=usuario,
            passo=PassoTentativa.COMANDO,
            numero=registro.envios,
            resultado=row.detalhe,
            mensagem=texto,
        )
        uow.registro_tentativas.add_all([tentativa])
        evento = Evento(
            empresa_id=boleto.empresa_id,
            boleto_id=boleto.id,
            quando=agora(),
            usuario=usuario,
            tipo="comando_api",
            texto=f"{row.detalhe} por API: {texto}",
        )
        uow.eventos.add_all([evento])
    return replace(_told(row, texto), feito=feito)


def _judged(boleto: Boleto, comando: Comando, resultado: ResultadoComando) -> tuple[Boleto, bool, str]:
    """Return *boleto* after the bank's answer, whether it took the order, and what to say."""
    assert boleto.pedido is not None  # noqa: S101 - looked at by the caller
    match resultado:
        case Feito(confirmar=True):
            detalhe = f"{boleto.pedido.detalhe}: o banco aceitou e ainda vai fazer"
            enviado = replace(boleto, no_banco_detalhe=detalhe, pedido=replace(boleto.pedido, enviado=True))
            return enviado, True, "O banco aceitou e ainda vai fazer."
        case Feito():
            if comando is Comando.BAIXAR:
                return (
                    replace(pedidos.close(boleto), no_banco=NoBanco.BAIXADO_NO_BANCO, no_banco_detalhe=""),
                    True,
                    "Feito.",
                )
            return pedidos.answer(boleto), True, "Feito."
        case Rejeitado(erros=erros):
            texto = "; ".join(erro.mensagem for erro in erros) or "sem dizer por quê"
            recusado = pedidos.withdraw(boleto)
            detalhe = f"{boleto.pedido.detalhe}: recusado pelo banco ({texto})"
            return replace(recusado, no_banco_detalhe=detalhe), False, f"O banco recusou: {texto}"
        case Desconhecido(motivo=motivo) | NaoEnviado(motivo=motivo) | Parar(motivo=motivo) | SemSuporte(motivo=motivo):
            detalhe = f"{boleto.pedido.detalhe}: falta enviar ({motivo})"
            return replace(boleto, no_banco_detalhe=detalhe), False, motivo


def _later(resultado: ResultadoComando) -> bool:
    return isinstance(resultado, Feito) and resultado.confirmar


def _told(row: PedidoRow, mensagem: str) -> ResultadoPedido:
    return ResultadoPedido(boleto_id=row.boleto_id, codigo=row.codigo, feito=False, mensagem=mensagem)
