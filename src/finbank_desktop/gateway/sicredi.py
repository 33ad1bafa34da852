"""Sicredi (748), API de Cobrança: we number, look-up by our own key and by nosso número, token by access code.

Sources: divulgueregional/api-sicredi and crtlmota/banco-sicredi-connector, both from the bank's manual; ACBr. The bank
has a route made to avoid second titles (``/cadastrados``); the shape of its answer is not published, so whatever it
says is confirmed by nosso número. The espécie of a registration, the interest's kind and the dates are read back
otherwise than they were sent.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.encargos import TipoDesconto, TipoJuros
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.registro import ContaApi, TituloRegistro
from finbank_desktop.gateway import confronto, corpos, desfechos, exigencias, respostas
from finbank_desktop.gateway.base import AdaptadorBase, Caso
from finbank_desktop.gateway.pedidos import dado, envio, get, pedido_token
from finbank_desktop.gateway.port import (
    Classe,
    Filtro,
    Passos,
    Pedido,
    Resposta,
    ResultadoConsulta,
    ResultadoLista,
    ResultadoRegistro,
    SemSuporte,
    TituloNoBanco,
    Varios,
)
from finbank_desktop.gateway.respostas import Json

_BOLETOS = "/cobranca/boleto/v1/boletos"
_UM = _BOLETOS + "/{id}"
_ENTRADA = "/auth/openapi/token"
_CADASTRADOS, _LIQUIDADOS, _PDF = _BOLETOS + "/cadastrados", _BOLETOS + "/liquidados/dia", _BOLETOS + "/pdf"
_PAGINAS = 1000
_DIAS = 31
_INFORMATIVOS, _LETRAS = 5, 80
_TAMANHO_NUMERO = 9


class Sicredi(AdaptadorBase):
    """Sicredi's API de Cobrança."""

    nome = "sicredi"
    confirma_comandos = True

    def token(self, conta: ContaApi, segredos: Mapping[str, str]) -> Pedido | None:
        """Return the call for a token by password: código do beneficiário and cooperativa are the user."""
        usuario = dado(conta, segredos, "codigo_beneficiario") + dado(conta, segredos, "cooperativa")
        senha = dado(conta, segredos, "codigo_acesso")
        dados = {"grant_type": "password", "username": usuario, "password": senha, "scope": "cobranca"}
        return pedido_token(_ENTRADA, dados, {"x-api-key": dado(conta, segredos, "api_key"), "context": "COBRANCA"})

    def headers(self, conta: ContaApi, segredos: Mapping[str, str], token: str) -> Mapping[str, str]:
        """Return token and key, and whose boletos they are."""
        quem = {nome: dado(conta, segredos, nome) for nome in ("cooperativa", "posto")}
        beneficiario = {"codigoBeneficiario": dado(conta, segredos, "codigo_beneficiario")}
        chave = {"x-api-key": dado(conta, segredos, "api_key")}
        return {**super().headers(conta, segredos, token), **chave, **quem, **beneficiario}

    def listar(self, conta: ContaApi, filtro: Filtro) -> Passos[ResultadoLista]:
        """List what was paid, day by day; the bank lists nothing else."""
        if not filtro.pagos or (filtro.ate - filtro.de).days > _DIAS:
            return SemSuporte(motivo=f"o Sicredi só lista os pagos, e o programa pede até {_DIAS} dias de cada vez")
        achados: list[TituloNoBanco] = []
        for numero in range((filtro.ate - filtro.de).days + 1):
            do_dia = yield from self._pagos(conta, filtro.de + timedelta(days=numero))
            if not isinstance(do_dia, list):
                return do_dia
            achados += do_dia
        return achados

    def conferir(self, conta: ContaApi) -> Pedido:
        """Ask for what was paid on a past holiday."""
        return _pagina(conta, date(2024, 1, 1), 0)

    def corpo(self, titulo: TituloRegistro, conta: ContaApi) -> dict[str, Any]:
        """Return the body of a registration."""
        boleto = titulo.boleto
        final = titulo.beneficiario_final
        return corpos.sem_vazios(
            {
                "tipoCobranca": "HIBRIDO" if titulo.com_pix else "NORMAL",
                "codigoBeneficiario": conta.parametros.get("codigo_beneficiario", ""),
                "pagador": _pagador(titulo.pagador),
                "beneficiarioFinal": None if final is None else _pessoa(final),
                "especieDocumento": self.ficha.especies[boleto.especie],
                "nossoNumero": numero_sicredi(boleto),
                "seuNumero": boleto.numero_documento,
                "idTituloEmpresa": titulo.chave,
                "dataVencimento": boleto.vencimento.isoformat(),
                "diasProtestoAuto": boleto.encargos.protesto_dias,
                "valor": corpos.reais(boleto.valor),
                **dict(_encargos(boleto)),
                "informativos": _linhas(titulo.convenio.mensagens),
                "mensagens": _linhas(boleto.instrucoes),
            }
        )

    def _inclusao(self, caso: Caso) -> Pedido:
        return envio("POST", _BOLETOS, Classe.REGISTRAR, self.corpo(caso.titulo, caso.conta))

    def _incluido(self, resposta: Resposta, caso: Caso) -> ResultadoRegistro:
        achado = self._ler(respostas.parse(resposta))
        return desfechos.registrado(achado, caso.titulo) if achado.referencia else self._sem_codigo()

    def _procurar(self, caso: Caso) -> Passos[ResultadoConsulta]:
        """Ask by our key what numbers it has, then for the title of that number, else of ours."""
        numero = caso.referencia
        if not numero:
            chave = {"codigoBeneficiario": caso.parametro("codigo_beneficiario"), "idTituloEmpresa": caso.titulo.chave}
            resposta = yield get(_CADASTRADOS, Classe.CONSULTAR, chave)
            achados = {achado.nosso_numero: achado for achado in self._cadastrados(resposta)}
            if len(achados) > 1:
                return Varios(titulos=tuple(achados.values()))
            numero = next(iter(achados), numero_sicredi(caso.boleto))
        query = {"codigoBeneficiario": caso.parametro("codigo_beneficiario"), "nossoNumero": numero}
        resposta = yield get(_BOLETOS, Classe.CONSULTAR, query)
        if not desfechos.is_sucesso(resposta):
            return desfechos.consulta(resposta, self.ficha)
        achado = self._ler(respostas.parse(resposta))
        return confronto.resultado([achado], caso.titulo) if achado.referencia else self._ilegivel()

    def _alteracao(self, caso: Caso, campo: str, valor: object) -> Pedido | None:
        if campo == "vencimento" and isinstance(valor, date):
            return self._instrucao(caso, "data-vencimento", {"dataVencimento": valor.isoformat()})
        if campo == "abatimento" and isinstance(valor, int):
            return self._instrucao(caso, "conceder-abatimento", {"valorAbatimento": corpos.reais(valor)})
        return None

    def _baixa(self, caso: Caso) -> Pedido | None:
        return self._instrucao(caso, "baixa", {}, Classe.BAIXAR)

    def _pagina_pdf(self, caso: Caso) -> Pedido | None:
        return get(_PDF, Classe.PDF, {"linhaDigitavel": caso.boleto.linha_digitavel})

    def _instrucao(
        self, caso: Caso, nome: str, corpo: Mapping[str, object], classe: Classe = Classe.ALTERAR
    ) -> Pedido | None:
        numero = caso.referencia or numero_sicredi(caso.boleto)
        return envio("PATCH", f"{_BOLETOS}/{numero}/{nome}", classe, corpo, rota=f"{_UM}/{nome}")

    def _proprios(self, titulo: TituloRegistro, conta: ContaApi) -> Sequence[Problem]:  # noqa: ARG002 - the title tells
        linhas = _linhas(titulo.convenio.mensagens)
        achados = []
        if len(linhas) > _INFORMATIVOS or any(len(linha) > _LETRAS for linha in linhas):
            mensagem = f"O Sicredi aceita {_INFORMATIVOS} mensagens ao pagador de {_LETRAS} letras cada."
            achados.append(exigencias.erro("convenio.mensagens", mensagem, "Encurte as mensagens da carteira."))
        if len(numero_sicredi(titulo.boleto)) != _TAMANHO_NUMERO:
            mensagem = f"O nosso número do Sicredi tem {_TAMANHO_NUMERO} algarismos com o dígito."
            achados.append(exigencias.erro("nosso_numero", mensagem, "Emita o boleto de novo por esta carteira."))
        return achados

    def _cadastrados(self, resposta: Resposta) -> list[TituloNoBanco]:
        """Return what ``/cadastrados`` names, in any of the shapes that lists have at this bank."""
        dados = respostas.parse(resposta) if desfechos.is_sucesso(resposta) else None
        partes = [dados, *(respostas.achar(dados, nome) for nome in ("items", "boletos", "content"))]
        linhas = [linha for parte in partes for linha in respostas.objetos(parte)]
        return [achado for achado in map(self._ler, linhas) if achado.nosso_numero]

    def _pagos(self, conta: ContaApi, dia: date) -> Passos[ResultadoLista]:
        achados: list[TituloNoBanco] = []
        for pagina in range(_PAGINAS):
            resposta = yield _pagina(conta, dia, pagina)
            dados = respostas.parse(resposta)
            if not desfechos.is_sucesso(resposta):
                falha = self._falha_lista(resposta)
                return achados if isinstance(falha, list) else falha
            linhas = respostas.objetos(dados, "items")
            achados += [self._pago(linha) for linha in linhas]
            if respostas.achar(dados, "hasNext") is not True or not linhas:
                break
        return achados

    def _ler(self, dados: Json) -> TituloNoBanco:
        numero = respostas.digitos(dados, "nossoNumero")
        situacao = respostas.texto(dados, "situacao")
        return TituloNoBanco(
            referencia=numero,
            nosso_numero=numero,
            seu_numero=respostas.texto(dados, "seuNumero"),
            chave=respostas.texto(dados, "idTituloEmpresa"),
            linha_digitavel=respostas.linha_digitavel(dados, "linhaDigitavel"),
            codigo_barras=respostas.codigo_barras(dados, "codigoBarras"),
            pix=respostas.pix(dados, "qrCode") or respostas.pix(dados, "codigoQrCode"),
            txid=respostas.primeiro(dados, ("txid", "txId")),
            valor=respostas.positivo(dados, "valorNominal"),
            vencimento=respostas.dia(dados, "dataVencimento"),
            pagador_documento=respostas.documento(dados, "pagador", "documento"),
            situacao=situacao,
            estado=self.ficha.estado(situacao) if situacao else "aberto",
            valor_pago=respostas.positivo(dados, "dadosLiquidacao", "valor"),
            data_pagamento=respostas.dia(dados, "dadosLiquidacao", "data"),
        )

    def _pago(self, linha: Json) -> TituloNoBanco:
        numero, dia = respostas.digitos(linha, "nossoNumero"), respostas.dia(linha, "dataPagamento")
        return TituloNoBanco(
            referencia=numero,
            nosso_numero=numero,
            seu_numero=respostas.texto(linha, "seuNumero"),
            valor=respostas.positivo(linha, "valor"),
            situacao=respostas.texto(linha, "tipoLiquidacao"),
            estado="pago",
            valor_pago=respostas.positivo(linha, "valorLiquidado"),
            data_pagamento=dia,
            data_credito=dia,
        )


