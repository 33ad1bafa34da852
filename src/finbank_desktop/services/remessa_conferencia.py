"""The report that goes with a remessa: what the file says to the bank, title by title, to be compared by eye."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from finbank_desktop.cnab import conferencia
from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.remessas import Remessa
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.persistence.unit_of_work import UnitOfWork


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
