"""Itaú (341): plain boletos by cash_management v2, boletos with Pix by bolecode v2, and two more APIs to ask.

Sources: examples of the bank's OpenAPI carried by two public clients; ACBr. Registrations take amounts as 17 digits
(see `itau_titulo`), instructions with a point. An answer 202 may register the title minutes later, so it is looked up.
``valor_total_titulo`` of an answer is not read: the bank's own example spoils it.
"""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from http import HTTPStatus
from typing import Any

from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.registro import Ambiente, ContaApi, TituloRegistro
from finbank_desktop.domain.valores import Centavos, format_decimal
from finbank_desktop.gateway import confronto, corpos, desfechos, exigencias, respostas
from finbank_desktop.gateway.base import AdaptadorBase, Caso
from finbank_desktop.gateway.itau_titulo import dado_boleto
from finbank_desktop.gateway.pedidos import dado, envio, get
from finbank_desktop.gateway.port import (
    Classe,
    Desconhecido,
    Filtro,
    Passos,
    Pedido,
    Resposta,
    ResultadoConsulta,
    ResultadoLista,
    ResultadoRegistro,
    SemSuporte,
    TituloNoBanco,
)
from finbank_desktop.gateway.respostas import Json

_APIS = {
    "": ("/cash_management/v2", "/itau-ep9-gtw-cash-management-ext-v2/v2"),
    "pix": ("/pix_recebimentos_conciliacoes/v2", "/itau-ep9-gtw-pix-recebimentos-conciliacoes-v2-ext/v2"),
    "consulta": ("/boletoscash/v2", "/itau-ep9-gtw-cash-management-ext-v2/v2"),
    "movimentos": ("/boletos/v3", "/itau-ep9-gtw-boletos-boletos-v3-ext-aws/v1"),
}
"""Where each API begins, in production and in the bank's sandbox, by the adapter's host."""
_TOKEN_SANDBOX = "/api/jwt"  # noqa: S105 - an address
_ID, _CARTEIRA, _NUMERO = 12, 3, 8
_PAGINAS, _DIAS = 1000, 31
_INTEIRO = 15
_MOVIMENTOS = ({"tipo_movimentacao": "liquidacoes"}, {"tipo_cobranca": "bolecode", "tipo_movimentacao": "baixas"})
"""What was paid by its barcode, and what by its Pix: the bank writes the latter among the baixas."""
_ESPACO = uuid.UUID("8f2f4a1e-7b52-5f0c-9a3c-5d0f6c1f3a77")


