"""Caixa (104), service of cobrança in SOAP: we number, each call carries a hash, and HTTP 200 may be a refusal.

Sources: ACBr; mundipagg/boleto-api (request, hash, answer of a registration). The hash is SHA-256, in base64, of código
do beneficiário (7), nosso número (17), due date (DDMMAAAA), amount (15) and CNPJ (14); baixa and look-up put zeros for
date and amount. The call's own hour is said as noon of the day it was planned: nothing here has a clock.
"""

import base64
import hashlib
import html
import re
from collections.abc import Mapping, Sequence
from datetime import date
from http import HTTPStatus

from finbank_desktop.domain.documentos import has_letters
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.registro import Ambiente, ContaApi, TituloRegistro
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.gateway import confronto, desfechos, exigencias, respostas
from finbank_desktop.gateway.base import AdaptadorBase, Caso
from finbank_desktop.gateway.caixa_titulo import TAMANHO_NUMERO, grupo, numero_caixa, tag, titulo_xml
from finbank_desktop.gateway.erros import diz, ler
from finbank_desktop.gateway.port import (
    Ausente,
    Classe,
    Desconhecido,
    Duplicado,
    ErroBanco,
    Feito,
    Indeterminado,
    Passos,
    Pedido,
    Rejeitado,
    Resposta,
    ResultadoComando,
    ResultadoConsulta,
    ResultadoRegistro,
    TituloNoBanco,
)

_MANUTENCAO, _CONSULTA = "/sibar/ManutencaoCobrancaBancaria/Boleto/Externo", "/sibar/ConsultaCobrancaBancaria/Boleto"
_ESPACOS = {
    _MANUTENCAO: "http://caixa.gov.br/sibar/manutencao_cobranca_bancaria/boleto/externo",
    _CONSULTA: "http://caixa.gov.br/sibar/consulta_cobranca_bancaria/boleto",
}
_USUARIOS = {Ambiente.PRODUCAO: "SGCBS02P", Ambiente.HOMOLOGACAO: "SGCBS01D"}
_VERSAO, _VERSAO_PIX, _VERSAO_CONSULTA = "3.0", "3.2", "5.4"
_CODIGO = 7
_INSTAVEL = ("indisponivel", "temporariamente", "timeout", "time out", "tente novamente", "excecao")