def numero_sicredi(boleto: Boleto) -> str:
    """Return the nosso número as the API knows it: year, byte, sequence and check digit."""
    return boleto.nosso_numero + boleto.nosso_numero_dv


def _linhas(linhas: Sequence[str]) -> list[str]:
    return [linha for linha in linhas if linha.strip()]


def _encargos(boleto: Boleto) -> Iterator[tuple[str, Any]]:
    encargos = boleto.encargos
    if corpos.tem_desconto(encargos):
        yield "tipoDesconto", "VALOR" if encargos.desconto_tipo is TipoDesconto.VALOR else "PERCENTUAL"
        yield "valorDesconto1", corpos.reais(encargos.desconto)
        yield "dataDesconto1", corpos.limite_desconto(boleto.vencimento, encargos).isoformat()
    if corpos.tem_juros(encargos):
        yield "tipoJuros", "VALOR" if encargos.juros_tipo is TipoJuros.VALOR_DIA else "PERCENTUAL"
        yield "juros", corpos.reais(encargos.juros)
    if corpos.tem_multa(encargos):
        yield "multa", corpos.percentual(encargos.multa)


def _pessoa(pessoa: Pessoa) -> dict[str, Any]:
    tipo = corpos.tipo_pessoa(pessoa.documento, "PESSOA_FISICA", "PESSOA_JURIDICA")
    return {"tipoPessoa": tipo, "documento": pessoa.documento, "nome": pessoa.nome}


def _pagador(pessoa: Pessoa) -> dict[str, Any]:
    endereco = pessoa.endereco
    return {
        **_pessoa(pessoa),
        "endereco": endereco.rua,
        "cidade": endereco.cidade,
        "uf": endereco.uf,
        "cep": endereco.cep,
        "telefone": "".join(corpos.telefone(pessoa)),
        "email": pessoa.email,
    }


def _pagina(conta: ContaApi, dia: date, pagina: int) -> Pedido:
    query = {"codigoBeneficiario": conta.parametros.get("codigo_beneficiario", ""), "dia": f"{dia:%d/%m/%Y}"}
    return get(_LIQUIDADOS, Classe.LISTAR, {**query, "pagina": str(pagina)} if pagina else query)
