"""Sicoob (756), Cobrança Bancária v3: we number, the answer tells everything, 204 is absence.

Source: Sicoob's OpenAPI 3.0.8.0 (sicoob_sdk_java, cobrancav3) as recorded in ``gateway/sicoob``. What the bank says to
a second title with the same nosso número is nowhere told: here 400 with words of our own.
"""

import json
import re
from collections.abc import Sequence
from typing import Any

from tests.banco_de_provas.contrato import (
    Erro,
    data,
    documento,
    inteiro,
    lista,
    logico,
    numero,
    objeto,
    texto,
    um_de,
)
from tests.banco_de_provas.dialetos.base import Dialeto
from tests.banco_de_provas.dialetos.chamadas import (
    CLIENT_ID,
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

_ESPECIES = {
    *("CH", "DM", "DMI", "DS", "DSI", "DR", "LC", "NCC", "NCE", "NCI", "NCR", "NP", "NPR"),
    *("TM", "TS", "NS", "RC", "FAT", "ND", "AP", "ME", "PC", "NF", "DD", "BDP", "OU"),
}
BOLETO = objeto(
    {
        "numeroCliente": inteiro(1, 2**31 - 1),
        "codigoModalidade": um_de(1),
        "numeroContaCorrente": inteiro(0, 2**31 - 1),
        "codigoEspecieDocumento": um_de(*_ESPECIES),
        "dataEmissao": data(),
        "nossoNumero": inteiro(1, 10**18),
        "seuNumero": texto(18),
        "identificacaoBoletoEmpresa": texto(25),
        "identificacaoEmissaoBoleto": um_de(1, 2),
        "identificacaoDistribuicaoBoleto": um_de(1, 2),
        "valor": numero(minimo="0.01"),
        "dataVencimento": data(),
        "dataLimitePagamento": data(),
        "valorAbatimento": numero(),
        "tipoDesconto": inteiro(0, 6),
        **{f"data{n}Desconto": data() for n in ("Primeiro", "Segundo", "Terceiro")},
        **{f"valor{n}Desconto": numero() for n in ("Primeiro", "Segundo", "Terceiro")},
        "tipoMulta": inteiro(0, 2),
        "dataMulta": data(),
        "valorMulta": numero(),
        "tipoJurosMora": inteiro(1, 3),
        "dataJurosMora": data(),
        "valorJurosMora": numero(),
        "numeroParcela": inteiro(1, 99),
        "aceite": logico,
        "codigoNegativacao": um_de(2, 3),
        "numeroDiasNegativacao": inteiro(0, 99),
        "codigoProtesto": um_de(1, 2, 3),
        "numeroDiasProtesto": inteiro(0, 99),
        "pagador": objeto(
            {
                "numeroCpfCnpj": documento,
                "nome": texto(50),
                "endereco": texto(40),
                "bairro": texto(30),
                "cidade": texto(40),
                "cep": texto(8, minimo=8, forma="[0-9]{8}"),
                "uf": texto(2, minimo=2, forma="[A-Z]{2}"),
                "email": texto(100),
            },
            "numeroCpfCnpj nome endereco bairro cidade cep uf",
        ),
        "beneficiarioFinal": objeto({"numeroCpfCnpj": documento, "nome": texto(50)}, "numeroCpfCnpj nome"),
        "mensagensInstrucao": lista(texto(40), 5),
        "gerarPdf": logico,
        "codigoCadastrarPIX": um_de(0, 1, 2),
        "numeroContratoCobranca": inteiro(),
    },
    "numeroCliente codigoModalidade numeroContaCorrente codigoEspecieDocumento dataEmissao seuNumero "
    "identificacaoEmissaoBoleto identificacaoDistribuicaoBoleto valor dataVencimento tipoDesconto tipoMulta "
    "tipoJurosMora numeroParcela pagador",
)
_COMANDO = {"numeroCliente": inteiro(1), "codigoModalidade": inteiro(1, 8), "numeroContratoCobranca": inteiro()}
_BAIXA = objeto(_COMANDO, "numeroCliente codigoModalidade")
_MUDANCAS = {
    "especieDocumento": objeto({"codigoEspecieDocumento": um_de(*_ESPECIES)}),
    "seuNumero": objeto({"seuNumero": texto(18), "identificacaoBoletoEmpresa": texto(25)}),
    "desconto": objeto(
        {
            "tipoDesconto": inteiro(0, 6),
            **{f"data{n}Desconto": data() for n in ("Primeiro", "Segundo", "Terceiro")},
            **{f"valor{n}Desconto": numero() for n in ("Primeiro", "Segundo", "Terceiro")},
        }
    ),
    "abatimento": objeto({"valorAbatimento": numero()}, "valorAbatimento"),
    "multa": objeto({"tipoMulta": inteiro(0, 2), "valorMulta": numero(), "dataMulta": data()}),
    "jurosMora": objeto({"tipoJurosMora": inteiro(1, 3), "valorJurosMora": numero(), "dataJurosMora": data()}),
    "pix": objeto({"utilizarPix": logico}, "utilizarPix"),
    "prorrogacaoVencimento": objeto({"dataVencimento": data()}, "dataVencimento"),
    "prorrogacaoLimitePagamento": objeto({"dataLimitePagamento": data()}, "dataLimitePagamento"),
    "valorNominal": objeto({"valor": numero(minimo="0.01")}, "valor"),
}
_ALTERACAO = objeto(_COMANDO | _MUDANCAS, "numeroCliente codigoModalidade")
_SITUACOES = {"pago": "Liquidado", "baixado": "Baixado"}
COOPERATIVA, CLIENTE = "3215", "1234567"


class Sicoob(Dialeto):
    """One boleto per call; the certificate is the credential and the token is bound to it."""

    nome, banco, mtls, vida_token = "sicoob", "756", True, 300
    prefixos = ("/cobranca-bancaria/v3", "/sicoob/sandbox/cobranca-bancaria/v3")
    rotas = (
        Rota("POST", "/auth/realms/cooperado/protocol/openid-connect/token", "token", "token", inteiro=True),
        Rota("POST", "/boletos", "registrar", "registrar"),
        Rota("GET", "/boletos", "consultar", "consultar"),
        Rota("GET", "/pagadores/([^/]+)/boletos", "listar", "listar"),
        Rota("GET", "/boletos/faixas-nosso-numero", "apoio", "faixas"),
        Rota("GET", "/boletos/segunda-via", "pdf", "segunda_via"),
        Rota("GET", "/health", "apoio", "saude"),
        Rota("POST", "/boletos/movimentacoes", "listar", "pedir_movimentacoes"),
        Rota("GET", "/boletos/movimentacoes", "listar", "movimentacoes"),
        Rota("GET", "/boletos/movimentacoes/download", "listar", "baixar_movimentacoes"),
        Rota("PATCH", "/boletos/([0-9]+)", "alterar", "alterar"),
        Rota("POST", "/boletos/([0-9]+)/baixar", "baixar", "baixar"),
    )

    def erro(self, status: int, mensagem: str, erros: Sequence[Erro] = ()) -> Devolvido:
        """Return mensagens with code and text."""
        ditas = [{"mensagem": f"{erro.campo}: {erro.mensagem}", "codigo": "4001"} for erro in erros]
        return Devolvido(status=status, corpo={"mensagens": ditas or [{"mensagem": mensagem, "codigo": str(status)}]})

    def repetido(self) -> Devolvido:
        """Return the refusal of a number that is taken."""
        return self.erro(400, "Nosso número já cadastrado para este cliente.")

    def token(self, recebido: Recebido) -> Devolvido:
        """Give a token to the holder of the certificate, for his client id."""
        form = recebido.form
        if form.get("grant_type") != "client_credentials" or not form.get("scope"):
            return Devolvido(status=400, corpo={"error": "invalid_request"})
        if form.get("client_id") != CLIENT_ID or not recebido.certificado:
            return Devolvido(status=401, corpo={"error": "invalid_client"})
        token = self.nucleo.tokens.issue(recebido.certificado)
        vida = int(self.nucleo.tokens.vida)
        return Devolvido(status=200, corpo={"access_token": token, "expires_in": vida, "token_type": "Bearer"})

    def enter(self, recebido: Recebido) -> Devolvido | None:
        """Ask for the client id beside the token; without it the gateway answers in plain text."""
        if recebido.headers.get("client_id") != CLIENT_ID:
            texto_ = b"Invalid client id or secret"
            return Devolvido(status=401, corpo=texto_, headers={"Content-Type": "text/plain"})
        return super().enter(recebido)

    def key(self, rota: Rota, recebido: Recebido, grupos: tuple[str, ...]) -> str:
        """Return the nosso número."""
        if rota.classe == "registrar":
            achado = re.search(rb'"nossoNumero"\s*:\s*([0-9]+)', recebido.corpo)
            return achado[1].decode() if achado else ""
        if rota.classe in ("alterar", "baixar"):
            return grupos[0]
        return recebido.query.get("nossoNumero", "").lstrip("0")

    def campo_livre(self, titulo: Titulo) -> str:
        """Return carteira 1, cooperativa, modalidade 01, cliente, number with its digit, parcela."""
        parcela = int(titulo.corpo["numeroParcela"])
        cliente = str(titulo.corpo["numeroCliente"])[-7:].zfill(7)
        return f"1{COOPERATIVA}01{cliente}{titulo.nosso_numero[-8:]:0>8}{parcela:03d}"

    def registrar(self, recebido: Recebido, falta: Falta | None) -> Devolvido:
        """Register one boleto."""
        corpo = self.read(recebido, BOLETO, status=406)
        if erros := _together(corpo):
            raise RecusaError(self.erro(400, "", erros))
        nosso_numero = str(corpo.get("nossoNumero") or 90_000_000 + self.nucleo.next_number())
        titulo = self.save(
            falta,
            chave=nosso_numero,
            seu_numero=corpo["seuNumero"],
            nosso_numero=nosso_numero,
            valor=corpo["valor"],
            vencimento=day(corpo["dataVencimento"]),
            pagador=corpo["pagador"]["numeroCpfCnpj"],
            corpo=corpo,
            unica=f"{corpo['numeroCliente']}|{nosso_numero}",
            com_pix=corpo.get("codigoCadastrarPIX") == 1,
        )
        return Devolvido(status=200, corpo={"resultado": self._show(self.shown(titulo, falta))}, salvou=titulo.id)

    def consultar(self, recebido: Recebido, falta: Falta | None) -> Devolvido:
        """Return a boleto by its number, its line or its barcode; 204 where there is none."""
        query = recebido.query
        if not {"numeroCliente", "codigoModalidade"} <= set(query):
            return self.erro(406, "numeroCliente e codigoModalidade são obrigatórios")
        achados = self.find(
            lambda t: (
                query.get("nossoNumero", "").lstrip("0") == t.nosso_numero
                or query.get("linhaDigitavel") == t.linha
                or query.get("codigoBarras") == t.barras
            )
        )
        if not achados:
            return Devolvido(status=204)
        titulo = self.shown(achados[0], falta)
        return Devolvido(status=200, corpo={"resultado": self._show(titulo) | {"situacaoBoleto": _situacao(titulo)}})

    def listar(self, _recebido: Recebido, falta: Falta | None, pagador: str) -> Devolvido:
        """Return a pagador's boletos."""
        achados = self.find(lambda t: t.pagador == pagador)
        if not achados:
            return Devolvido(status=204)
        mostrados = [self._show(self.shown(t, falta)) | {"situacaoBoleto": _situacao(t)} for t in achados]
        return Devolvido(status=200, corpo={"resultado": mostrados})

    def faixas(self, recebido: Recebido, _falta: Falta | None) -> Devolvido:
        """Return a range of numbers."""
        quantidade = int(recebido.query.get("quantidade", 1))
        faixa = {
            "numeroCliente": int(CLIENTE),
            "nomeCliente": "EMPRESA EXEMPLO",
            "numeroInicial": 1,
            "numeroFinal": quantidade,
            "quantidade": quantidade,
            "validaDigitoVerificadorNossoNumero": False,
        }
        return Devolvido(status=200, corpo={"resultado": [faixa]})

    def saude(self, _recebido: Recebido, _falta: Falta | None) -> Devolvido:
        """Say that all is well."""
        return Devolvido(status=200, corpo={"status": "UP"})

    def segunda_via(self, recebido: Recebido, _falta: Falta | None) -> Devolvido:
        """Return a page as base64."""
        titulo = self.one(lambda t: t.nosso_numero == recebido.query.get("nossoNumero", "").lstrip("0"))
        corpo = self._show(titulo) | {"pdfBoleto": "JVBERi0xLjQKJSVFT0YK"}
        return Devolvido(status=200, corpo={"resultado": corpo})

    def pedir_movimentacoes(self, recebido: Recebido, _falta: Falta | None) -> Devolvido:
        """Take the order for a list of at most two days."""
        forma = {
            "numeroCliente": inteiro(1),
            "tipoMovimento": inteiro(1, 7),
            "dataInicial": data(),
            "dataFinal": data(),
        }
        corpo = self.read(recebido, objeto(forma, list(forma)), status=406)
        if not 0 <= (day(corpo["dataFinal"]) - day(corpo["dataInicial"])).days <= 2:
            return self.erro(400, "O período máximo é de 2 dias.")
        pedidos = self.__dict__.setdefault("_pedidos", [])
        pedidos.append(corpo)
        return Devolvido(status=200, corpo={"resultado": {"mensagem": "ok", "codigoSolicitacao": len(pedidos)}})

    def movimentacoes(self, recebido: Recebido, _falta: Falta | None) -> Devolvido:
        """Tell which files an order has."""
        resultado = {
            "quantidadeTotalRegistros": len(self._moved(recebido)),
            "quantidadeRegistrosArquivo": 1000,
            "quantidadeArquivo": 1,
            "idArquivos": [1],
        }
        return Devolvido(status=200, corpo={"resultado": resultado})

    def baixar_movimentacoes(self, recebido: Recebido, _falta: Falta | None) -> Devolvido:
        """Return an order's list: JSON, zipped, in base64."""
        import base64  # noqa: PLC0415 - only here
        import io  # noqa: PLC0415 - as above
        import zipfile  # noqa: PLC0415 - as above

        pacote = io.BytesIO()
        with zipfile.ZipFile(pacote, "w") as arquivo:
            arquivo.writestr("movimentos.json", json.dumps([_moved(t) for t in self._moved(recebido)]))
        dentro = {"arquivo": base64.b64encode(pacote.getvalue()).decode(), "nomeArquivo": "movimentos.zip"}
        return Devolvido(status=200, corpo={"resultado": dentro})

    def _moved(self, recebido: Recebido) -> list[Titulo]:
        pedido = self.__dict__["_pedidos"][int(recebido.query["codigoSolicitacao"]) - 1]
        de, ate = day(pedido["dataInicial"]), day(pedido["dataFinal"])
        if pedido["tipoMovimento"] == 5:
            return self.find(lambda t: t.pago_em is not None and de <= t.pago_em <= ate)
        if pedido["tipoMovimento"] == 6:
            return self.find(lambda t: t.estado == "baixado")
        return self.find(lambda t: de <= t.emissao <= ate)

    def alterar(self, recebido: Recebido, _falta: Falta | None, numero_: str) -> Devolvido:
        """Change one thing of a boleto."""
        corpo = self.read(recebido, _ALTERACAO, status=406)
        if len(set(corpo) & set(_MUDANCAS)) != 1:
            return self.erro(400, "Informe um objeto de alteração por vez.")
        titulo = self.one(lambda t: t.nosso_numero == numero_.lstrip("0"))
        if "prorrogacaoVencimento" in corpo:
            titulo.vencimento = day(corpo["prorrogacaoVencimento"]["dataVencimento"])
        if "valorNominal" in corpo:
            titulo.valor = centavos(corpo["valorNominal"]["valor"])
        self.code(titulo)
        return Devolvido(status=204)

    def baixar(self, recebido: Recebido, _falta: Falta | None, numero_: str) -> Devolvido:
        """Drop a boleto."""
        self.read(recebido, _BAIXA, status=406)
        titulo = self.one(lambda t: t.nosso_numero == numero_.lstrip("0"))
        if titulo.estado != "aberto":
            return self.erro(400, "Boleto não está em aberto.")
        titulo.estado = "baixado"
        return Devolvido(status=204)

    def _show(self, titulo: Titulo) -> dict[str, Any]:
        mostrado = {nome: dado for nome, dado in titulo.corpo.items() if nome not in ("gerarPdf", "codigoCadastrarPIX")}
        mostrado |= {
            "valor": reais(titulo.valor),
            "dataVencimento": titulo.vencimento.isoformat(),
            "nossoNumero": int(titulo.nosso_numero),
            "linhaDigitavel": titulo.linha,
            "codigoBarras": titulo.barras,
        }
        if titulo.pix:
            mostrado["qrCode"] = titulo.pix
        if titulo.erro_pix:
            mostrado["descricaoRejeicaoPix"] = titulo.erro_pix
        if titulo.estado == "pago":
            mostrado["listaHistorico"] = [
                {
                    "dataHistorico": str(titulo.pago_em),
                    "tipoHistorico": "6",
                    "descricaoHistorico": "Liquidação",
                }
            ]
        return mostrado


def _situacao(titulo: Titulo) -> str:
    return _SITUACOES.get(titulo.estado, "Em Aberto")


def _moved(titulo: Titulo) -> dict[str, Any]:
    return {
        "numeroTitulo": int(titulo.nosso_numero),
        "seuNumero": titulo.seu_numero,
        "siglaMovimento": "LIQUI" if titulo.estado == "pago" else "BAIXA",
        "dataMovimentoLiquidacao": str(titulo.pago_em or ""),
        "valorTitulo": reais(titulo.valor),
        "valorLiquido": reais(titulo.valor_pago),
        "dataVencimentoTitulo": titulo.vencimento.isoformat(),
    }


def _together(corpo: dict[str, Any]) -> list[Erro]:
    """Refuse what must come together and does not."""
    erros = []
    if corpo["tipoMulta"] and not {"dataMulta", "valorMulta"} <= set(corpo):
        erros.append(Erro("valorMulta", "obrigatório com tipoMulta"))
    if corpo["tipoJurosMora"] != 3 and not {"dataJurosMora", "valorJurosMora"} <= set(corpo):
        erros.append(Erro("valorJurosMora", "obrigatório com tipoJurosMora"))
    if corpo["tipoDesconto"] and not {"dataPrimeiroDesconto", "valorPrimeiroDesconto"} <= set(corpo):
        erros.append(Erro("valorPrimeiroDesconto", "obrigatório com tipoDesconto"))
    if corpo.get("codigoNegativacao") == 2 and "numeroDiasNegativacao" not in corpo:
        erros.append(Erro("numeroDiasNegativacao", "obrigatório com codigoNegativacao"))
    return erros
