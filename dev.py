#!/usr/bin/env python3
"""Everything one does with this checkout, in one list: ``python3 dev.py --help``.

Needs nothing but Python itself. It makes ``.venv`` from the lock (``requirements/dev.txt``, with hashes) the first
time a command needs it and again when the lock changes; every other program is started from there.
"""

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
OLDEST = (3, 11)
NEWEST = (3, 14)


# --- The right Python. Up to "sys.exit" below this is read by old ones too: no newer syntax, annotations in quotes.


def other_pythons() -> "list[list[str]]":
    """Return the commands that may start another Python, the newest wanted one first."""
    minors = range(NEWEST[1], OLDEST[1] - 1, -1)
    names = [f"python3.{minor}" for minor in minors] + ["python3", "python"]
    found = [[path] for path in map(shutil.which, names) if path]
    pyenv = Path(os.environ.get("PYENV_ROOT") or str(Path.home() / ".pyenv"))
    found += [[str(path)] for path in sorted(pyenv.glob("versions/*/bin/python3"), reverse=True)]
    launcher = shutil.which("py")  # Windows
    if launcher:
        found += [[launcher, f"-3.{minor}"] for minor in minors]
    return found


def is_supported(command: "list[str]") -> bool:
    """Tell whether *command* starts a Python that can run the program."""
    question = f"import sys; sys.exit(not {OLDEST} <= sys.version_info[:2] <= {NEWEST})"
    try:
        return subprocess.call([*command, "-c", question], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def start_again_elsewhere() -> int:
    """Run this command under a Python of the right version and return its exit code, 1 when there is none."""
    this = f"{sys.version_info[0]}.{sys.version_info[1]}"
    command = next(filter(is_supported, other_pythons()), None)
    if command is None:
        print(
            f"Este é o Python {this} e o FinBank Desktop precisa do 3.11 ao 3.14, que não encontrei neste computador: "
            f"instale um deles e repita. / This is Python {this}; FinBank Desktop needs 3.11 to 3.14 and none was "
            "found here: install one and try again.",
            file=sys.stderr,
        )
        return 1
    print(f"Python {this} is outside 3.11-3.14; going on with {' '.join(command)}", file=sys.stderr)
    return subprocess.call([*command, str(Path(__file__).resolve()), *sys.argv[1:]])


if __name__ == "__main__" and not OLDEST <= sys.version_info[:2] <= NEWEST:
    sys.exit(start_again_elsewhere())


class CannotGoOnError(Exception):
    """Something this script cannot mend; the message is the one sentence to show."""


# --- System packages, on Debian and Ubuntu

SYSTEM_PACKAGES = (
    # what Qt links to, also without a display
    *("libgl1", "libegl1", "libglib2.0-0", "libdbus-1-3", "libfontconfig1", "libxkbcommon0"),
    # what its X11 plugin loads in addition
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxkbcommon-x11-0", "libxcb-shape0"),
    "zbar-tools",  # the tests read barcodes back with it
)
RENAMED = {"libglib2.0-0": "libglib2.0-0t64"}  # since Debian 13 and Ubuntu 24.04


def missing_packages() -> list[str]:
    """Return the system packages that are wanted and not there; nothing where dpkg is not the tool."""
    if not (shutil.which("dpkg-query") and shutil.which("apt-get")):
        return []
    wanted = [*SYSTEM_PACKAGES]
    if importlib.util.find_spec("ensurepip") is None:  # Debian's Python comes without it
        wanted.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    query = ["dpkg-query", "--show", "--showformat=${db:Status-Status} ${Package}\n", *wanted, *RENAMED.values()]
    answer = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    there = {line.removeprefix("installed ") for line in answer.splitlines() if line.startswith("installed ")}
    return [name for name in wanted if name not in there and RENAMED.get(name) not in there]


def install_system_packages() -> None:
    """Install what is missing when root, otherwise print the command that does; go on either way."""
    missing = missing_packages()
    if not missing:
        return
    if os.geteuid() == 0:
        say("system packages: " + " ".join(missing))
        quiet_env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.call(["apt-get", "update", "-qq"], env=quiet_env)
        names = [current_name(name) for name in missing]
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *names]
        with tempfile.TemporaryFile() as log:
            if subprocess.call(install, env=quiet_env, stdout=log) == 0:
                return
            log.seek(0)
            sys.stderr.buffer.write(log.read())
        say("apt-get failed, see above; going on without these packages")
    else:
        say("system packages are missing; this installs them: " + apt_command(missing))


