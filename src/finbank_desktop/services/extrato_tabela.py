"""Statements as tables: the columns proposed for an account, the first rows as they are read, and the whole table."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from finbank_desktop.domain.extratos import Extrato
from finbank_desktop.domain.planilhas import Celula, Linha, Mapa, Proposta, missing
from finbank_desktop.domain.problems import Problem, RefusedError
from finbank_desktop.extrato import leitura, planilha
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import extrato_colunas, planilha_leitura
from finbank_desktop.services.extrato_colunas import CAMPOS, TIPO, colunas_of
from finbank_desktop.services.jobs import SILENT, Watcher
from finbank_desktop.services.planilha_model import LinhaLida
from finbank_desktop.services.plans import refuse_errors
from finbank_desktop.spreadsheets import columns, values
from finbank_desktop.spreadsheets.reading import Tabela, open_table
from finbank_desktop.spreadsheets.values import Estilo

SUFFIXES = frozenset((".csv", ".xlsx", ".xls"))
"""Names by which a file is taken for a table, unless a bank's own format stands in it."""
_QUANTIAS = ("valor", "credito", "debito", "saldo")
_ESTADO = 2_000


def is_table(path: Path) -> bool:
    """Whether the file at *path* is to be read as a table.

    Raises:
        OSError: It cannot be read.
    """
    if path.suffix.lower() not in SUFFIXES:
        return False
    with path.open("rb") as file:
        return leitura.detect(file.read(leitura.COMECO)) is None


def propose(path: Path, *, aba: str, cabecalho: int | None, known: Callable[[str], tuple[str, ...] | None]) -> Proposta:
    """Return what the columns of the table at *path* seem to be.

    Args:
        path: A CSV or XLSX file.
        aba: Its sheet; empty for the first.
        cabecalho: Line of its header, 0 when it has none; ``None`` to find it.
        known: Returns the fields remembered for the fingerprint of a header.

    Raises:
        RefusedError: It is no table.
        OSError: It cannot be read.
    """
    tabela = open_table(path, aba)
    linhas = planilha_leitura.first_rows(tabela)
    onde = columns.header(linhas, CAMPOS) if cabecalho is None else cabecalho
    em_cima, corpo = planilha_leitura.below(linhas, onde)
    titulos = columns.titles(em_cima, corpo)
    campos = known(columns.fingerprint(titulos))
    lembrado = campos is not None and len(campos) == len(titulos)
    colunas = (
        columns.remembered(titulos, corpo, campos)
        if campos is not None and lembrado
        else extrato_colunas.propose(titulos, corpo)
    )
    return Proposta(
        tipo=TIPO.chave,
        abas=tabela.abas,
        aba=tabela.aba,
        cabecalho=onde,
        colunas=colunas,
        linhas=tuple(corpo),
        lembrado=lembrado,
    )


def require_plain(proposta: Proposta, path: Path) -> Mapa:
    """Return how to read the table when that is remembered or beyond doubt.

    Raises:
        RefusedError: A column is in doubt; the sentence names it.
    """
    doubt = None if proposta.lembrado else next(extrato_colunas.doubts(proposta.colunas, proposta.linhas), None)
    if doubt is not None:
        message = (
            f"{doubt.message} Importe este extrato uma vez pela janela, em Extratos, e da próxima ele é conhecido."
        )
        raise RefusedError("coluna_em_duvida", message, path.name)
    return proposta.mapa


def keep(uow: UnitOfWork, empresa_id: int, conta_id: int, impressao: str, mapa: Mapa) -> None:
    """Remember for the account what the columns under that header are."""
    uow.modelos_planilha.keep(empresa_id, TIPO.chave, impressao, mapa.campos, conta_id)


def sample(proposta: Proposta, mapa: Mapa) -> list[LinhaLida]:
    """Return the first rows as *mapa* reads them; nothing is read from disk."""
    estilos = _styles(proposta.linhas, mapa)
    return [_shown(linha, mapa, estilos) for linha in proposta.linhas]


