"""What a line of a retorno of débito automático lacks, and what a person can do about a refusal, in words."""

from collections.abc import Iterator, Sequence

from finbank_desktop.domain.ocorrencias import Efeito, Motivo, Ocorrencia
from finbank_desktop.domain.valores import Centavos, format_brl

_DINHEIRO = (Efeito.LIQUIDA, Efeito.LIQUIDA_PARCIAL)
_CONTA = "Confira agência, conta e CPF/CNPJ no consentimento com o cliente; depois reenvie o débito."
_POR_CODIGO = {
    "01": "Reenvie para outro dia, ou cobre por boleto.",
    "02": _CONTA,
    "05": "Peça ao cliente que aumente no banco dele o limite do débito, ou cobre por boleto.",
    "10": _CONTA,
    "13": "Reenvie com uma data futura, dentro do prazo do banco.",
    "14": _CONTA,
    "15": _CONTA,
    "18": "Reenvie com uma data futura, dentro do prazo do banco.",
    "19": _CONTA,
    "20": _CONTA,
    "30": "Peça ao cliente que autorize o débito no banco dele, ou cobre por boleto.",
    "FP": "Reenvie com mais de dez dias de prazo.",
    "NC": _CONTA,
}
_GERAL = "Corrija o que o banco recusou e reenvie, ou cobre por boleto."


def what_to_do(motivos: Sequence[Motivo]) -> str:
    """Return what a person can do about a refused debit."""
    return next((_POR_CODIGO[each.codigo] for each in motivos if each.codigo in _POR_CODIGO), _GERAL)


def missing(o: Ocorrencia) -> str:
    """Return which of the three things that a baixa needs *o* lacks, one sentence; empty when it lacks none.

    A baixa needs the day of the credit, its amount, and the bank's code that says why. A line that says no money moved
    needs the code alone.
    """
    faltas = list(_missing(o))
    if not faltas:
        return ""
    juntas = faltas[0] if len(faltas) == 1 else f"{', '.join(faltas[:-1])} e {faltas[-1]}"
    verbo = "falta" if len(faltas) == 1 else "faltam"
    return f"Não dá para baixar: {verbo} {juntas}. Confira a linha com o extrato do banco."


def _missing(o: Ocorrencia) -> Iterator[str]:
    if not o.codigo:
        yield "o código de ocorrência (motivo da baixa)"
        return
    if o.efeito not in _DINHEIRO:
        return
    if o.data_credito is None:
        yield "a data de crédito"
    if not o.valor_creditado:
        yield "o valor do crédito"


def settled(principal: Centavos, contas: int, resta: Centavos, excedente: Centavos) -> str:
    """Return what a settlement comes to in one sentence."""
    quais = "1 lançamento" if contas == 1 else f"{contas} lançamentos"
    texto = f"Baixa de {format_brl(principal)} em {quais}"
    texto += f"; ficam {format_brl(resta)} em aberto" if resta else ""
    texto += f"; {format_brl(excedente)} acima do devido, a devolver ao cliente" if excedente else ""
    return f"{texto}."
