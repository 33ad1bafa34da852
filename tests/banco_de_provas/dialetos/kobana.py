"""Kobana, v1: a gateway to many banks; the same idempotency key gets the first answer once more.

Source: Kobana's OpenAPI (kobana-api-specs, v1_0) as recorded in ``gateway/kobana``. Here its carteira is one of Sicoob,
as in the recorded answer.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from tests.banco_de_provas.contrato import Erro, data, inteiro, logico, numero, objeto, texto, um_de
from tests.banco_de_provas.dialetos.base import Dialeto
from tests.banco_de_provas.dialetos.chamadas import (
    CHAVE_API,
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

CARTEIRA = 23
_POR_PAGINA = 50


def _mascarado(campo: str, valor: Any) -> Iterator[Erro]:
    formas = r"[0-9]{3}\.[0-9]{3}\.[0-9]{3}-[0-9]{2}|[0-9A-Z]{2}\.[0-9A-Z]{3}\.[0-9A-Z]{3}/[0-9A-Z]{4}-[0-9]{2}"
    if not isinstance(valor, str) or not re.fullmatch(formas, valor):
        yield Erro(campo, "não é válido")


_CEP = texto(8, minimo=8, forma="[0-9]{8}")
_UF = texto(2, minimo=2)
CAMPOS = {
    "bank_billet_account_id": inteiro(1),
    "amount": numero(minimo="0.01"),
    "expire_at": data(),
    "customer_person_name": texto(120),
    "customer_cnpj_cpf": _mascarado,
    "customer_state": _UF,
    "customer_city_name": texto(60),
    "customer_zipcode": _CEP,
    "customer_address": texto(255),
    "customer_address_complement": texto(120),
    "customer_address_number": texto(10),
    "customer_neighborhood": texto(80),
    "customer_email": texto(80),
    "customer_phone_number": texto(15),
    "interest_type": um_de(0, 1, 2, 7),
    "days_for_interest": inteiro(0, 99),
    "interest_percentage": numero(maximo="100"),
    "interest_value": numero(),
    "fine_type": um_de(0, 1, 2),
    "days_for_fine": inteiro(0, 99),
    "fine_percentage": numero(maximo="100"),
    "fine_value": numero(),
    "discount_type": um_de(0, 1, 2),
    **{f"days_for_{n}discount": inteiro(0, 99) for n in ("", "second_", "third_")},
    **{f"{n}discount_percentage": numero(maximo="100") for n in ("", "second_", "third_")},
    **{f"{n}discount_value": numero() for n in ("", "second_", "third_")},
    "reduction_type": um_de(1, 2, 3),
    "reduction_amount": numero(),
    "guarantor_name": texto(100),
    "guarantor_cnpj_cpf": _mascarado,
    "guarantor_address": texto(255),
    "guarantor_address_number": texto(10),
    "guarantor_address_complement": texto(60),
    "guarantor_neighborhood": texto(80),
    "guarantor_city_name": texto(60),
    "guarantor_state": _UF,
    "guarantor_zipcode": _CEP,
    "description": texto(1000),
    "instructions": texto(1000),
    "document_date": data(),
    "document_type": texto(2, minimo=2, forma="[0-9]{2}"),
    "document_number": texto(15),
    "acceptance": um_de("S", "N"),
    "our_number": texto(20, forma="[0-9]+"),
    "days_for_revoke": inteiro(0, 999),
    "days_for_negativation": inteiro(0, 99),
    "days_for_sue": inteiro(0, 99),
    "days_for_sue_type": um_de(0, 1),
    "control_number": texto(25),
    "external_id": texto(255),
    "prevent_pix": logico,
    "prevent_registration": logico,
    "ignore_email": logico,
    "ignore_sms": logico,
    "ignore_whatsapp": logico,
    "payment_place": texto(100),
}
BOLETO = objeto(
    CAMPOS,
    "expire_at amount customer_person_name customer_cnpj_cpf customer_zipcode customer_address customer_neighborhood "
    "customer_city_name customer_state",
)
_STATUS = {"pago": "paid", "baixado": "canceled", "processando": "generating", "falha": "opened"}
_REGISTRO = {"processando": "pending", "falha": "rejected"}


class Kobana(Dialeto):
    """A bearer's key that is no token, and a key per title."""

    nome, banco, com_token, unico = "kobana", "756", False, True
    prefixos = ("/v1",)
    rotas = (
        Rota("POST", "/bank_billets", "registrar", "registrar"),
        Rota("GET", "/bank_billets", "listar", "listar"),
        Rota("GET", "/bank_billets/([0-9]+)", "consultar", "consultar"),
        Rota("PUT", "/bank_billets/([0-9]+)", "alterar", "alterar"),
        Rota("PUT", "/bank_billets/([0-9]+)/cancel", "baixar", "cancelar"),
        Rota("GET", "/bank_billet_accounts", "apoio", "carteiras"),
        Rota("GET", "/bank_billet_accounts/([0-9]+)", "apoio", "carteira"),
        Rota("GET", "/bank_billet_registrations", "listar", "registros"),
    )

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._respostas: dict[str, Devolvido] = {}

    def erro(self, status: int, mensagem: str, erros: Sequence[Erro] = ()) -> Devolvido:
        """Return errors as a map for fields and as a list for rules; a 429 is no JSON."""
        if status == 429:
            return Devolvido(status=429, corpo=b'{error: "Limite de requisicoes excedido."}')
        corpo: dict[str, Any] = {"status": status, "errors": [{"title": mensagem, "code": f"http_{status}"}]}
        if erros:
            corpo["errors"] = {erro.campo: [erro.mensagem] for erro in erros}
        return Devolvido(status=status, corpo=corpo)

    def repetido(self) -> Devolvido:
        """Return the refusal of a number that is taken."""
        return self.erro(422, "", [Erro("our_number", "já está em uso")])

    def token(self, recebido: Recebido) -> Devolvido:
        """Give none: the bearer's key is in every call."""
        return self.erro(404, recebido.caminho)

    def enter(self, recebido: Recebido) -> Devolvido | None:
        """Ask for the bearer's key and the caller's name."""
        if recebido.token != CHAVE_API:
            return self.erro(401, "Não autorizado")
        return None if recebido.headers.get("user-agent") else self.erro(400, "User-Agent obrigatório")

    def key(self, rota: Rota, recebido: Recebido, grupos: tuple[str, ...]) -> str:
        """Return the idempotency key."""
        if rota.classe == "registrar":
            return recebido.headers.get("x-idempotency-key", "")
        if grupos:
            return next((t.chave for t in self.nucleo.titulos if t.id == grupos[0]), "")
        return recebido.query.get("our_number", "")

    def campo_livre(self, titulo: Titulo) -> str:
        """Return a field of Sicoob's shape."""
        return f"14327010229385{titulo.nosso_numero:0>8}001"

    def registrar(self, recebido: Recebido, falta: Falta | None) -> Devolvido:
        """Make a boleto, or give the first answer once more; its registration is told later."""
        chave = recebido.headers.get("x-idempotency-key", "")
        if chave in self._respostas:
            return self._respostas[chave]
        lido = self._unwrapped(recebido)
        numero_ = self.nucleo.next_number()
        nosso_numero = str(lido.get("our_number") or numero_).lstrip("0")
        titulo = self.save(
            falta,
            chave=chave or str(lido.get("external_id", "")),
            seu_numero=str(lido.get("document_number", "")),
            nosso_numero=nosso_numero,
            valor=lido["amount"],
            vencimento=day(lido["expire_at"]),
            pagador=re.sub(r"[^0-9A-Z]", "", lido["customer_cnpj_cpf"]),
            corpo=lido,
            unica=nosso_numero,
            com_pix=not lido.get("prevent_pix", False),
            id_=str(numero_),
        )
        feito = Devolvido(status=201, corpo=self._show(self.shown(titulo, falta)), salvou=titulo.id)
        if chave:
            self._respostas[chave] = Devolvido(status=201, corpo=feito.corpo)
        return feito

    def _unwrapped(self, recebido: Recebido) -> Any:
        try:
            dentro = set(recebido.json()) == {"bank_billet"}
        except (TypeError, ValueError):
            dentro = False
        regra = objeto({"bank_billet": BOLETO}, "bank_billet") if dentro else BOLETO
        lido = self.read(recebido, regra, status=422)
        lido = lido["bank_billet"] if dentro else lido
        if day(lido["expire_at"]) < self.nucleo.hoje():
            raise RecusaError(self.erro(422, "", [Erro("expire_at", "deve ser igual ou maior que hoje")]))
        return lido

    def listar(self, recebido: Recebido, falta: Falta | None) -> Devolvido:
        """Return one page; what is left is told by headers."""
        query = recebido.query
        if set(query) - _PARAMETROS:
            return self.erro(422, "Parâmetro desconhecido")
        achados = [t for t in self.nucleo.visible() if self._passes(t, query)]
        pagina, quantos = int(query.get("page", 1)), int(query.get("per_page", _POR_PAGINA))
        nesta = achados[(pagina - 1) * quantos : pagina * quantos]
        corpo = [self._show(self.shown(t, falta)) for t in nesta]
        return Devolvido(status=200, corpo=corpo, headers={"X-Total": str(len(achados)), "X-Page": str(pagina)})

    def _passes(self, titulo: Titulo, query: Any) -> bool:
        dias = {"expire": titulo.vencimento, "paid": titulo.pago_em, "created": titulo.emissao}
        for nome, dia in dias.items():
            de, ate = query.get(f"{nome}_from"), query.get(f"{nome}_to")
            if (de or ate) and not (dia and (de or "") <= dia.isoformat() <= (ate or "9")):
                return False
        if "our_number" in query and query["our_number"].lstrip("0") != titulo.nosso_numero:
            return False
        return bool(query.get("status", self._status(titulo)) == self._status(titulo))

    def consultar(self, _recebido: Recebido, falta: Falta | None, codigo: str) -> Devolvido:
        """Return one boleto."""
        titulo = self.one(lambda t: t.id == codigo, "not_found")
        return Devolvido(status=200, corpo=self._show(self.shown(titulo, falta)))

    def alterar(self, recebido: Recebido, _falta: Falta | None, codigo: str) -> Devolvido:
        """Change a boleto."""
        corpo = self.read(recebido, objeto(CAMPOS), status=422)
        titulo = self.one(lambda t: t.id == codigo, "not_found")
        titulo.valor = centavos(corpo.get("amount", reais(titulo.valor)))
        titulo.vencimento = day(corpo.get("expire_at", titulo.vencimento.isoformat()))
        self.code(titulo)
        return Devolvido(status=204)

    def cancelar(self, _recebido: Recebido, _falta: Falta | None, codigo: str) -> Devolvido:
        """Cancel a boleto that is open."""
        titulo = self.one(lambda t: t.id == codigo, "not_found")
        if titulo.estado == "pago":
            return self.erro(422, "Boleto não pode ser cancelado para o status paid")
        titulo.estado = "baixado"
        return Devolvido(status=204)

    def carteiras(self, _recebido: Recebido, _falta: Falta | None) -> Devolvido:
        """Return the carteiras."""
        return Devolvido(status=200, corpo=[{"id": CARTEIRA, "bank_contract_slug": "sicoob-01"}])

    def carteira(self, _recebido: Recebido, _falta: Falta | None, codigo: str) -> Devolvido:
        """Return one carteira."""
        if codigo != str(CARTEIRA):
            return self.erro(404, "not_found")
        return Devolvido(status=200, corpo={"id": CARTEIRA, "bank_contract_slug": "sicoob-01"})

    def registros(self, _recebido: Recebido, _falta: Falta | None) -> Devolvido:
        """Return what the banks refused."""
        recusados = self.find(lambda t: t.estado == "falha")
        corpo = [{"bank_billet_id": int(t.id), "status": "rejected", "error_message": "Recusado"} for t in recusados]
        return Devolvido(status=200, corpo=corpo)

    def _status(self, titulo: Titulo) -> str:
        aberta = "overdue" if titulo.vencimento < self.nucleo.hoje() else "opened"
        return _STATUS.get(titulo.estado, aberta)

    def _show(self, titulo: Titulo) -> dict[str, Any]:
        linha = titulo.linha
        mascara = f"{linha[:5]}.{linha[5:10]} {linha[10:15]}.{linha[15:21]} {linha[21:26]}.{linha[26:32]} {linha[32]} "
        return dict(titulo.corpo) | {
            "id": int(titulo.id),
            "uid": f"uid-{titulo.id}",
            "amount": reais(titulo.valor),
            "expire_at": titulo.vencimento.isoformat(),
            "status": self._status(titulo),
            "registration_status": _REGISTRO.get(titulo.estado, "confirmed"),
            "line": mascara + linha[33:],
            "barcode": titulo.barras,
            "our_number": titulo.nosso_numero,
            "processed_our_number": f"{titulo.nosso_numero:0>8}",
            "bank_contract_slug": "sicoob-01",
            "bank_billet_account_id": CARTEIRA,
            "pix_enabled": bool(titulo.pix),
            "pix_qrcode": titulo.pix or None,
            "pix_txid": titulo.txid or None,
            "paid_at": str(titulo.pago_em) if titulo.pago_em else None,
            "paid_amount": reais(titulo.valor_pago),
            "formats": {"default": f"https://exemplo.com.br/{titulo.id}"},
        }


_PARAMETROS = {
    *("bank_billet_account_id", "status", "our_number", "processed_our_number_raw", "cnpj_cpf", "page", "per_page"),
    *(f"{nome}_{lado}" for nome in ("created", "expire", "paid", "registered", "updated") for lado in ("from", "to")),
}
