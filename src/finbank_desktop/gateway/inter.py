"""Inter (077), API Cobrança v3: the bank numbers, registers a little later, and is asked by our seu número.

Sources: the bank's own OpenAPI file (developers.inter.co); ACBr for the fields of a paid title. The answer to a
registration is only a code: linha and Pix come by look-up. Inter refuses the same title for 30 minutes only.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.registro import ContaApi, TituloRegistro
from finbank_desktop.gateway import confronto, corpos, desfechos, respostas
from finbank_desktop.gateway.base import AdaptadorBase, Caso
from finbank_desktop.gateway.pedidos import envio, get, vencimento_ou_valor
from finbank_desktop.gateway.port import (
    Aceito,
    Ausente,
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

_COBRANCAS = "/cobranca/v3/cobrancas"
_UMA = _COBRANCAS + "/{id}"
_POR_PAGINA = 1000
_PAGINAS = 1000
_AGENDA_MAXIMA = 60
_MOTIVO = "Solicitado pela empresa"


class Inter(AdaptadorBase):
    """Inter's API Cobrança."""

    nome = "inter"
    confirma_comandos = True

    def headers(self, conta: ContaApi, segredos: Mapping[str, str], token: str) -> Mapping[str, str]:
        """Return the token, and the account where the integration serves several."""
        numero = conta.parametros.get("conta_corrente", "").strip()
        extra = {"x-conta-corrente": numero} if numero else {}
        return {**super().headers(conta, segredos, token), **extra}

    def listar(self, conta: ContaApi, filtro: Filtro) -> Passos[ResultadoLista]:  # noqa: ARG002 - the token tells the account
        """List by day of payment, else by due date."""
        por = {"filtrarDataPor": "PAGAMENTO" if filtro.pagos else "VENCIMENTO"}
        achados = yield from self._paginas(filtro.de, filtro.ate, por)
        return [] if isinstance(achados, Ausente) else achados

    def conferir(self, conta: ContaApi) -> Pedido:  # noqa: ARG002 - as above
        """Ask for the cobranças of one past day."""
        return _pagina(date(2024, 1, 1), date(2024, 1, 1), {"filtrarDataPor": "EMISSAO"}, 0)

    def _inclusao(self, caso: Caso) -> Pedido:
        return envio("POST", _COBRANCAS, Classe.REGISTRAR, corpo(caso.titulo))

    def _incluido(self, resposta: Resposta, caso: Caso) -> ResultadoRegistro:  # noqa: ARG002 - only a code comes back
        codigo = respostas.texto(respostas.parse(resposta), "codigoSolicitacao")
        return Aceito(referencia=codigo) if codigo else self._sem_codigo()

    def _procurar(self, caso: Caso) -> Passos[ResultadoConsulta]:
        """Ask by the bank's code, and by our seu número where there is none or the bank does not find it."""
        if caso.referencia:
            resposta = yield get(f"{_COBRANCAS}/{caso.referencia}", Classe.CONSULTAR, rota=_UMA)
            if desfechos.is_sucesso(resposta):
                achado = self._ler(respostas.parse(resposta))
                return confronto.resultado([achado], caso.titulo) if achado.referencia else self._ilegivel()
        nossos: dict[str, TituloNoBanco] = {}
        for de, ate, por in _buscas(caso):
            achados = yield from self._paginas(de, ate, {"filtrarDataPor": por, "seuNumero": caso.titulo.chave})
            if isinstance(achados, Indeterminado):
                return achados
            if isinstance(achados, list):
                nossos |= {achado.referencia: achado for achado in achados if achado.chave == caso.titulo.chave}
        return confronto.resultado(list(nossos.values()), caso.titulo)

    def _alteracao(self, caso: Caso, campo: str, valor: object) -> Pedido | None:
        mudanca = vencimento_ou_valor(campo, valor, "dataVencimento", "valorNominal")
        if mudanca is None or not caso.referencia:
            return None
        return envio("PATCH", f"{_COBRANCAS}/{caso.referencia}", Classe.ALTERAR, mudanca, rota=_UMA)

    def _baixa(self, caso: Caso) -> Pedido | None:
        caminho, rota = f"{_COBRANCAS}/{caso.referencia}/cancelar", _UMA + "/cancelar"
        motivo = {"motivoCancelamento": _MOTIVO}
        return envio("POST", caminho, Classe.BAIXAR, motivo, rota=rota) if caso.referencia else None

    def _pagina_pdf(self, caso: Caso) -> Pedido | None:
        caminho, rota = f"{_COBRANCAS}/{caso.referencia}/pdf", _UMA + "/pdf"
        return get(caminho, Classe.PDF, rota=rota) if caso.referencia else None

    def _ler_pdf(self, resposta: Resposta) -> bytes:
        return respostas.pdf_base64(resposta, "pdf")

    def _paginas(
        self, de: date, ate: date, filtro: Mapping[str, str]
    ) -> Passos[list[TituloNoBanco] | Ausente | Indeterminado]:
        """Walk the pages to the last; the totals the bank writes are not to be trusted."""
        achados: list[TituloNoBanco] = []
        for pagina in range(_PAGINAS):
            resposta = yield _pagina(de, ate, filtro, pagina)
            dados = respostas.parse(resposta)
            if not desfechos.is_sucesso(resposta):
                return desfechos.consulta(resposta, self.ficha)
            if not isinstance(respostas.achar(dados, "cobrancas"), list):
                return self._ilegivel()
            linhas = respostas.objetos(dados, "cobrancas")
            achados += [self._ler(linha) for linha in linhas]
            if not linhas or respostas.achar(dados, "ultimaPagina") is not False:
                break
        return achados

    def _ler(self, dados: Json) -> TituloNoBanco:
        cobranca = respostas.achar(dados, "cobranca")
        situacao = respostas.texto(cobranca, "situacao")
        estado = self.ficha.estado(situacao)
        dia = respostas.dia(cobranca, "dataSituacao") if estado == "pago" else None
        return TituloNoBanco(
            referencia=respostas.texto(cobranca, "codigoSolicitacao"),
            nosso_numero=respostas.texto(dados, "boleto", "nossoNumero"),
            chave=respostas.texto(cobranca, "seuNumero"),
            linha_digitavel=respostas.linha_digitavel(dados, "boleto", "linhaDigitavel"),
            codigo_barras=respostas.codigo_barras(dados, "boleto", "codigoBarras"),
            pix=respostas.pix(dados, "pix", "pixCopiaECola"),
            txid=respostas.texto(dados, "pix", "txid"),
            valor=respostas.positivo(cobranca, "valorNominal"),
            vencimento=respostas.dia(cobranca, "dataVencimento"),
            pagador_documento=respostas.documento(cobranca, "pagador", "cpfCnpj"),
            situacao=situacao,
            estado=estado,
            valor_pago=respostas.positivo(cobranca, "valorTotalRecebido"),
            data_pagamento=dia,
            data_credito=dia,
        )


