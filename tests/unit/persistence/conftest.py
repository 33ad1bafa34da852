"""A small set of books to test on."""

import os
import shutil
import subprocess
import tempfile
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


class Postgresql:
    """A server in *folder*, reached only through a socket there.

    Root may not run one, so it is then run by the user the system's package made for it.
    """

    def __init__(self, programs: Path, folder: Path) -> None:
        """Prepare the folder."""
        self._programs = programs
        self._folder = folder
        self._made = 0
        self._as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        if self._as_user:
            shutil.chown(folder, "postgres")

    def _run(self, program: str, *arguments: str) -> None:
        command = [*self._as_user, str(self._programs / program), *arguments]
        subprocess.run(command, check=True, cwd=self._folder, stdout=subprocess.DEVNULL)

    def start(self) -> None:
        """Make and start it."""
        options = f"-c listen_addresses='' -c fsync=off -k {self._folder}"
        self._run(
            "initdb", "-D", "dados", "-U", "finbank", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"
        )
        self._run("pg_ctl", "-D", "dados", "-w", "-l", "log", "-o", options, "start")

    def stop(self) -> None:
        """Stop it."""
        self._run("pg_ctl", "-D", "dados", "-w", "-m", "immediate", "stop")

    def create(self) -> str:
        """Make another database and return its URL; all are copies of one that was migrated."""
        if not self._made:
            self._run("createdb", "-h", str(self._folder), "-U", "finbank", "modelo")
            Database.open(self._url("modelo")).close()
        self._made += 1
        name = f"livros{self._made}"
        self._run("createdb", "-h", str(self._folder), "-U", "finbank", "-T", "modelo", name)
        return self._url(name)

    def _url(self, name: str) -> str:
        return f"postgresql+psycopg://finbank@/{name}?host={self._folder}"


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


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new database, made once: making all tables takes most of a test's time."""
    path = tmp_path_factory.mktemp("vazio") / "a.db"
    Database.open(str(path)).close()
    return path


@pytest.fixture
def sqlite_url(empty_database: Path, tmp_path: Path) -> str:
    """A new SQLite database."""
    path = tmp_path / "a.db"
    shutil.copy(empty_database, path)
    return str(path)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Postgresql]:
    """A PostgreSQL server of our own, thrown away afterwards."""
    pytest.importorskip("psycopg", reason="psycopg (the extra postgres) is not installed here")
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if not programs or (os.geteuid() == 0 and not shutil.which("runuser")):
        pytest.skip("no PostgreSQL server is installed here")
    with tempfile.TemporaryDirectory() as folder:  # pytest's own folder cannot be entered by another user
        server = Postgresql(programs[-1], Path(folder))
        server.start()
        try:
            yield server
        finally:
            server.stop()


@pytest.fixture
def postgresql_url(postgresql: Postgresql) -> str:
    """A new database on that server."""
    return postgresql.create()


@pytest.fixture
def sqlite_books(make_books: Callable[[str], Books], sqlite_url: str) -> Books:
    """Books in a file."""
    return make_books(sqlite_url)


@pytest.fixture(params=["sqlite", "postgresql"])
def books(make_books: Callable[[str], Books], request: pytest.FixtureRequest) -> Books:
    """Books in a file, and the same on a server."""
    return make_books(request.getfixturevalue(f"{request.param}_url"))
