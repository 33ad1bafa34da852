"""What the user reads while a retorno of payments is imported: tabs, the commit button, what was and will be done.

*Aceite* is the bank's word that it will pay; only the *confirmação* says that it paid.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from finbank_desktop.services.pagamentos.retorno_model import RetornoPagamentoPlan
    from finbank_desktop.services.retorno_wizard import RetornoDraft

TITULOS_ABAS: Mapping[str, str] = {
    "baixas": "Pagos",
    "confirmacoes": "Aceitos",
    "rejeicoes": "Recusados ou devolvidos",
    "nao_localizados": "Não localizados",
    "conferir": "Conferir",
    "ja_processados": "Já processados",
    "ignorados": "Ignorados",
}
"""What the user reads on each tab that payments use, in the order of the plan."""

_VERBOS = (
    ("baixas", "Confirmar", "pagamento", "pagamentos"),
    ("confirmacoes", "Registrar", "aceite", "aceites"),
    ("rejeicoes", "Registrar", "recusa", "recusas"),
)
_DITOS = (
    ("baixas", "pagamento confirmado", "pagamentos confirmados"),
    ("confirmacoes", "aceite, que não paga nada", "aceites, que não pagam nada"),
    ("rejeicoes", "recusa ou devolução", "recusas ou devoluções"),
)


def commit_label(plano: "RetornoPagamentoPlan") -> str:
    """Return the words of the commit button: verb and number of what matters most in *plano*."""
    for aba, verbo, um, varios in _VERBOS:
        if numero := plano.tabs.get(aba, 0):
            return f"{verbo} {_count(numero, um, varios)}"
    if any(row.decisao is not None for row in plano.rows):
        return "Guardar as decisões"
    return "Guardar a importação"


def summary(plano: "RetornoPagamentoPlan") -> str:
    """Return one sentence about everything that will be written."""
    partes = [_count(numero, um, varios) for aba, um, varios in _DITOS if (numero := plano.tabs.get(aba, 0))]
    deixados = plano.needs_person
    fim = f" {_count(deixados, 'linha fica', 'linhas ficam')} para você decidir." if deixados else ""
    return ("Serão gravados: " + ", ".join(partes) + "." if partes else "Nada muda nas contas a pagar.") + fim


def closing(draft: "RetornoDraft") -> str:
    """Return one sentence about what became of all the files."""
    feitos = draft.importados
    pagos = sum(_done(arquivo.importacao, "baixas") for arquivo in feitos)
    aceitos = sum(_done(arquivo.importacao, "confirmacoes") for arquivo in feitos)
    partes = [
        _count(len(feitos), "arquivo importado", "arquivos importados"),
        _count(pagos, "pagamento confirmado", "pagamentos confirmados"),
        _count(aceitos, "aceite", "aceites"),
        _count(len(draft.recusados), "arquivo recusado", "arquivos recusados"),
        _count(
            sum(a.is_repeated for a in draft.arquivos), "arquivo já importado antes", "arquivos já importados antes"
        ),
        _count(sum(a.pulado for a in draft.arquivos), "arquivo pulado", "arquivos pulados"),
    ]
    ditas = [parte for parte in partes if parte]
    return ", ".join(ditas) + "." if ditas else "Nenhum arquivo foi gravado."


def _done(importacao: object, aba: str) -> int:
    contagens: Mapping[str, int] = getattr(importacao, "contagens", {})
    return int(contagens.get(aba, 0))


def _count(numero: int, um: str, varios: str) -> str:
    return f"{numero:,} ".replace(",", ".") + (um if numero == 1 else varios) if numero else ""
