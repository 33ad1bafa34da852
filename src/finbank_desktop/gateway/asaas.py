"""Asaas (461), API v3: the bank numbers, a repeated title is taken as another, and the linha comes by a second call.

Sources: docs.asaas.com (cobrança via boleto; the page on duplicates, which asks to look up before sending again); ACBr.
Our key goes as externalReference, which Asaas does not keep unique. A pagador is a customer of its own there: the one
with the same document is used, else one is made, without notices to it. CONFIRMED is not money yet. The PDF lies at an
address outside the API and is not fetched.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.encargos import TipoDesconto, TipoMulta
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.registro import ContaApi, TituloRegistro
from finbank_desktop.gateway import confronto, corpos, desfechos, exigencias, respostas
from finbank_desktop.gateway.base import AdaptadorBase, Caso
from finbank_desktop.gateway.pedidos import dado, envio, get, vencimento_ou_valor
from finbank_desktop.gateway.port import (
    Aceito,
    Classe,
    Desconhecido,
    Duplicado,
    Filtro,
    NaoEnviado,
    Parar,
    Passos,
    Pedido,
    Rejeitado,
    ResultadoConsulta,
    ResultadoLista,
    ResultadoRegistro,
    TituloNoBanco,
)
from finbank_desktop.gateway.respostas import Json

_PAYMENTS, _CUSTOMERS = "/v3/payments", "/v3/customers"
_UM = _PAYMENTS + "/{id}"
_POR_PAGINA, _PAGINAS = 100, 1000
_DESCRICAO = 500
_PROGRAMA = "FinBank Desktop"


class Asaas(AdaptadorBase):
    """Asaas's API of cobranças."""

    nome = "asaas"

    def headers(self, conta: ContaApi, segredos: Mapping[str, str], token: str) -> Mapping[str, str]:  # noqa: ARG002 - a key, no token
        """Return the key and who calls, which Asaas wants to know."""
        return {"access_token": dado(conta, segredos, "api_key"), "User-Agent": _PROGRAMA}

    def registrar(self, titulo: TituloRegistro, conta: ContaApi) -> Passos[ResultadoRegistro]:  # noqa: ARG002 - the key tells the account
        """Find or make the pagador, register the title, then read its linha and Pix."""
        cliente = yield from self._cliente(titulo.pagador)
        if not isinstance(cliente, str):
            return cliente
        resposta = yield envio("POST", _PAYMENTS, Classe.REGISTRAR, corpo(titulo, cliente))
        if not desfechos.is_sucesso(resposta):
            return desfechos.recusa(resposta, self.ficha)
        achado = self._ler(respostas.parse(resposta))
        if not achado.referencia:
            return self._sem_codigo()
        completo = yield from self._codigos(achado, com_pix=titulo.com_pix)
        if not completo.linha_digitavel:
            return Aceito(referencia=achado.referencia)
        return desfechos.registrado(completo, titulo)

    def listar(self, conta: ContaApi, filtro: Filtro) -> Passos[ResultadoLista]:  # noqa: ARG002 - as above
        """List by day of payment, else by due date."""
        campo = "paymentDate" if filtro.pagos else "dueDate"
        query = {"billingType": "BOLETO", f"{campo}[ge]": filtro.de.isoformat(), f"{campo}[le]": filtro.ate.isoformat()}
        achados: list[TituloNoBanco] = []
        for pagina in range(_PAGINAS):
            resposta = yield _pagina(query, pagina * _POR_PAGINA)
            dados = respostas.parse(resposta)
            if not desfechos.is_sucesso(resposta):
                return self._falha_lista(resposta) or achados
            linhas = respostas.objetos(dados, "data")
            achados += [self._ler(linha) for linha in linhas]
            if respostas.achar(dados, "hasMore") is not True or not linhas:
                break
        return achados

    def conferir(self, conta: ContaApi) -> Pedido:  # noqa: ARG002 - as above
        """Ask for one cobrança."""
        return get(_PAYMENTS, Classe.LISTAR, {"limit": "1", "offset": "0"})

    def _procurar(self, caso: Caso) -> Passos[ResultadoConsulta]:
        if caso.referencia:
            resposta = yield get(f"{_PAYMENTS}/{caso.referencia}", Classe.CONSULTAR, rota=_UM)
            linhas = respostas.objetos(respostas.parse(resposta))
        else:
            resposta = yield _pagina({"externalReference": caso.titulo.chave}, 0, Classe.CONSULTAR)
            dados = respostas.parse(resposta)
            linhas = [linha for linha in respostas.objetos(dados, "data") if linha.get("deleted") is not True]
            if desfechos.is_sucesso(resposta) and not isinstance(respostas.achar(dados, "data"), list):
                return self._ilegivel()
        if not desfechos.is_sucesso(resposta):
            return desfechos.consulta(resposta, self.ficha)
        lidos = [(self._ler(linha), respostas.texto(linha, "customer")) for linha in linhas]
        achados = [achado for achado, _ in lidos if achado.referencia and achado.chave == caso.titulo.chave]
        if len(achados) != 1:
            return confronto.resultado(achados, caso.titulo) if not caso.referencia else self._ilegivel()
        clientes = {achado.referencia: cliente for achado, cliente in lidos}
        resposta = yield get(
            f"{_CUSTOMERS}/{clientes[achados[0].referencia]}", Classe.CONSULTAR, rota=_CUSTOMERS + "/{id}"
        )
        documento = respostas.documento(respostas.parse(resposta), "cpfCnpj")
        if not documento:
            return self._ilegivel()
        completo = yield from self._codigos(achados[0], com_pix=caso.titulo.com_pix)
        return confronto.resultado([replace(completo, pagador_documento=documento)], caso.titulo)

    def _cliente(self, pessoa: Pessoa) -> Passos[str | Rejeitado | NaoEnviado | Parar]:
        """Return the bank's name of the pagador; whatever goes wrong here, no title was sent yet."""
        resposta = yield get(_CUSTOMERS, Classe.CONSULTAR, {"cpfCnpj": pessoa.documento})
        for linha in respostas.objetos(respostas.parse(resposta), "data"):
            codigo = respostas.texto(linha, "id")
            if (
                codigo
                and linha.get("deleted") is not True
                and respostas.documento(linha, "cpfCnpj") == pessoa.documento
            ):
                return codigo
        if desfechos.is_sucesso(resposta):
            # a second customer of the same document does no harm
            resposta = yield envio("POST", _CUSTOMERS, Classe.REGISTRAR, _novo_cliente(pessoa), muda=False)
            if desfechos.is_sucesso(resposta) and (codigo := respostas.texto(respostas.parse(resposta), "id")):
                return codigo
        falha = desfechos.recusa(resposta, self.ficha)
        if isinstance(falha, Desconhecido | Duplicado):
            return NaoEnviado(motivo="o Asaas não respondeu ao cadastro do pagador")
        return falha

    def _codigos(self, achado: TituloNoBanco, *, com_pix: bool) -> Passos[TituloNoBanco]:
        """Return *achado* with its linha and, where wanted, its Pix."""
        raiz = f"{_PAYMENTS}/{achado.referencia}"
        resposta = yield get(raiz + "/identificationField", Classe.CONSULTAR, rota=_UM + "/identificationField")
        dados = respostas.parse(resposta) if desfechos.is_sucesso(resposta) else None
        achado = replace(
            achado,
            linha_digitavel=respostas.linha_digitavel(dados, "identificationField"),
            codigo_barras=respostas.codigo_barras(dados, "barCode"),
            nosso_numero=respostas.texto(dados, "nossoNumero") or achado.nosso_numero,
        )
        if not com_pix:
            return achado
        resposta = yield get(raiz + "/pixQrCode", Classe.CONSULTAR, rota=_UM + "/pixQrCode")
        dados = respostas.parse(resposta) if desfechos.is_sucesso(resposta) else None
        return replace(achado, pix=respostas.pix(dados, "payload"))

    def _alteracao(self, caso: Caso, campo: str, valor: object) -> Pedido | None:
        mudanca = vencimento_ou_valor(campo, valor, "dueDate", "value")
        if mudanca is None or not caso.referencia:
            return None
        atual = {
            "billingType": "BOLETO",
            "dueDate": caso.boleto.vencimento.isoformat(),
            "value": corpos.reais(caso.boleto.valor),
        }
        return envio("PUT", f"{_PAYMENTS}/{caso.referencia}", Classe.ALTERAR, {**atual, **mudanca}, rota=_UM)

    def _baixa(self, caso: Caso) -> Pedido | None:
        if not caso.referencia:
            return None
        caminho = f"{_PAYMENTS}/{caso.referencia}"
        return Pedido(metodo="DELETE", caminho=caminho, rota=_UM, classe=Classe.BAIXAR, muda=True)

    def _proprios(self, titulo: TituloRegistro, conta: ContaApi) -> Sequence[Problem]:  # noqa: ARG002 - the title tells
        tamanho = len(_descricao(titulo.boleto))
        if tamanho <= _DESCRICAO:
            return []
        mensagem = f"As instruções juntas têm {tamanho} letras e o Asaas aceita {_DESCRICAO}."
        return [exigencias.erro("instrucoes", mensagem, "Encurte as instruções.")]

    def _ler(self, dados: Json) -> TituloNoBanco:
        situacao = "DELETED" if respostas.achar(dados, "deleted") is True else respostas.texto(dados, "status")
        estado = self.ficha.estado(situacao)
        original = respostas.positivo(dados, "originalValue")
        pago = respostas.positivo(dados, "value") if estado == "pago" else None
        return TituloNoBanco(
            referencia=respostas.texto(dados, "id"),
            nosso_numero=respostas.texto(dados, "nossoNumero"),
            chave=respostas.texto(dados, "externalReference"),
            valor=original or respostas.positivo(dados, "value"),
            vencimento=respostas.dia(dados, "dueDate"),
            situacao=situacao,
            estado=estado,
            valor_pago=pago,
            data_pagamento=respostas.dia(dados, "clientPaymentDate") or respostas.dia(dados, "paymentDate"),
            data_credito=respostas.dia(dados, "creditDate"),
        )


