"""Santander (033), Collection Bill Management v2: five keys of ours name a boleto, for two days.

Sources: calls made in the bank's sandbox recorded in ``gateway/santander``; field names of ACBr
(``ACBrBoletoW_Santander_API``).
"""

import re
from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Any

from tests.banco_de_provas.codigos import resto_11
from tests.banco_de_provas.contrato import Erro, data, documento, lista, objeto, qualquer, texto, um_de
from tests.banco_de_provas.dialetos.base import Dialeto
from tests.banco_de_provas.dialetos.chamadas import CLIENT_ID, CLIENT_SECRET, Devolvido, Recebido, Rota, centavos, day
from tests.banco_de_provas.faltas import Falta
from tests.banco_de_provas.nucleo import Titulo

WORKSPACE, COVENANT = "0f9c2c1e-6d6e-4a7b-8a52-6a3d5f1f7c11", "3567206"
_SEM_DIGITO, _PARTES = 12, 5
_VALOR = texto(18, forma=r"[0-9]{1,15}\.[0-9]{2}")
_TAXA = texto(10, forma=r"[0-9]{1,3}\.[0-9]{2,5}")
_DIAS = texto(3, forma="[0-9]{1,3}")
_ESPECIES = {
    *("DUPLICATA_MERCANTIL", "DUPLICATA_SERVICO", "NOTA_PROMISSORIA", "NOTA_PROMISSORIA_RURAL", "RECIBO"),
    *("APOLICE_SEGURO", "BOLETO_CARTAO_CREDITO", "BOLETO_PROPOSTA", "BOLETO_DEPOSITO_APORTE", "CHEQUE"),
    *("NOTA_PROMISSORIA_DIRETA", "OUTROS"),
}
_DESCONTO = objeto({"value": _VALOR, "limitDate": data()}, "value limitDate")
BOLETO = objeto(
    {
        "environment": um_de("TESTE", "PRODUCAO"),
        "nsuCode": texto(20),
        "nsuDate": data(),
        "covenantCode": texto(9, forma="[0-9]+"),
        "bankNumber": texto(13, forma="[0-9]+"),
        "clientNumber": texto(15),
        "participantCode": texto(25),
        "dueDate": data(),
        "issueDate": data(),
        "nominalValue": _VALOR,
        "payer": objeto(
            {
                "name": texto(40),
                "documentType": um_de("CPF", "CNPJ"),
                "documentNumber": documento,
                "address": texto(40),
                "neighborhood": texto(30),
                "city": texto(20),
                "state": texto(2, minimo=2),
                "zipCode": texto(9, forma="[0-9]{5}-[0-9]{3}"),
            },
            "name documentType documentNumber address neighborhood city state zipCode",
        ),
        "beneficiary": objeto({"name": texto(40), "documentType": um_de("CPF", "CNPJ"), "documentNumber": documento}),
        "documentKind": um_de(*_ESPECIES),
        "paymentType": um_de("REGISTRO", "DIVERGENTE", "PARCIAL"),
        "deductionValue": _VALOR,
        "finePercentage": _TAXA,
        "fineQuantityDays": _DIAS,
        "interestPercentage": _TAXA,
        "writeOffQuantityDays": _DIAS,
        "protestType": um_de("SEM_PROTESTO", "DIAS_CORRIDOS", "DIAS_UTEIS", "CADASTRO_CONVENIO"),
        "protestQuantityDays": _DIAS,
        "discount": objeto(
            {
                "type": um_de("ISENTO", "VALOR_DATA_FIXA", "VALOR_DIA_CORRIDO", "VALOR_DIA_UTIL"),
                **dict.fromkeys(("discountOne", "discountTwo", "discountThree"), _DESCONTO),
            },
            "type",
        ),
        "key": objeto({"type": um_de("EMAIL", "CPF", "CNPJ", "CELULAR", "EVP"), "dictKey": texto(77)}, "type dictKey"),
        "txId": texto(35),
        "messages": lista(texto(100), 5),
    },
    "environment nsuCode nsuDate covenantCode bankNumber dueDate issueDate nominalValue payer documentKind paymentType",
)
_INSTRUCAO = objeto(
    {
        "covenantCode": texto(9),
        "bankNumber": texto(13),
        "operation": um_de("BAIXAR", "PROTESTAR", "CANCELAR_PROTESTO"),
        "dueDate": data(),
        "nominalValue": _VALOR,
        "deductionValue": _VALOR,
        "finePercentage": _TAXA,
        "fineDate": data(),
        "interestPercentage": _TAXA,
        "discount": qualquer,
        "clientNumber": texto(15),
        "participantCode": texto(25),
        "writeOffQuantityDays": _DIAS,
    },
    "covenantCode bankNumber",
)
_SITUACOES = {"pago": "LIQUIDADO", "baixado": "BAIXADO"}


