"""Banrisul (041), API de cobrança v1: we number, with both check digits, and ask by that number.

Source: ACBr only. A fine in percent has one decimal there; another is refused. Which day a payment was made is told
otherwise for a title dropped by payment and for one settled.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.encargos import TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.registro import Ambiente, ContaApi, TituloRegistro
from finbank_desktop.domain.valores import format_decimal
from finbank_desktop.gateway import confronto, corpos, desfechos, exigencias, respostas
from finbank_desktop.gateway.base import AdaptadorBase, Caso
from finbank_desktop.gateway.pedidos import envio, get
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

_BOLETOS = "/cobranca/v1/boletos"
_UM = _BOLETOS + "/{id}"
_ALTERACOES = {"vencimento": "06", "abatimento": "04"}
"""FEBRABAN's codes of the movements."""
_POR_PAGAMENTO = "B"
_PAGINAS = 1000


class Banrisul(AdaptadorBase):
    """Banrisul's API de cobrança."""

    nome = "banrisul"

    def headers(self, conta: ContaApi, segredos: Mapping[str, str], token: str) -> Mapping[str, str]:
        """Return the token, the beneficiary and which of the bank's systems is meant."""
        beneficiario = {"bergs-beneficiario": conta.parametros.get("codigo_beneficiario", "").strip()}
        return {**super().headers(conta, segredos, token), **beneficiario, "bergs-ambiente": _ambiente(conta)}

    def listar(self, conta: ContaApi, filtro: Filtro) -> Passos[ResultadoLista]:  # noqa: ARG002 - the header tells the account
        """List by day of baixa, else the open ones by due date; pages go on while they bring something."""
        achados: dict[str, TituloNoBanco] = {}
        for pagina in range(1, _PAGINAS):
            resposta = yield _pagina(filtro, pagina)
            if not desfechos.is_sucesso(resposta):
                falha = self._falha_lista(resposta)
                return list(achados.values()) if isinstance(falha, list) else falha
            lidos = [self._ler(linha) for linha in respostas.objetos(respostas.parse(resposta), "boletos")]
            novos = {lido.referencia: lido for lido in lidos if lido.referencia and lido.referencia not in achados}
            if not novos:
                break
            achados.update(novos)
        return list(achados.values())

    def conferir(self, conta: ContaApi) -> Pedido:  # noqa: ARG002 - as above
        """Ask for what was paid on a past day."""
        return _pagina(Filtro(de=date(2024, 1, 1), ate=date(2024, 1, 1)), 1)

    def corpo(self, titulo: TituloRegistro, conta: ContaApi) -> dict[str, Any]:
        """Return the body of a registration."""
        boleto = titulo.boleto
        dados = {
            "nosso_numero": numero_banrisul(boleto),
            "seu_numero": boleto.numero_documento,
            "data_emissao": boleto.emissao.isoformat(),
            "data_vencimento": boleto.vencimento.isoformat(),
            "valor_nominal": format_decimal(boleto.valor),
            "especie": self.ficha.especies[boleto.especie],
            "id_titulo_empresa": titulo.chave,
            "pagador": _pagador(titulo),
            "instrucoes": dict(_instrucoes(boleto)),
            "pag_parcial": {"autoriza": 1, "codigo": 3},
            "hibrido": {"autoriza": "S"} if titulo.com_pix else None,
        }
        return {"ambiente": _ambiente(conta), "titulo": corpos.sem_vazios(dados)}

    def _inclusao(self, caso: Caso) -> Pedido:
        return envio("POST", _BOLETOS, Classe.REGISTRAR, self.corpo(caso.titulo, caso.conta))

    def _incluido(self, resposta: Resposta, caso: Caso) -> ResultadoRegistro:
        achado = self._ler(respostas.achar(respostas.parse(resposta), "titulo"))
        return desfechos.registrado(achado, caso.titulo) if achado.referencia else self._sem_codigo()

    def _procurar(self, caso: Caso) -> Passos[ResultadoConsulta]:
        numero = caso.referencia or numero_banrisul(caso.boleto)
        resposta = yield get(f"{_BOLETOS}/{numero}", Classe.CONSULTAR, rota=_UM)
        if not desfechos.is_sucesso(resposta) or not resposta.corpo.strip():
            return desfechos.consulta(resposta, self.ficha)
        achado = self._ler(respostas.achar(respostas.parse(resposta), "titulo"))
        return confronto.resultado([achado], caso.titulo) if achado.referencia else self._ilegivel()

    def _alteracao(self, caso: Caso, campo: str, valor: object) -> Pedido | None:
        titulo: dict[str, Any]
        if campo == "vencimento" and isinstance(valor, date):
            titulo = {"data_vencimento": valor.isoformat()}
        elif campo == "abatimento" and isinstance(valor, int):
            titulo = {"instrucoes": {"abatimento": {"valor": format_decimal(valor)}}}
        else:
            return None
        numero = caso.referencia or numero_banrisul(caso.boleto)
        query = {"tipo_id": "NOSSO_NUMERO", "tipo_alteracao": _ALTERACOES[campo]}
        return envio("PATCH", f"{_BOLETOS}/{numero}", Classe.ALTERAR, {"titulo": titulo}, rota=_UM, query=query)

    def _baixa(self, caso: Caso) -> Pedido | None:
        numero = caso.referencia or numero_banrisul(caso.boleto)
        return envio("POST", f"{_BOLETOS}/{numero}/baixar", Classe.BAIXAR, {}, rota=_UM + "/baixar")

    def _proprios(self, titulo: TituloRegistro, conta: ContaApi) -> Sequence[Problem]:  # noqa: ARG002 - the title tells
        encargos = titulo.boleto.encargos
        if encargos.multa_tipo is TipoMulta.PERCENTUAL and encargos.multa % 10:
            mensagem = "O Banrisul aceita a multa em percentual com um só decimal."
            return [exigencias.erro("encargos.multa", mensagem, "Mude a multa da carteira ou do boleto.")]
        return []

    def _ler(self, dados: Json) -> TituloNoBanco:
        numero, situacao = respostas.digitos(dados, "nosso_numero"), respostas.texto(dados, "situacao_banrisul")
        pagamento = "data_baixa" if situacao == _POR_PAGAMENTO else "data_pagamento"
        return TituloNoBanco(
            referencia=numero,
            nosso_numero=numero,
            seu_numero=respostas.texto(dados, "seu_numero"),
            chave=respostas.texto(dados, "id_titulo_empresa"),
            linha_digitavel=respostas.linha_digitavel(dados, "linha_digitavel"),
            codigo_barras=respostas.codigo_barras(dados, "codigo_barras"),
            pix=respostas.pix(dados, "hibrido", "copia_cola"),
            txid=respostas.texto(dados, "hibrido", "txid"),
            valor=respostas.positivo(dados, "valor_nominal"),
            vencimento=respostas.dia(dados, "data_vencimento"),
            pagador_documento=respostas.documento(dados, "pagador", "cpf_cnpj"),
            situacao=situacao,
            estado=self.ficha.estado(situacao) if situacao else "aberto",
            valor_pago=respostas.positivo(dados, "operacoes", "valor_cobrado")
            or respostas.positivo(dados, "operacoes", "valor_pagamento"),
            data_pagamento=respostas.dia(dados, "operacoes", pagamento),
            data_credito=respostas.dia(dados, "operacoes", "data_credito"),
        )


