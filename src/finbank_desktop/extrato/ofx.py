"""OFX 1 (SGML), OFX 2 (XML) and OFC, as Brazilian banks write them: one pass by tags, and every transaction kept.

Standards: OFX 1.6 (11/1998) and 2.1.1, chapters 3 and 11; OFC 1.0. What banks do beside them is in the tests, one case each.
"""

import re
from collections.abc import Mapping
from datetime import date

from finbank_desktop.domain.extratos import Extrato, LinhaExtrato, LinhaQuarentena, Natureza
from finbank_desktop.domain.problems import Problem, RefusedError, Severity
from finbank_desktop.extrato import conferencia, tags
from finbank_desktop.extrato.decoding import decode
from finbank_desktop.extrato.rascunho import Rascunho
from finbank_desktop.extrato.saldos import is_saldo
from finbank_desktop.extrato.valores import is_nothing, parse_data, parse_valor

_STATEMENTS = frozenset({"STMTRS", "CCSTMTRS", "INVSTMTRS", "ACCTSTMT"})
_ENDS = frozenset("/" + name for name in _STATEMENTS)
_ACCOUNTS = frozenset({"BANKACCTFROM", "CCACCTFROM", "INVACCTFROM", "ACCTFROM"})
_ELSEWHERE = frozenset({"/STMTTRN", "/STMTTRNP", "LEDGERBAL", "AVAILBAL", "INVPOSLIST", "INVBAL"})
_SHOWN = 200
_BEGIN = re.compile(r"<(?:[A-Za-z]\w{0,20}+:)?OF([XC])(?:\s[^<>]*+)?+>", re.IGNORECASE)


def read(data: bytes, *, hoje: date | None = None) -> Extrato:
    """Return what stands in an OFX or OFC file.

    Args:
        data: The whole file.
        hoje: Lines after it are *previstos* whatever the file says; ``None`` leaves that to the file.

    Raises:
        RefusedError: It holds no statement; the sentence says what it is.
    """
    text = tags.prepare(decode(data))
    begin = _BEGIN.search(text)
    leitor = _Leitor(text, "ofc" if begin and begin[1] in "cC" else "ofx")
    leitor.run()
    return leitor.extrato(hoje)


