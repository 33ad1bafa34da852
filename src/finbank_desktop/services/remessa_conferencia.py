"""The report that goes with a remessa: what the file says to the bank, title by title, to be compared by eye."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from finbank_desktop.cnab import conferencia
from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.documentos import format_documento
from finbank_desktop.domain.problems import Problem, RefusedError
from finbank_desktop.domain.remessas import Remessa
from finbank_desktop.domain.valores import Centavos, format_brl
from finbank_desktop.pdf.output import replacing
from finbank_desktop.pdf.relatorio_dados import ColunaRelatorio, Relatorio
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.jobs import SILENT, Watcher
from finbank_desktop.spreadsheets import tables


@dataclass(frozen=True, slots=True, kw_only=True)
class ConferenciaRow:
    """One title of the file.

    Attributes:
        comando: What the bank is told to do, in words.
    """

    boleto_id: int
    comando: str
    nosso_numero: str
    numero_documento: str
    pagador: str
    pagador_documento: str
    vencimento: date
    valor: Centavos


@dataclass(frozen=True, slots=True, kw_only=True)
class Conferencia:
    """A remessa as its report shows it.

    Attributes:
        por_comando: Titles by what the bank is told to do.
        problems: What the file's own check finds; empty when it is well.
    """

    remessa: Remessa
    convenio: str
    banco: str
    rows: tuple[ConferenciaRow, ...]
    por_comando: dict[str, int]
    titulos: int
    valor: Centavos
    problems: tuple[Problem, ...]


def build(uow: UnitOfWork, remessa_id: int) -> Conferencia:
    """Return the report of a remessa.

    Raises:
        MissingError: There is none with that id.
    """
    remessa = uow.remessas.get(remessa_id)
    convenio = uow.convenios.get(remessa.convenio_id)
    itens = uow.remessas.itens(remessa_id)
    boletos = uow.boletos.get_many(item.boleto_id for item in itens)
    pessoas = uow.pessoas.get_many(boleto.pessoa_id for boleto in boletos.values())
    conteudo = uow.remessas.conteudo(remessa_id)
    rows = [
        ConferenciaRow(
            boleto_id=boleto.id,
            comando=_words(item.comando),
            nosso_numero=boleto.nosso_numero_impresso,
            numero_documento=boleto.numero_documento,
            pagador=pessoas[boleto.pessoa_id].nome,
            pagador_documento=pessoas[boleto.pessoa_id].documento,
            vencimento=boleto.vencimento,
            valor=boleto.valor,
        )
        for item in itens
        for boleto in [boletos[item.boleto_id]]
    ]
    return Conferencia(
        remessa=remessa,
        convenio=convenio.descricao,
        banco=convenio.banco,
        rows=tuple(rows),
        por_comando=dict(Counter(row.comando for row in rows)),
        titulos=len(rows),
        valor=sum(row.valor for row in rows),
        problems=tuple(_check(conteudo)),
    )


def _check(conteudo: bytes | None) -> Sequence[Problem]:
    return conferencia.check(conteudo) if conteudo else ()


def _words(comando: str) -> str:
    return Comando(comando).titulo if comando in set(Comando) else f"Comando {comando}"


_COLUNAS = (
    ColunaRelatorio(titulo="Comando", parte=20),
    ColunaRelatorio(titulo="Nosso número", parte=18),
    ColunaRelatorio(titulo="Nº documento", parte=16),
    ColunaRelatorio(titulo="Pagador", parte=38),
    ColunaRelatorio(titulo="CPF/CNPJ", parte=22),
    ColunaRelatorio(titulo="Vencimento", parte=14),
    ColunaRelatorio(titulo="Valor", parte=16, direita=True),
)


def export(conferencia: Conferencia, saida: Path, watcher: Watcher = SILENT) -> None:
    """Write the report as PDF, CSV or XLSX, by the ending of *saida*; a file that is there is replaced.

    Raises:
        RefusedError: It ends in something else.
        OutsideError: The disk refuses.
    """
    suffix = saida.suffix.lower()
    rows = [_cells(row) for row in conferencia.rows]
    if suffix in tables.FORMATS:
        with replacing(saida) as file:
            tables.write(file, suffix, [coluna.titulo for coluna in _COLUNAS], rows)
        return
    if suffix != ".pdf":
        raise RefusedError(
            "formato_desconhecido", f"O arquivo {saida.name} deve terminar em .pdf, .csv ou .xlsx.", saida.name
        )
    feito = Relatorio(
        titulo=f"Conferência da remessa nº {conferencia.remessa.sequencia}",
        linhas=_head(conferencia),
        colunas=_COLUNAS,
        rows=rows,
        rodape=f"{conferencia.titulos} títulos · {format_brl(conferencia.valor)}",
    )
    from finbank_desktop.pdf import relatorio  # noqa: PLC0415 - ReportLab is loaded only when something is printed

    relatorio.render(feito, saida, lambda done, total: watcher.report(done, total, f"Desenhando {saida.name}"))


def _head(conferencia: Conferencia) -> tuple[str, ...]:
    remessa = conferencia.remessa
    comandos = " · ".join(f"{titulo}: {numero}" for titulo, numero in conferencia.por_comando.items())
    return (
        f"Arquivo {remessa.arquivo}, gerado em {remessa.gerada_em:%d/%m/%Y %H:%M} por {remessa.usuario}",
        f"Banco {conferencia.banco} · {conferencia.convenio} · situação: {str(remessa.situacao).lower()}",
        comandos,
        *(f"Atenção: {problem.message}" for problem in conferencia.problems[:3]),
    )


def _cells(row: ConferenciaRow) -> list[str]:
    return [
        row.comando,
        row.nosso_numero,
        row.numero_documento,
        row.pagador,
        format_documento(row.pagador_documento),
        f"{row.vencimento:%d/%m/%Y}",
        format_brl(row.valor, simbolo=False),
    ]
