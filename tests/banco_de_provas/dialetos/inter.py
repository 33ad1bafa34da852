"""Banco Inter (077), Cobrança v3: the bank numbers, and registers later.

Source: the bank's own OpenAPI (developers.inter.co, September 2026) as recorded with examples in ``gateway/inter``.
A second charge with the same seu número, amount, due date and pagador is refused for 30 minutes, and taken after; with
which status it is refused the bank does not say: here 409.
"""

import math
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from tests.banco_de_provas.codigos import modulo_10
from tests.banco_de_provas.contrato import Erro, data, documento, inteiro, lista, numero, objeto, texto, um_de
from tests.banco_de_provas.dialetos.base import Dialeto
from tests.banco_de_provas.dialetos.chamadas import (
    CLIENT_ID,
    CLIENT_SECRET,
    Devolvido,
    Recebido,
    RecusaError,
    Rota,
    centavos,
    day,
    reais,
)
from tests.banco_de_provas.faltas import Falta
from tests.banco_de_provas.nucleo import Titulo

_GUARDA = 30 * 60.0
_PAGINA = 1000
_PESSOA = {
    "cpfCnpj": documento,
    "tipoPessoa": um_de("FISICA", "JURIDICA"),
    "nome": texto(100),
    "endereco": texto(100),
    "numero": texto(10),
    "complemento": texto(30),
    "bairro": texto(60),
    "cidade": texto(60),
    "uf": texto(2, minimo=2, forma="[A-Z]{2}"),
    "cep": texto(8, minimo=8, forma="[0-9]{8}"),
    "email": texto(50),
    "ddd": texto(2, forma="[0-9]{2}"),
    "telefone": texto(9, forma="[0-9]{8,9}"),
}
_ENDERECADA = "cpfCnpj tipoPessoa nome endereco cidade uf cep"
COBRANCA = objeto(
    {
        "seuNumero": texto(15),
        "valorNominal": numero(minimo="2.50", maximo="99999999.99"),
        "dataVencimento": data(),
        "numDiasAgenda": inteiro(0, 60),
        "pagador": objeto(_PESSOA, _ENDERECADA),
        "desconto": objeto(
            {
                "codigo": um_de("PERCENTUALDATAINFORMADA", "VALORFIXODATAINFORMADA"),
                "quantidadeDias": inteiro(0, 9999),
                "taxa": numero(minimo="0.01", maximo="100"),
                "valor": numero(minimo="0.01"),
            },
            "codigo quantidadeDias",
        ),
        "multa": objeto(
            {
                "codigo": um_de("PERCENTUAL", "VALORFIXO"),
                "taxa": numero(minimo="0.01", maximo="100"),
                "valor": numero(minimo="0.01"),
            },
            "codigo",
        ),
        "mora": objeto(
            {
                "codigo": um_de("TAXAMENSAL", "VALORDIA"),
                "taxa": numero(minimo="0.01", maximo="100"),
                "valor": numero(minimo="0.01"),
            },
            "codigo",
        ),
        "mensagem": objeto({f"linha{n}": texto(78) for n in range(1, 6)}),
        "beneficiarioFinal": objeto(_PESSOA, _ENDERECADA),
        "formasRecebimento": lista(um_de("BOLETO", "PIX"), 2),
        "notaFiscal": objeto(
            {
                "chaveNFe": texto(44, minimo=44),
                "numero": inteiro(),
                "serie": inteiro(),
                "dataEmissao": data(),
                "parcela": inteiro(),
                "naturezaOperacao": texto(60),
            }
        ),
    },
    "seuNumero valorNominal dataVencimento numDiasAgenda pagador",
)
_CANCELAMENTO = objeto({"motivoCancelamento": texto(50)}, "motivoCancelamento")
_EDICAO = objeto({"valorNominal": numero(minimo="2.50"), "dataVencimento": data()})
_SITUACOES = {"processando": "EM_PROCESSAMENTO", "pago": "RECEBIDO", "baixado": "CANCELADO", "falha": "FALHA_EMISSAO"}
_ESCOPOS = "boleto-cobranca.read boleto-cobranca.write"