class Caixa(AdaptadorBase):
    """Caixa's service of cobrança."""

    nome = "caixa"

    def headers(self, conta: ContaApi, segredos: Mapping[str, str], token: str) -> Mapping[str, str]:  # noqa: ARG002 - no token
        """Return nothing: each call says who it is."""
        return {}

    def registrar(self, titulo: TituloRegistro, conta: ContaApi) -> Passos[ResultadoRegistro]:
        """Register *titulo*; the answer's own code decides, not the HTTP status."""
        caso = Caso(titulo=titulo, conta=conta)
        resposta = yield _pedido(
            caso, "INCLUI_BOLETO", titulo_xml(titulo, self.ficha.especies[titulo.boleto.especie]), Classe.REGISTRAR
        )
        if resposta.status != HTTPStatus.OK:
            return desfechos.recusa(resposta, self.ficha)
        falha = self._falha(resposta)
        if falha is not None:
            return falha
        achado = self._ler(resposta, caso)
        return desfechos.registrado(achado, titulo) if achado.referencia else self._sem_codigo()

    def baixar(self, titulo: TituloRegistro, conta: ContaApi, referencia: str) -> Passos[ResultadoComando]:
        """Ask for the baixa; the answer's own code decides."""
        caso = Caso(titulo=titulo, conta=conta, referencia=referencia)
        resposta = yield _pedido(caso, "BAIXA_BOLETO", tag("NOSSO_NUMERO", numero_caixa(caso.boleto)), Classe.BAIXAR)
        if resposta.status != HTTPStatus.OK:
            return desfechos.comando(resposta, self.ficha)
        falha = self._falha(resposta)
        if isinstance(falha, Duplicado):
            return Rejeitado(erros=(ErroBanco(mensagem=falha.mensagem),))
        return Feito() if falha is None else falha

    def conferir(self, conta: ContaApi) -> Pedido:
        """Ask for a title that is not there."""
        zeros = "14" + "0" * 15
        return _chamada(conta, "CONSULTA_BOLETO", tag("NOSSO_NUMERO", zeros), _hash(conta, zeros), Classe.CONSULTAR)

    def _procurar(self, caso: Caso) -> Passos[ResultadoConsulta]:
        numero = numero_caixa(caso.boleto)
        corpo, marca = tag("NOSSO_NUMERO", numero), _hash(caso.conta, numero)
        resposta = yield _chamada(caso.conta, "CONSULTA_BOLETO", corpo, marca, Classe.CONSULTAR, _dia(caso))
        if resposta.status != HTTPStatus.OK:
            return desfechos.consulta(resposta, self.ficha)
        falha = self._falha(resposta)
        if isinstance(falha, Rejeitado):
            if diz(falha.erros, self.ficha.ausentes) is not None:
                return Ausente()
            return Indeterminado(motivo=f"a Caixa respondeu: {falha.erros[0].mensagem}")
        if falha is not None:
            return self._ilegivel()
        achado = self._ler(resposta, caso)
        return confronto.resultado([achado], caso.titulo) if achado.referencia else self._ilegivel()

    def _falha(self, resposta: Resposta) -> Rejeitado | Duplicado | Desconhecido | None:
        """Return what an answer of HTTP 200 says went wrong; ``None`` when it says that nothing did."""
        texto = _texto(resposta)
        codigos = _campos(texto, "COD_RETORNO")
        if not codigos:
            return Desconhecido(motivo="a Caixa respondeu algo que não se lê")
        if all(codigo.strip("0") == "" for codigo in codigos):
            return None
        dito = next(
            (m for nome in ("RETORNO", "EXCECAO", "MSG_RETORNO") for m in _campos(texto, nome) if m), codigos[-1]
        )
        erros = ler({"codigo": codigos[-1], "mensagem": dito}, self.ficha)
        if diz(erros, _INSTAVEL) is not None:
            return Desconhecido(motivo=f"a Caixa respondeu: {dito}")
        repetido = diz(erros, self.ficha.duplicados)
        return Duplicado(mensagem=dito) if repetido is not None else Rejeitado(erros=erros)

    def _ler(self, resposta: Resposta, caso: Caso) -> TituloNoBanco:
        texto = _texto(resposta)
        dados = {nome: next(iter(_campos(texto, nome)), "") for nome in _LIDOS}
        numero = respostas.digitos(dados, "NOSSO_NUMERO")
        situacao = dados["SITUACAO"]
        # a look-up does not repeat the number it was asked for
        numero = numero or (numero_caixa(caso.boleto) if situacao or dados["LINHA_DIGITAVEL"] else "")
        dia = respostas.dia(dados, "DATA_HORA_PAGAMENTO")
        return TituloNoBanco(
            referencia=numero,
            nosso_numero=numero,
            seu_numero=dados["NUMERO_DOCUMENTO"],
            chave=dados["IDENTIFICACAO_EMPRESA"],
            linha_digitavel=respostas.linha_digitavel(dados, "LINHA_DIGITAVEL"),
            codigo_barras=respostas.codigo_barras(dados, "CODIGO_BARRAS"),
            pix=respostas.pix(dados, "QRCODE"),
            valor=respostas.positivo(dados, "VALOR"),
            vencimento=respostas.dia(dados, "DATA_VENCIMENTO"),
            pagador_documento=respostas.documento(dados, "CPF") or respostas.documento(dados, "CNPJ"),
            situacao=situacao,
            estado=self.ficha.estado(situacao) if situacao else "aberto",
            valor_pago=respostas.positivo(dados, "VALOR_PAGO"),
            data_pagamento=dia,
        )

    def _proprios(self, titulo: TituloRegistro, conta: ContaApi) -> Sequence[Problem]:
        achados = []
        encargos = titulo.boleto.encargos
        if (encargos.protesto_dias is None) == (encargos.baixa_dias is None):
            mensagem = (
                "A Caixa quer saber quantos dias depois do vencimento o boleto é devolvido ou protestado, um dos dois."
            )
            achados.append(exigencias.erro("encargos.baixa_dias", mensagem, "Preencha o prazo de baixa da carteira."))
        numero = numero_caixa(titulo.boleto)
        if not (numero.isdigit() and len(numero) == TAMANHO_NUMERO):
            mensagem = f"O nosso número da Caixa tem {TAMANHO_NUMERO} algarismos."
            achados.append(exigencias.erro("nosso_numero", mensagem, "Emita o boleto de novo por esta carteira."))
        codigo = conta.parametros.get("codigo_beneficiario", "")
        if codigo and not (codigo.isdigit() and len(codigo) <= _CODIGO):
            mensagem = f"O código do beneficiário na Caixa tem até {_CODIGO} algarismos."
            achados.append(exigencias.erro("conta.codigo_beneficiario", mensagem, "Corrija a conta de API."))
        if has_letters(conta.parametros.get("cnpj", "")):
            mensagem = "A Caixa recebe o CNPJ da empresa como número e não aceita letras nele."
            achados.append(exigencias.erro("conta.cnpj", mensagem, "Envie estes boletos por arquivo (CNAB)."))
        return achados