class Santander(Dialeto):
    """Within a workspace; a client certificate and an application key."""

    nome, banco, mtls, vida_token = "santander", "033", True, 900
    prefixos = ("/collection_bill_management/v2",)
    rotas = (
        Rota("POST", "/auth/oauth/v2/token", "token", "token", inteiro=True),
        Rota("GET", "/workspaces", "apoio", "workspaces"),
        Rota("GET", "/workspaces/([^/]+)", "apoio", "workspace"),
        Rota("POST", "/workspaces/([^/]+)/bank_slips", "registrar", "registrar"),
        Rota("GET", "/workspaces/([^/]+)/bank_slips", "listar", "listar"),
        Rota("PATCH", "/workspaces/([^/]+)/bank_slips", "alterar", "instruir"),
        Rota("GET", "/workspaces/([^/]+)/bank_slips/([^/]+)", "consultar", "sonda"),
        Rota("GET", "/bills", "consultar", "contas"),
        Rota("GET", "/bills/([^/]+)", "consultar", "conta"),
        Rota("POST", "/bills/([^/]+)/bank_slips", "pdf", "pdf"),
    )

    def erro(self, status: int, mensagem: str, erros: Sequence[Erro] = ()) -> Devolvido:
        """Return the underscored envelope with a trace id."""
        corpo = {
            "_errorCode": status,
            "_message": mensagem or "Validação falhou",
            "_details": "; ".join(f"campo {erro.campo} inválido: {erro.mensagem}" for erro in erros),
            "_timestamp": "2026-08-25T18:04:32.867Z",
            "_traceId": "f44288eb-beea-46e0-933a-121d9646bc8f",
            "_errors": [{"_code": 40100, "_field": erro.campo, "_message": erro.mensagem} for erro in erros],
        }
        return Devolvido(status=status, corpo=corpo)

    def repetido(self) -> Devolvido:
        """Return the refusal of a repeated NSU."""
        return self.erro(422, "NSU já utilizado", [Erro("nsuCode", "já utilizado nesta data")])

    def token(self, recebido: Recebido) -> Devolvido:
        """Give a token for id, secret and certificate."""
        form = recebido.form
        if (form.get("client_id"), form.get("client_secret"), form.get("grant_type")) != (
            CLIENT_ID,
            CLIENT_SECRET,
            "client_credentials",
        ):
            return self.erro(401, "Credenciais inválidas")
        corpo = {"access_token": self.nucleo.tokens.issue(recebido.certificado), "token_type": "bearer"}
        return Devolvido(status=200, corpo=corpo | {"expires_in": int(self.nucleo.tokens.vida)})

    def enter(self, recebido: Recebido) -> Devolvido | None:
        """Ask for the application key beside the token."""
        if recebido.headers.get("x-application-key") != CLIENT_ID:
            return self.erro(401, "X-Application-Key inválida")
        return super().enter(recebido)

    def key(self, rota: Rota, recebido: Recebido, grupos: tuple[str, ...]) -> str:
        """Return the NSU."""
        if rota.classe == "registrar":
            achado = re.search(rb'"nsuCode"\s*:\s*"([^"]*)"', recebido.corpo)
            return achado[1].decode("utf-8", "replace") if achado else ""
        return grupos[1].split(".")[0] if len(grupos) > 1 else ""

    def campo_livre(self, titulo: Titulo) -> str:
        """Return 9, covenant, number and digit, 0 and carteira 101.

        Whether a bankNumber has its digit with it the sources leave open: up to twelve have none here.
        """
        numero = titulo.nosso_numero
        if len(numero) <= _SEM_DIGITO:
            dv = 11 - resto_11(numero.zfill(_SEM_DIGITO))
            numero = f"{numero}{dv if dv < 10 else 0}"
        return f"9{titulo.corpo['covenantCode'][-7:]:0>7}{numero:0>13}0101"

    def registrar(self, recebido: Recebido, falta: Falta | None, workspace: str) -> Devolvido:
        """Register one boleto; tests in production have an NSU that begins with TST."""
        corpo = self.read(recebido, BOLETO, status=422)
        erros = [] if workspace == WORKSPACE else [Erro("workspace", "não encontrado")]
        if (corpo["environment"] == "TESTE") != corpo["nsuCode"].startswith("TST"):
            erros.append(Erro("nsuCode", "em TESTE deve começar com TST"))
        if corpo["nsuDate"] != self.nucleo.hoje().isoformat():
            erros.append(Erro("nsuDate", "deve ser a data de hoje"))
        if erros:
            return self.erro(422, "", erros)
        titulo = self.save(
            falta,
            chave=corpo["nsuCode"],
            seu_numero=corpo.get("clientNumber", ""),
            nosso_numero=corpo["bankNumber"].lstrip("0"),
            valor=Decimal(corpo["nominalValue"]),
            vencimento=day(corpo["dueDate"]),
            pagador=corpo["payer"]["documentNumber"],
            corpo=corpo,
            unica=f"{corpo['nsuDate']}|{corpo['nsuCode']}|{corpo['covenantCode']}",
            com_pix="key" in corpo,
        )
        return Devolvido(status=201, corpo=self._show(self.shown(titulo, falta)), salvou=titulo.id)

    def sonda(self, _recebido: Recebido, falta: Falta | None, _workspace: str, chave: str) -> Devolvido:
        """Return a boleto by its five keys, until two days later."""
        partes = chave.split(".")
        if len(partes) != _PARTES:
            return self.erro(400, "Chave inválida")
        nsu, dia, ambiente, covenant, numero = partes
        limite = self.nucleo.hoje() - timedelta(days=2)
        titulo = self.one(
            lambda t: (
                (t.corpo["nsuCode"], t.corpo["nsuDate"], t.corpo["environment"][0]) == (nsu, dia, ambiente)
                and t.corpo["covenantCode"] == covenant
                and t.nosso_numero == numero.lstrip("0")
                and t.emissao >= limite
            )
        )
        return Devolvido(status=200, corpo=self._show(self.shown(titulo, falta)) | {"status": _status(titulo)})

    def contas(self, recebido: Recebido, falta: Falta | None) -> Devolvido:
        """Return a boleto by beneficiário and number, in few words: neither pagador nor codes."""
        query = recebido.query
        if "beneficiaryCode" not in query or not {"bankNumber", "clientNumber"} & set(query):
            return self.erro(400, "beneficiaryCode e bankNumber ou clientNumber são obrigatórios")
        achados = self.find(
            lambda t: (
                t.corpo["covenantCode"] == query["beneficiaryCode"]
                and query.get("bankNumber", t.nosso_numero).lstrip("0") == t.nosso_numero
                and query.get("clientNumber", t.seu_numero) == t.seu_numero
            )
        )
        if not achados:
            return self.erro(404, "Boleto não encontrado")
        return Devolvido(status=200, corpo={"_content": [self._brief(self.shown(t, falta)) for t in achados]})

    def conta(self, recebido: Recebido, falta: Falta | None, chave: str) -> Devolvido:
        """Return more of a boleto: its slip and pagador, or how it was settled.

        Its id is taken in either order of the two that sources tell.
        """
        lados = {parte.lstrip("0") for parte in chave.split(".")}
        titulo = self.shown(self.one(lambda t: {t.nosso_numero, t.corpo["covenantCode"].lstrip("0")} == lados), falta)
        tipo = recebido.query.get("tipoConsulta", "default")
        if tipo == "settlement":
            return Devolvido(status=200, corpo=self._brief(titulo) | {"settlementData": self._settled(titulo)})
        return Devolvido(status=200, corpo=self._brief(titulo) | (self._slip(titulo) if tipo == "bankslip" else {}))

    def _brief(self, titulo: Titulo) -> dict[str, Any]:
        return {
            "beneficiaryCode": titulo.corpo["covenantCode"],
            "bankNumber": titulo.nosso_numero,
            "clientNumber": titulo.seu_numero,
            "issueDate": titulo.corpo["issueDate"],
            "dueDate": titulo.vencimento.isoformat(),
            "nominalValue": titulo.valor / 100,
            "paidValue": titulo.valor_pago / 100,
            "status": _status(titulo),
        }

    def _slip(self, titulo: Titulo) -> dict[str, Any]:
        pagador = titulo.corpo["payer"]
        return {
            "bankSlipData": {
                "entryDate": titulo.emissao.isoformat(),
                "digitableLine": titulo.linha,
                "barCode": titulo.barras,
            },
            "payerData": {"payerDocumentNumber": pagador["documentNumber"], "payerName": pagador["name"]},
            "qrCodeData": {"qrCode": titulo.pix},
        }

    def _settled(self, titulo: Titulo) -> list[dict[str, Any]]:
        if titulo.pago_em is None:
            return []
        dia = titulo.pago_em.isoformat()
        valor = titulo.valor_pago / 100
        return [{"settlementDate": dia, "settlementCreditDate": dia, "settlementCreditedValue": valor}]

    def listar(self, recebido: Recebido, falta: Falta | None, _workspace: str) -> Devolvido:
        """Return what was settled between two days."""
        query = recebido.query
        if query.get("status") != "LIQUIDADO":
            return self.erro(400, "Somente status LIQUIDADO")
        de, ate = query.get("paymentDateInitial", ""), query.get("paymentDateFinal", "9")
        achados = self.find(lambda t: t.pago_em is not None and de <= t.pago_em.isoformat() <= ate)
        inicio, quantos = int(query.get("_offset", 0)), int(query.get("_limit", 50))
        nesta = achados[inicio : inicio + quantos]
        corpo = {
            "_content": [self._show(self.shown(t, falta)) | self._paid(t) for t in nesta],
            "_pageable": {"_limit": quantos, "_offset": inicio, "_totalElements": len(achados)},
        }
        return Devolvido(status=200, corpo=corpo)

    def instruir(self, recebido: Recebido, _falta: Falta | None, _workspace: str) -> Devolvido:
        """Change or drop a boleto."""
        corpo = self.read(recebido, _INSTRUCAO, status=422)
        titulo = self.one(lambda t: t.nosso_numero == corpo["bankNumber"].lstrip("0"))
        if corpo.get("operation") == "BAIXAR":
            titulo.estado = "baixado"
        if "dueDate" in corpo:
            titulo.vencimento = day(corpo["dueDate"])
        if "nominalValue" in corpo:
            titulo.valor = centavos(corpo["nominalValue"])
        self.code(titulo)
        return Devolvido(status=200, corpo={})

    def pdf(self, recebido: Recebido, _falta: Falta | None, _chave: str) -> Devolvido:
        """Return where the page lies."""
        self.read(recebido, objeto({"payerDocumentNumber": qualquer}, "payerDocumentNumber"))
        return Devolvido(status=200, corpo={"link": "https://exemplo.com.br/boleto.pdf"})

    def workspaces(self, _recebido: Recebido, _falta: Falta | None) -> Devolvido:
        """Return the workspaces."""
        return Devolvido(status=200, corpo={"_content": [{"id": WORKSPACE, "covenants": [{"code": COVENANT}]}]})

    def workspace(self, _recebido: Recebido, _falta: Falta | None, workspace: str) -> Devolvido:
        """Return one workspace."""
        if workspace != WORKSPACE:
            return self.erro(404, "Workspace não encontrado")
        return Devolvido(status=200, corpo={"id": WORKSPACE, "covenants": [{"code": COVENANT}]})

    def _paid(self, titulo: Titulo) -> dict[str, Any]:
        pago = {"paidValue": _written(titulo.valor_pago), "date": str(titulo.pago_em), "type": "TOTAL"}
        return {"status": _status(titulo), "payment": pago}

    def _show(self, titulo: Titulo) -> dict[str, Any]:
        mostrado = dict(titulo.corpo) | {
            "dueDate": titulo.vencimento.isoformat(),
            "nominalValue": _written(titulo.valor),
            "barcode": titulo.barras,
            "digitableLine": titulo.linha,
            "entryDate": titulo.emissao.isoformat(),
        }
        if titulo.pix:
            mostrado |= {"qrCodePix": titulo.pix, "qrCodeUrl": f"pix.exemplo.com.br/qr/v2/cobv/{titulo.txid}"}
        return mostrado


def _status(titulo: Titulo) -> str:
    return _SITUACOES.get(titulo.estado, "ATIVO")


def _written(valor: int) -> str:
    return f"{valor // 100}.{valor % 100:02d}"