class Itau(AdaptadorBase):
    """Itaú's APIs of cobrança."""

    nome = "itau"

    def token(self, conta: ContaApi, segredos: Mapping[str, str]) -> Pedido | None:
        """Return the call for a token; the sandbox has an address of its own."""
        pedido = super().token(conta, segredos)
        if pedido is None or _producao(conta):
            return pedido
        return replace(pedido, caminho=_TOKEN_SANDBOX, rota=_TOKEN_SANDBOX)

    def headers(self, conta: ContaApi, segredos: Mapping[str, str], token: str) -> Mapping[str, str]:
        """Return the token and the application's key, which is the Client ID."""
        return {**super().headers(conta, segredos, token), "x-itau-apikey": dado(conta, segredos, "client_id")}

    def listar(self, conta: ContaApi, filtro: Filtro) -> Passos[ResultadoLista]:
        """List what was paid, day by day, by barcode and by Pix."""
        if not filtro.pagos or (filtro.ate - filtro.de).days > _DIAS:
            return SemSuporte(motivo=f"o Itaú só lista os pagos, e o programa pede até {_DIAS} dias de cada vez")
        achados: list[TituloNoBanco] = []
        for numero in range((filtro.ate - filtro.de).days + 1):
            for movimento in _MOVIMENTOS:
                parte = yield from self._movimentos(conta, filtro.de + timedelta(days=numero), movimento)
                if not isinstance(parte, list):
                    return parte
                achados += parte
        return achados

    def conferir(self, conta: ContaApi) -> Pedido:
        """Ask for what was paid on a past day."""
        return _pagina(conta, date(2024, 1, 1), _MOVIMENTOS[0], 0)

    def corpo(self, titulo: TituloRegistro, conta: ContaApi) -> dict[str, Any]:
        """Return the body of a registration; without Pix all of it stands under ``data``."""
        dados = {
            "etapa_processo_boleto": "efetivacao",
            **({} if titulo.com_pix else {"codigo_canal_operacao": "API"}),
            "beneficiario": {"id_beneficiario": conta.parametros.get("id_beneficiario", "")},
            "dado_boleto": dado_boleto(titulo, self.ficha.especies[titulo.boleto.especie]),
        }
        if not titulo.com_pix:
            return {"data": corpos.sem_vazios(dados)}
        return corpos.sem_vazios({**dados, "dados_qrcode": {"chave": titulo.convenio.pix_chave}})

    def _inclusao(self, caso: Caso) -> Pedido:
        host, fim = ("pix", "/boletos_pix") if caso.titulo.com_pix else ("", "/boletos")
        caminho = _caminho(caso.conta, host) + fim
        return _marcado(
            envio("POST", caminho, Classe.REGISTRAR, self.corpo(caso.titulo, caso.conta), host=host), caso.titulo.chave
        )

    def _incluido(self, resposta: Resposta, caso: Caso) -> ResultadoRegistro:
        dados = respostas.parse(resposta)
        if resposta.status == HTTPStatus.ACCEPTED:
            return Desconhecido(motivo=respostas.texto(dados, "mensagem") or "o Itaú ainda está registrando")
        dados = respostas.achar(dados, "data") if respostas.achar(dados, "data") is not None else dados
        boleto = respostas.achar(dados, "dado_boleto")
        individual = respostas.achar(boleto, "dados_individuais_boleto", 0)
        achado = self._individual(individual, respostas.texto(individual, "id_boleto_individual"))
        if not achado.referencia:
            return self._sem_codigo()
        qrcode = respostas.achar(dados, "dados_qrcode")
        pix, txid = respostas.pix(qrcode, "emv"), respostas.texto(qrcode, "txid")
        return desfechos.registrado(replace(achado, pix=pix, txid=txid), caso.titulo)

    def _procurar(self, caso: Caso) -> Passos[ResultadoConsulta]:
        query = {
            "id_beneficiario": caso.parametro("id_beneficiario"),
            "codigo_carteira": caso.titulo.convenio.carteira,
            "nosso_numero": caso.boleto.nosso_numero,
            "view": "specific",
        }
        caminho = _caminho(caso.conta, "consulta") + "/boletos"
        resposta = yield _marcado(get(caminho, Classe.CONSULTAR, query, host="consulta"), caso.titulo.chave)
        if not desfechos.is_sucesso(resposta) or not resposta.corpo.strip():
            return desfechos.consulta(resposta, self.ficha)
        dados = respostas.parse(resposta)
        lista = respostas.achar(dados, "data")
        achados = [achado for linha in respostas.objetos(lista) for achado in self._da_consulta(linha)]
        return confronto.resultado(achados, caso.titulo) if achados or lista == [] else self._ilegivel()

    def _alteracao(self, caso: Caso, campo: str, valor: object) -> Pedido | None:
        if campo == "vencimento" and isinstance(valor, date):
            return _instrucao(caso, "data_vencimento", {"data_vencimento": valor.isoformat()})
        if campo == "valor" and isinstance(valor, int):
            return _instrucao(caso, "valor_nominal", {"valor_titulo": format_decimal(valor)})
        if campo == "abatimento" and isinstance(valor, int):
            return _instrucao(caso, "abatimento", {"valor_abatimento": format_decimal(valor)})
        return None

    def _baixa(self, caso: Caso) -> Pedido | None:
        return _instrucao(caso, "baixa", {}, Classe.BAIXAR)

    def _proprios(self, titulo: TituloRegistro, conta: ContaApi) -> Sequence[Problem]:
        achados = []
        identidade = conta.parametros.get("id_beneficiario", "")
        if identidade and not (identidade.isdigit() and len(identidade) == _ID):
            mensagem = f"O ID do beneficiário do Itaú tem {_ID} algarismos: agência, conta e dígito."
            achados.append(exigencias.erro("conta.id_beneficiario", mensagem, "Corrija a conta de API."))
        partes = ((titulo.convenio.carteira, _CARTEIRA), (titulo.boleto.nosso_numero, _NUMERO))
        if any(not texto.isdigit() or len(texto) != tamanho for texto, tamanho in partes):
            mensagem = f"O Itaú pede carteira de {_CARTEIRA} e nosso número de {_NUMERO} algarismos."
            achados.append(exigencias.erro("nosso_numero", mensagem, "Emita o boleto de novo por esta carteira."))
        if titulo.com_pix and not titulo.convenio.pix_chave:
            mensagem = "Para o boleto com Pix o Itaú pede a chave Pix da empresa."
            achados.append(exigencias.erro("convenio.pix_chave", mensagem, "Preencha a chave Pix da carteira."))
        return achados

    def _movimentos(self, conta: ContaApi, dia: date, movimento: Mapping[str, str]) -> Passos[ResultadoLista]:
        achados: list[TituloNoBanco] = []
        for pagina in range(_PAGINAS):
            resposta = yield _pagina(conta, dia, movimento, pagina)
            dados = respostas.parse(resposta)
            if not desfechos.is_sucesso(resposta) or not resposta.corpo.strip():
                falha = self._falha_lista(resposta)
                return achados if isinstance(falha, list) else falha
            linhas = respostas.objetos(dados, "data")
            lidos = [self._movimento(linha) for linha in linhas]
            achados += [lido for lido in lidos if lido.estado == "pago"]
            total = respostas.digitos(dados, "pagination", "total_pages")[:6]
            if not linhas or not total or pagina + 1 >= int(total):
                break
        return achados

    def _individual(self, dados: Json, referencia: str) -> TituloNoBanco:
        situacao = respostas.texto(dados, "situacao_geral_boleto")
        return TituloNoBanco(
            referencia=referencia,
            nosso_numero=respostas.digitos(dados, "numero_nosso_numero"),
            seu_numero=respostas.texto(dados, "texto_seu_numero"),
            chave=respostas.texto(dados, "texto_uso_beneficiario"),
            linha_digitavel=respostas.linha_digitavel(dados, "numero_linha_digitavel"),
            codigo_barras=respostas.codigo_barras(dados, "codigo_barras"),
            valor=valor_itau(dados, "valor_titulo"),
            vencimento=respostas.dia(dados, "data_vencimento"),
            situacao=situacao,
            estado=self.ficha.estado(situacao) if situacao else "aberto",
        )

    def _da_consulta(self, linha: Json) -> Iterator[TituloNoBanco]:
        boleto = respostas.achar(linha, "dado_boleto")
        pessoa = ("pagador", "pessoa", "tipo_pessoa")
        cpf = respostas.documento(boleto, *pessoa, "numero_cadastro_pessoa_fisica")
        cnpj = respostas.documento(boleto, *pessoa, "numero_cadastro_nacional_pessoa_juridica")
        pago = respostas.achar(boleto, "pagamentos_cobranca", 0)
        motivo = respostas.texto(boleto, "baixa", "motivo_baixa")
        for dados in respostas.objetos(boleto, "dados_individuais_boleto"):
            achado = self._individual(dados, respostas.texto(linha, "id_boleto"))
            achado = replace(
                achado,
                referencia=achado.referencia or achado.nosso_numero,
                pagador_documento=cpf or cnpj,
                pix=respostas.pix(boleto, "qrcode_pix", "emv"),
                valor_pago=respostas.positivo(pago, "valor_pago_total_cobranca"),
                data_pagamento=respostas.dia(pago, "data_inclusao_pagamento"),
            )
            if achado.nosso_numero:
                yield replace(achado, situacao=motivo, estado=self.ficha.estado(motivo)) if motivo else achado

    def _movimento(self, linha: Json) -> TituloNoBanco:
        numero, codigo = respostas.digitos(linha, "nosso_numero"), respostas.texto(linha, "codigo_status")
        dia = respostas.dia(linha, "data_movimentacao")
        return TituloNoBanco(
            referencia=numero,
            nosso_numero=numero,
            seu_numero=respostas.texto(linha, "seu_numero"),
            valor=valor_itau(linha, "valor_titulo"),
            vencimento=respostas.dia(linha, "data_vencimento"),
            situacao=codigo,
            estado=self.ficha.estado(codigo),
            valor_pago=_bruto(linha),
            data_pagamento=dia,
            data_credito=dia,
        )