def _buscas(caso: Caso) -> Iterator[tuple[date, date, str]]:
    """Yield where a title may be: issued on the day of its plan by the bank's clock, or later, and of its due date."""
    dia, vencimento = caso.titulo.dia or caso.boleto.emissao, caso.boleto.vencimento
    yield dia - timedelta(days=1), dia, "EMISSAO"
    yield vencimento, vencimento, "VENCIMENTO"


def corpo(titulo: TituloRegistro) -> dict[str, Any]:
    """Return the body of a registration. Without a prazo de baixa the bank keeps it payable as long as it can."""
    boleto, encargos = titulo.boleto, titulo.boleto.encargos
    linhas = [linha for linha in boleto.instrucoes if linha.strip()]
    final = titulo.beneficiario_final
    return corpos.sem_vazios(
        {
            "seuNumero": titulo.chave,
            "valorNominal": corpos.reais(boleto.valor),
            "dataVencimento": boleto.vencimento.isoformat(),
            "numDiasAgenda": _AGENDA_MAXIMA if encargos.baixa_dias is None else encargos.baixa_dias,
            "pagador": {**_contato(titulo.pagador), **_pessoa(titulo.pagador)},
            **dict(_encargos(encargos)),
            "mensagem": {f"linha{numero}": linha for numero, linha in enumerate(linhas, 1)},
            "beneficiarioFinal": None if final is None else _pessoa(final),
            "formasRecebimento": ["BOLETO", "PIX"] if titulo.com_pix else ["BOLETO"],
        }
    )


def _pessoa(pessoa: Pessoa) -> dict[str, Any]:
    endereco = pessoa.endereco
    return {
        "cpfCnpj": pessoa.documento,
        "tipoPessoa": corpos.tipo_pessoa(pessoa.documento, "FISICA", "JURIDICA"),
        "nome": pessoa.nome,
        "endereco": endereco.logradouro,
        "numero": endereco.numero,
        "complemento": endereco.complemento,
        "bairro": endereco.bairro,
        "cidade": endereco.cidade,
        "uf": endereco.uf,
        "cep": endereco.cep,
    }


def _contato(pessoa: Pessoa) -> dict[str, Any]:
    ddd, numero = corpos.telefone(pessoa)
    return {"email": pessoa.email, "ddd": ddd, "telefone": numero}


def _encargos(encargos: Encargos) -> Iterator[tuple[str, dict[str, Any]]]:
    if corpos.tem_desconto(encargos):
        nome, codigo = _termo(encargos.desconto_tipo is TipoDesconto.PERCENTUAL, "DATAINFORMADA", "VALORFIXO")
        yield (
            "desconto",
            {nome: corpos.reais(encargos.desconto), "codigo": codigo, "quantidadeDias": encargos.desconto_dias},
        )
    if corpos.tem_multa(encargos):
        nome, codigo = _termo(encargos.multa_tipo is TipoMulta.PERCENTUAL, "", "VALORFIXO")
        yield "multa", {nome: corpos.reais(encargos.multa), "codigo": codigo}
    if encargos.juros_tipo is TipoJuros.TAXA_MENSAL and encargos.juros:
        yield "mora", {"taxa": corpos.percentual(encargos.juros), "codigo": "TAXAMENSAL"}
    if encargos.juros_tipo is TipoJuros.VALOR_DIA and encargos.juros:
        yield "mora", {"valor": corpos.reais(encargos.juros), "codigo": "VALORDIA"}


def _termo(em_percentual: bool, sufixo: str, fixo: str) -> tuple[str, str]:  # noqa: FBT001 - one of two spellings
    return ("taxa", "PERCENTUAL" + sufixo) if em_percentual else ("valor", fixo + sufixo)


def _pagina(de: date, ate: date, filtro: Mapping[str, str], pagina: int) -> Pedido:
    query = {
        "dataInicial": de.isoformat(),
        "dataFinal": ate.isoformat(),
        **filtro,
        "paginacao.itensPorPagina": str(_POR_PAGINA),
        "paginacao.paginaAtual": str(pagina),
    }
    return get(_COBRANCAS, Classe.LISTAR, query)
