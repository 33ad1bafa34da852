"""What the fields of a remessa are called when a person is told of them: no name of a layout reaches a screen."""

from collections.abc import Iterable
from dataclasses import replace

from finbank_desktop.domain.problems import Problem

PALAVRAS = {
    "empresa_nome": "nome da empresa",
    "empresa_mensagem": "mensagem da empresa",
    "empresa_endereco": "endereço da empresa",
    "beneficiario_nome": "nome da empresa",
    "beneficiario_final_nome": "nome do beneficiário final",
    "pagador_nome": "nome do pagador",
    "pagador_endereco": "endereço do pagador",
    "pagador_bairro": "bairro do pagador",
    "pagador_cidade": "cidade do pagador",
    "pagador_email": "e-mail do pagador",
    "sacador_avalista_nome": "nome do beneficiário final",
    "sacador_avalista": "nome do beneficiário final",
    "numero_documento": "número do documento",
    "seu_numero": "número do documento",
    "banco_nome": "nome do banco",
}
"""The fields a person fills, by their name in the layouts; any other is said by its name with blanks."""


def spoken(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return *problems* with every field named in words, each sentence once."""
    ditos = (_spoken(problem) for problem in problems)
    return tuple({(each.message, each.line, each.start): each for each in ditos}.values())


def _spoken(problem: Problem) -> Problem:
    if not problem.field:
        return problem
    palavras = PALAVRAS.get(problem.field, problem.field.replace("_", " "))
    return replace(problem, message=problem.message.replace(f"o campo {problem.field} ", f"o campo “{palavras}” "))
