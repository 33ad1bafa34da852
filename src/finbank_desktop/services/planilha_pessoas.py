"""Customers of a table beside those that are known: one CPF or CNPJ is one customer."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.documentos import format_documento
from finbank_desktop.domain.problems import Problem
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import cadastros_limpeza as limpeza
from finbank_desktop.services import cadastros_problems as check
from finbank_desktop.services.planilha_model import Aba, LinhaLida, PlanilhaRow

_ENDERECO = ("logradouro", "numero", "complemento", "bairro", "cidade", "uf", "cep")
_PROPRIOS = ("nome", "email", "telefone")
_TITULOS = {
    "nome": "nome",
    "email": "e-mail",
    "telefone": "telefone",
    "logradouro": "rua",
    "numero": "número",
    "complemento": "complemento",
    "bairro": "bairro",
    "cidade": "cidade",
    "uf": "UF",
    "cep": "CEP",
}


@dataclass
class _Resolver:
    empresa_id: int
    conhecidas: Mapping[str, Sequence[Pessoa]]
    codigos: frozenset[str]
    vistas: dict[str, tuple[int, Pessoa]] = field(default_factory=dict)
    novos_codigos: dict[str, tuple[int, str]] = field(default_factory=dict)

    def row(self, linha: LinhaLida) -> PlanilhaRow:
        """Return what becomes of one row."""
        v = linha.valores
        documento = str(v.get("documento", ""))
        iguais = self.conhecidas.get(documento, ())
        antes = iguais[0] if len(iguais) == 1 else None
        pessoa = limpeza.pessoa(merged(antes, v, self.empresa_id))
        problems = [*linha.problems, *self._problems(linha, pessoa, iguais)]
        if any(problem.is_error for problem in problems):
            return faulty(linha, problems, pessoa.nome)
        repetida = self._seen(linha, pessoa)
        if isinstance(repetida, PlanilhaRow):
            return repetida
        if antes is None:
            efeito = "Cliente novo." + _said(problems)
            return _row(linha, Aba.NOVOS, efeito, depois=pessoa, problems=problems)
        mudou = changed(antes, pessoa)
        if not mudou:
            return _row(linha, Aba.EXISTENTES, f"Já cadastrado com o código {antes.codigo}; nada muda.", antes=antes)
        efeito = f"Já cadastrado com o código {antes.codigo}; muda: {', '.join(mudou)}." + _said(problems)
        return _row(linha, Aba.ALTERADOS, efeito, antes=antes, depois=pessoa, problems=problems)

    def _problems(self, linha: LinhaLida, pessoa: Pessoa, iguais: Sequence[Pessoa]) -> Iterator[Problem]:
        lidas = {problem.field for problem in linha.problems}
        yield from (problem for problem in check.pessoa(pessoa) if problem.field not in lidas)
        if len(iguais) > 1:
            codigos = ", ".join(cada.codigo for cada in iguais)
            message = f"Há {len(iguais)} clientes com este CPF ou CNPJ (códigos {codigos})."
            yield Problem(message=message, fix="Corrija-os antes em Pessoas.", field="documento")
        if not iguais and pessoa.codigo:
            yield from self._taken(linha, pessoa)

    def _taken(self, linha: LinhaLida, pessoa: Pessoa) -> Iterator[Problem]:
        """Yield why the codigo of a new customer cannot be hers."""
        if pessoa.codigo in self.codigos:
            message = f"O código {pessoa.codigo} já é de outro cliente."
            yield Problem(message=message, fix="Deixe o código vazio para o programa contar sozinho.", field="codigo")
        outra, documento = self.novos_codigos.setdefault(pessoa.codigo, (linha.numero, pessoa.documento))
        if documento != pessoa.documento:
            message = f"O código {pessoa.codigo} já está na linha {outra}, com outro CPF ou CNPJ."
            yield Problem(message=message, fix="Deixe o código de uma delas vazio.", field="codigo")

    def _seen(self, linha: LinhaLida, pessoa: Pessoa) -> PlanilhaRow | None:
        """Return what becomes of a documento that came before in the same table; ``None`` when it did not."""
        outra, como = self.vistas.setdefault(pessoa.documento, (linha.numero, pessoa))
        if outra == linha.numero:
            return None
        if como == pessoa:
            return _row(linha, Aba.EXISTENTES, f"Repete a linha {outra}; nada muda.")
        message = f"Este CPF ou CNPJ já está na linha {outra}, com outros dados ({', '.join(changed(como, pessoa))})."
        problem = Problem(
            message=message, fix="Deixe na planilha só a linha certa.", line=linha.numero, field="documento"
        )
        return faulty(linha, [problem], pessoa.nome)


def resolve(uow: UnitOfWork, empresa_id: int, linhas: Sequence[LinhaLida]) -> list[PlanilhaRow]:
    """Return what becomes of each row."""
    documentos = (linha.valores["documento"] for linha in linhas if "documento" in linha.valores)
    resolver = _Resolver(
        empresa_id=empresa_id,
        conhecidas=uow.pessoas.find_many_by_documento(empresa_id, documentos),
        codigos=frozenset(uow.pessoas.codigos(empresa_id)),
    )
    return [resolver.row(linha) for linha in linhas]


def merged(antes: Pessoa | None, valores: Mapping[str, Any], empresa_id: int) -> Pessoa:
    """Return *antes* with what the table says; an empty cell leaves what is there, and a codigo never changes."""
    if antes is None:
        antes = Pessoa(
            empresa_id=empresa_id,
            codigo=str(valores.get("codigo", "")),
            nome="",
            documento=str(valores.get("documento", "")),
        )
    endereco = {parte: valores[parte] for parte in _ENDERECO if parte in valores}
    proprios = {campo: valores[campo] for campo in _PROPRIOS if campo in valores}
    return replace(antes, endereco=replace(antes.endereco, **endereco), **proprios)


def changed(antes: Pessoa, depois: Pessoa) -> list[str]:
    """Return the names of what differs."""
    mudou = [campo for campo in _PROPRIOS if getattr(antes, campo) != getattr(depois, campo)]
    mudou += [parte for parte in _ENDERECO if getattr(antes.endereco, parte) != getattr(depois.endereco, parte)]
    return [_TITULOS[campo] for campo in mudou] or (["código"] if antes.codigo != depois.codigo else [])


def faulty(linha: LinhaLida, problems: Iterable[Problem], titulo: str) -> PlanilhaRow:
    """Return a row that stays out, and why."""
    errors = tuple(replace(problem, line=linha.numero) for problem in problems if problem.is_error)
    efeito = " ".join(part for problem in errors for part in (problem.message, problem.fix) if part)
    return PlanilhaRow(
        numero=linha.numero, aba=Aba.PROBLEMAS, titulo=titulo, efeito=efeito, valores=linha.valores, problems=errors
    )


def _row(
    linha: LinhaLida,
    aba: Aba,
    efeito: str,
    *,
    antes: Pessoa | None = None,
    depois: Pessoa | None = None,
    problems: Iterable[Problem] = (),
) -> PlanilhaRow:
    nome = (depois or antes or Pessoa(empresa_id=0, codigo="", nome="", documento="")).nome
    documento = format_documento(str(linha.valores.get("documento", "")))
    return PlanilhaRow(
        numero=linha.numero,
        aba=aba,
        titulo=f"{nome or linha.valores.get('nome', '')} · {documento}",
        efeito=efeito,
        valores=linha.valores,
        antes=antes,
        depois=depois,
        problems=tuple(replace(problem, line=linha.numero) for problem in problems),
    )


def _said(problems: Iterable[Problem]) -> str:
    """Return the warnings, in one sentence where they are about the address."""
    faltam = [
        problem.field for problem in problems if problem.field in _TITULOS and problem.message.startswith("Falta")
    ]
    if not faltam:
        return "".join(f" {problem.message}" for problem in problems)
    nomes = ", ".join(_TITULOS[str(campo)] for campo in faltam)
    return f" Falta no endereço: {nomes}; sem isso o banco recusa o registro do boleto."
