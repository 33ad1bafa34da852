"""A small set of books to test on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from finbank_desktop.domain.boletos import Boleto, BoletoItem
from finbank_desktop.domain.cadastros import Conta, Pessoa
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.unit_of_work import UnitOfWork

EMISSAO = date(2026, 11, 2)


@dataclass(frozen=True, slots=True)
class Books:
    """A database with an account, a convênio and two customers."""

    database: Database
    convenio: Convenio
    pessoas: tuple[Pessoa, Pessoa]

    def conta_receber(self, numero: int, *, dias: int = 30) -> ContaReceber:
        """Return conta a receber number *numero*, not yet saved."""
        return ContaReceber(
            empresa_id=1,
            codigo=f"{numero:06d}",
            pessoa_id=self.pessoas[numero % 2].id,
            convenio_id=self.convenio.id,
            documento=f"NF{numero}",
            descricao=f"Serviço nº {numero}",
            emissao=EMISSAO,
            vencimento=EMISSAO + timedelta(days=dias),
            valor=1000 + numero,
        )

    def boleto(self, conta: ContaReceber, numero: int) -> Boleto:
        """Return a boleto of *conta*, not yet saved."""
        return Boleto(
            empresa_id=1,
            convenio_id=self.convenio.id,
            pessoa_id=conta.pessoa_id,
            sequencial=numero,
            numero_documento=conta.documento,
            nosso_numero=f"{numero:08d}",
            nosso_numero_impresso=f"109/{numero:08d}",
            agencia_codigo_beneficiario="1234 / 56789-0",
            codigo_barras="",
            linha_digitavel="",
            emissao=EMISSAO,
            vencimento=conta.vencimento,
            valor=conta.valor,
            instrucoes=("Não dispensar juros",),
            itens=(BoletoItem(conta_receber_id=conta.id, valor=conta.valor),),
        )

    def add_boletos(self, uow: UnitOfWork, quantos: int) -> list[Boleto]:
        """Save *quantos* contas a receber, each with its boleto."""
        contas = uow.contas_receber.add_many([self.conta_receber(n) for n in range(1, quantos + 1)])
        return uow.boletos.add_many([self.boleto(conta, n) for n, conta in enumerate(contas, 1)])


@pytest.fixture
def make_books() -> Iterator[Callable[[str], Books]]:
    """Make books at a URL."""
    opened: list[Database] = []

    def make(url: str) -> Books:
        database = Database.open(url)
        opened.append(database)
        with database.write() as uow:
            conta = uow.contas.add(
                Conta(empresa_id=1, codigo="1", descricao="Conta", banco="341", agencia="1234", conta="56789")
            )
            convenio = uow.convenios.add(
                Convenio(
                    empresa_id=1,
                    codigo="1",
                    descricao="Cobrança simples",
                    conta_id=conta.id,
                    banco="341",
                    formato="400",
                    carteira="109",
                    extras={"parcela": "01"},
                    instrucoes=("Não dispensar juros", "Dúvidas: (11) 5555-0000"),
                )
            )
            joao = Pessoa(empresa_id=1, codigo="1", nome="João Exemplo", documento="52998224725")
            loja = Pessoa(empresa_id=1, codigo="2", nome="Loja Exemplo Ltda", documento="11222333000181")
            pessoas = (uow.pessoas.add(joao), uow.pessoas.add(loja))
        return Books(database, convenio, pessoas)

    yield make
    for database in opened:
        database.close()


@pytest.fixture
def books(make_books: Callable[[str], Books], tmp_path: Path) -> Books:
    """Books in a file."""
    return make_books(str(tmp_path / "livros" / "a.db"))
