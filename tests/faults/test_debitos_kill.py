"""The process is killed while it makes a remessa of débito automático, or imports its retorno.

Afterwards either all of it is there or nothing, and no debit stands in two remessas: what was not written can be asked
for once more, what was written cannot.
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
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import finbank_desktop
from finbank_desktop.domain.cadastros import Conta, Empresa, Pessoa
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.debitos import (
    Consentimento,
    ConvenioDebito,
    Debito,
    DebitoItem,
    SituacaoConsentimento,
)
from finbank_desktop.persistence.database import Database
from finbank_desktop.services.debitos.servico import DebitoAutomatico

DIA = date(2026, 12, 10)
QUANTOS = 400
PRONTO, FEITO = "pronto", "feito"
GERAR, IMPORTAR = "gerar", "importar"
VEZES = 4


def test_killed_while_making_a_remessa_no_debit_is_sent_twice(tmp_path: Path) -> None:
    base = tmp_path / "base.db"
    make_books(base)
    seconds = undisturbed(base, tmp_path, GERAR)
    found = [kill_once(base, tmp_path / f"g{n}", GERAR, moment) for n, moment in enumerate(moments(seconds))]
    assert [each for each in found if each not in (0, QUANTOS)] == []
    assert len(found) == VEZES


def test_killed_while_importing_a_retorno_leaves_all_or_nothing(tmp_path: Path) -> None:
    base = tmp_path / "base.db"
    make_books(base)
    with services(base) as debito:
        feita = debito.remessas.apply(debito.remessas.plan(1), tmp_path)
    checkpoint(base)
    (tmp_path / "DA.RET").write_bytes(answer(base))
    assert feita.debitos == QUANTOS
    seconds = undisturbed(base, tmp_path, IMPORTAR)
    found = [kill_once(base, tmp_path / f"i{n}", IMPORTAR, moment) for n, moment in enumerate(moments(seconds))]
    assert [each for each in found if each not in (0, QUANTOS)] == []


def moments(seconds: float) -> list[float]:
    """Return one moment in each of as many equal stretches."""
    sorteio = random.Random(20261210)
    return [(stretch + sorteio.random()) / VEZES * seconds for stretch in range(VEZES)]


def undisturbed(base: Path, folder: Path, what: str) -> float:
    """Return how long it takes when nobody comes between."""
    livre = folder / f"livre-{what}.db"
    shutil.copy(base, livre)
    with child(livre, folder, what) as process:
        started = wait_for(process, PRONTO)
        seconds = wait_for(process, FEITO) - started
    assert state(livre, what) == QUANTOS
    for path in folder.glob("*.REM"):
        path.unlink()
    return seconds


def kill_once(base: Path, folder: Path, what: str, moment: float) -> int:
    """Kill a child *moment* seconds after it began to write; return how many debits the books then hold as done."""
    folder.mkdir()
    copy = folder / "livros.db"
    shutil.copy(base, copy)
    if what == IMPORTAR:
        shutil.copy(base.parent / "DA.RET", folder / "DA.RET")
    with child(copy, folder, what) as process:
        wait_for(process, PRONTO)
        time.sleep(moment)
        process.kill()
    there = state(copy, what)
    with services(copy) as debito:  # what was not written can be done once more, and only that
        if what == GERAR:
            plan = debito.remessas.plan(1)
            assert len(plan.rows) == QUANTOS - there
            if plan.going:
                debito.remessas.apply(plan, folder)
        else:
            again = debito.retornos.plan(folder / "DA.RET")
            assert (again.ja_importado_id is not None) == bool(there)
            if not there:
                debito.retornos.apply(again)
    assert state(copy, what) == QUANTOS
    return there


def state(path: Path, what: str) -> int:
    """Return how many debits are done, after looking whether everything agrees with that number."""
    with closing(Database.open(str(path))):
        pass  # as the program would: what the dead one left is cleared away
    with closing(sqlite3.connect(path)) as connection:

        def one(sql: str) -> int:
            return int(connection.execute(sql).fetchone()[0])

        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        # a debit stands in one living remessa at most
        doubles = one(
            "SELECT count(*) FROM (SELECT i.debito_id FROM debito_remessa_itens i JOIN debito_remessas r"
            " ON r.id = i.remessa_id WHERE r.situacao != 'CANCELADA' GROUP BY i.debito_id HAVING count(*) > 1)"
        )
        assert doubles == 0
        itens = one("SELECT count(*) FROM debito_remessa_itens")
        agendados = one("SELECT count(*) FROM debitos WHERE situacao != 'EM_ABERTO'")
        assert agendados == itens
        if what == GERAR:
            assert itens == QUANTOS * one("SELECT count(*) FROM debito_remessas")
            return itens
        debitados = one("SELECT count(*) FROM debitos WHERE situacao = 'DEBITADO'")
        assert one("SELECT count(*) FROM baixas") == debitados
        assert one("SELECT count(*) FROM movimentos_caixa") == debitados
        assert one("SELECT coalesce(sum(valor), 0) FROM partidas") == 0
        assert one("SELECT coalesce(sum(valor_baixado), 0) FROM contas_receber") == one(
            "SELECT coalesce(sum(valor), 0) FROM baixas"
        )
        return debitados


@contextmanager
def services(path: Path) -> Iterator[DebitoAutomatico]:
    """Yield the services on the books at *path*."""
    with closing(Database.open(str(path))) as database:
        yield DebitoAutomatico.of(database, usuario="Ana", agora=lambda: datetime(2026, 11, 20, 9, 30, tzinfo=UTC))


@contextmanager
def child(books: Path, folder: Path, what: str) -> Iterator["subprocess.Popen[str]"]:
    """Yield a process that does *what*, killed at the latest when the block ends."""
    source = str(Path(finbank_desktop.__file__).parents[1])  # pytest's own path is not handed on
    command = [sys.executable, __file__, what, str(books), str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": source})
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def wait_for(process: "subprocess.Popen[str]", word: str) -> float:
    """Return the moment *process* said *word*."""
    assert process.stdout is not None
    said = process.stdout.readline().strip()
    assert said == word, f"o processo disse {said!r} em vez de {word!r}"
    return time.monotonic()


def make_books(path: Path) -> None:
    """Make books with one contract and as many debits, each of one conta a receber."""
    with closing(Database.open(str(path))) as database, database.write() as uow:
        antes = uow.empresas.get(1)
        uow.empresas.update(
            Empresa(id=1, versao=antes.versao, codigo="001", razao_social="Empresa Exemplo", documento="11222333000181")
        )
        conta = uow.contas.add(
            Conta(empresa_id=1, codigo="1", descricao="Conta", banco="748", agencia="0123", conta="45678")
        )
        convenio = uow.convenios_debito.add(
            ConvenioDebito(empresa_id=1, codigo="1", descricao="DA", conta_id=conta.id, banco="748", convenio="12345")
        )
        pessoa = uow.pessoas.add(Pessoa(empresa_id=1, codigo="1", nome="Cliente Inventado", documento="52998224725"))
        dono = uow.consentimentos.add(
            Consentimento(
                empresa_id=1,
                codigo="1",
                convenio_id=convenio.id,
                pessoa_id=pessoa.id,
                cliente_empresa="C001",
                nome=pessoa.nome,
                documento=pessoa.documento,
                banco="748",
                agencia="0123",
                conta="1001",
                conta_dv="7",
                situacao=SituacaoConsentimento.ATIVO,
            )
        )
        contas = uow.contas_receber.add_many(
            [
                ContaReceber(
                    empresa_id=1,
                    codigo=f"{n:06d}",
                    pessoa_id=pessoa.id,
                    documento=str(n),
                    emissao=DIA,
                    vencimento=DIA,
                    valor=100_00 + n,
                )
                for n in range(1, QUANTOS + 1)
            ]
        )
        uow.debitos.add_many(
            [
                Debito(
                    empresa_id=1,
                    codigo=each.codigo,
                    convenio_id=convenio.id,
                    seu_numero=f"DA{each.id:08d}",
                    consentimento=dono,
                    valor=each.valor,
                    vencimento=DIA,
                    itens=(DebitoItem(conta_receber_id=each.id, valor=each.valor),),
                )
                for each in contas
            ]
        )
    checkpoint(path)


def checkpoint(path: Path) -> None:
    """Bring everything into the one file that is copied."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def answer(path: Path) -> bytes:
    """Return a retorno in which every debit was made, by the positions of version 05."""
    with closing(sqlite3.connect(path)) as connection:
        pedidos = connection.execute("SELECT seu_numero, valor FROM debitos ORDER BY id").fetchall()
    header = "A2" + "12345".ljust(20) + "EMPRESA".ljust(20) + "748" + "SICREDI".ljust(20)
    linhas = [f"{header}2026121100000105DEBITO AUTOMATICO"]
    linhas += [
        f"F{'C001':<25}0123{'10017':<14}{DIA:%Y%m%d}{valor:015d}00{numero:<60}".ljust(149) + "0"
        for numero, valor in pedidos
    ]
    linhas.append(f"Z{len(linhas) + 1:06d}{sum(valor for _, valor in pedidos):017d}")
    return "".join(linha.ljust(150) + "\r\n" for linha in linhas).encode("ascii")


def main() -> int:
    """Be the child: plan, say so, write, say so."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=(GERAR, IMPORTAR))
    parser.add_argument("books", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    with services(options.books) as debito:
        if options.what == GERAR:
            remessa = debito.remessas.plan(1)
            print(PRONTO, flush=True)  # noqa: T201 - the parent listens
            debito.remessas.apply(remessa, options.folder)
        else:
            retorno = debito.retornos.plan(options.folder / "DA.RET")
            print(PRONTO, flush=True)  # noqa: T201 - as above
            debito.retornos.apply(retorno)
        print(FEITO, flush=True)  # noqa: T201 - as above
    return 0


if __name__ == "__main__":
    sys.exit(main())