def current_name(package: str) -> str:
    """Return what this release calls *package*."""
    renamed = RENAMED.get(package)
    known = renamed and subprocess.run(["apt-cache", "show", renamed], capture_output=True, check=False).returncode == 0
    return renamed if renamed and known else package


def apt_command(packages: list[str]) -> str:
    """Return the one line that installs *packages*."""
    names = " ".join(map(current_name, packages))
    return f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}"


# --- The environment

VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCK = ROOT / "requirements" / "dev.txt"
STAMP = VENV / "finbank-stamp.txt"  # written last, so a half-made environment has none


def fingerprint(*parts: str | bytes) -> str:
    """Return a hash of *parts*, in order."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode() if isinstance(part, str) else part)
        digest.update(b"\0")
    return digest.hexdigest()


def wanted_stamp() -> list[str]:
    """Return what the environment must have been made from: the packages, then the project itself."""
    packages = fingerprint(LOCK.read_bytes(), str(ROOT), f"{sys.version_info.major}.{sys.version_info.minor}")
    project = fingerprint((ROOT / "pyproject.toml").read_bytes(), (ROOT / "hatch_build.py").read_bytes())
    return [packages, project]


def need_environment() -> None:
    """Make ``.venv``, or bring it up to date; return at once when it already is."""
    stamp = STAMP.read_text(encoding="ascii").split() if STAMP.is_file() and PYTHON.exists() else []
    wanted = wanted_stamp()
    if stamp == wanted:
        return
    install_system_packages()
    if stamp[:1] != wanted[:1]:
        make_environment()
    STAMP.unlink(missing_ok=True)
    pip("install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    check_qt()
    STAMP.write_text("\n".join(wanted) + "\n", encoding="ascii")


def make_environment() -> None:
    """Make ``.venv`` anew and install the lock into it."""
    say(f"making .venv with Python {sys.version_info.major}.{sys.version_info.minor}, as requirements/dev.txt says")
    STAMP.unlink(missing_ok=True)
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], capture_output=True, check=False)
    if made.returncode != 0:
        missing = missing_packages()
        advice = f"run: {apt_command(missing)}" if missing else "is the module venv part of this Python?"
        raise CannotGoOnError(f"{sys.executable} could not make .venv; {advice}")
    pip("install", "--require-hashes", "--only-binary=:all:", "-r", str(LOCK))


def pip(*arguments: str) -> None:
    """Run pip of the environment; its own words stay on the screen when it fails."""
    command = [str(PYTHON), "-m", "pip", "-qq", "--disable-pip-version-check", "--no-input", *arguments]
    not_for_the_user = {**os.environ, "PIP_USER": "0"}  # a pip.conf may say otherwise, which no .venv bears
    if subprocess.call(command, cwd=ROOT, env=not_for_the_user) != 0:
        raise CannotGoOnError("pip could not install the packages, see above; with a network, try again")


def check_qt() -> None:
    """See that Qt finds its system libraries, so that nothing later fails in a less readable way."""
    probe = subprocess.run([str(PYTHON), "-c", "import PySide6.QtWidgets"], capture_output=True, text=True, check=False)
    if probe.returncode != 0:
        reason = (probe.stderr.strip().splitlines() or ["no reason given"])[-1]
        missing = missing_packages()
        advice = f"run: {apt_command(missing)}" if missing else "install that library with your system's package tool"
        raise CannotGoOnError(f"Qt does not start ({reason}); {advice}")


# --- Qt Designer's forms

FORMS = ROOT / "src" / "finbank_desktop" / "gui" / "forms"


def compile_form(source: Path, uic: Path) -> str:
    """Return the Python text of the Designer file *source*."""
    compiled = subprocess.run(
        [str(uic), "--no-autoconnection", str(source)], capture_output=True, encoding="utf-8", check=False
    )
    if compiled.returncode != 0:
        raise CannotGoOnError(f"pyside6-uic refused {source.name}: {compiled.stderr.strip()}")
    return compiled.stdout


def compiled_forms(uic: Path, ui: Path = ROOT / "ui", forms: Path = FORMS) -> dict[Path, str]:
    """Return each module that belongs into *forms*, with its text."""
    return {forms / f"ui_{source.stem}.py": compile_form(source, uic) for source in sorted(ui.glob("*.ui"))}


def stale_forms(uic: Path, ui: Path = ROOT / "ui", forms: Path = FORMS) -> list[str]:
    """Return the names in *forms* that differ from their source in *ui*, or lack one."""
    wanted = compiled_forms(uic, ui, forms)
    there = set(forms.glob("ui_*.py"))
    changed = {path for path, text in wanted.items() if path not in there or path.read_text(encoding="utf-8") != text}
    return sorted(path.name for path in changed | (there - set(wanted)))


def forms(options: argparse.Namespace) -> int:
    """Compile ui/*.ui, or only compare."""
    uic = BIN / "pyside6-uic"
    stale = stale_forms(uic)
    if options.check:
        if stale:
            say("not what ui/ says: " + ", ".join(stale) + "; run: python3 dev.py forms")
        return bool(stale)
    for path, text in compiled_forms(uic).items():
        if path.name in stale:
            path.write_text(text, encoding="utf-8", newline="\n")
    for orphan in set(FORMS.glob("ui_*.py")) - set(compiled_forms(uic)):
        orphan.unlink()
    say(f"{len(stale)} of {len(list(FORMS.glob('ui_*.py')))} forms written")
    return 0


# --- The commands


def setup(_options: argparse.Namespace) -> int:
    """Install, and say where."""
    install_system_packages()
    say(f"ready: {BIN / 'finbank'}")
    return 0


def check(_options: argparse.Namespace) -> int:
    """Run every check but the tests; report all that fail, not only the first."""
    steps = {
        "ruff check": [str(PYTHON), "-m", "ruff", "check", "."],
        "ruff format": [str(PYTHON), "-m", "ruff", "format", "--check", "."],
        "mypy": [str(PYTHON), "-m", "mypy"],
        "import contracts": [str(BIN / "lint-imports"), "--no-logo"],
        "forms": [str(PYTHON), "dev.py", "forms", "--check"],
    }
    failed = []
    for title, step in steps.items():
        say(title)
        if subprocess.call(step, cwd=ROOT) != 0:
            failed.append(title)
    if failed:
        say("failed: " + ", ".join(failed))
    return bool(failed)


def test(options: argparse.Namespace) -> int:
    """Run everything CI runs; what follows the command goes to pytest, whose closing line stands last."""
    failed = check(options)
    say("pytest")
    workers = ["-n", "auto"] if (os.cpu_count() or 1) > 1 else []
    tested = python("-m", "pytest", *workers, *options.rest, environment=offscreen())
    if failed:
        say("the tests were run, but a check before them failed")
    return failed or tested


def demo(options: argparse.Namespace) -> int:
    """Play the main job from customers to settled boletos."""
    return python("-c", "import sys; from finbank_desktop.demo import main; sys.exit(main())", *options.rest)


def run(options: argparse.Namespace) -> int:
    """Open the window."""
    return python("-m", "finbank_desktop", *options.rest)


def bench(options: argparse.Namespace) -> int:
    """Run one bench, or all."""
    there = {path.stem: path for path in sorted((ROOT / "tests" / "bench").glob("[a-z]*.py"))}
    names = options.rest[:1] or list(there)
    unknown = [name for name in names if name not in there]
    if unknown or not there:
        raise CannotGoOnError(f"no bench {' '.join(unknown)}; there are: {', '.join(there) or 'none yet'}")
    return max(python(str(there[name]), *options.rest[1:]) for name in names)


def longo(options: argparse.Namespace) -> int:
    """Play many lives of boletos, from a seed that is printed first; or register thousands at the tests' bank."""
    if options.rest[:1] == ["registro"]:
        mil = ROOT / "tests" / "faults" / "test_registro_mil.py"
        return python(str(mil), *options.rest[1:], environment={**os.environ, "PYTHONPATH": str(ROOT)})
    return python(str(ROOT / "tests" / "longo.py"), *options.rest)


def package(_options: argparse.Namespace) -> int:
    """Build the one-folder program with PyInstaller and let it test itself without a display."""
    started = time.monotonic()
    spec = ROOT / "installer" / "finbank.spec"
    if python("-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=WARN", str(spec)) != 0:
        raise CannotGoOnError("PyInstaller failed, see above")
    folder = ROOT / "dist" / "finbank-desktop"
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    say(f"built {folder} in {time.monotonic() - started:.0f} s, {size / 1e6:.0f} MB")
    program = folder / ("finbank-desktop.exe" if os.name == "nt" else "finbank-desktop")
    with tempfile.TemporaryDirectory() as elsewhere:  # not the checkout: it must find everything in its own folder
        started = time.monotonic()
        result = subprocess.call([str(program), "--selftest"], cwd=elsewhere, env=offscreen())
    say(f"--selftest ended with {result} after {time.monotonic() - started:.1f} s")
    return result


def lock(options: argparse.Namespace) -> int:
    """Resolve pyproject.toml anew for every supported Python and system; needs uv."""
    uv = shutil.which("uv")
    if uv is None:
        raise CannotGoOnError("uv is not on the PATH; install it with: pipx install uv")
    command = [uv, "pip", "compile", "pyproject.toml", "--extra", "postgres", "--group", "dev", "--universal"]
    command += [
        "--python-version",
        "3.11",
        "--generate-hashes",
        "--no-annotate",
        "--no-emit-index-url",
        "--no-emit-find-links",
        "--quiet",
    ]
    command += ["--custom-compile-command", "python3 dev.py lock", "--output-file", "requirements/dev.txt"]
    return subprocess.call([*command, *options.rest], cwd=ROOT, env={**os.environ, "UV_PYTHON_DOWNLOADS": "never"})


def python(*arguments: str, environment: dict[str, str] | None = None) -> int:
    """Run the environment's Python in the checkout and return its exit code."""
    return subprocess.call([str(PYTHON), *arguments], cwd=ROOT, env=environment)


def offscreen() -> dict[str, str]:
    """Return the environment variables with which Qt needs no display."""
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def say(sentence: str) -> None:
    """Print *sentence* at once, so that it stands before what the next program prints."""
    print(f"dev.py: {sentence}", flush=True)


COMMANDS = {
    "demo": (demo, "play the main job on a sample company, then open the window on it"),
    "run": (run, "open the window"),
    "test": (test, "everything CI runs: the checks, then pytest; further arguments go to pytest"),
    "check": (check, "ruff, mypy, import contracts and forms only"),
    "bench": (bench, "measure: all benches of tests/bench, or the one named"),
    "longo": (longo, "play 10,000 lives of boletos, or: longo [seed] [sequences]; longo registro [--titulos N…]"),
    "package": (package, "build the program as one folder and run its self-test"),
    "setup": (setup, "only install: system packages, .venv, the program"),
    "forms": (forms, "compile ui/*.ui; with --check only compare"),
    "lock": (lock, "write requirements/dev.txt anew with uv; --upgrade takes newer versions"),
}
TAKES_MORE = {demo, run, test, bench, longo, lock}
NEEDS_NO_ENVIRONMENT = {lock}


def parse(arguments: list[str]) -> argparse.Namespace:
    """Return the command asked for, as ``command``, with what it takes."""
    parser = argparse.ArgumentParser(prog="dev.py", description="FinBank Desktop's commands.")
    commands = parser.add_subparsers(required=True, metavar="command")
    for name, (command, summary) in COMMANDS.items():
        subparser = commands.add_parser(name, help=summary, description=summary, add_help=command not in TAKES_MORE)
        subparser.set_defaults(command=command)
        if command is forms:
            subparser.add_argument("--check", action="store_true", help="only compare; 1 when they differ")
    options, rest = parser.parse_known_args(arguments)
    if rest and options.command not in TAKES_MORE:
        parser.error("unexpected: " + " ".join(rest))
    options.rest = rest
    return options


def main() -> int:
    """Run the command that was asked for; a failure is one sentence."""
    options = parse(sys.argv[1:])
    try:
        if options.command not in NEEDS_NO_ENVIRONMENT:
            need_environment()
        result: int = options.command(options)
    except CannotGoOnError as problem:
        print(f"dev.py: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return result


if __name__ == "__main__":
    sys.exit(main())
