"""The simulated bank, asked for by a person: remessas in, retornos into a folder."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from finbank_desktop.domain.problems import OutsideError, RefusedError
from finbank_desktop.pdf.output import replacing
from finbank_desktop.services.jobs import SILENT, Watcher
from finbank_desktop.simulator import banco, cenario, movimentos, remessa
from finbank_desktop.simulator.banco import Resposta
from finbank_desktop.simulator.cenario import Cenario


@dataclass(frozen=True, slots=True, kw_only=True)
class RespostaSimulada:
    """One retorno that was written.

    Attributes:
        titles: Lines of titles in it.
    """

    file: Path
    titles: int


class SimuladorService:
    """What the simulated bank can be asked for."""

    def __init__(self, hoje: Callable[[], date] = date.today) -> None:
        """Begin.

        Args:
            hoje: Tells the day of the bank's first answer.
        """
        self._hoje = hoje

    def process(
        self, paths: Sequence[Path], cenario_path: Path | None, saida: Path, watcher: Watcher = SILENT
    ) -> list[RespostaSimulada]:
        """Answer the remessas at *paths* with retornos in the folder *saida*; no file there is replaced.

        All of them are made before the first is written.

        Args:
            paths: The remessas.
            cenario_path: The scenario; ``None`` registers all and pays three of four on time.
            saida: The folder, made when it is not there.
            watcher: Hears of the progress.

        Raises:
            RefusedError: A remessa or the scenario cannot be used.
            OutsideError: A file cannot be read or written.
        """
        chosen = _load(cenario_path)
        answers: list[tuple[Callable[[date, int], str], Resposta]] = []
        seen: Counter[str] = Counter()
        for number, path in enumerate(paths):
            watcher.report(number, len(paths), f"Respondendo a {path.name}")
            paid = movimentos.answers(path, self._hoje())
            if paid is not None:
                answers += [(movimentos.file_name, each) for each in paid]
                continue
            sent = remessa.read(path)
            name = partial(banco.file_name, sent)
            answers += [(name, each) for each in banco.answer(sent, chosen, self._hoje(), ordem=seen[sent.banco])]
            seen[sent.banco] += 1
        _make_folder(saida)
        return [_write(saida, name, each) for name, each in answers]


def _load(path: Path | None) -> Cenario:
    if path is None:
        return cenario.PADRAO
    try:
        return cenario.parse(path.read_text(encoding="utf-8-sig"), path.name)
    except UnicodeDecodeError:
        message = f"O cenário {path.name} não está em UTF-8; grave-o com essa codificação no editor de textos."
        raise RefusedError("cenario_invalido", message, path.name) from None
    except OSError as error:
        message = f"Não foi possível abrir o cenário {path.name}; confira se ele existe e se você pode lê-lo."
        raise OutsideError("arquivo_ilegivel", message, str(path)) from error


def _make_folder(saida: Path) -> None:
    try:
        saida.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"Não foi possível criar a pasta {saida.name}; escolha outra."
        raise OutsideError("disco", message, str(saida)) from error


def _write(saida: Path, name: Callable[[date, int], str], resposta: Resposta) -> RespostaSimulada:
    path = _free_name(saida, name, resposta.dia)
    with replacing(path) as file:
        file.write(resposta.data)
    return RespostaSimulada(file=path, titles=resposta.titulos)


def _free_name(saida: Path, name: Callable[[date, int], str], dia: date) -> Path:
    """Return the first name of that day which no file in *saida* has."""
    ordem = 1
    while (path := saida / name(dia, ordem)).exists():
        ordem += 1
    return path
