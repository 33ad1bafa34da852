"""Eventos contábeis, históricos, and what each process uses when nobody chooses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from finbank_desktop.domain.contabil import EventoContabil, Historico, PadraoContabil, Papel, Processo
from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.domain.problems import Problem
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.livros import colunas, historicos
from finbank_desktop.services.plans import refuse_errors


@dataclass(frozen=True, slots=True, kw_only=True)
class PadraoVisto:
    """What a process uses, in words."""

    padrao: PadraoContabil
    evento: EventoContabil
    historico: Historico


class EventosContabeisService:
    """What a person can ask about eventos and históricos."""

    COLUNAS_EVENTOS = colunas.EVENTOS
    COLUNAS_HISTORICOS = colunas.HISTORICOS
    COLUNAS_PADROES = colunas.PADROES

    def __init__(self, database: Database) -> None:
        """Work on *database*."""
        self._database = database

    def eventos(self, empresa_id: int) -> list[EventoContabil]:
        """Return the eventos of an empresa, by codigo."""
        with self._database.read() as uow:
            return uow.eventos_contabeis.all(empresa_id)

    def historicos(self, empresa_id: int) -> list[Historico]:
        """Return the históricos of an empresa, by codigo."""
        with self._database.read() as uow:
            return uow.historicos.all(empresa_id)

    def padroes(self, empresa_id: int) -> list[PadraoVisto]:
        """Return what each process of an empresa uses, in the order of `Processo`."""
        with self._database.read() as uow:
            achados = {each.processo: each for each in uow.padroes_contabeis.all(empresa_id)}
            eventos = uow.eventos_contabeis.get_many(each.evento_id for each in achados.values())
            textos = uow.historicos.get_many(each.historico_id for each in achados.values())
        return [
            PadraoVisto(padrao=each, evento=eventos[each.evento_id], historico=textos[each.historico_id])
            for processo in Processo
            if (each := achados.get(processo)) is not None
        ]

    def padrao(self, empresa_id: int, processo: Processo) -> PadraoVisto:
        """Return what one process of an empresa uses."""
        return next(each for each in self.padroes(empresa_id) if each.padrao.processo is processo)

    def list_eventos(self, query: ListQuery) -> Pagina:
        """Return the eventos of the empresa ``empresa_id`` as rows."""
        empresa_id = int(query.filtros["empresa_id"])
        with self._database.read() as uow:
            contas = {conta.id: conta.codigo for conta in uow.plano_contas.all(empresa_id)}
        usos = self._uses(empresa_id)
        linhas = [
            {
                "id": each.id,
                "codigo": each.codigo,
                "nome": each.nome,
                "contas": "; ".join(f"{papel}: {contas[row]}" for papel, row in each.contas.items() if row in contas),
                "usado_em": usos.get(("evento", each.id), ""),
            }
            for each in self.eventos(empresa_id)
        ]
        return _page(linhas, query)

    def list_historicos(self, query: ListQuery) -> Pagina:
        """Return the históricos of the empresa ``empresa_id`` as rows."""
        empresa_id = int(query.filtros["empresa_id"])
        usos = self._uses(empresa_id)
        linhas = [
            {
                "id": each.id,
                "codigo": each.codigo,
                "texto": each.texto,
                "usado_em": usos.get(("historico", each.id), ""),
            }
            for each in self.historicos(empresa_id)
        ]
        return _page(linhas, query)

    def list_padroes(self, query: ListQuery) -> Pagina:
        """Return what each process of the empresa ``empresa_id`` uses as rows."""
        linhas = [
            {
                "id": each.padrao.id,
                "processo": each.padrao.processo.value,
                "evento": f"{each.evento.codigo} {each.evento.nome}",
                "historico": f"{each.historico.codigo} {each.historico.texto}",
            }
            for each in self.padroes(int(query.filtros["empresa_id"]))
        ]
        return _page(linhas, query)

    def save_evento(self, evento: EventoContabil) -> EventoContabil:
        """Save *evento*.

        Raises:
            RefusedError: It is wrong.
        """
        limpo = replace(evento, codigo=evento.codigo.strip(), nome=" ".join(evento.nome.split()))
        with self._database.write() as uow:
            refuse_errors(evento_problems(uow, limpo), "evento_invalido")
            return uow.eventos_contabeis.update(limpo) if limpo.id else uow.eventos_contabeis.add(limpo)

    def save_historico(self, historico: Historico) -> Historico:
        """Save *historico*.

        Raises:
            RefusedError: It is wrong.
        """
        limpo = replace(historico, codigo=historico.codigo.strip(), texto=" ".join(historico.texto.split()))
        with self._database.write() as uow:
            refuse_errors(historico_problems(uow, limpo), "historico_invalido")
            return uow.historicos.update(limpo) if limpo.id else uow.historicos.add(limpo)

    def save_padrao(self, padrao: PadraoContabil) -> PadraoContabil:
        """Save what a process uses.

        Raises:
            RefusedError: The evento or the histórico is of another empresa.
        """
        with self._database.write() as uow:
            donos = {uow.eventos_contabeis.get(padrao.evento_id).empresa_id}
            donos.add(uow.historicos.get(padrao.historico_id).empresa_id)
            if donos != {padrao.empresa_id}:
                refuse_errors([Problem(message="Escolha um evento e um histórico desta empresa.")], "outra_empresa")
            return uow.padroes_contabeis.update(padrao)

    def _uses(self, empresa_id: int) -> dict[tuple[str, int], str]:
        usos: dict[tuple[str, int], list[str]] = {}
        for each in self.padroes(empresa_id):
            usos.setdefault(("evento", each.evento.id), []).append(each.padrao.processo.value)
            usos.setdefault(("historico", each.historico.id), []).append(each.padrao.processo.value)
        return {chave: ", ".join(processos) for chave, processos in usos.items()}


def evento_problems(uow: UnitOfWork, evento: EventoContabil) -> list[Problem]:
    """Return what is wrong with *evento*."""
    outro = uow.eventos_contabeis.find_by_codigo(evento.empresa_id, evento.codigo)
    problems = _named(evento.codigo, evento.nome, "nome", taken=outro is not None and outro.id != evento.id)
    contas = uow.plano_contas.get_many(evento.contas.values())
    for papel, row in evento.contas.items():
        conta = contas.get(row)
        if conta is None or conta.empresa_id != evento.empresa_id or not conta.analitica:
            problems.append(
                Problem(message=f"{papel}: escolha uma conta analítica do plano desta empresa.", field=papel.name)
            )
    if not evento.contas:
        problems.append(Problem(message="Escolha ao menos uma conta.", field=Papel.PRINCIPAL_RECEBER.name))
    return problems


def historico_problems(uow: UnitOfWork, historico: Historico) -> list[Problem]:
    """Return what is wrong with *historico*."""
    outro = uow.historicos.find_by_codigo(historico.empresa_id, historico.codigo)
    taken = outro is not None and outro.id != historico.id
    return [
        *_named(historico.codigo, "…", "texto", taken=taken),
        *historicos.problems(historico.texto),
    ]


def _named(codigo: str, nome: str, campo: str, *, taken: bool) -> list[Problem]:
    problems = []
    if not codigo:
        problems.append(Problem(message="Diga o código.", field="codigo"))
    if taken:
        problems.append(Problem(message=f"O código {codigo} já está em uso.", field="codigo"))
    if not nome:
        problems.append(Problem(message="Diga o nome.", field=campo))
    return problems


def _page(linhas: Sequence[Mapping[str, Any]], query: ListQuery) -> Pagina:
    """Return the rows that *query* asks for; they are few."""
    palavras = query.busca.casefold().split()
    achadas = [linha for linha in linhas if all(any(p in str(v).casefold() for v in linha.values()) for p in palavras)]
    if query.ordem:
        achadas.sort(key=lambda linha: str(linha.get(query.ordem, "")), reverse=query.decrescente)
    fim = query.inicio + query.quantidade
    return Pagina(linhas=tuple(achadas[query.inicio : fim]), total=len(achadas))
