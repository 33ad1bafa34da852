"""Reading and writing 200,000 titles: ``python3 dev.py bench layouts [titles]`` prints ratios of one run.

Reading an Itaú CNAB 400 retorno: every field of the layout typed and checked, and only the columns of the contract's
record, against the newline count of the same bytes, plain Python slicing, and pyCobranca. Writing an Itaú CNAB 400
remessa: columns in memory to bytes, transliteration counted. pyCobranca runs in an environment of its own with Python
3.12 or newer, as pip installs it, where the machine has one; it is no dependency. Every figure is the best of several
passes over bytes in memory.
"""

import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

import numpy as np

from finbank_desktop.cnab import papeis, records
from finbank_desktop.domain.registros import Valor
from finbank_desktop.layouts import column_writer, loader, reader
from finbank_desktop.layouts.check import check
from finbank_desktop.layouts.column_writer import Coluna
from finbank_desktop.layouts.model import Registro
from finbank_desktop.layouts.writer import write

TITLES = 200_000
RETORNO, REMESSA, DETALHE = "341-itau/cobranca_400_retorno", "341-itau/cobranca_400_remessa", "detalhe"
PASSES, DISTINCT = 5, 2_000
PEER = Path(__file__).parent / "peers" / "medir_pycobranca.py"
PEER_PYTHONS = ("python3.14", "python3.13", "python3.12")
PEER_MINUTES = 10
MEMORY = "memory"


@dataclass(frozen=True)
class Peer:
    """What pyCobranca took, in seconds; *note* says why it took nothing."""

    read: float | None = None
    write: float | None = None
    note: str = ""


def titles(number: int) -> Iterator[tuple[str, Mapping[str, Valor]]]:
    """Yield *number* titles of a retorno with values of ordinary size."""
    chance = Random(20261120)
    for index in range(number):
        day = date(2026, 1, 1) + timedelta(days=chance.randrange(300))
        amount = chance.randrange(1_00, 50_000_00)
        yield (
            DETALHE,
            {
                "nosso_numero": chance.randrange(10**8),
                "valor_titulo": amount,
                "valor_lancado": amount,
                "valor_tarifa": 2_50,
                "data_ocorrencia": day,
                "vencimento": day,
                "ocorrencia": "06",
                "numero_documento": f"{index}",
                "pagador_nome": "CLIENTE EXEMPLO LTDA",
            },
        )


