"""Banco do Brasil (001), Cobranças v2: we number, a number is taken for ever, changes only after half an hour.

Sources: answers of the homologation recorded in ``gateway/bb``; field names of ACBr (``ACBrBoletoW_BancoBrasil_API``).
How the bank answers for a title it does not hold is not recorded: here 404.
"""

import base64
import binascii
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from tests.banco_de_provas.contrato import Erro, data, inteiro, numero, objeto, texto, um_de
from tests.banco_de_provas.dialetos.base import Dialeto
from tests.banco_de_provas.dialetos.chamadas import (
    CHAVE_API,
    CLIENT_ID,
    CLIENT_SECRET,
    Devolvido,
    Recebido,
    RecusaError,
    Rota,
    centavos,
    reais,
)
from tests.banco_de_provas.faltas import Falta
from tests.banco_de_provas.nucleo import Titulo

_DIA = "%d.%m.%Y"
_SIM_NAO = um_de("S", "N")
_POR_PAGINA = 300
_TRAVA = 30 * 60.0
CONVENIO, CARTEIRA = 3128557, 17


def _inscricao(campo: str, valor: Any) -> Iterator[Erro]:
    """Take a document as number or digits: one with letters has no place here."""
    escrito = str(valor)
    if isinstance(valor, bool) or not isinstance(valor, int | str) or not re.fullmatch(r"[0-9]{1,14}", escrito):
        yield Erro(campo, "deve ter só algarismos")


def _cep(campo: str, valor: Any) -> Iterator[Erro]:
    if isinstance(valor, bool) or not isinstance(valor, int | str) or not re.fullmatch(r"[0-9]{7,8}", str(valor)):
        yield Erro(campo, "CEP inválido")


_VALOR = {"porcentagem": numero(maximo="100"), "valor": numero()}
BOLETO = objeto(
    {
        "numeroConvenio": inteiro(1, 9_999_999),
        "numeroCarteira": inteiro(1, 99),
        "numeroVariacaoCarteira": inteiro(0, 999),
        "codigoModalidade": um_de(1, 4),
        "dataEmissao": data(_DIA),
        "dataVencimento": data(_DIA),
        "valorOriginal": numero(minimo="0.01"),
        "valorAbatimento": numero(),
        "quantidadeDiasProtesto": inteiro(0, 99),
        "quantidadeDiasNegativacao": inteiro(0, 99),
        "orgaoNegativador": inteiro(0, 99),
        "indicadorAceiteTituloVencido": _SIM_NAO,
        "numeroDiasLimiteRecebimento": inteiro(0, 999),
        "codigoAceite": um_de("A", "N"),
        "codigoTipoTitulo": inteiro(1, 99),
        "descricaoTipoTitulo": texto(30),
        "indicadorPermissaoRecebimentoParcial": _SIM_NAO,
        "numeroTituloBeneficiario": texto(15),
        "campoUtilizacaoBeneficiario": texto(30),
        "numeroTituloCliente": texto(20, minimo=20, forma="000[0-9]{17}"),
        "mensagemBloquetoOcorrencia": texto(165, minimo=0),
        "desconto": objeto({"tipo": inteiro(0, 2), "dataExpiracao": data(_DIA), **_VALOR}, "tipo"),
        "segundoDesconto": objeto({"tipo": inteiro(0, 2), "dataExpiracao": data(_DIA), **_VALOR}),
        "terceiroDesconto": objeto({"tipo": inteiro(0, 2), "dataExpiracao": data(_DIA), **_VALOR}),
        "jurosMora": objeto({"tipo": inteiro(0, 3), **_VALOR}, "tipo"),
        "multa": objeto({"tipo": inteiro(0, 2), "data": data(_DIA), **_VALOR}, "tipo"),
        "pagador": objeto(
            {
                "tipoInscricao": um_de(1, 2),
                "numeroInscricao": _inscricao,
                "nome": texto(60),
                "endereco": texto(60),
                "cep": _cep,
                "cidade": texto(30),
                "bairro": texto(30),
                "uf": texto(2, minimo=2),
                "telefone": texto(30, minimo=0),
                "email": texto(100, minimo=0),
            },
            "tipoInscricao numeroInscricao nome endereco cep cidade uf",
        ),
        "beneficiarioFinal": objeto(
            {"tipoInscricao": um_de(1, 2), "numeroInscricao": _inscricao, "nome": texto(60)},
            "tipoInscricao numeroInscricao nome",
        ),
        "indicadorPix": _SIM_NAO,
    },
    "numeroConvenio numeroCarteira numeroVariacaoCarteira codigoModalidade dataEmissao dataVencimento valorOriginal "
    "codigoAceite codigoTipoTitulo indicadorPermissaoRecebimentoParcial numeroTituloCliente pagador",
)
_BAIXA = objeto({"numeroConvenio": inteiro(1)}, "numeroConvenio")