class Inter(Dialeto):
    """Charges are accepted by POST and seen by GET."""

    nome, banco, mtls = "inter", "077", True
    tokens_por_minuto, vida_token = 5, 3600
    rotas = (
        Rota("POST", "/oauth/v2/token", "token", "token"),
        Rota("POST", "/cobranca/v3/cobrancas", "registrar", "registrar"),
        Rota("GET", "/cobranca/v3/cobrancas", "listar", "listar"),
        Rota("GET", "/cobranca/v3/cobrancas/sumario", "apoio", "sumario"),
        Rota("GET", "/cobranca/v3/cobrancas/([^/]+)", "consultar", "consultar"),
        Rota("GET", "/cobranca/v3/cobrancas/([^/]+)/pdf", "pdf", "pdf"),
        Rota("POST", "/cobranca/v3/cobrancas/([^/]+)/cancelar", "baixar", "cancelar"),
        Rota("PATCH", "/cobranca/v3/cobrancas/([^/]+)", "alterar", "editar"),
        Rota("GET", "/cobranca/v3/cobrancas/edicao/([^/]+)", "consultar", "edicao"),
    )

    def erro(self, status: int, mensagem: str, erros: Sequence[Erro] = ()) -> Devolvido:
        """Return title, detail and violacoes."""
        corpo: dict[str, Any] = {"title": mensagem, "detail": mensagem, "timestamp": "2026-09-26T18:06:11.692931-03:00"}
        if erros:
            corpo["violacoes"] = [{"razao": erro.mensagem, "propriedade": erro.campo} for erro in erros]
        return Devolvido(status=status, corpo=corpo)

    def repetido(self) -> Devolvido:
        """Return the guard's answer."""
        return self.erro(409, "Já existe uma cobrança com este seuNumero, valorNominal, dataVencimento e pagador.")

    def token(self, recebido: Recebido) -> Devolvido:
        """Give a token for the id, the secret and the two scopes."""
        form = recebido.form
        if form.get("grant_type") != "client_credentials" or set(form.get("scope", "").split()) - set(_ESCOPOS.split()):
            return self.erro(400, "Requisição inválida")
        if (form.get("client_id"), form.get("client_secret")) != (CLIENT_ID, CLIENT_SECRET):
            return self.erro(401, "Credenciais inválidas")
        token = self.nucleo.tokens.issue()
        if token is None:
            return self.erro(429, "Limite de requisições excedido")
        vida = int(self.nucleo.tokens.vida)
        corpo = {"access_token": token, "token_type": "Bearer", "expires_in": vida, "scope": form.get("scope", "")}
        return Devolvido(status=200, corpo=corpo)

    def key(self, rota: Rota, recebido: Recebido, grupos: tuple[str, ...]) -> str:
        """Return the seu número, from wherever it stands."""
        if rota.classe == "registrar":
            achado = re.search(rb'"seuNumero"\s*:\s*"([^"]*)"', recebido.corpo)
            return achado[1].decode("utf-8", "replace") if achado else ""
        if grupos:
            return next((t.chave for t in self.nucleo.titulos if t.id == grupos[0]), "")
        return recebido.query.get("seuNumero", "")

    def campo_livre(self, titulo: Titulo) -> str:
        """Return agência 0001, carteira 112, operação, and the eleven digits of the bank's number."""
        return f"00011121234567{titulo.nosso_numero}"

    def registrar(self, recebido: Recebido, falta: Falta | None) -> Devolvido:
        """Accept a charge; it is registered later."""
        corpo = self.read(recebido, COBRANCA)
        if erros := [*_sides(corpo), *self._days(corpo)]:
            raise RecusaError(self.erro(400, "Dados inválidos.", erros))
        pagador, valor = corpo["pagador"]["cpfCnpj"], centavos(corpo["valorNominal"])
        numero_ = f"{self.nucleo.next_number():010d}"
        titulo = self.save(
            falta,
            chave=corpo["seuNumero"],
            seu_numero=corpo["seuNumero"],
            nosso_numero=numero_ + modulo_10(f"0001112{numero_}"),
            valor=corpo["valorNominal"],
            vencimento=day(corpo["dataVencimento"]),
            pagador=pagador,
            corpo=corpo,
            unica=f"{corpo['seuNumero']}|{valor}|{corpo['dataVencimento']}|{pagador}",
            within=_GUARDA,
            com_pix="PIX" in corpo.get("formasRecebimento", ["BOLETO", "PIX"]),
        )
        return Devolvido(status=200, corpo={"codigoSolicitacao": titulo.id}, salvou=titulo.id)

    def _days(self, corpo: dict[str, Any]) -> list[Erro]:
        if day(corpo["dataVencimento"]) < self.nucleo.hoje():
            return [Erro("dataVencimento", "A data de vencimento deve ser maior ou igual à data atual.")]
        return []

    def listar(self, recebido: Recebido, falta: Falta | None) -> Devolvido:
        """Return one page; the totals are not to be relied on, as at the bank."""
        query = recebido.query
        try:
            de, ate = date.fromisoformat(query["dataInicial"]), date.fromisoformat(query["dataFinal"])
            itens = int(query.get("paginacao.itensPorPagina", 100))
            pagina = int(query.get("paginacao.paginaAtual", 0))
        except (KeyError, ValueError):
            erro = Erro("dataInicial", "Não foi possível converter o valor.")
            return self.erro(400, "Dados inválidos.", [erro])
        if not 1 <= itens <= _PAGINA or pagina < 0 or set(query) - _PARAMETROS:
            return self.erro(400, "Dados inválidos.", [Erro("paginacao", "Parâmetro inválido.")])
        por = query.get("filtrarDataPor", "VENCIMENTO")
        achados = [t for t in self.nucleo.visible() if (dia := _day_of(t, por)) is not None and de <= dia <= ate]
        achados = [t for t in achados if query.get("seuNumero", t.seu_numero) == t.seu_numero]
        achados = [t for t in achados if query.get("situacao", self._situacao(t)) == self._situacao(t)]
        achados = [t for t in achados if query.get("cpfCnpjPessoaPagadora", t.pagador) == t.pagador]
        nesta = achados[pagina * itens : (pagina + 1) * itens]
        paginas = max(1, math.ceil(len(achados) / itens))
        corpo = {
            "totalPaginas": paginas,
            "totalElementos": 0,
            "tamanhoPagina": itens,
            "primeiraPagina": pagina == 0,
            "ultimaPagina": pagina >= paginas - 1,
            "numeroDeElementos": len(nesta),
            "cobrancas": [self._show(self.shown(t, falta), em_lista=True) for t in nesta],
        }
        return Devolvido(status=200, corpo=corpo)

    def consultar(self, _recebido: Recebido, falta: Falta | None, codigo: str) -> Devolvido:
        """Return one charge."""
        titulo = self.one(lambda t: t.id == codigo, "Cobrança não encontrada")
        return Devolvido(status=200, corpo=self._show(self.shown(titulo, falta), em_lista=False))

    def sumario(self, _recebido: Recebido, _falta: Falta | None) -> Devolvido:
        """Return counts by situation."""
        situacoes = [self._situacao(t) for t in self.nucleo.visible()]
        corpo = [{"situacao": s, "quantidade": situacoes.count(s), "valor": 0} for s in sorted(set(situacoes))]
        return Devolvido(status=200, corpo=corpo)

    def pdf(self, _recebido: Recebido, _falta: Falta | None, codigo: str) -> Devolvido:
        """Return a page as base64."""
        self.one(lambda t: t.id == codigo, "Cobrança não encontrada")
        return Devolvido(status=200, corpo={"pdf": "JVBERi0xLjQKJSVFT0YK"})

    def cancelar(self, recebido: Recebido, _falta: Falta | None, codigo: str) -> Devolvido:
        """Drop a charge that is open."""
        self.read(recebido, _CANCELAMENTO)
        titulo = self.one(lambda t: t.id == codigo, "Cobrança não encontrada")
        if titulo.estado != "aberto":
            return self.erro(400, "Cobrança não pode ser cancelada nesta situação.")
        titulo.estado = "baixado"
        return Devolvido(status=202)

    def editar(self, recebido: Recebido, _falta: Falta | None, codigo: str) -> Devolvido:
        """Take another amount or due date; a code tells later that it was done."""
        corpo = self.read(recebido, _EDICAO)
        titulo = self.one(lambda t: t.id == codigo, "Cobrança não encontrada")
        titulo.valor = centavos(corpo.get("valorNominal", reais(titulo.valor)))
        titulo.vencimento = day(corpo.get("dataVencimento", titulo.vencimento.isoformat()))
        self.code(titulo)
        return Devolvido(status=200, corpo={"codigoEdicao": f"ed-{titulo.id}"})

    def edicao(self, _recebido: Recebido, _falta: Falta | None, codigo: str) -> Devolvido:
        """Return how an edition stands."""
        return Devolvido(status=200, corpo={"codigoEdicao": codigo, "status": "SUCESSO"})

    def _situacao(self, titulo: Titulo) -> str:
        aberta = "ATRASADO" if titulo.vencimento < self.nucleo.hoje() else "A_RECEBER"
        return _SITUACOES.get(titulo.estado, aberta)

    def _show(self, titulo: Titulo, *, em_lista: bool) -> dict[str, Any]:
        cobranca: dict[str, Any] = {
            "codigoSolicitacao": titulo.id,
            "seuNumero": titulo.seu_numero,
            "situacao": self._situacao(titulo),
            "dataSituacao": (titulo.pago_em or self.nucleo.hoje()).isoformat(),
            "dataEmissao": titulo.emissao.isoformat(),
            "dataVencimento": titulo.vencimento.isoformat(),
            "valorNominal": f"{reais(titulo.valor):.2f}" if em_lista else reais(titulo.valor),
            "tipoCobranca": "SIMPLES",
            "arquivada": False,
            "pagador": {"nome": titulo.corpo["pagador"]["nome"], "cpfCnpj": titulo.pagador},
        }
        if titulo.estado == "pago":
            cobranca["valorTotalRecebido"] = reais(titulo.valor_pago)
            cobranca["origemRecebimento"] = "BOLETO"
        mostrado = {"cobranca": cobranca}
        if titulo.estado not in ("processando", "falha"):
            mostrado["boleto"] = {
                "nossoNumero": titulo.nosso_numero,
                "codigoBarras": titulo.barras,
                "linhaDigitavel": titulo.linha,
            }
            if titulo.pix:
                mostrado["pix"] = {"txid": titulo.txid, "pixCopiaECola": titulo.pix}
        return mostrado


_PARAMETROS = {
    "dataInicial",
    "dataFinal",
    "filtrarDataPor",
    "situacao",
    "pessoaPagadora",
    "cpfCnpjPessoaPagadora",
    "seuNumero",
    "tipoCobranca",
    "paginacao.itensPorPagina",
    "paginacao.paginaAtual",
    "ordenarPor",
    "tipoOrdenacao",
}


def _sides(corpo: dict[str, Any]) -> list[Erro]:
    """Refuse a charge that says taxa where a value is meant, or both, or neither."""
    erros = []
    for nome in ("desconto", "multa", "mora"):
        dado = corpo.get(nome)
        if dado is None:
            continue
        em_valor = dado["codigo"] in ("VALORFIXODATAINFORMADA", "VALORFIXO", "VALORDIA")
        if ("valor" in dado) != em_valor or ("taxa" in dado) == em_valor:
            erros.append(Erro(nome, "taxa ou valor não combina com o código"))
    return erros


def _day_of(titulo: Titulo, por: str) -> date | None:
    match por:
        case "EMISSAO":
            return titulo.emissao
        case "PAGAMENTO":
            return titulo.pago_em
        case _:
            return titulo.vencimento
