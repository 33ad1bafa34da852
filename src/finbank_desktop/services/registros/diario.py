"""The journal: every step of a registration, committed before what it speaks of happens or as soon as it has.

A row that says *Comunicando* was committed before its request left. Whoever finds one while nobody sends knows that a
program died there, and that the bank may or may not have the title.
"""

import hashlib
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.problems import OutsideError, RefusedError
from finbank_desktop.domain.registro import Ambiente, EstadoRegistro, TipoFalha, TituloRegistro
from finbank_desktop.gateway.port import (
    Aceito,
    Alheio,
    Ausente,
    Desconhecido,
    Duplicado,
    Encontrado,
    ErroBanco,
    NaoEnviado,
    Parar,
    Pedido,
    Registrado,
    Rejeitado,
    ResultadoConsulta,
    ResultadoRegistro,
    TituloNoBanco,
    Varios,
)
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records import Evento
from finbank_desktop.persistence.records_registros import PassoTentativa, Registro, TentativaRegistro
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.plans import require_versions
from finbank_desktop.services.registros import preenchimento, titulos
from finbank_desktop.services.registros.conferencia import divergences
from finbank_desktop.services.registros.modelo import RegistroPlan, Tempos
from finbank_desktop.services.registros.titulos import Cadastro

NO_SITE = "Confira no site do banco se o título foi registrado."
_MUITAS_VEZES = "Já foi enviado {} vezes sem resposta certa e não está no banco; comunique-o de novo se quiser."
_MORREU = "O programa parou durante o envio: não se sabe se o banco recebeu."
_MUDOU = "O boleto mudou durante a comunicação e não foi enviado; confira e comunique de novo."
_MAIOR_MENSAGEM = 1000
_GRAVACOES = 5


class MudouError(Exception):
    """A boleto was changed between plan and send."""


