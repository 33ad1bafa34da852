"""Accounts and Pix keys of pessoas, to pay into."""

from collections import defaultdict
from collections.abc import Iterable

from finbank_desktop.domain.chaves_pix import TipoChave
from finbank_desktop.domain.contas_pagar import ChavePixFavorecido, ContaBancaria, TipoContaFavorecido
from finbank_desktop.persistence import tables_pagamentos
from finbank_desktop.persistence.repositories.mirrored import MirroredCodedRepository


class PessoaContaRepository(MirroredCodedRepository[ContaBancaria]):
    """Accounts of pessoas."""

    table = tables_pagamentos.pessoa_contas
    nome = "A conta do favorecido"
    record = ContaBancaria
    enums = {"tipo": TipoContaFavorecido}  # noqa: RUF012 - a ClassVar by its base

    def of_pessoas(self, pessoas: Iterable[int]) -> dict[int, list[ContaBancaria]]:
        """Return the accounts of each of *pessoas*, the main one first."""
        achadas: dict[int, list[ContaBancaria]] = defaultdict(list)
        for conta in self._select_in(self.table.c.pessoa_id, pessoas):
            achadas[conta.pessoa_id].append(conta)
        return {row: sorted(suas, key=lambda each: not each.principal) for row, suas in achadas.items()}


class PessoaChaveRepository(MirroredCodedRepository[ChavePixFavorecido]):
    """Pix keys of pessoas."""

    table = tables_pagamentos.pessoa_chaves_pix
    nome = "A chave Pix do favorecido"
    record = ChavePixFavorecido
    enums = {"tipo": TipoChave}  # noqa: RUF012 - a ClassVar by its base

    def of_pessoas(self, pessoas: Iterable[int]) -> dict[int, list[ChavePixFavorecido]]:
        """Return the keys of each of *pessoas*, the main one first."""
        achadas: dict[int, list[ChavePixFavorecido]] = defaultdict(list)
        for chave in self._select_in(self.table.c.pessoa_id, pessoas):
            achadas[chave.pessoa_id].append(chave)
        return {row: sorted(suas, key=lambda each: not each.principal) for row, suas in achadas.items()}
