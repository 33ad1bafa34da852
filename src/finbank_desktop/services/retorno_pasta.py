"""Which files of a folder are taken for retornos; what each really is, is found out when it is read."""

from pathlib import Path

from finbank_desktop.domain.problems import OutsideError, RefusedError

SUFIXOS = (".ret", ".txt", ".crt")
"""How banks end the names of retornos; the case is theirs too."""


def files_in(pasta: Path) -> tuple[Path, ...]:
    """Return the files of *pasta*, by name, that may be retornos; folders within it are left out.

    Raises:
        RefusedError: It has none.
        OutsideError: It cannot be read.
    """
    try:
        achados = sorted(
            each
            for each in pasta.iterdir()
            if each.suffix.lower() in SUFIXOS and not each.name.startswith(".") and each.is_file()
        )
    except OSError as error:
        raise OutsideError(
            "pasta_inacessivel", f"Não foi possível ler a pasta {pasta.name}; confira a permissão.", str(pasta)
        ) from error
    if not achados:
        raise RefusedError(
            "pasta_sem_retornos",
            f"A pasta {pasta.name} não tem arquivos de retorno (.ret, .txt ou .crt). Escolha outra.",
            str(pasta),
        )
    return tuple(achados)


def find_again(pasta: Path, nome: str) -> Path | None:
    """Return the file called *nome* in *pasta* when it is there."""
    caminho = pasta / nome
    return caminho if caminho.is_file() else None
