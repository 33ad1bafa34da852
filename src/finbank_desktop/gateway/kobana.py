"""Kobana: a gateway to some forty banks, API v1.0. It numbers, makes the boleto and registers it at the bank later.

Source: Kobana's own OpenAPI file and pages on idempotency and limits. The same idempotency key gets the first answer
again for at least 24 hours, even an error: so a repeated send makes no second title. A linha comes before the bank has
confirmed; only ``registration_status`` tells. Lists cannot be asked for by our key, so they are asked for by day and
pagador and read for it. Sixty questions an hour: titles are followed by list.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.documentos import format_documento
from finbank_desktop.domain.encargos import TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.registro import ContaApi, TituloRegistro
from finbank_desktop.gateway import confronto, corpos, desfechos, respostas
from finbank_desktop.gateway.base import AdaptadorBase, Caso
from finbank_desktop.gateway.pedidos import dado, envio, get, vencimento_ou_valor
from finbank_desktop.gateway.port import (
    Aceito,
    Classe,
    Filtro,
    Indeterminado,
    Passos,
    Pedido,
    Resposta,
    ResultadoConsulta,
    ResultadoLista,
    ResultadoRegistro,
    TituloNoBanco,
)
from finbank_desktop.gateway.respostas import Json

_BILLETS = "/v1/bank_billets"
_UM = _BILLETS + "/{id}"
_POR_PAGINA, _PAGINAS = 50, 1000
_RECUSADOS, _CONFIRMADOS = frozenset({"rejected", "failed"}), frozenset({"confirmed", "skipped"})
_PROGRAMA = "FinBank Desktop"


class Kobana(AdaptadorBase):
    """Kobana's API of boletos."""

    nome = "kobana"

    def headers(self, conta: ContaApi, segredos: Mapping[str, str], token: str) -> Mapping[str, str]:  # noqa: ARG002 - a key, no token
        """Return the key and who calls, which Kobana wants to know."""
        return {"Authorization": f"Bearer {dado(conta, segredos, 'api_token')}", "User-Agent": _PROGRAMA}

    def listar(self, conta: ContaApi, filtro: Filtro) -> Passos[ResultadoLista]:
        """List by day of payment, else by due date."""
        campo = "paid" if filtro.pagos else "expire"
        query = {**_carteira(conta), f"{campo}_from": filtro.de.isoformat(), f"{campo}_to": filtro.ate.isoformat()}
        return (yield from self._paginas(query))

    def conferir(self, conta: ContaApi) -> Pedido:
        """Ask for one boleto."""
        return get(_BILLETS, Classe.LISTAR, {**_carteira(conta), "page": "1", "per_page": "1"})

    def corpo(self, titulo: TituloRegistro, conta: ContaApi) -> dict[str, Any]:
        """Return the body of a registration."""
        boleto, encargos, final = titulo.boleto, titulo.boleto.encargos, titulo.beneficiario_final
        carteira = conta.parametros.get("carteira_id", "").strip()
        return corpos.sem_vazios(
            {
                "bank_billet_account_id": int(carteira) if carteira.isdigit() else None,
                "amount": corpos.reais(boleto.valor),
                "expire_at": boleto.vencimento.isoformat(),
                **_pagador(titulo.pagador),
                "guarantor_name": final.nome if final else None,
                "guarantor_cnpj_cpf": format_documento(final.documento) if final else None,
                "description": _linhas(titulo.convenio.mensagens),
                "instructions": _linhas(boleto.instrucoes),
                **dict(_encargos(boleto)),
                "reduction_type": 1 if boleto.abatimento else None,
                "reduction_amount": corpos.reais(boleto.abatimento) if boleto.abatimento else None,
                "days_for_sue": encargos.protesto_dias,
                "days_for_revoke": encargos.baixa_dias,
                "document_type": self.ficha.especies[boleto.especie],
                "document_number": boleto.numero_documento,
                "document_date": boleto.emissao.isoformat(),
                "acceptance": "S" if boleto.aceite else "N",
                "control_number": titulo.chave,
                "external_id": titulo.chave,
                "prevent_pix": None if titulo.com_pix else True,
            }
        )

    def _inclusao(self, caso: Caso) -> Pedido:
        pedido = envio("POST", _BILLETS, Classe.REGISTRAR, self.corpo(caso.titulo, caso.conta))
        return replace(pedido, headers={"X-Idempotency-Key": caso.titulo.chave})

    def _incluido(self, resposta: Resposta, caso: Caso) -> ResultadoRegistro:
        dados = respostas.parse(resposta)
        achado = self._ler(dados)
        if not achado.referencia:
            return self._sem_codigo()
        if achado.estado == "aberto" and achado.linha_digitavel:
            return desfechos.registrado(achado, caso.titulo)
        return Aceito(referencia=achado.referencia)

    def _procurar(self, caso: Caso) -> Passos[ResultadoConsulta]:
        if caso.referencia:
            resposta = yield get(f"{_BILLETS}/{caso.referencia}", Classe.CONSULTAR, rota=_UM)
            if not desfechos.is_sucesso(resposta):
                return desfechos.consulta(resposta, self.ficha)
            achado = self._ler(respostas.parse(resposta))
            return confronto.resultado([achado], caso.titulo) if achado.referencia else self._ilegivel()
        dia = caso.titulo.dia or caso.boleto.emissao
        query = {
            **_carteira(caso.conta),
            "cnpj_cpf": format_documento(caso.titulo.pagador.documento),
            "created_from": (dia - timedelta(days=1)).isoformat(),
        }
        lista = yield from self._paginas(query, Classe.CONSULTAR)
        if not isinstance(lista, list):
            return lista if isinstance(lista, Indeterminado) else self._ilegivel()
        return confronto.resultado([achado for achado in lista if achado.chave == caso.titulo.chave], caso.titulo)

    def _alteracao(self, caso: Caso, campo: str, valor: object) -> Pedido | None:
        mudanca = vencimento_ou_valor(campo, valor, "expire_at", "amount")
        if campo == "abatimento" and isinstance(valor, int):
            mudanca = {"reduction_type": 1, "reduction_amount": corpos.reais(valor)}
        if mudanca is None or not caso.referencia:
            return None
        return envio("PUT", f"{_BILLETS}/{caso.referencia}", Classe.ALTERAR, mudanca, rota=_UM)

    def _baixa(self, caso: Caso) -> Pedido | None:
        caminho = f"{_BILLETS}/{caso.referencia}/cancel"
        return envio("PUT", caminho, Classe.BAIXAR, {}, rota=_UM + "/cancel") if caso.referencia else None

    def _paginas(self, query: Mapping[str, str], classe: Classe = Classe.LISTAR) -> Passos[ResultadoLista]:
        achados: list[TituloNoBanco] = []
        for pagina in range(1, _PAGINAS):
            resposta = yield get(_BILLETS, classe, {**query, "page": str(pagina), "per_page": str(_POR_PAGINA)})
            dados = respostas.parse(resposta)
            if not desfechos.is_sucesso(resposta):
                falha = self._falha_lista(resposta)
                return achados if isinstance(falha, list) else falha
            if not isinstance(dados, list):
                return self._ilegivel()
            achados += [self._ler(linha) for linha in respostas.objetos(dados)]
            if len(dados) < _POR_PAGINA:
                break
        return achados

    def _ler(self, dados: Json) -> TituloNoBanco:
        status, registro = respostas.texto(dados, "status"), respostas.texto(dados, "registration_status")
        pago = respostas.dia(dados, "paid_at")
        return TituloNoBanco(
            referencia=respostas.digitos(dados, "id"),
            nosso_numero=respostas.primeiro(dados, ("processed_our_number_raw", "processed_our_number", "our_number")),
            seu_numero=respostas.texto(dados, "document_number"),
            chave=respostas.primeiro(dados, ("control_number", "external_id")),
            linha_digitavel=respostas.linha_digitavel(dados, "line"),
            codigo_barras=respostas.codigo_barras(dados, "barcode"),
            pix=respostas.pix(dados, "pix_qrcode"),
            txid=respostas.texto(dados, "pix_txid"),
            valor=respostas.positivo(dados, "amount"),
            vencimento=respostas.dia(dados, "expire_at"),
            pagador_documento=respostas.documento(dados, "customer_cnpj_cpf"),
            situacao=" ".join(parte for parte in (status, registro) if parte),
            estado=self._estado(status, registro),
            valor_pago=respostas.positivo(dados, "paid_amount"),
            data_pagamento=pago,
        )

    def _estado(self, status: str, registro: str) -> str:
        estado = self.ficha.estado(status)
        if estado in ("aberto", "processando"):
            if registro in _RECUSADOS:
                return "rejeitado"
            return "aberto" if estado == "aberto" and registro in _CONFIRMADOS else "processando"
        return estado