def retorno(number: int) -> bytes:
    """Return a whole retorno of *number* titles, its lines numbered; the same titles come again and again."""
    layout = loader.load(RETORNO)
    some = write(layout, titles(min(DISTINCT, number))).data
    one = write(layout, [("header", {"banco_nome": "BANCO", "data_geracao": date(2026, 11, 20)})]).data
    last = write(layout, [("trailer", {})]).data
    lines = np.frombuffer(one + some * -(-number // DISTINCT), np.uint8).reshape(-1, len(one))[: number + 1]
    matrix = np.concatenate([lines, np.frombuffer(last, np.uint8).reshape(1, -1)])
    numbers = "".join(f"{each:06d}" for each in range(1, len(matrix) + 1)).encode("ascii")
    campo = layout.registro(DETALHE).campo("sequencial")
    matrix[:, campo.posicoes] = np.frombuffer(numbers, np.uint8).reshape(-1, campo.tamanho)
    return matrix.tobytes()


def columns_of_remessa(number: int) -> dict[str, Coluna]:
    """Return the columns of a remessa, as a program holds them: numbers, dates, and text with its accents."""
    count = np.arange(number)
    day = np.datetime64("2026-01-01", "D")
    return {
        "empresa_tipo_inscricao": np.full(number, 2),
        "empresa_inscricao": np.full(number, 11222333000181),
        "agencia": np.full(number, 57),
        "conta": np.full(number, 12345),
        "conta_dac": np.full(number, 7),
        "uso_empresa": [f"BOLETO {each}" for each in range(number)],
        "nosso_numero": count % 10**8,
        "carteira_numero": np.full(number, 109),
        "carteira": ["I"] * number,
        "ocorrencia": np.full(number, 1),
        "numero_documento": [f"{each}" for each in range(number)],
        "vencimento": day + count % 300,
        "valor_titulo": count + 100,
        "especie": ["01"] * number,
        "aceite": ["N"] * number,
        "data_emissao": np.full(number, day),
        "juros_dia": count % 500,
        "pagador_tipo_inscricao": np.full(number, 1),
        "pagador_inscricao": np.full(number, 52998224725),
        "pagador_nome": [f"João da Conceição {each}" for each in range(number)],
        "pagador_endereco": ["Rua das Flores, 10"] * number,
        "pagador_bairro": ["Centro"] * number,
        "pagador_cep": np.full(number, 1310100),
        "pagador_cidade": ["São Paulo"] * number,
        "pagador_uf": ["SP"] * number,
        "sequencial": count + 2,
    }


def best(action: Callable[[], object]) -> float:
    """Return the seconds *action* takes, the best of several passes."""
    taken = []
    for _ in range(PASSES):
        start = time.perf_counter()
        action()
        taken.append(time.perf_counter() - start)
    return min(taken)


def read_all(source: bytes | Path) -> None:
    """Type every field of every record and check the file."""
    layout = loader.load(RETORNO)
    leitura = reader.read(source, layout)
    for registro in layout.registros:
        leitura.columns(registro.nome, [campo.nome for campo in registro.campos])
    faults = [problem for problem in check(leitura) if problem.is_error]
    if faults:
        sys.exit(f"the file of the bench has a fault: {faults[0].message}")


def read_record(source: bytes) -> None:
    """Type the columns of the contract's record."""
    layout = loader.load(RETORNO)
    places = papeis.load(layout).campos.values()
    leitura = reader.read(source, layout)
    leitura.columns(DETALHE, [place.campo for place in places if place.registro == DETALHE and place.campo])


def slice_plainly(data: bytes) -> None:
    """Cut every field out of every line with plain Python, typing nothing."""
    fields = [(campo.nome, campo.posicoes) for campo in loader.load(RETORNO).registro(DETALHE).campos]
    for line in data.decode("ascii").split("\r\n")[1:-2]:
        _ = {name: line[where] for name, where in fields}


def write_columns(registro: Registro, columns: Mapping[str, Coluna], number: int) -> bytes:
    """Return the bytes of the titles, transliteration included."""
    sheet, problems = column_writer.render(registro, columns, number)
    if problems:
        sys.exit(f"the remessa of the bench has a fault: {problems[0].message}")
    return sheet.tobytes()


def memory_of(data: bytes) -> float:
    """Return the memory that reading takes beyond the interpreter's own, in multiples of the file, in a new process."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.ret"
        path.write_bytes(data)
        told = subprocess.run([sys.executable, __file__, MEMORY, str(path)], capture_output=True, text=True, check=True)
    return float(told.stdout) / len(data)


def tell_memory(path: Path) -> None:
    """Read the file at *path* and print by how many bytes the peak grew."""
    small = retorno(DISTINCT)
    read_all(small)  # the libraries and the layout are in memory before the file is
    before = peak()
    read_all(path)
    print(peak() - before)


def peak() -> int:
    """Return the most memory this process has had, in bytes."""
    status = Path("/proc/self/status")
    if status.exists():  # what getrusage tells on Linux may still be the parent's
        kilobytes = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM")).split()[1]
        return int(kilobytes) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def peer(data: bytes, number: int) -> Peer:
    """Return pyCobranca's times in an environment of its own."""
    python = python_for_peer()
    if python is None:
        return Peer(note="not measured: no Python 3.12 or newer on this machine")
    with tempfile.TemporaryDirectory() as folder:
        own, path = Path(folder) / "env", Path(folder) / "large.ret"
        path.write_bytes(data)
        try:
            subprocess.run([python, "-m", "venv", str(own)], check=True, capture_output=True)
            inside = own / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
            pip = [str(inside), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "pycobranca"]
            subprocess.run(pip, check=True, capture_output=True, timeout=60 * PEER_MINUTES)
            run = [str(inside), str(PEER), str(path), str(number)]
            told = subprocess.run(run, check=True, capture_output=True, text=True, timeout=60 * PEER_MINUTES)
        except (OSError, subprocess.SubprocessError) as error:
            last = (getattr(error, "stderr", None) or b"").strip().splitlines()[-1:]
            return Peer(note=f"not measured: {type(error).__name__} {last}")
        found = json.loads(told.stdout)
        return Peer(read=found["read"], write=found["write"], note=f"pyCobranca {found['version']}")


def python_for_peer() -> str | None:
    """Return an interpreter new enough for the peer that really runs; a version manager's stand-ins may not."""
    managed = sorted((Path.home() / ".pyenv" / "versions").glob("3.1[2-9]*/bin/python"), reverse=True)
    for found in (sys.executable, *map(shutil.which, PEER_PYTHONS), *map(str, managed)):
        probe = [str(found), "-c", "import sys; sys.exit(sys.version_info < (3, 12))"]
        if found and subprocess.run(probe, check=False, capture_output=True).returncode == 0:
            return found
    return None


def same_problems(data: bytes) -> bool:
    """Whether reading without the titles tells the same as reading with them."""
    return records.read_file(data).problems == records.read_file(data, titles=False).problems


def line(what: str, seconds: float, base: float, unit: str, target: float, *, at_least: bool) -> None:
    """Print one ratio beside its target."""
    ratio = base / seconds if at_least else seconds / base
    met = ratio >= target if at_least else ratio <= target
    sign = "≥" if at_least else "≤"
    print(f"  {what:<44} {ratio:7.2f} x {unit:<22} {sign} {target:g}: {'met' if met else 'NOT MET'}")


def main() -> None:
    """Make the files, measure, print."""
    if len(sys.argv) > 2 and sys.argv[1] == MEMORY:
        tell_memory(Path(sys.argv[2]))
        return
    number = int(sys.argv[1]) if len(sys.argv) > 1 else TITLES
    data = retorno(number)
    remessa, columns = loader.load(REMESSA).registro(DETALHE), columns_of_remessa(number)
    newlines, slicing = best(lambda: data.count(b"\n")), best(lambda: slice_plainly(data))
    every, record = best(lambda: read_all(data)), best(lambda: read_record(data))
    written = best(lambda: write_columns(remessa, columns, number))
    theirs = peer(data, number)
    fields = sum(len(registro.campos) for registro in loader.load(RETORNO).registros)
    print(f"{number:,} titles, {len(data) / 1e6:.0f} MB, {fields} fields; newline count {newlines * 1000:.1f} ms")
    print(
        f"reading every field, typed and checked: {every * 1000:.0f} ms; the contract's columns: {record * 1000:.0f} ms"
    )
    line("every field, typed and checked", every, newlines, "the newline count", 8, at_least=False)
    line("the contract's columns", record, newlines, "the newline count", 8, at_least=False)
    line("every field, faster than", every, slicing, "plain slicing", 1, at_least=True)
    if theirs.read is None or theirs.write is None:
        print(f"  pyCobranca: {theirs.note}")
    else:
        line("every field, faster than", every, theirs.read, theirs.note, 15, at_least=True)
        line("the contract's columns, faster than", record, theirs.read, theirs.note, 25, at_least=True)
    print(f"writing, columns to bytes: {written * 1000:.0f} ms")
    if theirs.write is not None:
        line("writing, faster than", written, theirs.write, theirs.note, 20, at_least=True)
    memory = memory_of(data)
    print(
        f"  {'memory for every field':<44} {memory:7.2f} x {'the file':<22} ≤ 4: {'met' if memory <= 4 else 'NOT MET'}"
    )
    print(f"  without the titles the same problems: {'yes' if same_problems(data) else 'NO'}")


if __name__ == "__main__":
    main()
