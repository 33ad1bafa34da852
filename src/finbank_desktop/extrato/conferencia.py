"""What is to be said of an account as a whole: its currency, its balance, amounts without a sign."""

from collections import Counter

from finbank_desktop.domain.extratos import ContaExtrato, Natureza
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.extrato.rascunho import Rascunho

_DEBITOS = frozenset({"DEBIT", "CHECK", "PAYMENT", "FEE", "SRVCHG", "ATM"})


def check(conta: ContaExtrato, draft: Rascunho) -> list[Problem]:
    """Return what a person should know before believing the statement of one account."""
    return [*_moeda(conta), *_saldo(conta, draft), *_sinais(conta), *_repetidos(conta)]


def _quem(conta: ContaExtrato) -> str:
    return f"da conta {conta.conta}" if conta.conta else "do extrato"


def _moeda(conta: ContaExtrato) -> list[Problem]:
    if conta.moeda == "BRL":
        return []
    message = f"Os valores {_quem(conta)} são em {conta.moeda[:10]}, não em reais."
    return [Problem(message=message, fix="Não misture com contas em reais.", field="CURDEF", severity=Severity.WARNING)]


def _saldo(conta: ContaExtrato, draft: Rascunho) -> list[Problem]:
    quem = _quem(conta)
    if conta.saldo_proposto is not None:
        message = (
            f"O saldo {quem} vem sem separador de centavos (“{draft.saldo_texto[:30]}”): pode ser "
            f"{format_brl(conta.saldo_proposto)}."
        )
        return [Problem(message=message, fix="Confira o saldo no banco.", field="BALAMT", severity=Severity.WARNING)]
    if draft.saldo_texto and conta.saldo is None:
        message = f"O saldo {quem} não pode ser lido (“{draft.saldo_texto[:30]}”)."
        return [Problem(message=message, fix="Confira o saldo no banco.", field="BALAMT", severity=Severity.WARNING)]
    if conta.falta:
        message = (
            f"O saldo {quem} não fecha: {format_brl(conta.saldo_anterior or 0)} mais os lançamentos dá "
            f"{format_brl((conta.saldo_anterior or 0) + conta.soma)}, o arquivo diz {format_brl(conta.saldo or 0)}; "
            f"faltam {format_brl(conta.falta)}."
        )
        return [
            Problem(message=message, fix="Confira se há linhas a conferir.", field="BALAMT", severity=Severity.WARNING)
        ]
    return []


def _sinais(conta: ContaExtrato) -> list[Problem]:
    """The sign is the truth, whatever the kind says; but debits of which none is below zero have lost it."""
    debitos = [linha.valor for linha in conta.linhas if linha.tipo.upper() in _DEBITOS]
    if not debitos or any(linha.valor < 0 for linha in conta.linhas) or not any(valor > 0 for valor in debitos):
        return []
    message = f"Nenhum valor {_quem(conta)} é negativo, mas há débitos: o arquivo pode ter perdido os sinais."
    return [
        Problem(message=message, fix="Confira no banco quais são saídas.", field="TRNAMT", severity=Severity.WARNING)
    ]


def _repetidos(conta: ContaExtrato) -> list[Problem]:
    seen = Counter(linha.fitid for linha in conta.linhas if linha.fitid and linha.natureza is not Natureza.SALDO)
    repeated = sum(1 for times in seen.values() if times > 1)
    if not repeated:
        return []
    message = f"O banco repete identificações (FITID) {_quem(conta)}: {repeated}; cada linha conta como uma."
    return [Problem(message=message, field="FITID", severity=Severity.INFO)]
