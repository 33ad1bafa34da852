"""Banco do Brasil (001), API Cobranças v2: we number, and the bank refuses a number it has seen, for ever.

Sources: answers recorded in homologation by imobanco/bb-wrapper; ACBr; divulgueregional/api-bb-php (30 minutes without
changes after registration). BB's advice on a repeated number is to take another: that would make a second boleto, so it
is a `Duplicado` and looked up. The same question is answered from a cache for 30 seconds.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
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
    Filtro,
    Passos,
    Pedido,
    Resposta,
    ResultadoConsulta,
    ResultadoLista,
    ResultadoRegistro,
    TituloNoBanco,
)
from finbank_desktop.gateway.respostas import Json

_BOLETOS = "/cobrancas/v2/boletos"
_UM = _BOLETOS + "/{id}"
_PAGINAS = 1000
_DO_BANCO, _DO_CONVENIO = 7, 17
"""Digits of a convênio whose numbers the API takes, and of such a number; three zeros come before it."""
_CPF, _CNPJ = 1, 2


class BancoDoBrasil(AdaptadorBase):
    """BB's API Cobranças."""

    nome = "bb"

    def query(self, conta: ContaApi, segredos: Mapping[str, str]) -> Mapping[str, str]:
        """Return the application's key, which BB wants in every address."""
        return {"gw-dev-app-key": dado(conta, segredos, "app_key")}

    def listar(self, conta: ContaApi, filtro: Filtro) -> Passos[ResultadoLista]:
        """List by day of movement; the bank says whether there is more and where it starts."""
        achados: list[TituloNoBanco] = []
        indice = ""
        for _ in range(_PAGINAS):
            resposta = yield _pagina(conta, filtro, indice)
            dados = respostas.parse(resposta)
            if not desfechos.is_sucesso(resposta):
                return self._falha_lista(resposta) or achados
            achados += [self._da_lista(linha) for linha in respostas.objetos(dados, "boletos")]
            indice = respostas.texto(dados, "proximoIndice")
            if respostas.texto(dados, "indicadorContinuidade").upper() != "S" or not indice:
                break
        return achados

    def conferir(self, conta: ContaApi) -> Pedido:
        """Ask for the open boletos of the account."""
        return get(_BOLETOS, Classe.LISTAR, {"indicadorSituacao": "A", **_conta(conta)})

    def corpo(self, titulo: TituloRegistro) -> dict[str, Any]:
        """Return the body of a registration."""
        boleto, convenio, encargos = titulo.boleto, titulo.convenio, titulo.boleto.encargos
        final = titulo.beneficiario_final
        return corpos.sem_vazios(
            {
                "numeroConvenio": int(convenio.convenio),
                "numeroCarteira": int(convenio.carteira),
                "numeroVariacaoCarteira": int(convenio.variacao),
                "codigoModalidade": 1,
                "dataEmissao": corpos.ponto(boleto.emissao),
                "dataVencimento": corpos.ponto(boleto.vencimento),
                "numeroDiasLimiteRecebimento": encargos.baixa_dias,
                "valorOriginal": corpos.reais(boleto.valor),
                "valorAbatimento": corpos.reais(boleto.abatimento) if boleto.abatimento else None,
                "quantidadeDiasProtesto": encargos.protesto_dias,
                "codigoAceite": "A" if boleto.aceite else "N",
                "codigoTipoTitulo": int(self.ficha.especies[boleto.especie]),
                "indicadorPermissaoRecebimentoParcial": "N",
                "numeroTituloBeneficiario": boleto.numero_documento,
                "campoUtilizacaoBeneficiario": titulo.chave,
                "numeroTituloCliente": numero_bb(boleto),
                **dict(_encargos(boleto)),
                "pagador": _pagador(titulo.pagador),
                "beneficiarioFinal": None if final is None else _inscricao(final),
                "indicadorPix": "S" if titulo.com_pix else "N",
            }
        )

    def _inclusao(self, caso: Caso) -> Pedido:
        return envio("POST", _BOLETOS, Classe.REGISTRAR, self.corpo(caso.titulo))

    def _incluido(self, resposta: Resposta, caso: Caso) -> ResultadoRegistro:
        dados = respostas.parse(resposta)
        achado = TituloNoBanco(
            referencia=respostas.digitos(dados, "numero"),
            nosso_numero=respostas.digitos(dados, "numero"),
            linha_digitavel=respostas.linha_digitavel(dados, "linhaDigitavel"),
            codigo_barras=respostas.codigo_barras(dados, "codigoBarraNumerico"),
            pix=respostas.pix(dados, "qrCode", "emv"),
            txid=respostas.texto(dados, "qrCode", "txId") if respostas.pix(dados, "qrCode", "emv") else "",
            estado="aberto",
        )
        if not achado.referencia:
            return self._sem_codigo()
        # without a code the two other fields hold the bank's words instead
        return desfechos.registrado(achado, caso.titulo, respostas.texto(dados, "qrCode", "url"))

    def _procurar(self, caso: Caso) -> Passos[ResultadoConsulta]:
        numero = caso.referencia or numero_bb(caso.boleto)
        resposta = yield get(
            f"{_BOLETOS}/{numero}", Classe.CONSULTAR, {"numeroConvenio": caso.titulo.convenio.convenio}, rota=_UM
        )
        if not desfechos.is_sucesso(resposta):
            return desfechos.consulta(resposta, self.ficha)
        achado = self._do_titulo(respostas.parse(resposta), numero)
        return self._ilegivel() if achado.valor is None else confronto.resultado([achado], caso.titulo)

    def _alteracao(self, caso: Caso, campo: str, valor: object) -> Pedido | None:
        mudanca = _mudanca(campo, valor, caso.boleto)
        if mudanca is None:
            return None
        corpo_mudanca = {"numeroConvenio": int(caso.titulo.convenio.convenio), **mudanca}
        numero = caso.referencia or numero_bb(caso.boleto)
        return envio("PATCH", f"{_BOLETOS}/{numero}", Classe.ALTERAR, corpo_mudanca, rota=_UM)

    def _baixa(self, caso: Caso) -> Pedido | None:
        numero = caso.referencia or numero_bb(caso.boleto)
        convenio = {"numeroConvenio": int(caso.titulo.convenio.convenio)}
        return envio("POST", f"{_BOLETOS}/{numero}/baixar", Classe.BAIXAR, convenio, rota=_UM + "/baixar")

    def _proprios(self, titulo: TituloRegistro, conta: ContaApi) -> Sequence[Problem]:  # noqa: ARG002 - the convênio tells
        convenio, numero = titulo.convenio.convenio, titulo.boleto.nosso_numero
        achados = []
        if not (convenio.isdigit() and len(convenio) == _DO_BANCO):
            mensagem = "A API do Banco do Brasil só registra convênios de 7 algarismos."
            achados.append(exigencias.erro("convenio.convenio", mensagem, "Envie estes boletos por arquivo (CNAB)."))
        elif not (numero.isdigit() and len(numero) == _DO_CONVENIO and numero.startswith(convenio)):
            mensagem = (
                f"O nosso número {numero} não tem o convênio e 10 algarismos, como a API do Banco do Brasil pede."
            )
            achados.append(exigencias.erro("nosso_numero", mensagem, "Emita o boleto de novo por esta carteira."))
        for nome, valor in (("carteira", titulo.convenio.carteira), ("variacao", titulo.convenio.variacao)):
            if not valor.isdigit():
                mensagem = f"Falta a {nome.replace('variacao', 'variação')} da carteira; o Banco do Brasil exige."
                achados.append(exigencias.erro(f"convenio.{nome}", mensagem, "Preencha a carteira de cobrança."))
        return achados

    def _do_titulo(self, dados: Json, numero: str) -> TituloNoBanco:
        situacao = respostas.texto(dados, "codigoEstadoTituloCobranca")
        return TituloNoBanco(
            referencia=numero,
            nosso_numero=numero,
            seu_numero=respostas.texto(dados, "numeroTituloCedenteCobranca"),
            chave=respostas.texto(dados, "textoCampoUtilizacaoCedente"),
            linha_digitavel=respostas.linha_digitavel(dados, "codigoLinhaDigitavel"),
            codigo_barras=respostas.codigo_barras(dados, "textoCodigoBarrasTituloCobranca"),
            valor=respostas.positivo(dados, "valorOriginalTituloCobranca"),
            vencimento=respostas.dia(dados, "dataVencimentoTituloCobranca"),
            pagador_documento=respostas.documento(dados, "numeroInscricaoSacadoCobranca"),
            situacao=situacao,
            estado=self.ficha.estado(situacao),
            valor_pago=respostas.positivo(dados, "valorPagoSacado"),
            data_pagamento=respostas.dia(dados, "dataRecebimentoTitulo"),
            data_credito=respostas.dia(dados, "dataCreditoLiquidacao"),
        )

    def _da_lista(self, linha: Json) -> TituloNoBanco:
        numero = respostas.digitos(linha, "numeroBoletoBB")
        codigo = respostas.texto(linha, "codigoEstadoTituloCobranca")
        return TituloNoBanco(
            referencia=numero,
            nosso_numero=numero,
            valor=respostas.positivo(linha, "valorOriginal"),
            vencimento=respostas.dia(linha, "dataVencimento"),
            situacao=respostas.texto(linha, "estadoTituloCobranca") or codigo,
            estado=self.ficha.estado(codigo),
            valor_pago=respostas.positivo(linha, "valorPago"),
            data_pagamento=respostas.dia(linha, "dataMovimento"),
            data_credito=respostas.dia(linha, "dataCredito"),
        )


