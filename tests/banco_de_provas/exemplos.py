"""For each dialect a payload that registers a boleto, and the headers and addresses of an account at that bank."""

import base64
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from tests.banco_de_provas.dialetos import asaas, itau, santander, sicredi
from tests.banco_de_provas.dialetos.base import Dialeto
from tests.banco_de_provas.dialetos.chamadas import CHAVE_API, CLIENT_ID, CLIENT_SECRET, Devolvido, Recebido

CPF, CNPJ = "52998224725", "11222333000181"
VENCIMENTO = "2026-12-21"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemplo:
    """How one bank is spoken to.

    Attributes:
        registrar: Path of the registration.
        corpo: Its payload.
        headers: Beside the token.
        query: In every address.
        obrigatorios: Paths of fields that the bank cannot do without, ``.`` between the levels.
        longo: A path and one letter more than the bank takes.
        chave: Path of our key within the payload.
    """

    registrar: str
    corpo: Mapping[str, Any]
    headers: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    token: Recebido | None = None
    obrigatorios: tuple[str, ...]
    longo: tuple[str, int]
    chave: str


def _form(caminho: str, corpo: str, **headers: str) -> Recebido:
    nomes = {nome.replace("_", "-"): valor for nome, valor in headers.items()}
    return Recebido(metodo="POST", caminho=caminho, headers=nomes, corpo=corpo.encode(), certificado="cert")


_CREDENCIAIS = f"grant_type=client_credentials&client_id={CLIENT_ID}"
_BASIC = base64.b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode()
_ENDERECO = {"endereco": "Rua das Acácias, 1", "bairro": "Centro", "cidade": "São Paulo", "uf": "SP", "cep": "01001000"}

