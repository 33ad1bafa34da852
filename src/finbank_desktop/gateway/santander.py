"""Santander (033), collection_bill_management v2: we number, and a key of five parts, all ours, names the call.

Sources: calls really made in the bank's test environment (Aug 2026); ACBr. The key is nsuCode, nsuDate, ``T`` or ``P``,
covenant and bankNumber; with it a title can be asked for until two days later, after that under ``/bills``. Whether the
bankNumber carries the check digit the sources leave open: it goes without, as ACBr sends it, and the answer's campo
livre tells. The link by which the bank gives a PDF leads elsewhere and is not followed.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from finbank_desktop.domain import chaves_pix
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.chaves_pix import TipoChave
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.registro import Ambiente, ContaApi, TituloRegistro
from finbank_desktop.domain.valores import format_decimal
from finbank_desktop.gateway import confronto, corpos, desfechos, exigencias, respostas
from finbank_desktop.gateway.base import AdaptadorBase, Caso
from finbank_desktop.gateway.pedidos import dado, envio, get
from finbank_desktop.gateway.port import (
    Ausente,
    Classe,
    Filtro,
    Passos,
    Pedido,
    Resposta,
    ResultadoConsulta,
    ResultadoLista,
    ResultadoRegistro,
    SemSuporte,
    TituloNoBanco,
)
from finbank_desktop.gateway.respostas import Json

_API = "/collection_bill_management/v2"
_WORKSPACE = _API + "/workspaces/{workspace}/bank_slips"
_BILLS = _API + "/bills"
_NSU = 20
_TESTE = "TST"
_POR_PAGINA, _PAGINAS = 1000, 1000
_NUMERO_MAXIMO = 13
_CHAVES = {
    TipoChave.CPF: "CPF",
    TipoChave.CNPJ: "CNPJ",
    TipoChave.TELEFONE: "CELULAR",
    TipoChave.EMAIL: "EMAIL",
    TipoChave.ALEATORIA: "EVP",
}


class Santander(AdaptadorBase):
    """Santander's Emissão de Boletos."""

    nome = "santander"

    def headers(self, conta: ContaApi, segredos: Mapping[str, str], token: str) -> Mapping[str, str]:
        """Return the token and the application's key, which is the Client ID."""
        chave = {"X-Application-Key": dado(conta, segredos, "client_id")}
        return {**super().headers(conta, segredos, token), **chave}

    def listar(self, conta: ContaApi, filtro: Filtro) -> Passos[ResultadoLista]:
        """List what was paid; of all the states only this one can be asked for."""
        if not filtro.pagos:
            return SemSuporte(motivo="o Santander só lista os boletos liquidados")
        achados: list[TituloNoBanco] = []
        for pagina in range(_PAGINAS):
            resposta = yield _pagina(conta, filtro, len(achados) if pagina else 0)
            dados = respostas.parse(resposta)
            if not desfechos.is_sucesso(resposta):
                falha = self._falha_lista(resposta)
                return achados if isinstance(falha, list) else falha
            linhas = respostas.objetos(dados, "_content")
            achados += [self._ler(linha, conta) for linha in linhas]
            total = respostas.digitos(dados, "_pageable", "_totalElements")
            if not linhas or not total or len(achados) >= int(total[:9]):
                break
        return achados

    def conferir(self, conta: ContaApi) -> Pedido:
        """Ask for what was paid on a past day."""
        return _pagina(conta, Filtro(de=date(2024, 1, 1), ate=date(2024, 1, 1)), 0)

    def corpo(self, titulo: TituloRegistro, conta: ContaApi) -> dict[str, Any]:
        """Return the body of a registration."""
        boleto, encargos, final = titulo.boleto, titulo.boleto.encargos, titulo.beneficiario_final
        return corpos.sem_vazios(
            {
                "environment": _environment(conta),
                "nsuCode": nsu_code(titulo, conta),
                "nsuDate": _dia(titulo).isoformat(),
                **_convenio(titulo, conta),
                "clientNumber": boleto.numero_documento,
                "participantCode": titulo.chave,
                "dueDate": boleto.vencimento.isoformat(),
                "issueDate": boleto.emissao.isoformat(),
                "nominalValue": format_decimal(boleto.valor),
                "payer": _pagador(titulo.pagador),
                "beneficiary": None if final is None else _pessoa(final),
                "documentKind": self.ficha.especies[boleto.especie],
                **dict(_encargos(boleto)),
                "deductionValue": format_decimal(boleto.abatimento) if boleto.abatimento else None,
                "paymentType": "REGISTRO",
                "writeOffQuantityDays": None if encargos.baixa_dias is None else str(encargos.baixa_dias),
                "messages": [linha for linha in boleto.instrucoes if linha.strip()],
                "key": _chave_pix(titulo) if titulo.com_pix else None,
            }
        )

    def _inclusao(self, caso: Caso) -> Pedido:
        corpo = self.corpo(caso.titulo, caso.conta)
        return envio("POST", _slips(caso.conta), Classe.REGISTRAR, corpo, rota=_WORKSPACE)

    def _incluido(self, resposta: Resposta, caso: Caso) -> ResultadoRegistro:
        achado = self._ler(respostas.parse(resposta), caso.conta)
        return desfechos.registrado(achado, caso.titulo) if achado.referencia else self._sem_codigo()

    def _procurar(self, caso: Caso) -> Passos[ResultadoConsulta]:
        """Ask by the key of five parts, and where that finds nothing by convênio and nosso número."""
        caminho = f"{_slips(caso.conta)}/{sonda(caso.titulo, caso.conta)}"
        resposta = yield get(caminho, Classe.CONSULTAR, rota=_WORKSPACE + "/{id}")
        if desfechos.is_sucesso(resposta) and respostas.digitos(respostas.parse(resposta), "bankNumber"):
            return confronto.resultado([self._ler(respostas.parse(resposta), caso.conta)], caso.titulo)
        if not isinstance(falha := desfechos.consulta(resposta, self.ficha), Ausente):
            return falha
        convenio = _convenio(caso.titulo, caso.conta)
        query = {"beneficiaryCode": convenio["covenantCode"], "bankNumber": convenio["bankNumber"]}
        resposta = yield get(_BILLS, Classe.CONSULTAR, query)
        if not desfechos.is_sucesso(resposta):
            return desfechos.consulta(resposta, self.ficha)
        dados = respostas.parse(resposta)
        linhas = respostas.objetos(dados, "_content")
        if not linhas and not isinstance(respostas.achar(dados, "_content"), list):
            linhas = respostas.objetos(dados)
        achados = [achado for linha in linhas if (achado := self._ler(linha, caso.conta)).referencia]
        vazia = respostas.achar(dados, "_content") == []
        return confronto.resultado(achados, caso.titulo) if achados or vazia else self._ilegivel()

    def _alteracao(self, caso: Caso, campo: str, valor: object) -> Pedido | None:
        if campo == "vencimento" and isinstance(valor, date):
            return _instrucao(caso, {"dueDate": valor.isoformat()}, Classe.ALTERAR)
        if campo == "abatimento" and isinstance(valor, int):
            return _instrucao(caso, {"deductionValue": format_decimal(valor)}, Classe.ALTERAR)
        return None

    def _baixa(self, caso: Caso) -> Pedido | None:
        return _instrucao(caso, {"operation": "BAIXAR"}, Classe.BAIXAR)

    def _proprios(self, titulo: TituloRegistro, conta: ContaApi) -> Sequence[Problem]:  # noqa: ARG002 - the title tells
        achados = []
        numero = _bank_number(titulo.boleto)
        if not numero.isdigit() or len(numero) > _NUMERO_MAXIMO:
            mensagem = (
                f"O nosso número {titulo.boleto.nosso_numero} não cabe nos {_NUMERO_MAXIMO} algarismos do Santander."
            )
            achados.append(exigencias.erro("nosso_numero", mensagem, "Emita o boleto de novo por esta carteira."))
        if titulo.com_pix and not _chave_pix(titulo):
            mensagem = "Para o boleto com Pix o Santander pede a chave Pix da empresa."
            achados.append(exigencias.erro("convenio.pix_chave", mensagem, "Preencha a chave Pix da carteira."))
        return achados

    def _ler(self, dados: Json, conta: ContaApi) -> TituloNoBanco:
        """Read any of the bank's three shapes: slip, bill and line of a list."""
        numero, situacao = respostas.digitos(dados, "bankNumber"), respostas.texto(dados, "status")
        convenio = respostas.texto(dados, "covenantCode") or conta.parametros.get("covenant_code", "")
        barras = "barcode" if respostas.texto(dados, "barcode") else "barCode"
        return TituloNoBanco(
            referencia=f"{convenio}.{numero}" if numero else "",
            nosso_numero=numero,
            seu_numero=respostas.texto(dados, "clientNumber"),
            chave=respostas.texto(dados, "participantCode"),
            linha_digitavel=respostas.linha_digitavel(dados, "digitableLine"),
            codigo_barras=respostas.codigo_barras(dados, barras),
            pix=respostas.pix(dados, "qrCodePix"),
            txid=respostas.texto(dados, "txId"),
            valor=respostas.positivo(dados, "nominalValue"),
            vencimento=respostas.dia(dados, "dueDate"),
            pagador_documento=respostas.documento(dados, "payer", "documentNumber"),
            situacao=situacao,
            estado=self.ficha.estado(situacao) if situacao else "aberto",
            valor_pago=respostas.positivo(dados, "payment", "paidValue") or respostas.positivo(dados, "paidValue"),
            data_pagamento=respostas.dia(dados, "payment", "date"),
        )


