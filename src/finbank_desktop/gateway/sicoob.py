"""Sicoob (756), Cobrança Bancária v3: we number, one boleto a call, look-up by nosso número.

Sources: the bank's own OpenAPI file 3.0.8.0; ACBr, which sends the nosso número with its check digit behind it. No
registration ever succeeds in the bank's sandbox: the first real title is the test. Lists exist only as files to be
asked for and fetched later, with a shape that is not published.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.encargos import TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.registro import ContaApi, TituloRegistro
from finbank_desktop.gateway import confronto, corpos, desfechos, exigencias, respostas
from finbank_desktop.gateway.base import AdaptadorBase, Caso
from finbank_desktop.gateway.pedidos import dado, envio, get
from finbank_desktop.gateway.port import (
    Classe,
    Passos,
    Pedido,
    Resposta,
    ResultadoConsulta,
    ResultadoRegistro,
    TituloNoBanco,
)
from finbank_desktop.gateway.respostas import Json

_BOLETOS = "/cobranca-bancaria/v3/boletos"
_UM = _BOLETOS + "/{id}"
_PROTESTAR_DIAS_CORRIDOS, _NAO_PROTESTAR = 1, 3
_CLIENTE = 2
"""The client prints and posts the boleto."""
_COM_PIX, _SEM_PIX = 1, 2


class Sicoob(AdaptadorBase):
    """Sicoob's Cobrança Bancária."""

    nome = "sicoob"

    def headers(self, conta: ContaApi, segredos: Mapping[str, str], token: str) -> Mapping[str, str]:
        """Return the token and the client's name, which the bank wants on every call."""
        return {**super().headers(conta, segredos, token), "client_id": dado(conta, segredos, "client_id")}

    def conferir(self, conta: ContaApi) -> Pedido:
        """Ask for boleto number 1, there or not."""
        numero = {"numeroCliente": conta.parametros.get("numero_cliente", ""), "codigoModalidade": "1"}
        return get(_BOLETOS, Classe.CONSULTAR, {**numero, "nossoNumero": "1"})

    def corpo(self, titulo: TituloRegistro, conta: ContaApi) -> dict[str, Any]:
        """Return the body of a registration."""
        boleto, encargos, final = titulo.boleto, titulo.boleto.encargos, titulo.beneficiario_final
        contrato = conta.parametros.get("contrato", "").strip()
        return corpos.sem_vazios(
            {
                **_chave(Caso(titulo=titulo, conta=conta)),
                "numeroContaCorrente": int(titulo.conta.conta + titulo.conta.conta_dv),
                "codigoEspecieDocumento": self.ficha.especies[boleto.especie],
                "dataEmissao": boleto.emissao.isoformat(),
                "nossoNumero": int(numero_sicoob(boleto)),
                "seuNumero": boleto.numero_documento,
                "identificacaoBoletoEmpresa": titulo.chave,
                "identificacaoEmissaoBoleto": _CLIENTE,
                "identificacaoDistribuicaoBoleto": _CLIENTE,
                "valor": corpos.reais(boleto.valor),
                "dataVencimento": boleto.vencimento.isoformat(),
                "dataLimitePagamento": _limite(boleto),
                "valorAbatimento": corpos.reais(boleto.abatimento) if boleto.abatimento else None,
                **dict(_encargos(boleto)),
                "numeroParcela": 1,
                "aceite": boleto.aceite,
                "codigoProtesto": _PROTESTAR_DIAS_CORRIDOS if encargos.protesto_dias else _NAO_PROTESTAR,
                "numeroDiasProtesto": encargos.protesto_dias,
                "pagador": _pagador(titulo.pagador),
                "beneficiarioFinal": {"numeroCpfCnpj": final.documento, "nome": final.nome} if final else None,
                "mensagensInstrucao": [linha for linha in boleto.instrucoes if linha.strip()],
                "gerarPdf": False,
                "codigoCadastrarPIX": _COM_PIX if titulo.com_pix else _SEM_PIX,
                "numeroContratoCobranca": int(contrato) if contrato.isdigit() else None,
            }
        )

    def _inclusao(self, caso: Caso) -> Pedido:
        return envio("POST", _BOLETOS, Classe.REGISTRAR, self.corpo(caso.titulo, caso.conta))

    def _incluido(self, resposta: Resposta, caso: Caso) -> ResultadoRegistro:
        dados = respostas.achar(respostas.parse(resposta), "resultado")
        achado = self._ler(dados)
        if not achado.referencia:
            return self._sem_codigo()
        return desfechos.registrado(achado, caso.titulo, respostas.texto(dados, "descricaoRejeicaoPix"))

    def _procurar(self, caso: Caso) -> Passos[ResultadoConsulta]:
        query = {nome: str(valor) for nome, valor in _chave(caso).items()}
        numero = {"nossoNumero": caso.referencia or numero_sicoob(caso.boleto)}
        resposta = yield get(_BOLETOS, Classe.CONSULTAR, {**query, **numero})
        if not desfechos.is_sucesso(resposta) or not resposta.corpo.strip():
            return desfechos.consulta(resposta, self.ficha)
        achado = self._ler(respostas.achar(respostas.parse(resposta), "resultado"))
        return confronto.resultado([achado], caso.titulo) if achado.referencia else self._ilegivel()

    def _alteracao(self, caso: Caso, campo: str, valor: object) -> Pedido | None:
        """Change one thing: the bank takes one object a call."""
        mudanca: dict[str, Any]
        if campo == "vencimento" and isinstance(valor, date):
            mudanca = {"prorrogacaoVencimento": {"dataVencimento": valor.isoformat()}}
        elif campo == "valor" and isinstance(valor, int):
            mudanca = {"valorNominal": {"valor": corpos.reais(valor)}}
        elif campo == "abatimento" and isinstance(valor, int):
            mudanca = {"abatimento": {"valorAbatimento": corpos.reais(valor)}}
        else:
            return None
        return envio("PATCH", _um(caso), Classe.ALTERAR, {**_chave(caso), **mudanca}, rota=_UM)

    def _baixa(self, caso: Caso) -> Pedido | None:
        return envio("POST", _um(caso) + "/baixar", Classe.BAIXAR, _chave(caso), rota=_UM + "/baixar")

    def _pagina_pdf(self, caso: Caso) -> Pedido | None:
        query = {nome: str(valor) for nome, valor in _chave(caso).items()}
        numero = {"nossoNumero": caso.referencia or numero_sicoob(caso.boleto), "gerarPdf": "true"}
        return get(_BOLETOS + "/segunda-via", Classe.PDF, {**query, **numero})

    def _ler_pdf(self, resposta: Resposta) -> bytes:
        return respostas.pdf_base64(resposta, "resultado", "pdfBoleto")

    def _proprios(self, titulo: TituloRegistro, conta: ContaApi) -> Sequence[Problem]:
        achados = []
        if not conta.parametros.get("numero_cliente", "").strip().isdigit():
            mensagem = "O número do cliente no Sicoob tem só algarismos."
            achados.append(exigencias.erro("conta.numero_cliente", mensagem, "Corrija a conta de API, sem o traço."))
        if not (titulo.conta.conta + titulo.conta.conta_dv).isdigit():
            mensagem = f"A conta {titulo.conta.conta}-{titulo.conta.conta_dv} não é número e o Sicoob a recebe assim."
            achados.append(exigencias.erro("conta.conta", mensagem, "Corrija a conta bancária da carteira."))
        if not numero_sicoob(titulo.boleto).isdigit():
            mensagem = f"O nosso número {titulo.boleto.nosso_numero} não é número."
            achados.append(exigencias.erro("nosso_numero", mensagem, "Emita o boleto de novo por esta carteira."))
        return achados

    def _ler(self, dados: Json) -> TituloNoBanco:
        numero, situacao = respostas.digitos(dados, "nossoNumero"), respostas.texto(dados, "situacaoBoleto")
        return TituloNoBanco(
            referencia=numero,
            nosso_numero=numero,
            seu_numero=respostas.texto(dados, "seuNumero"),
            chave=respostas.texto(dados, "identificacaoBoletoEmpresa"),
            linha_digitavel=respostas.linha_digitavel(dados, "linhaDigitavel"),
            codigo_barras=respostas.codigo_barras(dados, "codigoBarras"),
            pix=respostas.pix(dados, "qrCode"),
            valor=respostas.positivo(dados, "valor"),
            vencimento=respostas.dia(dados, "dataVencimento"),
            pagador_documento=respostas.documento(dados, "pagador", "numeroCpfCnpj"),
            situacao=situacao,
            estado=self.ficha.estado(situacao) if situacao else "aberto",
        )