def _carteira(conta: ContaApi) -> dict[str, str]:
    carteira = conta.parametros.get("carteira_id", "").strip()
    return {"bank_billet_account_id": carteira} if carteira else {}


def _linhas(linhas: tuple[str, ...]) -> str:
    return "\n".join(linha for linha in linhas if linha.strip())


def _pagador(pessoa: Pessoa) -> dict[str, Any]:
    endereco = pessoa.endereco
    return {
        "customer_person_name": pessoa.nome,
        "customer_cnpj_cpf": format_documento(pessoa.documento),
        "customer_zipcode": endereco.cep,
        "customer_address": endereco.logradouro,
        "customer_address_number": endereco.numero,
        "customer_address_complement": endereco.complemento,
        "customer_neighborhood": endereco.bairro,
        "customer_city_name": endereco.cidade,
        "customer_state": endereco.uf,
    }


def _encargos(boleto: Boleto) -> Iterator[tuple[str, Any]]:
    encargos = boleto.encargos
    if corpos.tem_multa(encargos):
        em_reais = encargos.multa_tipo is TipoMulta.VALOR
        yield "fine_type", 2 if em_reais else 1
        yield ("fine_value" if em_reais else "fine_percentage"), corpos.reais(encargos.multa)
        yield "days_for_fine", 1
    if corpos.tem_juros(encargos):
        em_reais = encargos.juros_tipo is TipoJuros.VALOR_DIA
        yield "interest_type", 2 if em_reais else 7
        yield ("interest_value" if em_reais else "interest_percentage"), corpos.reais(encargos.juros)
        yield "days_for_interest", 1
    if corpos.tem_desconto(encargos):
        em_reais = encargos.desconto_tipo is TipoDesconto.VALOR
        yield "discount_type", 1 if em_reais else 2
        yield ("discount_value" if em_reais else "discount_percentage"), corpos.reais(encargos.desconto)
        yield "days_for_discount", encargos.desconto_dias
