"""Asaas: the bank numbers, nothing forbids a second charge under the same reference, the line takes another call.

Source: docs.asaas.com (cobranças, clientes, limites) as recorded in ``gateway/asaas``. The boleto's bank is 461.
"""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from tests.banco_de_provas.contrato import Erro, data, documento, inteiro, logico, numero, objeto, texto, um_de
from tests.banco_de_provas.dialetos.base import Dialeto
from tests.banco_de_provas.dialetos.chamadas import CHAVE_API, Devolvido, Recebido, Rota, centavos, day, reais
from tests.banco_de_provas.faltas import Falta
from tests.banco_de_provas.nucleo import Titulo

CHAVE = f"$aact_hmlg_{CHAVE_API}"
_PAGINA = 100
CLIENTE = objeto(
    {
        "name": texto(255),
        "cpfCnpj": documento,
        "email": texto(255),
        "phone": texto(20),
        "mobilePhone": texto(20),
        "address": texto(255),
        "addressNumber": texto(20),
        "complement": texto(255),
        "province": texto(255),
        "postalCode": texto(9, forma="[0-9]{5}-?[0-9]{3}"),
        "externalReference": texto(100),
        "notificationDisabled": logico,
    },
    "name cpfCnpj",
)
COBRANCA = objeto(
    {
        "customer": texto(40),
        "billingType": um_de("BOLETO"),
        "value": numero(minimo="5.00", maximo="999999999.99"),
        "dueDate": data(),
        "description": texto(500),
        "daysAfterDueDateToRegistrationCancellation": inteiro(0, 365),
        "externalReference": texto(100),
        "discount": objeto(
            {"value": numero(minimo="0.01"), "dueDateLimitDays": inteiro(0, 365), "type": um_de("FIXED", "PERCENTAGE")},
            "value",
        ),
        "fine": objeto({"value": numero(minimo="0.01"), "type": um_de("FIXED", "PERCENTAGE")}, "value"),
        "interest": objeto({"value": numero(minimo="0.01", maximo="10")}, "value"),
    },
    "customer billingType value dueDate",
)
_EDICAO = objeto(
    {
        "billingType": um_de("BOLETO"),
        "value": numero(minimo="5.00"),
        "dueDate": data(),
        "description": texto(500),
        "externalReference": texto(100),
        "discount": objeto({"value": numero(), "dueDateLimitDays": inteiro(), "type": texto(20)}),
        "fine": objeto({"value": numero(), "type": texto(20)}),
        "interest": objeto({"value": numero()}),
    }
)
_SITUACOES = {"pago": "RECEIVED", "processando": "PENDING", "falha": "DELETED", "baixado": "DELETED"}