def _hash(conta: ContaApi, numero: str, vencimento: date | None = None, valor: Centavos = 0) -> str:
    dia = "0" * 8 if vencimento is None else f"{vencimento:%d%m%Y}"
    codigo, cnpj = conta.parametros.get("codigo_beneficiario", ""), conta.parametros.get("cnpj", "")
    texto = f"{codigo.zfill(_CODIGO)}{numero}{dia}{valor:015d}{cnpj.zfill(14)}"
    return base64.b64encode(hashlib.sha256(texto.encode("ascii", "ignore")).digest()).decode("ascii")


def _dia(caso: Caso) -> date:
    return caso.titulo.dia or caso.boleto.emissao


def _pedido(caso: Caso, operacao: str, corpo: str, classe: Classe) -> Pedido:
    numero, inclui = numero_caixa(caso.boleto), operacao == "INCLUI_BOLETO"
    datas = (caso.boleto.vencimento, caso.boleto.valor) if inclui else (None, 0)
    marca = _hash(caso.conta, numero, *datas)
    versao = _VERSAO_PIX if caso.titulo.com_pix else _VERSAO
    return _chamada(caso.conta, operacao, corpo, marca, classe, _dia(caso), versao)


def _chamada(
    conta: ContaApi,
    operacao: str,
    corpo: str,
    marca: str,
    classe: Classe,
    dia: date = date(2024, 1, 1),
    versao: str = _VERSAO_CONSULTA,
) -> Pedido:
    consulta = operacao == "CONSULTA_BOLETO"
    caminho = _CONSULTA if consulta else _MANUTENCAO
    parametros = conta.parametros
    cabecalho = grupo(
        "sib:HEADER",
        tag("VERSAO", versao),
        tag("AUTENTICACAO", marca),
        tag("USUARIO_SERVICO", parametros.get("usuario_servico") or _USUARIOS[conta.ambiente]),
        tag("OPERACAO", operacao),
        tag("SISTEMA_ORIGEM", "SIGCB"),
        tag("UNIDADE", parametros.get("agencia", "")),
        tag("DATA_HORA", f"{dia:%Y%m%d}120000"),
    )
    codigo = tag("CODIGO_BENEFICIARIO", parametros.get("codigo_beneficiario", "").zfill(_CODIGO))
    dados = grupo("DADOS", grupo(operacao, codigo, corpo))
    xml = (
        '<?xml version="1.0" encoding="utf-8"?>'
        f'<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ext="{_ESPACOS[caminho]}"'
        ' xmlns:sib="http://caixa.gov.br/sibar"><soapenv:Body>'
        f"{grupo('ext:SERVICO_ENTRADA', cabecalho, dados)}</soapenv:Body></soapenv:Envelope>"
    )
    return Pedido(
        metodo="POST",
        caminho=caminho,
        rota=caminho,
        classe=classe,
        headers={"SOAPAction": operacao},
        corpo=xml.encode("utf-8"),
        tipo="text/xml; charset=utf-8",
        muda=not consulta,
    )


_LIDOS = (
    *("NOSSO_NUMERO", "NUMERO_DOCUMENTO", "IDENTIFICACAO_EMPRESA", "LINHA_DIGITAVEL", "CODIGO_BARRAS", "QRCODE"),
    *("VALOR", "DATA_VENCIMENTO", "CPF", "CNPJ", "SITUACAO", "VALOR_PAGO", "DATA_HORA_PAGAMENTO"),
)


def _texto(resposta: Resposta) -> str:
    return resposta.corpo.decode("utf-8", "replace")


def _campos(texto: str, nome: str) -> list[str]:
    """Return what stands in every element called *nome*, whatever its prefix."""
    achados = re.findall(rf"<(?:\w+:)?{nome}>([^<]*)</", texto)
    return [html.unescape(achado).strip() for achado in achados]
