"""*Relatar problema*: what whoever mends the program needs to know, and nothing about customers.

Nothing is sent: the text is shown, and saved where the user wants it. Of the log only lines of the two known forms pass
(what kind of error, in which line of the program); whatever else stands there might name somebody and is left out.
"""

import platform
import re
import zipfile
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from finbank_desktop import __version__
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.pdf.output import replacing

ULTIMAS = 200
"""Lines of the log that go along."""
_NOME = "relato.txt"
_ERRO = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} [A-Z]+ [A-Za-z_][A-Za-z_.]*")
_LUGAR = re.compile(r"  (?P<caminho>.+):(?P<linha>\d{1,6}) (?P<funcao>[A-Za-z_<][\w<>.]*)")
_RETIRADA = "[linha retirada: poderia conter dados]"


def compose(descricao: str, ambiente: Mapping[str, str], log: Iterable[str], quando: datetime) -> str:
    """Return the text of a report.

    Args:
        descricao: What the user writes, as it is.
        ambiente: What to tell of the window and the database, by its Portuguese name.
        log: Lines of the log, the latest last.
        quando: When it is written.
    """
    fatos = {
        "Programa": f"FinBank Desktop {__version__}",
        "Escrito em": f"{quando:%d/%m/%Y %H:%M}",
        "Sistema": f"{platform.system()} {platform.release()} ({platform.machine()})",
        "Python": platform.python_version(),
        **ambiente,
    }
    linhas = harmless(log)
    partes = [
        "RELATO DE PROBLEMA",
        "",
        "O que aconteceu",
        descricao.strip() or "(não descrito)",
        "",
        "Programa e computador",
        *(f"  {nome}: {valor}" for nome, valor in fatos.items()),
        "",
        f"Últimas linhas do registro de erros ({len(linhas)})",
        *(linhas or ["  (nenhum erro registrado)"]),
        "",
        "Este arquivo não contém dados de clientes, documentos, contas nem valores, a não ser o que foi escrito acima",
        "em “O que aconteceu”. Nada foi enviado: leia-o e mande-o a quem vai ajudar.",
    ]
    return "\n".join(partes) + "\n"


def harmless(log: Iterable[str]) -> list[str]:
    """Return the last lines of *log*, each of a known form or replaced by a remark.

    >>> harmless(["  /opt/x/finbank_desktop/app.py:3 run", "Ana 529.982"])
    ['  finbank_desktop/app.py:3 run', '[linha retirada: poderia conter dados]']
    """
    return [_harmless(linha.rstrip("\r\n")) for linha in log if linha.strip()][-ULTIMAS:]


def _harmless(linha: str) -> str:
    if _ERRO.fullmatch(linha):
        return linha
    lugar = _LUGAR.fullmatch(linha)
    if lugar is None:
        return _RETIRADA
    caminho = lugar["caminho"].replace("\\", "/")
    antes, pacote, resto = caminho.rpartition("finbank_desktop/")
    curto = pacote + resto if pacote else antes.rpartition("/")[2] or resto.rpartition("/")[2]
    return f"  {curto}:{lugar['linha']} {lugar['funcao']}"


def last_lines(log: Path) -> list[str]:
    """Return the last lines of the log at *log*; none when there is no log yet."""
    try:
        return log.read_text(encoding="utf-8", errors="replace").splitlines()[-ULTIMAS:]
    except OSError:
        return []


def save(texto: str, saida: Path) -> None:
    """Write *texto* to a ``.txt``, or into a ``.zip``.

    Raises:
        RefusedError: *saida* is neither.
        OutsideError: It cannot be written.
    """
    sufixo = saida.suffix.lower()
    if sufixo not in (".txt", ".zip"):
        raise RefusedError("formato_desconhecido", f"O arquivo {saida.name} deve terminar em .txt ou .zip.", saida.name)
    with replacing(saida) as file:
        if sufixo == ".txt":
            file.write(texto.encode("utf-8-sig"))
        else:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
                parts.writestr(_NOME, texto.encode("utf-8-sig"))
