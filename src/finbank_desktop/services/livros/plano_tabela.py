"""A plano de contas as a table: reading it, and writing what it changes as an operation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise
from pathlib import Path

from finbank_desktop.domain.contabil import ContaContabil, Natureza
from finbank_desktop.domain.planilhas import Linha
from finbank_desktop.domain.problems import Problem, RefusedError
from finbank_desktop.persistence.mapping import fold
from finbank_desktop.persistence.records import Operacao
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import mudancas
from finbank_desktop.spreadsheets import reading, values

TIPO = "plano_contas"
_MAIS_LINHAS = 20_000
_CABECALHO = 20
"""Rows among which the header is looked for."""
_TITULOS = {
    "codigo": ("codigo", "conta", "classificacao", "estrutural", "codigo da conta", "cod conta", "mascara"),
    "nome": ("nome", "descricao", "nome da conta", "descricao da conta", "titulo"),
    "reduzido": ("reduzido", "codigo reduzido", "cod reduzido", "conta reduzida", "apelido"),
    "natureza": ("natureza", "grupo", "natureza da conta"),
    "tipo": ("tipo", "analitica", "a/s", "s/a", "sintetica/analitica", "analitica/sintetica", "tipo de conta"),
}
_NATUREZAS = {
    **{fold(each.value): each for each in Natureza},
    **{each.name.casefold(): each for each in Natureza},
    "pl": Natureza.PATRIMONIO_LIQUIDO,
    "receitas": Natureza.RECEITA,
    "despesas": Natureza.DESPESA,
    "custo": Natureza.DESPESA,
    "custos": Natureza.DESPESA,
}
_ANALITICA = {"a": True, "analitica": True, "sim": True, "s": False, "sintetica": False, "t": False, "nao": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class ContaLida:
    """One row of the table.

    Attributes:
        natureza: ``None`` where nothing tells it.
        analitica: ``None`` until it is told by the other rows, where the table does not say.
        problems: Why it cannot be taken.
    """

    linha: int
    codigo: str
    nome: str
    reduzido: str = ""
    natureza: Natureza | None = None
    analitica: bool | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanoRow:
    """One row and what it does.

    Attributes:
        antes: The conta as it is; ``None`` where it is new.
        depois: The conta as it will be; ``None`` where nothing changes, or nothing can.
    """

    lida: ContaLida
    antes: ContaContabil | None = None
    depois: ContaContabil | None = None
    efeito: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanoDeContasPlan:
    """What importing a table of accounts changes.

    Attributes:
        lidas: The rows as they stand in the table, before they are compared with each other and with the books.
    """

    empresa_id: int
    arquivo: str
    lidas: tuple[ContaLida, ...]
    rows: tuple[PlanoRow, ...]

    @property
    def writes(self) -> tuple[PlanoRow, ...]:
        """The rows that change something."""
        return tuple(row for row in self.rows if row.depois is not None)

    @property
    def faults(self) -> tuple[PlanoRow, ...]:
        """The rows that cannot be taken."""
        return tuple(row for row in self.rows if row.lida.problems)


def read(path: Path) -> list[ContaLida]:
    """Return the accounts of a table.

    Raises:
        RefusedError: It has no columns with a codigo and a name, or too many rows.
    """
    linhas = list(reading.open_table(path).rows())
    if len(linhas) > _MAIS_LINHAS:
        raise RefusedError("planilha_grande", f"A planilha passa de {_MAIS_LINHAS} contas.", path.name)
    numero, colunas = _header(linhas, path.name)
    lidas = [_read(linha, colunas) for linha in linhas if linha.numero > numero]
    return [lida for lida in lidas if lida.codigo or lida.nome]


def write(uow: UnitOfWork, plan: PlanoDeContasPlan, *, usuario: str, agora: datetime) -> Operacao:
    """Write what *plan* says, within the caller's transaction."""
    novas = [row.depois for row in plan.writes if row.antes is None and row.depois is not None]
    mudadas = {row.antes.id: (row.antes, row.depois) for row in plan.writes if row.antes and row.depois}
    texto = f"Plano de contas importado de {plan.arquivo}: {len(novas)} contas novas, {len(mudadas)} alteradas."
    operacao = uow.operacoes.add(
        Operacao(empresa_id=plan.empresa_id, tipo=TIPO, texto=texto, quando=agora, usuario=usuario)
    )
    feitas = uow.plano_contas.add_many(novas)
    uow.plano_contas.update_many([depois for _, depois in mudadas.values()])
    antes = {row: velha for row, (velha, _) in mudadas.items()}
    depois = {row: nova for row, (_, nova) in mudadas.items()}
    uow.mudancas.add_all(
        [
            *mudancas.changes(operacao, "plano_contas", antes, depois),
            *mudancas.created(operacao, "plano_contas", [conta.id for conta in feitas]),
        ]
    )
    return operacao


