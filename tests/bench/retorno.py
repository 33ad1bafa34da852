"""Importing a retorno of 100,000 paid titles: ``python3 dev.py bench retorno [titles]`` prints ratios of one run.

**The base** is what SQLite itself takes for the same work: a program of its own that has nothing but the `sqlite3`
module opens a copy of the same books with the same pragmas (write-ahead log, ``synchronous=FULL``, foreign keys),
begins one transaction, writes the very rows the import wrote (they were read from the books after it and lie in memory
as tuples), and commits. New rows go in by ``executemany`` of one INSERT per table, with their ids; rows that were
there are changed by ``executemany`` of one UPDATE per table, which sets only the columns that the import changed in any
row. Tables, indexes and constraints are those of the books; nothing is read, compared or reckoned.

**apply** is that transaction as the program makes it, versions compared; **whole** is reading the file, planning and
applying. Both are the best of `PASSES`, as is the base, taken in turns, each in a new process on a new copy.

**The window** is the program's own, without a display: its loop is to beat every `BEAT` milliseconds, first with
nothing to do, then while the same file is read, previewed and applied by its wizard; every gap between two beats counts
once.

**Memory** is the peak of a new process that plans and applies, for this number of titles and for a tenth of it.
"""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

TITLES = 100_000
PASSES = 2
IDLE, BEAT = 3.0, 10
APPLY, WHOLE, GAP, MEMORY = 4.0, 8.0, 50.0, 1.3
BOOKS, FILE, RUN = "bench.db", "bench.ret", "run.db"
PRAGMAS = ("busy_timeout=5000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON")
Rows = list[tuple[Any, ...]]


def make(folder: Path, titles: int) -> dict[str, Any]:
    """Make books of *titles* boletos and the retorno in which all are paid."""
    from window import make_books, make_retorno  # type: ignore[import-not-found] # a script beside this one

    from finbank_desktop.wiring import build

    folder.mkdir(parents=True)
    services = build(str(folder / BOOKS))
    make_retorno(folder, make_books(services, titles))
    services.database.close()
    return {"bytes": (folder / FILE).stat().st_size}


def fresh(folder: Path) -> Path:
    """Return a new copy of the books."""
    for each in folder.glob(RUN + "*"):
        each.unlink()
    return Path(shutil.copy(folder / BOOKS, folder / RUN))


def import_file(folder: Path, _titles: int) -> dict[str, Any]:
    """Import the file into a new copy of the books; tell the seconds and the memory it took."""
    from layouts import peak  # type: ignore[import-not-found] # a script beside this one

    from finbank_desktop.wiring import build

    services = build(str(fresh(folder)))
    begin = time.perf_counter()
    plan = services.retornos.plan(folder / FILE)
    planned = time.perf_counter()
    services.retornos.apply(plan)
    applied = time.perf_counter()
    baixas = plan.tabs["baixas"]
    services.database.close()
    return {"whole": applied - begin, "apply": applied - planned, "peak": peak(), "baixas": baixas}


def bare(folder: Path, _titles: int) -> dict[str, Any]:
    """Write what the import wrote into a new copy of the books by `sqlite3` alone; tell the seconds."""
    done = folder / "done.db"
    (folder / RUN).replace(done)
    news, changes = written(folder / BOOKS, done)
    with closing(sqlite3.connect(fresh(folder), isolation_level=None)) as connection:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").close()
        begin = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        for table, rows in news.items():
            connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)  # noqa: S608 - names from the database itself
        for table, (columns, rows) in changes.items():
            assign = ", ".join(f"{column} = ?" for column in columns)
            connection.executemany(f"UPDATE {table} SET {assign} WHERE id = ?", rows)  # noqa: S608 - the same
        connection.execute("COMMIT")
        seconds = time.perf_counter() - begin
    if written(folder / RUN, done) != ({}, {}):
        sys.exit("the base wrote something else than the import")
    return {"bare": seconds, "rows": sum(map(len, news.values())) + sum(len(rows) for _, rows in changes.values())}


def written(before: Path, after: Path) -> tuple[dict[str, Rows], dict[str, tuple[list[str], Rows]]]:
    """Return the rows that *after* has and *before* has not, and the columns and values of those that changed."""
    news: dict[str, Rows] = {}
    changes: dict[str, tuple[list[str], Rows]] = {}
    with closing(sqlite3.connect(after)) as connection:
        connection.execute("ATTACH ? AS old", (str(before),))
        listed = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        order = sorted((name for (name,) in listed.fetchall()), key=lambda name: name != "importacoes")
        for table in order:
            if table == "alembic_version":
                continue
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            news[table] = connection.execute(
                f"SELECT * FROM main.{table} WHERE id NOT IN (SELECT id FROM old.{table})"  # noqa: S608 - the same
            ).fetchall()
            differ = " OR ".join(f"n.{column} IS NOT o.{column}" for column in columns)
            same = f"FROM main.{table} n JOIN old.{table} o ON o.id = n.id WHERE {differ}"
            sums = ", ".join(f"sum(n.{column} IS NOT o.{column})" for column in columns)
            counts = connection.execute(f"SELECT {sums} {same}").fetchone()
            moved = [column for column, count in zip(columns, counts, strict=True) if count]
            if moved:
                values = ", ".join(f"n.{column}" for column in moved)
                changes[table] = (moved, connection.execute(f"SELECT {values}, n.id {same}").fetchall())
    return {table: rows for table, rows in news.items() if rows}, changes


