"""Lots for the accountant's own system: tables, and the text that Domínio imports.

Every lançamento is told as pairs of one debit and one credit account, which is what such systems have in common; the
pairs of a lançamento sum up to its lines.

*Domínio* (Thomson Reuters), "Importação Padrão", leiaute com separador: general rules p. 1224, record 0000 p. 1225,
6000 pp. 1449-1450, 6100 p. 1450 of the vendor's manual of 10/12/2018, as quoted by a reader of that layout (fields
numbered there from 1). Record 6000 has five fields: its type is X (one debit for one credit), D, C or V, and the rest
may be empty. Record 6100 has ten: date dd/mm/aaaa; debit and credit by *código reduzido*, digits; the amount with a
comma and two decimals, without thousands or sign; code of a standard histórico; its words; user; filial; SCP. Four
programs that write it independently of each other agree on type X, and disagree on what D, C and V look like; so only
X is written. The manual names no encoding: it is ISO-8859-1, as three of the four write it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from finbank_desktop.domain.cadastros import Empresa
from finbank_desktop.domain.contabil import ContaContabil
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.valores import Centavos, format_brl, to_decimal
from finbank_desktop.pdf.output import replacing
from finbank_desktop.persistence.records_livros import LoteContabil, Partida
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import tabelas
from finbank_desktop.services.jobs import SILENT, Watcher
from finbank_desktop.spreadsheets.tables import Celula

FORMATOS = {"csv": ".csv", "xlsx": ".xlsx", "dominio": ".txt"}
"""Format and how its file ends."""

_CABECALHO = (
    *("Lote", "Processo", "Lançamento", "Data", "Conta débito", "Reduzido débito", "Nome da conta débito"),
    *("Conta crédito", "Reduzido crédito", "Nome da conta crédito", "Valor", "Histórico", "Documento", "Filial"),
)
_BLOCO = 2_000
_HISTORICO = 512
"""Letters of a histórico in Domínio's older layout by positions, where it ends (field 7 of its detail record)."""
_NAO_CABE = re.compile(r"[|\x00-\x1f\x7f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Par:
    """One debit and one credit of a lançamento."""

    lote: LoteContabil
    lancamento: int
    data: date
    debito: ContaContabil
    credito: ContaContabil
    valor: Centavos
    historico: str
    documento: str
    filial: str


def write(uow: UnitOfWork, ids: Sequence[int], formato: str, saida: Path, watcher: Watcher = SILENT) -> int:
    """Write the lots *ids* to *saida*; see `LotesService.exportar`."""
    if formato not in FORMATOS:
        raise RefusedError(
            "formato_desconhecido", f"Não há o formato “{formato}”; use {', '.join(FORMATOS)}.", "formato"
        )
    if saida.suffix.lower() != FORMATOS[formato]:
        raise RefusedError(
            "extensao_errada", f"O arquivo {saida.name} deve terminar em {FORMATOS[formato]}.", saida.name
        )
    encontrados = uow.lotes_contabeis.get_many(ids)
    lotes = [encontrados[row] for row in sorted(encontrados)]
    if not lotes:
        raise RefusedError("nada_a_exportar", "Nenhum lote combina com o que foi pedido; nada foi gravado.", "lotes")
    if len({lote.empresa_id for lote in lotes}) > 1:
        raise RefusedError("varias_empresas", "Exporte os lotes de uma empresa por vez.", "lotes")
    empresa = uow.empresas.get(lotes[0].empresa_id)
    if formato == "dominio":
        return _dominio(uow, empresa, lotes, saida, watcher)
    cells = (_cells(par, formato) for par in pairs(uow, lotes))
    return tabelas.export(saida, (), _CABECALHO, cells, watcher)


def pairs(uow: UnitOfWork, lotes: Iterable[LoteContabil]) -> Iterator[Par]:
    """Yield the lançamentos of *lotes* as pairs, in their order."""
    for lote in lotes:
        filiais = {filial.id: filial.codigo for filial in uow.filiais.all(lote.empresa_id)}
        for inicio in range(0, lote.lancamentos, _BLOCO):
            partidas = uow.partidas.of_lote(lote.id, inicio, _BLOCO)
            contas = uow.plano_contas.get_many(each.conta_contabil_id for each in partidas)
            ditos = {each.lancamento: each for each in uow.movimentos_caixa.of_lote(lote.id, inicio, _BLOCO)}
            for numero, suas in groupby(partidas, key=lambda each: each.lancamento):
                for debito, credito, valor in split(list(suas)):
                    yield Par(
                        lote=lote,
                        lancamento=numero,
                        data=debito.data,
                        debito=contas[debito.conta_contabil_id],
                        credito=contas[credito.conta_contabil_id],
                        valor=valor,
                        historico=ditos[numero].historico,
                        documento=ditos[numero].documento,
                        filial=filiais.get(debito.filial_id or 0, ""),
                    )


def split(partidas: Sequence[Partida]) -> Iterator[tuple[Partida, Partida, Centavos]]:
    """Yield the debits and credits of one lançamento as pairs: each debit takes from the credits what it needs."""
    creditos = iter([each for each in partidas if each.valor < 0])
    credito, ha = None, 0
    for debito in (each for each in partidas if each.valor > 0):
        deve = debito.valor
        while deve:
            if not ha:
                credito = next(creditos)
                ha = -credito.valor
            valor = min(deve, ha)
            deve, ha = deve - valor, ha - valor
            assert credito is not None  # noqa: S101 - there is one while something is left of it
            yield debito, credito, valor


def _cells(par: Par, formato: str) -> Sequence[Celula]:
    valor = to_decimal(par.valor) if formato == "xlsx" else format_brl(par.valor, simbolo=False)
    return (
        *(par.lote.codigo, par.lote.texto, par.lancamento, f"{par.data:%d/%m/%Y}"),
        *(par.debito.codigo, par.debito.reduzido, par.debito.nome),
        *(par.credito.codigo, par.credito.reduzido, par.credito.nome),
        *(valor, par.historico, par.documento, par.filial),
    )


def _dominio(uow: UnitOfWork, empresa: Empresa, lotes: Sequence[LoteContabil], saida: Path, watcher: Watcher) -> int:
    _check_empresa(empresa)
    _check_contas(uow, lotes)
    count = 0
    with replacing(saida) as file:
        file.write(_record("0000", empresa.documento))
        for count, par in enumerate(pairs(uow, lotes), 1):
            file.write(_record("6000", "X", "", "", ""))
            file.write(_line(par))
            if count % _BLOCO == 0:
                watcher.report(count, 0, f"Gravando {saida.name}")
    return count


def _line(par: Par) -> bytes:
    words = _NAO_CABE.sub(" ", par.historico)[:_HISTORICO].strip()
    return _record(
        "6100",
        f"{par.data:%d/%m/%Y}",
        par.debito.reduzido,
        par.credito.reduzido,
        f"{to_decimal(par.valor)}".replace(".", ","),
        "",
        words,
        *("", "", ""),
    )


def _record(*fields: str) -> bytes:
    return f"|{'|'.join(fields)}|\r\n".encode("iso-8859-1", errors="replace")


def _check_empresa(empresa: Empresa) -> None:
    if not (empresa.documento.isascii() and empresa.documento.isdigit() and len(empresa.documento) in (11, 14)):
        raise RefusedError(
            "empresa_sem_documento",
            f"O Domínio reconhece a empresa por um CNPJ ou CPF só de números; complete o de {empresa.razao_social} "
            "em Cadastros ▸ Empresas, ou exporte em CSV.",
            "documento",
        )


def _check_contas(uow: UnitOfWork, lotes: Sequence[LoteContabil]) -> None:
    contas = uow.plano_contas.of_lotes([lote.id for lote in lotes])
    sem = [conta.codigo for conta in contas if not (conta.reduzido.isascii() and conta.reduzido.isdigit())]
    if sem:
        raise RefusedError(
            "sem_codigo_reduzido",
            f"O Domínio conhece as contas pelo código reduzido, um número; falta em {', '.join(sem[:10])}. Complete-o "
            "no plano de contas.",
            sem[0],
        )