def read(path: Path, mapa: Mapa, *, hoje: date, watcher: Watcher = SILENT) -> tuple[Extrato, str]:
    """Return the statement in the table at *path*, and the fingerprint of its header.

    Raises:
        RefusedError: A column that is needed is missing, it is no table, or nothing stands in it.
        OSError: It cannot be read.
    """
    refuse_errors(missing(CAMPOS, mapa), "falta_coluna")
    tabela = open_table(path, mapa.aba)
    em_cima, corpo = planilha_leitura.below(planilha_leitura.first_rows(tabela), mapa.cabecalho)
    linhas = list(_rows(tabela, mapa.cabecalho, watcher))
    estilos = _styles(linhas, mapa)
    formato = "xlsx" if tabela.forma is None else "csv"
    lidas = (_settled(linha, mapa, estilos) for linha in linhas)
    extrato = planilha.read(lidas, colunas_of(mapa), planilha.Conta(formato=formato), hoje=hoje)
    return extrato, columns.fingerprint(columns.titles(em_cima, corpo))


def _rows(tabela: Tabela, cabecalho: int, watcher: Watcher) -> Iterator[Linha]:
    for many, linha in enumerate(tabela.rows()):
        if many % _ESTADO == 0:
            watcher.report(many, 0, f"Lendo {tabela.path.name}")
        if many > planilha_leitura.MAIS_LINHAS:
            raise RefusedError("planilha_grande", "O extrato é grande demais; peça um período menor.", tabela.path.name)
        if linha.numero > cabecalho:
            yield linha


def _styles(linhas: Sequence[Linha], mapa: Mapa) -> Mapping[str, Estilo | None]:
    return {
        chave: values.amount_style(linha.celulas[at] for linha in linhas if at < len(linha.celulas))
        for chave in _QUANTIAS
        if (at := mapa.column_of(chave)) is not None
    }


def _settled(linha: Linha, mapa: Mapa, estilos: Mapping[str, Estilo | None]) -> Linha:
    """Return the row with days and amounts as such where they are certain; what is not stays the text it was."""
    celulas = list(linha.celulas)
    for at, chave in enumerate(mapa.campos[: len(celulas)]):
        celula = celulas[at]
        if chave == "data" and celula is not None:
            celulas[at] = _day(celula) or celula
        elif chave in estilos and celula is not None:
            centavos = _amount(celula, estilos[chave])
            celulas[at] = celula if centavos is None else Decimal(centavos) / 100
    return Linha(numero=linha.numero, celulas=tuple(celulas))


def _day(celula: Celula) -> date | None:
    try:
        return values.parse_data(celula)
    except ValueError:
        return None


def _amount(celula: Celula, estilo: Estilo | None) -> int | None:
    """Return the centavos of a cell that the style of its column makes certain; the reader judges the rest."""
    if isinstance(celula, str) and (
        estilo not in (Estilo.VIRGULA, Estilo.PONTO) or celula.strip()[-1:].upper() in ("C", "D")
    ):
        return planilha.centavos(celula)
    try:
        return values.parse_valor(celula, estilo)
    except ValueError:
        return None


def _shown(linha: Linha, mapa: Mapa, estilos: Mapping[str, Estilo | None]) -> LinhaLida:
    lida = _settled(linha, mapa, estilos)
    valores: dict[str, object] = {}
    problems: list[Problem] = []
    for at, chave in enumerate(mapa.campos[: len(lida.celulas)]):
        celula = lida.celulas[at]
        if not chave or not values.as_text(celula):
            continue
        read = _as_field(chave, celula)
        if read is None:
            message = f"{extrato_colunas.field(chave).titulo}: não sei ler “{values.as_text(celula)}”."
            problems.append(Problem(message=message, line=linha.numero, field=chave))
        else:
            valores[chave] = read
    _sign(valores)
    return LinhaLida(numero=linha.numero, celulas=linha.celulas, valores=valores, problems=tuple(problems))


def _as_field(chave: str, celula: Celula) -> object | None:
    if chave == "data":
        return planilha.day(celula)
    if chave in _QUANTIAS:
        return planilha.centavos(celula)
    texto = values.as_text(celula)
    if chave == "sinal":
        side = planilha.side(texto)
        return None if side is None else ("débito" if side < 0 else "crédito")
    return texto


def _sign(valores: dict[str, object]) -> None:
    """Show amounts with the sign they get."""
    valor, debito = valores.get("valor"), valores.get("debito")
    if isinstance(valor, int) and "sinal" in valores:
        valores["valor"] = -abs(valor) if valores["sinal"] == "débito" else abs(valor)
    if isinstance(debito, int):
        valores["debito"] = -abs(debito)
