"""Cora (403), invoices v2: the bank numbers; amounts are whole centavos, and the pagador is told in full.

Source: ACBr only. The idempotency key is ours and the same for every send of a title (ACBr makes a new one each time,
which defeats it); for how long the bank keeps it is not published. Lists go by due date and tell no key of ours, so an
uncertain title is not matched there: a person decides. By the bank's id it can be asked for.
"""

import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.encargos import TipoDesconto, TipoMulta
from finbank_desktop.domain.registro import ContaApi, TituloRegistro
from finbank_desktop.gateway import confronto, corpos, desfechos, respostas
from finbank_desktop.gateway.base import AdaptadorBase, Caso
from finbank_desktop.gateway.pedidos import envio, get
from finbank_desktop.gateway.port import (
    Classe,
    Filtro,
    Passos,
    Pedido,
    Resposta,
    ResultadoConsulta,
    ResultadoLista,
    ResultadoRegistro,
    TituloNoBanco,
)
from finbank_desktop.gateway.respostas import Json

_INVOICES = "/v2/invoices"
_UM = _INVOICES + "/{id}"
_POR_PAGINA, _PAGINAS = 100, 1000
_ESPACO = uuid.UUID("3d0f1c55-7f0e-5b44-8c17-8b8d2b0e9a51")


class Cora(AdaptadorBase):
    """Cora's API of invoices."""

    nome = "cora"

    def listar(self, conta: ContaApi, filtro: Filtro) -> Passos[ResultadoLista]:  # noqa: ARG002 - the certificate tells the account
        """List the paid, or all by due date."""
        achados: list[TituloNoBanco] = []
        for pagina in range(1, _PAGINAS):
            resposta = yield _pagina(filtro, pagina)
            dados = respostas.parse(resposta)
            if not desfechos.is_sucesso(resposta):
                falha = self._falha_lista(resposta)
                return achados if isinstance(falha, list) else falha
            linhas = respostas.objetos(dados, "items")
            achados += [self._da_lista(linha) for linha in linhas]
            if len(linhas) < _POR_PAGINA:
                break
        return achados

    def conferir(self, conta: ContaApi) -> Pedido:  # noqa: ARG002 - as above
        """Ask for the invoices of one past day."""
        return _pagina(Filtro(de=date(2024, 1, 1), ate=date(2024, 1, 1)), 1)

    def _inclusao(self, caso: Caso) -> Pedido:
        pedido = envio("POST", _INVOICES, Classe.REGISTRAR, corpo(caso.titulo))
        return replace(pedido, headers={"Idempotency-Key": str(uuid.uuid5(_ESPACO, caso.titulo.chave))})

    def _incluido(self, resposta: Resposta, caso: Caso) -> ResultadoRegistro:
        achado = self._ler(respostas.parse(resposta))
        return desfechos.registrado(achado, caso.titulo) if achado.referencia else self._sem_codigo()

    def _procurar(self, caso: Caso) -> Passos[ResultadoConsulta]:
        if not caso.referencia:
            return (yield from super()._procurar(caso))
        resposta = yield get(f"{_INVOICES}/{caso.referencia}", Classe.CONSULTAR, rota=_UM)
        if not desfechos.is_sucesso(resposta):
            return desfechos.consulta(resposta, self.ficha)
        achado = self._ler(respostas.parse(resposta))
        return confronto.resultado([achado], caso.titulo) if achado.referencia else self._ilegivel()

    def _baixa(self, caso: Caso) -> Pedido | None:
        if not caso.referencia:
            return None
        caminho = f"{_INVOICES}/{caso.referencia}"
        return Pedido(metodo="DELETE", caminho=caminho, rota=_UM, classe=Classe.BAIXAR, muda=True)

    def _ler(self, dados: Json) -> TituloNoBanco:
        boleto, situacao = ("payment_options", "bank_slip"), respostas.texto(dados, "status")
        estado = self.ficha.estado(situacao)
        dia = respostas.dia(dados, "occurrence_date") if estado == "pago" else None
        return TituloNoBanco(
            referencia=respostas.texto(dados, "id"),
            nosso_numero=respostas.digitos(dados, *boleto, "our_number"),
            chave=respostas.texto(dados, "code"),
            linha_digitavel=respostas.linha_digitavel(dados, *boleto, "digitable"),
            codigo_barras=respostas.codigo_barras(dados, *boleto, "barcode"),
            pix=respostas.pix(dados, "pix", "emv"),
            valor=respostas.centavos_inteiros(dados, "total_amount"),
            vencimento=respostas.dia(dados, "payment_terms", "due_date"),
            pagador_documento=respostas.documento(dados, "customer", "document", "identity"),
            situacao=situacao,
            estado=estado,
            valor_pago=respostas.centavos_inteiros(dados, "total_paid"),
            data_pagamento=dia,
            data_credito=dia,
        )

    def _da_lista(self, linha: Json) -> TituloNoBanco:
        situacao, dia = respostas.texto(linha, "status"), respostas.dia(linha, "paid_at")
        return TituloNoBanco(
            referencia=respostas.texto(linha, "id"),
            valor=respostas.centavos_inteiros(linha, "total_amount"),
            vencimento=respostas.dia(linha, "due_date"),
            pagador_documento=respostas.documento(linha, "customer_document"),
            situacao=situacao,
            estado=self.ficha.estado(situacao),
            valor_pago=respostas.centavos_inteiros(linha, "total_paid"),
            data_pagamento=dia,
            data_credito=dia,
        )


