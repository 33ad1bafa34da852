"""The process is killed in the middle of applying a retorno: afterwards either all of it is there or nothing.

In the suite a few kills on a smaller file; the full run is this file as a program::

    python tests/faults/test_retorno_kill.py --titulos 20000 --vezes 20
"""

import argparse
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import finbank_desktop
from finbank_desktop.domain.boletos import Boleto, BoletoItem, NoBanco
from finbank_desktop.domain.cadastros import Conta, Pessoa
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.layouts import loader
from finbank_desktop.layouts.writer import write
from finbank_desktop.persistence.database import Database
from finbank_desktop.services.retornos import RetornosService

DIA = date(2026, 12, 10)
PRONTO, FEITO = "pronto", "feito"
CONTAGENS = {
    "boletos": "SELECT count(*) FROM boletos WHERE situacao = 'BAIXADO'",
    "contas": "SELECT count(*) FROM contas_receber WHERE valor_baixado = valor AND situacao = 'BAIXADO'",
    "baixas": "SELECT count(*) FROM baixas",
    "tarifas": "SELECT count(*) FROM tarifas",
    "eventos": "SELECT count(*) FROM eventos",
    "linhas": "SELECT count(*) FROM importacao_linhas",
    "recebimentos": "SELECT count(*) FROM movimentos_caixa WHERE item_tabela = 'baixas'",
    "despesas": "SELECT count(*) FROM movimentos_caixa WHERE item_tabela = 'tarifas'",
    "lote": "SELECT coalesce(sum(lancamentos), 0) / 2 FROM lotes_contabeis",
    "partidas": "SELECT count(*) / 4 FROM partidas",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a run found.

    Attributes:
        nothing: Kills after which nothing was there.
        everything: Kills after which all was there.
        broken: Kills after which something in between was there.
        seconds: An undisturbed application.
    """

    nothing: int
    everything: int
    broken: tuple[str, ...]
    seconds: float


def test_killed_while_applying_a_retorno_leaves_all_or_nothing(tmp_path: Path) -> None:
    figures = run(tmp_path, titulos=3_000, vezes=4, seed=20261210)
    assert figures.broken == ()
    assert figures.nothing + figures.everything == 4
    assert figures.nothing, "nenhuma morte caiu antes da gravação"


def run(folder: Path, *, titulos: int, vezes: int, seed: int) -> Figures:
    """Kill a child *vezes* times while it applies a retorno of *titulos* titles and look at the books each time."""
    base, retorno = folder / "base.db", folder / "CN1412.RET"
    make_books(base, titulos)
    retorno.write_bytes(make_retorno(titulos))
    livre = folder / "livre.db"
    shutil.copy(base, livre)
    with child(livre, retorno) as process:
        started = wait_for(process, PRONTO)
        seconds = wait_for(process, FEITO) - started
    assert state(livre) == (titulos, "")
    sorteio = random.Random(seed)
    # one moment in each of *vezes* equal stretches, so that no part of the work is left out by chance
    moments = [(stretch + sorteio.random()) / vezes * seconds for stretch in range(vezes)]
    found = [kill_once(base, folder / f"morte-{n}.db", retorno, moment) for n, moment in enumerate(moments)]
    return Figures(
        nothing=sum(there == 0 and not fault for there, fault in found),
        everything=sum(there == titulos and not fault for there, fault in found),
        broken=tuple(fault or f"{there} de {titulos}" for there, fault in found if fault or there not in (0, titulos)),
        seconds=seconds,
    )


def kill_once(base: Path, copy: Path, retorno: Path, moment: float) -> tuple[int, str]:
    """Kill a child *moment* seconds after it began to write; return what the books then hold."""
    shutil.copy(base, copy)
    with child(copy, retorno) as process:
        wait_for(process, PRONTO)
        time.sleep(moment)
        process.kill()
    there, fault = state(copy)
    if not fault and not there:  # the same file can still be imported
        with closing(Database.open(str(copy))) as database:
            again = service(database).plan(retorno)
            fault = "" if again.tabs["baixas"] == len(again.rows) else f"depois da morte o plano é {dict(again.tabs)}"
    for path in copy.parent.glob(f"{copy.name}*"):
        path.unlink()
    return there, fault


def state(path: Path) -> tuple[int, str]:
    """Return how many titles the books at *path* have settled, and what does not agree with that number."""
    with closing(Database.open(str(path))):
        pass  # as the program would: what the dead one left is cleared away
    with closing(sqlite3.connect(path)) as connection:
        (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
        (kept,) = connection.execute("SELECT count(*) FROM importacao_mudancas").fetchone()
        counts = {nome: connection.execute(sql).fetchone()[0] for nome, sql in CONTAGENS.items()}
        (imports,) = connection.execute("SELECT count(*) FROM importacoes").fetchone()
        (gap,) = connection.execute(
            "SELECT (SELECT sum(valor_baixado) FROM contas_receber) - (SELECT coalesce(sum(valor), 0) FROM baixas)"
        ).fetchone()
    there = counts["boletos"]
    whole = set(counts.values()) == {there} and (imports, kept) == (bool(there), 2 * there)
    whole = whole and not gap and sound == "ok"
    return there, "" if whole else f"{counts}, {imports} importações, {kept} mudanças, diferença {gap}, {sound}"


class child:  # noqa: N801 - reads as what it is where it is used: with child(...)
    """A process that plans and applies, killed at the latest when the block ends."""

    def __init__(self, books: Path, retorno: Path) -> None:
        command = [sys.executable, __file__, "--filho", str(books), str(retorno)]
        source = str(Path(finbank_desktop.__file__).parents[1])  # pytest's own path is not handed on
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": source}
        )

    def __enter__(self) -> "subprocess.Popen[str]":
        return self.process

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()


def wait_for(process: "subprocess.Popen[str]", word: str) -> float:
    """Return the moment *process* said *word*."""
    assert process.stdout is not None
    said = process.stdout.readline().strip()
    assert said == word, f"o processo disse {said!r} em vez de {word!r}"
    return time.monotonic()


def service(database: Database) -> RetornosService:
    return RetornosService(database, usuario="Ana", agora=lambda: datetime(2026, 12, 14, 9, 30, tzinfo=UTC))


def apply(books: Path, retorno: Path) -> None:
    """Be the child: plan, say so, apply, say so."""
    with closing(Database.open(str(books))) as database:
        plan = service(database).plan(retorno)
        print(PRONTO, flush=True)  # noqa: T201 - the parent listens
        service(database).apply(plan)
        print(FEITO, flush=True)  # noqa: T201 - the parent listens


def valor(numero: int) -> int:
    return 10_00 + numero


def make_books(path: Path, titulos: int) -> None:
    """Make books with one convênio and *titulos* registered boletos of one conta a receber each."""
    with closing(Database.open(str(path))) as database:
        with database.write() as uow:
            conta = uow.contas.add(
                Conta(empresa_id=1, codigo="1", descricao="", banco="341", agencia="0057", conta="12345")
            )
            convenio = uow.convenios.add(
                Convenio(
                    empresa_id=1,
                    codigo="1",
                    descricao="",
                    conta_id=conta.id,
                    banco="341",
                    formato="400",
                    carteira="109",
                )
            )
            pessoa = uow.pessoas.add(Pessoa(empresa_id=1, codigo="1", nome="Cliente Exemplo Ltda", documento=""))
            contas = uow.contas_receber.add_many(list(make_contas(pessoa.id, titulos)))
            uow.boletos.add_many([make_boleto(convenio.id, conta) for conta in contas])
        checkpoint(path)


def checkpoint(path: Path) -> None:
    """Bring everything into the one file that is copied."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def make_contas(pessoa_id: int, titulos: int) -> Iterator[ContaReceber]:
    for numero in range(1, titulos + 1):
        yield ContaReceber(
            empresa_id=1,
            codigo=f"{numero:08d}",
            pessoa_id=pessoa_id,
            documento=str(numero),
            emissao=DIA,
            vencimento=DIA,
            valor=valor(numero),
        )


def make_boleto(convenio_id: int, conta: ContaReceber) -> Boleto:
    return Boleto(
        empresa_id=1,
        convenio_id=convenio_id,
        pessoa_id=conta.pessoa_id,
        sequencial=int(conta.codigo),
        numero_documento=conta.documento,
        nosso_numero=conta.codigo,
        nosso_numero_impresso=conta.codigo,
        agencia_codigo_beneficiario="",
        codigo_barras="",
        linha_digitavel="",
        emissao=DIA,
        vencimento=DIA,
        valor=conta.valor,
        itens=(BoletoItem(conta_receber_id=conta.id, valor=conta.valor),),
        no_banco=NoBanco.REGISTRADO,
    )


def make_retorno(titulos: int) -> bytes:
    """Return a retorno of Itaú's CNAB 400 in which every title is paid, each with a fee."""
    quem: dict[str, Any] = {"agencia": 57, "conta": 12345}
    header = quem | {"data_geracao": DIA, "sequencial_retorno": 1, "sequencial": 1}
    detalhes = [
        (
            "detalhe",
            quem
            | {
                "nosso_numero": numero,
                "ocorrencia": 6,
                "data_ocorrencia": DIA,
                "data_credito": DIA,
                "valor_titulo": valor(numero),
                "valor_lancado": valor(numero) - 190,
                "valor_tarifa": 190,
                "sequencial": numero + 1,
            },
        )
        for numero in range(1, titulos + 1)
    ]
    trailer = {"qtd_detalhes": titulos, "sequencial": titulos + 2}
    escrita = write(loader.load("341-itau/cobranca_400_retorno"), [("header", header), *detalhes, ("trailer", trailer)])
    assert escrita.data, escrita.problems
    return escrita.data


def main() -> int:
    """Run as a program: the child's part, or the full run with its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--filho", nargs=2, type=Path, metavar=("BASE", "RETORNO"))
    parser.add_argument("--titulos", type=int, default=20_000)
    parser.add_argument("--vezes", type=int, default=20)
    parser.add_argument("--semente", type=int, default=20261210)
    options = parser.parse_args()
    if options.filho:
        apply(*options.filho)
        return 0
    with TemporaryDirectory() as folder:
        figures = run(Path(folder), titulos=options.titulos, vezes=options.vezes, seed=options.semente)
    print(  # noqa: T201 - the figures are what the run is for
        f"{options.vezes} mortes em {options.titulos} títulos (gravação sem morte: {figures.seconds:.1f} s): "
        f"{figures.nothing} sem nada, {figures.everything} com tudo, {len(figures.broken)} pela metade"
    )
    return 1 if figures.broken else 0


if __name__ == "__main__":
    sys.exit(main())