class BancoDoBrasil(Dialeto):
    """Basic credentials for the token, and an application key in every address."""

    nome, banco, vida_token = "bb", "001", 600
    prefixos = ("/cobrancas/v2",)
    rotas = (
        Rota("POST", "/oauth/token", "token", "token", inteiro=True),
        Rota("POST", "/boletos", "registrar", "registrar"),
        Rota("GET", "/boletos", "listar", "listar"),
        Rota("GET", "/boletos/([0-9]+)", "consultar", "consultar"),
        Rota("PATCH", "/boletos/([0-9]+)", "alterar", "alterar"),
        Rota("POST", "/boletos/([0-9]+)/baixar", "baixar", "baixar"),
        Rota("POST", "/boletos/([0-9]+)/gerar-pix", "alterar", "gerar_pix"),
    )

    def erro(self, status: int, mensagem: str, erros: Sequence[Erro] = ()) -> Devolvido:
        """Return one of the bank's four envelopes: erros, or that of the gateway for 401."""
        if status == 401:
            corpo: dict[str, Any] = {"statusCode": 401, "error": "Unauthorized", "message": mensagem, "attributes": {}}
            return Devolvido(status=status, corpo=corpo)
        ditos = [f"{erro.campo}: {erro.mensagem}" for erro in erros] or [mensagem]
        corpo = {
            "erros": [
                {"codigo": f"{status}0001", "versao": "1", "mensagem": dito, "providencia": "", "ocorrencia": "x"}
                for dito in ditos
            ]
        }
        return Devolvido(status=status, corpo=corpo)

    def repetido(self) -> Devolvido:
        """Return what was recorded."""
        erro = {
            "codigo": "4874915",
            "versao": "1",
            "mensagem": "Nosso Número já incluído anteriormente.",
            "providencia": "Informar outro Nosso Número.",
            "ocorrencia": "2AzBShK/zFE=C0700051620C",
        }
        return Devolvido(status=400, corpo={"erros": [erro]})

    def token(self, recebido: Recebido) -> Devolvido:
        """Give a token for Basic credentials."""
        if recebido.form.get("grant_type") != "client_credentials" or not recebido.form.get("scope"):
            return Devolvido(status=400, corpo={"error": "invalid_request"})
        try:
            dito = base64.b64decode(recebido.headers.get("authorization", "").removeprefix("Basic "), validate=True)
        except binascii.Error:
            dito = b""
        if dito != f"{CLIENT_ID}:{CLIENT_SECRET}".encode():
            return Devolvido(status=401, corpo={"error": "invalid_client"})
        corpo = {"access_token": self.nucleo.tokens.issue(), "token_type": "Bearer"}
        return Devolvido(status=200, corpo=corpo | {"expires_in": int(self.nucleo.tokens.vida)})

    def enter(self, recebido: Recebido) -> Devolvido | None:
        """Ask for the application key beside the token."""
        chaves = {recebido.query.get(nome) for nome in ("gw-dev-app-key", "gw-app-key")}
        return super().enter(recebido) if CHAVE_API in chaves else self.erro(401, "Unauthorized")

    def key(self, rota: Rota, recebido: Recebido, grupos: tuple[str, ...]) -> str:
        """Return the 20 digits."""
        if rota.classe == "registrar":
            achado = re.search(rb'"numeroTituloCliente"\s*:\s*"([0-9]+)"', recebido.corpo)
            return achado[1].decode() if achado else ""
        return grupos[0] if grupos else ""

    def campo_livre(self, titulo: Titulo) -> str:
        """Return the form of a convênio of seven digits: zeros, the seventeen of the number, carteira."""
        return f"000000{titulo.nosso_numero[-17:]}{titulo.corpo['numeroCarteira']:02d}"

    def registrar(self, recebido: Recebido, falta: Falta | None) -> Devolvido:
        """Register one boleto: 201 as in production."""
        corpo = self.read(recebido, BOLETO)
        if f"{corpo['numeroConvenio']:07d}" != corpo["numeroTituloCliente"][3:10]:
            raise RecusaError(self.erro(400, "", [Erro("numeroTituloCliente", "não é deste convênio")]))
        pagador = corpo["pagador"]
        titulo = self.save(
            falta,
            chave=corpo["numeroTituloCliente"],
            seu_numero=corpo.get("numeroTituloBeneficiario", ""),
            nosso_numero=corpo["numeroTituloCliente"],
            valor=corpo["valorOriginal"],
            vencimento=_day(corpo["dataVencimento"]),
            pagador=str(pagador["numeroInscricao"]).zfill(11 if pagador["tipoInscricao"] == 1 else 14),
            corpo=corpo,
            unica=corpo["numeroTituloCliente"],
            com_pix=corpo.get("indicadorPix") == "S",
        )
        visto = self.shown(titulo, falta)
        qr: dict[str, str] = {"url": "", "txId": "", "emv": ""}
        if titulo.pix:
            qr = {"url": f"pix.exemplo.com.br/qr/v2/cobv/{titulo.txid}", "txId": titulo.txid, "emv": titulo.pix}
        elif titulo.erro_pix:
            qr = {"url": "O campo data de expiração não é válido.", "txId": "Pix não registrado", "emv": ""}
        resposta = {
            "numero": visto.nosso_numero,
            "numeroCarteira": corpo["numeroCarteira"],
            "numeroVariacaoCarteira": corpo["numeroVariacaoCarteira"],
            "codigoCliente": 704950857,
            "linhaDigitavel": visto.linha,
            "codigoBarraNumerico": visto.barras,
            "numeroContratoCobranca": 19581316,
            "beneficiario": {"agencia": 452, "contaCorrente": 123873},
            "qrCode": qr,
            "observacao": "",
        }
        return Devolvido(status=201, corpo=resposta, salvou=titulo.id)

    def consultar(self, recebido: Recebido, falta: Falta | None, numero_: str) -> Devolvido:
        """Return one boleto, documents and CEP as numbers."""
        if recebido.query.get("numeroConvenio", "").lstrip("0") != numero_[3:10].lstrip("0"):
            return self.erro(400, "Convênio não informado")
        titulo = self.shown(self.one(lambda t: t.nosso_numero == numero_), falta)
        pagador = titulo.corpo["pagador"]
        corpo = {
            "codigoLinhaDigitavel": titulo.linha,
            "textoCodigoBarrasTituloCobranca": titulo.barras,
            "numeroTituloCedenteCobranca": titulo.seu_numero,
            "numeroContratoCobranca": 19581316,
            "codigoEstadoTituloCobranca": _ESTADOS.get(titulo.estado, 1),
            "codigoTipoInscricaoSacado": pagador["tipoInscricao"],
            "numeroInscricaoSacadoCobranca": int(titulo.pagador),
            "nomeSacadoCobranca": pagador["nome"],
            "numeroCepSacadoCobranca": int(pagador["cep"]),
            "dataEmissaoTituloCobranca": titulo.corpo["dataEmissao"],
            "dataRegistroTituloCobranca": _written(titulo.emissao),
            "dataVencimentoTituloCobranca": _written(titulo.vencimento),
            "valorOriginalTituloCobranca": reais(titulo.valor),
            "valorAtualTituloCobranca": reais(titulo.valor),
            "textoCampoUtilizacaoCedente": titulo.corpo.get("campoUtilizacaoBeneficiario", ""),
            "valorPagoSacado": reais(titulo.valor_pago),
            "valorCreditoCedente": reais(titulo.valor_pago),
            "dataRecebimentoTitulo": _written(titulo.pago_em),
            "dataCreditoLiquidacao": _written(titulo.pago_em),
        }
        return Devolvido(status=200, corpo=corpo)

    def listar(self, recebido: Recebido, falta: Falta | None) -> Devolvido:
        """Return up to 300 boletos, open or settled, from an index on."""
        query = recebido.query
        if not {"indicadorSituacao", "agenciaBeneficiario", "contaBeneficiario"} <= set(query):
            return self.erro(400, "indicadorSituacao, agenciaBeneficiario e contaBeneficiario são obrigatórios")
        baixados = query["indicadorSituacao"] == "B"
        achados = [t for t in self.nucleo.visible() if (t.estado in ("pago", "baixado")) == baixados]
        achados = [t for t in achados if self._within(t, query)]
        inicio = int(query.get("indice", 0))
        nesta = achados[inicio : inicio + _POR_PAGINA]
        if not nesta:
            return self.erro(404, "Nenhum boleto encontrado")
        mais = inicio + _POR_PAGINA < len(achados)
        corpo = {
            "indicadorContinuidade": "S" if mais else "N",
            "quantidadeRegistros": len(nesta),
            "proximoIndice": inicio + len(nesta) if mais else 0,
            "boletos": [self._row(self.shown(t, falta)) for t in nesta],
        }
        return Devolvido(status=200, corpo=corpo)

    def _within(self, titulo: Titulo, query: Any) -> bool:
        dia = titulo.pago_em or titulo.vencimento
        for inicio, fim, dela in (
            ("dataInicioMovimento", "dataFimMovimento", dia),
            ("dataInicioVencimento", "dataFimVencimento", titulo.vencimento),
            ("dataInicioRegistro", "dataFimRegistro", titulo.emissao),
        ):
            if inicio in query and not _day(query[inicio]) <= dela <= _day(query[fim]):
                return False
        return True

    def _row(self, titulo: Titulo) -> dict[str, Any]:
        estado = _ESTADOS.get(titulo.estado, 1)
        return {
            "numeroBoletoBB": titulo.nosso_numero,
            "dataRegistro": _written(titulo.emissao),
            "dataVencimento": _written(titulo.vencimento),
            "valorOriginal": reais(titulo.valor),
            "carteiraConvenio": CARTEIRA,
            "variacaoCarteiraConvenio": titulo.corpo["numeroVariacaoCarteira"],
            "codigoEstadoTituloCobranca": estado,
            "estadoTituloCobranca": {6: "Liquidado", 7: "Baixado"}.get(estado, "Normal"),
            "contrato": 19581316,
            "dataMovimento": _written(titulo.pago_em or titulo.emissao),
            "dataCredito": _written(titulo.pago_em) or "01.01.0001",
            "valorAtual": reais(titulo.valor),
            "valorPago": reais(titulo.valor_pago),
        }

    def alterar(self, recebido: Recebido, _falta: Falta | None, numero_: str) -> Devolvido:
        """Change one thing, not in the first half hour."""
        titulo = self.one(lambda t: t.nosso_numero == numero_)
        if titulo.criado_em + _TRAVA > self.nucleo.agora():
            return self.erro(400, "Boleto registrado há menos de 30 minutos.")
        corpo = recebido.json()
        sins = [nome for nome, valor in corpo.items() if valor == "S"]
        if corpo.get("numeroConvenio") != int(numero_[3:10]) or len(sins) != 1:
            return self.erro(400, "Informe o convênio e uma alteração por vez")
        if sins == ["indicadorNovaDataVencimento"]:
            titulo.vencimento = _day(corpo["alteracaoData"]["novaDataVencimento"])
        if sins == ["indicadorNovoValorNominal"]:
            titulo.valor = centavos(corpo["alteracaoValor"]["novoValorNominal"])
        self.code(titulo)
        return Devolvido(status=200, corpo={"numeroContratoCobranca": 19581316, "dataAtualizacao": "", "horario": ""})

    def baixar(self, recebido: Recebido, _falta: Falta | None, numero_: str) -> Devolvido:
        """Drop a boleto, not in the first half hour."""
        self.read(recebido, _BAIXA)
        titulo = self.one(lambda t: t.nosso_numero == numero_)
        if titulo.criado_em + _TRAVA > self.nucleo.agora():
            return self.erro(400, "Boleto registrado há menos de 30 minutos.")
        titulo.estado = "baixado"
        hoje = _written(self.nucleo.hoje())
        corpo = {"numeroContratoCobranca": "19581316", "dataBaixa": hoje, "horarioBaixa": "11:05:29"}
        return Devolvido(status=200, corpo=corpo)

    def gerar_pix(self, recebido: Recebido, _falta: Falta | None, numero_: str) -> Devolvido:
        """Give a boleto its Pix."""
        self.read(recebido, _BAIXA)
        titulo = self.one(lambda t: t.nosso_numero == numero_)
        return Devolvido(status=200, corpo={"qrCode": {"emv": titulo.pix, "txId": titulo.txid}})


_ESTADOS = {"pago": 6, "baixado": 7}


def _day(texto_: str) -> date:
    dia, mes, ano = map(int, texto_.split("."))
    return date(ano, mes, dia)


def _written(dia: date | None) -> str:
    return "" if dia is None else dia.strftime(_DIA)
