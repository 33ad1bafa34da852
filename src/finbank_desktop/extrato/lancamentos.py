"""One transaction of an OFX or OFC file: a line of the statement, or of the quarantine with what is wrong with it."""

from collections.abc import Mapping
from datetime import date

from finbank_desktop.domain.extratos import LinhaExtrato, LinhaQuarentena, Natureza
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.extrato import tags
from finbank_desktop.extrato.rascunho import Rascunho
from finbank_desktop.extrato.saldos import is_saldo
from finbank_desktop.extrato.tags import words
from finbank_desktop.extrato.valores import has_separator, is_nothing, parse_data, parse_valor

PENDENTE = "STMTTRNP"
"""A transaction the bank itself calls pending (OFX 2)."""
_SHOWN, _SHORT = 200, 40


class Lancamentos:
    """Takes the transactions of one file in their order.

    Attributes:
        quantos: Transactions so far.
        problems: What is to be said of lines that were taken all the same.
    """

    def __init__(self, text: str) -> None:
        """Count by lines of text, or by transactions where they are fewer."""
        self.quantos = 0
        self.problems: list[Problem] = []
        self._text = text
        self._newline = "\n" if text.count("\n") >= text.count("\r") else "\r"
        self._by_ordinal = text.count(self._newline) < text.count("<STMTTRN")
        self._counted = 0
        self._number = 1

    def take(self, draft: Rascunho, name: str, start: int, begin: int, end: int) -> None:
        """Put the transaction that stands between two places into *draft*."""
        self.quantos += 1
        self._count(start)
        values = tags.transaction(self._text, begin, end)
        get = values.get
        data = parse_data(get("DTPOSTED", "") or (get("DTTRAN", "") if name == PENDENTE else ""))
        amount = get("TRNAMT", "")
        valor = parse_valor(amount)
        nome, memo = words(get("NAME", "")), words(get("MEMO", ""))
        texto = _joined(nome, memo) if nome else memo
        documento, referencia = words(get("CHECKNUM", "") or get("CHKNUM", "")), words(get("REFNUM", ""))
        if not documento:
            documento, referencia = referencia, ""
        fitid = words(get("FITID", ""))
        draft.ordem += 1
        if data is None or valor is None or end == len(self._text):
            draft.quarentena.append(
                LinhaQuarentena(
                    linha=self._number,
                    conteudo=" ".join(self._text[begin : min(end, begin + 4 * _SHOWN)].split())[:_SHOWN],
                    problem=self._wrong(values, data, amount, cut=end == len(self._text)),
                    data=data,
                    texto=texto,
                    documento=documento,
                    fitid=fitid,
                    ordem=draft.ordem,
                )
            )
            return
        natureza = Natureza.PREVISTO if name == PENDENTE else Natureza.LANCAMENTO
        if is_saldo(nome or memo):
            natureza = Natureza.SALDO
            draft.note_saldo(nome or memo, valor)
        else:
            draft.moveu = True
            if draft.cartao or "CURSYM" in values:
                self._doubt(draft, values, data, valor)
        if not draft.com_separador:
            draft.com_separador = has_separator(amount)
        draft.linhas.append(
            LinhaExtrato(
                linha=self._number,
                data=data,
                valor=valor,
                texto=texto,
                natureza=natureza,
                documento=documento,
                fitid=fitid,
                tipo=get("TRNTYPE", "").strip(),
                referencia=referencia,
                ordem=draft.ordem,
            )
        )

    def _count(self, start: int) -> None:
        if self._by_ordinal:
            self._number = self.quantos
        else:
            self._number += self._text.count(self._newline, self._counted, start)
            self._counted = start

    def _wrong(self, values: Mapping[str, str], data: date | None, amount: str, *, cut: bool) -> Problem:
        """Return why a transaction cannot be taken as it stands."""
        if cut:
            return self._problem("O arquivo termina no meio deste lançamento.", "Baixe o extrato outra vez.", "STMTTRN")
        if is_nothing(amount):
            severity = Severity.INFO if "TRNAMT" in values and data is not None else Severity.WARNING
            message = "A linha não traz valor: o banco só informa algo."
            return self._problem(message, "Confira no extrato do banco se ela move dinheiro.", "TRNAMT", severity)
        if parse_valor(amount) is None:
            message = f"O valor “{words(amount)[:_SHORT]}” não pode ser lido com certeza."
            return self._problem(message, "Confira o valor no extrato do banco e lance à mão.", "TRNAMT")
        shown = words(values.get("DTPOSTED", ""))[:_SHORT]
        message = f"A data “{shown}” não existe." if shown else "A linha não traz data."
        return self._problem(message, "Confira a data no extrato do banco e lance à mão.", "DTPOSTED")

    def _doubt(self, draft: Rascunho, values: Mapping[str, str], data: date, valor: Centavos) -> None:
        """Say what is odd about a line of a card or in another currency; it is taken all the same."""
        found = []
        symbol = words(values.get("CURSYM", "")).upper()
        if symbol and symbol != (draft.moeda or "BRL"):
            message = f"Este lançamento tem outra moeda ({symbol[:10]})."
            found.append((message, "Confira o valor em reais antes de conciliar.", "CURSYM"))
        if draft.cartao and valor == 0:
            message = "O lançamento do cartão tem valor zero, como alguns bancos mandam compras em outra moeda."
            found.append((message, "Confira o valor na fatura.", "TRNAMT"))
        if draft.cartao and draft.inicio is not None and data < draft.inicio:
            message = "A data é anterior ao período do extrato: pode ser uma parcela com a data da compra."
            found.append((message, "Confira na fatura em que mês ela é cobrada.", "DTPOSTED"))
        self.problems += [self._problem(*each, Severity.WARNING) for each in found]

    def _problem(self, message: str, fix: str, field: str, severity: Severity = Severity.ERROR) -> Problem:
        return Problem(message=message, fix=fix, line=self._number, field=field, severity=severity)


def _joined(nome: str, memo: str) -> str:
    """Return name and memo without saying the same twice."""
    if nome in memo:
        return memo
    return nome if not memo or memo in nome else f"{nome} {memo}"
