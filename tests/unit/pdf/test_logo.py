import io
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from finbank_desktop.domain.impressao import BoletoImpresso
from finbank_desktop.pdf import fichas, logo

Make = Callable[..., BoletoImpresso]


@pytest.mark.parametrize(
    ("mode", "extension"),
    [
        *((mode, "png") for mode in ("RGB", "RGBA", "P", "LA", "1", "I;16")),
        *((mode, "jpg") for mode in ("CMYK", "L")),
        ("RGB", "webp"),
        ("P", "gif"),
    ],
)
def test_pictures_of_every_kind_are_printed(boleto: Make, tmp_path: Path, mode: str, extension: str) -> None:
    path = tmp_path / f"logo.{extension}"
    Image.new(mode, (900, 300)).save(path)
    assert images_of(boleto(logo=str(path))) == 1
    assert fichas.problems([boleto(logo=str(path))]) == []


def images_of(boleto: BoletoImpresso) -> int:
    file = io.BytesIO()
    fichas.render_boletos([boleto], file)
    page = pypdfium2.PdfDocument(file.getvalue())[0]
    return len(list(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])))


def test_a_picture_is_brought_to_print_size(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    Image.new("RGB", (4000, 1000)).save(path)
    assert logo.load(str(path)).size == (544, 136)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("nenhum.png", None, "nenhum.png não foi encontrado"),
        ("texto.png", b"isto nao e imagem", "texto.png não é uma imagem"),
        ("vazio.png", b"", "vazio.png não é uma imagem"),
        ("pela_metade.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "não é uma imagem"),
        ("desenho.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "não é uma imagem"),
    ],
)
def test_a_broken_or_missing_picture_is_a_warning(
    boleto: Make, tmp_path: Path, name: str, content: bytes | None, says: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    broken = boleto(logo=str(path))
    (problem,) = fichas.problems([broken, broken])
    assert says in problem.message
    assert not problem.is_error
    assert images_of(broken) == 0


def test_a_folder_is_no_picture(boleto: Make, tmp_path: Path) -> None:
    assert images_of(boleto(logo=str(tmp_path))) == 0
    assert len(fichas.problems([boleto(logo=str(tmp_path))])) == 1


def test_a_truncated_picture_is_a_warning(boleto: Make, tmp_path: Path) -> None:
    path = tmp_path / "logo.jpg"
    Image.effect_noise((400, 400), 80).save(path)
    path.write_bytes(path.read_bytes()[:2000])
    assert "não é uma imagem" in fichas.problems([boleto(logo=str(path))])[0].message


def test_the_logo_is_in_the_file_once(boleto: Make, tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    Image.effect_noise((500, 200), 80).save(path)
    one, many = io.BytesIO(), io.BytesIO()
    fichas.render_boletos([boleto(logo=str(path))], one)
    fichas.render_boletos([boleto(number, logo=str(path)) for number in range(20)], many)
    assert len(many.getvalue()) - len(one.getvalue()) < 20 * 3000
