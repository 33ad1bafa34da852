"""Homologação: the guided list from a new convênio to one the bank takes files of, and where each step stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from finbank_desktop.domain.boletos import NoBanco
from finbank_desktop.domain.convenios import Convenio, Homologacao
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.remessas import SituacaoRemessa
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.cadastros import convenio_problems

ENTREGAR, APROVAR = "entregue", "aprovada"
"""The steps only a person can tell of: the bank got the test, the bank approved it."""
BOLETOS_DE_TESTE = 3
_SABE = (NoBanco.REGISTRADO, NoBanco.REGISTRADO_POR_API, NoBanco.RECUSADO, NoBanco.BAIXADO_NO_BANCO)


@dataclass(frozen=True, slots=True, kw_only=True)
class PassoHomologacao:
    """One step of the list.

    Attributes:
        texto: What to do, and where to find what it needs.
        feito: Whether it is done.
        quando: When a person said so; ``None`` for what the books tell by themselves.
        manual: Whether a person has to say that it is done.
        detalhe: What the books know of it, such as what is missing.
    """

    chave: str
    titulo: str
    texto: str
    feito: bool
    quando: date | None = None
    manual: bool = False
    detalhe: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomologacaoDetalhe:
    """How far a convênio has come.

    Attributes:
        proximo: The first step that is not done; ``None`` when all are.
    """

    convenio: Convenio
    estado: Homologacao
    passos: tuple[PassoHomologacao, ...]

    @property
    def proximo(self) -> PassoHomologacao | None:
        """The first step that is not done."""
        return next((passo for passo in self.passos if not passo.feito), None)


class HomologacaoService:
    """Tells how far convênios have come, and keeps what people say of it."""

    def __init__(self, database: Database, *, agora: Callable[[], datetime]) -> None:
        """Work on *database*; *agora* tells which day it is."""
        self._database = database
        self._agora = agora

    def get(self, convenio_id: int) -> HomologacaoDetalhe:
        """Return the list of a convênio.

        Raises:
            MissingError: There is none with that id.
        """
        with self._database.read() as uow:
            convenio = uow.convenios.get(convenio_id)
            return HomologacaoDetalhe(
                convenio=convenio,
                estado=convenio.homologacao,
                passos=tuple(_steps(uow, convenio, self._agora().date())),
            )

    def mark(self, convenio_id: int, chave: str, *, feito: bool = True) -> HomologacaoDetalhe:
        """Say that a step only a person can tell of is done, or is not.

        Raises:
            RefusedError: The books tell that step by themselves.
        """
        if chave not in (ENTREGAR, APROVAR):
            raise RefusedError("passo_automatico", "Este passo é marcado pelo próprio programa.", chave)
        with self._database.write() as uow:
            convenio = uow.convenios.get(convenio_id)
            passos = {nome: quando for nome, quando in convenio.homologacao_passos.items() if nome != chave}
            if feito:
                passos[chave] = self._agora().date().isoformat()
            estado = Homologacao.HOMOLOGANDO if passos else Homologacao.PENDENTE
            uow.convenios.update(
                replace(
                    convenio,
                    homologacao_passos=passos,
                    homologacao=Homologacao.ATIVA if APROVAR in passos else estado,
                )
            )
        return self.get(convenio_id)

    def change(self, convenio_id: int, estado: Homologacao) -> HomologacaoDetalhe:
        """Put a convênio into *estado*, such as active where the bank asked for no test.

        Raises:
            RefusedError: It is not complete enough to be active.
        """
        with self._database.write() as uow:
            convenio = uow.convenios.get(convenio_id)
            if estado is Homologacao.ATIVA:
                erros = [problem for problem in convenio_problems(convenio, uow) if problem.is_error]
                if erros:
                    raise RefusedError("convenio_incompleto", erros[0].message, erros[0].field or "")
            uow.convenios.update(replace(convenio, homologacao=estado))
        return self.get(convenio_id)


def _steps(uow: UnitOfWork, convenio: Convenio, hoje: date) -> Sequence[PassoHomologacao]:
    erros = [problem for problem in convenio_problems(convenio, uow) if problem.is_error]
    query = ListQuery(filtros={"convenio_id": convenio.id}, quantidade=1)
    boletos = uow.boletos.page(query, hoje).total
    sabe = replace(query, filtros={**query.filtros, "no_banco": [each.value for each in _SABE]})
    respondidos = uow.boletos.page(sabe, hoje).total
    recusa = replace(query, filtros={**query.filtros, "no_banco": NoBanco.RECUSADO.value})
    recusados = uow.boletos.page(recusa, hoje)
    remessas = uow.remessas.page(query)
    enviadas = uow.remessas.page(replace(query, filtros={**query.filtros, "situacao": SituacaoRemessa.ENVIADA.value}))
    return (
        PassoHomologacao(
            chave="dados",
            titulo="Completar o convênio",
            texto="Agência, conta, carteira, número do convênio ou código do beneficiário: estão no contrato de "
            "cobrança ou com o gerente da conta.",
            feito=not erros,
            detalhe=erros[0].message if erros else "",
        ),
        PassoHomologacao(
            chave="boletos",
            titulo="Emitir boletos de teste",
            texto=f"Emita ao menos {BOLETOS_DE_TESTE} boletos, de valores e vencimentos diferentes; o banco confere o "
            "PDF e o código de barras.",
            feito=boletos >= BOLETOS_DE_TESTE,
            detalhe=f"{boletos} emitidos",
        ),
        PassoHomologacao(
            chave="remessa",
            titulo="Gerar a remessa de teste",
            texto="Gere a remessa com os boletos de teste; o arquivo é conferido antes de ser gravado.",
            feito=remessas.total > 0,
            detalhe=f"{remessas.total} geradas" if remessas.total else "",
        ),
        _manual(
            convenio,
            ENTREGAR,
            "Enviar ao banco",
            "Mande o PDF dos boletos e o arquivo da remessa a quem cuida da cobrança no banco, ou pelo site dele, e "
            "marque aqui.",
            feito=enviadas.total > 0,
        ),
        PassoHomologacao(
            chave="resposta",
            titulo="Receber a resposta",
            texto="Importe o retorno que o banco mandar; o que ele recusou aparece com o motivo, para corrigir e "
            "reenviar.",
            feito=respondidos > 0,
            detalhe=f"{recusados.total} recusados: {recusados.linhas[0]['detalhe']}" if recusados.total else "",
        ),
        _manual(
            convenio,
            APROVAR,
            "Ativar",
            "Quando o banco disser que aprovou os testes, marque aqui; o convênio passa a ativo.",
            feito=convenio.homologacao is Homologacao.ATIVA,
        ),
    )


def _manual(convenio: Convenio, chave: str, titulo: str, texto: str, *, feito: bool) -> PassoHomologacao:
    dito = convenio.homologacao_passos.get(chave)
    quando = date.fromisoformat(dito) if dito else None
    return PassoHomologacao(
        chave=chave, titulo=titulo, texto=texto, feito=feito or quando is not None, quando=quando, manual=True
    )
