"""A run: titles sent and looked for by a few workers at a time, each step in the journal before the next.

What is unknown is looked for; it is sent again only after the bank said twice, past its grace time, that it has no such
title. Workers carry and write the journal; one thread hands out the work and tells what became of it.
"""

import heapq
import logging
import re
import time
from collections.abc import Callable, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

from finbank_desktop.domain.problems import OutsideError, RefusedError
from finbank_desktop.domain.registro import EstadoRegistro, TipoFalha, TituloRegistro
from finbank_desktop.gateway.port import (
    Alheio,
    Desconhecido,
    Duplicado,
    Encontrado,
    Indeterminado,
    NaoEnviado,
    Parar,
    Pedido,
    Rejeitado,
    ResultadoRegistro,
    Varios,
)
from finbank_desktop.persistence.records_registros import Registro
from finbank_desktop.services.jobs import CancelledError, Watcher
from finbank_desktop.services.registros.controle import Controle
from finbank_desktop.services.registros.diario import NO_SITE, Diario, MudouError
from finbank_desktop.services.registros.modelo import Acao, Andamento, Ouvinte, RegistroPlan, ResultadoRodada, Tempos

if TYPE_CHECKING:
    from finbank_desktop.gateway.runner import Canal

_LOG = logging.getLogger(__name__)
_OLHAR = 0.2
"""Seconds after which it is looked whether somebody wants to pause or end."""
_JA_TEM = re.compile(r"\bjá\b|exist|duplic|repetid|utilizad|em uso|already|in use", re.IGNORECASE)
"""Words by which a refusal may mean that the title is there; they only make the program look."""
_SEM_REDE = "O banco não pôde ser alcançado várias vezes seguidas; confira a internet e tente de novo."
_NUMERO_ALHEIO = f"O banco deu a este título o número de outro boleto daqui. {NO_SITE}"


@dataclass(slots=True)
class _Caso:
    """One title within a run."""

    registro: Registro
    pedido: TituloRegistro
    cliente: str
    consultas: int = 0
    falhas: int = 0

    @property
    def andamento(self) -> Andamento:
        r = self.registro
        return Andamento(
            boleto_id=r.boleto_id,
            codigo=f"{r.boleto_id:06d}",
            numero_documento=self.pedido.boleto.numero_documento,
            cliente=self.cliente,
            resultado=r.estado,
            mensagem=r.mensagem,
            tipo=r.falha,
            campo=r.campo,
            sugestao=r.sugestao,
            envios=r.envios,
        )


@dataclass(order=True, slots=True)
class _Tarefa:
    quando: float
    ordem: int
    boleto_id: int = field(compare=False)
    acao: Acao = field(compare=False)