def corpo(titulo: TituloRegistro, cliente: str) -> dict[str, Any]:
    """Return the body of a registration for the customer the bank calls *cliente*."""
    boleto = titulo.boleto
    return corpos.sem_vazios(
        {
            "customer": cliente,
            "billingType": "BOLETO",
            "value": corpos.reais(boleto.valor),
            "dueDate": boleto.vencimento.isoformat(),
            "description": _descricao(boleto),
            "daysAfterDueDateToRegistrationCancellation": boleto.encargos.baixa_dias,
            "externalReference": titulo.chave,
            **dict(_encargos(boleto)),
        }
    )


def _descricao(boleto: Boleto) -> str:
    return "\n".join(linha for linha in boleto.instrucoes if linha.strip())


def _encargos(boleto: Boleto) -> Iterator[tuple[str, dict[str, Any]]]:
    encargos = boleto.encargos
    if corpos.tem_desconto(encargos):
        tipo = "FIXED" if encargos.desconto_tipo is TipoDesconto.VALOR else "PERCENTAGE"
        valor = {"value": corpos.reais(encargos.desconto), "type": tipo}
        yield "discount", {**valor, "dueDateLimitDays": encargos.desconto_dias}
    if corpos.tem_multa(encargos):
        tipo = "FIXED" if encargos.multa_tipo is TipoMulta.VALOR else "PERCENTAGE"
        yield "fine", {"value": corpos.reais(encargos.multa), "type": tipo}
    if corpos.tem_juros(encargos):
        yield "interest", {"value": corpos.percentual(encargos.juros)}


def _novo_cliente(pessoa: Pessoa) -> dict[str, Any]:
    endereco = pessoa.endereco
    return corpos.sem_vazios(
        {
            "name": pessoa.nome,
            "cpfCnpj": pessoa.documento,
            "address": endereco.logradouro,
            "addressNumber": endereco.numero,
            "complement": endereco.complemento,
            "province": endereco.bairro,
            "postalCode": endereco.cep,
            "notificationDisabled": True,
        }
    )


def _pagina(query: Mapping[str, str], inicio: int, classe: Classe = Classe.LISTAR) -> Pedido:
    return get(_PAYMENTS, classe, {**query, "limit": str(_POR_PAGINA), "offset": str(inicio)})
