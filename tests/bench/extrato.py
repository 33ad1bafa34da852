"""Reading 100,000 transactions of OFX: ``python3 dev.py bench extrato [transactions]`` prints ratios of one run.

Ours from bytes to the lines of the statement, the best of several passes, against ofxtools and ofxparse from the same
bytes to their transactions, each once in an environment of its own, as pip installs it; neither is a dependency. All
three must find the same count and sum. What cannot be installed is said to be not measured; a reader that does not end
in a quarter of an hour is stopped there.
"""

import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

from finbank_desktop.domain.extratos import Extrato
from finbank_desktop.extrato import leitura

TRANSACTIONS = 100_000
PASSES = 5
PEERS = {"ofxtools": 5.0, "ofxparse": 40.0}
FOLDER = Path(__file__).parent / "peers"
MINUTES = 15
HEAD = (
    "OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\nSECURITY:NONE\r\nENCODING:USASCII\r\nCHARSET:1252\r\n"
    "COMPRESSION:NONE\r\nOLDFILEUID:NONE\r\nNEWFILEUID:NONE\r\n\r\n<OFX>\r\n<SIGNONMSGSRSV1>\r\n<SONRS>\r\n<STATUS>\r\n"
    "<CODE>0\r\n<SEVERITY>INFO\r\n</STATUS>\r\n<DTSERVER>20261231100000[-03:EST]\r\n<LANGUAGE>POR\r\n</SONRS>\r\n"
    "</SIGNONMSGSRSV1>\r\n<BANKMSGSRSV1>\r\n<STMTTRNRS>\r\n<TRNUID>1001\r\n<STATUS>\r\n<CODE>0\r\n<SEVERITY>INFO\r\n"
    "</STATUS>\r\n<STMTRS>\r\n<CURDEF>BRL\r\n<BANKACCTFROM>\r\n<BANKID>0341\r\n<ACCTID>1234567890\r\n<ACCTTYPE>CHECKING\r\n"
    "</BANKACCTFROM>\r\n<BANKTRANLIST>\r\n<DTSTART>20260101100000[-03:EST]\r\n<DTEND>20261231100000[-03:EST]\r\n"
)
TAIL = (
    "</BANKTRANLIST>\r\n<LEDGERBAL>\r\n<BALAMT>910.14\r\n<DTASOF>20261231100000[-03:EST]\r\n</LEDGERBAL>\r\n</STMTRS>\r\n"
    "</STMTTRNRS>\r\n</BANKMSGSRSV1>\r\n</OFX>\r\n"
)
WORDS = ("PIX RECEBIDO", "TAR COMUNICACAO", "SISPAG FORNECEDOR", "LIQ COBRANCA", "TED RECEBIDA", "DA SANEAMENTO")


@dataclass(frozen=True)
class Peer:
    """What another reader took and found; *note* says why it took nothing."""

    seconds: float | None = None
    count: int = 0
    total: Decimal = Decimal(0)
    note: str = ""


def statement(number: int) -> bytes:
    """Return a statement of *number* transactions in the manner of Itaú: no leaf is closed, every line is."""
    chance = Random(20261120)
    parts = [HEAD]
    for index in range(number):
        day = date(2026, 1, 1) + timedelta(days=index * 365 // number)
        amount = chance.choice((1, -1)) * chance.randrange(1, 50_000_00)
        kind, sign = ("CREDIT", "") if amount > 0 else ("DEBIT", "-")
        fitid = f"{day:%Y%m%d}{index:06d}"
        parts.append(
            f"<STMTTRN>\r\n<TRNTYPE>{kind}\r\n<DTPOSTED>{day:%Y%m%d}100000[-03:EST]\r\n"
            f"<TRNAMT>{sign}{abs(amount) // 100}.{abs(amount) % 100:02d}\r\n<FITID>{fitid}\r\n<CHECKNUM>{index:08d}\r\n"
            f"<MEMO>{chance.choice(WORDS)} {chance.randrange(10**6):06d}\r\n</STMTTRN>\r\n"
        )
    return "".join([*parts, TAIL]).encode("cp1252")


def ours(data: bytes) -> tuple[float, Extrato]:
    """Return the seconds of the best pass, and what was read."""
    taken = []
    for _ in range(PASSES):
        start = time.perf_counter()
        extrato = leitura.read(data)
        taken.append(time.perf_counter() - start)
    return min(taken), extrato


def peer(name: str, data: bytes) -> Peer:
    """Return what *name* took in an environment of its own."""
    with tempfile.TemporaryDirectory() as folder:
        own, path = Path(folder) / "env", Path(folder) / "large.ofx"
        path.write_bytes(data)
        try:
            subprocess.run([sys.executable, "-m", "venv", str(own)], check=True, capture_output=True)
            inside = own / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
            pip = [str(inside), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", name]
            subprocess.run(pip, check=True, capture_output=True, timeout=60 * MINUTES)
            run = [str(inside), str(FOLDER / f"medir_{name}.py"), str(path)]
            told = subprocess.run(run, check=True, capture_output=True, text=True, timeout=60 * MINUTES)
        except subprocess.TimeoutExpired as expired:
            if "pip" in expired.cmd:
                return Peer(note="não medido: a instalação não terminou")
            return Peer(expired.timeout, note=f"{name}, interrompido")
        except (OSError, subprocess.SubprocessError) as error:
            last = (getattr(error, "stderr", None) or b"").strip().splitlines()[-1:]
            return Peer(note=f"não medido: {type(error).__name__} {last}")
        found = json.loads(told.stdout.splitlines()[-1])
    return Peer(found["read"], found["count"], Decimal(found["sum"]), f"{name} {found['version']}")


def main(arguments: list[str]) -> int:
    """Make the file, measure, print; fail when a reader that was measured finds something else or is too near."""
    number = int(arguments[0]) if arguments else TRANSACTIONS
    data = statement(number)
    seconds, extrato = ours(data)
    (conta,) = extrato.contas
    count, total = len(conta.linhas), Decimal(conta.soma) / 100
    print(f"{number} lançamentos, {len(data) / 1e6:.0f} MB: lidos em {seconds:.2f} s, soma {total}", flush=True)
    failed = count != number
    for name, target in PEERS.items():
        theirs = peer(name, data)
        if theirs.seconds is None:
            print(f"  {name}: {theirs.note}")
            continue
        same = theirs.count == 0 or (theirs.count, theirs.total) == (count, total)
        ratio = theirs.seconds / seconds
        failed = failed or ratio < target or not same
        met = "atingido" if ratio >= target else "NÃO ATINGIDO"
        found = "mesma contagem e soma" if same else f"OUTRA contagem ou soma: {theirs.count}, {theirs.total}"
        print(f"  {theirs.note}: {theirs.seconds:.1f} s, {ratio:.1f} x (alvo {target:g}): {met}", flush=True)
        print(f"    {found if theirs.count else 'sem resultado'}", flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