def numero_bb(boleto: Boleto) -> str:
    """Return the 20 digits by which the API knows a title: convênio and sequence behind three zeros."""
    return boleto.nosso_numero.zfill(20)


def _encargos(boleto: Boleto) -> Iterator[tuple[str, dict[str, Any]]]:
    encargos = boleto.encargos
    if corpos.tem_desconto(encargos):
        tipo, nome = _tipo(encargos.desconto_tipo is TipoDesconto.VALOR)
        ate = corpos.ponto(corpos.limite_desconto(boleto.vencimento, encargos))
        yield "desconto", {"tipo": tipo, "dataExpiracao": ate, nome: corpos.reais(encargos.desconto)}
    if corpos.tem_juros(encargos):
        tipo, nome = _tipo(encargos.juros_tipo is TipoJuros.VALOR_DIA)
        yield "jurosMora", {"tipo": tipo, nome: corpos.reais(encargos.juros)}
    if corpos.tem_multa(encargos):
        tipo, nome = _tipo(encargos.multa_tipo is TipoMulta.VALOR)
        desde = corpos.ponto(corpos.dia_seguinte(boleto.vencimento))
        yield "multa", {"tipo": tipo, "data": desde, nome: corpos.reais(encargos.multa)}


def _tipo(em_reais: bool) -> tuple[int, str]:  # noqa: FBT001 - one of two spellings
    return (1, "valor") if em_reais else (2, "porcentagem")


