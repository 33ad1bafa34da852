"""Itaú (341): one host to register, another to ask; we number; with Pix by another route.

Sources: official examples recorded in ``gateway/itau``; field names of ACBr (``ACBrBoletoW_Itau_API``,
``ACBrBoletoRet_Itau_API``). For a title it does not hold the bank is said to answer an empty list.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from tests.banco_de_provas.codigos import modulo_10
from tests.banco_de_provas.contrato import Erro, Regra, data, documento, inteiro, lista, objeto, qualquer, texto, um_de
from tests.banco_de_provas.dialetos.base import Dialeto
from tests.banco_de_provas.dialetos.chamadas import (
    CLIENT_ID,
    CLIENT_SECRET,
    Devolvido,
    Recebido,
    RecusaError,
    Rota,
    centavos,
    day,
)
from tests.banco_de_provas.faltas import Falta
from tests.banco_de_provas.nucleo import Titulo

_TARIFA = 150
AGENCIA, CONTA, DAC = "1500", "0005206", "1"
BENEFICIARIO = AGENCIA + CONTA + DAC
_PROIBIDAS = re.compile(r"""[\[:<>&;'"`()#*/|]|http|javascript|alert""", re.IGNORECASE)
_VALOR = texto(17, forma=r"[0-9]{17}|[0-9]{1,15}\.[0-9]{2}")
_TAXA = texto(12, forma=r"[0-9]{12}|[0-9]{1,6}\.[0-9]{2,5}")


def _limpo(maximo: int) -> Regra:
    tamanho = texto(maximo)

    def check(campo: str, valor: Any) -> Iterator[Erro]:
        yield from tamanho(campo, valor)
        if isinstance(valor, str) and _PROIBIDAS.search(valor):
            yield Erro(campo, "contém caracteres ou palavras não permitidos")

    return check


_PESSOA = objeto(
    {
        "nome_pessoa": _limpo(50),
        "tipo_pessoa": objeto(
            {
                "codigo_tipo_pessoa": um_de("F", "J"),
                "numero_cadastro_pessoa_fisica": documento,
                "numero_cadastro_nacional_pessoa_juridica": documento,
            },
            "codigo_tipo_pessoa",
        ),
    },
    "nome_pessoa tipo_pessoa",
)
_ENDERECO = objeto(
    {
        "nome_logradouro": _limpo(45),
        "nome_bairro": _limpo(15),
        "nome_cidade": _limpo(20),
        "sigla_UF": texto(2, minimo=2),
        "numero_CEP": texto(8, minimo=8, forma="[0-9]{8}"),
    },
    "nome_logradouro nome_bairro nome_cidade sigla_UF numero_CEP",
)
_INDIVIDUAL = objeto(
    {
        "numero_nosso_numero": texto(8, minimo=8, forma="[0-9]{8}"),
        "data_vencimento": data(),
        "valor_titulo": _VALOR,
        "texto_seu_numero": texto(10),
        "texto_uso_beneficiario": _limpo(25),
        "data_limite_pagamento": data(),
        "lista_mensagens_cobranca": lista(objeto({"mensagem": _limpo(80)}), 5),
    },
    "numero_nosso_numero data_vencimento valor_titulo",
)
_DESCONTO = objeto(
    {
        "quantidade_dias_desconto": inteiro(0, 999),
        "data_desconto": data(),
        "valor_desconto": _VALOR,
        "percentual_desconto": _TAXA,
    }
)
BOLETO = objeto(
    {
        "etapa_processo_boleto": um_de("efetivacao", "validacao", "simulacao"),
        "codigo_canal_operacao": um_de("API"),
        "beneficiario": objeto({"id_beneficiario": texto(12, minimo=12, forma="[0-9]{12}")}, "id_beneficiario"),
        "dado_boleto": objeto(
            {
                "descricao_instrumento_cobranca": um_de("boleto", "boleto_pix"),
                "tipo_boleto": um_de("a vista", "proposta"),
                "codigo_carteira": texto(3, minimo=3, forma="[0-9]{3}"),
                "valor_total_titulo": _VALOR,
                "codigo_especie": texto(2, minimo=2, forma="[0-9]{2}"),
                "codigo_aceite": um_de("S", "N"),
                "data_emissao": data(),
                "valor_abatimento": _VALOR,
                "pagador": objeto(
                    {"pessoa": _PESSOA, "endereco": _ENDERECO, "texto_endereco_email": texto(100)}, "pessoa endereco"
                ),
                "sacador_avalista": objeto({"pessoa": _PESSOA, "endereco": _ENDERECO}, "pessoa"),
                "dados_individuais_boleto": lista(_INDIVIDUAL, 1),
                "multa": objeto(
                    {
                        "codigo_tipo_multa": um_de("01", "02", "03"),
                        "data_multa": data(),
                        "quantidade_dias_multa": inteiro(0, 99),
                        "valor_multa": _VALOR,
                        "percentual_multa": _TAXA,
                    },
                    "codigo_tipo_multa",
                ),
                "juros": objeto(
                    {
                        "codigo_tipo_juros": um_de("05", "90", "91", "92", "93"),
                        "data_juros": data(),
                        "quantidade_dias_juros": inteiro(0, 99),
                        "valor_juros": _VALOR,
                        "percentual_juros": _TAXA,
                    },
                    "codigo_tipo_juros",
                ),
                "desconto": objeto(
                    {
                        "codigo_tipo_desconto": um_de("00", "01", "02", "90", "91"),
                        "descontos": lista(_DESCONTO, 3),
                    },
                    "codigo_tipo_desconto",
                ),
                "protesto": objeto({"protesto": inteiro(0, 9), "quantidade_dias_protesto": inteiro(0, 99)}),
                "negativacao": objeto({"negativacao": inteiro(0, 9), "quantidade_dias_negativacao": inteiro(0, 99)}),
                "instrucao_cobranca": lista(
                    objeto(
                        {
                            "codigo_instrucao_cobranca": texto(2),
                            "quantidade_dias_instrucao_cobranca": inteiro(0, 99),
                            "dia_util": qualquer,
                        }
                    ),
                    3,
                ),
                "lista_mensagem_cobranca": lista(objeto({"mensagem": _limpo(80)}), 5),
                "recebimento_divergente": qualquer,
                "desconto_expresso": qualquer,
                "pagamento_parcial": qualquer,
            },
            "descricao_instrumento_cobranca tipo_boleto codigo_carteira codigo_especie data_emissao pagador "
            "dados_individuais_boleto",
        ),
        "dados_qrcode": objeto({"chave": texto(77), "tipo_cobranca": texto(10)}),
    },
    "etapa_processo_boleto beneficiario dado_boleto",
)
_SITUACOES = {"pago": "Pago", "baixado": "Baixado"}


class Itau(Dialeto):
    """A key per application and a correlation id; that it be new in every call the bank asks for and does not check."""

    nome, banco, mtls, vida_token = "itau", "341", True, 300
    prefixos = (
        "/cash_management/v2",
        "/pix_recebimentos_conciliacoes/v2",
        "/boletoscash/v2",
        "/boletos/v3",
        "/itau-ep9-gtw-cash-management-ext-v2/v2",
        "/itau-ep9-gtw-pix-recebimentos-conciliacoes-v2-ext/v2",
        "/itau-ep9-gtw-boletos-boletos-v3-ext-aws/v1",
    )
    rotas = (
        Rota("POST", "/api/oauth/token", "token", "token", inteiro=True),
        Rota("POST", "/api/jwt", "token", "token", inteiro=True),
        Rota("POST", "/boletos_pix", "registrar", "registrar"),
        Rota("POST", "/boletos", "registrar", "registrar"),
        Rota("GET", "/boletos", "consultar", "consultar"),
        Rota("GET", "/francesas/([0-9]+)/movimentacoes", "listar", "movimentacoes"),
        Rota("PATCH", "/boletos/([0-9]{23})/baixa", "baixar", "baixar"),
        Rota("PATCH", "/boletos/([0-9]{23})/([a-z_]+)", "alterar", "alterar"),
    )

    def erro(self, status: int, mensagem: str, erros: Sequence[Erro] = ()) -> Devolvido:
        """Return codigo, mensagem and campos; 403 and 5xx come without a body."""
        if status in (403, 410) or status >= 500:
            return Devolvido(status=status)
        campos = [{"campo": erro.campo, "mensagem": erro.mensagem, "valor": ""} for erro in erros]
        corpo = {"codigo": str(status), "mensagem": mensagem or "Regra de negócio não atendida.", "campos": campos}
        return Devolvido(status=status, corpo=corpo)

    def repetido(self) -> Devolvido:
        """Return the refusal of a number that is taken."""
        return self.erro(422, "Boleto já cadastrado", [Erro("numero_nosso_numero", "Nosso número já existente")])

    def token(self, recebido: Recebido) -> Devolvido:
        """Give a token for id, secret and certificate."""
        form = recebido.form
        dito = (form.get("client_id"), form.get("client_secret"), form.get("grant_type"))
        if dito != (CLIENT_ID, CLIENT_SECRET, "client_credentials"):
            return self.erro(401, "Credenciais inválidas")
        corpo = {"access_token": self.nucleo.tokens.issue(recebido.certificado), "token_type": "Bearer"}
        return Devolvido(status=200, corpo=corpo | {"expires_in": int(self.nucleo.tokens.vida)})

    def enter(self, recebido: Recebido) -> Devolvido | None:
        """Ask for key and correlation id beside the token."""
        if recebido.headers.get("x-itau-apikey") != CLIENT_ID:
            return self.erro(401, "x-itau-apikey inválida")
        if not recebido.headers.get("x-itau-correlationid"):
            return self.erro(400, "x-itau-correlationID ausente")
        return super().enter(recebido)

    def key(self, rota: Rota, recebido: Recebido, grupos: tuple[str, ...]) -> str:
        """Return the nosso número."""
        if rota.classe == "registrar":
            achado = re.search(rb'"numero_nosso_numero"\s*:\s*"([0-9]+)"', recebido.corpo)
            return achado[1].decode() if achado else ""
        if rota.classe in ("alterar", "baixar"):
            return grupos[0][-8:]
        return recebido.query.get("nosso_numero", "")

    def campo_livre(self, titulo: Titulo) -> str:
        """Return carteira, number, its digit, agência, conta, its digit, 000."""
        carteira, conta = titulo.extra["carteira"], CONTA[-5:]
        dac = self._dac(titulo)
        return f"{carteira}{titulo.nosso_numero}{dac}{AGENCIA}{conta}{modulo_10(AGENCIA + conta)}000"

    def _dac(self, titulo: Titulo) -> str:
        return modulo_10(f"{AGENCIA}{CONTA[-5:]}{titulo.extra['carteira']}{titulo.nosso_numero}")

    def registrar(self, recebido: Recebido, falta: Falta | None) -> Devolvido:
        """Register one boleto; the plain route wraps in ``data``, that with Pix may."""
        lido = self._unwrapped(recebido)
        dado = lido["dado_boleto"]
        um = dado["dados_individuais_boleto"][0]
        if lido["beneficiario"]["id_beneficiario"] != BENEFICIARIO:
            raise RecusaError(self.erro(422, "", [Erro("id_beneficiario", "não autorizado")]))
        pessoa = dado["pagador"]["pessoa"]["tipo_pessoa"]
        nome = "numero_cadastro_pessoa_fisica"
        if pessoa["codigo_tipo_pessoa"] == "J":
            nome = "numero_cadastro_nacional_pessoa_juridica"
        if nome not in pessoa:
            raise RecusaError(self.erro(422, "", [Erro(nome, "campo obrigatório")]))
        com_pix = dado["descricao_instrumento_cobranca"] == "boleto_pix"
        if com_pix != ("dados_qrcode" in lido):
            raise RecusaError(self.erro(422, "", [Erro("dados_qrcode", "só com boleto_pix")]))
        titulo = self.save(
            falta,
            chave=um["numero_nosso_numero"],
            seu_numero=um.get("texto_seu_numero", ""),
            nosso_numero=um["numero_nosso_numero"],
            valor=_value(um["valor_titulo"]),
            vencimento=day(um["data_vencimento"]),
            pagador=pessoa[nome],
            corpo=dado,
            unica=f"{dado['codigo_carteira']}|{um['numero_nosso_numero']}",
            com_pix=com_pix,
        )
        corpo = {"data": self._show(self.shown(titulo, falta))}
        return Devolvido(status=200, corpo=corpo, salvou=titulo.id)

    def code(self, titulo: Titulo) -> None:
        """Keep the carteira beside the title first."""
        titulo.extra.setdefault("carteira", titulo.corpo["codigo_carteira"])
        super().code(titulo)

    def _unwrapped(self, recebido: Recebido) -> Any:
        try:
            dentro = set(recebido.json()) == {"data"}
        except (TypeError, ValueError):
            dentro = False
        lido = self.read(recebido, objeto({"data": BOLETO}, "data") if dentro else BOLETO, status=422)
        return lido["data"] if dentro else lido

    def consultar(self, recebido: Recebido, falta: Falta | None) -> Devolvido:
        """Return boletos by beneficiário, carteira and number; an empty list where there is none."""
        query = recebido.query
        if not {"id_beneficiario", "codigo_carteira", "nosso_numero"} <= set(query):
            return self.erro(400, "Parâmetros obrigatórios ausentes")
        achados = self.find(
            lambda t: (
                t.nosso_numero == query["nosso_numero"]
                and t.extra["carteira"] == query["codigo_carteira"]
                and query["id_beneficiario"] == BENEFICIARIO
            )
        )
        mostrados = [self._consulted(self.shown(t, falta)) for t in achados]
        return Devolvido(status=200, corpo={"data": mostrados})

    def movimentacoes(self, recebido: Recebido, _falta: Falta | None, _beneficiario: str) -> Devolvido:
        """Return what was settled on a day."""
        query = recebido.query
        if "data" not in query:
            return self.erro(400, "data é obrigatória")
        achados = self.find(lambda t: str(t.pago_em) == query["data"])
        if query.get("tipo_movimentacao", "liquidacoes") != "liquidacoes":
            achados = []  # here all is paid by its barcode; what is paid by Pix the bank writes among the baixas
        linhas = [
            {
                "nosso_numero": t.nosso_numero,
                "seu_numero": t.seu_numero,
                "codigo_status": "L",
                "valor_titulo": _written(t.valor),
                "data_vencimento": t.vencimento.isoformat(),
                "data_movimentacao": str(t.pago_em),
                "valor_liquido_lancado": _written(t.valor_pago - _TARIFA),
                "operacoes_cobranca": [{"descricao": "TARIFA DE COBRANÇA", "valor": _written(_TARIFA)}],
            }
            for t in achados
        ]
        paginas = {"page": 0, "total_pages": 1, "total_elements": len(linhas)}
        return Devolvido(status=200, corpo={"data": linhas, "pagination": paginas})

    def baixar(self, _recebido: Recebido, _falta: Falta | None, chave: str) -> Devolvido:
        """Drop a boleto."""
        self.one(lambda t: t.nosso_numero == chave[-8:]).estado = "baixado"
        return Devolvido(status=204)

    def alterar(self, recebido: Recebido, _falta: Falta | None, chave: str, o_que: str) -> Devolvido:
        """Change one thing; values are written with a point here."""
        titulo = self.one(lambda t: t.nosso_numero == chave[-8:])
        corpo = recebido.json()
        if o_que == "data_vencimento":
            titulo.vencimento = day(corpo["data_vencimento"])
        if o_que == "valor_nominal":
            titulo.valor = centavos(corpo["valor_titulo"])
        self.code(titulo)
        return Devolvido(status=204)

    def _show(self, titulo: Titulo) -> dict[str, Any]:
        um = dict(titulo.corpo["dados_individuais_boleto"][0]) | {
            "id_boleto_individual": titulo.id,
            "dac_titulo": self._dac(titulo),
            "valor_titulo": f"{titulo.valor:017d}",
            "codigo_barras": titulo.barras,
            "numero_linha_digitavel": titulo.linha,
        }
        mostrado: dict[str, Any] = {
            "etapa_processo_boleto": "efetivacao",
            "beneficiario": {"id_beneficiario": BENEFICIARIO},
            "dado_boleto": dict(titulo.corpo) | {"dados_individuais_boleto": [um]},
        }
        if titulo.pix:
            mostrado["dados_qrcode"] = {"txid": titulo.txid, "emv": titulo.pix, "location": "pix.exemplo.com.br"}
        return mostrado

    def _consulted(self, titulo: Titulo) -> dict[str, Any]:
        mostrado = self._show(titulo)
        um = mostrado["dado_boleto"]["dados_individuais_boleto"][0]
        aberta = "Vencido" if titulo.vencimento < self.nucleo.hoje() else "Em Aberto"
        um |= {"situacao_geral_boleto": _SITUACOES.get(titulo.estado, aberta), "valor_titulo": _written(titulo.valor)}
        if titulo.pago_em:
            pago = {
                "data_inclusao_pagamento": str(titulo.pago_em),
                "valor_pago_total_cobranca": _written(titulo.valor_pago),
            }
            mostrado["dado_boleto"]["pagamentos_cobranca"] = [pago]
        if titulo.pix:
            mostrado["dado_boleto"]["qrcode_pix"] = {"emv": titulo.pix}
        return mostrado | {"id_boleto": titulo.id}


def _value(texto_: str) -> Decimal:
    """Return an amount in reais, of seventeen digits or with a point."""
    return Decimal(texto_) if "." in texto_ else Decimal(int(texto_)) / 100


def _written(valor: int) -> str:
    return f"{valor // 100}.{valor % 100:02d}"
