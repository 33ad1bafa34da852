"""Sicredi (748), Cobrança v1: password grant, a key per application, a look-up made against duplicates.

Sources: examples of the bank's manual recorded in ``gateway/sicredi``; field names of ACBr
(``ACBrBoletoW_Sicredi_APIV2``). The shape of ``/cadastrados`` is nowhere recorded: here a list of what the other
look-up gives, empty when there is none.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from tests.banco_de_provas.codigos import resto_11
from tests.banco_de_provas.contrato import Erro, data, documento, inteiro, lista, numero, objeto, texto, um_de
from tests.banco_de_provas.dialetos.base import Dialeto
from tests.banco_de_provas.dialetos.chamadas import CHAVE_API, Devolvido, Recebido, Rota, day, reais
from tests.banco_de_provas.faltas import Falta
from tests.banco_de_provas.nucleo import Titulo

COOPERATIVA, POSTO, BENEFICIARIO = "6789", "03", "12345"
USUARIO, SENHA = f"{BENEFICIARIO}{COOPERATIVA}", "c0d1g0-pl4nt4d0-55ab"
_ESPECIES = {
    *("DUPLICATA_MERCANTIL_INDICACAO", "DUPLICATA_RURAL", "NOTA_PROMISSORIA", "NOTA_PROMISSORIA_RURAL"),
    *("NOTA_SEGUROS", "RECIBO", "LETRA_CAMBIO", "NOTA_DEBITO", "DUPLICATA_SERVICO_INDICACAO", "OUTROS"),
    *("BOLETO_PROPOSTA", "CARTAO_CREDITO", "BOLETO_DEPOSITO"),
}


def _quantia(campo: str, valor: Any) -> Iterator[Erro]:
    """Take a number, or one written as text: the manual's examples have both."""
    try:
        exato = Decimal(str(valor))
    except InvalidOperation:
        yield Erro(campo, "deve ser número")
        return
    if isinstance(valor, bool) or exato < 0 or exato != round(exato, 2):
        yield Erro(campo, "deve ter no máximo 2 casas decimais")


_PESSOA = {
    "tipoPessoa": um_de("PESSOA_FISICA", "PESSOA_JURIDICA"),
    "documento": documento,
    "nome": texto(40),
    "endereco": texto(40),
    "logradouro": texto(40),
    "numeroEndereco": inteiro(0, 999999),
    "complemento": texto(40),
    "cidade": texto(25),
    "uf": texto(2, minimo=2),
    "cep": texto(8, minimo=8, forma="[0-9]{8}"),
    "telefone": texto(11),
    "email": texto(40),
}
BOLETO = objeto(
    {
        "codigoBeneficiario": texto(5, minimo=5),
        "tipoCobranca": um_de("NORMAL", "HIBRIDO"),
        "pagador": objeto(_PESSOA, "tipoPessoa documento nome endereco cidade uf cep"),
        "beneficiarioFinal": objeto(_PESSOA, "tipoPessoa documento nome"),
        "especieDocumento": um_de(*_ESPECIES),
        "nossoNumero": texto(9, minimo=9, forma="[0-9]{9}"),
        "seuNumero": texto(10),
        "idTituloEmpresa": texto(25),
        "dataVencimento": data(),
        "diasProtestoAuto": inteiro(0, 99),
        "diasNegativacaoAuto": inteiro(0, 99),
        "validadeAposVencimento": inteiro(0, 99),
        "valor": numero(minimo="0.01"),
        "tipoDesconto": um_de("VALOR", "PERCENTUAL"),
        **{f"valorDesconto{n}": _quantia for n in (1, 2, 3)},
        **{f"dataDesconto{n}": data() for n in (1, 2, 3)},
        "descontoAntecipado": _quantia,
        "tipoJuros": um_de("VALOR", "PERCENTUAL"),
        "juros": _quantia,
        "multa": _quantia,
        "informativos": lista(texto(80), 5),
        "mensagens": lista(texto(80), 4),
    },
    "codigoBeneficiario tipoCobranca pagador especieDocumento seuNumero dataVencimento valor",
)
_SITUACOES = {"pago": "LIQUIDADO", "baixado": "BAIXADO POR SOLICITACAO"}