def corpo(titulo: TituloRegistro) -> dict[str, Any]:
    """Return the body of a registration."""
    boleto = titulo.boleto
    servico = {
        "name": boleto.numero_documento,
        "description": "\n".join(linha for linha in boleto.instrucoes if linha.strip()),
        "amount": boleto.valor,
    }
    return corpos.sem_vazios(
        {
            "code": titulo.chave,
            "customer": _pagador(titulo.pagador),
            "services": [corpos.sem_vazios(servico)],
            "payment_terms": {"due_date": boleto.vencimento.isoformat(), **dict(_encargos(boleto))},
            "payment_forms": ["BANK_SLIP", "PIX"] if titulo.com_pix else ["BANK_SLIP"],
        }
    )


def _encargos(boleto: Boleto) -> Iterator[tuple[str, dict[str, Any]]]:
    encargos = boleto.encargos
    if corpos.tem_juros(encargos):
        yield "interest", {"rate": corpos.percentual(encargos.juros)}
    if corpos.tem_multa(encargos):
        desde = corpos.dia_seguinte(boleto.vencimento).isoformat()
        em_reais = encargos.multa_tipo is TipoMulta.VALOR
        quanto = {"amount": encargos.multa} if em_reais else {"rate": corpos.percentual(encargos.multa)}
        yield "fine", {"date": desde, **quanto}
    if corpos.tem_desconto(encargos):
        em_reais = encargos.desconto_tipo is TipoDesconto.VALOR
        valor = encargos.desconto if em_reais else corpos.percentual(encargos.desconto)
        tipo, ate = "FIXED" if em_reais else "PERCENT", corpos.limite_desconto(boleto.vencimento, encargos)
        yield "discount", {"data": ate.isoformat(), "type": tipo, "value": valor}


def _pagador(pessoa: Pessoa) -> dict[str, Any]:
    endereco = pessoa.endereco
    return {
        "name": pessoa.nome,
        "document": {
            "identity": pessoa.documento,
            "type": corpos.tipo_pessoa(pessoa.documento, "CPF", "CNPJ"),
        },
        "address": {
            "street": endereco.logradouro,
            "number": endereco.numero,
            "complement": endereco.complemento,
            "district": endereco.bairro,
            "zip_code": endereco.cep,
            "city": endereco.cidade,
            "state": endereco.uf,
        },
    }


def _pagina(filtro: Filtro, pagina: int) -> Pedido:
    pagos = {"state": "PAID"} if filtro.pagos else {}
    dias = {"start": filtro.de.isoformat(), "end": filtro.ate.isoformat()}
    return get(_INVOICES, Classe.LISTAR, {**dias, **pagos, "perPage": str(_POR_PAGINA), "page": str(pagina)})
