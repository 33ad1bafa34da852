"""DDA, the boletos that banks present to their pagador: matched with contas a pagar, and those missing made.

Nothing is approved by it: what DDA brings is looked at by a person.
"""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from finbank_desktop.cnab import dda
from finbank_desktop.domain.arquivos import Cabecalho
from finbank_desktop.domain.cadastros import Empresa, Pessoa
from finbank_desktop.domain.listas import Coluna, ListQuery, Pagina
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.errors import StaleError
from finbank_desktop.persistence.records_pagamentos import BoletoDda, ImportacaoPagamento, LinhaPagamento
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import arquivos, leitura, lists
from finbank_desktop.services.cadastros import next_codigo
from finbank_desktop.services.jobs import SILENT, Watcher
from finbank_desktop.services.pagamentos import contas as contas_pagar
from finbank_desktop.services.pagamentos import mudancas
from finbank_desktop.services.pagamentos.dda_casamento import Casador, root
from finbank_desktop.services.pagamentos.dda_model import AbaDda, DdaPlan, DdaRow, count_abas
from finbank_desktop.services.pagamentos.historia import evento
from finbank_desktop.services.pagamentos.retorno_apply import SEQUENCIA
from finbank_desktop.services.plans import StalePlanError, require_importable
from finbank_desktop.services.retorno_file import needs_tick, refuse_stranger

TIPO = "DDA"


