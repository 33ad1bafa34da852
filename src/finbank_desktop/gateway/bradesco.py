"""Bradesco (237), API of cobrança of the developers' portal, without Pix: we number, amounts are centavos.

Source: ACBr only. HTTP 200 may hold a refusal in words, and *serviço temporariamente não disponível* was seen for a
title that had been registered (BoletoNet/boletonet#306): it is unknown, never refused. The barcode of an answer is
written in letters of a font, so it is made of the linha digitável. What ACBr writes with doubtful decimals (interest
and fine in percent, discounts) is refused.
"""

from collections.abc import Sequence
from typing import Any

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.codigo_barras import to_codigo_barras
from finbank_desktop.domain.documentos import is_cnpj_length
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.registro import ContaApi, TituloRegistro
from finbank_desktop.gateway import confronto, corpos, desfechos, exigencias, respostas
from finbank_desktop.gateway.base import AdaptadorBase, Caso
from finbank_desktop.gateway.erros import diz, ler
from finbank_desktop.gateway.pedidos import envio
from finbank_desktop.gateway.port import (
    Classe,
    Desconhecido,
    Duplicado,
    ErroBanco,
    Passos,
    Pedido,
    Rejeitado,
    Resposta,
    ResultadoConsulta,
    ResultadoRegistro,
    TituloNoBanco,
)
from finbank_desktop.gateway.respostas import Json

_REGISTRO = "/boleto/cobranca-registro/v1/cobranca"
_CONSULTA, _BAIXA = "/boleto/cobranca-consulta/v1/consultar", "/boleto/cobranca-baixa/v1/baixar"
_A_PEDIDO = "57"
_NEGOCIACAO, _NEGOCIACAO_REGISTRO, _NUMERO = 11, 18, 11
_INSTAVEL = ("9100", "nao disponivel", "temporariamente", "indisponivel", "timeout")


class Bradesco(AdaptadorBase):
    """Bradesco's API of cobrança."""

    nome = "bradesco"

    def conferir(self, conta: ContaApi) -> Pedido:
        """Ask for a title that is not there."""
        return _consulta(conta, "0" * _NUMERO)

    def corpo(self, titulo: TituloRegistro, conta: ContaApi) -> dict[str, Any]:
        """Return the body of a registration; what is not agreed goes as zero, as the bank wants it."""
        boleto, pessoa, endereco = titulo.boleto, titulo.pagador, titulo.pagador.endereco
        numero, filial, controle = _partes(conta.parametros.get("cnpj", ""))
        return {
            "nuCPFCNPJ": numero,
            "filialCPFCNPJ": filial,
            "ctrlCPFCNPJ": controle,
            "idProduto": conta.parametros.get("carteira", ""),
            "nuNegociacao": _negociacao(conta, _NEGOCIACAO_REGISTRO),
            "nuTitulo": boleto.nosso_numero,
            "nuCliente": boleto.numero_documento,
            "dtEmissaoTitulo": corpos.ponto(boleto.emissao),
            "dtVencimentoTitulo": corpos.ponto(boleto.vencimento),
            "tpVencimento": 0,
            "vlNominalTitulo": boleto.valor,
            "cdEspecieTitulo": int(self.ficha.especies[boleto.especie]),
            "controleParticipante": titulo.chave,
            **_encargos(boleto),
            "vlAbatimento": boleto.abatimento,
            "vlIOF": 0,
            "nomePagador": pessoa.nome,
            "logradouroPagador": endereco.logradouro,
            "nuLogradouroPagador": endereco.numero,
            "cepPagador": endereco.cep[:5],
            "complementoCepPagador": endereco.cep[5:],
            "bairroPagador": endereco.bairro,
            "municipioPagador": endereco.cidade,
            "ufPagador": endereco.uf,
            "cdIndCpfcnpjPagador": corpos.tipo_pessoa(pessoa.documento, "1", "2"),
            "nuCpfcnpjPagador": pessoa.documento,
        }

    def _inclusao(self, caso: Caso) -> Pedido:
        return envio("POST", _REGISTRO, Classe.REGISTRAR, self.corpo(caso.titulo, caso.conta))

    def _incluido(self, resposta: Resposta, caso: Caso) -> ResultadoRegistro:
        dados = respostas.parse(resposta)
        linha = respostas.linha_digitavel(dados, "linhaDig10")
        numero = respostas.digitos(dados, "ctitloCobrCdent") or (caso.boleto.nosso_numero if linha else "")
        if not numero:
            return self._falha(resposta) or self._sem_codigo()
        achado = TituloNoBanco(
            referencia=numero,
            nosso_numero=numero,
            seu_numero=respostas.texto(dados, "snumero10"),
            linha_digitavel=linha,
            codigo_barras=to_codigo_barras(linha) if linha else "",
            valor=respostas.centavos_inteiros(dados, "valMoeda10"),
            vencimento=respostas.dia({"d": respostas.digitos(dados, "dataVencto10").zfill(8)}, "d"),
            situacao=respostas.texto(dados, "codStatus10"),
            estado="aberto",
        )
        return desfechos.registrado(achado, caso.titulo)

    def _procurar(self, caso: Caso) -> Passos[ResultadoConsulta]:
        resposta = yield _consulta(caso.conta, caso.boleto.nosso_numero)
        if not desfechos.is_sucesso(resposta):
            return desfechos.consulta(resposta, self.ficha)
        dados = respostas.parse(resposta)
        titulo = respostas.achar(dados, "titulo")
        if respostas.centavos_inteiros(titulo, "valMoeda") is None:
            # the words of a refusal come with HTTP 200 as well
            return desfechos.consulta(Resposta(status=400, corpo=resposta.corpo), self.ficha)
        return confronto.resultado([self._ler(titulo, caso.boleto)], caso.titulo)

    def _baixa(self, caso: Caso) -> Pedido | None:
        return envio(
            "POST", _BAIXA, Classe.BAIXAR, {**_chave(caso.conta, caso.boleto.nosso_numero), "codigoBaixa": _A_PEDIDO}
        )

    def _proprios(self, titulo: TituloRegistro, conta: ContaApi) -> Sequence[Problem]:
        achados = []
        numero = titulo.boleto.nosso_numero
        if not (numero.isdigit() and len(numero) == _NUMERO):
            mensagem = f"O nosso número do Bradesco tem {_NUMERO} algarismos."
            achados.append(exigencias.erro("nosso_numero", mensagem, "Emita o boleto de novo por esta carteira."))
        if titulo.com_pix:
            mensagem = "O registro com Pix do Bradesco é outro serviço, que este programa não usa."
            achados.append(
                exigencias.erro("com_pix", mensagem, "Desligue o Pix da carteira ou envie por arquivo (CNAB).")
            )
        if not conta.parametros.get("cnpj", "").isdigit():
            mensagem = "O Bradesco recebe o CNPJ da empresa como número."
            achados.append(exigencias.erro("conta.cnpj", mensagem, "Corrija a conta de API, só com algarismos."))
        return achados

    def _falha(self, resposta: Resposta) -> Rejeitado | Duplicado | Desconhecido | None:
        """Return what an answer of HTTP 200 says in words; ``None`` when it says nothing."""
        dados = respostas.parse(resposta)
        dito = dados if isinstance(dados, str) else ""
        erros = ler(dados, self.ficha) or ((ErroBanco(mensagem=dito),) if dito else ())
        if not erros:
            return None
        if diz(erros, _INSTAVEL) is not None:
            return Desconhecido(motivo=f"o Bradesco respondeu: {erros[0].mensagem}")
        repetido = diz(erros, self.ficha.duplicados)
        return Rejeitado(erros=erros) if repetido is None else Duplicado(mensagem=repetido.mensagem)

    def _ler(self, dados: Json, boleto: Boleto) -> TituloNoBanco:
        linha = respostas.linha_digitavel(dados, "linhaDig")
        baixa = respostas.digitos(dados, "baixa", "codigo").lstrip("0")
        situacao = baixa or respostas.texto(dados, "codStatus")
        estado = self.ficha.estado(situacao)
        return TituloNoBanco(
            referencia=boleto.nosso_numero,
            nosso_numero=boleto.nosso_numero,
            seu_numero=respostas.texto(dados, "snumero"),
            linha_digitavel=linha,
            codigo_barras=to_codigo_barras(linha) if linha else "",
            valor=respostas.centavos_inteiros(dados, "valMoeda"),
            vencimento=respostas.dia({"d": respostas.digitos(dados, "dataVencto").zfill(8)}, "d"),
            pagador_documento=respostas.documento(dados, "sacado", "cnpj"),
            situacao=situacao,
            estado=estado,
            data_pagamento=respostas.dia({"d": respostas.digitos(dados, "dtPagto").zfill(8)}, "d"),
        )


