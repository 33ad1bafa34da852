"""C6 Bank (336): the bank numbers, and cannot be asked by a key of ours: what is uncertain waits for a person.

Sources: ACBr; an answer recorded in the bank's sandbox by a project, which also saw that the house number must be an
integer. Only the bank's own id finds a title again; there is no list.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.encargos import TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.registro import ContaApi, TituloRegistro
from finbank_desktop.gateway import confronto, corpos, desfechos, exigencias, respostas
from finbank_desktop.gateway.base import AdaptadorBase, Caso
from finbank_desktop.gateway.pedidos import envio, get, vencimento_ou_valor
from finbank_desktop.gateway.port import (
    Classe,
    Passos,
    Pedido,
    Resposta,
    ResultadoConsulta,
    ResultadoRegistro,
    TituloNoBanco,
)
from finbank_desktop.gateway.respostas import Json

_SLIPS = "/v1/bank_slips"
_UM = _SLIPS + "/{id}"
_REFERENCIA = 10
_NINGUEM = "00000000000000000000000000"
"""An id that no boleto has: to see whether keys and certificate are taken."""


class C6(AdaptadorBase):
    """C6's API of boletos."""

    nome = "c6"

    def headers(self, conta: ContaApi, segredos: Mapping[str, str], token: str) -> Mapping[str, str]:
        """Return the token and the program's name, which C6 wants to know."""
        return {**super().headers(conta, segredos, token), "partner-software-name": "FinBank Desktop"}

    def conferir(self, conta: ContaApi) -> Pedido:  # noqa: ARG002 - the token tells the account
        """Ask for a boleto that is not there: keys and certificate are judged before that is found out."""
        return get(f"{_SLIPS}/{_NINGUEM}", Classe.CONSULTAR, rota=_UM)

    def _inclusao(self, caso: Caso) -> Pedido:
        return envio("POST", _SLIPS + "/", Classe.REGISTRAR, corpo(caso.titulo))

    def _incluido(self, resposta: Resposta, caso: Caso) -> ResultadoRegistro:
        achado = self._ler(respostas.parse(resposta))
        return desfechos.registrado(achado, caso.titulo) if achado.referencia else self._sem_codigo()

    def _procurar(self, caso: Caso) -> Passos[ResultadoConsulta]:
        if not caso.referencia:
            return (yield from super()._procurar(caso))
        resposta = yield get(f"{_SLIPS}/{caso.referencia}", Classe.CONSULTAR, rota=_UM)
        if not desfechos.is_sucesso(resposta):
            return desfechos.consulta(resposta, self.ficha)
        achado = self._ler(respostas.parse(resposta))
        return confronto.resultado([achado], caso.titulo) if achado.referencia else self._ilegivel()

    def _alteracao(self, caso: Caso, campo: str, valor: object) -> Pedido | None:
        mudanca = vencimento_ou_valor(campo, valor, "due_date", "amount")
        if mudanca is None or not caso.referencia:
            return None
        return envio("PUT", f"{_SLIPS}/{caso.referencia}", Classe.ALTERAR, mudanca, rota=_UM)

    def _baixa(self, caso: Caso) -> Pedido | None:
        caminho = f"{_SLIPS}/{caso.referencia}/cancel"
        return envio("PUT", caminho, Classe.BAIXAR, {}, rota=_UM + "/cancel") if caso.referencia else None

    def _pagina_pdf(self, caso: Caso) -> Pedido | None:
        caminho = f"{_SLIPS}/{caso.referencia}/pdf"
        return get(caminho, Classe.PDF, rota=_UM + "/pdf") if caso.referencia else None

    def _ler_pdf(self, resposta: Resposta) -> bytes:
        return super()._ler_pdf(resposta) or respostas.pdf_base64(resposta, "base64_pdf_file")

    def _proprios(self, titulo: TituloRegistro, conta: ContaApi) -> Sequence[Problem]:  # noqa: ARG002 - the title tells
        numero = titulo.pagador.endereco.numero
        if numero.isascii() and numero.isdigit():
            return []
        mensagem = f"O C6 Bank quer o número do endereço só em algarismos, não “{numero}”."
        fix = "Escreva só o número no cadastro e o resto no complemento; 0 quando não há número."
        return [exigencias.erro("pagador.endereco.numero", mensagem, fix)]

    def _ler(self, dados: Json) -> TituloNoBanco:
        situacao = respostas.texto(dados, "status")
        pago = respostas.achar(dados, "payments", 0)
        estado = "pago" if pago is not None else self.ficha.estado(situacao) if situacao else "aberto"
        return TituloNoBanco(
            referencia=respostas.texto(dados, "id"),
            nosso_numero=respostas.digitos(dados, "our_number"),
            linha_digitavel=respostas.linha_digitavel(dados, "digitable_line"),
            codigo_barras=respostas.codigo_barras(dados, "bar_code"),
            valor=respostas.positivo(dados, "amount"),
            vencimento=respostas.dia(dados, "due_date"),
            pagador_documento=respostas.documento(dados, "payer", "tax_id"),
            situacao=situacao,
            estado=estado,
            valor_pago=respostas.positivo(pago, "amount"),
            data_pagamento=respostas.dia(pago, "date"),
        )


def corpo(titulo: TituloRegistro) -> dict[str, Any]:
    """Return the body of a registration; of our key only the last ten letters fit."""
    boleto = titulo.boleto
    return corpos.sem_vazios(
        {
            "external_reference_id": titulo.chave[-_REFERENCIA:],
            "amount": corpos.reais(boleto.valor),
            "due_date": boleto.vencimento.isoformat(),
            "instructions": [linha for linha in boleto.instrucoes if linha.strip()],
            **dict(_encargos(boleto)),
            "payer": _pagador(titulo.pagador),
        }
    )


def _encargos(boleto: Boleto) -> Iterator[tuple[str, dict[str, Any]]]:
    encargos = boleto.encargos
    if corpos.tem_desconto(encargos):
        tipo = "V" if encargos.desconto_tipo is TipoDesconto.VALOR else "P"
        primeiro = {"value": corpos.reais(encargos.desconto), "dead_line": encargos.desconto_dias}
        yield "discount", {"discount_type": tipo, "first": primeiro}
    if corpos.tem_juros(encargos):
        tipo = "V" if encargos.juros_tipo is TipoJuros.VALOR_DIA else "P"
        yield "interest", {"type": tipo, "value": corpos.reais(encargos.juros), "dead_line": 1}
    if corpos.tem_multa(encargos):
        tipo = "V" if encargos.multa_tipo is TipoMulta.VALOR else "P"
        yield "fine", {"type": tipo, "value": corpos.reais(encargos.multa), "dead_line": 1}


def _pagador(pessoa: Pessoa) -> dict[str, Any]:
    endereco = pessoa.endereco
    return {
        "name": pessoa.nome,
        "tax_id": pessoa.documento,
        "email": pessoa.email,
        "address": {
            "street": endereco.logradouro,
            "number": int(endereco.numero),
            "complement": endereco.complemento,
            "city": endereco.cidade,
            "state": endereco.uf,
            "zip_code": endereco.cep,
        },
    }