class DdaService:
    """What a person can ask about DDA; imports are listed and undone with those of retornos of payments."""

    COLUNAS: tuple[Coluna, ...] = lists.BOLETOS_DDA

    def __init__(self, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> None:
        """Work on *database* in the name of *usuario*."""
        self._database = database
        self._usuario = usuario
        self._agora = agora

    def list(self, query: ListQuery | None = None) -> Pagina:
        """Return a page of the boletos that DDA told of, by due date."""
        with self._database.read() as uow:
            return uow.boletos_dda.page(query or ListQuery())

    def plan(self, path: Path, watcher: Watcher = SILENT, *, sem: Collection[int] = ()) -> DdaPlan:
        """Return what importing the file at *path* will do; nothing is written.

        Args:
            path: The file.
            watcher: Told of the progress; may cancel.
            sem: Lines that somebody does not want.

        Raises:
            RefusedError: It is no file of DDA of an empresa of ours, or is cut.
            OutsideError: It cannot be read.
        """
        watcher.report(0, 0, f"Lendo {path.name}")
        with leitura.readable(path):
            arquivo, apresentados = dda.read(path)
        if not arquivo.has_end:
            message = "O arquivo de DDA está cortado: falta o registro que o encerra. Baixe-o de novo no site do banco."
            raise RefusedError("fim_ausente", message, path.name)
        sha256 = arquivos.fingerprint(path)
        with self._database.read() as uow:
            empresa = _empresa(uow, arquivo.cabecalho)
            if empresa is None:
                raise refuse_stranger(arquivo.cabecalho, path.name)
            anterior = uow.importacoes_pagamento.find_by_sha256(sha256)
            casador = Casador(uow, empresa, apresentados, frozenset(sem), self._agora().date())
            rows = tuple(casador.rows())
        plan = DdaPlan(
            arquivo=path.name,
            sha256=sha256,
            cabecalho=arquivo.cabecalho,
            empresa=empresa,
            rows=rows,
            tabs=count_abas(rows),
            problems=arquivo.problems,
            needs_tick=needs_tick(arquivo),
        )
        return _repeated(plan, anterior) if anterior else plan

    def apply(
        self, plan: DdaPlan, watcher: Watcher = SILENT, *, importar_assim_mesmo: bool = False
    ) -> ImportacaoPagamento:
        """Keep the boletos of *plan*, make and complete contas a pagar, and return the import.

        Raises:
            RefusedError: The file was imported before, or its trailer disagrees and nobody said to go on.
            StalePlanError: Something moved since; nothing was written.
        """
        require_importable(plan, "boletos", importar_assim_mesmo=importar_assim_mesmo)
        watcher.report(0, len(plan.rows), "Gravando")
        with self._database.write() as uow:
            try:
                return self._write(uow, plan)
            except StaleError as error:
                raise StalePlanError(error.where) from error

    def _write(self, uow: UnitOfWork, plan: DdaPlan) -> ImportacaoPagamento:
        codigos = [row.codigo_barras for row in plan.rows if row.aba.is_applied]
        novos = [row.codigo_barras for row in plan.rows if row.aba is AbaDda.NOVOS]
        if uow.boletos_dda.with_codigo_barras(plan.empresa.id, codigos):
            raise StalePlanError(plan.arquivo)
        if uow.contas_pagar.with_codigo_barras(plan.empresa.id, novos):
            raise StalePlanError(plan.arquivo)
        agora = self._agora()
        importacao = uow.importacoes_pagamento.add(
            ImportacaoPagamento(
                empresa_id=plan.empresa.id,
                convenio_id=None,
                codigo=f"{uow.sequencias.next(plan.empresa.id, SEQUENCIA):06d}",
                numero=plan.cabecalho.sequencia,
                tipo=TIPO,
                data_emissao=plan.cabecalho.data_geracao,
                importada_em=agora,
                usuario=self._usuario,
                arquivo=plan.arquivo,
                sha256=plan.sha256,
                registros=len(plan.rows),
                contagens=dict(plan.tabs),
            )
        )
        ids = {row.line: self._keep(uow, plan, importacao, row, agora) for row in plan.rows}
        uow.linhas_pagamento.add_all([_linha(importacao, row, ids[row.line]) for row in plan.rows])
        return importacao

    def _keep(
        self, uow: UnitOfWork, plan: DdaPlan, importacao: ImportacaoPagamento, row: DdaRow, agora: datetime
    ) -> int | None:
        """Write one boleto and return the id of its conta a pagar."""
        if not row.aba.is_applied:
            return row.conta.id if row.conta else None
        conta = row.conta
        texto = f"{row.efeito} ({plan.arquivo}, linha {row.line})"
        if row.conta is None and row.depois is not None:
            nova = replace(row.depois, pessoa_id=self._pessoa(uow, importacao, row))
            conta = contas_pagar.add(uow, nova, usuario=self._usuario, agora=agora)
            uow.mudancas_pagamento.add_all(list(mudancas.created(importacao, "contas_pagar", [conta.id])))
        elif row.conta is not None and row.depois is not None:
            uow.mudancas_pagamento.add_all(
                list(mudancas.changes(importacao, uow.contas_pagar, [(row.conta, row.depois)]))
            )
            uow.contas_pagar.update(row.depois)
        assert conta is not None  # noqa: S101 - it is matched, or made just now
        uow.eventos_pagar.add(
            evento(
                conta,
                "dda",
                texto,
                usuario=self._usuario,
                agora=agora,
                importacao_id=importacao.id,
                linha=row.line,
            )
        )
        boleto = uow.boletos_dda.add(
            BoletoDda(
                empresa_id=plan.empresa.id,
                importacao_id=importacao.id,
                linha=row.line,
                codigo_barras=row.codigo_barras,
                documento=row.documento,
                nome=row.nome,
                numero_documento=row.numero_documento,
                vencimento=row.vencimento or conta.vencimento,
                valor=row.valor or 0,
                emissao=row.emissao,
                conta_pagar_id=conta.id,
            )
        )
        uow.mudancas_pagamento.add_all(list(mudancas.created(importacao, "boletos_dda", [boleto.id])))
        return conta.id

    def _pessoa(self, uow: UnitOfWork, importacao: ImportacaoPagamento, row: DdaRow) -> int | None:
        """Return the beneficiary, made when they are no record of ours."""
        if row.depois is not None and row.depois.pessoa_id is not None:
            return row.depois.pessoa_id
        if not row.documento:
            return None
        achadas = uow.pessoas.find_by_documento(importacao.empresa_id, row.documento)
        if achadas:
            return achadas[0].id
        codigo = next_codigo(uow, uow.pessoas, importacao.empresa_id)
        nova = uow.pessoas.add(
            Pessoa(empresa_id=importacao.empresa_id, codigo=codigo, nome=row.nome, documento=row.documento)
        )
        uow.mudancas_pagamento.add_all(list(mudancas.created(importacao, "pessoas", [nova.id])))
        return nova.id


def _empresa(uow: UnitOfWork, cabecalho: Cabecalho) -> Empresa | None:
    """Return the empresa that the file is of: the very document first, else one of the same root."""
    dele = cabecalho.empresa_documento
    todas = [empresa for empresa in uow.empresas.all() if empresa.documento and dele]
    exatas = [empresa for empresa in todas if empresa.documento == dele]
    return next(iter(exatas or [empresa for empresa in todas if root(empresa.documento) == root(dele)]), None)


def _repeated(plan: DdaPlan, anterior: ImportacaoPagamento) -> DdaPlan:
    texto = (
        f"Este arquivo já foi importado: importação {anterior.codigo}, em {anterior.importada_em:%d/%m/%Y %H:%M}, por "
        f"{anterior.usuario}."
    )
    efeito = f"Já processado na importação {anterior.codigo}."
    rows = tuple(replace(row, aba=AbaDda.JA_PROCESSADOS, depois=None, efeito=efeito) for row in plan.rows)
    return replace(
        plan, rows=rows, tabs=count_abas(rows), ja_importado=texto, ja_importado_id=anterior.id, needs_tick=False
    )


def _linha(importacao: ImportacaoPagamento, row: DdaRow, conta_id: int | None) -> LinhaPagamento:
    return LinhaPagamento(
        empresa_id=importacao.empresa_id,
        importacao_id=importacao.id,
        convenio_id=None,
        linha=row.line,
        identidade=row.codigo_barras if row.aba.is_applied else None,
        tab=row.aba,
        conta_pagar_id=conta_id,
        efeito=row.efeito,
        valor=row.valor,
        raw=row.raw,
    )