class Diario:
    """Writes the journal of one account; from several threads, one at a time."""

    def __init__(
        self,
        database: Database,
        de: Cadastro,
        *,
        usuario: str,
        agora: Callable[[], datetime],
        tempos: Tempos,
    ) -> None:
        """Write into *database* in the name of *usuario*."""
        self._database, self.de = database, de
        self._usuario, self._agora, self._tempos = usuario, agora, tempos
        self._trava = threading.Lock()

    # --- before anything is sent

    def recover(self) -> int:
        """Say of what a crash left behind that nothing is known; return how many. Only for the one who sends."""
        with self._trava, self._database.write() as uow:
            deixados = uow.registros.in_states([EstadoRegistro.ENVIANDO], self.de.convenio.id)
            for um in deixados:
                # from now on: it was sent before now, and nobody knows when
                depois = replace(
                    um,
                    estado=EstadoRegistro.DESCONHECIDO,
                    mensagem=_MORREU,
                    falha=TipoFalha.DESCONHECIDO,
                    enviado_em=self._agora(),
                    ausencias=0,
                    ausente_em=None,
                )
                uow.registros.update(depois)
                self._note(uow, um, PassoTentativa.INTERRUPCAO, "sem resposta", _MORREU)
            return len(deixados)

    def begin(self, plan: RegistroPlan) -> dict[int, Registro]:
        """Fix the keys of what will be sent, all in one transaction; return the rows by boleto.

        Raises:
            RefusedError: A title that may be at the bank was changed since it was sent.
            StalePlanError: A boleto moved since the plan was made.
        """
        with self._trava, self._database.write() as uow:
            require_versions(uow.boletos, {row.boleto_id: row.versao for row in plan.enviar})
            atuais = uow.registros.of_boletos(row.boleto_id for row in plan.going)
            novos, mudados, prontos = [], [], {}
            for row in plan.going:
                antes = atuais.get(row.boleto_id)
                depois = self._planned(row.boleto_id, row.numero_documento, plan.retratos.get(row.boleto_id), antes)
                if depois.id == 0:
                    novos.append(depois)
                elif depois is not antes:
                    mudados.append(depois)
                else:
                    prontos[depois.boleto_id] = depois
            feitos = [*uow.registros.add_many(novos), *(uow.registros.update_many(mudados) if mudados else ())]
            return prontos | {um.boleto_id: um for um in feitos}

    def _planned(
        self, boleto_id: int, nome: str, retrato: Mapping[str, Any] | None, antes: Registro | None
    ) -> Registro:
        if antes is not None and (not retrato or not _may_be_planned(self.de, antes)):
            if retrato and titulos.fingerprint(retrato) != antes.hash:
                _refuse_changed(nome, antes, retrato)
            return antes
        marca = titulos.fingerprint(retrato or {})
        hoje = self._agora().date()
        if antes is None:
            return Registro(
                empresa_id=self.de.convenio.empresa_id,
                boleto_id=boleto_id,
                convenio_id=self.de.convenio.id,
                adaptador=self.de.adaptador.nome,
                ambiente=self.de.conta_api.ambiente,
                chave=titulos.new_chave(boleto_id),
                dia=hoje,
                hash=marca,
                retrato=retrato or {},
            )
        limpo = replace(
            antes,
            estado=EstadoRegistro.PLANEJADO,
            adaptador=self.de.adaptador.nome,
            ambiente=self.de.conta_api.ambiente,
            dia=hoje,
            hash=marca,
            retrato=retrato or {},
            automaticos=0,
            referencia="",
        )
        return replace(limpo, **_SEM_FALHA, resposta={}, divergencias=(), conferido=False, sem_pix="")

    def sending(self, registro: Registro, pedido: Pedido) -> Registro:
        """Write down, on the disk before it returns, that *pedido* is about to leave.

        Raises:
            MudouError: The boleto is no longer what the run was to ask for; nothing was written and nothing may leave.
        """
        corpo = pedido.corpo or b""
        marca = hashlib.sha256(corpo).hexdigest()
        with self._trava, self._database.write() as uow:
            self._require_unchanged(uow, registro)
            depois = uow.registros.update(
                replace(
                    registro,
                    estado=EstadoRegistro.ENVIANDO,
                    corpo_hash=marca,
                    envios=registro.envios + 1,
                    automaticos=registro.automaticos + 1,
                    enviado_em=self._agora(),
                    ausencias=0,
                    ausente_em=None,
                )
            )
            self._note(uow, depois, PassoTentativa.ENVIO, "enviando", pedido.rota, corpo=corpo, marca=marca)
            boleto = uow.boletos.get(registro.boleto_id)
            uow.boletos.update(
                replace(boleto, no_banco=NoBanco.ENVIADO, no_banco_detalhe=f"Comunicando a {self.de.adaptador.titulo}")
            )
            return depois

    def _require_unchanged(self, uow: UnitOfWork, registro: Registro) -> None:
        boleto = uow.boletos.get(registro.boleto_id)
        pedido = titulos.of_registro(self.de, boleto, uow.pessoas.get(boleto.pessoa_id), registro)
        agora = titulos.fingerprint(titulos.retrato(pedido, bank_numbers=self.de.bank_numbers))
        if boleto.situacao is not Situacao.EM_ABERTO or agora != registro.hash:
            raise MudouError

    def moved(self, registro: Registro) -> Registro:
        """Write down that a title was not sent because somebody changed it during the run."""
        with self._database.read() as uow:
            antes = uow.registros.get(registro.id)
        depois = replace(antes, **_SEM_FALHA | {"mensagem": _MUDOU, "falha": TipoFalha.DADOS})
        return self._write(depois, PassoTentativa.RESPOSTA, "não enviado", _MUDOU)

    # --- what became of it

    def answered(self, registro: Registro, pedido: TituloRegistro, resultado: ResultadoRegistro) -> Registro:
        """Write down the bank's answer and all that follows from it."""
        match resultado:
            case Registrado():
                return self._registered(registro, pedido, resultado.titulo, resultado.sem_pix, resultado.avisos)
            case Aceito():
                referencia = resultado.referencia or registro.referencia
                return self._settle(
                    registro, EstadoRegistro.ACEITO, "O banco aceitou e ainda vai registrar.", referencia
                )
            case Rejeitado():
                return self._rejected(registro, resultado.erros)
            case Duplicado():
                dito = f"{resultado.mensagem}"
                falha = TipoFalha.JA_REGISTRADO
                estado = self._uncertain()
                return self._settle(registro, estado, dito or "O banco diz que já tem este título.", falha=falha)
            case NaoEnviado() | Parar():
                if registro.estado is EstadoRegistro.ENVIANDO:  # it did not leave, so it does not count
                    registro = replace(registro, automaticos=max(0, registro.automaticos - 1))
                falha = TipoFalha.INSTABILIDADE
                return self._settle(registro, EstadoRegistro.PLANEJADO, resultado.motivo, falha=falha)
            case Desconhecido():
                return self._settle(registro, self._uncertain(), resultado.motivo, falha=TipoFalha.DESCONHECIDO)

    def looked_up(self, registro: Registro, pedido: TituloRegistro, resultado: ResultadoConsulta) -> Registro:
        """Write down what a look-up found and all that follows from it."""
        match resultado:
            case Encontrado(titulo=achado):
                return self._found(registro, pedido, achado)
            case Alheio(diferencas=diferencas):
                texto = f"Com a chave deste título o banco tem outro: {'; '.join(diferencas)}. {NO_SITE}"
                return self._settle(
                    registro, EstadoRegistro.CONFLITO, texto, falha=TipoFalha.JA_REGISTRADO, consulta=True
                )
            case Varios(titulos=varios):
                texto = f"O banco tem {len(varios)} títulos com a chave deste. {NO_SITE}"
                return self._settle(
                    registro, EstadoRegistro.CONFLITO, texto, falha=TipoFalha.JA_REGISTRADO, consulta=True
                )
            case Ausente():
                return self._absent(registro)
            case _:
                return registro  # nothing was learned

    def _found(self, registro: Registro, pedido: TituloRegistro, achado: TituloNoBanco) -> Registro:
        if achado.estado == "rejeitado":
            erro = ErroBanco(mensagem=f"O banco não registrou o título: {achado.situacao or 'recusado'}.")
            return self._rejected(registro, (erro,), consulta=True)
        if achado.estado == "processando":
            texto, onde = "O banco ainda está registrando.", achado.referencia or registro.referencia
            if (registro.estado, registro.mensagem, registro.referencia) == (EstadoRegistro.ACEITO, texto, onde):
                return registro
            return self._settle(registro, EstadoRegistro.ACEITO, texto, onde, consulta=True)
        if achado.estado == "baixado":
            texto = f"O banco tem este título, mas baixado ({achado.situacao}). {NO_SITE}"
            return self._settle(registro, EstadoRegistro.CONFLITO, texto, falha=TipoFalha.JA_REGISTRADO, consulta=True)
        return self._registered(registro, pedido, achado, "", (), consulta=True)

    def _absent(self, registro: Registro) -> Registro:
        """Count an answer that the title is not there; after two of them, long enough apart, it may be sent again."""
        agora, carencia = self._agora(), self._tempos.carencia or self.de.adaptador.capacidades.carencia
        if registro.estado is not EstadoRegistro.DESCONHECIDO or registro.enviado_em is None:
            return registro
        if agora < registro.enviado_em + carencia:
            return registro
        if registro.ausente_em is not None and agora < registro.ausente_em + self._tempos.entre_ausencias:
            return registro
        if registro.ausencias == 0:
            depois = replace(registro, ausencias=1, ausente_em=agora)
            return self._write(depois, PassoTentativa.CONSULTA, "ausente (1)", "")
        if registro.falha is TipoFalha.JA_REGISTRADO:  # it says both that it has it and that it has not
            texto = f"O banco recusa por repetido, mas não acha o título. {NO_SITE}"
            return self._settle(registro, EstadoRegistro.CONFLITO, texto, falha=registro.falha, consulta=True)
        falha, texto = TipoFalha.INSTABILIDADE, "Não chegou ao banco; pode ser enviado de novo."
        if registro.automaticos >= self._tempos.envios:
            falha, texto = TipoFalha.DESCONHECIDO, _MUITAS_VEZES.format(registro.envios)
        return self._settle(registro, EstadoRegistro.PLANEJADO, texto, falha=falha, consulta=True)

    def _uncertain(self) -> EstadoRegistro:
        """Return where a title stands whose answer is lost: without a look-up only a person can find out."""
        capaz = self.de.adaptador.capacidades.consulta_por_chave
        return EstadoRegistro.DESCONHECIDO if capaz else EstadoRegistro.CONFLITO

    def _registered(
        self,
        registro: Registro,
        pedido: TituloRegistro,
        dito: TituloNoBanco,
        sem_pix: str,
        avisos: Sequence[str],
        *,
        consulta: bool = False,
    ) -> Registro:
        if self.de.bank_numbers and not (dito.linha_digitavel or dito.codigo_barras):
            texto = "O banco registrou, mas ainda não deu a linha digitável."
            return self._settle(registro, EstadoRegistro.ACEITO, texto, dito.referencia, consulta=consulta)
        erros = tuple(divergences(self.de, pedido, dito))
        producao = self.de.conta_api.ambiente is Ambiente.PRODUCAO
        falta = sem_pix or ("O banco não devolveu o código Pix." if pedido.com_pix and not dito.pix else "")
        mensagem = "; ".join((*avisos, *([falta] if falta else ()), *(erros if not producao else ())))
        if erros and producao:
            mensagem = f"Registrado com diferença: {'; '.join(erros)}. Confira antes de imprimir."
        depois = replace(
            registro,
            **_SEM_FALHA | {"mensagem": mensagem[:_MAIOR_MENSAGEM]},
            estado=EstadoRegistro.REGISTRADO_SEM_PIX if falta else EstadoRegistro.REGISTRADO,
            referencia=dito.referencia or registro.referencia,
            sem_pix=falta,
            resposta=_told(dito),
            divergencias=erros if producao else (),
        )
        depois = replace(depois, falha=TipoFalha.DADOS if erros and producao else None)
        passo = PassoTentativa.CONSULTA if consulta else PassoTentativa.RESPOSTA
        return self._write(depois, passo, str(depois.estado), mensagem, lambda b: self._filled(b, depois, dito))

    def _filled(self, boleto: Boleto, registro: Registro, dito: TituloNoBanco) -> Boleto:
        if registro.divergencias:
            return preenchimento.held(boleto, registro.divergencias)
        return preenchimento.filled(self.de, boleto, dito)

    def _rejected(self, registro: Registro, erros: Iterable[ErroBanco], *, consulta: bool = False) -> Registro:
        ditos = list(erros) or [ErroBanco(mensagem="O banco recusou sem dizer por quê.")]
        textos = "; ".join(dict.fromkeys(um.mensagem for um in ditos if um.mensagem))
        primeiro = next((um for um in ditos if um.campo), ditos[0])
        dito = {"codigo": primeiro.codigo, "campo": primeiro.campo, "sugestao": primeiro.sugestao}
        campos = _SEM_FALHA | dito | {"mensagem": textos[:_MAIOR_MENSAGEM], "falha": TipoFalha.DADOS}
        depois = replace(registro, **campos, estado=EstadoRegistro.REJEITADO)
        passo = PassoTentativa.CONSULTA if consulta else PassoTentativa.RESPOSTA
        return self._write(
            depois,
            passo,
            str(depois.estado),
            textos,
            lambda b: replace(b, no_banco=NoBanco.RECUSADO, no_banco_detalhe=textos[:_MAIOR_MENSAGEM]),
        )

    def _settle(
        self,
        registro: Registro,
        estado: EstadoRegistro,
        mensagem: str,
        referencia: str = "",
        *,
        falha: TipoFalha | None = None,
        consulta: bool = False,
    ) -> Registro:
        # an unknown counts its grace from now: waits and tries lie between the journal's entry and the last send
        agora = self._agora() if estado is EstadoRegistro.DESCONHECIDO and not consulta else registro.enviado_em
        depois = replace(
            registro,
            **_SEM_FALHA | {"mensagem": mensagem[:_MAIOR_MENSAGEM], "falha": falha},
            estado=estado,
            referencia=referencia or registro.referencia,
            enviado_em=agora,
        )
        passo = PassoTentativa.CONSULTA if consulta else PassoTentativa.RESPOSTA
        return self._write(depois, passo, str(estado), mensagem, lambda b: _standing(b, estado, mensagem))

    def clash(self, registro: Registro, texto: str) -> Registro:
        """Write down that the bank's answer cannot be taken into the books as it is."""
        with self._database.read() as uow:
            atual = uow.registros.get(registro.id)
        return self._settle(atual, EstadoRegistro.CONFLITO, texto, falha=TipoFalha.JA_REGISTRADO)

    # --- what a person says

    def decided(
        self, registro: Registro, estado: EstadoRegistro, texto: str, change: Callable[[Boleto], Boleto], **campos: Any
    ) -> Registro:
        """Write down a person's word about a title."""
        depois = replace(registro, **_SEM_FALHA | {"mensagem": texto}, estado=estado)
        return self._write(replace(depois, **campos), PassoTentativa.DECISAO, str(estado), texto, change)

    # --- rows

    def _write(
        self,
        depois: Registro,
        passo: PassoTentativa,
        resultado: str,
        mensagem: str,
        change: Callable[[Boleto], Boleto] | None = None,
    ) -> Registro:
        """Write the registration, its entry, its boleto and the boleto's history in one transaction.

        Books held by somebody else are tried again: what is not written down now would be unknown later.
        """
        for vez in range(_GRAVACOES):
            try:
                return self._write_once(depois, passo, resultado, mensagem, change)
            except OutsideError:
                if vez == _GRAVACOES - 1:
                    raise
        raise AssertionError("unreachable")

    def _write_once(
        self,
        depois: Registro,
        passo: PassoTentativa,
        resultado: str,
        mensagem: str,
        change: Callable[[Boleto], Boleto] | None,
    ) -> Registro:
        with self._trava, self._database.write() as uow:
            feito = uow.registros.update(depois)
            self._note(uow, feito, passo, resultado, mensagem)
            antes = uow.boletos.get(feito.boleto_id)
            novo = change(antes) if change else antes
            if novo != antes:
                uow.boletos.update(novo)
            if novo.no_banco is not antes.no_banco and novo.no_banco is not NoBanco.ENVIADO:
                uow.eventos.add(self._evento(feito, mensagem))
            return feito

    def _note(
        self,
        uow: UnitOfWork,
        de: Registro,
        passo: PassoTentativa,
        resultado: str,
        mensagem: str,
        *,
        corpo: bytes | None = None,
        marca: str = "",
    ) -> None:
        tentativa = TentativaRegistro(
            empresa_id=de.empresa_id,
            registro_id=de.id,
            quando=self._agora(),
            usuario=self._usuario,
            passo=passo,
            numero=de.envios,
            corpo=corpo,
            corpo_hash=marca,
            resultado=resultado,
            mensagem=mensagem[:_MAIOR_MENSAGEM],
        )
        uow.registro_tentativas.add_all([tentativa])

    def _evento(self, de: Registro, mensagem: str) -> Evento:
        dito = f": {mensagem}" if mensagem else "."
        return Evento(
            empresa_id=de.empresa_id,
            boleto_id=de.boleto_id,
            quando=self._agora(),
            usuario=self._usuario,
            tipo="registro_api",
            texto=f"{self.de.adaptador.titulo} por API: {str(de.estado).lower()}{dito}",
        )