def valor_itau(dados: Json, campo: str) -> Centavos | None:
    """Return an amount in either spelling: 17 digits of centavos, or reais with a point."""
    bruto = respostas.texto(dados, campo)
    if bruto.isascii() and bruto.isdigit() and len(bruto) >= _INTEIRO:
        return int(bruto[-_INTEIRO:]) or None
    return respostas.positivo(dados, campo)


def _bruto(linha: Json) -> Centavos | None:
    """Return what was paid: what was credited and the bank's fee, taken from it, together."""
    liquido = respostas.positivo(linha, "valor_liquido_lancado")
    tarifas = [
        abs(respostas.centavos(operacao, "valor") or 0)
        for operacao in respostas.objetos(linha, "operacoes_cobranca")
        if respostas.texto(operacao, "descricao").upper() == "TARIFA DE COBRANÇA"
    ]
    return None if liquido is None else liquido + sum(tarifas)


def _producao(conta: ContaApi) -> bool:
    return bool(conta.base) or conta.ambiente is Ambiente.PRODUCAO


def _caminho(conta: ContaApi, host: str) -> str:
    return _APIS[host][0 if _producao(conta) else 1]


def _marcado(pedido: Pedido, assunto: str) -> Pedido:
    """Return *pedido* with the correlation the bank wants: the same for the same call about the same thing."""
    marca = uuid.uuid5(_ESPACO, f"{assunto} {pedido.metodo} {pedido.caminho}")
    return replace(pedido, headers={"x-itau-correlationID": str(marca)})


def _instrucao(caso: Caso, nome: str, corpo: Mapping[str, str], classe: Classe = Classe.ALTERAR) -> Pedido:
    numero = caso.parametro("id_beneficiario") + caso.titulo.convenio.carteira + caso.boleto.nosso_numero
    raiz = _caminho(caso.conta, "") + "/boletos"
    return _marcado(
        envio("PATCH", f"{raiz}/{numero}/{nome}", classe, corpo, rota=f"{raiz}/{{id}}/{nome}"), caso.titulo.chave
    )


def _pagina(conta: ContaApi, dia: date, movimento: Mapping[str, str], pagina: int) -> Pedido:
    raiz = _caminho(conta, "movimentos") + "/francesas/"
    query = {"data": dia.isoformat(), **movimento, **({"page": str(pagina)} if pagina else {})}
    caminho, rota = f"{raiz}{conta.parametros.get('id_beneficiario', '')}/movimentacoes", raiz + "{id}/movimentacoes"
    return _marcado(get(caminho, Classe.LISTAR, query, rota=rota, host="movimentos"), " ".join(query.values()))