EXEMPLOS: Final[Mapping[str, Exemplo]] = {
    "inter": Exemplo(
        registrar="/cobranca/v3/cobrancas",
        corpo={
            "seuNumero": "F1",
            "valorNominal": 150.25,
            "dataVencimento": VENCIMENTO,
            "numDiasAgenda": 30,
            "pagador": {"cpfCnpj": CPF, "tipoPessoa": "FISICA", "nome": "Cliente Exemplo", **_ENDERECO},
            "multa": {"codigo": "PERCENTUAL", "taxa": 2},
        },
        token=_form(
            "/oauth/v2/token",
            f"{_CREDENCIAIS}&client_secret={CLIENT_SECRET}&scope=boleto-cobranca.read+boleto-cobranca.write",
        ),
        obrigatorios=("seuNumero", "valorNominal", "dataVencimento", "numDiasAgenda", "pagador", "pagador.cep"),
        longo=("seuNumero", 16),
        chave="seuNumero",
    ),
    "sicoob": Exemplo(
        registrar="/cobranca-bancaria/v3/boletos",
        corpo={
            "numeroCliente": 1234567,
            "codigoModalidade": 1,
            "numeroContaCorrente": 123456,
            "codigoEspecieDocumento": "DM",
            "dataEmissao": "2026-11-23",
            "nossoNumero": 19,
            "seuNumero": "F1",
            "identificacaoEmissaoBoleto": 2,
            "identificacaoDistribuicaoBoleto": 2,
            "valor": 150.25,
            "dataVencimento": VENCIMENTO,
            "tipoDesconto": 0,
            "tipoMulta": 0,
            "tipoJurosMora": 3,
            "numeroParcela": 1,
            "pagador": {"numeroCpfCnpj": CPF, "nome": "Cliente Exemplo", **_ENDERECO},
            "codigoCadastrarPIX": 1,
        },
        headers={"client_id": CLIENT_ID},
        token=_form("/auth/realms/cooperado/protocol/openid-connect/token", f"{_CREDENCIAIS}&scope=boletos_inclusao"),
        obrigatorios=("numeroCliente", "seuNumero", "valor", "tipoMulta", "pagador", "pagador.bairro"),
        longo=("seuNumero", 19),
        chave="nossoNumero",
    ),
    "asaas": Exemplo(
        registrar="/v3/payments",
        corpo={
            "customer": "cus_000000000001",
            "billingType": "BOLETO",
            "value": 150.25,
            "dueDate": VENCIMENTO,
            "externalReference": "F1",
        },
        headers={"access_token": asaas.CHAVE, "user-agent": "provas"},
        obrigatorios=("customer", "billingType", "value", "dueDate"),
        longo=("description", 501),
        chave="externalReference",
    ),
    "bb": Exemplo(
        registrar="/cobrancas/v2/boletos",
        corpo={
            "numeroConvenio": 3128557,
            "numeroCarteira": 17,
            "numeroVariacaoCarteira": 35,
            "codigoModalidade": 1,
            "dataEmissao": "23.11.2026",
            "dataVencimento": "21.12.2026",
            "valorOriginal": 150.25,
            "codigoAceite": "N",
            "codigoTipoTitulo": 2,
            "indicadorPermissaoRecebimentoParcial": "N",
            "numeroTituloBeneficiario": "F1",
            "numeroTituloCliente": "00031285570000000019",
            "pagador": {"tipoInscricao": 1, "numeroInscricao": CPF, "nome": "Cliente Exemplo", **_ENDERECO},
            "indicadorPix": "S",
        },
        query={"gw-dev-app-key": CHAVE_API},
        token=_form(
            "/oauth/token",
            "grant_type=client_credentials&scope=cobrancas.boletos-requisicao",
            authorization=f"Basic {_BASIC}",
        ),
        obrigatorios=("numeroConvenio", "dataVencimento", "valorOriginal", "numeroTituloCliente", "pagador.cep"),
        longo=("numeroTituloBeneficiario", 16),
        chave="numeroTituloCliente",
    ),
    "sicredi": Exemplo(
        registrar="/cobranca/boleto/v1/boletos",
        corpo={
            "codigoBeneficiario": sicredi.BENEFICIARIO,
            "tipoCobranca": "HIBRIDO",
            "especieDocumento": "DUPLICATA_MERCANTIL_INDICACAO",
            "seuNumero": "F1",
            "idTituloEmpresa": "F1",
            "nossoNumero": "262000019",
            "dataVencimento": VENCIMENTO,
            "valor": 150.25,
            "pagador": {
                "tipoPessoa": "PESSOA_FISICA",
                "documento": CPF,
                "nome": "Cliente Exemplo",
                **{nome: valor for nome, valor in _ENDERECO.items() if nome != "bairro"},
            },
        },
        headers={"x-api-key": CHAVE_API, "cooperativa": sicredi.COOPERATIVA, "posto": sicredi.POSTO},
        token=_form(
            "/auth/openapi/token",
            f"grant_type=password&username={sicredi.USUARIO}&password={sicredi.SENHA}&scope=cobranca",
            x_api_key=CHAVE_API,
            context="COBRANCA",
        ),
        obrigatorios=("codigoBeneficiario", "tipoCobranca", "seuNumero", "valor", "pagador.documento"),
        longo=("seuNumero", 11),
        chave="idTituloEmpresa",
    ),
    "santander": Exemplo(
        registrar=f"/collection_bill_management/v2/workspaces/{santander.WORKSPACE}/bank_slips",
        corpo={
            "environment": "TESTE",
            "nsuCode": "TSTF1",
            "nsuDate": "2026-11-23",
            "covenantCode": santander.COVENANT,
            "bankNumber": "19",
            "clientNumber": "F1",
            "dueDate": VENCIMENTO,
            "issueDate": "2026-11-23",
            "nominalValue": "150.25",
            "payer": {
                "name": "Cliente Exemplo",
                "documentType": "CPF",
                "documentNumber": CPF,
                "address": "Rua das Acácias, 1",
                "neighborhood": "Centro",
                "city": "São Paulo",
                "state": "SP",
                "zipCode": "01001-000",
            },
            "documentKind": "DUPLICATA_MERCANTIL",
            "paymentType": "REGISTRO",
            "key": {"type": "CNPJ", "dictKey": CNPJ},
        },
        headers={"x-application-key": CLIENT_ID},
        token=_form("/auth/oauth/v2/token", f"{_CREDENCIAIS}&client_secret={CLIENT_SECRET}"),
        obrigatorios=("nsuCode", "nsuDate", "bankNumber", "nominalValue", "payer.zipCode"),
        longo=("clientNumber", 16),
        chave="nsuCode",
    ),
    "itau": Exemplo(
        registrar="/cash_management/v2/boletos",
        corpo={
            "data": {
                "etapa_processo_boleto": "efetivacao",
                "codigo_canal_operacao": "API",
                "beneficiario": {"id_beneficiario": itau.BENEFICIARIO},
                "dado_boleto": {
                    "descricao_instrumento_cobranca": "boleto",
                    "tipo_boleto": "a vista",
                    "codigo_carteira": "109",
                    "valor_total_titulo": "00000000000015025",
                    "codigo_especie": "01",
                    "data_emissao": "2026-11-23",
                    "pagador": {
                        "pessoa": {
                            "nome_pessoa": "Cliente Exemplo",
                            "tipo_pessoa": {"codigo_tipo_pessoa": "F", "numero_cadastro_pessoa_fisica": CPF},
                        },
                        "endereco": {
                            "nome_logradouro": "Rua das Acácias, 1",
                            "nome_bairro": "Centro",
                            "nome_cidade": "São Paulo",
                            "sigla_UF": "SP",
                            "numero_CEP": "01001000",
                        },
                    },
                    "dados_individuais_boleto": [
                        {
                            "numero_nosso_numero": "00000019",
                            "data_vencimento": VENCIMENTO,
                            "valor_titulo": "00000000000015025",
                            "texto_seu_numero": "F1",
                        }
                    ],
                },
            }
        },
        headers={"x-itau-apikey": CLIENT_ID, "x-itau-correlationid": "5f8a2b1c-0000-4000-8000-000000000001"},
        token=_form("/api/oauth/token", f"{_CREDENCIAIS}&client_secret={CLIENT_SECRET}"),
        obrigatorios=("data.beneficiario", "data.dado_boleto.pagador", "data.dado_boleto.codigo_carteira"),
        longo=("data.dado_boleto.pagador.pessoa.nome_pessoa", 51),
        chave="data.dado_boleto.dados_individuais_boleto.0.numero_nosso_numero",
    ),
    "kobana": Exemplo(
        registrar="/v1/bank_billets",
        corpo={
            "amount": 150.25,
            "expire_at": VENCIMENTO,
            "customer_person_name": "Cliente Exemplo",
            "customer_cnpj_cpf": "529.982.247-25",
            "customer_zipcode": "01001000",
            "customer_address": "Rua das Acácias",
            "customer_neighborhood": "Centro",
            "customer_city_name": "São Paulo",
            "customer_state": "SP",
            "external_id": "F1",
        },
        headers={"authorization": f"Bearer {CHAVE_API}", "user-agent": "provas", "x-idempotency-key": "F1"},
        obrigatorios=("amount", "expire_at", "customer_cnpj_cpf", "customer_zipcode"),
        longo=("customer_person_name", 121),
        chave="external_id",
    ),
}


def caller(dialeto: Dialeto) -> Callable[..., Devolvido]:
    """Return a function that speaks to *dialeto* as a client with good credentials: method, path, body, query."""
    exemplo = EXEMPLOS[dialeto.nome]
    headers = dict(exemplo.headers)
    if exemplo.token is not None:
        dado, _ = dialeto.answer(exemplo.token)
        assert dado.status == 200, dado.corpo
        headers["authorization"] = f"Bearer {dado.corpo['access_token']}"

    def call(metodo: str, caminho: str, corpo: Any = None, **query: str) -> Devolvido:
        recebido = Recebido(
            metodo=metodo,
            caminho=caminho,
            query=dict(exemplo.query) | query,
            headers=headers,
            corpo=b"" if corpo is None else json.dumps(corpo).encode(),
            certificado="cert",
        )
        devolvido, _ = dialeto.answer(recebido)
        return devolvido

    if dialeto.nome == "asaas":
        feito = call("POST", "/v3/customers", {"name": "Cliente Exemplo", "cpfCnpj": CPF})
        assert feito.status == 200
    return call
