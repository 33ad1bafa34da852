"""Cresol (133), API of títulos: we number, titles go as a list of one, and are looked for among those of a due date.

Source: ACBr only. A discount has no day there and espécies other than DM no table, so both are refused. A state may
come with a number before it (``0-EM_ABERTO``).
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.encargos import TipoJuros, TipoMulta
from finbank_desktop.domain.registro import ContaApi, TituloRegistro
from finbank_desktop.gateway import confronto, corpos, desfechos, respostas
from finbank_desktop.gateway.base import AdaptadorBase, Caso
from finbank_desktop.gateway.pedidos import dado, envio, get, pedido_token
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

_TITULOS = "/titulos"
_UM = _TITULOS + "/{id}"
_ENTRADA = "/auth/realms/cresol/protocol/openid-connect/token"
_POR_PAGINA, _PAGINAS = 10, 1000
_CLIENTE = 2
"""The client prints the boleto."""
_CREDITO = "C"
_ISENTO, _FIXO, _PERCENTUAL = "ISENTO", "VALOR_FIXO", "VALOR_PERCENTUAL"


class Cresol(AdaptadorBase):
    """Cresol's API of títulos."""

    nome = "cresol"

    def token(self, conta: ContaApi, segredos: Mapping[str, str]) -> Pedido | None:
        """Return the call for a token by password."""
        nomes = {"username": "usuario", "password": "senha", "scope": "escopo"}
        dados = {nome: dado(conta, segredos, nosso) for nome, nosso in nomes.items()}
        cliente = {nome: dado(conta, segredos, nome) for nome in ("client_id", "client_secret")}
        todos = {"grant_type": "password", **cliente, **dados}
        return pedido_token(_ENTRADA, {nome: valor for nome, valor in todos.items() if valor}, {})

    def listar(self, conta: ContaApi, filtro: Filtro) -> Passos[ResultadoLista]:  # noqa: ARG002 - the token tells the account
        """List the settled by day of processing, else all by due date."""
        pagos = {"status": "LIQUIDADO"} if filtro.pagos else {}
        return (yield from self._paginas(_dias("processamento" if filtro.pagos else "vencimento", filtro) | pagos))

    def conferir(self, conta: ContaApi) -> Pedido:  # noqa: ARG002 - as above
        """Ask for the titles of one past day."""
        return _pagina(_dias("vencimento", Filtro(de=date(2024, 1, 1), ate=date(2024, 1, 1))), 0)

    def corpo(self, titulo: TituloRegistro) -> dict[str, Any]:
        """Return the title itself, without what is empty."""
        boleto, pessoa, endereco = titulo.boleto, titulo.pagador, titulo.pagador.endereco
        return corpos.sem_vazios(
            {
                "idEmissao": _CLIENTE,
                "idEspecie": int(self.ficha.especies[boleto.especie]),
                "tipoPagador": corpos.tipo_pessoa(pessoa.documento, "0", "1"),
                "docPagador": pessoa.documento,
                "pagadorNome": pessoa.nome,
                "pagadorEndereco": endereco.logradouro,
                "pagadorEnderecoNumero": endereco.numero,
                "pagadorBairro": endereco.bairro,
                "pagadorCep": int(endereco.cep) if endereco.cep.isdigit() else None,
                "pagadorCidade": endereco.cidade,
                "pagadorUf": endereco.uf,
                "numeroDocumento": boleto.numero_documento,
                "dtVencimento": boleto.vencimento.isoformat(),
                "dtDocumento": boleto.emissao.isoformat(),
                "valorNominal": corpos.reais(boleto.valor),
                "nossoNumero": boleto.nosso_numero,
                **dict(_encargos(boleto)),
                "nrProtestoDias": boleto.encargos.protesto_dias,
            }
        )

    def _inclusao(self, caso: Caso) -> Pedido:
        return envio("POST", _TITULOS + "/", Classe.REGISTRAR, [self.corpo(caso.titulo)])

    def _incluido(self, resposta: Resposta, caso: Caso) -> ResultadoRegistro:
        achado = self._ler(next(iter(respostas.objetos(respostas.parse(resposta))), None))
        if not achado.referencia:
            return self._sem_codigo()
        if achado.estado == "processando":
            return Aceito(referencia=achado.referencia)
        return desfechos.registrado(achado, caso.titulo)

    def _procurar(self, caso: Caso) -> Passos[ResultadoConsulta]:
        if caso.referencia:
            resposta = yield get(f"{_TITULOS}/{caso.referencia}", Classe.CONSULTAR, rota=_UM)
            if not desfechos.is_sucesso(resposta):
                return desfechos.consulta(resposta, self.ficha)
            achado = self._ler(respostas.parse(resposta))
            return confronto.resultado([achado], caso.titulo) if achado.referencia else self._ilegivel()
        dia = Filtro(de=caso.boleto.vencimento, ate=caso.boleto.vencimento)
        lista = yield from self._paginas(_dias("vencimento", dia), Classe.CONSULTAR)
        if not isinstance(lista, list):
            return lista if isinstance(lista, Indeterminado) else self._ilegivel()
        numero = caso.boleto.nosso_numero.lstrip("0")
        iguais = [achado for achado in lista if achado.nosso_numero.lstrip("0") == numero]
        return confronto.resultado(iguais, caso.titulo)

    def _alteracao(self, caso: Caso, campo: str, valor: object) -> Pedido | None:
        if campo != "vencimento" or not isinstance(valor, date) or not caso.referencia:
            return None
        corpo = {"dtVencimento": valor.isoformat()}
        return envio("PUT", f"{_TITULOS}/{caso.referencia}", Classe.ALTERAR, corpo, rota=_UM)

    def _baixa(self, caso: Caso) -> Pedido | None:
        caminho, rota = f"{_TITULOS}/{caso.referencia}/operacao/baixar", _UM + "/operacao/baixar"
        return envio("PUT", caminho, Classe.BAIXAR, {}, rota=rota) if caso.referencia else None

    def _paginas(self, filtro: Mapping[str, str], classe: Classe = Classe.LISTAR) -> Passos[ResultadoLista]:
        achados: list[TituloNoBanco] = []
        for pagina in range(_PAGINAS):
            resposta = yield _pagina(filtro, pagina, classe)
            dados = respostas.parse(resposta)
            if not desfechos.is_sucesso(resposta):
                falha = self._falha_lista(resposta)
                return achados if isinstance(falha, list) else falha
            if not isinstance(respostas.achar(dados, "content"), list):
                return self._ilegivel()
            linhas = respostas.objetos(dados, "content")
            achados += [self._ler(linha) for linha in linhas]
            if not linhas or respostas.achar(dados, "last") is not False:
                break
        return achados

    def _ler(self, dados: Json) -> TituloNoBanco:
        situacao = respostas.texto(dados, "status").upper().rpartition("-")[2]
        ocorrencias = respostas.objetos(dados, "ocorrencias")
        pago = next((cada for cada in ocorrencias if respostas.texto(cada, "tipo") == _CREDITO), None)
        return TituloNoBanco(
            referencia=respostas.texto(dados, "id"),
            nosso_numero=respostas.digitos(dados, "nossoNumero"),
            seu_numero=respostas.primeiro(dados, ("numeroDocumento", "NumeroDocumento")),
            linha_digitavel=respostas.linha_digitavel(dados, "linhaDigitavel"),
            codigo_barras=respostas.codigo_barras(dados, "codigoBarras"),
            valor=respostas.positivo(dados, "valorNominal"),
            vencimento=respostas.dia(dados, "dtVencimento"),
            pagador_documento=respostas.documento(dados, "docPagador"),
            situacao=situacao,
            estado=self.ficha.estado(situacao) if situacao else "aberto",
            valor_pago=respostas.positivo(pago, "valor"),
            data_pagamento=respostas.dia(pago, "dtOcorrencia"),
            data_credito=respostas.dia(pago, "dtCredito"),
        )


