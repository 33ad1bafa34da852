"""From boletos to the bytes of a remessa; the books are neither read nor written here."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import Banco
from finbank_desktop.cnab import detect, remessa
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.documentos import has_letters
from finbank_desktop.domain.problems import Problem, RefusedError
from finbank_desktop.domain.remessas import DadosRemessa
from finbank_desktop.layouts import loader
from finbank_desktop.services import cadastros_problems
from finbank_desktop.services.boletos_plan import SEM_REGISTRO
from finbank_desktop.services.remessa_campos import spoken
from finbank_desktop.services.remessa_plan import ALFANUMERICA, RemessaPlan, RemessaRow, attribute, no_letters


def takes_letters(dados: DadosRemessa) -> bool:
    """Whether the layout says that it carries CNPJs with letters."""
    convenio = dados.convenio
    caminho = detect.layout_of(convenio.banco, int(convenio.formato), "remessa")
    return caminho is not None and loader.load(caminho).inscricao_alfanumerica == ALFANUMERICA


def banco_of(convenio: Convenio) -> Banco:
    """Return the rules of the convênio's bank.

    Raises:
        RefusedError: There are none.
    """
    try:
        return registry.find(convenio.banco)
    except registry.UnknownBancoError as error:
        raise RefusedError("banco_desconhecido", cadastros_problems.sentence(str(error)), "banco") from error


def convenio_problems(dados: DadosRemessa, *, letras: bool) -> Iterator[Problem]:
    """Yield what keeps a convênio from sending: what it could not be saved with, and more."""
    convenio = dados.convenio
    yield from cadastros_problems.convenio(convenio, dados.conta)
    if not convenio.ativo:
        yield Problem(
            message=f"O convênio {convenio.codigo} está inativo.", fix="Reative-o no cadastro.", field="ativo"
        )
    if convenio.tipo_cobranca == SEM_REGISTRO:
        yield Problem(
            message=f"O convênio {convenio.codigo} é de cobrança sem registro: nada vai ao banco.",
            fix="Use um convênio de cobrança registrada.",
            field="tipo_cobranca",
        )
    if has_letters(dados.empresa.documento) and not letras:
        yield no_letters(dados.empresa.razao_social, "empresa_documento")


def write(dados: DadosRemessa, rows: Sequence[RemessaRow], problems: Sequence[Problem]) -> RemessaPlan:
    """Write the file; when the writer refuses it, ask it title by title and leave out those at fault."""
    if any(problem.is_error for problem in problems):
        return _empty(dados, rows, problems)
    cheios = replace(dados, titulos=tuple(row.titulo for row in rows if row.goes))
    if not cheios.titulos:
        return _empty(dados, rows, problems)
    escrita = remessa.render(cheios)
    if not any(problem.is_error for problem in escrita.problems):
        return RemessaPlan(
            dados=cheios,
            rows=tuple(rows),
            problems=(*problems, *spoken(escrita.problems)),
            conteudo=escrita.data,
            arquivo=remessa.filename(cheios),
        )
    sem = attribute(rows, lambda row: spoken(remessa.render(replace(dados, titulos=(row.titulo,))).problems))
    if sum(row.goes for row in sem) == len(cheios.titulos):  # it is the file that is at fault, not a title
        return _empty(dados, rows, [*problems, *spoken(escrita.problems)])
    return write(dados, sem, problems)


def _empty(dados: DadosRemessa, rows: Sequence[RemessaRow], problems: Sequence[Problem]) -> RemessaPlan:
    return RemessaPlan(
        dados=dados, rows=tuple(rows), problems=tuple(problems), conteudo=b"", arquivo=remessa.filename(dados)
    )