def numero_sicoob(boleto: Boleto) -> str:
    """Return the nosso número as the API takes it: a number, its check digit last."""
    return (boleto.nosso_numero + boleto.nosso_numero_dv).lstrip("0")


def _um(caso: Caso) -> str:
    return f"{_BOLETOS}/{caso.referencia or numero_sicoob(caso.boleto)}"


def _chave(caso: Caso) -> dict[str, int]:
    """Return what names the contract; a convênio's modalidade 01 is the API's 1."""
    modalidade = caso.titulo.convenio.modalidade.lstrip("0")
    return {
        "numeroCliente": int(caso.parametro("numero_cliente")),
        "codigoModalidade": int(modalidade) if modalidade.isdigit() else 1,
    }


def _limite(boleto: Boleto) -> str | None:
    dias = boleto.encargos.baixa_dias
    return None if dias is None else (boleto.vencimento + timedelta(days=dias)).isoformat()


def _encargos(boleto: Boleto) -> Iterator[tuple[str, Any]]:
    """Yield the three kinds, obligatory also where there is none: 0 no discount, 0 no fine, 3 no interest."""
    encargos, desde = boleto.encargos, corpos.dia_seguinte(boleto.vencimento).isoformat()
    if corpos.tem_desconto(encargos):
        yield "tipoDesconto", 1 if encargos.desconto_tipo is TipoDesconto.VALOR else 2
        yield "dataPrimeiroDesconto", corpos.limite_desconto(boleto.vencimento, encargos).isoformat()
        yield "valorPrimeiroDesconto", corpos.reais(encargos.desconto)
    else:
        yield "tipoDesconto", 0
    if corpos.tem_multa(encargos):
        yield "tipoMulta", 1 if encargos.multa_tipo is TipoMulta.VALOR else 2
        yield "dataMulta", desde
        yield "valorMulta", corpos.reais(encargos.multa)
    else:
        yield "tipoMulta", 0
    if corpos.tem_juros(encargos):
        yield "tipoJurosMora", 1 if encargos.juros_tipo is TipoJuros.VALOR_DIA else 2
        yield "dataJurosMora", desde
        yield "valorJurosMora", corpos.reais(encargos.juros)
    else:
        yield "tipoJurosMora", 3


def _pagador(pessoa: Pessoa) -> dict[str, Any]:
    endereco = pessoa.endereco
    return {
        "numeroCpfCnpj": pessoa.documento,
        "nome": pessoa.nome,
        "endereco": endereco.rua,
        "bairro": endereco.bairro,
        "cidade": endereco.cidade,
        "cep": endereco.cep,
        "uf": endereco.uf,
        "email": pessoa.email,
    }