_SEM_FALHA: dict[str, Any] = {
    "codigo": "",
    "mensagem": "",
    "campo": "",
    "sugestao": "",
    "falha": None,
    "ausencias": 0,
    "ausente_em": None,
}


def _may_be_planned(de: Cadastro, antes: Registro) -> bool:
    """Whether the title is surely not at the bank, so that it may be asked for anew, changed or not."""
    outro = antes.ambiente is Ambiente.HOMOLOGACAO and de.conta_api.ambiente is Ambiente.PRODUCAO
    return antes.estado.may_be_sent or outro


def _refuse_changed(nome: str, antes: Registro, retrato: Mapping[str, Any]) -> None:
    mudancas = "; ".join(titulos.differences(antes.retrato, retrato)) or "os dados mudaram"
    raise RefusedError(
        "titulo_mudou",
        f"O boleto {nome} mudou depois de comunicado ({mudancas}) e pode estar no banco como era; consulte-o antes.",
        f"boletos.{antes.boleto_id}",
    )


def _told(dito: TituloNoBanco) -> dict[str, Any]:
    """Return the bank's answer as JSON can hold it, without what it does not say."""
    valores = {n: v.isoformat() if isinstance(v, date) else v for n, v in asdict(dito).items()}
    return {nome: valor for nome, valor in valores.items() if valor not in ("", None)}


def told_from(valores: Mapping[str, Any]) -> TituloNoBanco:
    """Return the bank's answer as it was kept."""
    datas = ("vencimento", "data_pagamento", "data_credito")
    lidos: dict[str, Any] = {n: date.fromisoformat(v) if n in datas and v else v for n, v in valores.items()}
    return TituloNoBanco(**{"referencia": "", **lidos})


def _standing(boleto: Boleto, estado: EstadoRegistro, mensagem: str) -> Boleto:
    """Return *boleto* as it stands at the bank while its registration stands so."""
    if estado is EstadoRegistro.PLANEJADO:
        return replace(boleto, no_banco=NoBanco.NAO_ENVIADO, no_banco_detalhe="")
    return replace(boleto, no_banco=NoBanco.ENVIADO, no_banco_detalhe=f"{estado}: {mensagem}"[:_MAIOR_MENSAGEM])
