"""Which of our accounts a statement is of: by what somebody confirmed before, or by the numbers themselves."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from finbank_desktop.domain.cadastros import Conta
from finbank_desktop.domain.extratos import ContaExtrato
from finbank_desktop.persistence.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Impressao:
    """The bank's own words for an account, without what differs from one file to the next."""

    banco: str
    agencia: str
    conta: str


def fingerprint(conta: ContaExtrato) -> Impressao:
    """Return what the file calls the account.

    >>> fingerprint(ContaExtrato(banco="0237", agencia="", conta="2713/8862"))
    Impressao(banco='237', agencia='', conta='2713/8862')
    """
    return Impressao(conta.banco.strip().lstrip("0"), _letters(conta.agencia), conta.conta.strip().upper())


def recognise(uow: UnitOfWork, found: ContaExtrato) -> tuple[Conta | None, str]:
    """Return our account and how it was recognised, or ``None`` and why not.

    A number is only trusted when exactly one account of the same bank has it.
    """
    known = fingerprint(found)
    learned = uow.extrato_contas.all(known.banco, known.agencia, known.conta)
    if len(learned) == 1:
        return uow.contas.get(learned[0].conta_id), "como da última vez"
    matches = [conta for conta in uow.contas.all() if is_same(found, conta)]
    if len(matches) == 1:
        return matches[0], "pelo número da conta no arquivo"
    return None, "nenhuma conta sua tem este número" if not matches else "mais de uma conta sua tem este número"


def is_same(found: ContaExtrato, conta: Conta) -> bool:
    """Whether bank and number of *found* are those of *conta*.

    Files write the number with or without agência in front and check digit behind, all in one or with separators.
    """
    if found.banco.strip().lstrip("0") != conta.banco.lstrip("0") or not _letters(found.conta):
        return False
    inside = [_letters(part) for part in re.split(r"[/\s]+", found.conta.strip()) if _letters(part)]
    numbers = {conta.conta, conta.conta + conta.conta_dv}
    agencias = {conta.agencia, conta.agencia + conta.agencia_dv}
    agencia = _letters(found.agencia)
    if agencia and not _same(agencia, agencias):
        return False
    whole = {a + n for a in agencias for n in _padded(numbers)}
    if len(inside) > 1:
        return _same(inside[-1], numbers) and _same(inside[0], agencias)
    return _same(inside[0], numbers | whole)


def disagrees(found: ContaExtrato, conta: Conta) -> bool:
    """Whether the file names another bank than that of *conta*."""
    banco = found.banco.strip().lstrip("0")
    return bool(banco) and banco != conta.banco.lstrip("0")


def _padded(numbers: set[str]) -> set[str]:
    """Return *numbers* also with the zeros that banks fill them up with."""
    return {number.zfill(width) for number in numbers for width in range(len(number), 13)}


def _same(written: str, ours: set[str]) -> bool:
    return written.lstrip("0") in {_letters(each).lstrip("0") for each in ours if each}


def _letters(text: str) -> str:
    return "".join(letter for letter in text.upper() if letter.isalnum())


def describe(contas: Sequence[Conta]) -> str:
    """Return the accounts for a sentence."""
    return ", ".join(f"{conta.codigo} {conta.descricao}".strip() for conta in contas) or "nenhuma"
