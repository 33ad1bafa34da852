"""Boletos on paper: in which model, as one document or one file per customer, with which password, and what to mind."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Final

from finbank_desktop.domain.impressao import BoletoImpresso
from finbank_desktop.domain.problems import OutsideError, Problem, RefusedError
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records import Evento
from finbank_desktop.services import boletos_impressao, impressao_avisos, impressao_nomes
from finbank_desktop.services.boletos_impressao import Carga
from finbank_desktop.services.jobs import SILENT, Watcher

IMPRESSO = "impresso"
"""Kind of the step in a boleto's history that says it was printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModeloPapel:
    """A model as it is chosen."""

    chave: str
    titulo: str
    explicacao: str


MODELOS: Final = (
    ModeloPapel(
        chave="recibo", titulo="Recibo e ficha", explicacao="Uma página por boleto, com o recibo do pagador em cima."
    ),
    ModeloPapel(
        chave="moderno", titulo="Moderno", explicacao="Uma página por boleto, valor e vencimento grandes, Pix ao lado."
    ),
    ModeloPapel(
        chave="carne", titulo="Carnê", explicacao="Três boletos por página, com capa e linhas de corte, por cliente."
    ),
    ModeloPapel(
        chave="livro",
        titulo="Carnê do ano",
        explicacao="Como o carnê, com folha de controle; corte a pilha de folhas em três e empilhe: já fica em ordem.",
    ),
)
POR_CLIENTE, POR_BOLETO = "cliente", "boleto"
SEPARAR: Final = ("", POR_CLIENTE, POR_BOLETO)


@dataclass(frozen=True, slots=True, kw_only=True)
class PedidoImpressao:
    """How boletos are to be printed.

    Attributes:
        modelo: One of `MODELOS` by its chave.
        senha: What opens the PDF; may hold ``{documento}`` or ``{documento5}``. Empty for none.
        separar: ``""`` for one document, ``cliente`` or ``boleto`` for a file each.
        nome: Rule of the files' names, used when there are several.
    """

    modelo: str = "recibo"
    senha: str = ""
    separar: str = ""
    nome: str = impressao_nomes.PADRAO


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfResultado:
    """A document that was written.

    Attributes:
        file: Its path; empty when it went to an open file.
        problems: What is not on paper as wished: texts that were cut, a logo or a Pix code that could not be used.
        avisos: What stands against handing it out, such as boletos the bank does not have.
    """

    file: str
    boletos: int
    pages: int
    problems: tuple[Problem, ...] = ()
    avisos: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pergunta:
    """What to ask before boletos are printed or sent.

    Attributes:
        texto: The question; empty when nothing stands against it.
        avisos: All there is to know, boleto by boleto.
    """

    texto: str
    avisos: tuple[Problem, ...]


