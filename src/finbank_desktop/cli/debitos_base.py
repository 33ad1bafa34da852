"""What the commands of débito automático have in common: contracts, filiais and accounts named by the user."""

from finbank_desktop.cli import base
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.services.catalog import Services


def find_convenio(found: Services, nome: str) -> int:
    """Return the id of the contract whose codigo, or else whose id, is *nome*.

    Raises:
        RefusedError: There is none, or several empresas have one of that codigo.
    """
    return base.find_contract(found.debitos.cadastros.list_convenios, nome, "convênio de débito", "convênios")


def find_filial(found: Services, nome: str) -> int:
    """Return the id of the filial whose id, or else whose codigo, is *nome*.

    Raises:
        RefusedError: There is none, or several empresas have one of that codigo.
    """
    linhas = list(base.rows(found.cadastros.list_filiais, ListQuery()))
    matches = [linha for linha in linhas if linha["codigo"] == nome]
    matches = matches or [linha for linha in linhas if str(linha["id"]) == nome]
    if len(matches) != 1:
        conhecidas = ", ".join(f"{linha['id']} ({linha['codigo']})" for linha in linhas) or "nenhuma"
        mensagem = f"não há a filial {nome}, ou há mais de uma; cadastradas: {conhecidas}"
        raise RefusedError("filial_desconhecida", mensagem, nome)
    return int(matches[0]["id"])