def _partes(documento: str) -> tuple[str, str, str]:
    """Return number, branch and check digits, as the bank wants them apart."""
    if is_cnpj_length(documento):
        return documento[:8], documento[8:12], documento[12:]
    return documento[:9], "0", documento[9:]


def _negociacao(conta: ContaApi, tamanho: int) -> str:
    agencia, numero = conta.parametros.get("agencia", ""), conta.parametros.get("conta", "").lstrip("0")
    return agencia + numero.zfill(tamanho - len(agencia))


def _chave(conta: ContaApi, nosso_numero: str) -> dict[str, Any]:
    numero, filial, controle = _partes(conta.parametros.get("cnpj", ""))
    return {
        "cpfCnpj": {"cpfCnpj": numero, "filial": filial, "controle": controle},
        "produto": conta.parametros.get("carteira", "").lstrip("0"),
        "negociacao": _negociacao(conta, _NEGOCIACAO),
        "nossoNumero": nosso_numero,
        "sequencia": "0",
    }


def _consulta(conta: ContaApi, nosso_numero: str) -> Pedido:
    return envio("POST", _CONSULTA, Classe.CONSULTAR, {**_chave(conta, nosso_numero), "status": 0}, muda=False)


def _encargos(boleto: Boleto) -> dict[str, Any]:
    encargos = boleto.encargos
    juros = encargos.juros if corpos.tem_juros(encargos) else 0
    multa = encargos.multa if corpos.tem_multa(encargos) else 0
    dados: dict[str, Any] = {
        "percentualJuros": 0,
        "vlJurosc": juros,
        "qtdeDiasJuros": 1 if juros else 0,
        "percentualMulta": 0,
        "vlMulta": multa,
        "qtdeDiasMulta": 1 if multa else 0,
    }
    if encargos.protesto_dias is not None:
        dados["tpProtestoAutomaticoNegativacao"] = "01"
        dados["prazoProtestoAutomaticoNegativacao"] = str(encargos.protesto_dias)
    for ordem in (1, 2, 3):
        dados |= {f"percentualDesconto{ordem}": 0, f"vlDesconto{ordem}": 0, f"dataLimiteDesconto{ordem}": ""}
    return dados
