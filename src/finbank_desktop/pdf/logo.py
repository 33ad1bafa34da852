"""The beneficiary's picture, brought to print size once per document."""

import warnings
from functools import lru_cache
from pathlib import Path
from typing import Final

from PIL import Image
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from finbank_desktop.domain.problems import Problem, Severity

LARGURA: Final = 46 * mm
ALTURA: Final = 22 * mm
_PIXELS: Final = (544, 260)
"""The box at 300 dpi: more is never seen on paper."""
_FORMATOS: Final = ("PNG", "JPEG", "GIF", "BMP", "WEBP", "TIFF")


class LogoError(ValueError):
    """A logo that cannot be printed; the message says why, in Portuguese."""


def problem(path: str) -> Problem | None:
    """Return why the logo at *path* cannot be printed, ``None`` when it can."""
    try:
        load(path)
    except LogoError as error:
        return Problem(
            message=str(error),
            fix="Escolha outra imagem (PNG ou JPEG) no cadastro do convênio ou deixe o campo do logotipo vazio.",
            field="logo",
            severity=Severity.WARNING,
        )
    return None


def load(path: str) -> Image.Image:
    """Return the picture at *path*, no larger than print needs, in RGB with or without transparency.

    Raises:
        LogoError: There is no such file, or it is no picture.
    """
    nome = Path(path).name
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=_FORMATOS) as image:
                image.draft("RGB", _PIXELS)
                picture = image.convert("RGBA" if image.has_transparency_data else "RGB")
    except FileNotFoundError:
        raise LogoError(f"O logotipo {nome} não foi encontrado; o boleto sai sem ele.") from None
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise LogoError(f"O logotipo {nome} é grande demais para ser impresso; o boleto sai sem ele.") from None
    except (OSError, SyntaxError, ValueError, EOFError):
        raise LogoError(f"O logotipo {nome} não é uma imagem que possa ser lida; o boleto sai sem ele.") from None
    picture.thumbnail(_PIXELS)
    return picture


@lru_cache(maxsize=16)
def _usable(path: str, _changed: float) -> Image.Image | None:
    try:
        return load(path)
    except LogoError:
        return None


def usable(path: str) -> Image.Image | None:
    """Return the picture at *path*, read again only after the file has changed; ``None`` when it cannot be printed."""
    try:
        changed = Path(path).stat().st_mtime
    except (OSError, ValueError):
        return None
    return _usable(path, changed)


def draw(canvas: Canvas, picture: Image.Image) -> None:
    """Draw *picture*, scaled into its box, from the origin on.

    It stands at the left, in the middle of the height, so that it lines up with the grid below.
    """
    scale = min(LARGURA / picture.width, ALTURA / picture.height)
    width, height = picture.width * scale, picture.height * scale
    canvas.drawImage(ImageReader(picture), 0, (ALTURA - height) / 2, width, height, mask="auto")