def _encargos(boleto: Boleto) -> Iterator[tuple[str, Any]]:
    """Yield interest and fine, told also where there is none."""
    encargos = boleto.encargos
    if corpos.tem_juros(encargos):
        yield "cdTipoJuros", _FIXO if encargos.juros_tipo is TipoJuros.VALOR_DIA else _PERCENTUAL
        yield "valorJuros", corpos.reais(encargos.juros)
    else:
        yield "cdTipoJuros", _ISENTO
        yield "valorJuros", 0
    if corpos.tem_multa(encargos):
        yield "cdTipoMulta", _FIXO if encargos.multa_tipo is TipoMulta.VALOR else _PERCENTUAL
        yield "valorMulta", corpos.reais(encargos.multa)
    else:
        yield "cdTipoMulta", _ISENTO
        yield "valorMulta", 0


def _dias(campo: str, filtro: Filtro) -> dict[str, str]:
    return {f"dt_{campo}_ini": filtro.de.isoformat(), f"dt_{campo}_fim": filtro.ate.isoformat()}


def _pagina(filtro: Mapping[str, str], pagina: int, classe: Classe = Classe.LISTAR) -> Pedido:
    return get(_TITULOS, classe, {**filtro, "page": str(pagina), "size": str(_POR_PAGINA)})
