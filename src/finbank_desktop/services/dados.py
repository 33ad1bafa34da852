"""The books as a file of data: written out whole, read in again by codigo; see ``docs/manual/dados.md``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from finbank_desktop.domain.problems import Problem, RefusedError
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import dados_leitura
from finbank_desktop.services.dados_gravacao_pagamentos import GravacaoPagamentos
from finbank_desktop.services.dados_secoes import SECOES, Secao
from finbank_desktop.services.livros import dados_livros

_NA_FRASE = 20
"""Problems told in the sentence of a refusal; the error carries them all."""


class DadosRecusadosError(RefusedError):
    """A data file was refused whole; nothing changed.

    Attributes:
        problems: Every fault of the file, each with its position.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Say how many faults there are, and the first of them."""
        erros = [problem for problem in problems if problem.is_error]
        quantos = "1 erro" if len(erros) == 1 else f"{len(erros)} erros"
        resto = f" … e mais {len(erros) - _NA_FRASE}" if len(erros) > _NA_FRASE else ""
        ditos = " ".join(problem.message for problem in erros[:_NA_FRASE])
        mensagem = f"O arquivo tem {quantos} e nada foi gravado: {ditos}{resto}"
        super().__init__("dados_recusados", mensagem, erros[0].field or "")
        self.problems = problems


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumoImportacao:
    """What a data file did.

    Attributes:
        incluidos: New entries by list.
        alterados: Changed entries by list.
        iguais: Entries that were so already, by list.
        problems: What to mind; no errors.
    """

    incluidos: Mapping[str, int]
    alterados: Mapping[str, int]
    iguais: Mapping[str, int]
    problems: tuple[Problem, ...]


class DadosService:
    """Reads and writes data files."""

    def __init__(self, database: Database, *, agora: Callable[[], datetime]) -> None:
        """Work on *database*; *agora* tells which day it is."""
        self._database = database
        self._agora = agora

    def import_json(self, text: str) -> ResumoImportacao:
        """Add what has a new codigo, change what has a known one; keys that are not there leave their value.

        Raises:
            RefusedError: The text is no data file.
            DadosRecusadosError: An entry is at fault; nothing was written.
        """
        listas = dados_leitura.parse(text)
        problems: list[Problem] = []
        entradas = {secao.nome: dados_leitura.read(secao, listas.get(secao.nome, []), problems) for secao in SECOES}
        with self._database.write() as uow:
            gravacao = GravacaoPagamentos(
                uow=uow,
                hoje=self._agora().date(),
                agora=self._agora(),
                problems=problems,
                declarados=dados_leitura.declared(listas),
            )
            for secao in SECOES:
                gravacao.write(secao, entradas[secao.nome])
            if any(problem.is_error for problem in problems):
                raise DadosRecusadosError(tuple(problems))
        return ResumoImportacao(
            incluidos=_counts(gravacao.incluidos),
            alterados=_counts(gravacao.alterados),
            iguais=_counts(gravacao.iguais),
            problems=tuple(problems),
        )

    def export_json(self) -> dict[str, list[dict[str, Any]]]:
        """Return everything a data file holds, by empresa and codigo; importing it again changes nothing."""
        with self._database.read() as uow:
            codigos = _Codigos(uow)
            return {secao.nome: [codigos.shown(secao, obj) for obj in _all(uow, secao.nome)] for secao in SECOES}


def _counts(contagem: Mapping[str, int]) -> dict[str, int]:
    return {secao.nome: contagem.get(secao.nome, 0) for secao in SECOES}


def _all(uow: UnitOfWork, nome: str) -> list[Any]:
    return list(getattr(uow, nome).all())


class _Codigos:
    """The codigos rows are referred to by."""

    def __init__(self, uow: UnitOfWork) -> None:
        alvos = {campo.alvo for secao in SECOES for campo in secao.campos if campo.alvo}
        alvos |= {"plano_contas", "contas_receber"}
        self._por_alvo = {alvo: {obj.id: obj.codigo for obj in _all(uow, alvo)} for alvo in alvos}

    def shown(self, secao: Secao, obj: Any) -> dict[str, Any]:
        """Return one entry."""
        entrada: dict[str, Any] = {}
        for campo in secao.campos:
            if (secao.nome, campo.chave) == ("debitos", "contas"):
                contas = self._por_alvo["contas_receber"]
                entrada["contas"] = [contas[item.conta_receber_id] for item in obj.itens]
            elif campo.grupo == "extras":
                entrada["extras"] = dict(obj.extras)
            elif campo.grupo == dados_livros.GRUPO:
                entrada[campo.grupo] = dados_livros.shown_contas(obj, self._por_alvo["plano_contas"])
            elif campo.grupo:
                grupo = entrada.setdefault(campo.grupo, {})
                grupo[campo.chave] = _shown(campo.show, getattr(getattr(obj, campo.grupo), campo.atributo))
            elif campo.alvo:
                entrada[campo.chave] = self._por_alvo[campo.alvo].get(getattr(obj, campo.atributo))
            else:
                entrada[campo.chave] = _shown(campo.show, getattr(obj, campo.atributo))
        return entrada


def _shown(show: Callable[[Any], Any], valor: Any) -> Any:
    return None if valor is None else show(valor)
