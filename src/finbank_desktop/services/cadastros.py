"""The office's own records: empresas, filiais, pessoas, contas and convênios."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from finbank_desktop.domain.cadastros import Conta, Empresa, Filial, Pessoa
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.domain.problems import Problem
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.repositories.base import Coded, CodedRepository
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import cadastros_limpeza as limpeza
from finbank_desktop.services import cadastros_problems as check
from finbank_desktop.services import lists
from finbank_desktop.services.livros import padrao as livros_padrao
from finbank_desktop.services.plans import refuse_errors

_ALGARISMOS = 4


C = TypeVar("C", bound=Coded)


class CadastrosService:
    """Saves what is right and says, field by field, what is not.

    ``problems_…`` judges without saving, for messages beside a form's fields; ``save_…`` adds what has no id, changes
    what has one, and refuses what has an error. A codigo left empty is counted on.
    """

    COLUNAS_EMPRESAS = lists.EMPRESAS
    COLUNAS_FILIAIS = lists.FILIAIS
    COLUNAS_PESSOAS = lists.PESSOAS
    COLUNAS_CONTAS = lists.CONTAS
    COLUNAS_CONVENIOS = lists.CONVENIOS

    def __init__(self, database: Database) -> None:
        """Work on *database*."""
        self._database = database

    def problems_empresa(self, empresa: Empresa) -> list[Problem]:
        """Return what is wrong with *empresa*."""
        with self._database.read() as uow:
            return empresa_problems(limpeza.empresa(empresa), uow)

    def save_empresa(self, empresa: Empresa) -> Empresa:
        """Save *empresa*; a new one gets its first filial, the matriz."""
        limpa = limpeza.empresa(empresa)
        with self._database.write() as uow:
            refuse_errors(empresa_problems(limpa, uow), "empresa_invalida")
            if limpa.id:
                return uow.empresas.update(limpa)
            nova = uow.empresas.add(limpa)
            uow.filiais.add(Filial(empresa_id=nova.id, codigo="001", nome="Matriz", documento=nova.documento))
            livros_padrao.begin(uow, nova.id)
            return nova

    def get_empresa(self, row: int) -> Empresa:
        """Return the empresa with id *row*."""
        with self._database.read() as uow:
            return uow.empresas.get(row)

    def list_empresas(self, query: ListQuery | None = None) -> Pagina:
        """Return a page of empresas."""
        with self._database.read() as uow:
            return uow.empresas.page(query or ListQuery())

    def problems_filial(self, filial: Filial) -> list[Problem]:
        """Return what is wrong with *filial*."""
        with self._database.read() as uow:
            return filial_problems(limpeza.filial(filial), uow)

    def save_filial(self, filial: Filial) -> Filial:
        """Save *filial*."""
        with self._database.write() as uow:
            return save(uow, uow.filiais, limpeza.filial(filial), filial_problems)

    def get_filial(self, row: int) -> Filial:
        """Return the filial with id *row*."""
        with self._database.read() as uow:
            return uow.filiais.get(row)

    def list_filiais(self, query: ListQuery | None = None) -> Pagina:
        """Return a page of filiais."""
        with self._database.read() as uow:
            return uow.filiais.page(query or ListQuery())

    def problems_pessoa(self, pessoa: Pessoa) -> list[Problem]:
        """Return what is wrong with *pessoa*."""
        with self._database.read() as uow:
            return pessoa_problems(limpeza.pessoa(pessoa), uow)

    def save_pessoa(self, pessoa: Pessoa) -> Pessoa:
        """Save *pessoa*."""
        with self._database.write() as uow:
            return save(uow, uow.pessoas, limpeza.pessoa(pessoa), pessoa_problems)

    def get_pessoa(self, row: int) -> Pessoa:
        """Return the pessoa with id *row*."""
        with self._database.read() as uow:
            return uow.pessoas.get(row)

    def list_pessoas(self, query: ListQuery | None = None) -> Pagina:
        """Return a page of pessoas."""
        with self._database.read() as uow:
            return uow.pessoas.page(query or ListQuery())

    def problems_conta(self, conta: Conta) -> list[Problem]:
        """Return what is wrong with *conta*."""
        with self._database.read() as uow:
            return conta_problems(limpeza.conta(conta), uow)

    def save_conta(self, conta: Conta) -> Conta:
        """Save *conta*."""
        with self._database.write() as uow:
            return save(uow, uow.contas, limpeza.conta(conta), conta_problems)

    def get_conta(self, row: int) -> Conta:
        """Return the conta with id *row*."""
        with self._database.read() as uow:
            return uow.contas.get(row)

    def list_contas_banco(self, query: ListQuery | None = None) -> Pagina:
        """Return a page of contas at banks, without the tills."""
        asked = query or ListQuery()
        return self.list_contas(replace(asked, filtros={**asked.filtros, "em_banco": True}))

    def list_contas(self, query: ListQuery | None = None) -> Pagina:
        """Return a page of contas, the tills among them."""
        with self._database.read() as uow:
            return uow.contas.page(query or ListQuery())

    def problems_convenio(self, convenio: Convenio) -> list[Problem]:
        """Return what is wrong with *convenio*, by its bank's rules too."""
        with self._database.read() as uow:
            return convenio_problems(limpeza.convenio(convenio), uow)

    def save_convenio(self, convenio: Convenio) -> Convenio:
        """Save *convenio*."""
        with self._database.write() as uow:
            return save(uow, uow.convenios, limpeza.convenio(convenio), convenio_problems)

    def get_convenio(self, row: int) -> Convenio:
        """Return the convênio with id *row*."""
        with self._database.read() as uow:
            return uow.convenios.get(row)

    def list_convenios(self, query: ListQuery | None = None) -> Pagina:
        """Return a page of convênios."""
        with self._database.read() as uow:
            return uow.convenios.page(query or ListQuery())