class Sicredi(Dialeto):
    """The number is ours by choice, else the bank's; commands are taken and done later."""

    nome, banco, vida_token = "sicredi", "748", 300
    prefixos = ("/cobranca/boleto/v1", "/sb/cobranca/boleto/v1")
    rotas = (
        Rota("POST", "(?:/sb)?/auth/openapi/token", "token", "token", inteiro=True),
        Rota("POST", "/boletos", "registrar", "registrar"),
        Rota("GET", "/boletos/cadastrados", "consultar", "cadastrados"),
        Rota("GET", "/boletos/liquidados/dia", "listar", "liquidados"),
        Rota("GET", "/boletos/pdf", "pdf", "pdf"),
        Rota("GET", "/boletos", "consultar", "consultar"),
        Rota("PATCH", "/boletos/([0-9]+)/baixa", "baixar", "baixar"),
        Rota("PATCH", "/boletos/([0-9]+)/([a-z-]+)", "alterar", "alterar"),
    )

    def erro(self, status: int, mensagem: str, erros: Sequence[Erro] = ()) -> Devolvido:
        """Return code, error and message; 404 and 503 mostly have no body."""
        if status in (404, 503):
            return Devolvido(status=status)
        dito = "; ".join(f"{erro.campo}: {erro.mensagem}" for erro in erros) or mensagem
        return Devolvido(status=status, corpo={"code": str(status), "error": "Erro", "message": dito})

    def repetido(self) -> Devolvido:
        """Return the refusal of a number that is taken."""
        return self.erro(422, "Nosso número já cadastrado para este beneficiário")

    def token(self, recebido: Recebido) -> Devolvido:
        """Give a token for the access code, or for the refresh token."""
        form, cabecalhos = recebido.form, recebido.headers
        if cabecalhos.get("x-api-key") != CHAVE_API or cabecalhos.get("context") != "COBRANCA":
            return self.erro(401, "Unauthorized")
        bom = (form.get("username"), form.get("password")) == (USUARIO, SENHA) and form.get("grant_type") == "password"
        renova = form.get("grant_type") == "refresh_token" and form.get("refresh_token") == "rf-1"
        if not bom and not renova:
            return self.erro(401, "invalid_grant")
        vida = int(self.nucleo.tokens.vida)
        corpo = {"access_token": self.nucleo.tokens.issue(), "refresh_token": "rf-1", "expires_in": vida}
        return Devolvido(status=200, corpo=corpo | {"refresh_expires_in": 1800, "token_type": "Bearer"})

    def enter(self, recebido: Recebido) -> Devolvido | None:
        """Ask for key, cooperativa and posto beside the token."""
        cabecalhos = recebido.headers
        dito = (cabecalhos.get("x-api-key"), cabecalhos.get("cooperativa"), cabecalhos.get("posto"))
        if dito != (CHAVE_API, COOPERATIVA, POSTO):
            return self.erro(401, "Unauthorized")
        return super().enter(recebido)

    def key(self, rota: Rota, recebido: Recebido, grupos: tuple[str, ...]) -> str:
        """Return idTituloEmpresa, or the seu número."""
        if rota.classe == "registrar":
            for nome in (b"idTituloEmpresa", b"seuNumero"):
                achado = re.search(rb'"' + nome + rb'"\s*:\s*"([^"]*)"', recebido.corpo)
                if achado:
                    return achado[1].decode("utf-8", "replace")
        if grupos:
            return next((t.chave for t in self.nucleo.titulos if t.nosso_numero == grupos[0]), "")
        query = recebido.query
        return query.get("idTituloEmpresa") or query.get("seuNumero") or query.get("nossoNumero", "")

    def campo_livre(self, titulo: Titulo) -> str:
        """Return the field of the manual: 1, carteira, number, cooperativa, posto, beneficiário, 1 0 and the digit."""
        corpo = f"11{titulo.nosso_numero}{COOPERATIVA}{POSTO}{BENEFICIARIO}10"
        return corpo + _digito(corpo)

    def registrar(self, recebido: Recebido, falta: Falta | None) -> Devolvido:
        """Register one boleto."""
        corpo = self.read(recebido, BOLETO)
        if corpo["codigoBeneficiario"] != BENEFICIARIO:
            return self.erro(401, "Beneficiário não autorizado")
        seguinte = f"{self.nucleo.hoje():%y}2{self.nucleo.next_number():05d}"
        do_banco = seguinte + _digito(COOPERATIVA + POSTO + BENEFICIARIO + seguinte)
        nosso_numero = corpo.get("nossoNumero") or do_banco
        titulo = self.save(
            falta,
            chave=corpo.get("idTituloEmpresa") or corpo["seuNumero"],
            seu_numero=corpo["seuNumero"],
            nosso_numero=nosso_numero,
            valor=corpo["valor"],
            vencimento=day(corpo["dataVencimento"]),
            pagador=corpo["pagador"]["documento"],
            corpo=corpo,
            unica=nosso_numero,
            com_pix=corpo["tipoCobranca"] == "HIBRIDO",
        )
        visto = self.shown(titulo, falta)
        resposta = {
            "txid": visto.txid or None,
            "qrCode": visto.pix or None,
            "linhaDigitavel": visto.linha,
            "codigoBarras": visto.barras,
            "cooperativa": COOPERATIVA,
            "posto": POSTO,
            "nossoNumero": visto.nosso_numero,
        }
        return Devolvido(status=201, corpo=resposta, salvou=titulo.id)

    def cadastrados(self, recebido: Recebido, falta: Falta | None) -> Devolvido:
        """Return what is registered under a key of ours."""
        query = recebido.query
        if "codigoBeneficiario" not in query or not {"seuNumero", "idTituloEmpresa"} & set(query):
            return self.erro(400, "codigoBeneficiario e seuNumero ou idTituloEmpresa são obrigatórios")
        achados = self.find(
            lambda t: (
                query.get("seuNumero", t.seu_numero) == t.seu_numero
                and query.get("idTituloEmpresa", t.corpo.get("idTituloEmpresa")) == t.corpo.get("idTituloEmpresa")
            )
        )
        return Devolvido(status=200, corpo=[self._show(self.shown(t, falta)) for t in achados])

    def consultar(self, recebido: Recebido, falta: Falta | None) -> Devolvido:
        """Return one boleto by its number."""
        titulo = self.one(lambda t: t.nosso_numero == recebido.query.get("nossoNumero"))
        return Devolvido(status=200, corpo=self._show(self.shown(titulo, falta)))

    def liquidados(self, recebido: Recebido, _falta: Falta | None) -> Devolvido:
        """Return what was settled on a day."""
        dia, mes, ano = recebido.query["dia"].split("/")
        achados = self.find(lambda t: str(t.pago_em) == f"{ano}-{mes}-{dia}")
        itens = [
            {
                "cooperativa": COOPERATIVA,
                "codigoBeneficiario": BENEFICIARIO,
                "nossoNumero": t.nosso_numero,
                "seuNumero": t.seu_numero,
                "tipoCarteira": "SIMPLES",
                "dataPagamento": f"{t.pago_em} 00:00:00",
                "valor": reais(t.valor),
                "valorLiquidado": reais(t.valor_pago),
                "jurosLiquido": 0,
                "descontoLiquido": 0,
                "multaLiquida": 0,
                "abatimentoLiquido": 0,
                "tipoLiquidacao": "REDE",
            }
            for t in achados
        ]
        return Devolvido(status=200, corpo={"items": itens, "hasNext": False})

    def pdf(self, recebido: Recebido, _falta: Falta | None) -> Devolvido:
        """Return a page."""
        linha = recebido.query.get("linhaDigitavel", "")
        if not re.fullmatch("[0-9]{47}", linha):
            return self.erro(400, "Linha digitável inválida")
        if not self.find(lambda t: t.linha == linha):
            return self.erro(422, "Boleto não encontrado")
        return Devolvido(status=201, corpo=b"%PDF-1.4\n%%EOF", headers={"Content-Type": "application/octet-stream"})

    def baixar(self, recebido: Recebido, _falta: Falta | None, numero_: str) -> Devolvido:
        """Take the order to drop a boleto."""
        self.read(recebido, objeto({}))
        titulo = self.one(lambda t: t.nosso_numero == numero_)
        titulo.estado = "baixado"
        return self._taken(titulo)

    def alterar(self, recebido: Recebido, _falta: Falta | None, numero_: str, o_que: str) -> Devolvido:
        """Take the order to change one thing."""
        titulo = self.one(lambda t: t.nosso_numero == numero_)
        if o_que == "data-vencimento":
            corpo = self.read(recebido, objeto({"dataVencimento": data()}, "dataVencimento"))
            titulo.vencimento = day(corpo["dataVencimento"])
            self.code(titulo)
        return self._taken(titulo)

    def _taken(self, titulo: Titulo) -> Devolvido:
        hoje = self.nucleo.hoje().isoformat()
        corpo = {
            "transactionId": "t-1",
            "dataMovimento": hoje,
            "dataHoraRegistro": f"{hoje}T10:00:00",
            "statusComando": "MOVIMENTO_ENVIADO",
            "nossoNumero": titulo.nosso_numero,
            "codigoBeneficiario": BENEFICIARIO,
            "tipoMensagem": "BAIXA",
        }
        return Devolvido(status=202, corpo=corpo)

    def _show(self, titulo: Titulo) -> dict[str, Any]:
        aberta = "VENCIDO" if titulo.vencimento < self.nucleo.hoje() else "EM CARTEIRA"
        mostrado = {
            "linhaDigitavel": titulo.linha,
            "codigoBarras": titulo.barras,
            "nossoNumero": titulo.nosso_numero,
            "txId": titulo.txid or None,
            "codigoQrCode": f"{titulo.pix}\n\n" if titulo.pix else None,
            "carteira": "SIMPLES",
            "seuNumero": titulo.seu_numero,
            "idTituloEmpresa": titulo.corpo.get("idTituloEmpresa"),
            "pagador": {"codigo": "02LNG", "documento": titulo.pagador, "nome": titulo.corpo["pagador"]["nome"]},
            "dataEmissao": titulo.emissao.isoformat(),
            "dataVencimento": titulo.vencimento.isoformat(),
            "valorNominal": reais(titulo.valor),
            "situacao": _SITUACOES.get(titulo.estado, aberta),
        }
        if titulo.pago_em:
            pago = {"data": f"{titulo.pago_em}T03:00:00.000+0000", "valor": reais(titulo.valor_pago)}
            mostrado["dadosLiquidacao"] = pago | {"multa": 0, "abatimento": 0, "juros": 0, "desconto": 0}
        return mostrado


def _digito(corpo: str) -> str:
    """Return the digit by módulo 11: 0 where 11 less the rest is over 9."""
    dv = 11 - resto_11(corpo)
    return str(dv if dv < 10 else 0)