def nsu_code(titulo: TituloRegistro, conta: ContaApi) -> str:
    """Return the key of the call: twenty letters, TST before them outside production."""
    prefixo = "" if conta.ambiente is Ambiente.PRODUCAO else _TESTE
    return prefixo + _bank_number(titulo.boleto).zfill(_NSU - len(prefixo))


def sonda(titulo: TituloRegistro, conta: ContaApi) -> str:
    """Return the five parts by which a title is asked for until two days after it was sent."""
    letra = "P" if conta.ambiente is Ambiente.PRODUCAO else "T"
    convenio = _convenio(titulo, conta)
    partes = (
        nsu_code(titulo, conta),
        _dia(titulo).isoformat(),
        letra,
        convenio["covenantCode"],
        convenio["bankNumber"],
    )
    return ".".join(partes)


def _environment(conta: ContaApi) -> str:
    return "PRODUCAO" if conta.ambiente is Ambiente.PRODUCAO else "TESTE"


def _dia(titulo: TituloRegistro) -> date:
    return titulo.dia or titulo.boleto.emissao


def _bank_number(boleto: Boleto) -> str:
    return boleto.nosso_numero.lstrip("0")


def _convenio(titulo: TituloRegistro, conta: ContaApi) -> dict[str, str]:
    return {"covenantCode": conta.parametros.get("covenant_code", ""), "bankNumber": _bank_number(titulo.boleto)}