class Asaas(Dialeto):
    """Customers, payments under them, and a second call for the line."""

    nome, banco, unico, com_token = "asaas", "461", False, False
    prefixos = ("/v3",)
    rotas = (
        Rota("GET", "/customers", "apoio", "clientes"),
        Rota("POST", "/customers", "apoio", "criar_cliente"),
        Rota("GET", "/customers/([^/]+)", "apoio", "cliente"),
        Rota("POST", "/payments", "registrar", "registrar"),
        Rota("GET", "/payments", "listar", "listar"),
        Rota("GET", "/payments/([^/]+)", "consultar", "consultar"),
        Rota("GET", "/payments/([^/]+)/identificationField", "consultar", "linha"),
        Rota("GET", "/payments/([^/]+)/pixQrCode", "consultar", "pix"),
        Rota("PUT", "/payments/([^/]+)", "alterar", "alterar"),
        Rota("DELETE", "/payments/([^/]+)", "baixar", "apagar"),
        Rota("GET", "/myAccount/commercialInfo", "apoio", "minha_conta"),
        Rota("GET", "/finance/balance", "apoio", "saldo"),
    )

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._clientes: list[dict[str, Any]] = []

    def erro(self, status: int, mensagem: str, erros: Sequence[Erro] = ()) -> Devolvido:
        """Return the list of codes and descriptions."""
        ditos = [
            {"code": f"invalid_{erro.campo.split('.')[0]}", "description": f"O campo {erro.campo} {erro.mensagem}."}
            for erro in erros
        ]
        return Devolvido(
            status=status, corpo={"errors": ditos or [{"code": f"http_{status}", "description": mensagem}]}
        )

    def repetido(self) -> Devolvido:
        """Return what this bank never says by itself."""
        return self.erro(409, "Cobrança repetida")

    def token(self, recebido: Recebido) -> Devolvido:
        """Give none: the key is in every call."""
        return self.erro(404, recebido.caminho)

    def enter(self, recebido: Recebido) -> Devolvido | None:
        """Ask for the key and for the caller's name; a GET with a body is refused."""
        if recebido.metodo == "GET" and recebido.corpo:
            return self.erro(403, "Requisição recusada")
        if recebido.headers.get("access_token") != CHAVE:
            corpo = {"errors": [{"code": "invalid_access_token", "description": "A chave de API fornecida é inválida"}]}
            return Devolvido(status=401, corpo=corpo)
        return None if recebido.headers.get("user-agent") else self.erro(400, "User-Agent obrigatório")

    def key(self, rota: Rota, recebido: Recebido, grupos: tuple[str, ...]) -> str:
        """Return the external reference."""
        if rota.classe == "registrar":
            achado = re.search(rb'"externalReference"\s*:\s*"([^"]*)"', recebido.corpo)
            return achado[1].decode("utf-8", "replace") if achado else ""
        if grupos:
            return next((t.chave for t in self.nucleo.titulos if t.id == grupos[0]), "")
        return recebido.query.get("externalReference", "")

    def campo_livre(self, titulo: Titulo) -> str:
        """Return 111, eleven zeros, the nine digits of the number, 01: the form of the recorded answer."""
        return f"11100000000000{titulo.nosso_numero:0>9}01"

    def clientes(self, recebido: Recebido, _falta: Falta | None) -> Devolvido:
        """Find customers; nothing forbids the same document twice."""
        achados = [
            c
            for c in self._clientes
            if recebido.query.get("cpfCnpj", c["cpfCnpj"]) == c["cpfCnpj"]
            and recebido.query.get("externalReference", c.get("externalReference")) == c.get("externalReference")
        ]
        return Devolvido(status=200, corpo=_page(achados, 0, _PAGINA))

    def cliente(self, _recebido: Recebido, _falta: Falta | None, codigo: str) -> Devolvido:
        """Return one customer."""
        achado = next((c for c in self._clientes if c["id"] == codigo), None)
        return self.erro(404, "Cliente não encontrado") if achado is None else Devolvido(status=200, corpo=achado)

    def criar_cliente(self, recebido: Recebido, _falta: Falta | None) -> Devolvido:
        """Keep a customer."""
        corpo = self.read(recebido, CLIENTE)
        cliente = {"object": "customer", "id": f"cus_{self.nucleo.next_number():012d}", **corpo}
        self._clientes.append(cliente)
        return Devolvido(status=200, corpo=cliente)

    def registrar(self, recebido: Recebido, falta: Falta | None) -> Devolvido:
        """Keep a charge, whatever is there already."""
        corpo = self.read(recebido, COBRANCA)
        cliente = next((c for c in self._clientes if c["id"] == corpo["customer"]), None)
        if cliente is None:
            return self.erro(400, "", [Erro("customer", "não encontrado")])
        if day(corpo["dueDate"]) < self.nucleo.hoje():
            return self.erro(400, "", [Erro("dueDate", "não pode ser anterior à data de hoje")])
        numero_ = self.nucleo.next_number()
        titulo = self.save(
            falta,
            chave=corpo.get("externalReference", ""),
            seu_numero=corpo.get("externalReference", ""),
            nosso_numero=str(10_000_000 + numero_),
            valor=corpo["value"],
            vencimento=day(corpo["dueDate"]),
            pagador=cliente["cpfCnpj"],
            corpo=corpo,
            com_pix=True,
            id_=f"pay_{numero_:016d}",
        )
        return Devolvido(status=200, corpo=self._show(self.shown(titulo, falta)), salvou=titulo.id)

    def listar(self, recebido: Recebido, falta: Falta | None) -> Devolvido:
        """Return one page of at most 100."""
        query = recebido.query
        if set(query) - _PARAMETROS or not 1 <= int(query.get("limit", 10)) <= _PAGINA:
            return self.erro(400, "", [Erro("query", "inválido")])
        achados = [
            t
            for t in self.nucleo.visible()
            if query.get("externalReference", t.seu_numero) == t.seu_numero
            and query.get("status", self._status(t)) == self._status(t)
            and (query.get("customer", t.corpo["customer"]) == t.corpo["customer"])
            and _between(t.vencimento, query, "dueDate")
            and _between(t.pago_em, query, "paymentDate")
            and _between(t.emissao, query, "dateCreated")
            and t.estado != "baixado"
        ]
        pagina = _page(achados, int(query.get("offset", 0)), int(query.get("limit", 10)))
        pagina["data"] = [self._show(self.shown(t, falta)) for t in pagina["data"]]
        return Devolvido(status=200, corpo=pagina)

    def consultar(self, _recebido: Recebido, falta: Falta | None, codigo: str) -> Devolvido:
        """Return one charge."""
        return Devolvido(status=200, corpo=self._show(self.shown(self.one(lambda t: t.id == codigo), falta)))

    def linha(self, _recebido: Recebido, falta: Falta | None, codigo: str) -> Devolvido:
        """Return the line and the barcode."""
        titulo = self.shown(self.one(lambda t: t.id == codigo), falta)
        corpo = {"identificationField": titulo.linha, "nossoNumero": titulo.nosso_numero, "barCode": titulo.barras}
        return Devolvido(status=200, corpo=corpo)

    def pix(self, _recebido: Recebido, _falta: Falta | None, codigo: str) -> Devolvido:
        """Return the BR Code."""
        titulo = self.one(lambda t: t.id == codigo)
        if not titulo.pix:
            return self.erro(404, "Não há chave Pix cadastrada")
        corpo = {"success": True, "encodedImage": "", "payload": titulo.pix, "expirationDate": "2099-12-31 23:59:59"}
        return Devolvido(status=200, corpo=corpo)

    def alterar(self, recebido: Recebido, _falta: Falta | None, codigo: str) -> Devolvido:
        """Change a charge; its line changes too."""
        corpo = self.read(recebido, _EDICAO)
        titulo = self.one(lambda t: t.id == codigo)
        titulo.valor = centavos(corpo.get("value", Decimal(titulo.valor) / 100))
        titulo.vencimento = day(corpo.get("dueDate", titulo.vencimento.isoformat()))
        self.code(titulo)
        return Devolvido(status=200, corpo=self._show(titulo))

    def apagar(self, _recebido: Recebido, _falta: Falta | None, codigo: str) -> Devolvido:
        """Drop a charge."""
        titulo = self.one(lambda t: t.id == codigo)
        if titulo.estado == "pago":
            return self.erro(400, "Cobrança já recebida")
        titulo.estado = "baixado"
        return Devolvido(status=200, corpo={"deleted": True, "id": titulo.id})

    def minha_conta(self, _recebido: Recebido, _falta: Falta | None) -> Devolvido:
        """Tell whose key it is."""
        return Devolvido(status=200, corpo={"status": "APPROVED", "cpfCnpj": "11444777000161"})

    def saldo(self, _recebido: Recebido, _falta: Falta | None) -> Devolvido:
        """Tell a balance."""
        return Devolvido(status=200, corpo={"balance": 0})

    def _status(self, titulo: Titulo) -> str:
        return _SITUACOES.get(titulo.estado, "OVERDUE" if titulo.vencimento < self.nucleo.hoje() else "PENDING")

    def _show(self, titulo: Titulo) -> dict[str, Any]:
        pago = titulo.pago_em.isoformat() if titulo.pago_em else None
        return {
            "object": "payment",
            "id": titulo.id,
            "dateCreated": titulo.emissao.isoformat(),
            "customer": titulo.corpo["customer"],
            "value": reais(titulo.valor_pago or titulo.valor),  # what was paid, once it was, fine and interest with it
            "originalValue": reais(titulo.valor) if titulo.valor_pago not in (0, titulo.valor) else None,
            "netValue": reais(titulo.valor_pago or titulo.valor) - 1,
            "billingType": "BOLETO",
            "status": self._status(titulo),
            "dueDate": titulo.vencimento.isoformat(),
            "originalDueDate": titulo.vencimento.isoformat(),
            "paymentDate": pago,
            "clientPaymentDate": pago,
            "creditDate": pago,
            "nossoNumero": titulo.nosso_numero,
            "externalReference": titulo.seu_numero,
            "bankSlipUrl": f"https://www.asaas.com/b/pdf/{titulo.id}",
            "invoiceUrl": f"https://www.asaas.com/i/{titulo.id}",
            "deleted": titulo.estado == "baixado",
        }


_PARAMETROS = {
    *("externalReference", "limit", "offset", "status", "customer", "billingType"),
    *(f"{nome}[{lado}]" for nome in ("dueDate", "paymentDate", "dateCreated") for lado in ("ge", "le")),
}


def _page(achados: Sequence[Any], offset: int, limit: int) -> dict[str, Any]:
    nesta = list(achados[offset : offset + limit])
    mais = offset + limit < len(achados)
    total = len(achados)
    return {"object": "list", "hasMore": mais, "totalCount": total, "limit": limit, "offset": offset, "data": nesta}


def _between(dia: date | None, query: Any, nome: str) -> bool:
    de, ate = query.get(f"{nome}[ge]"), query.get(f"{nome}[le]")
    if de is None and ate is None:
        return True
    return dia is not None and (de or "") <= dia.isoformat() <= (ate or "9")