class ImpressaoService:
    """Prints boletos."""

    MODELOS = MODELOS

    def __init__(self, database: Database, *, agora: Callable[[], datetime], usuario: str = "") -> None:
        """Work on *database*; *agora* tells which day it is, *usuario* who prints."""
        self._database = database
        self._usuario = usuario
        self._agora = agora

    def ask(self, ids: Sequence[int]) -> Pergunta:
        """Return what to ask before the boletos *ids* are printed or sent."""
        with self._database.read() as uow:
            achados = uow.boletos.get_many(ids)
        avisos = tuple(aviso for row in ids if row in achados for aviso in impressao_avisos.of_boleto(achados[row]))
        return Pergunta(texto=impressao_avisos.question(avisos, len(ids)), avisos=avisos)

    def render(
        self,
        ids: Iterable[int],
        saida: Path | BinaryIO,
        pedido: PedidoImpressao | None = None,
        watcher: Watcher = SILENT,
    ) -> PdfResultado:
        """Write the boletos *ids* as one document.

        Args:
            ids: In the order of the pages; the models that make booklets put those of one customer together.
            saida: A path, replaced only once the document is whole, or an open binary file.
            pedido: How; its *separar* is not looked at.
            watcher: Hears of the progress and may cancel.

        Raises:
            RefusedError: A boleto or the model does not exist, or a boleto cannot be printed.
            OutsideError: The file cannot be written.
        """
        pedido = pedido or PedidoImpressao()
        _check(pedido)
        ids = list(ids)
        carga = self._load(ids)
        feito = _written(carga, list(carga.boletos), saida, pedido, watcher)
        self._note(ids)
        return feito

    def render_many(
        self, ids: Iterable[int], pasta: Path, pedido: PedidoImpressao, watcher: Watcher = SILENT
    ) -> Sequence[PdfResultado]:
        """Write the boletos *ids* into *pasta*, one file per customer or per boleto.

        Files that are there under the same name are replaced. Each file is whole or not there; cancelled half way,
        those that were done stay.

        Raises:
            RefusedError: As `render`, or a rule has an unknown tag; no file is written.
            OutsideError: The folder is not there or takes no files.
        """
        _check(pedido)
        if not pasta.is_dir():
            raise OutsideError("pasta", f"Não há a pasta {pasta}; crie-a antes ou escolha outra.", str(pasta))
        ids = list(ids)
        carga = self._load(ids)
        grupos = list(_groups(carga.boletos, pedido.separar))
        for grupo in grupos:
            impressao_nomes.password(pedido.senha, grupo)
        nomes, feitos = impressao_nomes.Nomes(), []
        for number, grupo in enumerate(grupos, 1):
            nome = nomes.give(impressao_nomes.filename(pedido.nome, grupo[0]))
            feitos.append(_written(carga, grupo, pasta / f"{nome}.pdf", pedido, SILENT))
            watcher.report(number, len(grupos), f"Arquivo {number} de {len(grupos)}")
        self._note(ids)
        return feitos

    def render_teste(self, saida: Path) -> PdfResultado:
        """Write a page by which a printer can be judged: margins, true size, a barcode.

        Raises:
            OutsideError: The file cannot be written.
        """
        from finbank_desktop.pdf import teste  # noqa: PLC0415 - ReportLab is loaded only when something is printed

        return PdfResultado(file=str(saida), boletos=0, pages=teste.render(saida))

    def _note(self, ids: Sequence[int]) -> None:
        """Write into the history that boletos were printed for the first time; the paper does not wait for it."""
        with suppress(OutsideError), self._database.write() as uow:
            novos = set(ids) - uow.eventos.with_tipo(IMPRESSO, ids)
            uow.eventos.add_all(
                [
                    Evento(
                        empresa_id=boleto.empresa_id,
                        boleto_id=boleto.id,
                        quando=self._agora(),
                        usuario=self._usuario,
                        tipo=IMPRESSO,
                        texto="Boleto impresso.",
                    )
                    for boleto in uow.boletos.get_many(sorted(novos)).values()
                ]
            )

    def _load(self, ids: Iterable[int]) -> Carga:
        with self._database.read() as uow:
            return boletos_impressao.load(uow, list(ids), self._agora().date())


def _check(pedido: PedidoImpressao) -> None:
    chaves = [modelo.chave for modelo in MODELOS]
    if pedido.modelo not in chaves:
        mensagem = f"Não há o modelo “{pedido.modelo}”; use: {', '.join(chaves)}."
        raise RefusedError("modelo_desconhecido", mensagem, "modelo")
    if pedido.separar not in SEPARAR:
        raise RefusedError("separar_desconhecido", "Separe por cliente ou por boleto.", "separar")
    impressao_nomes.check(pedido.nome, impressao_nomes.NOMES, "nome")
    impressao_nomes.check(pedido.senha, impressao_nomes.SENHAS, "senha")


def _groups(boletos: Sequence[BoletoImpresso], separar: str) -> Iterator[list[BoletoImpresso]]:
    """Yield the boletos of each file, in the order in which their first ones were asked for."""
    if separar == POR_BOLETO:
        yield from ([boleto] for boleto in boletos)
        return
    grupos: dict[tuple[str, str], list[BoletoImpresso]] = {}
    for boleto in boletos:
        grupos.setdefault((boleto.pagador.documento, boleto.pagador.nome), []).append(boleto)
    yield from grupos.values()


def _written(
    carga: Carga,
    boletos: list[BoletoImpresso],
    saida: Path | BinaryIO,
    pedido: PedidoImpressao,
    watcher: Watcher,
) -> PdfResultado:
    from finbank_desktop.pdf import fichas  # noqa: PLC0415 - ReportLab is loaded only when something is printed

    senha = impressao_nomes.password(pedido.senha, boletos)
    pages = fichas.render_boletos(boletos, saida, modelo=pedido.modelo, senha=senha, watcher=watcher)
    numeros = {boleto.nosso_numero for boleto in boletos}
    avisos = tuple(aviso for numero, aviso in carga.avisos if numero in numeros)
    sem_pix = tuple(problem for numero, problem in carga.problems if numero in numeros)
    return PdfResultado(
        file=str(saida) if isinstance(saida, Path) else "",
        boletos=len(boletos),
        pages=pages,
        problems=(*fichas.problems(boletos, pedido.modelo), *sem_pix),
        avisos=avisos,
    )