class _Leitor:
    """Goes through the groups of a file and fills one draft per statement."""

    def __init__(self, text: str, formato: str) -> None:
        self.text = text
        self.formato = formato
        self.drafts: list[Rascunho] = []
        self.open = False
        self.problems: list[Problem] = []
        self.gerado: date | None = None
        self.transactions = 0
        self.refusal = ""
        self.newline = "\n" if "\n" in text else "\r"
        self.by_ordinal = text.count(self.newline) < text.count("<STMTTRN")
        self.counted = 0
        self.number = 1

    def run(self) -> None:
        text = self.text
        for name, start, begin, end in tags.groups(text):
            if name in ("STMTTRN", "STMTTRNP"):
                self.transactions += 1
                self._transaction(name, start, begin, end)
            elif name in _ENDS:
                self.open = False
                self._leaves(name, tags.leaves(text, begin, end))
            else:
                self._leaves(name, tags.leaves(text, begin, end) if end - begin > 1 else {})

    # --- Groups

    def _leaves(self, name: str, values: Mapping[str, str]) -> None:
        if name in _STATEMENTS or name in _ACCOUNTS:
            self._begin(name)
        if not values:
            return
        if name == "STATUS":
            self._status(values)
        if self.gerado is None and "DTSERVER" in values:
            self.gerado = parse_data(values["DTSERVER"])
        if self.drafts:
            self._fill(self.drafts[-1], name, values)

    def _begin(self, name: str) -> None:
        """Begin a draft, unless the group belongs to the one that is open: banks close their groups wrongly."""
        last = self.drafts[-1] if self.open and self.drafts else None
        begun = last is not None and (last.conta or last.banco or last.com_linhas)
        if last is None or (begun and (name in _ACCOUNTS or last.com_linhas)):
            last = Rascunho()
            self.drafts.append(last)
            self.open = True
        last.e_extrato |= name in _STATEMENTS
        last.cartao |= name in ("CCSTMTRS", "CCACCTFROM")
        last.investimento |= name in ("INVSTMTRS", "INVACCTFROM")

    def _fill(self, draft: Rascunho, name: str, values: Mapping[str, str]) -> None:
        def get(*names: str) -> str:
            return next((tags.words(values[each]) for each in names if each in values), "")

        if name == "LEDGERBAL":
            draft.saldo_texto, draft.saldo_data_texto = get("BALAMT"), get("DTASOF")
        if name in _ELSEWHERE:
            self._ofc(draft, values)
            return
        if name in _ACCOUNTS:
            draft.banco = draft.banco or get("BANKID", "BROKERID")
            draft.agencia = draft.agencia or get("BRANCHID")
            draft.conta = draft.conta or get("ACCTID")
        if "CURDEF" in values:
            draft.moeda = draft.moeda or get("CURDEF").upper()
        draft.inicio = draft.inicio or parse_data(get("DTSTART"))
        draft.fim = draft.fim or parse_data(get("DTEND"))
        self._ofc(draft, values)

    def _ofc(self, draft: Rascunho, values: Mapping[str, str]) -> None:
        """Take the balance of an OFC file, which has no group of its own."""
        if "LEDGER" in values and not draft.saldo_texto:
            draft.saldo_texto = tags.words(values["LEDGER"])

    def _status(self, values: Mapping[str, str]) -> None:
        if values.get("SEVERITY", "").strip().upper() != "ERROR":
            return
        said = tags.words(values.get("MESSAGE", "")) or f"código {tags.words(values.get('CODE', '')) or 'não informado'}"
        self.refusal = self.refusal or said[:_SHOWN]

    # --- Transactions

    def _transaction(self, name: str, start: int, begin: int, end: int) -> None:
        text = self.text
        if not self.drafts:
            self.drafts.append(Rascunho())
            self.open = True
        draft = self.drafts[-1]
        if self.by_ordinal:
            self.number = self.transactions
        else:
            self.number += text.count(self.newline, self.counted, start)
            self.counted = start
        values = tags.transaction(text, begin, end)
        cut = end == len(text)
        data = parse_data(values.get("DTPOSTED", "") or (values.get("DTTRAN", "") if name == "STMTTRNP" else ""))
        amount = values.get("TRNAMT", "")
        valor = parse_valor(amount)
        words = tags.words
        nome, memo = words(values.get("NAME", "")), words(values.get("MEMO", ""))
        texto = _joined(nome, memo)
        documento = words(values.get("CHECKNUM", "") or values.get("CHKNUM", ""))
        referencia = words(values.get("REFNUM", ""))
        fitid = words(values.get("FITID", ""))
        draft.ordem += 1
        if data is None or valor is None or cut:
            problem = self._wrong(values, data, amount, cut=cut)
            self._quarantine(draft, problem, text[begin:end], data, texto, documento or referencia, fitid)
            return
        saldo = is_saldo(nome or memo)
        if saldo:
            draft.note_saldo(nome or memo, valor)
        elif "CURSYM" in values or draft.cartao or draft.investimento:
            self._card_and_currency(draft, values, data, valor)
        draft.linhas.append(
            LinhaExtrato(
                linha=self.number,
                data=data,
                valor=valor,
                texto=texto,
                natureza=(
                    Natureza.SALDO if saldo else Natureza.PREVISTO if name == "STMTTRNP" else Natureza.LANCAMENTO
                ),
                documento=documento or referencia,
                fitid=fitid,
                tipo=values.get("TRNTYPE", "").strip(),
                referencia=referencia if documento else "",
                ordem=draft.ordem,
            )
        )
        if not saldo:
            draft.com_separador = draft.com_separador or "." in amount or "," in amount

    def _wrong(self, values: Mapping[str, str], data: date | None, amount: str, *, cut: bool) -> Problem:
        """Return why a transaction cannot be taken as it stands."""
        shown = tags.words(amount)[:40]
        if cut:
            message, fix = "O arquivo termina no meio deste lançamento.", "Baixe o extrato outra vez, inteiro."
            return self._problem(message, fix, "STMTTRN")
        if is_nothing(amount):
            message = "A linha não traz valor: o banco só informa algo."
            severity = Severity.INFO if "TRNAMT" in values and data is not None else Severity.WARNING
            return self._problem(message, "Confira no extrato do banco se ela move dinheiro.", "TRNAMT", severity)
        if parse_valor(amount) is None:
            message = f"O valor “{shown}” não pode ser lido com certeza."
            return self._problem(message, "Confira o valor no extrato do banco e lance à mão.", "TRNAMT")
        shown = tags.words(values.get("DTPOSTED", ""))[:40]
        message = f"A data “{shown}” não existe." if shown else "A linha não traz data."
        return self._problem(message, "Confira a data no extrato do banco e lance à mão.", "DTPOSTED")

    def _quarantine(
        self, draft: Rascunho, problem: Problem, raw: str, data: date | None, texto: str, documento: str, fitid: str
    ) -> None:
        draft.quarentena.append(
            LinhaQuarentena(
                linha=self.number,
                conteudo=" ".join(raw[: 4 * _SHOWN].split())[:_SHOWN],
                problem=problem,
                data=data,
                texto=texto,
                documento=documento,
                fitid=fitid,
                ordem=draft.ordem,
            )
        )

    def _card_and_currency(self, draft: Rascunho, values: Mapping[str, str], data: date, valor: int) -> None:
        symbol = tags.words(values.get("CURSYM", "")).upper()
        if symbol and symbol != (draft.moeda or "BRL"):
            self.problems.append(
                self._problem(
                    f"Este lançamento é em outra moeda ({symbol[:10]}).",
                    "Confira o valor em reais antes de conciliar.",
                    "CURSYM",
                    Severity.WARNING,
                )
            )
        if draft.cartao and valor == 0:
            self.problems.append(
                self._problem(
                    "O lançamento do cartão vem com valor zero, como alguns bancos mandam compras em outra moeda.",
                    "Confira o valor na fatura.",
                    "TRNAMT",
                    Severity.WARNING,
                )
            )
        if draft.cartao and draft.inicio is not None and data < draft.inicio:
            self.problems.append(
                self._problem(
                    "A data é anterior ao período do extrato: pode ser uma parcela com a data da compra.",
                    "Confira na fatura em que mês ela é cobrada.",
                    "DTPOSTED",
                    Severity.WARNING,
                )
            )

    def _problem(self, message: str, fix: str, field: str, severity: Severity = Severity.ERROR) -> Problem:
        return Problem(message=message, fix=fix, line=self.number, field=field, severity=severity)

    # --- The whole

    def extrato(self, hoje: date | None) -> Extrato:
        """Return what was read, with what is wrong with the file as a whole.

        Raises:
            RefusedError: There is no statement in it.
        """
        drafts = [draft for draft in self.drafts if draft.e_extrato or draft.ordem]
        if not drafts:
            raise self._none()
        merged = _merged(drafts)
        contas = tuple(draft.conta_extrato(self.gerado, hoje) for draft in merged)
        problems = [*self._about_file(), *self.problems]
        for draft, conta in zip(merged, contas, strict=True):
            problems.extend(conferencia.check(conta, draft))
        return Extrato(
            formato=self.formato,
            contas=contas,
            problems=tuple(problems),
            gerado=self.gerado,
            registros={"STMTTRN": self.transactions},
        )

    def _about_file(self) -> list[Problem]:
        found = []
        if "</OF" not in self.text:
            found.append(
                Problem(
                    message="O arquivo não tem fim: pode faltar uma parte do extrato.",
                    fix="Baixe o extrato outra vez, inteiro.",
                    field="OFX",
                )
            )
        if self.refusal:
            message = f"O banco respondeu com um erro: {self.refusal}."
            found.append(Problem(message=message, fix="Confira o extrato no banco.", field="STATUS"))
        investments = self.text.count("<INVTRAN>")
        if investments:
            message = f"O arquivo traz {investments} operações de investimento, que não são lidas aqui."
            found.append(Problem(message=message, field="INVTRAN", severity=Severity.WARNING))
        return found

    def _none(self) -> RefusedError:
        if self.refusal:
            message = f"O arquivo não traz extrato: o banco respondeu com um erro ({self.refusal})."
            return RefusedError("banco_respondeu_erro", message + " Peça o extrato outra vez.")
        if "<ACCTINFO>" in self.text:
            message = "O arquivo traz uma lista de contas, sem extrato. Peça ao banco o extrato de um período."
            return RefusedError("lista_de_contas", message)
        message = "O arquivo OFX não traz nenhum extrato. Peça ao banco o extrato de um período, em OFX."
        return RefusedError("sem_extrato", message)


def _joined(nome: str, memo: str) -> str:
    """Return name and memo without saying the same twice."""
    if not nome or nome in memo:
        return memo
    return nome if not memo or memo in nome else f"{nome} {memo}"


def _merged(drafts: list[Rascunho]) -> list[Rascunho]:
    """Return one draft per account: some banks begin a new statement for every month."""
    by_account: dict[tuple[str, str, str, bool, str], Rascunho] = {}
    for draft in drafts:
        first = by_account.setdefault(draft.chave, draft)
        if first is not draft:
            first.add(draft)
    return list(by_account.values())

