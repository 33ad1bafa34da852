"""Contracts and layouts of débito automático: listed, saved, and what is wrong with them."""

from collections.abc import Sequence

from finbank_desktop.domain.debitos import ConvenioDebito, LayoutBancario
from finbank_desktop.domain.listas import Coluna, ListQuery, Pagina
from finbank_desktop.domain.problems import Problem
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.cadastros import codigo_problems, save
from finbank_desktop.services.debitos import cadastros_problems as check
from finbank_desktop.services.debitos import colunas, layouts


class DebitoCadastrosService:
    """What a person can ask about contracts and layouts."""

    COLUNAS_CONVENIOS: tuple[Coluna, ...] = colunas.CONVENIOS
    COLUNAS_LAYOUTS: tuple[Coluna, ...] = colunas.LAYOUTS

    def __init__(self, database: Database) -> None:
        """Work on *database*."""
        self._database = database

    # --- contracts

    def list_convenios(self, query: ListQuery | None = None) -> Pagina:
        """Return a page of contracts."""
        with self._database.read() as uow:
            return uow.convenios_debito.page(query or ListQuery())

    def get_convenio(self, row: int) -> ConvenioDebito:
        """Return the contract with id *row*."""
        with self._database.read() as uow:
            return uow.convenios_debito.get(row)

    def problems_convenio(self, convenio: ConvenioDebito) -> list[Problem]:
        """Return what is wrong with *convenio*."""
        with self._database.read() as uow:
            return convenio_problems(check.tidy(convenio), uow)

    def save_convenio(self, convenio: ConvenioDebito) -> ConvenioDebito:
        """Save *convenio*.

        Raises:
            RefusedError: Something is wrong with it.
        """
        with self._database.write() as uow:
            return save(uow, uow.convenios_debito, check.tidy(convenio), convenio_problems)

    # --- layouts

    def list_layouts(self, query: ListQuery | None = None) -> Pagina:
        """Return a page of what was registered; the program's own is in `layouts_of_program`."""
        with self._database.read() as uow:
            return uow.layouts_bancarios.page(query or ListQuery())

    def layouts_of_program(self) -> Sequence[LayoutBancario]:
        """Return what is read and written without anybody registering it."""
        return layouts.of_program()

    def get_layout(self, row: int) -> LayoutBancario:
        """Return the layout with id *row*."""
        with self._database.read() as uow:
            return uow.layouts_bancarios.get(row)

    def problems_layout(self, layout: LayoutBancario) -> list[Problem]:
        """Return what is wrong with *layout*."""
        with self._database.read() as uow:
            return layout_problems(check.tidy(layout), uow)

    def save_layout(self, layout: LayoutBancario) -> LayoutBancario:
        """Save *layout*.

        Raises:
            RefusedError: Something is wrong with it.
        """
        with self._database.write() as uow:
            return save(uow, uow.layouts_bancarios, check.tidy(layout), layout_problems)


def convenio_problems(convenio: ConvenioDebito, uow: UnitOfWork) -> list[Problem]:
    """Return what is wrong with *convenio*; its counter never goes back over numbers that were given out."""
    conta = uow.contas.get_many([convenio.conta_id]).get(convenio.conta_id)
    if conta is not None and conta.empresa_id != convenio.empresa_id:
        conta = None
    problems = check.convenio(convenio, conta) + codigo_problems(convenio, uow.convenios_debito)
    if convenio.id:
        antes = uow.convenios_debito.get(convenio.id)
        if convenio.proxima_remessa < antes.proxima_remessa:
            mensagem = f"A próxima remessa é a {antes.proxima_remessa}; o número só avança, senão o banco a recusa."
            problems.append(Problem(message=mensagem, field="proxima_remessa"))
        if convenio.banco != antes.banco and uow.consentimentos.of_convenio(convenio.id):
            problems.append(Problem(message="O convênio já tem consentimentos; o banco não muda.", field="banco"))
    return problems


def layout_problems(layout: LayoutBancario, uow: UnitOfWork) -> list[Problem]:
    """Return what is wrong with *layout*."""
    problems = check.layout(layout) + codigo_problems(layout, uow.layouts_bancarios)
    outro = uow.layouts_bancarios.find(layout.empresa_id, layout.banco, layout.processo, layout.formato)
    if outro is not None and outro.id != layout.id:
        problems.append(
            Problem(message=f"Já há um layout para este banco, processo e formato: o {outro.codigo}.", field="banco")
        )
    return problems