def _slips(conta: ContaApi) -> str:
    return _WORKSPACE.format(workspace=conta.parametros.get("workspace", ""))


def _instrucao(caso: Caso, corpo: Mapping[str, str], classe: Classe) -> Pedido:
    return envio("PATCH", _slips(caso.conta), classe, {**_convenio(caso.titulo, caso.conta), **corpo}, rota=_WORKSPACE)


def _chave_pix(titulo: TituloRegistro) -> dict[str, str] | None:
    try:
        chave = chaves_pix.parse(titulo.convenio.pix_chave)
    except chaves_pix.ChavePixError:
        return None
    return {"type": _CHAVES[chave.tipo], "dictKey": chave.chave}


def _pessoa(pessoa: Pessoa) -> dict[str, Any]:
    tipo = corpos.tipo_pessoa(pessoa.documento, "CPF", "CNPJ")
    return {"name": pessoa.nome, "documentType": tipo, "documentNumber": pessoa.documento}


def _pagador(pessoa: Pessoa) -> dict[str, Any]:
    endereco = pessoa.endereco
    return {
        **_pessoa(pessoa),
        "address": endereco.rua,
        "neighborhood": endereco.bairro,
        "city": endereco.cidade,
        "state": endereco.uf,
        "zipCode": f"{endereco.cep[:5]}-{endereco.cep[5:]}",
    }


def _encargos(boleto: Boleto) -> Iterator[tuple[str, Any]]:
    encargos = boleto.encargos
    if corpos.tem_desconto(encargos):
        limite = corpos.limite_desconto(boleto.vencimento, encargos).isoformat()
        primeiro = {"value": format_decimal(encargos.desconto), "limitDate": limite}
        yield "discount", {"type": "VALOR_DATA_FIXA", "discountOne": primeiro}
    if corpos.tem_multa(encargos):
        yield "finePercentage", format_decimal(encargos.multa)
        yield "fineQuantityDays", "1"
    if corpos.tem_juros(encargos):
        yield "interestPercentage", format_decimal(encargos.juros)
    if encargos.protesto_dias is not None:
        yield "protestType", "DIAS_CORRIDOS"
        yield "protestQuantityDays", str(encargos.protesto_dias)


def _pagina(conta: ContaApi, filtro: Filtro, inicio: int) -> Pedido:
    query = {
        "status": "LIQUIDADO",
        "paymentDateInitial": filtro.de.isoformat(),
        "paymentDateFinal": filtro.ate.isoformat(),
        "_limit": str(_POR_PAGINA),
        "_offset": str(inicio),
    }
    return get(_slips(conta), Classe.LISTAR, query, rota=_WORKSPACE)
