"""What stops a whole retorno, and what stops only one of its lines.

A file that is not ours, is of another kind or has lost its end is refused whole. A trailer that disagrees with its
lines wants to be confirmed. A bad line goes to a person and stops nothing else.
"""

import re
from collections.abc import Iterable

from finbank_desktop.domain.arquivos import Arquivo, Cabecalho
from finbank_desktop.domain.ocorrencias import Ocorrencia
from finbank_desktop.domain.problems import Problem, RefusedError
from finbank_desktop.services.retorno_convenio import describe

_PRODUTOS = {
    "pagamento": "de pagamentos",
    "debito": "de débito automático",
    "dda": "de DDA",
    "extrato": "de extrato",
}
_TOTAL = re.compile(r"(^|_)(qtd|quantidade|valor|total|soma)(_|$)")
_SEQUENCIA = re.compile(r"^sequenc")
_BANCO = "banco"  # said once for all lines, and the header was already found to be ours


def refuse_other_kinds(arquivo: Arquivo, nome: str) -> None:
    """Refuse what is no complete retorno of cobrança.

    Raises:
        RefusedError: With what it is, what was expected and what to do.
    """
    cabecalho = arquivo.cabecalho
    if cabecalho.kind == "remessa":
        raise RefusedError(
            "remessa_no_lugar_de_retorno",
            f"Este arquivo é uma remessa ({describe(cabecalho)}), que vai ao banco; aqui se importa o retorno que o "
            "banco devolve. Escolha o arquivo de retorno (.RET).",
            nome,
        )
    if cabecalho.kind != "retorno" or cabecalho.product != "cobranca":
        raise RefusedError(
            "outro_produto",
            f"Este arquivo é {_PRODUTOS.get(cabecalho.product, 'de outro serviço do banco')}; aqui se importa o "
            "retorno de cobrança. Escolha o retorno de cobrança do banco.",
            nome,
        )
    if not arquivo.has_end:
        raise RefusedError(
            "fim_ausente",
            f"O arquivo de retorno está cortado: tem {len(arquivo.records)} títulos, mas falta o registro que o "
            "encerra. Nada foi importado; baixe-o de novo no site do banco.",
            nome,
        )


def refuse_stranger(cabecalho: Cabecalho, nome: str) -> RefusedError:
    """Return the refusal of a retorno of no convênio of ours."""
    return RefusedError(
        "convenio_desconhecido",
        f"Este retorno é de outra conta ou empresa ({describe(cabecalho)}); nenhum convênio cadastrado tem esses "
        "números. Escolha o arquivo da sua empresa ou cadastre o convênio.",
        nome,
    )


def doubts(arquivo: Arquivo) -> dict[int, str]:
    """Return what is wrong with single titles, by the line of their `Ocorrencia`."""
    erros = [problem for problem in arquivo.problems if problem.is_error and not _is_of_the_file(problem)]
    titulos = _title_lines(arquivo.records, erros)
    saida: dict[int, str] = {}
    for problem in erros:
        linha = titulos.get(problem.line or 0)
        if linha is not None:
            saida.setdefault(linha, problem.message)
    return saida


def needs_tick(arquivo: Arquivo) -> bool:
    """Whether somebody has to say that the file is to be imported all the same.

    That is when counts or sums of a closing record disagree with the lines, when their numbers have a gap, and when
    there are more bad lines than are told one by one, so that not each of them can be put before a person.
    """
    erros = [problem for problem in arquivo.problems if problem.is_error]
    if any(problem.line is None or _SEQUENCIA.match(problem.field or "") for problem in erros):
        return True
    totais = [problem for problem in erros if _TOTAL.search(problem.field or "")]
    titulos = _title_lines(arquivo.records, totais)
    return any(problem.line not in titulos for problem in totais)


def _is_of_the_file(problem: Problem) -> bool:
    """Whether a problem told of one line is none of that line's: a gap before it, or the same on all lines."""
    return problem.field == _BANCO or bool(_SEQUENCIA.match(problem.field or ""))


def _title_lines(records: Iterable[Ocorrencia], problems: Iterable[Problem]) -> dict[int, int]:
    """Return the first line of its title for each line that *problems* name and that belongs to one."""
    linhas = {problem.line for problem in problems}
    if not linhas:
        return {}
    pares = ((o.line + i, o.line) for o in records for i in range(max(1, len(o.raw))))
    return {linha: primeira for linha, primeira in pares if linha in linhas}