def _inscricao(pessoa: Pessoa) -> dict[str, Any]:
    tipo = corpos.tipo_pessoa(pessoa.documento, str(_CPF), str(_CNPJ))
    return {"tipoInscricao": int(tipo), "numeroInscricao": pessoa.documento, "nome": pessoa.nome}


def _pagador(pessoa: Pessoa) -> dict[str, Any]:
    endereco = pessoa.endereco
    return {
        **_inscricao(pessoa),
        "endereco": endereco.rua,
        "cep": endereco.cep,
        "cidade": endereco.cidade,
        "bairro": endereco.bairro,
        "uf": endereco.uf,
        "telefone": "".join(corpos.telefone(pessoa)),
    }


def _mudanca(campo: str, valor: object, boleto: Boleto) -> dict[str, Any] | None:
    if campo == "vencimento" and isinstance(valor, date):
        nova = {"novaDataVencimento": corpos.ponto(valor)}
        return {"indicadorNovaDataVencimento": "S", "alteracaoData": nova}
    if not isinstance(valor, int):
        return None
    if campo == "valor":
        return {"indicadorNovoValorNominal": "S", "alteracaoValor": {"novoValorNominal": corpos.reais(valor)}}
    if boleto.abatimento:
        return {"indicadorAlterarAbatimento": "S", "alteracaoAbatimento": {"novoValorAbatimento": corpos.reais(valor)}}
    return {"indicadorIncluirAbatimento": "S", "abatimento": {"valorAbatimento": corpos.reais(valor)}}


def _conta(conta: ContaApi) -> dict[str, str]:
    parametros = conta.parametros
    return {
        "agenciaBeneficiario": parametros.get("agencia", "").lstrip("0"),
        "contaBeneficiario": parametros.get("conta", "").lstrip("0"),
    }


def _pagina(conta: ContaApi, filtro: Filtro, indice: str) -> Pedido:
    de, ate = (
        ("dataInicioMovimento", "dataFimMovimento") if filtro.pagos else ("dataInicioVencimento", "dataFimVencimento")
    )
    query = {
        "indicadorSituacao": "B" if filtro.pagos else "A",
        **_conta(conta),
        de: corpos.ponto(filtro.de),
        ate: corpos.ponto(filtro.ate),
    }
    return get(_BOLETOS, Classe.LISTAR, {**query, "indice": indice} if indice else query)
