"""The lines of one payment or debit become one `Ocorrencia`; the fields have the same names in every layout."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from finbank_desktop.cnab import ocorrencias_movimentos
from finbank_desktop.cnab.detect import DEBITO, Deteccao
from finbank_desktop.cnab.ocorrencias_movimentos import Explicada
from finbank_desktop.domain.ocorrencias import Efeito, Motivo, Ocorrencia
from finbank_desktop.domain.registros import Valor
from finbank_desktop.layouts.reader import Leitura

_REMESSA = "remessa"
_NOMES = ("favorecido_nome", "beneficiario_nome", "concessionaria_nome", "contribuinte_nome", "pagador_nome")
_DOCUMENTOS = (
    "favorecido_inscricao",
    "beneficiario_inscricao",
    "contribuinte_inscricao",
    "pagador_inscricao",
    "identificacao",
)
_DIGITOS = re.compile(r"\D")
_CPF, _CNPJ = 11, 14
_MOVIMENTOS = {
    "0": "Inclusão",
    "000": "Inclusão",
    "5": "Alteração",
    "9": "Exclusão",
    "999": "Exclusão",
}
_MOVIMENTOS_150 = {"0": "Débito", "1": "Cancelamento do débito", "5": "Inclusão do consentimento"}
_CADASTROS = {
    ("B", "1"): (Efeito.BAIXA, "Consentimento excluído no banco"),
    ("B", "2"): (Efeito.CONFIRMA, "Consentimento cadastrado no banco"),
    ("C", "1"): (Efeito.INFORMA, "Exclusão de consentimento recusada pela empresa"),
    ("C", "2"): (Efeito.INFORMA, "Inclusão de consentimento recusada pela empresa"),
    ("D", "0"): (Efeito.INFORMA, "Alteração da identificação do cliente"),
    ("D", "1"): (Efeito.INFORMA, "Exclusão do consentimento pela empresa"),
    ("H", "0"): (Efeito.INFORMA, "Resposta à alteração da identificação do cliente"),
    ("H", "1"): (Efeito.INFORMA, "Resposta à exclusão do consentimento"),
    ("J", ""): (Efeito.CONFIRMA, "Arquivo processado"),
}
_RESPOSTAS_H = ("retorno_cancelamento", "retorno_validade", "retorno_cheque_especial", "retorno_debito_parcial")
"""Where version 08 answers an alteration with codes; blank or zeros mean that nothing was refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lote:
    """What a lot's header says of all its payments.

    Attributes:
        forma: FEBRABAN G029; empty where the file has no lots.
        ocorrencias: The bank's answer to the whole lot; it counts for a payment that has none of its own.
    """

    forma: str = ""
    ocorrencias: str = ""

    @classmethod
    def of(cls, header: Mapping[str, Valor]) -> "Lote":
        """Return what the values of a lot's *header* say."""
        forma = header.get("forma_lancamento")
        return cls(
            forma="" if forma is None else f"{forma:0>2}", ocorrencias=str(header.get("ocorrencias") or "").strip()
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Movimento:
    """The rows of one payment or debit, the one that opens it first."""

    deteccao: Deteccao
    rows: tuple[int, ...]
    lote: Lote


def ocorrencia(movimento: Movimento, leitura: Leitura, processo: str) -> Ocorrencia:
    """Return what the file says of one payment or debit."""
    first, *others = movimento.rows
    values = dict(leitura.values(first))
    more = [leitura.values(row) for row in others]
    codigo = _text(values, "ocorrencias") or _text(values, "codigo_retorno")
    said = explained(codigo, movimento, processo)
    if movimento.deteccao.kind == _REMESSA:
        codigo, said = _asked(values, codigo)
    valor = _number(values, "valor_pagamento", "valor_debito")
    pago = _paid(values, said, valor, movimento)
    quando = _date(values, "data_real") or (_date(values, "data_debito") if said.efeito.moves_money else None)
    return Ocorrencia(
        line=leitura.number(first),
        nosso_numero=_text(values, "nosso_numero"),
        nosso_numero_chave="",
        seu_numero=_text(values, "seu_numero") or _text(values, "cliente_empresa"),
        uso_empresa=_text(values, "uso_empresa"),
        codigo=codigo,
        texto=said.texto,
        efeito=said.efeito,
        motivos=said.motivos,
        data_ocorrencia=quando,
        vencimento=_date(values, "data_pagamento", "data_debito"),
        data_credito=quando if movimento.deteccao.product == DEBITO and said.efeito.moves_money else None,
        valor_titulo=valor,
        valor_pago=pago,
        valor_creditado=pago if movimento.deteccao.product == DEBITO and said.efeito.moves_money else None,
        favorecido=_first_text([values, *more], _NOMES),
        favorecido_documento=_documento([values, *more]),
        forma=movimento.lote.forma,
        autenticacao=_first_text(more, ("autenticacao",)),
        raw=tuple(leitura.text(row) for row in movimento.rows),
    )


def valor(movimento: Movimento, leitura: Leitura) -> int:
    """Return the centavos of one payment or debit; 0 when the file does not say."""
    return _number(leitura.values(movimento.rows[0]), "valor_pagamento", "valor_debito") or 0


def explained(codigo: str, movimento: Movimento, processo: str) -> Explicada:
    """Return what the codes of a payment say; a lot that was answered as a whole speaks for those without any."""
    return ocorrencias_movimentos.explain(movimento.deteccao.banco, processo, codigo or movimento.lote.ocorrencias)


def cadastro(leitura: Leitura, row: int) -> Ocorrencia:
    """Return what a record of débito automático says of a consent."""
    values = leitura.values(row)
    registro = leitura.registro_at(row)
    letra = registro.nome if registro else ""
    codigo = str(values.get("codigo_movimento") if values.get("codigo_movimento") is not None else "")
    efeito, texto = _CADASTROS.get((letra, codigo), (Efeito.INFORMA, f"Registro {letra} com movimento {codigo}"))
    palavras = _text(values, "ocorrencia") or _text(values, "ocorrencia_1")
    recusas = [code for nome in _RESPOSTAS_H if (code := _text(values, nome)).strip("0")]
    motivos = [Motivo(codigo="", texto=palavras)] if palavras else []
    numero = _number(values, "nsa_processado")
    return Ocorrencia(
        line=leitura.number(row),
        nosso_numero=_text(values, "cliente_banco"),
        nosso_numero_chave="",
        seu_numero=_text(values, "cliente_empresa")
        or _text(values, "cliente_empresa_anterior")
        or ("" if numero is None else str(numero)),
        codigo=letra + codigo,
        texto=f"{texto}: {palavras}" if palavras else texto,
        efeito=efeito,
        motivos=(*motivos, *(Motivo(codigo=code, texto=f"Código {code}") for code in recusas)),
        valor_titulo=_number(values, "valor_total"),
        data_ocorrencia=_date(values, "data_opcao_exclusao"),
        raw=(leitura.text(row),),
    )


def _asked(values: Mapping[str, Valor], codigo: str) -> tuple[str, Explicada]:
    """Return what a remessa asks for; a remessa of payments has no occurrence, one of 150 positions its movement."""
    if "codigo_movimento" in values and "registro" in values:
        movimento = str(values["codigo_movimento"]) if values["codigo_movimento"] is not None else ""
        texto = _MOVIMENTOS_150.get(movimento, f"Movimento {movimento} sem descrição")
        return movimento, Explicada(texto=texto, efeito=Efeito.INFORMA)
    movimento = str(values.get("tipo_movimento") or 0)
    texto = _MOVIMENTOS.get(movimento, f"Movimento {movimento} sem descrição")
    return codigo, Explicada(texto=texto, efeito=Efeito.INFORMA)


def _paid(values: Mapping[str, Valor], said: Explicada, valor: int | None, movimento: Movimento) -> int | None:
    """Return what left or reached the account: the layout's own field where it has one, else by the occurrence.

    The amount of a debit in 150 positions is the one debited only where the occurrence says so (FEBRABAN, record F).
    """
    if "valor_real" in values:
        return _number(values, "valor_real")
    if movimento.deteccao.kind == _REMESSA:
        return None
    return valor if said.efeito.moves_money else 0


def _text(values: Mapping[str, Valor], nome: str) -> str:
    value = values.get(nome)
    return "" if value is None else str(value).strip()


def _number(values: Mapping[str, Valor], *nomes: str) -> int | None:
    return next((value for nome in nomes if isinstance(value := values.get(nome), int)), None)


def _date(values: Mapping[str, Valor], *nomes: str) -> date | None:
    return next((value for nome in nomes if isinstance(value := values.get(nome), date)), None)


def _first_text(records: list[Mapping[str, Valor]] | list[dict[str, Valor]], nomes: tuple[str, ...]) -> str:
    return next((text for record in records for nome in nomes if (text := _text(record, nome))), "")


def _documento(records: list[dict[str, Valor]]) -> str:
    """Return the other party's CPF or CNPJ: the number of digits that its type says, or the least that holds it."""
    for record in records:
        for nome in _DOCUMENTOS:
            digits = _DIGITOS.sub("", _text(record, nome)).lstrip("0")
            if digits:
                return digits.zfill(_CPF if len(digits) <= _CPF else _CNPJ)
    return ""
