"""An office that pays: a convênio de pagamento at a bank, favorecidos with accounts and keys, and what people do."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from finbank_desktop.domain.cadastros import Conta, Pessoa
from finbank_desktop.domain.chaves_pix import TipoChave
from finbank_desktop.domain.contas_pagar import ChavePixFavorecido, ContaBancaria, ContaPagar
from finbank_desktop.domain.pagamentos import ConvenioPagamento, FormaPagamento
from finbank_desktop.persistence.records_pagamentos import ImportacaoPagamento, RemessaPagamento
from finbank_desktop.services.pagamentos.acoes import Acao
from finbank_desktop.services.pagamentos.retorno_model import RetornoPagamentoPlan
from finbank_desktop.wiring import build
from tests.unit.cnab.movimentos_exemplos import EMPRESA

if TYPE_CHECKING:
    from finbank_desktop.services.catalog import Services

HOJE = date(2026, 11, 20)
HISTORIA = {
    *("eventos_pagar", "importacoes_pagamento", "importacao_pagamento_linhas", "importacao_pagamento_mudancas"),
    *("sequencias", "sqlite_sequence", "remessas_pagamento", "remessa_pagamento_arquivos"),
}
"""What undoing adds to and never takes from; remessas are not undone."""


class Pagadoria:
    """An office that pays by one bank."""

    def __init__(self, folder: Path, banco: str = "341", usuario: str = "Ana") -> None:
        self.folder = folder
        self.banco = banco
        self.hoje = HOJE
        self.path = folder / "livros.db"
        self.services: Services = self.janela(usuario)
        self.feitas = 0
        self.arquivos = 0
        with self.services.database.write() as uow:
            uow.empresas.update(replace(EMPRESA, id=1, versao=uow.empresas.get(1).versao))
            self.conta = uow.contas.add(
                Conta(
                    empresa_id=1,
                    codigo="1",
                    descricao="Conta que paga",
                    banco=banco,
                    agencia="0123",
                    agencia_dv="6",
                    conta="45678",
                    conta_dv="0",
                )
            )
            self.pessoa = uow.pessoas.add(
                Pessoa(empresa_id=1, codigo="F1", nome="Fornecedor Inventado", documento="52998224725")
            )
        self.convenio = self.services.convenios_pagamento.save(
            ConvenioPagamento(
                empresa_id=1,
                codigo="PG",
                descricao="Pagamentos",
                conta_id=self.conta.id,
                banco=banco,
                convenio="123456",
            )
        )
        outro = "237" if banco != "237" else "001"
        self.destino = self.services.favorecidos.save_conta(
            ContaBancaria(
                empresa_id=1,
                pessoa_id=self.pessoa.id,
                banco=outro,
                agencia="1234",
                agencia_dv="1",
                conta="56789",
                conta_dv="5",
            )
        )
        self.chave = self.services.favorecidos.save_chave(
            ChavePixFavorecido(
                empresa_id=1, pessoa_id=self.pessoa.id, tipo=TipoChave.EMAIL, chave="Fulana@exemplo.com.br"
            )
        )

    def janela(self, usuario: str) -> "Services":
        """Open the books once more, in the name of *usuario*."""
        return build(str(self.path), usuario=usuario, hoje=lambda: self.hoje)

    def conta_pagar(self, valor: int = 12345, **campos: Any) -> ContaPagar:
        """Enter a conta a pagar, a TED unless *campos* say otherwise."""
        self.feitas += 1
        padroes: dict[str, Any] = {
            "empresa_id": 1,
            "pessoa_id": self.pessoa.id,
            "documento": f"NF {self.feitas}",
            "emissao": self.hoje,
            "vencimento": date(2026, 12, 1),
            "valor": valor,
            "forma": FormaPagamento.TED,
        }
        return self.services.contas_pagar.save(ContaPagar(**(padroes | campos)))

    def fazer(self, acao: Acao, *contas: ContaPagar) -> Sequence[ContaPagar]:
        """Do *acao* to *contas*."""
        servico = self.services.acoes_pagar
        return servico.apply(servico.plan(acao, [conta.id for conta in contas]))

    def aprovadas(self, *valores: int, **campos: Any) -> list[ContaPagar]:
        """Enter and approve contas of these amounts."""
        contas = [self.conta_pagar(valor, **campos) for valor in valores]
        return list(self.fazer(Acao.APROVAR, *contas))

    def remessa(self, *contas: ContaPagar) -> RemessaPagamento:
        """Make the remessa of *contas*, or of all that are approved."""
        servico = self.services.remessas_pagamento
        return servico.apply(servico.plan(self.convenio.id, [c.id for c in contas] or None), self.folder)

    def banco_responde(self, remessa: RemessaPagamento) -> list[Path]:
        """Let the simulated bank answer: acceptance first, then each day's payments, one of four refused."""
        self.arquivos += 1
        saida = self.folder / f"banco{self.arquivos}"
        feitas = self.services.simulador.process([self.folder / remessa.arquivo], None, saida)
        return [each.file for each in feitas]

    def plano(self, path: Path, **kwargs: Any) -> RetornoPagamentoPlan:
        """Plan the import of *path*."""
        return self.services.retornos_pagamento.plan(path, **kwargs)

    def importar(self, path: Path, **kwargs: Any) -> ImportacaoPagamento:
        """Import a retorno as previewed."""
        return self.services.retornos_pagamento.apply(self.plano(path, **kwargs))

    def desfazer(self, importacao: ImportacaoPagamento) -> ImportacaoPagamento:
        """Undo an import."""
        servico = self.services.retornos_pagamento
        return servico.desfazer(servico.plan_desfazer(importacao.id))

    def agora(self, conta: ContaPagar) -> ContaPagar:
        """Return a conta as it is now."""
        return self.services.contas_pagar.get(conta.id)

    def rows(self) -> dict[str, list[tuple[Any, ...]]]:
        """Return all rows of all tables but the history."""
        with closing(sqlite3.connect(self.path)) as connection:
            nomes = [nome for (nome,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return {
                nome: connection.execute(f'SELECT * FROM "{nome}" ORDER BY 1').fetchall()  # noqa: S608 - names from the database itself
                for nome in nomes
                if nome not in HISTORIA
            }

    def dias(self, quantos: int) -> date:
        """Return the day so many days from today."""
        return self.hoje + timedelta(days=quantos)


@pytest.fixture
def pagadoria(tmp_path: Path) -> Iterator[Pagadoria]:
    feita = Pagadoria(tmp_path)
    yield feita
    feita.services.database.close()