def window(folder: Path, _titles: int) -> dict[str, Any]:
    """Import the file in the window; tell the gaps between two turns of its loop, in milliseconds."""
    from window import Pulse

    from finbank_desktop.app import build, start_qt
    from finbank_desktop.gui.jobs import JobRunner
    from finbank_desktop.gui.main_window import MainWindow
    from finbank_desktop.gui.settings import Settings
    from finbank_desktop.gui.theme import theme
    from finbank_desktop.gui.wizards.importar_retorno import ImportarRetornoWizard
    from finbank_desktop.services.retorno_wizard import RetornoStep

    start_qt()
    settings = Settings(folder / "janela.ini")
    theme.apply(settings)
    services = build(str(fresh(folder)))
    shown = MainWindow(JobRunner(), settings)
    shown.attach(services)
    shown.show()
    pulse = Pulse(BEAT)
    pulse.until("início", lambda: shown.current == "inicio")
    settled = time.perf_counter() + 1
    pulse.until("sossego", lambda: time.perf_counter() > settled)
    pulse.all.clear()
    until = time.perf_counter() + IDLE
    pulse.until("parada", lambda: time.perf_counter() > until)
    idle = list(pulse.all)
    pulse.all.clear()
    begin = time.perf_counter()
    shown.import_files([folder / FILE])
    pulse.until("arquivo", lambda: bool(shown.findChildren(ImportarRetornoWizard)))
    wizard = shown.findChildren(ImportarRetornoWizard)[0]
    is_read: Callable[[], bool] = lambda: not wizard.is_busy and wizard.draft.atual is not None  # noqa: E731 - a name for one use
    pulse.until("plano", is_read)
    pulse.phase = "conferência"
    wizard.go_on()
    wizard.go_on()
    pulse.until("gravação", lambda: wizard.step is RetornoStep.RESULTADO)
    seconds = time.perf_counter() - begin
    busy = list(pulse.all)
    shown.close()
    services.database.close()
    return {"idle": idle, "busy": busy, "seconds": seconds, "long": pulse.gaps}


STEPS = {"make": make, "import": import_file, "bare": bare, "window": window}


def ask(step: str, folder: Path, titles: int) -> dict[str, Any]:
    """Do one step in a new process and return what it tells."""
    command = [sys.executable, __file__, step, str(folder), str(titles)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=environment)
    answer: dict[str, Any] = json.loads(told.stdout.splitlines()[-1])
    return answer


def quantiles(gaps: list[float]) -> tuple[float, float, float]:
    """Return the median, the 99th percentile and the longest."""
    ranked = sorted(gaps)
    return ranked[len(ranked) // 2], ranked[min(len(ranked) - 1, len(ranked) * 99 // 100)], ranked[-1]


def line(what: str, found: float, unit: str, target: float) -> None:
    """Print one figure beside its target."""
    print(f"  {what:<38} {found:8.2f} {unit:<34} ≤ {target:g}: {'met' if found <= target else 'NOT MET'}", flush=True)


def measure(place: Path, titles: int) -> None:
    """Measure and print."""
    large, small = place / "large", place / "small"
    size = ask("make", large, titles)["bytes"]
    ask("make", small, titles // 10)
    rounds = []
    for _ in range(PASSES):
        told = ask("import", large, titles)
        rounds.append(told | ask("bare", large, titles))
    base = min(each["bare"] for each in rounds)
    apply, whole = (min(each[what] for each in rounds) for what in ("apply", "whole"))
    settled, rows = rounds[0]["baixas"], rounds[0]["rows"]
    print(f"{titles:,} titles, {size / 1e6:.0f} MB, {settled:,} settled, {rows:,} rows written")
    print(f"bare transaction {base:.2f} s; apply {apply:.2f} s; read, plan and apply {whole:.2f} s")
    line("apply", apply / base, "x the bare transaction", APPLY)
    line("read, plan and apply", whole / base, "x the bare transaction", WHOLE)
    peaks = [each["peak"] for each in rounds]
    tenth = ask("import", small, titles // 10)["peak"]
    beyond = (min(peaks) - size) / tenth
    print(f"memory {min(peaks) / 1e6:.0f} MB, the file's {size / 1e6:.0f} in it; {tenth / 1e6:.0f} MB for a tenth")
    line("memory without the file", beyond, "x that of a tenth of the titles", MEMORY)
    told = ask("window", large, titles)
    for what, key in (("idle", "idle"), ("importing", "busy")):
        median, most, longest = quantiles(told[key])
        print(f"  window {what:<10} p50 {median:.2f} ms, p99 {most:.2f} ms, longest {longest:.0f} ms", flush=True)
    line("gap of the window's loop, p99", quantiles(told["busy"])[1], "ms", GAP)
    print(f"  in the window {told['seconds']:.1f} s; gaps over 50 ms: {told['long'] or 'none'}")


def main() -> None:
    """Do one step when told which, all of them otherwise."""
    if len(sys.argv) > 3 and sys.argv[1] in STEPS:
        print(json.dumps(STEPS[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))))
        return
    with tempfile.TemporaryDirectory() as place:
        measure(Path(place), int(sys.argv[1]) if len(sys.argv) > 1 else TITLES)


if __name__ == "__main__":
    main()
