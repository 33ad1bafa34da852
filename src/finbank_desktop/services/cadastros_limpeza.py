"""What a person typed, made tidy before it is judged: no stray blanks, documents and CEP without separators."""

from dataclasses import fields, replace
from typing import Any, TypeVar

from finbank_desktop.domain.cadastros import Conta, Empresa, Endereco, Filial, Pessoa
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.documentos import compact

T = TypeVar("T", Conta, ContaReceber, Convenio, Empresa, Endereco, Filial, Pessoa)


def _stripped(obj: T) -> T:
    textos: dict[str, Any] = {
        campo.name: " ".join(valor.split()) for campo in fields(obj) if type(valor := getattr(obj, campo.name)) is str
    }
    return replace(obj, **textos)


def endereco(obj: Endereco) -> Endereco:
    """Return *obj* tidy."""
    limpo = _stripped(obj)
    return replace(limpo, uf=limpo.uf.upper(), cep="".join(letra for letra in limpo.cep if letra.isalnum()))


def empresa(obj: Empresa) -> Empresa:
    """Return *obj* tidy."""
    limpa = _stripped(obj)
    return replace(limpa, documento=compact(limpa.documento), endereco=endereco(limpa.endereco))


def filial(obj: Filial) -> Filial:
    """Return *obj* tidy."""
    limpa = _stripped(obj)
    return replace(limpa, documento=compact(limpa.documento))


def pessoa(obj: Pessoa) -> Pessoa:
    """Return *obj* tidy."""
    limpa = _stripped(obj)
    return replace(limpa, documento=compact(limpa.documento), endereco=endereco(limpa.endereco))


def conta(obj: Conta) -> Conta:
    """Return *obj* tidy; check digits in capitals, as the X of Banco do Brasil."""
    limpa = _stripped(obj)
    return replace(limpa, agencia_dv=limpa.agencia_dv.upper(), conta_dv=limpa.conta_dv.upper())


def convenio(obj: Convenio) -> Convenio:
    """Return *obj* tidy; empty lines of instruction and empty extras go."""
    limpo = _stripped(obj)
    linhas = tuple(" ".join(linha.split()) for linha in limpo.instrucoes)
    extras = {chave.strip(): valor.strip() for chave, valor in limpo.extras.items() if valor.strip()}
    return replace(limpo, instrucoes=tuple(linha for linha in linhas if linha), extras=extras)


def conta_receber(obj: ContaReceber) -> ContaReceber:
    """Return *obj* tidy."""
    return _stripped(obj)