class Rodada:
    """One run over one account; for the one who holds the journal's lock."""

    def __init__(
        self,
        canal: "Canal",
        diario: Diario,
        *,
        tempos: Tempos,
        controle: Controle,
        watcher: Watcher,
        ouvir: Ouvinte,
        agora: Callable[[], datetime],
    ) -> None:
        """Prepare."""
        self._canal, self._diario, self._tempos = canal, diario, tempos
        self._controle, self._watcher, self._ouvir, self._agora = controle, watcher, ouvir, agora
        self._casos: dict[int, _Caso] = {}
        self._fila: list[_Tarefa] = []
        self._ordem = count()
        self._parou = ""
        self._nao_antes: datetime | None = None
        self._quedas = 0
        self._so_consultar = False

    def play(
        self,
        plan: RegistroPlan,
        registros: Mapping[int, Registro],
        pedidos: Mapping[int, TituloRegistro],
        *,
        so_consultar: bool = False,
    ) -> ResultadoRodada:
        """Do what *plan* says with *registros*, whose rows are in the journal; nothing is sent with *so_consultar*."""
        self._so_consultar = so_consultar
        agora = time.monotonic()
        for row in plan.going:
            caso = _Caso(registros[row.boleto_id], pedidos[row.boleto_id], row.cliente)
            self._casos[row.boleto_id] = caso
            # what the books know now, not what the plan saw: a crash may lie between
            acao = Acao.ENVIAR if caso.registro.estado.may_be_sent else Acao.CONSULTAR
            espera = not caso.registro.estado.is_final and caso.registro.estado is not EstadoRegistro.CONFLITO
            if espera and not (so_consultar and acao is Acao.ENVIAR):
                self._put(agora, row.boleto_id, acao)
        with ThreadPoolExecutor(self._canal.adaptador.capacidades.simultaneas, "registro") as workers:
            self._hand_out(workers)
        andamentos = [caso.andamento for caso in self._casos.values()]
        self._report()
        return ResultadoRodada(andamentos=andamentos, parou=self._parou, nao_antes=self._nao_antes)

    # --- the thread that hands out

    def _hand_out(self, workers: ThreadPoolExecutor) -> None:
        andando: dict[Future[None], _Tarefa] = {}
        simultaneas = self._canal.adaptador.capacidades.simultaneas
        while andando or (self._fila and not self._ended()):
            while len(andando) < simultaneas and (tarefa := self._due()):
                andando[workers.submit(self._work, tarefa)] = tarefa
            if not andando:
                self._controle.espiar(min(_OLHAR, max(0.0, self._fila[0].quando - time.monotonic())))
                self._report()
                continue
            prontos, _ = wait(andando, timeout=_OLHAR, return_when=FIRST_COMPLETED)
            for pronto in prontos:
                self._finish(andando.pop(pronto), pronto)
            self._report()

    def _due(self) -> _Tarefa | None:
        if self._ended() or self._controle.pausado or not self._fila or self._fila[0].quando > time.monotonic():
            return None
        return heapq.heappop(self._fila)

    def _put(self, quando: float, boleto_id: int, acao: Acao) -> None:
        heapq.heappush(self._fila, _Tarefa(quando, next(self._ordem), boleto_id, acao))

    def _ended(self) -> bool:
        if not self._parou and self._canal.parado:
            self._parou = self._canal.parado
            self._controle.parar()  # whoever waits for a turn need not wait any more
        if not self._parou and self._controle.parado:
            self._parou = "Parado por você; o que falta fica para a próxima comunicação."
        return bool(self._parou)

    def _report(self) -> None:
        """Tell how far it is; who looks on may end the run by it."""
        prontos = sum(caso.registro.estado.is_final for caso in self._casos.values())
        esperam = sum(tarefa.acao is Acao.CONSULTAR for tarefa in self._fila)
        texto = "Pausado" if self._controle.pausado else "Comunicando"
        if esperam and len(self._fila) == esperam:
            texto = f"Aguardando o banco: {esperam} {'título' if esperam == 1 else 'títulos'} sem resposta certa"
        try:
            self._watcher.report(prontos, len(self._casos), texto)
        except CancelledError:
            self._controle.parar()

    def _finish(self, tarefa: _Tarefa, pronto: Future[None]) -> None:
        caso = self._casos[tarefa.boleto_id]
        try:
            pronto.result()
        except OutsideError as error:  # the books do not take it; the journal says Comunicando, and that is right
            self._parou = error.message
            return
        self._ouvir(caso.andamento)
        self._plan_next(caso)

    def _plan_next(self, caso: _Caso) -> None:
        """Put what comes next for a title into the queue."""
        r, agora = caso.registro, time.monotonic()
        ate = agora + self._tempos.paciencia.total_seconds()
        if r.estado is EstadoRegistro.PLANEJADO and self._may_send_again(caso):
            self._put(agora, r.boleto_id, Acao.ENVIAR)
        elif r.estado is EstadoRegistro.DESCONHECIDO:
            quando = agora + self._until_next_look(caso)
            if caso.falhas <= self._tempos.vezes_indeterminada and quando <= ate:
                self._put(quando, r.boleto_id, Acao.CONSULTAR)
        elif r.estado is EstadoRegistro.ACEITO and caso.consultas < self._tempos.vezes_aceito:
            espera = self._tempos.aceito.total_seconds() * 2**caso.consultas
            if agora + espera <= ate:
                self._put(agora + espera, r.boleto_id, Acao.CONSULTAR)

    def _may_send_again(self, caso: _Caso) -> bool:
        r = caso.registro
        if self._so_consultar:
            return False
        return r.falha is TipoFalha.INSTABILIDADE and caso.falhas < self._tempos.envios and self._nao_antes is None

    def _until_next_look(self, caso: _Caso) -> float:
        """Return in how many seconds looking for an unknown title can teach something new."""
        r, tempos = caso.registro, self._tempos
        if caso.falhas:
            return tempos.indeterminada.total_seconds() * 2.0 ** (caso.falhas - 1)
        if not caso.consultas:
            return tempos.primeira_consulta.total_seconds()
        agora = self._agora()
        quando = (r.enviado_em or agora) + (tempos.carencia or self._canal.adaptador.capacidades.carencia)
        if r.ausente_em is not None:
            quando = max(quando, r.ausente_em + tempos.entre_ausencias)
        return max(0.05, (quando - agora).total_seconds())

    # --- the workers

    def _work(self, tarefa: _Tarefa) -> None:
        caso = self._casos[tarefa.boleto_id]
        try:
            if tarefa.acao is Acao.ENVIAR:
                self._send(caso)
            else:
                self._look(caso)
        except OutsideError:
            raise
        except MudouError:
            caso.registro = self._diario.moved(caso.registro)
        except RefusedError:
            caso.registro = self._diario.clash(caso.registro, _NUMERO_ALHEIO)
        except Exception as error:
            if caso.registro.estado is EstadoRegistro.ENVIANDO:
                raise
            _LOG.exception("boleto %s", caso.registro.boleto_id)
            caso.falhas = self._tempos.envios + self._tempos.vezes_indeterminada
            motivo = f"O programa não conseguiu montar o pedido deste título ({type(error).__name__})."
            caso.registro = self._diario.answered(caso.registro, caso.pedido, NaoEnviado(motivo=motivo))

    def _send(self, caso: _Caso) -> None:
        def antes(pedido: Pedido) -> None:
            caso.registro = self._diario.sending(caso.registro, pedido)

        resultado = self._canal.registrar(caso.pedido, antes)
        if isinstance(resultado, Rejeitado):
            resultado = self._doubted(caso, resultado)
        self._weigh(caso, resultado)
        caso.registro = self._diario.answered(caso.registro, caso.pedido, resultado)
        caso.consultas = 0
        if isinstance(resultado, Duplicado) and caso.registro.estado is EstadoRegistro.DESCONHECIDO:
            self._look(caso)

    def _doubted(self, caso: _Caso, recusa: Rejeitado) -> Rejeitado | Duplicado | Desconhecido:
        """Return what a refusal is: few banks publish in which words they say that they hold the title already."""
        dito = "; ".join(erro.mensagem for erro in recusa.erros)
        suspeita = caso.registro.envios > 1 or _JA_TEM.search(dito)
        if not suspeita or not self._canal.adaptador.capacidades.consulta_por_chave:
            return recusa
        achado = self._canal.consultar(caso.pedido, caso.registro.referencia)
        if isinstance(achado, Indeterminado):
            return Desconhecido(motivo=dito)
        return Duplicado(mensagem=dito) if isinstance(achado, Encontrado | Alheio | Varios) else recusa

    def _weigh(self, caso: _Caso, resultado: ResultadoRegistro) -> None:
        """Count what could not be sent: several titles in a row are the network's fault, not theirs."""
        if isinstance(resultado, Parar) and not self._canal.parado:
            self._canal.parado = resultado.motivo
        if not isinstance(resultado, NaoEnviado):
            self._quedas = caso.falhas = 0
            return
        caso.falhas += 1
        self._quedas += 1
        if resultado.espera is not None and resultado.espera > timedelta(0):
            self._nao_antes = self._agora() + resultado.espera
            self._canal.parado = f"O banco pediu espera até {self._nao_antes:%H:%M}; comunique de novo depois disso."
        elif self._quedas >= self._tempos.quedas:
            self._canal.parado = _SEM_REDE

    def _look(self, caso: _Caso) -> None:
        resultado = self._canal.consultar(caso.pedido, caso.registro.referencia)
        caso.consultas += 1
        caso.falhas = caso.falhas + 1 if isinstance(resultado, Indeterminado) else 0
        caso.registro = self._diario.looked_up(caso.registro, caso.pedido, resultado)
        if caso.registro.estado is EstadoRegistro.PLANEJADO:
            caso.falhas = 0
