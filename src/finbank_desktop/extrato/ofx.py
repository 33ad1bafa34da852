"""OFX 1 (SGML), OFX 2 (XML) and OFC, as Brazilian banks write them: one pass by tags, and every transaction kept.

Standards: OFX 1.6 (11/1998) and 2.1.1, chapters 3 and 11; OFC 1.0. What banks do beside them is in the tests, one case
each.
"""

import re
from collections.abc import Mapping
from datetime import date

from finbank_desktop.domain.extratos import Extrato
from finbank_desktop.domain.problems import Problem, RefusedError, Severity
from finbank_desktop.extrato import conferencia, tags
from finbank_desktop.extrato.decoding import decode
from finbank_desktop.extrato.lancamentos import PENDENTE, Lancamentos
from finbank_desktop.extrato.rascunho import Rascunho, merged
from finbank_desktop.extrato.tags import words
from finbank_desktop.extrato.valores import parse_data

_STATEMENTS = frozenset({"STMTRS", "CCSTMTRS", "INVSTMTRS", "ACCTSTMT"})
_ENDS = frozenset("/" + name for name in _STATEMENTS)
_ACCOUNTS = frozenset({"BANKACCTFROM", "CCACCTFROM", "INVACCTFROM", "ACCTFROM"})
_ELSEWHERE = frozenset({"/STMTTRN", "/STMTTRNP", "LEDGERBAL", "AVAILBAL", "INVPOSLIST", "INVBAL"})
_TRANSACTIONS = frozenset({"STMTTRN", PENDENTE})
_SHOWN = 200
MAIS_LANCAMENTOS = 1_000_000
"""More are no account's statement, and would not fit into memory."""
_MARKS = ("OFX>", "OFX ", "OFC>", "OFC ", "STMTTRN>", "STMTRS>")
_NO_STATEMENT = "O arquivo OFX não traz nenhum extrato. Peça ao banco o extrato de um período, em OFX."
_BEGIN = re.compile(r"<(?:[A-Za-z]\w{0,20}+:)?OF([XC])(?:\s[^<>]*+)?+>", re.IGNORECASE)


def read(data: bytes, *, hoje: date | None = None) -> Extrato:
    """Return what stands in an OFX or OFC file.

    Args:
        data: The whole file.
        hoje: Lines after it are *previstos* whatever the file says; ``None`` leaves that to the file.

    Raises:
        RefusedError: It holds no statement; the sentence says what it is.
    """
    text = decode(data)
    if not any(mark in text.upper() for mark in _MARKS):
        raise RefusedError("sem_extrato", _NO_STATEMENT)
    text = tags.prepare(text)
    if text.count("<STMTTRN") > MAIS_LANCAMENTOS:
        message = "O extrato tem mais de um milhão de lançamentos. Peça ao banco um período menor."
        raise RefusedError("extrato_grande", message)
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
        self.lancamentos = Lancamentos(text)
        self.gerado: date | None = None
        self.refusal = ""

    def run(self) -> None:
        """Read all of the file."""
        text = self.text
        for name, start, begin, end in tags.groups(text):
            if name in _TRANSACTIONS:
                if not self.drafts:
                    self._begin(name)
                self.lancamentos.take(self.drafts[-1], name, start, begin, end)
                continue
            if name in _ENDS:
                self.open = False
            self._group(name, tags.leaves(text, begin, end) if text.find("<", begin, end) >= 0 else {})

    # --- Groups

    def _group(self, name: str, values: Mapping[str, str]) -> None:
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
        """Begin a draft, unless the group belongs to the one that is open: OFC opens two groups for one statement."""
        last = self.drafts[-1] if self.open and self.drafts else None
        begun = last is not None and (last.conta or last.banco or last.com_linhas)
        if last is None or (begun and (name in _ACCOUNTS or last.com_linhas or not last.e_extrato)):
            last = Rascunho(e_extrato=last is not None and last.e_extrato)
            self.drafts.append(last)
            self.open = True
        last.e_extrato |= name in _STATEMENTS
        last.cartao |= name in ("CCSTMTRS", "CCACCTFROM")
        last.investimento |= name in ("INVSTMTRS", "INVACCTFROM")

    def _fill(self, draft: Rascunho, name: str, values: Mapping[str, str]) -> None:
        def get(*names: str) -> str:
            return next((words(values[each]) for each in names if each in values), "")

        if name == "LEDGERBAL":
            draft.saldo_texto, draft.saldo_data_texto = get("BALAMT"), get("DTASOF")
        draft.saldo_texto = draft.saldo_texto or get("LEDGER")  # OFC has no group for its balance
        if name in _ELSEWHERE:
            return
        if name in _ACCOUNTS:
            draft.banco = draft.banco or get("BANKID", "BROKERID")
            draft.agencia = draft.agencia or get("BRANCHID")
            draft.conta = draft.conta or get("ACCTID")
        draft.moeda = draft.moeda or get("CURDEF").upper()
        draft.inicio = draft.inicio or parse_data(get("DTSTART"))
        draft.fim = draft.fim or parse_data(get("DTEND"))

    def _status(self, values: Mapping[str, str]) -> None:
        if values.get("SEVERITY", "").strip().upper() != "ERROR":
            return
        said = words(values.get("MESSAGE", "")) or f"código {words(values.get('CODE', '')) or 'não informado'}"
        self.refusal = self.refusal or said[:_SHOWN]

    # --- The whole

    def extrato(self, hoje: date | None) -> Extrato:
        """Return what was read, with what is wrong with the file as a whole.

        Raises:
            RefusedError: There is no statement in it.
        """
        drafts = [draft for draft in self.drafts if draft.e_extrato or draft.ordem]
        if not drafts:
            raise self._none()
        accounts = merged(drafts)
        contas = tuple(draft.conta_extrato(self.gerado, hoje) for draft in accounts)
        problems = [*self._about_file(), *self.lancamentos.problems]
        for draft, conta in zip(accounts, contas, strict=True):
            problems.extend(conferencia.check(conta, draft))
        return Extrato(
            formato=self.formato,
            contas=contas,
            problems=tuple(problems),
            gerado=self.gerado,
            registros={"STMTTRN": self.lancamentos.quantos},
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
            message = f"O arquivo traz operações de investimento ({investments}), que não são lidas aqui."
            found.append(Problem(message=message, field="INVTRAN", severity=Severity.WARNING))
        return found

    def _none(self) -> RefusedError:
        if self.refusal:
            message = f"O arquivo não traz extrato: o banco respondeu com um erro ({self.refusal})."
            return RefusedError("banco_respondeu_erro", message + " Peça o extrato outra vez.")
        if "<ACCTINFO>" in self.text:
            message = "O arquivo traz uma lista de contas, sem extrato. Peça ao banco o extrato de um período."
            return RefusedError("lista_de_contas", message)
        return RefusedError("sem_extrato", _NO_STATEMENT)