def save(
    uow: UnitOfWork, repository: CodedRepository[C], obj: C, problems: Callable[[C, UnitOfWork], list[Problem]]
) -> C:
    """Add or change *obj* unless something is wrong with it.

    Raises:
        RefusedError: An error among its problems, or somebody else changed it meanwhile.
    """
    refuse_errors(problems(obj, uow), "cadastro_invalido")
    if obj.id:
        return repository.update(obj)
    return repository.add(obj if obj.codigo else replace(obj, codigo=next_codigo(uow, repository, obj.empresa_id)))


def next_codigo(uow: UnitOfWork, repository: CodedRepository[C], empresa_id: int) -> str:
    """Return the next codigo that nobody in *repository* has."""
    while True:
        codigo = f"{uow.sequencias.next(empresa_id, repository.table.name):0{_ALGARISMOS}d}"
        if repository.find_by_codigo(empresa_id, codigo) is None:
            return codigo


def empresa_problems(empresa: Empresa, uow: UnitOfWork) -> list[Problem]:
    """Return what is wrong with *empresa*; *uow* tells what else there is."""
    outra = uow.empresas.find_by_codigo(empresa.codigo)
    return check.empresa(empresa) + check.unique(outra, outra is not None and outra.id == empresa.id, empresa.codigo)


def filial_problems(filial: Filial, uow: UnitOfWork) -> list[Problem]:
    """Return what is wrong with *filial*."""
    return check.filial(filial) + codigo_problems(filial, uow.filiais)


def pessoa_problems(pessoa: Pessoa, uow: UnitOfWork) -> list[Problem]:
    """Return what is wrong with *pessoa*."""
    return check.pessoa(pessoa) + codigo_problems(pessoa, uow.pessoas)


def conta_problems(conta: Conta, uow: UnitOfWork) -> list[Problem]:
    """Return what is wrong with *conta*."""
    return check.conta(conta) + codigo_problems(conta, uow.contas)


def convenio_problems(convenio: Convenio, uow: UnitOfWork) -> list[Problem]:
    """Return what is wrong with *convenio*; its counters never go back over numbers that were given out."""
    conta = uow.contas.get_many([convenio.conta_id]).get(convenio.conta_id)
    if conta is not None and conta.empresa_id != convenio.empresa_id:
        conta = None
    problems = check.convenio(convenio, conta) + codigo_problems(convenio, uow.convenios)
    return problems + (counter_problems(convenio, uow) if convenio.id else [])


def counter_problems(convenio: Convenio, uow: UnitOfWork) -> list[Problem]:
    """Return why the counters of a changed *convenio* may not be what they are."""
    problems = []
    antes = uow.convenios.get(convenio.id)
    if convenio.proxima_remessa < antes.proxima_remessa:
        mensagem = f"A próxima remessa é a {antes.proxima_remessa}; o número só avança, senão o banco a recusa."
        problems.append(Problem(message=mensagem, field="proxima_remessa"))
    usados = uow.boletos.taken_sequenciais(convenio.id, convenio.proximo_nosso_numero, convenio.nosso_numero_fim)
    if usados:
        mensagem = f"O nosso número {usados[-1]} já está em um boleto."
        fix = f"Comece em {usados[-1] + 1} ou depois."
        problems.append(Problem(message=mensagem, fix=fix, field="proximo_nosso_numero"))
    return problems


def codigo_problems(obj: C, repository: CodedRepository[C]) -> list[Problem]:
    """Return what is wrong with the codigo of *obj*; a new row may leave it empty."""
    if not obj.codigo:
        return [Problem(message="Informe o código.", field="codigo")] if obj.id else []
    outro = repository.find_by_codigo(obj.empresa_id, obj.codigo)
    return check.unique(outro, outro is not None and outro.id == obj.id, obj.codigo)