def numero_banrisul(boleto: Boleto) -> str:
    """Return the nosso número as the API knows it: with its two check digits."""
    return boleto.nosso_numero + boleto.nosso_numero_dv


def _ambiente(conta: ContaApi) -> str:
    return "P" if conta.ambiente is Ambiente.PRODUCAO else "T"


def _pagador(titulo: TituloRegistro) -> dict[str, Any]:
    pessoa, endereco = titulo.pagador, titulo.pagador.endereco
    return {
        "tipo_pessoa": corpos.tipo_pessoa(pessoa.documento, "F", "J"),
        "cpf_cnpj": pessoa.documento,
        "nome": pessoa.nome,
        "endereco": endereco.rua,
        "cep": endereco.cep,
        "cidade": endereco.cidade,
        "uf": endereco.uf,
        "aceite": "A" if titulo.boleto.aceite else "N",
    }


def _instrucoes(boleto: Boleto) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the terms; interest and protest are told also where there is none."""
    encargos, desde = boleto.encargos, corpos.dia_seguinte(boleto.vencimento).isoformat()
    if corpos.tem_juros(encargos):
        em_reais = encargos.juros_tipo is TipoJuros.VALOR_DIA
        nome = "valor" if em_reais else "taxa"
        yield "juros", {"codigo": 1 if em_reais else 2, "data": desde, nome: format_decimal(encargos.juros)}
    else:
        yield "juros", {"codigo": 3}
    if corpos.tem_multa(encargos):
        if encargos.multa_tipo is TipoMulta.VALOR:
            yield "multa", {"codigo": 1, "data": desde, "valor": format_decimal(encargos.multa)}
        else:
            yield "multa", {"codigo": 2, "data": desde, "taxa": format_decimal(encargos.multa)[:-1]}
    if corpos.tem_desconto(encargos):
        em_reais = encargos.desconto_tipo is TipoDesconto.VALOR
        ate, nome = corpos.limite_desconto(boleto.vencimento, encargos).isoformat(), "valor" if em_reais else "taxa"
        yield "desconto", {"codigo": 1 if em_reais else 2, "data": ate, nome: format_decimal(encargos.desconto)}
    if encargos.protesto_dias is None:
        yield "protesto", {"codigo": 3}
    else:
        yield "protesto", {"codigo": 1, "prazo": encargos.protesto_dias}


def _pagina(filtro: Filtro, pagina: int) -> Pedido:
    situacao, campo = ("B", "data_baixa") if filtro.pagos else ("A", "data_vencimento")
    query = {
        "situacao_titulo": situacao,
        f"{campo}_inicial": corpos.ponto(filtro.de),
        f"{campo}_final": corpos.ponto(filtro.ate),
        "paginacao.pagina_atual": str(pagina),
    }
    return get(_BOLETOS, Classe.LISTAR, query)
