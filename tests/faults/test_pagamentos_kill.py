"""A payment is never sent twice: the process is killed at each step of generating, importing and undoing.

A step is every statement to the database, every commit and everything that is done to a file. Whatever the moment, the
office then starts again, finishes its work, and the bank counts: each conta a pagar once, paid once, settled once.

In the suite some of the steps; the full run is this file as a program::

    python tests/faults/test_pagamentos_kill.py
"""

import argparse
import hashlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Engine, event

import finbank_desktop
from finbank_desktop.cnab.records import read_file
from finbank_desktop.domain.cadastros import Conta, Pessoa
from finbank_desktop.domain.contas_pagar import ContaBancaria, ContaPagar
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.pagamentos import ConvenioPagamento, FormaPagamento
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.services.pagamentos.acoes import Acao
from finbank_desktop.services.plans import StalePlanError
from finbank_desktop.wiring import build

if TYPE_CHECKING:
    from finbank_desktop.services.catalog import Services

HOJE = date(2026, 11, 20)
VALORES = (100_00, 200_00, 300_00)
PASSOS = ("gerar", "aceite", "pagamento", "desfazer")
PRONTO = "pronto"
LIVROS = "livros.db"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a run found: steps killed at by operation, and what was wrong afterwards."""

    kills: dict[str, int]
    broken: tuple[str, ...]


@pytest.mark.parametrize("passo", PASSOS)
def test_killed_at_some_of_the_steps_nothing_is_paid_twice(passo: str, tmp_path: Path) -> None:
    figures = run(tmp_path, [passo], every=14)
    assert figures.broken == ()
    assert figures.kills[passo] >= 3


def test_two_windows_generate_at_the_same_time_and_one_wins(tmp_path: Path) -> None:
    begun = prepare(tmp_path / "inicio", "gerar")
    windows = [child("--janela", begun) for _ in range(2)]
    for window in windows:
        assert window.stdout is not None
        assert window.stdout.readline().strip() == PRONTO
    for window in windows:  # both have planned: now both apply
        assert window.stdin is not None
        window.stdin.write("já\n")
        window.stdin.flush()
    said = sorted(window.communicate(timeout=60)[0].strip() for window in windows)
    assert said == ["gerada", "plano_desatualizado"]
    assert faults(begun) == []
    assert sent(begun) == dict.fromkeys(contas(begun), 1)
    assert len([path for path in begun.glob("*.REM") if path.stat().st_size]) == 1


def run(folder: Path, passos: Sequence[str], *, every: int = 1) -> Figures:
    """Kill a child at each *every*-th step of *passos*; look at the books, finish the work and count."""
    kills: dict[str, int] = {}
    broken = []
    for passo in passos:
        begun = prepare(folder / f"{passo}-inicio", passo)
        steps = count_steps(begun, folder / f"{passo}-conta", passo)
        chosen = sorted({*range(1, steps + 1, every), steps})
        kills[passo] = len(chosen)
        for moment in chosen:
            copy = folder / f"{passo}-{moment}"
            shutil.copytree(begun, copy)
            process = child("--filho", copy, passo, str(moment))
            process.communicate(timeout=600)
            if process.returncode == 0:
                broken.append(f"{passo} {moment}: o processo não morreu")
            found = faults(copy) or finish(copy, passo)
            broken += [f"{passo} {moment}: {fault}" for fault in found]
            shutil.rmtree(copy)
    return Figures(kills=kills, broken=tuple(broken))


def prepare(folder: Path, passo: str) -> Path:
    """Make an office in *folder* that is about to do *passo*."""
    folder.mkdir(parents=True)
    services = opened(folder)
    with closing(services.database) as database:
        with database.write() as uow:
            uow.empresas.update(
                replace(uow.empresas.get(1), razao_social="Papelaria Exemplo", documento="11222333000181")
            )
            conta = uow.contas.add(
                Conta(empresa_id=1, codigo="1", descricao="Conta", banco="341", agencia="0123", conta="45678")
            )
            pessoa = uow.pessoas.add(
                Pessoa(empresa_id=1, codigo="1", nome="Fornecedor Inventado", documento="52998224725")
            )
        services.convenios_pagamento.save(
            ConvenioPagamento(
                empresa_id=1, codigo="PG", descricao="PG", conta_id=conta.id, banco="341", convenio="123456"
            )
        )
        services.favorecidos.save_conta(
            ContaBancaria(empresa_id=1, pessoa_id=pessoa.id, banco="237", agencia="1234", conta="56789", conta_dv="5")
        )
        feitas = [
            services.contas_pagar.save(
                ContaPagar(
                    empresa_id=1,
                    pessoa_id=pessoa.id,
                    emissao=HOJE,
                    vencimento=date(2026, 12, 1),
                    valor=valor,
                    forma=FormaPagamento.TED,
                )
            )
            for valor in VALORES
        ]
        services.acoes_pagar.apply(services.acoes_pagar.plan(Acao.APROVAR, [conta.id for conta in feitas]))
        if passo != "gerar":
            generate(services, folder)
            answer(services, folder)
        if passo in ("pagamento", "desfazer"):
            take(services, folder, 0)
        if passo == "desfazer":
            take(services, folder, 1)
    checkpoint(folder)
    return folder


def opened(folder: Path) -> "Services":
    return build(str(folder / LIVROS), usuario="Ana", hoje=lambda: HOJE)


def checkpoint(folder: Path) -> None:
    """Bring everything into the one file that is copied."""
    with closing(sqlite3.connect(folder / LIVROS)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def generate(services: "Services", folder: Path) -> None:
    servico = services.remessas_pagamento
    servico.apply(servico.plan(1), folder)


def answer(services: "Services", folder: Path) -> None:
    """Let the bank answer the one remessa there is."""
    (remessa,) = [path for path in folder.glob("*.REM") if path.stat().st_size]
    services.simulador.process([remessa], None, folder / "banco")


def retorno(folder: Path, which: int) -> Path:
    return sorted((folder / "banco").glob("*.RET"), key=lambda path: read_file(path).records[0].codigo != "BD")[which]


def take(services: "Services", folder: Path, which: int) -> None:
    servico = services.retornos_pagamento
    servico.apply(servico.plan(retorno(folder, which)))


def undo(services: "Services", _folder: Path) -> None:
    servico = services.retornos_pagamento
    servico.desfazer(servico.plan_desfazer(2))


DO: dict[str, Callable[["Services", Path], None]] = {
    "gerar": generate,
    "aceite": lambda services, folder: take(services, folder, 0),
    "pagamento": lambda services, folder: take(services, folder, 1),
    "desfazer": undo,
}


def faults(folder: Path) -> list[str]:
    """Return what is wrong with the books and the folder, whatever happened to the process."""
    opened(folder).database.close()  # as the program would: what the dead one left is cleared away
    found = []
    with closing(sqlite3.connect(folder / LIVROS)) as connection:
        one = connection.execute
        if one("PRAGMA integrity_check").fetchone() != ("ok",):
            found.append("o banco está danificado")
        vivos = one("SELECT count(*), count(DISTINCT conta_pagar_id) FROM pagamentos WHERE viva_conta_id IS NOT NULL")
        todos, distintas = vivos.fetchone()
        if todos != distintas:
            found.append(f"{todos} pagamentos vivos de {distintas} contas")
        (presas,) = one("SELECT count(*) FROM contas_pagar WHERE situacao IN ('AGENDADO', 'PAGO')").fetchone()
        if presas != todos:
            found.append(f"{presas} contas agendadas ou pagas, {todos} pagamentos vivos")
        (pagas,) = one("SELECT count(*) FROM contas_pagar WHERE situacao = 'PAGO'").fetchone()
        (baixas,) = one("SELECT count(*) FROM baixas_pagar WHERE estornada_em IS NULL").fetchone()
        if pagas != baixas:
            found.append(f"{pagas} contas pagas, {baixas} baixas")
        saiu = one("SELECT coalesce(sum(valor_pago), 0) FROM baixas_pagar WHERE estornada_em IS NULL").fetchone()[0]
        caixa = one("SELECT coalesce(sum(valor), 0) FROM movimentos_caixa").fetchone()[0]
        if saiu != -caixa:
            found.append(f"baixas de {saiu}, movimentos de {caixa}")
        conhecidos = {sha for (sha,) in one("SELECT sha256 FROM remessas_pagamento")}
    files = [path for path in folder.glob("*.REM") if path.stat().st_size]
    lost = [path.name for path in files if hashlib.sha256(path.read_bytes()).hexdigest() not in conhecidos]
    return found + [f"{nome} está na pasta e os livros não o conhecem" for nome in lost]


def finish(folder: Path, passo: str) -> list[str]:
    """Start again, do what is left, and return what then was done twice or not at all."""
    services = opened(folder)
    try:
        with suppress(RefusedError):  # it was done already
            DO[passo](services, folder)
        for row in services.remessas_pagamento.list(ListQuery()).linhas:
            path = folder / str(row["arquivo"])
            if not path.exists() or not path.stat().st_size:
                services.remessas_pagamento.save_again(int(row["id"]), folder)
        if passo == "gerar":
            answer(services, folder)
        for which in (0, 1):
            with suppress(RefusedError):
                take(services, folder, which)
    finally:
        services.database.close()
    found = faults(folder)
    if sent(folder) != dict.fromkeys(contas(folder), 1):
        found.append(f"enviados: {sent(folder)}")
    if settled(folder) != dict.fromkeys(contas(folder), 1):
        found.append(f"baixados: {settled(folder)}")
    return found


def contas(folder: Path) -> list[int]:
    with closing(sqlite3.connect(folder / LIVROS)) as connection:
        return [row for (row,) in connection.execute("SELECT id FROM contas_pagar")]


def sent(folder: Path) -> Counter[int]:
    """Return how often a bank that gets every file of the folder is asked to pay each conta a pagar."""
    numeros = [
        record.seu_numero for path in folder.glob("*.REM") if path.stat().st_size for record in read_file(path).records
    ]
    with closing(sqlite3.connect(folder / LIVROS)) as connection:
        de = dict(connection.execute("SELECT seu_numero, conta_pagar_id FROM pagamentos").fetchall())
    return Counter(de[numero] for numero in numeros)


def settled(folder: Path) -> Counter[int]:
    with closing(sqlite3.connect(folder / LIVROS)) as connection:
        rows = connection.execute("SELECT conta_pagar_id FROM baixas_pagar WHERE estornada_em IS NULL").fetchall()
    return Counter(row for (row,) in rows)


def child(*words: object) -> "subprocess.Popen[str]":
    source = str(Path(finbank_desktop.__file__).parents[1])  # pytest's own path is not handed on
    return subprocess.Popen(
        [sys.executable, __file__, *map(str, words)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": source},
    )


def count_steps(begun: Path, copy: Path, passo: str) -> int:
    """Return how many steps *passo* takes, undisturbed."""
    shutil.copytree(begun, copy)
    said, _ = child("--filho", copy, passo, "0").communicate(timeout=600)
    shutil.rmtree(copy)
    return int(said)


class Moments:
    """Counts the steps of this process, and kills it at one of them.

    Attributes:
        number: Steps so far.
    """

    def __init__(self, last: int) -> None:
        self.number = 0
        self.last = last

    def step(self, *_: object) -> None:
        self.number += 1
        if self.number == self.last:
            os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))

    def watch(self) -> None:
        """Make every statement, commit and change of a file a step."""
        event.listen(Engine, "before_cursor_execute", self.step)
        event.listen(Engine, "commit", self.step)
        for owner, nome in ((os, "fsync"), (Path, "replace"), (Path, "touch"), (Path, "unlink")):
            self._wrap(owner, nome)

    def _wrap(self, owner: Any, nome: str) -> None:
        real = getattr(owner, nome)

        def stepped(*args: Any, **kwargs: Any) -> Any:
            self.step()
            done = real(*args, **kwargs)
            self.step()
            return done

        setattr(owner, nome, stepped)


def be_child(folder: Path, passo: str, last: int) -> None:
    """Be the child: do *passo*, and die at its step *last*; with 0 say how many there are."""
    services = opened(folder)
    moments = Moments(last)
    moments.watch()
    DO[passo](services, folder)
    print(moments.number, flush=True)  # noqa: T201 - the parent listens


def be_window(folder: Path) -> None:
    """Be a window: plan, say so, wait for the word, apply, say how it went."""
    services = opened(folder)
    plan = services.remessas_pagamento.plan(1)
    print(PRONTO, flush=True)  # noqa: T201 - the parent listens
    sys.stdin.readline()
    try:
        services.remessas_pagamento.apply(plan, folder)
        print("gerada", flush=True)  # noqa: T201 - the parent listens
    except StalePlanError as error:
        print(error.code, flush=True)  # noqa: T201 - the parent listens


def main() -> int:
    """Run as a program: the child's part, or the full run with its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--filho", nargs=3, metavar=("PASTA", "PASSO", "MOMENTO"))
    parser.add_argument("--janela", type=Path)
    options = parser.parse_args()
    if options.filho:
        be_child(Path(options.filho[0]), options.filho[1], int(options.filho[2]))
        return 0
    if options.janela:
        be_window(options.janela)
        return 0
    with TemporaryDirectory() as folder:
        figures = run(Path(folder), PASSOS)
    print(figures.kills, *figures.broken, sep="\n")  # noqa: T201 - the figures are what the run is for
    return 1 if figures.broken else 0


if __name__ == "__main__":
    sys.exit(main())