def _header(linhas: Sequence[Linha], arquivo: str) -> tuple[int, dict[str, int]]:
    """Return the number of the header's row and the place of each column."""
    for linha in linhas[:_CABECALHO]:
        titulos = [fold(values.as_text(c)).replace(".", "").strip(" :") if c is not None else "" for c in linha.celulas]
        achadas = {
            campo: next(at for at, titulo in enumerate(titulos) if titulo in nomes)
            for campo, nomes in _TITULOS.items()
            if any(titulo in nomes for titulo in titulos)
        }
        if {"codigo", "nome"} <= achadas.keys():
            return linha.numero, achadas
    raise RefusedError(
        "sem_colunas",
        "A planilha não tem um cabeçalho com “Código” e “Nome”; nomeie as colunas Código, Nome, Reduzido, Natureza e "
        "Tipo (A ou S).",
        arquivo,
    )


def _read(linha: Linha, colunas: dict[str, int]) -> ContaLida:
    def cell(campo: str) -> str:
        at = colunas.get(campo, len(linha.celulas))
        celula = linha.celulas[at] if at < len(linha.celulas) else None
        return values.as_text(celula).strip() if celula is not None else ""

    problems = []
    natureza = _NATUREZAS.get(fold(cell("natureza")))
    tipo = _ANALITICA.get(fold(cell("tipo")))
    if cell("natureza") and natureza is None:
        conhecidas = ", ".join(each.value for each in Natureza)
        problems.append(
            Problem(
                message=f"A natureza “{cell('natureza')}” não existe; use uma destas: {conhecidas}.",
                line=linha.numero,
                field="natureza",
            )
        )
    if cell("tipo") and tipo is None:
        message = f"O tipo “{cell('tipo')}” não existe; use A (analítica) ou S (sintética)."
        problems.append(Problem(message=message, line=linha.numero, field="tipo"))
    if not cell("codigo") or not cell("nome"):
        problems.append(Problem(message="Falta o código ou o nome da conta.", line=linha.numero, field="codigo"))
    return ContaLida(
        linha=linha.numero,
        codigo="".join(cell("codigo").split()),
        nome=" ".join(cell("nome").split()),
        reduzido=cell("reduzido"),
        natureza=natureza,
        analitica=tipo,
        problems=tuple(problems),
    )


def checked(lidas: Sequence[ContaLida], nos_livros: Sequence[ContaContabil]) -> Iterator[ContaLida]:
    """Yield the rows with what only all of them and the books tell: repeated codes, naturezas of accounts above."""
    codigos = sorted({lida.codigo for lida in lidas})
    tem_abaixo = {um for um, outro in pairwise(codigos) if outro.startswith(um)}
    vistos: set[str] = set()
    ficam = [conta for conta in nos_livros if conta.codigo not in codigos]
    reduzidos = {conta.reduzido for conta in ficam if conta.reduzido}
    naturezas = {conta.codigo: conta.natureza for conta in nos_livros}
    for lida in lidas:
        problems = list(lida.problems)
        if lida.codigo in vistos:
            problems.append(
                Problem(message=f"O código {lida.codigo} está repetido na planilha.", line=lida.linha, field="codigo")
            )
        if lida.reduzido and lida.reduzido in reduzidos:
            problems.append(
                Problem(message=f"O reduzido {lida.reduzido} é de outra conta.", line=lida.linha, field="reduzido")
            )
        vistos.add(lida.codigo)
        reduzidos.add(lida.reduzido)
        natureza = (
            lida.natureza
            or naturezas.get(lida.codigo)
            or _above(lida.codigo, naturezas)
            or _NATUREZAS.get(fold(lida.nome))
        )
        if natureza is not None:
            naturezas[lida.codigo] = natureza
        elif not problems:
            problems.append(
                Problem(
                    message=f"Falta a natureza da conta {lida.codigo}: ativo, passivo, receita ou despesa.",
                    line=lida.linha,
                    field="natureza",
                )
            )
        analitica = lida.analitica if lida.analitica is not None else lida.codigo not in tem_abaixo
        yield replace(lida, natureza=natureza, analitica=analitica, problems=tuple(problems))


def _above(codigo: str, naturezas: dict[str, Natureza]) -> Natureza | None:
    """Return the natureza of the nearest account whose codigo *codigo* begins with."""
    for ate in range(len(codigo) - 1, 0, -1):
        if codigo[:ate].rstrip(".-") in naturezas:
            return naturezas[codigo[:ate].rstrip(".-")]
    return None
