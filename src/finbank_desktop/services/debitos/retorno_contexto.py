"""Whose retorno of débito automático a file is, and what may be chosen for it: filial, conta caixa, evento."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from finbank_desktop.cnab import retorno_movimentos
from finbank_desktop.cnab.detect import DEBITO
from finbank_desktop.domain.arquivos import Arquivo, Cabecalho
from finbank_desktop.domain.cadastros import Conta, Filial
from finbank_desktop.domain.contabil import Processo
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.debitos import ConvenioDebito, ProcessoBancario
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import arquivos, retorno_convenio
from finbank_desktop.services.debitos import layouts
from finbank_desktop.services.debitos.retorno_model import Contexto
from finbank_desktop.services.retorno_file import refuse_stranger


@dataclass(frozen=True, slots=True, kw_only=True)
class Escolhas:
    """What the first page of the wizard offers for a contract.

    Attributes:
        filiais: Of the contract's empresa.
        contas: Its accounts and tills.
        conta_id: The contract's own account.
        filial_id: That account's filial, or the empresa's first.
        eventos: Id and words of every evento contábil; so are *historicos*.
        evento_padrao: Words of the one that the process uses unless somebody chooses another; so is
            *historico_padrao*.
    """

    convenio: ConvenioDebito
    filiais: Sequence[Filial]
    contas: Sequence[Conta]
    conta_id: int
    filial_id: int | None
    eventos: Sequence[tuple[int, str]] = ()
    historicos: Sequence[tuple[int, str]] = ()
    evento_padrao: str = ""
    historico_padrao: str = ""


def read(path: Path) -> Arquivo:
    """Return the retorno of débito automático at *path*.

    Raises:
        RefusedError: It is something else, or lost its end.
        OutsideError: It cannot be read.
    """
    arquivo = arquivos.read(path)
    retorno_movimentos.require(arquivo, DEBITO, path.name)
    return arquivo


def contract(uow: UnitOfWork, cabecalho: Cabecalho, nome: str) -> ConvenioDebito:
    """Return whose file it is.

    Raises:
        RefusedError: No contract of ours has the header's numbers.
    """
    convenios = uow.convenios_debito.of_banco(cabecalho.banco)
    contas = uow.contas.get_many(each.conta_id for each in convenios)
    empresas = uow.empresas.get_many(each.empresa_id for each in convenios)
    candidatos = [
        retorno_convenio.Candidato(convenio=_as_convenio(c), conta=contas[c.conta_id], empresa=empresas[c.empresa_id])
        for c in convenios
    ]
    # by FEBRABAN's layout a file is still its own bank's
    achados = retorno_convenio.find(replace(cabecalho, layout_banco=cabecalho.banco), candidatos)
    if not achados:
        raise refuse_stranger(cabecalho, nome)
    ids = {each.id: each for each in convenios}
    formato = str(cabecalho.tamanho)
    return next(
        (ids[each.convenio.id] for each in achados if each.convenio.formato == formato), ids[achados[0].convenio.id]
    )


def _as_convenio(contrato: ConvenioDebito) -> Convenio:
    """Return *contrato* as what retornos of cobrança are recognised by."""
    return Convenio(
        id=contrato.id,
        empresa_id=contrato.empresa_id,
        codigo=contrato.codigo,
        descricao=contrato.descricao,
        conta_id=contrato.conta_id,
        banco=contrato.banco,
        formato=contrato.formato,
        convenio=contrato.convenio,
        carteira="",
    )


def require_layout(uow: UnitOfWork, convenio: ConvenioDebito, cabecalho: Cabecalho) -> None:
    """Do nothing when a layout in use is for the file.

    Raises:
        RefusedError: None is.
    """
    processo, formato = ProcessoBancario.RETORNO_DEBITO, str(cabecalho.tamanho)
    if layouts.in_use(uow, convenio.empresa_id, convenio.banco, processo, formato) is None:
        raise layouts.missing(convenio.banco, processo, formato)


def choices(uow: UnitOfWork, convenio: ConvenioDebito) -> Escolhas:
    """Return what may be chosen for a file of *convenio*."""
    empresa_id = convenio.empresa_id
    filiais = uow.filiais.all(empresa_id)
    conta = uow.contas.get(convenio.conta_id)
    eventos = [(each.id, f"{each.codigo} · {each.nome}") for each in uow.eventos_contabeis.all(empresa_id)]
    historicos = [(each.id, f"{each.codigo} · {each.texto}") for each in uow.historicos.all(empresa_id)]
    usual = [each for each in uow.padroes_contabeis.all(empresa_id) if each.processo is Processo.RETORNO_DEBITO]
    return Escolhas(
        convenio=convenio,
        filiais=filiais,
        contas=uow.contas.all(empresa_id),
        conta_id=conta.id,
        filial_id=conta.filial_id or next((each.id for each in filiais), None),
        eventos=eventos,
        historicos=historicos,
        evento_padrao=dict(eventos)[usual[0].evento_id] if usual else "",
        historico_padrao=dict(historicos)[usual[0].historico_id] if usual else "",
    )


def completed(contexto: Contexto, escolhas: Escolhas) -> Contexto:
    """Return *contexto* with what was left open.

    Raises:
        RefusedError: The filial or the conta caixa is of another empresa.
    """
    filial_id = contexto.filial_id or escolhas.filial_id
    conta_id = contexto.conta_id or escolhas.conta_id
    if conta_id not in {each.id for each in escolhas.contas}:
        raise RefusedError("conta_alheia", "A conta caixa é de outra empresa; escolha uma da empresa do convênio.")
    if filial_id is not None and filial_id not in {each.id for each in escolhas.filiais}:
        raise RefusedError("filial_alheia", "A filial é de outra empresa; escolha uma da empresa do convênio.")
    rateio = contexto.rateio or escolhas.convenio.rateio
    return replace(contexto, filial_id=filial_id, conta_id=conta_id, rateio=rateio)
